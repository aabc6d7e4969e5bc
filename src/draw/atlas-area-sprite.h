/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-canvas.h"
#include "atlas-overlay.h"
#include "atlas-palette.h"

G_BEGIN_DECLS

/* How areas look. */
typedef struct
{
  AtlasColor fill;
  AtlasColor line;
  double line_width; /* in pixels of the canvas */
} AtlasAreaStyle;

/**
 * AtlasAreaSprite:
 *
 * One area as a picture of its own, with its ground and its outline, at one scale of the world. To
 * lay ready pictures over one another takes a twentieth of the time of drawing outlines.
 */
typedef struct
{
  AtlasPiece piece;         /* where it lies */
  AtlasPiece whole;         /* where all of the area would lie */
  cairo_surface_t *surface; /* (nullable) where nothing is to be seen */
} AtlasAreaSprite;

/* The smallest box about an area, in fixed numbers. */
typedef struct
{
  AtlasFixedPoint least;
  AtlasFixedPoint most;
} AtlasFixedBox;

AtlasFixedBox atlas_area_sprite_measure (const AtlasOverlayAreas *areas, guint area);

/* Draws as much of @area as lies in @region, at the scale of @region. Outlines are simplified to
 * within a quarter of a pixel. Any thread. (transfer full) */
AtlasAreaSprite *atlas_area_sprite_new (const AtlasOverlayAreas *areas,
                                        guint area,
                                        const AtlasFixedBox *box,
                                        const AtlasAreaStyle *style,
                                        const AtlasPiece *region);
void atlas_area_sprite_free (AtlasAreaSprite *self);

/* Whether it shows all of the area that lies in @piece. */
gboolean atlas_area_sprite_serves (const AtlasAreaSprite *self, const AtlasPiece *piece);

/* Lays it over what @cr draws on, whose user space is the pixels of @piece. */
void atlas_area_sprite_put (const AtlasAreaSprite *self, const AtlasPiece *piece, cairo_t *cr);

/* How much memory it takes, in bytes. */
gsize atlas_area_sprite_get_size (const AtlasAreaSprite *self);

G_END_DECLS
