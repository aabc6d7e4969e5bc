/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-cite.h"
#include "atlas-record-page.h"
#include "atlas-window-test.h"

/* A page for every record of the shipped atlas in every language: each is built (warnings are
 * errors here), has its name on top and shows no mark-up. */

static const char *const languages[] = { "en", "zh-Hant", "zh-Hans" };

/* Pages that are also laid out and drawn: one in so many. */
#define DRAWN 40

static void
assert_no_markup (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      const char *text = gtk_label_get_text (GTK_LABEL (widget));

      if (strstr (text, "<span") != NULL || strstr (text, "<a ") != NULL ||
          strstr (text, "&amp;") != NULL || strstr (text, "(null)") != NULL)
        g_test_message ("“%s”", text);
      g_assert_null (strstr (text, "<span"));
      g_assert_null (strstr (text, "<a "));
      g_assert_null (strstr (text, "&amp;"));
      g_assert_null (strstr (text, "(null)"));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_no_markup (child);
}

static void
assert_page (GtkWidget *page, AtlasViewState *state, AtlasRecord *record)
{
  const char *lang = atlas_view_state_get_language (state);
  const char *name = ATLAS_IS_EVENT (record)
                       ? atlas_text_get (atlas_record_get_title (record), lang)
                       : atlas_record_get_name_on (record, lang, atlas_view_state_get_date (state));
  GtkWidget *title = atlas_test_find_class (page, "page-title");

  if (title == NULL)
    g_test_message ("%s in %s", atlas_record_get_id (record), lang);
  g_assert_nonnull (title);
  g_assert_nonnull (name);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, name);
  g_assert_cmpint (strlen (name), >, 0);
  assert_no_markup (page);
}

static GtkWidget *
open_page (AtlasViewState *state, GtkWidget **page)
{
  GtkWidget *window = g_object_ref (gtk_window_new ());

  *page =
    g_object_new (ATLAS_TYPE_RECORD_PAGE, "state", state, "index", atlas_test_get_index (), NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  gtk_window_set_child (GTK_WINDOW (window), *page);
  gtk_window_present (GTK_WINDOW (window));
  atlas_test_next_frame (window);
  return window;
}

/* The label below @widget whose text begins with @words. */
static GtkLabel *
find_label_with (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), words))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label_with (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AtlasViewState *
create_state (void)
{
  AtlasViewState *state = atlas_view_state_new ();

  atlas_view_state_set_range (state,
                              atlas_dataset_get_range (
                                atlas_history_index_get_dataset (atlas_test_get_index ())));
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1871, 7, 4));
  return state;
}

static void
test_kind (gconstpointer data)
{
  AtlasKind kind = (AtlasKind) GPOINTER_TO_UINT (data);
  AtlasDataset *dataset = atlas_history_index_get_dataset (atlas_test_get_index ());
  AtlasViewState *state = create_state ();
  GtkWidget *page, *window = open_page (state, &page);
  guint n = atlas_dataset_get_n_records (dataset, kind);

  g_assert_cmpuint (n, >, 0);
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      atlas_view_state_set_selection (state, NULL);
      atlas_view_state_set_language (state, languages[l]);
      for (guint i = 0; i < n; i++)
        {
          AtlasRecord *record = atlas_dataset_get_record (dataset, kind, i);

          atlas_view_state_set_selection (state, atlas_record_get_id (record));
          assert_page (page, state, record);
          if (i % DRAWN == 0)
            atlas_test_next_frame (window);
        }
    }

  /* The page that stands is told of a change of language. */
  atlas_view_state_set_language (state, "en");
  assert_page (page, state, atlas_dataset_get_record (dataset, kind, n - 1));

  gtk_window_destroy (GTK_WINDOW (window));
  atlas_test_flush ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (state);
}

/* What no atlas has leaves an empty page behind, and no complaint. */
static void
test_unknown (void)
{
  AtlasViewState *state = create_state ();
  GtkWidget *page, *window = open_page (state, &page);

  atlas_view_state_set_selection (state, "event/tarbagatai-protocol-1864");
  g_assert_nonnull (atlas_test_find_class (page, "page-title"));
  atlas_view_state_set_selection (state, "event/of-no-atlas");
  g_assert_null (atlas_test_find_class (page, "page-title"));

  gtk_window_destroy (GTK_WINDOW (window));
  atlas_test_flush ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (state);
}

/* The page of a town tells who held it, each time with a link to what happened. */
static void
test_controls (void)
{
  AtlasViewState *state = create_state ();
  GtkWidget *page, *window = open_page (state, &page);
  GtkLabel *label;

  atlas_view_state_set_selection (state, "place/gumudi");
  atlas_test_next_frame (window);
  g_assert_nonnull (atlas_test_find_label (page, "Who held it"));
  label = find_label_with (page, "17 August 1876");
  g_assert_nonnull (label);
  g_assert_nonnull (strstr (gtk_label_get_label (label), "<a href=\"event/gumudi-taken-1876\""));
  g_assert_nonnull (strstr (gtk_label_get_label (label), "<a href=\"polity/qing\""));
  g_assert_null (strstr (gtk_label_get_label (label), "<b>"));

  /* What holds on the day of the map stands out. */
  atlas_view_state_set_selection (state, NULL);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1876, 8, 17));
  atlas_view_state_set_selection (state, "place/gumudi");
  atlas_test_next_frame (window);
  g_assert_nonnull (strstr (gtk_label_get_label (find_label_with (page, "17 August 1876")), "<b>"));

  /* The Republic of China took over the Qing's land, and the town with it. */
  atlas_view_state_set_selection (state, NULL);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1920, 1, 1));
  atlas_view_state_set_selection (state, "place/gumudi");
  atlas_test_next_frame (window);
  g_assert_null (strstr (gtk_label_get_label (find_label_with (page, "17 August 1876")), "<b>"));

  /* A place that no source tells of has no such block. */
  atlas_view_state_set_selection (state, "place/lanzhou");
  atlas_test_next_frame (window);
  g_assert_null (atlas_test_find_label (page, "Who held it"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
  g_object_unref (state);
}

static void
close_page (GtkWidget *window, AtlasViewState *state)
{
  gtk_window_destroy (GTK_WINDOW (window));
  atlas_test_flush ();
  g_assert_finalize_object (window);
  g_assert_finalize_object (state);
}

/* Names in a story are links that lead to their pages, in Chinese as in English. */
static void
test_names (void)
{
  static const char *const occupation = "event/russian-occupation-of-ili-1871";
  static const struct
  {
    const char *lang;
    const char *link;
  } cases[] = {
    { "en", "<a href=\"place/ghulja\">Ghulja</a>" },
    { "zh-Hant", "<a href=\"person/kolpakovsky\">" },
  };
  AtlasViewState *state = create_state ();
  GtkWidget *page, *window = open_page (state, &page);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkLabel *story;
      gboolean done = FALSE;

      atlas_view_state_set_language (state, cases[i].lang);
      atlas_view_state_set_selection (state, occupation);
      story = atlas_test_find_class (page, "story");
      g_assert_nonnull (story);
      g_assert_nonnull (strstr (gtk_label_get_label (story), cases[i].link));
      g_signal_emit_by_name (story, "activate-link", "place/ghulja", &done);
      g_assert_true (done);
      g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "place/ghulja");
    }
  close_page (window, state);
}

typedef struct
{
  char *text;
  gboolean done;
} Copied;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Copied *copied = user_data;

  copied->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  copied->done = TRUE;
}

static gboolean
is_read (gpointer user_data)
{
  return ((Copied *) user_data)->done;
}

/* What the menus of the page and of its sources leave on the clipboard. (transfer full) */
static char *
copy (GtkWidget *page, AtlasCiteFormat format, const char *source, guint citation)
{
  Copied copied = { NULL, FALSE };

  gtk_widget_activate_action (page, "page.cite", "(usu)", (guint) format, source, citation);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, read_cb, &copied);
  atlas_test_wait (is_read, &copied);
  return copied.text;
}

static void
copied_cb (guint *count)
{
  (*count)++;
}

static void
test_cite (void)
{
  AtlasViewState *state = create_state ();
  GtkWidget *page, *window = open_page (state, &page);
  guint count = 0;

  g_signal_connect_swapped (page, "copied", G_CALLBACK (copied_cb), &count);
  atlas_view_state_set_selection (state, "event/tarbagatai-protocol-1864");
  {
    g_autofree char *plain = copy (page, ATLAS_CITE_PLAIN, "", G_MAXUINT);
    g_autofree char *bibtex = copy (page, ATLAS_CITE_BIBTEX, "source/seed-000", 0);
    g_autofree char *json = copy (page, ATLAS_CITE_CSL_JSON, "", G_MAXUINT);

    g_assert_nonnull (strstr (plain, "Protocol of Tarbagatai"));
    g_assert_nonnull (strstr (plain, "atlas:?select=event/tarbagatai-protocol-1864"));
    g_assert_true (g_str_has_prefix (bibtex, "@inreference{seed-000,"));
    g_assert_nonnull (strstr (json, "\"seed-000\""));
  }
  g_assert_cmpuint (count, ==, 3);
  close_page (window, state);
}

/* A pinned page stays while others are selected, until one of its links is followed. */
static void
test_pinned (void)
{
  AtlasViewState *state = create_state ();
  GtkWidget *page, *window = open_page (state, &page);
  GtkLabel *story;
  gboolean done = FALSE;

  atlas_view_state_set_selection (state, "place/ghulja");
  atlas_record_page_set_pinned (ATLAS_RECORD_PAGE (page), TRUE);
  atlas_view_state_set_selection (state, "place/tacheng");
  atlas_view_state_set_language (state, "zh-Hant");
  atlas_view_state_set_language (state, "en");
  g_assert_cmpstr (gtk_label_get_text (atlas_test_find_class (page, "page-title")), ==, "Ghulja");

  story = atlas_test_find_class (page, "story");
  g_signal_emit_by_name (story, "activate-link", "polity/qing", &done);
  g_assert_false (atlas_record_page_get_pinned (ATLAS_RECORD_PAGE (page)));
  g_assert_cmpstr (gtk_label_get_text (atlas_test_find_class (page, "page-title")),
                   ==,
                   "Qing Empire");
  close_page (window, state);
}

/* The page of a place goes by the name of the day. */
static void
test_name_of_the_day (void)
{
  AtlasViewState *state = create_state ();
  GtkWidget *page, *window = open_page (state, &page);

  atlas_view_state_set_language (state, "zh-Hant");
  atlas_view_state_set_selection (state, "place/urumqi");
  g_assert_cmpstr (gtk_label_get_text (atlas_test_find_class (page, "page-title")), ==, "迪化");
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1755, 6, 1));
  g_assert_cmpstr (gtk_label_get_text (atlas_test_find_class (page, "page-title")), ==, "烏魯木齊");
  close_page (window, state);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    AtlasKind kind;
  } kinds[] = {
    { "/widgets/record-page/events", ATLAS_KIND_EVENT },
    { "/widgets/record-page/places", ATLAS_KIND_PLACE },
    { "/widgets/record-page/people", ATLAS_KIND_PERSON },
    { "/widgets/record-page/campaigns", ATLAS_KIND_CAMPAIGN },
    { "/widgets/record-page/polities", ATLAS_KIND_POLITY },
    { "/widgets/record-page/sources", ATLAS_KIND_SOURCE },
  };

  atlas_test_init_widgets (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, GUINT_TO_POINTER (kinds[i].kind), test_kind);
  g_test_add_func ("/widgets/record-page/unknown", test_unknown);
  g_test_add_func ("/widgets/record-page/controls", test_controls);
  g_test_add_func ("/widgets/record-page/names", test_names);
  g_test_add_func ("/widgets/record-page/cite", test_cite);
  g_test_add_func ("/widgets/record-page/pinned", test_pinned);
  g_test_add_func ("/widgets/record-page/name-of-the-day", test_name_of_the_day);
  return g_test_run ();
}
