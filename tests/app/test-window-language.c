/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-content-language.h"
#include "atlas-interface-language.h"
#include "atlas-preferences-window.h"
#include "atlas-timeline-track.h"
#include "atlas-window-test.h"

/* The language is changed while the atlas runs, and stays for the next start. */

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

/* The whole state as text, but for the language, which is meant to change. */
static char *
describe_state (AtlasWindow *window)
{
  AtlasViewState *state = atlas_window_get_state (window);
  AtlasTimeSpan axis =
    atlas_timeline_track_get_span (ATLAS_TIMELINE_TRACK (atlas_test_get_track (window)));
  double lon, lat, zoom;

  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  return g_strdup_printf ("%d %s %.4f %.4f %.3f %u %d %d",
                          atlas_view_state_get_date (state),
                          atlas_view_state_get_selection (state),
                          lon,
                          lat,
                          zoom,
                          atlas_view_state_get_show (state),
                          axis.begin,
                          axis.end);
}

/* Each language in turn, in one window that goes on showing what it showed. */
static void
test_renew (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  g_autoptr (AtlasRecord) event = g_object_ref (ATLAS_RECORD (
    atlas_dataset_lookup_event (atlas_history_index_get_dataset (atlas_window_get_index (window)),
                                "event/russian-occupation-of-ili-1871")));
  g_autofree char *before = NULL;
  guint n;
  const AtlasInterfaceLanguage *languages = atlas_interface_language_get_all (&n);

  g_assert_nonnull (event);
  atlas_view_state_set_selection (state, atlas_record_get_id (event));
  atlas_view_state_set_view (state, 81.3, 43.9, 6.0);
  atlas_test_settle (window);
  before = describe_state (window);

  for (guint i = 0; i < n; i++)
    {
      const char *tag = atlas_content_language_choose ((const char *[]){ languages[i].name, NULL });
      g_autofree char *after = NULL;

      atlas_interface_language_use (languages[i].name);
      atlas_window_renew (window);
      atlas_test_settle (window);
      after = describe_state (window);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpstr (atlas_view_state_get_language (state), ==, tag);
      g_assert_nonnull (atlas_test_find_label (GTK_WIDGET (window), _ ("Legend")));
      g_assert_nonnull (
        atlas_test_find_label (GTK_WIDGET (window),
                               atlas_text_get (atlas_record_get_title (event), tag)));
      g_assert_cmpint (g_str_equal (_ ("Legend"), "Legend"), ==, g_str_equal (tag, "en"));
    }
  atlas_interface_language_use ("");
  atlas_test_window_close (window);
}

/* The title page and an atlas that cannot be read are built anew as well. */
static void
test_renew_other_pages (void)
{
  g_autofree char *broken =
    g_test_build_filename (G_TEST_DIST, "fixtures", "broken", "not-json", NULL);
  AtlasWindow *window = atlas_test_window_new (NULL);
  g_autofree char *text = NULL;

  atlas_test_settle (window);
  atlas_interface_language_use ("zh_CN");
  atlas_window_renew (window);
  atlas_test_settle (window);
  g_assert_nonnull (atlas_test_find_button (GTK_WIDGET (window), _ ("Explore Freely")));
  g_assert_cmpstr (_ ("Explore Freely"), !=, "Explore Freely");
  g_assert_false (gtk_widget_get_mapped (atlas_test_get_track (window)));
  atlas_test_window_close (window);

  window = atlas_test_window_new (broken);
  while (atlas_test_find_class (GTK_WIDGET (window), "doubt") == NULL ||
         !gtk_widget_get_mapped (atlas_test_find_class (GTK_WIDGET (window), "doubt")))
    g_main_context_iteration (NULL, TRUE);
  atlas_interface_language_use ("ru");
  atlas_window_renew (window);
  atlas_test_next_frame (GTK_WIDGET (window));
  text = atlas_test_read_text (GTK_WIDGET (window));
  g_assert_nonnull (strstr (text, "all.geojson"));
  g_assert_nonnull (atlas_test_find_button (GTK_WIDGET (window), _ ("Try Again")));
  atlas_interface_language_use ("");
  atlas_test_window_close (window);
}

/* What is chosen in the rows holds at once and is there at the next start. */
static void
test_preferences (void)
{
  g_autoptr (GSettings) settings = create_settings ();
  g_autoptr (AtlasPreferences) preferences = atlas_preferences_new (settings);
  g_autoptr (AtlasPreferences) next = NULL;
  AtlasWindow *window = g_object_ref (atlas_window_new (NULL, preferences, NULL));
  GtkWidget *dialog = atlas_preferences_window_new (GTK_WINDOW (window), preferences);
  GtkWidget *group = atlas_test_find (dialog, ADW_TYPE_PREFERENCES_GROUP);
  AdwComboRow *interface_row = atlas_test_find (group, ADW_TYPE_COMBO_ROW);
  AdwComboRow *content_row =
    ADW_COMBO_ROW (gtk_widget_get_next_sibling (GTK_WIDGET (interface_row)));

  g_assert_cmpstr (atlas_view_state_get_language (atlas_window_get_state (window)), ==, "en");
  g_assert_cmpuint (adw_combo_row_get_selected (content_row), ==, 0);
  adw_combo_row_set_selected (content_row, 3);
  g_assert_cmpstr (atlas_view_state_get_language (atlas_window_get_state (window)), ==, "zh-Hant");
  adw_combo_row_set_selected (interface_row, 2);
  g_assert_cmpstr (atlas_preferences_get_interface_language (preferences), ==, "zh_CN");
  atlas_preferences_set_text_scale (preferences, 1.5);

  next = atlas_preferences_new (settings);
  g_assert_cmpstr (atlas_preferences_get_interface_language (next), ==, "zh_CN");
  g_assert_cmpstr (atlas_preferences_choose_content_language (next), ==, "zh-Hant");
  g_assert_cmpfloat_with_epsilon (atlas_preferences_get_text_scale (next), 1.5, 1e-9);

  /* Without a choice the texts follow the interface. */
  adw_combo_row_set_selected (content_row, 0);
  atlas_interface_language_use ("ru");
  g_assert_cmpstr (atlas_preferences_choose_content_language (next), ==, "ru");
  atlas_interface_language_use ("");
  g_assert_cmpstr (atlas_preferences_choose_content_language (next), ==, "en");
  gtk_window_destroy (GTK_WINDOW (dialog));
  atlas_test_window_close (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *locale = NULL;

  atlas_interface_language_prepare ();
  atlas_test_init_widgets (&argc, &argv);
  locale = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, locale);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/app/window-language/renew", test_renew);
  g_test_add_func ("/app/window-language/renew-other-pages", test_renew_other_pages);
  g_test_add_func ("/app/window-language/preferences", test_preferences);
  return g_test_run ();
}
