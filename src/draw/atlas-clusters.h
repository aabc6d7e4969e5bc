/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of @n points go together: a point joins the first earlier point that is no further than
 * @distance and has joined none itself, so that the order of the points is the order of claim.
 * Entry i of the result is the number of the point that i belongs to, i itself where it leads.
 * Costs about n. (transfer full) (array length=n) */
guint *atlas_clusters_find (const double (*points)[2], guint n, double distance);

G_END_DECLS
