/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <shumate/shumate.h>

#include "atlas-accessible-names.h"
#include "atlas-base-layer.h"
#include "atlas-base-tiles.h"
#include "atlas-change-layer.h"
#include "atlas-date-format.h"
#include "atlas-date-plate.h"
#include "atlas-focus-order.h"
#include "atlas-frame-memory.h"
#include "atlas-history-layer.h"
#include "atlas-legend.h"
#include "atlas-map-input.h"
#include "atlas-map-stops.h"
#include "atlas-map-targets.h"
#include "atlas-map-view.h"
#include "atlas-overlay-layer.h"
#include "atlas-page-blocks.h"
#include "atlas-picture-export.h"
#include "atlas-scale-bar.h"
#include "atlas-territory-layer.h"

/* Closer than this a cluster of several places is told apart by the list, not by moving closer. */
#define MOST_ZOOM 12.0
#define CLUSTER_LEVELS 1.5
/* The zoom to which the map travels for a record; further in it stays as it is. */
#define RECORD_ZOOM 6.5
/* Nearer to the edge than this many pixels a place counts as out of sight. */
#define EDGE 40
/* Pixels between the pointer and its tip. */
#define TIP_OFFSET 18
/* A pointer that rests for so many milliseconds asks what the land under it is. */
#define REST_MS 450
/* Pixels by which a click may miss a border. */
#define BORDER_SLACK 5.0
/* Device pixels of a saved picture for each logical one. */
#define PICTURE_SCALE 2.0
/* Pixels about a box that is brought into view, and how far in that may lead. */
#define BOX_EDGE 72
#define BOX_ZOOM 8.0
/* Of the date plate from the edge of the map, pixels: alone or on the left, and beside the buttons.
 */
#define PLATE_MARGIN 14
#define PLATE_MARGIN_RIGHT 62
/* Of the scale bar and the legend from the lower edge, pixels: alone, and above the line that says
 * who made a map. */
#define CARD_MARGIN 14
#define CARD_MARGIN_ABOVE 28
/* Narrower than this the legend shows as a button. */
#define WIDTH_FOR_LEGEND 800
/* And than this the date plate leaves the other calendars to the pages. */
#define WIDTH_FOR_CALENDARS 400
/* Pixels to which the places of cards are rounded. */
#define CARD_STEP 24.0

struct _AtlasMapView
{
  AtlasHistoryWidget parent_instance;

  GtkOverlay *overlay;
  ShumateMap *map;
  AtlasMapStops *stops;
  AtlasDatePlate *plate;
  GtkWidget *zoom_buttons;
  AtlasScaleBar *scale_bar;
  AtlasLegend *legend;
  GtkLabel *tip;
  GtkWidget *cover_text;
  GtkLabel *cover_title;
  GtkLabel *cover_subtitle;
  GtkLabel *cover_description;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasBasemap *basemap;
  AtlasMapInput *input;
  AtlasLayer *layers[3];
  AtlasBaseTiles *tiles;
  AtlasLayer *change_layer;         /* (nullable) only while there are changes */
  GPtrArray *changes;               /* (nullable) those that it hatches */
  AtlasOverlayList *overlays;       /* (nullable) */
  AtlasOverlayLayer *overlay_layer; /* (nullable) only while there are files, or a ground */
  gboolean cover;
  gboolean plain;
  AtlasMapRole role;
  AtlasRect hidden;
  guint fold;
  guint rest;
  double pointer_x, pointer_y;

  AtlasMapTargets *targets; /* (nullable) of what is on the screen; made when asked for */
};

enum
{
  PROP_0,
  PROP_BASEMAP,
  PROP_COVER,
  N_PROPERTIES,
};

enum
{
  SIGNAL_FEATURE_CHOSEN,
  SIGNAL_LANDED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasMapView, atlas_map_view, ATLAS_TYPE_HISTORY_WIDGET)

static AtlasMapTargets *
get_targets (AtlasMapView *self)
{
  if (self->targets == NULL && self->index != NULL)
    {
      AtlasPictureSpec spec = atlas_layer_spec_from_state (self->state);
      AtlasViewport viewport =
        atlas_layer_viewport_from_state (self->state,
                                         gtk_widget_get_width (GTK_WIDGET (self)),
                                         gtk_widget_get_height (GTK_WIDGET (self)),
                                         gtk_widget_get_scale_factor (GTK_WIDGET (self)));

      self->targets = atlas_map_targets_new (self->index, &spec, &viewport);
    }
  return self->targets;
}

static void
forget_targets (AtlasMapView *self)
{
  g_clear_pointer (&self->targets, atlas_map_targets_free);
}

static AtlasPoint
get_point (AtlasMapView *self, double x, double y)
{
  AtlasViewport viewport =
    atlas_layer_viewport_from_state (self->state,
                                     gtk_widget_get_width (GTK_WIDGET (self)),
                                     gtk_widget_get_height (GTK_WIDGET (self)),
                                     1.0);
  AtlasPoint point;

  atlas_viewport_unproject (&viewport, x, y, &point.lon, &point.lat);
  return point;
}

/* Several events at one place choose the place; a cluster of places is taken apart by moving
 * closer. */
static void
choose_target (AtlasMapView *self, const AtlasMapTarget *target)
{
  const char *id = atlas_map_target_get_id (target);
  AtlasPoint point;
  double zoom;

  if (id != NULL)
    {
      atlas_view_state_set_selection (self->state, id);
      return;
    }
  point = get_point (self, target->site->x, target->site->y);
  atlas_view_state_get_view (self->state, NULL, NULL, &zoom);
  atlas_map_input_fly_to (self->input,
                          point.lon,
                          point.lat,
                          MIN (zoom + CLUSTER_LEVELS, MOST_ZOOM));
}

static void
site_chosen_cb (AtlasMapView *self, const AtlasSite *site)
{
  const AtlasMapTarget target = { .site = site };

  choose_target (self, &target);
}

/* The border within BORDER_SLACK of a point, while borders are shown. (nullable) */
static AtlasSegment *
find_border (AtlasMapView *self, AtlasPoint point)
{
  double zoom, distance;
  AtlasSegment *segment;

  if (!(atlas_view_state_get_show (self->state) & ATLAS_SHOW_BORDERS))
    return NULL;
  segment = atlas_history_index_nearest_segment (self->index,
                                                 point,
                                                 atlas_view_state_get_date (self->state),
                                                 &distance);
  atlas_view_state_get_view (self->state, NULL, NULL, &zoom);
  return segment != NULL &&
             distance <= BORDER_SLACK * atlas_mercator_metres_per_pixel (point.lat, zoom)
           ? segment
           : NULL;
}

/* What is there of the user's own files. */
static AtlasOverlayHit
find_feature (AtlasMapView *self, double x, double y)
{
  return self->overlay_layer != NULL ? atlas_overlay_layer_pick (self->overlay_layer, x, y)
                                     : (AtlasOverlayHit){ 0 };
}

static void
choose_feature (AtlasMapView *self, const AtlasOverlayHit *hit, double x, double y)
{
  g_signal_emit (self,
                 signals[SIGNAL_FEATURE_CHOSEN],
                 0,
                 hit->index,
                 hit->is_area,
                 hit->item,
                 x,
                 y);
}

/* A point of the user's is smaller than a mark of the atlas and comes first; their areas reach far
 * and come last. */
static void
clicked_cb (AtlasMapView *self, double x, double y)
{
  AtlasOverlayHit hit = self->cover ? (AtlasOverlayHit){ 0 } : find_feature (self, x, y);
  AtlasMapTarget target;
  AtlasSegment *border = NULL;

  if (self->cover)
    return;
  if (hit.index != NULL && !hit.is_area)
    {
      choose_feature (self, &hit, x, y);
      return;
    }
  target = atlas_map_targets_pick (get_targets (self), x, y);
  if (!atlas_map_target_is_none (&target))
    {
      choose_target (self, &target);
      return;
    }
  if (self->index != NULL)
    border = find_border (self, get_point (self, x, y));
  if (border == NULL && hit.index != NULL)
    choose_feature (self, &hit, x, y);
  else
    atlas_view_state_set_selection (self->state,
                                    border != NULL ? atlas_record_get_id (ATLAS_RECORD (border))
                                                   : NULL);
}

static void
place_tip (AtlasMapView *self, double x, double y)
{
  double right = gtk_widget_get_width (GTK_WIDGET (self));
  int width, height;

  /* Its margins count as its size, and the last ones have nothing to do with these. */
  gtk_widget_set_margin_start (GTK_WIDGET (self->tip), 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->tip), 0);
  gtk_widget_measure (GTK_WIDGET (self->tip),
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      NULL,
                      &width,
                      NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (self->tip),
                      GTK_ORIENTATION_VERTICAL,
                      width,
                      NULL,
                      &height,
                      NULL,
                      NULL);
  x += TIP_OFFSET;
  y += TIP_OFFSET;
  if (self->role == ATLAS_MAP_LEFT && self->hidden.width > 0.0)
    right = self->hidden.x;
  if (x + width > right)
    x -= width + 2 * TIP_OFFSET;
  if (y + height > gtk_widget_get_height (GTK_WIDGET (self)))
    y -= height + 2 * TIP_OFFSET;
  gtk_widget_set_margin_start (GTK_WIDGET (self->tip), MAX (0, (int) x));
  gtk_widget_set_margin_top (GTK_WIDGET (self->tip), MAX (0, (int) y));
}

static void
show_tip (AtlasMapView *self, const char *text)
{
  /* What is not visible has no size to be placed by. */
  gtk_widget_set_visible (GTK_WIDGET (self->tip), text != NULL);
  if (text == NULL)
    return;
  gtk_label_set_text (self->tip, text);
  place_tip (self, self->pointer_x, self->pointer_y);
}

static AtlasPageContext
get_context (AtlasMapView *self)
{
  return (AtlasPageContext){
    .dataset = atlas_history_index_get_dataset (self->index),
    .lang = atlas_view_state_get_language (self->state),
    .date = atlas_view_state_get_date (self->state),
  };
}

/* The border or the land on which the pointer rests: whose it is, in what standing, since when and
 * by what act. */
static gboolean
rest_cb (gpointer user_data)
{
  AtlasMapView *self = user_data;
  AtlasPoint point = get_point (self, self->pointer_x, self->pointer_y);
  AtlasDay date = atlas_view_state_get_date (self->state);
  AtlasPageContext context = get_context (self);
  AtlasSegment *border = find_border (self, point);
  AtlasTerritory *territory = NULL;
  g_autofree char *text = NULL;

  self->rest = 0;
  atlas_history_index_held (self->index, point, date, &territory);
  if (border != NULL)
    text = atlas_page_describe_border (&context, border);
  else if (territory != NULL && atlas_view_state_get_show (self->state) & ATLAS_SHOW_TERRITORIES)
    text = atlas_page_describe_territory (&context, territory);
  show_tip (self, text);
  return G_SOURCE_REMOVE;
}

/* What is under the pointer; of a place where nothing happens, who holds it, too. */
static char *
describe_target (AtlasMapView *self, const AtlasMapTarget *target)
{
  AtlasPageContext context = get_context (self);
  g_autofree char *text = atlas_map_target_describe (target, &context);
  g_autofree char *holder = NULL;

  if (target->site != NULL && target->site->n_events == 0 && target->site->place != NULL)
    holder = atlas_page_describe_town (&context, self->index, target->site->place);
  return holder != NULL ? g_strdup_printf ("%s\n%s", text, holder) : g_steal_pointer (&text);
}

static void
pointed_cb (AtlasMapView *self, double x, double y)
{
  AtlasOverlayHit feature;
  AtlasMapTarget target = { 0 };
  g_autofree char *text = NULL;
  gboolean inside = x >= 0.0 && !self->cover && get_targets (self) != NULL, none;

  /* Motion without movement comes when something under a resting pointer changes. */
  if (inside && x - self->pointer_x < 0.5 && self->pointer_x - x < 0.5 &&
      y - self->pointer_y < 0.5 && self->pointer_y - y < 0.5)
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->pointer_x = x;
  self->pointer_y = y;
  if (inside)
    {
      target = atlas_map_targets_pick (self->targets, x, y);
      text = describe_target (self, &target);
    }
  none = atlas_map_target_is_none (&target);
  feature = inside ? find_feature (self, x, y) : (AtlasOverlayHit){ 0 };
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map),
                                   !none || (feature.index != NULL && !feature.is_area) ? "pointer"
                                                                                        : NULL);
  if (inside && none)
    self->rest = g_timeout_add (REST_MS, rest_cb, self);
  /* The targets are forgotten with this, and the one under the pointer with them. */
  atlas_view_state_set_hovered (self->state, atlas_map_target_get_id (&target));
  show_tip (self, text);
}

static void
landed_cb (AtlasMapView *self)
{
  g_signal_emit (self, signals[SIGNAL_LANDED], 0);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_map_input_zoom_by (ATLAS_MAP_VIEW (widget)->input, 0.5);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_map_input_zoom_by (ATLAS_MAP_VIEW (widget)->input, -0.5);
}

/* The view's changes reach libshumate's viewport, for layers that are its own. */
static void
view_changed_cb (AtlasMapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  double lon, lat, zoom;

  atlas_view_state_get_view (self->state, &lon, &lat, &zoom);
  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), lat, lon);
}

/* Two maps beside each other are told apart by their dates. */
static void
update_name (AtlasMapView *self)
{
  g_autofree char *date = atlas_date_format_day (atlas_view_state_get_date (self->state),
                                                 ATLAS_DATE_LONG,
                                                 atlas_view_state_get_language (self->state));
  /* Translators: %s is a date: one of two maps that are compared. */
  g_autofree char *name =
    self->role != ATLAS_MAP_ALONE ? g_strdup_printf (_ ("Map of %s"), date) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _ ("Map"),
                                  -1);
}

static void
state_changed_cb (AtlasMapView *self, GParamSpec *pspec)
{
  forget_targets (self);
  if (self->role != ATLAS_MAP_ALONE &&
      (g_str_equal (pspec->name, "date") || g_str_equal (pspec->name, "language")))
    update_name (self);
  if (g_str_equal (pspec->name, "lon") || g_str_equal (pspec->name, "lat") ||
      g_str_equal (pspec->name, "zoom"))
    view_changed_cb (self);
}

static void
update_controls (AtlasMapView *self)
{
  GtkWidget *plate = GTK_WIDGET (self->plate);
  gboolean right = self->role == ATLAS_MAP_RIGHT, bare = self->cover || self->plain;

  gtk_widget_set_visible (plate, !bare);
  gtk_widget_set_visible (GTK_WIDGET (self->stops), !bare);
  gtk_widget_set_visible (self->zoom_buttons, !bare && self->role != ATLAS_MAP_LEFT);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_bar), !bare && !right);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !bare && self->role != ATLAS_MAP_LEFT);
  gtk_widget_set_halign (plate, right ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_margin_end (plate, right ? PLATE_MARGIN_RIGHT : PLATE_MARGIN);
}

static void
update_corners (AtlasMapView *self)
{
  int margin = atlas_base_tiles_get_attributed (self->tiles) ? CARD_MARGIN_ABOVE : CARD_MARGIN;

  gtk_widget_set_margin_bottom (GTK_WIDGET (self->scale_bar),
                                self->role == ATLAS_MAP_LEFT ? margin : CARD_MARGIN);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->legend), margin);
}

static void
update_cover (AtlasMapView *self)
{
  update_controls (self);
  atlas_base_tiles_set_hidden (self->tiles, self->cover);
  gtk_widget_set_visible (self->cover_text, self->cover);
  /* Behind the title the land is enough. */
  for (guint i = 0; i < G_N_ELEMENTS (self->layers); i++)
    g_object_set (self->layers[i],
                  "mask",
                  self->cover ? ~(guint) (ATLAS_SHOW_EVENTS | ATLAS_SHOW_ROUTES) : G_MAXUINT,
                  NULL);
}

/* Cards grow and shrink by a few pixels with the words in them. Labels keep clear of whole steps,
 * for else each date would have them placed twice. */
static AtlasRect
round_card (const graphene_rect_t *bounds)
{
  double x = floor (bounds->origin.x / CARD_STEP) * CARD_STEP,
         y = floor (bounds->origin.y / CARD_STEP) * CARD_STEP;
  double right = ceil ((bounds->origin.x + bounds->size.width) / CARD_STEP) * CARD_STEP,
         bottom = ceil ((bounds->origin.y + bounds->size.height) / CARD_STEP) * CARD_STEP;

  return (AtlasRect){ x, y, right - x, bottom - y };
}

/* Labels keep clear of the cards that lie over the map. */
static void
update_cards (AtlasMapView *self)
{
  GtkWidget *widgets[ATLAS_PICTURE_MOST_CARDS] = { GTK_WIDGET (self->plate),
                                                   self->zoom_buttons,
                                                   GTK_WIDGET (self->scale_bar),
                                                   GTK_WIDGET (self->legend) };
  AtlasRect cards[ATLAS_PICTURE_MOST_CARDS];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_visible (widgets[i]) ||
          !gtk_widget_compute_bounds (widgets[i], GTK_WIDGET (self), &bounds))
        continue;
      cards[n++] = round_card (&bounds);
    }
  if (self->hidden.width > 0.0 && n < ATLAS_PICTURE_MOST_CARDS)
    cards[n++] = self->hidden;
  atlas_layer_set_cards (self->layers[2], cards, n);
}

/* What depends on the size, once sizes have been given out. */
static gboolean
fold_cb (gpointer user_data)
{
  AtlasMapView *self = user_data;
  double width =
    gtk_widget_get_width (GTK_WIDGET (self)) / atlas_view_state_get_text_scale (self->state);

  self->fold = 0;
  atlas_legend_set_compact (self->legend,
                            self->role != ATLAS_MAP_ALONE || width < WIDTH_FOR_LEGEND);
  /* Two maps have two plates. */
  if (self->role != ATLAS_MAP_ALONE)
    width /= 2.0;
  atlas_date_plate_set_compact (self->plate, width < WIDTH_FOR_CALENDARS);
  update_cards (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fold (AtlasMapView *self)
{
  if (self->fold == 0)
    self->fold = g_idle_add_full (G_PRIORITY_HIGH, fold_cb, self, NULL);
}

static void
atlas_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  forget_targets (self);
  gtk_widget_allocate (GTK_WIDGET (self->overlay), width, height, baseline, NULL);
  atlas_frame_memory_keep (widget);
  queue_fold (self);
}

static void
atlas_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (self->layers); i++)
    atlas_layer_begin (self->layers[i]);
  GTK_WIDGET_CLASS (atlas_map_view_parent_class)->snapshot (widget, snapshot);
}

/* The map comes first, whatever lies above its middle. */
static gboolean
atlas_map_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);
  GtkWidget *const order[] = {
    GTK_WIDGET (self->map), GTK_WIDGET (self->stops), self->zoom_buttons, GTK_WIDGET (self->legend)
  };

  return atlas_focus_order_move (order, G_N_ELEMENTS (order), direction);
}

static void
atlas_map_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (ATLAS_MAP_VIEW (widget)->overlay),
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
}

/* ShumateMap's own gestures are taken off: AtlasMapInput does their work. */
static void
remove_own_gestures (ShumateMap *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (map));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      gtk_widget_remove_controller (GTK_WIDGET (map), controller);
    }
}

static void
add_layers (AtlasMapView *self)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  shumate_viewport_set_min_zoom_level (viewport, 0);
  shumate_viewport_set_max_zoom_level (viewport, 20);
  self->layers[0] = atlas_base_layer_new (viewport);
  self->layers[1] = atlas_territory_layer_new (viewport);
  self->layers[2] = atlas_history_layer_new (viewport);
  for (guint i = 0; i < G_N_ELEMENTS (self->layers); i++)
    {
      g_object_set (self->layers[i], "state", self->state, NULL);
      shumate_map_add_layer (self->map, SHUMATE_LAYER (self->layers[i]));
    }
  self->tiles = atlas_base_tiles_new (self->overlay, self->map, self->layers[0], self->state);
  g_signal_connect_object (self->tiles,
                           "notify::attributed",
                           G_CALLBACK (update_corners),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_map_view_constructed (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->constructed (object);

  remove_own_gestures (self->map);
  add_layers (self);
  self->input = atlas_map_input_new (GTK_WIDGET (self->map), self->state);
  g_signal_connect_object (self->input,
                           "clicked",
                           G_CALLBACK (clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input, "landed", G_CALLBACK (landed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->input,
                           "pointed",
                           G_CALLBACK (pointed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify",
                           G_CALLBACK (state_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stops,
                           "chosen",
                           G_CALLBACK (site_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  atlas_history_widget_set_state (ATLAS_HISTORY_WIDGET (self->stops), self->state);
  g_object_set (self->plate, "state", self->state, NULL);
  g_object_set (self->scale_bar, "state", self->state, NULL);
  g_object_set (self->legend, "state", self->state, NULL);
  view_changed_cb (self);
  atlas_accessible_names_complete (GTK_WIDGET (self));
}

static void
atlas_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch (id)
    {
    case PROP_BASEMAP:
      g_value_set_boxed (value, self->basemap);
      break;
    case PROP_COVER:
      g_value_set_boolean (value, self->cover);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);

  switch (id)
    {
    case PROP_BASEMAP:
      atlas_map_view_set_basemap (self, g_value_get_boxed (value));
      break;
    case PROP_COVER:
      self->cover = g_value_get_boolean (value);
      update_cover (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_map_view_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  ATLAS_MAP_VIEW (widget)->state = state;
}

static void
atlas_map_view_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (widget);

  self->index = index;
  forget_targets (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->layers); i++)
    g_object_set (self->layers[i], "index", index, NULL);
  g_object_set (atlas_base_tiles_get_layer (self->tiles), "index", index, NULL);
  if (self->change_layer != NULL)
    g_object_set (self->change_layer, "index", index, NULL);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->legend), index);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->stops), index);
}

static void
atlas_map_view_dispose (GObject *object)
{
  AtlasMapView *self = ATLAS_MAP_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fold, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  forget_targets (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->overlays);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_object (&self->tiles);

  G_OBJECT_CLASS (atlas_map_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, overlay);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, map);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, stops);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, plate);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, zoom_buttons);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, scale_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, legend);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, tip);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, cover_text);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, cover_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, cover_subtitle);
  gtk_widget_class_bind_template_child (widget_class, AtlasMapView, cover_description);
}

static void
atlas_map_view_class_init (AtlasMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  object_class->constructed = atlas_map_view_constructed;
  object_class->get_property = atlas_map_view_get_property;
  object_class->set_property = atlas_map_view_set_property;
  object_class->dispose = atlas_map_view_dispose;
  history_class->set_state = atlas_map_view_set_state;
  history_class->set_index = atlas_map_view_set_index;
  widget_class->size_allocate = atlas_map_view_size_allocate;
  widget_class->focus = atlas_map_view_focus;
  widget_class->measure = atlas_map_view_measure;
  widget_class->snapshot = atlas_map_view_snapshot;

  properties[PROP_BASEMAP] = g_param_spec_boxed ("basemap", NULL, NULL, ATLAS_TYPE_BASEMAP, flags);
  properties[PROP_COVER] = g_param_spec_boolean ("cover", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_FEATURE_CHOSEN] = g_signal_new ("feature-chosen",
                                                 ATLAS_TYPE_MAP_VIEW,
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 5,
                                                 ATLAS_TYPE_OVERLAY_INDEX,
                                                 G_TYPE_BOOLEAN,
                                                 G_TYPE_UINT,
                                                 G_TYPE_DOUBLE,
                                                 G_TYPE_DOUBLE);
  signals[SIGNAL_LANDED] = g_signal_new ("landed",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         0);

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_action);

  g_type_ensure (SHUMATE_TYPE_MAP);
  g_type_ensure (ATLAS_TYPE_DATE_PLATE);
  g_type_ensure (ATLAS_TYPE_LEGEND);
  g_type_ensure (ATLAS_TYPE_MAP_STOPS);
  g_type_ensure (ATLAS_TYPE_SCALE_BAR);
  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_map_view_init (AtlasMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
atlas_map_view_set_basemap (AtlasMapView *self, AtlasBasemap *basemap)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (basemap == self->basemap)
    return;
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (self->layers); i++)
    g_object_set (self->layers[i], "basemap", basemap, NULL);
  if (self->change_layer != NULL)
    g_object_set (self->change_layer, "basemap", basemap, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASEMAP]);
}

void
atlas_map_view_set_library (AtlasMapView *self, AtlasTileLibrary *library)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  atlas_base_tiles_set_library (self->tiles, library);
}

void
atlas_map_view_set_cover_text (AtlasMapView *self,
                               const char *title,
                               const char *subtitle,
                               const char *description)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  gtk_label_set_text (self->cover_title, title);
  gtk_label_set_text (self->cover_subtitle, subtitle);
  gtk_label_set_text (self->cover_description, description);
}

/* The zoom at which a share of the Mercator square is @pixels long. */
static double
get_zoom_for (double share, double pixels)
{
  return log2 (MAX (pixels, 1.0) / (MAX (share, 1e-9) * atlas_mercator_world_size (0.0)));
}

void
atlas_map_view_show_box (AtlasMapView *self, AtlasBox box)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  double west = atlas_mercator_x (box.west), east = atlas_mercator_x (box.east),
         north = atlas_mercator_y (box.north), south = atlas_mercator_y (box.south);
  double zoom;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (box.west <= box.east && box.south <= box.north);

  zoom = MIN (get_zoom_for (east - west, width - 2.0 * BOX_EDGE),
              get_zoom_for (south - north, height - 2.0 * BOX_EDGE));
  atlas_map_input_fly_to (self->input,
                          atlas_mercator_lon ((west + east) / 2.0),
                          atlas_mercator_lat ((north + south) / 2.0),
                          MIN (zoom, BOX_ZOOM));
}

void
atlas_map_view_set_role (AtlasMapView *self, AtlasMapRole role)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (self->role == role)
    return;
  self->role = role;
  update_controls (self);
  atlas_base_tiles_set_side (self->tiles, role == ATLAS_MAP_LEFT ? GTK_ALIGN_START : GTK_ALIGN_END);
  update_corners (self);
  update_name (self);
  queue_fold (self);
}

void
atlas_map_view_set_hidden (AtlasMapView *self, AtlasRect hidden)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  self->hidden = hidden;
  update_cards (self);
}

void
atlas_map_view_set_changes (AtlasMapView *self, GPtrArray *changes, int chosen)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = changes != NULL ? g_ptr_array_ref (changes) : NULL;
  atlas_legend_set_changes (self->legend, changes);
  if (changes == NULL)
    {
      if (self->change_layer != NULL)
        shumate_map_remove_layer (self->map, SHUMATE_LAYER (self->change_layer));
      self->change_layer = NULL;
      return;
    }
  if (self->change_layer == NULL)
    {
      self->change_layer = atlas_change_layer_new (shumate_map_get_viewport (self->map));
      g_object_set (self->change_layer,
                    "state",
                    self->state,
                    "index",
                    self->index,
                    "basemap",
                    self->basemap,
                    NULL);
      shumate_map_insert_layer_above (self->map,
                                      SHUMATE_LAYER (self->change_layer),
                                      SHUMATE_LAYER (self->layers[1]));
    }
  atlas_change_layer_set_changes (ATLAS_CHANGE_LAYER (self->change_layer), changes, chosen);
}

static AtlasOverlayLayer *
get_overlay_layer (AtlasMapView *self)
{
  if (self->overlay_layer == NULL)
    {
      self->overlay_layer =
        atlas_overlay_layer_new (shumate_map_get_viewport (self->map), self->state);
      shumate_map_insert_layer_behind (self->map,
                                       SHUMATE_LAYER (self->overlay_layer),
                                       SHUMATE_LAYER (self->layers[2]));
    }
  return self->overlay_layer;
}

static void
overlays_changed_cb (AtlasMapView *self)
{
  g_autoptr (GPtrArray) shown = atlas_overlay_list_get_shown (self->overlays);

  if (self->overlay_layer != NULL || shown->len > 0)
    atlas_overlay_layer_set_overlays (get_overlay_layer (self), shown);
}

void
atlas_map_view_set_overlays (AtlasMapView *self, AtlasOverlayList *overlays)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (ATLAS_IS_OVERLAY_LIST (overlays));
  g_return_if_fail (self->overlays == NULL);

  self->overlays = g_object_ref (overlays);
  g_signal_connect_object (overlays,
                           "changed",
                           G_CALLBACK (overlays_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  overlays_changed_cb (self);
}

void
atlas_map_view_set_plain (AtlasMapView *self, const AtlasColor *ground)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (ground != NULL);

  self->plain = TRUE;
  update_controls (self);
  atlas_overlay_layer_set_ground (get_overlay_layer (self), ground);
}

/* FALSE where the record has no place of its own, or one that is not located. */
static gboolean
locate_record (AtlasMapView *self, const char *id, double *lon, double *lat)
{
  AtlasDataset *dataset;
  AtlasEvent *event;
  AtlasPlace *place;

  if (self->index == NULL)
    return FALSE;
  dataset = atlas_history_index_get_dataset (self->index);
  event = atlas_dataset_lookup_event (dataset, id);
  place = atlas_dataset_lookup_place (dataset, event != NULL ? atlas_event_get_site (event) : id);
  return place != NULL && atlas_place_get_location (place, lon, lat);
}

/* All of a person's or a campaign's events together. */
static void
show_events_of (AtlasMapView *self, const char *id)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (self->index);
  GPtrArray *events = atlas_dataset_get_events_of (dataset, id);
  AtlasBox box = { 180.0, 90.0, -180.0, -90.0 };
  double lon, lat;

  for (guint i = 0; i < events->len; i++)
    {
      AtlasPlace *place =
        atlas_dataset_lookup_place (dataset, atlas_event_get_site (events->pdata[i]));

      if (place == NULL || !atlas_place_get_location (place, &lon, &lat))
        continue;
      box.west = MIN (box.west, lon);
      box.east = MAX (box.east, lon);
      box.south = MIN (box.south, lat);
      box.north = MAX (box.north, lat);
    }
  if (box.west <= box.east)
    atlas_map_view_show_box (self, box);
}

void
atlas_map_view_show_record (AtlasMapView *self, const char *id)
{
  double lon, lat, zoom;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (!locate_record (self, id, &lon, &lat))
    {
      show_events_of (self, id);
      return;
    }
  atlas_view_state_get_view (self->state, NULL, NULL, &zoom);
  atlas_map_input_fly_to (self->input, lon, lat, MAX (zoom, RECORD_ZOOM));
}

void
atlas_map_view_reveal_record (AtlasMapView *self, const char *id)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  AtlasViewport viewport = atlas_layer_viewport_from_state (self->state, width, height, 1.0);
  double lon, lat, x, y;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  if (!locate_record (self, id, &lon, &lat))
    return;
  atlas_viewport_project (&viewport, lon, lat, &x, &y);
  if (x < EDGE || y < EDGE || x > width - EDGE || y > height - EDGE)
    atlas_map_input_fly_to (self->input, lon, lat, viewport.zoom);
}

void
atlas_map_view_fly_to (AtlasMapView *self, double lon, double lat, double zoom)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  atlas_map_input_fly_to (self->input, lon, lat, zoom);
}

gboolean
atlas_map_view_save_picture (AtlasMapView *self, const char *path, GError **error)
{
  g_autoptr (AtlasTileSheet) tiles = NULL;
  AtlasPictureSpec spec;
  AtlasViewport viewport;

  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  spec = atlas_layer_spec_from_state (self->state);
  viewport = atlas_layer_viewport_from_state (self->state,
                                              gtk_widget_get_width (GTK_WIDGET (self)),
                                              gtk_widget_get_height (GTK_WIDGET (self)),
                                              PICTURE_SCALE);
  spec.changes = self->changes;
  spec.compared = atlas_view_state_get_compare_date (self->state);
  /* A larger picture is made of the tiles that are on the screen. */
  viewport.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  tiles = atlas_base_tiles_get_sheet (self->tiles, &viewport);
  viewport.scale = PICTURE_SCALE;
  spec.tiles = tiles;
  spec.tiles_opacity = atlas_view_state_get_base_opacity (self->state);
  return atlas_picture_export (self->basemap, self->index, &spec, &viewport, path, error);
}

gboolean
atlas_map_view_is_settled (AtlasMapView *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_VIEW (self), FALSE);

  for (guint i = 0; self->index != NULL && i < G_N_ELEMENTS (self->layers); i++)
    if (!atlas_layer_is_settled (self->layers[i]))
      return FALSE;
  if (self->overlay_layer != NULL && !atlas_overlay_layer_is_settled (self->overlay_layer))
    return FALSE;
  if (!atlas_tile_layer_is_settled (atlas_base_tiles_get_layer (self->tiles)))
    return FALSE;
  return self->change_layer == NULL || atlas_layer_is_settled (self->change_layer);
}

void
atlas_map_view_prepare (AtlasMapView *self, int width, int height)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->layers); i++)
    atlas_layer_prepare (self->layers[i], width, height);
}
