/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-time-index.h"

G_BEGIN_DECLS

/**
 * AtlasLiveSet:
 *
 * Which items of a time index touch a window that moves. A step to a window near by touches only
 * what enters and leaves; a leap looks once at every span. One bit an item, and the items come out
 * in their order, so that what is made of them does not depend on how the window came there.
 */
typedef struct _AtlasLiveSet AtlasLiveSet;

/* Empty until it is moved somewhere. */
AtlasLiveSet *atlas_live_set_new (AtlasTimeIndex *index);
void atlas_live_set_free (AtlasLiveSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLiveSet, atlas_live_set_free)

/* Whether anything entered or left. An empty window is touched by nothing. */
gboolean atlas_live_set_move (AtlasLiveSet *self, AtlasTimeSpan window);

guint atlas_live_set_get_n (const AtlasLiveSet *self);
gboolean atlas_live_set_contains (const AtlasLiveSet *self, guint item);

/* The bits of all items, 64 a word; @n_words is how many words there are. */
const guint64 *atlas_live_set_get_bits (const AtlasLiveSet *self, guint *n_words);

/* Runs through the items of @set in ascending order, as @item. */
#define ATLAS_LIVE_SET_FOREACH(set, item)                                                          \
  for (guint item = atlas_live_set_next (set, 0); item != G_MAXUINT;                               \
       item = atlas_live_set_next (set, item + 1))

/* The first item in the set that is @from or more; G_MAXUINT when there is none. */
guint atlas_live_set_next (const AtlasLiveSet *self, guint from);

G_END_DECLS
