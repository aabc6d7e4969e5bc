/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-archive.h"
#include "atlas-json.h"
#include "atlas-record.h"

G_BEGIN_DECLS

/* What a record has. Everything that is pointed to belongs to @pool. Written while the atlas is
 * read, never after. */
typedef struct
{
  AtlasPool *pool;
  AtlasKind kind;
  guint index; /* among those of its kind */
  const char *id;
  AtlasText *title;
  AtlasText *summary;

  gboolean has_when;
  AtlasEdtf when;
  const char *edtf;

  AtlasStatus status;
  AtlasText *status_note;

  const AtlasName *names;
  guint n_names;
  const AtlasCitation *citations;
  guint n_citations;
  const AtlasAttestedDate *attested;
  guint n_attested;
  const AtlasClaim *claims;
  guint n_claims;
  const AtlasDoubt *doubts;
  guint n_doubts;
  const AtlasRelation *relations;
  guint n_relations;

  /* The family of colours, of records that have a leading polity; set when all are read. */
  const char *family;
} AtlasRecordData;

AtlasRecordData *atlas_record_get_data (AtlasRecord *self);

/* What all kinds have in common, from a feature. */
void atlas_record_read (AtlasRecord *self, const AtlasJson *feature);

/* Citations under @name; *@n is how many. */
const AtlasCitation *atlas_record_read_citations (const AtlasJson *object,
                                                  const char *name,
                                                  guint *n);

/* The days of a member that is an EDTF text or has timespans; open at both ends where it is absent.
 */
AtlasTimeSpan atlas_record_read_span (const AtlasJson *object, const char *name);

/* What is a record's own, from a feature; each in the file of its class. Ids among them are known
 * to be there; records of the kinds before it in read_order of the reader have been read in full.
 */
void atlas_place_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_person_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_polity_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_source_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_campaign_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_event_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_leg_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_segment_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_territory_read (AtlasRecord *record, const AtlasJson *feature);
void atlas_control_read (AtlasRecord *record, const AtlasJson *feature);

/* The same from and to an archive, in which the ids are checked already. */
void atlas_record_archive (AtlasRecord *self, AtlasArchive *archive);
void
atlas_record_archive_citations (AtlasArchive *archive, const AtlasCitation **citations, guint *n);
void atlas_place_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_person_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_polity_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_source_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_campaign_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_event_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_leg_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_segment_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_territory_archive (AtlasRecord *record, AtlasArchive *archive);
void atlas_control_archive (AtlasRecord *record, AtlasArchive *archive);

/* The class of a kind. */
GType atlas_kind_get_type (AtlasKind kind);

/* The words of the format, ended by NULL; also for the check and for messages. */
extern const char *const atlas_kind_words[];
extern const char *const atlas_status_words[];
extern const char *const atlas_event_kind_words[];

G_END_DECLS
