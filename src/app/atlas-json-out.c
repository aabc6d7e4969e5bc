/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <stdio.h>

#include "atlas-json-out.h"

void
atlas_json_out_string (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
atlas_json_out_text (JsonBuilder *builder, const char *key, AtlasText *text)
{
  const char *const *languages = text != NULL ? atlas_text_get_languages (text) : NULL;

  json_builder_set_member_name (builder, key);
  if (languages == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      json_builder_set_member_name (builder, languages[i]);
      json_builder_add_string_value (builder, atlas_text_get_exact (text, languages[i]));
    }
  json_builder_end_object (builder);
}

char *
atlas_json_out_day (AtlasDay day)
{
  int year, month, number;

  if (day == ATLAS_DAY_OPEN_PAST || day == ATLAS_DAY_OPEN_FUTURE)
    return NULL;
  atlas_day_to_gregorian (day, &year, &month, &number);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, number);
}

void
atlas_json_out_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  /* Not g_print(): that converts to the character set of the terminal, and JSON is UTF-8. */
  fputs (text, stdout);
  fputc ('\n', stdout);
}
