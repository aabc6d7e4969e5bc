/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-filter-menu.h"
#include "atlas-list-bar.h"

struct _AtlasListBar
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *box;
  GtkDropDown *sort;
  GtkDropDown *group;
  GtkWidget *narrow;
  AtlasHistoryWidget *menu;
};

G_DEFINE_FINAL_TYPE (AtlasListBar, atlas_list_bar, ATLAS_TYPE_HISTORY_WIDGET)

/* A filter is at work: the button says so by its look. */
static void
filter_changed_cb (AtlasListBar *self)
{
  AtlasViewState *state = atlas_history_widget_get_state (ATLAS_HISTORY_WIDGET (self));

  if (atlas_view_state_get_filter (state) != NULL)
    gtk_widget_add_css_class (self->narrow, "comparing");
  else
    gtk_widget_remove_css_class (self->narrow, "comparing");
}

static void
atlas_list_bar_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  AtlasListBar *self = ATLAS_LIST_BAR (widget);
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  atlas_history_widget_set_state (self->menu, state);
  if (state == NULL)
    return;
  /* The rows of each list stand in the order of the enumeration. */
  g_object_bind_property (state, "sort", self->sort, "selected", both);
  g_object_bind_property (state, "group", self->group, "selected", both);
  g_signal_connect_object (state,
                           "notify::filter",
                           G_CALLBACK (filter_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}

static void
atlas_list_bar_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  atlas_history_widget_set_index (ATLAS_LIST_BAR (widget)->menu, index);
}

static void
atlas_list_bar_dispose (GObject *object)
{
  g_clear_pointer (&ATLAS_LIST_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_list_bar_parent_class)->dispose (object);
}

static void
atlas_list_bar_class_init (AtlasListBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_list_bar_dispose;
  history_class->set_state = atlas_list_bar_set_state;
  history_class->set_index = atlas_list_bar_set_index;
  g_type_ensure (ATLAS_TYPE_FILTER_MENU);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/list-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasListBar, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasListBar, sort);
  gtk_widget_class_bind_template_child (widget_class, AtlasListBar, group);
  gtk_widget_class_bind_template_child (widget_class, AtlasListBar, narrow);
  gtk_widget_class_bind_template_child (widget_class, AtlasListBar, menu);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_list_bar_init (AtlasListBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
