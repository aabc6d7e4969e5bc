/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-calendar.h"
#include "atlas-text-query.h"

/* Longer texts are no queries; their beginning is looked for. */
#define MOST_CHARACTERS 80

typedef enum
{
  KIND_SPACE,
  KIND_NUMBER, /* digits and the marks of dates among them */
  KIND_LETTER,
  KIND_HAN,
} CharacterKind;

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

gboolean
atlas_text_query_is_han (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);

  return is_han (g_utf8_get_char (word));
}

static CharacterKind
classify (gunichar c)
{
  if (g_unichar_isspace (c))
    return KIND_SPACE;
  if (is_han (c))
    return KIND_HAN;
  return g_unichar_isalpha (c) ? KIND_LETTER : KIND_NUMBER;
}

/* Where a date may begin or end: not within a word or a number. */
static GArray *
find_edges (const char *text)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));
  CharacterKind before = KIND_SPACE;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      guint offset = (guint) (p - text);
      CharacterKind kind = *p ? classify (g_utf8_get_char (p)) : KIND_SPACE;

      if (kind != before || kind == KIND_HAN || *p == '\0')
        g_array_append_val (edges, offset);
      if (*p == '\0')
        return edges;
      before = kind;
    }
}

/* Every date has a year in digits or with the sign of a year. */
static gboolean
may_be_date (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return strstr (text, "年") != NULL;
}

static gboolean
parse_date (const char *text, AtlasTimeSpan range, AtlasTimeSpan *date)
{
  return may_be_date (text) && atlas_calendar_parse (text, date, NULL) &&
         atlas_time_span_overlaps (*date, range);
}

/* Cuts the longest date out of @text, the last of equally long ones. */
static gboolean
take_date (char *text, AtlasTimeSpan range, AtlasTimeSpan *date)
{
  g_autoptr (GArray) edges = NULL;

  if (!may_be_date (text))
    return FALSE;
  edges = find_edges (text);
  for (guint length = edges->len - 1; length > 0; length--)
    for (guint first = edges->len - length; first-- > 0;)
      {
        guint begin = g_array_index (edges, guint, first);
        guint end = g_array_index (edges, guint, first + length);
        g_autofree char *piece = g_strndup (text + begin, end - begin);

        if (g_ascii_isspace (piece[0]) || !parse_date (piece, range, date))
          continue;
        memset (text + begin, ' ', end - begin);
        return TRUE;
      }
  return FALSE;
}

static void
take_words (AtlasTextQuery *self, AtlasTextFold *fold, const char *text)
{
  self->same = atlas_text_fold_same (fold, text);
  self->words = g_strsplit (self->same, " ", -1);
  if (*self->same && !atlas_text_query_is_han (self->same))
    {
      self->joined = atlas_text_fold_joined_mapped (fold, self->same, NULL);
      if (*self->joined == '\0')
        g_clear_pointer (&self->joined, g_free);
    }
}

static char *
shorten (const char *typed)
{
  return g_utf8_validate (typed, -1, NULL)
           ? g_utf8_substring (typed, 0, MIN (g_utf8_strlen (typed, -1), MOST_CHARACTERS))
           : g_strdup ("");
}

AtlasTextQuery *
atlas_text_query_new (AtlasTextFold *fold, const char *typed, AtlasTimeSpan range)
{
  AtlasTextQuery *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (fold != NULL && typed != NULL, NULL);

  self = g_new0 (AtlasTextQuery, 1);
  text = shorten (typed);
  self->has_date = take_date (text, range, &self->date);
  take_words (self, fold, text);
  return self;
}

AtlasTextQuery *
atlas_text_query_new_plain (AtlasTextFold *fold, const char *typed)
{
  AtlasTextQuery *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (fold != NULL && typed != NULL, NULL);

  self = g_new0 (AtlasTextQuery, 1);
  text = shorten (typed);
  take_words (self, fold, text);
  return self;
}

void
atlas_text_query_free (AtlasTextQuery *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->same);
  g_strfreev (self->words);
  g_free (self->joined);
  g_free (self);
}

gboolean
atlas_text_query_split (AtlasTextQuery *self, AtlasTextFold *fold)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint before, after;

  g_return_val_if_fail (self != NULL && fold != NULL, FALSE);

  before = g_strv_length (self->words);
  for (guint i = 0; i < before; i++)
    {
      g_auto (GStrv) pieces = atlas_text_fold_split (fold, self->words[i]);

      if (*self->words[i] && atlas_text_query_is_han (self->words[i]))
        g_strv_builder_addv (builder, (const char **) pieces);
      else
        g_strv_builder_add (builder, self->words[i]);
    }
  g_strfreev (self->words);
  self->words = g_strv_builder_end (builder);
  after = g_strv_length (self->words);
  return after > before;
}
