/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-edtf.h"
#include "atlas-link.h"

#define MAX_DURATION_YEARS 1000

G_DEFINE_QUARK (atlas_link_error, atlas_link_error)

/* A duration of the calendar. */
typedef struct
{
  int years;
  int months;
  int days;
} Duration;

/* What a link says, before any of it is done. */
typedef struct
{
  gboolean has_date, has_window, has_lon, has_lat, has_zoom, has_show;
  AtlasDay date;
  AtlasWindowLength window_length;
  AtlasTimeSpan free_window; /* begin and end, or an empty span where @duration tells it */
  Duration duration;
  double lon, lat, zoom;
  AtlasStep step;
  AtlasSort sort;
  AtlasGroup group;
  AtlasShowFlags show;
  gboolean muted;
  char *language;
  char *selection;
  char *viewpoint;
  char *without;
  char *only;
  const AtlasFilter *filter; /* what the two of them say */
  int afterglow_days;
  double days_per_second;
  AtlasLoop loop;
  gboolean skip_quiet, pause_on_events, playing;
  gboolean has_compare;
  AtlasDay compare_date;
  AtlasCompareMode compare_mode;
} Parsed;

static void
parsed_clear (Parsed *self)
{
  g_free (self->language);
  g_free (self->selection);
  g_free (self->viewpoint);
  g_free (self->without);
  g_free (self->only);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parsed, parsed_clear)

/* The windows of a set length, as durations. */
static const struct
{
  AtlasWindowLength length;
  Duration duration;
  const char *text;
} windows[] = {
  { ATLAS_WINDOW_DAY, { 0, 0, 1 }, "P1D" },        { ATLAS_WINDOW_MONTH, { 0, 1, 0 }, "P1M" },
  { ATLAS_WINDOW_SEASON, { 0, 3, 0 }, "P3M" },     { ATLAS_WINDOW_YEAR, { 1, 0, 0 }, "P1Y" },
  { ATLAS_WINDOW_FIVE_YEARS, { 5, 0, 0 }, "P5Y" }, { ATLAS_WINDOW_25_YEARS, { 25, 0, 0 }, "P25Y" },
};

static void
append (GString *link, const char *key, const char *value)
{
  /* Slashes, colons and commas may stand in a query as they are, and ids stay readable. */
  g_string_append_printf (link, "%s%s=", link->str[link->len - 1] == '?' ? "" : "&", key);
  g_string_append_uri_escaped (link, value, "/:,", TRUE);
}

static void
append_number (GString *link, const char *key, double value, int decimals)
{
  char format[8], text[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (text, sizeof text, format, value);
  if (strchr (text, '.') != NULL)
    {
      gsize length = strlen (text);

      while (text[length - 1] == '0')
        text[--length] = '\0';
      if (text[length - 1] == '.')
        text[--length] = '\0';
    }
  append (link, key, g_str_equal (text, "-0") ? "0" : text);
}

static char *
format_day (AtlasDay day)
{
  int year, month, day_of_month;

  atlas_day_to_gregorian (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day_of_month);
}

static void
append_day (GString *link, const char *key, AtlasDay day)
{
  g_autofree char *text = format_day (day);

  append (link, key, text);
}

static void
append_window (GString *link, AtlasViewState *state)
{
  AtlasWindowLength length = atlas_view_state_get_window_length (state);
  AtlasTimeSpan window = atlas_view_state_get_window (state);
  g_autofree char *begin =
    length == ATLAS_WINDOW_FREE ? format_day (window.begin) : g_strdup ("..");
  g_autofree char *end = format_day (window.end);
  g_autofree char *both = g_strdup_printf ("%s/%s", begin, end);

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (windows[i].length == length)
      {
        append (link, "window", windows[i].text);
        return;
      }
  append (link, "window", both);
}

static const char *
get_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

static void
append_show (GString *link, AtlasShowFlags show)
{
  g_autoptr (GFlagsClass) klass = g_type_class_ref (ATLAS_TYPE_SHOW_FLAGS);
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value & show)
      g_string_append_printf (nicks,
                              "%s%s",
                              nicks->len > 0 ? "," : "",
                              klass->values[i].value_nick);
  append (link, "show", nicks->str);
}

static void
append_filter (GString *link, const AtlasFilter *filter)
{
  if (atlas_filter_get_without_text (filter) != NULL)
    append (link, "without", atlas_filter_get_without_text (filter));
  if (atlas_filter_get_only_text (filter) != NULL)
    append (link, "only", atlas_filter_get_only_text (filter));
}

static void
append_order (GString *link, AtlasViewState *state)
{
  if (atlas_view_state_get_sort (state) != ATLAS_SORT_DATE)
    append (link, "sort", get_nick (ATLAS_TYPE_SORT, (int) atlas_view_state_get_sort (state)));
  if (atlas_view_state_get_group (state) != ATLAS_GROUP_NONE)
    append (link, "group", get_nick (ATLAS_TYPE_GROUP, (int) atlas_view_state_get_group (state)));
}

static void
append_playback (GString *link, AtlasViewState *state)
{
  double speed = atlas_view_state_get_days_per_second (state);

  if (speed < 30.0 || speed > 30.0)
    append_number (link, "speed", speed, 4);
  if (atlas_view_state_get_loop (state) != ATLAS_LOOP_NONE)
    append (link, "loop", get_nick (ATLAS_TYPE_LOOP, (int) atlas_view_state_get_loop (state)));
  if (atlas_view_state_get_skip_quiet (state))
    append (link, "skip-quiet", "yes");
  if (atlas_view_state_get_pause_on_events (state))
    append (link, "pause-on-events", "yes");
  if (atlas_view_state_get_playing (state))
    append (link, "playing", "yes");
}

char *
atlas_link_write (AtlasViewState *state)
{
  GString *link = g_string_new (ATLAS_LINK_SCHEME ":?");
  double lon, lat, zoom;
  int afterglow;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  append_day (link, "date", atlas_view_state_get_date (state));
  append_window (link, state);
  if (atlas_view_state_get_step (state) != ATLAS_STEP_DAY)
    append (link, "step", get_nick (ATLAS_TYPE_STEP, (int) atlas_view_state_get_step (state)));
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  append_number (link, "lon", lon, 5);
  append_number (link, "lat", lat, 5);
  append_number (link, "zoom", zoom, 3);
  if (atlas_view_state_get_selection (state) != NULL)
    append (link, "select", atlas_view_state_get_selection (state));
  if (atlas_view_state_get_viewpoint (state) != NULL)
    append (link, "viewpoint", atlas_view_state_get_viewpoint (state));
  append_show (link, atlas_view_state_get_show (state));
  append_filter (link, atlas_view_state_get_filter (state));
  append_order (link, state);
  append (link, "lang", atlas_view_state_get_language (state));
  if (atlas_view_state_get_style (state) == ATLAS_MAP_STYLE_MUTED)
    append (link, "style", "muted");
  afterglow = atlas_view_state_get_afterglow_days (state);
  if (afterglow >= 0)
    {
      g_autofree char *text = g_strdup_printf ("P%dD", afterglow);

      append (link, "afterglow", text);
    }
  append_playback (link, state);
  if (atlas_view_state_get_compare_mode (state) != ATLAS_COMPARE_NONE)
    {
      append_day (link, "compare", atlas_view_state_get_compare_date (state));
      append (link,
              "compare-mode",
              get_nick (ATLAS_TYPE_COMPARE_MODE, (int) atlas_view_state_get_compare_mode (state)));
    }
  return g_string_free (link, FALSE);
}

gboolean
atlas_link_is_link (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return g_ascii_strncasecmp (text, ATLAS_LINK_SCHEME ":", strlen (ATLAS_LINK_SCHEME ":")) == 0;
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
read_duration (const char *value, Duration *duration)
{
  static const char units[] = "YMWD";
  const char *unit = units;
  const char *p = value;

  *duration = (Duration){ 0 };
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
read_window (const char *value, Parsed *parsed, GError **error)
{
  const char *expected =
    _ ("a duration such as P1Y, two dates such as 1876-08-17/1877-12-31, or ../ and a date");
  const char *slash = strchr (value, '/');

  parsed->has_window = TRUE;
  parsed->window_length = ATLAS_WINDOW_FREE;
  parsed->free_window = (AtlasTimeSpan){ 1, 0 };
  if (slash != NULL)
    {
      g_autofree char *begin = g_strndup (value, (gsize) (slash - value));
      AtlasDay from = 0, to;

      if ((!g_str_equal (begin, "..") && !read_day ("window", begin, &from, NULL)) ||
          !read_day ("window", slash + 1, &to, NULL))
        return refuse ("window", value, expected, error);
      if (g_str_equal (begin, ".."))
        parsed->window_length = ATLAS_WINDOW_ALL_UP_TO_NOW;
      else if (to < from)
        return refuse ("window", value, _ ("a window that does not end before it begins"), error);
      parsed->free_window = (AtlasTimeSpan){ from, to };
      return TRUE;
    }
  if (!read_duration (value, &parsed->duration))
    return refuse ("window", value, expected, error);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (memcmp (&windows[i].duration, &parsed->duration, sizeof (Duration)) == 0)
      parsed->window_length = windows[i].length;
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
read_id (const char *key, const char *value, char **id, GError **error)
{
  if (value[0] == '\0' || strlen (value) > 200)
    return refuse (key, value, _ ("the id of a record"), error);
  *id = g_str_equal (key, "viewpoint") && strchr (value, '/') == NULL
          ? g_strconcat ("polity/", value, NULL)
          : g_strdup (value);
  return TRUE;
}

static gboolean
read_afterglow (const char *value, int *days, GError **error)
{
  Duration duration;

  if (!read_duration (value, &duration) || duration.years != 0 || duration.months != 0)
    return refuse ("afterglow", value, _ ("a duration in days such as P90D"), error);
  *days = duration.days;
  return TRUE;
}

static gboolean
read_place_key (const char *key, const char *value, Parsed *parsed, gboolean *known, GError **error)
{
  if (g_str_equal (key, "date"))
    return parsed->has_date = read_day (key, value, &parsed->date, error);
  if (g_str_equal (key, "window"))
    return read_window (value, parsed, error);
  if (g_str_equal (key, "lon"))
    return parsed->has_lon = read_number (key, value, &parsed->lon, error);
  if (g_str_equal (key, "lat"))
    return parsed->has_lat = read_number (key, value, &parsed->lat, error);
  if (g_str_equal (key, "zoom"))
    return parsed->has_zoom = read_number (key, value, &parsed->zoom, error);
  if (g_str_equal (key, "select"))
    return read_id (key, value, &parsed->selection, error);
  if (g_str_equal (key, "viewpoint"))
    return read_id (key, value, &parsed->viewpoint, error);
  if (g_str_equal (key, "without") || g_str_equal (key, "only"))
    {
      *(key[0] == 'w' ? &parsed->without : &parsed->only) = g_strdup (value);
      return TRUE;
    }
  *known = FALSE;
  return TRUE;
}

static gboolean
read_manner_key (const char *key,
                 const char *value,
                 Parsed *parsed,
                 gboolean *known,
                 GError **error)
{
  int number = 0;

  if (g_str_equal (key, "show"))
    return parsed->has_show = read_show (value, &parsed->show, error);
  if (g_str_equal (key, "lang"))
    {
      parsed->language = g_strdup (value);
      return value[0] != '\0' || refuse (key, value, _ ("a language tag such as zh-Hant"), error);
    }
  if (g_str_equal (key, "style"))
    {
      parsed->muted = g_str_equal (value, "muted");
      return parsed->muted || refuse (key, value, "muted", error);
    }
  if (g_str_equal (key, "afterglow"))
    return read_afterglow (value, &parsed->afterglow_days, error);
  if (g_str_equal (key, "step"))
    {
      gboolean done = read_enum (ATLAS_TYPE_STEP, key, value, &number, error);

      parsed->step = (AtlasStep) number;
      return done;
    }
  if (g_str_equal (key, "sort"))
    {
      gboolean done = read_enum (ATLAS_TYPE_SORT, key, value, &number, error);

      parsed->sort = (AtlasSort) number;
      return done;
    }
  if (g_str_equal (key, "group"))
    {
      gboolean done = read_enum (ATLAS_TYPE_GROUP, key, value, &number, error);

      parsed->group = (AtlasGroup) number;
      return done;
    }
  *known = FALSE;
  return TRUE;
}

static gboolean
read_playback_key (const char *key,
                   const char *value,
                   Parsed *parsed,
                   gboolean *known,
                   GError **error)
{
  gboolean done;
  int number = 0;

  if (g_str_equal (key, "speed"))
    return read_number (key, value, &parsed->days_per_second, error);
  if (g_str_equal (key, "skip-quiet"))
    return read_yes_or_no (key, value, &parsed->skip_quiet, error);
  if (g_str_equal (key, "pause-on-events"))
    return read_yes_or_no (key, value, &parsed->pause_on_events, error);
  if (g_str_equal (key, "playing"))
    return read_yes_or_no (key, value, &parsed->playing, error);
  if (g_str_equal (key, "compare"))
    return parsed->has_compare = read_day (key, value, &parsed->compare_date, error);
  if (g_str_equal (key, "loop"))
    {
      done = read_enum (ATLAS_TYPE_LOOP, key, value, &number, error);
      parsed->loop = (AtlasLoop) number;
      return done;
    }
  if (g_str_equal (key, "compare-mode"))
    {
      done = read_enum (ATLAS_TYPE_COMPARE_MODE, key, value, &number, error);
      parsed->compare_mode = (AtlasCompareMode) number;
      return done;
    }
  *known = FALSE;
  return TRUE;
}

static gboolean
read_pair (const char *key, const char *value, Parsed *parsed, GError **error)
{
  static gboolean (*const readers[]) (const char *,
                                      const char *,
                                      Parsed *,
                                      gboolean *,
                                      GError **) = { read_place_key,
                                                     read_manner_key,
                                                     read_playback_key };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      gboolean known = TRUE;

      if (!readers[i](key, value, parsed, &known, error))
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
parse_query (const char *query, Parsed *parsed, GError **error)
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
      done = first && read_pair (key, owned, parsed, error);
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
read_filter (Parsed *parsed, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (atlas_filter_parse (parsed->without, parsed->only, &parsed->filter, &reason))
    return TRUE;
  g_set_error_literal (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_VALUE, reason->message);
  return FALSE;
}

static gboolean
parse (const char *link, Parsed *parsed, GError **error)
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
  return (g_uri_get_query (uri) == NULL || parse_query (g_uri_get_query (uri), parsed, error)) &&
         read_filter (parsed, error);
}

static gboolean
check_record (AtlasDataset *dataset, const char *id, gboolean polity, GError **error)
{
  AtlasRecord *record;

  if (dataset == NULL || id == NULL)
    return TRUE;
  record = atlas_dataset_lookup (dataset, id);
  if (record != NULL && (!polity || ATLAS_IS_POLITY (record)))
    return TRUE;
  g_set_error (error,
               ATLAS_LINK_ERROR,
               ATLAS_LINK_ERROR_RECORD,
               _ ("The atlas has no “%s”, which the link names"),
               id);
  return FALSE;
}

static gboolean
check_filter (AtlasDataset *dataset, const AtlasFilter *filter, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (dataset == NULL || atlas_filter_check (filter, dataset, &reason))
    return TRUE;
  g_set_error_literal (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_RECORD, reason->message);
  return FALSE;
}

/* Half of the duration on either side of the date, by its days about that date. */
static AtlasTimeSpan
centre_duration (Duration duration, AtlasDay date)
{
  AtlasDay end =
    atlas_day_add_months (atlas_day_add_years (date, duration.years), duration.months) +
    duration.days;
  AtlasDay half = (end - date) / 2;

  return (AtlasTimeSpan){ date - half, date + half };
}

static void
apply_window (const Parsed *parsed, AtlasViewState *state)
{
  AtlasDay date = atlas_view_state_get_date (state);

  if (!parsed->has_window)
    return;
  if (parsed->window_length != ATLAS_WINDOW_FREE)
    atlas_view_state_set_window_length (state, parsed->window_length);
  else if (atlas_time_span_is_empty (parsed->free_window))
    atlas_view_state_set_free_window (state, centre_duration (parsed->duration, date));
  else
    atlas_view_state_set_free_window (state, parsed->free_window);
}

static void
apply_view (const Parsed *parsed, AtlasViewState *state)
{
  double lon, lat, zoom;

  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  atlas_view_state_set_view (state,
                             parsed->has_lon ? parsed->lon : lon,
                             parsed->has_lat ? parsed->lat : lat,
                             parsed->has_zoom ? parsed->zoom : zoom);
}

static void
apply (const Parsed *parsed, AtlasViewState *state)
{
  /* Nobody hears of half a link. */
  g_object_freeze_notify (G_OBJECT (state));
  atlas_view_state_set_playing (state, FALSE);
  if (parsed->has_date)
    atlas_view_state_set_date (state, parsed->date);
  apply_window (parsed, state);
  apply_view (parsed, state);
  atlas_view_state_set_step (state, parsed->step);
  if (parsed->has_show)
    atlas_view_state_set_show (state, parsed->show);
  atlas_view_state_set_filter (state, parsed->filter);
  atlas_view_state_set_sort (state, parsed->sort);
  atlas_view_state_set_group (state, parsed->group);
  if (parsed->language != NULL)
    atlas_view_state_set_language (state, parsed->language);
  if (parsed->muted)
    atlas_view_state_set_style (state, ATLAS_MAP_STYLE_MUTED);
  atlas_view_state_set_afterglow_days (state, parsed->afterglow_days);
  atlas_view_state_set_viewpoint (state, parsed->viewpoint);
  atlas_view_state_set_selection (state, parsed->selection);
  atlas_view_state_set_days_per_second (state, parsed->days_per_second);
  atlas_view_state_set_loop (state, parsed->loop);
  atlas_view_state_set_skip_quiet (state, parsed->skip_quiet);
  atlas_view_state_set_pause_on_events (state, parsed->pause_on_events);
  if (parsed->has_compare)
    atlas_view_state_set_compare_date (state, parsed->compare_date);
  atlas_view_state_set_compare_mode (state,
                                     parsed->has_compare ? parsed->compare_mode
                                                         : ATLAS_COMPARE_NONE);
  atlas_view_state_set_playing (state, parsed->playing);
  g_object_thaw_notify (G_OBJECT (state));
}

gboolean
atlas_link_apply (const char *link, AtlasViewState *state, AtlasDataset *dataset, GError **error)
{
  g_auto (Parsed) parsed = {
    .afterglow_days = -1,
    .days_per_second = 30.0,
    .compare_mode = ATLAS_COMPARE_SWIPE,
  };

  g_return_val_if_fail (link != NULL, FALSE);
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), FALSE);

  if (!parse (link, &parsed, error) || !check_record (dataset, parsed.selection, FALSE, error) ||
      !check_record (dataset, parsed.viewpoint, TRUE, error) ||
      !check_filter (dataset, parsed.filter, error))
    return FALSE;
  apply (&parsed, state);
  return TRUE;
}
