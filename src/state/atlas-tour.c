/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include <math.h>

#include "atlas-mercator.h"
#include "atlas-tour.h"

/* By so many levels of zoom, and by this share of a world 256 pixels wide at that zoom, the view
 * may differ and still be the step's: a nudge of the map is no departure. */
#define ZOOM_SLACK 0.35
#define PIXEL_SLACK 60.0

struct _AtlasTour
{
  GObject parent_instance;

  AtlasViewState *state;
  AtlasDataset *dataset;
  gboolean going;      /* the state is being brought to the step */
  gboolean travelling; /* the map is on its way there */
  gboolean away;
  const char *chapter; /* of which was told last, interned */
  guint step;
};

G_DEFINE_FINAL_TYPE (AtlasTour, atlas_tour, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  PROP_DATASET,
  PROP_AWAY,
  N_PROPS
};

enum
{
  TRAVEL,
  STEPPED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
shows_place (AtlasTour *self, const AtlasChapterStep *step)
{
  double lon, lat, zoom, world;

  atlas_view_state_get_view (self->state, &lon, &lat, &zoom);
  world = atlas_mercator_world_size (step->zoom);
  return fabs (zoom - step->zoom) < ZOOM_SLACK &&
         fabs (atlas_mercator_x (lon) - atlas_mercator_x (step->lon)) * world < PIXEL_SLACK &&
         fabs (atlas_mercator_y (lat) - atlas_mercator_y (step->lat)) * world < PIXEL_SLACK;
}

static gboolean
shows_time (AtlasTour *self, const AtlasChapterStep *step)
{
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);

  return atlas_view_state_get_date (self->state) == step->date &&
         window.begin == step->window.begin && window.end == step->window.end &&
         atlas_view_state_get_compare_mode (self->state) == ATLAS_COMPARE_NONE;
}

static void
update_away (AtlasTour *self)
{
  const AtlasChapterStep *step = atlas_tour_get_step (self);
  gboolean away;

  if (self->going)
    return;
  if (step != NULL && self->travelling && shows_place (self, step))
    self->travelling = FALSE;
  away =
    step != NULL && !(shows_time (self, step) && (self->travelling || shows_place (self, step)));
  if (away == self->away)
    return;
  self->away = away;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AWAY]);
}

static void
tell_step (AtlasTour *self)
{
  self->chapter = atlas_view_state_get_chapter (self->state);
  self->step = atlas_view_state_get_chapter_step (self->state);
  g_signal_emit (self, signals[STEPPED], 0);
}

/* Somebody else may have set it: a link, the reader going back, or the end of the tour. Chapter and
 * step may both have changed, and are one change. */
static void
step_changed_cb (AtlasTour *self)
{
  if (self->going || (self->chapter == atlas_view_state_get_chapter (self->state) &&
                      self->step == atlas_view_state_get_chapter_step (self->state)))
    return;
  self->travelling = FALSE;
  update_away (self);
  tell_step (self);
}

static void
travel (AtlasTour *self, const AtlasChapterStep *step)
{
  if (g_signal_has_handler_pending (self, signals[TRAVEL], 0, FALSE))
    g_signal_emit (self, signals[TRAVEL], 0, step->lon, step->lat, step->zoom);
  else
    atlas_view_state_set_view (self->state, step->lon, step->lat, step->zoom);
  /* Only now, for setting out ends the journey before. */
  self->travelling = !shows_place (self, step);
}

static void
show_step (AtlasTour *self, const char *chapter, guint number, const AtlasChapterStep *step)
{
  self->going = TRUE;
  g_object_freeze_notify (G_OBJECT (self->state));
  atlas_view_state_set_playing (self->state, FALSE);
  atlas_view_state_set_compare_mode (self->state, ATLAS_COMPARE_NONE);
  atlas_view_state_set_selection (self->state, NULL);
  atlas_view_state_set_chapter (self->state, chapter, number);
  atlas_view_state_set_date (self->state, step->date);
  atlas_view_state_set_free_window (self->state, step->window);
  atlas_view_state_set_viewpoint (self->state, step->viewpoint);
  g_object_thaw_notify (G_OBJECT (self->state));
  travel (self, step);
  self->going = FALSE;
  update_away (self);
  tell_step (self);
}

static void
atlas_tour_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasTour *self = ATLAS_TOUR (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_AWAY:
      g_value_set_boolean (value, self->away);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_tour_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasTour *self = ATLAS_TOUR (object);

  switch (id)
    {
    case PROP_STATE:
      self->state = g_value_dup_object (value);
      break;
    case PROP_DATASET:
      atlas_tour_set_dataset (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_tour_constructed (GObject *object)
{
  static const char *moves[] = { "notify::date",     "notify::window-length", "notify::free-begin",
                                 "notify::free-end", "notify::lon",           "notify::lat",
                                 "notify::zoom",     "notify::compare-mode" };
  static const char *steps[] = { "notify::chapter", "notify::chapter-step" };
  AtlasTour *self = ATLAS_TOUR (object);

  G_OBJECT_CLASS (atlas_tour_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (self->state,
                             moves[i],
                             G_CALLBACK (update_away),
                             self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_signal_connect_object (self->state,
                             steps[i],
                             G_CALLBACK (step_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
}

static void
atlas_tour_dispose (GObject *object)
{
  AtlasTour *self = ATLAS_TOUR (object);

  g_clear_object (&self->state);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (atlas_tour_parent_class)->dispose (object);
}

static void
atlas_tour_class_init (AtlasTourClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_tour_constructed;
  object_class->dispose = atlas_tour_dispose;
  object_class->get_property = atlas_tour_get_property;
  object_class->set_property = atlas_tour_set_property;

  properties[PROP_STATE] = g_param_spec_object ("state",
                                                NULL,
                                                NULL,
                                                ATLAS_TYPE_VIEW_STATE,
                                                flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL, ATLAS_TYPE_DATASET, flags);
  properties[PROP_AWAY] =
    g_param_spec_boolean ("away", NULL, NULL, FALSE, (flags & ~G_PARAM_WRITABLE));
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[TRAVEL] = g_signal_new ("travel",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  3,
                                  G_TYPE_DOUBLE,
                                  G_TYPE_DOUBLE,
                                  G_TYPE_DOUBLE);
  signals[STEPPED] = g_signal_new ("stepped",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
atlas_tour_init (AtlasTour *self)
{
}

AtlasTour *
atlas_tour_new (AtlasViewState *state)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  return g_object_new (ATLAS_TYPE_TOUR, "state", state, NULL);
}

AtlasViewState *
atlas_tour_get_state (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return self->state;
}

AtlasDataset *
atlas_tour_get_dataset (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return self->dataset;
}

void
atlas_tour_set_dataset (AtlasTour *self, AtlasDataset *dataset)
{
  g_return_if_fail (ATLAS_IS_TOUR (self));
  g_return_if_fail (dataset == NULL || ATLAS_IS_DATASET (dataset));

  if (!g_set_object (&self->dataset, dataset))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
  self->travelling = FALSE;
  update_away (self);
  tell_step (self);
}

int
atlas_tour_get_number (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), -1);

  return self->dataset != NULL
           ? atlas_dataset_find_chapter (self->dataset, atlas_view_state_get_chapter (self->state))
           : -1;
}

const AtlasChapter *
atlas_tour_get_chapter (AtlasTour *self)
{
  int number = atlas_tour_get_number (self);
  guint n;

  return number >= 0 ? &atlas_dataset_get_chapters (self->dataset, &n)[number] : NULL;
}

const AtlasChapterStep *
atlas_tour_get_step (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), NULL);

  return self->dataset != NULL
           ? atlas_dataset_find_step (self->dataset,
                                      atlas_view_state_get_chapter (self->state),
                                      atlas_view_state_get_chapter_step (self->state))
           : NULL;
}

gboolean
atlas_tour_go (AtlasTour *self, guint chapter, guint step)
{
  const AtlasChapter *chapters;
  guint n = 0;

  g_return_val_if_fail (ATLAS_IS_TOUR (self), FALSE);

  chapters = self->dataset != NULL ? atlas_dataset_get_chapters (self->dataset, &n) : NULL;
  if (chapter >= n || step >= chapters[chapter].n_steps)
    return FALSE;
  show_step (self, chapters[chapter].id, step, &chapters[chapter].steps[step]);
  return TRUE;
}

int
atlas_tour_get_next_chapter (AtlasTour *self)
{
  int number = atlas_tour_get_number (self);
  const AtlasChapter *chapters;
  guint n;

  if (number < 0)
    return -1;
  chapters = atlas_dataset_get_chapters (self->dataset, &n);
  for (guint i = (guint) number + 1; i < n; i++)
    if (chapters[i].n_steps > 0)
      return (int) i;
  return -1;
}

/* Whether there is a step after this one in the same chapter. */
static gboolean
has_next_step (AtlasTour *self)
{
  const AtlasChapter *chapter = atlas_tour_get_chapter (self);

  return chapter != NULL && atlas_view_state_get_chapter_step (self->state) + 1 < chapter->n_steps;
}

gboolean
atlas_tour_can_go_on (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), FALSE);

  return has_next_step (self) || atlas_tour_get_next_chapter (self) >= 0;
}

void
atlas_tour_go_on (AtlasTour *self)
{
  g_return_if_fail (ATLAS_IS_TOUR (self));

  if (has_next_step (self))
    atlas_tour_go (self,
                   (guint) atlas_tour_get_number (self),
                   atlas_view_state_get_chapter_step (self->state) + 1);
  else if (atlas_tour_get_next_chapter (self) >= 0)
    atlas_tour_go (self, (guint) atlas_tour_get_next_chapter (self), 0);
}

gboolean
atlas_tour_can_go_back (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), FALSE);

  return atlas_tour_get_step (self) != NULL && atlas_view_state_get_chapter_step (self->state) > 0;
}

void
atlas_tour_go_back (AtlasTour *self)
{
  g_return_if_fail (ATLAS_IS_TOUR (self));

  if (atlas_tour_can_go_back (self))
    atlas_tour_go (self,
                   (guint) atlas_tour_get_number (self),
                   atlas_view_state_get_chapter_step (self->state) - 1);
}

void
atlas_tour_return (AtlasTour *self)
{
  g_return_if_fail (ATLAS_IS_TOUR (self));

  if (atlas_tour_get_step (self) != NULL)
    atlas_tour_go (self,
                   (guint) atlas_tour_get_number (self),
                   atlas_view_state_get_chapter_step (self->state));
}

void
atlas_tour_leave (AtlasTour *self)
{
  g_return_if_fail (ATLAS_IS_TOUR (self));

  atlas_view_state_set_chapter (self->state, NULL, 0);
}

gboolean
atlas_tour_is_away (AtlasTour *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (self), FALSE);

  return self->away;
}

void
atlas_tour_arrive (AtlasTour *self)
{
  g_return_if_fail (ATLAS_IS_TOUR (self));

  self->travelling = FALSE;
  update_away (self);
}
