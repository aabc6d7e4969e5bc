/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-border-style.h"
#include "atlas-date-format.h"
#include "atlas-furniture-painter.h"

static void
add_plate (cairo_t *cr, const AtlasPalette *palette, AtlasRect rect)
{
  const double radius = 10;

  cairo_new_path (cr);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + rect.height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect.x + radius, rect.y + rect.height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  atlas_color_set_source (palette->plate, cr);
  cairo_fill_preserve (cr);
  atlas_color_set_source (atlas_color_with_alpha (palette->text, 0.14), cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static AtlasLetterStyle
get_style (AtlasLetterRole role, double size, AtlasColor color, const char *lang)
{
  return (AtlasLetterStyle){ .role = role, .size = size, .color = color, .lang = lang };
}

AtlasRect
atlas_furniture_draw_date (cairo_t *cr,
                           AtlasMapStyle style,
                           AtlasDay date,
                           const char *lang,
                           double x,
                           double y)
{
  static const AtlasDateForm forms[] = {
    ATLAS_DATE_DAY_MONTH, ATLAS_DATE_JULIAN, ATLAS_DATE_REGNAL, ATLAS_DATE_MINGUO
  };
  const AtlasPalette *palette = atlas_palette_get (style);
  AtlasLetterStyle big = get_style (ATLAS_ROLE_NUMERAL, 40, palette->text, NULL);
  AtlasRect plate = { x, y, 0, 69 };
  double width, height, line_width = 0, at;
  int year, month, day;
  g_autofree char *number = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (cr != NULL && lang != NULL, plate);

  atlas_day_to_gregorian (date, &year, &month, &day);
  number = g_strdup_printf ("%d", year);
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      char *text = atlas_date_format_day (date, forms[i], lang);

      if (text != NULL && lines->len < 3)
        g_ptr_array_add (lines, text);
      else
        g_free (text);
    }
  atlas_lettering_measure (&big, number, &width, &height);
  for (guint i = 0; i < lines->len; i++)
    {
      AtlasLetterStyle small = get_style (i == 0 ? ATLAS_ROLE_EVENT : ATLAS_ROLE_DATE,
                                          i == 0 ? 13 : 11.5,
                                          palette->text,
                                          lang);
      double w, h;

      atlas_lettering_measure (&small, lines->pdata[i], &w, &h);
      line_width = MAX (line_width, w);
    }
  plate.width = 14 + width + 14 + line_width + 15;
  add_plate (cr, palette, plate);
  atlas_lettering_draw (cr, &big, number, x + 14, y + (plate.height - height) / 2);
  at = y + plate.height / 2 - (double) lines->len * 8.5;
  for (guint i = 0; i < lines->len; i++)
    {
      AtlasLetterStyle small = get_style (i == 0 ? ATLAS_ROLE_EVENT : ATLAS_ROLE_DATE,
                                          i == 0 ? 13 : 11.5,
                                          i == 0 ? palette->text : palette->dim_text,
                                          lang);
      double w, h;

      atlas_lettering_measure (&small, lines->pdata[i], &w, &h);
      atlas_lettering_draw (cr, &small, lines->pdata[i], x + 28 + width, at + (17 - h) / 2);
      at += 17;
    }
  return plate;
}

double
atlas_furniture_get_scale_step (const AtlasViewport *viewport)
{
  double wanted = 48 * atlas_mercator_metres_per_pixel (viewport->lat, viewport->zoom) / 1000;
  double power = pow (10, floor (log10 (MAX (wanted, 1e-3))));

  if (wanted / power >= 5)
    return 5 * power;
  return wanted / power >= 2 ? 2 * power : power;
}

static void
draw_scale_number (cairo_t *cr,
                   const AtlasPalette *palette,
                   const char *text,
                   const char *lang,
                   double x,
                   double y)
{
  AtlasLetterStyle style = get_style (ATLAS_ROLE_PLACE_BOLD, 11, palette->ink, lang);

  style.halo = palette->halo;
  style.halo_width = 3;
  atlas_lettering_draw (cr, &style, text, x, y);
}

AtlasRect
atlas_furniture_draw_scale (cairo_t *cr,
                            AtlasMapStyle style,
                            const AtlasViewport *viewport,
                            const char *lang,
                            double x,
                            double y)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  double step = atlas_furniture_get_scale_step (viewport);
  double half = step * 1000 / atlas_mercator_metres_per_pixel (viewport->lat, viewport->zoom) / 2;
  const char *unit = lang != NULL && g_str_has_prefix (lang, "zh")   ? "公里"
                     : lang != NULL && g_str_has_prefix (lang, "ru") ? " км"
                                                                     : " km";
  AtlasRect bar = { x, y - 6, 4 * half, 6 };

  cairo_rectangle (cr, bar.x - 1, bar.y - 1, bar.width + 2, bar.height + 2);
  atlas_color_set_source (palette->halo, cr);
  cairo_fill (cr);
  for (int i = 0; i < 4; i++)
    {
      cairo_rectangle (cr, x + i * half, bar.y, half, 5);
      atlas_color_set_source (i % 2 == 0 ? palette->ink : palette->paper, cr);
      cairo_fill (cr);
    }
  cairo_rectangle (cr, bar.x, bar.y, bar.width, 5);
  atlas_color_set_source (palette->ink, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("%g%s", step * i, i == 2 ? unit : "");
      AtlasLetterStyle number = get_style (ATLAS_ROLE_PLACE_BOLD, 11, palette->ink, lang);
      g_autofree char *bare = g_strdup_printf ("%g", step * i);
      double width, height;

      atlas_lettering_measure (&number, bare, &width, &height);
      draw_scale_number (cr,
                         palette,
                         text,
                         lang,
                         x + 2 * i * half - (i == 0 ? 0 : width / 2),
                         bar.y - height - 2);
    }
  return (AtlasRect){ bar.x, bar.y - 18, bar.width + 24, 24 };
}

void
atlas_furniture_draw_note (cairo_t *cr,
                           AtlasMapStyle style,
                           const char *text,
                           const char *lang,
                           double x,
                           double y)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  AtlasLetterStyle note = get_style (ATLAS_ROLE_PLACE, 10.5, palette->ink, lang);
  double width, height;

  g_return_if_fail (cr != NULL && text != NULL);

  note.halo = palette->halo;
  note.halo_width = 3;
  atlas_lettering_measure (&note, text, &width, &height);
  atlas_lettering_draw (cr, &note, text, x - width, y - height);
}

static void
draw_legend_line (cairo_t *cr,
                  const AtlasPalette *palette,
                  AtlasBorderStyle border,
                  double x,
                  double y)
{
  for (int layer = 0; layer < 2; layer++)
    {
      cairo_new_path (cr);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + 30, y);
      if (layer == 0 && border == ATLAS_BORDER_BAND)
        {
          atlas_border_stroke_band (cr, palette, 13);
          continue;
        }
      if (layer == 0)
        atlas_border_stroke_casing (cr, border, palette);
      else
        atlas_border_stroke_line (cr, border, palette->border, 0);
    }
}

AtlasRect
atlas_furniture_draw_legend (cairo_t *cr, AtlasMapStyle style, const char *lang, double x, double y)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  const struct
  {
    AtlasBorderStyle border;
    int kind; /* of event, or -1 for a border */
    AtlasMarkerFinish finish;
    const char *text;
  } rows[] = {
    { ATLAS_BORDER_FIXED, -1, 0, _ ("Fixed by treaty") },
    { ATLAS_BORDER_APPROXIMATE, -1, 0, _ ("Approximate") },
    { ATLAS_BORDER_BAND, -1, 0, _ ("Unknown within band") },
    { ATLAS_BORDER_CLAIM, -1, 0, _ ("Claimed, not held") },
    { 0, ATLAS_EVENT_BATTLE, ATLAS_FINISH_SOLID, _ ("Force") },
    { 0, ATLAS_EVENT_TREATY, ATLAS_FINISH_SOLID, _ ("Word") },
    { 0, ATLAS_EVENT_STATE, ATLAS_FINISH_SOLID, _ ("Rule") },
    { 0, ATLAS_EVENT_BATTLE, ATLAS_FINISH_HOLLOW, _ ("One account only") },
    { 0, ATLAS_EVENT_BATTLE, ATLAS_FINISH_BADGE, _ ("Accounts differ") },
  };
  AtlasLetterStyle text = get_style (ATLAS_ROLE_PLACE, 12, palette->text, lang);
  double widest = 0;
  AtlasRect plate;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double width, height;

      atlas_lettering_measure (&text, rows[i].text, &width, &height);
      widest = MAX (widest, width);
    }
  plate.width = widest + 68;
  plate.height = 22.0 * G_N_ELEMENTS (rows) + 16;
  plate.x = x - plate.width;
  plate.y = y - plate.height;
  add_plate (cr, palette, plate);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double at = plate.y + 19 + 22.0 * (double) i;
      double width, height;

      if (rows[i].kind < 0)
        draw_legend_line (cr, palette, rows[i].border, plate.x + 13, at);
      else
        atlas_marker_draw_small (cr, plate.x + 28, at, 18, style, rows[i].kind, rows[i].finish);
      atlas_lettering_measure (&text, rows[i].text, &width, &height);
      atlas_lettering_draw (cr, &text, rows[i].text, plate.x + 54, at - height / 2);
    }
  return plate;
}
