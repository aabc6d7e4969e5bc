/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "atlas-view-state.h"

/* The settings' schema and the program say the same: XML knows nothing of the C headers. */

static GSettings *
create_settings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettingsSchemaSource) source =
    g_settings_schema_source_new_from_directory (SCHEMA_DIR, NULL, TRUE, &error);
  g_autoptr (GSettingsSchema) schema = NULL;

  g_assert_no_error (error);
  schema = g_settings_schema_source_lookup (source, ATLAS_APP_ID, FALSE);
  g_assert_nonnull (schema);
  return g_settings_new_full (schema, NULL, NULL);
}

/* Every name and number of AtlasWindowLength can be kept and comes back. */
static void
test_window_length (void)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autoptr (GEnumClass) lengths = g_type_class_ref (ATLAS_TYPE_WINDOW_LENGTH);

  g_assert_cmpint (g_settings_get_enum (settings, "window-length"), ==, ATLAS_WINDOW_YEAR);
  for (guint i = 0; i < lengths->n_values; i++)
    {
      g_autofree char *nick = NULL;

      g_assert_true (g_settings_set_enum (settings, "window-length", lengths->values[i].value));
      nick = g_settings_get_string (settings, "window-length");
      g_assert_cmpstr (nick, ==, lengths->values[i].value_nick);
    }
}

/* The map of a first start is the map of a new view state; every sum of flags can be kept. */
static void
test_show (void)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autoptr (GFlagsClass) flags = g_type_class_ref (ATLAS_TYPE_SHOW_FLAGS);
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  guint all = 0;

  g_assert_cmpuint (g_settings_get_uint (settings, "show"), ==, ATLAS_SHOW_DEFAULT);
  g_assert_cmpuint (g_settings_get_uint (settings, "show"), ==, atlas_view_state_get_show (state));
  for (guint i = 0; i < flags->n_values; i++)
    all |= flags->values[i].value;
  g_assert_true (g_settings_set_uint (settings, "show", all));
  g_assert_cmpuint (g_settings_get_uint (settings, "show"), ==, all);
}

/* Whatever view the state allows can be kept, to the last corner. */
static void
test_view (void)
{
  static const double corners[][3] = {
    { -180.0, -90.0, 0.0 },
    { 180.0, 90.0, 30.0 },
    { 80.5, 43.3, 5.3 },
  };
  g_autoptr (GSettings) settings = create_settings ();
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double lon, lat, zoom;

      atlas_view_state_set_view (state, corners[i][0], corners[i][1], corners[i][2]);
      atlas_view_state_get_view (state, &lon, &lat, &zoom);
      g_assert_true (g_settings_set_double (settings, "longitude", lon));
      g_assert_true (g_settings_set_double (settings, "latitude", lat));
      g_assert_true (g_settings_set_double (settings, "zoom", zoom));
    }
}

static void
test_date (void)
{
  g_autoptr (GSettings) settings = create_settings ();
  AtlasDay day = atlas_day_from_gregorian (1871, 7, 4);

  g_assert_cmpint (g_settings_get_int (settings, "date"), ==, day);
  g_assert_true (g_settings_set_int (settings, "date", atlas_day_from_gregorian (1717, 1, 1)));
  g_assert_true (g_settings_set_int (settings, "date", atlas_day_from_gregorian (1949, 12, 31)));
}

/* On a first start nothing is restored and the language is that of the session. */
static void
test_first_start (void)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autofree char *language = g_settings_get_string (settings, "content-language");

  g_assert_cmpstr (language, ==, "");
  g_assert_false (g_settings_get_boolean (settings, "has-last-view"));
  g_assert_false (g_settings_get_boolean (settings, "window-maximized"));
  g_assert_true (g_settings_get_boolean (settings, "panel-visible"));
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 1440);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 900);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/window-length", test_window_length);
  g_test_add_func ("/settings/show", test_show);
  g_test_add_func ("/settings/view", test_view);
  g_test_add_func ("/settings/date", test_date);
  g_test_add_func ("/settings/first-start", test_first_start);
  return g_test_run ();
}
