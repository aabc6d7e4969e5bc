/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <math.h>

#include "atlas-place.h"

#include "atlas-record-private.h"

/**
 * AtlasPlace:
 *
 * Where something was: a town, a fort, a pass, a river.
 */
struct _AtlasPlace
{
  AtlasRecord parent_instance;

  const AtlasPoint *location;
  AtlasPlaceType place_type;
  guint rank;
  double precision_km;
  AtlasText *modern_name;
};

G_DEFINE_FINAL_TYPE (AtlasPlace, atlas_place, ATLAS_TYPE_RECORD)

#define LOWEST_RANK 4
#define PRECISION_UNKNOWN 4

/* In the order of AtlasPlaceType. */
static const char *const type_words[] = { "capital", "town",  "village", "fort",
                                          "post",    "pass",  "river",   "lake",
                                          "region",  "range", "desert",  "building",
                                          "bridge",  "port",  "other",   NULL };

static const char *const precision_words[] = { "exact", "town", "area", "region", "unknown", NULL };
static const double precisions_km[] = { 1.0, 5.0, 25.0, 100.0, HUGE_VAL };

static void
atlas_place_class_init (AtlasPlaceClass *klass)
{
}

static void
atlas_place_init (AtlasPlace *self)
{
  self->place_type = ATLAS_PLACE_OTHER;
  self->rank = LOWEST_RANK;
  self->precision_km = HUGE_VAL;
}

void
atlas_place_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasPlace *self = ATLAS_PLACE (record);
  AtlasJson geometry = atlas_json_member (feature, "geometry");
  guint n;

  if (!atlas_json_is_absent (&geometry))
    self->location = atlas_json_points (&geometry, "Point", &n);
  self->place_type =
    atlas_json_get_enum (feature, "atlas:place-type", type_words, ATLAS_PLACE_OTHER);
  self->rank = (guint) atlas_json_get_number (feature, "atlas:rank", LOWEST_RANK, 1.0, LOWEST_RANK);
  self->precision_km = precisions_km
    [atlas_json_get_enum (feature, "atlas:precision", precision_words, PRECISION_UNKNOWN)];
  self->modern_name = atlas_json_get_text (feature, "atlas:modern-name");
}

void
atlas_place_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasPlace *self = ATLAS_PLACE (record);

  guint n = 1;

  atlas_archive_points (archive, &self->location, &n);
  atlas_archive_enum (archive, &self->place_type, ATLAS_PLACE_OTHER);
  atlas_archive_uint (archive, &self->rank);
  atlas_archive_double (archive, &self->precision_km);
  atlas_archive_text (archive, &self->modern_name);
}

/**
 * atlas_place_get_place_type:
 * @self: a place
 *
 * Returns: what sort of place it is
 */
AtlasPlaceType
atlas_place_get_place_type (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), ATLAS_PLACE_OTHER);

  return self->place_type;
}

/**
 * atlas_place_get_rank:
 * @self: a place
 *
 * Returns: 1 (chief town, always labelled) to 4
 */
guint
atlas_place_get_rank (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), LOWEST_RANK);

  return self->rank;
}

/**
 * atlas_place_get_precision_km:
 * @self: a place
 *
 * Returns: how far the point may be off, in km; HUGE_VAL where that is not known
 */
double
atlas_place_get_precision_km (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), HUGE_VAL);

  return self->precision_km;
}

/**
 * atlas_place_get_modern_name:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): what it is called today
 */
AtlasText *
atlas_place_get_modern_name (AtlasPlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), NULL);

  return self->modern_name;
}

/**
 * atlas_place_get_location:
 * @self: a place
 * @lon: (out) (optional): degrees east
 * @lat: (out) (optional): degrees north
 *
 * Returns: whether it is located
 */
gboolean
atlas_place_get_location (AtlasPlace *self, double *lon, double *lat)
{
  g_return_val_if_fail (ATLAS_IS_PLACE (self), FALSE);

  if (self->location == NULL)
    return FALSE;
  if (lon != NULL)
    *lon = self->location->lon;
  if (lat != NULL)
    *lat = self->location->lat;
  return TRUE;
}
