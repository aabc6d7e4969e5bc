/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "atlas-overlay.h"

G_BEGIN_DECLS

/* No more groups are told apart; what comes after them belongs to the last one. */
#define ATLAS_OVERLAY_MOST_GROUPS 256

/**
 * AtlasOverlayDraft:
 *
 * The columns of an overlay while its file is read.
 */
typedef struct
{
  GArray *places; /* of AtlasFixedPoint, and so on as in the overlay */
  GArray *spans;
  GArray *groups;
  GArray *offsets;

  GArray *first_ring;
  GArray *first_vertex;
  GArray *vertices;
  GArray *area_spans;
  GArray *area_groups;
  GArray *area_offsets;

  GHashTable *group_numbers; /* name -> position in group_names */
  GPtrArray *group_names;

  guint n_left_out;
  char *first_left_out;
} AtlasOverlayDraft;

AtlasOverlayDraft *atlas_overlay_draft_new (void);
void atlas_overlay_draft_free (AtlasOverlayDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOverlayDraft, atlas_overlay_draft_free)

/* The number of the group of this name, which need not end in a null. */
guint8 atlas_overlay_draft_get_group (AtlasOverlayDraft *self, const char *name, gsize length);

/* Takes the columns away from @draft, and remembers how @path looked when it was read. (transfer
 * full) */
AtlasOverlay *atlas_overlay_new_from_draft (const char *path,
                                            const GStatBuf *status,
                                            AtlasOverlayDraft *draft);

G_END_DECLS
