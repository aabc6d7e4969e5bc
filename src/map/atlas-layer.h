/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "atlas-layer-content.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasLayer:
 *
 * What every layer of the map shares: it keeps a picture that is larger than the window, paints it
 * where the viewport has moved to, and has a worker draw the next one. A picture of another content
 * (another date) is drawn at once, so that nothing old ever stands under a new date; only where the
 * view moved is an older picture shifted or scaled until the worker is ready.
 *
 * Properties: "state", "index", "basemap"; a layer without the first two draws nothing, and without
 * the last no ground. "mask" (uint,
 * AtlasShowFlags) takes away from what the state shows, for a map that serves as a picture.
 */
#define ATLAS_TYPE_LAYER (atlas_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (AtlasLayer, atlas_layer, ATLAS, LAYER, ShumateLayer)

/**
 * AtlasLayerClass:
 * @get_content_key: a number that differs whenever the picture of the same viewport differs
 * @draw: draws onto @cr in logical pixels of @viewport; called on any thread
 * @get_next_spec: (nullable): changes @spec to what will probably be wanted next; FALSE for nothing
 * @follows_view: whether the picture depends on where the window ends, so that it is drawn anew
 * once the map stands still
 * @lettered: whether it writes; such pictures are drawn by the one thread that has the fonts
 * @redraws_on_zoom: whether a change of zoom is drawn at once instead of scaling the old picture
 * @n_kept: how many pictures are kept; with more than one, those of the dates to come are drawn
 * ahead
 * @needs_steady: whether that waits until the date has moved twice in the same way, for pictures
 * that are of one date only
 * @overscan: how much wider and higher than the window a worker's picture is, as a share of each
 */
struct _AtlasLayerClass
{
  ShumateLayerClass parent_class;

  guint64 (*get_content_key) (const AtlasLayerContent *content);
  AtlasLayerDraw draw;
  gboolean (*get_next_spec) (AtlasHistoryIndex *index, int direction, AtlasPictureSpec *spec);

  gboolean follows_view;
  gboolean lettered;
  gboolean redraws_on_zoom;
  gboolean needs_steady;
  guint n_kept;
  double overscan;
};

/* The picture that the state asks for. */
AtlasPictureSpec atlas_layer_spec_from_state (AtlasViewState *state);

/* The viewport of a widget of @width by @height logical pixels. */
AtlasViewport atlas_layer_viewport_from_state (AtlasViewState *state,
                                               int width,
                                               int height,
                                               double scale);

/* What lies over the map, in logical pixels of the layer: labels keep clear of it. At most
 * ATLAS_PICTURE_MOST_CARDS. */
void atlas_layer_set_cards (AtlasLayer *self, const AtlasRect *cards, guint n_cards);

/* Gives the layer something of its own to draw, beside what the state asks for: (transfer full) a
 * box of g_atomic_rc_box_new() that is not changed any more. @release takes one reference away. The
 * content key must tell it from what was there before. */
void atlas_layer_take_subject (AtlasLayer *self, gpointer subject, GDestroyNotify release);

/* The same where the layer may show a picture of an older edition until a thread has drawn this
 * one: the content key does not tell them apart. */
void atlas_layer_take_edition (AtlasLayer *self,
                               gpointer subject,
                               GDestroyNotify release,
                               guint64 edition);

/* How strongly its pictures are painted, 0 to 1. */
void atlas_layer_set_opacity (AtlasLayer *self, double opacity);

/* Mixes @value into @key, for get_content_key (FNV-1a over eight bytes). */
guint64 atlas_layer_mix_key (guint64 key, guint64 value);
#define ATLAS_LAYER_KEY_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

/* Has a thread draw the picture for a layer that will soon have this size, about. */
void atlas_layer_prepare (AtlasLayer *self, int width, int height);

/* Has a thread begin with what this frame will want of a lettered layer, while the layers below it
 * are drawn. */
void atlas_layer_begin (AtlasLayer *self);

/* TRUE when the picture for the state's date, style and view stands complete: what a test or a
 * measure waits for. */
gboolean atlas_layer_is_settled (AtlasLayer *self);

G_END_DECLS
