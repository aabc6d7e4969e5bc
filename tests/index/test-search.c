/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-dataset-reader.h"
#include "atlas-text-index.h"

/* Questions to the shipped atlas as people type them, and the record that must come first. */

typedef struct
{
  const char *query;
  const char *first;
} Case;

static AtlasTextIndex *
get_index (void)
{
  static AtlasTextIndex *index;

  if (index == NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "atlas", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = atlas_dataset_read (path, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      index = atlas_text_index_new (dataset);
    }
  return index;
}

static void
check_cases (const Case *cases, guint n)
{
  guint failed = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasTextResult) result =
        atlas_text_index_search (get_index (), cases[i].query, ATLAS_TEXT_INDEX_LIMIT);
      const AtlasTextHit *hit = result->hits->len > 0 ? result->hits->pdata[0] : NULL;
      const char *first = hit != NULL ? atlas_record_get_id (hit->record) : "nothing";

      if (g_str_equal (first, cases[i].first))
        continue;
      g_printerr ("%s: %s comes first, not %s\n", cases[i].query, first, cases[i].first);
      failed++;
    }
  g_assert_cmpuint (failed, ==, 0);
}

static void
test_latin (void)
{
  static const Case cases[] = {
    { "Tacheng", "place/tacheng" },
    { "Tarbagatai", "place/tacheng" },
    { "Chuguchak", "place/tacheng" },
    { "CHUGUCHAK", "place/tacheng" },
    { "chugu", "place/tacheng" },
    { "tarbag", "place/tacheng" },
    { "Ghulja", "place/ghulja" },
    { "Kulja", "place/ghulja" },
    { "Yining", "place/ghulja" },
    { "Ili", "place/ili-region" },
    { "Kashgar", "place/kashgar" },
    { "Urumqi", "place/urumqi" },
    { "urum", "place/urumqi" },
    { "Tihwa", "place/urumqi" },
    { "Alma-Ata", "place/verny" },
    { "Petrograd", "place/saint-petersburg" },
    { "saint petersburg", "place/saint-petersburg" },
    { "geok tepe", "place/geok-tepe" },
    { "issyk-kul", "place/lake-issyk-kul" },
    { "issykkul", "place/lake-issyk-kul" },
    { "Zuo Zongtang", "person/zuo-zongtang" },
    { "zongtang", "person/zuo-zongtang" },
    { "kolpakovsky", "person/kolpakovsky" },
    { "Osman", "person/osman-batur" },
    { "Chiang Kai-shek", "person/chiang-kai-shek" },
    { "yakub beg", "person/yakub-beg" },
    { "Yettishar", "polity/yettishar" },
    { "Ili Sultanate", "polity/ili-sultanate" },
    { "treaty of saint petersburg", "event/petersburg-treaty-1881" },
    { "livadia treaty", "event/livadia-treaty-1879" },
    { "protocol of tarbagatai", "event/tarbagatai-protocol-1864" },
    { "Ili Crisis", "campaign/ili-crisis" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Pinyin with and without tones, Wade-Giles, the spellings of the post. */
static void
test_romanised (void)
{
  static const Case cases[] = {
    { "T'a-ch'eng", "place/tacheng" },
    { "t’a-ch’eng", "place/tacheng" },
    { "Tǎchéng", "place/tacheng" },
    { "Tǎ'ěrbāhātái", "place/tacheng" },
    { "taerbahatai", "place/tacheng" },
    { "ta er ba ha tai", "place/tacheng" },
    { "yili", "place/ili-region" },
    { "Yīlí", "place/ili-region" },
    { "K'a-shih-ko-erh", "place/kashgar" },
    { "Yen-ch'i", "place/karashahr" },
    { "A-k'o-su", "place/aksu" },
    { "Ho-t'ien", "place/khotan" },
    { "wulumuqi", "place/urumqi" },
    { "Ti-hua", "place/urumqi" },
    { "huiyuancheng", "place/huiyuan" },
    { "Hui-yüan", "place/huiyuan" },
    { "Suiting", "place/suiding" },
    { "Sinkiang", "place/xinjiang" },
    { "Yumen", "place/yumen" },
    { "Lǐ Hóngzhāng", "person/li-hongzhang" },
    { "lihongzhang", "person/li-hongzhang" },
    { "zeng jize", "person/zeng-jize" },
    { "agubai", "person/yakub-beg" },
    { "jiangjieshi", "person/chiang-kai-shek" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_chinese (void)
{
  static const Case cases[] = {
    { "塔城", "place/tacheng" },
    { "塔爾巴哈臺", "place/tacheng" },
    { "塔尔巴哈台", "place/tacheng" },
    { "楚呼楚", "place/tacheng" },
    { "伊犁", "place/ili-region" },
    { "惠遠城", "place/huiyuan" },
    { "惠远城", "place/huiyuan" },
    { "烏魯木齊", "place/urumqi" },
    { "乌鲁木齐", "place/urumqi" },
    { "迪化", "place/urumqi" },
    { "喀什噶爾", "place/kashgar" },
    { "疏附", "place/kashgar" },
    { "果子沟", "place/guozigou" },
    { "齋桑泊", "place/lake-zaysan" },
    { "聖彼得堡", "place/saint-petersburg" },
    { "左宗棠", "person/zuo-zongtang" },
    { "錫霖", "person/xilin" },
    { "锡霖", "person/xilin" },
    { "刘锦棠", "person/liu-jintang" },
    { "崇厚", "person/chonghou" },
    { "阿古柏", "person/yakub-beg" },
    { "李鸿章", "person/li-hongzhang" },
    { "盛世才", "person/sheng-shicai" },
    { "哲德沙尔汗国", "polity/yettishar" },
    { "伊犁蘇丹國", "polity/ili-sultanate" },
    { "伊犁条约", "event/petersburg-treaty-1881" },
    { "聖彼得堡條約", "event/petersburg-treaty-1881" },
    { "里瓦几亚条约", "event/livadia-treaty-1879" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_cyrillic (void)
{
  static const Case cases[] = {
    { "Чугучак", "place/tacheng" },
    { "чугучак", "place/tacheng" },
    { "Шәуешек", "place/tacheng" },
    { "Кульджа", "place/ghulja" },
    { "Құлжа", "place/ghulja" },
    { "Кашгар", "place/kashgar" },
    { "Қашқар", "place/kashgar" },
    { "Урумчи", "place/urumqi" },
    { "Алма-Ата", "place/verny" },
    { "Семиречье", "place/semirechye" },
    { "Санкт-Петербург", "place/saint-petersburg" },
    { "Геок-Тепе", "place/geok-tepe" },
    { "Якуб-бек", "person/yakub-beg" },
    { "Колпаковский", "person/kolpakovsky" },
    { "Кауфман", "person/kaufman" },
    { "верёвкин", "person/veryovkin" },
    { "Веревкин", "person/veryovkin" },
    { "Цзо Цзунтан", "person/zuo-zongtang" },
    { "Оспан батыр", "person/osman-batur" },
    { "Кокандское ханство", "polity/kokand" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_arabic (void)
{
  static const Case cases[] = {
    { "چۆچەك", "place/tacheng" },        { "غۇلجا", "place/ghulja" },
    { "قەشقەر", "place/kashgar" },       { "ئۈرۈمچى", "place/urumqi" },
    { "ئاقسۇ", "place/aksu" },           { "خوتەن", "place/khotan" },
    { "تۇرپان", "place/turpan" },        { "قۇمۇل", "place/hami" },
    { "كۇچا", "place/kucha" },           { "شىنجاڭ", "place/xinjiang" },
    { "ياقۇپ بەگ", "person/yakub-beg" }, { "ئەخمەتجان", "person/ahmetjan-qasimi" },
    { "هرات", "place/herat" },           { "کابل", "place/kabul" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_typing_errors (void)
{
  static const Case cases[] = {
    { "Kuldja", "place/ghulja" },
    { "Gulja", "place/ghulja" },
    { "Tashkend", "place/tashkent" },
    { "Tarbagtai", "place/tacheng" },
    { "Tarabagatai", "place/tacheng" },
    { "Chugucahk", "place/tacheng" },
    { "Samarqand", "place/samarkand" },
    { "Urumchi", "place/urumqi" },
    { "Kolpakovski", "person/kolpakovsky" },
    { "Lomakyn", "person/lomakin" },
    { "Yakoub Beg", "person/yakub-beg" },
    { "Кулджа", "place/ghulja" },
    { "Колпаковскй", "person/kolpakovsky" },
    { "Yettishahr", "polity/yettishar" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_dates (void)
{
  static const Case cases[] = {
    { "4 July 1871", "event/russian-occupation-of-ili-1871" },
    { "1881-02-24", "event/petersburg-treaty-1881" },
    { "12 February 1881 O.S.", "event/petersburg-treaty-1881" },
    { "光緒七年正月廿六", "event/petersburg-treaty-1881" },
    { "24 февраля 1881", "event/petersburg-treaty-1881" },
    { "petersburg 1881", "event/petersburg-treaty-1881" },
    { "1881 圣彼得堡", "event/petersburg-treaty-1881" },
    { "livadia 1879", "event/livadia-treaty-1879" },
    { "里瓦幾亞光緒五年", "event/livadia-treaty-1879" },
    { "Хива июнь 1873", "event/khiva-campaign-1873" },
    { "tashkent june 1865", "event/tashkent-1865" },
    { "tarbagatai october 1864", "event/tarbagatai-protocol-1864" },
    { "塔爾巴哈臺同治三年九月", "event/tarbagatai-protocol-1864" },
    { "Chonghou 1879", "event/livadia-treaty-1879" },
    { "beitashan 1947", "event/beitashan-1947" },
    { "民國三十六年北塔山", "event/beitashan-1947" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static gboolean
is_at (AtlasEvent *event, const char *const *places)
{
  guint n;
  const AtlasEventPlace *all = atlas_event_get_places (event, &n);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (places, all[i].place))
      return TRUE;
  return FALSE;
}

/* A place and a year find the events of both, in every script. */
static void
test_place_and_year (void)
{
  static const char *const queries[] = { "yili 1871", "伊犁 1871",    "伊犁1871",   "Ili 1871",
                                         "1871 yīlí", "伊犁同治十年", "伊犁1871年", "Іле 1871" };
  static const char *const places[] = { "place/ili-region", "place/ili-valley", "place/ili-river",
                                        "place/ghulja",     "place/huiyuan",    NULL };
  AtlasTimeSpan year = { atlas_day_from_gregorian (1871, 1, 1),
                         atlas_day_from_gregorian (1872, 2, 8) };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (AtlasTextResult) result =
        atlas_text_index_search (get_index (), queries[i], ATLAS_TEXT_INDEX_LIMIT);
      guint at_ili = 0;

      g_test_message ("%s", queries[i]);
      g_assert_true (result->has_date);
      g_assert_cmpstr (atlas_record_get_id (ATLAS_RECORD (result->place)), ==, "place/ili-region");
      g_assert_cmpuint (result->hits->len, >, 0);
      for (guint j = 0; j < result->hits->len; j++)
        {
          const AtlasTextHit *hit = result->hits->pdata[j];

          g_assert_true (atlas_time_span_overlaps (atlas_record_get_bounds (hit->record), year));
          g_assert_false (ATLAS_IS_PLACE (hit->record) || ATLAS_IS_SOURCE (hit->record));
          if (ATLAS_IS_EVENT (hit->record) && is_at (ATLAS_EVENT (hit->record), places))
            at_ili++;
        }
      g_assert_cmpuint (at_ili, >=, 3);
    }
}

/* Groups are whole, their order is the same every time, and no record comes twice. */
static void
test_groups (void)
{
  static const char *const queries[] = { "ili", "tarbagatai", "左", "ма", "1864", "russia 1871" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (AtlasTextResult) result = atlas_text_index_search (get_index (), queries[i], 4);
      g_autoptr (AtlasTextResult) again = atlas_text_index_search (get_index (), queries[i], 4);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      guint shown[ATLAS_N_KINDS] = { 0 };
      AtlasKind last = ATLAS_N_KINDS;
      guint score = 0;

      g_assert_cmpuint (result->hits->len, >, 0);
      g_assert_cmpuint (again->hits->len, ==, result->hits->len);
      for (guint j = 0; j < result->hits->len; j++)
        {
          const AtlasTextHit *hit = result->hits->pdata[j];
          const AtlasTextHit *other = again->hits->pdata[j];
          AtlasKind kind = atlas_record_get_kind (hit->record);

          g_assert_true (hit->record == other->record);
          g_assert_true (g_hash_table_add (seen, hit->record));
          if (kind == last)
            g_assert_cmpuint (hit->score, <=, score);
          else
            g_assert_cmpuint (shown[kind], ==, 0);
          shown[kind]++;
          last = kind;
          score = hit->score;
        }
      for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
        g_assert_cmpuint (shown[kind], ==, MIN (result->n_found[kind], 4));
    }
}

static void
test_nothing (void)
{
  static const char *const queries[] = { "", "   ", "—", "qqqqzzzz", "龘", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (AtlasTextResult) result = atlas_text_index_search (get_index (), queries[i], 4);

      g_assert_cmpuint (result->hits->len, ==, 0);
      g_assert_false (result->has_date);
    }
}

/* For the test of the command line, which must print the same: the ids that a query finds. */
static int
print_order (const char *query)
{
  g_autoptr (AtlasTextResult) result =
    atlas_text_index_search (get_index (), query, ATLAS_TEXT_INDEX_LIMIT);

  for (guint i = 0; i < result->hits->len; i++)
    g_print ("%s\n", atlas_record_get_id (((AtlasTextHit *) result->hits->pdata[i])->record));
  return 0;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--order"))
    return print_order (argv[2]);
  g_test_add_func ("/index/search/latin", test_latin);
  g_test_add_func ("/index/search/romanised", test_romanised);
  g_test_add_func ("/index/search/chinese", test_chinese);
  g_test_add_func ("/index/search/cyrillic", test_cyrillic);
  g_test_add_func ("/index/search/arabic", test_arabic);
  g_test_add_func ("/index/search/typing-errors", test_typing_errors);
  g_test_add_func ("/index/search/dates", test_dates);
  g_test_add_func ("/index/search/place-and-year", test_place_and_year);
  g_test_add_func ("/index/search/groups", test_groups);
  g_test_add_func ("/index/search/nothing", test_nothing);
  return g_test_run ();
}
