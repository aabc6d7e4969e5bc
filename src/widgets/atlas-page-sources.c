/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-cite.h"
#include "atlas-page-blocks.h"

/* The sources at the end of a page: numbered, each with its place in the source, its address, and a
 * menu that copies it for a bibliography. */

GMenuModel *
atlas_page_cite_menu (const char *action, const char *source, guint citation)
{
  static const struct
  {
    AtlasCiteFormat format;
    const char *words;
  } formats[] = {
    { ATLAS_CITE_PLAIN, N_ ("Copy as _Text") },
    { ATLAS_CITE_BIBTEX, N_ ("Copy as _BibTeX") },
    { ATLAS_CITE_CSL_JSON, N_ ("Copy as _CSL-JSON") },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (formats[i].words), NULL);

      g_menu_item_set_action_and_target (item,
                                         action,
                                         "(usu)",
                                         (guint) formats[i].format,
                                         source,
                                         citation);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static char *
describe_citation (const AtlasPageContext *context, const AtlasCitation *citation)
{
  GString *text = g_string_new (NULL);
  g_autofree char *name = atlas_page_link (context, citation->source);

  g_string_append (text, name);
  if (citation->section != NULL)
    {
      g_autofree char *section = g_markup_escape_text (citation->section, -1);

      g_string_append_printf (text, " · %s", section);
    }
  if (citation->page != NULL)
    {
      g_autofree char *page = g_markup_escape_text (citation->page, -1);

      g_string_append_printf (text, " · %s", page);
    }
  if (citation->via != NULL)
    {
      g_autofree char *via = atlas_page_link (context, citation->via);

      /* Translators: follows the name of a source and precedes the work that it cites. */
      g_string_append_printf (text, ", %s %s", _ ("which cites"), via);
    }
  return g_string_free (text, FALSE);
}

/* All places of one source that the record cites; *@first is the first of them, G_MAXUINT where the
 * source stands only beside a claim. */
static char *
describe_source (const AtlasPageContext *context,
                 const AtlasCitation *citations,
                 guint n,
                 const char *id,
                 guint *first)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  *first = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (citations[i].source, id))
      {
        g_autofree char *text = describe_citation (context, &citations[i]);

        g_string_append_printf (markup, "%s%s", *first != G_MAXUINT ? "; " : "", text);
        *first = MIN (*first, i);
      }
  return *first != G_MAXUINT ? g_strdup (markup->str)
                             : describe_citation (context, &(AtlasCitation){ .source = id });
}

static GtkWidget *
create_address_button (AtlasSource *source)
{
  const char *url = source != NULL ? atlas_source_get_url (source) : NULL;
  GtkWidget *button;

  if (url == NULL)
    return NULL;
  button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  gtk_widget_set_tooltip_text (button, url);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "source-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.open-address");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", url);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Open the address of this source"),
                                  -1);
  return button;
}

static GtkWidget *
create_menu_button (const char *id, guint citation)
{
  g_autoptr (GMenuModel) menu = atlas_page_cite_menu ("page.cite", id, citation);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "edit-copy-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _ ("Copy this citation"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "source-button");
  return button;
}

/* Each source has a row in a grid of its own: a box asks a text how narrow it may be for a height,
 * and where Chinese and Latin letters share a line the answer can be wider than the page. */
GtkWidget *
atlas_page_sources (AtlasPageContext *context, AtlasRecord *record)
{
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (record, &n);
  GtkWidget *box;

  for (guint i = 0; i < n; i++)
    g_free (atlas_page_cite (context, &citations[i]));
  if (context->sources->len == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (box), atlas_page_heading (_ ("Sources"), NULL));
  for (guint number = 1; number <= context->sources->len; number++)
    {
      const char *id = g_ptr_array_index (context->sources, number - 1);
      guint first;
      g_autofree char *text = describe_source (context, citations, n, id, &first);
      g_autofree char *markup = g_strdup_printf ("%u.  %s", number, text);
      GtkWidget *row = gtk_grid_new ();
      GtkWidget *label = atlas_page_markup (markup, "source-line");
      GtkWidget *address =
        create_address_button (atlas_dataset_lookup_source (context->dataset, id));

      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_set_column_spacing (GTK_GRID (row), 2);
      gtk_grid_attach (GTK_GRID (row), label, 0, 0, 1, 1);
      if (address != NULL)
        gtk_grid_attach (GTK_GRID (row), address, 1, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (row), create_menu_button (id, first), 2, 0, 1, 1);
      gtk_box_append (GTK_BOX (box), row);
    }
  return box;
}
