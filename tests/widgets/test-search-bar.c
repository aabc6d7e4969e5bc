/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>

#include "atlas-search-bar.h"
#include "atlas-search-row.h"
#include "atlas-window-test.h"

/* The search box under real keys: what is typed, what is offered, where it leads. */

#define WIDTH 900
#define HEIGHT 700

typedef struct
{
  GtkWidget *window;
  GtkWidget *bar;
  AtlasViewState *state;
  char *chosen; /* the id of the last "chosen"; "date" for none */
} Fixture;

static void
chosen_cb (Fixture *self, const char *id)
{
  g_free (self->chosen);
  self->chosen = g_strdup (id != NULL ? id : "date");
}

static gboolean
is_ready (gpointer bar)
{
  return atlas_search_bar_is_ready (bar);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  AtlasHistoryIndex *index = atlas_test_get_index ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->state = atlas_view_state_new ();
  atlas_view_state_set_range (self->state,
                              atlas_dataset_get_range (atlas_history_index_get_dataset (index)));
  self->bar = g_object_new (ATLAS_TYPE_SEARCH_BAR, "valign", GTK_ALIGN_START, NULL);
  atlas_search_bar_set_state (ATLAS_SEARCH_BAR (self->bar), self->state);
  atlas_search_bar_set_index (ATLAS_SEARCH_BAR (self->bar), index);
  g_signal_connect_swapped (self->bar, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("another"));
  self->window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  atlas_test_wait (is_ready, self->bar);
  atlas_test_next_frame (self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->bar), (gpointer *) &self->bar);
  gtk_window_destroy (GTK_WINDOW (self->window));
  atlas_test_flush ();
  g_assert_finalize_object (self->window);
  g_assert_null (self->bar);
  g_assert_finalize_object (self->state);
  g_clear_pointer (&self->chosen, g_free);
}

static GtkWidget *
get_entry (GtkWidget *root)
{
  GtkWidget *entry = atlas_test_find (root, GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  return entry;
}

static GtkListBox *
get_list (GtkWidget *root)
{
  GtkListBox *list = atlas_test_find (root, GTK_TYPE_LIST_BOX);

  g_assert_nonnull (list);
  return list;
}

static gboolean
is_open (GtkWidget *root)
{
  return gtk_widget_get_mapped (GTK_WIDGET (get_list (root)));
}

static AtlasSearchRow *
get_row (GtkWidget *root, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (get_list (root), index);

  return row != NULL ? ATLAS_SEARCH_ROW (row) : NULL;
}

static const char *
get_row_id (GtkWidget *root, int index)
{
  AtlasSearchRow *row = get_row (root, index);

  g_assert_nonnull (row);
  return atlas_record_get_id (atlas_search_row_get_record (row));
}

static int
get_selected (GtkWidget *root)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (get_list (root));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
type_text (GtkWidget *root, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (root)), text);
  atlas_test_next_frame (root);
}

/* Presses a key wherever the keyboard is: the window itself does not take it away. */
static void
press (GtkWidget *window, const char *key)
{
  atlas_test_key (window, key);
}

/* By real keys, letter by letter. */
static void
test_typing (Fixture *self, gconstpointer data)
{
  static const char *const keys[] = { "c", "h", "u", "g", "u" };

  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  g_assert_false (is_open (self->bar));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    press (self->window, keys[i]);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self->bar))), ==, "chugu");
  g_assert_true (is_open (self->bar));
  g_assert_cmpstr (get_row_id (self->bar, 0), ==, "place/tacheng");
  g_assert_cmpint (get_selected (self->bar), ==, 0);
  g_assert_nonnull (atlas_test_find_label (self->bar, "Places"));

  /* The keyboard is still in the box. */
  press (self->window, "BackSpace");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self->bar))), ==, "chug");
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  g_autofree char *second = NULL;

  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  type_text (self->bar, "tarbagatai");
  second = g_strdup (get_row_id (self->bar, 1));
  press (self->window, "Down");
  g_assert_cmpint (get_selected (self->bar), ==, 1);
  press (self->window, "Down");
  g_assert_cmpint (get_selected (self->bar), ==, 2);
  press (self->window, "Up");
  g_assert_cmpint (get_selected (self->bar), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self->bar))), ==, "tarbagatai");

  press (self->window, "Return");
  g_assert_cmpstr (self->chosen, ==, second);
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, second);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self->bar))), ==, "");
  g_assert_false (gtk_widget_get_visible (
    gtk_widget_get_ancestor (GTK_WIDGET (get_list (self->bar)), GTK_TYPE_POPOVER)));
}

static void
test_escape (Fixture *self, gconstpointer data)
{
  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  type_text (self->bar, "ili");
  g_assert_true (is_open (self->bar));
  press (self->window, "Escape");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (self->bar))), ==, "");
  g_assert_false (is_open (self->bar));
  press (self->window, "Escape");
  g_assert_false (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), self->bar));
  g_assert_null (self->chosen);
}

/* A row leads on by itself as well, which is what a click does. */
static void
test_row (Fixture *self, gconstpointer data)
{
  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  type_text (self->bar, "左宗棠");
  g_assert_false (gtk_widget_grab_focus (GTK_WIDGET (get_row (self->bar, 0))));
  g_assert_true (gtk_widget_activate (GTK_WIDGET (get_row (self->bar, 0))));
  g_assert_cmpstr (self->chosen, ==, "person/zuo-zongtang");
}

static void
test_date (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan date;

  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  type_text (self->bar, "同治十年五月十七");
  g_assert_true (atlas_search_row_get_date (get_row (self->bar, 0), &date));
  g_assert_nonnull (atlas_test_find_label (self->bar, "Go to 4 July 1871"));
  g_assert_null (atlas_search_row_get_record (get_row (self->bar, 0)));
  g_assert_cmpstr (get_row_id (self->bar, 1), ==, "event/russian-occupation-of-ili-1871");
  press (self->window, "Return");
  g_assert_cmpstr (self->chosen, ==, "date");
  g_assert_cmpint (atlas_view_state_get_date (self->state),
                   ==,
                   atlas_day_from_gregorian (1871, 7, 4));
  g_assert_null (atlas_view_state_get_selection (self->state));
}

static void
test_place_and_date (Fixture *self, gconstpointer data)
{
  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  type_text (self->bar, "tacheng october 1864");
  g_assert_nonnull (atlas_test_find_label (self->bar, "Go to Tacheng, October 1864"));
  g_assert_cmpstr (get_row_id (self->bar, 1), ==, "event/tarbagatai-protocol-1864");
  press (self->window, "Return");
  g_assert_cmpstr (self->chosen, ==, "place/tacheng");
  g_assert_cmpstr (atlas_view_state_get_selection (self->state), ==, "place/tacheng");
  g_assert_cmpint (atlas_view_state_get_date (self->state),
                   ==,
                   atlas_day_from_gregorian (1864, 10, 1));
}

/* The rows are the answer of the index, row by row. */
static void
test_order (Fixture *self, gconstpointer data)
{
  static const char *const queries[] = { "ili", "tarbag", "Кашгар", "左", "kuldja", "treaty" };
  g_autoptr (AtlasTextIndex) index =
    atlas_text_index_new (atlas_history_index_get_dataset (atlas_test_get_index ()));

  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (AtlasTextResult) result =
        atlas_text_index_search (index, queries[i], ATLAS_TEXT_INDEX_LIMIT);

      type_text (self->bar, queries[i]);
      g_assert_cmpuint (result->hits->len, >, 0);
      for (guint j = 0; j < result->hits->len; j++)
        {
          const AtlasTextHit *hit = result->hits->pdata[j];

          g_assert_true (atlas_search_row_get_record (get_row (self->bar, (int) j)) == hit->record);
        }
      g_assert_null (get_row (self->bar, (int) result->hits->len));
    }
}

/* Takes nothing out of the list, and remembers the last bold piece. */
static gboolean
is_bold (PangoAttribute *attribute, gpointer user_data)
{
  AtlasTextMark *mark = user_data;

  if (attribute->klass->type == PANGO_ATTR_WEIGHT)
    *mark = (AtlasTextMark){ attribute->start_index, attribute->end_index };
  return FALSE;
}

static void
test_marks (Fixture *self, gconstpointer data)
{
  GtkLabel *label;
  AtlasTextMark mark = { 0, 0 };

  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  type_text (self->bar, "range tarbag");
  label = atlas_test_find_label (self->bar, "Tarbagatai range");
  g_assert_nonnull (label);
  pango_attr_list_filter (gtk_label_get_attributes (label), is_bold, &mark);
  g_assert_cmpuint (mark.begin, ==, strlen ("Tarbagatai "));
  g_assert_cmpuint (mark.end, ==, strlen ("Tarbagatai range"));
}

/* What a screen reader is told. */
static void
test_accessible (Fixture *self, gconstpointer data)
{
  GtkWidget *entry = get_entry (self->bar);

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (entry)),
                   ==,
                   GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Search the atlas");
  atlas_search_bar_focus (ATLAS_SEARCH_BAR (self->bar));
  type_text (self->bar, "錫霖");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_assert_true (
    gtk_test_accessible_has_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (entry),
                                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_row (self->bar, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Xilin, 錫霖 · Си Линь");
  type_text (self->bar, "qqqqzzzz");
  g_assert_nonnull (atlas_test_find_label (self->bar, "Nothing found"));
  g_assert_null (get_row (self->bar, 0));
}

/* The entry among the results. */
static GtkWidget *
get_narrow_entry (GtkWidget *root)
{
  return get_entry (atlas_test_find (root, GTK_TYPE_POPOVER));
}

static gboolean
is_button_shown (gpointer bar)
{
  GtkWidget *button = atlas_test_find (bar, GTK_TYPE_BUTTON);

  return button != NULL && gtk_widget_get_mapped (button);
}

/* Where there is no room for the box, a button opens it. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  GtkWidget *button;

  gtk_widget_set_margin_start (gtk_widget_get_parent (self->bar), WIDTH - 180);
  atlas_test_wait (is_button_shown, self->bar);
  g_assert_false (gtk_widget_get_mapped (get_entry (self->bar)));
  button = atlas_test_find (self->bar, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  atlas_test_next_frame (self->window);
  g_assert_true (gtk_widget_get_mapped (get_narrow_entry (self->bar)));
  gtk_editable_set_text (GTK_EDITABLE (get_narrow_entry (self->bar)), "чугучак");
  g_assert_cmpstr (get_row_id (self->bar, 0), ==, "place/tacheng");
  g_signal_emit_by_name (get_narrow_entry (self->bar), "activate");
  g_assert_cmpstr (self->chosen, ==, "place/tacheng");

  gtk_widget_set_margin_start (gtk_widget_get_parent (self->bar), 0);
  while (is_button_shown (self->bar))
    g_main_context_iteration (NULL, TRUE);
  atlas_test_next_frame (self->window);
  g_assert_true (gtk_widget_get_mapped (get_entry (self->bar)));
  g_assert_false (gtk_widget_get_visible (get_narrow_entry (self->bar)));
}

/* In the window: from the title page by keys alone to a town, and on to an event. */
static void
test_window (void)
{
  AtlasWindow *window = atlas_test_window_new (NULL);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *bar = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_SEARCH_BAR);
  double lon, lat;

  g_assert_nonnull (bar);
  atlas_test_settle (window);
  atlas_test_wait (is_ready, bar);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), get_entry (bar)));
  type_text (bar, "塔城");
  press (GTK_WIDGET (window), "Return");
  atlas_test_settle (window);
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "place/tacheng");
  atlas_view_state_get_view (state, &lon, &lat, NULL);
  g_assert_cmpfloat (fabs (lon - 82.96), <, 0.2);
  g_assert_cmpfloat (fabs (lat - 46.75), <, 0.2);

  press (GTK_WIDGET (window), "ctrl+f");
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), get_entry (bar)));
  type_text (bar, "livadia treaty");
  press (GTK_WIDGET (window), "Return");
  atlas_test_settle (window);
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "event/livadia-treaty-1879");
  g_assert_cmpint (atlas_view_state_get_date (state), ==, atlas_day_from_gregorian (1879, 10, 2));
  atlas_view_state_get_view (state, &lon, NULL, NULL);
  g_assert_cmpfloat (lon, <, 40.0);
  atlas_test_window_close (window);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  ADD ("/widgets/search-bar/typing", test_typing);
  ADD ("/widgets/search-bar/keys", test_keys);
  ADD ("/widgets/search-bar/escape", test_escape);
  ADD ("/widgets/search-bar/row", test_row);
  ADD ("/widgets/search-bar/date", test_date);
  ADD ("/widgets/search-bar/place-and-date", test_place_and_date);
  ADD ("/widgets/search-bar/order", test_order);
  ADD ("/widgets/search-bar/marks", test_marks);
  ADD ("/widgets/search-bar/accessible", test_accessible);
  ADD ("/widgets/search-bar/narrow", test_narrow);
  g_test_add_func ("/widgets/search-bar/window", test_window);
  return g_test_run ();
}
