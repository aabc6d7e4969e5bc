/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-base-painter.h"
#include "atlas-change-painter.h"
#include "atlas-draw-cache.h"
#include "atlas-furniture-painter.h"
#include "atlas-highlight-painter.h"
#include "atlas-label-painter.h"
#include "atlas-physical-names.h"
#include "atlas-picture.h"
#include "atlas-polity-names.h"
#include "atlas-route-painter.h"
#include "atlas-site-painter.h"
#include "atlas-territory-painter.h"
#include "atlas-tile-painter.h"

#define EDGE 14.0
/* Of a line of small text along the lower edge. */
#define NOTE_HEIGHT 16.0

static void
draw_base (AtlasBasemap *basemap,
           const AtlasPictureSpec *spec,
           const AtlasViewport *viewport,
           cairo_t *cr)
{
  if (basemap != NULL)
    {
      atlas_base_painter_draw (basemap, cr, viewport, spec->style, spec->show);
      return;
    }
  atlas_color_set_source (atlas_palette_get (spec->style)->ground[1], cr);
  cairo_paint (cr);
}

/* A picture that is larger than what is seen of it: a label lies inside the part that is seen or
 * outside, and never across its edge. */
static void
block_edges (AtlasLabelSheet *sheet)
{
  double x = sheet->spec->margin_x, y = sheet->spec->margin_y;
  double width = sheet->viewport->width - 2.0 * x, height = sheet->viewport->height - 2.0 * y;
  const AtlasRect edges[] = {
    { x, y, width, 1.0 },
    { x, y + height - 1.0, width, 1.0 },
    { x, y, 1.0, height },
    { x + width - 1.0, y, 1.0, height },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    atlas_label_placer_block (sheet->placer, edges[i], ATLAS_OBSTACLE_HARD);
}

static void
block_cards (AtlasLabelSheet *sheet)
{
  const AtlasPictureSpec *spec = sheet->spec;

  for (guint i = 0; i < spec->n_cards; i++)
    {
      AtlasRect rect = spec->cards[i];

      rect.x += spec->margin_x;
      rect.y += spec->margin_y;
      atlas_label_placer_block (sheet->placer, rect, ATLAS_OBSTACLE_HARD);
    }
  if (spec->margin_x > 0.0 || spec->margin_y > 0.0)
    block_edges (sheet);
}

static gboolean
find_town (const AtlasLabelSheet *sheet, AtlasDataset *dataset, guint i, double *lon, double *lat)
{
  AtlasPlace *place = ATLAS_PLACE (atlas_dataset_get_record (dataset, ATLAS_KIND_PLACE, i));

  return atlas_site_layout_shows_place (place, sheet->viewport->zoom, sheet->spec->date) &&
         atlas_place_get_location (place, lon, lat);
}

static void
block_towns (AtlasLabelSheet *sheet, AtlasDataset *dataset)
{
  guint n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_PLACE);

  for (guint i = 0; i < n; i++)
    {
      double lon, lat, x, y;

      if (!find_town (sheet, dataset, i, &lon, &lat))
        continue;
      atlas_viewport_project (sheet->viewport, lon, lat, &x, &y);
      atlas_label_placer_block (sheet->placer,
                                (AtlasRect){ x - 12, y - 12, 24, 24 },
                                ATLAS_OBSTACLE_HARD);
    }
}

static guint64
mix (guint64 sum, guint64 value)
{
  return (sum ^ value) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) + (sum >> 29);
}

/* A sum over what else than the borders the names of polities depend on: how each is called on the
 * day, and which towns there are then. Names are the dataset's, so that their addresses stand for
 * them. */
static guint64
sum_names_and_towns (const AtlasLabelSheet *sheet, AtlasDataset *dataset)
{
  guint n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_POLITY);
  guint64 sum = 0;
  double lon, lat;

  for (guint i = 0; i < n; i++)
    sum = mix (sum,
               (guint64) (gsize)
                 atlas_record_get_name_on (atlas_dataset_get_record (dataset, ATLAS_KIND_POLITY, i),
                                           sheet->spec->lang,
                                           sheet->spec->date));
  n = atlas_dataset_get_n_records (dataset, ATLAS_KIND_PLACE);
  for (guint i = 0; i < n; i++)
    if (find_town (sheet, dataset, i, &lon, &lat))
      sum = mix (sum, i + 1);
  return sum;
}

static char *
describe_cards (const AtlasPictureSpec *spec)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%.0f,%.0f,%.2f", spec->margin_x, spec->margin_y, spec->text_scale);
  for (guint i = 0; i < spec->n_cards; i++)
    g_string_append_printf (text,
                            ",%.0f,%.0f,%.0f,%.0f",
                            spec->cards[i].x,
                            spec->cards[i].y,
                            spec->cards[i].width,
                            spec->cards[i].height);
  return g_string_free (text, FALSE);
}

/* The names of polities stay where they are while time passes, so they keep clear of towns, where
 * things happen, and not of the events themselves. That also lets them be remembered for as long as
 * the borders stand. */
static GArray *
find_polity_names (AtlasLabelSheet *sheet, AtlasHistoryIndex *index, AtlasDrawCache *cache)
{
  const AtlasPictureSpec *spec = sheet->spec;
  const AtlasViewport *view = sheet->viewport;
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  g_autofree char *cards = describe_cards (spec);
  g_autofree char *key = NULL;
  GArray *names;

  key = g_strdup_printf ("%u,%" G_GINT64_MODIFIER "x,%.9f,%.9f,%.6f,%d,%d,%s,%s,%s",
                         atlas_history_index_territory_epoch (index, spec->date),
                         sum_names_and_towns (sheet, dataset),
                         view->lon,
                         view->lat,
                         view->zoom,
                         view->width,
                         view->height,
                         spec->lang,
                         spec->viewpoint != NULL ? spec->viewpoint : "",
                         cards);
  names = atlas_draw_cache_get_names (cache, key);
  if (names == NULL)
    {
      g_autoptr (AtlasTerritoryScene) scene = atlas_territory_scene_new (index, spec, view);
      AtlasLabelSheet scratch;

      atlas_label_sheet_init (&scratch, spec, view, sheet->sprites);
      block_cards (&scratch);
      block_towns (&scratch, dataset);
      names = atlas_polity_names_find (scene, &scratch, dataset);
      atlas_label_sheet_clear (&scratch);
      atlas_draw_cache_take_names (cache, key, names);
    }
  return names;
}

/* In the order of claim: names of polities, counters, markers, dates of legs, events, places,
 * nature. */
static void
place_labels (AtlasLabelSheet *sheet,
              AtlasBasemap *basemap,
              AtlasHistoryIndex *index,
              const AtlasSiteLayout *sites,
              const AtlasRouteLayout *routes,
              AtlasPictureParts parts)
{
  const AtlasPictureSpec *spec = sheet->spec;
  AtlasDrawCache *cache = atlas_draw_cache_get (index);
  AtlasDrawCache *hints = (parts & ATLAS_PICTURE_STEADY) != 0 ? cache : NULL;

  block_cards (sheet);
  if ((spec->show & ATLAS_SHOW_TERRITORIES) != 0)
    atlas_polity_names_add (find_polity_names (sheet, index, cache), sheet);
  atlas_route_layout_block (routes, sheet);
  atlas_label_painter_block_sites (sites, sheet, FALSE);
  /* What is selected may cover a town that nobody asked for. */
  atlas_label_painter_add_events (sites, sheet, hints, TRUE);
  atlas_label_painter_block_sites (sites, sheet, TRUE);
  atlas_route_layout_add_counters (routes, sheet, atlas_history_index_get_dataset (index));
  atlas_route_layout_add_dates (routes, sheet);
  atlas_label_painter_add_events (sites, sheet, hints, FALSE);
  atlas_label_painter_add_places (sites, sheet, hints);
  if (basemap != NULL && (spec->show & ATLAS_SHOW_PHYSICAL_NAMES) != 0)
    atlas_physical_names_add (basemap, sheet);
}

static void
draw_history (AtlasBasemap *basemap,
              AtlasHistoryIndex *index,
              const AtlasPictureSpec *spec,
              const AtlasViewport *viewport,
              cairo_t *cr,
              AtlasPictureParts parts)
{
  AtlasDrawCache *cache = atlas_draw_cache_get (index);
  g_autoptr (AtlasSiteLayout) sites = atlas_site_layout_new (index, spec, viewport);
  g_autoptr (AtlasRouteLayout) routes = atlas_route_layout_new (index, spec, viewport);
  AtlasSpriteCache *sprites = atlas_draw_cache_lock (cache);

  if ((parts & ATLAS_PICTURE_SITES) != 0)
    atlas_highlight_painter_draw (index, spec, viewport, sites, routes, cr);
  if ((parts & ATLAS_PICTURE_ROUTES) != 0)
    atlas_route_painter_draw (routes, spec->style, cr);
  if ((parts & ATLAS_PICTURE_SITES) != 0)
    atlas_site_painter_draw (sites, spec->style, sprites, cr);
  if ((parts & ATLAS_PICTURE_LABELS) != 0)
    {
      AtlasLabelSheet sheet;

      atlas_label_sheet_init (&sheet, spec, viewport, sprites);
      place_labels (&sheet, basemap, index, sites, routes, parts);
      atlas_label_sheet_draw (&sheet, cr);
      atlas_label_sheet_clear (&sheet);
    }
  atlas_draw_cache_unlock (cache);
}

/* An address as it is read: what every one begins with says nothing. */
static const char *
skip_scheme (const char *link)
{
  const char *end = strstr (link, "://");

  return end != NULL ? end + strlen ("://") : link;
}

/* Who made the map below, with the address where that is said: a picture has no other way to lead
 * there, but for a PDF, in which the line can be followed. */
static void
draw_attribution (const AtlasPictureSpec *spec, const AtlasViewport *viewport, cairo_t *cr)
{
  AtlasTileMap *map = atlas_tile_sheet_get_map (spec->tiles);
  const char *attribution = atlas_tile_map_get_attribution (map);
  const char *link = atlas_tile_map_get_link (map);
  g_autofree char *note = NULL;
  g_autofree char *attributes = NULL;

  if (attribution == NULL)
    return;
  note = link != NULL ? g_strdup_printf ("%s, %s", attribution, skip_scheme (link))
                      : g_strdup (attribution);
  if (link != NULL)
    {
      g_autofree char *escaped = g_uri_escape_string (link, ":/?#[]@!$&()*+,;=%", FALSE);

      attributes = g_strdup_printf ("uri='%s'", escaped);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
    }
  atlas_furniture_draw_note (cr,
                             spec->style,
                             note,
                             spec->lang,
                             viewport->width - EDGE,
                             viewport->height - 6 - NOTE_HEIGHT);
  if (link != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_furniture (AtlasHistoryIndex *index,
                const AtlasPictureSpec *spec,
                const AtlasViewport *viewport,
                cairo_t *cr)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  const char *title = atlas_text_get (atlas_dataset_get_title (dataset), spec->lang);
  const char *licence = atlas_dataset_get_licence (dataset);
  g_autofree char *note = g_strdup_printf ("%s%s%s",
                                           title != NULL ? title : "",
                                           licence != NULL ? " · " : "",
                                           licence != NULL ? licence : "");

  atlas_furniture_draw_date (cr, spec->style, spec->date, spec->lang, EDGE, EDGE);
  atlas_furniture_draw_scale (cr, spec->style, viewport, spec->lang, EDGE, viewport->height - EDGE);
  atlas_furniture_draw_legend (cr,
                               index,
                               spec,
                               viewport->width - EDGE,
                               viewport->height - EDGE - NOTE_HEIGHT -
                                 (spec->tiles != NULL ? NOTE_HEIGHT : 0.0));
  if (spec->tiles != NULL)
    draw_attribution (spec, viewport, cr);
  atlas_furniture_draw_note (cr,
                             spec->style,
                             note,
                             spec->lang,
                             viewport->width - EDGE,
                             viewport->height - 6);
}

void
atlas_picture_draw (AtlasBasemap *basemap,
                    AtlasHistoryIndex *index,
                    const AtlasPictureSpec *spec,
                    const AtlasViewport *viewport,
                    cairo_t *cr,
                    AtlasPictureParts parts)
{
  g_return_if_fail (index == NULL || ATLAS_IS_HISTORY_INDEX (index));
  g_return_if_fail (spec != NULL && spec->lang != NULL && viewport != NULL && cr != NULL);
  g_return_if_fail (viewport->width > 0 && viewport->height > 0);

  cairo_save (cr);
  if ((parts & ATLAS_PICTURE_BASE) != 0)
    draw_base (basemap, spec, viewport, cr);
  if ((parts & ATLAS_PICTURE_TILES) != 0 && spec->tiles != NULL)
    atlas_tile_painter_draw (spec->tiles, viewport, spec->style, spec->tiles_opacity, cr);
  if (index != NULL)
    {
      if ((parts & ATLAS_PICTURE_TERRITORIES) != 0)
        atlas_territory_painter_draw (index, spec, viewport, cr);
      if ((parts & ATLAS_PICTURE_TERRITORIES) != 0 && spec->changes != NULL)
        atlas_change_painter_draw (atlas_history_index_get_dataset (index),
                                   spec->changes,
                                   -1,
                                   spec->style,
                                   viewport,
                                   cr);
      if ((parts & (ATLAS_PICTURE_ROUTES | ATLAS_PICTURE_SITES | ATLAS_PICTURE_LABELS)) != 0)
        draw_history (basemap, index, spec, viewport, cr, parts);
      if ((parts & ATLAS_PICTURE_FURNITURE) != 0)
        draw_furniture (index, spec, viewport, cr);
    }
  cairo_restore (cr);
}
