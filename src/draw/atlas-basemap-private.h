/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-basemap.h"

G_BEGIN_DECLS

/* What only the readers and painters of the base map share. */

#define ATLAS_RASTER_LEVELS 6

/**
 * AtlasRaster:
 * @samples: samples for one degree at level 0; half as many at each further level
 * @wraps: whether it goes round the world
 *
 * Grey samples over a box of degrees, row by row from the north, with halved copies for lower
 * zooms.
 */
typedef struct
{
  double west;
  double north;
  double samples;
  gboolean wraps;
  int widths[ATLAS_RASTER_LEVELS];
  int heights[ATLAS_RASTER_LEVELS];
  guint8 *levels[ATLAS_RASTER_LEVELS];
} AtlasRaster;

/* Width and height in degrees are those of the box that the picture in @bytes covers. */
gboolean atlas_raster_init (AtlasRaster *self,
                            GBytes *bytes,
                            double west,
                            double north,
                            double width,
                            double height,
                            GError **error);
void atlas_raster_clear (AtlasRaster *self);

/* The same value everywhere, in the place of a picture that cannot be read. */
void atlas_raster_init_flat (
  AtlasRaster *self, guint8 value, double west, double north, double width, double height);

/* One unit of the vectors is the width of the world in Web Mercator divided by this. */
#define ATLAS_VECTOR_UNITS (1 << 22)

typedef enum
{
  ATLAS_VECTOR_OCEAN,
  ATLAS_VECTOR_LAKE,
  ATLAS_VECTOR_RIVER,
  ATLAS_VECTOR_GLACIER,
  ATLAS_VECTOR_BORDER,
  ATLAS_N_VECTOR_KINDS,
} AtlasVectorKind;

typedef struct
{
  gint32 x;
  gint32 y;
} AtlasVectorPoint;

/**
 * AtlasVectorFeature:
 * @kind: what it is; oceans, lakes and glaciers are rings, to be filled by winding number
 * @rank: 1 for the greatest to 5
 * @start: index of its first point
 * @count: how many points
 *
 * One ring or line with its bounds, in units.
 */
typedef struct
{
  AtlasVectorKind kind;
  int rank;
  guint start;
  guint count;
  gint32 west;
  gint32 north;
  gint32 east;
  gint32 south;
} AtlasVectorFeature;

/* For each point, the coarsest level of detail (0 to 3) at which it is kept, shifted by one bit,
 * and in the lowest bit whether the edge that leads to it is a cut and not a shore. */
#define ATLAS_VECTOR_LEVEL(detail) ((detail) >> 1)
#define ATLAS_VECTOR_IS_CUT(detail) ((detail) &1)

typedef struct
{
  GArray *features; /* AtlasVectorFeature */
  GArray *points;   /* AtlasVectorPoint */
  GByteArray *details;
} AtlasVectors;

void atlas_vectors_init (AtlasVectors *self);
void atlas_vectors_clear (AtlasVectors *self);
/* Appends what @bytes holds; after an error @self may only be cleared. */
gboolean atlas_vectors_read (AtlasVectors *self, GBytes *bytes, GError **error);

/* An array of AtlasPhysicalName, sorted by rank, from the GeoJSON in @bytes. */
GArray *atlas_physical_names_read (GBytes *bytes, GError **error);

struct _AtlasBasemap
{
  gatomicrefcount ref_count;
  double west, south, east, north;
  AtlasRaster region_tint;
  AtlasRaster region_shade;
  AtlasRaster world_tint; /* these two once they were needed */
  AtlasRaster world_shade;
  GBytes *world_pictures[2]; /* from which they are made */
  gsize world_once;
  AtlasVectors vectors;
  GArray *names;
};

/* Has the pictures of the world decoded, for who looks beyond the region. On any thread. */
void atlas_basemap_need_world (const AtlasBasemap *self);

G_END_DECLS
