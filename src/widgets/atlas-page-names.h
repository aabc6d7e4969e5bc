/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-name-linker.h"

G_BEGIN_DECLS

/* The linkers of one atlas, each made when the first text of its language is shown. */
typedef struct _AtlasPageNames AtlasPageNames;

AtlasPageNames *atlas_page_names_new (AtlasDataset *dataset);
void atlas_page_names_free (AtlasPageNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPageNames, atlas_page_names_free)

/* @text as markup in which names are links with the id of their record. @self and @page may be
 * NULL. (transfer full) */
char *atlas_page_names_link (AtlasPageNames *self,
                             const char *text,
                             const char *lang,
                             AtlasRecord *page);

G_END_DECLS
