/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * AtlasTileFreshness:
 * @may_store: whether it may be kept on disk
 * @strict: whether it may not be shown once it has gone stale, not even without a network
 * @expires: until when it is fresh, milliseconds since 1970
 *
 * What an answer says about how long it holds (RFC 9111). A plain value.
 */
typedef struct
{
  gboolean may_store;
  gboolean strict;
  gint64 expires;
} AtlasTileFreshness;

/* @now: when the answer came, milliseconds since 1970. Where the server says nothing, a tile is
 * fresh for a tenth of its age, but for a day at least and a week at most; without any date, for a
 * week, as OpenStreetMap asks of those who fetch its tiles. */
AtlasTileFreshness atlas_tile_freshness_read (SoupMessageHeaders *headers, gint64 now);

/* When to ask again by Retry-After, in seconds or as a date: milliseconds from @now, between a
 * second and an hour; @otherwise where it is not there or makes no sense. */
gint64 atlas_tile_freshness_read_retry (SoupMessageHeaders *headers, gint64 now, gint64 otherwise);

G_END_DECLS
