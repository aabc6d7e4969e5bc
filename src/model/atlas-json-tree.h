/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_JSON_NULL,
  ATLAS_JSON_BOOLEAN,
  ATLAS_JSON_INTEGER,
  ATLAS_JSON_DOUBLE,
  ATLAS_JSON_STRING,
  ATLAS_JSON_LIST,
  ATLAS_JSON_OBJECT,
} AtlasJsonType;

typedef struct _AtlasJsonNode AtlasJsonNode;
typedef struct _AtlasJsonMember AtlasJsonMember;

/**
 * AtlasJsonNode:
 * @type: which member of the union holds the value
 * @n: elements of a list, members of an object
 *
 * A value in a JSON file, 16 bytes. What it points to is the tree's.
 */
struct _AtlasJsonNode
{
  AtlasJsonType type;
  guint n;
  union
  {
    gboolean boolean;
    gint64 integer;
    double number;
    const char *string;
    const AtlasJsonNode *elements;
    const AtlasJsonMember *members; /* in the order of the file; no two of one name */
  };
};

struct _AtlasJsonMember
{
  const char *name;
  guint hash; /* of the name, while the file is read */
  AtlasJsonNode value;
};

/**
 * AtlasJsonTree:
 *
 * A JSON file as it is held while an atlas is read: a few blocks of memory, in which strings stay
 * where they stood in the file. json-glib makes several objects of each value; for an atlas that
 * took longer than all the rest of reading it, and ten times the memory.
 */
typedef struct _AtlasJsonTree AtlasJsonTree;

/* Reads strict JSON in UTF-8, nested no deeper than @max_depth. NULL for anything that is not
 * plainly that, without saying why: json-glib shall decide about it, and find the words. (transfer
 * full) (nullable) */
AtlasJsonTree *atlas_json_tree_new_from_text (const char *text, gsize length, guint max_depth);

/**
 * AtlasJsonLimits:
 * @max_depth: how deep lists and objects may be within one another
 * @max_values: how many values there may be
 * @n_values: (out): how many there were, as far as the text was read
 * @stopped_at: (out): where in the text reading stopped, in bytes; its length if it did not
 *
 * How much a text may ask for, and how far it came.
 */
typedef struct
{
  guint max_depth;
  guint max_values;
  guint n_values;
  gsize stopped_at;
} AtlasJsonLimits;

/* The same, within limits; of a text that has too many values @n_values is @max_values + 1. */
AtlasJsonTree *atlas_json_tree_new_within (const char *text, gsize length, AtlasJsonLimits *limits);

/* The same from json-glib's. (transfer full) */
AtlasJsonTree *atlas_json_tree_new_from_node (JsonNode *root);

void atlas_json_tree_free (AtlasJsonTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasJsonTree, atlas_json_tree_free)

const AtlasJsonNode *atlas_json_tree_get_root (const AtlasJsonTree *self);

/* The member of an object, or NULL where there is none or @self is no object. */
const AtlasJsonNode *atlas_json_node_get_member (const AtlasJsonNode *self, const char *name);

/* A double or an integer as a double; 0 for anything else. */
double atlas_json_node_get_number (const AtlasJsonNode *self);

G_END_DECLS
