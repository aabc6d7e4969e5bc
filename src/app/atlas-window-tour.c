/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-chapter-words.h"
#include "atlas-window-private.h"

/* Chapters, and the guided tours through them: actions, keys, the card and where it stands. */

static gboolean
is_touring (AtlasWindow *self)
{
  return self->index != NULL && !self->on_cover && atlas_tour_get_step (self->tour) != NULL;
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_tour_go_on (ATLAS_WINDOW (widget)->tour);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_tour_go_back (ATLAS_WINDOW (widget)->tour);
}

static void
return_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_tour_return (ATLAS_WINDOW (widget)->tour);
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_window_leave_tour (ATLAS_WINDOW (widget));
}

static void
begin_chapter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);

  if (self->index != NULL)
    atlas_window_begin_chapter (self, g_variant_get_uint32 (parameter));
}

static void
update_enabled (AtlasWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean touring = is_touring (self);

  gtk_widget_action_set_enabled (widget,
                                 "win.tour-next",
                                 touring && atlas_tour_can_go_on (self->tour));
  gtk_widget_action_set_enabled (widget,
                                 "win.tour-previous",
                                 touring && atlas_tour_can_go_back (self->tour));
  gtk_widget_action_set_enabled (widget,
                                 "win.tour-return",
                                 touring && atlas_tour_is_away (self->tour));
  gtk_widget_action_set_enabled (widget, "win.tour-leave", touring);
}

/* At the head of the panel, where the text has room; where the panel would lie over the map, below
 * the map, so that both can be seen. */
static void
place_card (AtlasWindow *self)
{
  GtkWidget *home = GTK_WIDGET (self->tiny ? self->map_box : self->panel_box);
  GtkWidget *parent = gtk_widget_get_parent (self->tour_card);

  if (parent != home)
    {
      g_autoptr (GtkWidget) card = g_object_ref (self->tour_card);

      if (parent != NULL)
        gtk_box_remove (GTK_BOX (parent), card);
      gtk_box_insert_child_after (GTK_BOX (home),
                                  card,
                                  self->tiny ? GTK_WIDGET (self->compare_view) : NULL);
      atlas_tour_card_set_low (ATLAS_TOUR_CARD (card), self->tiny);
    }
  gtk_widget_set_visible (self->tour_card, is_touring (self));
}

/* A new chapter brings its years, and the card into sight; after that both are the reader's. */
static void
enter_chapter (AtlasWindow *self)
{
  const char *chapter = is_touring (self) ? atlas_view_state_get_chapter (self->state) : NULL;

  if (chapter == self->toured)
    return;
  self->toured = chapter;
  if (chapter == NULL)
    return;
  atlas_timeline_show_span (self->timeline, atlas_tour_get_chapter (self->tour)->when);
  if (!self->tiny)
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

void
atlas_window_update_tour (AtlasWindow *self)
{
  enter_chapter (self);
  place_card (self);
  update_enabled (self);
}

static void
travel_cb (AtlasWindow *self, double lon, double lat, double zoom)
{
  atlas_map_view_fly_to (self->map_view, lon, lat, zoom);
}

void
atlas_window_watch_tour (AtlasWindow *self)
{
  g_signal_connect_object (self->tour, "travel", G_CALLBACK (travel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tour,
                           "stepped",
                           G_CALLBACK (atlas_window_update_tour),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tour,
                           "notify::away",
                           G_CALLBACK (update_enabled),
                           self,
                           G_CONNECT_SWAPPED);
}

void
atlas_window_create_tour (AtlasWindow *self)
{
  self->tour_card = atlas_tour_card_new (self->tour);
  g_signal_connect_object (self->map_view,
                           "landed",
                           G_CALLBACK (atlas_tour_arrive),
                           self->tour,
                           G_CONNECT_SWAPPED);
  atlas_window_update_tour (self);
}

void
atlas_window_update_chapters (AtlasWindow *self)
{
  const char *lang = atlas_view_state_get_language (self->state);
  guint n;
  const AtlasChapter *chapters =
    atlas_dataset_get_chapters (atlas_history_index_get_dataset (self->index), &n);

  g_menu_remove_all (self->chapters_menu);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = atlas_chapter_words_name (&chapters[i], i, lang);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "win.begin-chapter", "u", i);
      g_menu_append_item (self->chapters_menu, item);
    }
}

void
atlas_window_begin_chapter (AtlasWindow *self, guint number)
{
  guint n;
  const AtlasChapter *chapters =
    atlas_dataset_get_chapters (atlas_history_index_get_dataset (self->index), &n);

  if (number >= n)
    return;
  atlas_window_set_on_cover (self, FALSE);
  if (atlas_tour_go (self->tour, number, 0))
    {
      gtk_widget_grab_focus (self->tour_card);
      return;
    }
  atlas_window_leave_tour (self);
  atlas_view_state_set_selection (self->state, NULL);
  atlas_view_state_set_date (self->state, chapters[number].date);
  atlas_timeline_show_span (self->timeline, chapters[number].when);
  atlas_map_view_fly_to (self->map_view,
                         chapters[number].lon,
                         chapters[number].lat,
                         chapters[number].zoom);
}

gboolean
atlas_window_leave_tour (AtlasWindow *self)
{
  if (atlas_tour_get_step (self->tour) == NULL)
    return FALSE;
  atlas_tour_leave (self->tour);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  return TRUE;
}

void
atlas_window_install_tour (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "win.tour-next", next_action, GDK_KEY_n, GDK_SHIFT_MASK },
    { "win.tour-previous", previous_action, GDK_KEY_p, GDK_SHIFT_MASK },
    { "win.tour-return", return_action, GDK_KEY_t, 0 },
    { "win.tour-leave", leave_action, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class,
                                             actions[i].key,
                                             actions[i].modifiers,
                                             actions[i].name,
                                             NULL);
    }
  gtk_widget_class_install_action (widget_class, "win.begin-chapter", "u", begin_chapter_action);
}
