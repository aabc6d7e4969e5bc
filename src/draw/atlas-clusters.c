/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-clusters.h"

static gpointer
create_cell_key (double column, double row)
{
  gint32 c = (gint32) column;
  gint32 r = (gint32) row;

  /* Never NULL, and different for all cells within 32768 of the origin. */
  return GUINT_TO_POINTER ((((guint) c & 0xffff) << 16 | ((guint) r & 0xffff)) + 1);
}

static guint
find_leader (GHashTable *cells, const double (*points)[2], guint i, double distance)
{
  guint found = i;

  for (int dx = -1; dx <= 1; dx++)
    for (int dy = -1; dy <= 1; dy++)
      {
        gpointer key = create_cell_key (floor (points[i][0] / distance) + dx,
                                        floor (points[i][1] / distance) + dy);
        const GArray *leaders = g_hash_table_lookup (cells, key);

        for (guint k = 0; leaders != NULL && k < leaders->len; k++)
          {
            guint leader = g_array_index (leaders, guint, k);

            if (leader < found && hypot (points[leader][0] - points[i][0],
                                         points[leader][1] - points[i][1]) <= distance)
              found = leader;
          }
      }
  return found;
}

guint *
atlas_clusters_find (const double (*points)[2], guint n, double distance)
{
  g_autoptr (GHashTable) cells =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  guint *leaders = g_new (guint, n);

  g_return_val_if_fail (distance > 0, leaders);

  for (guint i = 0; i < n; i++)
    {
      leaders[i] = find_leader (cells, points, i, distance);
      if (leaders[i] == i)
        {
          gpointer key =
            create_cell_key (floor (points[i][0] / distance), floor (points[i][1] / distance));
          GArray *cell = g_hash_table_lookup (cells, key);

          if (cell == NULL)
            {
              cell = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (cells, key, cell);
            }
          g_array_append_val (cell, i);
        }
    }
  return leaders;
}
