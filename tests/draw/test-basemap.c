/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include "atlas-base-painter.h"
#include "atlas-base-relief.h"
#include "atlas-basemap.h"
#include "atlas-palette.h"

#define SHOW (ATLAS_SHOW_RELIEF)

static char *
get_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "basemap", NULL);
}

static AtlasBasemap *
load (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GError) error = NULL;
  AtlasBasemap *basemap = atlas_basemap_new (folder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (basemap);
  return basemap;
}

static cairo_surface_t *
draw (AtlasBasemap *basemap,
      const AtlasViewport *viewport,
      AtlasMapStyle style,
      AtlasShowFlags show)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                (int) (viewport->width * viewport->scale),
                                (int) (viewport->height * viewport->scale));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, viewport->scale, viewport->scale);
  cr = cairo_create (surface);
  atlas_base_painter_draw (basemap, cr, viewport, style, show);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row =
    cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (surface));
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (y, <, cairo_image_surface_get_height (surface));
  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static guint32
to_rgb (AtlasColor c)
{
  return (guint32) lround (c.r * 255) << 16 | (guint32) lround (c.g * 255) << 8 |
         (guint32) lround (c.b * 255);
}

static int
get_channel (guint32 rgb, int i)
{
  return (int) (rgb >> (16 - 8 * i)) & 255;
}

/* The greatest difference of a channel. */
static int
differ (guint32 a, guint32 b)
{
  int most = 0;

  for (int i = 0; i < 3; i++)
    most = MAX (most, ABS (get_channel (a, i) - get_channel (b, i)));
  return most;
}

static double
get_lightness (guint32 rgb)
{
  return 0.3 * get_channel (rgb, 0) + 0.59 * get_channel (rgb, 1) + 0.11 * get_channel (rgb, 2);
}

/* The pixel in the middle of a small picture of a place. */
static guint32
look_at (AtlasBasemap *basemap, double lon, double lat, double zoom, AtlasMapStyle style)
{
  AtlasViewport viewport = { lon, lat, zoom, 80, 60, 1.0 };
  cairo_surface_t *surface = draw (basemap, &viewport, style, SHOW);
  guint32 rgb = get_pixel (surface, 40, 30);

  cairo_surface_destroy (surface);
  return rgb;
}

static void
test_waters (void)
{
  static const struct
  {
    const char *what;
    double lon, lat;
    gboolean water;
  } cases[] = {
    { "Issyk-Kul", 77.2, 42.42, TRUE },
    { "Balkhash", 74.1, 45.8, TRUE },
    { "Aral Sea of the time", 60.0, 45.0, TRUE },
    { "its east, dry today", 60.8, 44.8, TRUE },
    { "Caspian", 51.0, 42.0, TRUE },
    { "Kara-Bogaz-Gol", 53.5, 41.3, TRUE },
    { "Lake Zaysan", 84.1, 47.95, TRUE },
    { "Arabian Sea", 62.0, 22.0, TRUE },
    { "the same sea beyond the box", 62.0, 15.0, TRUE },
    { "Pacific at the antimeridian", 180.0, 0.0, TRUE },
    { "Lake Superior", -88.0, 47.7, TRUE },
    { "Kapchagay reservoir", 77.3, 43.8, FALSE },
    { "Toktogul reservoir", 72.96, 41.8, FALSE },
    { "Aydarkul", 67.2, 40.9, FALSE },
    { "Sarygamysh", 57.4, 41.94, FALSE },
    { "Bukhtarma reservoir", 83.3, 49.2, FALSE },
    { "Taklamakan", 82.0, 39.0, FALSE },
    { "Ustyurt plateau", 56.0, 44.0, FALSE },
    { "Sahara", 10.0, 24.0, FALSE },
    { "Antarctica", 90.0, -79.0, FALSE },
  };
  static const AtlasMapStyle styles[] = { ATLAS_MAP_STYLE_LIGHT,
                                          ATLAS_MAP_STYLE_DARK,
                                          ATLAS_MAP_STYLE_MUTED };
  g_autoptr (AtlasBasemap) basemap = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
      for (double zoom = 4.3; zoom < 10.0; zoom += 2.4)
        {
          guint32 water = to_rgb (atlas_palette_get (styles[s])->water);
          gboolean found =
            differ (look_at (basemap, cases[i].lon, cases[i].lat, zoom, styles[s]), water) <= 1;

          if (found != cases[i].water)
            g_error ("%s at zoom %g in style %d: water is %d",
                     cases[i].what,
                     zoom,
                     styles[s],
                     found);
        }
}

static void
test_relief (void)
{
  g_autoptr (AtlasBasemap) basemap = load ();
  const AtlasPalette *light = atlas_palette_get (ATLAS_MAP_STYLE_LIGHT);
  /* From the crest of the Tian Shan down its southern slope into the Tarim basin. */
  AtlasViewport slope = { 81.0, 41.8, 5.5, 100, 60, 1.0 };
  AtlasViewport plain = { 83.6, 39.0, 7.0, 100, 60, 1.0 };
  cairo_surface_t *steep = draw (basemap, &slope, ATLAS_MAP_STYLE_LIGHT, SHOW);
  cairo_surface_t *level = draw (basemap, &plain, ATLAS_MAP_STYLE_LIGHT, SHOW);
  double darkest[2] = { 255, 255 };
  double lightest[2] = { 0, 0 };

  for (int y = 0; y < 60; y++)
    for (int x = 0; x < 100; x++)
      for (int i = 0; i < 2; i++)
        {
          double v = get_lightness (get_pixel (i == 0 ? steep : level, x, y));

          darkest[i] = MIN (darkest[i], v);
          lightest[i] = MAX (lightest[i], v);
        }
  g_assert_cmpfloat (darkest[0], <, darkest[1] - 25);
  g_assert_cmpfloat (lightest[0], >, 225);
  /* A desert plain is quiet, and has a tint between the second and the fourth stop. */
  g_assert_cmpfloat (lightest[1] - darkest[1], <, 16);
  g_assert_cmpint (differ (get_pixel (level, 50, 30), to_rgb (light->ground[2])), <=, 10);
  cairo_surface_destroy (steep);
  cairo_surface_destroy (level);
}

static void
test_without_relief (void)
{
  g_autoptr (AtlasBasemap) basemap = load ();
  AtlasViewport viewport = { 82.0, 39.0, 6.0, 60, 60, 1.0 };
  cairo_surface_t *surface = draw (basemap, &viewport, ATLAS_MAP_STYLE_DARK, 0);

  g_assert_cmphex (get_pixel (surface, 30, 30),
                   ==,
                   to_rgb (atlas_palette_get (ATLAS_MAP_STYLE_DARK)->ground[1]));
  cairo_surface_destroy (surface);
}

static guint
count_different (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      n += get_pixel (a, x, y) != get_pixel (b, x, y) ? 1 : 0;
  return n;
}

static void
test_modern_borders (void)
{
  g_autoptr (AtlasBasemap) basemap = load ();
  AtlasViewport viewport = { 80.2, 43.8, 7.0, 300, 300, 1.0 };
  cairo_surface_t *without = draw (basemap, &viewport, ATLAS_MAP_STYLE_LIGHT, SHOW);
  cairo_surface_t *with =
    draw (basemap, &viewport, ATLAS_MAP_STYLE_LIGHT, SHOW | ATLAS_SHOW_MODERN_BORDERS);
  guint n = count_different (without, with);

  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (n, <, 6000);
  cairo_surface_destroy (without);
  cairo_surface_destroy (with);
}

static void
test_same_again (void)
{
  g_autoptr (AtlasBasemap) first = load ();
  g_autoptr (AtlasBasemap) second = load ();
  AtlasViewport viewport = { 78.0, 43.0, 5.73, 320, 200, 1.5 };
  cairo_surface_t *a = draw (first, &viewport, ATLAS_MAP_STYLE_LIGHT, SHOW);
  cairo_surface_t *b = draw (second, &viewport, ATLAS_MAP_STYLE_LIGHT, SHOW);

  g_assert_cmpuint (count_different (a, b), ==, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* A picture moved by whole pixels shows the same shores: nothing depends on where the edge of the
 * picture is. */
static void
test_moved (void)
{
  g_autoptr (AtlasBasemap) basemap = load ();
  AtlasViewport here = { 77.0, 42.5, 6.0, 400, 300, 1.0 };
  AtlasViewport there = here;
  cairo_surface_t *a, *b;
  guint far = 0;
  const int dx = 64, dy = 32;

  atlas_viewport_unproject (&here, 200 + dx, 150 + dy, &there.lon, &there.lat);
  a = draw (basemap, &here, ATLAS_MAP_STYLE_LIGHT, SHOW);
  b = draw (basemap, &there, ATLAS_MAP_STYLE_LIGHT, SHOW);
  for (int y = dy; y < 300; y++)
    for (int x = dx; x < 400; x++)
      far += differ (get_pixel (a, x, y), get_pixel (b, x - dx, y - dy)) > 6 ? 1 : 0;
  /* Rounding of coordinates may turn a few pixels on the edge of a line. */
  g_assert_cmpuint (far, <, 40);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* The mean difference between the two sides of a column (or row, if @across) of the picture. */
static double
measure_jump (cairo_surface_t *surface, int at, gboolean across)
{
  double jump = 0.0;

  for (int i = 5; i < 195; i++)
    jump += across ? ABS (get_lightness (get_pixel (surface, i, at - 1)) -
                          get_lightness (get_pixel (surface, i, at + 1)))
                   : ABS (get_lightness (get_pixel (surface, at - 1, i)) -
                          get_lightness (get_pixel (surface, at + 1, i)));
  return jump / 190.0;
}

/* No step where the region passes into the world: along its edge neighbours differ no more than
 * about it. */
static void
test_no_seam (void)
{
  static const struct
  {
    AtlasViewport viewport;
    double lon, lat; /* on the edge */
    gboolean across;
  } cases[] = {
    { { 40.0, 50.0, 4.5, 200, 200, 1.0 }, 40.0, 50.0, FALSE },
    { { 90.0, 62.0, 4.5, 200, 200, 1.0 }, 90.0, 62.0, TRUE },
    { { 75.0, 20.0, 5.5, 200, 200, 1.0 }, 75.0, 20.0, TRUE },
    { { 125.0, 45.0, 5.0, 300, 200, 1.0 }, 130.0, 45.0, FALSE },
    { { 40.0, 45.0, 3.0, 200, 200, 2.0 }, 40.0, 45.0, FALSE },
  };
  g_autoptr (AtlasBasemap) basemap = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasViewport *viewport = &cases[i].viewport;
      /* Without the vectors, since a river may run along the edge. */
      cairo_surface_t *surface =
        atlas_base_relief_render (basemap,
                                  viewport,
                                  atlas_palette_get (ATLAS_MAP_STYLE_LIGHT),
                                  1.0,
                                  NULL);
      double x, y, about = 0.0;
      int at;

      atlas_viewport_project (viewport, cases[i].lon, cases[i].lat, &x, &y);
      at = (int) lround ((cases[i].across ? y : x) * viewport->scale);
      for (int k = 4; k <= 16; k += 2)
        about += (measure_jump (surface, at - k, cases[i].across) +
                  measure_jump (surface, at + k, cases[i].across)) /
                 14.0;
      for (int k = -1; k <= 1; k++)
        g_assert_cmpfloat (measure_jump (surface, at + k, cases[i].across), <, 1.4 * about + 0.5);
      cairo_surface_destroy (surface);
    }
}

static void
test_edges (void)
{
  static const AtlasViewport cases[] = {
    { 0.0, 0.0, 2.0, 1400, 900, 1.0 },    { 180.0, 0.0, 2.3, 500, 400, 2.0 },
    { -180.0, 60.0, 4.0, 300, 300, 1.0 }, { 80.0, 80.0, 2.0, 700, 900, 1.0 },
    { 80.0, -80.0, 3.0, 700, 900, 1.0 },  { 81.3, 43.9, 12.0, 300, 300, 2.0 },
    { 40.0, 20.0, 12.0, 64, 64, 1.0 },    { 179.99, -16.5, 12.0, 64, 64, 1.0 },
    { 80.0, 43.0, 5.0, 1, 1, 1.0 },       { 80.0, 43.0, 5.0, 333, 77, 1.37 },
  };
  g_autoptr (AtlasBasemap) basemap = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int style = ATLAS_MAP_STYLE_LIGHT; style <= ATLAS_MAP_STYLE_MUTED; style++)
      {
        cairo_surface_t *surface =
          draw (basemap, &cases[i], style, SHOW | ATLAS_SHOW_MODERN_BORDERS);

        /* Every pixel is opaque. */
        for (int y = 0; y < cairo_image_surface_get_height (surface); y += 7)
          {
            const guint32 *row =
              (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                                 y * cairo_image_surface_get_stride (surface));

            for (int x = 0; x < cairo_image_surface_get_width (surface); x += 5)
              g_assert_cmphex (row[x] >> 24, ==, 0xff);
          }
        cairo_surface_destroy (surface);
      }
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
test_vector_targets (void)
{
  g_autoptr (AtlasBasemap) basemap = load ();
  AtlasViewport viewport = { 77.0, 42.5, 6.0, 200, 150, 2.0 };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      cairo_surface_t *surface =
        i == 0 ? cairo_svg_surface_create_for_stream (count_bytes, bytes, 200, 150)
               : cairo_pdf_surface_create_for_stream (count_bytes, bytes, 200, 150);
      cairo_t *cr = cairo_create (surface);

      atlas_base_painter_draw (basemap, cr, &viewport, ATLAS_MAP_STYLE_LIGHT, SHOW);
      cairo_destroy (cr);
      cairo_surface_finish (surface);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
      if (i == 0)
        {
          g_byte_array_append (bytes, (const guint8 *) "", 1);
          g_assert_nonnull (strstr ((const char *) bytes->data, "<image"));
          g_assert_nonnull (strstr ((const char *) bytes->data, "<path"));
        }
      g_assert_cmpuint (bytes->len, >, 10000);
    }
}

static void
test_cancel (void)
{
  g_autoptr (AtlasBasemap) basemap = load ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  AtlasViewport viewport = { 77.0, 42.5, 6.0, 200, 150, 1.0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 150);
  cairo_t *cr = cairo_create (surface);

  g_assert_true (atlas_base_painter_draw_cancellable (basemap,
                                                      cr,
                                                      &viewport,
                                                      ATLAS_MAP_STYLE_LIGHT,
                                                      SHOW,
                                                      cancellable));
  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_base_painter_draw_cancellable (basemap,
                                                       cr,
                                                       &viewport,
                                                       ATLAS_MAP_STYLE_LIGHT,
                                                       SHOW,
                                                       cancellable));
  g_assert_false (atlas_base_painter_draw_cancellable (basemap,
                                                       cr,
                                                       &viewport,
                                                       ATLAS_MAP_STYLE_LIGHT,
                                                       0,
                                                       cancellable));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gpointer
draw_in_thread (gpointer data)
{
  AtlasViewport viewport = { 78.0, 43.0, 5.5, 320, 200, 1.0 };

  return draw (data, &viewport, ATLAS_MAP_STYLE_DARK, SHOW);
}

static void
test_threads (void)
{
  g_autoptr (AtlasBasemap) basemap = load ();
  GThread *threads[3];
  cairo_surface_t *expected = draw_in_thread (basemap);

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("draw", draw_in_thread, basemap);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      cairo_surface_t *surface = g_thread_join (threads[i]);

      g_assert_cmpuint (count_different (surface, expected), ==, 0);
      cairo_surface_destroy (surface);
    }
  cairo_surface_destroy (expected);
}

static void
test_names (void)
{
  g_autoptr (AtlasBasemap) basemap = load ();
  static const char *const languages[] = { "en", "zh-Hant", "zh-Hans", "ru" };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n, classes[ATLAS_NAME_PEAK + 1] = { 0 };
  const AtlasPhysicalName *names = atlas_basemap_get_names (basemap, &n);

  g_assert_cmpuint (n, >=, 60);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_assert_cmpint (names[i - 1].rank, <=, names[i].rank);
      g_assert_cmpfloat (names[i].min_zoom, <, names[i].max_zoom);
      g_assert_cmpuint (names[i].n_points, >=, 1);
      classes[names[i].name_class]++;
      for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
        if (atlas_text_get_exact (names[i].text, languages[l]) == NULL)
          g_error ("%s has no name in %s", atlas_text_get (names[i].text, "en"), languages[l]);
      g_assert_true (g_hash_table_add (seen, (gpointer) atlas_text_get (names[i].text, "en")));
      /* Writing runs from west to east, or else from north to south or south to north. */
      if (names[i].n_points > 1)
        {
          const AtlasNamePoint *a = names[i].points;
          const AtlasNamePoint *b = names[i].points + names[i].n_points - 1;

          if (b->lon < a->lon && fabs (b->lat - a->lat) < a->lon - b->lon)
            g_error ("%s is written backwards", atlas_text_get (names[i].text, "en"));
        }
    }
  for (gsize c = 0; c < G_N_ELEMENTS (classes); c++)
    g_assert_cmpuint (classes[c], >, 0);
}

/* A lake's name lies on the lake, where it is one of these. */
static void
test_names_on_waters (void)
{
  static const char *const lakes[] = { "Issyk-Kul",   "Balkhash",    "Aral Sea",
                                       "Caspian Sea", "Lake Baikal", "Kokonor" };
  g_autoptr (AtlasBasemap) basemap = load ();
  guint32 water = to_rgb (atlas_palette_get (ATLAS_MAP_STYLE_LIGHT)->water);
  guint n, found = 0;
  const AtlasPhysicalName *names = atlas_basemap_get_names (basemap, &n);

  for (guint i = 0; i < n; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (lakes); k++)
      {
        const AtlasNamePoint *middle = &names[i].points[names[i].n_points / 2];

        if (g_strcmp0 (atlas_text_get (names[i].text, "en"), lakes[k]) != 0)
          continue;
        found++;
        if (differ (look_at (basemap, middle->lon, middle->lat, 7.0, ATLAS_MAP_STYLE_LIGHT),
                    water) > 1)
          g_error ("%s is written on land", lakes[k]);
      }
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (lakes));
}

static const char *const files[] = { "manifest.json",    "names.geojson",   "region-tint.jpg",
                                     "region-shade.jpg", "world-tint.jpg",  "world-shade.jpg",
                                     "vectors.bin",      "rivers-gshhg.bin" };

static char *
copy_basemap (void)
{
  g_autofree char *folder = get_folder ();
  char *copy = g_dir_make_tmp ("atlas-basemap-XXXXXX", NULL);

  g_assert_nonnull (copy);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *from = g_build_filename (folder, files[i], NULL);
      g_autofree char *to = g_build_filename (copy, files[i], NULL);
      g_autofree char *contents = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (from, &contents, &size, NULL));
      g_assert_true (g_file_set_contents (to, contents, (gssize) size, NULL));
    }
  return copy;
}

static void
remove_copy (const char *copy)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (copy, files[i], NULL);

      g_unlink (path);
    }
  g_rmdir (copy);
}

static void
assert_fails (const char *folder, const char *file, AtlasBasemapError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_basemap_new (folder, &error));
  g_assert_error (error, ATLAS_BASEMAP_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, file));
}

/* Writes the sum of a changed file into the manifest, so that the reader behind the sums is tried
 * too. */
static void
forge_sum (const char *copy, const char *name, const char *contents, gsize size)
{
  g_autofree char *path = g_build_filename (copy, "manifest.json", NULL);
  g_autofree char *manifest = NULL;
  g_autofree char *sum =
    g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) contents, size);
  char *at;

  g_assert_true (g_file_get_contents (path, &manifest, NULL, NULL));
  at = strstr (manifest, name);
  g_assert_nonnull (at);
  memcpy (at + strlen (name) + strlen ("\": \""), sum, strlen (sum));
  g_assert_true (g_file_set_contents (path, manifest, -1, NULL));
}

static void
test_corrupt (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *copy = copy_basemap ();
      g_autofree char *path = g_build_filename (copy, files[i], NULL);
      g_autofree char *contents = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
      g_assert_true (g_file_set_contents (path, contents, (gssize) (size / 2), NULL));
      assert_fails (copy, files[i], ATLAS_BASEMAP_ERROR_CORRUPT);
      g_assert_true (g_file_set_contents (path, "", 0, NULL));
      assert_fails (copy, files[i], ATLAS_BASEMAP_ERROR_CORRUPT);
      g_unlink (path);
      assert_fails (copy, files[i], ATLAS_BASEMAP_ERROR_UNREADABLE);
      remove_copy (copy);
    }
}

/* Vectors with bytes changed or lost and the right sum are refused or read, but never read beyond
 * their end. */
static void
test_broken_vectors (void)
{
  g_autofree char *copy = copy_basemap ();
  g_autofree char *path = g_build_filename (copy, "rivers-gshhg.bin", NULL);
  g_autofree char *contents = NULL;
  gsize size;
  guint refused = 0;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  for (int round = 0; round < 12; round++)
    {
      g_autofree char *broken = g_memdup2 (contents, size);
      gsize length = round % 3 == 0 ? (gsize) g_test_rand_int_range (0, (int) size) : size;
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasBasemap) basemap = NULL;

      for (int k = 0; k < round * 3; k++)
        broken[g_test_rand_int_range (0, (int) size)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (path, broken, (gssize) length, NULL));
      forge_sum (copy, "rivers-gshhg.bin", broken, length);
      basemap = atlas_basemap_new (copy, &error);
      g_assert_true ((basemap == NULL) == (error != NULL));
      refused += error != NULL ? 1 : 0;
      if (basemap != NULL)
        look_at (basemap, 80.0, 44.0, 6.0, ATLAS_MAP_STYLE_LIGHT);
    }
  g_assert_cmpuint (refused, >=, 4);
  remove_copy (copy);
}

/* Files written by hand: head, then one river. The first is good, each other is wrong in one way.
 */
static void
test_vector_forms (void)
{
#define HEAD(features, points) "ATLASVEC\1\0\0\0" features "\0\0\0" points "\0\0\0"
#define CASE(text, wrong)                                                                          \
  {                                                                                                \
    text, sizeof (text) - 1, wrong                                                                 \
  }
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *wrong; /* what the message says, NULL for a good file */
  } cases[] = {
    CASE (HEAD ("\1", "\2") "\2\1\2\20\2\20\2", NULL),
    CASE ("ATLASVEX\1\0\0\0\0\0\0\0\0\0\0\0", "is not a file"),
    CASE ("ATLASVEC\2\0\0\0\0\0\0\0\0\0\0\0", "unknown version"),
    CASE (HEAD ("\1", "\2") "\5\1\2\20\2\20\2", "unknown kind"),
    CASE (HEAD ("\1", "\2") "\2\6\2\20\2\20\2", "unknown kind"),
    CASE (HEAD ("\1", "\2") "\2\1\1\20\2", "number of points"),
    CASE (HEAD ("\1", "\2") "\2\1\3\20\2\20\2\20\2", "number of points"),
    CASE (HEAD ("\1", "\3") "\2\1\2\20\2\20\2", "after the last shape"),
    CASE (HEAD ("\1", "\2") "\2\1\2\20\2\20", "ends within a shape"),
    CASE (HEAD ("\2", "\2") "\2\1\2\20\2\20\2", "ends before the last shape"),
    CASE (HEAD ("\1", "\2") "\2\1\2\20\2\20\2\2", "after the last shape"),
    CASE (HEAD ("\1", "\2") "\2\1\2\20\2\20\377\377\377\177", "outside the world"),
    CASE (HEAD ("\1", "\177") "\2\1\2\20\2\20\2", "more shapes than it can hold"),
  };
  g_autofree char *copy = copy_basemap ();
  g_autofree char *path = g_build_filename (copy, "rivers-gshhg.bin", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasBasemap) basemap = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].bytes, (gssize) cases[i].size, NULL));
      forge_sum (copy, "rivers-gshhg.bin", cases[i].bytes, cases[i].size);
      basemap = atlas_basemap_new (copy, &error);
      if ((basemap != NULL) != (cases[i].wrong == NULL))
        g_error ("case %" G_GSIZE_FORMAT " was %s", i, error != NULL ? error->message : "read");
      if (cases[i].wrong == NULL)
        continue;
      g_assert_error (error, ATLAS_BASEMAP_ERROR, ATLAS_BASEMAP_ERROR_CORRUPT);
      g_assert_nonnull (strstr (error->message, cases[i].wrong));
    }
  remove_copy (copy);
#undef CASE
#undef HEAD
}

/* The parts of the picture reader that the sums would hide. */
static void
test_broken_pictures (void)
{
  g_autofree char *copy = copy_basemap ();
  g_autofree char *tint = g_build_filename (copy, "region-tint.jpg", NULL);
  g_autofree char *shade = g_build_filename (copy, "world-shade.jpg", NULL);
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (shade, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (tint, contents, (gssize) size, NULL));
  forge_sum (copy, "region-tint.jpg", contents, size);
  assert_fails (copy, "region-tint.jpg", ATLAS_BASEMAP_ERROR_CORRUPT);

  g_assert_true (g_file_set_contents (tint, "not a picture", -1, NULL));
  forge_sum (copy, "region-tint.jpg", "not a picture", strlen ("not a picture"));
  assert_fails (copy, "region-tint.jpg", ATLAS_BASEMAP_ERROR_CORRUPT);
  remove_copy (copy);
}

/* One of the world is looked at only from afar; what it cannot tell is then level. */
static void
test_broken_world (void)
{
  g_autofree char *copy = copy_basemap ();
  g_autofree char *shade = g_build_filename (copy, "world-shade.jpg", NULL);
  AtlasViewport near = { 80.0, 43.0, 6.0, 200, 150, 1.0 }, far = { 0.0, 20.0, 2.0, 200, 150, 1.0 };
  g_autoptr (AtlasBasemap) basemap = NULL;

  g_assert_true (g_file_set_contents (shade, "not a picture", -1, NULL));
  forge_sum (copy, "world-shade.jpg", "not a picture", strlen ("not a picture"));
  basemap = atlas_basemap_new (copy, NULL);
  g_assert_nonnull (basemap);
  cairo_surface_destroy (draw (basemap, &near, ATLAS_MAP_STYLE_LIGHT, SHOW));
  g_test_expect_message ("atlas-draw", G_LOG_LEVEL_MESSAGE, "*picture of the world*");
  cairo_surface_destroy (draw (basemap, &far, ATLAS_MAP_STYLE_LIGHT, SHOW));
  g_test_assert_expected_messages ();
  remove_copy (copy);
}

static void
test_broken_names (void)
{
  static const char *const texts[] = {
    "[]",
    "{\"features\": [1]}",
    "{\"features\": [{\"properties\": {\"class\": \"town\"}}]}",
    "{\"features\": [{\"properties\": {\"class\": \"water\", \"rank\": 9}}]}",
    "{\"features\": [{\"properties\": {\"class\": \"water\", \"rank\": 1, \"min_zoom\": 5, "
    "\"max_zoom\": 4}}]}",
    "{\"features\": [{\"properties\": {\"class\": \"water\", \"rank\": 1, \"min_zoom\": 3, "
    "\"max_zoom\": 4, "
    "\"name\": {\"ru\": \"Or\"}}}]}",
    "{\"features\": [{\"properties\": {\"class\": \"water\", \"rank\": 1, \"min_zoom\": 3, "
    "\"max_zoom\": 4, "
    "\"name\": {\"en\": \"Ili\"}}, \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[1, "
    "2]]}}]}",
    "{\"features\": [{\"properties\": {\"class\": \"water\", \"rank\": 1, \"min_zoom\": 3, "
    "\"max_zoom\": 4, "
    "\"name\": {\"en\": \"Ili\"}}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [\"1\", "
    "2]}}]}",
  };
  g_autofree char *copy = copy_basemap ();
  g_autofree char *path = g_build_filename (copy, "names.geojson", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      assert_fails (copy, "names.geojson", ATLAS_BASEMAP_ERROR_CORRUPT);
    }
  remove_copy (copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/basemap/waters", test_waters);
  g_test_add_func ("/draw/basemap/relief", test_relief);
  g_test_add_func ("/draw/basemap/without-relief", test_without_relief);
  g_test_add_func ("/draw/basemap/modern-borders", test_modern_borders);
  g_test_add_func ("/draw/basemap/same-again", test_same_again);
  g_test_add_func ("/draw/basemap/moved", test_moved);
  g_test_add_func ("/draw/basemap/no-seam", test_no_seam);
  g_test_add_func ("/draw/basemap/edges", test_edges);
  g_test_add_func ("/draw/basemap/vector-targets", test_vector_targets);
  g_test_add_func ("/draw/basemap/cancel", test_cancel);
  g_test_add_func ("/draw/basemap/threads", test_threads);
  g_test_add_func ("/draw/basemap/names", test_names);
  g_test_add_func ("/draw/basemap/names-on-waters", test_names_on_waters);
  g_test_add_func ("/draw/basemap/corrupt", test_corrupt);
  g_test_add_func ("/draw/basemap/broken-vectors", test_broken_vectors);
  g_test_add_func ("/draw/basemap/vector-forms", test_vector_forms);
  g_test_add_func ("/draw/basemap/broken-pictures", test_broken_pictures);
  g_test_add_func ("/draw/basemap/broken-world", test_broken_world);
  g_test_add_func ("/draw/basemap/broken-names", test_broken_names);
  return g_test_run ();
}
