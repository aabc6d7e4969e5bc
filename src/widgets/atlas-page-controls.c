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

static AtlasTerritory *
find_land (const AtlasPageContext *context, AtlasHistoryIndex *index, AtlasPlace *place)
{
  AtlasTerritory *territory = NULL;
  AtlasPoint point;

  if (atlas_place_get_location (place, &point.lon, &point.lat))
    atlas_history_index_held (index, point, context->date, &territory);
  return territory;
}

/* The last change up to the context's day. NULL before the first, and where its holder is followed
 * by another state meanwhile, which took over the land and no town. */
static AtlasControl *
find_current (const AtlasPageContext *context, GPtrArray *controls, AtlasTerritory *land)
{
  AtlasControl *current = NULL;

  for (guint i = 0; controls != NULL && i < controls->len; i++)
    if (atlas_record_get_bounds (controls->pdata[i]).begin <= context->date)
      current = controls->pdata[i];
  if (current != NULL && land != NULL &&
      g_strcmp0 (atlas_control_get_to (current), atlas_territory_get_polity (land)) != 0)
    return NULL;
  return current;
}

char *
atlas_page_describe_town (const AtlasPageContext *context,
                          AtlasHistoryIndex *index,
                          AtlasPlace *place)
{
  AtlasTerritory *land = find_land (context, index, place);
  AtlasControl *control =
    find_current (context, atlas_history_index_get_town_controls (index, place), land);
  g_autofree char *date = NULL;
  const char *act;

  if (control == NULL || atlas_control_get_to (control) == NULL)
    return land != NULL ? atlas_page_describe_territory (context, land) : NULL;
  date = atlas_date_format_edtf (atlas_record_get_edtf (ATLAS_RECORD (control)), context->lang);
  act = atlas_text_get (atlas_control_get_act (control), context->lang);
  return g_strdup_printf ("%s\n%s%s%s",
                          atlas_page_name (context, atlas_control_get_to (control)),
                          date,
                          act != NULL ? " · " : "",
                          act != NULL ? act : "");
}

GtkWidget *
atlas_page_controls (AtlasPageContext *context, AtlasHistoryIndex *index, AtlasPlace *place)
{
  GPtrArray *controls = atlas_history_index_get_town_controls (index, place);
  GtkWidget *box;
  AtlasControl *current;

  if (controls == NULL)
    return NULL;
  current = find_current (context, controls, find_land (context, index, place));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (box), atlas_page_heading (_ ("Who held it"), NULL));
  for (guint i = 0; i < controls->len; i++)
    gtk_box_append (GTK_BOX (box),
                    create_change (context, controls->pdata[i], controls->pdata[i] == current));
  return box;
}
