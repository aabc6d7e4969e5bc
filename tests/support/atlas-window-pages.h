/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-window-test.h"

G_BEGIN_DECLS

/**
 * AtlasTestPage:
 * @name: a word for it
 * @link: (nullable): the view that shows it, without a language; NULL for the title page
 * @open: (nullable): what is done then; gives the toplevel or popover that is looked at, or NULL
 * for the window itself. (transfer none)
 *
 * One of the pages that the program has.
 */
typedef struct
{
  const char *name;
  const char *link;
  GtkWidget *(*open) (AtlasWindow *window);
} AtlasTestPage;

/* All of them, on the shipped atlas. (transfer none) */
const AtlasTestPage *atlas_test_get_pages (guint *n);

/* Shows @page in @window and waits for it; gives what is to be looked at. (transfer none) The title
 * page comes only before all others. */
GtkWidget *atlas_test_show_page (AtlasWindow *window, const AtlasTestPage *page);

/* Takes away what lies over the window. */
void atlas_test_hide_page (AtlasWindow *window, GtkWidget *shown);

/* Has gettext speak @name from the catalogues of the build, and the texts follow. */
void atlas_test_speak (const char *name);

G_END_DECLS
