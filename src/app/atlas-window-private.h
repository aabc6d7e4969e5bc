/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-changes-page.h"
#include "atlas-compare-view.h"
#include "atlas-cover.h"
#include "atlas-event-list.h"
#include "atlas-filter-banner.h"
#include "atlas-history.h"
#include "atlas-layers-menu.h"
#include "atlas-map-view.h"
#include "atlas-opening.h"
#include "atlas-playback.h"
#include "atlas-record-page.h"
#include "atlas-search-bar.h"
#include "atlas-side-panel.h"
#include "atlas-timeline.h"
#include "atlas-tour-card.h"
#include "atlas-visible-set.h"
#include "atlas-window.h"

G_BEGIN_DECLS

/* What the files of the window share: its structure, its actions, its memory. */
struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AtlasSearchBar *search;
  GtkToggleButton *chapters_button;
  GtkToggleButton *panel_button;
  GtkWidget *compare_button;
  AdwButtonContent *compare_content;
  AtlasLayersMenu *layers_menu;
  GtkStack *stack;
  GtkProgressBar *progress;
  GtkLabel *broken_details;
  AdwFlap *flap;
  GtkBox *map_box;
  AtlasSidePanel *panel;
  GtkBox *panel_box;
  GtkWidget *panel_bar;
  GtkWidget *list_button;
  GtkLabel *position;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkToggleButton *pin_button;
  GtkMenuButton *cite_button;
  GtkStack *panel_stack;

  AtlasCompareView *compare_view;
  AtlasMapView *map_view; /* the one of the date, in compare_view */
  AtlasTimeline *timeline;
  AtlasFilterBanner *banner;
  AtlasEventList *event_list;
  AtlasRecordPage *record_page;
  AtlasChangesPage *changes_page;
  AtlasCover *cover;
  GtkWidget *tour_card;
  GMenu *chapters_menu;
  const char *toured; /* (nullable) the chapter whose years the timeline shows, interned */

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasVisibleSet *visible;
  AtlasComparison *comparison;
  AtlasHistory *history;
  AtlasStepChanges *changes;
  AtlasTour *tour;
  AtlasPlayback *playback;
  guint playback_tick;

  AtlasTileLibrary *library; /* (nullable) */
  AtlasPreferences *preferences;
  char *path;
  char *shipped_path;
  char *basemap_folder;
  gboolean has_basemap;
  AtlasOverlayList *overlays;
  AtlasOpening *opening; /* (nullable) what is shown next */
  gboolean on_cover;
  char *link;     /* (nullable) to be followed when there is an atlas */
  gboolean as_is; /* a whole view is being shown: nothing need be brought into sight */
  gboolean small; /* too narrow for the wide panel */
  gboolean tiny;  /* too narrow for a panel beside the map */
  guint fold;
};

/* atlas-window-actions.c */
void atlas_window_install_actions (GtkWidgetClass *widget_class);
void atlas_window_update_actions (AtlasWindow *self);

/* atlas-window-base.c */
void atlas_window_install_base (GtkWidgetClass *widget_class);
/* Gives the library to what shows maps, when that was built anew. */
void atlas_window_update_library (AtlasWindow *self);

/* atlas-window-compare.c */
void atlas_window_install_compare (GtkWidgetClass *widget_class);
void atlas_window_update_compare (AtlasWindow *self);
/* FALSE where nothing was compared. */
gboolean atlas_window_leave_comparison (AtlasWindow *self);
/* Whether one of the maps shows events of these days. */
gboolean atlas_window_shows_time (AtlasWindow *self, AtlasTimeSpan bounds);

/* atlas-window-filter.c */
void atlas_window_install_filter (GtkWidgetClass *widget_class);
void atlas_window_update_filter (AtlasWindow *self);

/* atlas-window-panes.c: F6. */
void atlas_window_install_panes (GtkWidgetClass *widget_class);

/* atlas-window-style.c: light, dark and high contrast, and the languages of the texts. */
void atlas_window_watch_style (AtlasWindow *self);
void atlas_window_watch_language (AtlasWindow *self);
void atlas_window_update_language (AtlasWindow *self);

/* atlas-window-page.c: what the bar above a page does. */
void atlas_window_install_page (GtkWidgetClass *widget_class);
void atlas_window_create_page (AtlasWindow *self);
void atlas_window_update_page (AtlasWindow *self);
gboolean atlas_window_has_page (AtlasWindow *self);

/* atlas-window-link.c: the view and its date as text. */
void atlas_window_install_link (GtkWidgetClass *widget_class);
/* Shows what @link says, on the atlas that is there. */
gboolean atlas_window_apply_link (AtlasWindow *self, const char *link, GError **error);
/* Follows the link that waits, if there is one. */
void atlas_window_follow_link (AtlasWindow *self);

/* atlas-window-overlays.c: the user's own files. */
void atlas_window_install_overlays (GtkWidgetClass *widget_class);
void atlas_window_furnish_overlays (AtlasWindow *self);
/* Brings them into view when there is an atlas. */
void atlas_window_follow_overlays (AtlasWindow *self);

/* atlas-window-memory.c: what is kept from one start to the next. */
void atlas_window_restore (AtlasWindow *self);
void atlas_window_remember (AtlasWindow *self);

/* atlas-window-tour.c: chapters and the tours through them. */
void atlas_window_install_tour (GtkWidgetClass *widget_class);
void atlas_window_watch_tour (AtlasWindow *self);
/* The card, when the children are made. */
void atlas_window_create_tour (AtlasWindow *self);
/* After the atlas, the language, the step or the width of the window changed. */
void atlas_window_update_chapters (AtlasWindow *self);
void atlas_window_update_tour (AtlasWindow *self);
void atlas_window_begin_chapter (AtlasWindow *self, guint number);
/* FALSE where there was none. */
gboolean atlas_window_leave_tour (AtlasWindow *self);

/* atlas-window.c */
void atlas_window_update_panel (AtlasWindow *self);
void atlas_window_set_on_cover (AtlasWindow *self, gboolean on_cover);

G_END_DECLS
