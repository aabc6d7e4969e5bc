/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <string.h>

#include "atlas-sum.h"

/* The golden ratio, times two to the 64: an odd number whose bits are well mixed. */
#define FACTOR G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

static guint64
mix (guint64 sum, guint64 word)
{
  sum = (sum ^ word) * FACTOR;
  return sum ^ (sum >> 29);
}

guint64
atlas_sum_bytes (guint64 sum, gconstpointer data, gsize n)
{
  const char *bytes = data;
  guint64 word;

  for (; n >= sizeof word; n -= sizeof word, bytes += sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      sum = mix (sum, word);
    }
  word = n;
  for (; n > 0; n--)
    word = word << 8 | (guchar) *bytes++;
  return mix (sum, word);
}
