/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-leg.h"

#include "atlas-place.h"
#include "atlas-record-private.h"

/**
 * AtlasLeg:
 *
 * One dated movement.
 */
struct _AtlasLeg
{
  AtlasRecord parent_instance;

  const char *campaign;
  const char *from;
  const char *to;
  const char *const *via;
  const char *polity;
  AtlasText *force;
  const char *const *commanders;
  const char *after;
  const AtlasPoint *path;
  guint n_path;
};

G_DEFINE_FINAL_TYPE (AtlasLeg, atlas_leg, ATLAS_TYPE_RECORD)

static const char *const no_strings[] = { NULL };

static gboolean
locate (const AtlasJson *feature, const char *id, AtlasPoint *point)
{
  AtlasPlace *place = id != NULL ? g_hash_table_lookup (feature->context->ids, id) : NULL;

  return place != NULL && atlas_place_get_location (place, &point->lon, &point->lat);
}

/* A line of its own if it has one; else over the places. A place on the way that nobody can locate
 * is passed over, but without a beginning and an end there is nothing to draw. */
static void
read_path (AtlasLeg *self, const AtlasJson *feature)
{
  AtlasJson geometry = atlas_json_member (feature, "geometry");
  guint n_via = g_strv_length ((char **) self->via);
  AtlasPoint *path;
  AtlasPoint end;
  guint n = 1;

  if (!atlas_json_is_absent (&geometry))
    {
      self->path = atlas_json_points (&geometry, "LineString", &self->n_path);
      return;
    }
  path = atlas_pool_array (feature->context->pool, n_via + 2, sizeof (AtlasPoint));
  if (!locate (feature, self->from, &path[0]) || !locate (feature, self->to, &end))
    return;
  for (guint i = 0; i < n_via; i++)
    if (locate (feature, self->via[i], &path[n]))
      n++;
  path[n++] = end;
  self->path = path;
  self->n_path = n;
}

static void
atlas_leg_class_init (AtlasLegClass *klass)
{
}

static void
atlas_leg_init (AtlasLeg *self)
{
  self->via = no_strings;
  self->commanders = no_strings;
}

void
atlas_leg_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasLeg *self = ATLAS_LEG (record);

  self->campaign = atlas_json_get_id (feature, "atlas:campaign", "campaign");
  self->from = atlas_json_need_id (feature, "atlas:from", "place");
  self->to = atlas_json_need_id (feature, "atlas:to", "place");
  self->via = atlas_json_get_ids (feature, "atlas:via", "place");
  self->polity = atlas_json_get_id (feature, "atlas:polity", "polity");
  self->force = atlas_json_get_text (feature, "atlas:force");
  self->commanders = atlas_json_get_ids (feature, "atlas:commanders", "person");
  self->after = atlas_json_get_id (feature, "atlas:after", "leg");
  read_path (self, feature);
}

void
atlas_leg_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasLeg *self = ATLAS_LEG (record);

  atlas_archive_string (archive, &self->campaign);
  atlas_archive_string (archive, &self->from);
  atlas_archive_string (archive, &self->to);
  atlas_archive_strings (archive, &self->via);
  atlas_archive_string (archive, &self->polity);
  atlas_archive_text (archive, &self->force);
  atlas_archive_strings (archive, &self->commanders);
  atlas_archive_string (archive, &self->after);
  atlas_archive_points (archive, &self->path, &self->n_path);
}

/**
 * atlas_leg_get_campaign:
 * @self: a leg
 *
 * Returns: (nullable): the id of the campaign
 */
const char *
atlas_leg_get_campaign (AtlasLeg *self)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  return self->campaign;
}

/**
 * atlas_leg_get_from:
 * @self: a leg
 *
 * Returns: the id of the place where it begins
 */
const char *
atlas_leg_get_from (AtlasLeg *self)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  return self->from;
}

/**
 * atlas_leg_get_to:
 * @self: a leg
 *
 * Returns: the id of the place where it ends
 */
const char *
atlas_leg_get_to (AtlasLeg *self)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  return self->to;
}

/**
 * atlas_leg_get_via:
 * @self: a leg
 *
 * Returns: (transfer none): the ids of the places on the way, ended by %NULL
 */
const char *const *
atlas_leg_get_via (AtlasLeg *self)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  return self->via;
}

/**
 * atlas_leg_get_polity:
 * @self: a leg
 *
 * Returns: (nullable): the id of the polity whose force moves
 */
const char *
atlas_leg_get_polity (AtlasLeg *self)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  return self->polity;
}

/**
 * atlas_leg_get_force:
 * @self: a leg
 *
 * Returns: (transfer none) (nullable): which force
 */
AtlasText *
atlas_leg_get_force (AtlasLeg *self)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  return self->force;
}

/**
 * atlas_leg_get_commanders:
 * @self: a leg
 *
 * Returns: (transfer none): the ids of the persons who lead it, ended by %NULL
 */
const char *const *
atlas_leg_get_commanders (AtlasLeg *self)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  return self->commanders;
}

/**
 * atlas_leg_get_after:
 * @self: a leg
 *
 * Returns: (nullable): the id of the leg before
 */
const char *
atlas_leg_get_after (AtlasLeg *self)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  return self->after;
}

/**
 * atlas_leg_get_path:
 * @self: a leg
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (nullable) (array length=n): the line in degrees; %NULL where an end is
 * not located
 */
const AtlasPoint *
atlas_leg_get_path (AtlasLeg *self, guint *n)
{
  g_return_val_if_fail (ATLAS_IS_LEG (self), NULL);

  if (n != NULL)
    *n = self->n_path;
  return self->path;
}
