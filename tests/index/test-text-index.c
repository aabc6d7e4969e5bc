/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <string.h>

#include "atlas-random-atlas.h"
#include "atlas-text-fold.h"
#include "atlas-text-index.h"

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
  g_autoptr (GPtrArray) hits = atlas_text_index_search (index, query, limit);
  g_autoptr (GString) row = g_string_new (NULL);
  guint last = G_MAXUINT;

  for (guint i = 0; i < hits->len; i++)
    {
      const AtlasTextHit *hit = hits->pdata[i];

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
    { "lake", "lake-town:Lake Town | laketon:Laketon | great-lake:Great Lake | tacheng:summary" },
    { "town lake", "lake-town:Lake Town | tacheng:summary" },
    { "lake t", "lake-town:Lake Town | laketon:Laketon | tacheng:summary" },
    { "treaties", "tacheng:summary" },
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/text-index/fold", test_fold);
  g_test_add_func ("/index/text-index/fold-long", test_fold_long);
  g_test_add_func ("/index/text-index/search", test_search);
  return g_test_run ();
}
