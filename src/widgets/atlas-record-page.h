/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-widget.h"

G_BEGIN_DECLS

/**
 * AtlasRecordPage:
 *
 * The page of whatever record is selected in the state: an event, a place, a person, a campaign, a
 * polity, a source. Links in it select other records. Properties: "state" (construct only),
 * "index".
 *
 * Signal "show-on-map" (const char *id): the reader asks to see where it is.
 */
#define ATLAS_TYPE_RECORD_PAGE (atlas_record_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasRecordPage, atlas_record_page, ATLAS, RECORD_PAGE, AtlasHistoryWidget)

/* Copies a citation, as the menus of atlas_page_cite_menu() name it, and emits "copied". */
void atlas_record_page_cite (AtlasRecordPage *self,
                             guint format,
                             const char *source,
                             guint citation);

/* A pinned page stays while something else is selected, until one of its links is followed. */
gboolean atlas_record_page_get_pinned (AtlasRecordPage *self);
void atlas_record_page_set_pinned (AtlasRecordPage *self, gboolean pinned);

G_END_DECLS
