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
  char *text;
  GPtrArray *blocks;
  char *free_at;
  gsize n_free;
};

/* A text is taken over. */
AtlasJsonTree *
atlas_json_tree_new (char *text)
{
  AtlasJsonTree *self = g_new0 (AtlasJsonTree, 1);

  self->text = text;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
atlas_json_tree_free (AtlasJsonTree *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
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
atlas_json_tree_copy (AtlasJsonTree *self, gconstpointer data, gsize size)
{
  gsize rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  gpointer copy;

  if (size == 0)
    return NULL;
  if (rounded > self->n_free)
    {
      /* What is too large for a block has one to itself, and the block before goes on. */
      gboolean large = rounded > BLOCK_SIZE / 4;
      char *block = g_malloc (large ? rounded : BLOCK_SIZE);

      g_ptr_array_add (self->blocks, block);
      if (large)
        return memcpy (block, data, size);
      self->free_at = block;
      self->n_free = BLOCK_SIZE;
    }
  copy = memcpy (self->free_at, data, size);
  self->free_at += rounded;
  self->n_free -= rounded;
  return copy;
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

static AtlasJsonNode convert (AtlasJsonTree *self, JsonNode *node);

static void
convert_list (AtlasJsonTree *self, JsonArray *array, AtlasJsonNode *result)
{
  guint n = json_array_get_length (array);
  g_autofree AtlasJsonNode *elements = g_new (AtlasJsonNode, n);

  for (guint i = 0; i < n; i++)
    elements[i] = convert (self, json_array_get_element (array, i));
  result->n = n;
  result->elements = atlas_json_tree_copy (self, elements, n * sizeof *elements);
}

static void
convert_object (AtlasJsonTree *self, JsonObject *object, AtlasJsonNode *result)
{
  guint n = json_object_get_size (object), i = 0;
  g_autofree AtlasJsonMember *members = g_new0 (AtlasJsonMember, n);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      members[i].name = atlas_json_tree_copy (self, name, strlen (name) + 1);
      members[i++].value = convert (self, value);
    }
  result->n = n;
  result->members = atlas_json_tree_copy (self, members, n * sizeof *members);
}

static void
convert_value (AtlasJsonTree *self, JsonNode *node, AtlasJsonNode *result)
{
  GType type = json_node_get_value_type (node);
  const char *string;

  if (type == G_TYPE_BOOLEAN)
    {
      result->type = ATLAS_JSON_BOOLEAN;
      result->boolean = json_node_get_boolean (node);
    }
  else if (type == G_TYPE_INT64)
    {
      result->type = ATLAS_JSON_INTEGER;
      result->integer = json_node_get_int (node);
    }
  else if (type == G_TYPE_DOUBLE)
    {
      result->type = ATLAS_JSON_DOUBLE;
      result->number = json_node_get_double (node);
    }
  else
    {
      string = json_node_get_string (node);
      result->type = ATLAS_JSON_STRING;
      result->string = atlas_json_tree_copy (self, string, strlen (string) + 1);
    }
}

static AtlasJsonNode
convert (AtlasJsonTree *self, JsonNode *node)
{
  AtlasJsonNode result = { .type = ATLAS_JSON_NULL };

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      result.type = ATLAS_JSON_OBJECT;
      convert_object (self, json_node_get_object (node), &result);
      break;
    case JSON_NODE_ARRAY:
      result.type = ATLAS_JSON_LIST;
      convert_list (self, json_node_get_array (node), &result);
      break;
    case JSON_NODE_VALUE:
      convert_value (self, node, &result);
      break;
    case JSON_NODE_NULL:
    default:
      break;
    }
  return result;
}

AtlasJsonTree *
atlas_json_tree_new_from_node (JsonNode *root)
{
  AtlasJsonTree *self;
  AtlasJsonNode converted;

  g_return_val_if_fail (root != NULL, NULL);

  self = atlas_json_tree_new (NULL);
  converted = convert (self, root);
  atlas_json_tree_set_root (self, &converted);
  return self;
}
