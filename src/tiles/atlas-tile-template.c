/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-tile-template.h"

G_DEFINE_QUARK (atlas_tile_template_error, atlas_tile_template_error)

/* Hosts that {s} stands for, by the custom of the first tile servers. */
static const char hosts[] = "abc";

/* How often each placeholder was found. */
typedef struct
{
  guint z, x, y, minus_y, s;
} Found;

static gboolean
note_placeholder (const char *name, gsize length, Found *found)
{
  struct
  {
    const char *name;
    guint *count;
  } known[] = {
    { "z", &found->z },        { "x", &found->x }, { "y", &found->y },
    { "-y", &found->minus_y }, { "s", &found->s },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i].name) == length && strncmp (known[i].name, name, length) == 0)
      {
        *known[i].count += 1;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_placeholders (const char *text, Found *found, GError **error)
{
  for (const char *open = strchr (text, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char *close = strchr (open, '}');

      if (close == NULL)
        {
          g_set_error_literal (error,
                               ATLAS_TILE_TEMPLATE_ERROR,
                               ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER,
                               _ ("A brace is not closed"));
          return FALSE;
        }
      if (!note_placeholder (open + 1, (gsize) (close - open - 1), found))
        {
          g_autofree char *name = g_strndup (open, (gsize) (close - open + 1));

          /* Translators: %s is something in braces that stands for nothing, such as {q}. */
          g_set_error (error,
                       ATLAS_TILE_TEMPLATE_ERROR,
                       ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER,
                       _ ("%s is unknown; {z}, {x}, {y}, {-y} and {s} are known"),
                       name);
          return FALSE;
        }
    }
  return TRUE;
}

/* A row and its mirror image at once would be two rows. */
static gboolean
check_placeholders (const char *text, GError **error)
{
  Found found = { 0 };

  if (!find_placeholders (text, &found, error))
    return FALSE;
  if (found.z == 1 && found.x == 1 && found.y + found.minus_y == 1 && found.s <= 1)
    return TRUE;
  g_set_error_literal (error,
                       ATLAS_TILE_TEMPLATE_ERROR,
                       ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER,
                       found.z > 1 || found.x > 1 || found.y + found.minus_y > 1 || found.s > 1
                         ? _ ("Something in braces is there twice")
                         : _ ("The address must hold {z}, {x} and {y}"));
  return FALSE;
}

static gboolean
is_loopback (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

static gboolean
is_scheme (GUri *uri, const char *scheme)
{
  return g_ascii_strcasecmp (g_uri_get_scheme (uri), scheme) == 0;
}

gboolean
atlas_tile_address_is_allowed (GUri *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  if (g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0')
    return FALSE;
  return is_scheme (uri, "https") || (is_scheme (uri, "http") && is_loopback (uri));
}

gboolean
atlas_tile_address_may_follow (GUri *from, GUri *to)
{
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  return atlas_tile_address_is_allowed (to) && (is_loopback (from) || !is_loopback (to));
}

gboolean
atlas_tile_template_check (const char *text, GError **error)
{
  g_autofree char *first = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (text[0] == '\0')
    {
      g_set_error_literal (error,
                           ATLAS_TILE_TEMPLATE_ERROR,
                           ATLAS_TILE_TEMPLATE_ERROR_EMPTY,
                           _ ("The address of the tiles is missing"));
      return FALSE;
    }
  if (!check_placeholders (text, error))
    return FALSE;

  first = atlas_tile_template_expand (text, (AtlasTile){ 0, 0, 0 });
  uri = g_uri_parse (first, G_URI_FLAGS_ENCODED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0')
    g_set_error_literal (error,
                         ATLAS_TILE_TEMPLATE_ERROR,
                         ATLAS_TILE_TEMPLATE_ERROR_ADDRESS,
                         _ ("This is no address; one begins with https://"));
  else if (!atlas_tile_address_is_allowed (uri))
    g_set_error_literal (error,
                         ATLAS_TILE_TEMPLATE_ERROR,
                         ATLAS_TILE_TEMPLATE_ERROR_SCHEME,
                         _ ("Only https:// is asked for tiles, so that nobody reads along"));
  else
    return TRUE;
  return FALSE;
}

static void
replace (GString *address, const char *placeholder, int value)
{
  g_autofree char *number = g_strdup_printf ("%d", value);

  g_string_replace (address, placeholder, number, 0);
}

char *
atlas_tile_template_expand (const char *text, AtlasTile tile)
{
  GString *address;
  char host[2] = { 0 };

  g_return_val_if_fail (text != NULL && atlas_tile_is_valid (tile), NULL);

  address = g_string_new (text);
  /* The same tile always comes from the same host, where it may be cached. */
  host[0] = hosts[(tile.x + tile.y) % (int) strlen (hosts)];
  replace (address, "{z}", tile.zoom);
  replace (address, "{x}", tile.x);
  replace (address, "{y}", tile.y);
  replace (address, "{-y}", (1 << tile.zoom) - 1 - tile.y);
  g_string_replace (address, "{s}", host, 0);
  return g_string_free (address, FALSE);
}

char *
atlas_tile_template_get_host (const char *text)
{
  g_autoptr (GString) address = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  address = g_string_new (text);
  g_string_replace (address, "{s}", "*", 0);
  g_string_replace (address, "{", "", 0);
  g_string_replace (address, "}", "", 0);
  uri = g_uri_parse (address->str, G_URI_FLAGS_ENCODED, NULL);
  return uri != NULL ? g_strdup (g_uri_get_host (uri)) : NULL;
}
