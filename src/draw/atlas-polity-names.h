/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-label-sheet.h"
#include "atlas-territory-scene.h"

G_BEGIN_DECLS

/* A name across the land of a polity. */
typedef struct
{
  AtlasPolity *polity;
  char *text;
  double size;
  double spacing;
  double x; /* upper left corner of the line */
  double y;
  AtlasRect rect;
} AtlasPolityName;

/* The names of the polities across the land of theirs that the picture shows, as large as fits
 * inside and free of what @sheet has blocked; their room is taken there. (transfer full)
 * (element-type AtlasPolityName) */
GArray *atlas_polity_names_find (AtlasTerritoryScene *scene,
                                 AtlasLabelSheet *sheet,
                                 AtlasDataset *dataset);

/* Writes names that were found before. */
void atlas_polity_names_add (const GArray *names, AtlasLabelSheet *sheet);

G_END_DECLS
