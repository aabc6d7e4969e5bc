/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layer-content.h"
#include "atlas-layer-picture.h"

G_BEGIN_DECLS

/**
 * AtlasLayerJob:
 *
 * A picture that a thread draws. All pictures with letters are drawn by one thread: Pango keeps its
 * fonts by thread, and to find and open them anew takes longer than to draw.
 */
typedef struct _AtlasLayerJob AtlasLayerJob;

typedef void (*AtlasLayerJobDone) (AtlasLayerJob *job, GObject *layer);

/* Begins at once. @key says which content it is, @lettered whether @draw writes. @done is called on
 * the main thread with @layer, which the job holds until then. (transfer full) */
AtlasLayerJob *atlas_layer_job_new (const AtlasLayerContent *content,
                                    const AtlasViewport *viewport,
                                    guint64 key,
                                    AtlasLayerDraw draw,
                                    gboolean lettered,
                                    AtlasLayerJobDone done,
                                    GObject *layer);

void atlas_layer_job_unref (AtlasLayerJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLayerJob, atlas_layer_job_unref)

/* What it draws. */
guint64 atlas_layer_job_get_key (const AtlasLayerJob *self);
const AtlasViewport *atlas_layer_job_get_viewport (const AtlasLayerJob *self);

/* Nobody wants the picture any more: it is not drawn unless that has begun. */
void atlas_layer_job_drop (AtlasLayerJob *self);

/* Waits until the picture is drawn. (transfer full): NULL where it was taken before. */
AtlasLayerPicture *atlas_layer_job_take_picture (AtlasLayerJob *self);

/* Draws on the calling thread. (transfer full) */
AtlasLayerPicture *atlas_layer_draw_picture (const AtlasLayerContent *content,
                                             const AtlasViewport *viewport,
                                             guint64 key,
                                             AtlasLayerDraw draw);

/* Has the thread of letters look for its fonts, while others do something else. */
void atlas_layer_job_warm_up (void);

G_END_DECLS
