/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>

#include "atlas-layer.h"
#include "atlas-map-stops.h"
#include "atlas-site-words.h"
#include "atlas-visible-set.h"

/* Milliseconds for which the state rests before the markers are gone through. */
#define REST_MS 150
/* The least width of a button, logical pixels: what a pointer would want. */
#define LEAST_SIZE 32.0

struct _AtlasMapStops
{
  AtlasHistoryWidget parent_instance;

  AtlasVisibleSet *visible; /* (nullable) the list's order */
  AtlasSiteLayout *layout;  /* (nullable) that the buttons stand for */
  GPtrArray *sites;         /* of AtlasSite, in the order of the buttons */
  GPtrArray *buttons;
  guint last; /* which one had the keyboard */
  guint rest;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasMapStops, atlas_map_stops, ATLAS_TYPE_HISTORY_WIDGET)

static AtlasViewState *
get_state (AtlasMapStops *self)
{
  return atlas_history_widget_get_state (ATLAS_HISTORY_WIDGET (self));
}

/* Where the list has the first of the events of a site. */
static guint
find_position (const AtlasSite *site, GHashTable *positions)
{
  guint position = G_MAXUINT;

  for (guint i = 0; i < site->n_events; i++)
    {
      gpointer found;

      if (g_hash_table_lookup_extended (positions, site->events[i], NULL, &found))
        position = MIN (position, GPOINTER_TO_UINT (found));
    }
  return position;
}

/* Events as the list has them, then the other places, the more important ones first. */
static int
compare_sites (gconstpointer a, gconstpointer b, gpointer positions)
{
  const AtlasSite *first = *(const AtlasSite *const *) a;
  const AtlasSite *second = *(const AtlasSite *const *) b;

  if ((first->n_events > 0) != (second->n_events > 0))
    return first->n_events > 0 ? -1 : 1;
  if (first->n_events > 0)
    {
      guint one = find_position (first, positions), other = find_position (second, positions);

      return (one > other) - (one < other);
    }
  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (first->place)),
                    atlas_record_get_id (ATLAS_RECORD (second->place)));
}

/* What tells a site from the others while the map is moved. */
static gconstpointer
get_identity (const AtlasSite *site)
{
  return site->n_events > 0 ? (gconstpointer) site->events[0] : (gconstpointer) site->place;
}

static int
find_focused (AtlasMapStops *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_widget_has_focus (self->buttons->pdata[i]))
      return (int) i;
  return -1;
}

static void
name_button (AtlasMapStops *self, GtkWidget *button, const AtlasSite *site)
{
  const char *lang = atlas_view_state_get_language (get_state (self));
  AtlasDay date = atlas_view_state_get_date (get_state (self));
  g_autofree char *name = atlas_site_words_name (site, lang, date);
  g_autofree char *description = atlas_site_words_describe (site, lang, date);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}

static void
clicked_cb (AtlasMapStops *self, GtkWidget *button)
{
  guint position;

  if (g_ptr_array_find (self->buttons, button, &position))
    g_signal_emit (self, signals[CHOSEN], 0, self->sites->pdata[position]);
}

/* What has the keyboard stands out on the map as what is under the pointer does. */
static void
focus_entered_cb (GtkEventController *controller, AtlasMapStops *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (controller);
  guint position;

  if (!g_ptr_array_find (self->buttons, button, &position))
    return;
  self->last = position;
  if (get_state (self) != NULL)
    atlas_view_state_set_hovered (get_state (self),
                                  atlas_site_words_get_id (self->sites->pdata[position]));
}

static void
focus_left_cb (GtkEventController *controller, AtlasMapStops *self)
{
  if (get_state (self) != NULL)
    atlas_view_state_set_hovered (get_state (self), NULL);
}

static void
add_button (AtlasMapStops *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (button, "map-stop");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->buttons, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, 0);
  gtk_widget_add_controller (button, focus);
}

/* The events of the list by their places in it. */
static GHashTable *
number_events (AtlasMapStops *self)
{
  GHashTable *positions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->visible)); i++)
    {
      g_autoptr (AtlasEvent) event = g_list_model_get_item (G_LIST_MODEL (self->visible), i);

      g_hash_table_insert (positions, event, GUINT_TO_POINTER (i));
    }
  return positions;
}

/* The sites inside the map, in their order. */
static void
collect_sites (AtlasMapStops *self)
{
  AtlasHistoryIndex *index = atlas_history_widget_get_index (ATLAS_HISTORY_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  AtlasPictureSpec spec = atlas_layer_spec_from_state (get_state (self));
  AtlasViewport viewport =
    atlas_layer_viewport_from_state (get_state (self),
                                     width,
                                     height,
                                     gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  g_autoptr (GHashTable) positions = NULL;
  const AtlasSite *sites;
  guint n;

  g_clear_pointer (&self->layout, atlas_site_layout_free);
  self->layout = atlas_site_layout_new (index, &spec, &viewport);
  sites = atlas_site_layout_get_sites (self->layout, &n);
  g_ptr_array_set_size (self->sites, 0);
  for (guint i = 0; i < n; i++)
    if (!sites[i].past && sites[i].x >= 0.0 && sites[i].y >= 0.0 && sites[i].x < width &&
        sites[i].y < height)
      g_ptr_array_add (self->sites, (gpointer) &sites[i]);
  positions = number_events (self);
  g_ptr_array_sort_with_data (self->sites, compare_sites, positions);
}

/* The keyboard stays on the marker that it was on, wherever in the order it is now. */
static void
keep_focus (AtlasMapStops *self, gconstpointer identity)
{
  for (guint i = 0; i < self->sites->len; i++)
    if (get_identity (self->sites->pdata[i]) == identity)
      {
        gtk_widget_grab_focus (self->buttons->pdata[i]);
        return;
      }
  if (self->buttons->len > 0)
    gtk_widget_grab_focus (self->buttons->pdata[MIN (self->last, self->buttons->len - 1)]);
}

static gboolean
rest_cb (gpointer user_data)
{
  AtlasMapStops *self = user_data;
  int focused = find_focused (self);
  gconstpointer identity = focused >= 0 ? get_identity (self->sites->pdata[focused]) : NULL;

  self->rest = 0;
  if (self->visible == NULL ||
      atlas_history_widget_get_index (ATLAS_HISTORY_WIDGET (self)) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  collect_sites (self);
  while (self->buttons->len < self->sites->len)
    add_button (self);
  for (guint i = 0; i < self->sites->len; i++)
    name_button (self, self->buttons->pdata[i], self->sites->pdata[i]);
  if (focused >= 0)
    keep_focus (self, identity);
  while (self->buttons->len > self->sites->len)
    {
      gtk_widget_unparent (self->buttons->pdata[self->buttons->len - 1]);
      g_ptr_array_remove_index (self->buttons, self->buttons->len - 1);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
queue_update (AtlasMapStops *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

/* The highlight of what has the keyboard changes no marker's place. */
static void
state_changed_cb (AtlasMapStops *self, GParamSpec *pspec)
{
  if (!g_str_equal (pspec->name, "hovered"))
    queue_update (self);
}

static gboolean
atlas_map_stops_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AtlasMapStops *self = ATLAS_MAP_STOPS (widget);
  int n = (int) self->buttons->len, focused = find_focused (self), next;

  if (n == 0)
    return FALSE;
  switch (direction)
    {
    case GTK_DIR_LEFT:
    case GTK_DIR_UP:
      next = focused < 0 ? n - 1 : (focused + n - 1) % n;
      break;
    case GTK_DIR_RIGHT:
    case GTK_DIR_DOWN:
      next = (focused + 1) % n;
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      if (focused >= 0)
        return FALSE;
      next = MIN ((int) self->last, n - 1);
      break;
    }
  return gtk_widget_grab_focus (self->buttons->pdata[next]);
}

static void
atlas_map_stops_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
atlas_map_stops_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMapStops *self = ATLAS_MAP_STOPS (widget);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      const AtlasSite *site = self->sites->pdata[i];
      double size = MAX (LEAST_SIZE, 2.0 * site->radius);
      int least_width, least_height;

      gtk_widget_measure (self->buttons->pdata[i],
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &least_width,
                          NULL,
                          NULL,
                          NULL);
      gtk_widget_measure (self->buttons->pdata[i],
                          GTK_ORIENTATION_VERTICAL,
                          -1,
                          &least_height,
                          NULL,
                          NULL,
                          NULL);
      size = MAX (size, MAX (least_width, least_height));
      gtk_widget_allocate (self->buttons->pdata[i],
                           (int) size,
                           (int) size,
                           -1,
                           gsk_transform_translate (NULL,
                                                    &GRAPHENE_POINT_INIT ((float) (site->x -
                                                                                   size / 2.0),
                                                                          (float) (site->y -
                                                                                   size / 2.0))));
    }
}

static void
atlas_map_stops_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_map_stops_parent_class)->map (widget);
  queue_update (ATLAS_MAP_STOPS (widget));
}

static void
atlas_map_stops_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  AtlasMapStops *self = ATLAS_MAP_STOPS (widget);

  g_clear_object (&self->visible);
  if (state == NULL)
    return;
  self->visible = atlas_visible_set_new (state);
  atlas_visible_set_set_index (self->visible, atlas_history_widget_get_index (widget));
  g_signal_connect_object (state,
                           "notify",
                           G_CALLBACK (state_changed_cb),
                           widget,
                           G_CONNECT_SWAPPED);
}

/* What the buttons stand for belongs to the index that was. */
static void
atlas_map_stops_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  AtlasMapStops *self = ATLAS_MAP_STOPS (widget);

  g_ptr_array_set_size (self->sites, 0);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (self->buttons->pdata[i]);
  g_ptr_array_set_size (self->buttons, 0);
  g_clear_pointer (&self->layout, atlas_site_layout_free);
  if (self->visible != NULL)
    atlas_visible_set_set_index (self->visible, index);
  queue_update (self);
}

static void
atlas_map_stops_dispose (GObject *object)
{
  AtlasMapStops *self = ATLAS_MAP_STOPS (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (self->buttons->pdata[i]);
  g_ptr_array_set_size (self->buttons, 0);
  g_ptr_array_set_size (self->sites, 0);
  g_clear_pointer (&self->layout, atlas_site_layout_free);
  g_clear_object (&self->visible);
  G_OBJECT_CLASS (atlas_map_stops_parent_class)->dispose (object);
}

static void
atlas_map_stops_finalize (GObject *object)
{
  AtlasMapStops *self = ATLAS_MAP_STOPS (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->sites);
  G_OBJECT_CLASS (atlas_map_stops_parent_class)->finalize (object);
}

static void
atlas_map_stops_class_init (AtlasMapStopsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  object_class->dispose = atlas_map_stops_dispose;
  object_class->finalize = atlas_map_stops_finalize;
  widget_class->focus = atlas_map_stops_focus;
  widget_class->measure = atlas_map_stops_measure;
  widget_class->size_allocate = atlas_map_stops_size_allocate;
  widget_class->map = atlas_map_stops_map;
  history_class->set_state = atlas_map_stops_set_state;
  history_class->set_index = atlas_map_stops_set_index;

  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "mapstops");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_map_stops_init (AtlasMapStops *self)
{
  self->sites = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
