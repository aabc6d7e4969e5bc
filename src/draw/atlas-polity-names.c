/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-polity-names.h"

/* The land is looked at in squares of this many pixels. */
#define CELL 8
/* A name keeps this far from the edge of what is seen, pixels. */
#define EDGE 12.0
#define MAX_PARTS 3
/* As many as a byte can tell apart. */
#define MAX_TERRITORIES 254u
/* From this entry of the sizes on the short name does better. */
#define SMALL_STEP 4
/* The frame counts as a shore this many squares away. */
#define FRAME_DEPTH 5

/* Sizes and spacings, largest first; the last ones are for minor states. */
static const struct
{
  double size;
  double spacing;
} steps[] = { { 23, 11 }, { 21, 9 }, { 19, 7 },   { 17.5, 5.5 }, { 16, 4 },
              { 14, 3 },  { 13, 2 }, { 12, 1.5 }, { 11, 1 } };

typedef struct
{
  int columns;
  int rows;
  guint8 *owner; /* number of the territory, from 1 */
  guint8 *land;  /* 1 where the square is this polity's and visible */
  guint16 *part; /* number of the connected part, from 1 */
  guint *sums;   /* summed areas of the part looked at, one more each way */
  guint8 *depth; /* squares to the nearest that is not of the part, up to 255 */
} Grid;

/* A connected part of a polity's land, in squares. */
typedef struct
{
  guint16 number;
  guint n_squares;
  int left, top, right, bottom; /* its bounds, the last ones not in it */
  double x, y;                  /* its middle of mass, to which the name is drawn */
} Part;

typedef struct
{
  const char *polity;
  gboolean unknown;
  GPtrArray *territories;
} Realm;

static void
free_realm (gpointer data)
{
  g_ptr_array_unref (((Realm *) data)->territories);
  g_free (data);
}

/* All land of one polity together: a name is written once across it, not once in each province. */
static GPtrArray *
collect_realms (AtlasTerritoryScene *scene)
{
  GPtrArray *realms = g_ptr_array_new_with_free_func (free_realm);

  for (guint i = 0; i < scene->n_territories; i++)
    {
      const AtlasTerritoryView *view = &scene->territories[i];
      const char *polity = atlas_territory_get_polity (view->territory);
      gboolean unknown = view->ground == ATLAS_GROUND_UNKNOWN;
      Realm *realm = NULL;

      if (!view->visible || polity == NULL || view->ground == ATLAS_GROUND_OCCUPIED ||
          view->ground == ATLAS_GROUND_CLAIM)
        continue;
      for (guint k = 0; k < realms->len && realm == NULL; k++)
        {
          Realm *other = realms->pdata[k];

          if (g_str_equal (other->polity, polity) && other->unknown == unknown)
            realm = other;
        }
      if (realm == NULL)
        {
          realm = g_new0 (Realm, 1);
          *realm = (Realm){ polity, unknown, g_ptr_array_new () };
          g_ptr_array_add (realms, realm);
        }
      g_ptr_array_add (realm->territories, view->territory);
    }
  return realms;
}

/* Which territory each square belongs to, by its number in the scene plus one. The later ones lie
 * above: land that others occupy is not a place for its owner's name. */
static void
rasterise (AtlasTerritoryScene *scene, Grid *grid)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_A8, grid->columns, grid->rows);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  int stride;

  cairo_scale (cr, 1.0 / CELL, 1.0 / CELL);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  for (guint i = 0; i < scene->n_territories && i < MAX_TERRITORIES; i++)
    {
      const AtlasTerritoryView *view = &scene->territories[i];

      if (!view->visible || view->ground == ATLAS_GROUND_CLAIM)
        continue;
      cairo_new_path (cr);
      atlas_territory_scene_add_shape (scene, cr, view->territory);
      cairo_set_source_rgba (cr, 0, 0, 0, (i + 1) / 255.0);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < grid->rows; y++)
    memcpy (grid->owner + y * grid->columns, data + y * stride, (gsize) grid->columns);
  cairo_surface_destroy (surface);
}

/* What lies outside the part that is seen is nobody's, so that no name leans out of it. */
static void
clear_margins (const AtlasPictureSpec *spec, Grid *grid)
{
  int left = (int) ceil ((spec->margin_x + EDGE) / CELL),
      top = (int) ceil ((spec->margin_y + EDGE) / CELL);

  for (int y = 0; y < grid->rows; y++)
    for (int x = 0; x < grid->columns; x++)
      if (x < left || y < top || x >= grid->columns - left || y >= grid->rows - top)
        grid->owner[y * grid->columns + x] = 0;
}

static void
mark_land (const AtlasTerritoryScene *scene, const Realm *realm, Grid *grid)
{
  gboolean own[256] = { FALSE };

  for (guint i = 0; i < scene->n_territories && i < MAX_TERRITORIES; i++)
    own[i + 1] = g_ptr_array_find (realm->territories, scene->territories[i].territory, NULL);
  for (int i = 0; i < grid->columns * grid->rows; i++)
    grid->land[i] = own[grid->owner[i]];
}

/* Marks the part that holds square @start with @number; returns how many squares it has. */
static guint
flood (Grid *grid, int start, guint16 number, GArray *stack)
{
  guint n = 0;

  g_array_set_size (stack, 0);
  g_array_append_val (stack, start);
  grid->part[start] = number;
  while (stack->len > 0)
    {
      int at = g_array_index (stack, int, stack->len - 1);
      const int next[] = { at % grid->columns > 0 ? at - 1 : -1,
                           at % grid->columns < grid->columns - 1 ? at + 1 : -1,
                           at - grid->columns,
                           at + grid->columns < grid->columns * grid->rows ? at + grid->columns
                                                                           : -1 };

      g_array_set_size (stack, stack->len - 1);
      n++;
      for (int i = 0; i < 4; i++)
        if (next[i] >= 0 && grid->land[next[i]] && grid->part[next[i]] == 0)
          {
            grid->part[next[i]] = number;
            g_array_append_val (stack, next[i]);
          }
    }
  return n;
}

static void
sum_part (Grid *grid, guint16 number)
{
  int width = grid->columns + 1;

  for (int y = 0; y < grid->rows; y++)
    {
      guint row = 0;

      for (int x = 0; x < grid->columns; x++)
        {
          row += grid->part[y * grid->columns + x] == number;
          grid->sums[(y + 1) * width + x + 1] = grid->sums[y * width + x + 1] + row;
        }
    }
}

/* Steps to the nearest square outside the part, by two sweeps. The frame of the picture is no
 * shore: a name may come near it. */
static void
measure_depth (Grid *grid, guint16 number)
{
  int columns = grid->columns;

  for (int sweep = 0; sweep < 2; sweep++)
    for (int i = 0; i < columns * grid->rows; i++)
      {
        int at = sweep == 0 ? i : columns * grid->rows - 1 - i;
        int step = sweep == 0 ? -1 : 1;
        int x = at % columns;
        int y = at / columns;
        int best = sweep == 0 ? 255 : grid->depth[at];

        if (grid->part[at] != number)
          best = 0;
        else
          {
            if (x + step >= 0 && x + step < columns)
              best = MIN (best, grid->depth[at + step] + 1);
            else
              best = MIN (best, FRAME_DEPTH);
            if (y + step >= 0 && y + step < grid->rows)
              best = MIN (best, grid->depth[at + step * columns] + 1);
            else
              best = MIN (best, FRAME_DEPTH);
          }
        grid->depth[at] = (guint8) MIN (best, 255);
      }
}

static guint
count_in (const Grid *grid, int x, int y, int width, int height)
{
  int line = grid->columns + 1;
  const guint *sums = grid->sums;

  return sums[(y + height) * line + x + width] - sums[y * line + x + width] -
         sums[(y + height) * line + x] + sums[y * line + x];
}

static Part
describe_part (const Grid *grid, guint16 number, guint n_squares)
{
  Part part = { number, n_squares, grid->columns, grid->rows, 0, 0, 0.0, 0.0 };

  for (int y = 0; y < grid->rows; y++)
    for (int x = 0; x < grid->columns; x++)
      if (grid->part[y * grid->columns + x] == number)
        {
          part.x += x;
          part.y += y;
          part.left = MIN (part.left, x);
          part.top = MIN (part.top, y);
          part.right = MAX (part.right, x + 1);
          part.bottom = MAX (part.bottom, y + 1);
        }
  part.x /= MAX (n_squares, 1);
  part.y /= MAX (n_squares, 1);
  return part;
}

/* The best free place for a name of this size wholly on the land, FALSE where there is none. */
static gboolean
find_room (const Grid *grid,
           const Part *part,
           AtlasLabelSheet *sheet,
           double width,
           double height,
           double share,
           AtlasRect *rect)
{
  int columns = (int) ceil (width / CELL);
  int rows = (int) ceil (height / CELL);
  double best = -HUGE_VAL;
  /* A name that may hang over an edge may begin before it. */
  int over_x = share < 1.0 ? columns : 0, over_y = share < 1.0 ? rows : 0;
  int right = MIN (part->right + over_x, grid->columns),
      bottom = MIN (part->bottom + over_y, grid->rows);

  for (int y = MAX (part->top - over_y, 0); y + rows <= bottom; y++)
    for (int x = MAX (part->left - over_x, 0); x + columns <= right; x++)
      {
        int cx = x + columns / 2;
        int cy = y + rows / 2;
        double dx = fabs (cx - part->x);
        double dy = fabs (cy - part->y) * 1.3;
        /* Near enough to the distance, and much cheaper than a root for each square. */
        double score =
          grid->depth[cy * grid->columns + cx] * 1.4 - MAX (dx, dy) - 0.4 * MIN (dx, dy);
        AtlasRect candidate = { x * CELL + (columns * CELL - width) / 2,
                                y * CELL + (rows * CELL - height) / 2,
                                width,
                                height };

        if (score <= best || count_in (grid, x, y, columns, rows) < share * columns * rows ||
            !atlas_label_placer_is_free (sheet->placer, candidate, TRUE))
          continue;
        best = score;
        *rect = candidate;
      }
  return isfinite (best);
}

static char *
finish_name (const char *name, gboolean unknown, const char *lang)
{
  g_autofree char *upper = g_utf8_strup (name, -1);

  if (unknown && !g_str_has_suffix (upper, "?") && !g_str_has_suffix (upper, "？"))
    return g_strconcat (upper, atlas_lettering_is_cjk (lang) ? "？" : " ?", NULL);
  return g_steal_pointer (&upper);
}

/* The whole name and the short one; none for land that is nobody's: the blank says it. */
static gboolean
get_names (AtlasDataset *dataset, const Realm *realm, const AtlasPictureSpec *spec, char *names[2])
{
  AtlasPolity *polity = atlas_dataset_lookup_polity (dataset, realm->polity);
  const char *found = NULL;
  const char *whole;
  const char *brief;

  if (polity == NULL || g_strcmp0 (atlas_polity_get_family (polity), "unknown") == 0)
    return FALSE;
  whole = atlas_record_get_name_on (ATLAS_RECORD (polity), spec->lang, spec->date);
  brief = atlas_text_get_full (atlas_polity_get_short_name (polity), spec->lang, &found);
  /* A whole name in the reader's language is better than a short one in another. */
  if (whole != NULL && found != NULL && strncmp (found, spec->lang, 2) != 0)
    brief = whole;
  if (whole == NULL && brief == NULL)
    return FALSE;
  names[0] = finish_name (whole != NULL ? whole : brief, realm->unknown, spec->lang);
  names[1] = finish_name (brief != NULL ? brief : whole, realm->unknown, spec->lang);
  return TRUE;
}

static void
place_name (Grid *grid,
            const Part *part,
            const Realm *realm,
            char *const names[2],
            AtlasDataset *dataset,
            AtlasLabelSheet *sheet,
            GArray *result)
{
  AtlasPolity *polity = atlas_dataset_lookup_polity (dataset, realm->polity);
  double share_of_view = (double) part->n_squares / (grid->columns * grid->rows);
  /* A large name for a small land would shout. */
  gsize first = share_of_view > 0.14 ? 0 : share_of_view > 0.05 ? 2 : share_of_view > 0.02 ? 4 : 6;
  AtlasLetterStyle style = { .role = ATLAS_ROLE_POLITY, .lang = sheet->spec->lang };

  for (int attempt = 0; attempt < 2; attempt++)
    for (gsize i = first; i < G_N_ELEMENTS (steps); i++)
      for (int which = 0; which < 2; which++)
        {
          double width, height;
          AtlasPolityName found;
          AtlasRect rect;

          /* The whole name is only worth it where it can be large; only the smallest size may
           * hang over an edge a little. */
          if ((which == 0 && i > first && i >= SMALL_STEP) ||
              (attempt == 1 && i + 2 < G_N_ELEMENTS (steps)))
            continue;
          style.size = atlas_picture_spec_letter_size (sheet->spec, steps[i].size);
          style.spacing = steps[i].spacing * (atlas_lettering_is_cjk (style.lang) ? 1.5 : 1);
          atlas_label_sheet_measure (sheet, &style, names[which], &width, &height);
          if (!find_room (grid,
                          part,
                          sheet,
                          width + 10,
                          height * 0.9,
                          attempt == 0 ? 1 : 0.72,
                          &rect))
            continue;
          atlas_label_placer_block (sheet->placer, rect, ATLAS_OBSTACLE_HARD);
          found = (AtlasPolityName){ .polity = polity,
                                     .text = g_strdup (names[which]),
                                     .size = style.size,
                                     .spacing = style.spacing,
                                     .x = rect.x + 5 + style.spacing / 2,
                                     .y = rect.y - height * 0.05,
                                     .rect = rect };
          g_array_append_val (result, found);
          return;
        }
}

static void
add_realm (AtlasTerritoryScene *scene,
           const Realm *realm,
           Grid *grid,
           AtlasLabelSheet *sheet,
           AtlasDataset *dataset,
           GArray *result)
{
  char *names[2];
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));
  int n = grid->columns * grid->rows;
  guint16 number = 0;
  guint least = (guint) MAX (n / 12, 12);

  if (!get_names (dataset, realm, sheet->spec, names))
    return;
  mark_land (scene, realm, grid);
  memset (grid->part, 0, (gsize) n * sizeof *grid->part);
  /* First the largest part whatever its size; others only if they are large themselves. */
  guint sizes[256] = { 0 };
  for (int i = 0; i < n && number < 255; i++)
    if (grid->land[i] && grid->part[i] == 0)
      {
        number++;
        sizes[number] = flood (grid, i, number, stack);
      }
  for (int turn = 0; turn < MAX_PARTS; turn++)
    {
      guint16 largest = 0;
      Part part;

      for (guint16 k = 1; k <= number; k++)
        if (sizes[k] > sizes[largest])
          largest = k;
      if (largest == 0 || (turn > 0 && sizes[largest] < least))
        break;
      sum_part (grid, largest);
      measure_depth (grid, largest);
      part = describe_part (grid, largest, sizes[largest]);
      place_name (grid, &part, realm, names, dataset, sheet, result);
      sizes[largest] = 0;
    }
  g_free (names[0]);
  g_free (names[1]);
}

static void
clear_name (gpointer data)
{
  g_free (((AtlasPolityName *) data)->text);
}

GArray *
atlas_polity_names_find (AtlasTerritoryScene *scene, AtlasLabelSheet *sheet, AtlasDataset *dataset)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (AtlasPolityName));
  g_autoptr (GPtrArray) realms = NULL;
  Grid grid;
  gsize n;

  g_return_val_if_fail (scene != NULL && sheet != NULL && ATLAS_IS_DATASET (dataset), result);

  g_array_set_clear_func (result, clear_name);
  realms = collect_realms (scene);
  grid.columns = MAX (1, sheet->viewport->width / CELL);
  grid.rows = MAX (1, sheet->viewport->height / CELL);
  n = (gsize) grid.columns * grid.rows;
  grid.owner = g_new0 (guint8, n);
  grid.land = g_new0 (guint8, n);
  grid.part = g_new0 (guint16, n);
  grid.depth = g_new0 (guint8, n);
  grid.sums = g_new0 (guint, (gsize) (grid.columns + 1) * (grid.rows + 1));
  rasterise (scene, &grid);
  clear_margins (sheet->spec, &grid);
  for (guint i = 0; i < realms->len; i++)
    add_realm (scene, realms->pdata[i], &grid, sheet, dataset, result);
  g_free (grid.owner);
  g_free (grid.land);
  g_free (grid.part);
  g_free (grid.depth);
  g_free (grid.sums);
  return result;
}

void
atlas_polity_names_add (const GArray *names, AtlasLabelSheet *sheet)
{
  for (guint i = 0; i < names->len; i++)
    {
      const AtlasPolityName *name = &g_array_index (names, AtlasPolityName, i);
      const char *family = atlas_polity_get_family (name->polity);
      AtlasLetterStyle style = { .role = ATLAS_ROLE_POLITY,
                                 .size = name->size,
                                 .spacing = name->spacing,
                                 .lang = sheet->spec->lang,
                                 .color =
                                   atlas_palette_get_polity (sheet->spec->style, family)->label,
                                 .halo = sheet->palette->halo,
                                 .halo_width = 4 };

      atlas_label_placer_block (sheet->placer, name->rect, ATLAS_OBSTACLE_HARD);
      atlas_label_sheet_add_text (sheet, &style, name->text, name->x, name->y);
    }
}
