/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-words.h"
#include "atlas-link.h"
#include "atlas-window-private.h"

static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  g_autofree char *link = atlas_link_write (self->state);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), link);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Link to this view copied")));
}

static void
copy_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  g_autofree char *date = atlas_date_words_line (self->state);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), date);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Date copied")));
}

void
atlas_window_install_link (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy-date", NULL, copy_date_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_d,
                                       GDK_CONTROL_MASK,
                                       "win.copy-date",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "win.copy-link", NULL, copy_link_action);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_c,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.copy-link",
                                       NULL);
}

static void
report (AtlasWindow *self, const GError *error)
{
  g_autofree char *words = g_strdup_printf (_ ("The link cannot be followed. %s"), error->message);
  g_autofree char *markup = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

gboolean
atlas_window_apply_link (AtlasWindow *self, const char *link, GError **error)
{
  gboolean done;

  /* The link says the date and the place as well, and they need not be those of what it selects. */
  self->as_is = TRUE;
  done = atlas_link_apply (link, self->state, atlas_history_index_get_dataset (self->index), error);
  self->as_is = FALSE;
  return done;
}

void
atlas_window_follow_link (AtlasWindow *self)
{
  g_autofree char *link = g_steal_pointer (&self->link);
  g_autoptr (GError) error = NULL;

  if (link == NULL)
    return;
  if (!atlas_window_apply_link (self, link, &error))
    {
      report (self, error);
      return;
    }
  atlas_window_set_on_cover (self, FALSE);
}

void
atlas_window_open_link (AtlasWindow *self, const char *link)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (link != NULL);

  g_free (self->link);
  self->link = g_strdup (link);
  if (self->index != NULL)
    atlas_window_follow_link (self);
}
