/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset-error.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PROBLEM_ERROR,   /* the atlas cannot be shown as it is */
  ATLAS_PROBLEM_WARNING, /* it can, but somebody should look at it */
} AtlasProblemSeverity;

/**
 * AtlasProblem:
 * @severity: whether it stops the reader
 * @code: what kind of problem it is
 * @file: the file, relative to the atlas
 * @path: (nullable): the place in the file, as a JSON path
 * @id: (nullable): the record that it is about
 * @found: (nullable): what is there
 * @expected: what should be there, or what is wrong
 *
 * One thing that is wrong with the files of an atlas.
 */
typedef struct
{
  AtlasProblemSeverity severity;
  AtlasDatasetError code;
  char *file;
  char *path;
  char *id;
  char *found;
  char *expected;
} AtlasProblem;

void atlas_problem_free (AtlasProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProblem, atlas_problem_free)

/* One line for people: file, path, record, what was found and what was expected. (transfer full) */
char *atlas_problem_to_string (const AtlasProblem *self);

/* "error" or "warning". */
const char *atlas_problem_severity_to_string (AtlasProblemSeverity severity);

G_END_DECLS
