/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "atlas-dataset-error.h"

G_BEGIN_DECLS

/* Reads the one feature that begins at @offset of a GeoJSON file, and returns its properties; an
 * empty object where it has none. (transfer full) */
JsonObject *atlas_overlay_feature_read (const char *path, goffset offset, GError **error);

G_END_DECLS
