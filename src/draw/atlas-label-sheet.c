/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-curved-text.h"
#include "atlas-glyph.h"
#include "atlas-label-sheet.h"

typedef enum
{
  ITEM_TEXT,
  ITEM_PILL,
  ITEM_COUNTER,
  ITEM_CURVE,
} ItemKind;

typedef struct
{
  ItemKind kind;
  AtlasLetterStyle style;
  AtlasColor color;
  char *text;
  char *key;
  AtlasRect rect;
  double middle;
  AtlasWorldPoint *points; /* about the first one */
  guint n_points;
  gboolean flagged;
} Item;

/* Of the warning sign of a pill. */
#define FLAG_WIDTH 10.0

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_free (item->text);
  g_free (item->key);
  g_free (item->points);
}

void
atlas_label_sheet_init (AtlasLabelSheet *self,
                        const AtlasPictureSpec *spec,
                        const AtlasViewport *viewport,
                        AtlasSpriteCache *sprites)
{
  *self = (AtlasLabelSheet){
    .spec = spec,
    .viewport = viewport,
    .palette = atlas_palette_get (spec->style),
    .placer =
      atlas_label_placer_new ((AtlasRect){ 3, 3, viewport->width - 6, viewport->height - 6 }),
    .sprites = sprites,
    .items = g_array_new (FALSE, TRUE, sizeof (Item)),
  };
  g_array_set_clear_func (self->items, clear_item);
}

void
atlas_label_sheet_clear (AtlasLabelSheet *self)
{
  g_clear_pointer (&self->placer, atlas_label_placer_free);
  g_clear_pointer (&self->items, g_array_unref);
}

void
atlas_label_sheet_measure (AtlasLabelSheet *self,
                           const AtlasLetterStyle *style,
                           const char *text,
                           double *width,
                           double *height)
{
  atlas_sprite_cache_measure_text (self->sprites, style, text, width, height);
}

void
atlas_label_sheet_add_text (AtlasLabelSheet *self,
                            const AtlasLetterStyle *style,
                            const char *text,
                            double x,
                            double y)
{
  Item item = {
    .kind = ITEM_TEXT, .style = *style, .text = g_strdup (text), .rect = { x, y, 0, 0 }
  };

  g_array_append_val (self->items, item);
}

AtlasLetterStyle
atlas_label_sheet_pill_style (const AtlasLabelSheet *self, AtlasColor ink)
{
  return (AtlasLetterStyle){ .role = ATLAS_ROLE_EVENT,
                             .size = atlas_picture_spec_letter_size (self->spec, 11),
                             .lang = self->spec->lang,
                             .color = ink };
}

AtlasLetterStyle
atlas_label_sheet_counter_style (const AtlasLabelSheet *self)
{
  return (AtlasLetterStyle){ .role = ATLAS_ROLE_EVENT,
                             .size = atlas_picture_spec_letter_size (self->spec, 12),
                             .lang = self->spec->lang,
                             .color = self->palette->text };
}

void
atlas_label_sheet_add_pill (AtlasLabelSheet *self,
                            AtlasRect rect,
                            AtlasColor color,
                            AtlasColor ink,
                            const char *text,
                            gboolean flagged)
{
  Item item = { .kind = ITEM_PILL,
                .flagged = flagged,
                .style = atlas_label_sheet_pill_style (self, ink),
                .color = color,
                .text = g_strdup (text),
                .rect = rect };

  g_array_append_val (self->items, item);
}

void
atlas_label_sheet_add_counter (AtlasLabelSheet *self,
                               AtlasRect rect,
                               AtlasColor color,
                               const char *text)
{
  Item item = { .kind = ITEM_COUNTER,
                .style = atlas_label_sheet_counter_style (self),
                .color = color,
                .text = g_strdup (text),
                .rect = rect };

  g_array_append_val (self->items, item);
}

void
atlas_label_sheet_add_curve (AtlasLabelSheet *self,
                             const AtlasLetterStyle *style,
                             const char *text,
                             const AtlasWorldPoint *points,
                             guint n,
                             double middle,
                             const char *key)
{
  Item item = { .kind = ITEM_CURVE,
                .style = *style,
                .text = g_strdup (text),
                .key = g_strdup (key),
                .middle = middle,
                .n_points = n,
                .rect = { points[0].x, points[0].y, 0, 0 } };

  item.points = g_new (AtlasWorldPoint, n);
  for (guint i = 0; i < n; i++)
    item.points[i] = (AtlasWorldPoint){ points[i].x - points[0].x, points[i].y - points[0].y };
  g_array_append_val (self->items, item);
}

static void
add_rounded_rectangle (cairo_t *cr, AtlasRect rect, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + rect.height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect.x + radius, rect.y + rect.height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* A triangle with an exclamation mark. */
static void
draw_flag (const Item *item, AtlasColor paper, double x, cairo_t *cr)
{
  double bottom = item->rect.y + item->rect.height - 4.0, top = item->rect.y + 3.5;
  double middle = x + FLAG_WIDTH / 2.0;

  cairo_move_to (cr, x, bottom);
  cairo_line_to (cr, middle, top);
  cairo_line_to (cr, x + FLAG_WIDTH, bottom);
  cairo_close_path (cr);
  atlas_color_set_source (item->color, cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 1.0);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  atlas_color_set_source (paper, cr);
  cairo_rectangle (cr, middle - 0.6, top + 3.0, 1.2, bottom - top - 5.6);
  cairo_rectangle (cr, middle - 0.6, bottom - 1.6, 1.2, 1.2);
  cairo_fill (cr);
}

static void
draw_pill (AtlasLabelSheet *self, const Item *item, cairo_t *cr)
{
  double flag = item->flagged ? ATLAS_PILL_FLAG : 0.0;
  double width, height;

  add_rounded_rectangle (cr, item->rect, item->rect.height / 2);
  atlas_color_set_source (self->palette->paper, cr);
  cairo_fill_preserve (cr);
  atlas_color_set_source (item->color, cr);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  atlas_label_sheet_measure (self, &item->style, item->text, &width, &height);
  atlas_sprite_cache_paint_text (self->sprites,
                                 cr,
                                 &item->style,
                                 item->text,
                                 item->rect.x + flag + (item->rect.width - flag - width) / 2,
                                 item->rect.y + (item->rect.height - height) / 2);
  if (item->flagged)
    draw_flag (item, self->palette->paper, item->rect.x + 6.0, cr);
}

static void
draw_counter (AtlasLabelSheet *self, const Item *item, cairo_t *cr)
{
  double width, height;

  add_rounded_rectangle (cr, item->rect, 6);
  atlas_color_set_source (self->palette->paper, cr);
  cairo_fill (cr);
  cairo_save (cr);
  add_rounded_rectangle (cr, item->rect, 6);
  cairo_clip (cr);
  cairo_rectangle (cr, item->rect.x, item->rect.y, ATLAS_COUNTER_BADGE, item->rect.height);
  atlas_color_set_source (item->color, cr);
  cairo_fill (cr);
  cairo_restore (cr);
  add_rounded_rectangle (cr, item->rect, 6);
  atlas_color_set_source (item->color, cr);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);

  /* The sign of a force: a crossed field, as on any map of war. */
  cairo_save (cr);
  cairo_translate (cr,
                   item->rect.x + ATLAS_COUNTER_BADGE / 2 + 0.4,
                   item->rect.y + item->rect.height / 2);
  cairo_move_to (cr, -3.6, -6.2);
  cairo_line_to (cr, 3.6, 6.2);
  cairo_move_to (cr, 3.6, -6.2);
  cairo_line_to (cr, -3.6, 6.2);
  atlas_color_set_source (self->palette->on_marker, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_restore (cr);

  atlas_label_sheet_measure (self, &item->style, item->text, &width, &height);
  atlas_sprite_cache_paint_text (self->sprites,
                                 cr,
                                 &item->style,
                                 item->text,
                                 item->rect.x + ATLAS_COUNTER_BADGE + 6,
                                 item->rect.y + (item->rect.height - height) / 2);
}

static void
draw_curve_cb (cairo_t *cr, gconstpointer data)
{
  const Item *item = data;

  atlas_curved_text_draw (cr, &item->style, item->text, item->points, item->n_points, item->middle);
}

static void
draw_curve (AtlasLabelSheet *self, const Item *item, cairo_t *cr)
{
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double margin = item->style.size + 6;

  for (guint i = 1; i < item->n_points; i++)
    {
      x1 = MIN (x1, item->points[i].x);
      y1 = MIN (y1, item->points[i].y);
      x2 = MAX (x2, item->points[i].x);
      y2 = MAX (y2, item->points[i].y);
    }
  atlas_sprite_cache_paint (self->sprites,
                            cr,
                            item->key,
                            (AtlasRect){ x1 - margin,
                                         y1 - margin,
                                         x2 - x1 + 2 * margin,
                                         y2 - y1 + 2 * margin },
                            item->rect.x,
                            item->rect.y,
                            draw_curve_cb,
                            item);
}

void
atlas_label_sheet_draw (AtlasLabelSheet *self, cairo_t *cr)
{
  /* The last to come has the least claim and lies lowest. */
  for (guint i = self->items->len; i-- > 0;)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      cairo_new_path (cr);
      switch (item->kind)
        {
        case ITEM_PILL:
          draw_pill (self, item, cr);
          break;
        case ITEM_COUNTER:
          draw_counter (self, item, cr);
          break;
        case ITEM_CURVE:
          draw_curve (self, item, cr);
          break;
        case ITEM_TEXT:
        default:
          atlas_sprite_cache_paint_text (self->sprites,
                                         cr,
                                         &item->style,
                                         item->text,
                                         item->rect.x,
                                         item->rect.y);
          break;
        }
    }
}
