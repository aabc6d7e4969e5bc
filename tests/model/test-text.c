/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text.h"

/* What is asked for, of which languages, and what comes. */
static const struct
{
  const char *there[3];
  const char *wanted;
  const char *found;
} fallbacks[] = {
  { { "en", "zh-Hant", "zh-Hans" }, "zh-Hans", "zh-Hans" },
  { { "en", "zh-Hant", NULL }, "zh-Hans", "zh-Hant" },
  { { "en", "zh-Hans", NULL }, "zh-Hant", "zh-Hans" },
  { { "zh-Hant", "en", NULL }, "ru", "en" },
  { { "ru", "ug", NULL }, "zh-Hant", "ru" },
  { { "ru", "ug", NULL }, "ug", "ug" },
  { { "ru", "zh-Hans", "en" }, "zh", "en" },
};

static AtlasText *
make_text (const char *const there[3])
{
  if (there[2] != NULL)
    return atlas_text_new (there[0], there[0], there[1], there[1], there[2], there[2], NULL);
  return atlas_text_new (there[0], there[0], there[1], there[1], NULL);
}

static void
test_fallback (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fallbacks); i++)
    {
      g_autoptr (AtlasText) text = make_text (fallbacks[i].there);
      const char *lang = NULL;

      /* The words of each language are its own tag. */
      g_assert_cmpstr (atlas_text_get (text, fallbacks[i].wanted), ==, fallbacks[i].found);
      g_assert_cmpstr (atlas_text_get_full (text, fallbacks[i].wanted, &lang),
                       ==,
                       fallbacks[i].found);
      g_assert_cmpstr (lang, ==, fallbacks[i].found);
    }
}

static void
test_exact (void)
{
  g_autoptr (AtlasText) text = atlas_text_new ("en", "Ili", "zh-Hant", "伊犁", NULL);

  g_assert_cmpstr (atlas_text_get_exact (text, "zh-Hant"), ==, "伊犁");
  g_assert_null (atlas_text_get_exact (text, "zh-Hans"));
  g_assert_null (atlas_text_get_exact (NULL, "en"));
}

static void
test_empty (void)
{
  g_autoptr (AtlasText) text = atlas_text_new (NULL, NULL);
  const char *lang = "untouched";

  g_assert_null (atlas_text_get (text, "en"));
  g_assert_null (atlas_text_get (NULL, "en"));
  g_assert_null (atlas_text_get_full (NULL, "en", &lang));
  g_assert_null (lang);
  g_assert_null (atlas_text_get_languages (text)[0]);
  g_assert_null (atlas_text_get_languages (NULL)[0]);
}

static void
test_languages_in_order (void)
{
  g_autoptr (AtlasText) text = atlas_text_new ("ru", "а", "en", "a", "ru", "б", NULL);
  const char *const *langs = atlas_text_get_languages (text);

  g_assert_cmpstr (langs[0], ==, "ru");
  g_assert_cmpstr (langs[1], ==, "en");
  g_assert_null (langs[2]);
  g_assert_cmpstr (atlas_text_get (text, "ru"), ==, "а");
}

static void
test_boxed (void)
{
  g_autoptr (AtlasText) text = atlas_text_new ("en", "a", NULL);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, ATLAS_TYPE_TEXT);
  g_value_set_boxed (&value, text);
  g_assert_true (g_value_get_boxed (&value) == text);
  g_value_unset (&value);
  g_assert_cmpstr (atlas_text_get (text, "en"), ==, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/text/fallback", test_fallback);
  g_test_add_func ("/model/text/exact", test_exact);
  g_test_add_func ("/model/text/empty", test_empty);
  g_test_add_func ("/model/text/languages-in-order", test_languages_in_order);
  g_test_add_func ("/model/text/boxed", test_boxed);
  return g_test_run ();
}
