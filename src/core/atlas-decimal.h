/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * atlas_decimal_parse:
 * @text: a number as JSON writes it: [-]digits[.digits][e[+-]digits]; need not end in a null
 * @length: bytes of @text, which were checked by whoever found the number
 *
 * The double nearest to the number. Most numbers of a file have so few digits that one division of
 * two integers gives it exactly (Clinger, How to Read Floating Point Numbers Accurately, 1990); the
 * others are left to g_ascii_strtod(), which takes ten times as long.
 *
 * Returns: the value; an infinity where it is too large for a double
 */
double atlas_decimal_parse (const char *text, gsize length);

G_END_DECLS
