/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-clock.h"

struct _AtlasTileClock
{
  GObject parent_instance;

  gboolean standing;
  gint64 now;     /* of a standing clock */
  GArray *alarms; /* of Alarm, likewise */
  guint last_alarm;
};

typedef struct
{
  guint id;
  gint64 due;
  GSourceOnceFunc func;
  gpointer user_data;
} Alarm;

G_DEFINE_FINAL_TYPE (AtlasTileClock, atlas_tile_clock, G_TYPE_OBJECT)

static void
atlas_tile_clock_finalize (GObject *object)
{
  g_array_unref (ATLAS_TILE_CLOCK (object)->alarms);

  G_OBJECT_CLASS (atlas_tile_clock_parent_class)->finalize (object);
}

static void
atlas_tile_clock_class_init (AtlasTileClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tile_clock_finalize;
}

static void
atlas_tile_clock_init (AtlasTileClock *self)
{
  self->alarms = g_array_new (FALSE, FALSE, sizeof (Alarm));
}

AtlasTileClock *
atlas_tile_clock_new (void)
{
  return g_object_new (ATLAS_TYPE_TILE_CLOCK, NULL);
}

AtlasTileClock *
atlas_tile_clock_new_standing (gint64 now)
{
  AtlasTileClock *self = atlas_tile_clock_new ();

  self->standing = TRUE;
  self->now = now;
  return self;
}

gint64
atlas_tile_clock_get_time (AtlasTileClock *self)
{
  g_return_val_if_fail (ATLAS_IS_TILE_CLOCK (self), 0);

  return self->standing ? self->now : g_get_real_time () / 1000;
}

guint
atlas_tile_clock_add (AtlasTileClock *self, gint64 delay, GSourceOnceFunc func, gpointer user_data)
{
  Alarm alarm;

  g_return_val_if_fail (ATLAS_IS_TILE_CLOCK (self) && func != NULL, 0);

  delay = CLAMP (delay, 0, G_MAXINT);
  if (!self->standing)
    return g_timeout_add_once ((guint) delay, func, user_data);
  alarm = (Alarm){ ++self->last_alarm, self->now + delay, func, user_data };
  g_array_append_val (self->alarms, alarm);
  return alarm.id;
}

void
atlas_tile_clock_remove (AtlasTileClock *self, guint alarm)
{
  g_return_if_fail (ATLAS_IS_TILE_CLOCK (self) && alarm != 0);

  if (!self->standing)
    {
      g_source_remove (alarm);
      return;
    }
  for (guint i = 0; i < self->alarms->len; i++)
    if (g_array_index (self->alarms, Alarm, i).id == alarm)
      {
        g_array_remove_index (self->alarms, i);
        return;
      }
}

/* The position of the alarm that is due next until @end, or -1. */
static int
find_next (AtlasTileClock *self, gint64 end)
{
  int next = -1;

  for (guint i = 0; i < self->alarms->len; i++)
    {
      gint64 due = g_array_index (self->alarms, Alarm, i).due;

      if (due <= end && (next < 0 || due < g_array_index (self->alarms, Alarm, next).due))
        next = (int) i;
    }
  return next;
}

void
atlas_tile_clock_advance (AtlasTileClock *self, gint64 milliseconds)
{
  gint64 end;
  int next;

  g_return_if_fail (ATLAS_IS_TILE_CLOCK (self) && self->standing && milliseconds >= 0);

  end = self->now + milliseconds;
  while ((next = find_next (self, end)) >= 0)
    {
      Alarm alarm = g_array_index (self->alarms, Alarm, next);

      g_array_remove_index (self->alarms, (guint) next);
      self->now = MAX (self->now, alarm.due);
      alarm.func (alarm.user_data);
    }
  self->now = end;
}
