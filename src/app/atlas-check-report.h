/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Checks the atlas at @path and prints every problem, one a line: severity, file, place in it, what
 * was found and what was expected. FALSE if any is an error. */
gboolean atlas_check_report_print (const char *path);

G_END_DECLS
