/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <errno.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "atlas-decimal.h"
#include "atlas-json-tree-private.h"

/* Names of a larger object are compared by a table, when it is closed. */
#define FEW_MEMBERS 32u
/* No object of an atlas has as many. */
#define MOST_MEMBERS 4096u

#define NAME_TWICE "found a name that comes twice in an object"

/* A list or an object that is not yet closed. */
typedef struct
{
  guint first; /* of its members or elements, on the stack */
  gboolean is_object;
  const char *name; /* the name that has no value yet */
} Opened;

typedef struct
{
  AtlasJsonTree *tree;
  AtlasJsonLimits *limits;
  GArray *opened;
  GArray *members;  /* of the objects that are open */
  GArray *elements; /* of the lists that are open */
  AtlasDatasetError code;
  const char *problem; /* (nullable): why this stops although it may be JSON */
} Builder;

static int
stop (Builder *self, AtlasDatasetError code, const char *problem)
{
  self->code = code;
  self->problem = problem;
  return 0;
}

static Opened *
get_innermost (Builder *self)
{
  return self->opened->len > 0 ? &g_array_index (self->opened, Opened, self->opened->len - 1)
                               : NULL;
}

static int
add_value (Builder *self, AtlasJsonNode value)
{
  Opened *innermost = get_innermost (self);

  if (innermost == NULL)
    atlas_json_tree_set_root (self->tree, &value);
  else if (innermost->is_object)
    {
      AtlasJsonMember member = { innermost->name, value };

      g_array_append_val (self->members, member);
    }
  else
    g_array_append_val (self->elements, value);
  return 1;
}

/* Whether one more value may be taken in. */
static gboolean
count_value (Builder *self)
{
  if (self->limits->n_values++ < self->limits->max_values)
    return TRUE;
  return stop (self, ATLAS_DATASET_ERROR_TOO_LARGE, "found more values than may be in an atlas");
}

static int
null_cb (void *user_data)
{
  return count_value (user_data) &&
         add_value (user_data, (AtlasJsonNode){ .type = ATLAS_JSON_NULL });
}

static int
boolean_cb (void *user_data, int value)
{
  return count_value (user_data) &&
         add_value (user_data,
                    (AtlasJsonNode){ .type = ATLAS_JSON_BOOLEAN, .boolean = value != 0 });
}

/* An integer that 64 bits cannot hold becomes a double, as one with a fraction does. */
static int
number_cb (void *user_data, const char *text, size_t length)
{
  AtlasJsonNode value = { .type = ATLAS_JSON_DOUBLE };
  char digits[24];

  if (!count_value (user_data))
    return 0;
  if (length < sizeof digits && memchr (text, '.', length) == NULL &&
      memchr (text, 'e', length) == NULL && memchr (text, 'E', length) == NULL)
    {
      memcpy (digits, text, length);
      digits[length] = '\0';
      errno = 0;
      value.integer = g_ascii_strtoll (digits, NULL, 10);
      if (errno == 0)
        value.type = ATLAS_JSON_INTEGER;
    }
  if (value.type == ATLAS_JSON_DOUBLE)
    value.number = atlas_decimal_parse (text, length);
  return add_value (user_data, value);
}

/* yajl checks the bytes of a string but not what its escapes make of it. */
static const char *
copy_string (Builder *self, const unsigned char *text, size_t length)
{
  char *copy;

  if (!g_utf8_validate_len ((const char *) text, length, NULL))
    {
      stop (self, ATLAS_DATASET_ERROR_SYNTAX, "found a string that is no text in UTF-8");
      return NULL;
    }
  copy = atlas_json_tree_allocate (self->tree, length + 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

static int
string_cb (void *user_data, const unsigned char *text, size_t length)
{
  AtlasJsonNode value = { .type = ATLAS_JSON_STRING };

  if (!count_value (user_data))
    return 0;
  value.string = copy_string (user_data, text, length);
  return value.string != NULL && add_value (user_data, value);
}

static int
name_cb (void *user_data, const unsigned char *text, size_t length)
{
  Builder *self = user_data;
  Opened *innermost = get_innermost (self);
  const AtlasJsonMember *members = (const AtlasJsonMember *) self->members->data;
  guint n = self->members->len - innermost->first;

  innermost->name = copy_string (self, text, length);
  if (innermost->name == NULL)
    return 0;
  for (guint i = 0; i < MIN (n, FEW_MEMBERS); i++)
    if (strcmp (members[innermost->first + i].name, innermost->name) == 0)
      return stop (self, ATLAS_DATASET_ERROR_SYNTAX, NAME_TWICE);
  return n < MOST_MEMBERS || stop (self,
                                   ATLAS_DATASET_ERROR_TOO_LARGE,
                                   "found more names in an object than any atlas has");
}

static int
open (Builder *self, gboolean is_object)
{
  Opened opened = { is_object ? self->members->len : self->elements->len, is_object, NULL };

  if (!count_value (self))
    return 0;
  if (self->opened->len == self->limits->max_depth)
    return stop (self,
                 ATLAS_DATASET_ERROR_SYNTAX,
                 "found lists and objects within one another deeper than any atlas has");
  g_array_append_val (self->opened, opened);
  return 1;
}

static int
object_begun_cb (void *user_data)
{
  return open (user_data, TRUE);
}

static int
list_begun_cb (void *user_data)
{
  return open (user_data, FALSE);
}

static gboolean
has_name_twice (const AtlasJsonMember *members, guint n)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_add (names, (gpointer) members[i].name))
      return TRUE;
  return FALSE;
}

/* Takes what is on @stack from @first on over into the tree; NULL where that is nothing. */
static gconstpointer
keep (Builder *self, GArray *stack, guint first, guint *n)
{
  gsize size = g_array_get_element_size (stack);
  gpointer kept = NULL;

  *n = stack->len - first;
  if (*n > 0)
    kept = memcpy (atlas_json_tree_allocate (self->tree, *n * size),
                   stack->data + first * size,
                   *n * size);
  g_array_set_size (stack, first);
  return kept;
}

static int
object_ended_cb (void *user_data)
{
  Builder *self = user_data;
  AtlasJsonNode value = { .type = ATLAS_JSON_OBJECT };

  value.members = keep (self, self->members, get_innermost (self)->first, &value.n);
  if (value.n > FEW_MEMBERS && has_name_twice (value.members, value.n))
    return stop (self, ATLAS_DATASET_ERROR_SYNTAX, NAME_TWICE);
  g_array_set_size (self->opened, self->opened->len - 1);
  return add_value (self, value);
}

static int
list_ended_cb (void *user_data)
{
  Builder *self = user_data;
  AtlasJsonNode value = { .type = ATLAS_JSON_LIST };

  value.elements = keep (self, self->elements, get_innermost (self)->first, &value.n);
  g_array_set_size (self->opened, self->opened->len - 1);
  return add_value (self, value);
}

static const yajl_callbacks callbacks = {
  .yajl_null = null_cb,
  .yajl_boolean = boolean_cb,
  .yajl_number = number_cb,
  .yajl_string = string_cb,
  .yajl_start_map = object_begun_cb,
  .yajl_map_key = name_cb,
  .yajl_end_map = object_ended_cb,
  .yajl_start_array = list_begun_cb,
  .yajl_end_array = list_ended_cb,
};

static void
set_error (const Builder *self, yajl_handle parser, const char *text, gsize length, GError **error)
{
  /* The parser stands at what it cannot take, or behind it. */
  gsize stopped_at = MIN (yajl_get_bytes_consumed (parser), length);
  unsigned char *message = yajl_get_error (parser, 0, NULL, 0);
  guint line = 1;

  for (gsize i = 0; i < stopped_at; i++)
    line += text[i] == '\n';
  g_set_error (error,
               ATLAS_DATASET_ERROR,
               (int) self->code,
               "line %u: %s%s",
               line,
               self->problem != NULL ? "" : "expected JSON: ",
               self->problem != NULL ? self->problem : g_strchomp ((char *) message));
  yajl_free_error (parser, message);
}

AtlasJsonTree *
atlas_json_tree_new_from_text (const char *text,
                               gsize length,
                               AtlasJsonLimits *limits,
                               GError **error)
{
  g_autoptr (AtlasJsonTree) tree = NULL;
  g_autoptr (GArray) opened = NULL;
  g_autoptr (GArray) members = NULL;
  g_autoptr (GArray) elements = NULL;
  Builder builder = { .limits = limits, .code = ATLAS_DATASET_ERROR_SYNTAX };
  yajl_handle parser;
  gboolean good;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  limits->n_values = 0;
  builder.tree = tree = atlas_json_tree_new ();
  builder.opened = opened = g_array_new (FALSE, FALSE, sizeof (Opened));
  builder.members = members = g_array_new (FALSE, FALSE, sizeof (AtlasJsonMember));
  builder.elements = elements = g_array_new (FALSE, FALSE, sizeof (AtlasJsonNode));
  parser = yajl_alloc (&callbacks, NULL, &builder);
  good = yajl_parse (parser, (const unsigned char *) text, length) == yajl_status_ok &&
         yajl_complete_parse (parser) == yajl_status_ok;
  if (!good)
    set_error (&builder, parser, text, length, error);
  yajl_free (parser);
  return good ? g_steal_pointer (&tree) : NULL;
}
