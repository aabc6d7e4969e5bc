/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-view-state.h"

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(int *) data)++;
}

/* Each property set to a new value twice: told once; and the value is there. */
static void
test_set_twice_notified_once (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (ATLAS_TYPE_VIEW_STATE);
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n);

  g_assert_cmpuint (n, ==, 34);
  for (guint i = 0; i < n; i++)
    {
      const GParamSpec *afterglow =
        g_object_class_find_property (G_OBJECT_CLASS (klass), "afterglow-days");
      g_autoptr (AtlasViewState) state =
        g_object_new (ATLAS_TYPE_VIEW_STATE, "date", 2395000, NULL);
      g_autofree char *signal = g_strconcat ("notify::", specs[i]->name, NULL);
      g_auto (GValue) value = G_VALUE_INIT;
      g_auto (GValue) back = G_VALUE_INIT;
      int count = 0;
      gulong handler = g_signal_connect (state, signal, G_CALLBACK (count_cb), &count);

      /* Only a chapter has steps. */
      if (!g_str_equal (specs[i]->name, "chapter"))
        atlas_view_state_set_chapter (state, "chapter/one", 0);
      g_value_init (&value, specs[i]->value_type);
      g_value_init (&back, specs[i]->value_type);
      if (G_VALUE_HOLDS_INT (&value))
        g_value_set_int (&value,
                         g_str_equal (specs[i]->name, "range-begin") ? 2390000
                         : g_str_equal (specs[i]->name, "free-begin")
                           ? atlas_view_state_get_date (state) - 1
                         : specs[i] == afterglow ? 365
                                                 : 2400000);
      else if (G_VALUE_HOLDS_STRING (&value))
        g_value_set_static_string (&value, "zh-Hant");
      else if (G_VALUE_HOLDS_DOUBLE (&value))
        g_value_set_double (&value, g_str_equal (specs[i]->name, "base-opacity") ? 0.5 : 3.5);
      else if (G_VALUE_HOLDS_BOOLEAN (&value))
        g_value_set_boolean (&value, !((const GParamSpecBoolean *) specs[i])->default_value);
      else if (G_VALUE_HOLDS_FLAGS (&value))
        g_value_set_flags (&value, ATLAS_SHOW_RELIEF);
      else if (G_VALUE_HOLDS_BOXED (&value))
        g_value_set_boxed (&value, atlas_filter_with_source (NULL, "source/annals", FALSE));
      else if (G_VALUE_HOLDS_UINT (&value))
        g_value_set_uint (&value, 3);
      else
        g_value_set_enum (&value, 2);

      g_test_message ("%s", specs[i]->name);
      g_object_set_property (G_OBJECT (state), specs[i]->name, &value);
      g_assert_cmpint (count, ==, 1);
      g_object_set_property (G_OBJECT (state), specs[i]->name, &value);
      g_assert_cmpint (count, ==, 1);
      g_object_get_property (G_OBJECT (state), specs[i]->name, &back);
      g_assert_cmpint (g_param_values_cmp (specs[i], &value, &back), ==, 0);
      g_signal_handler_disconnect (state, handler);
    }
}

static void
test_date_stays_in_range (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  int count = 0;

  atlas_view_state_set_range (state, (AtlasTimeSpan){ 1000, 2000 });
  g_assert_cmpint (atlas_view_state_get_date (state), ==, 2000);
  g_signal_connect (state, "notify::date", G_CALLBACK (count_cb), &count);
  atlas_view_state_set_date (state, 5000);
  g_assert_cmpint (count, ==, 0);
  atlas_view_state_set_date (state, 1);
  g_assert_cmpint (atlas_view_state_get_date (state), ==, 1000);
  g_assert_cmpint (count, ==, 1);
  atlas_view_state_set_range (state, (AtlasTimeSpan){ 1500, 1600 });
  g_assert_cmpint (atlas_view_state_get_date (state), ==, 1500);
  g_assert_cmpint (count, ==, 2);
  g_assert_cmpint (atlas_view_state_get_range (state).begin, ==, 1500);
  g_assert_cmpint (atlas_view_state_get_range (state).end, ==, 1600);
}

static void
assert_window (AtlasViewState *state, AtlasWindowLength length, AtlasDay begin, AtlasDay end)
{
  AtlasTimeSpan window;

  atlas_view_state_set_window_length (state, length);
  window = atlas_view_state_get_window (state);
  g_assert_cmpint (window.begin, ==, begin);
  g_assert_cmpint (window.end, ==, end);
}

static void
test_window (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();

  atlas_view_state_set_range (state, (AtlasTimeSpan){ 2400000, 2410000 });
  atlas_view_state_set_date (state, 2405000);
  assert_window (state, ATLAS_WINDOW_DAY, 2405000, 2405000);
  assert_window (state, ATLAS_WINDOW_MONTH, 2404985, 2405015);
  assert_window (state, ATLAS_WINDOW_SEASON, 2404955, 2405045);
  assert_window (state, ATLAS_WINDOW_YEAR, 2404818, 2405182);
  assert_window (state, ATLAS_WINDOW_FIVE_YEARS, 2404087, 2405913);
  assert_window (state, ATLAS_WINDOW_25_YEARS, 2400435, 2409565);
  assert_window (state, ATLAS_WINDOW_ALL_UP_TO_NOW, 2400000, 2405000);
}

static void
assert_free (AtlasViewState *state, AtlasDay begin, AtlasDay end)
{
  AtlasTimeSpan window = atlas_view_state_get_window (state);
  int property_begin, property_end;

  g_object_get (state, "free-begin", &property_begin, "free-end", &property_end, NULL);
  g_assert_cmpint (atlas_view_state_get_window_length (state), ==, ATLAS_WINDOW_FREE);
  g_assert_cmpint (window.begin, ==, begin);
  g_assert_cmpint (window.end, ==, end);
  g_assert_cmpint (property_begin, ==, begin);
  g_assert_cmpint (property_end, ==, end);
}

static void
test_free_window (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  int lengths = 0, begins = 0, ends = 0;

  atlas_view_state_set_range (state, (AtlasTimeSpan){ 2400000, 2410000 });
  atlas_view_state_set_date (state, 2405000);
  g_signal_connect (state, "notify::window-length", G_CALLBACK (count_cb), &lengths);
  g_signal_connect (state, "notify::free-begin", G_CALLBACK (count_cb), &begins);
  g_signal_connect (state, "notify::free-end", G_CALLBACK (count_cb), &ends);

  /* Freed, it stays where it was. */
  atlas_view_state_set_window_length (state, ATLAS_WINDOW_MONTH);
  atlas_view_state_set_window_length (state, ATLAS_WINDOW_FREE);
  assert_free (state, 2404985, 2405015);
  g_assert_cmpint (lengths, ==, 2);
  atlas_view_state_set_free_window (state, (AtlasTimeSpan){ 2404000, 2405300 });
  assert_free (state, 2404000, 2405300);
  g_assert_cmpint (lengths, ==, 2);
  g_assert_cmpint (begins, ==, 2);
  g_assert_cmpint (ends, ==, 2);

  /* Swapped ends, an end beyond the date, ends beyond the range. */
  atlas_view_state_set_free_window (state, (AtlasTimeSpan){ 2406000, 2404500 });
  assert_free (state, 2404500, 2406000);
  g_object_set (state, "free-begin", 2405800, NULL);
  assert_free (state, 2405000, 2406000);
  g_object_set (state, "free-end", 2404000, NULL);
  assert_free (state, 2404000, 2405000);
  atlas_view_state_set_free_window (state, (AtlasTimeSpan){ 0, G_MAXINT32 });
  assert_free (state, 2400000, 2410000);

  /* The date moves inside it freely and takes it along beyond. */
  atlas_view_state_set_free_window (state, (AtlasTimeSpan){ 2404900, 2405200 });
  atlas_view_state_set_date (state, 2405200);
  assert_free (state, 2404900, 2405200);
  atlas_view_state_set_date (state, 2405201);
  assert_free (state, 2404901, 2405201);
  atlas_view_state_set_date (state, 2400010);
  assert_free (state, 2400010, 2400310);
  atlas_view_state_set_range (state, (AtlasTimeSpan){ 2400100, 2400200 });
  assert_free (state, 2400100, 2400200);
}

static void
test_afterglow (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();

  atlas_view_state_set_window_length (state, ATLAS_WINDOW_YEAR);
  g_assert_cmpint (atlas_view_state_get_afterglow (state), ==, 91);
  atlas_view_state_set_window_length (state, ATLAS_WINDOW_DAY);
  g_assert_cmpint (atlas_view_state_get_afterglow (state), ==, 0);
  atlas_view_state_set_afterglow_days (state, 30);
  g_assert_cmpint (atlas_view_state_get_afterglow (state), ==, 30);
  atlas_view_state_set_afterglow_days (state, -7);
  g_assert_cmpint (atlas_view_state_get_afterglow_days (state), ==, -1);
}

/* What is said beforehand of a date is what comes when the date is set. */
static void
test_window_beforehand (void)
{
  static const AtlasWindowLength lengths[] = {
    ATLAS_WINDOW_DAY, ATLAS_WINDOW_YEAR, ATLAS_WINDOW_ALL_UP_TO_NOW, ATLAS_WINDOW_FREE
  };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (AtlasViewState) state = atlas_view_state_new ();
      AtlasDay first = atlas_day_from_gregorian (1850, 1, 1);

      atlas_view_state_set_range (state, (AtlasTimeSpan){ first, first + 4000 });
      atlas_view_state_set_date (state, first + 2000);
      atlas_view_state_set_window_length (state, lengths[i]);
      if (lengths[i] == ATLAS_WINDOW_FREE)
        atlas_view_state_set_free_window (state, (AtlasTimeSpan){ first + 1900, first + 2100 });
      for (int n = 0; n < 200; n++)
        {
          AtlasDay date = first + g_test_rand_int_range (0, 4001);
          AtlasTimeSpan said = atlas_view_state_get_window_on (state, date), window;
          int afterglow = atlas_view_state_get_afterglow_on (state, date);

          atlas_view_state_set_date (state, date);
          window = atlas_view_state_get_window (state);
          g_assert_cmpint (window.begin, ==, said.begin);
          g_assert_cmpint (window.end, ==, said.end);
          g_assert_cmpint (atlas_view_state_get_afterglow (state), ==, afterglow);
        }
    }
}

static void
test_steps (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();

  atlas_view_state_set_date (state, atlas_day_from_gregorian (1864, 1, 31));
  atlas_view_state_step_by (state, 1);
  g_assert_cmpint (atlas_view_state_get_date (state), ==, atlas_day_from_gregorian (1864, 2, 1));
  atlas_view_state_step_by (state, -1);
  atlas_view_state_set_step (state, ATLAS_STEP_MONTH);
  atlas_view_state_step_by (state, 1);
  g_assert_cmpint (atlas_view_state_get_date (state), ==, atlas_day_from_gregorian (1864, 2, 29));
  atlas_view_state_set_step (state, ATLAS_STEP_YEAR);
  atlas_view_state_step_by (state, -1);
  g_assert_cmpint (atlas_view_state_get_date (state), ==, atlas_day_from_gregorian (1863, 2, 28));
  atlas_view_state_step_by (state, G_MAXINT);
  g_assert_cmpint (atlas_view_state_get_date (state), ==, atlas_view_state_get_range (state).end);
  atlas_view_state_set_step (state, ATLAS_STEP_DAY);
  atlas_view_state_step_by (state, G_MININT);
  g_assert_cmpint (atlas_view_state_get_date (state), ==, atlas_view_state_get_range (state).begin);
}

static void
test_view (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  double lon, lat, zoom;

  atlas_view_state_set_view (state, 190.0, 89.0, 20.0);
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  g_assert_cmpfloat_with_epsilon (lon, -170.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, 80.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom, 12.0, 1e-9);
  atlas_view_state_set_view (state, 80.0, -89.0, 0.0);
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  g_assert_cmpfloat_with_epsilon (lon, 80.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, -80.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom, 2.0, 1e-9);
}

/* The other day of a comparison keeps to the range and the step like the date, and leaves the date
 * alone. */
static void
test_compare_date (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  AtlasDay date = atlas_day_from_gregorian (1871, 7, 4);
  int count = 0;

  atlas_view_state_set_date (state, date);
  atlas_view_state_set_compare_date (state, 0);
  g_assert_cmpint (atlas_view_state_get_compare_date (state),
                   ==,
                   atlas_view_state_get_range (state).begin);
  atlas_view_state_set_compare_date (state, atlas_day_from_gregorian (1864, 1, 31));
  atlas_view_state_set_step (state, ATLAS_STEP_MONTH);
  atlas_view_state_step_compare_by (state, 1);
  g_assert_cmpint (atlas_view_state_get_compare_date (state),
                   ==,
                   atlas_day_from_gregorian (1864, 2, 29));
  atlas_view_state_set_step (state, ATLAS_STEP_YEAR);
  atlas_view_state_step_compare_by (state, -2);
  g_assert_cmpint (atlas_view_state_get_compare_date (state),
                   ==,
                   atlas_day_from_gregorian (1862, 2, 28));
  g_assert_cmpint (atlas_view_state_get_date (state), ==, date);

  g_signal_connect (state, "notify::compare-date", G_CALLBACK (count_cb), &count);
  atlas_view_state_set_range (state,
                              (AtlasTimeSpan){ atlas_day_from_gregorian (1865, 1, 1), date });
  g_assert_cmpint (count, ==, 1);
  g_assert_cmpint (atlas_view_state_get_compare_date (state),
                   ==,
                   atlas_day_from_gregorian (1865, 1, 1));
}

/* A caller may free or reuse its string, and equal strings are one. */
static void
test_strings_are_interned (void)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  char id[] = "event/one";
  int count = 0;

  g_signal_connect (state, "notify::selection", G_CALLBACK (count_cb), &count);
  atlas_view_state_set_selection (state, id);
  g_assert_true (atlas_view_state_get_selection (state) == g_intern_string ("event/one"));
  id[0] = 'x';
  g_assert_cmpstr (atlas_view_state_get_selection (state), ==, "event/one");
  atlas_view_state_set_selection (state, "event/one");
  g_assert_cmpint (count, ==, 1);
  atlas_view_state_set_selection (state, NULL);
  g_assert_null (atlas_view_state_get_selection (state));
  g_assert_cmpint (count, ==, 2);
  g_assert_cmpstr (atlas_view_state_get_language (state), ==, "en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/view-state/set-twice-notified-once", test_set_twice_notified_once);
  g_test_add_func ("/state/view-state/date-stays-in-range", test_date_stays_in_range);
  g_test_add_func ("/state/view-state/window", test_window);
  g_test_add_func ("/state/view-state/free-window", test_free_window);
  g_test_add_func ("/state/view-state/window-beforehand", test_window_beforehand);
  g_test_add_func ("/state/view-state/afterglow", test_afterglow);
  g_test_add_func ("/state/view-state/steps", test_steps);
  g_test_add_func ("/state/view-state/view", test_view);
  g_test_add_func ("/state/view-state/compare-date", test_compare_date);
  g_test_add_func ("/state/view-state/strings-are-interned", test_strings_are_interned);
  return g_test_run ();
}
