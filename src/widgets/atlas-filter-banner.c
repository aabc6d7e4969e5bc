/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-filter-banner.h"
#include "atlas-filter-words.h"

struct _AtlasFilterBanner
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *count;
  GtkLabel *reasons;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
};

G_DEFINE_FINAL_TYPE (AtlasFilterBanner, atlas_filter_banner, GTK_TYPE_WIDGET)

static void
update (AtlasFilterBanner *self)
{
  const AtlasFilter *filter = atlas_view_state_get_filter (self->state);
  gboolean shown = filter != NULL && self->index != NULL;
  g_autofree char *count = NULL;
  g_autofree char *reasons = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  count = atlas_filter_words_count (self->index, filter);
  reasons =
    atlas_filter_words_reasons (self->index, filter, atlas_view_state_get_language (self->state));
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->reasons, reasons);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reasons), reasons);
}

static void
atlas_filter_banner_dispose (GObject *object)
{
  AtlasFilterBanner *self = ATLAS_FILTER_BANNER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->state);
  g_clear_object (&self->index);
  G_OBJECT_CLASS (atlas_filter_banner_parent_class)->dispose (object);
}

static void
atlas_filter_banner_class_init (AtlasFilterBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_filter_banner_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/filter-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterBanner, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterBanner, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterBanner, reasons);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
atlas_filter_banner_init (AtlasFilterBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_filter_banner_new (AtlasViewState *state)
{
  static const char *const changes[] = { "notify::filter", "notify::language" };
  AtlasFilterBanner *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_FILTER_BANNER, NULL);
  self->state = g_object_ref (state);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (state, changes[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
atlas_filter_banner_set_index (AtlasFilterBanner *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_FILTER_BANNER (self));

  if (g_set_object (&self->index, index))
    update (self);
}
