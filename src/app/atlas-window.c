/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-accessible-names.h"
#include "atlas-layers-menu.h"
#include "atlas-window-private.h"

/* Widths of the panel: with the list or a page in it, in a small window, and as the title page's
 * right half. */
#define PANEL_WIDTH 392
#define PANEL_WIDTH_SMALL 340
#define COVER_WIDTH 586
#define COVER_WIDTH_SMALL 440
#define SMALL_WINDOW 1100
#define HEADER_HEIGHT 47
/* Narrower than this the panel lies over the map. */
#define TINY_WINDOW 860
/* What a panel over the map leaves of it at least. */
#define LEAST_BESIDE_PANEL 120
/* What the timeline shows about the date at first. */
#define YEARS_BEFORE 10
#define YEARS_AFTER 12

G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

/* "Event 3 of 14 in this window", or how many there are. */
static void
update_position (AtlasWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->visible));
  const char *selection = atlas_view_state_get_selection (self->state);
  g_autofree char *text = NULL;

  for (guint i = 0; selection != NULL && i < n && text == NULL; i++)
    {
      g_autoptr (AtlasRecord) event = g_list_model_get_item (G_LIST_MODEL (self->visible), i);

      if (g_str_equal (atlas_record_get_id (event), selection))
        text = self->small
                 /* Translators: the same where there is little room. */
                 ? g_strdup_printf (_ ("%u of %u"), i + 1, n)
                 /* Translators: the number of the shown event among those in the window of time. */
                 : g_strdup_printf (_ ("Event %u of %u in this window"), i + 1, n);
    }
  if (text == NULL && selection == NULL)
    text = g_strdup_printf (ngettext ("%u event in this window", "%u events in this window", n), n);
  gtk_label_set_text (self->position, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->position), text);
}

/* A panel for larger text is wider, as far as the window allows. */
static int
scale_panel (AtlasWindow *self, int width)
{
  int most = gtk_widget_get_width (GTK_WIDGET (self)) - LEAST_BESIDE_PANEL;

  return MAX (width, MIN ((int) (width * atlas_view_state_get_text_scale (self->state)), most));
}

void
atlas_window_update_panel (AtlasWindow *self)
{
  gboolean page = atlas_window_has_page (self);
  gboolean changes = !page && atlas_view_state_get_compare_mode (self->state) != ATLAS_COMPARE_NONE;
  gboolean small = self->small;
  int width;

  gtk_stack_set_visible_child_name (self->panel_stack,
                                    self->on_cover ? "cover"
                                    : page         ? "page"
                                    : changes      ? "changes"
                                                   : "list");
  gtk_widget_set_visible (self->panel_bar, !self->on_cover && !changes);
  gtk_widget_set_visible (self->list_button, page);
  atlas_window_update_page (self);
  if (self->on_cover)
    width = small ? COVER_WIDTH_SMALL : COVER_WIDTH;
  else
    width = small ? PANEL_WIDTH_SMALL : PANEL_WIDTH;
  atlas_side_panel_set_width (self->panel, scale_panel (self, width));
  atlas_window_update_compare (self);
  update_position (self);
}

/* An event that is chosen from afar brings the date and the map to itself; one that is in sight
 * leaves both alone. */
static void
bring_into_view (AtlasWindow *self, const char *id)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (self->index);
  AtlasEvent *event = atlas_dataset_lookup_event (dataset, id);

  if (event != NULL)
    {
      AtlasTimeSpan bounds = atlas_record_get_bounds (ATLAS_RECORD (event));

      if (!atlas_window_shows_time (self, bounds))
        atlas_view_state_set_date (self->state,
                                   bounds.begin != ATLAS_DAY_OPEN_PAST ? bounds.begin : bounds.end);
    }
  atlas_map_view_reveal_record (self->map_view, id);
}

static void
selection_changed_cb (AtlasWindow *self)
{
  const char *selection = atlas_view_state_get_selection (self->state);

  if (selection != NULL && self->index != NULL && !self->as_is &&
      !atlas_history_is_restoring (self->history))
    bring_into_view (self, selection);
  if (selection != NULL && !self->on_cover)
    adw_flap_set_reveal_flap (self->flap, TRUE);
  atlas_window_update_panel (self);
}

static void
language_changed_cb (AtlasWindow *self)
{
  AtlasDataset *dataset;
  const char *lang = atlas_view_state_get_language (self->state);

  if (self->index == NULL)
    return;
  dataset = atlas_history_index_get_dataset (self->index);
  atlas_layers_menu_set_index (self->layers_menu, self->index, lang);
  atlas_map_view_set_cover_text (self->map_view,
                                 atlas_text_get (atlas_dataset_get_title (dataset), lang),
                                 atlas_text_get (atlas_dataset_get_title (dataset),
                                                 g_str_has_prefix (lang, "zh") ? "en" : "zh-Hant"),
                                 atlas_text_get (atlas_dataset_get_description (dataset), lang));
  atlas_window_update_chapters (self);
}

void
atlas_window_set_on_cover (AtlasWindow *self, gboolean on_cover)
{
  self->on_cover = on_cover;
  g_object_set (self->map_view, "cover", on_cover, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), !on_cover);
  if (on_cover)
    {
      atlas_window_leave_comparison (self);
      atlas_view_state_set_playing (self->state, FALSE);
      adw_flap_set_reveal_flap (self->flap, TRUE);
    }
  else
    {
      if (self->tiny)
        adw_flap_set_reveal_flap (self->flap, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
    }
  atlas_window_update_panel (self);
  atlas_window_update_tour (self);
  atlas_window_update_actions (self);
}

static void
chapter_chosen_cb (AtlasWindow *self, guint number)
{
  atlas_window_begin_chapter (self, number);
}

static void
cover_left_cb (AtlasWindow *self)
{
  atlas_window_set_on_cover (self, FALSE);
}

/* The timeline opens on a generation about the date; all years lie below it. */
static void
show_years (AtlasWindow *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);

  atlas_timeline_show_span (self->timeline,
                            (AtlasTimeSpan){ atlas_day_add_years (date, -YEARS_BEFORE),
                                             atlas_day_add_years (date, YEARS_AFTER) });
}

static void opened_cb (AtlasWindow *self);

static void
forget_opening (AtlasWindow *self)
{
  if (self->opening == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->opening, opened_cb, self);
  atlas_opening_cancel (self->opening);
  g_clear_object (&self->opening);
}

/* The map can be drawn while the window is still laid out. How large it will be is a guess; what is
 * drawn is larger than that on all sides. */
static void
prepare_map (AtlasWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)),
      height = gtk_widget_get_height (GTK_WIDGET (self));
  int panel = atlas_side_panel_get_width (self->panel), timeline = 0;

  if (width <= 0 || height <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!adw_flap_get_reveal_flap (self->flap))
    panel = 0;
  if (!self->on_cover)
    gtk_widget_measure (GTK_WIDGET (self->timeline),
                        GTK_ORIENTATION_VERTICAL,
                        MAX (width - panel, 1),
                        &timeline,
                        NULL,
                        NULL,
                        NULL);
  atlas_map_view_prepare (self->map_view, width - panel, height - HEADER_HEIGHT - timeline);
}

/* Gives the children the atlas that is shown. */
static void
furnish (AtlasWindow *self)
{
  g_object_set (self->map_view, "cover", self->on_cover, NULL);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->compare_view), self->index);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->changes_page), self->index);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->timeline), self->index);
  atlas_filter_banner_set_index (self->banner, self->index);
  atlas_window_update_panel (self);
  prepare_map (self);
  atlas_search_bar_set_index (self->search, self->index);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->event_list), self->index);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->record_page), self->index);
  atlas_cover_set_dataset (self->cover, atlas_history_index_get_dataset (self->index));
  language_changed_cb (self);
}

static void
show_atlas (AtlasWindow *self, AtlasHistoryIndex *index)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  double lon, lat, zoom;
  AtlasDay day;

  g_set_object (&self->index, index);

  atlas_view_state_set_selection (self->state, NULL);
  atlas_view_state_set_range (self->state, atlas_dataset_get_range (dataset));
  atlas_dataset_get_view (dataset, &lon, &lat, &zoom, &day);
  atlas_view_state_set_date (self->state, day);
  atlas_view_state_set_view (self->state, lon, lat, zoom);
  atlas_window_restore (self);
  atlas_playback_set_index (self->playback, self->index);
  atlas_tour_set_dataset (self->tour, dataset);

  atlas_visible_set_set_index (self->visible, self->index);
  atlas_comparison_set_index (self->comparison, self->index);
  atlas_step_changes_set_index (self->changes, self->index);
  furnish (self);
  show_years (self);

  gtk_stack_set_visible_child_name (self->stack, "atlas");
  atlas_window_set_on_cover (self, self->on_cover);
  atlas_window_follow_overlays (self);
  atlas_window_follow_link (self);
  atlas_history_clear (self->history);
}

static void
show_broken (AtlasWindow *self, const GError *error)
{
  gtk_label_set_text (self->broken_details, error->message);
  gtk_stack_set_visible_child_name (self->stack, "broken");
  atlas_window_update_actions (self);
}

/* The ground is read with the first atlas; without it there is still the history. */
static void
take_basemap (AtlasWindow *self)
{
  const GError *error = NULL;
  AtlasBasemap *basemap = atlas_opening_get_basemap (self->opening, &error);
  g_autofree char *message = NULL;

  if (basemap != NULL)
    atlas_compare_view_set_basemap (self->compare_view, basemap);
  self->has_basemap |= basemap != NULL;
  if (error == NULL)
    return;
  message = g_strdup_printf (_ ("The ground of the map cannot be read: %s"), error->message);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static void
opened_cb (AtlasWindow *self)
{
  g_autoptr (AtlasOpening) opening = g_object_ref (self->opening);
  const GError *error = NULL;
  AtlasHistoryIndex *index = atlas_opening_get_index (opening, &error);

  take_basemap (self);
  forget_opening (self);
  if (index != NULL)
    show_atlas (self, index);
  else
    show_broken (self, error);
}

/* From the title page as well a search leads to the map. */
static void
search_chosen_cb (AtlasWindow *self, const char *id)
{
  if (self->on_cover)
    atlas_window_set_on_cover (self, FALSE);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  if (id != NULL)
    atlas_map_view_show_record (self->map_view, id);
}

static void
create_children (AtlasWindow *self)
{
  atlas_search_bar_set_state (self->search, self->state);
  g_signal_connect_object (self->search,
                           "chosen",
                           G_CALLBACK (search_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  self->compare_view = ATLAS_COMPARE_VIEW (atlas_compare_view_new (self->comparison, self->state));
  self->map_view = atlas_compare_view_get_map (self->compare_view);
  atlas_window_furnish_overlays (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->compare_view), TRUE);
  self->timeline = g_object_new (ATLAS_TYPE_TIMELINE, "state", self->state, NULL);
  self->banner = ATLAS_FILTER_BANNER (atlas_filter_banner_new (self->state));
  gtk_box_append (self->map_box, GTK_WIDGET (self->banner));
  gtk_box_append (self->map_box, GTK_WIDGET (self->compare_view));
  gtk_box_append (self->map_box, GTK_WIDGET (self->timeline));
  atlas_window_create_tour (self);

  self->event_list = g_object_new (ATLAS_TYPE_EVENT_LIST, "state", self->state, NULL);
  atlas_event_list_set_changes (self->event_list, self->changes);
  self->record_page = g_object_new (ATLAS_TYPE_RECORD_PAGE, "state", self->state, NULL);
  self->changes_page = ATLAS_CHANGES_PAGE (atlas_changes_page_new (self->comparison, self->state));
  self->cover = g_object_new (ATLAS_TYPE_COVER, "state", self->state, NULL);
  gtk_stack_add_named (self->panel_stack, GTK_WIDGET (self->event_list), "list");
  gtk_stack_add_named (self->panel_stack, GTK_WIDGET (self->record_page), "page");
  gtk_stack_add_named (self->panel_stack, GTK_WIDGET (self->changes_page), "changes");
  gtk_stack_add_named (self->panel_stack, GTK_WIDGET (self->cover), "cover");

  g_signal_connect_object (self->cover,
                           "chapter-chosen",
                           G_CALLBACK (chapter_chosen_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cover,
                           "left",
                           G_CALLBACK (cover_left_cb),
                           self,
                           G_CONNECT_SWAPPED);
  atlas_window_create_page (self);
  g_signal_connect_object (self->record_page,
                           "show-on-map",
                           G_CALLBACK (atlas_map_view_show_record),
                           self->map_view,
                           G_CONNECT_SWAPPED);
  atlas_window_update_library (self);
  atlas_accessible_names_complete (GTK_WIDGET (self));
}

static void
mode_changed_cb (AtlasWindow *self)
{
  if (atlas_view_state_get_compare_mode (self->state) != ATLAS_COMPARE_NONE && !self->tiny)
    adw_flap_set_reveal_flap (self->flap, TRUE);
  atlas_window_update_panel (self);
}

/* Gives the panel the place that the window's width has for it. */
static void
fold_panel (AtlasWindow *self)
{
  if (self->small)
    gtk_widget_add_css_class (GTK_WIDGET (self), "small");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "small");
  if (self->tiny != adw_flap_get_folded (self->flap))
    {
      adw_flap_set_fold_policy (self->flap,
                                self->tiny ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                           : ADW_FLAP_FOLD_POLICY_NEVER);
      adw_flap_set_reveal_flap (self->flap, !self->tiny || self->on_cover);
    }
  atlas_window_update_panel (self);
  atlas_window_update_tour (self);
}

static gboolean
fold_cb (gpointer user_data)
{
  AtlasWindow *self = user_data;

  self->fold = 0;
  fold_panel (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fold (AtlasWindow *self)
{
  if (self->fold == 0)
    self->fold = g_idle_add_full (G_PRIORITY_HIGH, fold_cb, self, NULL);
}

static void
watch_state (AtlasWindow *self)
{
  g_signal_connect_object (self->state,
                           "notify::text-scale",
                           G_CALLBACK (queue_fold),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::compare-mode",
                           G_CALLBACK (mode_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::selection",
                           G_CALLBACK (selection_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::language",
                           G_CALLBACK (language_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify",
                           G_CALLBACK (atlas_window_update_actions),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visible,
                           "items-changed",
                           G_CALLBACK (update_position),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_window_constructed (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  G_OBJECT_CLASS (atlas_window_parent_class)->constructed (object);
  create_children (self);
  atlas_window_watch_tour (self);
  watch_state (self);
  atlas_window_watch_style (self);
  atlas_window_update_panel (self);
}

static void
atlas_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasWindow *self = ATLAS_WINDOW (widget);
  double scale = atlas_view_state_get_text_scale (self->state);
  gboolean small = width < SMALL_WINDOW * scale, tiny = width < TINY_WINDOW * scale;

  GTK_WIDGET_CLASS (atlas_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (small == self->small && tiny == self->tiny)
    return;
  /* Sizes may not be asked for while sizes are given out. */
  self->small = small;
  self->tiny = tiny;
  queue_fold (self);
}

static gboolean
atlas_window_close_request (GtkWindow *window)
{
  atlas_window_remember (ATLAS_WINDOW (window));

  return GTK_WINDOW_CLASS (atlas_window_parent_class)->close_request (window);
}

/* The window's own Space: what has the keyboard and can be activated is, and otherwise time is
 * played. A key binding for it would never be asked, since that of GtkWindow comes first. */
static void
atlas_window_activate_focus (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus == NULL || !gtk_widget_activate (focus))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
}

static void
atlas_window_dispose (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  if (self->playback_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->playback_tick);
  self->playback_tick = 0;
  g_clear_handle_id (&self->fold, g_source_remove);
  forget_opening (self);
  g_clear_object (&self->playback);
  g_clear_object (&self->changes);
  g_clear_object (&self->tour);
  g_clear_object (&self->history);
  g_clear_object (&self->visible);
  g_clear_object (&self->comparison);
  g_clear_object (&self->library);
  g_clear_object (&self->overlays);
  g_clear_object (&self->index);
  g_clear_object (&self->state);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

static void
atlas_window_finalize (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  g_free (self->path);
  g_free (self->shipped_path);
  g_free (self->basemap_folder);
  g_free (self->link);
  G_OBJECT_CLASS (atlas_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, search);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, chapters_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, panel_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, compare_content);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, layers_menu);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, broken_details);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, map_box);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, panel_box);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, panel_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, position);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, previous_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, panel_stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, chapters_menu);
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_window_constructed;
  object_class->dispose = atlas_window_dispose;
  object_class->finalize = atlas_window_finalize;
  widget_class->size_allocate = atlas_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_window_close_request;
  GTK_WINDOW_CLASS (klass)->activate_focus = atlas_window_activate_focus;

  g_type_ensure (ATLAS_TYPE_LAYERS_MENU);
  g_type_ensure (ATLAS_TYPE_SEARCH_BAR);
  g_type_ensure (ATLAS_TYPE_SIDE_PANEL);
  bind_template (widget_class);
  atlas_window_install_actions (widget_class);
  atlas_window_install_link (widget_class);
  atlas_window_install_panes (widget_class);
  atlas_window_install_compare (widget_class);
  atlas_window_install_base (widget_class);
  atlas_window_install_overlays (widget_class);
  atlas_window_install_filter (widget_class);
  atlas_window_install_page (widget_class);
  atlas_window_install_tour (widget_class);
}

static void
atlas_window_init (AtlasWindow *self)
{
  self->state = atlas_view_state_new ();
  self->visible = atlas_visible_set_new (self->state);
  self->comparison = atlas_comparison_new (self->state);
  self->history = atlas_history_new (self->state);
  self->changes = atlas_step_changes_new (self->state, self->history);
  self->playback = atlas_playback_new (self->state);
  self->tour = atlas_tour_new (self->state);
  self->on_cover = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

AtlasWindow *
atlas_window_new (GtkApplication *application,
                  AtlasPreferences *preferences,
                  const char *basemap_folder)
{
  AtlasWindow *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (preferences == NULL || ATLAS_IS_PREFERENCES (preferences), NULL);

  self = g_object_new (ATLAS_TYPE_WINDOW, "application", application, NULL);
  self->preferences =
    preferences != NULL ? g_object_ref (preferences) : atlas_preferences_new (NULL);
  atlas_window_watch_language (self);
  self->basemap_folder = g_strdup (basemap_folder);
  return self;
}

/* What the children know and the state does not. */
typedef struct
{
  AtlasBasemap *basemap; /* (nullable) */
  AtlasTimeSpan axis;
  gboolean panel;
  char *page;
  char *broken;
} Furnishing;

static Furnishing
note_furnishing (AtlasWindow *self)
{
  Furnishing kept = { .axis = atlas_timeline_get_axis (self->timeline),
                      .panel = adw_flap_get_reveal_flap (self->flap),
                      .page = g_strdup (gtk_stack_get_visible_child_name (self->stack)),
                      .broken = g_strdup (gtk_label_get_text (self->broken_details)) };

  g_object_get (self->map_view, "basemap", &kept.basemap, NULL);
  return kept;
}

static void
restore_furnishing (AtlasWindow *self, const Furnishing *kept)
{
  fold_panel (self);
  if (kept->basemap != NULL)
    atlas_compare_view_set_basemap (self->compare_view, kept->basemap);
  gtk_label_set_text (self->broken_details, kept->broken);
  gtk_stack_set_visible_child_name (self->stack, kept->page);
  if (self->opening != NULL)
    g_object_bind_property (self->opening,
                            "progress",
                            self->progress,
                            "fraction",
                            G_BINDING_SYNC_CREATE);
  if (self->index == NULL)
    return;
  furnish (self);
  atlas_timeline_set_axis (self->timeline, kept->axis);
  atlas_window_set_on_cover (self, self->on_cover);
  adw_flap_set_reveal_flap (self->flap, kept->panel);
}

void
atlas_window_renew (AtlasWindow *self)
{
  Furnishing kept;

  g_return_if_fail (ATLAS_IS_WINDOW (self));

  kept = note_furnishing (self);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_WINDOW);
  gtk_widget_init_template (GTK_WIDGET (self));
  create_children (self);
  atlas_window_update_language (self);
  restore_furnishing (self, &kept);
  g_clear_pointer (&kept.basemap, atlas_basemap_unref);
  g_free (kept.page);
  g_free (kept.broken);
}

void
atlas_window_open (AtlasWindow *self, const char *path)
{
  g_autoptr (AtlasOpening) opening = NULL;

  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  opening = atlas_opening_new (path, self->has_basemap ? NULL : self->basemap_folder);
  atlas_window_take_opening (self, opening);
}

void
atlas_window_take_opening (AtlasWindow *self, AtlasOpening *opening)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (ATLAS_IS_OPENING (opening));

  forget_opening (self);
  self->opening = g_object_ref (opening);
  g_free (self->path);
  self->path = g_strdup (atlas_opening_get_path (opening));

  gtk_stack_set_visible_child_name (self->stack, "loading");
  g_object_bind_property (opening, "progress", self->progress, "fraction", G_BINDING_SYNC_CREATE);
  if (atlas_opening_is_done (opening))
    opened_cb (self);
  else
    g_signal_connect_object (opening, "done", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

void
atlas_window_set_shipped_path (AtlasWindow *self, const char *path)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  g_free (self->shipped_path);
  self->shipped_path = g_strdup (path);
}

AtlasViewState *
atlas_window_get_state (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->state;
}

AtlasHistoryIndex *
atlas_window_get_index (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->index;
}

gboolean
atlas_window_is_settled (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), FALSE);

  return self->index != NULL && atlas_compare_view_is_settled (self->compare_view);
}
