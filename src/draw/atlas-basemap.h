/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "atlas-text.h"

G_BEGIN_DECLS

/**
 * AtlasBasemap:
 *
 * The ground of the map: tint, hill shade, shores, rivers, glaciers, modern borders and the names
 * of nature. Immutable after loading and counted by reference; may be read from any thread.
 */
typedef struct _AtlasBasemap AtlasBasemap;

#define ATLAS_TYPE_BASEMAP (atlas_basemap_get_type ())
GType atlas_basemap_get_type (void) G_GNUC_CONST;

#define ATLAS_BASEMAP_ERROR (atlas_basemap_error_quark ())
GQuark atlas_basemap_error_quark (void);

typedef enum
{
  ATLAS_BASEMAP_ERROR_UNREADABLE, /* a file is missing or may not be read */
  ATLAS_BASEMAP_ERROR_CORRUPT,    /* a file is not what it should be */
} AtlasBasemapError;

typedef enum
{
  ATLAS_NAME_RANGE,
  ATLAS_NAME_DESERT,
  ATLAS_NAME_AREA,
  ATLAS_NAME_WATER,
  ATLAS_NAME_PEAK,
} AtlasNameClass;

typedef struct
{
  double lon;
  double lat;
} AtlasNamePoint;

/**
 * AtlasPhysicalName:
 * @name_class: what bears the name
 * @rank: 1 for the greatest to 5
 * @min_zoom: the lowest zoom at which the name is shown
 * @max_zoom: the zoom from which it is no longer shown
 * @text: the name in each language
 * @points: where it lies, from the beginning of the writing to its end, in degrees; one point for a
 * name that is not on a curve
 * @n_points: how many
 */
typedef struct
{
  AtlasNameClass name_class;
  int rank;
  double min_zoom;
  double max_zoom;
  AtlasText *text;
  AtlasNamePoint *points;
  guint n_points;
} AtlasPhysicalName;

AtlasBasemap *atlas_basemap_new (const char *folder, GError **error);
AtlasBasemap *atlas_basemap_ref (AtlasBasemap *self);
void atlas_basemap_unref (AtlasBasemap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBasemap, atlas_basemap_unref)

/* The names of ranges, deserts, areas, waters and peaks, greatest rank first. Owned by @self. */
const AtlasPhysicalName *atlas_basemap_get_names (const AtlasBasemap *self, guint *n_names);

G_END_DECLS
