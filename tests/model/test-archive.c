/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "atlas-archive.h"
#include "atlas-dataset-archive.h"
#include "atlas-dataset-error.h"
#include "atlas-dataset-reader.h"
#include "atlas-record-words.h"

/* An atlas that comes from an archive is the atlas that comes from its files, record for record;
 * and whatever an archive holds, nothing worse comes of it than an error. */

typedef struct
{
  char *folder; /* a copy of the shipped atlas, which may be changed */
  char *archive;
} Fixture;

static void
copy_files (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *contents = NULL;
      gsize size;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
          copy_files (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &contents, &size, NULL));
      g_assert_true (g_file_set_contents (target, contents, (gssize) size, NULL));
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ili-atlas-XXXXXX", &error);
  g_assert_no_error (error);
  copy_files (ATLAS_FOLDER, fixture->folder);
  fixture->archive = g_strconcat (fixture->folder, ".archive", NULL);
  atlas_dataset_archive_write (fixture->folder, fixture->archive, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_unlink (fixture->archive);
  g_free (fixture->folder);
  g_free (fixture->archive);
}

static void
assert_same_bytes (AtlasDataset *a, AtlasDataset *b)
{
  g_autoptr (GBytes) first = atlas_dataset_archive_describe (a);
  g_autoptr (GBytes) second = atlas_dataset_archive_describe (b);

  g_assert_cmpuint (g_bytes_get_size (first), >, 1000000);
  g_assert_cmpmem (g_bytes_get_data (first, NULL),
                   g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL),
                   g_bytes_get_size (second));
}

static void
assert_same_chapters (AtlasDataset *a, AtlasDataset *b)
{
  guint n, n_other;
  const AtlasChapter *left = atlas_dataset_get_chapters (a, &n);
  const AtlasChapter *right = atlas_dataset_get_chapters (b, &n_other);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, ==, n_other);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *said = atlas_test_chapter_to_words (&left[i]);
      g_autofree char *said_by_other = atlas_test_chapter_to_words (&right[i]);

      g_assert_cmpstr (said, ==, said_by_other);
    }
}

static void
assert_same_records (AtlasDataset *a, AtlasDataset *b, AtlasKind kind)
{
  guint n = atlas_dataset_get_n_records (a, kind);

  g_assert_cmpuint (n, ==, atlas_dataset_get_n_records (b, kind));
  for (guint i = 0; i < n; i++)
    {
      AtlasRecord *left = atlas_dataset_get_record (a, kind, i);
      AtlasRecord *right = atlas_dataset_lookup (b, atlas_record_get_id (left));
      g_autofree char *said = atlas_test_record_to_words (left);
      g_autofree char *said_by_other = right != NULL ? atlas_test_record_to_words (right) : NULL;

      g_assert_cmpstr (said, ==, said_by_other);
      g_assert_true (right == atlas_dataset_get_record (b, kind, i));
      g_assert_cmpuint (atlas_dataset_index_of (b, right), ==, i);
      g_assert_true (G_OBJECT_TYPE (left) == G_OBJECT_TYPE (right));
      g_assert_cmpstr (atlas_dataset_get_family_of (a, left),
                       ==,
                       atlas_dataset_get_family_of (b, right));
      g_assert_cmpuint (atlas_dataset_get_events_of (a, atlas_record_get_id (left))->len,
                        ==,
                        atlas_dataset_get_events_of (b, atlas_record_get_id (left))->len);
    }
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) plain = atlas_dataset_read (fixture->folder, NULL, NULL, NULL, &error);
  g_autoptr (AtlasDataset) compiled = NULL;

  g_assert_no_error (error);
  compiled = atlas_dataset_archive_read (fixture->archive, fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (atlas_dataset_get_folder (compiled), ==, fixture->folder);
  for (AtlasKind kind = 0; kind < ATLAS_N_KINDS; kind++)
    assert_same_records (plain, compiled, kind);
  assert_same_chapters (plain, compiled);
  /* And the rest of the manifest: written again, both give one and the same archive. */
  assert_same_bytes (plain, compiled);
}

/* An archive of files that were changed since is refused, and one that is not there. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sources.geojson", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  g_assert_null (atlas_dataset_archive_read ("/nowhere/atlas.archive", fixture->folder, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  *strchr (contents, '\n') = ' ';
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  g_assert_null (atlas_dataset_archive_read (fixture->archive, fixture->folder, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STRUCTURE);
  g_clear_error (&error);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_null (atlas_dataset_archive_read (fixture->archive, fixture->folder, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_UNREADABLE);
}

/* Bytes that were changed or cut off are noticed wherever they are. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->archive, &contents, &size, NULL));
  for (int i = 0; i < 40; i++)
    {
      gsize at = i < 8 ? (gsize) i * 8 : (gsize) g_test_rand_double_range (0, (double) size);
      gsize kept = i % 4 == 3 ? at : size;
      g_autoptr (AtlasDataset) dataset = NULL;
      g_autoptr (GError) error = NULL;

      contents[at] ^= 0x10;
      g_assert_true (g_file_set_contents (fixture->archive, contents, (gssize) kept, NULL));
      dataset = atlas_dataset_archive_read (fixture->archive, fixture->folder, &error);
      g_assert_null (dataset);
      g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STRUCTURE);
      contents[at] ^= 0x10;
    }
}

/* Lengths and numbers that cannot be, in an archive whose sum is right. */
static void
test_nonsense (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (AtlasArchive) writer = atlas_archive_new ();
      g_autoptr (AtlasArchive) reader = NULL;
      g_autoptr (AtlasPool) pool = atlas_pool_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (AtlasMultiPolygon) shape = NULL;
      const char *string = "word", *const *strings = NULL;
      const AtlasPoint *points = NULL;
      AtlasText *text = NULL;
      gconstpointer items = NULL;
      guint n = 0;

      atlas_archive_string (writer, &string);
      for (int k = g_test_rand_int_range (0, 40); k > 0; k--)
        {
          guint word =
            g_test_rand_bit () ? (guint) g_test_rand_int_range (0, 4) : (guint) g_test_rand_int ();

          atlas_archive_uint (writer, &word);
        }
      bytes = atlas_archive_finish (writer, 1);
      reader = atlas_archive_open (bytes, pool, NULL);
      g_assert_nonnull (reader);
      atlas_archive_string (reader, &string);
      g_assert_cmpstr (string, ==, "word");
      atlas_archive_strings (reader, &strings);
      atlas_archive_text (reader, &text);
      atlas_archive_points (reader, &points, &n);
      g_assert_cmpuint (n, ==, 0);
      atlas_archive_list (reader, &items, &n, sizeof (AtlasClaim));
      g_assert_cmpuint (n, <=, 40);
      atlas_archive_shape (reader, &shape);
      g_assert_nonnull (shape);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/archive/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/model/archive/stale", Fixture, NULL, set_up, test_stale, tear_down);
  g_test_add ("/model/archive/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add_func ("/model/archive/nonsense", test_nonsense);
  return g_test_run ();
}
