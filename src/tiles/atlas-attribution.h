/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who made a map, as plain text, from what map files say: text or HTML, of which only the words are
 * taken over and, as @link (nullable) (transfer full), the first address of the web that it leads
 * to. (transfer full) */
char *atlas_attribution_read (const char *text, char **link);

/* Whether @link is one that may be opened from an attribution: an address of the web. */
gboolean atlas_attribution_is_link (const char *link);

G_END_DECLS
