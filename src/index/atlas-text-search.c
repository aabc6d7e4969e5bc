/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include <string.h>

#include "atlas-text-index-private.h"
#include "atlas-text-query.h"

/* Scores, in tiers: what is below 20 is a typing error, below 40 text, below 60 the inside of a
 * name or the name of something else, below 75 words of a name, below 95 its beginning. */
#define SCORE_SAME 100
#define SCORE_SAME_JOINED 95
#define SCORE_BEGINNING_WORD 85
#define SCORE_BEGINNING 80
#define SCORE_BEGINNING_JOINED 75
#define SCORE_WORD 62
#define SCORE_WORD_BEGINNING 60
#define SCORE_OF_OTHER 50
#define SCORE_INSIDE 45
#define SCORE_TEXT 24
#define SCORE_TEXT_BEGINNING 22
#define SCORE_TYPO 14 /* less 2 for every step */
/* A date by itself finds what began and ended then before what was going on. */
#define SCORE_THEN 72
#define SCORE_GOING_ON 70
/* More for a first name, and for words that stand together. */
#define BONUS 3

/* Shorter pieces of words are in half of all names. */
#define SHORTEST_PIECE 4

/* One search. The arrays have a place for every entry. */
typedef struct
{
  AtlasTextIndex *index;
  const AtlasTextQuery *query; /* while it runs */
  guint8 *scores;              /* of all words together */
  guint8 *word;                /* of the one that is looked at */
  gboolean dated;              /* the answer is for a date */
  guint *fields;               /* which field the score is from; 0 for none, else its number + 1 */
} Search;

const char *
atlas_text_find_word (const char *text, const char *needle)
{
  gboolean anywhere = atlas_text_query_is_han (needle);

  for (const char *at = strstr (text, needle); at; at = strstr (at + 1, needle))
    if (anywhere || at == text || at[-1] == ' ')
      return at;
  return NULL;
}

static const AtlasTextField *
get_field (const Search *search, guint number)
{
  return &g_array_index (search->index->fields, AtlasTextField, number);
}

static AtlasTextEntry *
get_entry (const Search *search, guint number)
{
  return &g_array_index (search->index->entries, AtlasTextEntry, number);
}

/* Raises the score of a field's entry for one word. */
static void
raise_word (Search *search, guint number, guint8 score)
{
  guint entry = get_field (search, number)->entry;

  if (score <= search->word[entry])
    return;
  search->word[entry] = score;
  search->fields[entry] = number + 1;
}

static void
raise_texts (Search *search, AtlasWordList *list, guint word, gboolean whole, guint8 fixed)
{
  guint n;
  const guint *texts = atlas_word_list_get_texts (list, word, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean text = get_field (search, texts[i])->kind == ATLAS_TEXT_FIELD_TEXT;
      guint8 score = text ? (whole ? SCORE_TEXT : SCORE_TEXT_BEGINNING)
                          : (whole ? SCORE_WORD : SCORE_WORD_BEGINNING);

      raise_word (search, texts[i], fixed > 0 ? fixed : score);
    }
}

/* Words that begin with @typed; how many there are. */
static guint
look_up_beginnings (Search *search, AtlasWordList *list, const char *typed)
{
  guint first, n;

  atlas_word_list_find (list, typed, &first, &n);
  for (guint i = first; i < first + n; i++)
    raise_texts (search, list, i, g_str_equal (atlas_word_list_get_word (list, i), typed), 0);
  return n;
}

/* Characters in a row: the texts that have the rarest of them are read. */
static void
look_up_han (Search *search, AtlasWordList *list, const char *typed)
{
  guint rarest = G_MAXUINT, n_rarest = G_MAXUINT;
  const guint *texts;

  for (const char *p = typed; *p; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      guint first, n, n_texts;

      atlas_word_list_find (list, character, &first, &n);
      if (n == 0 && atlas_text_query_is_han (character))
        return;
      if (n == 0)
        continue;
      atlas_word_list_get_texts (list, first, &n_texts);
      if (n_texts < n_rarest)
        {
          rarest = first;
          n_rarest = n_texts;
        }
    }
  if (rarest == G_MAXUINT)
    return;
  texts = atlas_word_list_get_texts (list, rarest, &n_rarest);
  for (guint i = 0; i < n_rarest; i++)
    {
      const AtlasTextField *field = get_field (search, texts[i]);

      if (strstr (field->same, typed))
        raise_word (search,
                    texts[i],
                    field->kind == ATLAS_TEXT_FIELD_TEXT ? SCORE_TEXT : SCORE_WORD);
    }
}

/* Words with @typed in their middle, and where no name begins so those that are nearly it. */
static void
look_up_others (Search *search, const char *typed, gboolean typos)
{
  AtlasWordList *list = search->index->names;
  guint n = atlas_word_list_get_n_words (list);
  guint allowance = typos ? atlas_word_allowance (typed) : 0;
  gboolean inside = g_utf8_strlen (typed, -1) >= SHORTEST_PIECE;

  if (!inside && allowance == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      const char *word = atlas_word_list_get_word (list, i);
      guint steps;

      if (inside && strstr (word, typed))
        raise_texts (search, list, i, FALSE, SCORE_INSIDE);
      if (allowance == 0)
        continue;
      steps = atlas_word_distance (typed, word, allowance);
      if (steps <= allowance)
        raise_texts (search, list, i, FALSE, (guint8) (SCORE_TYPO - 2 * steps));
    }
}

/* An event answers to the names of its places, people and campaign. */
static void
look_up_events (Search *search)
{
  for (guint i = 0; i < search->index->entries->len; i++)
    {
      const GArray *others = get_entry (search, i)->others;

      for (guint j = 0; others && j < others->len; j++)
        {
          guint8 score = search->word[g_array_index (others, guint, j)];

          score = score >= SCORE_WORD_BEGINNING  ? SCORE_OF_OTHER
                  : score < SCORE_TEXT_BEGINNING ? score
                                                 : 0;
          if (score > search->word[i])
            search->word[i] = score;
        }
    }
}

static void
look_up_word (Search *search, const char *typed, guint place)
{
  AtlasTextIndex *index = search->index;

  memset (search->word, 0, index->entries->len);
  if (atlas_text_query_is_han (typed))
    {
      look_up_han (search, index->names, typed);
      look_up_han (search, index->rest, typed);
    }
  else
    {
      gboolean known = look_up_beginnings (search, index->names, typed) > 0;

      look_up_beginnings (search, index->rest, typed);
      look_up_others (search, typed, !known);
    }
  look_up_events (search);
  for (guint i = 0; i < index->entries->len; i++)
    search->scores[i] = place == 0 ? search->word[i] : MIN (search->scores[i], search->word[i]);
}

/* Words that stand in one name are worth more than words from here and there, and so are words that
 * stand together in a text. */
static void
prefer_together (Search *search)
{
  if (g_strv_length (search->query->words) < 2)
    return;
  for (guint i = 0; i < search->index->entries->len; i++)
    {
      const AtlasTextEntry *entry = get_entry (search, i);
      gboolean together = FALSE;

      if (search->scores[i] < SCORE_TEXT_BEGINNING)
        continue;
      for (guint j = 0; j < entry->n_fields && !together; j++)
        {
          const AtlasTextField *field = get_field (search, entry->first_field + j);

          together = (field->kind == ATLAS_TEXT_FIELD_TEXT) == (search->scores[i] <= SCORE_TEXT) &&
                     atlas_text_find_word (field->same, search->query->same) != NULL;
          if (together)
            search->fields[i] = entry->first_field + j + 1;
        }
      if (together)
        search->scores[i] = (guint8) (search->scores[i] + BONUS);
    }
}

static void
raise_name (Search *search, guint number, guint8 score)
{
  const AtlasTextField *field = get_field (search, number);

  /* The beginning of a sentence is no better than any other of its words. */
  if (field->kind == ATLAS_TEXT_FIELD_TITLE && score < SCORE_SAME_JOINED)
    score = SCORE_WORD;
  else if (field->is_first && score >= SCORE_SAME_JOINED)
    score = (guint8) (score + BONUS);
  if (score <= search->scores[field->entry])
    return;
  search->scores[field->entry] = score;
  search->fields[field->entry] = number + 1;
}

/* The first of @order, which are fields sorted by one of their foldings, that is not before @typed.
 */
static guint
find_first (const Search *search, const GArray *order, gboolean joined, const char *typed)
{
  guint low = 0, high = order->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const AtlasTextField *field = get_field (search, g_array_index (order, guint, middle));

      if (strcmp (joined ? atlas_text_field_get_joined (field) : field->same, typed) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Names that are, or begin with, all that was typed. */
static void
look_up_names (Search *search, gboolean joined)
{
  const GArray *order = joined ? search->index->by_joined : search->index->by_same;
  const char *typed = joined ? search->query->joined : search->query->same;
  gsize length = typed ? strlen (typed) : 0;

  if (length == 0)
    return;
  for (guint i = find_first (search, order, joined, typed); i < order->len; i++)
    {
      guint number = g_array_index (order, guint, i);
      const AtlasTextField *field = get_field (search, number);
      const char *name = joined ? atlas_text_field_get_joined (field) : field->same;

      if (!g_str_has_prefix (name, typed))
        return;
      if (name[length] == '\0')
        raise_name (search, number, joined ? SCORE_SAME_JOINED : SCORE_SAME);
      else if (joined)
        raise_name (search, number, SCORE_BEGINNING_JOINED);
      else
        raise_name (search, number, name[length] == ' ' ? SCORE_BEGINNING_WORD : SCORE_BEGINNING);
    }
}

/* Scores what was typed without its date. */
static void
look_up_query (Search *search)
{
  for (guint i = 0; search->query->words[i]; i++)
    look_up_word (search, search->query->words[i], i);
  prefer_together (search);
  look_up_names (search, FALSE);
  look_up_names (search, TRUE);
}

static gboolean
has_answer (const Search *search)
{
  for (guint i = 0; i < search->index->entries->len; i++)
    if (search->scores[i] > 0)
      return TRUE;
  return FALSE;
}

/* What has no time of its own is no answer to a question about a time. */
static gboolean
is_of_time (AtlasRecord *record, AtlasTimeSpan date)
{
  return !ATLAS_IS_PLACE (record) && !ATLAS_IS_SOURCE (record) &&
         atlas_time_span_overlaps (atlas_record_get_bounds (record), date);
}

static void
keep_to_date (Search *search)
{
  for (guint i = 0; i < search->index->entries->len; i++)
    if (!is_of_time (get_entry (search, i)->record, search->query->date))
      search->scores[i] = 0;
}

/* A date alone finds its events, and what has it in its name. */
static void
look_up_date (Search *search)
{
  AtlasTimeSpan date = search->query->date;

  for (guint i = 0; i < search->index->entries->len; i++)
    {
      AtlasRecord *record = get_entry (search, i)->record;
      AtlasTimeSpan bounds = atlas_record_get_bounds (record);

      if (!ATLAS_IS_EVENT (record))
        search->scores[i] = search->scores[i] >= SCORE_WORD_BEGINNING ? search->scores[i] : 0;
      else if (!atlas_time_span_overlaps (bounds, date))
        search->scores[i] = 0;
      else
        search->scores[i] =
          bounds.begin >= date.begin && bounds.end <= date.end ? SCORE_THEN : SCORE_GOING_ON;
    }
}

static AtlasTextMatch
get_match (guint score)
{
  if (score >= SCORE_SAME_JOINED)
    return ATLAS_TEXT_MATCH_EXACT;
  if (score >= SCORE_BEGINNING_JOINED)
    return ATLAS_TEXT_MATCH_PREFIX;
  if (score >= SCORE_WORD_BEGINNING)
    return ATLAS_TEXT_MATCH_WORD;
  if (score >= SCORE_INSIDE)
    return ATLAS_TEXT_MATCH_INSIDE;
  return score >= SCORE_TEXT_BEGINNING ? ATLAS_TEXT_MATCH_TEXT : ATLAS_TEXT_MATCH_TYPO;
}

/* The place that a query of a place and a date means: the best that has the words as its name. */
static AtlasPlace *
find_place (const Search *search)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < search->index->entries->len; i++)
    if (ATLAS_IS_PLACE (get_entry (search, i)->record) && search->scores[i] >= SCORE_SAME_JOINED &&
        (best == G_MAXUINT || search->scores[i] > search->scores[best] ||
         (search->scores[i] == search->scores[best] &&
          get_entry (search, i)->order < get_entry (search, best)->order)))
      best = i;
  return best != G_MAXUINT ? ATLAS_PLACE (get_entry (search, best)->record) : NULL;
}

/* A hit on its way into the result. */
typedef struct
{
  guint group; /* the lower the earlier */
  guint score;
  guint order;
  guint entry;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->order < second->order ? -1 : first->order > second->order;
}

/* How well a group answers. */
static guint
get_tier (const Search *search, AtlasKind kind, guint8 best)
{
  AtlasTextMatch match = get_match (best);

  /* Sources stand behind the rest; but a title that was typed, before mere mentions. */
  if (kind == ATLAS_KIND_SOURCE)
    return best >= SCORE_SAME + BONUS ? ATLAS_TEXT_MATCH_INSIDE : ATLAS_TEXT_MATCH_TYPO + 2;
  /* Who gives a time wants what happened then, whatever it is called. */
  if (search->dated)
    return 0;
  /* People are known by their last names. */
  if (kind == ATLAS_KIND_PERSON && match == ATLAS_TEXT_MATCH_WORD)
    return ATLAS_TEXT_MATCH_PREFIX;
  /* Many titles of polities and campaigns begin with the name of a place. */
  if ((kind == ATLAS_KIND_POLITY || kind == ATLAS_KIND_CAMPAIGN) &&
      match == ATLAS_TEXT_MATCH_PREFIX)
    return ATLAS_TEXT_MATCH_WORD;
  /* Whose name is nearly right comes before what is nearly told of it. */
  if (kind == ATLAS_KIND_EVENT && match == ATLAS_TEXT_MATCH_TYPO)
    return ATLAS_TEXT_MATCH_TYPO + 1;
  return match;
}

/* The place of each kind's group, by the tier of its best hit and then by the fixed order. */
static void
order_groups (const Search *search, guint *groups, guint8 *best)
{
  static const guint fixed[ATLAS_N_KINDS] = {
    [ATLAS_KIND_PLACE] = 0,  [ATLAS_KIND_EVENT] = 1,    [ATLAS_KIND_PERSON] = 2,
    [ATLAS_KIND_POLITY] = 3, [ATLAS_KIND_CAMPAIGN] = 4, [ATLAS_KIND_SOURCE] = 5,
  };

  for (guint i = 0; i < search->index->entries->len; i++)
    {
      AtlasKind kind = atlas_record_get_kind (get_entry (search, i)->record);

      best[kind] = MAX (best[kind], search->scores[i]);
    }
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    groups[kind] = get_tier (search, (AtlasKind) kind, best[kind]) * ATLAS_N_KINDS + fixed[kind];
}

/* What is only mentioned in a text does not stand below what has the name, but for events and
 * people, which texts are about. */
static gboolean
is_wanted (AtlasKind kind, guint8 score, guint8 best)
{
  return score > 0 && (score >= SCORE_INSIDE || best < SCORE_INSIDE || kind == ATLAS_KIND_EVENT ||
                       kind == ATLAS_KIND_PERSON);
}

static GArray *
gather_candidates (const Search *search)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint groups[ATLAS_N_KINDS];
  guint8 best[ATLAS_N_KINDS] = { 0 };

  order_groups (search, groups, best);
  for (guint i = 0; i < search->index->entries->len; i++)
    {
      const AtlasTextEntry *entry = get_entry (search, i);
      AtlasKind kind = atlas_record_get_kind (entry->record);
      Candidate candidate = { groups[kind], search->scores[i], entry->order, i };

      if (is_wanted (kind, search->scores[i], best[kind]))
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static AtlasTextHit *
make_hit (const Search *search, guint number)
{
  const AtlasTextEntry *entry = get_entry (search, number);
  AtlasTextHit *hit = g_new0 (AtlasTextHit, 1);

  hit->record = entry->record;
  hit->score = search->scores[number];
  hit->match = get_match (hit->score);
  if (search->fields[number] > 0)
    {
      const AtlasTextField *field = get_field (search, search->fields[number] - 1);

      hit->text = field->text;
      hit->lang = field->lang;
    }
  else
    hit->text = atlas_text_get_full (atlas_record_get_title (entry->record), "en", &hit->lang);
  return hit;
}

static void
fill_result (const Search *search, AtlasTextResult *result, guint limit)
{
  g_autoptr (GArray) candidates = gather_candidates (search);

  for (guint i = 0; i < candidates->len; i++)
    {
      guint number = g_array_index (candidates, Candidate, i).entry;
      AtlasKind kind = atlas_record_get_kind (get_entry (search, number)->record);

      if (result->n_found[kind]++ < limit)
        g_ptr_array_add (result->hits, make_hit (search, number));
    }
}

static void
clear_scores (Search *search)
{
  memset (search->scores, 0, search->index->entries->len);
  memset (search->fields, 0, search->index->entries->len * sizeof (guint));
}

/* Runs @query; nothing else is done where there is nothing to find. */
static gboolean
run_query (Search *search, AtlasTextQuery *query, AtlasTextResult *result)
{
  search->query = query;
  clear_scores (search);
  if (*query->same)
    look_up_query (search);
  if (!has_answer (search) && *query->same && atlas_text_query_split (query, search->index->fold))
    {
      clear_scores (search);
      look_up_query (search);
    }
  if (query->has_date && *query->same)
    {
      result->place = find_place (search);
      keep_to_date (search);
    }
  result->has_date = query->has_date;
  result->date = query->date;
  return has_answer (search);
}

static void
run_search (Search *search, const char *typed, AtlasTextResult *result)
{
  AtlasTextIndex *index = search->index;
  g_autoptr (AtlasTextQuery) query =
    atlas_text_query_new (index->fold, typed, atlas_dataset_get_range (index->dataset));
  g_autoptr (AtlasTextQuery) plain = NULL;

  if (query->has_date)
    plain = atlas_text_query_new_plain (index->fold, typed);
  if (query->has_date && *query->same == '\0')
    {
      run_query (search, plain, result);
      search->query = query;
      look_up_date (search);
      result->has_date = TRUE;
      result->date = query->date;
    }
  /* What looks like a date may be part of a name after all. */
  else if (!run_query (search, query, result) && plain && result->place == NULL)
    run_query (search, plain, result);
}

AtlasTextResult *
atlas_text_index_search (AtlasTextIndex *self, const char *query, guint limit)
{
  AtlasTextResult *result;
  Search search = { 0 };

  g_return_val_if_fail (ATLAS_IS_TEXT_INDEX (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  result = g_new0 (AtlasTextResult, 1);
  result->hits = g_ptr_array_new_with_free_func (g_free);
  search.index = self;
  search.scores = g_new0 (guint8, self->entries->len);
  search.word = g_new0 (guint8, self->entries->len);
  search.fields = g_new0 (guint, self->entries->len);
  run_search (&search, query, result);
  search.query = NULL;
  search.dated = result->has_date;
  fill_result (&search, result, limit);
  g_free (search.scores);
  g_free (search.word);
  g_free (search.fields);
  return result;
}

void
atlas_text_result_free (AtlasTextResult *result)
{
  g_return_if_fail (result != NULL);

  g_ptr_array_unref (result->hits);
  g_free (result);
}
