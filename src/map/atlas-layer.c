/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include <math.h>

#include "atlas-layer-job.h"
#include "atlas-layer-shelf.h"
#include "atlas-layer.h"
#include "atlas-stride.h"

/* The map stands still when it has not moved for so many milliseconds. */
#define STILL_MS 120
/* Pixels by which the view may have moved before names that depend on it are placed anew. */
#define MOVED_PIXELS 6.0

/* The worker begins a new picture when half of the room about the window is used up: it is to be
 * ready before the rest is. */
#define WORK_BEGINS 4.0

/* How many steps like the last one are looked through for other pictures. */
#define MOST_STRIDES 8

/* Of a picture that is drawn before the size of the window is known for sure. */
#define PREPARED_OVERSCAN 0.06

typedef struct
{
  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasBasemap *basemap;
  guint mask; /* AtlasShowFlags that may be shown */
  AtlasRect cards[ATLAS_PICTURE_MOST_CARDS];
  guint n_cards;
  gpointer subject; /* (nullable) a counted box */
  GDestroyNotify release_subject;
  guint64 edition;
  double opacity;

  AtlasLayerShelf shelf;
  AtlasStride stride;

  AtlasLayerJob *job;     /* (nullable): what a thread draws */
  gboolean job_is_ahead;  /* it is made before it is asked for */
  gboolean waiting;       /* a picture was wanted while the thread was busy */
  guint rest;             /* runs out when no picture was drawn in haste for a while */
  AtlasViewport still_at; /* the view when the clock below was started */
  guint still;
} AtlasLayerPrivate;

enum
{
  PROP_0,
  PROP_STATE,
  PROP_INDEX,
  PROP_BASEMAP,
  PROP_MASK,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlasLayer, atlas_layer, SHUMATE_TYPE_LAYER)

static AtlasViewport
grow (const AtlasViewport *viewport, double overscan)
{
  AtlasViewport grown = *viewport;

  /* An even margin keeps the centre on the same pixel. */
  grown.width += 2 * (int) ceil (viewport->width * overscan / 2.0);
  grown.height += 2 * (int) ceil (viewport->height * overscan / 2.0);
  return grown;
}

static gboolean
is_ready (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  /* A worker may be done after its window was closed: then there is no size any more. */
  return priv->state != NULL && priv->index != NULL &&
         gtk_widget_get_width (GTK_WIDGET (self)) > 0 &&
         gtk_widget_get_height (GTK_WIDGET (self)) > 0;
}

static AtlasLayerContent
current_content (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerContent content = {
    priv->index,   priv->basemap,         atlas_layer_spec_from_state (priv->state),
    priv->subject, priv->release_subject, priv->edition,
  };

  content.spec.show &= priv->mask;
  content.spec.n_cards = priv->n_cards;
  memcpy (content.spec.cards, priv->cards, sizeof priv->cards);
  return content;
}

static AtlasViewport
current_viewport (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  GtkWidget *widget = GTK_WIDGET (self);

  return atlas_layer_viewport_from_state (priv->state,
                                          gtk_widget_get_width (widget),
                                          gtk_widget_get_height (widget),
                                          gtk_widget_get_scale_factor (widget));
}

static void job_done_cb (AtlasLayerJob *job, GObject *layer);

/* A thread draws more than can be seen now, except where somebody waits for what can. */
static void
start_work (AtlasLayer *self,
            const AtlasLayerContent *content,
            const AtlasViewport *viewport,
            double overscan,
            gboolean ahead)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerClass *klass = ATLAS_LAYER_GET_CLASS (self);
  AtlasLayerContent wanted = *content;
  AtlasViewport grown = grow (viewport, overscan);

  wanted.spec.margin_x = (grown.width - viewport->width) / 2.0;
  wanted.spec.margin_y = (grown.height - viewport->height) / 2.0;
  priv->job = atlas_layer_job_new (&wanted,
                                   &grown,
                                   klass->get_content_key (&wanted),
                                   klass->draw,
                                   klass->lettered,
                                   job_done_cb,
                                   G_OBJECT (self));
  priv->job_is_ahead = ahead;
}

static void
forget_job (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  if (priv->job != NULL)
    atlas_layer_job_drop (priv->job);
  g_clear_pointer (&priv->job, atlas_layer_job_unref);
}

/* Begins with the picture of @content unless there is one. */
static gboolean
work_towards (AtlasLayer *self, const AtlasLayerContent *content, const AtlasViewport *viewport)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerClass *klass = ATLAS_LAYER_GET_CLASS (self);

  if (atlas_layer_shelf_has (&priv->shelf, klass->get_content_key (content), viewport))
    return FALSE;
  start_work (self, content, viewport, 0.0, TRUE);
  return TRUE;
}

static void
move_to (AtlasLayer *self, AtlasLayerContent *content, AtlasDay date)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  content->spec.date = date;
  content->spec.window = atlas_view_state_get_window_on (priv->state, date);
  content->spec.afterglow = atlas_view_state_get_afterglow_on (priv->state, date);
}

/* What comes next if the date goes on as it has: by steps of one size, as when it is dragged or
 * played, or to the next change. */
static void
work_ahead (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerClass *klass = ATLAS_LAYER_GET_CLASS (self);
  int direction = atlas_stride_get_direction (&priv->stride);
  AtlasLayerContent content;
  AtlasViewport viewport;
  guint n_before = 2;
  AtlasDay date;

  if (klass->n_kept < 2 || direction == 0 || !is_ready (self) ||
      (klass->needs_steady && !priv->stride.steady))
    return;

  content = current_content (self);
  viewport = current_viewport (self);
  for (guint i = 1; i <= MOST_STRIDES && n_before <= klass->n_kept &&
                    atlas_stride_guess (&priv->stride, i, &date);
       i++)
    {
      guint64 before = klass->get_content_key (&content);

      move_to (self, &content, date);
      if (klass->get_content_key (&content) == before)
        continue;
      if (work_towards (self, &content, &viewport))
        return;
      n_before++;
    }
  content = current_content (self);
  if (klass->get_next_spec != NULL && n_before <= klass->n_kept &&
      klass->get_next_spec (content.index, direction, &content.spec))
    work_towards (self, &content, &viewport);
}

static void
job_done_cb (AtlasLayerJob *job, GObject *layer)
{
  AtlasLayer *self = ATLAS_LAYER (layer);
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerPicture *picture;

  /* Somebody else took it, or nobody wants it. */
  if (job != priv->job)
    return;
  picture = atlas_layer_job_take_picture (job);
  g_clear_pointer (&priv->job, atlas_layer_job_unref);
  atlas_layer_shelf_take (&priv->shelf, picture, FALSE, ATLAS_LAYER_GET_CLASS (self)->n_kept);
  /* While steps follow each other the clock below will have the rest drawn. */
  if (priv->job_is_ahead && (priv->rest != 0 || !priv->waiting))
    work_ahead (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
still_cb (gpointer user_data)
{
  AtlasLayer *self = user_data;
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  priv->still = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Whether the names in @picture belong to another place of the window, and the map has come to rest
 * at this one. */
static gboolean
is_outdated_at_rest (AtlasLayer *self,
                     const AtlasLayerPicture *picture,
                     const AtlasViewport *viewport)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  double x, y;

  if (!ATLAS_LAYER_GET_CLASS (self)->follows_view)
    return FALSE;
  atlas_viewport_project (viewport, picture->viewport.lon, picture->viewport.lat, &x, &y);
  if (hypot (x - viewport->width / 2.0, y - viewport->height / 2.0) < MOVED_PIXELS)
    return FALSE;

  if (memcmp (&priv->still_at, viewport, sizeof *viewport) != 0)
    {
      priv->still_at = *viewport;
      g_clear_handle_id (&priv->still, g_source_remove);
      priv->still = g_timeout_add (STILL_MS, still_cb, self);
    }
  return priv->still == 0;
}

/* Whether @picture, which may be NULL, may not even be shown for a moment. */
static gboolean
is_useless (AtlasLayer *self, const AtlasLayerPicture *picture, const AtlasViewport *viewport)
{
  return picture == NULL || !atlas_layer_picture_touches (picture, viewport) ||
         (ATLAS_LAYER_GET_CLASS (self)->redraws_on_zoom &&
          !atlas_layer_picture_same_zoom (&picture->viewport, viewport));
}

static gboolean
is_at_work_on (AtlasLayer *self, guint64 key, const AtlasViewport *viewport)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerPicture drawn = { .key = key };

  if (priv->job == NULL || atlas_layer_job_get_key (priv->job) != key)
    return FALSE;
  drawn.viewport = *atlas_layer_job_get_viewport (priv->job);
  return atlas_layer_picture_is_complete (&drawn, viewport);
}

static gboolean
rested_cb (gpointer user_data)
{
  AtlasLayer *self = user_data;
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  priv->rest = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The picture that must stand in this very frame. Drawn by the thread of letters it is waited for;
 * but then that thread has begun before the frame came to this layer. */
static AtlasLayerPicture *
draw_at_once (AtlasLayer *self, const AtlasLayerContent *content, const AtlasViewport *viewport)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerClass *klass = ATLAS_LAYER_GET_CLASS (self);
  guint64 key = klass->get_content_key (content);
  AtlasLayerPicture *picture;

  if (klass->lettered && !is_at_work_on (self, key, viewport))
    {
      forget_job (self);
      start_work (self, content, viewport, 0.0, FALSE);
    }
  if (is_at_work_on (self, key, viewport))
    {
      picture = atlas_layer_job_take_picture (priv->job);
      g_clear_pointer (&priv->job, atlas_layer_job_unref);
    }
  else
    picture = atlas_layer_draw_picture (content, viewport, key, klass->draw);
  atlas_layer_shelf_take (&priv->shelf, picture, TRUE, klass->n_kept);
  return picture;
}

static void
atlas_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasLayer *self = ATLAS_LAYER (widget);
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerClass *klass = ATLAS_LAYER_GET_CLASS (self);
  AtlasLayerContent content;
  AtlasViewport viewport;
  AtlasLayerPicture *picture;
  gboolean hurried;

  if (!is_ready (self))
    return;

  content = current_content (self);
  viewport = current_viewport (self);
  atlas_layer_shelf_free_retired (&priv->shelf);
  hurried = atlas_stride_note (&priv->stride, content.spec.date);

  picture = atlas_layer_shelf_find (&priv->shelf, klass->get_content_key (&content));
  if (is_useless (self, picture, &viewport))
    {
      picture = draw_at_once (self, &content, &viewport);
      hurried = TRUE;
    }

  atlas_layer_picture_paint (picture, &viewport, priv->opacity, widget, snapshot);

  priv->waiting = picture->edition != content.edition ||
                  !atlas_layer_picture_same_zoom (&picture->viewport, &viewport) ||
                  !atlas_layer_picture_covers (picture, &viewport, klass->overscan / WORK_BEGINS) ||
                  is_outdated_at_rest (self, picture, &viewport);
  /* Who steps through time does not move about: room for that is drawn when the steps end. */
  if (hurried)
    {
      g_clear_handle_id (&priv->rest, g_source_remove);
      priv->rest = g_timeout_add (STILL_MS, rested_cb, self);
    }
  if (priv->job != NULL)
    return;
  if (priv->waiting && !hurried)
    start_work (self, &content, &viewport, klass->overscan, FALSE);
  else
    work_ahead (self);
}

static void
forget_pictures (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  atlas_layer_shelf_clear (&priv->shelf);
  forget_job (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
atlas_layer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (ATLAS_LAYER (object));

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, priv->state);
      break;
    case PROP_INDEX:
      g_value_set_object (value, priv->index);
      break;
    case PROP_BASEMAP:
      g_value_set_boxed (value, priv->basemap);
      break;
    case PROP_MASK:
      g_value_set_uint (value, priv->mask);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_state (AtlasLayer *self, AtlasViewState *state)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  if (priv->state != NULL)
    g_signal_handlers_disconnect_by_data (priv->state, self);
  g_set_object (&priv->state, state);
  if (state != NULL)
    {
      g_signal_connect_object (state,
                               "notify",
                               G_CALLBACK (gtk_widget_queue_draw),
                               self,
                               G_CONNECT_SWAPPED);
    }
}

static void
atlas_layer_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasLayer *self = ATLAS_LAYER (object);
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  switch (id)
    {
    case PROP_STATE:
      set_state (self, g_value_get_object (value));
      break;
    case PROP_INDEX:
      if (!g_set_object (&priv->index, g_value_get_object (value)))
        return;
      priv->stride = (AtlasStride){ 0 };
      break;
    case PROP_BASEMAP:
      if (g_value_get_boxed (value) == priv->basemap)
        return;
      g_clear_pointer (&priv->basemap, atlas_basemap_unref);
      priv->basemap = g_value_dup_boxed (value);
      break;
    case PROP_MASK:
      if (g_value_get_uint (value) == priv->mask)
        return;
      priv->mask = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  forget_pictures (self);
}

static void
atlas_layer_dispose (GObject *object)
{
  AtlasLayer *self = ATLAS_LAYER (object);
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  forget_job (self);
  atlas_layer_shelf_free_retired (&priv->shelf);
  g_clear_handle_id (&priv->rest, g_source_remove);
  g_clear_handle_id (&priv->still, g_source_remove);
  atlas_layer_shelf_clear (&priv->shelf);
  if (priv->state != NULL)
    g_signal_handlers_disconnect_by_data (priv->state, self);
  g_clear_object (&priv->state);
  g_clear_object (&priv->index);
  g_clear_pointer (&priv->basemap, atlas_basemap_unref);
  if (priv->subject != NULL)
    priv->release_subject (g_steal_pointer (&priv->subject));

  G_OBJECT_CLASS (atlas_layer_parent_class)->dispose (object);
}

static gboolean
atlas_layer_contains (GtkWidget *widget, double x, double y)
{
  /* The map underneath takes all input. */
  return FALSE;
}

static void
atlas_layer_class_init (AtlasLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_layer_get_property;
  object_class->set_property = atlas_layer_set_property;
  object_class->dispose = atlas_layer_dispose;
  widget_class->snapshot = atlas_layer_snapshot;
  widget_class->contains = atlas_layer_contains;
  klass->n_kept = 1;
  klass->overscan = 0.25;

  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, ATLAS_TYPE_VIEW_STATE, flags);
  properties[PROP_INDEX] =
    g_param_spec_object ("index", NULL, NULL, ATLAS_TYPE_HISTORY_INDEX, flags);
  properties[PROP_BASEMAP] = g_param_spec_boxed ("basemap", NULL, NULL, ATLAS_TYPE_BASEMAP, flags);
  properties[PROP_MASK] = g_param_spec_uint ("mask", NULL, NULL, 0, G_MAXUINT, G_MAXUINT, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
atlas_layer_init (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  priv->mask = G_MAXUINT;
  priv->opacity = 1.0;
}

AtlasPictureSpec
atlas_layer_spec_from_state (AtlasViewState *state)
{
  return (AtlasPictureSpec){
    .date = atlas_view_state_get_date (state),
    .window = atlas_view_state_get_window (state),
    .afterglow = atlas_view_state_get_afterglow (state),
    .style = atlas_view_state_get_style (state),
    .text_scale = atlas_view_state_get_text_scale (state),
    .show = atlas_view_state_get_show (state),
    .filter = atlas_view_state_get_filter (state),
    .lang = atlas_view_state_get_language (state),
    .selected = atlas_view_state_get_selection (state),
    .hovered = atlas_view_state_get_hovered (state),
    .viewpoint = atlas_view_state_get_viewpoint (state),
    .chapter = atlas_view_state_get_chapter (state),
    .chapter_step = atlas_view_state_get_chapter_step (state),
  };
}

AtlasViewport
atlas_layer_viewport_from_state (AtlasViewState *state, int width, int height, double scale)
{
  AtlasViewport viewport = { .width = width, .height = height, .scale = scale };

  atlas_view_state_get_view (state, &viewport.lon, &viewport.lat, &viewport.zoom);
  return viewport;
}

void
atlas_layer_set_cards (AtlasLayer *self, const AtlasRect *cards, guint n_cards)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_LAYER (self));
  g_return_if_fail (n_cards <= ATLAS_PICTURE_MOST_CARDS);

  if (n_cards == priv->n_cards && memcmp (cards, priv->cards, n_cards * sizeof *cards) == 0)
    return;
  memset (priv->cards, 0, sizeof priv->cards);
  memcpy (priv->cards, cards, n_cards * sizeof *cards);
  priv->n_cards = n_cards;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_layer_take_subject (AtlasLayer *self, gpointer subject, GDestroyNotify release)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_LAYER (self));
  g_return_if_fail (subject == NULL || release != NULL);

  if (priv->subject != NULL)
    priv->release_subject (priv->subject);
  priv->subject = subject;
  priv->release_subject = release;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_layer_take_edition (AtlasLayer *self,
                          gpointer subject,
                          GDestroyNotify release,
                          guint64 edition)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_LAYER (self));

  priv->edition = edition;
  atlas_layer_take_subject (self, subject, release);
}

void
atlas_layer_set_opacity (AtlasLayer *self, double opacity)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_LAYER (self));

  priv->opacity = CLAMP (opacity, 0.0, 1.0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint64
atlas_layer_mix_key (guint64 key, guint64 value)
{
  for (guint i = 0; i < sizeof value; i++)
    {
      key ^= value & 0xff;
      key *= G_GUINT64_CONSTANT (0x100000001b3);
      value >>= 8;
    }
  return key;
}

gboolean
atlas_layer_is_settled (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerContent content;
  AtlasViewport viewport;
  const AtlasLayerPicture *front;

  g_return_val_if_fail (ATLAS_IS_LAYER (self), FALSE);

  if (!is_ready (self))
    return FALSE;
  content = current_content (self);
  viewport = current_viewport (self);
  front = atlas_layer_shelf_get_front (&priv->shelf);
  return front != NULL && front->key == ATLAS_LAYER_GET_CLASS (self)->get_content_key (&content) &&
         front->edition == content.edition && atlas_layer_picture_is_complete (front, &viewport);
}

void
atlas_layer_prepare (AtlasLayer *self, int width, int height)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerContent content;
  AtlasViewport viewport;

  g_return_if_fail (ATLAS_IS_LAYER (self));

  if (priv->state == NULL || priv->index == NULL || width <= 0 || height <= 0)
    return;
  forget_job (self);
  content = current_content (self);
  viewport = current_viewport (self);
  viewport.width = width;
  viewport.height = height;
  start_work (self, &content, &viewport, PREPARED_OVERSCAN, FALSE);
}

void
atlas_layer_begin (AtlasLayer *self)
{
  AtlasLayerPrivate *priv = atlas_layer_get_instance_private (self);
  AtlasLayerContent content;
  AtlasViewport viewport;
  guint64 key;

  g_return_if_fail (ATLAS_IS_LAYER (self));

  if (!is_ready (self) || !ATLAS_LAYER_GET_CLASS (self)->lettered)
    return;
  content = current_content (self);
  viewport = current_viewport (self);
  key = ATLAS_LAYER_GET_CLASS (self)->get_content_key (&content);
  if (viewport.width <= 0 || viewport.height <= 0 || is_at_work_on (self, key, &viewport) ||
      !is_useless (self, atlas_layer_shelf_find (&priv->shelf, key), &viewport))
    return;
  atlas_layer_shelf_free_retired (&priv->shelf);
  forget_job (self);
  start_work (self, &content, &viewport, 0.0, FALSE);
}
