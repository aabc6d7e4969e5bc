/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include "atlas-layer-job.h"
#include "atlas-lettering.h"

/* Threads that draw what has no letters. */
#define DRAWING_THREADS 2

struct _AtlasLayerJob
{
  gatomicrefcount ref_count;
  GObject *layer; /* until the main thread was told */
  AtlasLayerContent content;
  AtlasViewport viewport;
  guint64 key;
  AtlasLayerDraw draw;
  AtlasLayerJobDone done;

  /* Guarded by the mutex below. */
  AtlasLayerPicture *picture;
  gboolean drawn;
  gboolean dropped;
};

static GMutex mutex;
static GCond drawn;

static AtlasLayerJob *
job_ref (AtlasLayerJob *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
atlas_layer_job_unref (AtlasLayerJob *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->picture, atlas_layer_picture_free);
  g_clear_object (&self->content.index);
  g_clear_pointer (&self->content.basemap, atlas_basemap_unref);
  if (self->content.subject != NULL)
    self->content.release_subject (self->content.subject);
  g_free (self);
}

AtlasLayerPicture *
atlas_layer_draw_picture (const AtlasLayerContent *content,
                          const AtlasViewport *viewport,
                          guint64 key,
                          AtlasLayerDraw draw)
{
  AtlasLayerPicture *picture = atlas_layer_picture_new (viewport, key);
  cairo_t *cr = cairo_create (picture->surface);

  picture->edition = content->edition;
  draw (content, viewport, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);

  return picture;
}

/* On the main thread, which alone may let go of a widget. */
static gboolean
tell_cb (gpointer user_data)
{
  AtlasLayerJob *self = user_data;
  g_autoptr (GObject) layer = g_steal_pointer (&self->layer);

  self->done (self, layer);
  return G_SOURCE_REMOVE;
}

static void
work_cb (gpointer data, gpointer user_data)
{
  AtlasLayerJob *self = data;
  AtlasLayerPicture *picture = NULL;
  gboolean wanted;

  g_mutex_lock (&mutex);
  wanted = !self->dropped;
  g_mutex_unlock (&mutex);
  if (wanted)
    picture = atlas_layer_draw_picture (&self->content, &self->viewport, self->key, self->draw);

  g_mutex_lock (&mutex);
  self->picture = picture;
  self->drawn = TRUE;
  g_cond_broadcast (&drawn);
  g_mutex_unlock (&mutex);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, self, (GDestroyNotify) atlas_layer_job_unref);
}

/* One word of each script in each role, as the map writes them. */
static void
warm_cb (gpointer data, gpointer user_data)
{
  static const char *const languages[] = { "en", "zh-Hant" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (AtlasLetterRole role = ATLAS_ROLE_POLITY; role <= ATLAS_ROLE_COUNT; role++)
      {
        AtlasLetterStyle style = { .role = role, .size = 12.0, .lang = languages[i] };
        double width, height;

        atlas_lettering_measure (&style, i == 0 ? "Ili" : "伊犁", &width, &height);
      }
}

static void
letter_cb (gpointer data, gpointer user_data)
{
  if (data == GINT_TO_POINTER (1))
    warm_cb (data, user_data);
  else
    work_cb (data, user_data);
}

static GThreadPool *
get_threads (gboolean lettered)
{
  static GThreadPool *pools[2];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      pools[0] = g_thread_pool_new (work_cb, NULL, DRAWING_THREADS, FALSE, NULL);
      pools[1] = g_thread_pool_new (letter_cb, NULL, 1, TRUE, NULL);
      g_once_init_leave (&made, 1);
    }
  return pools[lettered ? 1 : 0];
}

AtlasLayerJob *
atlas_layer_job_new (const AtlasLayerContent *content,
                     const AtlasViewport *viewport,
                     guint64 key,
                     AtlasLayerDraw draw,
                     gboolean lettered,
                     AtlasLayerJobDone done,
                     GObject *layer)
{
  AtlasLayerJob *self = g_new0 (AtlasLayerJob, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->layer = g_object_ref (layer);
  self->content = *content;
  g_object_ref (self->content.index);
  if (self->content.basemap != NULL)
    atlas_basemap_ref (self->content.basemap);
  if (self->content.subject != NULL)
    g_atomic_rc_box_acquire (self->content.subject);
  self->viewport = *viewport;
  self->key = key;
  self->draw = draw;
  self->done = done;
  g_thread_pool_push (get_threads (lettered), job_ref (self), NULL);
  return self;
}

guint64
atlas_layer_job_get_key (const AtlasLayerJob *self)
{
  return self->key;
}

const AtlasViewport *
atlas_layer_job_get_viewport (const AtlasLayerJob *self)
{
  return &self->viewport;
}

void
atlas_layer_job_drop (AtlasLayerJob *self)
{
  g_mutex_lock (&mutex);
  self->dropped = TRUE;
  g_mutex_unlock (&mutex);
}

AtlasLayerPicture *
atlas_layer_job_take_picture (AtlasLayerJob *self)
{
  AtlasLayerPicture *picture;

  g_mutex_lock (&mutex);
  while (!self->drawn)
    g_cond_wait (&drawn, &mutex);
  picture = g_steal_pointer (&self->picture);
  g_mutex_unlock (&mutex);
  return picture;
}

void
atlas_layer_job_warm_up (void)
{
  g_thread_pool_push (get_threads (TRUE), GINT_TO_POINTER (1), NULL);
}
