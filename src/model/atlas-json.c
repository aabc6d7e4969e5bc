/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <string.h>

#include "atlas-json.h"

/* Characters of a string that a message repeats. */
#define SHOWN_LENGTH 60

static void
append_path (const AtlasJson *self, GString *path)
{
  if (self->parent == NULL)
    {
      g_string_append_c (path, '$');
      return;
    }
  append_path (self->parent, path);
  if (self->name != NULL)
    g_string_append_printf (path, "%s.%s", self->in_properties ? ".properties" : "", self->name);
  else
    g_string_append_printf (path, "[%u]", self->index);
}

static char *
show_string (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= SHOWN_LENGTH)
    return g_strdup_printf ("“%s”", text);
  start = g_utf8_substring (text, 0, SHOWN_LENGTH);
  return g_strdup_printf ("“%s…”", start);
}

static char *
show_node (const AtlasJsonNode *node)
{
  if (node == NULL)
    return g_strdup ("nothing");
  switch (node->type)
    {
    case ATLAS_JSON_OBJECT:
      return g_strdup ("an object");
    case ATLAS_JSON_LIST:
      return g_strdup_printf ("a list of %u", node->n);
    case ATLAS_JSON_STRING:
      return show_string (node->string);
    case ATLAS_JSON_BOOLEAN:
      return g_strdup (node->boolean ? "true" : "false");
    case ATLAS_JSON_INTEGER:
    case ATLAS_JSON_DOUBLE:
    case ATLAS_JSON_NULL:
    default:
      return g_strdup_printf ("%.10g", atlas_json_node_get_number (node));
    }
}

static gboolean
holds_string (const AtlasJsonNode *node)
{
  return node->type == ATLAS_JSON_STRING;
}

static gboolean
holds_number (const AtlasJsonNode *node)
{
  return node->type == ATLAS_JSON_DOUBLE || node->type == ATLAS_JSON_INTEGER;
}

static const AtlasJsonNode *
skip_null (const AtlasJsonNode *node)
{
  return node == NULL || node->type == ATLAS_JSON_NULL ? NULL : node;
}

/**
 * atlas_json_root:
 * @context: what the readers share
 * @node: (nullable): the whole file
 *
 * Returns: the place "$"
 */
AtlasJson
atlas_json_root (AtlasJsonContext *context, const AtlasJsonNode *node)
{
  return (AtlasJson){ .context = context, .node = skip_null (node) };
}

/**
 * atlas_json_member:
 * @self: an object; of anything else every member is absent
 * @name: the member's name, which must live as long as the result
 *
 * Returns: the member's place, absent or not
 */
AtlasJson
atlas_json_member (const AtlasJson *self, const char *name)
{
  AtlasJson member = { .context = self->context, .parent = self, .name = name };

  member.node = skip_null (atlas_json_node_get_member (self->node, name));
  if (member.node == NULL && g_str_has_prefix (name, "atlas:"))
    {
      const AtlasJsonNode *properties = atlas_json_node_get_member (self->node, "properties");

      member.node = skip_null (atlas_json_node_get_member (properties, name));
      member.in_properties = member.node != NULL;
    }
  return member;
}

/**
 * atlas_json_element:
 * @self: a list that is longer than @index
 * @index: which element
 *
 * Returns: the element's place
 */
AtlasJson
atlas_json_element (const AtlasJson *self, guint index)
{
  AtlasJson element = { .context = self->context, .parent = self, .index = index };

  element.node = skip_null (&self->node->elements[index]);
  return element;
}

/**
 * atlas_json_member_at:
 * @self: an object that has more members than @index
 * @index: which of them, in the order of the file
 *
 * Returns: the member's place, whose name says what it is called
 */
AtlasJson
atlas_json_member_at (const AtlasJson *self, guint index)
{
  const AtlasJsonMember *member = &self->node->members[index];

  return (AtlasJson){ .context = self->context,
                      .parent = self,
                      .name = member->name,
                      .node = skip_null (&member->value) };
}

/**
 * atlas_json_path:
 * @self: a place
 *
 * Returns: (transfer full): its path from the root
 */
char *
atlas_json_path (const AtlasJson *self)
{
  GString *path = g_string_new (NULL);

  append_path (self, path);
  return g_string_free (path, FALSE);
}

/**
 * atlas_json_complain:
 * @self: a place
 * @severity: how bad it is
 * @code: of which kind
 * @expected: a format: what should be here
 * @...: its arguments
 *
 * Notes a problem in the context.
 */
void
atlas_json_complain (const AtlasJson *self,
                     AtlasProblemSeverity severity,
                     AtlasDatasetError code,
                     const char *expected,
                     ...)
{
  AtlasJsonContext *context = self->context;
  AtlasProblem *problem;
  va_list args;

  if (context->problems->len >= context->max_problems)
    return;
  problem = g_new0 (AtlasProblem, 1);
  problem->severity = severity;
  problem->code = code;
  problem->file = g_strdup (context->file);
  problem->path = atlas_json_path (self);
  problem->id = g_strdup (context->id);
  problem->found = show_node (self->node);
  va_start (args, expected);
  problem->expected = g_strdup_vprintf (expected, args);
  va_end (args);
  g_ptr_array_add (context->problems, problem);
}

static void
complain_value (const AtlasJson *self, const char *expected)
{
  atlas_json_complain (self, ATLAS_PROBLEM_ERROR, ATLAS_DATASET_ERROR_VALUE, "%s", expected);
}

static void
complain_structure (const AtlasJson *self, const char *expected)
{
  atlas_json_complain (self, ATLAS_PROBLEM_ERROR, ATLAS_DATASET_ERROR_STRUCTURE, "%s", expected);
}

/**
 * atlas_json_need:
 * @self: a place
 * @expected: what should be here
 *
 * Returns: whether anything is
 */
gboolean
atlas_json_need (const AtlasJson *self, const char *expected)
{
  if (self->node == NULL)
    complain_structure (self, expected);
  return self->node != NULL;
}

gboolean
atlas_json_is_object (const AtlasJson *self, gboolean needed)
{
  if (self->node != NULL && self->node->type == ATLAS_JSON_OBJECT)
    return TRUE;
  if (self->node != NULL || needed)
    complain_structure (self, "an object");
  return FALSE;
}

gboolean
atlas_json_is_list (const AtlasJson *self, gboolean needed)
{
  if (self->node != NULL && self->node->type == ATLAS_JSON_LIST)
    return TRUE;
  if (self->node != NULL || needed)
    complain_structure (self, "a list");
  return FALSE;
}

guint
atlas_json_length (const AtlasJson *self)
{
  return atlas_json_is_list (self, FALSE) ? self->node->n : 0;
}

const char *
atlas_json_string (const AtlasJson *self)
{
  if (self->node == NULL)
    return NULL;
  if (!holds_string (self->node))
    {
      complain_value (self, "a string");
      return NULL;
    }
  return atlas_pool_string (self->context->pool, self->node->string);
}

double
atlas_json_number (const AtlasJson *self, double fallback, double low, double high)
{
  double value;

  if (self->node == NULL)
    return fallback;
  if (!holds_number (self->node))
    {
      complain_value (self, "a number");
      return fallback;
    }
  value = atlas_json_node_get_number (self->node);
  /* Written so that what is no number at all is out of range, too. */
  if (!(value >= low && value <= high))
    {
      g_autofree char *range = high < G_MAXDOUBLE
                                 ? g_strdup_printf ("from %.10g to %.10g", low, high)
                                 : g_strdup_printf ("of %.10g or more", low);

      atlas_json_complain (self,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_VALUE,
                           "a number %s",
                           range);
      return fallback;
    }
  return value;
}

gboolean
atlas_json_boolean (const AtlasJson *self)
{
  if (self->node == NULL)
    return FALSE;
  if (self->node->type != ATLAS_JSON_BOOLEAN)
    {
      complain_value (self, "true or false");
      return FALSE;
    }
  return self->node->boolean;
}

guint
atlas_json_enum (const AtlasJson *self, const char *const *words, guint fallback)
{
  g_autofree char *list = NULL;

  if (self->node == NULL)
    return fallback;
  if (holds_string (self->node))
    for (guint i = 0; words[i] != NULL; i++)
      if (strcmp (words[i], self->node->string) == 0)
        return i;
  list = g_strjoinv (", ", (char **) words);
  atlas_json_complain (self, ATLAS_PROBLEM_ERROR, ATLAS_DATASET_ERROR_VALUE, "one of: %s", list);
  return fallback;
}

const char *const *
atlas_json_strings (const AtlasJson *self)
{
  gboolean single = self->node != NULL && holds_string (self->node);
  guint n = single ? 1 : atlas_json_length (self);
  const char **strings = atlas_pool_array (self->context->pool, n + 1, sizeof (char *));
  guint filled = 0;

  if (single)
    strings[filled++] = atlas_json_string (self);
  else
    for (guint i = 0; i < n; i++)
      {
        AtlasJson element = atlas_json_element (self, i);
        const char *string = atlas_json_string (&element);

        if (string != NULL)
          strings[filled++] = string;
        else if (atlas_json_is_absent (&element))
          complain_value (&element, "a string");
      }
  return strings;
}

gboolean
atlas_json_edtf (const AtlasJson *self, const char **text, AtlasEdtf *edtf)
{
  const char *string = atlas_json_string (self);
  g_autoptr (GError) error = NULL;

  if (string == NULL)
    return FALSE;
  if (!atlas_edtf_parse (string, edtf, &error))
    {
      atlas_json_complain (self,
                           ATLAS_PROBLEM_ERROR,
                           ATLAS_DATASET_ERROR_VALUE,
                           "an EDTF date (%s)",
                           error->message);
      return FALSE;
    }
  if (text != NULL)
    *text = string;
  return TRUE;
}

const char *
atlas_json_get_string (const AtlasJson *self, const char *name)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_string (&member);
}

const char *
atlas_json_need_string (const AtlasJson *self, const char *name)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_need (&member, "a string") ? atlas_json_string (&member) : NULL;
}

double
atlas_json_get_number (const AtlasJson *self,
                       const char *name,
                       double fallback,
                       double low,
                       double high)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_number (&member, fallback, low, high);
}

gboolean
atlas_json_get_boolean (const AtlasJson *self, const char *name)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_boolean (&member);
}

guint
atlas_json_get_enum (const AtlasJson *self,
                     const char *name,
                     const char *const *words,
                     guint fallback)
{
  AtlasJson member = atlas_json_member (self, name);

  return atlas_json_enum (&member, words, fallback);
}

guint
atlas_json_need_enum (const AtlasJson *self, const char *name, const char *const *words)
{
  AtlasJson member = atlas_json_member (self, name);
  g_autofree char *list = NULL;

  if (member.node != NULL)
    return atlas_json_enum (&member, words, 0);
  list = g_strjoinv (", ", (char **) words);
  atlas_json_complain (&member,
                       ATLAS_PROBLEM_ERROR,
                       ATLAS_DATASET_ERROR_STRUCTURE,
                       "one of: %s",
                       list);
  return 0;
}
