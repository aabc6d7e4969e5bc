/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-json-tree-private.h"

/* An object of more members than this is left to json-glib, which looks for names that come twice
 * by a table. */
#define MOST_MEMBERS 64u
/* Digits that fit into 63 bits whatever they are; and what a double holds exactly, so that one
 * division rounds right (after Clinger, How to Read Floating Point Numbers Accurately, 1990). */
#define MOST_DIGITS 18
#define MOST_EXACT (G_GUINT64_CONSTANT (1) << 53)
#define MOST_EXACT_POWER 22

static const double powers[MOST_EXACT_POWER + 1] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

typedef struct
{
  AtlasJsonTree *tree;
  char *p; /* the text is ended by a zero byte, at which everything stops */
  guint depth;
  AtlasJsonLimits *limits;
  GArray *nodes;   /* elements of the lists that are open */
  GArray *members; /* members of the objects that are open */
} Parser;

static gboolean parse_value (Parser *self, AtlasJsonNode *node);

static void
skip_space (Parser *self)
{
  while (*self->p == ' ' || *self->p == '\n' || *self->p == '\r' || *self->p == '\t')
    self->p++;
}

static gboolean
take (Parser *self, char c)
{
  if (*self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

/* Four digits of an escape; 0 for anything else, which is refused as the character 0 is. */
static gunichar
parse_hex (const char *p)
{
  gunichar c = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return 0;
      c = c * 16 + (gunichar) digit;
    }
  return c;
}

/* What follows \u, of which a character beyond the basic plane needs two. */
static gboolean
parse_code (Parser *self, char **out)
{
  gunichar c = parse_hex (self->p), low;

  if (c == 0 || (c >= 0xdc00 && c < 0xe000))
    return FALSE;
  self->p += 4;
  if (c >= 0xd800 && c < 0xdc00)
    {
      if (self->p[0] != '\\' || self->p[1] != 'u')
        return FALSE;
      low = parse_hex (self->p + 2);
      if (low < 0xdc00 || low >= 0xe000)
        return FALSE;
      self->p += 6;
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  *out += g_unichar_to_utf8 (c, *out);
  return TRUE;
}

static gboolean
parse_escape (Parser *self, char **out)
{
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  char c = *self->p++;
  const char *found;

  if (c == 'u')
    return parse_code (self, out);
  found = c != '\0' ? strchr (letters, c) : NULL;
  if (found == NULL)
    return FALSE;
  *(*out)++ = meanings[found - letters];
  return TRUE;
}

/* The string after an opening quote, with its escapes undone where it stands: none of them is
 * shorter than what it means. */
static const char *
parse_string (Parser *self, guint *hash)
{
  char *start = self->p, *out = start;
  guint sum = 2166136261u;

  for (;;)
    {
      guchar c = (guchar) *self->p;

      if (c == '"')
        break;
      if (c < 0x20)
        return NULL;
      if (c == '\\')
        {
          const char *meaning = out;

          self->p++;
          if (!parse_escape (self, &out))
            return NULL;
          for (; meaning < out; meaning++)
            sum = (sum ^ (guchar) *meaning) * 16777619u;
          continue;
        }
      sum = (sum ^ c) * 16777619u;
      *out++ = (char) c;
      self->p++;
    }
  self->p++;
  *out = '\0';
  *hash = sum;
  return start;
}

/* Runs over digits and adds them to @value; how many there were. */
static guint
parse_digits (Parser *self, guint64 *value)
{
  const char *start = self->p;

  for (; g_ascii_isdigit (*self->p); self->p++)
    if (self->p - start <= MOST_DIGITS)
      *value = *value * 10 + (guint64) (*self->p - '0');
  return (guint) (self->p - start);
}

static gboolean
parse_number (Parser *self, AtlasJsonNode *node)
{
  const char *start = self->p;
  gboolean negative = take (self, '-'), with_exponent = FALSE;
  gboolean zero = *self->p == '0';
  guint64 value = 0, unused = 0;
  guint n_whole = parse_digits (self, &value), n_fraction = 0;

  if (n_whole == 0 || (zero && n_whole > 1))
    return FALSE;
  node->type = ATLAS_JSON_INTEGER;
  if (take (self, '.'))
    {
      node->type = ATLAS_JSON_DOUBLE;
      n_fraction = parse_digits (self, &value);
      if (n_fraction == 0)
        return FALSE;
    }
  if (*self->p == 'e' || *self->p == 'E')
    {
      node->type = ATLAS_JSON_DOUBLE;
      with_exponent = TRUE;
      self->p++;
      if (!take (self, '-'))
        take (self, '+');
      if (parse_digits (self, &unused) == 0)
        return FALSE;
    }

  if (node->type == ATLAS_JSON_INTEGER)
    {
      node->integer = negative ? -(gint64) value : (gint64) value;
      return n_whole <= MOST_DIGITS;
    }
  if (!with_exponent && n_whole + n_fraction <= MOST_DIGITS && value <= MOST_EXACT)
    {
      node->number = (double) value / powers[n_fraction];
      node->number = negative ? -node->number : node->number;
    }
  else
    node->number = g_ascii_strtod (start, NULL);
  return TRUE;
}

static gboolean
parse_word (Parser *self, const char *word)
{
  gsize length = strlen (word);

  if (strncmp (self->p, word, length) != 0)
    return FALSE;
  self->p += length;
  return TRUE;
}

/* Elements gather behind those of the lists around this one, until it is known how many there are.
 */
static gboolean
parse_list (Parser *self, AtlasJsonNode *node)
{
  guint first = self->nodes->len;

  node->type = ATLAS_JSON_LIST;
  skip_space (self);
  if (take (self, ']'))
    return TRUE;
  do
    {
      AtlasJsonNode element;

      if (!parse_value (self, &element))
        return FALSE;
      g_array_append_val (self->nodes, element);
    }
  while (take (self, ','));
  if (!take (self, ']'))
    return FALSE;
  node->n = self->nodes->len - first;
  node->elements = atlas_json_tree_copy (self->tree,
                                         &g_array_index (self->nodes, AtlasJsonNode, first),
                                         node->n * sizeof (AtlasJsonNode));
  g_array_set_size (self->nodes, first);
  return TRUE;
}

static gboolean
has_member (Parser *self, guint first, const AtlasJsonMember *member)
{
  for (guint i = first; i < self->members->len; i++)
    {
      const AtlasJsonMember *other = &g_array_index (self->members, AtlasJsonMember, i);

      if (other->hash == member->hash && strcmp (other->name, member->name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
parse_member (Parser *self, guint first)
{
  AtlasJsonMember member;

  skip_space (self);
  if (!take (self, '"'))
    return FALSE;
  member.name = parse_string (self, &member.hash);
  if (member.name == NULL || self->members->len - first >= MOST_MEMBERS ||
      has_member (self, first, &member))
    return FALSE;
  skip_space (self);
  if (!take (self, ':') || !parse_value (self, &member.value))
    return FALSE;
  g_array_append_val (self->members, member);
  return TRUE;
}

static gboolean
parse_object (Parser *self, AtlasJsonNode *node)
{
  guint first = self->members->len;

  node->type = ATLAS_JSON_OBJECT;
  skip_space (self);
  if (take (self, '}'))
    return TRUE;
  do
    if (!parse_member (self, first))
      return FALSE;
  while (take (self, ','));
  if (!take (self, '}'))
    return FALSE;
  node->n = self->members->len - first;
  node->members = atlas_json_tree_copy (self->tree,
                                        &g_array_index (self->members, AtlasJsonMember, first),
                                        node->n * sizeof (AtlasJsonMember));
  g_array_set_size (self->members, first);
  return TRUE;
}

static gboolean
parse_inside (Parser *self,
              AtlasJsonNode *node,
              gboolean (*parse) (Parser *self, AtlasJsonNode *node))
{
  gboolean good;

  self->p++;
  if (self->depth == self->limits->max_depth)
    return FALSE;
  self->depth++;
  good = parse (self, node);
  self->depth--;
  return good;
}

static gboolean
parse_bare (Parser *self, AtlasJsonNode *node)
{
  guint hash;

  switch (*self->p)
    {
    case '{':
      return parse_inside (self, node, parse_object);
    case '[':
      return parse_inside (self, node, parse_list);
    case '"':
      self->p++;
      node->type = ATLAS_JSON_STRING;
      node->string = parse_string (self, &hash);
      return node->string != NULL;
    case 't':
    case 'f':
      node->type = ATLAS_JSON_BOOLEAN;
      node->boolean = *self->p == 't';
      return parse_word (self, node->boolean ? "true" : "false");
    case 'n':
      return parse_word (self, "null");
    default:
      return parse_number (self, node);
    }
}

static gboolean
parse_value (Parser *self, AtlasJsonNode *node)
{
  *node = (AtlasJsonNode){ .type = ATLAS_JSON_NULL };
  if (self->limits->n_values++ == self->limits->max_values)
    return FALSE;
  skip_space (self);
  if (!parse_bare (self, node))
    return FALSE;
  skip_space (self);
  return TRUE;
}

AtlasJsonTree *
atlas_json_tree_new_from_text (const char *text, gsize length, guint max_depth)
{
  AtlasJsonLimits limits = { .max_depth = max_depth, .max_values = G_MAXUINT };

  return atlas_json_tree_new_within (text, length, &limits);
}

AtlasJsonTree *
atlas_json_tree_new_within (const char *text, gsize length, AtlasJsonLimits *limits)
{
  g_autoptr (AtlasJsonTree) tree = NULL;
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GArray) members = NULL;
  Parser parser = { .limits = limits };
  AtlasJsonNode root;
  char *copy;
  gboolean good;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  limits->n_values = 0;
  limits->stopped_at = 0;

  /* This also finds zero bytes. */
  if (!g_utf8_validate_len (text, length, NULL))
    return NULL;
  copy = g_malloc (length + 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  tree = atlas_json_tree_new (copy);
  nodes = g_array_new (FALSE, FALSE, sizeof (AtlasJsonNode));
  members = g_array_new (FALSE, FALSE, sizeof (AtlasJsonMember));
  parser.tree = tree;
  parser.p = copy;
  parser.nodes = nodes;
  parser.members = members;
  good = parse_value (&parser, &root);
  limits->stopped_at = (gsize) (parser.p - copy);
  if (!good || parser.p != copy + length)
    return NULL;
  atlas_json_tree_set_root (tree, &root);
  return g_steal_pointer (&tree);
}
