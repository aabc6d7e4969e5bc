/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-dataset-loader.h"
#include "atlas-test.h"

typedef struct
{
  gboolean done;
  AtlasDataset *dataset;
  GError *error;
  guint n_notified;
  GThread *thread;
} Outcome;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->dataset =
    atlas_dataset_loader_load_finish (ATLAS_DATASET_LOADER (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
progress_cb (AtlasDatasetLoader *loader, GParamSpec *pspec, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->n_notified++;
  g_assert_true (g_thread_self () == outcome->thread);
}

/* Until nobody else has the loader: the worker lets go of its task a moment after the result has
 * arrived, and a notification may be on its way. */
static void
drain (AtlasDatasetLoader *loader)
{
  while (g_main_context_iteration (NULL, FALSE) ||
         g_atomic_int_get ((gint *) &G_OBJECT (loader)->ref_count) > 1)
    g_thread_yield ();
}

static AtlasDatasetLoader *
make_loader (const char *fixture, Outcome *outcome)
{
  g_autofree char *path = atlas_test_fixture (fixture);
  AtlasDatasetLoader *loader = atlas_dataset_loader_new (path);

  outcome->thread = g_thread_self ();
  g_signal_connect (loader, "notify::progress", G_CALLBACK (progress_cb), outcome);
  return loader;
}

static void
test_load (void)
{
  Outcome outcome = { 0 };
  AtlasDatasetLoader *loader = make_loader ("small", &outcome);

  g_assert_cmpfloat_with_epsilon (atlas_dataset_loader_get_progress (loader), 0.0, 1e-9);
  atlas_dataset_loader_load_async (loader, NULL, loaded_cb, &outcome);
  atlas_test_spin_until (&outcome.done);
  g_assert_no_error (outcome.error);
  g_assert_cmpuint (atlas_dataset_get_n_records (outcome.dataset, ATLAS_KIND_EVENT), ==, 12);
  drain (loader);
  g_assert_cmpfloat_with_epsilon (atlas_dataset_loader_get_progress (loader), 1.0, 1e-9);
  g_assert_cmpuint (outcome.n_notified, >=, 1);
  g_assert_finalize_object (outcome.dataset);
  g_assert_finalize_object (loader);
}

static void
test_error (void)
{
  Outcome outcome = { 0 };
  AtlasDatasetLoader *loader = make_loader ("broken/not-json", &outcome);

  atlas_dataset_loader_load_async (loader, NULL, loaded_cb, &outcome);
  atlas_test_spin_until (&outcome.done);
  g_assert_error (outcome.error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_SYNTAX);
  g_assert_null (outcome.dataset);
  g_clear_error (&outcome.error);
  drain (loader);
  g_assert_finalize_object (loader);
}

static void
test_cancel (void)
{
  Outcome outcome = { 0 };
  AtlasDatasetLoader *loader = make_loader ("small", &outcome);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  atlas_dataset_loader_load_async (loader, cancellable, loaded_cb, &outcome);
  atlas_test_spin_until (&outcome.done);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (outcome.dataset);
  g_clear_error (&outcome.error);
  drain (loader);
  g_assert_finalize_object (loader);
}

static void
cancel_cb (double fraction, gpointer user_data)
{
  if (fraction > 0.0)
    g_cancellable_cancel (user_data);
}

static void
test_cancel_on_the_way (void)
{
  g_autofree char *path = atlas_test_fixture ("small");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_dataset_read (path, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
watch_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
test_progress_only_grows (void)
{
  g_autofree char *path = atlas_test_fixture ("small/atlas.json");
  double last = 0.0;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_read (path, watch_cb, &last, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  g_assert_cmpfloat_with_epsilon (last, 1.0, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/loader/load", test_load);
  g_test_add_func ("/model/loader/error", test_error);
  g_test_add_func ("/model/loader/cancel", test_cancel);
  g_test_add_func ("/model/loader/cancel-on-the-way", test_cancel_on_the_way);
  g_test_add_func ("/model/loader/progress-only-grows", test_progress_only_grows);
  return g_test_run ();
}
