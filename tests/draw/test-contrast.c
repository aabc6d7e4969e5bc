/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include "atlas-base-painter.h"
#include "atlas-palette.h"

/* Contrast of letters and marks over the ground as it is really drawn: relief of high mountains
 * and of plains, under the tint of every polity. The least is what WCAG 2.1 asks of text and of
 * graphics at level AA; with high contrast, of text at level AAA. */

#define WIDTH 480
#define HEIGHT 360

typedef struct
{
  AtlasMapStyle style;
  double text, mark;
} Demand;

static const Demand demands[] = {
  { ATLAS_MAP_STYLE_LIGHT, 4.5, 3.0 },         { ATLAS_MAP_STYLE_DARK, 4.5, 3.0 },
  { ATLAS_MAP_STYLE_MUTED, 4.5, 3.0 },         { ATLAS_MAP_STYLE_CONTRAST_LIGHT, 7.0, 4.5 },
  { ATLAS_MAP_STYLE_CONTRAST_DARK, 7.0, 4.5 },
};

/* The Tian Shan with the Ili valley; the Dzungarian basin; the Tarim. */
static const double views[][3] = { { 81.0, 43.0, 6.5 }, { 85.5, 45.5, 6.0 }, { 81.0, 39.0, 5.5 } };

static AtlasColor
get_color (const guint32 *pixel)
{
  return (AtlasColor){
    (*pixel >> 16 & 0xff) / 255.0, (*pixel >> 8 & 0xff) / 255.0, (*pixel & 0xff) / 255.0, 1.0
  };
}

static int
compare_colors (gconstpointer a, gconstpointer b)
{
  const AtlasColor black = { 0, 0, 0, 1 };
  double x = atlas_color_contrast (*(const AtlasColor *) a, black),
         y = atlas_color_contrast (*(const AtlasColor *) b, black);

  return (x > y) - (x < y);
}

/* The colours of the drawn ground, from the darkest to the lightest. */
static GArray *
read_grounds (AtlasBasemap *basemap, AtlasMapStyle style)
{
  GArray *grounds = g_array_new (FALSE, FALSE, sizeof (AtlasColor));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AtlasViewport viewport = { .lon = views[i][0],
                                 .lat = views[i][1],
                                 .zoom = views[i][2],
                                 .width = WIDTH,
                                 .height = HEIGHT,
                                 .scale = 1.0 };
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);

      atlas_base_painter_draw (basemap, cr, &viewport, style, ATLAS_SHOW_RELIEF);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < HEIGHT; y += 3)
        for (int x = 0; x < WIDTH; x += 3)
          {
            AtlasColor color = get_color (
              (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                                 y * cairo_image_surface_get_stride (surface) +
                                                 x * 4));

            g_array_append_val (grounds, color);
          }
      cairo_surface_destroy (surface);
    }
  g_array_sort (grounds, compare_colors);
  return grounds;
}

static AtlasColor
get_share (const GArray *grounds, double share)
{
  return g_array_index (grounds, AtlasColor, (guint) (share * (grounds->len - 1)));
}

static void
demand (AtlasColor color,
        AtlasColor ground,
        double least,
        const char *what,
        const char *family,
        AtlasMapStyle style)
{
  double contrast = atlas_color_contrast (color, ground);

  if (contrast < least)
    {
      g_test_message ("style %d, %s, %s: %.2f of %.1f", style, family, what, contrast, least);
      g_test_fail ();
    }
}

/* What must be told from the ground itself, without a halo or a casing between them. */
typedef enum
{
  ALONE_NOTHING = 0,
  ALONE_LETTERS = 1 << 0,
  ALONE_MARKS = 1 << 1,
} Alone;

/* Letters stand on their halo, and it on what is below; at the median they can do without. */
static void
check_letters (const Demand *d,
               AtlasColor ground,
               Alone alone,
               AtlasColor letters,
               const char *what,
               const char *family)
{
  AtlasColor halo = atlas_color_over (atlas_palette_get (d->style)->halo, ground);

  demand (letters, halo, d->text, what, family, d->style);
  if (alone & ALONE_LETTERS)
    demand (letters, ground, d->text, what, family, d->style);
}

static void
check_ground (const Demand *d, AtlasColor bare, Alone alone, const char *family)
{
  const AtlasPalette *palette = atlas_palette_get (d->style);
  const AtlasPolityColors *polity = atlas_palette_get_polity (d->style, family);
  AtlasColor ground = atlas_color_over (atlas_color_with_alpha (polity->fill, palette->tint), bare);
  AtlasColor casing = atlas_color_over (palette->casing, ground);

  check_letters (d, ground, alone, polity->label, "name of the polity", family);
  check_letters (d, ground, alone, palette->ink, "names of places", family);
  check_letters (d, ground, alone, palette->relief_text, "names of ranges", family);
  demand (palette->border, casing, d->mark, "border on its casing", family, d->style);
  if (alone & ALONE_MARKS)
    {
      demand (palette->border, ground, d->mark, "border", family, d->style);
      /* Who is not known has no edge of its own. */
      if (!g_str_equal (family, "unknown"))
        demand (polity->edge, ground, d->mark, "edge", family, d->style);
    }
  for (int group = 0; group < ATLAS_N_EVENT_GROUPS; group++)
    {
      AtlasColor mark = atlas_palette_get_group (d->style, group);

      demand (mark, palette->rim, d->mark, "marker on its rim", family, d->style);
      demand (mark, palette->paper, d->mark, "hollow marker", family, d->style);
      demand (palette->on_marker, mark, d->text, "glyph", family, d->style);
      if (alone & ALONE_MARKS)
        demand (mark, ground, d->mark, "marker", family, d->style);
    }
}

static void
test_over_relief (void)
{
  static const double shares[] = { 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99 };
  const char *const *families = atlas_palette_get_families ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "basemap", NULL);
  g_autoptr (GError) error = NULL;
  AtlasBasemap *basemap = atlas_basemap_new (folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (demands); i++)
    {
      g_autoptr (GArray) grounds = read_grounds (basemap, demands[i].style);

      for (guint s = 0; s < G_N_ELEMENTS (shares); s++)
        for (guint f = 0; families[f] != NULL; f++)
          check_ground (&demands[i],
                        get_share (grounds, shares[s]),
                        s == 3 ? ALONE_LETTERS | ALONE_MARKS : ALONE_NOTHING,
                        families[f]);
    }
  atlas_basemap_unref (basemap);
}

/* What the busiest tile of a street map is made of, in the colours that OpenStreetMap's own style
 * has: a town with its motorways, railways and woods, and the black of its lettering. */
static const struct
{
  const char *what;
  AtlasColor color;
} street_map[] = {
  { "land", { 0.949, 0.937, 0.914, 1 } },       { "built-up area", { 0.878, 0.875, 0.875, 1 } },
  { "building", { 0.851, 0.816, 0.788, 1 } },   { "wood", { 0.678, 0.820, 0.620, 1 } },
  { "meadow", { 0.804, 0.922, 0.690, 1 } },     { "water", { 0.667, 0.827, 0.875, 1 } },
  { "motorway", { 0.910, 0.573, 0.635, 1 } },   { "its edge", { 0.863, 0.165, 0.404, 1 } },
  { "trunk road", { 0.976, 0.698, 0.612, 1 } }, { "its edge", { 0.769, 0.294, 0.169, 1 } },
  { "main road", { 0.988, 0.839, 0.643, 1 } },  { "its edge", { 0.639, 0.482, 0.0, 1 } },
  { "street", { 1.0, 1.0, 1.0, 1 } },           { "railway", { 0.439, 0.439, 0.439, 1 } },
  { "boundary", { 0.553, 0.337, 0.608, 1 } },   { "name of a town", { 0.133, 0.133, 0.133, 1 } },
  { "lettering", { 0.0, 0.0, 0.0, 1 } },
};

/* Over a map that somebody else has drawn history stands on its veil. Whatever lies below, letters
 * and borders are told from what is about them; over plain land marks can do without a casing. */
static void
test_over_tiles (void)
{
  const char *const *families = atlas_palette_get_families ();

  for (guint i = 0; i < G_N_ELEMENTS (demands); i++)
    for (guint c = 0; c < G_N_ELEMENTS (street_map); c++)
      for (guint f = 0; families[f] != NULL; f++)
        {
          AtlasColor veil = atlas_palette_get (demands[i].style)->veil;

          g_test_message ("over %s", street_map[c].what);
          check_ground (&demands[i],
                        atlas_color_over (veil, street_map[c].color),
                        c == 0 ? ALONE_MARKS : ALONE_NOTHING,
                        families[f]);
        }
}

/* What is written on plates, badges, pills and waters. */
static void
test_on_cards (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (demands); i++)
    {
      const Demand *d = &demands[i];
      const AtlasPalette *palette = atlas_palette_get (d->style);
      AtlasColor plate = atlas_color_over (palette->plate, palette->ground[0]);
      AtlasColor worst = atlas_color_over (palette->plate, palette->relief_shadow);

      demand (palette->text, plate, d->text, "plate", "text", d->style);
      demand (palette->text, worst, d->text, "plate over shadow", "text", d->style);
      demand (palette->dim_text, plate, d->text, "plate", "dim text", d->style);
      demand (palette->text, palette->paper, d->text, "paper", "text", d->style);
      demand (palette->on_badge, palette->badge, d->text, "badge", "text", d->style);
      demand (palette->water_text, palette->water, d->text, "water", "text", d->style);
      demand (palette->shore, palette->ground[1], d->mark, "shore", "land", d->style);
      demand (palette->accent, palette->paper, d->mark, "accent", "paper", d->style);
      for (const char *const *f = atlas_palette_get_families (); *f != NULL; f++)
        demand (atlas_palette_get_polity (d->style, *f)->label,
                palette->paper,
                d->text,
                "date of a leg",
                *f,
                d->style);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contrast/over-relief", test_over_relief);
  g_test_add_func ("/contrast/over-tiles", test_over_tiles);
  g_test_add_func ("/contrast/on-cards", test_on_cards);
  return g_test_run ();
}
