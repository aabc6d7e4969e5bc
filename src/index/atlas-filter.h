/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasFilter:
 *
 * What of an atlas is not to be seen: sources, standings and kinds of event that are switched off,
 * and the one campaign, actor or place to which a reader keeps. %NULL is the filter that lets
 * everything through, and every function takes it.
 *
 * Filters are interned, like the strings of a view state: equal ones are one pointer and none is
 * ever freed, so that a picture's spec stays a plain value. There are only as many as readers make
 * by hand.
 */
typedef struct _AtlasFilter AtlasFilter;

#define ATLAS_TYPE_FILTER (atlas_filter_get_type ())
GType atlas_filter_get_type (void) G_GNUC_CONST;

#define ATLAS_FILTER_ERROR (atlas_filter_error_quark ())
GQuark atlas_filter_error_quark (void);

typedef enum
{
  ATLAS_FILTER_ERROR_WORD,   /* neither a standing, a kind of event, nor an id */
  ATLAS_FILTER_ERROR_RECORD, /* an id that the atlas does not have */
} AtlasFilterError;

/* To what one can keep. */
typedef enum
{
  ATLAS_FILTER_CAMPAIGN, /* with its parts */
  ATLAS_FILTER_ACTOR,    /* a person or a polity */
  ATLAS_FILTER_PLACE,
  ATLAS_FILTER_N_ASPECTS,
} AtlasFilterAspect;

/* Each returns @self with one thing changed. (nullable) */
const AtlasFilter *atlas_filter_with_source (const AtlasFilter *self,
                                             const char *id,
                                             gboolean shown);
const AtlasFilter *atlas_filter_with_status (const AtlasFilter *self,
                                             AtlasStatus status,
                                             gboolean shown);
const AtlasFilter *atlas_filter_with_event_kind (const AtlasFilter *self,
                                                 AtlasEventKind kind,
                                                 gboolean shown);

/* Keeps to one campaign, actor or place, or, with @id %NULL, to none. (nullable) */
const AtlasFilter *atlas_filter_with_only (const AtlasFilter *self,
                                           AtlasFilterAspect aspect,
                                           const char *id);

/* Switches every source off but @id; all of them where it is %NULL. (nullable) */
const AtlasFilter *atlas_filter_with_only_source (const AtlasFilter *self, const char *id);

/* All sources on again. (nullable) */
const AtlasFilter *atlas_filter_with_all_sources (const AtlasFilter *self);

gboolean atlas_filter_shows_source (const AtlasFilter *self, const char *id);
gboolean atlas_filter_shows_status (const AtlasFilter *self, AtlasStatus status);
gboolean atlas_filter_shows_event_kind (const AtlasFilter *self, AtlasEventKind kind);

/* Whether any source is off. */
gboolean atlas_filter_has_sources_off (const AtlasFilter *self);

/* (nullable) */
const char *atlas_filter_get_only (const AtlasFilter *self, AtlasFilterAspect aspect);

/* The filter as text, with commas between words: what is off (standings, kinds of event, ids of
 * sources), and to what it keeps (ids of sources, or "none" for none of them, of a campaign, an
 * actor, a place). %NULL where there is nothing to say. (transfer none) (nullable) */
const char *atlas_filter_get_without_text (const AtlasFilter *self);
const char *atlas_filter_get_only_text (const AtlasFilter *self);

/* The reverse; either text may be %NULL. *@filter is set only where there is no error. */
gboolean atlas_filter_parse (const char *without,
                             const char *only,
                             const AtlasFilter **filter,
                             GError **error);

/* Whether the atlas has all that the filter names. */
gboolean atlas_filter_check (const AtlasFilter *self, AtlasDataset *dataset, GError **error);

G_END_DECLS
