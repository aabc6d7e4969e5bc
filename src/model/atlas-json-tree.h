/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset-error.h"

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
  AtlasJsonNode value;
};

/**
 * AtlasJsonTree:
 *
 * A JSON file as it is held while an atlas is read: a few blocks of memory that go at once. Of
 * json-glib's tree, several objects for each value, an atlas took ten times the memory.
 */
typedef struct _AtlasJsonTree AtlasJsonTree;

/**
 * AtlasJsonLimits:
 * @max_depth: how deep lists and objects may be within one another
 * @max_values: how many values there may be
 * @n_values: (out): how many there were, as far as the text was read
 *
 * How much a text may ask for, and how much of it there was.
 */
typedef struct
{
  guint max_depth;
  guint max_values;
  guint n_values;
} AtlasJsonLimits;

/**
 * atlas_json_tree_new_from_text:
 * @text: strict JSON in UTF-8, without a byte order mark
 * @length: bytes of @text
 * @limits: (inout): what it may ask for
 * @error: SYNTAX or TOO_LARGE, with the line
 *
 * Reads with yajl. Beyond what JSON demands, no name may come twice in an object.
 *
 * Returns: (transfer full) (nullable):
 */
AtlasJsonTree *atlas_json_tree_new_from_text (const char *text,
                                              gsize length,
                                              AtlasJsonLimits *limits,
                                              GError **error);

void atlas_json_tree_free (AtlasJsonTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasJsonTree, atlas_json_tree_free)

const AtlasJsonNode *atlas_json_tree_get_root (const AtlasJsonTree *self);

/* The member of an object, or NULL where there is none or @self is no object. */
const AtlasJsonNode *atlas_json_node_get_member (const AtlasJsonNode *self, const char *name);

/* A double or an integer as a double; 0 for anything else. */
double atlas_json_node_get_number (const AtlasJsonNode *self);

G_END_DECLS
