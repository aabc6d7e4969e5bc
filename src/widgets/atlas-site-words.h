/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-site-layout.h"

G_BEGIN_DECLS

/* What a marker stands for, as words in the language of the texts. All (transfer full). */

/* The event; the place and how many events there are; or the place alone. */
char *atlas_site_words_name (const AtlasSite *site, const char *lang, AtlasDay date);

/* What kind of event it is, when and where it was and how well it is known; the titles of several;
 * of a place, that it is one. */
char *atlas_site_words_describe (const AtlasSite *site, const char *lang, AtlasDay date);

/* For a tip: the place, and its first events in a line each. */
char *atlas_site_words_tip (const AtlasSite *site, const char *lang, AtlasDay date);

/* The record that it stands for, or NULL for several places. Interned. (transfer none) */
const char *atlas_site_words_get_id (const AtlasSite *site);

G_END_DECLS
