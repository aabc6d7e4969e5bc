/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-calendar.h"
#include "atlas-history.h"
#include "atlas-link.h"
#include "atlas-playback.h"
#include "atlas-timeline-handle.h"
#include "atlas-timeline-layout.h"
#include "atlas-timeline-track.h"
#include "atlas-visible-set.h"
#include "atlas-window-test.h"

/* Time in the real window: links, going back, and whatever hands do to the date. */

/* The view of a state holds together: its date in the range, its window about the date, its
 * selection in the atlas, and the list of events the one that looking at every event gives. */
static void
assert_consistent (AtlasViewState *state, AtlasHistoryIndex *index, AtlasVisibleSet *visible)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  AtlasTimeSpan range = atlas_view_state_get_range (state);
  AtlasTimeSpan window = atlas_view_state_get_window (state);
  AtlasDay date = atlas_view_state_get_date (state);
  const char *selection = atlas_view_state_get_selection (state);
  gboolean all = atlas_view_state_get_filter (state) == NULL;
  guint n = 0;

  g_assert_true (atlas_time_span_contains (range, date));
  g_assert_true (atlas_time_span_contains (window, date));
  g_assert_cmpint (atlas_view_state_get_afterglow (state), >=, 0);
  g_assert_true (selection == NULL || atlas_dataset_lookup (dataset, selection) != NULL);
  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT); i++)
    {
      AtlasRecord *event = atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i);

      if (atlas_record_get_when (event, NULL) &&
          atlas_time_span_overlaps (atlas_record_get_bounds (event), window) &&
          (all || atlas_record_get_status (event) != ATLAS_STATUS_UNCORROBORATED))
        n++;
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (visible)), ==, n);
}

typedef struct
{
  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasVisibleSet *visible;
  AtlasPlayback *playback;
  AtlasHistory *history;
  GtkWidget *slider;
  gint64 now;
} Hands;

static gint64
get_time_cb (gpointer data)
{
  return ((Hands *) data)->now;
}

static void
type_date (Hands *self)
{
  static const char *const texts[] = { "1871",       "1864-10",          "同治三年九月",
                                       "光緒七年",   "12 Feb 1881 O.S.", "民國三十三年十一月",
                                       "1717-01-01", "1949-12-31",       "1500",
                                       "2025-01-01", "no date",          "1864-02-30" };
  AtlasTimeSpan span;

  if (atlas_calendar_parse (texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))], &span, NULL))
    atlas_view_state_set_date (self->state, span.begin);
}

static void
play (Hands *self)
{
  atlas_view_state_set_loop (self->state, (AtlasLoop) g_test_rand_int_range (0, 3));
  atlas_view_state_set_skip_quiet (self->state, g_test_rand_bit ());
  atlas_view_state_set_pause_on_events (self->state, g_test_rand_bit ());
  atlas_view_state_set_days_per_second (self->state, g_test_rand_double_range (1.0, 5000.0));
  atlas_playback_set_stepped (self->playback, g_test_rand_bit ());
  atlas_view_state_set_playing (self->state, TRUE);
  for (int i = g_test_rand_int_range (1, 12); i > 0; i--)
    {
      self->now += g_test_rand_int_range (0, 900000);
      atlas_playback_tick (self->playback, self->now);
    }
  if (g_test_rand_bit ())
    atlas_view_state_set_playing (self->state, FALSE);
}

static void
press_key (Hands *self)
{
  static const char *const keys[] = { "Left", "Right", "shift+Left", "shift+Right", "Prior",
                                      "Next", "Home",  "End",        "plus",        "minus" };
  GtkWidget *handle = atlas_test_find (self->slider, ATLAS_TYPE_TIMELINE_HANDLE);
  GtkWidget *target = self->slider;

  if (g_test_rand_int_range (0, 3) == 0)
    target = g_test_rand_bit () ? handle : gtk_widget_get_next_sibling (handle);
  atlas_view_state_set_step (self->state, (AtlasStep) g_test_rand_int_range (0, 3));
  /* A handle outside the axis has no place on the screen and takes no keys. */
  if (gtk_widget_get_child_visible (target))
    atlas_test_key (target, keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))]);
}

static void
drag (Hands *self)
{
  int width = gtk_widget_get_width (self->slider), height = gtk_widget_get_height (self->slider);
  int y = g_test_rand_int_range (0, height);

  atlas_test_press (self->slider, g_test_rand_int_range (2, width - 2), y);
  for (int i = 0; i < 3; i++)
    atlas_test_point (self->slider, g_test_rand_int_range (2, width - 2), y);
  atlas_test_release (self->slider);
}

static void
change_window (Hands *self)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);

  if (g_test_rand_bit ())
    atlas_view_state_set_window_length (self->state,
                                        (AtlasWindowLength)
                                          g_test_rand_int_range (0, ATLAS_WINDOW_FREE + 1));
  else
    atlas_view_state_set_free_window (self->state,
                                      (AtlasTimeSpan){
                                        g_test_rand_int_range (range.begin - 900, range.end + 900),
                                        g_test_rand_int_range (range.begin - 900,
                                                               range.end + 900) });
  if (g_test_rand_bit ())
    atlas_view_state_set_filter (self->state,
                                 atlas_view_state_get_filter (self->state) == NULL
                                   ? atlas_filter_with_status (NULL,
                                                               ATLAS_STATUS_UNCORROBORATED,
                                                               FALSE)
                                   : NULL);
}

static void
follow_link (Hands *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = atlas_link_write (self->state);

  atlas_view_state_set_date (self->state, g_test_rand_int_range (2348182, 2433283));
  g_assert_true (
    atlas_link_apply (link, self->state, atlas_history_index_get_dataset (self->index), &error));
  g_assert_no_error (error);
}

static void
act (Hands *self)
{
  self->now += g_test_rand_int_range (0, 2000000);
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      type_date (self);
      break;
    case 1:
      play (self);
      break;
    case 2:
      atlas_history_go_back (self->history);
      break;
    case 3:
      atlas_history_go_forward (self->history);
      break;
    case 4:
      change_window (self);
      break;
    case 5:
      follow_link (self);
      break;
    case 6:
      drag (self);
      break;
    default:
      press_key (self);
      break;
    }
}

/* Typed, dragged, played, stepped, undone, sent and opened, in any order. */
static void
test_random_actions (void)
{
  Hands hands = { .index = atlas_test_get_index () };
  AtlasTimeSpan range = atlas_dataset_get_range (atlas_history_index_get_dataset (hands.index));
  GtkWidget *window = g_object_ref (gtk_window_new ());

  hands.state = atlas_view_state_new ();
  atlas_view_state_set_range (hands.state, range);
  hands.visible = atlas_visible_set_new (hands.state);
  atlas_visible_set_set_index (hands.visible, hands.index);
  hands.playback = atlas_playback_new (hands.state);
  atlas_playback_set_index (hands.playback, hands.index);
  hands.history = atlas_history_new (hands.state);
  atlas_history_set_clock (hands.history, get_time_cb, &hands);
  hands.slider = atlas_timeline_track_new (hands.state);
  atlas_timeline_track_set_index (ATLAS_TIMELINE_TRACK (hands.slider), hands.index);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 400);
  gtk_window_set_child (GTK_WINDOW (window), hands.slider);
  gtk_window_present (GTK_WINDOW (window));
  atlas_test_next_frame (window);

  for (int i = 0; i < 250; i++)
    {
      act (&hands);
      assert_consistent (hands.state, hands.index, hands.visible);
      g_assert_true (atlas_time_span_contains (range,
                                               atlas_timeline_track_get_span (
                                                 ATLAS_TIMELINE_TRACK (hands.slider))
                                                 .begin));
    }

  gtk_window_destroy (GTK_WINDOW (window));
  atlas_test_flush ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (hands.history);
  g_assert_finalize_object (hands.playback);
  g_assert_finalize_object (hands.visible);
  g_assert_finalize_object (hands.state);
}

static void
assert_link (AtlasViewState *state, const char *expected)
{
  g_autofree char *link = atlas_link_write (state);

  g_assert_cmpstr (link, ==, expected);
}

/* A link shows its date, its place and its page, even where the page is of another year; what it
 * cannot follow is said and changes nothing. */
static void
test_link (void)
{
  static const char link[] =
    "atlas:?date=1877-10-24&window=1876-03-01/1878-01-15&lon=79.5&lat=41.2"
    "&zoom=6.25&select=place/ghulja&viewpoint=polity/qing"
    "&show=territories,borders,events,places&lang=zh-Hant&calendars=julian,regnal&loop=window";
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkLabel *refusal = NULL;

  atlas_window_open_link (window, link);
  assert_link (state, link);
  atlas_test_settle (window);
  assert_link (state, link);

  atlas_window_open_link (window, "atlas:?date=1880&select=event/of-no-atlas");
  atlas_test_next_frame (GTK_WIDGET (window));
  assert_link (state, link);
  refusal = atlas_test_find_label (GTK_WIDGET (window),
                                   "The link cannot be followed. The atlas has no "
                                   "“event/of-no-atlas”, which the link names");
  g_assert_nonnull (refusal);

  /* Back to what was before the link, by the key. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpint (atlas_view_state_get_date (state), !=, atlas_day_from_gregorian (1877, 10, 24));
  g_assert_null (atlas_view_state_get_selection (state));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL);
  g_assert_cmpint (atlas_view_state_get_date (state), ==, atlas_day_from_gregorian (1877, 10, 24));
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "place/ghulja");
  atlas_test_window_close (window);
}

/* Space plays from wherever the keyboard is on the timeline, and stops again; Escape and the rest
 * of the window's keys are not swallowed by the slider. */
static void
test_keys_of_window (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *track = atlas_test_get_track (window);
  AtlasDay date = atlas_day_from_gregorian (1871, 7, 4), change;

  atlas_view_state_set_date (state, date);
  atlas_test_key (track, "space");
  g_assert_true (atlas_view_state_get_playing (state));
  atlas_test_key (track, "space");
  g_assert_false (atlas_view_state_get_playing (state));
  atlas_view_state_set_date (state, date);
  g_assert_true (atlas_history_index_next_change (atlas_window_get_index (window), date, &change));
  atlas_test_key (track, "bracketright");
  g_assert_cmpint (atlas_view_state_get_date (state), ==, change);
  atlas_test_key (track, "alt+Left");
  g_assert_cmpint (atlas_view_state_get_date (state), !=, change);
  atlas_test_window_close (window);
}

static void
read_clipboard_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

/* What the clipboard holds as text. (transfer full) */
static char *
read_clipboard (AtlasWindow *window)
{
  char *copied = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)),
                                 NULL,
                                 read_clipboard_cb,
                                 &copied);
  atlas_test_wait (is_read, &copied);
  return copied;
}

/* The menu copies the very link that brings the view back. */
static void
test_copy_link (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  g_autofree char *copied = NULL;

  atlas_view_state_set_date (state, atlas_day_from_gregorian (1864, 11, 10));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.copy-link", NULL);
  copied = read_clipboard (window);
  assert_link (state, copied);
  atlas_test_window_close (window);
}

/* Copies the date by its key. */
static void
assert_copied (AtlasWindow *window, const char *expected)
{
  g_autofree char *copied = NULL;

  atlas_test_key (atlas_test_get_track (window), "ctrl+d");
  copied = read_clipboard (window);
  g_assert_cmpstr (copied, ==, expected);
}

/* The other calendars can be switched off one by one, on the label and on the plate; what is copied
 * is what is told. */
static void
test_calendars (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  GtkWidget *widget = GTK_WIDGET (window);
  AtlasViewState *state = atlas_window_get_state (window);

  atlas_view_state_set_date (state, atlas_day_from_gregorian (1881, 2, 24));
  g_assert_nonnull (atlas_test_find_label (widget, "12 February O.S."));
  g_assert_nonnull (atlas_test_find_label (widget, "Guangxu 7, 1st month, day 26"));
  g_assert_nonnull (
    atlas_test_find_label (widget, "12 February O.S. · Guangxu 7, 1st month, day 26"));
  assert_copied (window, "24 February 1881 (12 February O.S. · Guangxu 7, 1st month, day 26)");

  gtk_widget_activate_action (widget, "win.show-julian", NULL);
  g_assert_null (atlas_test_find_label (widget, "12 February O.S."));
  g_assert_nonnull (atlas_test_find_label (widget, "Guangxu 7, 1st month, day 26"));
  assert_copied (window, "24 February 1881 (Guangxu 7, 1st month, day 26)");
  gtk_widget_activate_action (widget, "win.show-regnal", NULL);
  g_assert_null (atlas_test_find_label (widget, "Guangxu 7, 1st month, day 26"));
  assert_copied (window, "24 February 1881");
  gtk_widget_activate_action (widget, "win.show-julian", NULL);
  gtk_widget_activate_action (widget, "win.show-regnal", NULL);
  atlas_view_state_set_language (state, "zh-Hant");
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1944, 11, 12));
  gtk_widget_activate_action (widget, "win.show-julian", NULL);
  assert_copied (window, "1944年11月12日（民國三十三年十一月十二日）");
  atlas_test_window_close (window);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/app/window-time/random-actions", test_random_actions);
  g_test_add_func ("/app/window-time/link", test_link);
  g_test_add_func ("/app/window-time/keys-of-window", test_keys_of_window);
  g_test_add_func ("/app/window-time/copy-link", test_copy_link);
  g_test_add_func ("/app/window-time/calendars", test_calendars);
  return g_test_run ();
}
