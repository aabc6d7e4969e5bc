/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <stdio.h>
#include <yajl/yajl_parse.h>

#include "atlas-overlay-feature.h"

#define BLOCK (64 * 1024)

/* Features are told apart by counting how deep their lists and objects go; at the end of the
 * outermost one the parser is stopped. */
static int
opened_cb (void *data)
{
  guint *depth = data;

  (*depth)++;
  return 1;
}

static int
closed_cb (void *data)
{
  guint *depth = data;

  (*depth)--;
  return *depth > 0;
}

static const yajl_callbacks callbacks = {
  .yajl_start_map = opened_cb,
  .yajl_end_map = closed_cb,
  .yajl_start_array = opened_cb,
  .yajl_end_array = closed_cb,
};

/* The text of the object at which @file stands. (nullable) (transfer full) */
static GByteArray *
read_object (FILE *file)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  guint depth = 0;
  yajl_handle parser = yajl_alloc (&callbacks, NULL, &depth);
  yajl_status status = yajl_status_ok;
  gsize length;

  while (status == yajl_status_ok && (length = fread (block, 1, BLOCK, file)) > 0)
    {
      status = yajl_parse (parser, block, length);
      if (status == yajl_status_client_canceled)
        length = yajl_get_bytes_consumed (parser);
      g_byte_array_append (text, block, (guint) length);
    }
  yajl_free (parser);
  return status == yajl_status_client_canceled ? g_steal_pointer (&text) : NULL;
}

static JsonObject *
parse_properties (GByteArray *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *feature;
  JsonNode *properties;

  if (!json_parser_load_from_data (parser, (const char *) text->data, (gssize) text->len, error))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return json_object_new ();
  feature = json_node_get_object (json_parser_get_root (parser));
  properties = json_object_get_member (feature, "properties");
  return properties != NULL && JSON_NODE_HOLDS_OBJECT (properties)
           ? json_node_dup_object (properties)
           : json_object_new ();
}

JsonObject *
atlas_overlay_feature_read (const char *path, goffset offset, GError **error)
{
  FILE *file;
  g_autoptr (GByteArray) text = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = fopen (path, "rb");
  if (file != NULL && fseeko (file, offset, SEEK_SET) == 0)
    text = read_object (file);
  if (file != NULL)
    fclose (file);
  if (text == NULL)
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_UNREADABLE,
                   "%s cannot be read any more",
                   path);
      return NULL;
    }
  return parse_properties (text, error);
}
