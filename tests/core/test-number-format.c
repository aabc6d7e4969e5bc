/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-number-format.h"

static void
assert_whole (double value, const char *lang, const char *expected)
{
  g_autofree char *text = atlas_number_format_whole (value, lang);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_whole (void)
{
  assert_whole (0.0, "en", "0");
  assert_whole (987.0, "en", "987");
  assert_whole (9850.4, "en", "9,850");
  assert_whole (-1234567.0, "en", "-1,234,567");
  assert_whole (447000.0, "zh-Hant", "447,000");
  assert_whole (447000.0, "ru", "447\u00a0000");
  assert_whole (447000.0, "no such language", "447,000");
}

static void
test_round (void)
{
  g_assert_cmpfloat_with_epsilon (atlas_number_format_round (9854.2, 3), 9850.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_number_format_round (252655.0, 3), 253000.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_number_format_round (803.4, 3), 803.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_number_format_round (999.6, 3), 1000.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_number_format_round (1000.0, 3), 1000.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_number_format_round (-14492.0, 3), -14500.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_number_format_round (0.0, 3), 0.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_number_format_round (96154.0, 1), 100000.0, 1e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/number-format/whole", test_whole);
  g_test_add_func ("/core/number-format/round", test_round);
  return g_test_run ();
}
