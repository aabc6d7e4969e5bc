/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-event-words.h"
#include "atlas-page-blocks.h"

/* "4 July 1871 to 22 March 1882"; open ends are left out by the formatter. */
static char *
format_span (const AtlasPageContext *context, AtlasTimeSpan span)
{
  return atlas_date_format_span (span, context->lang);
}

static void
append_line (GString *markup, const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL)
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (markup, "\n%s", escaped);
}

/* What a stretch of boundary rested on for a time. */
static GtkWidget *
create_phase (AtlasPageContext *context, const AtlasBoundaryPhase *phase)
{
  g_autofree char *span = format_span (context, phase->when);
  g_autofree char *basis = g_markup_escape_text (atlas_event_words_basis (phase->basis), -1);
  g_autofree char *off = g_strdup_printf (_ ("may be off by %g km"), phase->width_km);
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gboolean current = atlas_time_span_contains (phase->when, context->date);

  g_string_append_printf (markup, "%s%s%s", current ? "<b>" : "", span, current ? "</b>" : "");
  atlas_page_append_citations (context, markup, phase->citations, phase->n_citations);
  g_string_append_printf (markup, "\n<span size=\"small\">%s · %s</span>", basis, off);
  append_line (markup, atlas_text_get (phase->act, context->lang));
  append_line (markup, atlas_text_get (phase->note, context->lang));
  if (!phase->text_read &&
      (phase->basis == ATLAS_BASIS_TREATY_TEXT || phase->basis == ATLAS_BASIS_SURVEY) &&
      phase->form != ATLAS_FORM_FRONT)
    append_line (markup, _ ("The text itself was not read in full."));
  if (phase->event != NULL)
    {
      g_autofree char *link = atlas_page_link (context, phase->event);

      g_string_append_printf (markup, "\n%s", link);
    }
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "claims");
  gtk_box_append (GTK_BOX (card), atlas_page_markup (markup->str, NULL));
  return card;
}

GtkWidget *
atlas_page_phases (AtlasPageContext *context, AtlasSegment *segment)
{
  guint n;
  const AtlasBoundaryPhase *phases = atlas_segment_get_phases (segment, &n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (box), atlas_page_heading (_ ("On what this line rests"), NULL));
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (box), create_phase (context, &phases[i]));
  return box;
}

char *
atlas_page_describe_territory (const AtlasPageContext *context, AtlasTerritory *territory)
{
  AtlasTimeSpan bounds = atlas_record_get_bounds (ATLAS_RECORD (territory));
  const char *act = atlas_text_get (atlas_territory_get_act (territory), context->lang);
  const char *over = atlas_territory_get_over (territory);
  g_autofree char *since = bounds.begin != ATLAS_DAY_OPEN_PAST
                             ? atlas_date_format_day (bounds.begin, ATLAS_DATE_LONG, context->lang)
                             : NULL;
  GString *text = g_string_new (atlas_page_name (context, atlas_territory_get_polity (territory)));

  g_string_append_printf (text,
                          "\n%s",
                          atlas_event_words_standing (atlas_territory_get_standing (territory)));
  if (over != NULL)
    g_string_append_printf (text, " (%s)", atlas_page_name (context, over));
  if (since != NULL)
    {
      g_autofree char *words = NULL;

      /* Translators: %s is a date: the land has been held since then. */
      words = g_strdup_printf (_ ("since %s"), since);
      g_string_append_printf (text, ", %s", words);
    }
  if (act != NULL)
    g_string_append_printf (text, "\n%s", act);
  return g_string_free (text, FALSE);
}

char *
atlas_page_describe_border (const AtlasPageContext *context, AtlasSegment *segment)
{
  const AtlasBoundaryPhase *phase = atlas_segment_get_phase_on (segment, context->date);
  GString *text =
    g_string_new (atlas_text_get (atlas_record_get_title (ATLAS_RECORD (segment)), context->lang));
  const char *act = phase != NULL ? atlas_text_get (phase->act, context->lang) : NULL;
  g_autofree char *off = NULL;

  if (phase == NULL)
    return g_string_free (text, FALSE);
  off = g_strdup_printf (_ ("may be off by %g km"), phase->width_km);
  g_string_append_printf (text, "\n%s · %s", atlas_event_words_basis (phase->basis), off);
  if (act != NULL)
    g_string_append_printf (text, "\n%s", act);
  return g_string_free (text, FALSE);
}

/* The stages of a polity's land, oldest first. */
GtkWidget *
atlas_page_stages (AtlasPageContext *context, AtlasPolity *polity)
{
  const char *id = atlas_record_get_id (ATLAS_RECORD (polity));
  GtkWidget *box = NULL;

  for (guint i = 0; i < atlas_dataset_get_n_records (context->dataset, ATLAS_KIND_TERRITORY); i++)
    {
      AtlasTerritory *territory =
        ATLAS_TERRITORY (atlas_dataset_get_record (context->dataset, ATLAS_KIND_TERRITORY, i));
      const char *act = atlas_text_get (atlas_territory_get_act (territory), context->lang);
      g_autofree char *span = NULL;
      g_autoptr (GString) markup = NULL;

      if (g_strcmp0 (atlas_territory_get_polity (territory), id) != 0)
        continue;
      span = format_span (context, atlas_record_get_bounds (ATLAS_RECORD (territory)));
      markup = g_string_new (NULL);
      g_string_append_printf (markup,
                              "<b>%s</b> · %s",
                              span,
                              atlas_event_words_standing (
                                atlas_territory_get_standing (territory)));
      append_line (markup, act);
      if (box == NULL)
        {
          box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
          gtk_box_append (GTK_BOX (box), atlas_page_heading (_ ("Its land through time"), NULL));
        }
      gtk_box_append (GTK_BOX (box), atlas_page_markup (markup->str, NULL));
    }
  return box;
}
