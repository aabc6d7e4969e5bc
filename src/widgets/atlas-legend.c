/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-layer.h"
#include "atlas-legend-rows.h"
#include "atlas-legend.h"
#include "atlas-swatch.h"

struct _AtlasLegend
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *card;
  GtkToggleButton *toggle;
  GtkImage *arrow;
  GtkBox *rows;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  GPtrArray *changes; /* (nullable) that the map hatches */
  guint shown;        /* the samples that have a row now, as bits */
  guint idle;
};

G_DEFINE_FINAL_TYPE (AtlasLegend, atlas_legend, ATLAS_TYPE_HISTORY_WIDGET)

static GtkWidget *
create_entry (const AtlasLegendRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *swatch = atlas_swatch_new (row->sample);
  GtkWidget *label = gtk_label_new (_ (row->words));

  gtk_widget_set_size_request (swatch, 30, -1);
  gtk_widget_set_halign (swatch, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_section (AtlasLegend *self, const char *title, gboolean border, guint shown)
{
  GtkWidget *heading, *grid;
  guint n_rows;
  const AtlasLegendRow *rows = atlas_legend_rows_get (&n_rows);
  int n = 0;

  grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].border == border && shown & (1u << rows[i].sample))
      {
        gtk_grid_attach (GTK_GRID (grid), create_entry (&rows[i]), n % 2, n / 2, 1, 1);
        n++;
      }
  if (n == 0)
    {
      g_object_ref_sink (grid);
      g_object_unref (grid);
      return;
    }
  heading = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_widget_add_css_class (heading, "legend-heading");
  gtk_box_append (self->rows, heading);
  gtk_box_append (self->rows, grid);
}

static gboolean
update_idle_cb (gpointer user_data)
{
  AtlasLegend *self = user_data;
  AtlasPictureSpec spec;
  GtkWidget *child;
  guint shown;

  self->idle = 0;
  if (self->state == NULL || self->index == NULL)
    return G_SOURCE_REMOVE;

  spec = atlas_layer_spec_from_state (self->state);
  spec.changes = self->changes;
  shown = atlas_legend_rows_find (self->index, &spec);
  if (shown == self->shown)
    return G_SOURCE_REMOVE;

  self->shown = shown;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  add_section (self, _ ("Border, by what we know"), TRUE, shown);
  add_section (self, _ ("Events, by kind and standing"), FALSE, shown);
  return G_SOURCE_REMOVE;
}

/* The legend may come a frame after the map: it must not hold up the step of a slider. */
static void
queue_update (AtlasLegend *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_idle_cb, self);
}

static void
toggled_cb (AtlasLegend *self)
{
  gboolean open = gtk_toggle_button_get_active (self->toggle);

  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-up-symbolic");
}

static void
atlas_legend_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  AtlasLegend *self = ATLAS_LEGEND (widget);
  const char *changes[] = {
    "notify::date", "notify::window-length", "notify::show", "notify::filter", "notify::viewpoint"
  };

  self->state = state;
  if (state == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (state, changes[i], G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  queue_update (self);
}

static void
atlas_legend_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  AtlasLegend *self = ATLAS_LEGEND (widget);

  self->index = index;
  queue_update (self);
}

static void
atlas_legend_dispose (GObject *object)
{
  AtlasLegend *self = ATLAS_LEGEND (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->changes, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_legend_parent_class)->dispose (object);
}

static void
atlas_legend_class_init (AtlasLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  object_class->dispose = atlas_legend_dispose;
  history_class->set_state = atlas_legend_set_state;
  history_class->set_index = atlas_legend_set_index;

  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/legend.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasLegend, card);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegend, toggle);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegend, arrow);
  gtk_widget_class_bind_template_child (widget_class, AtlasLegend, rows);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_legend_init (AtlasLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->toggle,
                           "toggled",
                           G_CALLBACK (toggled_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (self->toggle, TRUE);
}

void
atlas_legend_set_compact (AtlasLegend *self, gboolean compact)
{
  g_return_if_fail (ATLAS_IS_LEGEND (self));

  if (compact == gtk_widget_has_css_class (GTK_WIDGET (self), "compact"))
    return;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  gtk_toggle_button_set_active (self->toggle, !compact);
}

void
atlas_legend_set_changes (AtlasLegend *self, GPtrArray *changes)
{
  g_return_if_fail (ATLAS_IS_LEGEND (self));

  if (changes != NULL)
    g_ptr_array_ref (changes);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = changes;
  queue_update (self);
}
