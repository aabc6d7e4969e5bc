/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-cover.h"
#include "atlas-layers-menu.h"
#include "atlas-timeline-track.h"
#include "atlas-visible-set.h"
#include "atlas-window-test.h"

/* The title page and the layers menu of the window. */

static AtlasWindow *
open_cover (GtkWidget **cover)
{
  AtlasWindow *window = atlas_test_window_new (NULL);

  atlas_test_settle (window);
  *cover = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_COVER);
  g_assert_nonnull (*cover);
  g_assert_true (gtk_widget_get_mapped (*cover));
  g_assert_false (gtk_widget_get_mapped (atlas_test_get_track (window)));
  atlas_test_next_frame (GTK_WIDGET (window));
  return window;
}

static void
click_middle (GtkWidget *widget)
{
  atlas_test_click (widget,
                    gtk_widget_get_width (widget) / 2.0,
                    gtk_widget_get_height (widget) / 2.0);
}

/* A chapter with a tour opens where its first step is, any other where it says itself. */
static void
assert_chapter (AtlasWindow *window, GtkWidget *cover, const AtlasChapter *chapter)
{
  AtlasViewState *state = atlas_window_get_state (window);
  AtlasTimeSpan span =
    atlas_timeline_track_get_span (ATLAS_TIMELINE_TRACK (atlas_test_get_track (window)));
  const AtlasChapterStep *first = chapter->n_steps > 0 ? &chapter->steps[0] : NULL;
  double lon, lat, zoom;

  g_assert_false (gtk_widget_get_mapped (cover));
  g_assert_true (gtk_widget_get_mapped (atlas_test_get_track (window)));
  g_assert_cmpint (atlas_view_state_get_date (state),
                   ==,
                   first != NULL ? first->date : chapter->date);
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  g_assert_cmpfloat_with_epsilon (lon, first != NULL ? first->lon : chapter->lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (lat, first != NULL ? first->lat : chapter->lat, 1e-6);
  g_assert_cmpfloat_with_epsilon (zoom, first != NULL ? first->zoom : chapter->zoom, 1e-6);
  g_assert_cmpint (span.begin, <=, chapter->when.begin);
  g_assert_cmpint (span.end, >=, chapter->when.end);
}

/* A card leads to its chapter: date, view and years. */
static void
test_chapters (void)
{
  GtkWidget *cover, *card;
  AtlasWindow *window = open_cover (&cover);
  guint n;
  const AtlasChapter *chapters =
    atlas_dataset_get_chapters (atlas_history_index_get_dataset (atlas_window_get_index (window)),
                                &n);

  g_assert_cmpuint (n, >=, 3);
  card = atlas_test_find_class (cover, "chapter");
  for (guint i = 0; i < n; i++, card = gtk_widget_get_next_sibling (card))
    {
      g_assert_nonnull (card);
      g_assert_nonnull (atlas_test_find_label (card, atlas_text_get (chapters[i].title, "en")));
      atlas_test_scroll_to (card);
      click_middle (card);
      assert_chapter (window, cover, &chapters[i]);

      /* Back to the title page for the next one. */
      gtk_widget_activate_action (GTK_WIDGET (window), "win.chapters", NULL);
      g_assert_true (gtk_widget_get_mapped (cover));
      atlas_test_next_frame (GTK_WIDGET (window));
    }
  g_assert_null (card);

  card = atlas_test_find_button (cover, "Begin Chapter I");
  atlas_test_scroll_to (card);
  click_middle (card);
  assert_chapter (window, cover, &chapters[0]);
  atlas_test_window_close (window);
}

/* Whoever goes exploring finds the date and the view of the title page. */
static void
test_explore (void)
{
  GtkWidget *cover, *button;
  AtlasWindow *window = open_cover (&cover);
  AtlasDay date = atlas_view_state_get_date (atlas_window_get_state (window));

  button = atlas_test_find_button (cover, "Explore Freely");
  g_assert_nonnull (button);
  atlas_test_scroll_to (button);
  click_middle (button);
  g_assert_false (gtk_widget_get_mapped (cover));
  g_assert_true (gtk_widget_get_mapped (atlas_test_get_track (window)));
  g_assert_cmpint (atlas_view_state_get_date (atlas_window_get_state (window)), ==, date);
  atlas_test_window_close (window);
}

static void
test_escape (void)
{
  GtkWidget *cover;
  AtlasWindow *window = open_cover (&cover);

  atlas_test_key (atlas_test_get_map (window), "Escape");
  g_assert_false (gtk_widget_get_mapped (cover));
  g_assert_cmpstr (atlas_view_state_get_selection (atlas_window_get_state (window)), ==, NULL);
  atlas_test_window_close (window);
}

/* The title page speaks the language of the texts. */
static void
test_cover_language (void)
{
  GtkWidget *cover;
  AtlasWindow *window = open_cover (&cover);
  guint n;
  const AtlasChapter *chapters =
    atlas_dataset_get_chapters (atlas_history_index_get_dataset (atlas_window_get_index (window)),
                                &n);

  atlas_view_state_set_language (atlas_window_get_state (window), "zh-Hant");
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (atlas_test_find_label (cover, atlas_text_get (chapters[i].title, "zh-Hant")));
  atlas_test_window_close (window);
}

static GtkWidget *
open_layers (AtlasWindow *window)
{
  GtkWidget *menu = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_LAYERS_MENU);
  GtkWidget *button;

  g_assert_nonnull (menu);
  button = gtk_widget_get_ancestor (menu, GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  atlas_test_next_frame (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (menu));
  return menu;
}

static GtkWidget *
find_switch (GtkWidget *menu, const char *words)
{
  GtkLabel *label = atlas_test_find_label (menu, words);
  GtkWidget *button;

  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (button);
  return button;
}

static void
click_switch (GtkWidget *menu, const char *words)
{
  GtkWidget *button = find_switch (menu, words);

  atlas_test_click (button, 8, gtk_widget_get_height (button) / 2.0);
}

/* Each switch changes its own flag, and back. */
static void
test_switches (void)
{
  static const struct
  {
    const char *words;
    AtlasShowFlags flag;
  } switches[] = {
    { "Territories", ATLAS_SHOW_TERRITORIES },
    { "Borders", ATLAS_SHOW_BORDERS },
    { "Routes", ATLAS_SHOW_ROUTES },
    { "Events", ATLAS_SHOW_EVENTS },
    { "Relief", ATLAS_SHOW_RELIEF },
    { "Borders of today", ATLAS_SHOW_MODERN_BORDERS },
    { "Places", ATLAS_SHOW_PLACES },
    { "Ranges, deserts and waters", ATLAS_SHOW_PHYSICAL_NAMES },
  };
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *menu = open_layers (window);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      guint before = atlas_view_state_get_show (state);
      GtkCheckButton *button = GTK_CHECK_BUTTON (find_switch (menu, switches[i].words));

      g_assert_cmpint (gtk_check_button_get_active (button),
                       ==,
                       (before & (guint) switches[i].flag) != 0);
      click_switch (menu, switches[i].words);
      g_assert_cmpuint (atlas_view_state_get_show (state), ==, before ^ (guint) switches[i].flag);
      g_assert_cmpint (gtk_check_button_get_active (button),
                       ==,
                       (before & (guint) switches[i].flag) == 0);
      click_switch (menu, switches[i].words);
      g_assert_cmpuint (atlas_view_state_get_show (state), ==, before);
    }

  click_switch (menu, "Muted colours");
  g_assert_cmpint (atlas_view_state_get_style (state), ==, ATLAS_MAP_STYLE_MUTED);
  click_switch (menu, "Muted colours");
  g_assert_cmpint (atlas_view_state_get_style (state), ==, ATLAS_MAP_STYLE_LIGHT);
  atlas_test_window_close (window);
}

/* One switch takes away what rests on one account: more than a hundred events of 1863 and 1864. */
static void
test_uncorroborated (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  g_autoptr (AtlasVisibleSet) visible = atlas_visible_set_new (state);
  GtkWidget *menu;
  guint all, without;

  atlas_visible_set_set_index (visible, atlas_window_get_index (window));
  atlas_view_state_set_window_length (state, ATLAS_WINDOW_FIVE_YEARS);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1864, 1, 1));
  all = g_list_model_get_n_items (G_LIST_MODEL (visible));
  menu = open_layers (window);
  click_switch (menu, "Events that rest on one account");
  without = g_list_model_get_n_items (G_LIST_MODEL (visible));
  g_assert_cmpuint (without, >, 0);
  g_assert_cmpuint (all - without, >=, 100);
  for (guint i = 0; i < without; i++)
    {
      g_autoptr (AtlasRecord) event = g_list_model_get_item (G_LIST_MODEL (visible), i);

      g_assert_cmpint (atlas_record_get_status (event), !=, ATLAS_STATUS_UNCORROBORATED);
    }
  atlas_test_window_close (window);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/app/window-panel/chapters", test_chapters);
  g_test_add_func ("/app/window-panel/explore", test_explore);
  g_test_add_func ("/app/window-panel/escape", test_escape);
  g_test_add_func ("/app/window-panel/cover-language", test_cover_language);
  g_test_add_func ("/app/window-panel/switches", test_switches);
  g_test_add_func ("/app/window-panel/uncorroborated", test_uncorroborated);
  return g_test_run ();
}
