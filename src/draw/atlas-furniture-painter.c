/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-date-format.h"
#include "atlas-furniture-painter.h"
#include "atlas-legend-rows.h"

/* From one row of the legend to the next. */
#define LEGEND_PITCH 22.0

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

/* The words of a row; for land that changed hands with the days that are compared, since the plate
 * shows but one of them. */
static char *
get_row_words (const AtlasLegendRow *row, const AtlasPictureSpec *spec)
{
  AtlasTimeSpan span = { MIN (spec->date, spec->compared), MAX (spec->date, spec->compared) };
  g_autofree char *days = NULL;

  if (row->sample != ATLAS_SWATCH_CHANGED)
    return g_strdup (_ (row->words));
  days = atlas_date_format_span (span, spec->lang);
  /* Translators: %s is a span of time: the hatched land changed hands in it. */
  return g_strdup_printf (_ ("Changed hands, %s"), days);
}

typedef struct
{
  const AtlasLegendRow *row;
  char *words;
  AtlasRect place; /* of the words, in the plate */
} LegendEntry;

static void
clear_entry (gpointer data)
{
  g_free (((LegendEntry *) data)->words);
}

static AtlasLetterStyle
get_legend_letters (const AtlasPictureSpec *spec)
{
  return get_style (ATLAS_ROLE_PLACE, 12, atlas_palette_get (spec->style)->text, spec->lang);
}

static GArray *
list_entries (AtlasHistoryIndex *index, const AtlasPictureSpec *spec, AtlasRect *plate)
{
  AtlasLetterStyle letters = get_legend_letters (spec);
  guint found = atlas_legend_rows_find (index, spec), n_rows;
  const AtlasLegendRow *rows = atlas_legend_rows_get (&n_rows);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (LegendEntry));
  double widest = 0.0;

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < n_rows; i++)
    {
      LegendEntry entry = { &rows[i], NULL, { 54.0, 8.0, 0.0, 0.0 } };

      if ((found & (1u << rows[i].sample)) == 0)
        continue;
      entry.words = get_row_words (&rows[i], spec);
      atlas_lettering_measure (&letters, entry.words, &entry.place.width, &entry.place.height);
      entry.place.y += LEGEND_PITCH * (entries->len + 0.5) - entry.place.height / 2.0;
      widest = MAX (widest, entry.place.width);
      g_array_append_val (entries, entry);
    }
  *plate = (AtlasRect){ 0.0, 0.0, widest + 68.0, LEGEND_PITCH * entries->len + 16.0 };
  return entries;
}

AtlasRect
atlas_furniture_get_legend (AtlasHistoryIndex *index,
                            const AtlasPictureSpec *spec,
                            double x,
                            double y)
{
  AtlasRect plate;
  g_autoptr (GArray) entries = list_entries (index, spec, &plate);

  return (AtlasRect){ x - plate.width, y - plate.height, plate.width, plate.height };
}

AtlasRect
atlas_furniture_draw_legend (cairo_t *cr,
                             AtlasHistoryIndex *index,
                             const AtlasPictureSpec *spec,
                             double x,
                             double y)
{
  AtlasLetterStyle letters = get_legend_letters (spec);
  AtlasRect plate;
  g_autoptr (GArray) entries = list_entries (index, spec, &plate);

  plate.x = x - plate.width;
  plate.y = y - plate.height;
  if (entries->len == 0)
    return plate;
  add_plate (cr, atlas_palette_get (spec->style), plate);
  for (guint i = 0; i < entries->len; i++)
    {
      const LegendEntry *entry = &g_array_index (entries, LegendEntry, i);

      cairo_save (cr);
      cairo_translate (cr, plate.x + 13.0, plate.y + 8.0 + LEGEND_PITCH * i + 1.0);
      atlas_swatch_sample_draw (cr, spec->style, entry->row->sample, 30.0, LEGEND_PITCH - 2.0);
      cairo_restore (cr);
      atlas_lettering_draw (cr,
                            &letters,
                            entry->words,
                            plate.x + entry->place.x,
                            plate.y + entry->place.y);
    }
  return plate;
}
