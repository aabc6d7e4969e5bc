/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-date-dialog.h"
#include "atlas-window-test.h"

/* The dialog that asks for a date: what it reads, what it refuses, where it goes. */

typedef struct
{
  GtkWidget *dialog;
  GtkWidget *entry;
  GtkLabel *reading;
  GtkWidget *go;
  AtlasViewState *state;
} Fixture;

#define FIRST_DAY atlas_day_from_gregorian (1871, 7, 4)

static void
set_up (Fixture *self, gconstpointer data)
{
  self->state = atlas_view_state_new ();
  atlas_view_state_set_range (self->state,
                              (AtlasTimeSpan){ atlas_day_from_gregorian (1717, 1, 1),
                                               atlas_day_from_gregorian (1949, 12, 31) });
  atlas_view_state_set_date (self->state, FIRST_DAY);
  self->dialog = g_object_ref (atlas_date_dialog_new (NULL, self->state));
  gtk_window_present (GTK_WINDOW (self->dialog));
  atlas_test_next_frame (self->dialog);
  self->entry = atlas_test_find (self->dialog, GTK_TYPE_ENTRY);
  self->reading = GTK_LABEL (gtk_widget_get_next_sibling (self->entry));
  self->go = atlas_test_find_button (self->dialog, "Go");
  g_assert_nonnull (self->go);
  g_assert_false (gtk_widget_is_sensitive (self->go));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  atlas_test_flush ();
  g_assert_finalize_object (self->dialog);
  g_assert_finalize_object (self->state);
}

static void
type (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
assert_goes_to (Fixture *self, const char *text, AtlasDay day, const char *reading)
{
  type (self, text);
  g_assert_true (gtk_widget_is_sensitive (self->go));
  g_assert_cmpstr (gtk_label_get_text (self->reading), ==, reading);
  /* Reading is not going. */
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, FIRST_DAY);
  atlas_test_next_frame (self->dialog);
  atlas_test_click (self->go,
                    gtk_widget_get_width (self->go) / 2.0,
                    gtk_widget_get_height (self->go) / 2.0);
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, day);
  g_assert_false (gtk_widget_get_visible (self->dialog));
}

static void
test_gregorian (Fixture *self, gconstpointer data)
{
  assert_goes_to (self, "1881-02-24", atlas_day_from_gregorian (1881, 2, 24), "24 February 1881");
}

static void
test_julian (Fixture *self, gconstpointer data)
{
  assert_goes_to (self,
                  "12 Feb 1881 O.S.",
                  atlas_day_from_gregorian (1881, 2, 24),
                  "24 February 1881");
}

static void
test_regnal (Fixture *self, gconstpointer data)
{
  type (self, "同治三年九月");
  g_assert_true (gtk_widget_is_sensitive (self->go));
  g_assert_nonnull (strstr (gtk_label_get_text (self->reading), "October 1864"));
  atlas_test_next_frame (self->dialog);
  atlas_test_click (self->go,
                    gtk_widget_get_width (self->go) / 2.0,
                    gtk_widget_get_height (self->go) / 2.0);
  g_assert_cmpint (atlas_view_state_get_date (self->state),
                   ==,
                   atlas_day_from_gregorian (1864, 10, 1));
}

/* From one day to another: the window shows all of that time. */
static void
test_between (Fixture *self, gconstpointer data)
{
  AtlasTimeSpan window;

  assert_goes_to (self,
                  "11–23 May 1864",
                  atlas_day_from_gregorian (1864, 5, 11),
                  "11 to 23 May 1864");
  window = atlas_view_state_get_window (self->state);
  g_assert_cmpint (window.begin, ==, atlas_day_from_gregorian (1864, 5, 11));
  g_assert_cmpint (window.end, ==, atlas_day_from_gregorian (1864, 5, 23));
}

/* Every form that a reader was promised, as it is read. */
static void
test_forms (Fixture *self, gconstpointer data)
{
  static const char *const forms[][2] = {
    { "1871", "1871" },
    { "1864-10", "October 1864" },
    { "同治三年九月", "1 to 29 October 1864" },
    { "光緒七年", "30 January 1881 to 17 February 1882" },
    { "12 Feb 1881 O.S.", "24 February 1881" },
    { "民國三十三年十一月", "November 1944" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      type (self, forms[i][0]);
      g_assert_true (gtk_widget_is_sensitive (self->go));
      g_assert_cmpstr (gtk_label_get_text (self->reading), ==, forms[i][1]);
    }
}

static gboolean
is_closed (gpointer dialog)
{
  return !gtk_widget_get_visible (dialog);
}

static void
test_enter (Fixture *self, gconstpointer data)
{
  type (self, "1864");
  atlas_test_key (self->entry, "Return");
  /* A button that is pressed by key shows it for a moment before it acts. */
  atlas_test_wait (is_closed, self->dialog);
  g_assert_cmpint (atlas_view_state_get_date (self->state),
                   ==,
                   atlas_day_from_gregorian (1864, 1, 1));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  const char *refused[] = { "the day after", "1871-13-45", "30 Feb 1871", "同治", "1500", "2020" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      type (self, "1871");
      g_assert_true (gtk_widget_is_sensitive (self->go));
      type (self, refused[i]);
      g_test_message ("%s: %s", refused[i], gtk_label_get_text (self->reading));
      g_assert_false (gtk_widget_is_sensitive (self->go));
      g_assert_cmpint (strlen (gtk_label_get_text (self->reading)), >, 10);
      g_assert_cmpint (atlas_view_state_get_date (self->state), ==, FIRST_DAY);
    }

  /* Enter goes nowhere with it. */
  atlas_test_key (self->entry, "Return");
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, FIRST_DAY);
  g_assert_true (gtk_widget_get_visible (self->dialog));

  type (self, "");
  g_assert_cmpstr (gtk_label_get_text (self->reading), ==, "");
  g_assert_false (gtk_widget_is_sensitive (self->go));
}

static void
test_escape (Fixture *self, gconstpointer data)
{
  type (self, "1900");
  atlas_test_key (self->entry, "Escape");
  g_assert_false (gtk_widget_get_visible (self->dialog));
  g_assert_cmpint (atlas_view_state_get_date (self->state), ==, FIRST_DAY);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/widgets/date-dialog/gregorian", test_gregorian },
    { "/widgets/date-dialog/julian", test_julian },
    { "/widgets/date-dialog/regnal", test_regnal },
    { "/widgets/date-dialog/between", test_between },
    { "/widgets/date-dialog/forms", test_forms },
    { "/widgets/date-dialog/enter", test_enter },
    { "/widgets/date-dialog/refused", test_refused },
    { "/widgets/date-dialog/escape", test_escape },
  };

  atlas_test_init_widgets (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
