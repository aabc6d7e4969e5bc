/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include <string.h>

#include "atlas-layer-picture.h"
#include "atlas-layer.h"
#include "atlas-overlay-layer.h"

/* Pixels by which a click may miss a point. */
#define SLACK 3.0

struct _AtlasOverlayLayer
{
  ShumateLayer parent_instance;

  AtlasViewState *state;
  AtlasOverlayPicture *picture;
  guint ahead; /* runs when the frame is done */

  /* What the last frame showed. */
  AtlasTimeSpan window;
  AtlasViewport viewport;
};

G_DEFINE_FINAL_TYPE (AtlasOverlayLayer, atlas_overlay_layer, SHUMATE_TYPE_LAYER)

static AtlasViewport
get_viewport (AtlasOverlayLayer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return atlas_layer_viewport_from_state (self->state,
                                          gtk_widget_get_width (widget),
                                          gtk_widget_get_height (widget),
                                          gtk_widget_get_scale_factor (widget));
}

static gboolean
ahead_cb (gpointer user_data)
{
  AtlasOverlayLayer *self = user_data;

  self->ahead = 0;
  atlas_overlay_picture_work_ahead (self->picture);
  return G_SOURCE_REMOVE;
}

static void
atlas_overlay_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasOverlayLayer *self = ATLAS_OVERLAY_LAYER (widget);
  AtlasViewport viewport = get_viewport (self);
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);

  if (viewport.width <= 0 || viewport.height <= 0)
    return;
  atlas_overlay_picture_set_style (self->picture,
                                   atlas_overlay_style_get (
                                     atlas_view_state_get_style (self->state)));
  atlas_layer_picture_paint_pixels (atlas_overlay_picture_update (self->picture, window, &viewport),
                                    widget,
                                    snapshot);
  self->window = window;
  self->viewport = viewport;
  if (self->ahead == 0)
    self->ahead = g_idle_add_full (G_PRIORITY_LOW, ahead_cb, self, NULL);
}

static gboolean
atlas_overlay_layer_contains (GtkWidget *widget, double x, double y)
{
  /* The map underneath takes all input. */
  return FALSE;
}

static void
atlas_overlay_layer_dispose (GObject *object)
{
  AtlasOverlayLayer *self = ATLAS_OVERLAY_LAYER (object);

  g_clear_handle_id (&self->ahead, g_source_remove);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_overlay_layer_parent_class)->dispose (object);
}

static void
atlas_overlay_layer_finalize (GObject *object)
{
  g_clear_pointer (&ATLAS_OVERLAY_LAYER (object)->picture, atlas_overlay_picture_free);

  G_OBJECT_CLASS (atlas_overlay_layer_parent_class)->finalize (object);
}

static void
atlas_overlay_layer_class_init (AtlasOverlayLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_overlay_layer_dispose;
  object_class->finalize = atlas_overlay_layer_finalize;
  widget_class->snapshot = atlas_overlay_layer_snapshot;
  widget_class->contains = atlas_overlay_layer_contains;
}

static void
atlas_overlay_layer_init (AtlasOverlayLayer *self)
{
  self->picture = atlas_overlay_picture_new ();
}

AtlasOverlayLayer *
atlas_overlay_layer_new (ShumateViewport *viewport, AtlasViewState *state)
{
  AtlasOverlayLayer *self;

  g_return_val_if_fail (SHUMATE_IS_VIEWPORT (viewport), NULL);
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_OVERLAY_LAYER, "viewport", viewport, NULL);
  self->state = g_object_ref (state);
  g_signal_connect_object (state,
                           "notify",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* Nothing stands any more as it was. */
static void
invalidate (AtlasOverlayLayer *self)
{
  self->viewport.width = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_overlay_layer_set_overlays (AtlasOverlayLayer *self, GPtrArray *overlays)
{
  g_return_if_fail (ATLAS_IS_OVERLAY_LAYER (self));

  atlas_overlay_picture_set_overlays (self->picture, overlays);
  invalidate (self);
}

void
atlas_overlay_layer_set_ground (AtlasOverlayLayer *self, const AtlasColor *ground)
{
  g_return_if_fail (ATLAS_IS_OVERLAY_LAYER (self));

  atlas_overlay_picture_set_ground (self->picture, ground);
  invalidate (self);
}

AtlasOverlayHit
atlas_overlay_layer_pick (AtlasOverlayLayer *self, double x, double y)
{
  g_return_val_if_fail (ATLAS_IS_OVERLAY_LAYER (self), ((AtlasOverlayHit){ 0 }));

  return atlas_overlay_picture_pick (self->picture, x, y, SLACK);
}

gboolean
atlas_overlay_layer_is_settled (AtlasOverlayLayer *self)
{
  AtlasViewport viewport;
  AtlasTimeSpan window;

  g_return_val_if_fail (ATLAS_IS_OVERLAY_LAYER (self), FALSE);

  viewport = get_viewport (self);
  window = atlas_view_state_get_window (self->state);
  return memcmp (&viewport, &self->viewport, sizeof viewport) == 0 &&
         window.begin == self->window.begin && window.end == self->window.end;
}
