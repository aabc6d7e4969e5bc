/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include "atlas-tile-layer.h"
#include "atlas-tile-painter.h"

/* Logical pixels beyond the window for which tiles are asked, and for which those at hand are
 * drawn: as much as the kept picture is larger than the window, and a little more. */
#define WANTED_MARGIN 96.0
#define DRAWN_SHARE 0.16

struct _AtlasTileLayer
{
  AtlasLayer parent_instance;

  AtlasViewState *state;
  AtlasTileSource *source; /* (nullable) */
  guint tick;              /* until the next frame, when anything has changed */
  AtlasTileGrid drawn;     /* what the sheet below the pictures covers */
  guint64 serial;          /* and of which pixels */
  guint64 edition;
};

G_DEFINE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, ATLAS_TYPE_LAYER)

/* Maps are told apart by where they are; the editions of one by what has come of it. */
static guint64
get_content_key (const AtlasLayerContent *content)
{
  guint64 key = atlas_layer_mix_key (ATLAS_LAYER_KEY_START, content->spec.style);

  if (content->subject == NULL)
    return key;
  return atlas_layer_mix_key (key, (guint64) (gsize) atlas_tile_sheet_get_map (content->subject));
}

static void
draw (const AtlasLayerContent *content, const AtlasViewport *viewport, cairo_t *cr)
{
  if (content->subject != NULL)
    atlas_tile_painter_draw (content->subject, viewport, content->spec.style, 1.0, cr);
}

static void
release_sheet (gpointer sheet)
{
  atlas_tile_sheet_unref (sheet);
}

static AtlasTileGrid
get_grid (AtlasTileLayer *self, const AtlasViewport *viewport, double margin)
{
  AtlasTileMap *map = atlas_tile_source_get_map (self->source);

  return atlas_tile_grid_new (viewport,
                              margin,
                              atlas_tile_map_get_min_zoom (map),
                              atlas_tile_map_get_max_zoom (map));
}

static void
want_tiles (AtlasTileLayer *self, const AtlasViewport *viewport)
{
  AtlasTileGrid grid = get_grid (self, viewport, WANTED_MARGIN);
  g_autoptr (GArray) tiles = atlas_tile_grid_list (&grid);

  atlas_tile_source_want (self->source, self, (const AtlasTile *) tiles->data, tiles->len);
}

/* A new sheet where the view has reached other tiles, or others have come. */
static void
take_sheet (AtlasTileLayer *self, const AtlasViewport *viewport)
{
  double margin = DRAWN_SHARE * MAX (viewport->width, viewport->height);
  AtlasTileGrid grid = get_grid (self, viewport, margin);
  guint64 serial = atlas_tile_source_get_serial (self->source);

  if (serial == self->serial && memcmp (&grid, &self->drawn, sizeof grid) == 0)
    return;
  self->serial = serial;
  self->drawn = grid;
  atlas_layer_take_edition (ATLAS_LAYER (self),
                            atlas_tile_sheet_new (self->source, viewport, margin),
                            release_sheet,
                            ++self->edition);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  AtlasViewport viewport = atlas_layer_viewport_from_state (self->state,
                                                            width,
                                                            height,
                                                            gtk_widget_get_scale_factor (widget));

  self->tick = 0;
  if (self->source == NULL || width <= 0 || height <= 0)
    return G_SOURCE_REMOVE;
  want_tiles (self, &viewport);
  take_sheet (self, &viewport);
  return G_SOURCE_REMOVE;
}

/* Something has changed: the next frame sees to it. */
static void
queue_update (AtlasTileLayer *self)
{
  if (self->tick == 0 && self->source != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
cancel_update (AtlasTileLayer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static void
forget_source (AtlasTileLayer *self)
{
  cancel_update (self);
  if (self->source == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->source, queue_update, self);
  atlas_tile_source_want (self->source, self, NULL, 0);
  g_clear_object (&self->source);
}

static void
atlas_tile_layer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (atlas_tile_layer_parent_class)->size_allocate (widget, width, height, baseline);
  queue_update (ATLAS_TILE_LAYER (widget));
}

static void
atlas_tile_layer_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_tile_layer_parent_class)->map (widget);
  queue_update (ATLAS_TILE_LAYER (widget));
}

static void
atlas_tile_layer_unmap (GtkWidget *widget)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (widget);

  cancel_update (self);
  if (self->source != NULL)
    atlas_tile_source_want (self->source, self, NULL, 0);
  GTK_WIDGET_CLASS (atlas_tile_layer_parent_class)->unmap (widget);
}

static void
opacity_changed_cb (AtlasTileLayer *self)
{
  atlas_layer_set_opacity (ATLAS_LAYER (self), atlas_view_state_get_base_opacity (self->state));
}

static void
atlas_tile_layer_dispose (GObject *object)
{
  AtlasTileLayer *self = ATLAS_TILE_LAYER (object);

  forget_source (self);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_tile_layer_parent_class)->dispose (object);
}

static void
atlas_tile_layer_class_init (AtlasTileLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AtlasLayerClass *layer_class = ATLAS_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_tile_layer_dispose;
  widget_class->size_allocate = atlas_tile_layer_size_allocate;
  widget_class->map = atlas_tile_layer_map;
  widget_class->unmap = atlas_tile_layer_unmap;
  layer_class->get_content_key = get_content_key;
  layer_class->draw = draw;
}

static void
atlas_tile_layer_init (AtlasTileLayer *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
watch_state (AtlasTileLayer *self)
{
  static const char *const moves[] = { "notify::lon", "notify::lat", "notify::zoom" };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (self->state,
                             moves[i],
                             G_CALLBACK (queue_update),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::base-opacity",
                           G_CALLBACK (opacity_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  opacity_changed_cb (self);
}

AtlasTileLayer *
atlas_tile_layer_new (ShumateViewport *viewport, AtlasViewState *state)
{
  AtlasTileLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_TILE_LAYER, "viewport", viewport, "state", state, NULL);
  self->state = g_object_ref (state);
  watch_state (self);
  return self;
}

void
atlas_tile_layer_set_source (AtlasTileLayer *self, AtlasTileSource *source)
{
  g_return_if_fail (ATLAS_IS_TILE_LAYER (self));
  g_return_if_fail (source == NULL || ATLAS_IS_TILE_SOURCE (source));

  if (source == self->source)
    return;
  forget_source (self);
  if (source != NULL)
    {
      self->source = g_object_ref (source);
      g_signal_connect_object (source,
                               "changed",
                               G_CALLBACK (queue_update),
                               self,
                               G_CONNECT_SWAPPED);
    }
  self->drawn = (AtlasTileGrid){ 0 };
  self->serial = G_MAXUINT64;
  atlas_layer_take_edition (ATLAS_LAYER (self), NULL, NULL, ++self->edition);
  gtk_widget_set_visible (GTK_WIDGET (self), source != NULL);
  queue_update (self);
}

gboolean
atlas_tile_layer_is_settled (AtlasTileLayer *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_LAYER (self), FALSE);

  return self->source == NULL || (self->tick == 0 && atlas_tile_source_is_settled (self->source) &&
                                  atlas_layer_is_settled (ATLAS_LAYER (self)));
}
