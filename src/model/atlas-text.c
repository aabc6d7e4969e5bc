/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "atlas-text-private.h"

/* A text is looked through from its beginning. Languages beyond these are dropped; no text has a
 * tenth of them. */
#define MAX_LANGS 200u

struct _AtlasText
{
  gatomicrefcount ref_count;
  gboolean borrowed; /* its strings are somebody else's */
  guint n;
  char **langs;  /* ended by NULL */
  char **values; /* as many as there are tags */
};

G_DEFINE_BOXED_TYPE (AtlasText, atlas_text, atlas_text_ref, atlas_text_unref)

static gboolean
find_lang (const AtlasText *self, const char *lang, guint *index)
{
  for (guint i = 0; i < self->n; i++)
    if (strcmp (self->langs[i], lang) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/* Whoever reads one of the two scripts of Chinese would rather have the other than any other
 * language. */
static const char *
other_script (const char *lang)
{
  if (strcmp (lang, "zh-Hant") == 0)
    return "zh-Hans";
  if (strcmp (lang, "zh-Hans") == 0)
    return "zh-Hant";
  return NULL;
}

static gboolean
find_nearest (const AtlasText *self, const char *lang, guint *index)
{
  const char *other = other_script (lang);

  if (self->n == 0)
    return FALSE;
  if (!find_lang (self, lang, index) && (other == NULL || !find_lang (self, other, index)) &&
      !find_lang (self, "en", index))
    *index = 0;
  return TRUE;
}

AtlasText *
atlas_text_new_from_arrays (const char *const *langs, const char *const *values, guint n)
{
  AtlasText *self = g_new0 (AtlasText, 1);
  guint most = MIN (n, MAX_LANGS);

  g_atomic_ref_count_init (&self->ref_count);
  self->langs = g_new0 (char *, most + 1);
  self->values = g_new0 (char *, most + 1);
  for (guint i = 0; i < n && self->n < most; i++)
    {
      guint before;

      if (find_lang (self, langs[i], &before))
        continue;
      self->langs[self->n] = g_strdup (langs[i]);
      self->values[self->n] = g_strdup (values[i]);
      self->n++;
    }
  return self;
}

AtlasText *
atlas_text_new_borrowed (const char *const *langs, const char *const *values, guint n)
{
  AtlasText *self = g_new0 (AtlasText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->borrowed = TRUE;
  self->n = n;
  self->langs = g_new (char *, 2 * n + 2);
  self->values = self->langs + n + 1;
  memcpy (self->langs, langs, n * sizeof *langs);
  memcpy (self->values, values, n * sizeof *values);
  self->langs[n] = self->values[n] = NULL;
  return self;
}

/**
 * atlas_text_new:
 * @first_lang: (nullable): the first tag
 * @...: its text, then more tags and texts, then %NULL
 *
 * Returns: (transfer full): a text
 */
AtlasText *
atlas_text_new (const char *first_lang, ...)
{
  g_autoptr (GPtrArray) langs = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  va_list args;

  va_start (args, first_lang);
  for (const char *lang = first_lang; lang != NULL; lang = va_arg (args, const char *))
    {
      g_ptr_array_add (langs, (gpointer) lang);
      g_ptr_array_add (values, (gpointer) va_arg (args, const char *));
    }
  va_end (args);
  return atlas_text_new_from_arrays ((const char *const *) langs->pdata,
                                     (const char *const *) values->pdata,
                                     langs->len);
}

/**
 * atlas_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): the same text
 */
AtlasText *
atlas_text_ref (AtlasText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_text_unref:
 * @self: (transfer full): a text
 */
void
atlas_text_unref (AtlasText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  if (self->borrowed)
    {
      g_free (self->langs);
    }
  else
    {
      g_strfreev (self->langs);
      g_strfreev (self->values);
    }
  g_free (self);
}

/**
 * atlas_text_get:
 * @self: (nullable): a text
 * @lang: the language that is wanted
 *
 * Returns: (nullable): the text in that language or in the nearest that there is
 */
const char *
atlas_text_get (const AtlasText *self, const char *lang)
{
  return atlas_text_get_full (self, lang, NULL);
}

/**
 * atlas_text_get_full:
 * @self: (nullable): a text
 * @lang: the language that is wanted
 * @found_lang: (out) (optional) (nullable): the language that it is in
 *
 * Returns: (nullable): the text in that language or in the nearest that there is
 */
const char *
atlas_text_get_full (const AtlasText *self, const char *lang, const char **found_lang)
{
  guint index;

  g_return_val_if_fail (lang != NULL, NULL);

  if (found_lang != NULL)
    *found_lang = NULL;
  if (self == NULL || !find_nearest (self, lang, &index))
    return NULL;
  if (found_lang != NULL)
    *found_lang = self->langs[index];
  return self->values[index];
}

/**
 * atlas_text_get_exact:
 * @self: (nullable): a text
 * @lang: the language that is wanted
 *
 * Returns: (nullable): the text in that very language
 */
const char *
atlas_text_get_exact (const AtlasText *self, const char *lang)
{
  guint index;

  g_return_val_if_fail (lang != NULL, NULL);

  return self != NULL && find_lang (self, lang, &index) ? self->values[index] : NULL;
}

/**
 * atlas_text_get_languages:
 * @self: (nullable): a text
 *
 * Returns: (transfer none): the tags in the order of the file, ended by %NULL
 */
const char *const *
atlas_text_get_languages (const AtlasText *self)
{
  static const char *const none[] = { NULL };

  return self != NULL ? (const char *const *) self->langs : none;
}
