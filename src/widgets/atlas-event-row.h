/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasEventRow:
 *
 * A row of the list of what the map shows: an event with its marker, date and place, or the
 * campaign or place that heads a group of them. It takes the width that the list has and never asks
 * its words how wide they would like to be: that is most of the work of a list that changes with
 * every step of the date.
 */
#define ATLAS_TYPE_EVENT_ROW (atlas_event_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasEventRow, atlas_event_row, ATLAS, EVENT_ROW, GtkWidget)

/* How wide a row is by itself. */
#define ATLAS_EVENT_ROW_WIDTH 320

GtkWidget *atlas_event_row_new (void);

/* Names are those of @lang on @date. */
void atlas_event_row_set_record (AtlasEventRow *self,
                                 AtlasRecord *record,
                                 AtlasDataset *dataset,
                                 const char *lang,
                                 AtlasDay date);

/* "4 July 1871 · Ghulja". (transfer full) */
char *atlas_event_row_describe (AtlasEvent *event,
                                AtlasDataset *dataset,
                                const char *lang,
                                AtlasDay date);

G_END_DECLS
