/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "atlas-text.h"
#include "atlas-time-span.h"

G_BEGIN_DECLS

/* A string; null for NULL. */
void atlas_json_out_string (JsonBuilder *builder, const char *key, const char *value);

/* A text as an object by language; null for NULL. */
void atlas_json_out_text (JsonBuilder *builder, const char *key, AtlasText *text);

/* "1864-10-07"; NULL for an open day. (transfer full) (nullable) */
char *atlas_json_out_day (AtlasDay day);

/* Prints what was built on the standard output, indented, with a line end. */
void atlas_json_out_print (JsonBuilder *builder);

G_END_DECLS
