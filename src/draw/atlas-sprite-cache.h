/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-label-placer.h"
#include "atlas-lettering.h"
#include "atlas-marker.h"

G_BEGIN_DECLS

/**
 * AtlasSpriteCache:
 *
 * Symbols and lines of text, drawn once and copied afterwards. On a target that keeps vectors (SVG,
 * PDF) they are drawn as vectors each time. Not safe for threads by itself.
 */
typedef struct _AtlasSpriteCache AtlasSpriteCache;

AtlasSpriteCache *atlas_sprite_cache_new (void);
void atlas_sprite_cache_free (AtlasSpriteCache *self);

/* Draws around (0, 0). */
typedef void (*AtlasSpriteDraw) (cairo_t *cr, gconstpointer data);

/* Draws with (@x, @y) as the origin what @draw would draw there; it must stay inside @extents,
 * which are about the origin. @key tells all that the drawing depends on. */
void atlas_sprite_cache_paint (AtlasSpriteCache *self,
                               cairo_t *cr,
                               const char *key,
                               AtlasRect extents,
                               double x,
                               double y,
                               AtlasSpriteDraw draw,
                               gconstpointer data);

/* The same, let through to @alpha only: the copies of one drawing may differ in that. */
void atlas_sprite_cache_paint_with_alpha (AtlasSpriteCache *self,
                                          cairo_t *cr,
                                          const char *key,
                                          AtlasRect extents,
                                          double x,
                                          double y,
                                          double alpha,
                                          AtlasSpriteDraw draw,
                                          gconstpointer data);

/* The same for what the map has most of. */
void atlas_sprite_cache_paint_marker (AtlasSpriteCache *self,
                                      cairo_t *cr,
                                      double x,
                                      double y,
                                      AtlasMapStyle style,
                                      AtlasEventKind kind,
                                      AtlasMarkerFinish finish,
                                      gboolean selected,
                                      double alpha);
void atlas_sprite_cache_paint_place (AtlasSpriteCache *self,
                                     cairo_t *cr,
                                     double x,
                                     double y,
                                     AtlasMapStyle style,
                                     AtlasPlaceSymbol symbol,
                                     AtlasColor color);

/* One line of text with its upper left corner at (@x, @y), and how large it is. */
void atlas_sprite_cache_paint_text (AtlasSpriteCache *self,
                                    cairo_t *cr,
                                    const AtlasLetterStyle *style,
                                    const char *text,
                                    double x,
                                    double y);
void atlas_sprite_cache_measure_text (AtlasSpriteCache *self,
                                      const AtlasLetterStyle *style,
                                      const char *text,
                                      double *width,
                                      double *height);

G_END_DECLS
