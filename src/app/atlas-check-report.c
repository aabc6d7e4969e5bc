/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-check-report.h"
#include "atlas-dataset-check.h"

gboolean
atlas_check_report_print (const char *path)
{
  g_autoptr (GPtrArray) problems = atlas_dataset_check (path, NULL);
  guint errors = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const AtlasProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = atlas_problem_to_string (problem);

      errors += problem->severity == ATLAS_PROBLEM_ERROR;
      g_print ("%s: %s\n", atlas_problem_severity_to_string (problem->severity), text);
    }
  g_print ("%u errors, %u warnings\n", errors, problems->len - errors);
  return errors == 0;
}
