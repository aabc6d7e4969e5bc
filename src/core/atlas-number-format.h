/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A whole number with its thousands grouped as readers of @lang (BCP 47) do: "49,700" in English,
 * "49 700" in Russian. (transfer full) */
char *atlas_number_format_whole (double value, const char *lang);

/* @value rounded to @digits significant ones; below 10 to the power of @digits to a whole number.
 */
double atlas_number_format_round (double value, guint digits);

G_END_DECLS
