/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What one entry of a bibliography says, before it is written in any format. All but key, type and
 * title may be NULL; the strings belong to whom they were taken from. */
typedef struct
{
  const char *key;            /* short, of ASCII letters, digits and hyphens */
  const char *type;           /* of the Citation Style Language: "book", "article", ... */
  const char *const *authors; /* names as they are written, ended by NULL */
  const char *title;
  const char *container; /* what it is a part of */
  const char *publisher;
  const char *year;
  const char *section;
  const char *page;
  const char *url;
  const char *language;
  const char *note;
} AtlasCiteItem;

/* A sentence; an entry with its own line breaks. */
void atlas_cite_item_write_plain (const AtlasCiteItem *item, GString *out);
void atlas_cite_item_write_bibtex (const AtlasCiteItem *item, GString *out);

/* @n items as one JSON array. (transfer full) */
char *atlas_cite_items_to_json (const AtlasCiteItem *items, guint n);

G_END_DECLS
