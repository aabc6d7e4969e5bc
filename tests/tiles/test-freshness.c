/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-tile-backoff.h"
#include "atlas-tile-freshness.h"

/* 2026-01-01T00:00:00Z, a Thursday. */
#define NOW (G_GINT64_CONSTANT (1767225600) * 1000)
#define SECOND G_GINT64_CONSTANT (1000)
#define DAY (86400 * SECOND)

#define MOST_HEADERS 3

static const struct
{
  const char *headers[MOST_HEADERS][2];
  gint64 lifetime;
  gboolean may_store;
  gboolean strict;
} cases[] = {
  { { { NULL } }, 7 * DAY, TRUE, FALSE },
  { { { "Cache-Control", "max-age=60" } }, 60 * SECOND, TRUE, FALSE },
  { { { "Cache-Control", "public, Max-Age=\"60\"" } }, 60 * SECOND, TRUE, FALSE },
  { { { "Cache-Control", "max-age=60" }, { "Age", "20" } }, 40 * SECOND, TRUE, FALSE },
  { { { "Cache-Control", "max-age=60" }, { "Age", "90" } }, 0, TRUE, FALSE },
  { { { "Cache-Control", "no-store" } }, 7 * DAY, FALSE, FALSE },
  { { { "Cache-Control", "no-cache, max-age=60" } }, 0, TRUE, FALSE },
  { { { "Cache-Control", "max-age=5, must-revalidate" } }, 5 * SECOND, TRUE, TRUE },
  { { { "Cache-Control", "max-age=-5" } }, 7 * DAY, TRUE, FALSE },
  { { { "Cache-Control", "max-age=99999999999999999999" } }, 7 * DAY, TRUE, FALSE },
  { { { "Cache-Control", "max-age=999999999999" } }, 365 * DAY, TRUE, FALSE },
  { { { "Expires", "Fri, 02 Jan 2026 00:00:00 GMT" } }, DAY, TRUE, FALSE },
  { { { "Expires", "Fri, 02 Jan 2026 00:00:00 GMT" }, { "Date", "Thu, 01 Jan 2026 12:00:00 GMT" } },
    DAY / 2,
    TRUE,
    FALSE },
  { { { "Expires", "0" } }, 0, TRUE, FALSE },
  { { { "Expires", "Wed, 31 Dec 2025 00:00:00 GMT" } }, 0, TRUE, FALSE },
  { { { "Expires", "0" }, { "Cache-Control", "max-age=60" } }, 60 * SECOND, TRUE, FALSE },
  { { { "Last-Modified", "Sun, 02 Nov 2025 00:00:00 GMT" } }, 6 * DAY, TRUE, FALSE },
  { { { "Last-Modified", "Sun, 02 Nov 1980 00:00:00 GMT" } }, 7 * DAY, TRUE, FALSE },
  { { { "Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT" } }, DAY, TRUE, FALSE },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
      AtlasTileFreshness freshness;

      for (guint h = 0; h < MOST_HEADERS && cases[i].headers[h][0] != NULL; h++)
        {
          g_test_message ("%u: %s: %s", i, cases[i].headers[h][0], cases[i].headers[h][1]);
          soup_message_headers_append (headers, cases[i].headers[h][0], cases[i].headers[h][1]);
        }
      freshness = atlas_tile_freshness_read (headers, NOW);
      g_assert_cmpint (freshness.expires - NOW, ==, cases[i].lifetime);
      g_assert_cmpint (freshness.may_store, ==, cases[i].may_store);
      g_assert_cmpint (freshness.strict, ==, cases[i].strict);
      soup_message_headers_unref (headers);
    }
}

static void
test_retry (void)
{
  static const struct
  {
    const char *value;
    gint64 delay;
  } values[] = {
    { NULL, 7 },
    { "120", 120 * SECOND },
    { "0", SECOND },
    { "1000000", 3600 * SECOND },
    { "Thu, 01 Jan 2026 00:10:00 GMT", 600 * SECOND },
    { "Wed, 31 Dec 2025 00:10:00 GMT", SECOND },
    { "soon", 7 },
    { "-5", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

      if (values[i].value != NULL)
        soup_message_headers_append (headers, "Retry-After", values[i].value);
      g_assert_cmpint (atlas_tile_freshness_read_retry (headers, NOW, 7), ==, values[i].delay);
      soup_message_headers_unref (headers);
    }
}

/* Each delay lies between a half and the whole of its step; the steps double up to the last. */
static void
test_backoff (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1871);
  gint64 step = ATLAS_TILE_BACKOFF_FIRST;
  gint64 least = G_MAXINT64, most = 0;

  for (guint failures = 1; failures < 40; failures++)
    {
      for (guint i = 0; i < 50; i++)
        {
          gint64 delay = atlas_tile_backoff_get_delay (failures, random);

          g_assert_cmpint (delay, >=, step / 2);
          g_assert_cmpint (delay, <=, step);
          least = MIN (least, delay);
          most = MAX (most, delay);
        }
      step = MIN (2 * step, ATLAS_TILE_BACKOFF_MOST);
    }
  g_assert_cmpint (least, <, ATLAS_TILE_BACKOFF_FIRST * 6 / 10);
  g_assert_cmpint (most, >, ATLAS_TILE_BACKOFF_MOST * 9 / 10);
}

/* A few bad answers are no matter, more are a word, and many are a rest, each longer than the last.
 */
static void
test_patience (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1881);
  AtlasTilePatience patience = { 0 };

  for (guint i = 1; i < ATLAS_TILE_PATIENCE_REST; i++)
    g_assert_cmpint (atlas_tile_patience_note_bad (&patience, NOW, random),
                     ==,
                     i >= ATLAS_TILE_PATIENCE_TROUBLE);
  g_assert_cmpint (patience.rest_until, ==, 0);
  g_assert_true (atlas_tile_patience_note_bad (&patience, NOW, random));
  g_assert_cmpint (patience.rest_until, >, NOW);
  for (guint i = 0; i < 9; i++)
    atlas_tile_patience_note_bad (&patience, NOW, random);
  g_assert_cmpint (patience.rest_until, >=, NOW + ATLAS_TILE_BACKOFF_MOST / 2);
  atlas_tile_patience_rest (&patience, NOW, 30 * SECOND, random);
  g_assert_cmpint (patience.rest_until, ==, NOW + 30 * SECOND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/freshness/read", test_read);
  g_test_add_func ("/tiles/freshness/retry", test_retry);
  g_test_add_func ("/tiles/freshness/backoff", test_backoff);
  g_test_add_func ("/tiles/freshness/patience", test_patience);
  return g_test_run ();
}
