/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-dataset-check.h"
#include "atlas-json-file.h"
#include "atlas-test.h"

/* Damaged copies of the small atlas. Whatever is done to it, reading ends in an atlas or in an
 * error that names a file, never in a crash or a warning (which the environment of the tests makes
 * fatal). The damage is the same in every run of one seed, which GLib prints. */

static const char *const names[] = {
  "atlas.json",      "sources.geojson",      "places.geojson",
  "people.geojson",  "events.geojson",       "routes.geojson",
  "borders.geojson", "chapters/league.json", "chapters/spring-march.json"
};

typedef struct
{
  char *folder;
  char *texts[G_N_ELEMENTS (names)];
  gsize lengths[G_N_ELEMENTS (names)];
} Copy;

static void
copy_write (Copy *self, gsize i, const char *text, gsize length)
{
  g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static Copy *
copy_new (void)
{
  g_autofree char *small = atlas_test_fixture ("small");
  g_autofree char *chapters = NULL;
  Copy *self = g_new0 (Copy, 1);

  self->folder = g_dir_make_tmp ("atlas-fuzz-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  chapters = g_build_filename (self->folder, "chapters", NULL);
  g_assert_cmpint (g_mkdir (chapters, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (small, names[i], NULL);
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &self->texts[i], &self->lengths[i], &error);
      g_assert_no_error (error);
      copy_write (self, i, self->texts[i], self->lengths[i]);
    }
  return self;
}

static void
copy_free (Copy *self)
{
  g_autofree char *chapters = g_build_filename (self->folder, "chapters", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_unlink (path);
      g_free (self->texts[i]);
    }
  g_rmdir (chapters);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

/* Looks at everything in the atlas that a window would look at. */
static void
use (AtlasDataset *dataset)
{
  guint n_chapters;
  const AtlasChapter *chapters = atlas_dataset_get_chapters (dataset, &n_chapters);

  for (guint i = 0; i < n_chapters; i++)
    for (guint k = 0; k < chapters[i].n_steps; k++)
      for (guint h = 0; chapters[i].steps[k].highlights[h] != NULL; h++)
        g_assert_nonnull (atlas_dataset_lookup (dataset, chapters[i].steps[k].highlights[h]));
  for (AtlasKind kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint i = 0; i < atlas_dataset_get_n_records (dataset, kind); i++)
      {
        AtlasRecord *record = atlas_dataset_get_record (dataset, kind, i);
        AtlasTimeSpan bounds = atlas_record_get_bounds (record);

        g_assert_cmpint (bounds.begin, <=, bounds.end);
        g_assert_nonnull (atlas_dataset_get_family_of (dataset, record));
        g_assert_nonnull (atlas_dataset_get_events_of (dataset, atlas_record_get_id (record)));
        atlas_record_get_name_on (record, "zh-Hant", bounds.begin);
        if (kind == ATLAS_KIND_TERRITORY)
          {
            AtlasPoint point;

            atlas_multi_polygon_label_point (atlas_territory_get_shape (ATLAS_TERRITORY (record)),
                                             &point);
          }
      }
}

static void
read_and_check (Copy *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_read (self->folder, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) problems = atlas_dataset_check (self->folder, NULL);

  if (dataset != NULL)
    {
      use (dataset);
      return;
    }
  g_assert_nonnull (error);
  g_assert_true (error->domain == ATLAS_DATASET_ERROR);
  g_assert_true (strstr (error->message, ": ") != NULL);
  g_assert_cmpuint (problems->len, >, 0);
}

static void
test_truncated (void)
{
  g_autoptr (Copy) copy = copy_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (int round = 0; round < 8; round++)
        {
          copy_write (copy,
                      i,
                      copy->texts[i],
                      (gsize) g_test_rand_int_range (0, (int) copy->lengths[i]));
          read_and_check (copy);
        }
      copy_write (copy, i, copy->texts[i], copy->lengths[i]);
    }
}

static void
test_flipped (void)
{
  g_autoptr (Copy) copy = copy_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (int round = 0; round < 20; round++)
        {
          g_autofree char *text = g_memdup2 (copy->texts[i], copy->lengths[i]);
          int n = g_test_rand_int_range (1, 4);

          for (int k = 0; k < n; k++)
            text[g_test_rand_int_range (0, (int) copy->lengths[i])] ^=
              (char) (1 << g_test_rand_int_range (0, 7));
          copy_write (copy, i, text, copy->lengths[i]);
          read_and_check (copy);
        }
      copy_write (copy, i, copy->texts[i], copy->lengths[i]);
    }
}

/* Values of another type in place of the right ones: a word of the file is replaced whole. */
static void
test_replaced (void)
{
  static const char *const others[] = { "null",          "{}",   "[]",   "[[]]",  "7",
                                        "-1e308",        "\"\"", "true", "\"x\"", "[null]",
                                        "{\"en\":null}", "[{}]" };
  g_autoptr (Copy) copy = copy_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) parts = g_strsplit (copy->texts[i], ": ", -1);
      int n = (int) g_strv_length (parts);

      for (int round = 0; round < 25; round++)
        {
          int at = g_test_rand_int_range (1, n);
          const char *end = parts[at] + strcspn (parts[at], ",\n");
          const char *other = others[g_test_rand_int_range (0, G_N_ELEMENTS (others))];
          g_autofree char *old = parts[at];
          g_autofree char *text = NULL;

          if (strchr ("{[", parts[at][0]) != NULL)
            {
              (void) g_steal_pointer (&old);
              continue;
            }
          parts[at] = g_strconcat (other, end, NULL);
          text = g_strjoinv (": ", parts);
          copy_write (copy, i, text, strlen (text));
          read_and_check (copy);
          g_free (parts[at]);
          parts[at] = g_steal_pointer (&old);
        }
      copy_write (copy, i, copy->texts[i], copy->lengths[i]);
    }
}

/* Names of members taken away: what is needed is missed, and what is not does without. */
static void
test_renamed (void)
{
  g_autoptr (Copy) copy = copy_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (int round = 0; round < 20; round++)
        {
          g_autofree char *text = g_strndup (copy->texts[i], copy->lengths[i]);
          char *colon = strstr (text + g_test_rand_int_range (0, (int) copy->lengths[i]), "\":");

          if (colon == NULL)
            continue;
          colon[-1] = 'Q';
          copy_write (copy, i, text, copy->lengths[i]);
          read_and_check (copy);
        }
      copy_write (copy, i, copy->texts[i], copy->lengths[i]);
    }
}

/* The atlas as it is comes through: the harness itself does no damage. */
static void
test_whole (void)
{
  g_autoptr (Copy) copy = copy_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_read (copy->folder, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  use (dataset);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/fuzz/whole", test_whole);
  g_test_add_func ("/model/fuzz/truncated", test_truncated);
  g_test_add_func ("/model/fuzz/flipped", test_flipped);
  g_test_add_func ("/model/fuzz/replaced", test_replaced);
  g_test_add_func ("/model/fuzz/renamed", test_renamed);
  return g_test_run ();
}
