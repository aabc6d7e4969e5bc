/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <string.h>

#include "atlas-decimal.h"

/* Integers up to 2^53 are doubles, and so is every power of ten up to this one: of two such numbers
 * the quotient is the nearest double. */
#define MOST_EXACT (G_GUINT64_CONSTANT (1) << 53)
#define MOST_FRACTION 22
/* As many digits always fit a guint64. */
#define MOST_DIGITS 19

static const double powers[MOST_FRACTION + 1] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

static double
parse_slowly (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);

  return g_ascii_strtod (copy, NULL);
}

double
atlas_decimal_parse (const char *text, gsize length)
{
  gsize at = length > 0 && text[0] == '-' ? 1 : 0;
  gsize n_fraction = 0;
  gboolean in_fraction = FALSE;
  guint64 digits = 0;
  double value;

  if (length > MOST_DIGITS)
    return parse_slowly (text, length);
  for (gsize i = at; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        {
          digits = digits * 10 + (guint64) (text[i] - '0');
          n_fraction += in_fraction;
        }
      else if (text[i] == '.')
        in_fraction = TRUE;
      else
        return parse_slowly (text, length);
    }
  if (digits > MOST_EXACT)
    return parse_slowly (text, length);
  value = (double) digits / powers[n_fraction];
  return at > 0 ? -value : value;
}
