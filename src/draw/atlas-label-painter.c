/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-date-label.h"
#include "atlas-label-painter.h"

#define MAX_LINES 3
/* A title wider than this is broken in two. */
#define MAX_WIDTH 132.0

/* Some lines of text that stand together beside a symbol. */
typedef struct
{
  AtlasLetterStyle styles[MAX_LINES];
  char *texts[MAX_LINES];
  double widths[MAX_LINES];
  double heights[MAX_LINES];
  guint n;
  double width;
  double height;
} Block;

static void
clear_block (Block *block)
{
  for (guint i = 0; i < block->n; i++)
    g_free (block->texts[i]);
  block->n = 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Block, clear_block)

/* Lines stand a little closer than their fonts ask for. */
static double
get_line_height (const Block *block, guint line)
{
  return block->styles[line].size * 1.17;
}

static void
add_line (Block *block, AtlasLabelSheet *sheet, AtlasLetterStyle style, const char *text)
{
  guint i = block->n++;

  block->styles[i] = style;
  block->texts[i] = g_strdup (text);
  atlas_label_sheet_measure (sheet, &style, text, &block->widths[i], &block->heights[i]);
  block->width = MAX (block->width, block->widths[i]);
  block->height += get_line_height (block, i);
}

static AtlasLetterStyle
get_style (AtlasLabelSheet *sheet, AtlasLetterRole role, double size, double halo)
{
  return (AtlasLetterStyle){ .role = role,
                             .size = atlas_picture_spec_letter_size (sheet->spec, size),
                             .lang = sheet->spec->lang,
                             .color = sheet->palette->ink,
                             .halo = sheet->palette->halo,
                             .halo_width = halo };
}

/* Breaks a long title at the space nearest to its middle; a Chinese one between characters. */
static void
add_title (Block *block, AtlasLabelSheet *sheet, AtlasLetterStyle style, const char *title)
{
  double width, height;
  const char *middle = title + strlen (title) / 2;
  const char *best = NULL;

  atlas_label_sheet_measure (sheet, &style, title, &width, &height);
  if (width > atlas_picture_spec_letter_size (sheet->spec, MAX_WIDTH))
    {
      for (const char *p = strchr (title, ' '); p != NULL; p = strchr (p + 1, ' '))
        if (best == NULL || labs (p - middle) < labs (best - middle))
          best = p;
      if (best == NULL && atlas_lettering_is_cjk (style.lang))
        best = g_utf8_offset_to_pointer (title, g_utf8_strlen (title, -1) / 2);
    }
  if (best == NULL || best == title)
    {
      add_line (block, sheet, style, title);
      return;
    }
  else
    {
      g_autofree char *first = g_strndup (title, (gsize) (best - title));

      add_line (block, sheet, style, first);
      add_line (block, sheet, style, *best == ' ' ? best + 1 : best);
    }
}

static void
write_block (Block *block, AtlasLabelSheet *sheet, AtlasLabelSide side, AtlasRect rect)
{
  double y = rect.y;

  for (guint i = 0; i < block->n; i++)
    {
      double x = rect.x;
      double line = get_line_height (block, i);

      if (side == ATLAS_SIDE_WEST || side == ATLAS_SIDE_NORTH_WEST || side == ATLAS_SIDE_SOUTH_WEST)
        x += rect.width - block->widths[i];
      else if (side == ATLAS_SIDE_NORTH || side == ATLAS_SIDE_SOUTH)
        x += (rect.width - block->widths[i]) / 2;
      atlas_label_sheet_add_text (sheet,
                                  &block->styles[i],
                                  block->texts[i],
                                  x,
                                  y + (line - block->heights[i]) / 2);
      y += line;
    }
}

static gboolean
place_block (Block *block,
             AtlasLabelSheet *sheet,
             const AtlasSite *site,
             gconstpointer record,
             AtlasDrawCache *cache)
{
  AtlasLabelSide hint = cache != NULL ? atlas_draw_cache_get_hint (cache, record) : ATLAS_SIDE_NONE;
  AtlasRect rect;
  AtlasLabelSide side = atlas_label_placer_place (sheet->placer,
                                                  site->x,
                                                  site->y,
                                                  site->radius,
                                                  block->width,
                                                  block->height,
                                                  hint,
                                                  &rect);

  if (side == ATLAS_SIDE_NONE)
    return FALSE;
  if (cache != NULL)
    atlas_draw_cache_set_hint (cache, record, side);
  write_block (block, sheet, side, rect);
  return TRUE;
}

void
atlas_label_painter_block_sites (const AtlasSiteLayout *layout,
                                 AtlasLabelSheet *sheet,
                                 gboolean places)
{
  guint n;
  const AtlasSite *sites = atlas_site_layout_get_sites (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      double radius = sites[i].radius - (sites[i].kind == ATLAS_SITE_PLACE ? 0 : 1.5);

      if ((sites[i].kind == ATLAS_SITE_PLACE) != places || sites[i].past)
        continue;
      atlas_label_placer_block (sheet->placer,
                                (AtlasRect){ sites[i].x - radius,
                                             sites[i].y - radius,
                                             2 * radius,
                                             2 * radius },
                                ATLAS_OBSTACLE_HARD);
    }
}

/* A single event is called by its title, and if that is too long for the room, by its place; a
 * cluster by its place. */
static void
add_event (const AtlasSite *site, AtlasLabelSheet *sheet, AtlasDrawCache *cache)
{
  const AtlasPictureSpec *spec = sheet->spec;
  const char *place =
    site->place != NULL
      ? atlas_record_get_name_on (ATLAS_RECORD (site->place), spec->lang, spec->date)
      : NULL;
  AtlasLetterStyle bold =
    get_style (sheet, ATLAS_ROLE_EVENT, site->selected || site->highlighted ? 13.5 : 12, 3.4);
  AtlasLetterStyle plain = get_style (sheet, ATLAS_ROLE_DATE, 11, 3.4);

  if (site->kind == ATLAS_SITE_EVENT)
    {
      AtlasRecord *event = ATLAS_RECORD (site->events[0]);
      const char *title = atlas_text_get (atlas_record_get_title (event), spec->lang);
      g_autofree char *date = atlas_date_label_of (event, spec->date, spec->lang);

      for (int attempt = 0; attempt < 2; attempt++)
        {
          g_auto (Block) block = { 0 };

          if (attempt == 0 && title != NULL)
            add_title (&block, sheet, bold, title);
          else if (attempt == 1 && place != NULL)
            add_line (&block, sheet, bold, place);
          else
            continue;
          if (date != NULL)
            add_line (&block, sheet, plain, date);
          if (place_block (&block, sheet, site, event, cache))
            return;
        }
    }
  if (place != NULL)
    {
      g_auto (Block) block = { 0 };

      add_line (&block, sheet, bold, place);
      place_block (&block, sheet, site, site->place, cache);
    }
}

static guint
get_weight (const AtlasSite *site)
{
  guint weight = 9;

  if (site->selected || site->hovered || site->highlighted)
    return 0;
  for (guint i = 0; i < site->n_events; i++)
    weight = MIN (weight, atlas_event_get_weight (site->events[i]));
  return weight;
}

/* Whether the selected event, or the one of the tour, stands on the same spot, and speaks for it.
 */
static gboolean
is_covered (const AtlasSite *site, const AtlasSite *sites, guint n)
{
  for (guint i = 0; i < n; i++)
    if ((sites[i].selected || sites[i].highlighted) && &sites[i] != site &&
        sites[i].kind != ATLAS_SITE_PLACE && sites[i].place == site->place)
      return TRUE;
  return FALSE;
}

void
atlas_label_painter_add_events (const AtlasSiteLayout *layout,
                                AtlasLabelSheet *sheet,
                                AtlasDrawCache *cache,
                                gboolean chosen)
{
  guint n;
  const AtlasSite *sites = atlas_site_layout_get_sites (layout, &n);

  for (guint weight = chosen ? 0 : 1; weight <= (chosen ? 0u : 9u); weight++)
    for (guint i = n; i-- > 0;)
      if (sites[i].kind != ATLAS_SITE_PLACE && (!sites[i].past || sites[i].selected) &&
          get_weight (&sites[i]) == weight && (chosen || !is_covered (&sites[i], sites, n)))
        add_event (&sites[i], sheet, cache);
}

void
atlas_label_painter_add_places (const AtlasSiteLayout *layout,
                                AtlasLabelSheet *sheet,
                                AtlasDrawCache *cache)
{
  guint n;
  const AtlasSite *sites = atlas_site_layout_get_sites (layout, &n);
  const AtlasPictureSpec *spec = sheet->spec;

  for (guint rank = 1; rank <= 4; rank++)
    for (guint i = n; i-- > 0;)
      {
        g_auto (Block) block = { 0 };
        const char *name;

        if (sites[i].kind != ATLAS_SITE_PLACE || CLAMP (sites[i].rank, 1, 4) != rank)
          continue;
        name = atlas_record_get_name_on (ATLAS_RECORD (sites[i].place), spec->lang, spec->date);
        if (name == NULL)
          continue;
        add_line (&block,
                  sheet,
                  get_style (sheet,
                             rank == 1 ? ATLAS_ROLE_PLACE_BOLD : ATLAS_ROLE_PLACE,
                             rank == 1   ? 12.5
                             : rank == 2 ? 12
                                         : 11,
                             3),
                  name);
        place_block (&block, sheet, &sites[i], sites[i].place, cache);
      }
}
