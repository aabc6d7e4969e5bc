/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-link-private.h"

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

  for (guint i = 0; i < ATLAS_LINK_N_WINDOWS; i++)
    if (atlas_link_windows[i].length == length)
      {
        append (link, "window", atlas_link_windows[i].text);
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

/* The step as people count. */
static void
append_chapter (GString *link, AtlasViewState *state)
{
  const char *chapter = atlas_view_state_get_chapter (state);
  g_autofree char *text = NULL;

  if (chapter == NULL || !g_str_has_prefix (chapter, ATLAS_LINK_CHAPTER_PREFIX))
    return;
  text = g_strdup_printf ("%s/%u",
                          chapter + strlen (ATLAS_LINK_CHAPTER_PREFIX),
                          atlas_view_state_get_chapter_step (state) + 1);
  append (link, "chapter", text);
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
append_calendars (GString *link, AtlasViewState *state)
{
  gboolean julian = atlas_view_state_get_show_julian (state);
  gboolean regnal = atlas_view_state_get_show_regnal (state);

  append (link,
          "calendars",
          julian && regnal ? "julian,regnal"
          : julian         ? "julian"
          : regnal         ? "regnal"
                           : "");
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
  append_chapter (link, state);
  append_show (link, atlas_view_state_get_show (state));
  append_filter (link, atlas_view_state_get_filter (state));
  append_order (link, state);
  append (link, "lang", atlas_view_state_get_language (state));
  append_calendars (link, state);
  if (atlas_view_state_get_style (state) == ATLAS_MAP_STYLE_MUTED)
    append (link, "style", "muted");
  if (atlas_view_state_get_base (state) != NULL)
    append (link, "base", atlas_view_state_get_base (state));
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
