/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "atlas-dataset-reader.h"

/* An atlas of made-up records with random times, for comparing indices with the slow obvious
 * answer. The days crowd into few years, so that beginnings and ends fall together. */

#define RANDOM_ATLAS_FIRST_YEAR 1860
#define RANDOM_ATLAS_N_YEARS 8

static inline char *
random_atlas_day (void)
{
  return g_strdup_printf ("%04d-%02d-%02d",
                          g_test_rand_int_range (RANDOM_ATLAS_FIRST_YEAR,
                                                 RANDOM_ATLAS_FIRST_YEAR + RANDOM_ATLAS_N_YEARS),
                          g_test_rand_int_range (1, 13),
                          g_test_rand_int_range (1, 29));
}

/* A timespan of the format: a date, an uncertain one, or one that lasts, perhaps without an end. */
static inline char *
random_atlas_timespan (gboolean lasting)
{
  g_autofree char *a = random_atlas_day ();
  g_autofree char *b = random_atlas_day ();
  const char *first = g_strcmp0 (a, b) < 0 ? a : b;
  const char *last = first == a ? b : a;
  int kind = g_test_rand_int_range (lasting ? 4 : 0, 7);

  if (kind == 0)
    return g_strdup_printf ("{\"start\":{\"in\":\"%s\"}}", a);
  if (kind == 1)
    return g_strdup_printf ("{\"start\":{\"in\":\"%.7s\"}}", a);
  if (kind == 2)
    return g_strdup_printf ("{\"start\":{\"in\":\"%.4s~\"}}", a);
  if (kind == 3)
    return g_strdup_printf ("{\"start\":{\"in\":\"[%s..%s]\"}}", first, last);
  if (kind == 4)
    return g_strdup_printf ("{\"start\":{\"in\":\"%s\"},\"end\":{\"in\":\"..\"}}", a);
  return g_strdup_printf ("{\"start\":{\"in\":\"%s\"},\"end\":{\"in\":\"%s\"}}", first, last);
}

static inline void
random_atlas_feature (GString *json,
                      const char *kind,
                      int number,
                      const char *timespan,
                      const char *more)
{
  static const char *const statuses[] = {
    "corroborated", "attested", "disputed", "uncorroborated"
  };
  gboolean named =
    g_str_equal (kind, "place") || g_str_equal (kind, "polity") || g_str_equal (kind, "source");

  if (json->len > 0)
    g_string_append (json, ",\n");
  g_string_append_printf (json,
                          "{\"type\":\"Feature\",\"@id\":\"%s/"
                          "r-%d\",\"properties\":{\"title\":\"%s %d\",\"atlas:kind\":\"%s\"},"
                          "\"atlas:status\":\"%s\",\"citations\":%s,",
                          kind,
                          number,
                          kind,
                          number,
                          kind,
                          statuses[g_test_rand_int_range (0, G_N_ELEMENTS (statuses))],
                          g_str_equal (kind, "source") ? "[]" : "[{\"@id\":\"source/r-0\"}]");
  if (named)
    g_string_append_printf (json,
                            "\"names\":[{\"toponym\":\"%s %d\",\"lang\":\"en\"}],",
                            kind,
                            number);
  else
    g_string_append_printf (json, "\"atlas:title\":{\"en\":\"%s %d\"},", kind, number);
  if (timespan)
    g_string_append_printf (json, "\"when\":{\"timespans\":[%s]},", timespan);
  g_string_append_printf (json, "%s}", more);
}

static inline void
random_atlas_places (GString *json, int n)
{
  for (int i = 0; i < n; i++)
    {
      char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *point = NULL;
      g_autofree char *more = NULL;

      g_ascii_formatd (lon, sizeof lon, "%.4f", g_test_rand_double_range (70.0, 95.0));
      g_ascii_formatd (lat, sizeof lat, "%.4f", g_test_rand_double_range (35.0, 50.0));
      if (i % 10 == 9)
        point = g_strdup ("null");
      else
        point = g_strdup_printf ("{\"type\":\"Point\",\"coordinates\":[%s,%s]}", lon, lat);
      more = g_strdup_printf ("\"geometry\":%s,\"atlas:place-type\":\"town\",\"atlas:rank\":%d",
                              point,
                              g_test_rand_int_range (1, 5));
      random_atlas_feature (json, "place", i, NULL, more);
    }
}

static inline void
random_atlas_events (GString *json, int n, int n_places)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *timespan = random_atlas_timespan (FALSE);
      g_autofree char *more =
        g_strdup_printf ("\"geometry\":null,\"atlas:event-kind\":\"battle\",\"atlas:weight\":%d,"
                         "\"atlas:places\":[{\"place\":\"place/r-%d\",\"role\":\"site\"}]",
                         g_test_rand_int_range (1, 4),
                         g_test_rand_int_range (0, n_places));

      random_atlas_feature (json, "event", i, timespan, more);
    }
}

/* Squares of random size, each of two segments of its own. */
static inline void
random_atlas_territories (GString *json, int n)
{
  static const char *const standings[] = { "sovereign", "occupation", "claim", "control" };

  for (int i = 0; i < n; i++)
    {
      int x = g_test_rand_int_range (70, 88);
      int y = g_test_rand_int_range (35, 44);
      int size = g_test_rand_int_range (1, 7);
      g_autofree char *timespan = random_atlas_timespan (TRUE);
      g_autofree char *more = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      first = g_strdup_printf ("[[%d,%d],[%d,%d],[%d,%d]]", x, y, x + size, y, x + size, y + size);
      second = g_strdup_printf ("[[%d,%d],[%d,%d],[%d,%d]]", x + size, y + size, x, y + size, x, y);
      for (int j = 0; j < 2; j++)
        {
          g_autofree char *a = random_atlas_day ();
          g_autofree char *segment =
            g_strdup_printf ("\"geometry\":{\"type\":\"LineString\",\"coordinates\":%s},\"atlas:"
                             "phases\":[{\"when\":\"%s/..\","
                             "\"basis\":\"control\",\"width-km\":5,\"form\":\"line\"}]",
                             j == 0 ? first : second,
                             a);

          random_atlas_feature (json, "segment", 2 * i + j, NULL, segment);
        }
      more = g_strdup_printf ("\"geometry\":null,\"atlas:rings\":[[[\"segment/r-%d\",\"segment/"
                              "r-%d\"]]],"
                              "\"atlas:polity\":\"polity/r-%d\",\"atlas:standing\":\"%s\"%s",
                              2 * i,
                              2 * i + 1,
                              i % 3,
                              standings[g_test_rand_int_range (0, G_N_ELEMENTS (standings))],
                              i % 7 == 6 ? ",\"atlas:viewpoint\":\"polity/r-1\"" : "");
      random_atlas_feature (json, "territory", i, timespan, more);
    }
}

static inline void
random_atlas_legs (GString *json, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *timespan = random_atlas_timespan (FALSE);
      g_autofree char *after =
        i % 3 ? g_strdup_printf (",\"atlas:after\":\"leg/r-%d\"", i - 1) : NULL;
      g_autofree char *more =
        g_strdup_printf ("\"geometry\":null,\"atlas:from\":\"place/r-%d\","
                         "\"atlas:to\":\"place/r-%d\",\"atlas:polity\":\"polity/r-0\"%s",
                         i % 5,
                         i % 5 + 1,
                         after ? after : "");

      random_atlas_feature (json, "leg", i, timespan, more);
    }
}

static inline void
random_atlas_controls (GString *json, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *day = random_atlas_day ();
      g_autofree char *timespan = g_strdup_printf ("{\"start\":{\"in\":\"%s\"}}", day);
      g_autofree char *more =
        g_strdup_printf ("\"geometry\":null,\"atlas:place\":\"place/r-%d\","
                         "\"atlas:from\":\"polity/r-0\",\"atlas:to\":\"polity/r-%d\"",
                         g_test_rand_int_range (0, 4),
                         g_test_rand_int_range (0, 3));

      random_atlas_feature (json, "control", i, timespan, more);
    }
}

/* Writes @features as an atlas into a folder of its own, reads it and removes the folder. */
static inline AtlasDataset *
random_atlas_read (const char *features)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("atlas-test-XXXXXX", &error);
  g_autofree char *manifest = NULL;
  g_autofree char *file = NULL;
  g_autofree char *collection = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  g_assert_no_error (error);
  manifest = g_build_filename (folder, "atlas.json", NULL);
  file = g_build_filename (folder, "all.geojson", NULL);
  collection = g_strdup_printf ("{\"type\":\"FeatureCollection\",\"features\":[\n%s\n]}", features);
  g_file_set_contents (
    manifest,
    "{\"atlas:schema\":\"atlas-profile/1\",\"title\":{\"en\":\"Made up\"},"
    "\"description\":{\"en\":\"For tests.\"},\"licence\":\"CC0-1.0\",\"languages\":[\"en\"],"
    "\"range\":\"1855/1875\",\"view\":{\"lon\":80,\"lat\":43,\"zoom\":5,\"date\":\"1864-01-01\"},"
    "\"files\":[\"all.geojson\"],\"chapters\":[]}",
    -1,
    &error);
  g_assert_no_error (error);
  g_file_set_contents (file, collection, -1, &error);
  g_assert_no_error (error);
  dataset = atlas_dataset_read (folder, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (manifest);
  g_remove (file);
  g_rmdir (folder);
  return g_steal_pointer (&dataset);
}

static inline AtlasDataset *
random_atlas_new (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  const int n_places = 60;

  random_atlas_feature (json,
                        "source",
                        0,
                        NULL,
                        "\"geometry\":null,\"atlas:source-type\":\"general-knowledge\"");
  for (int i = 0; i < 3; i++)
    random_atlas_feature (json, "polity", i, NULL, "\"geometry\":null,\"atlas:family\":\"other\"");
  random_atlas_places (json, n_places);
  random_atlas_events (json, 80, n_places);
  random_atlas_territories (json, 15);
  random_atlas_legs (json, 20);
  random_atlas_controls (json, 12);
  return random_atlas_read (json->str);
}
