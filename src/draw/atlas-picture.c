/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-base-painter.h"
#include "atlas-draw-cache.h"
#include "atlas-furniture-painter.h"
#include "atlas-label-painter.h"
#include "atlas-physical-names.h"
#include "atlas-picture.h"
#include "atlas-polity-names.h"
#include "atlas-route-painter.h"
#include "atlas-site-painter.h"
#include "atlas-territory-painter.h"

#define EDGE 14.0

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

/* In the order of claim: names of polities, counters, markers, dates of legs, events, places,
 * nature. */
static void
place_labels (AtlasLabelSheet *sheet,
              AtlasBasemap *basemap,
              AtlasHistoryIndex *index,
              const AtlasSiteLayout *sites,
              const AtlasRouteLayout *routes,
              AtlasDrawCache *cache)
{
  const AtlasPictureSpec *spec = sheet->spec;

  atlas_route_layout_block (routes, sheet);
  atlas_label_painter_block_sites (sites, sheet);
  if ((spec->show & ATLAS_SHOW_TERRITORIES) != 0)
    {
      g_autoptr (AtlasTerritoryScene) scene =
        atlas_territory_scene_new (index, spec, sheet->viewport);

      atlas_polity_names_add (scene, sheet, atlas_history_index_get_dataset (index));
    }
  atlas_route_layout_add_counters (routes, sheet, atlas_history_index_get_dataset (index));
  atlas_route_layout_add_dates (routes, sheet);
  atlas_label_painter_add_events (sites, sheet, cache);
  atlas_label_painter_add_places (sites, sheet, cache);
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

  if ((parts & ATLAS_PICTURE_ROUTES) != 0)
    atlas_route_painter_draw (routes, spec->style, cr);
  if ((parts & ATLAS_PICTURE_SITES) != 0)
    atlas_site_painter_draw (sites, spec->style, sprites, cr);
  if ((parts & ATLAS_PICTURE_LABELS) != 0)
    {
      AtlasLabelSheet sheet;

      atlas_label_sheet_init (&sheet, spec, viewport, sprites);
      if ((parts & ATLAS_PICTURE_FURNITURE) != 0)
        {
          /* The plate and the scale bar stand where they are whatever the map says. */
          atlas_label_placer_block (sheet.placer,
                                    (AtlasRect){ 0, 0, 290, 90 },
                                    ATLAS_OBSTACLE_HARD);
          atlas_label_placer_block (sheet.placer,
                                    (AtlasRect){ 0, viewport->height - 46.0, 240, 46 },
                                    ATLAS_OBSTACLE_HARD);
          atlas_label_placer_block (sheet.placer,
                                    (AtlasRect){
                                      viewport->width - 230.0, viewport->height - 256.0, 230, 256 },
                                    ATLAS_OBSTACLE_HARD);
        }
      place_labels (&sheet,
                    basemap,
                    index,
                    sites,
                    routes,
                    (parts & ATLAS_PICTURE_STEADY) != 0 ? cache : NULL);
      atlas_label_sheet_draw (&sheet, cr);
      atlas_label_sheet_clear (&sheet);
    }
  atlas_draw_cache_unlock (cache);
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
                               spec->style,
                               spec->lang,
                               viewport->width - EDGE,
                               viewport->height - EDGE - 16);
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
  g_return_if_fail (spec != NULL && viewport != NULL && cr != NULL);

  cairo_save (cr);
  if ((parts & ATLAS_PICTURE_BASE) != 0)
    draw_base (basemap, spec, viewport, cr);
  if (index != NULL)
    {
      if ((parts & ATLAS_PICTURE_TERRITORIES) != 0)
        atlas_territory_painter_draw (index, spec, viewport, cr);
      if ((parts & (ATLAS_PICTURE_ROUTES | ATLAS_PICTURE_SITES | ATLAS_PICTURE_LABELS)) != 0)
        draw_history (basemap, index, spec, viewport, cr, parts);
      if ((parts & ATLAS_PICTURE_FURNITURE) != 0)
        draw_furniture (index, spec, viewport, cr);
    }
  cairo_restore (cr);
}
