/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-territory.h"

#include "atlas-record-private.h"
#include "atlas-rings.h"
#include "atlas-territory-private.h"

/**
 * AtlasTerritory:
 *
 * A polity's land for a time.
 */
struct _AtlasTerritory
{
  AtlasRecord parent_instance;

  const char *polity;
  AtlasStanding standing;
  const char *over;
  AtlasText *act;
  const char *act_event;
  AtlasText *end_act;
  const char *viewpoint;
  AtlasMultiPolygon *shape;
  GPtrArray *segments;
};

G_DEFINE_FINAL_TYPE (AtlasTerritory, atlas_territory, ATLAS_TYPE_RECORD)

/* In the order of AtlasStanding. */
static const char *const standing_words[] = { "sovereign",  "protectorate",   "occupation", "claim",
                                              "autonomous", "unadministered", "control",    NULL };

static void
atlas_territory_finalize (GObject *object)
{
  AtlasTerritory *self = ATLAS_TERRITORY (object);

  g_clear_pointer (&self->shape, atlas_multi_polygon_unref);
  g_clear_pointer (&self->segments, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_territory_parent_class)->finalize (object);
}

static void
atlas_territory_class_init (AtlasTerritoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_territory_finalize;
}

static void
atlas_territory_init (AtlasTerritory *self)
{
  self->shape = atlas_multi_polygon_builder_end (atlas_multi_polygon_builder_new ());
  self->segments = g_ptr_array_new_with_free_func (g_object_unref);
}

void
atlas_territory_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasTerritory *self = ATLAS_TERRITORY (record);
  AtlasJson rings = atlas_json_member (feature, "atlas:rings");

  self->polity = atlas_json_need_id (feature, "atlas:polity", "polity");
  self->standing = atlas_json_need_enum (feature, "atlas:standing", standing_words);
  self->over = atlas_json_get_id (feature, "atlas:over", "polity");
  self->act = atlas_json_get_text (feature, "atlas:act");
  self->act_event = atlas_json_get_id (feature, "atlas:act-event", "event");
  self->end_act = atlas_json_get_text (feature, "atlas:end-act");
  self->viewpoint = atlas_json_get_id (feature, "atlas:viewpoint", "polity");
  g_clear_pointer (&self->shape, atlas_multi_polygon_unref);
  self->shape = atlas_rings_read (&rings, self->segments);
}

void
atlas_territory_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasTerritory *self = ATLAS_TERRITORY (record);

  atlas_archive_string (archive, &self->polity);
  atlas_archive_enum (archive, &self->standing, G_N_ELEMENTS (standing_words) - 2);
  atlas_archive_string (archive, &self->over);
  atlas_archive_text (archive, &self->act);
  atlas_archive_string (archive, &self->act_event);
  atlas_archive_text (archive, &self->end_act);
  atlas_archive_string (archive, &self->viewpoint);
  if (atlas_archive_is_reading (archive))
    g_clear_pointer (&self->shape, atlas_multi_polygon_unref);
  atlas_archive_shape (archive, &self->shape);
}

void
atlas_territory_add_segment (AtlasTerritory *self, AtlasSegment *segment)
{
  g_ptr_array_add (self->segments, g_object_ref (segment));
}

/**
 * atlas_territory_get_polity:
 * @self: a territory
 *
 * Returns: the id of the polity
 */
const char *
atlas_territory_get_polity (AtlasTerritory *self)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), NULL);

  return self->polity;
}

/**
 * atlas_territory_get_standing:
 * @self: a territory
 *
 * Returns: by what right it holds the land
 */
AtlasStanding
atlas_territory_get_standing (AtlasTerritory *self)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), ATLAS_STANDING_SOVEREIGN);

  return self->standing;
}

/**
 * atlas_territory_get_over:
 * @self: a territory
 *
 * Returns: (nullable): the id of the polity occupied, or of the overlord of a protectorate
 */
const char *
atlas_territory_get_over (AtlasTerritory *self)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), NULL);

  return self->over;
}

/**
 * atlas_territory_get_act:
 * @self: a territory
 *
 * Returns: (transfer none) (nullable): by what it began
 */
AtlasText *
atlas_territory_get_act (AtlasTerritory *self)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), NULL);

  return self->act;
}

/**
 * atlas_territory_get_act_event:
 * @self: a territory
 *
 * Returns: (nullable): the id of the event by which it began
 */
const char *
atlas_territory_get_act_event (AtlasTerritory *self)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), NULL);

  return self->act_event;
}

/**
 * atlas_territory_get_end_act:
 * @self: a territory
 *
 * Returns: (transfer none) (nullable): by what it ended
 */
AtlasText *
atlas_territory_get_end_act (AtlasTerritory *self)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), NULL);

  return self->end_act;
}

/**
 * atlas_territory_get_viewpoint:
 * @self: a territory
 *
 * Returns: (nullable): the id of the polity from whose viewpoint alone it is shown
 */
const char *
atlas_territory_get_viewpoint (AtlasTerritory *self)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), NULL);

  return self->viewpoint;
}

/**
 * atlas_territory_get_shape:
 * @self: a territory
 *
 * Returns: (transfer none): its polygons
 */
AtlasMultiPolygon *
atlas_territory_get_shape (AtlasTerritory *self)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), NULL);

  return self->shape;
}

/**
 * atlas_territory_get_segments:
 * @self: a territory
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): the segments of its rings, each once
 */
AtlasSegment *const *
atlas_territory_get_segments (AtlasTerritory *self, guint *n)
{
  g_return_val_if_fail (ATLAS_IS_TERRITORY (self), NULL);

  if (n != NULL)
    *n = self->segments->len;
  return (AtlasSegment *const *) self->segments->pdata;
}

/**
 * atlas_standing_to_string:
 * @standing: a standing
 *
 * Returns: the format's word for it
 */
const char *
atlas_standing_to_string (AtlasStanding standing)
{
  g_return_val_if_fail ((guint) standing <= ATLAS_STANDING_CONTROL, NULL);

  return standing_words[standing];
}
