/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasPictureSpec:
 * @date: the day that the map shows
 * @window: the days whose events and routes it shows
 * @style: the colours
 * @show: what is drawn
 * @lang: BCP 47 tag of the content, interned, never NULL
 * @selected: (nullable): id of a record, interned
 * @hovered: (nullable): id of a record, interned
 * @viewpoint: (nullable): id of a polity whose claims are shown too, interned
 *
 * Everything that a picture depends on beside the atlas and the viewport. A plain value: copy it to
 * the thread that draws.
 */
typedef struct
{
  AtlasDay date;
  AtlasTimeSpan window;
  AtlasMapStyle style;
  AtlasShowFlags show;
  const char *lang;
  const char *selected;
  const char *hovered;
  const char *viewpoint;
} AtlasPictureSpec;

G_END_DECLS
