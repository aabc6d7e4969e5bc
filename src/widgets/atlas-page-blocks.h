/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-history-index.h"
#include "atlas-page-names.h"

G_BEGIN_DECLS

/**
 * AtlasPageContext:
 *
 * What the blocks of a page are made for: the atlas, the reader's language, the day of the map, and
 * the numbers of the sources so far.
 */
typedef struct
{
  AtlasDataset *dataset;
  const char *lang;
  AtlasDay date;
  const AtlasFilter *filter;   /* (nullable): what is switched off */
  const AtlasFilterMask *mask; /* (nullable): the same for each record */
  AtlasPageNames *names;       /* (nullable): finds names in texts, which become links */
  AtlasRecord *record;         /* (nullable): whose page it is */
  GPtrArray
    *sources; /* (element-type utf8) ids, numbered from 1 in the order in which they were cited */
} AtlasPageContext;

/* Blocks that every page is put together from. Each returns a new widget; links in them have an id
 * as their address, and the page connects to GtkLabel::activate-link of every label whose css class
 * is "linked". */

/* A wrapping label with a css class. */
GtkWidget *atlas_page_label (const char *text, const char *css_class);

/* The same with Pango markup, in which <a href="ID"> is a link. */
GtkWidget *atlas_page_markup (const char *markup, const char *css_class);

/* Running text of the atlas in the reader's language, or the nearest that there is, as escaped
 * markup in which every name is a link. *@lang (optional) becomes that language. NULL where there
 * is no text. (transfer full) (nullable) */
char *atlas_page_linked_text (const AtlasPageContext *context, AtlasText *text, const char **lang);

/* The same as a label. (nullable) */
GtkWidget *atlas_page_text (const AtlasPageContext *context,
                            AtlasText *text,
                            const char *css_class);

/* A heading with an optional remark at its end. */
GtkWidget *atlas_page_heading (const char *text, const char *remark);

/* The name of a record as a link in markup; its escaped id where there is no such record. (transfer
 * full) */
char *atlas_page_link (const AtlasPageContext *context, const char *id);

/* What a record is called, on the context's day. (transfer none) */
const char *atlas_page_name (const AtlasPageContext *context, const char *id);

/* Dates in the calendars in use then, and as the sources write them. NULL where the record has no
 * date. (nullable) */
GtkWidget *atlas_page_dates (const AtlasPageContext *context, AtlasRecord *record);

/* How far the record can be trusted, in words, with the reason. */
GtkWidget *atlas_page_status (const AtlasPageContext *context, AtlasRecord *record);

/* The story, followed by the numbers of its sources. (nullable) */
GtkWidget *atlas_page_story (AtlasPageContext *context, AtlasRecord *record);

/* Claims side by side, grouped by what they are of, and the doubts with how we read them.
 * (nullable) */
GtkWidget *atlas_page_claims (AtlasPageContext *context, AtlasRecord *record);

/* What a claim says, in the reader's words: "about 60,000 km²". (transfer full) */
char *atlas_page_format_claim (const AtlasPageContext *context, const AtlasClaim *claim);

/* Copies in each format, by an action with a target (usu): the AtlasCiteFormat, the id of a source
 * or an empty string for the record itself, and which of the record's citations it is, G_MAXUINT
 * for none. (transfer full) */
GMenuModel *atlas_page_cite_menu (const char *action, const char *source, guint citation);

/* The numbered sources, with page.open-address (s) and page.cite (usu) to be had from them.
 * (nullable) */
GtkWidget *atlas_page_sources (AtlasPageContext *context, AtlasRecord *record);

/* What a record was called in each language and when. NULL where there is one language only.
 * (nullable) */
GtkWidget *atlas_page_toponyms (const AtlasPageContext *context, AtlasRecord *record);

/* People and sides of an event, a column a side. (nullable) */
GtkWidget *atlas_page_sides (AtlasPageContext *context, AtlasEvent *event);

/* A list of events as rows with marker, title and date; those that are switched off are counted at
 * its end. (nullable) */
GtkWidget *atlas_page_events (const AtlasPageContext *context,
                              GPtrArray *events,
                              const char *current);

/* What a stretch of boundary rested on, time by time. */
GtkWidget *atlas_page_phases (AtlasPageContext *context, AtlasSegment *segment);

/* The stages of a polity's land, oldest first. (nullable) */
GtkWidget *atlas_page_stages (AtlasPageContext *context, AtlasPolity *polity);

/* The dated changes of control of a town, oldest first, each with its act. (nullable) */
GtkWidget *atlas_page_controls (AtlasPageContext *context,
                                AtlasHistoryIndex *index,
                                AtlasPlace *place);

/* Who holds a place on the context's day, since when and by what act: plain text of two or three
 * lines. (transfer full) (nullable) */
char *atlas_page_describe_town (const AtlasPageContext *context,
                                AtlasHistoryIndex *index,
                                AtlasPlace *place);

/* Who holds a territory, in what standing, since when and by what act: plain text of two or three
 * lines. (transfer full) */
char *atlas_page_describe_territory (const AtlasPageContext *context, AtlasTerritory *territory);

/* What a line is on the context's day, on what it rests and how far it may be off: plain text of
 * two or three lines. (transfer full) */
char *atlas_page_describe_border (const AtlasPageContext *context, AtlasSegment *segment);

/* The number of a source, given to it at its first mention, as superscript markup; an empty string
 * for a source that is switched off. (transfer full) */
char *atlas_page_cite (AtlasPageContext *context, const AtlasCitation *citation);

/* The numbers of several, each after a thin space. */
void atlas_page_append_citations (AtlasPageContext *context,
                                  GString *markup,
                                  const AtlasCitation *citations,
                                  guint n);

G_END_DECLS
