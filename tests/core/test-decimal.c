/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <string.h>

#include "atlas-decimal.h"

static void
check (const char *text)
{
  double expected = g_ascii_strtod (text, NULL);
  double value = atlas_decimal_parse (text, strlen (text));

  /* To the last bit: a place must not move because its file was read by another function. */
  if (memcmp (&value, &expected, sizeof value) != 0)
    g_error ("%s is read as %.17g instead of %.17g", text, value, expected);
}

static void
test_table (void)
{
  static const char *const texts[] = {
    "0",
    "-0",
    "7",
    "-7.25",
    "1864.5",
    "0.1",
    "-120.24344",
    "123456789012345678",
    "9007199254740993",
    "0.30000000000000004",
    "0.000000000000000001",
    "1e3",
    "-2.5E-3",
    "1e400",
    "123456789.0123456789012345678901234567890",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check (texts[i]);
}

static void
test_random (void)
{
  for (int round = 0; round < 20000; round++)
    {
      int n_fraction = g_test_rand_int_range (0, 12);
      g_autofree char *text =
        g_strdup_printf ("%.*f", n_fraction, g_test_rand_double_range (-1e6, 1e6));

      check (text);
    }
}

/* What stands behind the number is none of its business. */
static void
test_length (void)
{
  g_assert_cmpfloat_with_epsilon (atlas_decimal_parse ("1864.5,1871", 6), 1864.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_decimal_parse ("1e22", 3), 100.0, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/decimal/table", test_table);
  g_test_add_func ("/core/decimal/random", test_random);
  g_test_add_func ("/core/decimal/length", test_length);
  return g_test_run ();
}
