/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-json.h"
#include "atlas-text-private.h"

/* The readers of atlas-json.h for values that mean something in an atlas: texts, ids, coordinates.
 */

static gboolean
is_language_tag (const char *tag)
{
  if (!g_ascii_isalpha (tag[0]))
    return FALSE;
  for (const char *p = tag; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  return TRUE;
}

AtlasText *
atlas_json_text (const AtlasJson *self)
{
  g_autoptr (GPtrArray) langs = NULL;
  g_autoptr (GPtrArray) values = NULL;

  if (!atlas_json_is_object (self, FALSE))
    return NULL;
  langs = g_ptr_array_new ();
  values = g_ptr_array_new ();
  for (guint i = 0; i < self->node->n; i++)
    {
      AtlasJson member = atlas_json_member_at (self, i);
      const char *value;

      if (!is_language_tag (member.name))
        atlas_json_complain (&member,
                             ATLAS_PROBLEM_ERROR,
                             ATLAS_DATASET_ERROR_VALUE,
                             "the tag of a language as the name");
      value = atlas_json_need (&member, "a string") ? atlas_json_string (&member) : NULL;
      if (value != NULL)
        {
          g_ptr_array_add (langs, (gpointer) member.name);
          g_ptr_array_add (values, (gpointer) value);
        }
    }
  if (langs->len == 0)
    return NULL;
  return atlas_pool_text (self->context->pool,
                          atlas_text_new_from_arrays ((const char *const *) langs->pdata,
                                                      (const char *const *) values->pdata,
                                                      langs->len));
}

/* Whether the word before the slash of @id is one of those in @kinds, which bars divide. */
static gboolean
is_of_kind (const char *id, const char *kinds)
{
  const char *slash = strchr (id, '/');
  gsize length = slash != NULL ? (gsize) (slash - id) : 0;

  for (const char *p = kinds; length > 0 && p != NULL; p = strchr (p, '|'))
    {
      if (*p == '|')
        p++;
      if (strncmp (p, id, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

const char *
atlas_json_id (const AtlasJson *self, const char *kinds)
{
  const char *id = atlas_json_string (self);
  g_autofree char *words = NULL;

  if (id == NULL)
    return NULL;
  if (kinds != NULL && !is_of_kind (id, kinds))
    {
      g_auto (GStrv) parts = g_strsplit (kinds, "|", -1);

      words = g_strjoinv (" or a ", parts);
      atlas_json_complain (self,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_REFERENCE,
                           "the id of a %s",
                           words);
      return NULL;
    }
  if (self->context->ids != NULL && !g_hash_table_contains (self->context->ids, id))
    {
      atlas_json_complain (self,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_REFERENCE,
                           "an id that is in the atlas");
      return NULL;
    }
  return id;
}

guint
atlas_json_length_up_to (const AtlasJson *self, guint max)
{
  guint n = atlas_json_length (self);

  if (n <= max)
    return n;
  atlas_json_complain (self,
                       ATLAS_PROBLEM_ERROR,
                       ATLAS_DATASET_ERROR_TOO_LARGE,
                       "at most %u elements",
                       max);
  return max;
}

const char *const *
atlas_json_ids (const AtlasJson *self, const char *kinds)
{
  guint n = atlas_json_length (self);
  const char **ids = atlas_pool_array (self->context->pool, n + 1, sizeof (char *));
  guint filled = 0;

  for (guint i = 0; i < n; i++)
    {
      AtlasJson element = atlas_json_element (self, i);
      const char *id = atlas_json_need (&element, "an id") ? atlas_json_id (&element, kinds) : NULL;

      if (id != NULL)
        ids[filled++] = id;
    }
  return ids;
}

static gboolean
read_point (const AtlasJson *self, AtlasPoint *point)
{
  guint before = self->context->problems->len;
  guint n = atlas_json_is_list (self, TRUE) ? atlas_json_length (self) : 0;
  AtlasJson lon;
  AtlasJson lat;

  if (n != 2 && n != 3)
    {
      if (self->context->problems->len == before)
        atlas_json_complain (self,
                             ATLAS_PROBLEM_ERROR,
                             ATLAS_DATASET_ERROR_VALUE,
                             "a longitude and a latitude");
      return FALSE;
    }
  lon = atlas_json_element (self, 0);
  lat = atlas_json_element (self, 1);
  if (!atlas_json_need (&lon, "a longitude") || !atlas_json_need (&lat, "a latitude"))
    return FALSE;
  point->lon = atlas_json_number (&lon, 0.0, -180.0, 180.0);
  point->lat = atlas_json_number (&lat, 0.0, -90.0, 90.0);
  return self->context->problems->len == before;
}

AtlasPoint *
atlas_json_points (const AtlasJson *geometry, const char *type, guint *n)
{
  gboolean single = strcmp (type, "Point") == 0;
  const char *const words[] = { type, NULL };
  AtlasJson coordinates = atlas_json_member (geometry, "coordinates");
  guint before = geometry->context->problems->len;
  AtlasPoint *points;

  *n = 0;
  if (!atlas_json_is_object (geometry, TRUE))
    return NULL;
  atlas_json_need_enum (geometry, "type", words);
  if (geometry->context->problems->len != before || !atlas_json_is_list (&coordinates, TRUE))
    return NULL;
  *n = single ? 1 : atlas_json_length (&coordinates);
  if (!single && *n < 2)
    {
      atlas_json_complain (&coordinates,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_VALUE,
                           "two points or more");
      *n = 0;
      return NULL;
    }
  points = atlas_pool_array (geometry->context->pool, *n, sizeof (AtlasPoint));
  for (guint i = 0; i < *n; i++)
    {
      AtlasJson element = single ? coordinates : atlas_json_element (&coordinates, i);

      if (!read_point (&element, &points[i]))
        {
          *n = 0;
          return NULL;
        }
    }
  return points;
}

AtlasText *
atlas_json_get_text (const AtlasJson *self, const char *name)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_text (&member);
}

const char *
atlas_json_get_id (const AtlasJson *self, const char *name, const char *kinds)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_id (&member, kinds);
}

const char *
atlas_json_need_id (const AtlasJson *self, const char *name, const char *kinds)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_need (&member, "an id") ? atlas_json_id (&member, kinds) : NULL;
}

const char *const *
atlas_json_get_ids (const AtlasJson *self, const char *name, const char *kinds)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_ids (&member, kinds);
}
