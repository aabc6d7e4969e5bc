/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-archive.h"

#include "atlas-dataset-error.h"
#include "atlas-sum.h"
#include "atlas-text-private.h"

#define MAGIC "IliAtlas"
/* One more whenever what is added, or how, becomes another. */
#define VERSION 2u
/* Reads as another number on a machine of the other byte order. */
#define ORDER 0x01020304u
/* In the place of an index or a length: there is none. */
#define NONE G_MAXUINT32
#define MOST_LANGUAGES 64u

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 order;
  guint64 stamp;
  guint64 sum; /* of all that follows */
  guint64 size;
  guint32 n_strings;
  guint32 n_string_bytes;
  guint32 n_points;
  guint32 n_words;
} Header;

typedef struct
{
  guint64 sum;
  guint first;
  guint count;
} PointList;

struct _AtlasArchive
{
  gboolean reading;
  gboolean failed;

  /* What is written, */
  GHashTable *string_ids; /* (element-type utf8 guint) */
  GArray *new_offsets;    /* (element-type guint32) */
  GByteArray *new_strings;
  GArray *new_points;      /* (element-type AtlasPoint) */
  GHashTable *point_lists; /* (element-type guint64 PointList) by their sums */
  GArray *new_words;       /* (element-type guint32) */

  /* and what is read. */
  GBytes *bytes;
  AtlasPool *pool;
  Header header;
  const guint32 *offsets;
  const char *strings;
  const AtlasPoint *points;
  const guint32 *words;
  guint at; /* the next word */
};

static gsize
round_up (gsize size)
{
  return (size + 7) / 8 * 8;
}

AtlasArchive *
atlas_archive_new (void)
{
  AtlasArchive *self = g_new0 (AtlasArchive, 1);

  self->string_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->new_offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->new_strings = g_byte_array_new ();
  self->new_points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  self->point_lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->new_words = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
atlas_archive_free (AtlasArchive *self)
{
  g_clear_pointer (&self->string_ids, g_hash_table_unref);
  g_clear_pointer (&self->new_offsets, g_array_unref);
  g_clear_pointer (&self->new_strings, g_byte_array_unref);
  g_clear_pointer (&self->new_points, g_array_unref);
  g_clear_pointer (&self->point_lists, g_hash_table_unref);
  g_clear_pointer (&self->new_words, g_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->pool, atlas_pool_unref);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STRUCTURE, why);
  return FALSE;
}

/* Finds the parts of the file; all sums are of 64 bits, so that none can overflow. */
static gboolean
find_parts (AtlasArchive *self, const char *data, gsize size, GError **error)
{
  Header *header = &self->header;
  gsize strings, points, words;

  if (size < sizeof *header)
    return refuse (error, "it is too short");
  memcpy (header, data, sizeof *header);
  if (memcmp (header->magic, MAGIC, sizeof header->magic) != 0)
    return refuse (error, "it is no compiled atlas");
  if (header->version != VERSION || header->order != ORDER)
    return refuse (error, "it is of another version of the program, or for another machine");
  strings = sizeof *header + header->n_strings * sizeof (guint32);
  points = round_up (strings + header->n_string_bytes);
  words = points + header->n_points * sizeof (AtlasPoint);
  if (header->size != size || words + header->n_words * sizeof (guint32) != size)
    return refuse (error, "it is not complete");
  if (atlas_sum_bytes (ATLAS_SUM_START, data + sizeof *header, size - sizeof *header) !=
      header->sum)
    return refuse (error, "it is damaged");
  self->offsets = (const guint32 *) (gconstpointer) (data + sizeof *header);
  self->strings = data + strings;
  self->points = (const AtlasPoint *) (gconstpointer) (data + points);
  self->words = (const guint32 *) (gconstpointer) (data + words);
  return header->n_string_bytes == 0 || self->strings[header->n_string_bytes - 1] == '\0' ||
         refuse (error, "it is damaged");
}

AtlasArchive *
atlas_archive_open (GBytes *bytes, AtlasPool *pool, GError **error)
{
  g_autoptr (AtlasArchive) self = g_new0 (AtlasArchive, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  self->reading = TRUE;
  self->bytes = g_bytes_ref (bytes);
  self->pool = atlas_pool_ref (pool);
  if (!find_parts (self, data, size, error))
    return NULL;
  atlas_pool_hold (pool, bytes);
  return g_steal_pointer (&self);
}

guint64
atlas_archive_get_stamp (const AtlasArchive *self)
{
  return self->header.stamp;
}

gboolean
atlas_archive_is_reading (const AtlasArchive *self)
{
  return self->reading;
}

gboolean
atlas_archive_has_failed (const AtlasArchive *self)
{
  return self->failed;
}

gboolean
atlas_archive_is_used_up (const AtlasArchive *self)
{
  return !self->failed && self->at == self->header.n_words;
}

void
atlas_archive_fail (AtlasArchive *self)
{
  self->failed = TRUE;
}

GBytes *
atlas_archive_finish (AtlasArchive *self, guint64 stamp)
{
  static const guint8 zeroes[8];
  GByteArray *file = g_byte_array_new ();
  Header header = {
    .version = VERSION,
    .order = ORDER,
    .stamp = stamp,
    .n_strings = self->new_offsets->len,
    .n_string_bytes = self->new_strings->len,
    .n_points = self->new_points->len,
    .n_words = self->new_words->len,
  };
  guint unaligned;

  g_return_val_if_fail (!self->reading, NULL);

  memcpy (header.magic, MAGIC, sizeof header.magic);
  g_byte_array_append (file, (const guint8 *) &header, sizeof header);
  g_byte_array_append (file,
                       (const guint8 *) self->new_offsets->data,
                       self->new_offsets->len * (guint) sizeof (guint32));
  g_byte_array_append (file, self->new_strings->data, self->new_strings->len);
  unaligned = (guint) round_up (file->len) - file->len;
  g_byte_array_append (file, zeroes, unaligned);
  g_byte_array_append (file,
                       (const guint8 *) self->new_points->data,
                       self->new_points->len * (guint) sizeof (AtlasPoint));
  g_byte_array_append (file,
                       (const guint8 *) self->new_words->data,
                       self->new_words->len * (guint) sizeof (guint32));
  header.size = file->len;
  header.sum =
    atlas_sum_bytes (ATLAS_SUM_START, file->data + sizeof header, file->len - sizeof header);
  memcpy (file->data, &header, sizeof header);
  return g_byte_array_free_to_bytes (file);
}

static guint32
get_word (AtlasArchive *self)
{
  if (self->failed || self->at >= self->header.n_words)
    {
      self->failed = TRUE;
      return 0;
    }
  return self->words[self->at++];
}

static void
pass_word (AtlasArchive *self, guint32 *word)
{
  if (self->reading)
    *word = get_word (self);
  else
    g_array_append_val (self->new_words, *word);
}

/* A length of things that take a word each, at least, so that no file can ask for more memory than
 * it has itself. */
static guint
pass_length (AtlasArchive *self, guint n)
{
  guint32 word = n;

  pass_word (self, &word);
  if (self->reading && word != NONE && word > self->header.n_words - self->at)
    {
      self->failed = TRUE;
      return 0;
    }
  return word;
}

void
atlas_archive_uint (AtlasArchive *self, guint *value)
{
  guint32 word = *value;

  pass_word (self, &word);
  *value = word;
}

void
atlas_archive_int (AtlasArchive *self, int *value)
{
  guint32 word = (guint32) *value;

  pass_word (self, &word);
  *value = (int) word;
}

void
atlas_archive_enum (AtlasArchive *self, gpointer value, guint last)
{
  guint word;

  /* Enumerations without negative values are unsigned ints to every compiler that GLib runs on. */
  memcpy (&word, value, sizeof word);
  atlas_archive_uint (self, &word);
  if (word > last)
    {
      self->failed = TRUE;
      word = 0;
    }
  memcpy (value, &word, sizeof word);
}

void
atlas_archive_double (AtlasArchive *self, double *value)
{
  guint32 words[2];

  memcpy (words, value, sizeof words);
  pass_word (self, &words[0]);
  pass_word (self, &words[1]);
  memcpy (value, words, sizeof words);
}

void
atlas_archive_span (AtlasArchive *self, AtlasTimeSpan *value)
{
  atlas_archive_int (self, &value->begin);
  atlas_archive_int (self, &value->end);
}

void
atlas_archive_edtf (AtlasArchive *self, AtlasEdtf *value)
{
  guint flags = value->is_interval | value->is_set << 1 | value->uncertain << 2 |
                value->approximate << 3 | value->open_start << 4 | value->open_end << 5 |
                value->unknown_start << 6 | value->unknown_end << 7;

  atlas_archive_span (self, &value->start);
  atlas_archive_span (self, &value->end);
  atlas_archive_uint (self, &flags);
  value->is_interval = flags & 1;
  value->is_set = flags >> 1 & 1;
  value->uncertain = flags >> 2 & 1;
  value->approximate = flags >> 3 & 1;
  value->open_start = flags >> 4 & 1;
  value->open_end = flags >> 5 & 1;
  value->unknown_start = flags >> 6 & 1;
  value->unknown_end = flags >> 7 & 1;
}

static guint32
add_string (AtlasArchive *self, const char *string)
{
  gpointer found;
  guint32 id = self->new_offsets->len, offset = self->new_strings->len;

  if (string == NULL)
    return NONE;
  if (g_hash_table_lookup_extended (self->string_ids, string, NULL, &found))
    return GPOINTER_TO_UINT (found);
  g_hash_table_insert (self->string_ids, g_strdup (string), GUINT_TO_POINTER (id));
  g_array_append_val (self->new_offsets, offset);
  g_byte_array_append (self->new_strings, (const guint8 *) string, (guint) strlen (string) + 1);
  return id;
}

void
atlas_archive_string (AtlasArchive *self, const char **value)
{
  guint32 id = self->reading ? NONE : add_string (self, *value);

  pass_word (self, &id);
  if (!self->reading)
    return;
  *value = NULL;
  if (self->failed || id == NONE)
    return;
  if (id >= self->header.n_strings || self->offsets[id] >= self->header.n_string_bytes)
    self->failed = TRUE;
  else
    *value = self->strings + self->offsets[id];
}

void
atlas_archive_strings (AtlasArchive *self, const char *const **value)
{
  static const char *const none[] = { NULL };
  guint n = self->reading ? 0 : *value != NULL ? g_strv_length ((char **) *value) : NONE;
  const char **strings;

  n = pass_length (self, n);
  if (!self->reading)
    {
      for (guint i = 0; n != NONE && i < n; i++)
        {
          const char *string = (*value)[i];

          atlas_archive_string (self, &string);
        }
      return;
    }
  *value = n == NONE ? NULL : none;
  if (n == NONE || n == 0)
    return;
  strings = atlas_pool_array (self->pool, n + 1, sizeof *strings);
  for (guint i = 0; i < n; i++)
    {
      atlas_archive_string (self, &strings[i]);
      self->failed |= strings[i] == NULL;
    }
  *value = self->failed ? none : strings;
}

void
atlas_archive_text (AtlasArchive *self, AtlasText **value)
{
  const char *const *langs = self->reading ? NULL : atlas_text_get_languages (*value);
  guint n = self->reading ? 0 : *value != NULL ? g_strv_length ((char **) langs) : NONE;
  const char *lang[MOST_LANGUAGES], *words[MOST_LANGUAGES];

  n = pass_length (self, n);
  if (self->reading)
    *value = NULL;
  if (n == NONE)
    return;
  if (n > MOST_LANGUAGES)
    {
      self->failed = TRUE;
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      lang[i] = self->reading ? NULL : langs[i];
      words[i] = self->reading ? NULL : atlas_text_get_exact (*value, langs[i]);
      atlas_archive_string (self, &lang[i]);
      atlas_archive_string (self, &words[i]);
      self->failed |= lang[i] == NULL || words[i] == NULL;
    }
  if (self->reading && !self->failed)
    *value = atlas_pool_text (self->pool, atlas_text_new_borrowed (lang, words, n));
}

/* Where the points stand in the archive: land that changed hands has the shape that it had. */
static guint32
add_points (AtlasArchive *self, const AtlasPoint *points, guint n)
{
  PointList list = { atlas_sum_bytes (ATLAS_SUM_START, points, n * sizeof *points),
                     self->new_points->len,
                     n };
  const PointList *found = g_hash_table_lookup (self->point_lists, &list.sum);
  PointList *added;

  if (found != NULL && found->count == n &&
      memcmp (&g_array_index (self->new_points, AtlasPoint, found->first),
              points,
              n * sizeof *points) == 0)
    return found->first;
  added = g_memdup2 (&list, sizeof list);
  g_hash_table_replace (self->point_lists, &added->sum, added);
  g_array_append_vals (self->new_points, points, n);
  return list.first;
}

void
atlas_archive_points (AtlasArchive *self, const AtlasPoint **points, guint *n)
{
  guint32 count = self->reading ? 0 : *points != NULL ? *n : NONE;
  guint32 first = self->reading || count == NONE ? 0 : add_points (self, *points, count);

  pass_word (self, &count);
  pass_word (self, &first);
  if (!self->reading)
    return;
  *points = NULL;
  *n = 0;
  if (self->failed || count == NONE)
    return;
  if (first > self->header.n_points || count > self->header.n_points - first)
    {
      self->failed = TRUE;
      return;
    }
  *points = self->points + first;
  *n = count;
}

static void
pass_polygon (AtlasArchive *self, AtlasPolygon *polygon)
{
  polygon->n_rings = pass_length (self, polygon->n_rings);
  if (self->reading)
    {
      self->failed |= polygon->n_rings == 0 || polygon->n_rings == NONE;
      polygon->rings = g_new0 (AtlasRing, self->failed ? 0 : polygon->n_rings);
    }
  for (guint i = 0; i < polygon->n_rings && !self->failed; i++)
    {
      const AtlasPoint *points = polygon->rings[i].points;

      atlas_archive_points (self, &points, &polygon->rings[i].n_points);
      /* Nobody writes to the points of a shape. */
      polygon->rings[i].points = (AtlasPoint *) points;
    }
  atlas_archive_double (self, &polygon->box.west);
  atlas_archive_double (self, &polygon->box.south);
  atlas_archive_double (self, &polygon->box.east);
  atlas_archive_double (self, &polygon->box.north);
}

void
atlas_archive_shape (AtlasArchive *self, AtlasMultiPolygon **shape)
{
  guint n = 0;
  AtlasPolygon *polygons =
    self->reading ? NULL : (AtlasPolygon *) atlas_multi_polygon_get_polygons (*shape, &n);
  double area = self->reading ? 0.0 : atlas_multi_polygon_area (*shape);
  AtlasPoint label = { 0.0, 0.0 };
  guint has_label = self->reading ? 0 : (guint) atlas_multi_polygon_label_point (*shape, &label);

  n = pass_length (self, n);
  if (self->reading && n == NONE)
    self->failed = TRUE;
  if (self->failed)
    n = 0;
  if (self->reading)
    polygons = g_new0 (AtlasPolygon, n);
  for (guint i = 0; i < n; i++)
    pass_polygon (self, &polygons[i]);
  atlas_archive_double (self, &area);
  atlas_archive_uint (self, &has_label);
  atlas_archive_double (self, &label.lon);
  atlas_archive_double (self, &label.lat);
  if (!self->reading)
    return;
  for (guint i = 0; i < n && self->failed; i++)
    g_free (polygons[i].rings);
  *shape = atlas_multi_polygon_new_borrowed (polygons, self->failed ? 0 : n, self->bytes);
  atlas_multi_polygon_remember (*shape, area, has_label != 0 ? &label : NULL);
}

gpointer
atlas_archive_list (AtlasArchive *self, gconstpointer *items, guint *n, gsize size)
{
  guint length = pass_length (self, self->reading ? 0 : *n);

  if (!self->reading)
    return (gpointer) *items;
  if (length == NONE)
    {
      self->failed = TRUE;
      length = 0;
    }
  *n = length;
  *items = atlas_pool_array (self->pool, length, size);
  return (gpointer) *items;
}
