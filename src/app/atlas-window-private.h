/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-cover.h"
#include "atlas-event-list.h"
#include "atlas-history.h"
#include "atlas-layers-menu.h"
#include "atlas-map-view.h"
#include "atlas-opening.h"
#include "atlas-playback.h"
#include "atlas-record-page.h"
#include "atlas-timeline.h"
#include "atlas-visible-set.h"
#include "atlas-window.h"

G_BEGIN_DECLS

/* What the files of the window share: its structure, its actions, its memory. */
struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkToggleButton *chapters_button;
  GtkToggleButton *panel_button;
  AtlasLayersMenu *layers_menu;
  GtkStack *stack;
  GtkProgressBar *progress;
  GtkLabel *broken_details;
  AdwFlap *flap;
  GtkBox *map_box;
  AdwClamp *panel;
  GtkWidget *panel_bar;
  GtkWidget *list_button;
  GtkLabel *position;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkStack *panel_stack;

  AtlasMapView *map_view;
  AtlasTimeline *timeline;
  AtlasEventList *event_list;
  AtlasRecordPage *record_page;
  AtlasCover *cover;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasVisibleSet *visible;
  AtlasHistory *history;
  AtlasPlayback *playback;
  guint playback_tick;

  GSettings *settings;
  char *path;
  char *shipped_path;
  char *basemap_folder;
  gboolean has_basemap;
  AtlasOpening *opening; /* (nullable) what is shown next */
  gboolean on_cover;
  char *link;     /* (nullable) to be followed when there is an atlas */
  gboolean as_is; /* a whole view is being shown: nothing need be brought into sight */
  gboolean small; /* too narrow for the wide panel */
  guint fold;
  gboolean language_chosen; /* by the locale, at the first atlas */
};

/* atlas-window-actions.c */
void atlas_window_install_actions (GtkWidgetClass *widget_class);
void atlas_window_update_actions (AtlasWindow *self);

/* atlas-window-link.c: the view as text. */
void atlas_window_install_link (GtkWidgetClass *widget_class);
/* Shows what @link says, on the atlas that is there. */
gboolean atlas_window_apply_link (AtlasWindow *self, const char *link, GError **error);
/* Follows the link that waits, if there is one. */
void atlas_window_follow_link (AtlasWindow *self);

/* atlas-window-memory.c: what is kept from one start to the next. */
void atlas_window_restore (AtlasWindow *self);
void atlas_window_remember (AtlasWindow *self);

/* atlas-window.c */
void atlas_window_set_on_cover (AtlasWindow *self, gboolean on_cover);
void atlas_window_begin_chapter (AtlasWindow *self, guint number);

G_END_DECLS
