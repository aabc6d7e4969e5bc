/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-sprite-cache.h"

/* When the pictures take up more than this the cache starts anew; a screen of labels needs about
 * two fifths. */
#define MAX_BYTES (12u * 1024 * 1024)
#define MAX_MEASURES 8192u

typedef struct
{
  double width;
  double height;
} Size;

struct _AtlasSpriteCache
{
  GHashTable *sprites;  /* key -> cairo_surface_t */
  GHashTable *measures; /* key -> Size */
  gsize bytes;
};

typedef struct
{
  AtlasMapStyle style;
  AtlasEventKind kind;
  AtlasMarkerFinish finish;
  gboolean selected;
} Marker;

typedef struct
{
  AtlasMapStyle style;
  AtlasPlaceSymbol symbol;
  AtlasColor color;
} PlaceMark;

typedef struct
{
  const AtlasLetterStyle *style;
  const char *text;
} Line;

AtlasSpriteCache *
atlas_sprite_cache_new (void)
{
  AtlasSpriteCache *self = g_new0 (AtlasSpriteCache, 1);

  self->sprites =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  self->measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
atlas_sprite_cache_free (AtlasSpriteCache *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sprites);
  g_hash_table_unref (self->measures);
  g_free (self);
}

/* Device pixels for one unit of @cr; 0 where the target keeps vectors or @cr is turned. */
static double
get_raster_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double sx, sy;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_get_matrix (cr, &matrix);
  if (fabs (matrix.xy) > 1e-9 || fabs (matrix.yx) > 1e-9 || fabs (matrix.xx - matrix.yy) > 1e-9 ||
      matrix.xx <= 0)
    return 0;
  cairo_surface_get_device_scale (target, &sx, &sy);
  return matrix.xx * sx;
}

static cairo_surface_t *
render (AtlasRect extents, double scale, AtlasSpriteDraw draw, gconstpointer data, gsize *bytes)
{
  int width = MAX (1, (int) ceil (extents.width * scale));
  int height = MAX (1, (int) ceil (extents.height * scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, -extents.x, -extents.y);
  draw (cr, data);
  cairo_destroy (cr);
  *bytes += (gsize) width * height * 4;
  return surface;
}

/* A target that keeps vectors is drawn on again each time. */
static void
draw_vectors (cairo_t *cr,
              double x,
              double y,
              double alpha,
              AtlasSpriteDraw draw,
              gconstpointer data)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (alpha < 1.0)
    cairo_push_group (cr);
  draw (cr, data);
  if (alpha < 1.0)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, alpha);
    }
  cairo_restore (cr);
}

void
atlas_sprite_cache_paint (AtlasSpriteCache *self,
                          cairo_t *cr,
                          const char *key,
                          AtlasRect extents,
                          double x,
                          double y,
                          AtlasSpriteDraw draw,
                          gconstpointer data)
{
  atlas_sprite_cache_paint_with_alpha (self, cr, key, extents, x, y, 1.0, draw, data);
}

void
atlas_sprite_cache_paint_with_alpha (AtlasSpriteCache *self,
                                     cairo_t *cr,
                                     const char *key,
                                     AtlasRect extents,
                                     double x,
                                     double y,
                                     double alpha,
                                     AtlasSpriteDraw draw,
                                     gconstpointer data)
{
  double scale = get_raster_scale (cr);
  g_autofree char *full_key = NULL;
  cairo_surface_t *surface;

  g_return_if_fail (self != NULL && key != NULL && draw != NULL);

  if (scale <= 0)
    {
      draw_vectors (cr, x, y, alpha, draw, data);
      return;
    }

  full_key = g_strdup_printf ("%d:%s", (int) lround (scale * 1000), key);
  surface = g_hash_table_lookup (self->sprites, full_key);
  if (surface == NULL)
    {
      if (self->bytes > MAX_BYTES)
        {
          g_hash_table_remove_all (self->sprites);
          self->bytes = 0;
        }
      /* The origin falls on a whole device pixel, so that every copy is as sharp as the first. */
      extents.x = floor (extents.x * scale) / scale;
      extents.y = floor (extents.y * scale) / scale;
      surface = render (extents, scale, draw, data, &self->bytes);
      g_hash_table_insert (self->sprites, g_steal_pointer (&full_key), surface);
    }
  cairo_save (cr);
  cairo_set_source_surface (cr,
                            surface,
                            (round (x * scale) + floor (extents.x * scale)) / scale,
                            (round (y * scale) + floor (extents.y * scale)) / scale);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  if (alpha < 1.0)
    cairo_paint_with_alpha (cr, alpha);
  else
    cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_marker_cb (cairo_t *cr, gconstpointer data)
{
  const Marker *marker = data;

  atlas_marker_draw (cr, 0, 0, marker->style, marker->kind, marker->finish, marker->selected);
}

void
atlas_sprite_cache_paint_marker (AtlasSpriteCache *self,
                                 cairo_t *cr,
                                 double x,
                                 double y,
                                 AtlasMapStyle style,
                                 AtlasEventKind kind,
                                 AtlasMarkerFinish finish,
                                 gboolean selected,
                                 double alpha)
{
  Marker marker = { style, kind, finish, selected };
  char key[48];

  g_snprintf (key, sizeof key, "m%d,%d,%d,%d", style, kind, finish, selected);
  atlas_sprite_cache_paint_with_alpha (self,
                                       cr,
                                       key,
                                       (AtlasRect){ -32, -32, 64, 64 },
                                       x,
                                       y,
                                       alpha,
                                       draw_marker_cb,
                                       &marker);
}

static void
draw_place_cb (cairo_t *cr, gconstpointer data)
{
  const PlaceMark *mark = data;

  atlas_marker_draw_place (cr, 0, 0, mark->style, mark->symbol, mark->color);
}

static guint32
pack_color (AtlasColor color)
{
  return (guint32) lround (color.r * 255) << 24 | (guint32) lround (color.g * 255) << 16 |
         (guint32) lround (color.b * 255) << 8 | (guint32) lround (color.a * 255);
}

void
atlas_sprite_cache_paint_place (AtlasSpriteCache *self,
                                cairo_t *cr,
                                double x,
                                double y,
                                AtlasMapStyle style,
                                AtlasPlaceSymbol symbol,
                                AtlasColor color)
{
  PlaceMark mark = { style, symbol, color };
  char key[48];

  g_snprintf (key, sizeof key, "p%d,%d,%x", style, symbol, pack_color (color));
  atlas_sprite_cache_paint (self,
                            cr,
                            key,
                            (AtlasRect){ -10, -10, 20, 20 },
                            x,
                            y,
                            draw_place_cb,
                            &mark);
}

static char *
create_measure_key (const AtlasLetterStyle *style, const char *text)
{
  return g_strdup_printf ("%d,%d,%d,%s,%s",
                          style->role,
                          (int) lround (style->size * 100),
                          (int) lround (style->spacing * 100),
                          style->lang != NULL ? style->lang : "",
                          text);
}

void
atlas_sprite_cache_measure_text (AtlasSpriteCache *self,
                                 const AtlasLetterStyle *style,
                                 const char *text,
                                 double *width,
                                 double *height)
{
  g_autofree char *key = create_measure_key (style, text);
  Size *size = g_hash_table_lookup (self->measures, key);

  if (size == NULL)
    {
      if (g_hash_table_size (self->measures) > MAX_MEASURES)
        g_hash_table_remove_all (self->measures);
      size = g_new (Size, 1);
      atlas_lettering_measure (style, text, &size->width, &size->height);
      g_hash_table_insert (self->measures, g_steal_pointer (&key), size);
    }
  *width = size->width;
  *height = size->height;
}

static void
draw_text_cb (cairo_t *cr, gconstpointer data)
{
  const Line *line = data;

  atlas_lettering_draw (cr, line->style, line->text, 0, 0);
}

void
atlas_sprite_cache_paint_text (AtlasSpriteCache *self,
                               cairo_t *cr,
                               const AtlasLetterStyle *style,
                               const char *text,
                               double x,
                               double y)
{
  Line line = { style, text };
  g_autofree char *measure_key = create_measure_key (style, text);
  g_autofree char *key = NULL;
  double width, height;
  /* Italics and halos reach beyond the logical box. */
  double margin = style->halo_width + style->size * 0.35;

  g_return_if_fail (self != NULL && style != NULL && text != NULL);

  atlas_sprite_cache_measure_text (self, style, text, &width, &height);
  key = g_strdup_printf ("t%x,%x,%d,%s",
                         pack_color (style->color),
                         pack_color (style->halo),
                         (int) lround (style->halo_width * 10),
                         measure_key);
  atlas_sprite_cache_paint (self,
                            cr,
                            key,
                            (AtlasRect){
                              -margin, -margin, width + 2 * margin, height + 2 * margin },
                            x,
                            y,
                            draw_text_cb,
                            &line);
}
