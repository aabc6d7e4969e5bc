/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-legend.h"
#include "atlas-swatch.h"

/* A line known worse than this is drawn as a band. */
#define BAND_KM 30.0

struct _AtlasLegend
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *card;
  GtkToggleButton *toggle;
  GtkImage *arrow;
  GtkBox *rows;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  guint shown; /* the samples that have a row now, as bits */
  guint idle;
};

G_DEFINE_FINAL_TYPE (AtlasLegend, atlas_legend, ATLAS_TYPE_HISTORY_WIDGET)

static const struct
{
  AtlasSwatchSample sample;
  const char *words;
  gboolean border;
} entries[] = {
  { ATLAS_SWATCH_LINE_TREATY, N_ ("Fixed by treaty"), TRUE },
  { ATLAS_SWATCH_LINE_APPROXIMATE, N_ ("Approximate"), TRUE },
  { ATLAS_SWATCH_LINE_BAND, N_ ("Unknown within band"), TRUE },
  { ATLAS_SWATCH_LINE_CLAIM, N_ ("Claimed, not held"), TRUE },
  { ATLAS_SWATCH_LINE_PROPOSED, N_ ("Never in force"), TRUE },
  { ATLAS_SWATCH_LINE_FRONT, N_ ("Front line"), TRUE },
  { ATLAS_SWATCH_OCCUPIED, N_ ("Occupied"), TRUE },
  { ATLAS_SWATCH_FORCE, N_ ("Force"), FALSE },
  { ATLAS_SWATCH_ONE_ACCOUNT, N_ ("One account only"), FALSE },
  { ATLAS_SWATCH_WORD, N_ ("Word"), FALSE },
  { ATLAS_SWATCH_DIFFER, N_ ("Accounts differ"), FALSE },
  { ATLAS_SWATCH_RULE, N_ ("Rule"), FALSE },
  { ATLAS_SWATCH_CLUSTER, N_ ("Several, by kind"), FALSE },
};

static AtlasSwatchSample
sample_of_phase (const AtlasBoundaryPhase *phase)
{
  switch (phase->form)
    {
    case ATLAS_FORM_CLAIM:
      return ATLAS_SWATCH_LINE_CLAIM;
    case ATLAS_FORM_PROPOSED:
      return ATLAS_SWATCH_LINE_PROPOSED;
    case ATLAS_FORM_FRONT:
      return ATLAS_SWATCH_LINE_FRONT;
    case ATLAS_FORM_LINE:
    default:
      break;
    }
  if (phase->basis == ATLAS_BASIS_RECONSTRUCTION || phase->width_km > BAND_KM)
    return ATLAS_SWATCH_LINE_BAND;
  return phase->basis == ATLAS_BASIS_CONTROL ? ATLAS_SWATCH_LINE_APPROXIMATE
                                             : ATLAS_SWATCH_LINE_TREATY;
}

static guint
find_borders (AtlasLegend *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  g_autoptr (GPtrArray) territories = atlas_history_index_territories_on (self->index, date, NULL);
  guint found = 0;

  for (guint i = 0; i < territories->len; i++)
    {
      AtlasTerritory *territory = g_ptr_array_index (territories, i);
      guint n;
      AtlasSegment *const *segments = atlas_territory_get_segments (territory, &n);

      if (atlas_territory_get_standing (territory) == ATLAS_STANDING_OCCUPATION)
        found |= 1u << ATLAS_SWATCH_OCCUPIED;
      for (guint j = 0; j < n; j++)
        {
          const AtlasBoundaryPhase *phase = atlas_segment_get_phase_on (segments[j], date);

          if (phase != NULL && phase->basis != ATLAS_BASIS_FRAME &&
              phase->basis != ATLAS_BASIS_COAST)
            found |= 1u << sample_of_phase (phase);
        }
    }
  return found;
}

static guint
find_events (AtlasLegend *self)
{
  static const AtlasSwatchSample groups[] = { ATLAS_SWATCH_FORCE,
                                              ATLAS_SWATCH_WORD,
                                              ATLAS_SWATCH_RULE };
  g_autoptr (GPtrArray) events =
    atlas_history_index_events_in (self->index,
                                   atlas_view_state_get_window (self->state),
                                   atlas_view_state_get_filter (self->state));
  guint found = 0;

  for (guint i = 0; i < events->len; i++)
    {
      AtlasEvent *event = g_ptr_array_index (events, i);
      AtlasStatus status = atlas_record_get_status (ATLAS_RECORD (event));

      found |= 1u << groups[atlas_event_kind_get_group (atlas_event_get_event_kind (event))];
      if (status == ATLAS_STATUS_UNCORROBORATED)
        found |= 1u << ATLAS_SWATCH_ONE_ACCOUNT;
      if (status == ATLAS_STATUS_DISPUTED)
        found |= 1u << ATLAS_SWATCH_DIFFER;
    }
  if (events->len > 1)
    found |= 1u << ATLAS_SWATCH_CLUSTER;
  return atlas_view_state_get_show (self->state) & ATLAS_SHOW_EVENTS ? found : 0;
}

static GtkWidget *
create_entry (AtlasSwatchSample sample, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *swatch = atlas_swatch_new (sample);
  GtkWidget *label = gtk_label_new (_ (words));

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
  int n = 0;

  grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].border == border && shown & (1u << entries[i].sample))
      {
        gtk_grid_attach (GTK_GRID (grid),
                         create_entry (entries[i].sample, entries[i].words),
                         n % 2,
                         n / 2,
                         1,
                         1);
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
  guint shown = 0;
  GtkWidget *child;

  self->idle = 0;
  if (self->state == NULL || self->index == NULL)
    return G_SOURCE_REMOVE;

  if (atlas_view_state_get_show (self->state) & ATLAS_SHOW_BORDERS)
    shown |= find_borders (self);
  shown |= find_events (self);
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
    "notify::date", "notify::window-length", "notify::show", "notify::filter"
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
