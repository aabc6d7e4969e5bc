/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-json.h"

G_BEGIN_DECLS

/* Where and when a map opens: degrees, zoom level, day. */
typedef struct
{
  double lon;
  double lat;
  double zoom;
  AtlasDay day;
} AtlasViewRead;

/* The member "view" of an object, which must be there. The date stands in it or, in a chapter and
 * its steps, beside it. */
void atlas_view_read (const AtlasJson *parent, AtlasViewRead *view);

/* A time that must begin and end, such as that of the slider. */
AtlasTimeSpan atlas_view_read_span (const AtlasJson *parent, const char *name);

G_END_DECLS
