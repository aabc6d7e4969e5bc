/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include "atlas-site-painter.h"

typedef struct
{
  AtlasMapStyle style;
  const AtlasSite *site;
} Cluster;

static void
draw_cluster_cb (cairo_t *cr, gconstpointer data)
{
  const Cluster *cluster = data;

  atlas_marker_draw_cluster_of (cr,
                                0,
                                0,
                                cluster->style,
                                cluster->site->counts,
                                cluster->site->hollow,
                                cluster->site->selected);
}

static void
paint_cluster (const AtlasSite *site, AtlasMapStyle style, AtlasSpriteCache *sprites, cairo_t *cr)
{
  Cluster cluster = { style, site };
  char key[96];

  g_snprintf (key,
              sizeof key,
              "c%d,%u,%u,%u,%u,%u,%u,%d",
              style,
              site->counts[0],
              site->counts[1],
              site->counts[2],
              site->hollow[0],
              site->hollow[1],
              site->hollow[2],
              site->selected);
  atlas_sprite_cache_paint_with_alpha (sprites,
                                       cr,
                                       key,
                                       (AtlasRect){ -26, -26, 52, 52 },
                                       site->x,
                                       site->y,
                                       site->alpha,
                                       draw_cluster_cb,
                                       &cluster);
}

/* What the pointer is over has a ring in the accent. */
static void
draw_ring (const AtlasSite *site, AtlasMapStyle style, cairo_t *cr)
{
  AtlasColor accent = atlas_palette_get (style)->accent;

  cairo_new_path (cr);
  cairo_arc (cr, site->x, site->y, site->radius + 3, 0, 2 * G_PI);
  atlas_color_set_source (atlas_color_with_alpha (accent, site->selected ? 1 : 0.55), cr);
  cairo_set_line_width (cr, 2.2);
  cairo_stroke (cr);
}

void
atlas_site_painter_draw (const AtlasSiteLayout *layout,
                         AtlasMapStyle style,
                         AtlasSpriteCache *sprites,
                         cairo_t *cr)
{
  const AtlasSite *sites;
  guint n;

  g_return_if_fail (layout != NULL && sprites != NULL && cr != NULL);

  sites = atlas_site_layout_get_sites (layout, &n);
  for (guint i = 0; i < n; i++)
    {
      const AtlasSite *site = &sites[i];

      if (site->hovered || (site->selected && site->kind == ATLAS_SITE_PLACE))
        draw_ring (site, style, cr);
      switch (site->kind)
        {
        case ATLAS_SITE_CLUSTER:
          paint_cluster (site, style, sprites, cr);
          break;
        case ATLAS_SITE_EVENT:
          atlas_sprite_cache_paint_marker (sprites,
                                           cr,
                                           site->x,
                                           site->y,
                                           style,
                                           atlas_event_get_event_kind (site->events[0]),
                                           site->finish,
                                           site->selected,
                                           site->alpha);
          break;
        case ATLAS_SITE_PLACE:
        default:
          atlas_sprite_cache_paint_place (sprites,
                                          cr,
                                          site->x,
                                          site->y,
                                          style,
                                          site->symbol,
                                          site->color);
          break;
        }
    }
}
