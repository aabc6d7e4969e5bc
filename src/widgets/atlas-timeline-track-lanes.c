/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-timeline-track-private.h"

static void
scrolled_cb (AtlasTimelineTrack *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_timeline_track_add_lanes (AtlasTimelineTrack *self)
{
  self->lanes = g_object_ref_sink (gtk_adjustment_new (0.0, 0.0, 0.0, 0.0, 0.0, 0.0));
  self->lanes_bar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->lanes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lanes_bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lanes of the timeline"),
                                  -1);
  gtk_widget_set_parent (self->lanes_bar, GTK_WIDGET (self));
  g_signal_connect_object (self->lanes,
                           "value-changed",
                           G_CALLBACK (scrolled_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
atlas_timeline_track_place_lanes (AtlasTimelineTrack *self)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);
  double all = atlas_timeline_layout_get_lanes_height (&view, self->model);
  double room = atlas_timeline_layout_get_lanes_room (&view);
  gboolean scrolls = !view.compact && room > 0.0 && all > room;
  int width;

  gtk_adjustment_configure (self->lanes,
                            scrolls ? gtk_adjustment_get_value (self->lanes) : 0.0,
                            0.0,
                            scrolls ? all : 0.0,
                            ATLAS_TIMELINE_LANE,
                            room,
                            scrolls ? room : 0.0);
  gtk_widget_set_child_visible (self->lanes_bar, scrolls);
  if (!scrolls)
    return;
  gtk_widget_measure (self->lanes_bar, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->lanes_bar,
                            &(GtkAllocation){ (int) (view.left + view.width) +
                                                ATLAS_TIMELINE_MARGIN - width,
                                              (int) atlas_timeline_layout_get_lanes_top (),
                                              width,
                                              (int) room },
                            -1);
}

void
atlas_timeline_track_scroll_lanes (AtlasTimelineTrack *self, double offset)
{
  gtk_adjustment_set_value (self->lanes, gtk_adjustment_get_value (self->lanes) + offset);
}

static gboolean
has_record (const AtlasTimelineLane *lane, const char *id)
{
  if (lane->record != NULL && g_str_equal (atlas_record_get_id (lane->record), id))
    return TRUE;
  for (guint i = 0; i < lane->bars->len; i++)
    if (g_str_equal (atlas_record_get_id (g_array_index (lane->bars, AtlasTimelineBar, i).record),
                     id))
      return TRUE;
  return FALSE;
}

void
atlas_timeline_track_reveal_lane (AtlasTimelineTrack *self, const char *id)
{
  AtlasTimelineView view = atlas_timeline_track_get_view (self);

  view.scrolled = 0.0;
  for (guint i = 0; self->model != NULL && id != NULL && i < self->model->lanes->len; i++)
    {
      const AtlasTimelineLane *lane = g_ptr_array_index (self->model->lanes, i);
      double top = atlas_timeline_layout_get_lane_top (&view, self->model, i) -
                   atlas_timeline_layout_get_lanes_top ();

      if (has_record (lane, id))
        gtk_adjustment_clamp_page (self->lanes,
                                   top,
                                   top + atlas_timeline_layout_get_lane_height (&view, lane));
    }
}

void
atlas_timeline_track_set_lanes_room (AtlasTimelineTrack *self, double room)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_TRACK (self));

  if (room >= self->lanes_room && room <= self->lanes_room)
    return;
  self->lanes_room = room;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
