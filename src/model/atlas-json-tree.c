/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-json-tree-private.h"

#define BLOCK_SIZE (64u * 1024)
#define ALIGNMENT 8u

struct _AtlasJsonTree
{
  AtlasJsonNode root;
  GPtrArray *blocks;
  char *free_at;
  gsize n_free;
};

AtlasJsonTree *
atlas_json_tree_new (void)
{
  AtlasJsonTree *self = g_new0 (AtlasJsonTree, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
atlas_json_tree_free (AtlasJsonTree *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

const AtlasJsonNode *
atlas_json_tree_get_root (const AtlasJsonTree *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->root;
}

void
atlas_json_tree_set_root (AtlasJsonTree *self, const AtlasJsonNode *root)
{
  self->root = *root;
}

gpointer
atlas_json_tree_allocate (AtlasJsonTree *self, gsize size)
{
  gsize rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  gpointer memory;

  if (rounded > self->n_free)
    {
      /* What is too large for a block has one to itself, and the block before goes on. */
      gboolean large = rounded > BLOCK_SIZE / 4;
      char *block = g_malloc (large ? rounded : BLOCK_SIZE);

      g_ptr_array_add (self->blocks, block);
      if (large)
        return block;
      self->free_at = block;
      self->n_free = BLOCK_SIZE;
    }
  memory = self->free_at;
  self->free_at += rounded;
  self->n_free -= rounded;
  return memory;
}

const AtlasJsonNode *
atlas_json_node_get_member (const AtlasJsonNode *self, const char *name)
{
  if (self == NULL || self->type != ATLAS_JSON_OBJECT)
    return NULL;
  for (guint i = 0; i < self->n; i++)
    if (strcmp (self->members[i].name, name) == 0)
      return &self->members[i].value;
  return NULL;
}

double
atlas_json_node_get_number (const AtlasJsonNode *self)
{
  if (self->type == ATLAS_JSON_INTEGER)
    return (double) self->integer;
  return self->type == ATLAS_JSON_DOUBLE ? self->number : 0.0;
}
