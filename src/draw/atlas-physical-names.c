/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-physical-names.h"

static AtlasLetterStyle
get_style (const AtlasPhysicalName *name, AtlasLabelSheet *sheet)
{
  static const double sizes[] = { 18, 16, 14.5, 13, 12 };
  static const double spacings[] = { 7, 5, 3, 1.5, 1 };
  int rank = CLAMP (name->rank, 1, 5) - 1;
  AtlasLetterStyle style = { .role = ATLAS_ROLE_AREA,
                             .size = sizes[rank],
                             .spacing = spacings[rank],
                             .lang = sheet->spec->lang,
                             .color = sheet->palette->relief_text,
                             .halo = sheet->palette->halo,
                             .halo_width = 3 };

  if (name->name_class == ATLAS_NAME_WATER)
    {
      style.role = ATLAS_ROLE_WATER;
      style.color = sheet->palette->water_text;
      style.size = CLAMP (13 - rank * 0.6, 10.5, 12.5);
      style.spacing = 0.6;
    }
  else if (name->name_class == ATLAS_NAME_PEAK)
    {
      style.size = 11;
      style.spacing = 0;
    }
  style.size = atlas_picture_spec_letter_size (sheet->spec, style.size);
  return style;
}

/* The width of a text on a curve, whose Chinese characters stand apart. */
static double
measure (AtlasLabelSheet *sheet, const AtlasLetterStyle *style, const char *text, double *height)
{
  double width;

  atlas_label_sheet_measure (sheet, style, text, &width, height);
  if (atlas_lettering_is_cjk (style->lang))
    width = (style->size + style->spacing) * (double) g_utf8_strlen (text, -1);
  return width;
}

static gboolean
take_curve (AtlasLabelSheet *sheet, const GArray *curve, double middle, double width, double height)
{
  const AtlasWorldPoint *points = (const AtlasWorldPoint *) curve->data;
  int n = MAX (1, (int) ceil (width / height));
  g_autofree AtlasRect *rects = g_new (AtlasRect, (gsize) n + 1);

  for (int i = 0; i <= n; i++)
    {
      AtlasWorldPoint at =
        atlas_curve_point_at (points, curve->len, middle - width / 2 + width * i / n, NULL);

      rects[i] =
        (AtlasRect){ at.x - height * 0.45, at.y - height * 0.45, height * 0.9, height * 0.9 };
      if (!atlas_label_placer_is_free (sheet->placer, rects[i], TRUE))
        return FALSE;
    }
  for (int i = 0; i <= n; i++)
    atlas_label_placer_block (sheet->placer, rects[i], ATLAS_OBSTACLE_HARD);
  return TRUE;
}

/* From the left to the right of the screen, so that nothing stands on its head; Chinese along a
 * steep line goes from above to below. */
static gboolean
is_backward (const AtlasPhysicalName *name, const char *lang)
{
  const AtlasNamePoint *first = &name->points[0];
  const AtlasNamePoint *last = &name->points[name->n_points - 1];

  if (atlas_lettering_is_cjk (lang) &&
      fabs (first->lat - last->lat) * 1.3 > fabs (first->lon - last->lon))
    return first->lat < last->lat;
  return first->lon > last->lon;
}

static GArray *
create_curve (const AtlasPhysicalName *name, AtlasLabelSheet *sheet)
{
  g_autofree AtlasWorldPoint *points = g_new (AtlasWorldPoint, name->n_points);
  gboolean backward = is_backward (name, sheet->spec->lang);

  for (guint i = 0; i < name->n_points; i++)
    {
      const AtlasNamePoint *point = &name->points[backward ? name->n_points - 1 - i : i];

      atlas_viewport_project (sheet->viewport, point->lon, point->lat, &points[i].x, &points[i].y);
    }
  return atlas_curve_through (points, name->n_points, 8);
}

/* Lets the letters of a range walk along it. */
static void
spread (AtlasLetterStyle *style, const char *text, double width, double length)
{
  glong n = g_utf8_strlen (text, -1);

  if (n > 1 && width < length * 0.62)
    style->spacing = MIN (style->spacing + (length * 0.62 - width) / (double) n,
                          atlas_lettering_is_cjk (style->lang) ? 34 : 14);
}

static void
add_on_curve (const AtlasPhysicalName *name, guint number, const char *text, AtlasLabelSheet *sheet)
{
  static const double middles[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8 };
  g_autoptr (GArray) curve = create_curve (name, sheet);
  const AtlasWorldPoint *points = (const AtlasWorldPoint *) curve->data;
  AtlasLetterStyle style = get_style (name, sheet);
  double length = atlas_curve_length (points, curve->len);
  double height;
  double width = measure (sheet, &style, text, &height);

  if (name->name_class != ATLAS_NAME_WATER)
    {
      spread (&style, text, width, length);
      width = measure (sheet, &style, text, &height);
    }
  if (width > length * 1.02)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (middles); i++)
    {
      double middle = CLAMP (length * middles[i], width / 2, length - width / 2);
      g_autofree char *key = NULL;

      if (!take_curve (sheet, curve, middle, width, height))
        continue;
      key = g_strdup_printf ("n%u,%.3f,%d,%s,%d,%.1f",
                             number,
                             sheet->viewport->zoom,
                             (int) i,
                             sheet->spec->lang,
                             sheet->spec->style,
                             style.size);
      atlas_label_sheet_add_curve (sheet, &style, text, points, curve->len, middle, key);
      return;
    }
}

static void
add_at_point (const AtlasPhysicalName *name, const char *text, AtlasLabelSheet *sheet)
{
  static const double shifts[][2] = { { 0, 0 },   { 0, 20 }, { 0, -20 }, { 40, 0 },
                                      { -40, 0 }, { 0, 40 }, { 0, -40 } };
  AtlasLetterStyle style = get_style (name, sheet);
  double x, y, width, height;

  atlas_viewport_project (sheet->viewport, name->points[0].lon, name->points[0].lat, &x, &y);
  atlas_label_sheet_measure (sheet, &style, text, &width, &height);
  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      AtlasRect rect = {
        x - width / 2 + shifts[i][0], y - height / 2 + shifts[i][1], width, height
      };

      /* Only a wide land has a name that can move within it. */
      if (i > 0 && (name->name_class == ATLAS_NAME_WATER || name->name_class == ATLAS_NAME_PEAK))
        return;
      if (atlas_label_placer_take (sheet->placer, rect, TRUE))
        {
          atlas_label_sheet_add_text (sheet, &style, text, rect.x + style.spacing / 2, rect.y);
          return;
        }
    }
}

static gboolean
is_near_view (const AtlasPhysicalName *name, const AtlasViewport *viewport)
{
  double x1 = HUGE_VAL, y1 = HUGE_VAL, x2 = -HUGE_VAL, y2 = -HUGE_VAL;

  for (guint i = 0; i < name->n_points; i++)
    {
      double x, y;

      atlas_viewport_project (viewport, name->points[i].lon, name->points[i].lat, &x, &y);
      x1 = MIN (x1, x);
      y1 = MIN (y1, y);
      x2 = MAX (x2, x);
      y2 = MAX (y2, y);
    }
  return x2 >= 0 && y2 >= 0 && x1 <= viewport->width && y1 <= viewport->height;
}

void
atlas_physical_names_add (const AtlasBasemap *basemap, AtlasLabelSheet *sheet)
{
  const AtlasPhysicalName *names;
  double zoom;
  guint n;

  g_return_if_fail (basemap != NULL && sheet != NULL);

  names = atlas_basemap_get_names (basemap, &n);
  zoom = sheet->viewport->zoom;
  for (guint i = 0; i < n; i++)
    {
      const char *text = atlas_text_get (names[i].text, sheet->spec->lang);

      if (text == NULL || names[i].n_points == 0 || zoom < names[i].min_zoom ||
          zoom >= names[i].max_zoom || !is_near_view (&names[i], sheet->viewport))
        continue;
      if (names[i].n_points > 1)
        add_on_curve (&names[i], i, text, sheet);
      else
        add_at_point (&names[i], text, sheet);
    }
}
