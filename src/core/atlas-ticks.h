/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-span.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_TICK_MAJOR,  /* where a larger unit begins: a labelled century, decade, year or month */
  ATLAS_TICK_MEDIUM, /* the labelled unit */
  ATLAS_TICK_MINOR,  /* between labels */
} AtlasTickLevel;

typedef struct
{
  AtlasDay day;
  AtlasTickLevel level;
  char label[32]; /* empty for minor ticks */
} AtlasTick;

/* Ticks of a ruler of @width pixels for @span, ascending. Labels stand at least @label_distance
 * pixels apart; minor ticks at least ATLAS_TICKS_MINOR_DISTANCE. Empty for an open or empty span or
 * a width of 0. (transfer full) (element-type AtlasTick) */
#define ATLAS_TICKS_MINOR_DISTANCE 4.0
GArray *atlas_ticks_new (AtlasTimeSpan span, double width, double label_distance, const char *lang);

/* Where @day begins on that ruler, in pixels from the left; the last day ends at @width. */
double atlas_ticks_position (AtlasTimeSpan span, double width, AtlasDay day);

/* The day at @x, kept inside @span. */
AtlasDay atlas_ticks_day_at (AtlasTimeSpan span, double width, double x);

G_END_DECLS
