/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <string.h>

#include "atlas-random-atlas.h"
#include "atlas-text-fold.h"
#include "atlas-text-index.h"
#include "atlas-word-list.h"

static void
test_fold (void)
{
  static const char *const cases[][3] = {
    { "Tarbagatai", "tarbagatai", "tarbagatai" },
    { "塔爾巴哈臺", "塔尔巴哈台", "ta er ba ha tai" },
    { "塔尔巴哈台", "塔尔巴哈台", "ta er ba ha tai" },
    { "Yaʿqūb  Beg", "yaqub beg", "yaqub beg" },
    { "Ya'qub-Beg!", "yaqub beg", "yaqub beg" },
    { "Горчаков", "горчаков", "gorchakov" },
    { "1864–65", "1864 65", "1864 65" },
    { "—", "", "" },
    { "", "", "" },
  };
  g_autoptr (AtlasTextFold) fold = atlas_text_fold_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *same = atlas_text_fold_same (fold, cases[i][0]);
      g_autofree char *latin = atlas_text_fold_latin (fold, cases[i][0]);

      g_assert_cmpstr (same, ==, cases[i][1]);
      g_assert_cmpstr (latin, ==, cases[i][2]);
    }
}

/* Long texts grow when they are transliterated; nothing may be cut. */
static void
test_fold_long (void)
{
  g_autoptr (AtlasTextFold) fold = atlas_text_fold_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *latin = NULL;

  for (int i = 0; i < 500; i++)
    g_string_append (text, "莊");
  latin = atlas_text_fold_latin (fold, text->str);
  g_assert_cmpuint (strlen (latin), ==, 500 * strlen ("zhuang ") - 1);
}

static void
append_place (GString *json, const char *slug, int rank, const char *names, const char *summary)
{
  g_string_append_printf (json,
                          ",{\"type\":\"Feature\",\"@id\":\"place/"
                          "%s\",\"properties\":{\"title\":\"%s\",\"atlas:kind\":\"place\"},"
                          "\"geometry\":null,\"names\":[%s],\"atlas:place-type\":\"town\",\"atlas:"
                          "rank\":%d,\"atlas:precision\":\"unknown\","
                          "\"atlas:status\":\"attested\",\"citations\":[{\"@id\":\"source/r-0\"}],"
                          "\"descriptions\":[{\"value\":\"%s\",\"lang\":\"en\"}]}",
                          slug,
                          slug,
                          names,
                          rank,
                          summary);
}

static AtlasDataset *
make_dataset (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  random_atlas_feature (json,
                        "source",
                        0,
                        NULL,
                        "\"geometry\":null,\"atlas:source-type\":\"general-knowledge\"");
  append_place (json,
                "tacheng",
                1,
                "{\"toponym\":\"Tarbagatai\",\"lang\":\"en\"},{\"toponym\":\"塔爾巴哈臺\",\"lang\":"
                "\"zh-Hant\"},"
                "{\"toponym\":\"Чугучак\",\"lang\":\"ru\"}",
                "A town near the lake where treaties were talked over.");
  append_place (json,
                "lake-town",
                2,
                "{\"toponym\":\"Lake Town\",\"lang\":\"en\"}",
                "A town by the water.");
  append_place (json, "laketon", 3, "{\"toponym\":\"Laketon\",\"lang\":\"en\"}", "Small.");
  append_place (json, "great-lake", 3, "{\"toponym\":\"Great Lake\",\"lang\":\"en\"}", "Deep.");
  append_place (json,
                "ili",
                1,
                "{\"toponym\":\"Ili\",\"lang\":\"en\"},{\"toponym\":\"伊犁\",\"lang\":\"zh-Hans\"}",
                "Valley.");
  return random_atlas_read (json->str);
}

static char *
join_hits (AtlasTextIndex *index, const char *query, guint limit)
{
  g_autoptr (AtlasTextResult) result = atlas_text_index_search (index, query, limit);
  g_autoptr (GString) row = g_string_new (NULL);
  guint last = G_MAXUINT;

  for (guint i = 0; i < result->hits->len; i++)
    {
      const AtlasTextHit *hit = result->hits->pdata[i];

      g_assert_cmpuint (hit->score, <=, last);
      last = hit->score;
      g_string_append_printf (row,
                              "%s%s:%s",
                              row->len ? " | " : "",
                              strchr (atlas_record_get_id (hit->record), '/') + 1,
                              strlen (hit->text) > 20 ? "summary" : hit->text);
    }
  return g_string_free (g_steal_pointer (&row), FALSE);
}

static void
test_search (void)
{
  static const char *const cases[][2] = {
    { "tarbagatai", "tacheng:Tarbagatai" },
    { "TÁRBA", "tacheng:Tarbagatai" },
    { "bagat", "tacheng:Tarbagatai" },
    { "塔爾巴哈臺", "tacheng:塔爾巴哈臺" },
    { "塔尔", "tacheng:塔爾巴哈臺" },
    { "巴哈", "tacheng:塔爾巴哈臺" },
    { "taerba", "tacheng:塔爾巴哈臺" },
    { "ta er ba ha tai", "tacheng:塔爾巴哈臺" },
    { "chuguchak", "tacheng:Чугучак" },
    { "чугу", "tacheng:Чугучак" },
    { "伊", "ili:伊犁" },
    { "ili", "ili:Ili" },
    { "yili", "ili:伊犁" },
    { "lake", "lake-town:Lake Town | laketon:Laketon | great-lake:Great Lake" },
    { "town lake", "lake-town:Lake Town" },
    { "water lake", "lake-town:Lake Town" },
    { "talked treaties", "tacheng:summary" },
    { "lake t", "lake-town:Lake Town | laketon:Laketon" },
    { "treaties", "tacheng:summary" },
    { "tarbagtai", "tacheng:Tarbagatai" },
    { "trabagataj", "tacheng:Tarbagatai" },
    { "tarbagtay", "tacheng:Tarbagatai" },
    { "lqke", "lake-town:Lake Town | great-lake:Great Lake" },
    { "lqk", "" },
    { "Чугучаг", "tacheng:Чугучак" },
    { "reaties", "" },
    { "nowhere", "" },
    { " - ", "" },
    { "", "" },
  };
  g_autoptr (AtlasDataset) dataset = make_dataset ();
  g_autoptr (AtlasTextIndex) index = atlas_text_index_new (dataset);
  g_autofree char *limited = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = join_hits (index, cases[i][0], 10);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (row, ==, cases[i][1]);
    }
  limited = join_hits (index, "lake", 2);
  g_assert_cmpstr (limited, ==, "lake-town:Lake Town | laketon:Laketon");
}

/* The matched pieces in brackets. */
static char *
bracket_marks (AtlasTextIndex *index, const char *query, const char *text)
{
  g_autoptr (GArray) marks = atlas_text_index_mark (index, query, text);
  g_autoptr (GString) shown = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const AtlasTextMark *mark = &g_array_index (marks, AtlasTextMark, i);

      g_assert_cmpuint (mark->begin, >=, at);
      g_assert_cmpuint (mark->end, >, mark->begin);
      g_string_append_len (shown, text + at, mark->begin - at);
      g_string_append_printf (shown, "[%.*s]", (int) (mark->end - mark->begin), text + mark->begin);
      at = mark->end;
    }
  g_string_append (shown, text + at);
  g_assert_true (g_utf8_validate (shown->str, -1, NULL));
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
test_marks (void)
{
  static const char *const cases[][3] = {
    { "tarbag", "Tarbagatai range", "[Tarbag]atai range" },
    { "TÁRBA",
      "Protocol of Tarbagatai, in Tarbagatai",
      "Protocol of [Tarba]gatai, in [Tarba]gatai" },
    { "yaqub", "Yaʿqūb Beg", "[Yaʿqūb] Beg" },
    { "e\u0301cole", "École", "[École]" },
    { "ecole", "E\u0301cole", "[E\u0301cole]" },
    { "塔尔", "塔爾巴哈臺 · 塔城", "[塔爾]巴哈臺 · 塔城" },
    { "taerba", "塔爾巴哈臺", "[塔爾巴]哈臺" },
    { "chugu", "у Чугучака", "у [Чугучака]" },
    { "beg yaqub", "Yaqub Beg", "[Yaqub] [Beg]" },
    { "agata", "Tarbagatai", "Tarb[agata]i" },
    { "tarbagtai", "near Tarbagatai", "near [Tarbagatai]" },
    { "ili 1871", "Ili in 1871", "[Ili] in 1871" },
    { "1871", "Ili in 1871", "Ili in [1871]" },
    { "at", "Tarbagatai", "Tarbagatai" },
    { "x", "", "" },
    { "", "Ili", "Ili" },
  };
  g_autoptr (AtlasDataset) dataset = make_dataset ();
  g_autoptr (AtlasTextIndex) index = atlas_text_index_new (dataset);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = bracket_marks (index, cases[i][0], cases[i][1]);

      g_assert_cmpstr (shown, ==, cases[i][2]);
    }
}

/* The same distance by its definition, from the ends of both words. */
static guint
measure_slowly (const char *a, const char *b)
{
  guint least;

  if (*a == '\0' || *b == '\0')
    return (guint) MAX (strlen (a), strlen (b));
  least = measure_slowly (a + 1, b + 1) + (*a != *b);
  least = MIN (least, measure_slowly (a + 1, b) + 1);
  least = MIN (least, measure_slowly (a, b + 1) + 1);
  if (a[1] && b[1] && a[0] == b[1] && a[1] == b[0])
    least = MIN (least, measure_slowly (a + 2, b + 2) + 1);
  return least;
}

static void
test_distance (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      char a[8] = "", b[8] = "";
      guint most = (guint) g_test_rand_int_range (0, 4);

      for (int j = g_test_rand_int_range (0, 7); j > 0; j--)
        a[strlen (a)] = (char) g_test_rand_int_range ('a', 'd');
      for (int j = g_test_rand_int_range (0, 7); j > 0; j--)
        b[strlen (b)] = (char) g_test_rand_int_range ('a', 'd');
      g_assert_cmpuint (atlas_word_distance (a, b, most),
                        ==,
                        MIN (measure_slowly (a, b), most + 1));
    }
  g_assert_cmpuint (atlas_word_distance ("чугучак", "чугучаг", 2), ==, 1);
  g_assert_cmpuint (atlas_word_allowance ("ili"), ==, 0);
  g_assert_cmpuint (atlas_word_allowance ("чугу"), ==, 1);
  g_assert_cmpuint (atlas_word_allowance ("tarbagat"), ==, 2);
}

/* Words by their beginning against a walk through all of them. */
static void
test_word_list (void)
{
  g_autoptr (AtlasWordList) list = atlas_word_list_new ();
  guint n;

  for (guint i = 0; i < 300; i++)
    {
      char text[12] = "";

      for (guint j = 0; j < 9; j++)
        text[j] = j % 3 == 2 ? ' ' : (char) g_test_rand_int_range ('a', 'e');
      atlas_word_list_add (list, text, i);
    }
  atlas_word_list_add (list, "塔城ab", 300);
  atlas_word_list_seal (list);
  for (const char *const *prefix = (const char *const[]){ "a", "ab", "dd", "e", "塔", "", NULL };
       *prefix;
       prefix++)
    {
      guint first, found, expected = 0;

      atlas_word_list_find (list, *prefix, &first, &found);
      for (guint i = 0; i < atlas_word_list_get_n_words (list); i++)
        if (g_str_has_prefix (atlas_word_list_get_word (list, i), *prefix))
          {
            g_assert_cmpuint (i - first, <, found);
            expected++;
          }
      g_assert_cmpuint (found, ==, expected);
    }
  atlas_word_list_find (list, "城", &n, &(guint){ 0 });
  g_assert_cmpuint (*atlas_word_list_get_texts (list, n, &n), ==, 300);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/text-index/fold", test_fold);
  g_test_add_func ("/index/text-index/fold-long", test_fold_long);
  g_test_add_func ("/index/text-index/search", test_search);
  g_test_add_func ("/index/text-index/marks", test_marks);
  g_test_add_func ("/index/text-index/distance", test_distance);
  g_test_add_func ("/index/text-index/word-list", test_word_list);
  return g_test_run ();
}
