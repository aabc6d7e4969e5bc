/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints a date, given in any calendar, in all of them as JSON: gregorian, julian, regnal, minguo
 * and edtf; null where a calendar does not reach. For more days than one these are ranges, and the
 * days of begin and end stand beside them. */
gboolean atlas_date_report_print (const char *text, GError **error);

G_END_DECLS
