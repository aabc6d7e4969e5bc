/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-json-tree.h"

G_BEGIN_DECLS

/* An empty tree that takes @text over, for strings may stay in it. */
AtlasJsonTree *atlas_json_tree_new (char *text);
void atlas_json_tree_set_root (AtlasJsonTree *self, const AtlasJsonNode *root);

/* A copy that lasts as long as the tree; NULL where @size is 0. */
gpointer atlas_json_tree_copy (AtlasJsonTree *self, gconstpointer data, gsize size);

G_END_DECLS
