/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <glib/gstdio.h>

#include "atlas-dataset-error.h"
#include "atlas-overlay-list.h"
#include "atlas-test.h"

typedef struct
{
  AtlasOverlayList *list;
  char *folder;
  char *paths[2];
  guint n_changes;
} Fixture;

static void
write_point (const char *path, int n)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");

  for (int i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"type\":\"Feature\",\"properties\":{},\"geometry\":"
                            "{\"type\":\"Point\",\"coordinates\":[81,%d]}}",
                            i > 0 ? "," : "",
                            i % 80);
  g_string_append (text, "]}");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-overlays-XXXXXX", NULL);
  for (int i = 0; i < 2; i++)
    fixture->paths[i] = g_strdup_printf ("%s/%d.geojson", fixture->folder, i);
  write_point (fixture->paths[0], 20000);
  write_point (fixture->paths[1], 1);
  fixture->list = atlas_overlay_list_new ();
  g_signal_connect_swapped (fixture->list, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->list);
  for (int i = 0; i < 2; i++)
    {
      g_unlink (fixture->paths[i]);
      g_free (fixture->paths[i]);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

typedef struct
{
  gboolean done;
  AtlasOverlayIndex *overlay;
  GError *error;
} Opened;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opened *opened = user_data;

  opened->overlay =
    atlas_overlay_list_open_finish (ATLAS_OVERLAY_LIST (source), result, &opened->error);
  opened->done = TRUE;
}

static void
clear_opened (Opened *opened)
{
  g_clear_object (&opened->overlay);
  g_clear_error (&opened->error);
  opened->done = FALSE;
}

static const char *
get_path (Fixture *fixture, guint position)
{
  g_autoptr (AtlasOverlayIndex) overlay =
    g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  return atlas_overlay_get_path (atlas_overlay_index_get_overlay (overlay));
}

/* The one that was asked for first stays first, whichever was read sooner. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  Opened opened[2] = { { 0 } };

  for (int i = 0; i < 2; i++)
    atlas_overlay_list_open_async (fixture->list,
                                   fixture->paths[i],
                                   NULL,
                                   NULL,
                                   opened_cb,
                                   &opened[i]);
  for (int i = 0; i < 2; i++)
    {
      atlas_test_spin_until (&opened[i].done);
      g_assert_no_error (opened[i].error);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (get_path (fixture, i), ==, fixture->paths[i]);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  clear_opened (&opened[0]);
  clear_opened (&opened[1]);
}

static guint
count_shown (Fixture *fixture)
{
  g_autoptr (GPtrArray) shown = atlas_overlay_list_get_shown (fixture->list);

  return shown->len;
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  Opened opened = { 0 };

  atlas_overlay_list_open_async (fixture->list, fixture->paths[1], NULL, NULL, opened_cb, &opened);
  atlas_test_spin_until (&opened.done);
  g_assert_true (atlas_overlay_list_is_shown (fixture->list, opened.overlay));
  atlas_overlay_list_set_shown (fixture->list, opened.overlay, FALSE);
  atlas_overlay_list_set_shown (fixture->list, opened.overlay, FALSE);
  g_assert_false (atlas_overlay_list_is_shown (fixture->list, opened.overlay));
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  atlas_overlay_list_set_shown (fixture->list, opened.overlay, TRUE);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  atlas_overlay_list_remove (fixture->list, opened.overlay);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_false (atlas_overlay_list_is_shown (fixture->list, opened.overlay));
  g_assert_cmpuint (fixture->n_changes, ==, 4);
  clear_opened (&opened);
}

/* A file that has changed is read anew, and stands once in the list. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  Opened opened = { 0 };

  for (int round = 1; round <= 2; round++)
    {
      write_point (fixture->paths[1], round);
      atlas_overlay_list_open_async (fixture->list,
                                     fixture->paths[1],
                                     NULL,
                                     NULL,
                                     opened_cb,
                                     &opened);
      atlas_test_spin_until (&opened.done);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 1);
      g_assert_cmpuint (atlas_overlay_get_points (atlas_overlay_index_get_overlay (opened.overlay))
                          ->n,
                        ==,
                        (guint) round);
      g_assert_true (atlas_overlay_list_is_shown (fixture->list, opened.overlay));
      clear_opened (&opened);
    }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  Opened opened = { 0 };

  atlas_overlay_list_open_async (fixture->list, fixture->folder, NULL, NULL, opened_cb, &opened);
  atlas_test_spin_until (&opened.done);
  g_assert_error (opened.error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_UNREADABLE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  clear_opened (&opened);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/state/overlay-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("order", test_order);
  ADD ("shown", test_shown);
  ADD ("again", test_again);
  ADD ("missing", test_missing);
  return g_test_run ();
}
