/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-overlay-private.h"

G_BEGIN_DECLS

/**
 * AtlasGeojsonShape:
 *
 * One geometry while its coordinates come in, number by number. How deep the lists go says whether
 * they are those of a point, of rings or of several polygons; the geometry's type, which may stand
 * after them, must agree.
 */
typedef struct
{
  char type[24];
  guint depth;     /* lists that are open */
  guint deepest;   /* in which positions stand; 0 before the first one */
  guint n_numbers; /* in the innermost list so far */
  double numbers[2];
  gboolean broken;   /* a place that is none */
  GArray *vertices;  /* of AtlasFixedPoint */
  GArray *ring_ends; /* of guint, positions in @vertices */
} AtlasGeojsonShape;

void atlas_geojson_shape_init (AtlasGeojsonShape *self);
void atlas_geojson_shape_clear (AtlasGeojsonShape *self);

/* Empties it for the next geometry. */
void atlas_geojson_shape_begin (AtlasGeojsonShape *self);

void atlas_geojson_shape_set_type (AtlasGeojsonShape *self, const char *type, gsize length);
void atlas_geojson_shape_open (AtlasGeojsonShape *self);
void atlas_geojson_shape_close (AtlasGeojsonShape *self);
void atlas_geojson_shape_add (AtlasGeojsonShape *self, double number);

/* Appends its places to @draft, as points or as rings of the area that is being read. NULL when
 * that went well, and otherwise what is wrong, in words. (transfer full) (nullable) */
char *atlas_geojson_shape_end (AtlasGeojsonShape *self, AtlasOverlayDraft *draft);

G_END_DECLS
