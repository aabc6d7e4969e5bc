/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <gdk/x11/gdkx.h>
#include <math.h>
#include <shumate/shumate.h>

#include "atlas-dataset-reader.h"
#include "atlas-mercator.h"
#include "atlas-timeline-track.h"
#include "atlas-widgets.h"
#include "atlas-window-test.h"

/* What never happens is waited for this long, in seconds: long enough for a busy machine. */
#define PATIENCE 60

static AtlasHistoryIndex *shared_index;

void
atlas_test_init_widgets (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  atlas_widgets_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

char *
atlas_test_data (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
}

AtlasHistoryIndex *
atlas_test_get_index (void)
{
  if (shared_index == NULL)
    {
      g_autofree char *path = atlas_test_data ("atlas");
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasDataset) dataset = atlas_dataset_read (path, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      shared_index = atlas_history_index_new (dataset);
    }
  return shared_index;
}

/* The hand is xdotool: what it does goes through the display server as a real device's events do.
 */
static void
run_hand (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

AtlasWindow *
atlas_test_window_new (const char *path)
{
  return atlas_test_window_new_sized (path, ATLAS_TEST_WIDTH, ATLAS_TEST_HEIGHT);
}

AtlasWindow *
atlas_test_window_new_sized (const char *path, int width, int height)
{
  g_autofree char *shipped = atlas_test_data ("atlas");
  g_autofree char *basemap = atlas_test_data ("basemap");
  AtlasWindow *window = atlas_window_new (NULL, NULL, basemap);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  atlas_window_set_shipped_path (window, shipped);
  atlas_window_open (window, path != NULL ? path : shipped);
  /* A test that failed may have left the button down. */
  run_hand ((const char *[]){ "xdotool", "mouseup", "1", NULL });
  gtk_window_present (GTK_WINDOW (window));
  return g_object_ref (window);
}

AtlasWindow *
atlas_test_window_open (void)
{
  AtlasWindow *window = atlas_test_window_new (NULL);

  atlas_test_settle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.chapters", NULL);
  atlas_test_next_frame (GTK_WIDGET (window));
  atlas_test_settle (window);
  return window;
}

void
atlas_test_window_close (AtlasWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  atlas_test_flush ();
  g_assert_finalize_object (window);
}

static gboolean
give_up_cb (gpointer user_data)
{
  gboolean *over = user_data;

  *over = TRUE;
  return G_SOURCE_CONTINUE;
}

void
atlas_test_wait (AtlasTestCondition is_so, gpointer user_data)
{
  gboolean over = FALSE;
  guint timeout = g_timeout_add_seconds (PATIENCE, give_up_cb, &over);

  while (!is_so (user_data) && !over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  g_assert_true (is_so (user_data));
}

static gboolean
is_settled (gpointer window)
{
  return atlas_window_is_settled (window);
}

void
atlas_test_settle (AtlasWindow *window)
{
  atlas_test_wait (is_settled, window);
}

static void
after_paint_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_true (gpointer value)
{
  return *(gboolean *) value;
}

void
atlas_test_next_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler;

  /* A window that was closed has no frames any more. */
  if (clock == NULL || !gtk_widget_get_mapped (widget))
    {
      atlas_test_flush ();
      return;
    }
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &painted);

  gtk_widget_queue_draw (widget);
  atlas_test_wait (is_true, &painted);
  g_signal_handler_disconnect (clock, handler);
}

void
atlas_test_flush (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer wanted);

static GtkWidget *
find_widget (GtkWidget *root, Match matches, gconstpointer wanted)
{
  GtkWidget *found = matches (root, wanted) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, matches, wanted);
  return found;
}

static gboolean
has_type (GtkWidget *widget, gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static gboolean
has_class (GtkWidget *widget, gconstpointer css_class)
{
  return gtk_widget_has_css_class (widget, css_class);
}

static gboolean
shows_text (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static gboolean
is_button_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && find_widget (widget, shows_text, text) != NULL;
}

gpointer
atlas_test_find (GtkWidget *root, GType type)
{
  return find_widget (root, has_type, &type);
}

gpointer
atlas_test_find_class (GtkWidget *root, const char *css_class)
{
  return find_widget (root, has_class, css_class);
}

GtkLabel *
atlas_test_find_label (GtkWidget *root, const char *text)
{
  GtkWidget *label = find_widget (root, shows_text, text);

  return label != NULL ? GTK_LABEL (label) : NULL;
}

GtkWidget *
atlas_test_find_button (GtkWidget *root, const char *text)
{
  return find_widget (root, is_button_with, text);
}

static void
append_text (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_text (child, text);
}

char *
atlas_test_read_text (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  append_text (root, text);
  return g_string_free (text, FALSE);
}

gpointer
atlas_test_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gpointer found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && found == NULL; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        found = controller;
    }
  g_assert_nonnull (found);
  return found;
}

void
atlas_test_scroll_to (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t point;

  g_assert_nonnull (scroller);
  atlas_test_next_frame (scroller);
  g_assert_true (gtk_widget_compute_point (widget, scroller, &GRAPHENE_POINT_INIT (0, 0), &point));
  if (point.y < 0 ||
      (double) point.y + gtk_widget_get_height (widget) > gtk_widget_get_height (scroller))
    {
      GtkAdjustment *adjustment =
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_value (adjustment) + (double) point.y - 40.0);
    }
  atlas_test_next_frame (scroller);
}

/* (nullable) while the widget waits to be drawn again */
static GskRenderNode *
take_node (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable,
                          snapshot,
                          gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  return gtk_snapshot_free_to_node (snapshot);
}

cairo_surface_t *
atlas_test_render (GtkWidget *widget)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         gtk_widget_get_width (widget),
                                                         gtk_widget_get_height (widget));
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node = take_node (widget);

  if (node == NULL)
    {
      atlas_test_next_frame (widget);
      node = take_node (widget);
    }
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

AtlasTestColor
atlas_test_mean (cairo_surface_t *surface, double x, double y, int reach)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  AtlasTestColor mean = { 0, 0, 0, 0 };
  double n = (2.0 * reach + 1.0) * (2.0 * reach + 1.0);

  g_assert_cmpfloat (x, >=, reach);
  g_assert_cmpfloat (y, >=, reach);
  g_assert_cmpfloat (x, <, cairo_image_surface_get_width (surface) - reach);
  g_assert_cmpfloat (y, <, cairo_image_surface_get_height (surface) - reach);
  for (int row = (int) y - reach; row <= (int) y + reach; row++)
    for (int column = (int) x - reach; column <= (int) x + reach; column++)
      {
        guint32 pixel = ((const guint32 *) (gconstpointer) (data + row * stride))[column];

        mean.alpha += (pixel >> 24) / n;
        mean.red += (pixel >> 16 & 0xff) / n;
        mean.green += (pixel >> 8 & 0xff) / n;
        mean.blue += (pixel & 0xff) / n;
      }
  return mean;
}

double
atlas_test_distance (AtlasTestColor a, AtlasTestColor b)
{
  return MAX (fabs (a.red - b.red), MAX (fabs (a.green - b.green), fabs (a.blue - b.blue)));
}

void
atlas_test_locate (AtlasWindow *window, double lon, double lat, double *x, double *y)
{
  GtkWidget *map = atlas_test_get_map (window);
  AtlasViewport viewport = { .width = gtk_widget_get_width (map),
                             .height = gtk_widget_get_height (map),
                             .scale = 1.0 };

  atlas_view_state_get_view (atlas_window_get_state (window),
                             &viewport.lon,
                             &viewport.lat,
                             &viewport.zoom);
  atlas_viewport_project (&viewport, lon, lat, x, y);
}

GtkWidget *
atlas_test_get_map (AtlasWindow *window)
{
  GtkWidget *map = atlas_test_find (GTK_WIDGET (window), SHUMATE_TYPE_MAP);

  g_assert_nonnull (map);
  return map;
}

GtkWidget *
atlas_test_get_track (AtlasWindow *window)
{
  GtkWidget *track = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_TIMELINE_TRACK);

  g_assert_nonnull (track);
  return track;
}

/* What has arrived at a window, kept with it. */
typedef struct
{
  guint n_presses, n_releases, n_scrolls, n_keys;
  double x, y; /* of the pointer, in pixels of the surface */
} Arrivals;

static gboolean
note_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, Arrivals *arrivals)
{
  GdkEventType type = gdk_event_get_event_type (event);
  double x, y;

  if (gdk_event_get_position (event, &x, &y))
    {
      arrivals->x = x;
      arrivals->y = y;
    }
  arrivals->n_presses += type == GDK_BUTTON_PRESS;
  arrivals->n_releases += type == GDK_BUTTON_RELEASE;
  arrivals->n_scrolls += type == GDK_SCROLL;
  arrivals->n_keys += type == GDK_KEY_PRESS;
  return GDK_EVENT_PROPAGATE;
}

static Arrivals *
get_arrivals (GtkWidget *widget)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  Arrivals *arrivals = g_object_get_data (G_OBJECT (native), "arrivals");

  if (arrivals == NULL)
    {
      GtkEventController *controller = gtk_event_controller_legacy_new ();

      arrivals = g_new0 (Arrivals, 1);
      arrivals->x = arrivals->y = -1.0;
      g_object_set_data_full (G_OBJECT (native), "arrivals", arrivals, g_free);
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
      g_signal_connect (controller, "event", G_CALLBACK (note_event_cb), arrivals);
      gtk_widget_add_controller (native, controller);
    }
  return arrivals;
}

static char *
get_xid (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  g_assert_true (GDK_IS_X11_SURFACE (surface));
  return g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
}

/* A count that grows, and what it is to reach. */
typedef struct
{
  const guint *count;
  guint wanted;
} Count;

static gboolean
is_reached (gpointer user_data)
{
  const Count *count = user_data;

  return *count->count >= count->wanted;
}

static void
act_and_wait (GtkWidget *widget, const char *const *arguments, const guint *counter, guint n_events)
{
  Count count = { counter, *counter + n_events };
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));

  /* What is clicked may be gone afterwards; its window stays. */
  run_hand (arguments);
  atlas_test_wait (is_reached, &count);
  atlas_test_next_frame (window);
}

typedef struct
{
  const Arrivals *arrivals;
  int x, y;
} Spot;

static gboolean
is_there (gpointer user_data)
{
  const Spot *spot = user_data;

  return fabs (spot->arrivals->x - spot->x) < 1.0 && fabs (spot->arrivals->y - spot->y) < 1.0;
}

void
atlas_test_point (GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  Spot spot = { .arrivals = get_arrivals (widget) };
  graphene_point_t point;
  double offset_x, offset_y;
  g_autofree char *xid = get_xid (widget);

  g_assert_true (gtk_widget_compute_point (widget,
                                           GTK_WIDGET (native),
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                           &point));
  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  spot.x = (int) round ((double) point.x + offset_x);
  spot.y = (int) round ((double) point.y + offset_y);

  g_autofree char *to_x = g_strdup_printf ("%d", spot.x);
  g_autofree char *to_y = g_strdup_printf ("%d", spot.y);

  run_hand ((const char *[]){ "xdotool", "mousemove", "--window", xid, to_x, to_y, NULL });
  atlas_test_wait (is_there, &spot);
  atlas_test_next_frame (widget);
}

void
atlas_test_press (GtkWidget *widget, double x, double y)
{
  atlas_test_point (widget, x, y);
  act_and_wait (widget,
                (const char *[]){ "xdotool", "mousedown", "1", NULL },
                &get_arrivals (widget)->n_presses,
                1);
}

void
atlas_test_release (GtkWidget *widget)
{
  act_and_wait (widget,
                (const char *[]){ "xdotool", "mouseup", "1", NULL },
                &get_arrivals (widget)->n_releases,
                1);
}

void
atlas_test_click (GtkWidget *widget, double x, double y)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));

  atlas_test_press (widget, x, y);
  atlas_test_release (window);
}

void
atlas_test_wheel (GtkWidget *widget, double x, double y, int notches)
{
  atlas_test_point (widget, x, y);
  for (int i = 0; i < ABS (notches); i++)
    act_and_wait (widget,
                  (const char *[]){ "xdotool", "click", notches > 0 ? "5" : "4", NULL },
                  &get_arrivals (widget)->n_scrolls,
                  1);
}

void
atlas_test_key (GtkWidget *widget, const char *key)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));

  /* Without a window manager nobody gives a window the keyboard. */
  if (!GTK_IS_WINDOW (native) || !gtk_window_is_active (GTK_WINDOW (native)))
    {
      g_autofree char *xid = get_xid (widget);

      run_hand ((const char *[]){ "xdotool", "windowfocus", "--sync", xid, NULL });
    }
  gtk_widget_grab_focus (widget);
  /* Every key of a combination goes down on its own. */
  act_and_wait (widget,
                (const char *[]){ "xdotool", "key", "--delay", "0", key, NULL },
                &get_arrivals (widget)->n_keys,
                strchr (key, '+') != NULL ? 2 : 1);
}
