/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include <shumate/shumate.h>

#include "atlas-mercator.h"
#include "atlas-overlay-painter.h"
#include "bench-stock.h"

/* What stands for one file. */
typedef struct
{
  AtlasOverlayIndex *index;
  ShumateMarkerLayer *points;
  GHashTable *markers;  /* number of the point -> ShumateMarker, of those that are shown */
  ShumateLayer **areas; /* number of the area -> ShumatePathLayer, or NULL */
} File;

struct _BenchStock
{
  ShumateMap *map;
  ShumateMapSource *source;
  AtlasOverlayList *overlays;
  GPtrArray *files; /* of File */
  AtlasTimeSpan window;
};

static void
file_free (gpointer data)
{
  File *file = data;

  g_object_unref (file->index);
  g_hash_table_unref (file->markers);
  g_free (file->areas);
  g_free (file);
}

/* A dot in a class for each colour. */
static void
load_style (void)
{
  const AtlasOverlayStyle *style = atlas_overlay_style_get (ATLAS_MAP_STYLE_LIGHT);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GString) css = g_string_new (".map { background: #ffffff; }\n");

  for (guint i = 0; i < style->n_colors; i++)
    {
      GdkRGBA color = {
        (float) style->colors[i].r, (float) style->colors[i].g, (float) style->colors[i].b, 1.0f
      };
      g_autofree char *text = gdk_rgba_to_string (&color);

      g_string_append_printf (css,
                              ".dot-%u { background: %s; border-radius: 4px; min-width: 8px; "
                              "min-height: 8px; }\n",
                              i,
                              text);
    }
  gtk_css_provider_load_from_data (provider, css->str, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static ShumateMarker *
create_marker (const AtlasOverlayPoints *points, guint i)
{
  guint n_colors = atlas_overlay_style_get (ATLAS_MAP_STYLE_LIGHT)->n_colors;
  g_autofree char *class = g_strdup_printf ("dot-%u", points->groups[i] % n_colors);
  ShumateMarker *marker = shumate_marker_new ();
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, class);
  shumate_marker_set_child (marker, dot);
  shumate_location_set_location (SHUMATE_LOCATION (marker),
                                 atlas_mercator_lat (points->places[i].y / ATLAS_FIXED_WORLD),
                                 atlas_mercator_lon (points->places[i].x / ATLAS_FIXED_WORLD));
  return marker;
}

static GdkRGBA
get_rgba (AtlasColor color)
{
  return (GdkRGBA){ (float) color.r, (float) color.g, (float) color.b, (float) color.a };
}

static ShumateLayer *
create_area (BenchStock *self, const AtlasOverlayAreas *areas, guint i)
{
  const AtlasOverlayStyle *style = atlas_overlay_style_get (ATLAS_MAP_STYLE_LIGHT);
  ShumatePathLayer *layer = shumate_path_layer_new (shumate_map_get_viewport (self->map));
  GdkRGBA fill = get_rgba (style->area.fill), line = get_rgba (style->area.line);
  guint first = areas->first_vertex[areas->first_ring[i]];
  guint end = areas->first_vertex[areas->first_ring[i + 1]];

  shumate_path_layer_set_closed (layer, TRUE);
  shumate_path_layer_set_fill (layer, TRUE);
  shumate_path_layer_set_fill_color (layer, &fill);
  shumate_path_layer_set_stroke_color (layer, &line);
  shumate_path_layer_set_stroke_width (layer, style->area.line_width);
  for (guint v = first; v < end; v++)
    {
      AtlasFixedPoint vertex = areas->vertices[v];
      ShumateCoordinate *node =
        shumate_coordinate_new_full (atlas_mercator_lat (vertex.y / ATLAS_FIXED_WORLD),
                                     atlas_mercator_lon (vertex.x / ATLAS_FIXED_WORLD));

      shumate_path_layer_add_node (layer, SHUMATE_LOCATION (node));
    }
  return SHUMATE_LAYER (layer);
}

static void
change_points (File *file, GArray *entered, GArray *left)
{
  const AtlasOverlayPoints *points =
    atlas_overlay_get_points (atlas_overlay_index_get_overlay (file->index));

  for (guint i = 0; i < left->len; i++)
    {
      gpointer number = GUINT_TO_POINTER (g_array_index (left, guint, i));

      shumate_marker_layer_remove_marker (file->points,
                                          g_hash_table_lookup (file->markers, number));
      g_hash_table_remove (file->markers, number);
    }
  for (guint i = 0; i < entered->len; i++)
    {
      guint number = g_array_index (entered, guint, i);
      ShumateMarker *marker = create_marker (points, number);

      g_hash_table_insert (file->markers, GUINT_TO_POINTER (number), marker);
      shumate_marker_layer_add_marker (file->points, marker);
    }
}

static void
change_areas (BenchStock *self, File *file, GArray *entered, GArray *left)
{
  const AtlasOverlayAreas *areas =
    atlas_overlay_get_areas (atlas_overlay_index_get_overlay (file->index));

  for (guint i = 0; i < left->len; i++)
    gtk_widget_set_visible (GTK_WIDGET (file->areas[g_array_index (left, guint, i)]), FALSE);
  for (guint i = 0; i < entered->len; i++)
    {
      ShumateLayer **layer = &file->areas[g_array_index (entered, guint, i)];

      if (*layer == NULL)
        {
          *layer = create_area (self, areas, g_array_index (entered, guint, i));
          shumate_map_insert_layer_behind (self->map, *layer, SHUMATE_LAYER (file->points));
        }
      gtk_widget_set_visible (GTK_WIDGET (*layer), TRUE);
    }
}

static void
move_file (BenchStock *self, File *file, AtlasTimeSpan from, AtlasTimeSpan to)
{
  g_autoptr (GArray) entered = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));

  atlas_time_index_difference (atlas_overlay_index_get_points (file->index),
                               from,
                               to,
                               entered,
                               left);
  change_points (file, entered, left);
  g_array_set_size (entered, 0);
  g_array_set_size (left, 0);
  atlas_time_index_difference (atlas_overlay_index_get_areas (file->index),
                               from,
                               to,
                               entered,
                               left);
  change_areas (self, file, entered, left);
}

static void
added_cb (BenchStock *self, guint position, guint removed, guint added)
{
  for (guint i = 0; i < added; i++)
    {
      File *file = g_new0 (File, 1);
      ShumateViewport *viewport = shumate_map_get_viewport (self->map);

      file->index = g_list_model_get_item (G_LIST_MODEL (self->overlays), position + i);
      file->points = shumate_marker_layer_new (viewport);
      file->markers = g_hash_table_new (NULL, NULL);
      file->areas =
        g_new0 (ShumateLayer *,
                atlas_time_index_get_n_items (atlas_overlay_index_get_areas (file->index)) + 1);
      shumate_map_add_layer (self->map, SHUMATE_LAYER (file->points));
      g_ptr_array_add (self->files, file);
      move_file (self, file, (AtlasTimeSpan){ 0, -1 }, self->window);
    }
}

BenchStock *
bench_stock_new (AtlasOverlayList *overlays)
{
  BenchStock *self = g_new0 (BenchStock, 1);
  ShumateViewport *viewport;

  load_style ();
  self->window = (AtlasTimeSpan){ 0, -1 };
  self->overlays = overlays;
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->map = shumate_map_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->map), "map");
  viewport = shumate_map_get_viewport (self->map);
  /* Nothing is asked of it: without a source a viewport has no projection. */
  self->source = SHUMATE_MAP_SOURCE (shumate_raster_renderer_new_from_url ("about:blank"));
  shumate_viewport_set_reference_map_source (viewport, self->source);
  shumate_viewport_set_max_zoom_level (viewport, 20);
  g_signal_connect_swapped (overlays, "items-changed", G_CALLBACK (added_cb), self);
  return self;
}

void
bench_stock_free (BenchStock *self)
{
  g_signal_handlers_disconnect_by_data (self->overlays, self);
  g_ptr_array_unref (self->files);
  g_object_unref (self->source);
  g_free (self);
}

GtkWidget *
bench_stock_get_widget (BenchStock *self)
{
  return GTK_WIDGET (self->map);
}

void
bench_stock_set_window (BenchStock *self, AtlasTimeSpan window)
{
  for (guint i = 0; i < self->files->len; i++)
    move_file (self, self->files->pdata[i], self->window, window);
  self->window = window;
}

void
bench_stock_set_view (BenchStock *self, double lon, double lat, double zoom)
{
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  shumate_viewport_set_zoom_level (viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), lat, lon);
}
