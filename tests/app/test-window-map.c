/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <math.h>

#include "atlas-map-view.h"
#include "atlas-record-page.h"
#include "atlas-site-layout.h"
#include "atlas-window-test.h"

/* Hands on the map: a real pointer and real keys on the real window. */

#define TACHENG "place/tacheng"
#define PROTOCOL "event/tarbagatai-protocol-1864"

static void
go_to (AtlasWindow *window, double lon, double lat, double zoom, AtlasDay date)
{
  AtlasViewState *state = atlas_window_get_state (window);

  atlas_view_state_set_date (state, date);
  atlas_view_state_set_view (state, lon, lat, zoom);
  atlas_test_next_frame (GTK_WIDGET (window));
  atlas_test_settle (window);
}

static AtlasRecord *
lookup (AtlasWindow *window, const char *id)
{
  AtlasRecord *record =
    atlas_dataset_lookup (atlas_history_index_get_dataset (atlas_window_get_index (window)), id);

  g_assert_nonnull (record);
  return record;
}

/* Tacheng beside the middle of the map, near enough to stand alone, in October 1864. */
static AtlasWindow *
open_tacheng (AtlasWindowLength length, double *x, double *y)
{
  AtlasWindow *window = atlas_test_window_open ();
  double lon, lat;

  g_assert_true (atlas_place_get_location (ATLAS_PLACE (lookup (window, TACHENG)), &lon, &lat));
  atlas_view_state_set_window_length (atlas_window_get_state (window), length);
  go_to (window, lon + 0.2, lat + 0.1, 9.0, atlas_day_from_gregorian (1864, 10, 10));
  atlas_test_locate (window, lon, lat, x, y);
  return window;
}

static const char *
get_selection (AtlasWindow *window)
{
  return atlas_view_state_get_selection (atlas_window_get_state (window));
}

static GtkWidget *
get_page (AtlasWindow *window)
{
  GtkWidget *page = atlas_test_find (GTK_WIDGET (window), ATLAS_TYPE_RECORD_PAGE);

  g_assert_nonnull (page);
  return page;
}

/* The page of the treaty in a language: its own title above, and its story below. */
static void
assert_protocol_in (AtlasWindow *window, const char *lang, const char *title)
{
  AtlasRecord *protocol = lookup (window, PROTOCOL);
  const char *story = atlas_text_get_exact (atlas_record_get_summary (protocol), lang);
  GtkWidget *page = get_page (window), *label;
  g_autofree char *text = NULL;

  atlas_view_state_set_language (atlas_window_get_state (window), lang);
  atlas_test_next_frame (page);
  g_assert_true (gtk_widget_get_mapped (page));
  label = atlas_test_find_class (page, "page-title");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, title);
  g_assert_cmpstr (atlas_text_get_exact (atlas_record_get_title (protocol), lang), ==, title);

  g_assert_nonnull (story);
  text = atlas_test_read_text (page);
  g_assert_nonnull (strstr (text, story));
}

static void
assert_protocol (AtlasWindow *window)
{
  g_assert_cmpstr (get_selection (window), ==, PROTOCOL);
  assert_protocol_in (window, "zh-Hant", "清俄代表簽訂《勘分西北界約記》");
  assert_protocol_in (window, "zh-Hans", "清俄代表签订《勘分西北界约记》");
  assert_protocol_in (window,
                      "en",
                      "Qing and Russian commissioners sign the Protocol of Tarbagatai");
}

/* One event in the window of a month: the click reads its page. */
static void
test_treaty (void)
{
  double x, y;
  AtlasWindow *window = open_tacheng (ATLAS_WINDOW_MONTH, &x, &y);

  g_assert_null (get_selection (window));
  atlas_test_click (atlas_test_get_map (window), x, y);
  assert_protocol (window);
  atlas_test_window_close (window);
}

/* A label whose link is @id, shown. (nullable) */
static GtkWidget *
find_link (GtkWidget *widget, const char *id)
{
  g_autofree char *address = g_strdup_printf ("href=\"%s\"", id);
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), address) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_link (child, id);
  return found;
}

/* Many events in the window of a year: the click reads the page of the place, which lists them, and
 * a click there the treaty's. */
static void
test_list_of_events (void)
{
  double x, y;
  AtlasWindow *window = open_tacheng (ATLAS_WINDOW_YEAR, &x, &y);
  GtkWidget *page = get_page (window), *link;

  atlas_test_click (atlas_test_get_map (window), x, y);
  g_assert_cmpstr (get_selection (window), ==, TACHENG);
  g_assert_true (gtk_widget_get_mapped (page));
  link = find_link (page, PROTOCOL);
  g_assert_nonnull (link);
  atlas_test_scroll_to (link);
  atlas_test_click (link, 20, 9);
  assert_protocol (window);

  /* Back leads to where the reader came from. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL));
  g_assert_cmpstr (get_selection (window), ==, TACHENG);
  atlas_test_window_close (window);
}

static void
test_hover (void)
{
  double x, y;
  AtlasWindow *window = open_tacheng (ATLAS_WINDOW_MONTH, &x, &y);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *map = atlas_test_get_map (window), *tip;

  atlas_test_point (map, x + 3, y - 3);
  g_assert_cmpstr (atlas_view_state_get_hovered (state), ==, PROTOCOL);
  tip = atlas_test_find_class (GTK_WIDGET (window), "map-tip");
  g_assert_true (gtk_widget_get_mapped (tip));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (tip)), "Tacheng"));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (tip)), "Protocol of Tarbagatai"));
  g_assert_null (get_selection (window));

  /* Away from it there is nothing to say of it. */
  atlas_test_point (map, x + 150, y + 100);
  g_assert_null (atlas_view_state_get_hovered (state));
  g_assert_true (!gtk_widget_get_visible (tip) ||
                 strstr (gtk_label_get_text (GTK_LABEL (tip)), "Protocol") == NULL);
  atlas_test_window_close (window);
}

/* Of a place where nothing happens the pointer learns who holds it, since when and by what act. */
static void
test_hover_place (void)
{
  double x, y;
  AtlasWindow *window = open_tacheng (ATLAS_WINDOW_MONTH, &x, &y);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *map = atlas_test_get_map (window), *tip;

  atlas_view_state_set_show (state, atlas_view_state_get_show (state) & ~(guint) ATLAS_SHOW_EVENTS);
  atlas_view_state_set_date (state, atlas_day_from_gregorian (1867, 6, 1));
  atlas_test_settle (window);
  atlas_test_point (map, x, y);
  tip = atlas_test_find_class (GTK_WIDGET (window), "map-tip");
  g_assert_true (gtk_widget_get_mapped (tip));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (tip)),
                                   "Tacheng\nTarbagatai Dungans\nabout April 1866"));
  atlas_test_window_close (window);
}

/* Pixels about a border that are not land without anything on it. */
#define BORDER_ROOM 30.0

static gboolean
is_near_border (AtlasWindow *window, const AtlasViewport *viewport, double x, double y)
{
  AtlasPoint point;
  double distance;

  atlas_viewport_unproject (viewport, x, y, &point.lon, &point.lat);
  return atlas_history_index_nearest_segment (atlas_window_get_index (window),
                                              point,
                                              atlas_view_state_get_date (
                                                atlas_window_get_state (window)),
                                              &distance) != NULL &&
         distance / atlas_mercator_metres_per_pixel (point.lat, viewport->zoom) < BORDER_ROOM;
}

/* A point of the map on which nothing stands, and which no card covers. */
static gboolean
find_empty (AtlasWindow *window, double *x, double *y)
{
  GtkWidget *map = atlas_test_get_map (window);
  AtlasViewState *state = atlas_window_get_state (window);
  AtlasPictureSpec spec = { .date = atlas_view_state_get_date (state),
                            .window = atlas_view_state_get_window (state),
                            .show = atlas_view_state_get_show (state),
                            .lang = atlas_view_state_get_language (state) };
  AtlasViewport viewport = { .width = gtk_widget_get_width (map),
                             .height = gtk_widget_get_height (map),
                             .scale = 1.0 };
  g_autoptr (AtlasSiteLayout) sites = NULL;

  atlas_view_state_get_view (state, &viewport.lon, &viewport.lat, &viewport.zoom);
  sites = atlas_site_layout_new (atlas_window_get_index (window), &spec, &viewport);
  for (*y = viewport.height / 2.0; *y < viewport.height * 0.8; *y += 7.0)
    for (*x = viewport.width / 3.0; *x < viewport.width * 0.6; *x += 7.0)
      if (atlas_site_layout_pick (sites, *x, *y) == NULL &&
          !is_near_border (window, &viewport, *x, *y))
        return TRUE;
  return FALSE;
}

static void
test_empty_land (void)
{
  double x, y, empty_x = 0, empty_y = 0, lon, lat, zoom, moved_lon, moved_lat, moved_zoom;
  AtlasWindow *window = open_tacheng (ATLAS_WINDOW_MONTH, &x, &y);
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *map = atlas_test_get_map (window);

  g_assert_true (find_empty (window, &empty_x, &empty_y));
  atlas_view_state_get_view (state, &lon, &lat, &zoom);
  atlas_test_click (map, empty_x, empty_y);
  g_assert_null (get_selection (window));

  /* It also puts away what was chosen. */
  atlas_test_click (map, x, y);
  g_assert_cmpstr (get_selection (window), ==, PROTOCOL);
  atlas_test_click (map, empty_x, empty_y);
  g_assert_null (get_selection (window));
  g_assert_false (gtk_widget_get_mapped (get_page (window)));

  atlas_view_state_get_view (state, &moved_lon, &moved_lat, &moved_zoom);
  g_assert_cmpfloat_with_epsilon (moved_lon, lon, 1e-9);
  g_assert_cmpfloat_with_epsilon (moved_lat, lat, 1e-9);
  g_assert_cmpfloat_with_epsilon (moved_zoom, zoom, 1e-9);
  atlas_test_window_close (window);
}

/* A drag that begins and ends on a marker moves the map and chooses nothing. */
static void
test_drag_from_marker (void)
{
  double x, y, lon, lat, after_x, after_y;
  AtlasWindow *window = open_tacheng (ATLAS_WINDOW_MONTH, &x, &y);
  GtkWidget *map = atlas_test_get_map (window);

  g_assert_true (atlas_place_get_location (ATLAS_PLACE (lookup (window, TACHENG)), &lon, &lat));
  atlas_test_press (map, x, y);
  for (int i = 1; i <= 4; i++)
    atlas_test_point (map, x + 15 * i, y - 10 * i);
  atlas_test_release (map);
  g_assert_null (get_selection (window));

  /* The land has come along with the hand, which is still on the marker. */
  atlas_test_locate (window, lon, lat, &after_x, &after_y);
  g_assert_cmpfloat_with_epsilon (after_x, x + 60.0, 1.5);
  g_assert_cmpfloat_with_epsilon (after_y, y - 40.0, 1.5);

  /* Also when it comes back to where it began, with the marker under it. */
  atlas_test_press (map, after_x, after_y);
  for (int i = 0; i <= 6; i++)
    atlas_test_point (map, after_x + 10.0 * (3 - ABS (3 - i)), after_y);
  atlas_test_release (map);
  g_assert_null (get_selection (window));

  /* A hand that trembles still clicks. */
  atlas_test_press (map, after_x, after_y);
  atlas_test_point (map, after_x + 2, after_y + 2);
  atlas_test_release (map);
  g_assert_cmpstr (get_selection (window), ==, PROTOCOL);
  atlas_test_window_close (window);
}

static AtlasViewport
get_viewport (AtlasWindow *window)
{
  GtkWidget *map = atlas_test_get_map (window);
  AtlasViewport viewport = { .width = gtk_widget_get_width (map),
                             .height = gtk_widget_get_height (map),
                             .scale = 1.0 };

  atlas_view_state_get_view (atlas_window_get_state (window),
                             &viewport.lon,
                             &viewport.lat,
                             &viewport.zoom);
  return viewport;
}

/* The degree under the pointer stays under it, within a pixel. */
static void
assert_wheel_keeps (AtlasWindow *window, double x, double y, int notches)
{
  AtlasViewport before = get_viewport (window), after;
  double lon, lat, after_x, after_y;

  /* The pointer stands on whole pixels of the screen. */
  x = round (x);
  y = round (y);
  atlas_viewport_unproject (&before, x, y, &lon, &lat);
  atlas_test_wheel (atlas_test_get_map (window), x, y, notches);
  after = get_viewport (window);
  g_assert_true (notches < 0 ? after.zoom > before.zoom : after.zoom < before.zoom);
  atlas_viewport_project (&after, lon, lat, &after_x, &after_y);
  g_assert_cmpfloat_with_epsilon (after_x, x, 1.0);
  g_assert_cmpfloat_with_epsilon (after_y, y, 1.0);
}

static void
test_wheel (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *map = atlas_test_get_map (window);
  int width = gtk_widget_get_width (map), height = gtk_widget_get_height (map);

  go_to (window, 81.0, 44.0, 6.0, atlas_day_from_gregorian (1871, 7, 4));
  assert_wheel_keeps (window, width * 0.45, height * 0.7, -3);
  assert_wheel_keeps (window, width * 0.6, height * 0.3, 2);
  assert_wheel_keeps (window, width * 0.5, height * 0.5, -1);

  /* At the end of the zoom the land does not creep away under the wheel. */
  atlas_view_state_set_view (state, 81.0, 44.0, 12.0);
  AtlasViewport before = get_viewport (window);

  atlas_test_wheel (map, width * 0.5, height * 0.6, -2);
  AtlasViewport after = get_viewport (window);

  g_assert_cmpfloat_with_epsilon (after.zoom, 12.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (after.lon, before.lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.lat, before.lat, 1e-6);
  atlas_test_window_close (window);
}

/* How far the map went for a key, in pixels to the east and the south. */
static void
assert_key_pans (AtlasWindow *window, const char *key, double dx, double dy)
{
  AtlasViewport before = get_viewport (window), after;
  double x, y;

  atlas_test_key (atlas_test_get_map (window), key);
  after = get_viewport (window);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 1e-9);
  atlas_viewport_project (&before, after.lon, after.lat, &x, &y);
  g_assert_cmpfloat_with_epsilon (x - before.width / 2.0, dx, 0.5);
  g_assert_cmpfloat_with_epsilon (y - before.height / 2.0, dy, 0.5);
}

static void
test_keys (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  GtkWidget *map = atlas_test_get_map (window);
  AtlasDay date = atlas_day_from_gregorian (1871, 7, 4);
  AtlasViewport before;

  go_to (window, 81.0, 44.0, 6.0, date);
  assert_key_pans (window, "Right", 80, 0);
  assert_key_pans (window, "Left", -80, 0);
  assert_key_pans (window, "Up", 0, -80);
  assert_key_pans (window, "Down", 0, 80);
  assert_key_pans (window, "shift+Right", 320, 0);

  before = get_viewport (window);
  atlas_test_key (map, "plus");
  g_assert_cmpfloat (get_viewport (window).zoom, >, before.zoom + 0.4);
  g_assert_cmpfloat_with_epsilon (get_viewport (window).lon, before.lon, 1e-6);
  atlas_test_key (map, "minus");
  g_assert_cmpfloat_with_epsilon (get_viewport (window).zoom, before.zoom, 1e-6);
  g_assert_cmpint (atlas_view_state_get_date (atlas_window_get_state (window)), ==, date);
  atlas_test_window_close (window);
}

/* N and P walk through the events of the window as the list has them, without a pointer: with
 * nothing chosen from the date on, or back from it. */
static void
test_event_keys (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  GtkWidget *map = atlas_test_get_map (window);
  AtlasDay date = atlas_day_from_gregorian (1871, 7, 4);
  g_autoptr (GPtrArray) events = NULL;
  guint next = 0;
  const char *keys[] = { "n", "n", "p", "Escape", "p" };
  int steps[] = { 0, 1, 0, G_MAXINT, -1 };

  go_to (window, 81.0, 44.0, 6.0, date);
  events =
    atlas_history_index_events_in (atlas_window_get_index (window),
                                   atlas_view_state_get_window (atlas_window_get_state (window)),
                                   NULL);
  while (next < events->len &&
         atlas_record_get_bounds (g_ptr_array_index (events, next)).begin < date)
    next++;
  g_assert_cmpuint (next, >, 0);
  g_assert_cmpuint (next + 1, <, events->len);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      atlas_test_key (map, keys[i]);
      if (steps[i] == G_MAXINT)
        g_assert_null (get_selection (window));
      else
        g_assert_cmpstr (get_selection (window),
                         ==,
                         atlas_record_get_id (
                           g_ptr_array_index (events, (guint) ((int) next + steps[i]))));
    }
  atlas_test_window_close (window);
}

/* North of everything the map stands still, and comes back with the first pixel. */
static void
test_poles (void)
{
  AtlasWindow *window = atlas_test_window_open ();
  AtlasViewState *state = atlas_window_get_state (window);
  GtkWidget *map = atlas_test_get_map (window);
  int width = gtk_widget_get_width (map), height = gtk_widget_get_height (map);
  double lat;

  for (int sign = -1; sign <= 1; sign += 2)
    {
      go_to (window, 81.0, 79.0 * sign, 4.0, atlas_day_from_gregorian (1871, 7, 4));
      for (guint i = 0; i < 4; i++)
        atlas_test_key (map, sign > 0 ? "Up" : "Down");
      g_assert_cmpfloat_with_epsilon (get_viewport (window).lat, 80.0 * sign, 1e-9);
      assert_key_pans (window, sign > 0 ? "Down" : "Up", 0, 80 * sign);
      atlas_test_key (map, sign > 0 ? "Up" : "Down");
      atlas_test_key (map, sign > 0 ? "Up" : "Down");

      /* The same by hand. */
      atlas_test_press (map, width / 2.0, height / 2.0);
      for (int i = 1; i <= 3; i++)
        atlas_test_point (map, width / 2.0, height / 2.0 + 40 * i * sign);
      atlas_test_release (map);
      atlas_view_state_get_view (state, NULL, &lat, NULL);
      g_assert_cmpfloat_with_epsilon (lat, 80.0 * sign, 1e-9);
      atlas_test_settle (window);
    }
  atlas_test_window_close (window);
}

int
main (int argc, char **argv)
{
  atlas_test_init_widgets (&argc, &argv);
  g_test_add_func ("/app/window-map/treaty", test_treaty);
  g_test_add_func ("/app/window-map/list-of-events", test_list_of_events);
  g_test_add_func ("/app/window-map/hover", test_hover);
  g_test_add_func ("/app/window-map/hover-place", test_hover_place);
  g_test_add_func ("/app/window-map/empty-land", test_empty_land);
  g_test_add_func ("/app/window-map/drag-from-marker", test_drag_from_marker);
  g_test_add_func ("/app/window-map/wheel", test_wheel);
  g_test_add_func ("/app/window-map/keys", test_keys);
  g_test_add_func ("/app/window-map/event-keys", test_event_keys);
  g_test_add_func ("/app/window-map/poles", test_poles);
  return g_test_run ();
}
