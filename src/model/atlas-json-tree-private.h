/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-json-tree.h"

G_BEGIN_DECLS

AtlasJsonTree *atlas_json_tree_new (void);
void atlas_json_tree_set_root (AtlasJsonTree *self, const AtlasJsonNode *root);

/* Memory for @size bytes, 1 or more, that lasts as long as the tree and is aligned for a node. */
gpointer atlas_json_tree_allocate (AtlasJsonTree *self, gsize size);

G_END_DECLS
