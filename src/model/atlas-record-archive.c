/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-record-private.h"

static void
pass_citation (AtlasArchive *archive, AtlasCitation *citation)
{
  atlas_archive_string (archive, &citation->source);
  atlas_archive_string (archive, &citation->section);
  atlas_archive_string (archive, &citation->page);
  atlas_archive_string (archive, &citation->via);
}

void
atlas_record_archive_citations (AtlasArchive *archive, const AtlasCitation **citations, guint *n)
{
  AtlasCitation *items =
    atlas_archive_list (archive, (gconstpointer *) citations, n, sizeof (AtlasCitation));

  for (guint i = 0; i < *n; i++)
    pass_citation (archive, &items[i]);
}

static void
pass_names (AtlasRecordData *data, AtlasArchive *archive)
{
  AtlasName *names =
    atlas_archive_list (archive, (gconstpointer *) &data->names, &data->n_names, sizeof *names);

  for (guint i = 0; i < data->n_names; i++)
    {
      atlas_archive_string (archive, &names[i].toponym);
      atlas_archive_string (archive, &names[i].lang);
      atlas_archive_span (archive, &names[i].when);
      atlas_archive_string (archive, &names[i].used_by);
      atlas_record_archive_citations (archive, &names[i].citations, &names[i].n_citations);
    }
}

static void
pass_attested (AtlasRecordData *data, AtlasArchive *archive)
{
  AtlasAttestedDate *dates = atlas_archive_list (archive,
                                                 (gconstpointer *) &data->attested,
                                                 &data->n_attested,
                                                 sizeof *dates);

  for (guint i = 0; i < data->n_attested; i++)
    {
      atlas_archive_string (archive, &dates[i].calendar);
      atlas_archive_string (archive, &dates[i].text);
      atlas_archive_string (archive, &dates[i].source);
      atlas_archive_int (archive, &dates[i].computed);
    }
}

static void
pass_claims (AtlasRecordData *data, AtlasArchive *archive)
{
  AtlasClaim *claims =
    atlas_archive_list (archive, (gconstpointer *) &data->claims, &data->n_claims, sizeof *claims);

  for (guint i = 0; i < data->n_claims; i++)
    {
      atlas_archive_string (archive, &claims[i].of);
      atlas_archive_string (archive, &claims[i].side);
      atlas_archive_int (archive, &claims[i].has_number);
      atlas_archive_double (archive, &claims[i].low);
      atlas_archive_double (archive, &claims[i].high);
      atlas_archive_text (archive, &claims[i].text);
      atlas_archive_string (archive, &claims[i].unit);
      atlas_archive_string (archive, &claims[i].as_written);
      atlas_archive_int (archive, &claims[i].approximate);
      pass_citation (archive, &claims[i].citation);
      atlas_archive_text (archive, &claims[i].note);
    }
}

static void
pass_doubts (AtlasRecordData *data, AtlasArchive *archive)
{
  AtlasDoubt *doubts =
    atlas_archive_list (archive, (gconstpointer *) &data->doubts, &data->n_doubts, sizeof *doubts);

  for (guint i = 0; i < data->n_doubts; i++)
    {
      atlas_archive_string (archive, &doubts[i].about);
      atlas_archive_string (archive, &doubts[i].conflict);
      atlas_archive_text (archive, &doubts[i].text);
      atlas_record_archive_citations (archive, &doubts[i].citations, &doubts[i].n_citations);
    }
}

static void
pass_relations (AtlasRecordData *data, AtlasArchive *archive)
{
  AtlasRelation *relations = atlas_archive_list (archive,
                                                 (gconstpointer *) &data->relations,
                                                 &data->n_relations,
                                                 sizeof *relations);

  for (guint i = 0; i < data->n_relations; i++)
    {
      atlas_archive_string (archive, &relations[i].type);
      atlas_archive_string (archive, &relations[i].to);
    }
}

void
atlas_record_archive (AtlasRecord *self, AtlasArchive *archive)
{
  AtlasRecordData *data = atlas_record_get_data (self);

  atlas_archive_text (archive, &data->title);
  atlas_archive_text (archive, &data->summary);
  atlas_archive_int (archive, &data->has_when);
  atlas_archive_edtf (archive, &data->when);
  atlas_archive_string (archive, &data->edtf);
  atlas_archive_enum (archive, &data->status, ATLAS_STATUS_UNCORROBORATED);
  atlas_archive_text (archive, &data->status_note);
  pass_names (data, archive);
  atlas_record_archive_citations (archive, &data->citations, &data->n_citations);
  pass_attested (data, archive);
  pass_claims (data, archive);
  pass_doubts (data, archive);
  pass_relations (data, archive);
}
