/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"
#include "atlas-view-state.h"

G_BEGIN_DECLS

/**
 * AtlasLink:
 *
 * The whole of a view state as one line of text, to be sent, kept and opened:
 *
 *   atlas:?date=1871-07-04&window=P1Y&lon=81.3&lat=43.9&zoom=6.5&select=event/…
 *
 * date       a day, month or year (EDTF); of the latter two the first day
 * window     an ISO 8601 duration about the date (P1D, P1M, P3M, P1Y, P5Y, P25Y, or any other for a
 *            free window), two days A/B, or ../B for all up to the date
 * step       day, month or year
 * lon, lat, zoom
 * select, viewpoint    ids of records; "qing" stands for "polity/qing"
 * without    what is switched off: standings, kinds of event and ids of sources, with commas
 * only       ids of the sources that alone are on ("none" for none of them), and of the campaign,
 *            the actor and the place to which the reader keeps
 * chapter    a chapter and a step of its tour, counted from 1: ili-crisis/3. Date, window, place and
 * viewpoint that the link does not name are the step's
 * show       what the map shows: nicks of AtlasShowFlags with commas between them
 * sort, group    how events are listed: date, place or certainty; none, campaign or place
 * lang       language tag of the texts
 * calendars  those in which the date is told beside the Gregorian: julian, regnal, both or none
 * style      muted
 * base       the name of a map that lies over the relief; where a server has it, it is asked only if
 * the reader has chosen it before
 * afterglow  an ISO 8601 duration in days
 * speed      days a second; loop (none, window, chapter), skip-quiet, pause-on-events, playing
 * (yes, no) compare    another day, with compare-mode (swipe, side-by-side)
 *
 * What a link does not name keeps its value where that is the reader's own choice (show, lang,
 * calendars, style, base) or the place (date, window, lon, lat, zoom); everything else returns to
 * what a new state has. Keys may come in any order, each once; a key that nobody knows is an error, since
 * most often it is a slip.
 */

#define ATLAS_LINK_SCHEME "atlas"

#define ATLAS_LINK_ERROR (atlas_link_error_quark ())
GQuark atlas_link_error_quark (void);

typedef enum
{
  ATLAS_LINK_ERROR_SYNTAX, /* no atlas: link at all */
  ATLAS_LINK_ERROR_KEY,    /* a key that nobody knows, or one that is there twice */
  ATLAS_LINK_ERROR_VALUE,  /* a value that means nothing */
  ATLAS_LINK_ERROR_RECORD, /* the atlas has no such record */
} AtlasLinkError;

/* (transfer full) */
char *atlas_link_write (AtlasViewState *state);

/* Whether @text begins like such a link, whatever follows. */
gboolean atlas_link_is_link (const char *text);

/* Makes @state what @link says, all or, where there is an error, nothing of it. With @dataset
 * (nullable) the records that it names must be there. Numbers outside what a state can be are
 * moved to the nearest that it can. */
gboolean atlas_link_apply (const char *link,
                           AtlasViewState *state,
                           AtlasDataset *dataset,
                           GError **error);

G_END_DECLS
