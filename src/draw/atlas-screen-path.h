/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-shape-cache.h"

G_BEGIN_DECLS

/* From the Mercator square to logical pixels of a viewport. */
typedef struct
{
  double scale;
  double dx;
  double dy;
  double width;
  double height;
} AtlasScreen;

AtlasScreen atlas_screen_of (const AtlasViewport *viewport);

static inline AtlasWorldPoint
atlas_screen_project (const AtlasScreen *self, AtlasWorldPoint point)
{
  return (AtlasWorldPoint){ point.x * self->scale + self->dx, point.y * self->scale + self->dy };
}

/* Appends a closed ring, cut to the viewport grown by @margin pixels, to the path of @cr. */
void atlas_screen_add_ring (const AtlasScreen *self,
                            cairo_t *cr,
                            const GArray *points,
                            double margin);

/* A stretch of a line that lies near the viewport. */
typedef void (*AtlasScreenRun) (cairo_t *cr, double start, gpointer user_data);

/* Appends to the path of @cr each stretch of @line within @margin pixels of the viewport; @run, if
 * given, is called after each one with the length in pixels at which the stretch begins, so that
 * dashes do not crawl when the map moves. */
void atlas_screen_add_line (const AtlasScreen *self,
                            cairo_t *cr,
                            const AtlasWorldLine *line,
                            double margin,
                            AtlasScreenRun run,
                            gpointer user_data);

G_END_DECLS
