/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include "atlas-parallel.h"

/* More threads than this would wait for memory, not for each other. */
#define MOST_HELPERS 3

typedef struct
{
  AtlasParallelFunc func;
  gpointer user_data;
  int n_parts;
  int next; /* atomic */
  GMutex mutex;
  GCond idle;
  guint n_helpers; /* that have not finished; guarded by the mutex */
} Work;

static void
take_parts (Work *work)
{
  int part;

  while ((part = g_atomic_int_add (&work->next, 1)) < work->n_parts)
    work->func ((guint) part, work->user_data);
}

static void
help_cb (gpointer data, gpointer user_data)
{
  Work *work = data;

  take_parts (work);
  g_mutex_lock (&work->mutex);
  work->n_helpers--;
  g_cond_signal (&work->idle);
  g_mutex_unlock (&work->mutex);
}

static GThreadPool *
get_helpers (guint *n)
{
  static GThreadPool *helpers;
  static gsize made;

  *n = MIN (g_get_num_processors () - 1, MOST_HELPERS);
  if (g_once_init_enter (&made))
    {
      if (*n > 0)
        helpers = g_thread_pool_new (help_cb, NULL, (int) *n, TRUE, NULL);
      g_once_init_leave (&made, 1);
    }
  return helpers;
}

void
atlas_parallel_run (guint n_parts, AtlasParallelFunc func, gpointer user_data)
{
  Work work = { .func = func, .user_data = user_data, .n_parts = (int) n_parts };
  guint n_helpers;
  GThreadPool *helpers = get_helpers (&n_helpers);

  work.n_helpers = n_parts > 1 ? MIN (n_helpers, n_parts - 1) : 0;
  g_mutex_init (&work.mutex);
  g_cond_init (&work.idle);
  for (guint i = work.n_helpers; i > 0; i--)
    g_thread_pool_push (helpers, &work, NULL);
  take_parts (&work);
  g_mutex_lock (&work.mutex);
  while (work.n_helpers > 0)
    g_cond_wait (&work.idle, &work.mutex);
  g_mutex_unlock (&work.mutex);
  g_mutex_clear (&work.mutex);
  g_cond_clear (&work.idle);
}
