/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-basemap.h"
#include "atlas-history-index.h"
#include "atlas-mercator.h"
#include "atlas-picture-spec.h"

G_BEGIN_DECLS

/* What a picture is made from. Immutable while a thread holds it. */
typedef struct
{
  AtlasHistoryIndex *index;
  AtlasBasemap *basemap; /* (nullable) */
  AtlasPictureSpec spec;
  gpointer subject; /* (nullable): what the layer was given with atlas_layer_take_subject() */
  GDestroyNotify release_subject;
  guint64 edition; /* of the subject */
} AtlasLayerContent;

/* Draws onto @cr in logical pixels of @viewport. Called on any thread. */
typedef void (*AtlasLayerDraw) (const AtlasLayerContent *content,
                                const AtlasViewport *viewport,
                                cairo_t *cr);

G_END_DECLS
