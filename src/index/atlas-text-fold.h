/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTextFold:
 *
 * Brings texts that people take for the same to the same letters. ICU's transliterators inside are
 * not shared between threads: use one AtlasTextFold for each.
 */
typedef struct _AtlasTextFold AtlasTextFold;

AtlasTextFold *atlas_text_fold_new (void);
void atlas_text_fold_free (AtlasTextFold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextFold, atlas_text_fold_free)

/* Lower case, no accents, Simplified for Traditional characters, anything but letters and digits as
 * single spaces. (transfer full) */
char *atlas_text_fold_same (AtlasTextFold *self, const char *text);

/* As above and in plain Latin letters: pinyin for Chinese, a transcription for Cyrillic. (transfer
 * full) */
char *atlas_text_fold_latin (AtlasTextFold *self, const char *text);

/* The same, and to every byte of the result the offset in @text of the character that it came from,
 * appended to @map. (transfer full) */
char *atlas_text_fold_same_mapped (AtlasTextFold *self, const char *text, GArray *map);

/* In plain Latin letters without any spaces, mapped likewise: a Chinese character counts by itself,
 * in other scripts a word as a whole. (transfer full) */
char *atlas_text_fold_joined_mapped (AtlasTextFold *self, const char *text, GArray *map);

/* The words of @text as ICU finds them, for Chinese by its dictionary. (transfer full) */
char **atlas_text_fold_split (AtlasTextFold *self, const char *text);

G_END_DECLS
