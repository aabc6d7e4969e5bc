/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints a date, given in any calendar, in all of them as JSON: the days first and last, each as
 * gregorian, julian, regnal and minguo, and the whole as EDTF. */
gboolean atlas_date_report_print (const char *text, GError **error);

G_END_DECLS
