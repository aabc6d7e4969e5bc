/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

/**
 * AtlasChapterStep:
 * @title: what it is about
 * @text: two to four sentences
 * @date: the day that the map shows
 * @window: the days whose events the map shows; holds @date
 * @lon: degrees, the middle of the map
 * @lat: degrees
 * @zoom: level
 * @viewpoint: (nullable): id of the polity whose claims are shown too
 * @highlights: ids of events, places, legs, segments and people that stand out, ended by NULL; the
 * most important first
 * @citations: on what the text rests
 * @n_citations: how many
 *
 * One stop of a guided tour. Everything that is pointed to belongs to the dataset.
 */
typedef struct
{
  AtlasText *title;
  AtlasText *text;
  AtlasDay date;
  AtlasTimeSpan window;
  double lon, lat, zoom;
  const char *viewpoint;
  const char *const *highlights;
  const AtlasCitation *citations;
  guint n_citations;
} AtlasChapterStep;

/**
 * AtlasChapter:
 * @id: (nullable): "chapter/" and a slug; every chapter with steps has one
 * @title: on the cover
 * @subtitle: below it
 * @when: the days that the timeline shows
 * @date: the day on which the map opens
 * @lon: degrees, where it opens
 * @lat: degrees
 * @zoom: level
 * @event_kind: the word of the glyph beside the title
 * @steps: of its tour
 * @n_steps: how many; 0 where it only opens the map
 *
 * A door on the cover of an atlas. Everything that is pointed to belongs to the dataset.
 */
typedef struct
{
  const char *id;
  AtlasText *title;
  AtlasText *subtitle;
  AtlasTimeSpan when;
  AtlasDay date;
  double lon, lat, zoom;
  const char *event_kind;
  const AtlasChapterStep *steps;
  guint n_steps;
} AtlasChapter;

/* Whether the step (nullable) lets the record of that id (nullable) stand out. */
gboolean atlas_chapter_step_highlights (const AtlasChapterStep *step, const char *id);

G_END_DECLS
