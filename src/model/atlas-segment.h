/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"
#include "atlas-geo.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_BASIS_SURVEY,
  ATLAS_BASIS_TREATY_TEXT,
  ATLAS_BASIS_RIVER,
  ATLAS_BASIS_WATERSHED,
  ATLAS_BASIS_CONTROL,
  ATLAS_BASIS_RECONSTRUCTION,
  ATLAS_BASIS_COAST, /* never drawn: the base map has it */
  ATLAS_BASIS_FRAME, /* where the drawing stops; no border, never drawn */
} AtlasBasis;

typedef enum
{
  ATLAS_FORM_LINE,
  ATLAS_FORM_CLAIM,
  ATLAS_FORM_PROPOSED,
  ATLAS_FORM_FRONT,
} AtlasBoundaryForm;

/* What a stretch of boundary rests on for a time. */
typedef struct
{
  AtlasTimeSpan when;
  AtlasBasis basis;
  AtlasBoundaryForm form;
  double width_km; /* how far the line may be off */
  AtlasText *act;  /* (nullable) */
  const char *event; /* (nullable) id */
  const char *const *asserted_by; /* ids of polities, ended by NULL */
  gboolean text_read;
  AtlasText *note; /* (nullable) */
  const AtlasCitation *citations;
  guint n_citations;
} AtlasBoundaryPhase;

#define ATLAS_TYPE_SEGMENT (atlas_segment_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSegment, atlas_segment, ATLAS, SEGMENT, AtlasRecord)

const AtlasPoint *atlas_segment_get_line (AtlasSegment *self, guint *n);
const AtlasBoundaryPhase *atlas_segment_get_phases (AtlasSegment *self, guint *n);

/* (nullable) the phase that holds on @day; with several, the last in the file. */
const AtlasBoundaryPhase *atlas_segment_get_phase_on (AtlasSegment *self, AtlasDay day);

G_END_DECLS
