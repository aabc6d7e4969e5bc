/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-interface-language.h"
#include "atlas-preferences-window.h"

struct _AtlasPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *interface_language;
  AdwComboRow *content_language;
  AdwComboRow *text_scale;
  GtkSwitch *reduce_motion;

  AtlasPreferences *preferences;
};

G_DEFINE_FINAL_TYPE (AtlasPreferencesWindow, atlas_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The tags of the texts' languages, in the order in which the interface's are listed. */
static const char *const content_languages[] = { "en", "zh-Hans", "zh-Hant", "ru" };

static const double text_scales[] = { 1.0, 1.25, 1.5, 1.75, 2.0 };

/* What a row's first item means is up to the row; the languages follow in their own names. */
static void
fill_languages (AdwComboRow *row, const char *first)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint n;
  const AtlasInterfaceLanguage *languages = atlas_interface_language_get_all (&n);

  gtk_string_list_append (titles, first);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (titles, languages[i].title);
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
}

static void
fill_text_scales (AdwComboRow *row)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_scales); i++)
    {
      /* Translators: a size of text, compared with that of the desktop. */
      g_autofree char *title = g_strdup_printf (_ ("%.0f %%"), text_scales[i] * 100.0);

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
}

static void
interface_language_chosen_cb (AtlasPreferencesWindow *self)
{
  guint n, chosen = adw_combo_row_get_selected (self->interface_language);
  const AtlasInterfaceLanguage *languages = atlas_interface_language_get_all (&n);

  atlas_preferences_set_interface_language (self->preferences,
                                            chosen >= 1 && chosen <= n ? languages[chosen - 1].name
                                                                       : "");
}

static void
content_language_chosen_cb (AtlasPreferencesWindow *self)
{
  guint chosen = adw_combo_row_get_selected (self->content_language);

  atlas_preferences_set_content_language (self->preferences,
                                          chosen >= 1 && chosen <= G_N_ELEMENTS (content_languages)
                                            ? content_languages[chosen - 1]
                                            : "");
}

static void
text_scale_chosen_cb (AtlasPreferencesWindow *self)
{
  guint chosen = adw_combo_row_get_selected (self->text_scale);

  if (chosen < G_N_ELEMENTS (text_scales))
    atlas_preferences_set_text_scale (self->preferences, text_scales[chosen]);
}

/* Rows show what is kept; only then are they listened to. */
static void
show_preferences (AtlasPreferencesWindow *self)
{
  guint n;
  const AtlasInterfaceLanguage *languages = atlas_interface_language_get_all (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (languages[i].name,
                     atlas_preferences_get_interface_language (self->preferences)))
      adw_combo_row_set_selected (self->interface_language, i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (content_languages); i++)
    if (g_str_equal (content_languages[i],
                     atlas_preferences_get_content_language (self->preferences)))
      adw_combo_row_set_selected (self->content_language, i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (text_scales); i++)
    if (fabs (text_scales[i] - atlas_preferences_get_text_scale (self->preferences)) < 0.01)
      adw_combo_row_set_selected (self->text_scale, i);
  g_object_bind_property (self->preferences,
                          "reduce-motion",
                          self->reduce_motion,
                          "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
listen (AtlasPreferencesWindow *self)
{
  g_signal_connect_object (self->interface_language,
                           "notify::selected",
                           G_CALLBACK (interface_language_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content_language,
                           "notify::selected",
                           G_CALLBACK (content_language_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text_scale,
                           "notify::selected",
                           G_CALLBACK (text_scale_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_preferences_window_dispose (GObject *object)
{
  g_clear_object (&ATLAS_PREFERENCES_WINDOW (object)->preferences);
  G_OBJECT_CLASS (atlas_preferences_window_parent_class)->dispose (object);
}

static void
atlas_preferences_window_class_init (AtlasPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/iliatlas/IliAtlas/ui/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, interface_language);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, content_language);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, text_scale);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, reduce_motion);
}

static void
atlas_preferences_window_init (AtlasPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_languages (self->interface_language, _ ("Like the desktop"));
  fill_languages (self->content_language, _ ("Like the interface"));
  fill_text_scales (self->text_scale);
}

GtkWidget *
atlas_preferences_window_new (GtkWindow *parent, AtlasPreferences *preferences)
{
  AtlasPreferencesWindow *self;

  g_return_val_if_fail (ATLAS_IS_PREFERENCES (preferences), NULL);

  self = g_object_new (ATLAS_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  self->preferences = g_object_ref (preferences);
  show_preferences (self);
  listen (self);
  return GTK_WIDGET (self);
}
