/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-history-index.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_CHANGES_NET,  /* what differs between the two days, whatever happened in between */
  ATLAS_CHANGES_EACH, /* every change on its day */
} AtlasChangesMode;

/* From the weightiest to the slightest. A polity and its successor, which takes its land over
 * within a month and is of the same family (the Qing and the Republic of China), are one hand in
 * the first two. */
typedef enum
{
  ATLAS_CHANGE_CONTROL, /* another hand holds the land */
  ATLAS_CHANGE_TITLE,   /* the same hand holds it, its owner is another: occupied land is ceded */
  ATLAS_CHANGE_SUCCESSION, /* a state is followed by its successor */
  ATLAS_CHANGE_STANDING,   /* the same polity by another right: a protectorate is set up */
  ATLAS_CHANGE_CLAIM,      /* a claim is given up; only in what an event changed */
} AtlasChangeKind;

/* How land is held. */
typedef struct
{
  const char *polity; /* (nullable): NULL where nothing is drawn */
  AtlasStanding standing;
  const char *over;          /* (nullable) */
  AtlasTerritory *territory; /* (nullable): one of those by which it is held so */
} AtlasHold;

/* A stretch of the edge of a piece, and how far off it may be. */
typedef struct
{
  AtlasSegment *segment;
  const AtlasBoundaryPhase *phase; /* (nullable): NULL where the segment was no border then */
  double length;                   /* metres, geodesic */
} AtlasChangeEdge;

/**
 * AtlasChange:
 * @kind: what changed
 * @from: how the land was held
 * @to: how it is held now; of a claim given up: who owns the largest part
 * @day: the last day on which it changed
 * @date: that day as the atlas has it, EDTF
 * @act: (nullable): by what it changed
 * @event: (nullable): id of the event that was the act: the one that the territory names, else one
 *   of the very same date in which the parties took part
 * @claim: (nullable): the claim that was given up
 * @shape: the land
 * @area: geodesic, m2
 * @area_low: the least that the edges allow, m2
 * @area_high: the most that they allow, m2
 * @edges: what bounds it, each segment once, the doubtful ones (width times length) first
 * @n_edges: how many
 * @citations: what the piece rests on: its territories, then its edges; each once
 * @n_citations: how many
 *
 * Land that passed from one hand to another by one act. Immutable, counted by reference.
 *
 * The range is @area less and plus the sum over the edges of width-km x length: each line moved to
 * the end of its width at the same time, all inward or all outward; not below nothing. The width is
 * that of the day after or before the change, whichever is less, since a line that is known well
 * on one side of the day is the same line on the other. Coasts and the frame of the drawing count
 * as certain.
 */
typedef struct
{
  AtlasChangeKind kind;
  AtlasHold from, to;
  AtlasDay day;
  const char *date;
  AtlasText *act;
  const char *event;
  AtlasTerritory *claim;
  AtlasMultiPolygon *shape;
  double area, area_low, area_high;
  const AtlasChangeEdge *edges;
  guint n_edges;
  const AtlasCitation *citations;
  guint n_citations;
} AtlasChange;

AtlasChange *atlas_change_ref (AtlasChange *self);
void atlas_change_unref (AtlasChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChange, atlas_change_unref)

/* "control", "title", "succession", "standing", "claim". */
const char *atlas_change_kind_to_string (AtlasChangeKind kind);

/* What changed hands from @from to @to. Of a @to before @from the pieces of the way back, with the
 * same days. Net pieces come by kind, control and title together, the largest first; each change
 * comes in order of day. Parts below 100 km2 are left out. The first question to an index takes a
 * tenth of a second or so, later ones some milliseconds; any thread may ask. (transfer full)
 * (element-type AtlasChange) */
GPtrArray *atlas_changes_between (AtlasHistoryIndex *index,
                                  AtlasDay from,
                                  AtlasDay to,
                                  AtlasChangesMode mode);

/* What changed by an event: the pieces of its acts and, for each claim that ended by it, all that
 * the claimant gave up under that claim: the land held and lost and the land claimed that is not
 * its own afterwards. In order of day, the largest first; claims last. None for an event that moved
 * no border, or an id that is none. (transfer full) (element-type AtlasChange) */
GPtrArray *atlas_changes_measure_event (AtlasHistoryIndex *index, const char *event_id);

G_END_DECLS
