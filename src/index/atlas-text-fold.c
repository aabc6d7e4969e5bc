/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utrans.h>

#include "atlas-text-fold.h"

/* Marks are removed after decomposition. That makes и of й as well, in the texts as in what is
 * looked for. Characters are folded one by one, each once, which is many times faster than whole
 * texts and says for every letter of the result where it came from. */
#define SAME_RULES                                                                                 \
  ":: NFKC; :: Traditional-Simplified; :: Lower; :: NFD; :: [:Nonspacing Mark:] Remove; :: NFC;"

/* Chinese is read character by character as well. */
#define PINYIN_RULES ":: Han-Latin; :: Latin-ASCII; :: Lower;"

/* The general transcription of Cyrillic is not what people write ("Gorcakov"); that of the Board on
 * Geographic Names is. */
#define LATIN_RULES                                                                                \
  ":: NFC; :: [:Cyrillic:] Russian-Latin/BGN; :: Any-Latin; :: Latin-ASCII; :: Lower;"

struct _AtlasTextFold
{
  UTransliterator *same;
  UTransliterator *pinyin;
  UTransliterator *latin;
  UBreakIterator *words;
  GHashTable *folded;   /* character -> itself as "same" leaves it */
  GHashTable *readings; /* character -> its pinyin */
};

static UTransliterator *
open_rules (const char *rules)
{
  static const UChar id[] = { 'A', 't', 'l', 'a', 's', 0 };
  g_autofree gunichar2 *units = g_utf8_to_utf16 (rules, -1, NULL, NULL, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  UTransliterator *opened;

  opened = utrans_openU (id, -1, UTRANS_FORWARD, (const UChar *) units, -1, &where, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot fold texts: %s", u_errorName (status));
  return opened;
}

AtlasTextFold *
atlas_text_fold_new (void)
{
  AtlasTextFold *self = g_new0 (AtlasTextFold, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->same = open_rules (SAME_RULES);
  self->pinyin = open_rules (PINYIN_RULES);
  self->latin = open_rules (LATIN_RULES);
  self->words = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot split texts into words: %s", u_errorName (status));
  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->readings = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
atlas_text_fold_free (AtlasTextFold *self)
{
  g_return_if_fail (self != NULL);

  utrans_close (self->same);
  utrans_close (self->pinyin);
  utrans_close (self->latin);
  ubrk_close (self->words);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->readings);
  g_free (self);
}

/* Transliterates; a text that is not UTF-8 becomes the empty one. */
static char *
transliterate (UTransliterator *rules, const char *text)
{
  glong length;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  g_autofree UChar *buffer = NULL;
  int32_t n, capacity, limit;
  UErrorCode status;
  char *result;

  if (units == NULL)
    return g_strdup ("");
  for (capacity = (int32_t) length * 4 + 64;; capacity *= 2)
    {
      buffer = g_renew (UChar, buffer, capacity);
      for (n = 0; n < (int32_t) length; n++)
        buffer[n] = units[n];
      limit = n;
      status = U_ZERO_ERROR;
      utrans_transUChars (rules, buffer, &n, capacity, 0, &limit, &status);
      if (status != U_BUFFER_OVERFLOW_ERROR)
        break;
    }
  result = g_utf16_to_utf8 ((const gunichar2 *) buffer, n, NULL, NULL, NULL);
  return result ? result : g_strdup ("");
}

/* An apostrophe joins ("Ya'qub"), whatever else is no letter or digit parts. */
static gboolean
is_joining (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 ||
         g_unichar_type (c) == G_UNICODE_MODIFIER_LETTER ||
         g_unichar_type (c) == G_UNICODE_MODIFIER_SYMBOL || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Letters and digits gathered as they come, with single spaces for whatever else there is. */
typedef struct
{
  GString *kept;
  GArray *map; /* (nullable) */
  gboolean gap;
} Gathering;

/* Adds the letters of @piece, which all come from the character at @from of the text. */
static void
gather (Gathering *gathering, const char *piece, guint32 from)
{
  for (const char *p = piece; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_joining (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          gathering->gap = TRUE;
          continue;
        }
      if (gathering->gap && gathering->kept->len > 0)
        g_string_append_c (gathering->kept, ' ');
      gathering->gap = FALSE;
      g_string_append_unichar (gathering->kept, c);
      if (gathering->map)
        while (gathering->map->len < gathering->kept->len)
          g_array_append_val (gathering->map, from);
    }
}

static char *
keep_letters (const char *text)
{
  Gathering gathering = { g_string_new (NULL), NULL, FALSE };

  gather (&gathering, text, 0);
  return g_string_free (gathering.kept, FALSE);
}

/* What @rules make of one character, asked for once. */
static const char *
look_up (GHashTable *known, UTransliterator *rules, gunichar c)
{
  char *found = g_hash_table_lookup (known, GUINT_TO_POINTER (c));
  char text[7] = "";

  if (found)
    return found;
  text[g_unichar_to_utf8 (c, text)] = '\0';
  found = transliterate (rules, text);
  g_hash_table_insert (known, GUINT_TO_POINTER (c), found);
  return found;
}

/* @text with every Chinese character replaced by its pinyin, spaces about it. */
static char *
read_chinese (AtlasTextFold *self, const char *text)
{
  GString *read = g_string_new (NULL);

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN)
        g_string_append_printf (read, " %s ", look_up (self->readings, self->pinyin, c));
      else
        g_string_append_unichar (read, c);
    }
  return g_string_free (read, FALSE);
}

char *
atlas_text_fold_same (AtlasTextFold *self, const char *text)
{
  return atlas_text_fold_same_mapped (self, text, NULL);
}

char *
atlas_text_fold_same_mapped (AtlasTextFold *self, const char *text, GArray *map)
{
  Gathering gathering = { NULL, map, FALSE };

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("");
  gathering.kept = g_string_sized_new (strlen (text));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char plain[2] = { g_ascii_tolower ((char) c), '\0' };

      gather (&gathering,
              c < 0x80 ? plain : look_up (self->folded, self->same, c),
              (guint32) (p - text));
    }
  return g_string_free (gathering.kept, FALSE);
}

char *
atlas_text_fold_latin (AtlasTextFold *self, const char *text)
{
  g_autofree char *read = NULL;
  g_autofree char *changed = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("");
  read = read_chinese (self, text);
  changed = g_str_is_ascii (read) ? g_ascii_strdown (read, -1) : transliterate (self->latin, read);
  return keep_letters (changed);
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

char *
atlas_text_fold_joined_mapped (AtlasTextFold *self, const char *text, GArray *map)
{
  Gathering gathering = { NULL, map, FALSE };

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("");
  gathering.kept = g_string_new (NULL);
  for (const char *p = text, *end; *p; p = end)
    {
      g_autofree char *run = NULL, *changed = NULL;

      end = g_utf8_next_char (p);
      if (is_han (g_utf8_get_char (p)))
        changed = g_strdup (look_up (self->readings, self->pinyin, g_utf8_get_char (p)));
      else
        {
          /* A transcription hangs on the letters beside it, so a word is read as a whole. */
          while (g_unichar_isalnum (g_utf8_get_char (p)) &&
                 g_unichar_isalnum (g_utf8_get_char (end)) && !is_han (g_utf8_get_char (end)))
            end = g_utf8_next_char (end);
          run = g_strndup (p, (gsize) (end - p));
          changed = atlas_text_fold_latin (self, run);
        }
      gather (&gathering, changed, (guint32) (p - text));
      gathering.gap = FALSE;
    }
  return g_string_free (gathering.kept, FALSE);
}

char **
atlas_text_fold_split (AtlasTextFold *self, const char *text)
{
  GPtrArray *words = g_ptr_array_new ();
  g_autofree gunichar2 *units = NULL;
  UErrorCode status = U_ZERO_ERROR;
  glong length = 0;
  int32_t begin = 0;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  ubrk_setText (self->words, (const UChar *) units, (int32_t) length, &status);
  if (units != NULL && U_SUCCESS (status))
    for (int32_t end = ubrk_next (self->words); end != UBRK_DONE; end = ubrk_next (self->words))
      {
        if (ubrk_getRuleStatus (self->words) >= UBRK_WORD_NONE_LIMIT)
          g_ptr_array_add (words, g_utf16_to_utf8 (units + begin, end - begin, NULL, NULL, NULL));
        begin = end;
      }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}
