/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-calendar.h"
#include "atlas-date-dialog.h"
#include "atlas-date-format.h"

struct _AtlasDateDialog
{
  GtkWindow parent_instance;

  GtkEntry *entry;
  GtkLabel *reading;
  GtkWidget *go;

  AtlasViewState *state;
  AtlasTimeSpan span; /* what the text means, while "go" can be pressed */
  gboolean between;   /* from one date to another, not a date */
};

enum
{
  SPAN_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasDateDialog, atlas_date_dialog, GTK_TYPE_WINDOW)

static const char *
explain (const GError *error)
{
  return g_error_matches (error, ATLAS_CALENDAR_ERROR, ATLAS_CALENDAR_ERROR_RANGE)
           ? _ ("That calendar has no such day, month or year.")
           : _ ("This is no date yet. Dates look like 1871, 1864-10, 11–23 May 1864, "
                "12 Feb 1881 O.S., 同治三年九月.");
}

static void
text_changed_cb (AtlasDateDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *reading = NULL;
  gboolean valid = FALSE;

  self->between = atlas_calendar_parse_between (text, &self->span);
  if (text[0] == '\0')
    reading = g_strdup ("");
  else if (!self->between && !atlas_calendar_parse (text, &self->span, &error))
    reading = g_strdup (explain (error));
  else if (!atlas_time_span_overlaps (self->span, atlas_view_state_get_range (self->state)))
    reading = g_strdup (_ ("The atlas has nothing for that time."));
  else
    {
      reading = atlas_date_format_span (self->span, atlas_view_state_get_language (self->state));
      valid = TRUE;
    }
  gtk_label_set_text (self->reading, reading);
  gtk_widget_set_sensitive (self->go, valid);
}

static void
go_cb (AtlasDateDialog *self)
{
  atlas_view_state_set_date (self->state, self->span.begin);
  /* Who asks for a time wants to see what happened in it, all of it and nothing else. */
  if (self->between)
    {
      atlas_view_state_set_free_window (self->state, self->span);
      g_signal_emit (self, signals[SPAN_CHOSEN], 0, self->span.begin, self->span.end);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
atlas_date_dialog_dispose (GObject *object)
{
  g_clear_object (&ATLAS_DATE_DIALOG (object)->state);
  G_OBJECT_CLASS (atlas_date_dialog_parent_class)->dispose (object);
}

static void
atlas_date_dialog_class_init (AtlasDateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_date_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/date-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasDateDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasDateDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, AtlasDateDialog, go);
  signals[SPAN_CHOSEN] = g_signal_new ("span-chosen",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       2,
                                       G_TYPE_INT,
                                       G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "dialog.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "dialog.close", NULL);
}

static void
atlas_date_dialog_init (AtlasDateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->entry,
                           "changed",
                           G_CALLBACK (text_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->go, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_date_dialog_new (GtkWindow *parent, AtlasViewState *state)
{
  AtlasDateDialog *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_DATE_DIALOG, "transient-for", parent, NULL);
  self->state = g_object_ref (state);
  return GTK_WIDGET (self);
}
