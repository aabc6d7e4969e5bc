/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One language in which the program speaks: its gettext name, and its own name for itself. */
typedef struct
{
  const char *name;
  const char *title;
} AtlasInterfaceLanguage;

/* All that are shipped. (transfer none) */
const AtlasInterfaceLanguage *atlas_interface_language_get_all (guint *n);

/* To be called while there is one thread: gives LANGUAGE a place in the environment, so that it can
 * be replaced later without the others' pointers moving. */
void atlas_interface_language_prepare (void);

/* Has gettext speak @languages, names such as zh_TW separated by colons, from the next lookup on;
 * what was looked up before stays as it is. An empty string leaves it to the locale. */
void atlas_interface_language_use (const char *languages);

G_END_DECLS
