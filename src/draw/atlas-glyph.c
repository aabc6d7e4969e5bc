/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-glyph.h"

/* Every sign lives on a grid of 16 units with strokes of 1.8 and round ends, so that it stays
 * legible at 13 pixels. */

static void
add_polygon (cairo_t *cr, const double (*points)[2], int n)
{
  cairo_move_to (cr, points[0][0], points[0][1]);
  for (int i = 1; i < n; i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
  cairo_close_path (cr);
}

#define POLYGON(cr, ...)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    static const double points_[][2] = { __VA_ARGS__ };                                            \
    add_polygon ((cr), points_, G_N_ELEMENTS (points_));                                           \
  }                                                                                                \
  G_STMT_END

static void
add_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
add_disc (cairo_t *cr, double x, double y, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
draw_battle (cairo_t *cr)
{
  add_disc (cr, 3.1, 12.9, 1);
  add_disc (cr, 12.9, 12.9, 1);
  cairo_fill (cr);
  add_line (cr, 3.2, 2.8, 11.6, 11.2);
  add_line (cr, 12.8, 2.8, 4.4, 11.2);
  add_line (cr, 2.9, 9.9, 6.1, 13.1);
  add_line (cr, 13.1, 9.9, 9.9, 13.1);
  cairo_stroke (cr);
}

static void
draw_siege (cairo_t *cr)
{
  POLYGON (cr,
           { 4.6, 11.6 },
           { 4.6, 5.6 },
           { 6.3, 5.6 },
           { 6.3, 7.1 },
           { 7.2, 7.1 },
           { 7.2, 5.6 },
           { 8.8, 5.6 },
           { 8.8, 7.1 },
           { 9.7, 7.1 },
           { 9.7, 5.6 },
           { 11.4, 5.6 },
           { 11.4, 11.6 });
  cairo_fill (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 8.17, 8, 6.7, G_PI - 0.82, G_PI + 0.82);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 7.83, 8, 6.7, -0.82, 0.82);
  cairo_stroke (cr);
}

static void
draw_capture (cairo_t *cr)
{
  POLYGON (cr,
           { 3, 13.6 },
           { 3, 9.2 },
           { 5, 9.2 },
           { 5, 10.5 },
           { 6.6, 10.5 },
           { 6.6, 9.2 },
           { 9.4, 9.2 },
           { 9.4, 10.5 },
           { 11, 10.5 },
           { 11, 9.2 },
           { 13, 9.2 },
           { 13, 13.6 });
  POLYGON (cr, { 8, 2 }, { 13, 3.9 }, { 8, 5.9 });
  cairo_fill (cr);
  add_line (cr, 8, 2.3, 8, 9);
  cairo_stroke (cr);
}

static void
draw_rising (cairo_t *cr)
{
  cairo_move_to (cr, 8.2, 1.4);
  cairo_curve_to (cr, 8.9, 4.1, 12.5, 5.7, 12.5, 9.6);
  cairo_arc (cr, 8, 9.6, 4.5, 0, G_PI);
  cairo_curve_to (cr, 3.5, 7.5, 4.8, 6.6, 5.3, 4.8);
  cairo_curve_to (cr, 6.3, 5.4, 6.8, 6.3, 6.9, 7.2);
  cairo_curve_to (cr, 8.1, 6, 8.7, 3.9, 8.2, 1.4);
  cairo_fill (cr);
}

static void
draw_march (cairo_t *cr)
{
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, 3.2 + 5.2 * i, 3.4);
      cairo_line_to (cr, 7.6 + 5.2 * i, 8);
      cairo_line_to (cr, 3.2 + 5.2 * i, 12.6);
    }
  cairo_stroke (cr);
}

static void
draw_loss (cairo_t *cr)
{
  cairo_move_to (cr, 5, 12.2);
  cairo_line_to (cr, 5, 5);
  cairo_arc (cr, 8, 5, 3, G_PI, 2 * G_PI);
  cairo_line_to (cr, 11, 12.2);
  cairo_close_path (cr);
  cairo_rectangle (cr, 3.4, 13, 9.2, 1.4);
  cairo_fill (cr);
}

static void
draw_treaty (cairo_t *cr)
{
  add_disc (cr, 11.3, 11.8, 2.6);
  cairo_fill (cr);
  cairo_move_to (cr, 8.4, 13.4);
  cairo_line_to (cr, 3.6, 13.4);
  cairo_line_to (cr, 3.6, 2.4);
  cairo_line_to (cr, 11.2, 2.4);
  cairo_line_to (cr, 11.2, 7.6);
  add_line (cr, 5.9, 5.2, 9.1, 5.2);
  add_line (cr, 5.9, 7.9, 8.1, 7.9);
  cairo_stroke (cr);
}

static void
draw_talks (cairo_t *cr)
{
  POLYGON (cr,
           { 2, 3.2 },
           { 9.2, 3.2 },
           { 9.2, 8.2 },
           { 5.6, 8.2 },
           { 3.4, 10.2 },
           { 3.4, 8.2 },
           { 2, 8.2 });
  cairo_fill (cr);
  cairo_move_to (cr, 11.2, 5.8);
  cairo_line_to (cr, 14, 5.8);
  cairo_line_to (cr, 14, 11);
  cairo_line_to (cr, 12.6, 11);
  cairo_line_to (cr, 12.6, 12.9);
  cairo_line_to (cr, 10.5, 11);
  cairo_line_to (cr, 7.4, 11);
  cairo_stroke (cr);
}

static void
draw_aid (cairo_t *cr)
{
  cairo_rectangle (cr, 2.8, 5.4, 10.4, 7.6);
  cairo_move_to (cr, 5.6, 5.4);
  cairo_line_to (cr, 5.6, 3);
  cairo_line_to (cr, 10.4, 3);
  cairo_line_to (cr, 10.4, 5.4);
  add_line (cr, 8, 7.3, 8, 11.1);
  add_line (cr, 6.1, 9.2, 9.9, 9.2);
  cairo_stroke (cr);
}

static void
draw_state (cairo_t *cr)
{
  POLYGON (cr, { 4.6, 2.3 }, { 13.4, 2.3 }, { 11.2, 5.2 }, { 13.4, 8.1 }, { 4.6, 8.1 });
  cairo_fill (cr);
  add_line (cr, 4, 14.2, 4, 1.9);
  cairo_stroke (cr);
}

static void
draw_stateend (cairo_t *cr)
{
  cairo_move_to (cr, 5, 2.3);
  cairo_curve_to (cr, 8, 2.9, 9.6, 4.8, 9.8, 8.2);
  cairo_line_to (cr, 10, 11.6);
  cairo_curve_to (cr, 8.5, 11.3, 7.9, 10.6, 7.5, 9.4);
  cairo_curve_to (cr, 7.1, 7.6, 6.6, 6.6, 5, 6);
  cairo_fill (cr);
  add_line (cr, 4.6, 14.2, 4.6, 1.9);
  cairo_stroke (cr);
}

static void
draw_administration (cairo_t *cr)
{
  POLYGON (cr, { 2, 5.9 }, { 8, 2.2 }, { 14, 5.9 }, { 14, 6.9 }, { 2, 6.9 });
  for (int i = 0; i < 3; i++)
    cairo_rectangle (cr, 3.4 + 3.7 * i, 7.7, 1.8, 4);
  cairo_rectangle (cr, 2.2, 12.4, 11.6, 1.5);
  cairo_fill (cr);
}

static void
draw_occupation (cairo_t *cr)
{
  cairo_rectangle (cr, 2.8, 2.8, 10.4, 10.4);
  add_line (cr, 3, 8.6, 8.6, 3);
  add_line (cr, 3.2, 13, 13, 3.2);
  add_line (cr, 7.4, 13, 13, 7.4);
  cairo_stroke (cr);
}

static void
draw_appointment (cairo_t *cr)
{
  add_disc (cr, 8, 4.9, 2.9);
  cairo_move_to (cr, 2.6, 13.9);
  cairo_curve_to (cr, 2.8, 10.6, 4.9, 8.9, 8, 8.9);
  cairo_curve_to (cr, 11.1, 8.9, 13.2, 10.6, 13.4, 13.9);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
atlas_glyph_draw (cairo_t *cr, AtlasEventKind kind)
{
  static void (*const drawers[ATLAS_N_EVENT_KINDS]) (cairo_t *) = {
    [ATLAS_EVENT_BATTLE] = draw_battle,
    [ATLAS_EVENT_SIEGE] = draw_siege,
    [ATLAS_EVENT_CAPTURE] = draw_capture,
    [ATLAS_EVENT_RISING] = draw_rising,
    [ATLAS_EVENT_MARCH] = draw_march,
    [ATLAS_EVENT_LOSS] = draw_loss,
    [ATLAS_EVENT_TREATY] = draw_treaty,
    [ATLAS_EVENT_TALKS] = draw_talks,
    [ATLAS_EVENT_AID] = draw_aid,
    [ATLAS_EVENT_STATE] = draw_state,
    [ATLAS_EVENT_STATEEND] = draw_stateend,
    [ATLAS_EVENT_ADMINISTRATION] = draw_administration,
    [ATLAS_EVENT_OCCUPATION] = draw_occupation,
    [ATLAS_EVENT_APPOINTMENT] = draw_appointment,
  };

  g_return_if_fail (cr != NULL && kind < ATLAS_N_EVENT_KINDS);

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (cr);
  drawers[kind](cr);
  cairo_restore (cr);
}
