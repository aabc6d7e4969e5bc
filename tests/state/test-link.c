/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-link.h"
#include "atlas-test.h"

static void
test_write (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autofree char *link = NULL;
  g_autofree char *other = NULL;

  atlas_view_state_set_date (state, atlas_day_from_gregorian (1871, 7, 4));
  atlas_view_state_set_view (state, 81.3, 43.9, 6.5);
  atlas_view_state_set_selection (state, "event/treaty & more");
  atlas_view_state_set_viewpoint (state, "polity/qing");
  atlas_view_state_set_show (state, ATLAS_SHOW_BORDERS | ATLAS_SHOW_RELIEF);
  link = atlas_link_write (state);
  g_assert_cmpstr (link,
                   ==,
                   "atlas:?date=1871-07-04&window=P1Y&lon=81.3&lat=43.9&zoom=6.5"
                   "&select=event/treaty%20%26%20more&viewpoint=polity/qing&show=borders,relief"
                   "&lang=en&calendars=julian,regnal");
  g_assert_true (atlas_link_is_link (link));
  g_assert_false (atlas_link_is_link ("atlas.json"));

  atlas_view_state_set_free_window (state,
                                    (AtlasTimeSpan){ atlas_day_from_gregorian (1871, 5, 1),
                                                     atlas_day_from_gregorian (1871, 8, 31) });
  atlas_view_state_set_loop (state, ATLAS_LOOP_WINDOW);
  other = atlas_link_write (state);
  g_assert_nonnull (strstr (other, "&window=1871-05-01/1871-08-31&"));
  g_assert_nonnull (strstr (other, "&loop=window"));
}

static void
assert_day (AtlasDay day, int year, int month, int date)
{
  g_assert_cmpint (day, ==, atlas_day_from_gregorian (year, month, date));
}

static void
apply (AtlasViewState *state, const char *link)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_link_apply (link, state, NULL, &error));
  g_assert_no_error (error);
}

/* As people write them by hand. */
static void
test_by_hand (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  AtlasTimeSpan window;
  double lon, lat, zoom;

  atlas_view_state_set_view (state, 80.0, 40.0, 5.0);
  atlas_view_state_set_language (state, "ru");
  apply (state, "atlas:?date=1871");
  assert_day (atlas_view_state_get_date (state), 1871, 1, 1);
  apply (state, "ATLAS:?window=P5Y&date=1864-10&viewpoint=qing");
  assert_day (atlas_view_state_get_date (state), 1864, 10, 1);
  g_assert_cmpint (atlas_view_state_get_window_length (state), ==, ATLAS_WINDOW_FIVE_YEARS);
  g_assert_cmpstr (atlas_view_state_get_viewpoint (state), ==, "polity/qing");

  /* What is not named: the place and the language stay, a viewpoint and a selection do not. */
  atlas_view_state_set_selection (state, "event/one");
  apply (state, "atlas:?lat=43.5");
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  g_assert_cmpfloat_with_epsilon (lon, 80.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, 43.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom, 5.0, 1e-9);
  assert_day (atlas_view_state_get_date (state), 1864, 10, 1);
  g_assert_cmpint (atlas_view_state_get_window_length (state), ==, ATLAS_WINDOW_FIVE_YEARS);
  g_assert_cmpstr (atlas_view_state_get_language (state), ==, "ru");
  g_assert_null (atlas_view_state_get_viewpoint (state));
  g_assert_null (atlas_view_state_get_selection (state));

  /* Any duration is a window; one of its own lies half before and half after the date. */
  apply (state, "atlas:?date=1871-07-04&window=P2Y3M1W2D");
  window = atlas_view_state_get_window (state);
  g_assert_cmpint (atlas_view_state_get_window_length (state), ==, ATLAS_WINDOW_FREE);
  g_assert_cmpint (window.end - window.begin, >=, 831);
  g_assert_cmpint (window.end - window.begin, <=, 832);
  apply (state, "atlas:?date=1871-07-04&window=../1871-07-04");
  g_assert_cmpint (atlas_view_state_get_window_length (state), ==, ATLAS_WINDOW_ALL_UP_TO_NOW);

  /* Beyond what can be: the nearest that can. */
  apply (state, "atlas:?date=2025-01-01&zoom=99&speed=1e-5");
  assert_day (atlas_view_state_get_date (state), 1949, 12, 31);
  atlas_view_state_get_view (state, NULL, NULL, &zoom);
  g_assert_cmpfloat_with_epsilon (zoom, 12.0, 1e-9);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *link;
    AtlasLinkError code;
    const char *says;
  } cases[] = {
    { "", ATLAS_LINK_ERROR_SYNTAX, "atlas:?date=1871-07-04" },
    { "http://example.org/?date=1871", ATLAS_LINK_ERROR_SYNTAX, "no link" },
    { "atlas:1871", ATLAS_LINK_ERROR_SYNTAX, "no link" },
    { "atlas:?date", ATLAS_LINK_ERROR_SYNTAX, "" },
    { "atlas:?select=%zz", ATLAS_LINK_ERROR_SYNTAX, "" },
    { "atlas:?day=1871", ATLAS_LINK_ERROR_KEY, "day" },
    { "atlas:?date=1871&date=1872", ATLAS_LINK_ERROR_KEY, "twice" },
    { "atlas:?date=", ATLAS_LINK_ERROR_VALUE, "date=" },
    { "atlas:?date=1871-13-01", ATLAS_LINK_ERROR_VALUE, "1871-13-01" },
    { "atlas:?date=1871/1872", ATLAS_LINK_ERROR_VALUE, "date" },
    { "atlas:?window=1Y", ATLAS_LINK_ERROR_VALUE, "P1Y" },
    { "atlas:?window=P", ATLAS_LINK_ERROR_VALUE, "window" },
    { "atlas:?window=P1", ATLAS_LINK_ERROR_VALUE, "window" },
    { "atlas:?window=P1D1Y", ATLAS_LINK_ERROR_VALUE, "window" },
    { "atlas:?window=P1M1M", ATLAS_LINK_ERROR_VALUE, "window" },
    { "atlas:?window=PT5M", ATLAS_LINK_ERROR_VALUE, "window" },
    { "atlas:?window=P99999999999999999999Y", ATLAS_LINK_ERROR_VALUE, "window" },
    { "atlas:?window=1872/1871", ATLAS_LINK_ERROR_VALUE, "end before" },
    { "atlas:?lon=east", ATLAS_LINK_ERROR_VALUE, "number" },
    { "atlas:?lon=nan", ATLAS_LINK_ERROR_VALUE, "number" },
    { "atlas:?lon=1e999", ATLAS_LINK_ERROR_VALUE, "number" },
    { "atlas:?show=events,dragons", ATLAS_LINK_ERROR_VALUE, "dragons" },
    { "atlas:?without=dragons", ATLAS_LINK_ERROR_VALUE, "dragons" },
    { "atlas:?only=source/nobody", ATLAS_LINK_ERROR_RECORD, "source/nobody" },
    { "atlas:?calendars=julian,mayan", ATLAS_LINK_ERROR_VALUE, "mayan" },
    { "atlas:?loop=ever", ATLAS_LINK_ERROR_VALUE, "chapter" },
    { "atlas:?playing=maybe", ATLAS_LINK_ERROR_VALUE, "yes or no" },
    { "atlas:?afterglow=P1Y", ATLAS_LINK_ERROR_VALUE, "P90D" },
    { "atlas:?select=", ATLAS_LINK_ERROR_VALUE, "select" },
    { "atlas:?select=event/none", ATLAS_LINK_ERROR_RECORD, "event/none" },
    { "atlas:?viewpoint=none", ATLAS_LINK_ERROR_RECORD, "polity/none" },
    { "atlas:?chapter=league", ATLAS_LINK_ERROR_VALUE, "ili-crisis/3" },
    { "atlas:?chapter=/1", ATLAS_LINK_ERROR_VALUE, "ili-crisis/3" },
    { "atlas:?chapter=league/0", ATLAS_LINK_ERROR_VALUE, "ili-crisis/3" },
    { "atlas:?chapter=league/3", ATLAS_LINK_ERROR_RECORD, "no step 3 of “chapter/league”" },
    { "atlas:?chapter=none/1", ATLAS_LINK_ERROR_RECORD, "chapter/none" },
  };
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autofree char *before = atlas_link_write (state);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autofree char *link =
        g_strconcat (cases[i].link, strchr (cases[i].link, '?') ? "&zoom=7" : "", NULL);

      g_test_message ("%s", link);
      g_assert_false (atlas_link_apply (link, state, dataset, &error));
      g_assert_error (error, ATLAS_LINK_ERROR, (int) cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      /* Half of a wrong link does nothing. */
      after = atlas_link_write (state);
      g_assert_cmpstr (after, ==, before);
    }
}

static const AtlasFilter *
random_filter (void)
{
  const AtlasFilter *filter =
    g_test_rand_bit () ? atlas_filter_with_only_source (NULL, "source/a") : NULL;

  filter = atlas_filter_with_source (filter, "source/b & c", g_test_rand_bit ());
  filter = atlas_filter_with_status (filter, ATLAS_STATUS_DISPUTED, g_test_rand_bit ());
  return atlas_filter_with_only (filter,
                                 ATLAS_FILTER_ACTOR,
                                 g_test_rand_bit () ? "person/伊犁" : NULL);
}

static void
shuffle (AtlasViewState *state)
{
  static const char *const ids[] = {
    NULL, "event/a", "place/b c", "campaign/%41&d=e", "event/伊犁"
  };
  static const char *const langs[] = { "en", "zh-Hant", "zh-Hans", "ru" };
  AtlasTimeSpan range = atlas_view_state_get_range (state);

  atlas_view_state_set_playing (state, g_test_rand_bit ());
  atlas_view_state_set_date (state, g_test_rand_int_range (range.begin, range.end + 1));
  atlas_view_state_set_window_length (state,
                                      (AtlasWindowLength)
                                        g_test_rand_int_range (0, ATLAS_WINDOW_FREE + 1));
  if (g_test_rand_bit ())
    atlas_view_state_set_free_window (state,
                                      (AtlasTimeSpan){
                                        g_test_rand_int_range (range.begin, range.end + 1),
                                        g_test_rand_int_range (range.begin, range.end + 1) });
  atlas_view_state_set_step (state, (AtlasStep) g_test_rand_int_range (0, 3));
  atlas_view_state_set_view (state,
                             g_test_rand_double_range (-180.0, 180.0),
                             g_test_rand_double_range (-80.0, 80.0),
                             g_test_rand_double_range (2.0, 12.0));
  atlas_view_state_set_selection (state, ids[g_test_rand_int_range (0, G_N_ELEMENTS (ids))]);
  atlas_view_state_set_viewpoint (state, g_test_rand_bit () ? "polity/qing" : NULL);
  atlas_view_state_set_show (state, ATLAS_SHOW_ALL & (guint) g_test_rand_int_range (0, 1 << 9));
  atlas_view_state_set_sort (state, (AtlasSort) g_test_rand_int_range (0, 3));
  atlas_view_state_set_group (state, (AtlasGroup) g_test_rand_int_range (0, 3));
  atlas_view_state_set_filter (state, g_test_rand_bit () ? random_filter () : NULL);
  atlas_view_state_set_chapter (state,
                                g_test_rand_bit () ? "chapter/a-b" : NULL,
                                (guint) g_test_rand_int_range (0, 20));
  atlas_view_state_set_language (state, langs[g_test_rand_int_range (0, G_N_ELEMENTS (langs))]);
  atlas_view_state_set_style (state,
                              g_test_rand_bit () ? ATLAS_MAP_STYLE_MUTED : ATLAS_MAP_STYLE_LIGHT);
  atlas_view_state_set_afterglow_days (state, g_test_rand_int_range (-1, 5000));
  atlas_view_state_set_days_per_second (state, g_test_rand_double_range (0.01, 2000.0));
  atlas_view_state_set_loop (state, (AtlasLoop) g_test_rand_int_range (0, 3));
  atlas_view_state_set_skip_quiet (state, g_test_rand_bit ());
  atlas_view_state_set_pause_on_events (state, g_test_rand_bit ());
  atlas_view_state_set_show_julian (state, g_test_rand_bit ());
  atlas_view_state_set_show_regnal (state, g_test_rand_bit ());
  atlas_view_state_set_compare_mode (state, (AtlasCompareMode) g_test_rand_int_range (0, 3));
  atlas_view_state_set_compare_date (state, g_test_rand_int_range (range.begin, range.end + 1));
}

static void
assert_same (AtlasViewState *a, AtlasViewState *b)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) first = G_VALUE_INIT;
      g_auto (GValue) second = G_VALUE_INIT;

      /* A link tells neither what is under the pointer nor what nobody sees. */
      if (g_str_equal (specs[i]->name, "hovered") ||
          (g_str_equal (specs[i]->name, "compare-date") &&
           atlas_view_state_get_compare_mode (a) == ATLAS_COMPARE_NONE) ||
          (g_str_has_prefix (specs[i]->name, "free-") &&
           atlas_view_state_get_window_length (a) != ATLAS_WINDOW_FREE))
        continue;
      g_value_init (&first, specs[i]->value_type);
      g_value_init (&second, specs[i]->value_type);
      g_object_get_property (G_OBJECT (a), specs[i]->name, &first);
      g_object_get_property (G_OBJECT (b), specs[i]->name, &second);
      g_test_message ("%s", specs[i]->name);
      if (G_VALUE_HOLDS_DOUBLE (&first))
        g_assert_cmpfloat_with_epsilon (g_value_get_double (&first),
                                        g_value_get_double (&second),
                                        6e-4);
      else
        g_assert_cmpint (g_param_values_cmp (specs[i], &first, &second), ==, 0);
    }
}

/* Whatever a state shows, another one shows the same after the link, whatever it showed before. */
static void
test_round_trip (void)
{
  for (int run = 0; run < 500; run++)
    {
      g_autoptr (AtlasViewState) from = atlas_view_state_new ();
      g_autoptr (AtlasViewState) to = atlas_view_state_new ();
      g_autofree char *link = NULL;
      g_autofree char *again = NULL;

      shuffle (from);
      shuffle (to);
      atlas_view_state_set_style (to, ATLAS_MAP_STYLE_LIGHT);
      link = atlas_link_write (from);
      g_test_message ("%s", link);
      apply (to, link);
      assert_same (from, to);
      again = atlas_link_write (to);
      g_assert_cmpstr (again, ==, link);
    }
}

/* A step of a tour says by itself what is to be seen, unless the link says something else. */
static void
test_chapter (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  g_autofree char *link = NULL;
  double lon, lat, zoom;

  g_assert_true (atlas_link_apply ("atlas:?chapter=spring-march/2", state, dataset, NULL));
  g_assert_cmpstr (atlas_view_state_get_chapter (state), ==, "chapter/spring-march");
  g_assert_cmpuint (atlas_view_state_get_chapter_step (state), ==, 1);
  assert_day (atlas_view_state_get_date (state), 1870, 5, 10);
  assert_day (atlas_view_state_get_window (state).begin, 1870, 5, 1);
  assert_day (atlas_view_state_get_window (state).end, 1870, 5, 31);
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  g_assert_cmpfloat_with_epsilon (lon, 79.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom, 7.5, 1e-9);
  link = atlas_link_write (state);
  g_assert_nonnull (strstr (link, "&chapter=spring-march/2&"));

  g_assert_true (
    atlas_link_apply ("atlas:?chapter=league/1&date=1865-03-02&lat=40", state, dataset, NULL));
  assert_day (atlas_view_state_get_date (state), 1865, 3, 2);
  g_assert_cmpstr (atlas_view_state_get_viewpoint (state), ==, "polity/south");
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  g_assert_cmpfloat_with_epsilon (lon, 81.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, 40.0, 1e-9);

  g_assert_true (atlas_link_apply ("atlas:?date=1866", state, dataset, NULL));
  g_assert_cmpstr (atlas_view_state_get_chapter (state), ==, NULL);
}

/* Listeners hear of the whole link at once. */
static void
changed_cb (AtlasViewState *state, GParamSpec *pspec, gpointer data)
{
  assert_day (atlas_view_state_get_date (state), 1877, 12, 18);
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "event/last");
}

static void
test_at_once (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();

  g_signal_connect (state, "notify", G_CALLBACK (changed_cb), NULL);
  apply (state, "atlas:?date=1877-12-18&window=P1D&lon=76&lat=39&zoom=9&select=event/last");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/link/write", test_write);
  g_test_add_func ("/state/link/by-hand", test_by_hand);
  g_test_add_func ("/state/link/errors", test_errors);
  g_test_add_func ("/state/link/round-trip", test_round_trip);
  g_test_add_func ("/state/link/chapter", test_chapter);
  g_test_add_func ("/state/link/at-once", test_at_once);
  return g_test_run ();
}
