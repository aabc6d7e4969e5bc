/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-cover.h"
#include "atlas-date-format.h"
#include "atlas-timeline-track.h"
#include "atlas-tour-card.h"
#include "atlas-window-test.h"

/* The tours in the real window, by keyboard and by button. */

static const AtlasChapter *
get_chapter (AtlasWindow *window, guint number)
{
  guint n;
  const AtlasChapter *chapters =
    atlas_dataset_get_chapters (atlas_history_index_get_dataset (atlas_window_get_index (window)),
                                &n);

  g_assert_cmpuint (number, <, n);
  return &chapters[number];
}

static GtkWidget *
get_card (AtlasWindow *window)
{
  GtkWidget *card = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_TOUR_CARD);

  g_assert_nonnull (card);
  return card;
}

/* The card says the step, and map and time are where it wants them. */
static void
assert_step (AtlasWindow *window, guint number, guint step)
{
  const AtlasChapter *chapter = get_chapter (window, number);
  const AtlasChapterStep *expected = &chapter->steps[step];
  AtlasViewState *state = atlas_window_get_state (window);
  const char *lang = atlas_view_state_get_language (state);
  GtkWidget *card = get_card (window);
  g_autofree char *count = g_strdup_printf ("%u of %u", step + 1, chapter->n_steps);
  g_autofree char *text = atlas_test_read_text (card);
  double lon, lat, zoom;

  g_assert_true (gtk_widget_get_mapped (card));
  g_assert_cmpstr (atlas_view_state_get_chapter (state), ==, chapter->id);
  g_assert_cmpuint (atlas_view_state_get_chapter_step (state), ==, step);
  g_assert_nonnull (atlas_test_find_label (card, atlas_text_get (expected->title, lang)));
  g_assert_nonnull (atlas_test_find_label (card, count));
  g_assert_nonnull (strstr (text, atlas_text_get (expected->text, lang)));
  g_assert_cmpint (atlas_view_state_get_date (state), ==, expected->date);
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  g_assert_cmpfloat_with_epsilon (lon, expected->lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (zoom, expected->zoom, 1e-6);
}

static AtlasWindow *
open_tour (guint number)
{
  AtlasWindow *window = atlas_test_window_open ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.begin-chapter", "u", number);
  atlas_test_next_frame (GTK_WIDGET (window));
  assert_step (window, number, 0);
  return window;
}

static void
test_keys (void)
{
  AtlasWindow *window = open_tour (1);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *card = get_card (window);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  /* The way on has the keyboard, so that Enter is enough. */
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, card));
  atlas_test_key (focus, "Return");
  assert_step (window, 1, 1);
  atlas_test_key (atlas_test_get_map (window), "shift+n");
  assert_step (window, 1, 2);
  atlas_test_key (atlas_test_get_track (window), "shift+p");
  assert_step (window, 1, 1);
  atlas_test_key (atlas_test_get_map (window), "shift+p");
  atlas_test_key (atlas_test_get_map (window), "shift+p");
  assert_step (window, 1, 0);

  /* First what is selected goes, then the tour. */
  atlas_view_state_set_selection (state, get_chapter (window, 1)->steps[0].highlights[0]);
  atlas_test_key (atlas_test_get_map (window), "Escape");
  assert_step (window, 1, 0);
  atlas_test_key (atlas_test_get_map (window), "Escape");
  g_assert_cmpstr (atlas_view_state_get_chapter (state), ==, NULL);
  g_assert_false (gtk_widget_get_mapped (card));
  atlas_test_key (atlas_test_get_map (window), "shift+n");
  g_assert_cmpstr (atlas_view_state_get_chapter (state), ==, NULL);
  atlas_test_window_close (window);
}

static void
test_wander (void)
{
  AtlasWindow *window = open_tour (1);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *card = get_card (window);
  GtkWidget *button = atlas_test_find_button (card, "Back to the Tour");

  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_mapped (button));
  atlas_test_key (atlas_test_get_track (window), "Right");
  atlas_test_next_frame (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (button));
  atlas_test_key (atlas_test_get_track (window), "t");
  assert_step (window, 1, 0);
  atlas_test_next_frame (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_mapped (button));

  atlas_view_state_set_view (state, 60.0, 40.0, 5.0);
  atlas_test_next_frame (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (button));
  atlas_test_click (button,
                    gtk_widget_get_width (button) / 2.0,
                    gtk_widget_get_height (button) / 2.0);
  assert_step (window, 1, 0);

  /* What is played runs away, and the next step stops it. */
  atlas_view_state_set_playing (state, TRUE);
  atlas_test_key (atlas_test_get_map (window), "shift+n");
  assert_step (window, 1, 1);
  g_assert_false (atlas_view_state_get_playing (state));
  atlas_test_window_close (window);
}

/* The last step of a chapter leads to the next one, whose years the timeline then shows. */
static void
test_next_chapter (void)
{
  AtlasWindow *window = open_tour (1);
  AtlasTimelineTrack *track = ATLAS_TIMELINE_TRACK (atlas_test_get_track (window));
  const AtlasChapter *next = get_chapter (window, 2);
  g_autofree char *name = g_strdup_printf ("III · %s", atlas_text_get (next->title, "en"));
  AtlasTimeSpan axis;

  for (guint i = 1; i < get_chapter (window, 1)->n_steps; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.tour-next", NULL);
  atlas_test_next_frame (GTK_WIDGET (window));
  assert_step (window, 1, get_chapter (window, 1)->n_steps - 1);
  g_assert_nonnull (atlas_test_find_button (get_card (window), name));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tour-next", NULL);
  atlas_test_next_frame (GTK_WIDGET (window));
  assert_step (window, 2, 0);
  axis = atlas_timeline_track_get_span (track);
  g_assert_cmpint (axis.begin, <=, next->when.begin);
  g_assert_cmpint (axis.end, >=, next->when.end);
  g_assert_cmpint (axis.end - axis.begin, <, 2 * (next->when.end - next->when.begin));
  atlas_test_window_close (window);
}

static void
test_language (void)
{
  AtlasWindow *window = open_tour (3);

  atlas_view_state_set_language (atlas_window_get_state (window), "zh-Hant");
  atlas_test_next_frame (GTK_WIDGET (window));
  assert_step (window, 3, 0);
  atlas_test_window_close (window);
}

/* The halo is on the map: about the main event of the step there is more of the accent than on the
 * same map without a tour. */
static void
test_highlight (void)
{
  AtlasWindow *window = open_tour (1);
  AtlasViewState *state = atlas_window_get_state (window);
  AtlasDataset *dataset = atlas_history_index_get_dataset (atlas_window_get_index (window));
  AtlasPlace *place;
  cairo_surface_t *with, *without;
  double lon, lat, x, y, most = 0.0;

  place = atlas_dataset_lookup_place (dataset,
                                      atlas_event_get_site (
                                        atlas_dataset_lookup_event (dataset,
                                                                    get_chapter (window, 1)
                                                                      ->steps[0]
                                                                      .highlights[0])));
  g_assert_true (atlas_place_get_location (place, &lon, &lat));
  atlas_test_settle (window);
  atlas_test_locate (window, lon, lat, &x, &y);
  with = atlas_test_render (atlas_test_get_map (window));
  atlas_view_state_set_chapter (state, NULL, 0);
  atlas_test_settle (window);
  without = atlas_test_render (atlas_test_get_map (window));
  for (int side = -1; side <= 1; side += 2)
    for (int reach = 14; reach < 30; reach++)
      most = MAX (most,
                  atlas_test_distance (atlas_test_mean (with, x + side * reach, y, 0),
                                       atlas_test_mean (without, x + side * reach, y, 0)));
  g_assert_cmpfloat (most, >, 60.0);
  cairo_surface_destroy (with);
  cairo_surface_destroy (without);
  atlas_test_window_close (window);
}

int
main (int argc, char *argv[])
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/app/window-tour/keys", test_keys);
  g_test_add_func ("/app/window-tour/wander", test_wander);
  g_test_add_func ("/app/window-tour/next-chapter", test_next_chapter);
  g_test_add_func ("/app/window-tour/language", test_language);
  g_test_add_func ("/app/window-tour/highlight", test_highlight);
  return g_test_run ();
}
