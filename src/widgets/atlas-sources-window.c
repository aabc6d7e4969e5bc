/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-event-words.h"
#include "atlas-filter-words.h"
#include "atlas-sources-window.h"
#include "atlas-text-fold.h"

struct _AtlasSourcesWindow
{
  AdwWindow parent_instance;

  GtkLabel *count;
  GtkWidget *everything;
  GtkEditable *search;
  AdwPreferencesGroup *standings;
  AdwPreferencesGroup *seeds;
  AdwPreferencesGroup *others;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasTextFold *fold;
  GPtrArray *rows; /* (element-type AtlasSourceRow) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AtlasSourcesWindow, atlas_sources_window, ADW_TYPE_WINDOW)

/* A switch of the window: of a source, or, where that is NULL, of a standing. */
typedef struct
{
  AtlasSourcesWindow *window;
  AtlasRecord *source; /* (nullable) */
  AtlasStatus status;
  guint n_events;
  char *folded; /* for the search among sources */
  GtkWidget *row;
  GtkSwitch *toggle;
} AtlasSourceRow;

static void
free_row (gpointer data)
{
  AtlasSourceRow *row = data;

  g_free (row->folded);
  g_free (row);
}

static void
update (AtlasSourcesWindow *self)
{
  const AtlasFilter *filter = atlas_view_state_get_filter (self->state);
  g_autofree char *count = atlas_filter_words_count (self->index, filter);

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      AtlasSourceRow *row = g_ptr_array_index (self->rows, i);

      gtk_switch_set_active (row->toggle,
                             row->source != NULL
                               ? atlas_filter_shows_source (filter,
                                                            atlas_record_get_id (row->source))
                               : atlas_filter_shows_status (filter, row->status));
    }
  self->updating = FALSE;
  gtk_label_set_text (self->count, filter != NULL ? count : _ ("Everything is shown"));
  gtk_widget_set_sensitive (self->everything, filter != NULL);
}

static void
toggled_cb (GtkSwitch *toggle, GParamSpec *pspec, AtlasSourceRow *row)
{
  AtlasSourcesWindow *self = row->window;
  const AtlasFilter *filter = atlas_view_state_get_filter (self->state);
  gboolean shown = gtk_switch_get_active (toggle);

  if (self->updating)
    return;
  filter = row->source != NULL
             ? atlas_filter_with_source (filter, atlas_record_get_id (row->source), shown)
             : atlas_filter_with_status (filter, row->status, shown);
  atlas_view_state_set_filter (self->state, filter);
}

static void
only_clicked_cb (GtkButton *button, AtlasSourceRow *row)
{
  AtlasViewState *state = row->window->state;

  atlas_view_state_set_filter (state,
                               atlas_filter_with_only_source (atlas_view_state_get_filter (state),
                                                              atlas_record_get_id (row->source)));
}

static void
everything_clicked_cb (AtlasSourcesWindow *self)
{
  atlas_view_state_set_filter (self->state, NULL);
}

static GtkWidget *
create_only_button (AtlasSourceRow *row)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Only This"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Switch every other source off"));
  g_signal_connect (button, "clicked", G_CALLBACK (only_clicked_cb), row);
  return button;
}

static void
add_row (AtlasSourcesWindow *self,
         AdwPreferencesGroup *group,
         AtlasSourceRow row,
         const char *title)
{
  AtlasSourceRow *kept = g_memdup2 (&row, sizeof row);
  GtkWidget *action_row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u event", "%u events", row.n_events), row.n_events);

  kept->window = self;
  kept->row = action_row;
  kept->folded = atlas_text_fold_same (self->fold, title);
  kept->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (kept->toggle), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kept->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (action_row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (action_row), count);
  if (row.source != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (action_row), create_only_button (kept));
  adw_action_row_add_suffix (ADW_ACTION_ROW (action_row), GTK_WIDGET (kept->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (action_row), GTK_WIDGET (kept->toggle));
  adw_preferences_group_add (group, action_row);
  g_ptr_array_add (self->rows, kept);
  g_signal_connect (kept->toggle, "notify::active", G_CALLBACK (toggled_cb), kept);
}

static void
add_standings (AtlasSourcesWindow *self, AtlasDataset *dataset)
{
  for (guint status = 0; status <= ATLAS_STATUS_UNCORROBORATED; status++)
    {
      AtlasSourceRow row = { .status = (AtlasStatus) status };

      for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT); i++)
        row.n_events += atlas_record_get_status (
                          atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i)) == row.status;
      add_row (self, self->standings, row, atlas_event_words_status (row.status));
    }
}

/* Events that cite a source, by its id. */
static GHashTable *
count_events (AtlasDataset *dataset)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_EVENT); i++)
    {
      guint n;
      const AtlasCitation *citations =
        atlas_record_get_citations (atlas_dataset_get_record (dataset, ATLAS_KIND_EVENT, i), &n);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; j < n; j++)
        if (g_hash_table_add (seen, (gpointer) citations[j].source))
          {
            guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, citations[j].source));

            g_hash_table_insert (counts,
                                 (gpointer) citations[j].source,
                                 GUINT_TO_POINTER (before + 1));
          }
    }
  return counts;
}

/* The texts that an atlas began from are those by which it knows of others. */
static GHashTable *
find_seeds (AtlasDataset *dataset)
{
  GHashTable *seeds = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_SOURCE); i++)
    {
      const char *const *cited_by = atlas_source_get_cited_by (
        ATLAS_SOURCE (atlas_dataset_get_record (dataset, ATLAS_KIND_SOURCE, i)));

      for (guint j = 0; cited_by != NULL && cited_by[j] != NULL; j++)
        g_hash_table_add (seeds, (gpointer) cited_by[j]);
    }
  return seeds;
}

static int
compare_by_events (gconstpointer a, gconstpointer b)
{
  const AtlasSourceRow *first = a, *second = b;

  if (first->n_events != second->n_events)
    return first->n_events < second->n_events ? 1 : -1;
  return g_strcmp0 (atlas_record_get_id (first->source), atlas_record_get_id (second->source));
}

static void
add_sources (AtlasSourcesWindow *self, AtlasDataset *dataset)
{
  const char *lang = atlas_view_state_get_language (self->state);
  g_autoptr (GHashTable) counts = count_events (dataset);
  g_autoptr (GHashTable) seeds = find_seeds (dataset);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (AtlasSourceRow));

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_SOURCE); i++)
    {
      AtlasRecord *source = atlas_dataset_get_record (dataset, ATLAS_KIND_SOURCE, i);
      AtlasSourceRow row = {
        .source = source,
        .n_events = GPOINTER_TO_UINT (g_hash_table_lookup (counts, atlas_record_get_id (source))),
      };

      if (row.n_events > 0)
        g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_by_events);
  for (guint i = 0; i < rows->len; i++)
    {
      AtlasSourceRow row = g_array_index (rows, AtlasSourceRow, i);
      gboolean seed = g_hash_table_contains (seeds, atlas_record_get_id (row.source));

      add_row (self,
               seed ? self->seeds : self->others,
               row,
               atlas_text_get (atlas_record_get_title (row.source), lang));
    }
}

/* Narrows the list of sources to those whose names hold what was typed. */
static void
search_changed_cb (AtlasSourcesWindow *self)
{
  g_autofree char *wanted = atlas_text_fold_same (self->fold, gtk_editable_get_text (self->search));

  for (guint i = 0; i < self->rows->len; i++)
    {
      AtlasSourceRow *row = g_ptr_array_index (self->rows, i);

      gtk_widget_set_visible (row->row,
                              row->source == NULL || strstr (row->folded, wanted) != NULL);
    }
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
atlas_sources_window_dispose (GObject *object)
{
  AtlasSourcesWindow *self = ATLAS_SOURCES_WINDOW (object);

  self->updating = TRUE;
  g_clear_object (&self->state);
  g_clear_object (&self->index);
  G_OBJECT_CLASS (atlas_sources_window_parent_class)->dispose (object);
}

static void
atlas_sources_window_finalize (GObject *object)
{
  AtlasSourcesWindow *self = ATLAS_SOURCES_WINDOW (object);

  g_ptr_array_unref (self->rows);
  atlas_text_fold_free (self->fold);
  G_OBJECT_CLASS (atlas_sources_window_parent_class)->finalize (object);
}

static void
atlas_sources_window_class_init (AtlasSourcesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_sources_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_sources_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/sources-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcesWindow, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcesWindow, everything);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcesWindow, search);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcesWindow, standings);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcesWindow, seeds);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcesWindow, others);
  gtk_widget_class_install_action (widget_class, "dialog.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.close", NULL);
}

static void
atlas_sources_window_init (AtlasSourcesWindow *self)
{
  self->fold = atlas_text_fold_new ();
  self->rows = g_ptr_array_new_with_free_func (free_row);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->everything,
                           "clicked",
                           G_CALLBACK (everything_clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search,
                           "changed",
                           G_CALLBACK (search_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_sources_window_new (GtkWindow *parent, AtlasViewState *state, AtlasHistoryIndex *index)
{
  AtlasSourcesWindow *self;
  AtlasDataset *dataset;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);
  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), NULL);

  self = g_object_new (ATLAS_TYPE_SOURCES_WINDOW, "transient-for", parent, NULL);
  self->state = g_object_ref (state);
  self->index = g_object_ref (index);
  dataset = atlas_history_index_get_dataset (index);
  add_standings (self, dataset);
  add_sources (self, dataset);
  g_signal_connect_object (state, "notify::filter", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
