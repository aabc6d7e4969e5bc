/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <string.h>

#include "atlas-attribution.h"

static const struct
{
  const char *entity;
  const char *character;
} entities[] = {
  { "&copy;", "©" },  { "&nbsp;", " " }, { "&lt;", "<" },   { "&gt;", ">" },
  { "&quot;", "\"" }, { "&#39;", "'" },  { "&#169;", "©" }, { "&amp;", "&" },
};

gboolean
atlas_attribution_is_link (const char *link)
{
  g_autoptr (GUri) uri = NULL;

  if (link == NULL)
    return FALSE;
  uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  return uri != NULL && g_uri_get_host (uri) != NULL && g_uri_get_host (uri)[0] != '\0' &&
         g_uri_get_userinfo (uri) == NULL &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          g_str_equal (g_uri_get_scheme (uri), "http"));
}

static char *
decode_entities (const char *text)
{
  GString *decoded = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (decoded, entities[i].entity, entities[i].character, 0);
  return g_string_free (decoded, FALSE);
}

/* The value of href in a tag, quoted either way; NULL where there is none that may be opened. */
static char *
read_href (const char *tag, gsize length)
{
  g_autofree char *copy = g_strndup (tag, length);
  const char *href = strstr (copy, "href=");
  g_autofree char *raw = NULL;
  g_autofree char *value = NULL;
  const char *end;

  if (href == NULL)
    return NULL;
  href += strlen ("href=");
  if (*href != '"' && *href != '\'')
    return NULL;
  end = strchr (href + 1, *href);
  if (end == NULL)
    return NULL;
  raw = g_strndup (href + 1, (gsize) (end - href - 1));
  value = decode_entities (raw);
  return atlas_attribution_is_link (value) ? g_steal_pointer (&value) : NULL;
}

char *
atlas_attribution_read (const char *text, char **link)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *found = NULL;
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      const char *open = strchr (text, '<');
      const char *close = open != NULL ? strchr (open, '>') : NULL;

      if (close == NULL)
        {
          g_string_append (words, text);
          break;
        }
      g_string_append_len (words, text, open - text);
      if (found == NULL)
        found = read_href (open, (gsize) (close - open));
      text = close + 1;
    }
  plain = decode_entities (words->str);
  if (link != NULL)
    *link = g_steal_pointer (&found);
  return g_strdup (g_strstrip (plain));
}
