/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>

#include "atlas-timeline-handle.h"
#include "atlas-timeline-hit.h"
#include "atlas-timeline-track-private.h"
#include "atlas-window-test.h"

/* What lies on the timeline: the handles of the window, events, changes of borders, chapters. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *widget;
  AtlasTimelineTrack *track;
  AtlasViewState *state;
  AtlasTimelineModel *model;
  GSimpleActionGroup *actions;
  int chapter; /* the last one that was asked for */
} Fixture;

static void
begin_chapter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ((Fixture *) data)->chapter = (int) g_variant_get_uint32 (parameter);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  AtlasHistoryIndex *index = atlas_test_get_index ();
  const GActionEntry entries[] = {
    { .name = "begin-chapter", .activate = begin_chapter_cb, .parameter_type = "u" },
  };

  self->chapter = -1;
  self->model = atlas_timeline_model_new (index);
  self->state = atlas_view_state_new ();
  atlas_view_state_set_range (self->state,
                              atlas_dataset_get_range (atlas_history_index_get_dataset (index)));
  atlas_view_state_set_date (self->state, atlas_day_from_gregorian (1871, 7, 4));
  self->widget = atlas_timeline_track_new (self->state);
  self->track = ATLAS_TIMELINE_TRACK (self->widget);
  atlas_timeline_track_set_index (self->track, index);
  self->window = g_object_ref (gtk_window_new ());
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, 1, self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (self->actions));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1200, 420);
  gtk_window_set_child (GTK_WINDOW (self->window), self->widget);
  gtk_window_present (GTK_WINDOW (self->window));
  atlas_test_next_frame (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  atlas_test_flush ();
  g_assert_finalize_object (self->window);
  g_object_unref (self->actions);
  g_assert_finalize_object (self->state);
  atlas_timeline_model_free (self->model);
}

static void
show (Fixture *self, int from, int to)
{
  atlas_timeline_track_set_span (self->track,
                                 (AtlasTimeSpan){ atlas_day_from_gregorian (from, 1, 1),
                                                  atlas_day_from_gregorian (to, 12, 31) });
  atlas_test_next_frame (self->widget);
}

static GtkWidget *
get_handle (Fixture *self, gboolean end)
{
  GtkWidget *first = atlas_test_find (self->widget, ATLAS_TYPE_TIMELINE_HANDLE);

  g_assert_nonnull (first);
  return end ? gtk_widget_get_next_sibling (first) : first;
}

static void
assert_handle (GtkWidget *handle, AtlasDay min, AtlasDay max, AtlasDay now, const char *words)
{
  GtkWidget *slider = gtk_widget_get_first_child (handle);
  GtkAccessible *accessible = GTK_ACCESSIBLE (slider);

  gtk_test_accessible_assert_role (slider, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) min);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) max);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) now);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words);
}

/* Both ends are sliders with a date of their own, in the order of the keyboard. */
static void
test_handles_accessible (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = atlas_view_state_get_date (self->state);

  atlas_view_state_set_free_window (self->state,
                                    (AtlasTimeSpan){ atlas_day_from_gregorian (1871, 5, 1),
                                                     atlas_day_from_gregorian (1872, 2, 29) });
  assert_handle (get_handle (self, FALSE),
                 range.begin,
                 date,
                 atlas_day_from_gregorian (1871, 5, 1),
                 "1 May 1871");
  assert_handle (get_handle (self, TRUE),
                 date,
                 range.end,
                 atlas_day_from_gregorian (1872, 2, 29),
                 "29 February 1872");
  atlas_view_state_set_language (self->state, "zh-Hant");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (
                                         gtk_widget_get_first_child (get_handle (self, TRUE))),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "1872年2月29日");
  /* Three stops of the keyboard: beginning, end, date. */
  gtk_widget_grab_focus (get_handle (self, FALSE));
  g_assert_true (gtk_widget_get_focus_child (self->widget) == get_handle (self, FALSE));
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_get_focus_child (self->widget) == get_handle (self, TRUE));
  gtk_widget_child_focus (self->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_get_focus_child (self->widget) ==
                 gtk_widget_get_first_child (self->widget));
}

static void
assert_window (Fixture *self, AtlasDay begin, AtlasDay end)
{
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);

  g_assert_cmpint (window.begin, ==, begin);
  g_assert_cmpint (window.end, ==, end);
}

static void
test_handles_keys (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasDay date = atlas_view_state_get_date (self->state), change;
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);

  atlas_test_key (get_handle (self, FALSE), "Left");
  g_assert_cmpint (atlas_view_state_get_window_length (self->state), ==, ATLAS_WINDOW_FREE);
  assert_window (self, window.begin - 1, window.end);
  atlas_test_key (get_handle (self, TRUE), "shift+Right");
  assert_window (self, window.begin - 1, window.end + 10);
  atlas_view_state_set_step (self->state, ATLAS_STEP_YEAR);
  atlas_test_key (get_handle (self, TRUE), "Right");
  assert_window (self, window.begin - 1, atlas_day_add_years (window.end + 10, 1));
  g_assert_true (
    atlas_history_index_next_change (atlas_test_get_index (), window.begin - 1, &change));
  atlas_test_key (get_handle (self, FALSE), "Next");
  g_assert_cmpint (atlas_view_state_get_window (self->state).begin, ==, change);
  atlas_test_key (get_handle (self, FALSE), "End");
  atlas_test_key (get_handle (self, TRUE), "End");
  assert_window (self, date, range.end);
  atlas_test_key (get_handle (self, FALSE), "Home");
  atlas_test_key (get_handle (self, TRUE), "Home");
  assert_window (self, range.begin, date);
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, date);
}

/* The pointer takes the end along, day by day, and no further than the date. */
static void
test_handles_drag (Fixture *self, gconstpointer data)
{
  double y = ATLAS_TIMELINE_CHAPTERS + ATLAS_TIMELINE_DENSITY / 2.0;
  AtlasDay date = atlas_view_state_get_date (self->state), wanted;

  show (self, 1866, 1876);
  atlas_view_state_set_window_length (self->state, ATLAS_WINDOW_FIVE_YEARS);
  atlas_test_next_frame (self->widget);
  atlas_test_press (self->widget,
                    atlas_timeline_track_get_x (self->track,
                                                atlas_view_state_get_window (self->state).begin),
                    y);
  for (int year = 1868; year <= 1870; year++)
    {
      wanted = atlas_day_from_gregorian (year, 3, 1);
      atlas_test_point (self->widget, atlas_timeline_track_get_x (self->track, wanted), y);
      atlas_test_next_frame (self->widget);
      g_assert_cmpint (atlas_view_state_get_window_length (self->state), ==, ATLAS_WINDOW_FREE);
      g_assert_cmpint (ABS (atlas_view_state_get_window (self->state).begin - wanted), <=, 8);
    }
  atlas_test_point (self->widget, atlas_timeline_track_get_x (self->track, date + 300), y);
  atlas_test_release (self->widget);
  g_assert_cmpint (atlas_view_state_get_window (self->state).begin, ==, date);
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, date);

  /* Between the handles the cursor can still be taken hold of, however narrow the window is. */
  atlas_view_state_set_window_length (self->state, ATLAS_WINDOW_DAY);
  atlas_test_next_frame (self->widget);
  wanted = atlas_day_from_gregorian (1873, 8, 1);
  atlas_test_press (self->widget, atlas_timeline_track_get_x (self->track, date), y);
  atlas_test_point (self->widget, atlas_timeline_track_get_x (self->track, wanted), y);
  atlas_test_release (self->widget);
  g_assert_cmpint (ABS (atlas_view_state_get_date (self->state) - wanted), <=, 8);
}

/* A mark on the axis that no other one is near. */
static const AtlasTimelineMark *
find_lonely_mark (Fixture *self)
{
  AtlasTimeSpan span = atlas_timeline_track_get_span (self->track);

  for (guint i = 1; i + 1 < self->model->marks->len; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (self->model->marks, AtlasTimelineMark, i);
      double x = atlas_timeline_track_get_x (self->track, mark->day);

      if (mark->lane < self->model->lanes->len && atlas_time_span_contains (span, mark->day) &&
          x - atlas_timeline_track_get_x (self->track, mark[-1].day) > 12.0 &&
          atlas_timeline_track_get_x (self->track, mark[1].day) - x > 12.0 &&
          !atlas_time_span_contains (atlas_view_state_get_window (self->state), mark->day))
        return mark;
    }
  return NULL;
}

static void
test_marks (Fixture *self, gconstpointer data)
{
  const AtlasTimelineMark *mark;
  AtlasTimelineView view;
  const char *id;
  double x, y;

  show (self, 1864, 1866);
  mark = find_lonely_mark (self);
  g_assert_nonnull (mark);
  id = atlas_record_get_id (ATLAS_RECORD (mark->event));
  x = atlas_timeline_track_get_x (self->track, mark->day);
  view = atlas_timeline_track_get_view (self->track);
  y = atlas_timeline_layout_get_marks_bottom (&view, self->model, mark->lane, mark->row) - 2.0;

  atlas_test_point (self->widget, x, y);
  g_assert_cmpstr (atlas_view_state_get_hovered (self->state), ==, id);
  atlas_test_click (self->widget, x, y);
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, id);
  atlas_test_point (self->widget, x, 8.0);
  g_assert_null (atlas_view_state_get_hovered (self->state));
}

/* A click on a rhombus leads to the day of the change. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  AtlasTimelineView view;
  guint n_clicked = 0;
  double y;

  show (self, 1871, 1885);
  view = atlas_timeline_track_get_view (self->track);
  y = atlas_timeline_layout_get_changes_top (&view) + ATLAS_TIMELINE_CHANGES / 2.0;
  for (guint i = 1; i + 1 < self->model->changes->len; i++)
    {
      const AtlasTimelineChange *change =
        &g_array_index (self->model->changes, AtlasTimelineChange, i);
      AtlasTimeSpan span = atlas_timeline_track_get_span (self->track);

      if (!atlas_time_span_contains (span, change->day) || change->day - change[-1].day < 60 ||
          change[1].day - change->day < 60)
        continue;
      atlas_test_click (self->widget,
                        atlas_timeline_track_get_x (self->track, change->day) + 1.0,
                        y);
      g_assert_cmpint (atlas_view_state_get_date (self->state), ==, change->day);
      n_clicked++;
    }
  g_assert_cmpuint (n_clicked, >, 3);
}

static void
test_chapters (Fixture *self, gconstpointer data)
{
  guint n;
  const AtlasChapter *chapters =
    atlas_dataset_get_chapters (atlas_history_index_get_dataset (atlas_test_get_index ()), &n);
  AtlasDay date = atlas_view_state_get_date (self->state);

  atlas_timeline_track_show_all (self->track);
  for (guint i = 0; i < n; i++)
    {
      AtlasTimeSpan own = chapters[i].when;

      if (i + 1 < n)
        own.end = MIN (own.end, chapters[i + 1].when.begin - 1);
      atlas_test_click (self->widget,
                        atlas_timeline_track_get_x (self->track,
                                                    own.begin + (own.end - own.begin) / 2),
                        6.0);
      g_assert_cmpint (self->chapter, ==, (int) i);
      g_assert_cmpint (atlas_view_state_get_date (self->state), ==, date);
    }
}

/* The axis is drawn along by its row, and a click there still means the day. */
static void
test_axis (Fixture *self, gconstpointer data)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self->track);
  double y = atlas_timeline_layout_get_changes_top (&view) + ATLAS_TIMELINE_CHANGES +
             ATLAS_TIMELINE_AXIS / 2.0;
  AtlasDay date = atlas_view_state_get_date (self->state);
  AtlasDay day = atlas_day_from_gregorian (1867, 3, 1);
  GtkGesture *pinch = atlas_test_controller (self->widget, GTK_TYPE_GESTURE_ZOOM);
  AtlasTimeSpan span;
  double x;

  show (self, 1864, 1876);
  x = atlas_timeline_track_get_x (self->track, day);
  atlas_test_press (self->widget, x, y);
  atlas_test_point (self->widget, x + 60.0, y);
  atlas_test_point (self->widget, x + 140.0, y);
  atlas_test_release (self->widget);
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, date);
  g_assert_cmpfloat_with_epsilon (atlas_timeline_track_get_x (self->track, day), x + 140.0, 1.5);

  atlas_test_click (self->widget, x + 140.0, y);
  g_assert_cmpint (ABS (atlas_view_state_get_date (self->state) - day), <=, 6);

  /* Fingers that go apart show half of the days, about the same one. */
  span = atlas_timeline_track_get_span (self->track);
  atlas_test_point (self->widget, x + 140.0, y);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_assert_cmpint (ABS (2 * (atlas_timeline_track_get_span (self->track).end -
                             atlas_timeline_track_get_span (self->track).begin) -
                        (span.end - span.begin)),
                   <=,
                   4);
  g_assert_cmpfloat_with_epsilon (atlas_timeline_track_get_x (self->track, day), x + 140.0, 3.0);
}

/* Everything on the timeline has a name. */
static void
test_names (Fixture *self, gconstpointer data)
{
  AtlasTimelineView view = {
    .span = { atlas_day_from_gregorian (1860, 1, 1), atlas_day_from_gregorian (1885, 1, 1) },
    .range = atlas_view_state_get_range (self->state),
    .left = ATLAS_TIMELINE_NAMES,
    .width = 1000.0,
    .height = atlas_timeline_layout_get_height (self->model, FALSE, 1e6),
  };
  guint kinds[ATLAS_TIMELINE_HIT_CHANGE + 1] = { 0 };

  for (int y = 0; y < (int) view.height; y += 2)
    for (int x = 0; x < 1130; x += 3)
      {
        AtlasTimelineHit hit =
          atlas_timeline_hit_find (&view, atlas_test_get_index (), self->model, self->state, x, y);
        g_autofree char *words =
          atlas_timeline_hit_describe (&hit, atlas_test_get_index (), "zh-Hant");

        kinds[hit.kind]++;
        if (hit.kind > ATLAS_TIMELINE_HIT_ALL_YEARS)
          g_assert_true (words != NULL && words[0] != '\0' && words[0] != '\n');
        else
          g_assert_null (words);
      }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (kinds[i], >, 0);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/widgets/timeline-hits/handles-accessible", test_handles_accessible },
    { "/widgets/timeline-hits/handles-keys", test_handles_keys },
    { "/widgets/timeline-hits/handles-drag", test_handles_drag },
    { "/widgets/timeline-hits/marks", test_marks },
    { "/widgets/timeline-hits/changes", test_changes },
    { "/widgets/timeline-hits/chapters", test_chapters },
    { "/widgets/timeline-hits/axis", test_axis },
    { "/widgets/timeline-hits/names", test_names },
  };

  atlas_test_init_widgets (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
