/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-problem.h"

G_DEFINE_QUARK (atlas_dataset_error, atlas_dataset_error)

/**
 * atlas_problem_free:
 * @self: (transfer full): a problem
 */
void
atlas_problem_free (AtlasProblem *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_free (self->path);
  g_free (self->id);
  g_free (self->found);
  g_free (self->expected);
  g_free (self);
}

/**
 * atlas_problem_to_string:
 * @self: a problem
 *
 * Returns: (transfer full): one line, without the severity
 */
char *
atlas_problem_to_string (const AtlasProblem *self)
{
  g_autoptr (GString) line = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  line = g_string_new (self->file);
  if (self->path != NULL)
    g_string_append_printf (line, ": %s", self->path);
  if (self->id != NULL)
    g_string_append_printf (line, " (%s)", self->id);
  if (self->found != NULL)
    g_string_append_printf (line, ": found %s, expected %s", self->found, self->expected);
  else
    g_string_append_printf (line, ": %s", self->expected);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * atlas_problem_severity_to_string:
 * @severity: a severity
 *
 * Returns: its English word
 */
const char *
atlas_problem_severity_to_string (AtlasProblemSeverity severity)
{
  return severity == ATLAS_PROBLEM_ERROR ? "error" : "warning";
}
