/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-page-blocks.h"

/* When a town passed to whom, by what act; what holds on the day of the map stands out. */
static GtkWidget *
create_change (AtlasPageContext *context, AtlasControl *control, gboolean current)
{
  AtlasRecord *record = ATLAS_RECORD (control);
  const char *act = atlas_text_get (atlas_control_get_act (control), context->lang);
  g_autofree char *date = atlas_date_format_edtf (atlas_record_get_edtf (record), context->lang);
  g_autofree char *escaped = NULL, *holder = NULL, *link = NULL;
  g_autoptr (GString) markup = g_string_new (NULL);
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);

  holder = atlas_control_get_to (control) != NULL
             ? atlas_page_link (context, atlas_control_get_to (control))
             : g_strdup (_ ("nobody"));
  g_string_append_printf (markup, current ? "<b>%s · %s</b>" : "%s · %s", date, holder);
  atlas_page_append_citations (context, markup, citations, n);
  if (act != NULL)
    {
      escaped = g_markup_escape_text (act, -1);
      g_string_append_printf (markup, "\n<span size=\"small\">%s</span>", escaped);
    }
  if (atlas_control_get_event (control) != NULL)
    {
      link = atlas_page_link (context, atlas_control_get_event (control));
      g_string_append_printf (markup, "\n<span size=\"small\">%s</span>", link);
    }
  return atlas_page_markup (markup->str, NULL);
}

GtkWidget *
atlas_page_controls (AtlasPageContext *context, AtlasHistoryIndex *index, AtlasPlace *place)
{
  GPtrArray *controls = atlas_history_index_get_town_controls (index, place);
  GtkWidget *box;
  guint current = 0;

  if (controls == NULL)
    return NULL;
  for (guint i = 0; i < controls->len; i++)
    if (atlas_record_get_bounds (controls->pdata[i]).begin <= context->date)
      current = i + 1;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (box), atlas_page_heading (_ ("Who held it"), NULL));
  for (guint i = 0; i < controls->len; i++)
    gtk_box_append (GTK_BOX (box), create_change (context, controls->pdata[i], i + 1 == current));
  return box;
}
