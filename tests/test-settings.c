/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "atlas-link.h"

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
test_last_view (void)
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
      g_autoptr (AtlasViewState) next = atlas_view_state_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *link = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *again = NULL;

      atlas_view_state_set_view (state, corners[i][0], corners[i][1], corners[i][2]);
      atlas_view_state_set_date (state, atlas_day_from_gregorian (1871, 7, 4 + (int) i));
      atlas_view_state_set_selection (state, "event/伊犁");
      link = atlas_link_write (state);
      g_assert_true (g_settings_set_string (settings, "last-view", link));
      kept = g_settings_get_string (settings, "last-view");
      g_assert_true (atlas_link_apply (kept, next, NULL, &error));
      g_assert_no_error (error);
      again = atlas_link_write (next);
      g_assert_cmpstr (again, ==, link);
    }
}

/* On a first start nothing is restored and the language is that of the session. */
static void
test_first_start (void)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autofree char *language = NULL;
  g_autofree char *view = NULL;

  /* The memory of one process is shared by its tests. */
  g_settings_reset (settings, "content-language");
  g_settings_reset (settings, "last-view");
  language = g_settings_get_string (settings, "content-language");
  view = g_settings_get_string (settings, "last-view");

  g_assert_cmpstr (language, ==, "");
  g_assert_cmpstr (view, ==, "");
  g_assert_false (g_settings_get_boolean (settings, "window-maximized"));
  g_assert_true (g_settings_get_boolean (settings, "panel-visible"));
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 1440);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 900);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/show", test_show);
  g_test_add_func ("/settings/last-view", test_last_view);
  g_test_add_func ("/settings/first-start", test_first_start);
  return g_test_run ();
}
