/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-attribution.h"
#include "atlas-tile-map-list.h"
#include "atlas-tile-template.h"
#include "atlas-tile.h"

/* The group of what is no map. */
#define GENERAL "General"
#define MOST_MAPS 100

struct _AtlasTileMapList
{
  GObject parent_instance;

  char *path;
  GPtrArray *maps;
  gboolean openstreetmap_allowed;
};

G_DEFINE_QUARK (atlas_tile_map_list_error, atlas_tile_map_list_error)

static GType
get_item_type (GListModel *model)
{
  return ATLAS_TYPE_TILE_MAP;
}

static guint
get_n_items (GListModel *model)
{
  return ATLAS_TILE_MAP_LIST (model)->maps->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *maps = ATLAS_TILE_MAP_LIST (model)->maps;

  return position < maps->len ? g_object_ref (maps->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasTileMapList,
                               atlas_tile_map_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* What is written as it is read: the names of the two kinds. */
static const char *const kinds[] = { "server", "mbtiles" };

static gboolean
read_kind (GKeyFile *file, const char *group, AtlasTileMapKind *kind)
{
  g_autofree char *word = g_key_file_get_string (file, group, "kind", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (word, kinds[i]) == 0)
      {
        *kind = (AtlasTileMapKind) i;
        return TRUE;
      }
  return FALSE;
}

/* A map as it was kept; NULL where somebody has put something there that is none. */
static AtlasTileMap *
read_map (GKeyFile *file, const char *group)
{
  g_autofree char *name = g_key_file_get_string (file, group, "name", NULL);
  g_autofree char *address = g_key_file_get_string (file, group, "address", NULL);
  g_autofree char *attribution = g_key_file_get_string (file, group, "attribution", NULL);
  g_autofree char *link = g_key_file_get_string (file, group, "link", NULL);
  AtlasTileMapValues values = {
    .name = name,
    .address = address,
    .attribution = attribution,
    .link = atlas_attribution_is_link (link) ? link : NULL,
    .min_zoom = g_key_file_get_integer (file, group, "min-zoom", NULL),
    .max_zoom = g_key_file_get_integer (file, group, "max-zoom", NULL),
  };

  if (!read_kind (file, group, &values.kind) || name == NULL || name[0] == '\0' ||
      address == NULL || values.min_zoom < 0 || values.min_zoom > values.max_zoom ||
      values.max_zoom > ATLAS_TILE_MAX_ZOOM)
    return NULL;
  if (values.kind == ATLAS_TILE_MAP_ONLINE && !atlas_tile_template_check (address, NULL))
    return NULL;
  return atlas_tile_map_new (&values);
}

static void
load (AtlasTileMapList *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (self->path == NULL || !g_key_file_load_from_file (file, self->path, G_KEY_FILE_NONE, NULL))
    return;
  self->openstreetmap_allowed =
    g_key_file_get_boolean (file, GENERAL, "openstreetmap-allowed", NULL);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL && self->maps->len < MOST_MAPS; i++)
    {
      g_autoptr (AtlasTileMap) map = read_map (file, groups[i]);

      if (map != NULL && atlas_tile_map_list_lookup (self, atlas_tile_map_get_name (map)) == NULL)
        g_ptr_array_add (self->maps, g_steal_pointer (&map));
    }
}

static void
write_string (GKeyFile *file, const char *group, const char *key, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, group, key, value);
}

static void
write_map (GKeyFile *file, guint number, AtlasTileMap *map)
{
  g_autofree char *group = g_strdup_printf ("Map %u", number);

  write_string (file, group, "kind", kinds[atlas_tile_map_get_kind (map)]);
  write_string (file, group, "name", atlas_tile_map_get_name (map));
  write_string (file, group, "address", atlas_tile_map_get_address (map));
  write_string (file, group, "attribution", atlas_tile_map_get_attribution (map));
  write_string (file, group, "link", atlas_tile_map_get_link (map));
  g_key_file_set_integer (file, group, "min-zoom", atlas_tile_map_get_min_zoom (map));
  g_key_file_set_integer (file, group, "max-zoom", atlas_tile_map_get_max_zoom (map));
}

static void
save (AtlasTileMapList *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->path == NULL)
    return;
  g_key_file_set_boolean (file, GENERAL, "openstreetmap-allowed", self->openstreetmap_allowed);
  for (guint i = 1; i < self->maps->len; i++)
    write_map (file, i, self->maps->pdata[i]);
  text = g_key_file_to_data (file, NULL, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (self->path,
                                 text,
                                 -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600,
                                 &error))
    g_message ("The list of maps is not kept: %s", error->message);
}

static void
atlas_tile_map_list_finalize (GObject *object)
{
  AtlasTileMapList *self = ATLAS_TILE_MAP_LIST (object);

  g_free (self->path);
  g_ptr_array_unref (self->maps);

  G_OBJECT_CLASS (atlas_tile_map_list_parent_class)->finalize (object);
}

static void
atlas_tile_map_list_class_init (AtlasTileMapListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tile_map_list_finalize;
}

static void
atlas_tile_map_list_init (AtlasTileMapList *self)
{
  self->maps = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->maps, atlas_tile_map_new_openstreetmap ());
}

AtlasTileMapList *
atlas_tile_map_list_new (const char *path)
{
  AtlasTileMapList *self = g_object_new (ATLAS_TYPE_TILE_MAP_LIST, NULL);

  self->path = g_strdup (path);
  load (self);
  return self;
}

AtlasTileMap *
atlas_tile_map_list_lookup (AtlasTileMapList *self, const char *name)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP_LIST (self), NULL);

  for (guint i = 0; i < self->maps->len; i++)
    if (g_strcmp0 (atlas_tile_map_get_name (self->maps->pdata[i]), name) == 0)
      return self->maps->pdata[i];
  return NULL;
}

gboolean
atlas_tile_map_list_add (AtlasTileMapList *self, AtlasTileMap *map, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP_LIST (self) && ATLAS_IS_TILE_MAP (map), FALSE);

  if (atlas_tile_map_list_lookup (self, atlas_tile_map_get_name (map)) != NULL)
    {
      g_set_error_literal (error,
                           ATLAS_TILE_MAP_LIST_ERROR,
                           ATLAS_TILE_MAP_LIST_ERROR_NAME,
                           _ ("Another map has this name"));
      return FALSE;
    }
  g_ptr_array_add (self->maps, g_object_ref (map));
  save (self);
  g_list_model_items_changed (G_LIST_MODEL (self), self->maps->len - 1, 0, 1);
  return TRUE;
}

AtlasTileMap *
atlas_tile_map_list_add_renamed (AtlasTileMapList *self, AtlasTileMap *map)
{
  g_autofree char *name = NULL;
  g_autoptr (AtlasTileMap) renamed = NULL;

  g_return_val_if_fail (ATLAS_IS_TILE_MAP_LIST (self) && ATLAS_IS_TILE_MAP (map), NULL);

  name = g_strdup (atlas_tile_map_get_name (map));
  for (guint i = 2; atlas_tile_map_list_lookup (self, name) != NULL; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", atlas_tile_map_get_name (map), i);
    }
  renamed = atlas_tile_map_new (&(AtlasTileMapValues){
    .kind = atlas_tile_map_get_kind (map),
    .name = name,
    .address = atlas_tile_map_get_address (map),
    .attribution = atlas_tile_map_get_attribution (map),
    .link = atlas_tile_map_get_link (map),
    .min_zoom = atlas_tile_map_get_min_zoom (map),
    .max_zoom = atlas_tile_map_get_max_zoom (map),
  });
  atlas_tile_map_list_add (self, renamed, NULL);
  return renamed;
}

gboolean
atlas_tile_map_list_is_own (AtlasTileMapList *self, guint position)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP_LIST (self), FALSE);

  return position > 0 && position < self->maps->len;
}

void
atlas_tile_map_list_remove (AtlasTileMapList *self, guint position)
{
  g_return_if_fail (ATLAS_IS_TILE_MAP_LIST (self));
  g_return_if_fail (atlas_tile_map_list_is_own (self, position));

  g_ptr_array_remove_index (self->maps, position);
  save (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

void
atlas_tile_map_list_move (AtlasTileMapList *self, guint position, int by)
{
  guint first, last;
  gpointer map;

  g_return_if_fail (ATLAS_IS_TILE_MAP_LIST (self));
  g_return_if_fail (by == 1 || by == -1);

  first = by > 0 ? position : position - 1;
  last = first + 1;
  if (!atlas_tile_map_list_is_own (self, first) || !atlas_tile_map_list_is_own (self, last))
    return;
  map = self->maps->pdata[first];
  self->maps->pdata[first] = self->maps->pdata[last];
  self->maps->pdata[last] = map;
  save (self);
  g_list_model_items_changed (G_LIST_MODEL (self), first, 2, 2);
}

static gboolean
is_openstreetmap (AtlasTileMapList *self, AtlasTileMap *map)
{
  return map == self->maps->pdata[0];
}

gboolean
atlas_tile_map_list_is_allowed (AtlasTileMapList *self, AtlasTileMap *map)
{
  g_return_val_if_fail (ATLAS_IS_TILE_MAP_LIST (self) && ATLAS_IS_TILE_MAP (map), FALSE);

  return !is_openstreetmap (self, map) || self->openstreetmap_allowed;
}

void
atlas_tile_map_list_allow (AtlasTileMapList *self, AtlasTileMap *map)
{
  g_return_if_fail (ATLAS_IS_TILE_MAP_LIST (self) && ATLAS_IS_TILE_MAP (map));

  if (atlas_tile_map_list_is_allowed (self, map))
    return;
  self->openstreetmap_allowed = TRUE;
  save (self);
  /* It is another entry now for those who wait for it. */
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 1, 1);
}
