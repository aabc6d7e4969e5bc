/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-tile.h"

G_BEGIN_DECLS

/**
 * AtlasTileTemplate:
 *
 * The address of a tile with places to fill in, as tile servers publish it:
 *
 *   https://{s}.example.org/{z}/{x}/{y}.png
 *
 * {z}    level
 * {x}    column from the west
 * {y}    row from the north; or {-y}, row from the south
 * {s}    a, b or c: a name for one of several hosts
 *
 * Whoever sees such an address may see a key in it, so none of these functions repeats the address
 * in a message.
 */

#define ATLAS_TILE_TEMPLATE_ERROR (atlas_tile_template_error_quark ())
GQuark atlas_tile_template_error_quark (void);

typedef enum
{
  ATLAS_TILE_TEMPLATE_ERROR_EMPTY,       /* nothing there yet */
  ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER, /* one is missing, there twice or unknown */
  ATLAS_TILE_TEMPLATE_ERROR_ADDRESS,     /* no address of the web */
  ATLAS_TILE_TEMPLATE_ERROR_SCHEME,      /* neither HTTPS nor this computer */
} AtlasTileTemplateError;

gboolean atlas_tile_template_check (const char *text, GError **error);

/* The address of @tile, from a text that was checked. (transfer full) */
char *atlas_tile_template_expand (const char *text, AtlasTile tile);

/* The host that is asked for tiles, without user, port and path, as it may be shown to people; {s}
 * stands as an asterisk. (transfer full) (nullable) */
char *atlas_tile_template_get_host (const char *text);

/* HTTPS, or HTTP to this very computer. */
gboolean atlas_tile_address_is_allowed (GUri *uri);

/* Whether an answer from @from may send us on to @to: not out of HTTPS, and not from elsewhere into
 * this computer. */
gboolean atlas_tile_address_may_follow (GUri *from, GUri *to);

G_END_DECLS
