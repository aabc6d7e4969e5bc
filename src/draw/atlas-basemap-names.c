/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <json-glib/json-glib.h>

#include "atlas-basemap-private.h"

static const char *const class_names[] = { "range", "desert", "area", "water", "peak" };

static void
clear_name (gpointer data)
{
  AtlasPhysicalName *name = data;

  g_clear_pointer (&name->text, atlas_text_unref);
  g_clear_pointer (&name->points, g_free);
}

static gboolean
fail (GError **error, guint i, const char *what)
{
  g_set_error (error,
               ATLAS_BASEMAP_ERROR,
               ATLAS_BASEMAP_ERROR_CORRUPT,
               "features[%u]: %s",
               i,
               what);
  return FALSE;
}

static JsonNode *
get_typed (JsonObject *object, const char *member, JsonNodeType type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

static JsonObject *
get_object (JsonObject *object, const char *member)
{
  JsonNode *node = get_typed (object, member, JSON_NODE_OBJECT);

  return node != NULL ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object, const char *member)
{
  JsonNode *node = get_typed (object, member, JSON_NODE_ARRAY);

  return node != NULL ? json_node_get_array (node) : NULL;
}

static const char *
get_string (JsonObject *object, const char *member)
{
  JsonNode *node = get_typed (object, member, JSON_NODE_VALUE);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gboolean
get_number (JsonObject *object, const char *member, double *value)
{
  JsonNode *node = get_typed (object, member, JSON_NODE_VALUE);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *value = json_node_get_double (node);
  return TRUE;
}

static gboolean
read_point (JsonArray *pair, AtlasNamePoint *point)
{
  double values[2];

  if (pair == NULL || json_array_get_length (pair) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      JsonNode *node = json_array_get_element (pair, i);
      GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

      if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
        return FALSE;
      values[i] = json_node_get_double (node);
    }
  *point = (AtlasNamePoint){ values[0], values[1] };
  return ABS (point->lon) <= 180.0 && ABS (point->lat) <= 85.0;
}

static gboolean
read_geometry (JsonObject *geometry, AtlasPhysicalName *name)
{
  const char *type = get_string (geometry, "type");
  JsonArray *coordinates = get_array (geometry, "coordinates");

  if (type == NULL || coordinates == NULL)
    return FALSE;
  if (g_str_equal (type, "Point"))
    {
      name->n_points = 1;
      name->points = g_new0 (AtlasNamePoint, 1);
      return read_point (coordinates, name->points);
    }
  name->n_points = json_array_get_length (coordinates);
  if (!g_str_equal (type, "LineString") || name->n_points < 2)
    return FALSE;
  name->points = g_new0 (AtlasNamePoint, name->n_points);
  for (guint i = 0; i < name->n_points; i++)
    {
      JsonNode *node = json_array_get_element (coordinates, i);

      if (!JSON_NODE_HOLDS_ARRAY (node) ||
          !read_point (json_node_get_array (node), &name->points[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_class (const char *text, AtlasNameClass *name_class)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (class_names); i++)
    if (g_str_equal (text, class_names[i]))
      {
        *name_class = (AtlasNameClass) i;
        return TRUE;
      }
  return FALSE;
}

/* The names in the languages of the atlas; English is the one that must be there. */
static AtlasText *
read_text (JsonObject *names)
{
  static const char *const tags[] = { "en", "zh-Hant", "zh-Hans", "ru" };
  const char *pairs[2 * G_N_ELEMENTS (tags)] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const char *text = get_string (names, tags[i]);

      if (text == NULL || *text == '\0')
        continue;
      pairs[n++] = tags[i];
      pairs[n++] = text;
    }
  if (n == 0 || !g_str_equal (pairs[0], "en"))
    return NULL;
  return atlas_text_new (pairs[0],
                         pairs[1],
                         pairs[2],
                         pairs[3],
                         pairs[4],
                         pairs[5],
                         pairs[6],
                         pairs[7],
                         NULL);
}

static gboolean
read_name (JsonNode *node, guint i, AtlasPhysicalName *name, GError **error)
{
  JsonObject *feature = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *properties = get_object (feature, "properties");
  double rank;

  if (properties == NULL)
    return fail (error, i, "has no properties");
  if (!read_class (get_string (properties, "class"), &name->name_class))
    return fail (error, i, "class is not range, desert, area, water or peak");
  if (!get_number (properties, "rank", &rank) || rank < 1.0 || rank > 5.0)
    return fail (error, i, "rank is not a number from 1 to 5");
  name->rank = (int) rank;
  if (!get_number (properties, "min_zoom", &name->min_zoom) ||
      !get_number (properties, "max_zoom", &name->max_zoom) || name->max_zoom <= name->min_zoom)
    return fail (error, i, "min_zoom and max_zoom are not two growing numbers");
  name->text = read_text (get_object (properties, "name"));
  if (name->text == NULL)
    return fail (error, i, "name has no English text");
  if (!read_geometry (get_object (feature, "geometry"), name))
    return fail (error, i, "geometry is not a Point or LineString in degrees");
  return TRUE;
}

static int
compare_rank (gconstpointer a, gconstpointer b)
{
  return ((const AtlasPhysicalName *) a)->rank - ((const AtlasPhysicalName *) b)->rank;
}

GArray *
atlas_physical_names_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GArray) names = g_array_new (FALSE, TRUE, sizeof (AtlasPhysicalName));
  JsonNode *root;
  JsonArray *features;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_array_set_clear_func (names, clear_name);
  if (!json_parser_load_from_data (parser, data, (gssize) size, error))
    return NULL;
  root = json_parser_get_root (parser);
  features = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
               ? get_array (json_node_get_object (root), "features")
               : NULL;
  if (features == NULL)
    {
      g_set_error_literal (error,
                           ATLAS_BASEMAP_ERROR,
                           ATLAS_BASEMAP_ERROR_CORRUPT,
                           "has no features");
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      AtlasPhysicalName name = { 0 };
      gboolean good = read_name (json_array_get_element (features, i), i, &name, error);

      g_array_append_val (names, name);
      if (!good)
        return NULL;
    }
  /* Stable for equal ranks, since the order of the file is then the order of claim. */
  g_array_sort (names, compare_rank);
  return g_steal_pointer (&names);
}
