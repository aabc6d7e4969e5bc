/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "atlas-decimal.h"
#include "atlas-geojson-shape.h"
#include "atlas-geojson.h"
#include "atlas-overlay-time.h"

#define BLOCK (256 * 1024)
/* Objects and lists within one another; a MultiPolygon needs nine. */
#define MOST_DEPTH 64
/* How much of a file is looked at to see what it is. */
#define BEGINNING 4096

/* Where in the file the parser is. */
typedef enum
{
  IN_FILE,
  IN_FEATURES,
  IN_FEATURE,
  IN_GEOMETRY,
  IN_GEOMETRIES,
  IN_COORDINATES,
  IN_PROPERTIES,
  IN_OTHER,
} Place;

/* What the value that comes next is. */
typedef enum
{
  KEY_NONE,
  KEY_TYPE,
  KEY_FEATURES,
  KEY_GEOMETRY,
  KEY_GEOMETRIES,
  KEY_COORDINATES,
  KEY_PROPERTIES,
  KEY_START,
  KEY_END,
  KEY_GROUP,
} Key;

static const struct
{
  const char *name;
  Key key;
} keys[] = {
  { "type", KEY_TYPE },
  { "features", KEY_FEATURES },
  { "geometry", KEY_GEOMETRY },
  { "geometries", KEY_GEOMETRIES },
  { "coordinates", KEY_COORDINATES },
  { "properties", KEY_PROPERTIES },
};

static const char *const groups[] = { "group", "campaign", "category", "kind", "type" };

typedef struct
{
  const char *path;
  char *group_by; /* (nullable) until a feature has one of the usual names */
  AtlasOverlayDraft *draft;

  Place places[MOST_DEPTH];
  guint depth;
  Key key;
  yajl_handle parser;
  goffset block; /* where in the file the block begins that the parser has */

  AtlasGeojsonShape shape;
  goffset offset; /* where the feature begins */
  guint n_features;
  gboolean is_collection;
  gboolean is_feature; /* the file is a single one */
  guint first_point;   /* of this feature, in the columns */
  AtlasTimeSpan start, end;
  int group;     /* -1 where it names none */
  char *problem; /* (nullable): why this feature cannot be used */
  char *fatal;   /* (nullable): why this file cannot */
} Reader;

static goffset
get_offset (const Reader *self)
{
  return self->block + (goffset) yajl_get_bytes_consumed (self->parser);
}

/* "FILE, line 3, column 14". The file is read again for that, which nobody minds who made a
 * mistake. (transfer full) */
static char *
describe_place (const char *path, goffset offset)
{
  FILE *file = fopen (path, "rb");
  guint64 line = 1, column = 1;
  int c;

  while (file != NULL && offset-- > 0 && (c = getc_unlocked (file)) != EOF)
    {
      column = c == '\n' ? 1 : column + 1;
      line += c == '\n';
    }
  if (file != NULL)
    fclose (file);
  return g_strdup_printf ("%s, line %" G_GUINT64_FORMAT ", column %" G_GUINT64_FORMAT,
                          path,
                          line,
                          column);
}

static void
note_problem (Reader *self, char *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
  else
    g_free (problem);
}

static void
begin_feature (Reader *self)
{
  self->offset = get_offset (self) - 1;
  self->n_features++;
  self->first_point = self->draft->places->len;
  self->start = (AtlasTimeSpan){ ATLAS_DAY_OPEN_PAST, ATLAS_DAY_OPEN_PAST };
  self->end = (AtlasTimeSpan){ ATLAS_DAY_OPEN_FUTURE, ATLAS_DAY_OPEN_FUTURE };
  self->group = -1;
}

/* Takes back what the feature has brought so far. */
static void
leave_out (Reader *self)
{
  AtlasOverlayDraft *draft = self->draft;
  guint n_rings = g_array_index (draft->first_ring, guint, draft->area_spans->len);
  g_autofree char *place = NULL;

  g_array_set_size (draft->places, self->first_point);
  g_array_set_size (draft->first_vertex, n_rings + 1);
  g_array_set_size (draft->vertices, g_array_index (draft->first_vertex, guint, n_rings));
  draft->n_left_out++;
  if (draft->first_left_out == NULL)
    {
      place = describe_place (self->path, self->offset);
      draft->first_left_out =
        g_strdup_printf ("%s, feature %u: %s", place, self->n_features, self->problem);
    }
  g_clear_pointer (&self->problem, g_free);
}

static void
end_feature (Reader *self)
{
  AtlasOverlayDraft *draft = self->draft;
  AtlasTimeSpan span = { self->start.begin, self->end.end };
  guint n_rings = g_array_index (draft->first_ring, guint, draft->area_spans->len);
  guint8 group;

  if (self->problem == NULL && atlas_time_span_is_empty (span))
    note_problem (self, g_strdup ("it ends before it starts"));
  if (self->problem == NULL && draft->places->len == self->first_point &&
      draft->first_vertex->len == n_rings + 1)
    note_problem (self, g_strdup ("it has no place"));
  if (self->problem != NULL)
    {
      leave_out (self);
      return;
    }
  group = self->group >= 0 ? (guint8) self->group : atlas_overlay_draft_get_group (draft, "", 0);
  for (guint i = self->first_point; i < draft->places->len; i++)
    {
      g_array_append_val (draft->spans, span);
      g_array_append_val (draft->groups, group);
      g_array_append_val (draft->offsets, self->offset);
    }
  if (draft->first_vertex->len == n_rings + 1)
    return;
  n_rings = draft->first_vertex->len - 1;
  g_array_append_val (draft->first_ring, n_rings);
  g_array_append_val (draft->area_spans, span);
  g_array_append_val (draft->area_groups, group);
  g_array_append_val (draft->area_offsets, self->offset);
}

/* What a list or an object is that begins now. */
static Place
find_place (const Reader *self, gboolean is_object)
{
  Place parent = self->depth > 0 ? self->places[self->depth - 1] : IN_OTHER;

  switch (parent)
    {
    case IN_FILE:
      if (self->key == KEY_FEATURES && !is_object)
        return IN_FEATURES;
      G_GNUC_FALLTHROUGH;
    case IN_FEATURE:
      if (self->key == KEY_GEOMETRY && is_object)
        return IN_GEOMETRY;
      return self->key == KEY_PROPERTIES && is_object ? IN_PROPERTIES : IN_OTHER;
    case IN_FEATURES:
      return is_object ? IN_FEATURE : IN_OTHER;
    case IN_GEOMETRY:
      if (self->key == KEY_COORDINATES && !is_object)
        return IN_COORDINATES;
      return self->key == KEY_GEOMETRIES && !is_object ? IN_GEOMETRIES : IN_OTHER;
    case IN_GEOMETRIES:
      return is_object ? IN_GEOMETRY : IN_OTHER;
    case IN_COORDINATES:
      return is_object ? IN_OTHER : IN_COORDINATES;
    case IN_PROPERTIES:
    case IN_OTHER:
    default:
      return IN_OTHER;
    }
}

static int
enter (Reader *self, gboolean is_object)
{
  Place place = self->depth == 0 ? IN_FILE : find_place (self, is_object);

  if (self->depth == 0 && !is_object)
    self->fatal = g_strdup ("this is a list, where GeoJSON begins with an object");
  if (self->depth == MOST_DEPTH)
    self->fatal = g_strdup_printf ("lists and objects are nested deeper than %u", MOST_DEPTH);
  if (self->fatal != NULL)
    return 0;
  self->places[self->depth++] = place;
  if (place == IN_FILE || place == IN_FEATURE)
    begin_feature (self);
  else if (place == IN_GEOMETRY)
    atlas_geojson_shape_begin (&self->shape);
  else if (place == IN_COORDINATES)
    atlas_geojson_shape_open (&self->shape);
  else if (place == IN_FEATURES)
    {
      self->is_collection = TRUE;
      self->n_features = 0;
    }
  self->key = KEY_NONE;
  return 1;
}

static void
end_geometry (Reader *self)
{
  char *problem;

  /* Its members have been taken one by one. */
  if (strcmp (self->shape.type, "GeometryCollection") == 0)
    return;
  problem = atlas_geojson_shape_end (&self->shape, self->draft);
  if (problem != NULL)
    note_problem (self, problem);
  /* The collection around it has no type any more, whichever came first. */
  atlas_geojson_shape_begin (&self->shape);
  atlas_geojson_shape_set_type (&self->shape, "GeometryCollection", strlen ("GeometryCollection"));
}

static int
leave (Reader *self)
{
  Place place = self->places[--self->depth];

  if (place == IN_COORDINATES)
    atlas_geojson_shape_close (&self->shape);
  else if (place == IN_GEOMETRY)
    end_geometry (self);
  else if (place == IN_FEATURE || (place == IN_FILE && !self->is_collection))
    end_feature (self);
  self->key = KEY_NONE;
  return 1;
}

static int
object_begun_cb (void *data)
{
  return enter (data, TRUE);
}

static int
list_begun_cb (void *data)
{
  return enter (data, FALSE);
}

static int
ended_cb (void *data)
{
  return leave (data);
}

static gboolean
is_word (const unsigned char *text, gsize length, const char *word)
{
  return strlen (word) == length && memcmp (text, word, length) == 0;
}

static Key
find_property (Reader *self, const unsigned char *text, gsize length)
{
  if (is_word (text, length, "start"))
    return KEY_START;
  if (is_word (text, length, "end"))
    return KEY_END;
  for (guint i = 0; i < G_N_ELEMENTS (groups) && self->group_by == NULL; i++)
    if (is_word (text, length, groups[i]))
      self->group_by = g_strdup (groups[i]);
  return self->group_by != NULL && is_word (text, length, self->group_by) ? KEY_GROUP : KEY_NONE;
}

static int
key_cb (void *data, const unsigned char *text, size_t length)
{
  Reader *self = data;
  Place place = self->places[self->depth - 1];

  self->key = KEY_NONE;
  if (place == IN_PROPERTIES)
    self->key = find_property (self, text, length);
  else if (place != IN_OTHER)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      if (is_word (text, length, keys[i].name))
        self->key = keys[i].key;
  return 1;
}

static void
take_time (Reader *self, gboolean good, AtlasTimeSpan span, GError *error)
{
  if (!good)
    {
      note_problem (self,
                    g_strdup_printf ("“%s”: %s",
                                     self->key == KEY_START ? "start" : "end",
                                     error->message));
      g_error_free (error);
    }
  else if (self->key == KEY_START)
    self->start = span;
  else
    self->end = span;
}

static int
number_cb (void *data, const char *text, size_t length)
{
  Reader *self = data;
  Place place = self->depth > 0 ? self->places[self->depth - 1] : IN_OTHER;

  if (place == IN_COORDINATES)
    atlas_geojson_shape_add (&self->shape, atlas_decimal_parse (text, length));
  else if (self->key == KEY_GROUP)
    self->group = atlas_overlay_draft_get_group (self->draft, text, length);
  else if (self->key == KEY_START || self->key == KEY_END)
    {
      gboolean whole = memchr (text, '.', length) == NULL;
      AtlasTimeSpan span = { 0 };
      GError *error = NULL;
      gboolean good =
        atlas_overlay_time_from_number (atlas_decimal_parse (text, length), whole, &span, &error);

      take_time (self, good, span, error);
    }
  self->key = KEY_NONE;
  return 1;
}

static int
string_cb (void *data, const unsigned char *text, size_t length)
{
  Reader *self = data;
  Place place = self->depth > 0 ? self->places[self->depth - 1] : IN_OTHER;

  if (place == IN_GEOMETRY && self->key == KEY_TYPE)
    atlas_geojson_shape_set_type (&self->shape, (const char *) text, length);
  else if (place == IN_FILE && self->key == KEY_TYPE)
    self->is_feature = is_word (text, length, "Feature");
  else if (self->key == KEY_GROUP)
    self->group = atlas_overlay_draft_get_group (self->draft, (const char *) text, length);
  else if (self->key == KEY_START || self->key == KEY_END)
    {
      AtlasTimeSpan span = { 0 };
      GError *error = NULL;
      gboolean good = atlas_overlay_time_from_text ((const char *) text, length, &span, &error);

      take_time (self, good, span, error);
    }
  self->key = KEY_NONE;
  return 1;
}

static const yajl_callbacks callbacks = {
  .yajl_number = number_cb,
  .yajl_string = string_cb,
  .yajl_start_map = object_begun_cb,
  .yajl_map_key = key_cb,
  .yajl_end_map = ended_cb,
  .yajl_start_array = list_begun_cb,
  .yajl_end_array = ended_cb,
};

/* What yajl says, as one line. */
static void
set_syntax_error (Reader *self, GError **error)
{
  /* The parser stands behind what it cannot take. */
  g_autofree char *place = describe_place (self->path, MAX (get_offset (self) - 1, 0));
  unsigned char *message = yajl_get_error (self->parser, 0, NULL, 0);

  g_strchomp ((char *) message);
  g_set_error (error,
               ATLAS_DATASET_ERROR,
               self->fatal != NULL ? ATLAS_DATASET_ERROR_STRUCTURE : ATLAS_DATASET_ERROR_SYNTAX,
               "%s: %s%s",
               place,
               self->fatal != NULL ? "" : "this is not JSON: ",
               self->fatal != NULL ? self->fatal : (const char *) message);
  yajl_free_error (self->parser, message);
}

static gboolean
feed (Reader *self, FILE *file, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  gsize length;

  while ((length = fread (block, 1, BLOCK, file)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (yajl_parse (self->parser, block, length) != yajl_status_ok)
        {
          set_syntax_error (self, error);
          return FALSE;
        }
      self->block += (goffset) length;
    }
  if (ferror (file) != 0)
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_UNREADABLE,
                   "%s: %s",
                   self->path,
                   g_strerror (errno));
      return FALSE;
    }
  if (yajl_complete_parse (self->parser) != yajl_status_ok)
    {
      set_syntax_error (self, error);
      return FALSE;
    }
  if (!self->is_collection && !self->is_feature)
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_STRUCTURE,
                   "%s: this is JSON, but neither a FeatureCollection nor a Feature of GeoJSON",
                   self->path);
      return FALSE;
    }
  return TRUE;
}

AtlasOverlay *
atlas_geojson_read (const char *path,
                    const char *group_by,
                    GCancellable *cancellable,
                    GError **error)
{
  Reader reader = { .path = path, .group_by = g_strdup (group_by) };
  FILE *file;
  GStatBuf status;
  gboolean good;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_fopen (path, "rb");
  if (file == NULL || g_stat (path, &status) != 0)
    {
      g_set_error (error,
                   ATLAS_DATASET_ERROR,
                   ATLAS_DATASET_ERROR_UNREADABLE,
                   "%s: %s",
                   path,
                   g_strerror (errno));
      g_clear_pointer (&file, fclose);
      g_free (reader.group_by);
      return NULL;
    }
  reader.draft = atlas_overlay_draft_new ();
  atlas_geojson_shape_init (&reader.shape);
  reader.parser = yajl_alloc (&callbacks, NULL, &reader);
  good = feed (&reader, file, cancellable, error);
  yajl_free (reader.parser);
  atlas_geojson_shape_clear (&reader.shape);
  fclose (file);
  g_free (reader.group_by);
  g_free (reader.problem);
  g_free (reader.fatal);
  if (good)
    return atlas_overlay_new_from_draft (path, &status, reader.draft);
  atlas_overlay_draft_free (reader.draft);
  return NULL;
}

gboolean
atlas_geojson_is_one (const char *path)
{
  char beginning[BEGINNING + 1];
  FILE *file;
  gsize length;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_str_has_suffix (path, ".geojson"))
    return TRUE;
  if (!g_str_has_suffix (path, ".json") || (file = g_fopen (path, "rb")) == NULL)
    return FALSE;
  length = fread (beginning, 1, BEGINNING, file);
  fclose (file);
  beginning[length] = '\0';
  return strstr (beginning, "\"FeatureCollection\"") != NULL;
}
