/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-campaign.h"
#include "atlas-chapter.h"
#include "atlas-control.h"
#include "atlas-event.h"
#include "atlas-leg.h"
#include "atlas-person.h"
#include "atlas-place.h"
#include "atlas-polity.h"
#include "atlas-segment.h"
#include "atlas-source.h"
#include "atlas-territory.h"

G_BEGIN_DECLS

/**
 * AtlasDataset:
 *
 * One atlas, whole and unchangeable. Owns all its records; may be read from any thread.
 */
#define ATLAS_TYPE_DATASET (atlas_dataset_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDataset, atlas_dataset, ATLAS, DATASET, GObject)

/* The folder of the manifest. */
const char *atlas_dataset_get_folder (AtlasDataset *self);
AtlasText *atlas_dataset_get_title (AtlasDataset *self);
AtlasText *atlas_dataset_get_description (AtlasDataset *self);
const char *atlas_dataset_get_licence (AtlasDataset *self);
const char *const *atlas_dataset_get_languages (AtlasDataset *self);

/* The days that the slider covers. */
AtlasTimeSpan atlas_dataset_get_range (AtlasDataset *self);

/* Where and when the atlas opens: degrees, zoom level, day. */
void atlas_dataset_get_view (AtlasDataset *self,
                             double *lon,
                             double *lat,
                             double *zoom,
                             AtlasDay *day);

/* Records of one kind in the order of the files; the index in this array is
 * atlas_dataset_index_of(). */
guint atlas_dataset_get_n_records (AtlasDataset *self, AtlasKind kind);
AtlasRecord *atlas_dataset_get_record (AtlasDataset *self, AtlasKind kind, guint index);

/* (nullable); also for @id NULL. */
AtlasRecord *atlas_dataset_lookup (AtlasDataset *self, const char *id);

/* The same with the kind checked: NULL where @id is of another kind. */
AtlasPlace *atlas_dataset_lookup_place (AtlasDataset *self, const char *id);
AtlasPerson *atlas_dataset_lookup_person (AtlasDataset *self, const char *id);
AtlasPolity *atlas_dataset_lookup_polity (AtlasDataset *self, const char *id);
AtlasSource *atlas_dataset_lookup_source (AtlasDataset *self, const char *id);
AtlasCampaign *atlas_dataset_lookup_campaign (AtlasDataset *self, const char *id);
AtlasEvent *atlas_dataset_lookup_event (AtlasDataset *self, const char *id);

/* Position of a record among those of its kind. */
guint atlas_dataset_index_of (AtlasDataset *self, AtlasRecord *record);

/* Events at a place, of a person or polity, of a campaign (its parts included), in order of date.
 * (transfer none) (element-type AtlasEvent) */
GPtrArray *atlas_dataset_get_events_of (AtlasDataset *self, const char *id);

/* The family of colours of a campaign or event, by its leading polity; "other" where none is named.
 */
const char *atlas_dataset_get_family_of (AtlasDataset *self, AtlasRecord *record);

/* The campaign's outermost ancestor. */
AtlasCampaign *atlas_dataset_get_root_campaign (AtlasDataset *self, AtlasCampaign *campaign);

/* In the order of the cover. */
const AtlasChapter *atlas_dataset_get_chapters (AtlasDataset *self, guint *n);

/* The number of the chapter that tells of @day most closely: the shortest that holds it, and of two
 * that are equally long the later one. -1 where there is none. */
int atlas_dataset_get_chapter_on (AtlasDataset *self, AtlasDay day);

/* The number of the chapter of that id (nullable); -1 where there is none. */
int atlas_dataset_find_chapter (AtlasDataset *self, const char *id);

/* A step of its tour, counted from 0. (nullable) */
const AtlasChapterStep *atlas_dataset_find_step (AtlasDataset *self,
                                                 const char *chapter,
                                                 guint step);

G_END_DECLS
