/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <glib/gstdio.h>

#include "atlas-geojson.h"
#include "atlas-mercator.h"

#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define FEATURE(geometry, properties)                                                              \
  "{\"type\":\"Feature\",\"geometry\":" geometry ",\"properties\":" properties "}"
#define POINT "{\"type\":\"Point\",\"coordinates\":[81.3,43.9]}"
#define SQUARE "[[0,0],[10,0],[10,10],[0,10],[0,0]]"
#define HOLE "[[2,2],[4,2],[4,4],[2,2]]"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-geojson-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "places.geojson", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static AtlasOverlay *
read_text (Fixture *fixture, const char *text, GError **error)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  return atlas_geojson_read (fixture->path, NULL, NULL, error);
}

static AtlasOverlay *
read_good (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasOverlay *overlay = read_text (fixture, text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (overlay);
  return overlay;
}

static void
check_place (AtlasFixedPoint place, double lon, double lat)
{
  g_assert_cmpfloat_with_epsilon (atlas_mercator_lon (place.x / ATLAS_FIXED_WORLD), lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_mercator_lat (place.y / ATLAS_FIXED_WORLD), lat, 1e-6);
}

static void
test_points (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasOverlay) overlay =
    read_good (fixture,
               COLLECTION (FEATURE (
                 POINT,
                 "{\"group\":\"b\",\"start\":\"1871-07-04\"}") ","
                                                               /* Members in another order say the
                                                                  same. */
                                                               "{\"properties\":{\"end\":1881,"
                                                               "\"group\":10},\"geometry\":"
                                                               "{\"coordinates\":[-20,-30.5,7],"
                                                               "\"type\":\"Point\"}}," FEATURE (
                                                                 POINT,
                                                                 "{\"group\":9,\"inner\":{"
                                                                 "\"start\":1,\"group\":3}}")));
  const AtlasOverlayPoints *points = atlas_overlay_get_points (overlay);
  const char *const *groups = atlas_overlay_get_groups (overlay);

  g_assert_cmpstr (atlas_overlay_get_name (overlay), ==, "places");
  g_assert_cmpuint (points->n, ==, 3);
  check_place (points->places[0], 81.3, 43.9);
  check_place (points->places[1], -20.0, -30.5);
  g_assert_cmpint (points->spans[0].begin, ==, atlas_day_from_gregorian (1871, 7, 4));
  g_assert_cmpint (points->spans[0].end, ==, ATLAS_DAY_OPEN_FUTURE);
  g_assert_cmpint (points->spans[1].begin, ==, ATLAS_DAY_OPEN_PAST);
  g_assert_cmpint (points->spans[1].end, ==, atlas_day_from_gregorian (1881, 12, 31));
  g_assert_cmpint (points->spans[2].begin, ==, ATLAS_DAY_OPEN_PAST);
  /* Numbers by their value, and before words. */
  g_assert_cmpstr (groups[0], ==, "9");
  g_assert_cmpstr (groups[1], ==, "10");
  g_assert_cmpstr (groups[2], ==, "b");
  g_assert_null (groups[3]);
  g_assert_cmpuint (points->groups[0], ==, 2);
  g_assert_cmpuint (points->groups[1], ==, 1);
  g_assert_cmpuint (points->groups[2], ==, 0);
  g_assert_cmpint (atlas_overlay_get_range (overlay).begin,
                   ==,
                   atlas_day_from_gregorian (1871, 7, 4));
  g_assert_cmpfloat_with_epsilon (atlas_overlay_get_box (overlay).west, -20.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (atlas_overlay_get_box (overlay).north, 43.9, 1e-6);
}

static void
test_shapes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasOverlay) overlay = read_good (
    fixture,
    COLLECTION (
      FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[" SQUARE "," HOLE "]}", "{}") "," FEATURE (
        "{\"coordinates\":[[" SQUARE "],[" HOLE "]],\"type\":\"MultiPolygon\"}",
        "null") "," FEATURE ("{\"type\":\"MultiPoint\",\"coordinates\":[[1,2],[3,4]]}",
                             "{}") "," FEATURE ("{\"geometries\":[{\"type\":\"Polygon\","
                                                "\"coordinates\":[" HOLE "]}," POINT
                                                "],\"type\":\"GeometryCollection\"}",
                                                "{\"start\":1800}")));
  const AtlasOverlayAreas *areas = atlas_overlay_get_areas (overlay);
  const AtlasOverlayPoints *points = atlas_overlay_get_points (overlay);

  g_assert_cmpuint (atlas_overlay_get_n_left_out (overlay, NULL), ==, 0);
  g_assert_cmpuint (areas->n, ==, 3);
  g_assert_cmpuint (areas->first_ring[1], ==, 2);
  g_assert_cmpuint (areas->first_ring[2], ==, 4);
  g_assert_cmpuint (areas->first_ring[3], ==, 5);
  g_assert_cmpuint (areas->first_vertex[1], ==, 4);
  g_assert_cmpuint (areas->first_vertex[2], ==, 7);
  check_place (areas->vertices[2], 10.0, 10.0);
  check_place (areas->vertices[6], 4.0, 4.0);
  g_assert_cmpuint (points->n, ==, 3);
  check_place (points->places[1], 3.0, 4.0);
  /* Both parts of a collection are there at its time. */
  g_assert_cmpint (areas->spans[2].begin, ==, atlas_day_from_gregorian (1800, 1, 1));
  g_assert_cmpint (points->spans[2].begin, ==, atlas_day_from_gregorian (1800, 1, 1));
}

static void
test_times (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *value;
    int begin[3], end[3];
  } times[] = {
    { "1864", { 1864, 1, 1 }, { 1864, 12, 31 } },
    { "1864.0", { 1864, 1, 1 }, { 1864, 1, 1 } },
    { "1864.5", { 1864, 7, 2 }, { 1864, 7, 2 } },
    { "1863.5", { 1863, 7, 2 }, { 1863, 7, 2 } },
    { "1863.999999", { 1863, 12, 31 }, { 1863, 12, 31 } },
    { "-43.5", { -44, 7, 2 }, { -44, 7, 2 } },
    { "\"1864\"", { 1864, 1, 1 }, { 1864, 12, 31 } },
    { "\"1864.5\"", { 1864, 7, 2 }, { 1864, 7, 2 } },
    { "\"1864-06\"", { 1864, 6, 1 }, { 1864, 6, 30 } },
    { "\"1864-06-04?\"", { 1864, 6, 4 }, { 1864, 6, 4 } },
    { "\"186X\"", { 1860, 1, 1 }, { 1869, 12, 31 } },
    { "\"1864-06/1871-07-04\"", { 1864, 6, 1 }, { 1871, 7, 4 } },
    { "\"1871-07-04T23:59:59Z\"", { 1871, 7, 4 }, { 1871, 7, 4 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text =
        g_strdup_printf (COLLECTION (FEATURE (POINT, "{\"start\":%s,\"end\":%s}")),
                         times[i].value,
                         times[i].value);
      g_autoptr (AtlasOverlay) overlay = read_good (fixture, text);
      const AtlasOverlayPoints *points = atlas_overlay_get_points (overlay);
      const int *begin = times[i].begin, *end = times[i].end;

      g_test_message ("%s", times[i].value);
      g_assert_cmpuint (points->n, ==, 1);
      g_assert_cmpint (points->spans[0].begin,
                       ==,
                       atlas_day_from_gregorian (begin[0], begin[1], begin[2]));
      g_assert_cmpint (points->spans[0].end, ==, atlas_day_from_gregorian (end[0], end[1], end[2]));
    }
}

/* One bad feature does not cost the others; the first is named with its place. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *feature;
    const char *words;
  } bad[] = {
    { FEATURE (POINT, "{\"start\":\"soon\"}"), "“start”: " },
    { FEATURE (POINT, "{\"end\":1e9}"), "“end”: 1e+09 is no year" },
    { FEATURE (POINT, "{\"start\":1900,\"end\":1899}"), "it ends before it starts" },
    { FEATURE ("null", "{}"), "it has no place" },
    { FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}", "{}"),
      "it is a LineString; points and polygons can be shown" },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[500000,4000000]}", "{}"),
      "the coordinates of the Point are not longitudes and latitudes in degrees" },
    { FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[[1,2],[3,4],[5,6]]}", "{}"),
      "the coordinates of the Polygon are not longitudes and latitudes in degrees" },
    { FEATURE ("{\"type\":\"Point\",\"coordinates\":[1]}", "{}"),
      "the coordinates of the Point are not longitudes and latitudes in degrees" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text =
        g_strdup_printf (COLLECTION (FEATURE (POINT, "{}") ",\n  %s,\n" FEATURE (POINT, "{}")),
                         bad[i].feature);
      g_autofree char *place = g_strdup_printf ("%s, line 2, column 3, feature 2: ", fixture->path);
      g_autoptr (AtlasOverlay) overlay = read_good (fixture, text);
      const char *first;

      g_assert_cmpuint (atlas_overlay_get_points (overlay)->n, ==, 2);
      g_assert_cmpuint (atlas_overlay_get_areas (overlay)->n, ==, 0);
      g_assert_cmpuint (atlas_overlay_get_n_left_out (overlay, &first), ==, 1);
      g_assert_true (g_str_has_prefix (first, place));
      g_assert_true (g_str_has_prefix (first + strlen (place), bad[i].words));
    }
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    AtlasDatasetError code;
    const char *words;
  } bad[] = {
    { COLLECTION (FEATURE (POINT, "{\"start\":1864,\n \"end\":x}")),
      ATLAS_DATASET_ERROR_SYNTAX,
      "line 2, column 8: this is not JSON: " },
    { "{\"type\":\"FeatureCollection\",\"features\":[", ATLAS_DATASET_ERROR_SYNTAX, "this is not" },
    { "[1,2,3]", ATLAS_DATASET_ERROR_STRUCTURE, "line 1, column 1: this is a list" },
    { "{\"title\":\"An atlas\"}", ATLAS_DATASET_ERROR_STRUCTURE, "neither a FeatureCollection" },
    { "", ATLAS_DATASET_ERROR_SYNTAX, "this is not JSON" },
    { COLLECTION ("") "{}", ATLAS_DATASET_ERROR_SYNTAX, "this is not JSON" },
  };
  g_autoptr (GError) missing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (fixture, bad[i].text, &error));
      g_assert_error (error, ATLAS_DATASET_ERROR, (int) bad[i].code);
      g_assert_true (g_str_has_prefix (error->message, fixture->path));
      if (strstr (error->message, bad[i].words) == NULL)
        g_error ("“%s” does not say “%s”", error->message, bad[i].words);
    }
  g_unlink (fixture->path);
  g_assert_null (atlas_geojson_read (fixture->path, NULL, NULL, &missing));
  g_assert_error (missing, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_UNREADABLE);
}

static void
test_depth (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_assert_null (read_text (fixture, text->str, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STRUCTURE);
}

/* Features of all lengths, so that the blocks in which the file is read end everywhere in one. */
static char *
write_random (guint n)
{
  GString *text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");

  for (guint i = 0; i < n; i++)
    {
      double start = g_test_rand_double_range (1700.0, 1950.0);

      g_string_append_printf (text, "%s\n", i > 0 ? "," : "");
      g_string_append_printf (text,
                              FEATURE ("{\"type\":\"Point\",\"coordinates\":[%.5f,%.5f]}",
                                       "{\"name\":\"%u %*s\",\"start\":%.3f,\"end\":%.3f,"
                                       "\"kind\":%d}"),
                              g_test_rand_double_range (-180.0, 180.0),
                              g_test_rand_double_range (-80.0, 80.0),
                              i,
                              g_test_rand_int_range (0, 200),
                              "é",
                              start,
                              start + g_test_rand_double_range (0.0, 60.0),
                              g_test_rand_int_range (0, 12));
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static AtlasDay
get_day (JsonObject *properties, const char *name)
{
  double year = json_object_get_double_member (properties, name);
  AtlasDay first = atlas_day_from_gregorian ((int) year, 1, 1);
  AtlasDay next = atlas_day_from_gregorian ((int) year + 1, 1, 1);

  return first + (AtlasDay) ((year - (int) year) * (next - first));
}

/* Against json-glib, which makes a tree of it all. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  guint n = 4000;
  g_autofree char *text = write_random (n);
  g_autoptr (AtlasOverlay) overlay = read_good (fixture, text);
  const AtlasOverlayPoints *points = atlas_overlay_get_points (overlay);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *features;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  features =
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "features");
  g_assert_cmpuint (points->n, ==, n);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *feature = json_array_get_object_element (features, i);
      JsonObject *properties = json_object_get_object_member (feature, "properties");
      JsonArray *place =
        json_object_get_array_member (json_object_get_object_member (feature, "geometry"),
                                      "coordinates");
      g_autofree char *group =
        g_strdup_printf ("%d", (int) json_object_get_int_member (properties, "kind"));

      check_place (points->places[i],
                   json_array_get_double_element (place, 0),
                   json_array_get_double_element (place, 1));
      g_assert_cmpint (points->spans[i].begin, ==, get_day (properties, "start"));
      g_assert_cmpint (points->spans[i].end, ==, get_day (properties, "end"));
      g_assert_cmpstr (atlas_overlay_get_groups (overlay)[points->groups[i]], ==, group);
      if (i % 97 == 0)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (JsonObject) again =
            atlas_overlay_read_properties (overlay, points->offsets[i], &error);

          g_assert_no_error (error);
          g_assert_cmpstr (json_object_get_string_member (again, "name"),
                           ==,
                           json_object_get_string_member (properties, "name"));
        }
    }
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasOverlay) overlay =
    read_good (fixture, COLLECTION (FEATURE (POINT, "{\"start\":1871}")));
  goffset offset = atlas_overlay_get_points (overlay)->offsets[0];
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "{}", -1, NULL));
  g_assert_null (atlas_overlay_read_properties (overlay, offset, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_UNREADABLE);
}

static void
test_group_by (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasOverlay) overlay = NULL;

  g_assert_true (
    g_file_set_contents (fixture->path,
                         COLLECTION (FEATURE (POINT, "{\"group\":1,\"side\":\"north\"}")),
                         -1,
                         NULL));
  overlay = atlas_geojson_read (fixture->path, "side", NULL, NULL);
  g_assert_cmpstr (atlas_overlay_get_groups (overlay)[0], ==, "north");
  g_assert_true (atlas_geojson_is_one (fixture->path));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/model/geojson/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("points", test_points);
  ADD ("shapes", test_shapes);
  ADD ("times", test_times);
  ADD ("left-out", test_left_out);
  ADD ("errors", test_errors);
  ADD ("depth", test_depth);
  ADD ("random", test_random);
  ADD ("changed", test_changed);
  ADD ("group-by", test_group_by);
  return g_test_run ();
}
