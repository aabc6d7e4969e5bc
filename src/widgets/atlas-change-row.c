/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-change-row.h"
#include "atlas-date-format.h"
#include "atlas-event-words.h"
#include "atlas-swatch.h"

/* Of a piece's edges those that are named: the first are the most doubtful. */
#define MOST_EDGES 3

static const char *
get_family (const AtlasPageContext *context, const char *polity)
{
  AtlasPolity *record = atlas_dataset_lookup_polity (context->dataset, polity);

  return record != NULL ? atlas_polity_get_family (record) : "unknown";
}

/* Both colours, the new one last, as the words have it. */
static GtkWidget *
create_swatches (const AtlasPageContext *context, const AtlasChange *change)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *from = change->kind == ATLAS_CHANGE_TITLE ? atlas_change_words_owner (change->from)
                                                        : change->from.polity;

  gtk_box_append (GTK_BOX (box), atlas_swatch_new_family (get_family (context, from)));
  gtk_box_append (GTK_BOX (box), atlas_swatch_new_family (get_family (context, change->to.polity)));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_top (box, 2);
  return box;
}

/* A grid gives its columns their width before it asks for heights; boxes in boxes would guess a
 * width for wrapping words from a height. */
GtkWidget *
atlas_change_row_new (const AtlasPageContext *context, const AtlasChange *change)
{
  GtkGrid *row = GTK_GRID (gtk_grid_new ());
  g_autofree char *title = atlas_change_words_title (context, change);
  g_autofree char *hands = atlas_change_words_hands (context, change);
  g_autofree char *range = atlas_change_words_range (change, context->lang);
  g_autofree char *year = atlas_date_format_day (change->day, ATLAS_DATE_YEAR, context->lang);
  GtkWidget *name = atlas_page_label (title, "event-title");
  GtkWidget *when = atlas_page_label (year, "kind-line");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (when, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (when), FALSE);
  gtk_grid_set_column_spacing (row, 10);
  gtk_grid_set_row_spacing (row, 2);
  gtk_grid_attach (row, create_swatches (context, change), 0, 0, 1, 2);
  gtk_grid_attach (row, name, 1, 0, 1, 1);
  gtk_grid_attach (row, when, 2, 0, 1, 1);
  if (g_strcmp0 (title, hands) != 0)
    gtk_grid_attach (row, atlas_page_label (hands, "kind-line"), 1, 1, 2, 1);
  gtk_grid_attach (row, atlas_page_label (range, "kind-line"), 1, 2, 2, 1);
  gtk_widget_add_css_class (GTK_WIDGET (row), "change-row");
  return GTK_WIDGET (row);
}

char *
atlas_change_row_describe (const AtlasPageContext *context, const AtlasChange *change)
{
  g_autofree char *title = atlas_change_words_title (context, change);
  g_autofree char *hands = atlas_change_words_hands (context, change);
  g_autofree char *area = atlas_change_words_area (change->area, context->lang);
  g_autofree char *date = atlas_change_words_date (context, change);

  return g_strdup_printf ("%s, %s, %s, %s", title, hands, area, date);
}

static void
append_markup (GtkWidget *box, const char *markup)
{
  gtk_box_append (GTK_BOX (box), atlas_page_markup (markup, "kind-line"));
}

/* The day, and what moved the land, where the row's title does not say it already. */
static void
add_act (GtkWidget *box, const AtlasPageContext *context, const AtlasChange *change)
{
  g_autofree char *date = atlas_change_words_date (context, change);
  g_autoptr (GString) markup = g_string_new (NULL);
  const char *act = change->act != NULL ? atlas_text_get (change->act, context->lang) : NULL;

  g_string_append_printf (markup, "<b>%s</b>", date);
  if (act != NULL && change->event != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (act, -1);

      g_string_append_printf (markup, " · %s", escaped);
    }
  append_markup (box, markup->str);
  if (change->event != NULL)
    {
      g_autofree char *link = atlas_page_link (context, change->event);

      append_markup (box, link);
    }
}

/* "Khorgos, below the mountains: river · may be off by 5 km, over 120 km" */
static void
add_edges (GtkWidget *box, const AtlasPageContext *context, const AtlasChange *change)
{
  if (change->n_edges > 0)
    gtk_box_append (GTK_BOX (box), atlas_page_label (_ ("How sure its edges are"), "change-note"));
  for (guint i = 0; i < change->n_edges && i < MOST_EDGES; i++)
    {
      const AtlasChangeEdge *edge = &change->edges[i];
      g_autofree char *link =
        atlas_page_link (context, atlas_record_get_id (ATLAS_RECORD (edge->segment)));
      g_autofree char *off = NULL;
      g_autofree char *markup = NULL;

      if (edge->phase != NULL)
        off = g_strdup_printf (_ ("%s, may be off by %g km, over %.0f km"),
                               atlas_event_words_basis (edge->phase->basis),
                               edge->phase->width_km,
                               edge->length / 1000.0);
      markup = g_strdup_printf ("%s%s%s", link, off != NULL ? ": " : "", off != NULL ? off : "");
      append_markup (box, markup);
    }
}

static void
add_sources (GtkWidget *box, const AtlasPageContext *context, const AtlasChange *change)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < change->n_citations; i++)
    {
      const char *source = change->citations[i].source;

      if (g_hash_table_add (seen, (gpointer) source))
        {
          g_autofree char *link = atlas_page_link (context, source);

          g_string_append_printf (markup, "%s%s", markup->len > 0 ? " · " : "", link);
        }
    }
  if (markup->len == 0)
    return;
  gtk_box_append (GTK_BOX (box), atlas_page_label (_ ("Sources"), "change-note"));
  append_markup (box, markup->str);
}

void
atlas_change_row_open (GtkWidget *row, const AtlasPageContext *context, const AtlasChange *change)
{
  GtkWidget *details;

  g_return_if_fail (GTK_IS_GRID (row));

  atlas_change_row_close (row);
  details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (details, "change-details");
  add_act (details, context, change);
  add_edges (details, context, change);
  add_sources (details, context, change);
  gtk_grid_attach (GTK_GRID (row), details, 1, 3, 2, 1);
}

void
atlas_change_row_close (GtkWidget *row)
{
  GtkWidget *details;

  g_return_if_fail (GTK_IS_GRID (row));

  details = gtk_grid_get_child_at (GTK_GRID (row), 1, 3);
  if (details != NULL)
    gtk_grid_remove (GTK_GRID (row), details);
}
