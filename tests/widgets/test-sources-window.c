/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-filter-banner.h"
#include "atlas-record-page.h"
#include "atlas-sources-window.h"
#include "atlas-window-test.h"

/* Switches for all that the atlas rests on, in the real window. */

static GtkWidget *
open_sources (AtlasWindow *window)
{
  GtkWidget *dialog =
    g_object_ref_sink (atlas_sources_window_new (GTK_WINDOW (window),
                                                 atlas_window_get_state (window),
                                                 atlas_window_get_index (window)));

  gtk_window_present (GTK_WINDOW (dialog));
  atlas_test_next_frame (dialog);
  return dialog;
}

static void
close_sources (GtkWidget *dialog)
{
  gtk_window_destroy (GTK_WINDOW (dialog));
  atlas_test_flush ();
  g_assert_finalize_object (dialog);
}

static GtkWidget *
find_row (GtkWidget *dialog, const char *title)
{
  GtkLabel *label = atlas_test_find_label (dialog, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_ACTION_ROW);
}

static GtkSwitch *
find_switch (GtkWidget *dialog, const char *title)
{
  return atlas_test_find (find_row (dialog, title), GTK_TYPE_SWITCH);
}

/* How many events of the war that one text alone tells are in the window of time. */
static guint
count_war (AtlasWindow *window)
{
  AtlasViewState *state = atlas_window_get_state (window);
  g_autoptr (GPtrArray) events =
    atlas_history_index_events_in (atlas_window_get_index (window),
                                   (AtlasTimeSpan){ atlas_day_from_gregorian (1863, 1, 1),
                                                    atlas_day_from_gregorian (1864, 12, 31) },
                                   atlas_view_state_get_filter (state));
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    n += atlas_record_get_status (events->pdata[i]) == ATLAS_STATUS_UNCORROBORATED;
  return n;
}

static void
test_one_text_alone (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *dialog = open_sources (window);
  GtkWidget *row = find_row (dialog, "Ili Crisis (encyclopedia article)");
  GtkWidget *banner = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_FILTER_BANNER);
  GtkWidget *only = atlas_test_find_button (row, "Only This");
  g_autofree char *said = NULL;
  g_autofree char *said_then = NULL;

  g_assert_false (gtk_widget_get_visible (banner));
  g_assert_nonnull (only);
  g_signal_emit_by_name (only, "clicked");
  g_assert_true (gtk_switch_get_active (find_switch (dialog, "Ili Crisis (encyclopedia article)")));
  g_assert_false (
    gtk_switch_get_active (find_switch (dialog, "Treaty of Ili (encyclopedia article)")));
  g_assert_cmpuint (count_war (window), >, 100);
  g_assert_true (gtk_widget_get_visible (banner));
  atlas_test_next_frame (GTK_WIDGET (window));
  said = atlas_test_read_text (banner);
  g_assert_nonnull (strstr (said, "Only Ili Crisis (encyclopedia article)"));

  gtk_switch_set_active (find_switch (dialog, "One account that others contradict"), FALSE);
  g_assert_cmpuint (count_war (window), ==, 0);
  said_then = atlas_test_read_text (banner);
  g_assert_nonnull (strstr (said_then, "One account that others contradict"));

  gtk_widget_activate_action (banner, "win.show-everything", NULL);
  g_assert_null (atlas_view_state_get_filter (state));
  g_assert_false (gtk_widget_get_visible (banner));
  g_assert_true (
    gtk_switch_get_active (find_switch (dialog, "Treaty of Ili (encyclopedia article)")));
  close_sources (dialog);
  atlas_test_window_close (window);
}

/* The list narrows to what is typed, in either kind of Chinese characters too. */
static void
test_search (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  GtkWidget *dialog, *row, *other;
  GtkEditable *entry;

  atlas_view_state_set_language (atlas_window_get_state (window), "zh-Hant");
  dialog = open_sources (window);
  entry = atlas_test_find (dialog, GTK_TYPE_SEARCH_ENTRY);
  row = find_row (dialog, "伊犁危機（百科條目）");
  other = find_row (dialog, "東突厥斯坦共和國（百科條目）");
  gtk_editable_set_text (entry, "危机");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_false (gtk_widget_get_visible (other));
  gtk_editable_set_text (entry, "");
  g_assert_true (gtk_widget_get_visible (other));
  close_sources (dialog);
  atlas_test_window_close (window);
}

/* A page whose record is off says so, and a list on a page counts what it leaves out. */
static void
test_pages (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  AtlasDataset *dataset = atlas_history_index_get_dataset (atlas_window_get_index (window));
  AtlasRecord *off = NULL;
  GtkWidget *page;

  for (guint i = 0; off == NULL; i++)
    {
      off = atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i);
      if (atlas_record_get_status (off) != ATLAS_STATUS_UNCORROBORATED)
        off = NULL;
    }
  atlas_view_state_set_selection (state, atlas_record_get_id (off));
  page = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_RECORD_PAGE);
  g_assert_null (atlas_test_find_label (page, "This is switched off"));
  atlas_view_state_set_filter (state,
                               atlas_filter_with_status (NULL, ATLAS_STATUS_UNCORROBORATED, FALSE));
  g_assert_nonnull (atlas_test_find_label (page, "This is switched off"));

  atlas_view_state_set_selection (state, atlas_event_get_campaign (ATLAS_EVENT (off)));
  atlas_test_next_frame (GTK_WIDGET (window));
  {
    g_autofree char *text = atlas_test_read_text (page);

    g_assert_nonnull (strstr (text, "events are switched off"));
  }
  atlas_test_window_close (window);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/widgets/sources-window/one-text-alone", test_one_text_alone);
  g_test_add_func ("/widgets/sources-window/search", test_search);
  g_test_add_func ("/widgets/sources-window/pages", test_pages);
  return g_test_run ();
}
