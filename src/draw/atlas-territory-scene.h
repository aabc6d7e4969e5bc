/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-border-style.h"
#include "atlas-picture-spec.h"
#include "atlas-screen-path.h"

G_BEGIN_DECLS

/* How the ground of a territory is drawn. */
typedef enum
{
  ATLAS_GROUND_TINT,
  ATLAS_GROUND_OCCUPIED, /* the owner's tint, the occupier's hatch */
  ATLAS_GROUND_CEDED,    /* changed hands by a treaty at the last change of borders */
  ATLAS_GROUND_DOTTED,   /* the owner's tint, dots of those who hold parts of it */
  ATLAS_GROUND_UNKNOWN,
  ATLAS_GROUND_CLAIM,
} AtlasGround;

/* One territory as it stands on the day. */
typedef struct
{
  AtlasTerritory *territory;
  AtlasGround ground;
  const char *family;       /* whose tint it has */
  const char *other_family; /* (nullable) whose hatch, dots or outer stroke */
  gboolean tinted;          /* FALSE where the owner's land below is tinted already */
  gboolean visible;         /* its box touches the viewport */
} AtlasTerritoryView;

/* One segment that is drawn on the day. */
typedef struct
{
  AtlasSegment *segment;
  AtlasBorderStyle style;
  double width_km;
  const char *front_family; /* (nullable) the advancing side of a front */
  gboolean interior;        /* the same on both sides: no border, no inner edge */
} AtlasBorderView;

/**
 * AtlasTerritoryScene:
 *
 * What stands on the day of a picture: territories in the order in which they are drawn, and their
 * borders.
 */
typedef struct
{
  AtlasScreen screen;
  double zoom;
  double lat; /* of the middle, for pixels from kilometres */
  AtlasTerritoryView *territories;
  guint n_territories;
  GHashTable *borders;     /* AtlasSegment -> AtlasBorderView */
  GPtrArray *border_list;  /* the same in the order of the territories */
  AtlasShapeCache *shapes; /* (transfer none) */
  GPtrArray *records;
} AtlasTerritoryScene;

AtlasTerritoryScene *atlas_territory_scene_new (AtlasHistoryIndex *index,
                                                const AtlasPictureSpec *spec,
                                                const AtlasViewport *viewport);
void atlas_territory_scene_free (AtlasTerritoryScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTerritoryScene, atlas_territory_scene_free)

/* Appends the outline of a territory to the path of @cr. */
void atlas_territory_scene_add_shape (AtlasTerritoryScene *self,
                                      cairo_t *cr,
                                      AtlasTerritory *territory);

/* (transfer full) */
AtlasWorldLine *atlas_territory_scene_get_line (AtlasTerritoryScene *self, AtlasSegment *segment);

/* The same with less detail, for wide and soft strokes. (transfer full) */
AtlasWorldLine *atlas_territory_scene_get_coarse_line (AtlasTerritoryScene *self,
                                                       AtlasSegment *segment);

G_END_DECLS
