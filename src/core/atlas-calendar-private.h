/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-calendar.h"

G_BEGIN_DECLS

/* What the parts of the parser share. */

/* A lunar date in English or Russian words, which are without commas; @date is untouched where
 * they are none. */
gboolean atlas_calendar_read_reign_words (char **words, guint n, AtlasRegnalDate *date);

G_END_DECLS
