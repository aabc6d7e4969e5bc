/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-map.h"
#include "atlas-tile.h"

struct _AtlasTileMap
{
  GObject parent_instance;

  AtlasTileMapKind kind;
  char *name;
  char *address;
  char *attribution;
  char *link;
  char *key;
  int min_zoom;
  int max_zoom;
};

G_DEFINE_FINAL_TYPE (AtlasTileMap, atlas_tile_map, G_TYPE_OBJECT)

static void
atlas_tile_map_finalize (GObject *object)
{
  AtlasTileMap *self = ATLAS_TILE_MAP (object);

  g_free (self->name);
  g_free (self->address);
  g_free (self->attribution);
  g_free (self->link);
  g_free (self->key);

  G_OBJECT_CLASS (atlas_tile_map_parent_class)->finalize (object);
}

static void
atlas_tile_map_class_init (AtlasTileMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tile_map_finalize;
}

static void
atlas_tile_map_init (AtlasTileMap *self)
{
}

AtlasTileMap *
atlas_tile_map_new (const AtlasTileMapValues *values)
{
  AtlasTileMap *self;

  g_return_val_if_fail (values->name != NULL && values->name[0] != '\0', NULL);
  g_return_val_if_fail (values->address != NULL, NULL);
  g_return_val_if_fail (0 <= values->min_zoom && values->min_zoom <= values->max_zoom &&
                          values->max_zoom <= ATLAS_TILE_MAX_ZOOM,
                        NULL);

  self = g_object_new (ATLAS_TYPE_TILE_MAP, NULL);
  self->kind = values->kind;
  self->name = g_strdup (values->name);
  self->address = g_strdup (values->address);
  self->attribution = g_strdup (values->attribution);
  self->link = g_strdup (values->link);
  self->min_zoom = values->min_zoom;
  self->max_zoom = values->max_zoom;
  self->key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, values->address, -1);
  return self;
}

AtlasTileMap *
atlas_tile_map_new_openstreetmap (void)
{
  return atlas_tile_map_new (&(AtlasTileMapValues){
    .kind = ATLAS_TILE_MAP_ONLINE,
    .name = ATLAS_TILE_MAP_OPENSTREETMAP,
    .address = "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    .attribution = "© OpenStreetMap contributors",
    .link = "https://www.openstreetmap.org/copyright",
    .min_zoom = 0,
    .max_zoom = 19,
  });
}

AtlasTileMapKind
atlas_tile_map_get_kind (AtlasTileMap *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (self), ATLAS_TILE_MAP_ONLINE);

  return self->kind;
}

const char *
atlas_tile_map_get_name (AtlasTileMap *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (self), NULL);

  return self->name;
}

const char *
atlas_tile_map_get_address (AtlasTileMap *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (self), NULL);

  return self->address;
}

const char *
atlas_tile_map_get_attribution (AtlasTileMap *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (self), NULL);

  return self->attribution;
}

const char *
atlas_tile_map_get_link (AtlasTileMap *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (self), NULL);

  return self->link;
}

int
atlas_tile_map_get_min_zoom (AtlasTileMap *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (self), 0);

  return self->min_zoom;
}

int
atlas_tile_map_get_max_zoom (AtlasTileMap *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (self), 0);

  return self->max_zoom;
}

const char *
atlas_tile_map_get_key (AtlasTileMap *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP (self), NULL);

  return self->key;
}
