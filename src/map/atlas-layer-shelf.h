/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layer-picture.h"

G_BEGIN_DECLS

/**
 * AtlasLayerShelf:
 *
 * The pictures that a layer keeps, the one shown last in front, and those that it has given up but
 * that the last frame may still hold.
 */
typedef struct
{
  GQueue pictures; /* of AtlasLayerPicture */
  GQueue retired;  /* of the same */
} AtlasLayerShelf;

/* Takes @picture, which replaces one of the same content, and keeps at most @n_kept. Unless it goes
 * @in_front it stands behind the one that is shown. */
void atlas_layer_shelf_take (AtlasLayerShelf *self,
                             AtlasLayerPicture *picture,
                             gboolean in_front,
                             guint n_kept);

/* (transfer none) (nullable): the picture of this content, moved to the front. */
AtlasLayerPicture *atlas_layer_shelf_find (AtlasLayerShelf *self, guint64 key);

/* (transfer none) (nullable): the one shown last. */
AtlasLayerPicture *atlas_layer_shelf_get_front (const AtlasLayerShelf *self);

/* Whether there is one of this content that was drawn for @viewport. */
gboolean
atlas_layer_shelf_has (const AtlasLayerShelf *self, guint64 key, const AtlasViewport *viewport);

/* To be called once the frame that held them is past: cairo copies a surface that goes while a
 * recorded frame still refers to it. */
void atlas_layer_shelf_free_retired (AtlasLayerShelf *self);

void atlas_layer_shelf_clear (AtlasLayerShelf *self);

G_END_DECLS
