/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the program does without a window: --list, --export, --check, --convert-date, --polity-at,
 * --territories, --search, --version. */

/* Makes the options known to @application. */
void atlas_command_line_add_options (GApplication *application);

/* The arguments, ended by NULL, as the option parser shall see them. (transfer full) */
char **atlas_command_line_expand (const char *const *arguments);

/* Does what the options ask for and returns the exit code, or -1 where they ask for a window. 0 for
 * success, 1 for a failure that was printed on the standard error, 2 for options that make no
 * sense. */
int atlas_command_line_run (GVariantDict *options);

G_END_DECLS
