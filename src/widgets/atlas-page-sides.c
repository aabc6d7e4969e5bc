/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-page-blocks.h"
#include "atlas-swatch.h"

/* People and sides of an event: a column for each side, headed by its colour and name. */

/* More sides than that stand below each other: columns would be too narrow for names. */
#define MOST_COLUMNS 3

/* On which side an actor stands: a polity acts for itself. (nullable) */
static const char *
get_side (const AtlasPageContext *context, const AtlasActor *actor)
{
  if (actor->side != NULL)
    return actor->side;
  return atlas_dataset_lookup_polity (context->dataset, actor->who) != NULL ? actor->who : NULL;
}

static GtkWidget *
create_head (const AtlasPageContext *context, const char *side)
{
  AtlasPolity *polity = atlas_dataset_lookup_polity (context->dataset, side);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label;
  g_autofree char *markup = NULL;

  if (polity == NULL)
    return atlas_page_label (_ ("On no side"), "block-heading");
  markup =
    g_markup_printf_escaped ("<a href=\"%s\">%s</a>",
                             side,
                             atlas_text_get (atlas_polity_get_short_name (polity), context->lang));
  label = atlas_page_markup (markup, "block-heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), atlas_swatch_new_family (atlas_polity_get_family (polity)));
  gtk_box_append (GTK_BOX (row), label);
  return row;
}

static void
append_actor (const AtlasPageContext *context,
              const AtlasActor *actor,
              const char *side,
              GtkWidget *column)
{
  const char *role = atlas_text_get (actor->role, context->lang);

  if (g_strcmp0 (actor->who, side) != 0)
    {
      g_autofree char *link = atlas_page_link (context, actor->who);

      gtk_box_append (GTK_BOX (column), atlas_page_markup (link, NULL));
    }
  if (role != NULL)
    gtk_box_append (GTK_BOX (column), atlas_page_label (role, "kind-line"));
}

static GtkWidget *
create_column (const AtlasPageContext *context, AtlasEvent *event, const char *side)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  guint n;
  const AtlasActor *actors = atlas_event_get_actors (event, &n);

  gtk_widget_add_css_class (column, "claim");
  gtk_box_append (GTK_BOX (column), create_head (context, side));
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (get_side (context, &actors[i]), side) == 0)
      append_actor (context, &actors[i], side, column);
  return column;
}

/* In the order in which they are named; (element-type utf8), NULL for no side. */
static GPtrArray *
list_sides (const AtlasPageContext *context, AtlasEvent *event)
{
  GPtrArray *sides = g_ptr_array_new ();
  guint n;
  const AtlasActor *actors = atlas_event_get_actors (event, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *side = get_side (context, &actors[i]);
      gboolean found = FALSE;

      for (guint j = 0; j < sides->len && !found; j++)
        found = g_strcmp0 (sides->pdata[j], side) == 0;
      if (!found)
        g_ptr_array_add (sides, (gpointer) side);
    }
  return sides;
}

GtkWidget *
atlas_page_sides (AtlasPageContext *context, AtlasEvent *event)
{
  g_autoptr (GPtrArray) sides = list_sides (context, event);
  gboolean beside = sides->len <= MOST_COLUMNS;
  GtkWidget *card;

  if (sides->len == 0)
    return NULL;
  card = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (card), beside);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sides");
  for (guint i = 0; i < sides->len; i++)
    {
      GtkWidget *column = create_column (context, event, sides->pdata[i]);

      if (i > 0)
        gtk_widget_add_css_class (column, beside ? "second" : "below");
      gtk_box_append (GTK_BOX (card), column);
    }
  return card;
}
