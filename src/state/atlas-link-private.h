/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the link share: one writes it, one reads it, and atlas-link.c makes a state
 * what was read. */

#include "atlas-link.h"

G_BEGIN_DECLS

/* What all ids of chapters begin with; links do without. */
#define ATLAS_LINK_CHAPTER_PREFIX "chapter/"

/* A duration of the calendar. */
typedef struct
{
  int years;
  int months;
  int days;
} AtlasLinkDuration;

/* What a link says, before any of it is done. */
typedef struct
{
  gboolean has_date, has_window, has_lon, has_lat, has_zoom, has_show;
  AtlasDay date;
  AtlasWindowLength window_length;
  AtlasTimeSpan free_window; /* begin and end, or an empty span where @duration tells it */
  AtlasLinkDuration duration;
  double lon, lat, zoom;
  AtlasStep step;
  AtlasSort sort;
  AtlasGroup group;
  AtlasShowFlags show;
  gboolean muted;
  char *base;
  gboolean has_calendars, julian, regnal;
  char *language;
  char *selection;
  char *viewpoint;
  char *chapter;
  guint chapter_step;
  char *without;
  char *only;
  const AtlasFilter *filter; /* what the two of them say */
  int afterglow_days;
  double days_per_second;
  AtlasLoop loop;
  gboolean skip_quiet, pause_on_events, playing;
  gboolean has_compare;
  AtlasDay compare_date;
  AtlasCompareMode compare_mode;
} AtlasLinkParts;

/* Frees what it holds; leaves the structure itself. */
void atlas_link_parts_clear (AtlasLinkParts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasLinkParts, atlas_link_parts_clear)

/* The windows of a set length, as durations. */
#define ATLAS_LINK_N_WINDOWS 6
extern const struct AtlasLinkWindow
{
  AtlasWindowLength length;
  AtlasLinkDuration duration;
  const char *text;
} atlas_link_windows[ATLAS_LINK_N_WINDOWS];

/* Reads all of @link or fails; @parts holds what is so where a link says nothing. */
gboolean atlas_link_parts_read (const char *link, AtlasLinkParts *parts, GError **error);

G_END_DECLS
