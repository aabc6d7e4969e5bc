/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include "atlas-palette.h"

static const AtlasMapStyle styles[] = { ATLAS_MAP_STYLE_LIGHT,
                                        ATLAS_MAP_STYLE_DARK,
                                        ATLAS_MAP_STYLE_MUTED,
                                        ATLAS_MAP_STYLE_CONTRAST_LIGHT,
                                        ATLAS_MAP_STYLE_CONTRAST_DARK };

/* The ground that most of the map has, under a polity's tint. */
static AtlasColor
get_tinted_ground (AtlasMapStyle style, const AtlasPolityColors *colors, int stop)
{
  const AtlasPalette *palette = atlas_palette_get (style);

  return atlas_color_over (atlas_color_with_alpha (colors->fill, palette->tint),
                           palette->ground[stop]);
}

static void
test_contrast_formula (void)
{
  AtlasColor black = { 0, 0, 0, 1 };
  AtlasColor white = { 1, 1, 1, 1 };
  AtlasColor grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (atlas_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_color_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_color_contrast (white, white), 1, 1e-9);
  /* The grey that is known for just missing 4.5 on white. */
  g_assert_cmpfloat_with_epsilon (atlas_color_contrast (grey, white), 4.48, 0.01);
}

static void
test_over (void)
{
  AtlasColor mixed = atlas_color_over ((AtlasColor){ 1, 0, 0, 0.25 }, (AtlasColor){ 0, 1, 0.5, 1 });

  g_assert_cmpfloat_with_epsilon (mixed.r, 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.g, 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.b, 0.375, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.a, 1, 1e-9);
}

static void
test_polity_contrast (void)
{
  const char *const *families = atlas_palette_get_families ();

  for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
    for (int i = 0; families[i] != NULL; i++)
      {
        const AtlasPolityColors *colors = atlas_palette_get_polity (styles[s], families[i]);

        for (int stop = 0; stop < 3; stop++)
          {
            AtlasColor ground = get_tinted_ground (styles[s], colors, stop);
            double label = atlas_color_contrast (colors->label, ground);
            double edge = atlas_color_contrast (colors->edge, ground);

            if (label < 5)
              g_error ("%s, style %d, ground %d: label contrast %.2f",
                       families[i],
                       styles[s],
                       stop,
                       label);
            /* The family of the unknown is faint on purpose: it has no inner edge and no hatch. */
            if (edge < 3 && !g_str_equal (families[i], "unknown"))
              g_error ("%s, style %d, ground %d: edge contrast %.2f",
                       families[i],
                       styles[s],
                       stop,
                       edge);
          }
      }
}

static void
test_families_differ (void)
{
  const char *const *families = atlas_palette_get_families ();

  for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
    for (int i = 0; families[i] != NULL; i++)
      for (int j = i + 1; families[j] != NULL; j++)
        {
          AtlasColor a = atlas_palette_get_polity (styles[s], families[i])->edge;
          AtlasColor b = atlas_palette_get_polity (styles[s], families[j])->edge;
          double distance = ABS (a.r - b.r) + ABS (a.g - b.g) + ABS (a.b - b.b);

          if (distance < 0.1)
            g_error ("%s and %s look alike in style %d", families[i], families[j], styles[s]);
        }
  g_assert_true (atlas_palette_get_polity (ATLAS_MAP_STYLE_LIGHT, "no such family") ==
                 atlas_palette_get_polity (ATLAS_MAP_STYLE_LIGHT, "other"));
  g_assert_true (atlas_palette_get_polity (ATLAS_MAP_STYLE_LIGHT, NULL) ==
                 atlas_palette_get_polity (ATLAS_MAP_STYLE_LIGHT, "other"));
}

static void
test_ground_contrast (void)
{
  for (gsize s = 0; s < G_N_ELEMENTS (styles); s++)
    {
      const AtlasPalette *palette = atlas_palette_get (styles[s]);

      for (int stop = 0; stop < 3; stop++)
        {
          AtlasColor ground = palette->ground[stop];

          g_assert_cmpfloat (atlas_color_contrast (palette->ink, ground), >=, 4.5);
          g_assert_cmpfloat (atlas_color_contrast (palette->relief_text, ground), >=, 4.5);
          g_assert_cmpfloat (atlas_color_contrast (palette->border, ground), >=, 3);
          for (int group = 0; group < ATLAS_N_EVENT_GROUPS; group++)
            {
              AtlasColor color = atlas_palette_get_group (styles[s], group);

              g_assert_cmpfloat (atlas_color_contrast (color, ground), >=, 3);
              g_assert_cmpfloat (atlas_color_contrast (color, palette->on_marker), >=, 4.5);
            }
        }
      g_assert_cmpfloat (atlas_color_contrast (palette->water_text, palette->water), >=, 4.5);
      g_assert_cmpfloat (atlas_color_contrast (palette->badge, palette->on_badge), >=, 4.5);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast-formula", test_contrast_formula);
  g_test_add_func ("/palette/over", test_over);
  g_test_add_func ("/palette/polity-contrast", test_polity_contrast);
  g_test_add_func ("/palette/families-differ", test_families_differ);
  g_test_add_func ("/palette/ground-contrast", test_ground_contrast);
  return g_test_run ();
}
