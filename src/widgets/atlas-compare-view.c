/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-change-painter.h"
#include "atlas-compare-divider.h"
#include "atlas-compare-pane.h"
#include "atlas-compare-view.h"

/* A divider that has not moved for so many milliseconds rests: names go to where they are seen. */
#define REST_MS 150

/* How the room is shared; no padding, so that two can be compared at once. */
typedef struct
{
  double position;
  int width, height, mode, compares;
} Shape;

struct _AtlasCompareView
{
  AtlasHistoryWidget parent_instance;

  AtlasMapView *map;
  GtkWidget *pane;

  AtlasMapView *other_map; /* (nullable) these four only while two dates are compared */
  GtkWidget *other_pane;
  AtlasCompareDivider *divider;
  AtlasViewState *other_state;

  AtlasViewState *state;
  AtlasComparison *comparison;
  AtlasHistoryIndex *index;
  AtlasBasemap *basemap;
  AtlasTileLibrary *library;
  AtlasOverlayList *overlays; /* (nullable) */
  double position;
  guint rest;
  Shape shape;            /* at the last allocation */
  gboolean shows_changes; /* when they are known */
};

enum
{
  PROP_0,
  PROP_COMPARISON,
  PROP_POSITION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasCompareView, atlas_compare_view, ATLAS_TYPE_HISTORY_WIDGET)

static gboolean
rest_cb (gpointer user_data)
{
  AtlasCompareView *self = user_data;
  gboolean swiping = atlas_view_state_get_compare_mode (self->state) == ATLAS_COMPARE_SWIPE;
  double width = gtk_widget_get_width (GTK_WIDGET (self)),
         height = gtk_widget_get_height (GTK_WIDGET (self)),
         middle = round (width * self->position);
  AtlasRect left = { 0.0, 0.0, swiping ? middle : 0.0, height };
  AtlasRect right = { middle, 0.0, swiping ? width - middle : 0.0, height };

  self->rest = 0;
  atlas_map_view_set_hidden (self->map, left);
  if (self->other_map != NULL)
    atlas_map_view_set_hidden (self->other_map, right);
  return G_SOURCE_REMOVE;
}

static void
queue_rest (AtlasCompareView *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

static void
position_changed_cb (AtlasCompareView *self)
{
  self->position = atlas_compare_divider_get_position (self->divider);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

/* A free window lies about the other date as it does about this one, so that both maps show as much
 * before their day and after it. */
static void
free_window_changed_cb (AtlasCompareView *self)
{
  AtlasTimeSpan window;
  AtlasDay offset;

  if (self->other_state == NULL ||
      atlas_view_state_get_window_length (self->state) != ATLAS_WINDOW_FREE)
    return;
  /* A window holds its date, so that comes first. */
  atlas_view_state_set_date (self->other_state, atlas_view_state_get_compare_date (self->state));
  window = atlas_view_state_get_window (self->state);
  offset =
    atlas_view_state_get_compare_date (self->state) - atlas_view_state_get_date (self->state);
  atlas_view_state_set_free_window (self->other_state,
                                    (AtlasTimeSpan){ window.begin + offset, window.end + offset });
}

/* What both maps share, in both directions; the range comes first, since dates are kept inside. */
static void
bind_other_state (AtlasCompareView *self)
{
  static const char *const shared[] = {
    "lon",        "lat",      "zoom",          "show",           "filter",      "style",
    "step",       "language", "window-length", "selection",      "hovered",     "viewpoint",
    "text-scale", "base",     "base-opacity",  "afterglow-days", "show-julian", "show-regnal"
  };
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  atlas_view_state_set_range (self->other_state, atlas_view_state_get_range (self->state));
  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    g_object_bind_property (self->state, shared[i], self->other_state, shared[i], both);
  g_object_bind_property (self->state, "compare-date", self->other_state, "date", both);
  free_window_changed_cb (self);
}

static void
range_changed_cb (AtlasCompareView *self)
{
  if (self->other_state != NULL)
    atlas_view_state_set_range (self->other_state, atlas_view_state_get_range (self->state));
}

static void
create_other (AtlasCompareView *self)
{
  self->other_state = atlas_view_state_new ();
  bind_other_state (self);
  self->other_map = g_object_new (ATLAS_TYPE_MAP_VIEW, "state", self->other_state, NULL);
  atlas_map_view_set_role (self->other_map, ATLAS_MAP_LEFT);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->other_map), self->index);
  atlas_map_view_set_basemap (self->other_map, self->basemap);
  atlas_map_view_set_library (self->other_map, self->library);
  if (self->overlays != NULL)
    atlas_map_view_set_overlays (self->other_map, self->overlays);
  self->other_pane = atlas_compare_pane_new (GTK_WIDGET (self->other_map));
  gtk_widget_insert_before (self->other_pane, GTK_WIDGET (self), self->pane);

  self->divider = ATLAS_COMPARE_DIVIDER (atlas_compare_divider_new ());
  gtk_widget_insert_before (GTK_WIDGET (self->divider), GTK_WIDGET (self), NULL);
  g_signal_connect_object (self->divider,
                           "notify::position",
                           G_CALLBACK (position_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  atlas_map_view_set_role (self->map, ATLAS_MAP_RIGHT);
}

static void
remove_other (AtlasCompareView *self)
{
  GtkWidget *divider = GTK_WIDGET (g_steal_pointer (&self->divider));

  if (divider == NULL)
    return;
  self->other_map = NULL;
  g_clear_pointer (&self->other_pane, gtk_widget_unparent);
  gtk_widget_unparent (divider);
  g_clear_object (&self->other_state);
}

static void
mode_changed_cb (AtlasCompareView *self)
{
  AtlasCompareMode mode = atlas_view_state_get_compare_mode (self->state);

  if (self->map == NULL)
    return;
  if (mode == ATLAS_COMPARE_NONE)
    {
      self->shows_changes = FALSE;
      remove_other (self);
      atlas_map_view_set_role (self->map, ATLAS_MAP_ALONE);
    }
  else
    {
      if (self->other_map == NULL)
        create_other (self);
      /* Each comparison begins with as much of the one date as of the other. */
      atlas_compare_divider_set_position (self->divider, 0.5);
      atlas_compare_divider_set_movable (self->divider, mode == ATLAS_COMPARE_SWIPE);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The box about all land that another hand holds or owns. FALSE where there is none. */
static gboolean
find_box (GPtrArray *pieces, AtlasBox *box)
{
  gboolean found = FALSE;

  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    {
      const AtlasChange *change = pieces->pdata[i];
      AtlasBox own = atlas_multi_polygon_get_box (change->shape);

      if (!atlas_change_painter_is_hatched (change))
        continue;
      *box = found ? (AtlasBox){ MIN (box->west, own.west),
                                 MIN (box->south, own.south),
                                 MAX (box->east, own.east),
                                 MAX (box->north, own.north) }
                   : own;
      found = TRUE;
    }
  return found;
}

static void
show_changes_if_known (AtlasCompareView *self)
{
  AtlasBox box;

  if (!self->shows_changes || !atlas_comparison_is_settled (self->comparison))
    return;
  self->shows_changes = FALSE;
  if (find_box (atlas_comparison_get_pieces (self->comparison), &box))
    atlas_map_view_show_box (self->map, box);
}

static void
pieces_changed_cb (AtlasCompareView *self)
{
  if (self->map == NULL)
    return;
  atlas_map_view_set_changes (self->map,
                              atlas_comparison_get_pieces (self->comparison),
                              atlas_comparison_get_chosen (self->comparison));
  show_changes_if_known (self);
}

static void
chosen_changed_cb (AtlasCompareView *self)
{
  GPtrArray *pieces = atlas_comparison_get_pieces (self->comparison);
  int chosen = atlas_comparison_get_chosen (self->comparison);

  pieces_changed_cb (self);
  if (self->map != NULL && pieces != NULL && chosen >= 0)
    {
      const AtlasChange *change = g_ptr_array_index (pieces, (guint) chosen);

      atlas_map_view_show_box (self->map, atlas_multi_polygon_get_box (change->shape));
    }
}

static void
atlas_compare_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  /* Two maps ask for no more room than one: they are cut where there is none. */
  gtk_widget_measure (GTK_WIDGET (ATLAS_COMPARE_VIEW (widget)->map),
                      orientation,
                      -1,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
}

static void
place_divider (AtlasCompareView *self, int middle, int height)
{
  GtkAllocation place = {
    middle - ATLAS_COMPARE_DIVIDER_GRIP / 2, 0, ATLAS_COMPARE_DIVIDER_GRIP, height
  };

  gtk_widget_size_allocate (GTK_WIDGET (self->divider), &place, -1);
}

static void
place_halves (AtlasCompareView *self, int width, int height)
{
  int half = (width - ATLAS_COMPARE_DIVIDER_LINE) / 2;
  GtkAllocation left = { 0, 0, half, height }, right = { width - half, 0, half, height };

  atlas_compare_pane_allocate (ATLAS_COMPARE_PANE (self->other_pane), &left, 0, half);
  atlas_compare_pane_allocate (ATLAS_COMPARE_PANE (self->pane), &right, 0, half);
  place_divider (self, width / 2, height);
}

static void
place_over_one_another (AtlasCompareView *self, int width, int height)
{
  int middle = (int) round (width * self->position);
  GtkAllocation left = { 0, 0, middle, height }, right = { middle, 0, width - middle, height };

  atlas_compare_pane_allocate (ATLAS_COMPARE_PANE (self->other_pane), &left, 0, width);
  atlas_compare_pane_allocate (ATLAS_COMPARE_PANE (self->pane), &right, -middle, width);
  place_divider (self, middle, height);
}

/* Words that change with the date have everything laid out again; that is no rest to wait for. */
static gboolean
has_changed_shape (AtlasCompareView *self, int width, int height)
{
  Shape shape = { .width = width,
                  .height = height,
                  .position = self->position,
                  .mode = atlas_view_state_get_compare_mode (self->state),
                  .compares = self->other_pane != NULL };
  gboolean changed = memcmp (&shape, &self->shape, sizeof shape) != 0;

  self->shape = shape;
  return changed;
}

static void
atlas_compare_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasCompareView *self = ATLAS_COMPARE_VIEW (widget);
  GtkAllocation whole = { 0, 0, width, height };

  if (self->other_pane == NULL)
    atlas_compare_pane_allocate (ATLAS_COMPARE_PANE (self->pane), &whole, 0, width);
  else if (atlas_view_state_get_compare_mode (self->state) == ATLAS_COMPARE_SIDE_BY_SIDE)
    place_halves (self, width, height);
  else
    place_over_one_another (self, width, height);
  if (has_changed_shape (self, width, height))
    queue_rest (self);
}

static void
atlas_compare_view_constructed (GObject *object)
{
  static const struct
  {
    const char *signal;
    void (*changed) (AtlasCompareView *);
  } watched[] = {
    { "notify::compare-mode", mode_changed_cb },
    { "notify::range-begin", range_changed_cb },
    { "notify::range-end", range_changed_cb },
    { "notify::date", free_window_changed_cb },
    { "notify::compare-date", free_window_changed_cb },
    { "notify::window-length", free_window_changed_cb },
    { "notify::free-begin", free_window_changed_cb },
    { "notify::free-end", free_window_changed_cb },
  };
  AtlasCompareView *self = ATLAS_COMPARE_VIEW (object);

  G_OBJECT_CLASS (atlas_compare_view_parent_class)->constructed (object);
  self->map = g_object_new (ATLAS_TYPE_MAP_VIEW, "state", self->state, NULL);
  self->pane = atlas_compare_pane_new (GTK_WIDGET (self->map));
  gtk_widget_set_parent (self->pane, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->state,
                             watched[i].signal,
                             G_CALLBACK (watched[i].changed),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison,
                           "notify::pieces",
                           G_CALLBACK (pieces_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison,
                           "notify::chosen",
                           G_CALLBACK (chosen_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_compare_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasCompareView *self = ATLAS_COMPARE_VIEW (object);

  switch (id)
    {
    case PROP_COMPARISON:
      g_value_set_object (value, self->comparison);
      break;
    case PROP_POSITION:
      g_value_set_double (value, self->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_compare_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasCompareView *self = ATLAS_COMPARE_VIEW (object);

  switch (id)
    {
    case PROP_COMPARISON:
      self->comparison = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_compare_view_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  ATLAS_COMPARE_VIEW (widget)->state = state;
}

static void
atlas_compare_view_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  AtlasCompareView *self = ATLAS_COMPARE_VIEW (widget);

  self->index = index;
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->map), index);
  if (self->other_map != NULL)
    atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->other_map), index);
}

static void
atlas_compare_view_dispose (GObject *object)
{
  AtlasCompareView *self = ATLAS_COMPARE_VIEW (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  remove_other (self);
  self->map = NULL;
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_object (&self->comparison);
  g_clear_object (&self->overlays);
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (atlas_compare_view_parent_class)->dispose (object);
}

static void
atlas_compare_view_class_init (AtlasCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  object_class->constructed = atlas_compare_view_constructed;
  object_class->get_property = atlas_compare_view_get_property;
  object_class->set_property = atlas_compare_view_set_property;
  object_class->dispose = atlas_compare_view_dispose;
  history_class->set_state = atlas_compare_view_set_state;
  history_class->set_index = atlas_compare_view_set_index;
  widget_class->measure = atlas_compare_view_measure;
  widget_class->size_allocate = atlas_compare_view_size_allocate;

  properties[PROP_COMPARISON] =
    g_param_spec_object ("comparison", NULL, NULL, ATLAS_TYPE_COMPARISON, once);
  properties[PROP_POSITION] = g_param_spec_double ("position",
                                                   NULL,
                                                   NULL,
                                                   0.0,
                                                   1.0,
                                                   0.5,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_compare_view_init (AtlasCompareView *self)
{
  self->position = 0.5;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
atlas_compare_view_new (AtlasComparison *comparison, AtlasViewState *state)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  return g_object_new (ATLAS_TYPE_COMPARE_VIEW, "comparison", comparison, "state", state, NULL);
}

void
atlas_compare_view_set_basemap (AtlasCompareView *self, AtlasBasemap *basemap)
{
  g_return_if_fail (ATLAS_IS_COMPARE_VIEW (self));

  if (basemap == self->basemap)
    return;
  g_clear_pointer (&self->basemap, atlas_basemap_unref);
  self->basemap = basemap != NULL ? atlas_basemap_ref (basemap) : NULL;
  atlas_map_view_set_basemap (self->map, basemap);
  if (self->other_map != NULL)
    atlas_map_view_set_basemap (self->other_map, basemap);
}

void
atlas_compare_view_set_library (AtlasCompareView *self, AtlasTileLibrary *library)
{
  g_return_if_fail (ATLAS_IS_COMPARE_VIEW (self));

  g_set_object (&self->library, library);
  atlas_map_view_set_library (self->map, library);
  if (self->other_map != NULL)
    atlas_map_view_set_library (self->other_map, library);
}

void
atlas_compare_view_set_overlays (AtlasCompareView *self, AtlasOverlayList *overlays)
{
  g_return_if_fail (ATLAS_IS_COMPARE_VIEW (self));
  g_return_if_fail (self->overlays == NULL);

  self->overlays = g_object_ref (overlays);
  atlas_map_view_set_overlays (self->map, overlays);
  if (self->other_map != NULL)
    atlas_map_view_set_overlays (self->other_map, overlays);
}

AtlasMapView *
atlas_compare_view_get_map (AtlasCompareView *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARE_VIEW (self), NULL);

  return self->map;
}

AtlasMapView *
atlas_compare_view_get_other_map (AtlasCompareView *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARE_VIEW (self), NULL);

  return self->other_map;
}

AtlasViewState *
atlas_compare_view_get_other_state (AtlasCompareView *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARE_VIEW (self), NULL);

  return self->other_state;
}

void
atlas_compare_view_show_changes (AtlasCompareView *self)
{
  g_return_if_fail (ATLAS_IS_COMPARE_VIEW (self));

  self->shows_changes = TRUE;
  show_changes_if_known (self);
}

gboolean
atlas_compare_view_is_settled (AtlasCompareView *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARE_VIEW (self), FALSE);

  return self->rest == 0 && atlas_map_view_is_settled (self->map) &&
         atlas_comparison_is_settled (self->comparison) &&
         (self->other_map == NULL || atlas_map_view_is_settled (self->other_map));
}
