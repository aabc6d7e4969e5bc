/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-march-view.h"
#include "atlas-march.h"
#include "atlas-record-page.h"
#include "atlas-window-test.h"

/* The march of Liu Jintang, from his page, as one march and leg by leg. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  AtlasViewState *state;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->state = atlas_view_state_new ();
  atlas_view_state_set_date (self->state, atlas_day_from_gregorian (1877, 12, 18));
  self->page = g_object_new (ATLAS_TYPE_RECORD_PAGE, "state", self->state, NULL);
  g_object_set (self->page, "index", atlas_test_get_index (), NULL);
  self->window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 900);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  atlas_test_flush ();
  g_assert_finalize_object (self->window);
  g_assert_finalize_object (self->state);
}

/* Chooses the item of a drop-down by its text, as the nth of those below @root. */
static void
choose (GtkWidget *view, guint nth, const char *text)
{
  GtkWidget *row = gtk_widget_get_parent (atlas_test_find (view, GTK_TYPE_DROP_DOWN));
  GtkWidget *child = gtk_widget_get_first_child (row);
  GListModel *items;

  for (guint i = 0; !GTK_IS_DROP_DOWN (child) || i++ < nth;)
    child = gtk_widget_get_next_sibling (child);
  items = gtk_drop_down_get_model (GTK_DROP_DOWN (child));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (items, i);

      if (g_str_equal (gtk_string_object_get_string (item), text))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (child), i);
          return;
        }
    }
  g_error ("There is no %s to choose", text);
}

static double
measure (const char *leg)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (atlas_test_get_index ());
  double km = atlas_leg_pace_measure_path (ATLAS_LEG (atlas_dataset_lookup (dataset, leg)));

  g_assert_cmpfloat (km, >, 0.0);
  return km;
}

/* From Kucha on 19 October to Kashgar by 18 December: 61 days over the two legs. */
static void
test_kucha_to_kashgar (Fixture *self, gconstpointer data)
{
  double km = measure ("leg/east-four-4") + measure ("leg/west-four-1");
  g_autofree char *pace = g_strdup_printf ("at least %.0f km a day", km / 61.0);
  g_autofree char *length = g_strdup_printf ("%.0f km from place to place, within 61 days", km);
  g_autofree char *text = NULL;
  GtkWidget *view;

  atlas_view_state_set_selection (self->state, "person/liu-jintang");
  view = atlas_test_find (self->page, ATLAS_TYPE_MARCH_VIEW);
  g_assert_nonnull (view);
  choose (view, 1, "Kashgar");
  choose (view, 0, "Kucha");
  gtk_expander_set_expanded (atlas_test_find (view, GTK_TYPE_EXPANDER), TRUE);
  atlas_test_next_frame (self->window);
  g_assert_nonnull (atlas_test_find_label (view, pace));
  g_assert_nonnull (atlas_test_find_label (view, length));
  text = atlas_test_read_text (view);
  g_assert_nonnull (strstr (text, "19 October to 18 December 1877"));
  g_assert_nonnull (strstr (text, "Kucha – Aksu"));
  g_assert_nonnull (strstr (text, "Aksu – Kashgar"));
  g_assert_null (strstr (text, "Korla – Kucha"));
  /* Where dates leave a gap no march is invented. */
  g_assert_nonnull (strstr (text, "Nothing is recorded: 25 to 31 October 1877"));
}

/* Another end, another way to it. */
static void
test_other_end (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *view;

  atlas_view_state_set_selection (self->state, "person/liu-jintang");
  view = atlas_test_find (self->page, ATLAS_TYPE_MARCH_VIEW);
  choose (view, 1, "Kashgar");
  choose (view, 0, "Kucha");
  choose (view, 1, "Ush-Turfan");
  gtk_expander_set_expanded (atlas_test_find (view, GTK_TYPE_EXPANDER), TRUE);
  atlas_test_next_frame (self->window);
  text = atlas_test_read_text (view);
  g_assert_nonnull (strstr (text, "19 to 26 October 1877"));
  g_assert_null (strstr (text, "Aksu – Kashgar"));
}

/* A campaign's page begins with its own part of the march, and says whose it is. */
static void
test_campaign (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *view;

  atlas_view_state_set_selection (self->state, "campaign/east-four-1877");
  view = atlas_test_find (self->page, ATLAS_TYPE_MARCH_VIEW);
  g_assert_nonnull (view);
  gtk_expander_set_expanded (atlas_test_find (view, GTK_TYPE_EXPANDER), TRUE);
  atlas_test_next_frame (self->window);
  text = atlas_test_read_text (view);
  g_assert_nonnull (strstr (text, "Toksun – Karashahr"));
  g_assert_null (strstr (text, "Dabancheng – Toksun"));
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add ("/widgets/march-view/kucha-to-kashgar",
              Fixture,
              NULL,
              set_up,
              test_kucha_to_kashgar,
              tear_down);
  g_test_add ("/widgets/march-view/other-end", Fixture, NULL, set_up, test_other_end, tear_down);
  g_test_add ("/widgets/march-view/campaign", Fixture, NULL, set_up, test_campaign, tear_down);
  return g_test_run ();
}
