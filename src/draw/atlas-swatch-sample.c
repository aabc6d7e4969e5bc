/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"

#include "config.h"

#include "atlas-border-style.h"
#include "atlas-change-painter.h"
#include "atlas-marker.h"
#include "atlas-palette.h"
#include "atlas-swatch-sample.h"
#include "atlas-territory-painter.h"

#define GROUND_HEIGHT 14.0

gboolean
atlas_swatch_sample_is_mark (AtlasSwatchSample sample)
{
  return sample >= ATLAS_SWATCH_FORCE && sample <= ATLAS_SWATCH_CLUSTER;
}

static void
add_ground (cairo_t *cr, double width, double height)
{
  cairo_rectangle (cr, 1.0, (height - GROUND_HEIGHT) / 2.0, width - 2.0, GROUND_HEIGHT);
}

static void
draw_line (cairo_t *cr, AtlasMapStyle style, AtlasBorderStyle border, double width, double height)
{
  const AtlasPalette *palette = atlas_palette_get (style);
  double y = height / 2.0;

  cairo_save (cr);
  if (border == ATLAS_BORDER_BAND)
    {
      cairo_move_to (cr, 7.0, y);
      cairo_line_to (cr, width - 7.0, y);
      atlas_border_stroke_band (cr, palette, 13.0);
    }
  cairo_move_to (cr, 1.0, y);
  cairo_line_to (cr, width - 1.0, y);
  atlas_border_stroke_line (cr,
                            border,
                            border == ATLAS_BORDER_FRONT
                              ? atlas_palette_get_polity (style, "ili")->edge
                              : palette->border,
                            0.0);
  cairo_restore (cr);
}

/* Land that is claimed is hatched in the colour of the claimant, and its edge dotted. */
static void
draw_claim (cairo_t *cr, AtlasMapStyle style, double width, double height)
{
  cairo_save (cr);
  add_ground (cr, width, height);
  cairo_clip (cr);
  atlas_territory_painter_fill_pattern (cr,
                                        ATLAS_GROUND_CLAIM,
                                        atlas_palette_get_polity (style, "qing")->edge,
                                        width,
                                        height);
  cairo_restore (cr);
  draw_line (cr, style, ATLAS_BORDER_CLAIM, width, height);
}

static void
draw_occupied (cairo_t *cr, AtlasMapStyle style, double width, double height)
{
  const AtlasPolityColors *owner = atlas_palette_get_polity (style, "qing");
  const AtlasPolityColors *holder = atlas_palette_get_polity (style, "russia");

  cairo_save (cr);
  add_ground (cr, width, height);
  cairo_clip (cr);
  atlas_color_set_source (atlas_color_with_alpha (owner->fill, 0.35), cr);
  cairo_paint (cr);
  atlas_territory_painter_fill_pattern (cr, ATLAS_GROUND_OCCUPIED, holder->edge, width, height);
  cairo_restore (cr);
  atlas_color_set_source (owner->edge, cr);
  cairo_set_line_width (cr, 1.5);
  add_ground (cr, width, height);
  cairo_stroke (cr);
}

static void
draw_changed (cairo_t *cr, AtlasMapStyle style, double width, double height)
{
  cairo_save (cr);
  add_ground (cr, width, height);
  atlas_change_painter_fill (cr, atlas_palette_get_polity (style, "russia"));
  cairo_restore (cr);
}

static void
draw_route (cairo_t *cr, AtlasMapStyle style, double width, double height)
{
  double y = height / 2.0;

  atlas_color_set_source (atlas_palette_get_polity (style, "qing")->edge, cr);
  cairo_move_to (cr, 0.0, y - 0.6);
  cairo_line_to (cr, width - 9.0, y - 2.2);
  cairo_line_to (cr, width - 9.0, y - 5.5);
  cairo_line_to (cr, width, y);
  cairo_line_to (cr, width - 9.0, y + 5.5);
  cairo_line_to (cr, width - 9.0, y + 2.2);
  cairo_line_to (cr, 0.0, y + 0.6);
  cairo_fill (cr);
}

static void
draw_cluster (cairo_t *cr, AtlasMapStyle style, double width, double height)
{
  static const guint counts[ATLAS_N_EVENT_GROUPS] = { 3, 2, 2 };
  double scale = MIN (width, height) / (2.0 * ATLAS_CLUSTER_RADIUS + 4.0);

  cairo_save (cr);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, scale, scale);
  atlas_marker_draw_cluster (cr, 0.0, 0.0, style, counts, FALSE);
  cairo_restore (cr);
}

static void
draw_mark (cairo_t *cr, AtlasMapStyle style, AtlasSwatchSample sample, double width, double height)
{
  static const struct
  {
    AtlasEventKind kind;
    AtlasMarkerFinish finish;
  } samples[] = {
    [ATLAS_SWATCH_FORCE] = { ATLAS_EVENT_BATTLE, ATLAS_FINISH_SOLID },
    [ATLAS_SWATCH_WORD] = { ATLAS_EVENT_TREATY, ATLAS_FINISH_SOLID },
    [ATLAS_SWATCH_RULE] = { ATLAS_EVENT_STATE, ATLAS_FINISH_SOLID },
    [ATLAS_SWATCH_ONE_ACCOUNT] = { ATLAS_EVENT_BATTLE, ATLAS_FINISH_HOLLOW },
    [ATLAS_SWATCH_DIFFER] = { ATLAS_EVENT_BATTLE, ATLAS_FINISH_BADGE },
  };

  atlas_marker_draw_small (cr,
                           width / 2.0,
                           height / 2.0,
                           MIN (width, height),
                           style,
                           samples[sample].kind,
                           samples[sample].finish);
}

void
atlas_swatch_sample_draw (cairo_t *cr,
                          AtlasMapStyle style,
                          AtlasSwatchSample sample,
                          double width,
                          double height)
{
  g_return_if_fail (cr != NULL);

  switch (sample)
    {
    case ATLAS_SWATCH_LINE_CLAIM:
      draw_claim (cr, style, width, height);
      break;
    case ATLAS_SWATCH_OCCUPIED:
      draw_occupied (cr, style, width, height);
      break;
    case ATLAS_SWATCH_CHANGED:
      draw_changed (cr, style, width, height);
      break;
    case ATLAS_SWATCH_ROUTE:
      draw_route (cr, style, width, height);
      break;
    case ATLAS_SWATCH_CLUSTER:
      draw_cluster (cr, style, width, height);
      break;
    case ATLAS_SWATCH_FORCE:
    case ATLAS_SWATCH_WORD:
    case ATLAS_SWATCH_RULE:
    case ATLAS_SWATCH_ONE_ACCOUNT:
    case ATLAS_SWATCH_DIFFER:
      draw_mark (cr, style, sample, width, height);
      break;
    case ATLAS_SWATCH_LINE_APPROXIMATE:
      draw_line (cr, style, ATLAS_BORDER_APPROXIMATE, width, height);
      break;
    case ATLAS_SWATCH_LINE_BAND:
      draw_line (cr, style, ATLAS_BORDER_BAND, width, height);
      break;
    case ATLAS_SWATCH_LINE_PROPOSED:
      draw_line (cr, style, ATLAS_BORDER_PROPOSED, width, height);
      break;
    case ATLAS_SWATCH_LINE_FRONT:
      draw_line (cr, style, ATLAS_BORDER_FRONT, width, height);
      break;
    case ATLAS_SWATCH_LINE_TREATY:
    default:
      draw_line (cr, style, ATLAS_BORDER_FIXED, width, height);
      break;
    }
}
