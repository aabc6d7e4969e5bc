/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-about.h"

/* One line a kind of record, such as "412 events". */
static char *
count_records (AtlasHistoryIndex *index)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  GString *text = g_string_new (NULL);
  guint n;

  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT);
  g_string_append_printf (text, ngettext ("%u event", "%u events", n), n);
  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_PLACE);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u place", "%u places", n), n);
  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_PERSON);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u person", "%u people", n), n);
  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_CAMPAIGN);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u campaign", "%u campaigns", n), n);
  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY);
  g_string_append (text, ", ");
  g_string_append_printf (text,
                          ngettext ("%u stage of a territory", "%u stages of territories", n),
                          n);
  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_SOURCE);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u source", "%u sources", n), n);
  return g_string_free (text, FALSE);
}

void
atlas_about_show (GtkWindow *parent, AtlasHistoryIndex *index)
{
  g_autofree char *counts = index != NULL ? count_records (index) : g_strdup ("");
  g_autofree char *comments =
    g_strdup_printf ("%s\n\n%s",
                     _ ("The Ili Crisis and its frontier, 1717 to 1949, on a map and a timeline."),
                     counts);
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "transient-for",
                parent,
                "application-name",
                _ ("Ili Atlas"),
                "application-icon",
                ATLAS_APP_ID,
                "version",
                ATLAS_VERSION,
                "comments",
                comments,
                "license-type",
                GTK_LICENSE_GPL_3_0,
                "developer-name",
                _ ("The Ili Atlas authors"),
                NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about),
                                      _ ("Ground of the Map"),
                                      _ ("Relief, land, lakes, rivers and glaciers from Natural "
                                         "Earth and SRTM (public domain); smaller rivers from "
                                         "GSHHG (LGPL 3 or later)."),
                                      GTK_LICENSE_CUSTOM,
                                      NULL);
  gtk_window_present (GTK_WINDOW (about));
}
