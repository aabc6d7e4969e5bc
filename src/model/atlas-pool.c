/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-pool.h"

#define STRING_BLOCK 16384

struct _AtlasPool
{
  gatomicrefcount ref_count;
  GStringChunk *strings;
  GPtrArray *arrays;
  GPtrArray *texts;
  GBytes *held; /* (nullable) */
};

/**
 * atlas_pool_new:
 *
 * Returns: (transfer full): an empty pool
 */
AtlasPool *
atlas_pool_new (void)
{
  AtlasPool *self = g_new0 (AtlasPool, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (STRING_BLOCK);
  self->arrays = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_text_unref);
  return self;
}

/**
 * atlas_pool_ref:
 * @self: a pool
 *
 * Returns: (transfer full): the same pool
 */
AtlasPool *
atlas_pool_ref (AtlasPool *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_pool_unref:
 * @self: (transfer full): a pool
 */
void
atlas_pool_unref (AtlasPool *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->arrays);
  g_ptr_array_unref (self->texts);
  g_clear_pointer (&self->held, g_bytes_unref);
  g_free (self);
}

/**
 * atlas_pool_string:
 * @self: a pool
 * @text: (nullable): a string
 *
 * Returns: (nullable): the pool's one copy of it
 */
const char *
atlas_pool_string (AtlasPool *self, const char *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : NULL;
}

/**
 * atlas_pool_hold:
 * @self: a pool that holds nothing yet
 * @bytes: memory that is to last as long as the pool
 */
void
atlas_pool_hold (AtlasPool *self, GBytes *bytes)
{
  g_return_if_fail (self != NULL && self->held == NULL);

  self->held = g_bytes_ref (bytes);
}

/**
 * atlas_pool_array:
 * @self: a pool
 * @n: how many things
 * @size: bytes for each
 *
 * Returns: (nullable): memory that lives as long as the pool
 */
gpointer
atlas_pool_array (AtlasPool *self, gsize n, gsize size)
{
  gpointer memory;

  g_return_val_if_fail (self != NULL, NULL);

  if (n == 0)
    return NULL;
  memory = g_malloc0_n (n, size);
  g_ptr_array_add (self->arrays, memory);
  return memory;
}

/**
 * atlas_pool_text:
 * @self: a pool
 * @text: (transfer full) (nullable): a text
 *
 * Returns: (transfer none) (nullable): the text, kept by the pool
 */
AtlasText *
atlas_pool_text (AtlasPool *self, AtlasText *text)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (text != NULL)
    g_ptr_array_add (self->texts, text);
  return text;
}
