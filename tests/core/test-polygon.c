/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-polygon.h"

static AtlasMultiPolygon *
make_square (double west, double south, double side)
{
  const AtlasPoint ring[] = {
    { west, south }, { west + side, south }, { west + side, south + side }, { west, south + side }
  };
  AtlasMultiPolygonBuilder *builder = atlas_multi_polygon_builder_new ();

  atlas_multi_polygon_builder_add_ring (builder, ring, 4, TRUE);
  return atlas_multi_polygon_builder_end (builder);
}

/* A square of ten degrees with a hole of six in it, and a small square far away. */
static AtlasMultiPolygon *
make_holed (void)
{
  const AtlasPoint outer[] = { { 70, 40 }, { 80, 40 }, { 80, 50 }, { 70, 50 }, { 70, 40 } };
  const AtlasPoint hole[] = { { 72, 42 }, { 72, 48 }, { 78, 48 }, { 78, 42 } };
  const AtlasPoint island[] = { { 90, 40 }, { 91, 40 }, { 91, 41 } };
  AtlasMultiPolygonBuilder *builder = atlas_multi_polygon_builder_new ();

  atlas_multi_polygon_builder_add_ring (builder, outer, 5, TRUE);
  atlas_multi_polygon_builder_add_ring (builder, hole, 4, FALSE);
  atlas_multi_polygon_builder_add_ring (builder, island, 3, TRUE);
  return atlas_multi_polygon_builder_end (builder);
}

static void
test_builder (void)
{
  g_autoptr (AtlasMultiPolygon) shape = make_holed ();
  AtlasBox box = atlas_multi_polygon_get_box (shape);
  guint n;
  const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (shape, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (polygons[0].n_rings, ==, 2);
  g_assert_cmpuint (polygons[0].rings[0].n_points, ==, 4); /* the repeated point is gone */
  g_assert_cmpuint (polygons[1].n_rings, ==, 1);
  g_assert_cmpfloat_with_epsilon (box.west, 70.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.east, 91.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (polygons[1].box.west, 90.0, 1e-9);
}

static void
test_empty (void)
{
  g_autoptr (AtlasMultiPolygon) shape =
    atlas_multi_polygon_builder_end (atlas_multi_polygon_builder_new ());
  g_autoptr (AtlasMultiPolygon) square = make_square (70, 40, 1);
  g_autoptr (AtlasMultiPolygon) rest = atlas_multi_polygon_difference (square, shape);
  AtlasPoint point;

  g_assert_false (atlas_multi_polygon_contains (shape, ((AtlasPoint){ 0, 0 })));
  g_assert_cmpfloat_with_epsilon (atlas_multi_polygon_area (shape), 0.0, 1e-9);
  g_assert_false (atlas_multi_polygon_label_point (shape, &point));
  g_assert_true (atlas_multi_polygon_is_valid (shape, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (atlas_multi_polygon_area (rest),
                                  atlas_multi_polygon_area (square),
                                  1.0);
}

/* An eighth of the Earth: WGS84 has 510065621724088.5 m2 in all (Karney 2013). Either direction
 * counts. */
static void
test_area (void)
{
  const AtlasPoint there[] = { { 0, 0 }, { 90, 0 }, { 0, 90 } };
  const AtlasPoint back[] = { { 0, 90 }, { 90, 0 }, { 0, 0 } };
  const AtlasPoint *rings[] = { there, back };

  for (int i = 0; i < 2; i++)
    {
      AtlasMultiPolygonBuilder *builder = atlas_multi_polygon_builder_new ();
      g_autoptr (AtlasMultiPolygon) shape = NULL;

      atlas_multi_polygon_builder_add_ring (builder, rings[i], 3, TRUE);
      shape = atlas_multi_polygon_builder_end (builder);
      g_assert_cmpfloat_with_epsilon (atlas_multi_polygon_area (shape),
                                      510065621724088.5 / 8.0,
                                      1000.0);
      g_assert_cmpfloat_with_epsilon (atlas_multi_polygon_area (shape),
                                      510065621724088.5 / 8.0,
                                      1000.0);
    }
}

static void
test_area_takes_holes_off (void)
{
  g_autoptr (AtlasMultiPolygon) holed = make_holed ();
  g_autoptr (AtlasMultiPolygon) outer = make_square (70, 40, 10);
  g_autoptr (AtlasMultiPolygon) hole = make_square (72, 42, 6);
  double island = atlas_multi_polygon_area (holed) - atlas_multi_polygon_area (outer) +
                  atlas_multi_polygon_area (hole);

  /* Half a degree cell at 40 N: about 111 km by 85 km, halved. */
  g_assert_cmpfloat (island, >, 4.5e9);
  g_assert_cmpfloat (island, <, 4.9e9);
}

static void
test_contains (void)
{
  g_autoptr (AtlasMultiPolygon) shape = make_holed ();
  static const struct
  {
    AtlasPoint point;
    gboolean inside;
  } cases[] = {
    { { 71, 41 }, TRUE },      { { 75, 45 }, FALSE }, { { 69.9, 45 }, FALSE },
    { { 75, 49 }, TRUE },      { { 75, 51 }, FALSE }, { { 90.9, 40.5 }, TRUE },
    { { 90.1, 40.5 }, FALSE }, { { 85, 45 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (atlas_multi_polygon_contains (shape, cases[i].point), ==, cases[i].inside);
}

/* The winding number, by angles. */
static gboolean
contains_slowly (const AtlasPoint *ring, guint n, AtlasPoint p)
{
  double turn = 0.0;

  for (guint i = 0; i < n; i++)
    {
      AtlasPoint a = ring[i], b = ring[(i + 1) % n];
      double ax = a.lon - p.lon, ay = a.lat - p.lat, bx = b.lon - p.lon, by = b.lat - p.lat;

      turn += atan2 (ax * by - ay * bx, ax * bx + ay * by);
    }
  return fabs (turn) > G_PI;
}

static guint
make_star (AtlasPoint *ring)
{
  guint n = (guint) g_test_rand_int_range (3, 40);

  for (guint i = 0; i < n; i++)
    {
      double angle = 2.0 * G_PI * i / n;
      double radius = g_test_rand_double_range (1.0, 8.0);

      ring[i] = (AtlasPoint){ 80.0 + radius * cos (angle), 43.0 + radius * sin (angle) };
    }
  return n;
}

static AtlasMultiPolygon *
make_shape (const AtlasPoint *ring, guint n)
{
  AtlasMultiPolygonBuilder *builder = atlas_multi_polygon_builder_new ();

  atlas_multi_polygon_builder_add_ring (builder, ring, n, TRUE);
  return atlas_multi_polygon_builder_end (builder);
}

static void
test_contains_against_slow (void)
{
  for (int round = 0; round < 100; round++)
    {
      AtlasPoint ring[40];
      guint n = make_star (ring);
      g_autoptr (AtlasMultiPolygon) shape = make_shape (ring, n);

      for (int i = 0; i < 50; i++)
        {
          AtlasPoint p = { g_test_rand_double_range (70, 90), g_test_rand_double_range (34, 52) };

          g_assert_cmpint (atlas_multi_polygon_contains (shape, p),
                           ==,
                           contains_slowly (ring, n, p));
        }
    }
}

static void
test_label_is_inside (void)
{
  for (int round = 0; round < 100; round++)
    {
      AtlasPoint ring[40];
      guint n = make_star (ring);
      g_autoptr (AtlasMultiPolygon) shape = make_shape (ring, n);
      AtlasPoint point, again;

      g_assert_true (atlas_multi_polygon_label_point (shape, &point));
      g_assert_true (atlas_multi_polygon_contains (shape, point));
      g_assert_true (atlas_multi_polygon_label_point (shape, &again));
      g_assert_cmpmem (&point, sizeof point, &again, sizeof again);
    }
}

/* A tall arm with a broad foot: the widest place for a word is the foot, not the arm. */
static void
test_label_prefers_width (void)
{
  const AtlasPoint ring[] = {
    { 70, 30 }, { 90, 30 }, { 90, 33 }, { 74, 33 }, { 74, 50 }, { 70, 50 }
  };
  g_autoptr (AtlasMultiPolygon) shape = make_shape (ring, 6);
  AtlasPoint point;

  g_assert_true (atlas_multi_polygon_label_point (shape, &point));
  g_assert_cmpfloat (point.lat, <, 33.0);
}

static void
test_label_in_largest (void)
{
  g_autoptr (AtlasMultiPolygon) shape = make_holed ();
  AtlasPoint point;

  g_assert_true (atlas_multi_polygon_label_point (shape, &point));
  g_assert_cmpfloat (point.lon, <, 80.0);
  g_assert_true (atlas_multi_polygon_contains (shape, point));
}

/* Rings that bound nothing must neither crash nor hang. */
static void
test_label_of_nothing (void)
{
  const AtlasPoint flat[] = { { 70, 40 }, { 75, 40 }, { 80, 40 } };

  for (guint n = 1; n <= 3; n++)
    {
      g_autoptr (AtlasMultiPolygon) shape = make_shape (flat, n);
      AtlasPoint point = { 75, 40 };

      atlas_multi_polygon_label_point (shape, &point);
      g_assert_cmpfloat_with_epsilon (point.lat, 40.0, 1e-6);
      g_assert_false (atlas_multi_polygon_is_valid (shape, NULL, NULL));
    }
}

static void
test_validity (void)
{
  const AtlasPoint bow[] = { { 70, 40 }, { 80, 50 }, { 80, 40 }, { 70, 50 } };
  g_autoptr (AtlasMultiPolygon) good = make_holed ();
  g_autoptr (AtlasMultiPolygon) bad = make_shape (bow, 4);
  g_autofree char *reason = NULL;
  AtlasPoint where;

  g_assert_true (atlas_multi_polygon_is_valid (good, &reason, &where));
  g_assert_null (reason);
  g_assert_false (atlas_multi_polygon_is_valid (bad, &reason, &where));
  g_assert_nonnull (g_strstr_len (reason, -1, "intersection"));
  g_assert_cmpfloat_with_epsilon (where.lon, 75.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (where.lat, 45.0, 1e-6);
}

static void
test_overlay (void)
{
  g_autoptr (AtlasMultiPolygon) a = make_square (70, 40, 10);
  g_autoptr (AtlasMultiPolygon) b = make_square (75, 45, 10);
  g_autoptr (AtlasMultiPolygon) beside = make_square (80, 40, 10);
  g_autoptr (AtlasMultiPolygon) both = atlas_multi_polygon_intersection (a, b);
  g_autoptr (AtlasMultiPolygon) rest = atlas_multi_polygon_difference (a, b);
  g_autoptr (AtlasMultiPolygon) touch = atlas_multi_polygon_intersection (a, beside);
  AtlasPoint in_both = { 77, 47 }, in_a = { 71, 41 };
  guint n;

  g_assert_true (atlas_multi_polygon_contains (both, in_both));
  g_assert_false (atlas_multi_polygon_contains (both, in_a));
  g_assert_true (atlas_multi_polygon_contains (rest, in_a));
  g_assert_false (atlas_multi_polygon_contains (rest, in_both));
  atlas_multi_polygon_get_polygons (touch, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* A hole cut out comes back as a hole. */
static void
test_overlay_makes_holes (void)
{
  g_autoptr (AtlasMultiPolygon) outer = make_square (70, 40, 10);
  g_autoptr (AtlasMultiPolygon) inner = make_square (73, 43, 2);
  g_autoptr (AtlasMultiPolygon) rest = atlas_multi_polygon_difference (outer, inner);
  guint n;
  const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (rest, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (polygons[0].n_rings, ==, 2);
  g_assert_cmpfloat_with_epsilon (atlas_multi_polygon_area (rest),
                                  atlas_multi_polygon_area (outer) -
                                    atlas_multi_polygon_area (inner),
                                  1.0);
}

/* What is in a is either in b or in the difference: on random stars, some of them crossing
 * themselves after joining. */
static void
test_overlay_on_random (void)
{
  for (int round = 0; round < 60; round++)
    {
      AtlasPoint one[40], two[40];
      guint n_one = make_star (one), n_two = make_star (two);
      g_autoptr (AtlasMultiPolygon) a = make_shape (one, n_one);
      g_autoptr (AtlasMultiPolygon) b = NULL;
      g_autoptr (AtlasMultiPolygon) both = NULL;
      g_autoptr (AtlasMultiPolygon) rest = NULL;

      for (guint i = 0; i < n_two; i++)
        two[i].lon += 3.0;
      b = make_shape (two, n_two);
      both = atlas_multi_polygon_intersection (a, b);
      rest = atlas_multi_polygon_difference (a, b);
      for (int i = 0; i < 40; i++)
        {
          AtlasPoint p = { g_test_rand_double_range (70, 90), g_test_rand_double_range (34, 52) };
          gboolean in_a = atlas_multi_polygon_contains (a, p);
          gboolean in_b = atlas_multi_polygon_contains (b, p);

          g_assert_cmpint (atlas_multi_polygon_contains (both, p), ==, in_a && in_b);
          g_assert_cmpint (atlas_multi_polygon_contains (rest, p), ==, in_a && !in_b);
        }
    }
}

static gpointer
ask_label_cb (gpointer data)
{
  AtlasPoint *point = g_new0 (AtlasPoint, 1);

  atlas_multi_polygon_label_point (data, point);
  point->lat += atlas_multi_polygon_area (data);
  return point;
}

/* Several threads ask first; all get one answer. */
static void
test_threads (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_autoptr (AtlasMultiPolygon) shape = make_holed ();
      GThread *threads[4];
      g_autofree AtlasPoint *first = NULL;

      for (int i = 0; i < 4; i++)
        threads[i] = g_thread_new ("asker", ask_label_cb, shape);
      for (int i = 0; i < 4; i++)
        {
          g_autofree AtlasPoint *answer = g_thread_join (threads[i]);

          if (first == NULL)
            first = g_steal_pointer (&answer);
          else
            g_assert_cmpmem (first, sizeof *first, answer, sizeof *answer);
        }
    }
}

static double
sum_areas (GPtrArray *shapes)
{
  double sum = 0.0;

  for (guint i = 0; i < shapes->len; i++)
    sum += atlas_multi_polygon_area (shapes->pdata[i]);
  return sum;
}

/* A square, a line across it that has no point on its sides, and one that ends inside. */
static void
test_faces (void)
{
  const AtlasPoint square[] = { { 70, 40 }, { 74, 40 }, { 74, 44 }, { 70, 44 }, { 70, 40 } };
  const AtlasPoint across[] = { { 69, 42.5 }, { 75, 41.5 } };
  const AtlasPoint loose[] = { { 72, 43.5 }, { 73, 43 } };
  const AtlasLine lines[] = { { square, 5 }, { across, 2 }, { loose, 2 }, { loose, 1 } };
  g_autoptr (GPtrArray) faces = atlas_multi_polygon_faces (lines, G_N_ELEMENTS (lines));
  g_autoptr (GPtrArray) whole = atlas_multi_polygon_faces (lines, 1);
  g_autoptr (AtlasMultiPolygon) joined = NULL;
  AtlasPoint inner;

  g_assert_cmpuint (faces->len, ==, 2);
  g_assert_cmpuint (whole->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (sum_areas (faces) / sum_areas (whole), 1.0, 1e-4);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (atlas_multi_polygon_inner_point (faces->pdata[i], &inner));
      g_assert_true (atlas_multi_polygon_contains (faces->pdata[i], inner));
      g_assert_false (atlas_multi_polygon_contains (faces->pdata[1 - i], inner));
    }

  joined = atlas_multi_polygon_join ((AtlasMultiPolygon *const *) faces->pdata, 2);
  g_assert_true (atlas_multi_polygon_is_valid (joined, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (atlas_multi_polygon_area (joined) / sum_areas (faces), 1.0, 1e-9);
  {
    guint n;
    const AtlasPolygon *polygons = atlas_multi_polygon_get_polygons (joined, &n);

    g_assert_cmpuint (n, ==, 1);
    g_assert_cmpuint (polygons[0].n_rings, ==, 1);
    /* Four corners and the two ends of the common edge; nothing of the edge between them. */
    g_assert_cmpuint (polygons[0].rings[0].n_points, ==, 6);
  }
}

static void
test_faces_within_faces (void)
{
  const AtlasPoint outer[] = { { 70, 40 }, { 80, 40 }, { 80, 50 }, { 70, 50 }, { 70, 40 } };
  const AtlasPoint island[] = { { 73, 43 }, { 75, 43 }, { 75, 45 }, { 73, 43 } };
  const AtlasLine lines[] = { { outer, 5 }, { island, 4 } };
  g_autoptr (GPtrArray) faces = atlas_multi_polygon_faces (lines, 2);
  guint n_holes = 0;
  AtlasPoint inner;

  g_assert_cmpuint (faces->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const AtlasPolygon *polygon = atlas_multi_polygon_get_polygons (faces->pdata[i], NULL);

      n_holes += polygon->n_rings - 1;
      g_assert_true (atlas_multi_polygon_inner_point (faces->pdata[i], &inner));
      g_assert_true (atlas_multi_polygon_contains (faces->pdata[i], inner));
    }
  g_assert_cmpuint (n_holes, ==, 1);
}

static void
test_faces_of_nothing (void)
{
  g_autoptr (GPtrArray) faces = atlas_multi_polygon_faces (NULL, 0);
  g_autoptr (AtlasMultiPolygon) joined = atlas_multi_polygon_join (NULL, 0);
  AtlasPoint inner;
  guint n;

  g_assert_cmpuint (faces->len, ==, 0);
  atlas_multi_polygon_get_polygons (joined, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (atlas_multi_polygon_inner_point (joined, &inner));
}

/* Any lines at all: faces do not overlap, and joined they cover what they covered. */
static void
test_faces_on_random (void)
{
  for (int round = 0; round < 20; round++)
    {
      AtlasPoint points[12][2];
      AtlasLine lines[12];
      g_autoptr (GPtrArray) faces = NULL;
      g_autoptr (AtlasMultiPolygon) joined = NULL;

      for (guint i = 0; i < 12; i++)
        {
          for (guint j = 0; j < 2; j++)
            points[i][j] =
              (AtlasPoint){ g_test_rand_double_range (70, 90), g_test_rand_double_range (35, 50) };
          lines[i] = (AtlasLine){ points[i], 2 };
        }
      faces = atlas_multi_polygon_faces (lines, 12);
      if (faces->len == 0)
        continue;
      joined = atlas_multi_polygon_join ((AtlasMultiPolygon *const *) faces->pdata, faces->len);
      g_assert_true (atlas_multi_polygon_is_valid (joined, NULL, NULL));
      g_assert_cmpfloat_with_epsilon (atlas_multi_polygon_area (joined) / sum_areas (faces),
                                      1.0,
                                      1e-6);
      for (guint i = 0; i < 200; i++)
        {
          AtlasPoint point = { g_test_rand_double_range (70, 90),
                               g_test_rand_double_range (35, 50) };
          guint n = 0;

          for (guint j = 0; j < faces->len; j++)
            n += atlas_multi_polygon_contains (faces->pdata[j], point) ? 1 : 0;
          g_assert_cmpuint (n, ==, atlas_multi_polygon_contains (joined, point) ? 1 : 0);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/polygon/builder", test_builder);
  g_test_add_func ("/core/polygon/empty", test_empty);
  g_test_add_func ("/core/polygon/area", test_area);
  g_test_add_func ("/core/polygon/area-takes-holes-off", test_area_takes_holes_off);
  g_test_add_func ("/core/polygon/contains", test_contains);
  g_test_add_func ("/core/polygon/contains-against-slow", test_contains_against_slow);
  g_test_add_func ("/core/polygon/label-is-inside", test_label_is_inside);
  g_test_add_func ("/core/polygon/label-prefers-width", test_label_prefers_width);
  g_test_add_func ("/core/polygon/label-in-largest", test_label_in_largest);
  g_test_add_func ("/core/polygon/label-of-nothing", test_label_of_nothing);
  g_test_add_func ("/core/polygon/validity", test_validity);
  g_test_add_func ("/core/polygon/overlay", test_overlay);
  g_test_add_func ("/core/polygon/overlay-makes-holes", test_overlay_makes_holes);
  g_test_add_func ("/core/polygon/overlay-on-random", test_overlay_on_random);
  g_test_add_func ("/core/polygon/faces", test_faces);
  g_test_add_func ("/core/polygon/faces-within-faces", test_faces_within_faces);
  g_test_add_func ("/core/polygon/faces-of-nothing", test_faces_of_nothing);
  g_test_add_func ("/core/polygon/faces-on-random", test_faces_on_random);
  g_test_add_func ("/core/polygon/threads", test_threads);
  return g_test_run ();
}
