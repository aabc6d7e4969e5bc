/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-segment.h"

#include "atlas-record-private.h"

/* All phases of a segment are looked through for each day and each territory. */
#define MAX_PHASES 1000u

/**
 * AtlasSegment:
 *
 * A stretch of boundary, and on what it rests at which time.
 */
struct _AtlasSegment
{
  AtlasRecord parent_instance;

  const AtlasPoint *line;
  guint n_line;
  const AtlasBoundaryPhase *phases;
  guint n_phases;
};

G_DEFINE_FINAL_TYPE (AtlasSegment, atlas_segment, ATLAS_TYPE_RECORD)

/* A line that is off by more than this is no line; the bound is there to catch metres written for
 * kilometres. */
#define MAX_WIDTH_KM 2000.0

static const char *const no_strings[] = { NULL };

/* In the order of AtlasBasis and of AtlasBoundaryForm. */
static const char *const basis_words[] = { "survey",    "treaty-text", "river",
                                           "watershed", "control",     "reconstruction",
                                           "coast",     "frame",       NULL };
static const char *const form_words[] = { "line", "claim", "proposed", "front", NULL };

static void
read_phase (AtlasBoundaryPhase *phase, const AtlasJson *item)
{
  AtlasJson when = atlas_json_member (item, "when");

  atlas_json_need (&when, "an EDTF interval");
  phase->when = atlas_record_read_span (item, "when");
  phase->basis = atlas_json_need_enum (item, "basis", basis_words);
  phase->form = atlas_json_get_enum (item, "form", form_words, ATLAS_FORM_LINE);
  phase->width_km = atlas_json_get_number (item, "width-km", 0.0, 0.0, MAX_WIDTH_KM);
  phase->act = atlas_json_get_text (item, "act");
  phase->event = atlas_json_get_id (item, "event", "event");
  phase->asserted_by = atlas_json_get_ids (item, "asserted-by", "polity");
  phase->text_read = atlas_json_get_boolean (item, "text-read");
  phase->note = atlas_json_get_text (item, "note");
  phase->citations = atlas_record_read_citations (item, "citations", &phase->n_citations);
}

static void
atlas_segment_class_init (AtlasSegmentClass *klass)
{
}

static void
atlas_segment_init (AtlasSegment *self)
{
}

void
atlas_segment_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasSegment *self = ATLAS_SEGMENT (record);
  AtlasJson geometry = atlas_json_member (feature, "geometry");
  AtlasJson list = atlas_json_member (feature, "atlas:phases");
  AtlasBoundaryPhase *phases;

  self->line = atlas_json_points (&geometry, "LineString", &self->n_line);
  if (!atlas_json_is_list (&list, TRUE))
    return;
  self->n_phases = atlas_json_length_up_to (&list, MAX_PHASES);
  phases = atlas_pool_array (feature->context->pool, self->n_phases, sizeof (AtlasBoundaryPhase));
  self->phases = phases;
  for (guint i = 0; i < self->n_phases; i++)
    {
      AtlasJson item = atlas_json_element (&list, i);

      phases[i].asserted_by = no_strings;
      if (atlas_json_is_object (&item, TRUE))
        read_phase (&phases[i], &item);
    }
}

static void
archive_phase (AtlasBoundaryPhase *phase, AtlasArchive *archive)
{
  atlas_archive_span (archive, &phase->when);
  atlas_archive_enum (archive, &phase->basis, G_N_ELEMENTS (basis_words) - 2);
  atlas_archive_enum (archive, &phase->form, G_N_ELEMENTS (form_words) - 2);
  atlas_archive_double (archive, &phase->width_km);
  atlas_archive_text (archive, &phase->act);
  atlas_archive_string (archive, &phase->event);
  atlas_archive_strings (archive, &phase->asserted_by);
  atlas_archive_int (archive, &phase->text_read);
  atlas_archive_text (archive, &phase->note);
  atlas_record_archive_citations (archive, &phase->citations, &phase->n_citations);
}

void
atlas_segment_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasSegment *self = ATLAS_SEGMENT (record);

  AtlasBoundaryPhase *phases;

  atlas_archive_points (archive, &self->line, &self->n_line);
  phases =
    atlas_archive_list (archive, (gconstpointer *) &self->phases, &self->n_phases, sizeof *phases);
  for (guint i = 0; i < self->n_phases; i++)
    archive_phase (&phases[i], archive);
}

/**
 * atlas_segment_get_line:
 * @self: a segment
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): its points in degrees, two or more
 */
const AtlasPoint *
atlas_segment_get_line (AtlasSegment *self, guint *n)
{
  g_return_val_if_fail (ATLAS_IS_SEGMENT (self), NULL);

  if (n != NULL)
    *n = self->n_line;
  return self->line;
}

/**
 * atlas_segment_get_phases:
 * @self: a segment
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (nullable) (array length=n): what it rests on, in the order of the file
 */
const AtlasBoundaryPhase *
atlas_segment_get_phases (AtlasSegment *self, guint *n)
{
  g_return_val_if_fail (ATLAS_IS_SEGMENT (self), NULL);

  if (n != NULL)
    *n = self->n_phases;
  return self->phases;
}

/**
 * atlas_segment_get_phase_on:
 * @self: a segment
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the last phase of the file that holds on the day
 */
const AtlasBoundaryPhase *
atlas_segment_get_phase_on (AtlasSegment *self, AtlasDay day)
{
  g_return_val_if_fail (ATLAS_IS_SEGMENT (self), NULL);

  for (guint i = self->n_phases; i > 0; i--)
    if (atlas_time_span_contains (self->phases[i - 1].when, day))
      return &self->phases[i - 1];
  return NULL;
}
