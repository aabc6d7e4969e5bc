/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-text.h"

G_BEGIN_DECLS

/* @n tags and texts, copied; of a tag that comes twice the first text counts. (transfer full) */
AtlasText *atlas_text_new_from_arrays (const char *const *langs, const char *const *values, guint n);

/* The same, of strings that last as long as the text; no tag comes twice. (transfer full) */
AtlasText *atlas_text_new_borrowed (const char *const *langs, const char *const *values, guint n);

G_END_DECLS
