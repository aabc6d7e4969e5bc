/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-freshness.h"

#define SECOND G_GINT64_CONSTANT (1000)
#define HOUR (3600 * SECOND)
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)
#define YEAR (365 * DAY)

/* The date of a header, milliseconds since 1970; FALSE where it is none. */
static gboolean
read_date (SoupMessageHeaders *headers, const char *name, gint64 *date)
{
  const char *text = soup_message_headers_get_one (headers, name);
  g_autoptr (GDateTime) time = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  if (time == NULL)
    return FALSE;
  *date = g_date_time_to_unix (time) * SECOND;
  return TRUE;
}

/* Whole seconds as milliseconds, a year at most; FALSE where @text is no such number. */
static gboolean
read_seconds (const char *text, gint64 *milliseconds)
{
  guint64 seconds;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &seconds, NULL))
    return FALSE;
  *milliseconds = (gint64) MIN (seconds, (guint64) (YEAR / SECOND)) * SECOND;
  return TRUE;
}

static gint64
guess_lifetime (SoupMessageHeaders *headers, gint64 now)
{
  gint64 modified;

  if (!read_date (headers, "Last-Modified", &modified))
    return WEEK;
  return CLAMP ((now - modified) / 10, DAY, WEEK);
}

/* How long the answer holds from the moment it was made. */
static gint64
read_lifetime (SoupMessageHeaders *headers, GHashTable *control, gint64 now)
{
  gint64 lifetime, expires, date = now;

  if (control != NULL && g_hash_table_contains (control, "no-cache"))
    return 0;
  if (control != NULL && read_seconds (g_hash_table_lookup (control, "max-age"), &lifetime))
    return lifetime;
  if (soup_message_headers_get_one (headers, "Expires") == NULL)
    return guess_lifetime (headers, now);
  /* An Expires that is no date, most often 0, means the past. */
  if (!read_date (headers, "Expires", &expires))
    return 0;
  read_date (headers, "Date", &date);
  return CLAMP (expires - date, 0, YEAR);
}

AtlasTileFreshness
atlas_tile_freshness_read (SoupMessageHeaders *headers, gint64 now)
{
  const char *text = soup_message_headers_get_list (headers, "Cache-Control");
  GHashTable *control = text != NULL ? soup_header_parse_param_list (text) : NULL;
  AtlasTileFreshness freshness = { .may_store = TRUE };
  gint64 age = 0;

  read_seconds (soup_message_headers_get_one (headers, "Age"), &age);
  freshness.expires = now + MAX (0, read_lifetime (headers, control, now) - age);
  if (control != NULL)
    {
      freshness.may_store = !g_hash_table_contains (control, "no-store");
      freshness.strict = g_hash_table_contains (control, "must-revalidate");
      soup_header_free_param_list (control);
    }
  return freshness;
}

gint64
atlas_tile_freshness_read_retry (SoupMessageHeaders *headers, gint64 now, gint64 otherwise)
{
  gint64 delay, date;

  if (!read_seconds (soup_message_headers_get_one (headers, "Retry-After"), &delay))
    {
      if (!read_date (headers, "Retry-After", &date))
        return otherwise;
      delay = date - now;
    }
  return CLAMP (delay, SECOND, HOUR);
}
