/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-event.h"
#include "atlas-territory.h"

G_BEGIN_DECLS

/* The words of the format in the reader's language. All (transfer none). */
const char *atlas_event_words_kind (AtlasEventKind kind);
const char *atlas_event_words_record (AtlasKind kind);
const char *atlas_event_words_status (AtlasStatus status);
const char *atlas_event_words_standing (AtlasStanding standing);
const char *atlas_event_words_basis (AtlasBasis basis);

/* The kind that @word of the format names; administration for any other word. */
AtlasEventKind atlas_event_words_parse_kind (const char *word);

/* The role of a place in an event: "site", "from", ...; an empty string for site, which needs no
 * word. */
const char *atlas_event_words_role (const char *role);

G_END_DECLS
