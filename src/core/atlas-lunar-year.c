/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <unicode/ucal.h>

#include "atlas-lunar-year.h"

#define N_YEARS (ATLAS_LUNAR_LAST_YEAR - ATLAS_LUNAR_FIRST_YEAR + 1)

/* Julian Day Number of 1970-01-01. */
#define UNIX_EPOCH 2440588

/* Bit i of @long_months says that month i of the year, counted from 0 with the leap month in its
 * place, has 30 days rather than 29. */
typedef struct
{
  gint16 year;
  AtlasDay first_day;
  gint8 leap_month;
  guint8 n_months;
  guint16 long_months;
} KnownYear;

/* Years in which ICU's "chinese" calendar (72.1) is not the one that was in force, found by
 * comparing every month with the table in tests/core/lunar-years.h. There are two reasons.
 *
 * Most are new moons within half an hour of midnight: ICU counts days by the present zone of
 * China, 14.4 minutes ahead of the mean solar time of Peking, by which the Qing almanac counted,
 * and its theory of the moon is good to some minutes only; the almanac of the day had small errors
 * of its own (so in 1673, 1675, 1704 and 1808, where ICU's month begins a day early). One month is
 * then a day shorter and the next a day longer, and in 1789, 1800, 1805 and 1827 the leap month
 * trades places with its neighbour.
 *
 * In 1795, 1814 and 1890 ICU puts the leap month before the new year (as twelfth or eleventh of the
 * year before) and not, as the almanac did, after the second month; every month between the two
 * places then has the wrong number. For 1890 these are the 88 days from 21 January.
 *
 * The years stand here whole, so that they stay right with releases of ICU that compute
 * differently. */
static const KnownYear known_years[] = {
  { 1662, 2328142, 0, 12, 0x0ba5 }, { 1673, 2332159, 0, 12, 0x0d4a },
  { 1675, 2332867, 5, 13, 0x152e }, { 1687, 2337267, 0, 12, 0x0b6a },
  { 1694, 2339806, 5, 13, 0x056b }, { 1704, 2343468, 0, 12, 0x05b5 },
  { 1708, 2344916, 3, 13, 0x1d26 }, { 1720, 2349315, 0, 12, 0x0aab },
  { 1737, 2355517, 9, 13, 0x1956 }, { 1739, 2356255, 0, 12, 0x0ad5 },
  { 1759, 2363550, 6, 13, 0x1b54 }, { 1760, 2363934, 0, 12, 0x0da2 },
  { 1763, 2365026, 0, 12, 0x0a95 }, { 1772, 2368304, 0, 12, 0x0a96 },
  { 1777, 2370135, 0, 12, 0x0752 }, { 1778, 2370489, 6, 13, 0x0ea5 },
  { 1779, 2370873, 0, 12, 0x06a5 }, { 1780, 2371227, 0, 12, 0x054b },
  { 1787, 2373797, 0, 12, 0x0d52 }, { 1789, 2374505, 5, 13, 0x154b },
  { 1794, 2376336, 0, 12, 0x0ba9 }, { 1795, 2376691, 2, 13, 0x1d52 },
  { 1796, 2377075, 0, 12, 0x0d92 }, { 1798, 2377813, 0, 12, 0x0d26 },
  { 1800, 2378521, 4, 13, 0x0aad }, { 1804, 2379998, 0, 12, 0x0ec9 },
  { 1805, 2380353, 6, 13, 0x0e8a }, { 1807, 2381090, 0, 12, 0x0d27 },
  { 1808, 2381445, 5, 13, 0x0956 }, { 1813, 2383276, 0, 12, 0x0745 },
  { 1814, 2383630, 2, 13, 0x168b }, { 1815, 2384014, 0, 12, 0x0a93 },
  { 1821, 2386200, 0, 12, 0x0ba4 }, { 1827, 2388384, 5, 13, 0x0aad },
  { 1831, 2389862, 0, 12, 0x0ea4 }, { 1889, 2411034, 0, 12, 0x0aad },
  { 1890, 2411389, 2, 13, 0x156a }, { 1895, 2413220, 5, 13, 0x0a95 },
  { 1896, 2413603, 0, 12, 0x0a97 }, { 1897, 2413958, 0, 12, 0x0556 },
};

static AtlasLunarYear lunar_years[N_YEARS];
static gsize lunar_year_ready[N_YEARS];

static void
append_month (AtlasLunarYear *self, int month, gboolean leap, AtlasDay first_day, int n_days)
{
  self->months[self->n_months++] =
    (AtlasLunarMonth){ (gint8) month, leap, { first_day, first_day + n_days - 1 } };
}

static void
fill_known_year (AtlasLunarYear *self, const KnownYear *known)
{
  AtlasDay day = known->first_day;
  int month = 0;
  gboolean leap = FALSE;

  for (int i = 0; i < known->n_months; i++)
    {
      int n_days = known->long_months & (1u << i) ? 30 : 29;

      leap = month == known->leap_month && month > 0 && !leap;
      if (!leap)
        month++;
      append_month (self, month, leap, day, n_days);
      day += n_days;
    }
}

/* Puts the calendar at noon of @day and returns the day of its month, month and leap month flag. */
static int
read_day (UCalendar *calendar, AtlasDay day, int *month, gboolean *leap)
{
  UErrorCode status = U_ZERO_ERROR;
  int day_of_month;

  ucal_setMillis (calendar, (day - UNIX_EPOCH) * 86400000.0 + 43200000.0, &status);
  *month = ucal_get (calendar, UCAL_MONTH, &status) + 1;
  *leap = ucal_get (calendar, UCAL_IS_LEAP_MONTH, &status) != 0;
  day_of_month = ucal_get (calendar, UCAL_DATE, &status);
  if (U_FAILURE (status))
    g_error ("The Chinese calendar of ICU failed: %s", u_errorName (status));
  return day_of_month;
}

/* The lunar new year falls between 20 January and 21 February: the first month 1 that begins after
 * 19 January. */
static AtlasDay
find_new_year (UCalendar *calendar, int year)
{
  int month;
  gboolean leap;
  AtlasDay day = atlas_day_from_gregorian (year, 1, 19);

  for (;;)
    {
      day += 31 - read_day (calendar, day, &month, &leap);
      day -= read_day (calendar, day, &month, &leap) - 1;
      if (month == 1 && !leap)
        return day;
    }
}

static void
compute_year (AtlasLunarYear *self, int year)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open (utc, -1, "@calendar=chinese", UCAL_DEFAULT, &status);
  AtlasDay day, next;
  int month, next_month;
  gboolean leap, next_leap;

  if (U_FAILURE (status))
    g_error ("ICU has no Chinese calendar: %s", u_errorName (status));

  day = find_new_year (calendar, year);
  read_day (calendar, day, &month, &leap);
  do
    {
      next = day + 29;
      if (read_day (calendar, next, &next_month, &next_leap) != 1)
        read_day (calendar, ++next, &next_month, &next_leap);
      append_month (self, month, leap, day, next - day);
      day = next;
      month = next_month;
      leap = next_leap;
    }
  while ((month != 1 || leap) && self->n_months < G_N_ELEMENTS (self->months));
  ucal_close (calendar);
}

const AtlasLunarYear *
atlas_lunar_year_get (int year)
{
  guint index;

  if (year < ATLAS_LUNAR_FIRST_YEAR || year > ATLAS_LUNAR_LAST_YEAR)
    return NULL;

  index = (guint) (year - ATLAS_LUNAR_FIRST_YEAR);
  if (g_once_init_enter (&lunar_year_ready[index]))
    {
      const KnownYear *known = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (known_years); i++)
        if (known_years[i].year == year)
          known = &known_years[i];
      if (known)
        fill_known_year (&lunar_years[index], known);
      else
        compute_year (&lunar_years[index], year);
      g_once_init_leave (&lunar_year_ready[index], 1);
    }
  return &lunar_years[index];
}

const AtlasLunarYear *
atlas_lunar_year_of_day (AtlasDay day, int *year)
{
  int gregorian_year, month, ignored;

  atlas_day_to_gregorian (day, &gregorian_year, &month, &ignored);
  for (int y = gregorian_year; y >= gregorian_year - 1; y--)
    {
      const AtlasLunarYear *found = atlas_lunar_year_get (y);

      if (found && found->months[0].days.begin <= day &&
          day <= found->months[found->n_months - 1].days.end)
        {
          *year = y;
          return found;
        }
    }
  return NULL;
}
