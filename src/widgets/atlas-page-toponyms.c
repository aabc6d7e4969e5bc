/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unicode/uloc.h>

#include "atlas-page-blocks.h"

/* What a record was called: a row for each language, with the years of names that had their time.
 */

#define MOST_UNITS 128

/* "Chinese (Traditional)", in the language of the page; a system of romanisation that has no public
 * name goes without. (transfer full) */
static char *
name_language (const char *tag, const char *lang)
{
  const char *own = strstr (tag, "-x-");
  g_autofree char *common = own != NULL ? g_strndup (tag, (gsize) (own - tag)) : g_strdup (tag);
  char locale[MOST_UNITS];
  UChar name[MOST_UNITS];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  uloc_forLanguageTag (common, locale, MOST_UNITS, NULL, &status);
  length = uloc_getDisplayName (locale, lang, name, MOST_UNITS, &status);
  if (U_FAILURE (status) || length > MOST_UNITS)
    return g_strdup (tag);
  return g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
}

static int
get_year (AtlasDay day)
{
  int year, month, date;

  atlas_day_to_gregorian (day, &year, &month, &date);
  return year;
}

/* "1763–1954"; an empty string for a name without dates. (transfer full) */
static char *
format_years (AtlasTimeSpan when)
{
  gboolean begins = when.begin != ATLAS_DAY_OPEN_PAST, ends = when.end != ATLAS_DAY_OPEN_FUTURE;

  if (begins && ends)
    return g_strdup_printf (" %d–%d", get_year (when.begin), get_year (when.end));
  if (begins)
    return g_strdup_printf (" %d–", get_year (when.begin));
  return ends ? g_strdup_printf (" –%d", get_year (when.end)) : g_strdup ("");
}

static guint
count_names (const AtlasName *names, guint n, const char *tag)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += g_str_equal (names[i].lang, tag);
  return count;
}

/* All names of one language; of several the one by which it goes on the day is bold. */
static char *
list_names (const AtlasPageContext *context, AtlasRecord *record, const char *tag)
{
  GString *markup = g_string_new (NULL);
  const char *now = atlas_record_get_name_on (record, tag, context->date);
  guint n;
  const AtlasName *names = atlas_record_get_names (record, &n);
  gboolean several = count_names (names, n, tag) > 1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *years = NULL;
      gboolean holds;

      if (!g_str_equal (names[i].lang, tag))
        continue;
      name = g_markup_escape_text (names[i].toponym, -1);
      years = format_years (names[i].when);
      holds = several && names[i].toponym == now;
      g_string_append_printf (markup,
                              "%s%s%s%s<span size=\"small\" alpha=\"75%%\">%s</span>",
                              markup->len > 0 ? " · " : "",
                              holds ? "<b>" : "",
                              name,
                              holds ? "</b>" : "",
                              years);
    }
  return g_string_free (markup, FALSE);
}

/* The languages of the names, that of the page first. (transfer container) */
static GPtrArray *
list_languages (const AtlasPageContext *context, AtlasRecord *record)
{
  GPtrArray *tags = g_ptr_array_new ();
  guint n;
  const AtlasName *names = atlas_record_get_names (record, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean own = g_str_equal (names[i].lang, context->lang);
      gboolean found = FALSE;

      for (guint j = 0; j < tags->len && !found; j++)
        found = g_str_equal (tags->pdata[j], names[i].lang);
      if (!found)
        g_ptr_array_insert (tags, own ? 0 : -1, (gpointer) names[i].lang);
    }
  return tags;
}

GtkWidget *
atlas_page_toponyms (const AtlasPageContext *context, AtlasRecord *record)
{
  g_autoptr (GPtrArray) tags = list_languages (context, record);
  GtkGrid *grid;

  if (tags->len < 2)
    return NULL;
  grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 4);
  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *language = name_language (tags->pdata[i], context->lang);
      g_autofree char *names = list_names (context, record, tags->pdata[i]);
      GtkWidget *label = atlas_page_markup (names, NULL);
      GtkWidget *tag = atlas_page_label (language, "kind-line");

      gtk_label_set_width_chars (GTK_LABEL (tag), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (tag), 14);
      gtk_widget_set_valign (tag, GTK_ALIGN_BASELINE);
      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_grid_attach (grid, tag, 0, (int) i, 1, 1);
      gtk_grid_attach (grid, label, 1, (int) i, 1, 1);
    }
  return GTK_WIDGET (grid);
}
