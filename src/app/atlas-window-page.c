/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-page-blocks.h"
#include "atlas-window-private.h"

/* The page of a record in the side panel: it can be pinned, and cited. */

gboolean
atlas_window_has_page (AtlasWindow *self)
{
  return atlas_view_state_get_selection (self->state) != NULL ||
         atlas_record_page_get_pinned (self->record_page);
}

void
atlas_window_update_page (AtlasWindow *self)
{
  gboolean page = atlas_window_has_page (self);

  gtk_widget_set_visible (GTK_WIDGET (self->pin_button), page);
  gtk_widget_set_visible (GTK_WIDGET (self->cite_button), page);
  gtk_toggle_button_set_active (self->pin_button, atlas_record_page_get_pinned (self->record_page));
}

static void
pin_toggled_cb (AtlasWindow *self)
{
  gboolean pinned = gtk_toggle_button_get_active (self->pin_button);

  if (pinned == atlas_record_page_get_pinned (self->record_page))
    return;
  atlas_record_page_set_pinned (self->record_page, pinned);
  atlas_window_update_panel (self);
}

static void
cite_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint format, citation;
  const char *source;

  g_variant_get (parameter, "(u&su)", &format, &source, &citation);
  atlas_record_page_cite (ATLAS_WINDOW (widget)->record_page, format, source, citation);
}

static void
copied_cb (AtlasWindow *self)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("The citation was copied")));
}

void
atlas_window_create_page (AtlasWindow *self)
{
  g_autoptr (GMenuModel) menu = atlas_page_cite_menu ("win.cite", "", G_MAXUINT);

  gtk_menu_button_set_menu_model (self->cite_button, menu);
  g_signal_connect_object (self->pin_button,
                           "toggled",
                           G_CALLBACK (pin_toggled_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record_page,
                           "copied",
                           G_CALLBACK (copied_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
atlas_window_install_page (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, pin_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, cite_button);
  gtk_widget_class_install_action (widget_class, "win.cite", "(usu)", cite_action);
}
