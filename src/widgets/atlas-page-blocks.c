/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-calendar.h"
#include "atlas-date-format.h"
#include "atlas-event-words.h"
#include "atlas-page-blocks.h"
#include "atlas-page-language.h"
#include "atlas-swatch.h"

GtkWidget *
atlas_page_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
atlas_page_markup (const char *markup, const char *css_class)
{
  GtkWidget *label = atlas_page_label (NULL, css_class);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, "linked");
  return label;
}

char *
atlas_page_linked_text (const AtlasPageContext *context, AtlasText *text, const char **lang)
{
  const char *found = NULL;
  const char *words = atlas_text_get_full (text, context->lang, &found);

  if (lang != NULL)
    *lang = found;
  return words != NULL ? atlas_page_names_link (context->names, words, found, context->record)
                       : NULL;
}

GtkWidget *
atlas_page_text (const AtlasPageContext *context, AtlasText *text, const char *css_class)
{
  g_autofree char *markup = atlas_page_linked_text (context, text, NULL);

  return markup != NULL ? atlas_page_markup (markup, css_class) : NULL;
}

GtkWidget *
atlas_page_heading (const char *text, const char *remark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *heading = atlas_page_label (text, "block-heading");

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  if (remark != NULL)
    gtk_box_append (GTK_BOX (box), atlas_page_label (remark, "dim"));
  return box;
}

const char *
atlas_page_name (const AtlasPageContext *context, const char *id)
{
  AtlasRecord *record = atlas_dataset_lookup (context->dataset, id);

  return record != NULL ? atlas_record_get_name_on (record, context->lang, context->date) : id;
}

char *
atlas_page_link (const AtlasPageContext *context, const char *id)
{
  if (atlas_dataset_lookup (context->dataset, id) == NULL)
    return g_markup_escape_text (id, -1);
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", id, atlas_page_name (context, id));
}

char *
atlas_page_cite (AtlasPageContext *context, const AtlasCitation *citation)
{
  guint number = 0;

  if (!atlas_filter_shows_source (context->filter, citation->source))
    return g_strdup ("");
  for (guint i = 0; i < context->sources->len && number == 0; i++)
    if (g_str_equal (g_ptr_array_index (context->sources, i), citation->source))
      number = i + 1;
  if (number == 0)
    {
      g_ptr_array_add (context->sources, (gpointer) citation->source);
      number = context->sources->len;
    }
  return g_markup_printf_escaped ("<span size=\"75%%\" rise=\"4pt\"><a href=\"%s\" "
                                  "title=\"%s\">%u</a></span>",
                                  citation->source,
                                  atlas_page_name (context, citation->source),
                                  number);
}

void
atlas_page_append_citations (AtlasPageContext *context,
                             GString *markup,
                             const AtlasCitation *citations,
                             guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = atlas_page_cite (context, &citations[i]);

      g_string_append_printf (markup, "\u2009%s", number);
    }
}

static void
add_date_row (GtkGrid *grid, int row, const char *calendar, const char *date)
{
  GtkWidget *name = atlas_page_label (calendar, "dim");
  GtkWidget *value = atlas_page_label (date, "page-date");

  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, 1, 1);
}

/* Other calendars are worked out only for a single day; a month or a year would need two dates
 * each. */
static int
add_other_calendars (GtkGrid *grid, int row, AtlasDay day, const char *lang)
{
  static const struct
  {
    AtlasDateForm form;
    const char *calendar;
  } forms[] = {
    { ATLAS_DATE_JULIAN, N_ ("Julian") },
    { ATLAS_DATE_REGNAL, N_ ("Qing") },
    { ATLAS_DATE_MINGUO, N_ ("Minguo") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = atlas_date_format_day (day, forms[i].form, lang);

      if (text != NULL)
        add_date_row (grid, row++, _ (forms[i].calendar), text);
      if (text != NULL && forms[i].form == ATLAS_DATE_REGNAL && !g_str_has_prefix (lang, "zh"))
        {
          g_autofree char *chinese = atlas_date_format_day (day, forms[i].form, "zh-Hant");

          add_date_row (grid, row++, "", chinese);
        }
    }
  return row;
}

GtkWidget *
atlas_page_dates (const AtlasPageContext *context, AtlasRecord *record)
{
  const char *edtf = atlas_record_get_edtf (record);
  AtlasTimeSpan bounds = atlas_record_get_bounds (record);
  guint n;
  const AtlasAttestedDate *attested = atlas_record_get_attested (record, &n);
  g_autofree char *words = NULL;
  GtkGrid *grid;
  int row = 0;

  if (edtf == NULL)
    return NULL;

  grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (grid, 16);
  words = atlas_date_format_edtf (edtf, context->lang);
  add_date_row (grid, row++, _ ("Gregorian"), words);
  if (bounds.begin == bounds.end)
    row = add_other_calendars (grid, row, bounds.begin, context->lang);
  for (guint i = 0; i < n; i++)
    if (!attested[i].computed)
      add_date_row (grid, row++, _ ("In the source"), attested[i].text);
  return GTK_WIDGET (grid);
}

static const struct
{
  const char *css_class;
  const char *icon;
} statuses[] = {
  [ATLAS_STATUS_CORROBORATED] = { "good", "object-select-symbolic" },
  [ATLAS_STATUS_ATTESTED] = { "plain", "atlas-eye-symbolic" },
  [ATLAS_STATUS_DISPUTED] = { "caution", "dialog-question-symbolic" },
  [ATLAS_STATUS_UNCORROBORATED] = { "doubt", "dialog-warning-symbolic" },
};

/* Whether nothing that was read stands behind the record. */
static gboolean
is_general_knowledge (AtlasRecord *record)
{
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);

  for (guint i = 0; i < n; i++)
    if (!g_str_equal (citations[i].source, "source/general-knowledge"))
      return FALSE;
  return n > 0;
}

GtkWidget *
atlas_page_status (const AtlasPageContext *context, AtlasRecord *record)
{
  AtlasStatus status = atlas_record_get_status (record);
  GtkWidget *note = atlas_page_text (context, atlas_record_get_status_note (record), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean unread = is_general_knowledge (record);
  /* What nobody looked up is not one voice: it has words of its own, and the colours of caution. */
  AtlasStatus look = unread ? ATLAS_STATUS_DISPUTED : status;
  const char *words =
    unread ? _ ("General knowledge, no text was read") : atlas_event_words_status (status);
  GtkWidget *icon = gtk_image_new_from_icon_name (statuses[look].icon);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), atlas_page_label (words, "notice-title"));
  if (note != NULL)
    gtk_box_append (GTK_BOX (texts), note);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "notice");
  gtk_widget_add_css_class (box, statuses[look].css_class);
  return box;
}

GtkWidget *
atlas_page_story (AtlasPageContext *context, AtlasRecord *record)
{
  const char *found = NULL;
  g_autofree char *text =
    atlas_page_linked_text (context, atlas_record_get_summary (record), &found);
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);
  g_autoptr (GString) markup = g_string_new (text);
  GtkWidget *label;

  if (text == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      gboolean repeated = FALSE;

      for (guint j = 0; j < i && !repeated; j++)
        repeated = g_str_equal (citations[i].source, citations[j].source);
      if (!repeated && atlas_filter_shows_source (context->filter, citations[i].source))
        {
          g_autofree char *number = atlas_page_cite (context, &citations[i]);

          g_string_append_printf (markup, "\u2009%s", number);
        }
    }
  atlas_page_language_append (markup, found, context->lang);
  label = atlas_page_markup (markup->str, "story");
  if (found != NULL && g_str_has_prefix (found, "zh"))
    gtk_widget_add_css_class (label, "cjk");
  return label;
}

static GtkWidget *
create_event_row (const AtlasPageContext *context, AtlasEvent *event, gboolean current)
{
  AtlasRecord *record = ATLAS_RECORD (event);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *date = atlas_record_get_edtf (record) != NULL
                            ? atlas_date_format_edtf (atlas_record_get_edtf (record), context->lang)
                            : NULL;
  GtkWidget *swatch =
    atlas_swatch_new_event (atlas_event_get_event_kind (event), atlas_record_get_status (record));
  g_autofree char *link = atlas_page_link (context, atlas_record_get_id (record));

  gtk_widget_set_valign (swatch, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), swatch);
  if (current)
    gtk_box_append (GTK_BOX (texts),
                    atlas_page_label (atlas_text_get (atlas_record_get_title (record),
                                                      context->lang),
                                      "block-heading"));
  else
    gtk_box_append (GTK_BOX (texts), atlas_page_markup (link, NULL));
  if (date != NULL)
    gtk_box_append (GTK_BOX (texts), atlas_page_label (date, "kind-line"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  return row;
}

GtkWidget *
atlas_page_events (const AtlasPageContext *context, GPtrArray *events, const char *current)
{
  GtkWidget *box;
  guint off = 0;

  if (events == NULL || events->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  for (guint i = 0; i < events->len; i++)
    {
      AtlasEvent *event = g_ptr_array_index (events, i);
      gboolean is_current = g_strcmp0 (current, atlas_record_get_id (ATLAS_RECORD (event))) == 0;

      if (is_current || atlas_filter_mask_has (context->mask, ATLAS_RECORD (event)))
        gtk_box_append (GTK_BOX (box), create_event_row (context, event, is_current));
      else
        off++;
    }
  if (off > 0)
    {
      g_autofree char *words =
        g_strdup_printf (ngettext ("%u event is switched off", "%u events are switched off", off),
                         off);

      gtk_box_append (GTK_BOX (box), atlas_page_label (words, "dim"));
    }
  return box;
}
