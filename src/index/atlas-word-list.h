/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasWordList:
 *
 * The words of many texts, in order, each with the numbers of the texts that it stands in. Words are
 * folded ones: lower case, without accents.
 */
typedef struct _AtlasWordList AtlasWordList;

AtlasWordList *atlas_word_list_new (void);
void atlas_word_list_free (AtlasWordList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasWordList, atlas_word_list_free)

/* Adds every word of @text, which is number @number; a Chinese character is a word. The texts come
 * in the order of their numbers. */
void atlas_word_list_add (AtlasWordList *self, const char *text, guint number);

/* Puts the words in order. Nothing may be added afterwards, nor asked for before. */
void atlas_word_list_seal (AtlasWordList *self);

guint atlas_word_list_get_n_words (AtlasWordList *self);
const char *atlas_word_list_get_word (AtlasWordList *self, guint word);

/* The texts that hold a word, ascending. (transfer none) */
const guint *atlas_word_list_get_texts (AtlasWordList *self, guint word, guint *n_texts);

/* The words that begin with @prefix: @n of them from *@first on. */
void atlas_word_list_find (AtlasWordList *self, const char *prefix, guint *first, guint *n);

/* In how few steps @typed becomes @word, of which each writes a letter more, less or another, or
 * swaps two neighbours; @most + 1 where it takes more than @most. */
guint atlas_word_distance (const char *typed, const char *word, guint most);

/* How many steps off a word of this length may be: 1 from four letters on, 2 from eight. */
guint atlas_word_allowance (const char *typed);

G_END_DECLS
