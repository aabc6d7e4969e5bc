/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <math.h>

#include "atlas-calendar.h"
#include "atlas-ticks.h"

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

/* One step of a ruler. Days are those 1, 6, 11 ... (or 1, 11, 21) of a month, so that a step never
 * straddles a month's end. */
typedef struct
{
  Unit unit;
  int n;
} Step;

/* Labelled steps from fine to coarse, each with the unlabelled steps that may stand between, the
 * finest first. */
static const struct
{
  Step labelled;
  Step minor[3];
} ladder[] = {
  { { UNIT_DAY, 1 }, { { UNIT_DAY, 1 } } },
  { { UNIT_DAY, 5 }, { { UNIT_DAY, 1 } } },
  { { UNIT_DAY, 10 }, { { UNIT_DAY, 1 }, { UNIT_DAY, 5 } } },
  { { UNIT_MONTH, 1 }, { { UNIT_DAY, 5 }, { UNIT_DAY, 10 } } },
  { { UNIT_MONTH, 3 }, { { UNIT_DAY, 10 }, { UNIT_MONTH, 1 } } },
  { { UNIT_MONTH, 6 }, { { UNIT_MONTH, 1 }, { UNIT_MONTH, 3 } } },
  { { UNIT_YEAR, 1 }, { { UNIT_MONTH, 1 }, { UNIT_MONTH, 3 }, { UNIT_MONTH, 6 } } },
  { { UNIT_YEAR, 2 }, { { UNIT_MONTH, 3 }, { UNIT_MONTH, 6 }, { UNIT_YEAR, 1 } } },
  { { UNIT_YEAR, 5 }, { { UNIT_MONTH, 6 }, { UNIT_YEAR, 1 } } },
  { { UNIT_YEAR, 10 }, { { UNIT_YEAR, 1 }, { UNIT_YEAR, 2 }, { UNIT_YEAR, 5 } } },
  { { UNIT_YEAR, 20 }, { { UNIT_YEAR, 2 }, { UNIT_YEAR, 5 }, { UNIT_YEAR, 10 } } },
  { { UNIT_YEAR, 50 }, { { UNIT_YEAR, 5 }, { UNIT_YEAR, 10 } } },
  { { UNIT_YEAR, 100 }, { { UNIT_YEAR, 10 }, { UNIT_YEAR, 20 }, { UNIT_YEAR, 50 } } },
  { { UNIT_YEAR, 500 }, { { UNIT_YEAR, 50 }, { UNIT_YEAR, 100 } } },
  { { UNIT_YEAR, 1000 }, { { UNIT_YEAR, 100 }, { UNIT_YEAR, 200 }, { UNIT_YEAR, 500 } } },
  { { UNIT_YEAR, 10000 }, { { UNIT_YEAR, 1000 }, { UNIT_YEAR, 2000 } } },
  { { UNIT_YEAR, 100000 }, { { UNIT_YEAR, 10000 }, { UNIT_YEAR, 20000 } } },
  { { UNIT_YEAR, 1000000 }, { { UNIT_YEAR, 100000 }, { UNIT_YEAR, 200000 } } },
};

/* The fewest days from one tick to the next. */
static double
shortest_days (Step step)
{
  switch (step.unit)
    {
    case UNIT_MONTH:
      return step.n == 1 ? 28.0 : step.n == 3 ? 90.0 : 181.0;
    case UNIT_YEAR:
      return floor (step.n * 365.2425);
    case UNIT_DAY:
    default:
      /* After the 26th or 21st the next month may be three or eight days away. */
      return step.n == 1 ? 1.0 : step.n == 5 ? 3.0 : 8.0;
    }
}

static int
round_down (int value, int n)
{
  int rest = value % n;

  return value - (rest < 0 ? rest + n : rest);
}

/* The last tick of @step on or before @day. */
static AtlasDay
floor_to (AtlasDay day, Step step)
{
  int year, month, mday;

  atlas_day_to_gregorian (day, &year, &month, &mday);
  switch (step.unit)
    {
    case UNIT_MONTH:
      return atlas_day_from_gregorian (year, round_down (month - 1, step.n) + 1, 1);
    case UNIT_YEAR:
      return atlas_day_from_gregorian (round_down (year, step.n), 1, 1);
    case UNIT_DAY:
    default:
      if (step.n == 1)
        return day;
      /* No tick so late in the month that the next first would follow too soon. */
      mday = MIN (round_down (mday - 1, step.n), 30 - step.n) + 1;
      return atlas_day_from_gregorian (year, month, mday);
    }
}

/* The tick of @step after @tick, which is one. */
static AtlasDay
next_tick (AtlasDay tick, Step step)
{
  int year, month, mday;

  atlas_day_to_gregorian (tick, &year, &month, &mday);
  switch (step.unit)
    {
    case UNIT_MONTH:
      return atlas_day_from_gregorian (year, month + step.n, 1);
    case UNIT_YEAR:
      return atlas_day_from_gregorian (year + step.n, 1, 1);
    case UNIT_DAY:
    default:
      if (step.n == 1)
        return tick + 1;
      return mday + step.n > 31 - step.n ? atlas_day_from_gregorian (year, month + 1, 1)
                                         : tick + step.n;
    }
}

/* A label is major where the next larger unit begins as well. */
static gboolean
is_major (AtlasDay day, Step step)
{
  int year, month, mday;

  atlas_day_to_gregorian (day, &year, &month, &mday);
  switch (step.unit)
    {
    case UNIT_MONTH:
      return month == 1;
    case UNIT_YEAR:
      return year % (step.n < 5 ? 10 : step.n == 5 ? 50 : step.n < 100 ? 100 : step.n * 10) == 0;
    case UNIT_DAY:
    default:
      return mday == 1;
    }
}

static void
write_label (AtlasTick *tick, Step step, const char *lang)
{
  gboolean chinese = lang && g_str_has_prefix (lang, "zh");
  const char *tag = chinese || g_strcmp0 (lang, "ru") == 0 ? lang : "en";
  const char *month_name;
  int year, month, day;

  atlas_day_to_gregorian (tick->day, &year, &month, &day);
  month_name = atlas_calendar_month_name (month, tag, TRUE);
  if (month == 1 && day == 1)
    g_snprintf (tick->label, sizeof tick->label, chinese ? "%d年" : "%d", year);
  else if (step.unit == UNIT_MONTH || day == 1)
    g_strlcpy (tick->label, month_name, sizeof tick->label);
  else if (chinese)
    g_snprintf (tick->label, sizeof tick->label, "%s%d日", month_name, day);
  else
    g_snprintf (tick->label, sizeof tick->label, "%d %s", day, month_name);
}

static const Step *
choose_minor (const Step *candidates, Step labelled, double pixels_per_day)
{
  for (guint i = 0; i < G_N_ELEMENTS (ladder[0].minor); i++)
    {
      const Step *step = &candidates[i];

      if (step->n == 0 || (step->unit == labelled.unit && step->n == labelled.n))
        break;
      if (shortest_days (*step) * pixels_per_day >= ATLAS_TICKS_MINOR_DISTANCE)
        return step;
    }
  return NULL;
}

/* Minor steps divide the labelled ones, so that every labelled tick is met on the way. */
static void
append_ticks (GArray *ticks, AtlasTimeSpan span, Step labelled, const Step *minor, const char *lang)
{
  Step step = minor ? *minor : labelled;

  AtlasDay day = floor_to (span.begin, step);

  while (day <= span.end)
    {
      AtlasTick tick = { day, ATLAS_TICK_MINOR, "" };
      AtlasDay next = next_tick (day, step);

      if (floor_to (day, labelled) == day)
        {
          tick.level = is_major (day, labelled) ? ATLAS_TICK_MAJOR : ATLAS_TICK_MEDIUM;
          write_label (&tick, labelled, lang);
        }
      if (day >= span.begin)
        g_array_append_val (ticks, tick);

      /* The count of days ends somewhere: there the next tick is this one again. */
      if (next <= day)
        break;
      day = next;
    }
}

GArray *
atlas_ticks_new (AtlasTimeSpan span, double width, double label_distance, const char *lang)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (AtlasTick));
  gint64 length = atlas_time_span_length (span);
  double pixels_per_day;

  if (length == 0 || length == G_MAXINT64 || width <= 0.0)
    return ticks;

  pixels_per_day = width / (double) length;
  for (guint i = 0; i < G_N_ELEMENTS (ladder); i++)
    {
      if (shortest_days (ladder[i].labelled) * pixels_per_day < label_distance)
        continue;
      append_ticks (ticks,
                    span,
                    ladder[i].labelled,
                    choose_minor (ladder[i].minor, ladder[i].labelled, pixels_per_day),
                    lang);
      break;
    }
  return ticks;
}

double
atlas_ticks_position (AtlasTimeSpan span, double width, AtlasDay day)
{
  double length = (double) span.end - span.begin + 1.0;

  g_return_val_if_fail (length > 0.0, 0.0);

  return ((double) day - span.begin) / length * width;
}

AtlasDay
atlas_ticks_day_at (AtlasTimeSpan span, double width, double x)
{
  double length = (double) span.end - span.begin + 1.0;

  g_return_val_if_fail (length > 0.0 && width > 0.0, span.begin);

  return (AtlasDay) CLAMP (span.begin + floor (x / width * length),
                           (double) span.begin,
                           (double) span.end);
}
