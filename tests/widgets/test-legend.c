/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-changes.h"
#include "atlas-legend.h"
#include "atlas-scale-bar.h"
#include "atlas-window-test.h"

/* The legend explains what the map shows now, and nothing else; the scale bar rounds. */

static GtkWidget *
open_legend (AtlasViewState *state, AtlasLegend **legend)
{
  GtkWidget *window = g_object_ref (gtk_window_new ());

  *legend =
    g_object_new (ATLAS_TYPE_LEGEND, "state", state, "index", atlas_test_get_index (), NULL);
  atlas_legend_set_compact (*legend, FALSE);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*legend));
  gtk_window_present (GTK_WINDOW (window));
  atlas_test_next_frame (window);
  return window;
}

static AtlasViewState *
create_state (void)
{
  AtlasViewState *state = atlas_view_state_new ();

  atlas_view_state_set_range (state,
                              atlas_dataset_get_range (
                                atlas_history_index_get_dataset (atlas_test_get_index ())));
  return state;
}

static gboolean
has_row (AtlasLegend *legend, const char *words)
{
  GtkLabel *label = atlas_test_find_label (GTK_WIDGET (legend), words);

  return label != NULL && gtk_widget_get_mapped (GTK_WIDGET (label));
}

/* Whether soldiers of another stand on any land of the day. */
static gboolean
is_any_occupied (AtlasDay date)
{
  g_autoptr (GPtrArray) territories =
    atlas_history_index_territories_on (atlas_test_get_index (), date, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < territories->len; i++)
    found |= atlas_territory_get_standing (g_ptr_array_index (territories, i)) ==
             ATLAS_STANDING_OCCUPATION;
  return found;
}

static gboolean
is_any (AtlasViewState *state, AtlasEventGroup group, AtlasStatus status, gboolean by_status)
{
  g_autoptr (GPtrArray) events = atlas_history_index_events_in (atlas_test_get_index (),
                                                                atlas_view_state_get_window (state),
                                                                NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      AtlasEvent *event = g_ptr_array_index (events, i);

      found |= by_status ? atlas_record_get_status (ATLAS_RECORD (event)) == status
                         : atlas_event_kind_get_group (atlas_event_get_event_kind (event)) == group;
    }
  return found;
}

static void
go_to (GtkWidget *window, AtlasViewState *state, AtlasDay date)
{
  atlas_view_state_set_date (state, date);
  atlas_test_flush ();
  atlas_test_next_frame (window);
}

/* On sample days over all years, a row is there if and only if the map has such a thing. */
static void
test_rows (void)
{
  AtlasViewState *state = create_state ();
  AtlasLegend *legend;
  GtkWidget *window = open_legend (state, &legend);
  guint occupied = 0, free = 0;

  for (int year = 1722; year < 1949; year += 7)
    {
      AtlasDay date = atlas_day_from_gregorian (year, 8, 1);

      go_to (window, state, date);
      g_assert_cmpint (has_row (legend, "Occupied"), ==, is_any_occupied (date));
      g_assert_cmpint (has_row (legend, "Force"),
                       ==,
                       is_any (state, ATLAS_EVENT_GROUP_FORCE, 0, FALSE));
      g_assert_cmpint (has_row (legend, "Word"),
                       ==,
                       is_any (state, ATLAS_EVENT_GROUP_WORD, 0, FALSE));
      g_assert_cmpint (has_row (legend, "Rule"),
                       ==,
                       is_any (state, ATLAS_EVENT_GROUP_RULE, 0, FALSE));
      g_assert_cmpint (has_row (legend, "Accounts differ"),
                       ==,
                       is_any (state, 0, ATLAS_STATUS_DISPUTED, TRUE));
      g_assert_cmpint (has_row (legend, "One account only"),
                       ==,
                       is_any (state, 0, ATLAS_STATUS_UNCORROBORATED, TRUE));
      *(is_any_occupied (date) ? &occupied : &free) += 1;
    }
  g_assert_cmpuint (occupied, >, 0);
  g_assert_cmpuint (free, >, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
  g_object_unref (state);
}

/* 1760 knows no occupied land; 1871 does. Without borders or events their rows go. */
static void
test_years (void)
{
  AtlasViewState *state = create_state ();
  AtlasLegend *legend;
  GtkWidget *window = open_legend (state, &legend);
  guint show = atlas_view_state_get_show (state);

  go_to (window, state, atlas_day_from_gregorian (1760, 6, 1));
  g_assert_false (has_row (legend, "Occupied"));
  go_to (window, state, atlas_day_from_gregorian (1871, 8, 1));
  g_assert_true (has_row (legend, "Occupied"));
  g_assert_true (has_row (legend, "Force"));

  atlas_view_state_set_show (state, show & ~(guint) ATLAS_SHOW_EVENTS);
  atlas_test_flush ();
  atlas_test_next_frame (window);
  g_assert_true (has_row (legend, "Occupied"));
  g_assert_false (has_row (legend, "Force"));

  atlas_view_state_set_show (state, show & ~(guint) ATLAS_SHOW_BORDERS);
  atlas_test_flush ();
  atlas_test_next_frame (window);
  g_assert_false (has_row (legend, "Fixed by treaty"));
  g_assert_true (has_row (legend, "Force"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
  g_object_unref (state);
}

/* What changed hands has a row while it is hatched; a state that is only followed by another is
 * not.
 */
static void
test_changes (void)
{
  AtlasViewState *state = create_state ();
  AtlasLegend *legend;
  GtkWidget *window = open_legend (state, &legend);
  g_autoptr (GPtrArray) changes = atlas_changes_between (atlas_test_get_index (),
                                                         atlas_day_from_gregorian (1911, 1, 1),
                                                         atlas_day_from_gregorian (1912, 12, 1),
                                                         ATLAS_CHANGES_NET);
  g_autoptr (GPtrArray) followed = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    if (((AtlasChange *) g_ptr_array_index (changes, i))->kind == ATLAS_CHANGE_SUCCESSION)
      g_ptr_array_add (followed, g_ptr_array_index (changes, i));
  g_assert_cmpuint (followed->len, >, 0);
  g_assert_cmpuint (followed->len, <, changes->len);

  go_to (window, state, atlas_day_from_gregorian (1912, 12, 1));
  g_assert_false (has_row (legend, "Changed hands"));
  atlas_legend_set_changes (legend, changes);
  atlas_test_flush ();
  atlas_test_next_frame (window);
  g_assert_true (has_row (legend, "Changed hands"));
  atlas_legend_set_changes (legend, followed);
  atlas_test_flush ();
  atlas_test_next_frame (window);
  g_assert_false (has_row (legend, "Changed hands"));
  atlas_legend_set_changes (legend, changes);
  atlas_legend_set_changes (legend, NULL);
  atlas_test_flush ();
  atlas_test_next_frame (window);
  g_assert_false (has_row (legend, "Changed hands"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
  g_object_unref (state);
}

/* From the viewpoint of the Qing the towns of 1873 that they had lost are claimed. */
static void
test_viewpoint (void)
{
  AtlasViewState *state = create_state ();
  AtlasLegend *legend;
  GtkWidget *window = open_legend (state, &legend);

  go_to (window, state, atlas_day_from_gregorian (1873, 1, 1));
  g_assert_false (has_row (legend, "Claimed, not held"));
  atlas_view_state_set_viewpoint (state, "polity/qing");
  atlas_test_flush ();
  atlas_test_next_frame (window);
  g_assert_true (has_row (legend, "Claimed, not held"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
  g_object_unref (state);
}

static void
test_scale_bar (void)
{
  static const double table[][2] = {
    { 1, 1 },         { 1.99, 1 },        { 2, 2 },       { 4.99, 2 },    { 5, 5 },
    { 9.99, 5 },      { 10, 10 },         { 19, 10 },     { 49, 20 },     { 50, 50 },
    { 99, 50 },       { 100, 100 },       { 999, 500 },   { 1000, 1000 }, { 1999, 1000 },
    { 2000, 2000 },   { 4999, 2000 },     { 5000, 5000 }, { 9999, 5000 }, { 10000, 10000 },
    { 65432, 50000 }, { 123456, 100000 }, { 2e6, 2e6 },   { 4.9e6, 2e6 }, { 7e6, 5e6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (atlas_scale_bar_round_down (table[i][0]), table[i][1], 1e-6);
  for (double metres = 1.0; metres < 1e7; metres *= 1.037)
    {
      double rounded = atlas_scale_bar_round_down (metres);

      g_assert_cmpfloat (rounded, <=, metres * (1.0 + 1e-12));
      g_assert_cmpfloat (rounded * 2.5, >, metres);
    }
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/widgets/legend/rows", test_rows);
  g_test_add_func ("/widgets/legend/years", test_years);
  g_test_add_func ("/widgets/legend/changes", test_changes);
  g_test_add_func ("/widgets/legend/viewpoint", test_viewpoint);
  g_test_add_func ("/widgets/scale-bar/round-down", test_scale_bar);
  return g_test_run ();
}
