/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-edtf.h"
#include "atlas-link-private.h"

#define MAX_DURATION_YEARS 1000
/* Of a map, bytes. */
#define MAX_NAME 400

const struct AtlasLinkWindow atlas_link_windows[ATLAS_LINK_N_WINDOWS] = {
  { ATLAS_WINDOW_DAY, { 0, 0, 1 }, "P1D" },        { ATLAS_WINDOW_MONTH, { 0, 1, 0 }, "P1M" },
  { ATLAS_WINDOW_SEASON, { 0, 3, 0 }, "P3M" },     { ATLAS_WINDOW_YEAR, { 1, 0, 0 }, "P1Y" },
  { ATLAS_WINDOW_FIVE_YEARS, { 5, 0, 0 }, "P5Y" }, { ATLAS_WINDOW_25_YEARS, { 25, 0, 0 }, "P25Y" },
};

void
atlas_link_parts_clear (AtlasLinkParts *self)
{
  g_free (self->language);
  g_free (self->selection);
  g_free (self->viewpoint);
  g_free (self->chapter);
  g_free (self->base);
  g_free (self->without);
  g_free (self->only);
}

static gboolean
refuse (const char *key, const char *value, const char *expected, GError **error)
{
  g_set_error (error,
               ATLAS_LINK_ERROR,
               ATLAS_LINK_ERROR_VALUE,
               /* Translators: a key and a value of a link, then what was expected. */
               _ ("%s=%s: expected %s"),
               key,
               value,
               expected);
  return FALSE;
}

static gboolean
read_number (const char *key, const char *value, double *number, GError **error)
{
  char *end;

  *number = g_ascii_strtod (value, &end);
  if (end == value || *end != '\0' || !isfinite (*number) || fabs (*number) > 1e5)
    return refuse (key, value, _ ("a number"), error);
  return TRUE;
}

static gboolean
read_day (const char *key, const char *value, AtlasDay *day, GError **error)
{
  AtlasEdtf edtf;

  if (!atlas_edtf_parse (value, &edtf, NULL) || edtf.is_interval || edtf.is_set ||
      edtf.start.begin == ATLAS_DAY_OPEN_PAST)
    return refuse (key, value, _ ("a date such as 1871-07-04"), error);
  *day = edtf.start.begin;
  return TRUE;
}

/* Years, months, weeks and days, in this order and each at most once (ISO 8601-1:2019, 5.5.2.2). */
static gboolean
read_duration (const char *value, AtlasLinkDuration *duration)
{
  static const char units[] = "YMWD";
  const char *unit = units;
  const char *p = value;

  *duration = (AtlasLinkDuration){ 0 };
  if (*p++ != 'P' || *p == '\0')
    return FALSE;
  while (*p != '\0')
    {
      char *end;
      guint64 n = g_ascii_isdigit (*p) ? g_ascii_strtoull (p, &end, 10) : G_MAXUINT64;

      if (n > MAX_DURATION_YEARS * 366 || *end == '\0' || (unit = strchr (unit, *end)) == NULL)
        return FALSE;
      if (*unit == 'Y')
        duration->years = (int) n;
      else if (*unit == 'M')
        duration->months = (int) n;
      else
        duration->days += (int) n * (*unit == 'W' ? 7 : 1);
      unit++;
      p = end + 1;
    }
  return duration->years <= MAX_DURATION_YEARS && duration->months <= MAX_DURATION_YEARS * 12;
}

static gboolean
read_window (const char *value, AtlasLinkParts *parts, GError **error)
{
  const char *expected =
    _ ("a duration such as P1Y, two dates such as 1876-08-17/1877-12-31, or ../ and a date");
  const char *slash = strchr (value, '/');

  parts->has_window = TRUE;
  parts->window_length = ATLAS_WINDOW_FREE;
  parts->free_window = (AtlasTimeSpan){ 1, 0 };
  if (slash != NULL)
    {
      g_autofree char *begin = g_strndup (value, (gsize) (slash - value));
      AtlasDay from = 0, to;

      if ((!g_str_equal (begin, "..") && !read_day ("window", begin, &from, NULL)) ||
          !read_day ("window", slash + 1, &to, NULL))
        return refuse ("window", value, expected, error);
      if (g_str_equal (begin, ".."))
        parts->window_length = ATLAS_WINDOW_ALL_UP_TO_NOW;
      else if (to < from)
        return refuse ("window", value, _ ("a window that does not end before it begins"), error);
      parts->free_window = (AtlasTimeSpan){ from, to };
      return TRUE;
    }
  if (!read_duration (value, &parts->duration))
    return refuse ("window", value, expected, error);
  for (guint i = 0; i < ATLAS_LINK_N_WINDOWS; i++)
    if (memcmp (&atlas_link_windows[i].duration, &parts->duration, sizeof (AtlasLinkDuration)) == 0)
      parts->window_length = atlas_link_windows[i].length;
  return TRUE;
}

static gboolean
read_enum (GType type, const char *key, const char *value, int *number, GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value_by_nick (klass, value);
  g_autoptr (GString) nicks = g_string_new (NULL);

  if (found != NULL)
    {
      *number = found->value;
      return TRUE;
    }
  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  return refuse (key, value, nicks->str, error);
}

static gboolean
read_yes_or_no (const char *key, const char *value, gboolean *flag, GError **error)
{
  *flag = g_str_equal (value, "yes");
  return *flag || g_str_equal (value, "no") || refuse (key, value, _ ("yes or no"), error);
}

static gboolean
read_show (const char *value, AtlasShowFlags *show, GError **error)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (ATLAS_TYPE_SHOW_FLAGS);
  g_auto (GStrv) nicks = g_strsplit (value, ",", -1);

  *show = 0;
  for (guint i = 0; nicks[i] != NULL; i++)
    {
      const GFlagsValue *found = g_flags_get_value_by_nick (klass, nicks[i]);

      if (found == NULL)
        return refuse ("show", nicks[i], _ ("names of layers such as borders,events"), error);
      *show |= (AtlasShowFlags) found->value;
    }
  return TRUE;
}

static gboolean
read_calendars (const char *value, AtlasLinkParts *parts, GError **error)
{
  g_auto (GStrv) names = g_strsplit (value, ",", -1);

  parts->has_calendars = TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "julian"))
      parts->julian = TRUE;
    else if (g_str_equal (names[i], "regnal"))
      parts->regnal = TRUE;
    else
      return refuse ("calendars", names[i], "julian, regnal", error);
  return TRUE;
}

static gboolean
read_id (const char *key, const char *value, char **id, GError **error)
{
  if (value[0] == '\0' || strlen (value) > 200)
    return refuse (key, value, _ ("the id of a record"), error);
  *id = g_str_equal (key, "viewpoint") && strchr (value, '/') == NULL
          ? g_strconcat ("polity/", value, NULL)
          : g_strdup (value);
  return TRUE;
}

/* Whether there is a map of this name is for those to find out who show it. */
static gboolean
read_base (const char *value, char **base, GError **error)
{
  if (value[0] == '\0' || strlen (value) > MAX_NAME)
    return refuse ("base", value, _ ("the name of a map"), error);
  *base = g_strdup (value);
  return TRUE;
}

static gboolean
read_chapter (const char *value, AtlasLinkParts *parts, GError **error)
{
  const char *slash = strchr (value, '/');
  guint64 step;

  if (slash == NULL || slash == value || strlen (value) > 200 ||
      !g_ascii_string_to_unsigned (slash + 1, 10, 1, G_MAXUINT, &step, NULL))
    return refuse ("chapter", value, _ ("a chapter and a step such as ili-crisis/3"), error);
  parts->chapter = g_strdup_printf (ATLAS_LINK_CHAPTER_PREFIX "%.*s", (int) (slash - value), value);
  parts->chapter_step = (guint) step - 1;
  return TRUE;
}

static gboolean
read_afterglow (const char *value, int *days, GError **error)
{
  AtlasLinkDuration duration;

  if (!read_duration (value, &duration) || duration.years != 0 || duration.months != 0)
    return refuse ("afterglow", value, _ ("a duration in days such as P90D"), error);
  *days = duration.days;
  return TRUE;
}

static gboolean
read_place_key (const char *key,
                const char *value,
                AtlasLinkParts *parts,
                gboolean *known,
                GError **error)
{
  if (g_str_equal (key, "date"))
    return parts->has_date = read_day (key, value, &parts->date, error);
  if (g_str_equal (key, "window"))
    return read_window (value, parts, error);
  if (g_str_equal (key, "lon"))
    return parts->has_lon = read_number (key, value, &parts->lon, error);
  if (g_str_equal (key, "lat"))
    return parts->has_lat = read_number (key, value, &parts->lat, error);
  if (g_str_equal (key, "zoom"))
    return parts->has_zoom = read_number (key, value, &parts->zoom, error);
  if (g_str_equal (key, "select"))
    return read_id (key, value, &parts->selection, error);
  if (g_str_equal (key, "viewpoint"))
    return read_id (key, value, &parts->viewpoint, error);
  if (g_str_equal (key, "chapter"))
    return read_chapter (value, parts, error);
  if (g_str_equal (key, "without") || g_str_equal (key, "only"))
    {
      *(key[0] == 'w' ? &parts->without : &parts->only) = g_strdup (value);
      return TRUE;
    }
  *known = FALSE;
  return TRUE;
}

static gboolean
read_manner_key (const char *key,
                 const char *value,
                 AtlasLinkParts *parts,
                 gboolean *known,
                 GError **error)
{
  int number = 0;

  if (g_str_equal (key, "show"))
    return parts->has_show = read_show (value, &parts->show, error);
  if (g_str_equal (key, "calendars"))
    return read_calendars (value, parts, error);
  if (g_str_equal (key, "lang"))
    {
      parts->language = g_strdup (value);
      return value[0] != '\0' || refuse (key, value, _ ("a language tag such as zh-Hant"), error);
    }
  if (g_str_equal (key, "style"))
    {
      parts->muted = g_str_equal (value, "muted");
      return parts->muted || refuse (key, value, "muted", error);
    }
  if (g_str_equal (key, "base"))
    return read_base (value, &parts->base, error);
  if (g_str_equal (key, "afterglow"))
    return read_afterglow (value, &parts->afterglow_days, error);
  if (g_str_equal (key, "step"))
    {
      gboolean done = read_enum (ATLAS_TYPE_STEP, key, value, &number, error);

      parts->step = (AtlasStep) number;
      return done;
    }
  if (g_str_equal (key, "sort"))
    {
      gboolean done = read_enum (ATLAS_TYPE_SORT, key, value, &number, error);

      parts->sort = (AtlasSort) number;
      return done;
    }
  if (g_str_equal (key, "group"))
    {
      gboolean done = read_enum (ATLAS_TYPE_GROUP, key, value, &number, error);

      parts->group = (AtlasGroup) number;
      return done;
    }
  *known = FALSE;
  return TRUE;
}

static gboolean
read_playback_key (const char *key,
                   const char *value,
                   AtlasLinkParts *parts,
                   gboolean *known,
                   GError **error)
{
  gboolean done;
  int number = 0;

  if (g_str_equal (key, "speed"))
    return read_number (key, value, &parts->days_per_second, error);
  if (g_str_equal (key, "skip-quiet"))
    return read_yes_or_no (key, value, &parts->skip_quiet, error);
  if (g_str_equal (key, "pause-on-events"))
    return read_yes_or_no (key, value, &parts->pause_on_events, error);
  if (g_str_equal (key, "playing"))
    return read_yes_or_no (key, value, &parts->playing, error);
  if (g_str_equal (key, "compare"))
    return parts->has_compare = read_day (key, value, &parts->compare_date, error);
  if (g_str_equal (key, "loop"))
    {
      done = read_enum (ATLAS_TYPE_LOOP, key, value, &number, error);
      parts->loop = (AtlasLoop) number;
      return done;
    }
  if (g_str_equal (key, "compare-mode"))
    {
      done = read_enum (ATLAS_TYPE_COMPARE_MODE, key, value, &number, error);
      parts->compare_mode = (AtlasCompareMode) number;
      return done;
    }
  *known = FALSE;
  return TRUE;
}

static gboolean
read_pair (const char *key, const char *value, AtlasLinkParts *parts, GError **error)
{
  static gboolean (*const readers[]) (const char *,
                                      const char *,
                                      AtlasLinkParts *,
                                      gboolean *,
                                      GError **) = { read_place_key,
                                                     read_manner_key,
                                                     read_playback_key };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      gboolean known = TRUE;

      if (!readers[i](key, value, parts, &known, error))
        return FALSE;
      if (known)
        return TRUE;
    }
  g_set_error (error,
               ATLAS_LINK_ERROR,
               ATLAS_LINK_ERROR_KEY,
               _ ("A link to a view has no “%s”"),
               key);
  return FALSE;
}

static gboolean
parse_query (const char *query, AtlasLinkParts *parts, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) reason = NULL;
  GUriParamsIter iter;
  char *key, *value;

  g_uri_params_iter_init (&iter, query, -1, "&", G_URI_PARAMS_NONE);
  while (g_uri_params_iter_next (&iter, &key, &value, &reason))
    {
      gboolean done, first = g_hash_table_add (seen, key);
      g_autofree char *owned = value;

      if (!first)
        g_set_error (error,
                     ATLAS_LINK_ERROR,
                     ATLAS_LINK_ERROR_KEY,
                     _ ("“%s” is in the link twice"),
                     key);
      done = first && read_pair (key, owned, parts, error);
      if (!done)
        return FALSE;
    }
  if (reason == NULL)
    return TRUE;
  g_set_error_literal (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_SYNTAX, reason->message);
  return FALSE;
}

/* Once both keys are there, whichever came first. */
static gboolean
read_filter (AtlasLinkParts *parts, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (atlas_filter_parse (parts->without, parts->only, &parts->filter, &reason))
    return TRUE;
  g_set_error_literal (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_VALUE, reason->message);
  return FALSE;
}

gboolean
atlas_link_parts_read (const char *link, AtlasLinkParts *parts, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_ENCODED_QUERY, &reason);

  if (uri == NULL || !g_str_equal (g_uri_get_scheme (uri), ATLAS_LINK_SCHEME) ||
      g_uri_get_host (uri) != NULL || g_uri_get_path (uri)[0] != '\0')
    {
      g_set_error (error,
                   ATLAS_LINK_ERROR,
                   ATLAS_LINK_ERROR_SYNTAX,
                   _ ("“%s” is no link to a view; one looks like atlas:?date=1871-07-04"),
                   link);
      return FALSE;
    }
  return (g_uri_get_query (uri) == NULL || parse_query (g_uri_get_query (uri), parts, error)) &&
         read_filter (parts, error);
}
