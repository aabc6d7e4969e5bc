/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include <math.h>

#include "atlas-base-relief.h"
#include "atlas-basemap-private.h"

/* Rasters of degrees are resampled to Mercator in two passes: columns are the same for every row of
 * the picture, so that each row of the raster is filtered across once and kept while it is needed,
 * and a row of the picture mixes four of those. All in whole numbers: weights have 12 bits, values
 * 4 bits below the point. */

#define TAPS 4
#define WEIGHT_BITS 12
#define WEIGHT_ONE (1 << WEIGHT_BITS)
#define VALUE_BITS 4
#define VALUE_MAX (255 << VALUE_BITS)

/* Over how many degrees within its edge the region passes into the coarser world. */
#define BLEND_DEGREES 2.0
/* The relief is native near zoom 5.5; above this it is softened, down to a rest. */
#define FADE_ZOOM 7.0
#define FADE_END_ZOOM 10.5
#define FADE_REST 0.45

/* Opacity of the shadow on the darkest slope, and of the light on the brightest. */
#define SHADOW_MOST 0.6
#define LIGHT_MOST 0.45

#define TABLE_SIZE 1024

typedef struct
{
  int row; /* of the raster, -1 for none */
  gint16 *values;
} KeptRow;

typedef struct
{
  const guint8 *data;
  int width;
  int height;
  gboolean wraps;
  double samples; /* for one degree, at this level */
  double north;
  double softness; /* 0 for a crisp kernel to 1 */
  int n;           /* columns of the picture */
  int *columns;    /* TAPS for each column of the picture */
  gint16 *weights; /* likewise */
  KeptRow rows[TAPS];
} Sampler;

typedef struct
{
  /* Red, green and blue of the tint, with eight bits below the point. */
  guint16 tint[TABLE_SIZE][3];
  /* What a value of the shade leaves of the tint, of 256, and what it adds to it, times 65536. */
  guint32 keep[TABLE_SIZE];
  guint32 add[TABLE_SIZE][3];
} Tables;

/* Bayer's matrix. Far in, the tint changes by one step of eight bits in a hundred pixels; ordered
 * noise of less than a step hides the edges of such bands, and is the same for the same picture. */
static const guint8 bayer[4][4] = { { 0, 8, 2, 10 },
                                    { 12, 4, 14, 6 },
                                    { 3, 11, 1, 9 },
                                    { 15, 7, 13, 5 } };

/* Mitchell and Netravali's family of cubic kernels, with B from 0 (Catmull and Rom's, crisp) to 1
 * (B-spline, which shows no grid however far it is stretched) and C = (1 - B) / 2. */
static double
weigh (double t, double b)
{
  double c = (1.0 - b) / 2.0;
  double x = fabs (t);

  if (x < 1.0)
    return ((12.0 - 9.0 * b - 6.0 * c) * x * x * x + (-18.0 + 12.0 * b + 6.0 * c) * x * x +
            (6.0 - 2.0 * b)) /
           6.0;
  if (x < 2.0)
    return ((-b - 6.0 * c) * x * x * x + (6.0 * b + 30.0 * c) * x * x + (-12.0 * b - 48.0 * c) * x +
            (8.0 * b + 24.0 * c)) /
           6.0;
  return 0.0;
}

/* The four weights for a place that lies @fraction after the second tap; they sum to one exactly.
 */
static void
set_weights (double fraction, double softness, gint16 *weights)
{
  int sum = 0;

  for (int i = 0; i < TAPS; i++)
    {
      weights[i] = (gint16) lround (weigh (fraction + 1.0 - i, softness) * WEIGHT_ONE);
      sum += weights[i];
    }
  weights[fraction < 0.5 ? 1 : 2] = (gint16) (weights[fraction < 0.5 ? 1 : 2] + WEIGHT_ONE - sum);
}

static int
place_column (const Sampler *self, int column)
{
  if (!self->wraps)
    return CLAMP (column, 0, self->width - 1);
  column %= self->width;
  return column < 0 ? column + self->width : column;
}

/* @step is degrees of longitude for one device pixel. */
static void
sampler_init (Sampler *self, const AtlasRaster *raster, double west, double step, int n)
{
  int level = 0;
  double scale = raster->samples * step;

  while (scale > 1.25 && level + 1 < ATLAS_RASTER_LEVELS && raster->levels[level + 1] != NULL)
    {
      level++;
      scale /= 2.0;
    }
  self->data = raster->levels[level];
  self->width = raster->widths[level];
  self->height = raster->heights[level];
  self->wraps = raster->wraps;
  self->samples = raster->samples / (1 << level);
  self->north = raster->north;
  self->softness = CLAMP ((1.0 / scale - 1.0) / 1.5, 0.0, 1.0);
  self->n = n;
  self->columns = g_new (int, (gsize) n *TAPS);
  self->weights = g_new (gint16, (gsize) n * TAPS);
  for (int x = 0; x < n; x++)
    {
      /* Sample i stands for the middle of its square. Every turn of the world shows the same. */
      double lon = west + (x + 0.5) * step - raster->west;
      double at = (lon - floor (lon / 360.0) * 360.0) * self->samples - 0.5;
      double first = floor (at);

      set_weights (at - first, self->softness, self->weights + (gsize) x * TAPS);
      for (int i = 0; i < TAPS; i++)
        self->columns[x * TAPS + i] = place_column (self, (int) first - 1 + i);
    }
  for (int i = 0; i < TAPS; i++)
    self->rows[i] = (KeptRow){ -1, g_new (gint16, (gsize) n) };
}

static void
sampler_clear (Sampler *self)
{
  for (int i = 0; i < TAPS; i++)
    g_free (self->rows[i].values);
  g_free (self->columns);
  g_free (self->weights);
}

/* One row of the raster filtered across; four neighbouring rows never share a slot. */
static const gint16 *
sampler_keep_row (Sampler *self, int row)
{
  KeptRow *kept = &self->rows[row & (TAPS - 1)];
  const guint8 *data = self->data + (gsize) row * (gsize) self->width;

  if (kept->row == row)
    return kept->values;
  kept->row = row;
  for (int x = 0; x < self->n; x++)
    {
      const int *columns = self->columns + (gsize) x * TAPS;
      const gint16 *weights = self->weights + (gsize) x * TAPS;
      int sum = data[columns[0]] * weights[0] + data[columns[1]] * weights[1] +
                data[columns[2]] * weights[2] + data[columns[3]] * weights[3];

      kept->values[x] = (gint16) (sum >> (WEIGHT_BITS - VALUE_BITS));
    }
  return kept->values;
}

static void
sampler_get_row (Sampler *self, double lat, gint16 *values)
{
  double at = (self->north - lat) * self->samples - 0.5;
  double first = floor (at);
  gint16 w[TAPS];
  const gint16 *rows[TAPS];

  set_weights (at - first, self->softness, w);
  for (int i = 0; i < TAPS; i++)
    rows[i] = sampler_keep_row (self, (int) CLAMP (first - 1 + i, 0, self->height - 1));
  for (int x = 0; x < self->n; x++)
    {
      int sum = rows[0][x] * w[0] + rows[1][x] * w[1] + rows[2][x] * w[2] + rows[3][x] * w[3];

      values[x] = (gint16) (sum >> WEIGHT_BITS);
    }
}

static AtlasColor
mix_ground (const AtlasColor *ground, double at)
{
  int i = CLAMP ((int) at, 0, 3);
  double t = at - i;

  return (AtlasColor){ ground[i].r + (ground[i + 1].r - ground[i].r) * t,
                       ground[i].g + (ground[i + 1].g - ground[i].g) * t,
                       ground[i].b + (ground[i + 1].b - ground[i].b) * t,
                       1.0 };
}

static void
fill_tables (Tables *self, const AtlasPalette *palette, double strength)
{
  for (int i = 0; i < TABLE_SIZE; i++)
    {
      double value = i * 255.0 / (TABLE_SIZE - 1);
      AtlasColor c = mix_ground (palette->ground, MIN (value / 64.0, 4.0));
      gboolean dark = value < 128.0;
      /* Beginnings of shadow are drawn a little stronger than in proportion, which gives soft hills
       * a body. */
      double alpha = dark
                       ? MIN (palette->relief_shadow.a, SHADOW_MOST) *
                           pow (MIN ((128.0 - value) / 112.0, 1.0), 0.85)
                       : palette->relief_light.a * LIGHT_MOST * MIN ((value - 128.0) / 100.0, 1.0);
      const AtlasColor *target = dark ? &palette->relief_shadow : &palette->relief_light;
      guint32 a = (guint32) lround (alpha * strength * 256.0);

      self->keep[i] = 256 - a;
      for (int k = 0; k < 3; k++)
        {
          self->tint[i][k] = (guint16) lround ((&c.r)[k] * 255.0 * 256.0);
          self->add[i][k] = (guint32) lround ((&target->r)[k] * 255.0 * 256.0) * a;
        }
    }
}

static void
colour_row (const Tables *tables,
            const gint16 *tint,
            const gint16 *shade,
            int n,
            int y,
            guint32 *pixels)
{
  guint32 noise[4];

  for (int i = 0; i < 4; i++)
    noise[i] = (guint32) (bayer[y & 3][i] * 2 + 1) << 11;
  for (int x = 0; x < n; x++)
    {
      const guint16 *c = tables->tint[CLAMP (tint[x], 0, VALUE_MAX) >> 2];
      int s = CLAMP (shade[x], 0, VALUE_MAX) >> 2;
      guint32 keep = tables->keep[s];
      const guint32 *add = tables->add[s];
      guint32 d = noise[x & 3];

      pixels[x] = 0xff000000 | ((c[0] * keep + add[0] + d) & 0xff0000) |
                  (((c[1] * keep + add[1] + d) >> 8) & 0xff00) | ((c[2] * keep + add[2] + d) >> 16);
    }
}

/* How much of the region there is at a distance from its edge, 0 to 256; smooth at both ends. */
static int
blend_at (double inside)
{
  double t = CLAMP (inside / BLEND_DEGREES, 0.0, 1.0);

  return (int) lround (t * t * (3.0 - 2.0 * t) * 256.0);
}

static void
blend_row (gint16 *under, const gint16 *over, const guint16 *weights, int row_weight, int n)
{
  for (int x = 0; x < n; x++)
    {
      int w = (weights[x] * row_weight) >> 8;

      under[x] = (gint16) (under[x] + (((over[x] - under[x]) * w) >> 8));
    }
}

/* Everything that a row needs. */
typedef struct
{
  int n;
  gboolean has_world;
  gboolean has_region;
  Sampler samplers[4]; /* tint and shade of the world, then of the region */
  gint16 *values[4];
  guint16 *blend; /* of the region, for each column */
} Rows;

static void
rows_init (Rows *self,
           const AtlasBasemap *basemap,
           double west,
           double step,
           int n,
           double north,
           double south)
{
  const AtlasRaster *rasters[] = {
    &basemap->world_tint, &basemap->world_shade, &basemap->region_tint, &basemap->region_shade
  };
  double margin = BLEND_DEGREES;
  guint most = 0, least = 256;

  self->n = n;
  self->blend = g_new (guint16, (gsize) n);
  for (int x = 0; x < n; x++)
    {
      double lon = west + (x + 0.5) * step - basemap->west;

      lon -= floor (lon / 360.0) * 360.0;
      self->blend[x] = (guint16) blend_at (MIN (lon, basemap->east - basemap->west - lon));
      most = MAX (most, self->blend[x]);
      least = MIN (least, self->blend[x]);
    }
  self->has_region = most > 0 && south < basemap->north && north > basemap->south;
  self->has_world =
    least < 256 || north > basemap->north - margin || south < basemap->south + margin;
  if (self->has_world)
    atlas_basemap_need_world (basemap);
  for (int i = 0; i < 4; i++)
    {
      if (i < 2 ? !self->has_world : !self->has_region)
        continue;
      sampler_init (&self->samplers[i], rasters[i], west, step, n);
      self->values[i] = g_new (gint16, (gsize) n);
    }
}

static void
rows_clear (Rows *self)
{
  for (int i = 0; i < 4; i++)
    {
      if (self->values[i] == NULL)
        continue;
      sampler_clear (&self->samplers[i]);
      g_free (self->values[i]);
    }
  g_free (self->blend);
}

/* Leaves tint and shade of the row at @lat in the returned pair of arrays. */
static gint16 *const *
rows_get (Rows *self, const AtlasBasemap *basemap, double lat)
{
  int weight = blend_at (MIN (basemap->north - lat, lat - basemap->south));

  if (!self->has_region || (weight == 0 && self->has_world))
    weight = 0;
  for (int i = 0; i < 4; i++)
    if (i < 2 ? self->has_world : weight > 0)
      sampler_get_row (&self->samplers[i], lat, self->values[i]);
  if (!self->has_world)
    return self->values + 2;
  for (int i = 0; i < 2 && weight > 0; i++)
    blend_row (self->values[i], self->values[i + 2], self->blend, weight, self->n);
  return self->values;
}

static double
fade_at (double zoom)
{
  double t = CLAMP ((zoom - FADE_ZOOM) / (FADE_END_ZOOM - FADE_ZOOM), 0.0, 1.0);

  return 1.0 - (1.0 - FADE_REST) * t;
}

cairo_surface_t *
atlas_base_relief_render (const AtlasBasemap *basemap,
                          const AtlasViewport *viewport,
                          const AtlasPalette *palette,
                          double strength,
                          GCancellable *cancellable)
{
  int width = MAX (1, (int) ceil (viewport->width * viewport->scale));
  int height = MAX (1, (int) ceil (viewport->height * viewport->scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double step = 360.0 / atlas_mercator_world_size (viewport->zoom) / viewport->scale;
  g_autofree Tables *tables = g_new (Tables, 1);
  double west, north, east, south;
  gboolean cancelled = FALSE;
  Rows rows = { 0 };

  if (data == NULL)
    return surface;
  atlas_viewport_unproject (viewport, 0.0, 0.0, &west, &north);
  atlas_viewport_unproject (viewport, viewport->width, viewport->height, &east, &south);
  fill_tables (tables, palette, strength * fade_at (viewport->zoom));
  rows_init (&rows, basemap, west, step, width, north, south);
  for (int y = 0; y < height && !cancelled; y++)
    {
      double lon, lat;
      gint16 *const *values;

      atlas_viewport_unproject (viewport, 0.0, (y + 0.5) / viewport->scale, &lon, &lat);
      values = rows_get (&rows, basemap, lat);
      colour_row (tables,
                  values[0],
                  values[1],
                  width,
                  y,
                  (guint32 *) (gpointer) (data + (gsize) y * (gsize) stride));
      cancelled = (y & 31) == 31 && g_cancellable_is_cancelled (cancellable);
    }
  rows_clear (&rows);
  if (cancelled)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }
  cairo_surface_mark_dirty (surface);
  cairo_surface_set_device_scale (surface, viewport->scale, viewport->scale);
  return surface;
}
