/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

#include "atlas-geojson.h"
#include "atlas-overlay-index.h"

/* A user's file with points and areas about the Ili, 1717 to 1949, for tests of what is made of it.
 */

/* What is written there as GeoJSON, read. (transfer full) */
static inline AtlasOverlayIndex *
atlas_test_overlay_from_text (const char *text)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasOverlay) overlay = NULL;
  int file = g_file_open_tmp ("atlas-XXXXXX.geojson", &path, &error);

  g_assert_no_error (error);
  close (file);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  overlay = atlas_geojson_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return atlas_overlay_index_new (overlay);
}

static inline void
atlas_test_append_feature (GString *text, const char *geometry, double longest)
{
  double start = g_test_rand_double_range (1717.0, 1949.0);

  g_string_append_printf (text,
                          "%s{\"type\":\"Feature\",\"geometry\":%s,\"properties\":"
                          "{\"start\":%.3f,\"end\":%.3f,\"group\":%d}}",
                          text->str[text->len - 1] == '[' ? "" : ",",
                          geometry,
                          start,
                          start + g_test_rand_double_range (0.0, longest),
                          g_test_rand_int_range (0, 12));
}

static inline void
atlas_test_append_point (GString *text)
{
  g_autofree char *geometry = g_strdup_printf ("{\"type\":\"Point\",\"coordinates\":[%.5f,%.5f]}",
                                               g_test_rand_double_range (60.0, 100.0),
                                               g_test_rand_double_range (30.0, 55.0));

  atlas_test_append_feature (text, geometry, 60.0);
}

/* A star, so that the ring does not cross itself. */
static inline void
atlas_test_append_area (GString *text)
{
  double lon = g_test_rand_double_range (65.0, 95.0), lat = g_test_rand_double_range (33.0, 52.0);
  double radius = g_test_rand_double_range (0.5, 8.0);
  int n = g_test_rand_int_range (3, 300);
  g_autoptr (GString) geometry = g_string_new ("{\"type\":\"Polygon\",\"coordinates\":[[");

  for (int i = 0; i < n; i++)
    {
      double angle = i * 2.0 * G_PI / n, share = g_test_rand_double_range (0.6, 1.0);

      g_string_append_printf (geometry,
                              "%s[%.5f,%.5f]",
                              i > 0 ? "," : "",
                              lon + cos (angle) * radius * share,
                              lat + sin (angle) * radius * share * 0.7);
    }
  g_string_append (geometry, "]]}");
  atlas_test_append_feature (text, geometry->str, 120.0);
}

/* (transfer full) */
static inline AtlasOverlayIndex *
atlas_test_random_overlay (guint n_points, guint n_areas)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");

  for (guint i = 0; i < n_areas; i++)
    atlas_test_append_area (text);
  for (guint i = 0; i < n_points; i++)
    atlas_test_append_point (text);
  g_string_append (text, "]}");
  return atlas_test_overlay_from_text (text->str);
}
