/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-event-list.h"
#include "atlas-site-layout.h"
#include "atlas-visible-set.h"
#include "atlas-window-test.h"

/* The list beside the map holds what the map holds. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *list;
  AtlasViewState *state;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  AtlasHistoryIndex *index = atlas_test_get_index ();

  self->state = atlas_view_state_new ();
  atlas_view_state_set_range (self->state,
                              atlas_dataset_get_range (atlas_history_index_get_dataset (index)));
  self->list = g_object_new (ATLAS_TYPE_EVENT_LIST, "state", self->state, "index", index, NULL);
  self->window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), self->list);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->list), (gpointer *) &self->list);
  gtk_window_destroy (GTK_WINDOW (self->window));
  atlas_test_flush ();
  g_assert_finalize_object (self->window);
  g_assert_null (self->list);
  g_assert_finalize_object (self->state);
}

static void
go_to (Fixture *self, int year, int month, int day, AtlasWindowLength length)
{
  atlas_view_state_set_window_length (self->state, length);
  atlas_view_state_set_date (self->state, atlas_day_from_gregorian (year, month, day));
  atlas_test_flush ();
  atlas_test_next_frame (self->window);
}

static GListModel *
get_rows (Fixture *self)
{
  GtkListView *view = atlas_test_find_class (self->list, "event-list");

  g_assert_nonnull (view);
  return G_LIST_MODEL (gtk_list_view_get_model (view));
}

/* Every event that the whole world's map draws. (element-type AtlasEvent) */
static GHashTable *
collect_drawn (Fixture *self)
{
  AtlasPictureSpec spec = { .date = atlas_view_state_get_date (self->state),
                            .window = atlas_view_state_get_window (self->state),
                            .show = atlas_view_state_get_show (self->state),
                            .filter = atlas_view_state_get_filter (self->state),
                            .lang = atlas_view_state_get_language (self->state) };
  AtlasViewport viewport = {
    .lon = 81, .lat = 44, .zoom = 2, .width = 4000, .height = 2000, .scale = 1
  };
  g_autoptr (AtlasSiteLayout) layout =
    atlas_site_layout_new (atlas_test_get_index (), &spec, &viewport);
  GHashTable *drawn = g_hash_table_new (NULL, NULL);
  guint n;
  const AtlasSite *sites = atlas_site_layout_get_sites (layout, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < sites[i].n_events; j++)
      g_hash_table_add (drawn, sites[i].events[j]);
  return drawn;
}

/* The list is the window's events in order of date; the map has those of them whose place is known,
 * and no others. */
static void
assert_equals_map (Fixture *self)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (atlas_test_get_index ());
  g_autoptr (GPtrArray) wanted =
    atlas_history_index_events_in (atlas_test_get_index (),
                                   atlas_view_state_get_window (self->state),
                                   atlas_view_state_get_filter (self->state));
  g_autoptr (GHashTable) drawn = collect_drawn (self);
  GListModel *rows = get_rows (self);
  guint n_located = 0;

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, wanted->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      g_autoptr (AtlasEvent) event = g_list_model_get_item (rows, i);
      AtlasPlace *place = atlas_dataset_lookup_place (dataset, atlas_event_get_site (event));
      gboolean located = place != NULL && atlas_place_get_location (place, NULL, NULL);

      g_assert_true (event == g_ptr_array_index (wanted, i));
      g_assert_cmpint (g_hash_table_contains (drawn, event), ==, located);
      n_located += located;
    }
  g_assert_cmpuint (g_hash_table_size (drawn), ==, n_located);
}

static void
test_equals_map (Fixture *self, gconstpointer data)
{
  const int years[] = { 1755, 1864, 1871, 1881, 1933, 1945 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      go_to (self, years[i], 6, 15, ATLAS_WINDOW_FIVE_YEARS);
      assert_equals_map (self);
    }
  go_to (self, 1864, 1, 1, ATLAS_WINDOW_FIVE_YEARS);
  atlas_view_state_set_filter (self->state,
                               atlas_filter_with_status (NULL, ATLAS_STATUS_UNCORROBORATED, FALSE));
  assert_equals_map (self);
}

/* Another order and groups are those of "next event" too, and one row is marked in both. */
static void
test_orders (Fixture *self, gconstpointer data)
{
  GListModel *rows = get_rows (self);
  guint n_headings = 0, n_events;

  go_to (self, 1871, 7, 4, ATLAS_WINDOW_FIVE_YEARS);
  n_events = g_list_model_get_n_items (rows);
  atlas_view_state_set_group (self->state, ATLAS_GROUP_CAMPAIGN);
  atlas_test_next_frame (self->window);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AtlasRecord) record = g_list_model_get_item (rows, i);
      g_autoptr (AtlasRecord) next = g_list_model_get_item (rows, i + 1);

      if (!ATLAS_IS_CAMPAIGN (record))
        continue;
      n_headings++;
      g_assert_cmpstr (atlas_event_get_campaign (ATLAS_EVENT (next)),
                       ==,
                       atlas_record_get_id (record));
    }
  g_assert_cmpuint (n_headings, >, 2);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n_events + n_headings);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (AtlasRecord) record = g_list_model_get_item (rows, i);
      GtkSingleSelection *selection = GTK_SINGLE_SELECTION (rows);

      atlas_view_state_set_hovered (self->state, atlas_record_get_id (record));
      g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, i);
      gtk_single_selection_set_selected (selection, i + 1);
      record = (g_object_unref (record), g_list_model_get_item (rows, i + 1));
      g_assert_cmpstr (atlas_view_state_get_hovered (self->state),
                       ==,
                       atlas_record_get_id (record));
    }
}

/* Rows say title, date and place, in the language of the texts; a click chooses. */
static void
test_rows (Fixture *self, gconstpointer data)
{
  AtlasRecord *event =
    atlas_dataset_lookup (atlas_history_index_get_dataset (atlas_test_get_index ()),
                          "event/tarbagatai-protocol-1864");
  GtkLabel *label;
  g_autofree char *text = NULL;

  go_to (self, 1864, 10, 10, ATLAS_WINDOW_MONTH);
  label = atlas_test_find_label (self->list, atlas_text_get (atlas_record_get_title (event), "en"));
  g_assert_nonnull (label);
  text = atlas_test_read_text (self->list);
  g_assert_nonnull (strstr (text, "7 October 1864"));
  g_assert_nonnull (strstr (text, "Tacheng"));

  atlas_test_click (GTK_WIDGET (label), 10, 8);
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, atlas_record_get_id (event));

  atlas_view_state_set_language (self->state, "zh-Hans");
  atlas_test_next_frame (self->window);
  g_assert_nonnull (
    atlas_test_find_label (self->list, atlas_text_get (atlas_record_get_title (event), "zh-Hans")));
}

/* Who held land on the day, each with a link to its page. */
static void
test_holders (Fixture *self, gconstpointer data)
{
  g_autofree char *then = NULL, *later = NULL;

  go_to (self, 1867, 6, 15, ATLAS_WINDOW_YEAR);
  then = atlas_test_read_text (self->list);
  g_assert_nonnull (strstr (then, "Ili"));
  go_to (self, 1883, 6, 15, ATLAS_WINDOW_YEAR);
  later = atlas_test_read_text (self->list);
  g_assert_cmpstr (then, !=, later);
  g_assert_null (strstr (later, "Ili Sultanate"));
}

/* A day without any event, between two with some. */
static AtlasDay
find_quiet_day (void)
{
  for (AtlasDay day = atlas_day_from_gregorian (1900, 1, 1);; day += 20)
    {
      g_autoptr (GPtrArray) events =
        atlas_history_index_events_in (atlas_test_get_index (), (AtlasTimeSpan){ day, day }, NULL);

      if (events->len == 0)
        return day;
    }
}

/* The nearest event on one side by looking at them all; the same day and many events leave more
 * than one right answer, which is why the day is compared and not the event. */
static AtlasDay
find_nearest (AtlasDay day, gboolean later)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (atlas_test_get_index ());
  AtlasDay found = later ? ATLAS_DAY_OPEN_FUTURE : ATLAS_DAY_OPEN_PAST;

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT); i++)
    {
      AtlasTimeSpan bounds =
        atlas_record_get_bounds (atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i));

      if (later && bounds.begin > day)
        found = MIN (found, bounds.begin);
      else if (!later && bounds.end < day)
        found = MAX (found, bounds.begin);
    }
  return found;
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  AtlasDay day = find_quiet_day ();
  const char *words[] = { "The one before", "The next one" };

  for (guint later = 0; later < 2; later++)
    {
      GtkWidget *box, *button;
      AtlasRecord *event;

      atlas_view_state_set_selection (self->state, NULL);
      atlas_view_state_set_window_length (self->state, ATLAS_WINDOW_DAY);
      atlas_view_state_set_date (self->state, day);
      atlas_test_flush ();
      atlas_test_next_frame (self->window);
      g_assert_cmpuint (g_list_model_get_n_items (get_rows (self)), ==, 0);

      /* Two offers, the one before first. */
      button = atlas_test_find_class (self->list, "offer");
      box = gtk_widget_get_parent (button);
      if (later)
        button = gtk_widget_get_last_child (box);
      g_assert_true (gtk_widget_get_mapped (button));
      g_autofree char *text = atlas_test_read_text (button);

      g_assert_true (g_str_has_prefix (text, words[later]));
      atlas_test_click (button, gtk_widget_get_width (button) / 2.0, 12);
      g_assert_nonnull (atlas_view_state_get_selection (self->state));
      event = atlas_dataset_lookup (atlas_history_index_get_dataset (atlas_test_get_index ()),
                                    atlas_view_state_get_selection (self->state));
      g_assert_cmpint (atlas_record_get_bounds (event).begin, ==, find_nearest (day, later));
      g_assert_nonnull (strstr (text, atlas_text_get (atlas_record_get_title (event), "en")));
    }

  /* With something in the window the offers are gone. */
  go_to (self, 1864, 10, 10, ATLAS_WINDOW_YEAR);
  g_assert_false (gtk_widget_get_mapped (atlas_test_find_class (self->list, "offer")));
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/widgets/event-list/equals-map", test_equals_map },
    { "/widgets/event-list/orders", test_orders },
    { "/widgets/event-list/rows", test_rows },
    { "/widgets/event-list/holders", test_holders },
    { "/widgets/event-list/nothing", test_nothing },
  };

  atlas_test_init_widgets (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
