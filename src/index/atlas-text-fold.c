/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <unicode/utrans.h>

#include "atlas-text-fold.h"

/* Marks are removed after decomposition. That makes и of й as well, in the texts as in what is
 * looked for. */
#define SAME_RULES                                                                                 \
  ":: NFKC; :: Traditional-Simplified; :: Lower; :: NFD; :: [:Nonspacing Mark:] Remove; :: NFC;"

/* Chinese is read character by character, each once, which is many times faster than whole texts.
 */
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

  self->same = open_rules (SAME_RULES);
  self->pinyin = open_rules (PINYIN_RULES);
  self->latin = open_rules (LATIN_RULES);
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

static char *
keep_letters (const char *text)
{
  GString *kept = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_joining (c))
        continue;
      if (!g_unichar_isalnum (c))
        {
          gap = TRUE;
          continue;
        }
      if (gap && kept->len > 0)
        g_string_append_c (kept, ' ');
      gap = FALSE;
      g_string_append_unichar (kept, c);
    }
  return g_string_free (kept, FALSE);
}

static const char *
look_up_reading (AtlasTextFold *self, gunichar c)
{
  char *reading = g_hash_table_lookup (self->readings, GUINT_TO_POINTER (c));
  char text[7] = "";

  if (reading)
    return reading;
  text[g_unichar_to_utf8 (c, text)] = '\0';
  reading = transliterate (self->pinyin, text);
  g_hash_table_insert (self->readings, GUINT_TO_POINTER (c), reading);
  return reading;
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
        g_string_append_printf (read, " %s ", look_up_reading (self, c));
      else
        g_string_append_unichar (read, c);
    }
  return g_string_free (read, FALSE);
}

char *
atlas_text_fold_same (AtlasTextFold *self, const char *text)
{
  g_autofree char *changed = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  changed = g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : transliterate (self->same, text);
  return keep_letters (changed);
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
