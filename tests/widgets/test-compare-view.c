/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>
#include <shumate/shumate.h>

#include "atlas-changes-page.h"
#include "atlas-compare-divider.h"
#include "atlas-compare-view.h"
#include "atlas-timeline-layout.h"
#include "atlas-timeline-track.h"
#include "atlas-window-test.h"

/* Two dates in one window: the maps move together, the divider obeys pointer and keys, the panel
 * lists what the index says, and nothing is left when it is over. */

typedef struct
{
  AtlasWindow *window;
  AtlasViewState *state;
  AtlasCompareView *view;
} Fixture;

static gboolean
is_page_settled (gpointer window)
{
  AtlasChangesPage *page = atlas_test_find (window, ATLAS_TYPE_CHANGES_PAGE);

  return atlas_window_is_settled (window) && atlas_changes_page_is_settled (page);
}

static void
settle (Fixture *fixture)
{
  atlas_test_next_frame (GTK_WIDGET (fixture->window));
  atlas_test_wait (is_page_settled, fixture->window);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = atlas_test_window_open ();
  fixture->state = atlas_window_get_state (fixture->window);
  fixture->view = atlas_test_find (GTK_WIDGET (fixture->window), ATLAS_TYPE_COMPARE_VIEW);
  g_assert_nonnull (fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_test_window_close (fixture->window);
}

static void
enter (Fixture *fixture, const char *mode)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window),
                                      "compare",
                                      g_variant_new_string (mode));
  settle (fixture);
}

static char *
get_mode (Fixture *fixture)
{
  g_autoptr (GVariant) state =
    g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "compare");

  return g_variant_dup_string (state, NULL);
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* The second map is there for as long as two dates are compared and no longer. */
static void
test_enter_and_leave (Fixture *fixture, gconstpointer data)
{
  g_autofree char *off = get_mode (fixture), *on = NULL;
  AtlasMapView *other;

  g_assert_cmpstr (off, ==, "off");
  g_assert_null (atlas_compare_view_get_other_map (fixture->view));
  g_assert_null (atlas_test_find (GTK_WIDGET (fixture->view), ATLAS_TYPE_COMPARE_DIVIDER));

  atlas_view_state_set_date (fixture->state, atlas_day_from_gregorian (1871, 7, 4));
  enter (fixture, "swipe");
  on = get_mode (fixture);
  g_assert_cmpstr (on, ==, "swipe");
  g_assert_cmpint (atlas_view_state_get_compare_date (fixture->state),
                   ==,
                   atlas_day_from_gregorian (1871, 7, 3));
  other = atlas_compare_view_get_other_map (fixture->view);
  g_assert_nonnull (other);
  g_object_add_weak_pointer (G_OBJECT (other), (gpointer *) &other);

  /* The other way of comparing keeps the map. */
  enter (fixture, "side-by-side");
  g_assert_true (other == atlas_compare_view_get_other_map (fixture->view));

  atlas_test_key (atlas_test_get_track (fixture->window), "Escape");
  g_assert_cmpint (atlas_view_state_get_compare_mode (fixture->state), ==, ATLAS_COMPARE_NONE);
  g_assert_null (atlas_compare_view_get_other_map (fixture->view));
  g_assert_null (atlas_test_find (GTK_WIDGET (fixture->view), ATLAS_TYPE_COMPARE_DIVIDER));
  /* A worker may still be drawing for it. */
  atlas_test_wait (is_gone, &other);
}

static void
assert_span (AtlasTimeSpan found, AtlasDay begin, AtlasDay end)
{
  g_assert_cmpint (found.begin, ==, begin);
  g_assert_cmpint (found.end, ==, end);
}

/* The other map shows as much before its day and after it, with the same afterglow, whatever its
 * window is and whatever moves. */
static void
test_free_window (Fixture *fixture, gconstpointer data)
{
  AtlasDay date = atlas_day_from_gregorian (1877, 10, 19),
           other = atlas_day_from_gregorian (1864, 5, 17);
  AtlasViewState *left;

  atlas_view_state_set_date (fixture->state, date);
  atlas_view_state_set_free_window (fixture->state, (AtlasTimeSpan){ date - 7, date + 30 });
  enter (fixture, "side-by-side");
  atlas_view_state_set_compare_date (fixture->state, other);
  g_object_get (atlas_compare_view_get_other_map (fixture->view), "state", &left, NULL);
  assert_span (atlas_view_state_get_window (left), other - 7, other + 30);

  atlas_view_state_set_free_window (fixture->state, (AtlasTimeSpan){ date, date + 2 });
  assert_span (atlas_view_state_get_window (left), other, other + 2);
  atlas_view_state_set_afterglow_days (fixture->state, 11);
  g_assert_cmpint (atlas_view_state_get_afterglow (left), ==, 11);
  atlas_view_state_set_compare_date (fixture->state, other + 500);
  assert_span (atlas_view_state_get_window (left), other + 500, other + 502);
  atlas_view_state_set_date (fixture->state, date + 1);
  assert_span (atlas_view_state_get_window (left), other + 499, other + 501);
  assert_span (atlas_view_state_get_window (fixture->state), date, date + 2);
  atlas_view_state_set_window_length (fixture->state, ATLAS_WINDOW_YEAR);
  assert_span (atlas_view_state_get_window (left), other + 500 - 182, other + 500 + 182);
  g_object_unref (left);
}

/* By the key C and back, and the title page ends it too. */
static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  GtkWidget *track = atlas_test_get_track (fixture->window);

  atlas_test_key (track, "c");
  g_assert_cmpint (atlas_view_state_get_compare_mode (fixture->state), ==, ATLAS_COMPARE_SWIPE);
  atlas_test_key (track, "c");
  g_assert_cmpint (atlas_view_state_get_compare_mode (fixture->state), ==, ATLAS_COMPARE_NONE);
  enter (fixture, "side-by-side");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.chapters", NULL);
  g_assert_cmpint (atlas_view_state_get_compare_mode (fixture->state), ==, ATLAS_COMPARE_NONE);
}

static void
assert_in_step (Fixture *fixture)
{
  AtlasViewState *other = atlas_compare_view_get_other_state (fixture->view);
  double a[3], b[3];

  atlas_view_state_get_view (fixture->state, &a[0], &a[1], &a[2]);
  atlas_view_state_get_view (other, &b[0], &b[1], &b[2]);
  for (guint i = 0; i < G_N_ELEMENTS (a); i++)
    g_assert_cmpfloat_with_epsilon (a[i], b[i], 1e-12);
  g_assert_cmpstr (atlas_view_state_get_selection (fixture->state),
                   ==,
                   atlas_view_state_get_selection (other));
  g_assert_cmpint (atlas_view_state_get_show (fixture->state),
                   ==,
                   atlas_view_state_get_show (other));
  g_assert_cmpint (atlas_view_state_get_window_length (fixture->state),
                   ==,
                   atlas_view_state_get_window_length (other));
  g_assert_cmpstr (atlas_view_state_get_language (fixture->state),
                   ==,
                   atlas_view_state_get_language (other));
}

/* Whatever one map is told the other does; only the dates are their own. */
static void
test_in_step (Fixture *fixture, gconstpointer data)
{
  AtlasViewState *other;

  enter (fixture, "side-by-side");
  other = atlas_compare_view_get_other_state (fixture->view);
  assert_in_step (fixture);
  atlas_view_state_set_view (fixture->state, 77.5, 42.25, 6.5);
  assert_in_step (fixture);
  atlas_view_state_set_view (other, 81.0, 44.0, 7.125);
  assert_in_step (fixture);
  atlas_view_state_set_selection (other, "event/tarbagatai-protocol-1864");
  assert_in_step (fixture);
  atlas_view_state_set_selection (fixture->state, NULL);
  atlas_view_state_set_show (fixture->state, ATLAS_SHOW_TERRITORIES);
  atlas_view_state_set_window_length (other, ATLAS_WINDOW_FIVE_YEARS);
  atlas_view_state_set_language (fixture->state, "zh-Hant");
  assert_in_step (fixture);

  atlas_view_state_set_date (fixture->state, atlas_day_from_gregorian (1881, 2, 24));
  atlas_view_state_set_compare_date (fixture->state, atlas_day_from_gregorian (1863, 1, 1));
  g_assert_cmpint (atlas_view_state_get_date (other), ==, atlas_day_from_gregorian (1863, 1, 1));
  atlas_view_state_set_date (other, atlas_day_from_gregorian (1864, 1, 1));
  g_assert_cmpint (atlas_view_state_get_compare_date (fixture->state),
                   ==,
                   atlas_day_from_gregorian (1864, 1, 1));
  g_assert_cmpint (atlas_view_state_get_date (fixture->state),
                   ==,
                   atlas_day_from_gregorian (1881, 2, 24));
}

/* A drag on one side moves both, and each side has the pointer that is over it. */
static void
test_pointer_sides (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view), *left, *right;
  double width, y = 200.0, lon, lon_after;

  enter (fixture, "swipe");
  width = gtk_widget_get_width (view);
  left = gtk_widget_pick (view, width * 0.25, y, GTK_PICK_DEFAULT);
  right = gtk_widget_pick (view, width * 0.75, y, GTK_PICK_DEFAULT);
  g_assert_true (
    gtk_widget_is_ancestor (left, GTK_WIDGET (atlas_compare_view_get_other_map (fixture->view))));
  g_assert_true (
    gtk_widget_is_ancestor (right, GTK_WIDGET (atlas_compare_view_get_map (fixture->view))));

  atlas_view_state_get_view (fixture->state, &lon, NULL, NULL);
  atlas_test_press (view, width * 0.3, y);
  atlas_test_point (view, width * 0.3 - 20.0, y);
  atlas_test_point (view, width * 0.3 - 90.0, y);
  atlas_test_release (view);
  atlas_view_state_get_view (fixture->state, &lon_after, NULL, NULL);
  g_assert_cmpfloat (lon_after, >, lon + 0.2);
  assert_in_step (fixture);
}

static void
test_divider_keys (Fixture *fixture, gconstpointer data)
{
  AtlasCompareDivider *divider;

  enter (fixture, "swipe");
  divider = atlas_test_find (GTK_WIDGET (fixture->view), ATLAS_TYPE_COMPARE_DIVIDER);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (divider)));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (divider)),
                   ==,
                   GTK_ACCESSIBLE_ROLE_SLIDER);
  g_assert_cmpfloat_with_epsilon (atlas_compare_divider_get_position (divider), 0.5, 1e-9);
  atlas_test_key (GTK_WIDGET (divider), "Right");
  g_assert_cmpfloat_with_epsilon (atlas_compare_divider_get_position (divider), 0.55, 1e-9);
  atlas_test_key (GTK_WIDGET (divider), "Left");
  atlas_test_key (GTK_WIDGET (divider), "Left");
  g_assert_cmpfloat_with_epsilon (atlas_compare_divider_get_position (divider), 0.45, 1e-9);
  atlas_test_key (GTK_WIDGET (divider), "Home");
  g_assert_cmpfloat_with_epsilon (atlas_compare_divider_get_position (divider), 0.05, 1e-9);
  atlas_test_key (GTK_WIDGET (divider), "End");
  g_assert_cmpfloat_with_epsilon (atlas_compare_divider_get_position (divider), 0.95, 1e-9);

  /* Halves have nothing to be moved. */
  enter (fixture, "side-by-side");
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (divider)));
}

static void
assert_place (Fixture *fixture, AtlasMapView *map, double x, int width)
{
  double place_x = -1.0, place_y = -1.0;

  gtk_widget_translate_coordinates (GTK_WIDGET (map),
                                    GTK_WIDGET (fixture->view),
                                    0.0,
                                    0.0,
                                    &place_x,
                                    &place_y);
  g_assert_cmpfloat_with_epsilon (place_x, x, 0.5);
  g_assert_cmpfloat_with_epsilon (place_y, 0.0, 0.5);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (map)), ==, width);
}

/* Over one another both maps fill the view wherever the divider is, so that a place is at the same
 * pixel on both; side by side each has its middle in the middle of its half. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  AtlasMapView *map = atlas_compare_view_get_map (fixture->view), *other;
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view)), half = (width - 3) / 2;
  AtlasCompareDivider *divider;

  assert_place (fixture, map, 0.0, width);
  enter (fixture, "swipe");
  other = atlas_compare_view_get_other_map (fixture->view);
  divider = atlas_test_find (GTK_WIDGET (fixture->view), ATLAS_TYPE_COMPARE_DIVIDER);
  for (double position = 0.1; position < 1.0; position += 0.2)
    {
      atlas_compare_divider_set_position (divider, position);
      settle (fixture);
      assert_place (fixture, map, 0.0, width);
      assert_place (fixture, other, 0.0, width);
    }
  enter (fixture, "side-by-side");
  assert_place (fixture, other, 0.0, half);
  assert_place (fixture, map, width - half, half);
  enter (fixture, "off");
  assert_place (fixture, map, 0.0, width);
}

/* The line follows the pointer, and what it uncovers is the other map's. */
static void
test_divider_pointer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view), *picked;
  AtlasCompareDivider *divider;
  double width, middle, y = 60.0;

  enter (fixture, "swipe");
  divider = atlas_test_find (view, ATLAS_TYPE_COMPARE_DIVIDER);
  width = gtk_widget_get_width (view);
  middle = gtk_widget_get_height (view) / 2.0;
  atlas_test_press (view, width * 0.5, middle);
  atlas_test_point (view, width * 0.6, middle);
  atlas_test_point (view, width * 0.75, middle);
  atlas_test_release (view);
  g_assert_cmpfloat (fabs (atlas_compare_divider_get_position (divider) - 0.75), <, 2.0 / width);
  settle (fixture);
  picked = gtk_widget_pick (view, width * 0.65, y + 120.0, GTK_PICK_DEFAULT);
  g_assert_true (
    gtk_widget_is_ancestor (picked, GTK_WIDGET (atlas_compare_view_get_other_map (fixture->view))));
}

/* The colour of the view about a point, once everything stands. */
static AtlasTestColor
look_at (Fixture *fixture, double x, double y)
{
  cairo_surface_t *picture;
  AtlasTestColor color;

  settle (fixture);
  atlas_test_next_frame (GTK_WIDGET (fixture->view));
  picture = atlas_test_render (GTK_WIDGET (fixture->view));
  color = atlas_test_mean (picture, x, y, 6);
  cairo_surface_destroy (picture);
  return color;
}

/* What is seen: to the left of the divider the land as it was, to the right as it is. */
static void
test_pixels (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  AtlasTestColor before, after, shown;
  AtlasCompareDivider *divider;
  double x = gtk_widget_get_width (view) / 2.0, y = gtk_widget_get_height (view) / 2.0 - 60.0;

  atlas_view_state_set_show (fixture->state, ATLAS_SHOW_TERRITORIES);
  /* The Ili valley. */
  atlas_view_state_set_view (fixture->state, 81.32, 43.915, 8.0);
  atlas_view_state_set_date (fixture->state, atlas_day_from_gregorian (1862, 1, 1));
  before = look_at (fixture, x, y);
  atlas_view_state_set_date (fixture->state, atlas_day_from_gregorian (1872, 1, 1));
  after = look_at (fixture, x, y);
  g_assert_cmpfloat (atlas_test_distance (before, after), >, 4.0);

  enter (fixture, "swipe");
  atlas_view_state_set_compare_date (fixture->state, atlas_day_from_gregorian (1862, 1, 1));
  divider = atlas_test_find (view, ATLAS_TYPE_COMPARE_DIVIDER);
  atlas_compare_divider_set_position (divider, 0.8);
  shown = look_at (fixture, x, y);
  g_assert_cmpfloat (atlas_test_distance (shown, before), <, 3.0);

  /* The other side is hatched over what it shows alone. */
  atlas_compare_divider_set_position (divider, 0.2);
  shown = look_at (fixture, x, y);
  g_assert_cmpfloat (atlas_test_distance (shown, before), >, 4.0);
  g_assert_cmpfloat (atlas_test_distance (shown, after), >, 2.0);
}

static GtkListBox *
get_list (Fixture *fixture)
{
  AtlasChangesPage *page = atlas_test_find (GTK_WIDGET (fixture->window), ATLAS_TYPE_CHANGES_PAGE);

  return atlas_test_find (GTK_WIDGET (page), GTK_TYPE_LIST_BOX);
}

/* A row for each net piece in the index's order, with its names and its area. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  AtlasDay from = atlas_day_from_gregorian (1863, 1, 1),
           to = atlas_day_from_gregorian (1881, 2, 24);
  g_autoptr (GPtrArray) expected =
    atlas_changes_between (atlas_window_get_index (fixture->window), from, to, ATLAS_CHANGES_NET);
  GtkListBox *list;

  atlas_view_state_set_date (fixture->state, to);
  enter (fixture, "swipe");
  atlas_view_state_set_compare_date (fixture->state, from);
  settle (fixture);
  list = get_list (fixture);
  g_assert_cmpuint (expected->len, >, 10);
  for (guint i = 0; i < expected->len; i++)
    {
      const AtlasChange *change = expected->pdata[i];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) i);
      g_autofree char *text = NULL;
      g_autofree char *year = NULL;
      int number;

      g_assert_nonnull (row);
      text = atlas_test_read_text (GTK_WIDGET (row));
      atlas_day_to_gregorian (change->day, &number, NULL, NULL);
      year = g_strdup_printf ("%d\n", number);
      g_assert_nonnull (strstr (text, year));
      g_assert_nonnull (strstr (text, "km²"));
    }
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) expected->len));
  /* The land west of the Khorgos. */
  {
    g_autofree char *all = atlas_test_read_text (GTK_WIDGET (list));

    g_assert_nonnull (strstr (all, "Treaty of Saint Petersburg\n1881\nQing → Russia\n9,850 km²"));
  }

  /* The dates the other way round: the same land, from the earlier to the later. */
  atlas_view_state_set_date (fixture->state, from);
  atlas_view_state_set_compare_date (fixture->state, to);
  settle (fixture);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, (int) expected->len - 1));
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) expected->len));
}

/* A row that is activated opens, and the map goes to the land; a second time it folds up. */
static void
test_row (Fixture *fixture, gconstpointer data)
{
  AtlasDay day = atlas_day_from_gregorian (1881, 2, 24);
  AtlasHistoryIndex *index = atlas_window_get_index (fixture->window);
  g_autoptr (GPtrArray) pieces = atlas_changes_between (index, day - 1, day, ATLAS_CHANGES_NET);
  const AtlasChange *change;
  g_autofree char *folded = NULL, *open = NULL;
  GtkListBoxRow *row;
  AtlasBox box;
  double lon, lat;

  g_assert_cmpuint (pieces->len, >, 0);
  change = pieces->pdata[0];
  atlas_view_state_set_view (fixture->state, 60.0, 38.0, 5.0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                              "win.compare-dates",
                              "(ii)",
                              day - 1,
                              day);
  settle (fixture);
  g_assert_cmpint (atlas_view_state_get_compare_date (fixture->state), ==, day - 1);
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), ==, day);

  row = gtk_list_box_get_row_at_index (get_list (fixture), 0);
  folded = atlas_test_read_text (GTK_WIDGET (row));
  gtk_widget_activate (GTK_WIDGET (row));
  settle (fixture);
  open = atlas_test_read_text (GTK_WIDGET (row));
  g_assert_cmpuint (strlen (open), >, strlen (folded));
  g_assert_nonnull (strstr (open, "24 February 1881"));
  g_assert_nonnull (strstr (open, "Sources\n"));

  box = atlas_multi_polygon_get_box (change->shape);
  atlas_view_state_get_view (fixture->state, &lon, &lat, NULL);
  g_assert_cmpfloat_with_epsilon (lon, (box.west + box.east) / 2.0, 0.01);
  g_assert_cmpfloat (lat, >, box.south);
  g_assert_cmpfloat (lat, <, box.north);
  assert_in_step (fixture);

  gtk_widget_activate (GTK_WIDGET (row));
  settle (fixture);
  g_free (open);
  open = atlas_test_read_text (GTK_WIDGET (row));
  g_assert_cmpstr (open, ==, folded);
}

/* The second cursor: by keys with Control, by Shift and click, and by its own line. */
static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  GtkWidget *slider = atlas_test_get_track (fixture->window);
  AtlasTimelineTrack *track = ATLAS_TIMELINE_TRACK (slider);
  AtlasDay date = atlas_day_from_gregorian (1871, 7, 4), other;
  double y = ATLAS_TIMELINE_CHAPTERS + ATLAS_TIMELINE_DENSITY / 2.0;

  atlas_view_state_set_step (fixture->state, ATLAS_STEP_YEAR);
  atlas_view_state_set_date (fixture->state, date);
  /* With one date only, Control does nothing. */
  atlas_test_key (slider, "ctrl+Left");
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), ==, date);

  enter (fixture, "swipe");
  atlas_view_state_set_compare_date (fixture->state, date);
  atlas_test_key (slider, "ctrl+Left");
  g_assert_cmpint (atlas_view_state_get_compare_date (fixture->state),
                   ==,
                   atlas_day_from_gregorian (1870, 7, 4));
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), ==, date);
  atlas_test_key (slider, "Right");
  g_assert_cmpint (atlas_view_state_get_date (fixture->state),
                   ==,
                   atlas_day_from_gregorian (1872, 7, 4));

  atlas_timeline_track_set_span (track,
                                 (AtlasTimeSpan){ atlas_day_from_gregorian (1860, 1, 1),
                                                  atlas_day_from_gregorian (1884, 12, 31) });
  other = atlas_day_from_gregorian (1870, 7, 4);
  date = atlas_view_state_get_date (fixture->state);
  atlas_test_press (slider, atlas_timeline_track_get_x (track, other), y);
  atlas_test_point (slider, atlas_timeline_track_get_x (track, other) - 30.0, y);
  other = atlas_day_from_gregorian (1864, 7, 4);
  atlas_test_point (slider, atlas_timeline_track_get_x (track, other), y);
  atlas_test_release (slider);
  g_assert_cmpint (ABS (atlas_view_state_get_compare_date (fixture->state) - other), <, 16);
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), ==, date);

  /* Anywhere else the date itself follows. */
  other = atlas_view_state_get_compare_date (fixture->state);
  atlas_test_click (slider,
                    atlas_timeline_track_get_x (track, atlas_day_from_gregorian (1878, 1, 1)),
                    y);
  g_assert_cmpint (atlas_view_state_get_compare_date (fixture->state), ==, other);
  g_assert_cmpint (ABS (atlas_view_state_get_date (fixture->state) -
                        atlas_day_from_gregorian (1878, 1, 1)),
                   <,
                   16);
}

static gboolean
is_measured (gpointer window)
{
  GtkWidget *block = atlas_test_find_class (window, "measured");

  return block != NULL && gtk_widget_get_visible (block);
}

/* The page of a treaty: measured beside what the accounts say, and a way into the comparison. */
static void
test_event_page (Fixture *fixture, gconstpointer data)
{
  AtlasDay day = atlas_day_from_gregorian (1881, 2, 24);
  GtkWidget *block, *button;
  g_autofree char *text = NULL;
  double lon, lat;

  atlas_view_state_set_selection (fixture->state, "event/petersburg-treaty-1881");
  atlas_test_wait (is_measured, fixture->window);
  settle (fixture);
  block = atlas_test_find_class (GTK_WIDGET (fixture->window), "measured");
  text = atlas_test_read_text (block);
  g_assert_nonnull (strstr (text, "9,850 km²"));
  g_assert_nonnull (strstr (text, "60,000 km²"));

  button = atlas_test_find_button (block, "Compare Before and After");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (fixture);
  g_assert_cmpint (atlas_view_state_get_compare_mode (fixture->state), ==, ATLAS_COMPARE_SWIPE);
  g_assert_cmpint (atlas_view_state_get_compare_date (fixture->state), ==, day - 1);
  g_assert_cmpint (atlas_view_state_get_date (fixture->state), ==, day);
  g_assert_null (atlas_view_state_get_selection (fixture->state));
  /* The treaty was signed far from the land that it is about. */
  atlas_view_state_get_view (fixture->state, &lon, &lat, NULL);
  g_assert_cmpfloat_with_epsilon (lon, 80.2, 1.0);
  g_assert_cmpfloat_with_epsilon (lat, 44.0, 1.2);
  g_assert_nonnull (gtk_list_box_get_row_at_index (get_list (fixture), 0));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/widgets/compare-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  ADD ("enter-and-leave", test_enter_and_leave);
  ADD ("free-window", test_free_window);
  ADD ("toggle", test_toggle);
  ADD ("in-step", test_in_step);
  ADD ("pointer-sides", test_pointer_sides);
  ADD ("places", test_places);
  ADD ("divider-keys", test_divider_keys);
  ADD ("divider-pointer", test_divider_pointer);
  ADD ("pixels", test_pixels);
  ADD ("list", test_list);
  ADD ("row", test_row);
  ADD ("timeline", test_timeline);
  ADD ("event-page", test_event_page);
  return g_test_run ();
}
