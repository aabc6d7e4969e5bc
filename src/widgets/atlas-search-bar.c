/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-event-words.h"
#include "atlas-search-bar.h"
#include "atlas-search-row.h"

/* Widths of the box, of the results, and the least that is still a box. */
#define BOX_WIDTH 430
#define RESULTS_WIDTH 500
#define LEAST_BOX 190
#define BUTTON_WIDTH 36
/* In a box less wide than this many of the hint the hint would lie on the words beside it. */
#define HINTS_IN_BOX 6
/* The worker waits this long, in milliseconds, unless somebody wants to search at once: the first
 * pictures of the map need both hands. */
#define START_DELAY 500
/* What the window keeps about the results. */
#define MARGIN 24
/* Below the results: the header bar, the footer, the edge. */
#define KEPT_HEIGHT 150
#define LEAST_HEIGHT 160

/* The accent as text, on a popover of either kind. */
#define MATCH_LIGHT "#1a5fb4"
#define MATCH_DARK "#8fc0ff"

struct _AtlasSearchBar
{
  GtkWidget parent_instance;

  GtkWidget *box; /* the entry and the hint upon it */
  GtkWidget *entry;
  GtkWidget *hint;
  GtkWidget *button;
  GtkPopover *popover;
  GtkWidget *narrow_entry; /* with the same text, among the results */
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkWidget *footer;
  GtkLabel *count;
  GtkWidget *advice;

  AtlasViewState *state;
  AtlasDataset *dataset;
  AtlasTextIndex *index;
  guint n_found[ATLAS_N_KINDS]; /* of the answer that is shown */
  GCancellable *making;
  guint start; /* source that starts the making */
  gboolean narrow;
  guint fold; /* source that goes to or from the button */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasSearchBar, atlas_search_bar, GTK_TYPE_WIDGET)

/* The entry that is in use. */
static GtkWidget *
get_entry (AtlasSearchBar *self)
{
  return self->narrow ? self->narrow_entry : self->entry;
}

static const char *
get_text (AtlasSearchBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static const char *
get_heading (AtlasKind kind)
{
  static const char *const words[ATLAS_N_KINDS] = {
    [ATLAS_KIND_PLACE] = N_ ("Places"),       [ATLAS_KIND_EVENT] = N_ ("Events"),
    [ATLAS_KIND_PERSON] = N_ ("People"),      [ATLAS_KIND_POLITY] = N_ ("Polities"),
    [ATLAS_KIND_CAMPAIGN] = N_ ("Campaigns"), [ATLAS_KIND_SOURCE] = N_ ("Sources"),
  };

  return words[kind] != NULL ? _ (words[kind]) : "";
}

/* "Events", or "Events · 6 of 40" where there are more than are shown. */
static char *
write_heading (AtlasSearchBar *self, AtlasKind kind)
{
  guint n = self->n_found[kind];

  if (n <= ATLAS_TEXT_INDEX_LIMIT)
    return g_strdup (get_heading (kind));
  /* Translators: a heading such as Events, how many of them are shown, and how many there are. */
  return g_strdup_printf (_ ("%s · %u of %u"), get_heading (kind), ATLAS_TEXT_INDEX_LIMIT, n);
}

/* The kind whose heading a row stands under; ATLAS_N_KINDS for a row without any. */
static AtlasKind
get_row_kind (GtkListBoxRow *row)
{
  AtlasTimeSpan date;
  AtlasRecord *record;

  if (row == NULL || !ATLAS_IS_SEARCH_ROW (row) ||
      atlas_search_row_get_date (ATLAS_SEARCH_ROW (row), &date))
    return ATLAS_N_KINDS;
  record = atlas_search_row_get_record (ATLAS_SEARCH_ROW (row));
  return atlas_record_get_kind (record);
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AtlasKind kind = get_row_kind (row);
  g_autofree char *heading = NULL;
  GtkWidget *label;

  if (kind == ATLAS_N_KINDS || kind == get_row_kind (before))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = write_heading (user_data, kind);
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "search-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
clear_list (AtlasSearchBar *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
select_row (AtlasSearchBar *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double top, height;

  gtk_list_box_select_row (self->list, row);
  if (row == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (get_entry (self)),
                                     GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (get_entry (self)),
                                  GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT,
                                  row,
                                  -1);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (row),
                                         GTK_WIDGET (self->list),
                                         0.0,
                                         0.0,
                                         NULL,
                                         &top))
    return;
  height = gtk_widget_get_height (GTK_WIDGET (row));
  /* With the first row its heading comes into sight. */
  if (gtk_list_box_row_get_index (row) == 0)
    gtk_adjustment_set_value (adjustment, 0.0);
  else
    gtk_adjustment_clamp_page (adjustment, top, top + height);
}

/* The box speaks through its description: GTK has no announcements yet. */
static void
tell_count (AtlasSearchBar *self, guint n)
{
  g_autofree char *text = n == 0 ? g_strdup (_ ("Nothing found"))
                                 : g_strdup_printf (ngettext ("%u result", "%u results", n), n);

  gtk_label_set_text (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (get_entry (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text,
                                  -1);
}

static void
fill_list (AtlasSearchBar *self, const AtlasTextResult *result)
{
  GdkRGBA accent;
  AtlasSearchRowContext context = { self->dataset,
                                    self->index,
                                    get_text (self),
                                    atlas_view_state_get_language (self->state),
                                    &accent };
  guint n = 0;

  gdk_rgba_parse (&accent,
                  adw_style_manager_get_dark (adw_style_manager_get_default ()) ? MATCH_DARK
                                                                                : MATCH_LIGHT);
  memcpy (self->n_found, result->n_found, sizeof self->n_found);
  if (result->has_date)
    gtk_list_box_append (self->list,
                         atlas_search_row_new_date (&context, result->date, result->place));
  for (guint i = 0; i < result->hits->len; i++)
    gtk_list_box_append (self->list,
                         atlas_search_row_new_hit (&context, g_ptr_array_index (result->hits, i)));
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    n += result->n_found[kind];
  tell_count (self, n);
}

/* No wider and no higher than the window has room for. */
static void
size_results (AtlasSearchBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) - MARGIN : RESULTS_WIDTH;
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) - KEPT_HEIGHT : 0;

  width = CLAMP (width, 1, RESULTS_WIDTH);
  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), width, -1);
  gtk_widget_set_size_request (self->footer, width, -1);
  gtk_scrolled_window_set_max_content_height (self->scroller, MAX (height, LEAST_HEIGHT));
}

static void
close_results (AtlasSearchBar *self)
{
  gtk_popover_popdown (self->popover);
  gtk_accessible_update_state (GTK_ACCESSIBLE (get_entry (self)),
                               GTK_ACCESSIBLE_STATE_EXPANDED,
                               FALSE,
                               -1);
}

static void
update_results (AtlasSearchBar *self)
{
  const char *text = get_text (self);
  gboolean asked = *text != '\0' && self->index != NULL;
  g_autoptr (AtlasTextResult) result = NULL;

  gtk_widget_set_visible (self->hint, *text == '\0');
  clear_list (self);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), asked);
  gtk_widget_set_visible (self->footer, asked);
  if (!asked)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (get_entry (self)),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      if (!self->narrow)
        close_results (self);
      return;
    }
  result = atlas_text_index_search (self->index, text, ATLAS_TEXT_INDEX_LIMIT);
  fill_list (self, result);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);
  size_results (self);
  gtk_popover_popup (self->popover);
  gtk_accessible_update_state (GTK_ACCESSIBLE (get_entry (self)),
                               GTK_ACCESSIBLE_STATE_EXPANDED,
                               TRUE,
                               -1);
  select_row (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
text_changed_cb (AtlasSearchBar *self)
{
  update_results (self);
}

static void
style_changed_cb (AtlasSearchBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    update_results (self);
}

/* Goes where a row leads: the date first, for the record's page speaks of that day. */
static void
choose_row (AtlasSearchBar *self, AtlasSearchRow *row)
{
  AtlasRecord *record = atlas_search_row_get_record (row);
  g_autofree char *id = record != NULL ? g_strdup (atlas_record_get_id (record)) : NULL;
  AtlasTimeSpan range = atlas_view_state_get_range (self->state);
  AtlasTimeSpan date;
  gboolean has_date = atlas_search_row_get_date (row, &date);

  close_results (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (has_date)
    atlas_view_state_set_date (self->state, MAX (date.begin, range.begin));
  if (id != NULL)
    atlas_view_state_set_selection (self->state, id);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
row_activated_cb (AtlasSearchBar *self, GtkListBoxRow *row)
{
  if (ATLAS_IS_SEARCH_ROW (row))
    choose_row (self, ATLAS_SEARCH_ROW (row));
}

static void
activate_cb (AtlasSearchBar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    row_activated_cb (self, row);
  else if (*get_text (self) != '\0')
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Escape closes the results first, and leaves the box the second time. */
static void
stop_cb (AtlasSearchBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (*get_text (self) != '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return;
    }
  close_results (self);
  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

static gboolean
key_pressed_cb (AtlasSearchBar *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1
             : key == GDK_KEY_Up || key == GDK_KEY_KP_Up   ? -1
                                                           : 0;

  if (step == 0 || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    {
      update_results (self);
      return GDK_EVENT_STOP;
    }
  row = gtk_list_box_get_row_at_index (self->list,
                                       row != NULL ? gtk_list_box_row_get_index (row) + step : 0);
  if (row != NULL)
    select_row (self, row);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
button_clicked_cb (AtlasSearchBar *self)
{
  atlas_search_bar_focus (self);
}

/* The worker's part of making the index. */
static void
make_index (GTask *task, gpointer source, gpointer dataset, GCancellable *cancellable)
{
  g_task_return_pointer (task, atlas_text_index_new (dataset), g_object_unref);
}

static void
index_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasSearchBar *self = ATLAS_SEARCH_BAR (source);
  AtlasTextIndex *index = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another atlas is on its way, or the window has gone. */
  if (index == NULL)
    return;
  g_clear_object (&self->index);
  self->index = index;
  if (*get_text (self) != '\0')
    update_results (self);
}

static gboolean
start_making_cb (gpointer user_data)
{
  AtlasSearchBar *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->start = 0;
  self->making = g_cancellable_new ();
  task = g_task_new (self, self->making, index_made_cb, NULL);
  g_task_set_source_tag (task, start_making_cb);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, g_object_ref (self->dataset), g_object_unref);
  g_task_run_in_thread (task, make_index);
  return G_SOURCE_REMOVE;
}

/* Somebody is about to search. */
static void
start_making_now (AtlasSearchBar *self)
{
  if (self->start == 0)
    return;
  g_source_remove (self->start);
  start_making_cb (self);
}

static void
forget_index (AtlasSearchBar *self)
{
  g_clear_handle_id (&self->start, g_source_remove);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->index);
  g_clear_object (&self->dataset);
}

static void
focus_left_cb (AtlasSearchBar *self)
{
  if (!self->narrow)
    close_results (self);
}

static void
focus_entered_cb (AtlasSearchBar *self)
{
  start_making_now (self);
  if (*get_text (self) != '\0' && !gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    update_results (self);
}

static gboolean
fold_cb (gpointer user_data)
{
  AtlasSearchBar *self = user_data;

  self->fold = 0;
  gtk_popover_popdown (self->popover);
  gtk_widget_set_visible (self->box, !self->narrow);
  gtk_widget_set_visible (self->button, self->narrow);
  gtk_widget_set_visible (self->narrow_entry, self->narrow);
  gtk_widget_set_visible (self->advice, !self->narrow);
  gtk_popover_set_autohide (self->popover, self->narrow);
  return G_SOURCE_REMOVE;
}

static void
atlas_search_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AtlasSearchBar *self = ATLAS_SEARCH_BAR (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (self->narrow ? self->button : self->box,
                        orientation,
                        -1,
                        minimum,
                        natural,
                        NULL,
                        NULL);
  else
    {
      *minimum = BUTTON_WIDTH;
      *natural = BOX_WIDTH;
    }
}

static void
atlas_search_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasSearchBar *self = ATLAS_SEARCH_BAR (widget);
  gboolean narrow = width < LEAST_BOX;
  int least;

  if (gtk_widget_get_visible (self->box))
    {
      /* Between two looks the box may stand in less room than it needs. */
      gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_allocate (self->box, MAX (width, least), height, baseline, NULL);
      gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_set_child_visible (self->hint, width >= HINTS_IN_BOX * least);
    }
  if (gtk_widget_get_visible (self->button))
    gtk_widget_allocate (self->button, width, height, baseline, NULL);
  gtk_popover_present (self->popover);
  if (narrow == self->narrow)
    return;
  /* Widgets may not move house while sizes are given out. */
  self->narrow = narrow;
  if (self->fold == 0)
    self->fold = g_idle_add_full (G_PRIORITY_HIGH, fold_cb, self, NULL);
}

static gboolean
atlas_search_bar_grab_focus (GtkWidget *widget)
{
  atlas_search_bar_focus (ATLAS_SEARCH_BAR (widget));
  return TRUE;
}

static void
atlas_search_bar_dispose (GObject *object)
{
  AtlasSearchBar *self = ATLAS_SEARCH_BAR (object);

  g_clear_handle_id (&self->fold, g_source_remove);
  forget_index (self);
  g_clear_object (&self->state);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  G_OBJECT_CLASS (atlas_search_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/search-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, hint);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, button);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, popover);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, narrow_entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, footer);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasSearchBar, advice);
}

static void
atlas_search_bar_class_init (AtlasSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_search_bar_dispose;
  widget_class->measure = atlas_search_bar_measure;
  widget_class->size_allocate = atlas_search_bar_size_allocate;
  widget_class->grab_focus = atlas_search_bar_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen",
                                  ATLAS_TYPE_SEARCH_BAR,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "searchbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
watch_entry (AtlasSearchBar *self, GtkWidget *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys,
                           "key-pressed",
                           G_CALLBACK (key_pressed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_RELATION_CONTROLS,
                                  self->list,
                                  NULL,
                                  -1);
}

static void
atlas_search_bar_init (AtlasSearchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, self, NULL);
  watch_entry (self, self->entry);
  watch_entry (self, self->narrow_entry);
  /* Both hold the same text, so one of them tells that it has changed. */
  g_signal_connect_object (self->entry,
                           "changed",
                           G_CALLBACK (text_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list,
                           "row-activated",
                           G_CALLBACK (row_activated_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button,
                           "clicked",
                           G_CALLBACK (button_clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (style_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
atlas_search_bar_set_state (AtlasSearchBar *self, AtlasViewState *state)
{
  g_return_if_fail (ATLAS_IS_SEARCH_BAR (self));
  g_return_if_fail (ATLAS_IS_VIEW_STATE (state));

  g_set_object (&self->state, state);
}

void
atlas_search_bar_set_index (AtlasSearchBar *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_SEARCH_BAR (self));
  g_return_if_fail (index == NULL || ATLAS_IS_HISTORY_INDEX (index));

  forget_index (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), index != NULL);
  if (index == NULL)
    return;
  self->dataset = g_object_ref (atlas_history_index_get_dataset (index));
  self->start = g_timeout_add_full (G_PRIORITY_LOW, START_DELAY, start_making_cb, self, NULL);
}

void
atlas_search_bar_focus (AtlasSearchBar *self)
{
  g_return_if_fail (ATLAS_IS_SEARCH_BAR (self));

  if (self->narrow)
    {
      size_results (self);
      gtk_popover_popup (self->popover);
    }
  gtk_widget_grab_focus (get_entry (self));
  gtk_editable_select_region (GTK_EDITABLE (get_entry (self)), 0, -1);
}

gboolean
atlas_search_bar_is_ready (AtlasSearchBar *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_BAR (self), FALSE);

  return self->index != NULL;
}
