/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "atlas-border-style.h"
#include "atlas-dataset-reader.h"
#include "atlas-date-label.h"
#include "atlas-furniture-painter.h"
#include "atlas-palette.h"
#include "atlas-picture-export.h"
#include "atlas-route-layout.h"
#include "atlas-site-painter.h"
#include "atlas-territory-scene.h"

#define WIDTH 700
#define HEIGHT 500

typedef struct
{
  AtlasHistoryIndex *index;
  AtlasPictureSpec spec;
  AtlasViewport viewport;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "small", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_read (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  fixture->index = atlas_history_index_new (dataset);
  fixture->spec = (AtlasPictureSpec){ .style = ATLAS_MAP_STYLE_LIGHT,
                                      .show = ATLAS_SHOW_DEFAULT,
                                      .lang = g_intern_static_string ("en") };
  fixture->viewport = (AtlasViewport){ 81, 44, 7, WIDTH, HEIGHT, 1 };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->index);
}

static void
set_day (Fixture *fixture, int year, int month, int day, int half_window)
{
  fixture->spec.date = atlas_day_from_gregorian (year, month, day);
  fixture->spec.window =
    (AtlasTimeSpan){ fixture->spec.date - half_window, fixture->spec.date + half_window };
}

static cairo_surface_t *
draw (const Fixture *fixture, AtlasPictureParts parts)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  atlas_picture_draw (NULL, fixture->index, &fixture->spec, &fixture->viewport, cr, parts);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static AtlasColor
get_pixel_at (const Fixture *fixture, cairo_surface_t *surface, double lon, double lat)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  double x, y;
  guint32 pixel;

  atlas_viewport_project (&fixture->viewport, lon, lat, &x, &y);
  memcpy (&pixel, data + (int) y * cairo_image_surface_get_stride (surface) + (int) x * 4, 4);
  return (AtlasColor){ ((pixel >> 16) & 0xff) / 255.0,
                       ((pixel >> 8) & 0xff) / 255.0,
                       (pixel & 0xff) / 255.0,
                       (pixel >> 24) / 255.0 };
}

static gboolean
is_same_color (AtlasColor a, AtlasColor b)
{
  return fabs (a.r - b.r) + fabs (a.g - b.g) + fabs (a.b - b.b) + fabs (a.a - b.a) < 0.03;
}

/* Far from its borders a land has its own tint over the ground; outside the atlas there is bare
 * ground. */
static void
test_tint (Fixture *fixture, gconstpointer data)
{
  const AtlasPalette *palette = atlas_palette_get (ATLAS_MAP_STYLE_LIGHT);
  cairo_surface_t *surface;
  AtlasColor north, south, outside;

  set_day (fixture, 1865, 1, 1, 10);
  surface = draw (fixture, ATLAS_PICTURE_BASE | ATLAS_PICTURE_TERRITORIES);
  north = get_pixel_at (fixture, surface, 81, 45.2);
  south = get_pixel_at (fixture, surface, 81, 42.9);
  outside = get_pixel_at (fixture, surface, 77.5, 44);
  g_assert_true (is_same_color (outside, palette->ground[1]));
  g_assert_false (is_same_color (north, outside));
  g_assert_false (is_same_color (south, outside));
  g_assert_false (is_same_color (north, south));
  cairo_surface_destroy (surface);
}

/* The strip between the old and the new border changes on 15 June 1870, and nothing changes before.
 */
static void
test_change_on_a_day (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *before, *eve, *after;
  gsize size;

  set_day (fixture, 1870, 6, 13, 0);
  before = draw (fixture, ATLAS_PICTURE_TERRITORIES);
  set_day (fixture, 1870, 6, 14, 0);
  eve = draw (fixture, ATLAS_PICTURE_TERRITORIES);
  set_day (fixture, 1870, 6, 15, 0);
  after = draw (fixture, ATLAS_PICTURE_TERRITORIES);
  size = (gsize) HEIGHT * cairo_image_surface_get_stride (before);
  g_assert_cmpmem (cairo_image_surface_get_data (before),
                   size,
                   cairo_image_surface_get_data (eve),
                   size);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (eve),
                           cairo_image_surface_get_data (after),
                           size),
                   !=,
                   0);
  /* Far away from the strip all is as it was. */
  g_assert_true (
    is_same_color (get_pixel_at (fixture, eve, 81, 45.4), get_pixel_at (fixture, after, 81, 45.4)));
  cairo_surface_destroy (before);
  cairo_surface_destroy (eve);
  cairo_surface_destroy (after);
}

/* What is not asked for is not drawn. */
static void
test_show_flags (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surface;
  const guint8 *pixels;

  set_day (fixture, 1870, 5, 20, 200);
  fixture->spec.show = ATLAS_SHOW_RELIEF;
  surface = draw (fixture,
                  ATLAS_PICTURE_TERRITORIES | ATLAS_PICTURE_ROUTES | ATLAS_PICTURE_SITES |
                    ATLAS_PICTURE_LABELS);
  pixels = cairo_image_surface_get_data (surface);
  for (int i = 0; i < HEIGHT * cairo_image_surface_get_stride (surface); i++)
    g_assert_cmpuint (pixels[i], ==, 0);
  cairo_surface_destroy (surface);
}

/* A picture is the same every time, with a warm cache too. */
static void
test_repeatable (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *first, *second;
  gsize size;

  set_day (fixture, 1870, 5, 20, 200);
  first = draw (fixture, ATLAS_PICTURE_ALL);
  second = draw (fixture, ATLAS_PICTURE_ALL);
  size = (gsize) HEIGHT * cairo_image_surface_get_stride (first);
  g_assert_cmpmem (cairo_image_surface_get_data (first),
                   size,
                   cairo_image_surface_get_data (second),
                   size);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static const AtlasSite *
find_site (const AtlasSiteLayout *layout, const char *event)
{
  guint n;
  const AtlasSite *sites = atlas_site_layout_get_sites (layout, &n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < sites[i].n_events; k++)
      if (g_str_equal (atlas_record_get_id (ATLAS_RECORD (sites[i].events[k])), event))
        return &sites[i];
  return NULL;
}

static void
test_sites (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasSiteLayout) layout = NULL;
  const AtlasSite *battle, *town, *loss;

  set_day (fixture, 1870, 5, 21, 20);
  layout = atlas_site_layout_new (fixture->index, &fixture->spec, &fixture->viewport);

  battle = find_site (layout, "event/sandwell-battle");
  g_assert_nonnull (battle);
  g_assert_cmpint (battle->kind, ==, ATLAS_SITE_EVENT);
  g_assert_cmpint (battle->finish, ==, ATLAS_FINISH_BADGE);

  /* A siege and the capture at its end, at one town. */
  town = find_site (layout, "event/millford-siege");
  g_assert_nonnull (town);
  g_assert_cmpint (town->kind, ==, ATLAS_SITE_CLUSTER);
  g_assert_true (town == find_site (layout, "event/millford-capture"));
  g_assert_cmpuint (town->counts[ATLAS_EVENT_GROUP_FORCE], ==, 2);
  g_assert_cmpstr (atlas_record_get_id (ATLAS_RECORD (town->events[0])),
                   ==,
                   "event/millford-siege");

  loss = find_site (layout, "event/reedlake-loss");
  g_assert_nonnull (loss);
  g_assert_cmpint (loss->finish, ==, ATLAS_FINISH_HOLLOW);
  /* An event at a place that nobody can locate is nowhere on the map. */
  g_assert_null (find_site (layout, "event/arms-for-the-league"));

  g_assert_true (atlas_site_layout_pick (layout, battle->x + 5, battle->y - 5) == battle);
  g_assert_true (atlas_site_layout_pick (layout, battle->x + 15.9, battle->y) == battle);
  g_assert_null (atlas_site_layout_pick (layout, 3, 3));
}

static void
test_sites_without_uncorroborated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasSiteLayout) layout = NULL;

  set_day (fixture, 1870, 5, 21, 20);
  fixture->spec.filter = atlas_filter_with_status (NULL, ATLAS_STATUS_UNCORROBORATED, FALSE);
  layout = atlas_site_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
  g_assert_null (find_site (layout, "event/reedlake-loss"));
  g_assert_nonnull (find_site (layout, "event/sandwell-battle"));
}

/* A selected person's events stand out, and are drawn however far from the window they are. */
static void
test_sites_of_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasSiteLayout) before = NULL;
  g_autoptr (AtlasSiteLayout) layout = NULL;
  const AtlasSite *battle, *loss;

  set_day (fixture, 1870, 5, 21, 20);
  before = atlas_site_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
  g_assert_null (find_site (before, "event/eastgate-talks"));
  g_assert_false (find_site (before, "event/sandwell-battle")->highlighted);

  fixture->spec.selected = g_intern_static_string ("person/lin-the-elder");
  layout = atlas_site_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
  battle = find_site (layout, "event/sandwell-battle");
  loss = find_site (layout, "event/reedlake-loss");
  g_assert_true (battle->highlighted);
  g_assert_true (find_site (layout, "event/eastgate-talks")->highlighted);
  g_assert_false (loss->highlighted);
}

static double
get_alpha_of (Fixture *fixture, const char *event)
{
  g_autoptr (AtlasSiteLayout) layout =
    atlas_site_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
  const AtlasSite *site = find_site (layout, event);

  return site != NULL ? site->alpha : 0.0;
}

/* An exact date in the window is drawn in full, one that may lie outside it as strongly as it is
 * likely to lie inside. */
static void
test_strength (Fixture *fixture, gconstpointer data)
{
  double few, more;

  set_day (fixture, 1870, 5, 10, 2);
  g_assert_cmpfloat_with_epsilon (get_alpha_of (fixture, "event/sandwell-battle"), 1.0, 1e-9);
  few = get_alpha_of (fixture, "event/reedlake-loss");
  set_day (fixture, 1870, 5, 10, 6);
  more = get_alpha_of (fixture, "event/reedlake-loss");
  /* 5 and 13 of the 31 days of May. */
  g_assert_cmpfloat_with_epsilon (few, 0.35 + 0.65 * 5 / 31, 1e-9);
  g_assert_cmpfloat_with_epsilon (more, 0.35 + 0.65 * 13 / 31, 1e-9);
  set_day (fixture, 1870, 5, 16, 60);
  g_assert_cmpfloat_with_epsilon (get_alpha_of (fixture, "event/reedlake-loss"), 1.0, 1e-9);
  set_day (fixture, 1870, 5, 10, 2);
  fixture->spec.selected = g_intern_static_string ("event/reedlake-loss");
  g_assert_cmpfloat_with_epsilon (get_alpha_of (fixture, "event/reedlake-loss"), 1.0, 1e-9);
}

/* What is just past fades from day to day and is gone after the afterglow; it has no name. */
static void
test_afterglow (Fixture *fixture, gconstpointer data)
{
  double last = 0.7;

  g_assert_cmpfloat (get_alpha_of (fixture, "event/sandwell-battle"), <=, 0.0);
  fixture->spec.afterglow = 9;
  for (int day = 11; day <= 19; day++)
    {
      g_autoptr (AtlasSiteLayout) layout = NULL;
      const AtlasSite *site;

      set_day (fixture, 1870, 5, day, 0);
      layout = atlas_site_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
      site = find_site (layout, "event/sandwell-battle");
      g_assert_nonnull (site);
      g_assert_true (site->past);
      g_assert_cmpfloat (site->alpha, <, last);
      g_assert_cmpfloat (site->alpha, >, 0.0);
      last = site->alpha;
    }
  set_day (fixture, 1870, 5, 20, 0);
  g_assert_cmpfloat (get_alpha_of (fixture, "event/sandwell-battle"), <=, 0.0);
  /* Before it happened it does not glow. */
  set_day (fixture, 1870, 5, 9, 0);
  g_assert_cmpfloat (get_alpha_of (fixture, "event/sandwell-battle"), <=, 0.0);
}

/* The strength is seen on the picture: the less of it, the less the marker stands out. */
static void
test_strength_is_drawn (Fixture *fixture, gconstpointer data)
{
  AtlasSpriteCache *sprites = atlas_sprite_cache_new ();
  g_autoptr (AtlasSiteLayout) layout = NULL;
  double alphas[2];

  fixture->spec.show = ATLAS_SHOW_EVENTS;
  fixture->spec.afterglow = 9;
  for (int i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);
      const AtlasSite *site;

      set_day (fixture, 1870, 5, i == 0 ? 10 : 15, 0);
      g_clear_pointer (&layout, atlas_site_layout_free);
      layout = atlas_site_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
      site = find_site (layout, "event/sandwell-battle");
      atlas_site_painter_draw (layout, ATLAS_MAP_STYLE_LIGHT, sprites, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      alphas[i] = cairo_image_surface_get_data (
        surface)[(int) site->y * cairo_image_surface_get_stride (surface) +
                 4 * ((int) site->x - 4) + 3];
      cairo_surface_destroy (surface);
    }
  g_assert_cmpfloat (alphas[0], >, 250.0);
  g_assert_cmpfloat_with_epsilon (alphas[1], 255.0 * 0.6 * 0.5, 4.0);
  atlas_sprite_cache_free (sprites);
}

/* The selected event leaves its cluster, and one that is still to come is pale. */
static void
test_selected_and_future (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasSiteLayout) layout = NULL;
  const AtlasSite *selected;

  set_day (fixture, 1870, 5, 15, 30);
  fixture->spec.selected = g_intern_static_string ("event/millford-siege");
  layout = atlas_site_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
  selected = find_site (layout, "event/millford-siege");
  g_assert_nonnull (selected);
  g_assert_cmpint (selected->kind, ==, ATLAS_SITE_EVENT);
  g_assert_true (selected->selected);
  g_assert_cmpint (selected->finish, ==, ATLAS_FINISH_FUTURE);
  g_assert_true (find_site (layout, "event/millford-capture") != selected);
  g_assert_true (atlas_site_layout_pick (layout, selected->x, selected->y) == selected);
}

static void
test_routes (Fixture *fixture, gconstpointer data)
{
  AtlasRouteLayout *layout;
  const AtlasRoute *current;
  const AtlasWorldPoint *points;
  double half_way;
  g_autofree char *pace = NULL;
  g_autofree char *pace_zh = NULL;

  set_day (fixture, 1870, 4, 28, 30);
  layout = atlas_route_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
  g_assert_cmpuint (layout->routes->len, ==, 2);
  /* The ghost of the second leg lies below the first, which is on its way. */
  g_assert_cmpint (g_array_index (layout->routes, AtlasRoute, 0).time, ==, ATLAS_ROUTE_LATER);
  current = &g_array_index (layout->routes, AtlasRoute, 1);
  g_assert_cmpint (current->time, ==, ATLAS_ROUTE_CURRENT);
  g_assert_true (current->has_head);
  points = (const AtlasWorldPoint *) current->points->data;
  half_way = atlas_curve_length (points, current->points->len);
  g_assert_true (atlas_route_layout_pick (layout, points[2].x + 2, points[2].y) == current->leg);
  /* The pace is told of the leg that is under way, in the language of the texts. */
  pace = atlas_route_layout_describe_pace (current, "en");
  pace_zh = atlas_route_layout_describe_pace (current, "zh-Hant");
  g_assert_true (g_str_has_suffix (pace, " km a day"));
  g_assert_true (g_str_has_prefix (pace_zh, "每日") && g_str_has_suffix (pace_zh, "公里"));
  g_assert_null (
    atlas_route_layout_describe_pace (&g_array_index (layout->routes, AtlasRoute, 0), "en"));
  g_assert_null (atlas_route_layout_pick (layout, 2, 2));
  atlas_route_layout_free (layout);

  set_day (fixture, 1870, 5, 8, 30);
  layout = atlas_route_layout_new (fixture->index, &fixture->spec, &fixture->viewport);
  for (guint i = 0; i < layout->routes->len; i++)
    {
      const AtlasRoute *route = &g_array_index (layout->routes, AtlasRoute, i);

      if (g_str_equal (atlas_record_get_id (ATLAS_RECORD (route->leg)), "leg/spring-1"))
        {
          g_assert_cmpint (route->time, ==, ATLAS_ROUTE_PAST);
          g_assert_cmpfloat (atlas_curve_length ((const AtlasWorldPoint *) route->points->data,
                                                 route->points->len),
                             >,
                             half_way * 1.3);
        }
    }
  atlas_route_layout_free (layout);
}

/* A line is as sharp as what it rests on. */
static void
test_border_styles (void)
{
  const struct
  {
    AtlasBasis basis;
    AtlasBoundaryForm form;
    double width_km;
    AtlasBorderStyle expected;
  } cases[] = {
    { ATLAS_BASIS_SURVEY, ATLAS_FORM_LINE, 1, ATLAS_BORDER_FIXED },
    { ATLAS_BASIS_TREATY_TEXT, ATLAS_FORM_LINE, 15, ATLAS_BORDER_FIXED },
    { ATLAS_BASIS_RIVER, ATLAS_FORM_LINE, 2, ATLAS_BORDER_FIXED },
    { ATLAS_BASIS_WATERSHED, ATLAS_FORM_LINE, 15, ATLAS_BORDER_APPROXIMATE },
    { ATLAS_BASIS_CONTROL, ATLAS_FORM_LINE, 5, ATLAS_BORDER_APPROXIMATE },
    { ATLAS_BASIS_RECONSTRUCTION, ATLAS_FORM_LINE, 50, ATLAS_BORDER_BAND },
    { ATLAS_BASIS_SURVEY, ATLAS_FORM_CLAIM, 1, ATLAS_BORDER_CLAIM },
    { ATLAS_BASIS_TREATY_TEXT, ATLAS_FORM_PROPOSED, 1, ATLAS_BORDER_PROPOSED },
    { ATLAS_BASIS_CONTROL, ATLAS_FORM_FRONT, 20, ATLAS_BORDER_FRONT },
    { ATLAS_BASIS_FRAME, ATLAS_FORM_LINE, 0, ATLAS_BORDER_NONE },
    { ATLAS_BASIS_COAST, ATLAS_FORM_CLAIM, 0, ATLAS_BORDER_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasBoundaryPhase phase = { .basis = cases[i].basis,
                                   .form = cases[i].form,
                                   .width_km = cases[i].width_km };

      g_assert_cmpint (atlas_border_style_of (&phase), ==, cases[i].expected);
    }
  g_assert_cmpint (atlas_border_style_of (NULL), ==, ATLAS_BORDER_NONE);
}

/* Every ring is made of whole segments, and they meet. */
static void
test_outlines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasTerritoryScene) scene = NULL;

  set_day (fixture, 1871, 1, 1, 10);
  scene = atlas_territory_scene_new (fixture->index, &fixture->spec, &fixture->viewport);
  g_assert_cmpuint (scene->n_territories, ==, 3);
  for (guint i = 0; i < scene->n_territories; i++)
    {
      const AtlasTerritoryOutline *outline =
        atlas_shape_cache_get_outline (scene->shapes, scene->territories[i].territory);

      g_assert_cmpuint (outline->n_rings, ==, 1);
      g_assert_cmpuint (outline->rings[0].n_pieces, ==, 2);
      for (guint k = 0; k < 2; k++)
        g_assert_nonnull (outline->rings[0].pieces[k].segment);
    }
}

static char *
read_start (const char *path, gsize *length)
{
  char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

/* The files may have zero bytes in them. */
static gboolean
contains (const char *contents, gsize length, const char *part)
{
  gsize n = strlen (part);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (contents + i, part, n) == 0)
      return TRUE;
  return FALSE;
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
    const char *part;
  } cases[] = {
    { "map.png", "\x89PNG\r\n", "IHDR" },
    { "map.svg", "<?xml", "<path" },
    { "MAP.PDF", "%PDF-", "/MediaBox [ 0 0 525 375 ]" },
  };
  g_autofree char *folder = g_dir_make_tmp ("atlas-export-XXXXXX", NULL);

  set_day (fixture, 1870, 5, 20, 200);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_assert_true (atlas_picture_export (NULL,
                                           fixture->index,
                                           &fixture->spec,
                                           &fixture->viewport,
                                           path,
                                           &error));
      g_assert_no_error (error);
      contents = read_start (path, &length);
      g_assert_cmpuint (length, >, 5000);
      g_assert_true (memcmp (contents, cases[i].start, strlen (cases[i].start)) == 0);
      g_assert_true (contains (contents, length, cases[i].part));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_rmdir (folder);
}

/* The scale of the viewport makes more pixels of the same map. */
static void
test_export_scale (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.png", NULL);
  cairo_surface_t *surface;
  g_autoptr (GError) error = NULL;

  set_day (fixture, 1870, 5, 20, 200);
  fixture->viewport.scale = 2;
  g_assert_true (
    atlas_picture_export (NULL, fixture->index, &fixture->spec, &fixture->viewport, path, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 2 * WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 2 * HEIGHT);
  cairo_surface_destroy (surface);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_export_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_day (fixture, 1870, 5, 20, 200);
  g_assert_false (atlas_picture_export (NULL,
                                        fixture->index,
                                        &fixture->spec,
                                        &fixture->viewport,
                                        "map.jpeg",
                                        &error));
  g_assert_error (error, ATLAS_PICTURE_EXPORT_ERROR, ATLAS_PICTURE_EXPORT_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (atlas_picture_export (NULL,
                                        fixture->index,
                                        &fixture->spec,
                                        &fixture->viewport,
                                        "/no/such/folder/map.png",
                                        &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_date_labels (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *lang;
    const char *expected;
  } cases[] = {
    { "event/sandwell-battle", "en", "10 May" },
    { "event/millford-siege", "en", "20 May–2 Jun" },
    { "event/reedlake-loss", "en", "May 1870 ?" },
    { "event/league-founded", "en", "1864" },
    { "event/eastgate-talks", "en", "1869–1870" },
    { "event/sandwell-battle", "zh-Hant", "5月10日" },
    { "event/reedlake-loss", "zh-Hant", "1870年5月？" },
  };
  static const struct
  {
    const char *id;
    const char *lang;
    const char *expected;
  } elsewhere[] = {
    { "event/sandwell-battle", "en", "10 May 1870" },
    { "event/millford-siege", "en", "20 May–2 Jun 1870" },
    { "event/millford-siege", "zh-Hant", "1870年5月20日–6月2日" },
  };
  AtlasDataset *dataset = atlas_history_index_get_dataset (fixture->index);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (dataset, cases[i].id);
      g_autofree char *label =
        atlas_date_label_of (record, atlas_day_from_gregorian (1870, 8, 1), cases[i].lang);

      g_assert_cmpstr (label, ==, cases[i].expected);
    }
  /* In another year the year is told, where each language has it. */
  for (gsize i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    {
      g_autofree char *label = atlas_date_label_of (atlas_dataset_lookup (dataset, elsewhere[i].id),
                                                    atlas_day_from_gregorian (1871, 8, 1),
                                                    elsewhere[i].lang);

      g_assert_cmpstr (label, ==, elsewhere[i].expected);
    }
}

static void
test_scale_step (void)
{
  for (double zoom = 2; zoom <= 12; zoom += 0.37)
    for (double lat = -60; lat <= 75; lat += 15)
      {
        AtlasViewport viewport = { 80, lat, zoom, 800, 600, 1 };
        double step = atlas_furniture_get_scale_step (&viewport);
        double pixels = step * 1000 / atlas_mercator_metres_per_pixel (lat, zoom);
        double lead = step / pow (10, floor (log10 (step) + 1e-9));

        g_assert_true (fabs (lead - 1) < 1e-6 || fabs (lead - 2) < 1e-6 || fabs (lead - 5) < 1e-6);
        g_assert_cmpfloat (pixels, >, 18);
        g_assert_cmpfloat (pixels, <=, 48.001);
      }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/picture/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tint", test_tint);
  ADD ("change-on-a-day", test_change_on_a_day);
  ADD ("show-flags", test_show_flags);
  ADD ("repeatable", test_repeatable);
  ADD ("sites", test_sites);
  ADD ("sites-without-uncorroborated", test_sites_without_uncorroborated);
  ADD ("sites-of-person", test_sites_of_person);
  ADD ("strength", test_strength);
  ADD ("afterglow", test_afterglow);
  ADD ("strength-is-drawn", test_strength_is_drawn);
  ADD ("selected-and-future", test_selected_and_future);
  ADD ("routes", test_routes);
  ADD ("outlines", test_outlines);
  ADD ("export", test_export);
  ADD ("export-scale", test_export_scale);
  ADD ("export-errors", test_export_errors);
  ADD ("date-labels", test_date_labels);
  g_test_add_func ("/picture/border-styles", test_border_styles);
  g_test_add_func ("/picture/scale-step", test_scale_step);
  return g_test_run ();
}
