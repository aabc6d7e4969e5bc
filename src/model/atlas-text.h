/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasText:
 *
 * One text in several languages. Immutable and counted by reference; may be read from any thread.
 * Languages are BCP 47 tags as the format writes them: en, zh-Hant, zh-Hans, ru.
 */
typedef struct _AtlasText AtlasText;

#define ATLAS_TYPE_TEXT (atlas_text_get_type ())
GType atlas_text_get_type (void) G_GNUC_CONST;

/* Pairs of tag and text, ended by NULL. */
AtlasText *atlas_text_new (const char *first_lang, ...) G_GNUC_NULL_TERMINATED;
AtlasText *atlas_text_ref (AtlasText *self);
void atlas_text_unref (AtlasText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasText, atlas_text_unref)

/* The text in @lang, or in the nearest language that there is: zh-Hant and zh-Hans stand in for
 * one another, then en, then whichever comes first. NULL only where @self is NULL or empty. */
const char *atlas_text_get (const AtlasText *self, const char *lang);

/* The same, and which language it turned out to be. */
const char *atlas_text_get_full (const AtlasText *self, const char *lang, const char **found_lang);

/* Only that very language, or NULL. */
const char *atlas_text_get_exact (const AtlasText *self, const char *lang);

/* The tags that there are, in the order of the file, ended by NULL. */
const char *const *atlas_text_get_languages (const AtlasText *self);

G_END_DECLS
