/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-window.h"

G_BEGIN_DECLS

/* What the tests of the upper floors share: the real window on the shipped atlas, a real pointer on
 * a virtual display, and what stands on the screen as pixels. */

/* Size of the window under test, logical pixels. */
#define ATLAS_TEST_WIDTH 1280
#define ATLAS_TEST_HEIGHT 800

typedef struct
{
  double red, green, blue, alpha; /* 0 to 255 */
} AtlasTestColor;

/* For main(): g_test_init, GTK and the widgets, without animations. */
void atlas_test_init_widgets (int *argc, char ***argv);

/* Paths in the source tree. (transfer full) */
char *atlas_test_data (const char *name);

/* The shipped atlas, read once for the whole program. (transfer none) */
AtlasHistoryIndex *atlas_test_get_index (void);

/* A window on @path (NULL: the shipped atlas) on the screen; the second waits until it is read and
 * drawn and leaves the title page. (transfer full) */
AtlasWindow *atlas_test_window_new (const char *path);
AtlasWindow *atlas_test_window_new_sized (const char *path, int width, int height);
AtlasWindow *atlas_test_window_open (void);

/* Destroys the window and fails where anything keeps it alive. */
void atlas_test_window_close (AtlasWindow *window);

/* Runs the main loop until @is_so, and fails when it never is. */
typedef gboolean (*AtlasTestCondition) (gpointer user_data);
void atlas_test_wait (AtlasTestCondition is_so, gpointer user_data);

/* Runs it until the map stands complete for the state. */
void atlas_test_settle (AtlasWindow *window);

/* Runs it until one more frame has been painted. */
void atlas_test_next_frame (GtkWidget *widget);

/* Runs what is waiting and returns. */
void atlas_test_flush (void);

/* The first widget below @root, itself included, of a type; with a name of a style class; a label
 * that shows a text. (nullable) (transfer none) */
gpointer atlas_test_find (GtkWidget *root, GType type);
gpointer atlas_test_find_class (GtkWidget *root, const char *css_class);
GtkLabel *atlas_test_find_label (GtkWidget *root, const char *text);

/* A button below @root whose own label, or a label in it, is @text. (nullable) */
GtkWidget *atlas_test_find_button (GtkWidget *root, const char *text);

/* The text of every mapped label below @root, one a line. (transfer full) */
char *atlas_test_read_text (GtkWidget *root);

/* The controller of a type on a widget; fails where there is none. (transfer none) */
gpointer atlas_test_controller (GtkWidget *widget, GType type);

/* Brings a widget inside the scrolled window about it. */
void atlas_test_scroll_to (GtkWidget *widget);

/* What a widget shows now, at one pixel for a logical one. (transfer full) */
cairo_surface_t *atlas_test_render (GtkWidget *widget);

/* The mean of a square of 2 × @reach + 1 pixels. */
AtlasTestColor atlas_test_mean (cairo_surface_t *surface, double x, double y, int reach);
double atlas_test_distance (AtlasTestColor a, AtlasTestColor b);

/* Where degrees are on the map of the window, in pixels of the map. */
void atlas_test_locate (AtlasWindow *window, double lon, double lat, double *x, double *y);

/* The map that takes input, the timeline's slider. (transfer none) */
GtkWidget *atlas_test_get_map (AtlasWindow *window);
GtkWidget *atlas_test_get_track (AtlasWindow *window);

/* The pointer of the display, in pixels of @widget. Events have arrived when these return. */
void atlas_test_point (GtkWidget *widget, double x, double y);
void atlas_test_click (GtkWidget *widget, double x, double y);
void atlas_test_press (GtkWidget *widget, double x, double y);
void atlas_test_release (GtkWidget *widget);
/* @notches: positive turns towards the user. */
void atlas_test_wheel (GtkWidget *widget, double x, double y, int notches);

/* Presses a key on @widget, which gets the keyboard; @key as in "Right", "plus", "shift+Left". */
void atlas_test_key (GtkWidget *widget, const char *key);

G_END_DECLS
