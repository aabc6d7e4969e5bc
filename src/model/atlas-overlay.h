/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "atlas-geo.h"
#include "atlas-time-span.h"

G_BEGIN_DECLS

/* A place on the Mercator square: shares of its width, to the east and to the south, in units of
 * 2^-32, which is a hundredth of a metre at the equator. */
typedef struct
{
  guint32 x;
  guint32 y;
} AtlasFixedPoint;

#define ATLAS_FIXED_WORLD 4294967296.0

/* The columns of the points of a file, in the order of the file. */
typedef struct
{
  guint n;
  const AtlasFixedPoint *places;
  const AtlasTimeSpan *spans;
  const guint8 *groups;   /* positions in atlas_overlay_get_groups() */
  const goffset *offsets; /* where the feature begins in the file */
} AtlasOverlayPoints;

/* The same for areas. The rings of area i are those from first_ring[i] to before first_ring[i + 1],
 * their vertices likewise; the last vertex of a ring is not its first one again. What lies within
 * an odd number of rings is inside. */
typedef struct
{
  guint n;
  const guint *first_ring;
  const guint *first_vertex;
  const AtlasFixedPoint *vertices;
  const AtlasTimeSpan *spans;
  const guint8 *groups;
  const goffset *offsets;
} AtlasOverlayAreas;

/**
 * AtlasOverlay:
 *
 * A user's own GeoJSON file, to be laid over the map: when and where its features are, in columns
 * of plain numbers, some 26 bytes a point. What else the file says about a feature stays there
 * until somebody asks. Immutable; may be read from any thread.
 */
#define ATLAS_TYPE_OVERLAY (atlas_overlay_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOverlay, atlas_overlay, ATLAS, OVERLAY, GObject)

const char *atlas_overlay_get_path (AtlasOverlay *self);

/* The file's name without its ending, for people. */
const char *atlas_overlay_get_name (AtlasOverlay *self);

const AtlasOverlayPoints *atlas_overlay_get_points (AtlasOverlay *self);
const AtlasOverlayAreas *atlas_overlay_get_areas (AtlasOverlay *self);

/* What the features are grouped by: the values found, numbers in their order and before words. A
 * file without groups has one without a name. (array zero-terminated=1) */
const char *const *atlas_overlay_get_groups (AtlasOverlay *self);

/* Where anything is, degrees; an inside-out box for an empty file. */
AtlasBox atlas_overlay_get_box (AtlasOverlay *self);

/* From the first day of any feature to the last; empty where no feature has a day. */
AtlasTimeSpan atlas_overlay_get_range (AtlasOverlay *self);

/* How many features could not be used, and what was wrong with the first (nullable). */
guint atlas_overlay_get_n_left_out (AtlasOverlay *self, const char **first);

/**
 * atlas_overlay_read_properties:
 * @offset: of a point or an area
 *
 * Reads again what the file says about one feature.
 *
 * Returns: (transfer full): its properties, in the order of the file; %NULL with an error of
 * %ATLAS_DATASET_ERROR where the file is not as it was any more
 */
JsonObject *atlas_overlay_read_properties (AtlasOverlay *self, goffset offset, GError **error);

G_END_DECLS
