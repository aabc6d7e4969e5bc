/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Says at the end of @markup in which language the text is, where that is not @wanted. @found may
 * be NULL. Both are BCP 47 tags of the content. */
void atlas_page_language_append (GString *markup, const char *found, const char *wanted);

G_END_DECLS
