/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-change-words.h"
#include "atlas-page-measure.h"

/* Pieces that are listed one by one. */
#define MOST_PIECES 5

/* What the worker is asked, and what the block is then written with. */
typedef struct
{
  AtlasHistoryIndex *index;
  const char *event; /* id, owned by the index */
  const char *lang;  /* interned */
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->index);
  g_free (question);
}

/* What the accounts say of the area, each with who says so. NULL where none does. */
static GtkWidget *
create_claims (const AtlasPageContext *context, AtlasEvent *event)
{
  guint n;
  const AtlasClaim *claims = atlas_record_get_claims (ATLAS_RECORD (event), &n);
  GtkWidget *box = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = NULL;

      if (!g_str_equal (claims[i].of, "area"))
        continue;
      if (box == NULL)
        {
          box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
          gtk_box_append (GTK_BOX (box), atlas_page_label (_ ("In the accounts"), "kind-line"));
        }
      value = atlas_page_format_claim (context, &claims[i]);
      gtk_box_append (GTK_BOX (box), atlas_page_label (value, "block-heading"));
      gtk_box_append (GTK_BOX (box),
                      atlas_page_label (atlas_page_name (context, claims[i].citation.source),
                                        "kind-line"));
    }
  return box;
}

static void
add_piece (GtkWidget *card, const AtlasPageContext *context, const AtlasChange *change)
{
  g_autofree char *range = atlas_change_words_range (change, context->lang);
  g_autofree char *hands = atlas_change_words_hands (context, change);

  gtk_box_append (GTK_BOX (card), atlas_page_label (range, "block-heading"));
  gtk_box_append (GTK_BOX (card), atlas_page_label (hands, "kind-line"));
  if (change->claim != NULL)
    gtk_box_append (GTK_BOX (card),
                    atlas_page_label (atlas_text_get (atlas_record_get_title (
                                                        ATLAS_RECORD (change->claim)),
                                                      context->lang),
                                      "kind-line"));
}

static GtkWidget *
create_button (GPtrArray *pieces)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Compare Before and After"));
  AtlasDay first = G_MAXINT32, last = G_MININT32;

  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *change = pieces->pdata[i];

      first = MIN (first, change->day);
      last = MAX (last, change->day);
    }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ii)", first - 1, last);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.compare-dates");
  return button;
}

static GtkWidget *
create_pieces (const AtlasPageContext *context, GPtrArray *pieces)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), atlas_page_label (_ ("On our map"), "kind-line"));
  for (guint i = 0; i < pieces->len && i < MOST_PIECES; i++)
    add_piece (box, context, pieces->pdata[i]);
  return box;
}

static void
fill (GtkWidget *box, const Question *question, GPtrArray *pieces)
{
  AtlasPageContext context = {
    .dataset = atlas_history_index_get_dataset (question->index),
    .lang = question->lang,
    .date = ((const AtlasChange *) pieces->pdata[0])->day,
  };
  AtlasEvent *event = atlas_dataset_lookup_event (context.dataset, question->event);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *claims = create_claims (&context, event);

  gtk_box_set_homogeneous (GTK_BOX (card), TRUE);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "claims");
  gtk_box_append (GTK_BOX (card), create_pieces (&context, pieces));
  if (claims != NULL)
    gtk_box_append (GTK_BOX (card), claims);
  gtk_box_append (GTK_BOX (box), atlas_page_heading (_ ("Measured on our line"), NULL));
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (
    GTK_BOX (box),
    atlas_page_label (
      claims != NULL
        ? _ ("The accounts give a figure without saying along which line; ours is the land between "
             "the lines drawn on this map, with the range that their width allows.")
        : _ ("This is the land between the lines drawn on this map, with the range that their "
             "width allows; the atlas has no account that gives a figure."),
      "dim"));
  gtk_box_append (GTK_BOX (box), create_button (pieces));
  gtk_widget_set_visible (box, TRUE);
}

static void
measure_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;

  g_task_return_pointer (task,
                         atlas_changes_measure_event (question->index, question->event),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) pieces = g_task_propagate_pointer (G_TASK (result), NULL);

  /* The page may have gone on to another record meanwhile. */
  if (pieces != NULL && pieces->len > 0 && gtk_widget_get_parent (GTK_WIDGET (source)) != NULL)
    fill (GTK_WIDGET (source), g_task_get_task_data (G_TASK (result)), pieces);
}

GtkWidget *
atlas_page_measure (const AtlasPageContext *context, AtlasHistoryIndex *index, AtlasEvent *event)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = g_task_new (box, NULL, measured_cb, NULL);

  question->index = g_object_ref (index);
  question->event = atlas_record_get_id (ATLAS_RECORD (event));
  question->lang = g_intern_string (context->lang);
  g_task_set_source_tag (task, atlas_page_measure);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, measure_in_worker);
  gtk_widget_set_visible (box, FALSE);
  gtk_widget_add_css_class (box, "measured");
  return box;
}
