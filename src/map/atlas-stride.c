/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-map"

#include "config.h"

#include "atlas-stride.h"

/* No date is as far away as this, days and years. */
#define MOST_DAYS 100000000
#define MOST_YEARS 200000

/* 0 unless both days are the same day of different years. */
static int
count_years (AtlasDay from, AtlasDay to)
{
  int years[2], months[2], days[2];

  atlas_day_to_gregorian (from, &years[0], &months[0], &days[0]);
  atlas_day_to_gregorian (to, &years[1], &months[1], &days[1]);
  return months[0] == months[1] && days[0] == days[1] ? years[1] - years[0] : 0;
}

gboolean
atlas_stride_note (AtlasStride *self, AtlasDay date)
{
  gint64 days = (gint64) date - self->date;
  AtlasStride next = { .date = date, .begun = TRUE };

  if (self->begun && days == 0)
    return FALSE;
  if (self->begun && ABS (days) <= MOST_DAYS)
    {
      next.days = (int) days;
      next.years = count_years (self->date, date);
      next.steady =
        self->days != 0 && (next.years != 0 ? next.years == self->years : next.days == self->days);
    }
  *self = next;
  return TRUE;
}

int
atlas_stride_get_direction (const AtlasStride *self)
{
  return (self->days > 0) - (self->days < 0);
}

gboolean
atlas_stride_guess (const AtlasStride *self, guint n, AtlasDay *date)
{
  gint64 days = (gint64) self->days * n, years = (gint64) self->years * n;

  if (self->days == 0 || ABS (self->date + days) > MOST_DAYS || ABS (years) > MOST_YEARS)
    return FALSE;
  *date = self->years != 0 ? atlas_day_add_years (self->date, (int) years)
                           : (AtlasDay) (self->date + days);
  return TRUE;
}
