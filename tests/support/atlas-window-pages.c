/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <libintl.h>

#include "atlas-about.h"
#include "atlas-interface-language.h"
#include "atlas-layers-menu.h"
#include "atlas-preferences-window.h"
#include "atlas-search-bar.h"
#include "atlas-window-pages.h"

#define ILI "lon=81.3&lat=43.9&zoom=6"

static GtkWidget *
find_toplevel (AtlasWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (toplevel != GTK_WIDGET (window) && gtk_widget_get_visible (toplevel))
        found = toplevel;
    }
  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
open_about (AtlasWindow *window)
{
  atlas_about_show (GTK_WINDOW (window), atlas_window_get_index (window));
  return find_toplevel (window);
}

static GtkWidget *
open_preferences (AtlasWindow *window)
{
  g_autoptr (AtlasPreferences) preferences = atlas_preferences_new (NULL);
  GtkWidget *dialog = atlas_preferences_window_new (GTK_WINDOW (window), preferences);

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static GtkWidget *
open_shortcuts (AtlasWindow *window)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/iliatlas/IliAtlas/gtk/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (window));
  gtk_window_present (overlay);
  return GTK_WIDGET (overlay);
}

static GtkWidget *
open_sources (AtlasWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sources", NULL);
  return find_toplevel (window);
}

static GtkWidget *
open_date (AtlasWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-to-date", NULL);
  return find_toplevel (window);
}

static GtkWidget *
open_layers (AtlasWindow *window)
{
  GtkWidget *menu = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_LAYERS_MENU);
  GtkWidget *popover = gtk_widget_get_ancestor (menu, GTK_TYPE_POPOVER);

  gtk_popover_popup (GTK_POPOVER (popover));
  return popover;
}

static GtkWidget *
open_search (AtlasWindow *window)
{
  GtkWidget *bar = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_SEARCH_BAR);
  GtkWidget *entry = atlas_test_find (bar, GTK_TYPE_SEARCH_ENTRY);

  atlas_search_bar_focus (ATLAS_SEARCH_BAR (bar));
  gtk_editable_set_text (GTK_EDITABLE (entry), "伊犁 1871");
  return atlas_test_find (bar, GTK_TYPE_POPOVER);
}

const AtlasTestPage *
atlas_test_get_pages (guint *n)
{
  static const AtlasTestPage pages[] = {
    { "cover", NULL, NULL },
    { "list", "atlas:?date=1871-07-04&" ILI, NULL },
    { "event", "atlas:?date=1871-07-04&" ILI "&select=event/russian-occupation-of-ili-1871", NULL },
    { "place", "atlas:?date=1871-07-04&" ILI "&select=place/tacheng", NULL },
    { "person", "atlas:?date=1877-10-20&" ILI "&select=person/zuo-zongtang", NULL },
    { "campaign", "atlas:?date=1871-07-04&" ILI "&select=campaign/ili-crisis", NULL },
    { "polity", "atlas:?date=1871-07-04&" ILI "&select=polity/yettishar", NULL },
    { "segment", "atlas:?date=1882-07-04&" ILI "&select=segment/o-caucasus-1", NULL },
    { "source", "atlas:?date=1871-07-04&" ILI "&select=source/seed-000", NULL },
    { "tour", "atlas:?date=1871-07-04&" ILI "&chapter=ili-crisis/3", NULL },
    { "compare", "atlas:?date=1882-06-01&compare=1871-07-05&compare-mode=swipe&" ILI, NULL },
    { "nothing", "atlas:?date=1724-05-05&window=1724-05-01/1724-05-09&" ILI, NULL },
    { "search", "atlas:?date=1871-07-04&" ILI, open_search },
    { "layers", "atlas:?date=1871-07-04&" ILI, open_layers },
    { "sources", "atlas:?date=1871-07-04&" ILI, open_sources },
    { "date", "atlas:?date=1871-07-04&" ILI, open_date },
    { "preferences", "atlas:?date=1871-07-04&" ILI, open_preferences },
    { "shortcuts", "atlas:?date=1871-07-04&" ILI, open_shortcuts },
    { "about", "atlas:?date=1871-07-04&" ILI, open_about },
  };

  *n = G_N_ELEMENTS (pages);
  return pages;
}

GtkWidget *
atlas_test_show_page (AtlasWindow *window, const AtlasTestPage *page)
{
  GtkWidget *shown = NULL;

  if (page->link != NULL)
    {
      g_autofree char *link =
        g_strdup_printf ("%s&lang=%s",
                         page->link,
                         atlas_view_state_get_language (atlas_window_get_state (window)));

      atlas_window_open_link (window, link);
    }
  atlas_test_next_frame (GTK_WIDGET (window));
  atlas_test_settle (window);
  if (page->open != NULL)
    shown = page->open (window);
  else
    shown = GTK_WIDGET (window);
  atlas_test_flush ();
  atlas_test_next_frame (shown);
  atlas_test_settle (window);
  atlas_test_next_frame (shown);
  return shown;
}

void
atlas_test_hide_page (AtlasWindow *window, GtkWidget *shown)
{
  if (GTK_IS_POPOVER (shown))
    gtk_popover_popdown (GTK_POPOVER (shown));
  else if (shown != GTK_WIDGET (window))
    gtk_window_destroy (GTK_WINDOW (shown));
  atlas_test_flush ();
}

void
atlas_test_speak (const char *name)
{
  g_autofree char *locale = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  bindtextdomain (GETTEXT_PACKAGE, locale);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  atlas_interface_language_use (name);
}
