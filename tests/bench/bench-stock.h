/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-overlay-list.h"

G_BEGIN_DECLS

/**
 * BenchStock:
 *
 * A libshumate map on which every feature is an object of its own: ShumateMarker in a
 * ShumateMarkerLayer for points, ShumatePathLayer for areas. It is told by the same index what
 * enters and leaves, so that the difference lies in the drawing.
 */
typedef struct _BenchStock BenchStock;

BenchStock *bench_stock_new (AtlasOverlayList *overlays);
void bench_stock_free (BenchStock *self);

GtkWidget *bench_stock_get_widget (BenchStock *self);
void bench_stock_set_window (BenchStock *self, AtlasTimeSpan window);
void bench_stock_set_view (BenchStock *self, double lon, double lat, double zoom);

G_END_DECLS
