/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Asks GTK for its cairo renderer where there is no GPU: it is several times faster there than GL
 * in software. Call before gtk_init(). A renderer named in GSK_RENDERER stays. */
void atlas_renderer_choose (void);

G_END_DECLS
