/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-edtf.h"
#include "atlas-geo.h"
#include "atlas-json-tree.h"
#include "atlas-pool.h"
#include "atlas-problem.h"

G_BEGIN_DECLS

/**
 * AtlasJsonContext:
 * @pool: where strings and lists go
 * @ids: (nullable) (element-type utf8 gpointer): what references may name
 * @problems: (element-type AtlasProblem): what has gone wrong so far
 * @file: the file that is read, relative to the atlas
 * @id: (nullable): the record that is read
 * @max_problems: problems beyond this many are dropped, so that a hostile file cannot fill the
 * memory
 * @n_ring_points: points of all rings that have been joined so far; few words can ask for many
 *
 * What the readers below share. They never stop at a problem: they note it and return something
 * harmless (NULL, 0, an absent node). The one who wants to stop at the first looks at @problems
 * between records; the one who wants all of them reads on.
 */
typedef struct
{
  AtlasPool *pool;
  GHashTable *ids;
  GPtrArray *problems;
  const char *file;
  const char *id;
  guint max_problems;
  gsize n_ring_points;
} AtlasJsonContext;

/**
 * AtlasJson:
 *
 * A place in a JSON file: a value on the stack that knows the way back to the root, so that the
 * path is only spelled out when there is something to complain about. An absent node (and null) has
 * @node NULL.
 */
typedef struct _AtlasJson AtlasJson;
struct _AtlasJson
{
  AtlasJsonContext *context;
  const AtlasJson *parent;
  const char *name; /* NULL for an element of a list */
  guint index;
  gboolean in_properties; /* the member of a feature that was found under "properties" */
  const AtlasJsonNode *node;
};

AtlasJson atlas_json_root (AtlasJsonContext *context, const AtlasJsonNode *node);

/* The member @name. What begins with "atlas:" may also stand under "properties" of a feature, where
 * plain GeoJSON tools see it. */
AtlasJson atlas_json_member (const AtlasJson *self, const char *name);
AtlasJson atlas_json_element (const AtlasJson *self, guint index);

/* The member that stands at @index in an object that has so many. */
AtlasJson atlas_json_member_at (const AtlasJson *self, guint index);

static inline gboolean
atlas_json_is_absent (const AtlasJson *self)
{
  return self->node == NULL;
}

/* Such as $.features[3].when.timespans[0]. (transfer full) */
char *atlas_json_path (const AtlasJson *self);

/* Notes a problem here; @expected says what should have been found. */
void atlas_json_complain (const AtlasJson *self,
                          AtlasProblemSeverity severity,
                          AtlasDatasetError code,
                          const char *expected,
                          ...) G_GNUC_PRINTF (4, 5);

/* Whether there is an object (a list) here; complains where there is something else, and for
 * nothing only if @needed. */
gboolean atlas_json_is_object (const AtlasJson *self, gboolean needed);
gboolean atlas_json_is_list (const AtlasJson *self, gboolean needed);

/* Elements of a list; 0 where it is absent or, with a complaint, no list. */
guint atlas_json_length (const AtlasJson *self);

/* The same for a list that may have @max elements; complains of more, which shall not be read. */
guint atlas_json_length_up_to (const AtlasJson *self, guint max);

/* The value here. All return the fallback (NULL) where it is absent, and complain where it is of
 * another type. Strings are the pool's. */
const char *atlas_json_string (const AtlasJson *self);
double atlas_json_number (const AtlasJson *self, double fallback, double low, double high);
gboolean atlas_json_boolean (const AtlasJson *self);
guint atlas_json_enum (const AtlasJson *self, const char *const *words, guint fallback);
AtlasText *atlas_json_text (const AtlasJson *self);

/* A list of strings, ended by NULL; also a single string. Never NULL. */
const char *const *atlas_json_strings (const AtlasJson *self);

/* An id that must be in the atlas; @kinds are the words before the slash that are allowed, as in
 * "person|polity". */
const char *atlas_json_id (const AtlasJson *self, const char *kinds);
const char *const *atlas_json_ids (const AtlasJson *self, const char *kinds);

/* An EDTF text; FALSE where it is absent or, with a complaint, not EDTF. */
gboolean atlas_json_edtf (const AtlasJson *self, const char **text, AtlasEdtf *edtf);

/* Coordinates of a GeoJSON Point (@n is 1) or LineString: degrees in range, finite. NULL with a
 * complaint otherwise. */
AtlasPoint *atlas_json_points (const AtlasJson *geometry, const char *type, guint *n);

/* The same for a member of an object; those that need one complain where it is absent. */
const char *atlas_json_get_string (const AtlasJson *self, const char *name);
const char *atlas_json_need_string (const AtlasJson *self, const char *name);
double atlas_json_get_number (const AtlasJson *self,
                              const char *name,
                              double fallback,
                              double low,
                              double high);
gboolean atlas_json_get_boolean (const AtlasJson *self, const char *name);
guint atlas_json_get_enum (const AtlasJson *self,
                           const char *name,
                           const char *const *words,
                           guint fallback);
guint atlas_json_need_enum (const AtlasJson *self, const char *name, const char *const *words);
AtlasText *atlas_json_get_text (const AtlasJson *self, const char *name);
const char *atlas_json_get_id (const AtlasJson *self, const char *name, const char *kinds);
const char *atlas_json_need_id (const AtlasJson *self, const char *name, const char *kinds);
const char *const *atlas_json_get_ids (const AtlasJson *self, const char *name, const char *kinds);

/* Complains if the node is absent; whether it is there. */
gboolean atlas_json_need (const AtlasJson *self, const char *expected);

G_END_DECLS
