/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-event-list.h"
#include "atlas-event-row.h"
#include "atlas-grouped-list.h"
#include "atlas-list-bar.h"
#include "atlas-page-blocks.h"
#include "atlas-step-view.h"

struct _AtlasEventList
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *box;
  GtkListView *list;
  GtkWidget *scroller;
  GtkWidget *nothing;
  AtlasStepView *step;
  AtlasHistoryWidget *bar;
  GtkLabel *holders;
  GtkButton *earlier;
  GtkButton *later;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasVisibleSet *visible;
  AtlasGroupedList *grouped;
  GtkSingleSelection *selection;
  guint idle;
};

G_DEFINE_FINAL_TYPE (AtlasEventList, atlas_event_list, ATLAS_TYPE_HISTORY_WIDGET)

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, atlas_event_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AtlasEventList *self = user_data;

  atlas_event_row_set_record (ATLAS_EVENT_ROW (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item),
                              atlas_history_index_get_dataset (self->index),
                              atlas_view_state_get_language (self->state),
                              atlas_view_state_get_date (self->state));
}

static void
activate_cb (AtlasEventList *self, guint position)
{
  g_autoptr (AtlasRecord) record = g_list_model_get_item (G_LIST_MODEL (self->grouped), position);

  if (record != NULL)
    atlas_view_state_set_selection (self->state, atlas_record_get_id (record));
}

/* What the keyboard stands on in the list is marked on the map, as under the pointer. */
static void
row_selected_cb (AtlasEventList *self)
{
  AtlasRecord *record = gtk_single_selection_get_selected_item (self->selection);

  if (record != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    atlas_view_state_set_hovered (self->state, atlas_record_get_id (record));
}

/* The row of the record that is selected, or under the pointer on the map; the list keeps it while
 * its page is open, and one comes back to where one was. */
static void
follow_map (AtlasEventList *self)
{
  const char *id = atlas_view_state_get_selection (self->state);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->grouped));

  if (id == NULL)
    id = atlas_view_state_get_hovered (self->state);
  for (guint i = 0; id != NULL && i < n; i++)
    {
      g_autoptr (AtlasRecord) record = g_list_model_get_item (G_LIST_MODEL (self->grouped), i);

      if (g_strcmp0 (atlas_record_get_id (record), id) == 0)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

/* Who held land on the day, in a line each: what the map says by its colours. */
static char *
describe_holders (AtlasEventList *self)
{
  const char *lang = atlas_view_state_get_language (self->state);
  AtlasDataset *dataset = atlas_history_index_get_dataset (self->index);
  g_autoptr (GPtrArray) territories =
    atlas_history_index_territories_on (self->index, atlas_view_state_get_date (self->state), NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < territories->len; i++)
    {
      AtlasTerritory *territory = g_ptr_array_index (territories, i);
      const char *id = atlas_territory_get_polity (territory);
      AtlasRecord *polity = atlas_dataset_lookup (dataset, id);
      const char *family =
        polity != NULL ? atlas_polity_get_family (ATLAS_POLITY (polity)) : "unknown";

      if (polity == NULL || g_str_equal (family, "unknown") || g_str_equal (family, "other"))
        continue;
      if (!g_hash_table_add (seen, (gpointer) id))
        continue;
      g_string_append_printf (text,
                              "%s<a href=\"%s\">%s</a>",
                              text->len > 0 ? " · " : "",
                              id,
                              atlas_text_get (atlas_polity_get_short_name (ATLAS_POLITY (polity)),
                                              lang));
    }
  return g_string_free (text, FALSE);
}

/* The nearest event before or after the window, for a window that has none. (nullable) */
static AtlasEvent *
find_nearest (AtlasEventList *self, gboolean later)
{
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);
  AtlasTimeSpan span = later ? (AtlasTimeSpan){ window.end + 1, ATLAS_DAY_OPEN_FUTURE }
                             : (AtlasTimeSpan){ ATLAS_DAY_OPEN_PAST, window.begin - 1 };
  g_autoptr (GPtrArray) events =
    atlas_history_index_events_in (self->index, span, atlas_view_state_get_filter (self->state));

  if (events->len == 0)
    return NULL;
  return g_ptr_array_index (events, later ? 0 : events->len - 1);
}

static void
offer (AtlasEventList *self, GtkButton *button, AtlasEvent *event, const char *direction)
{
  const char *lang = atlas_view_state_get_language (self->state);

  gtk_widget_set_visible (GTK_WIDGET (button), event != NULL);
  if (event == NULL)
    return;

  g_autofree char *line = atlas_event_row_describe (event,
                                                    atlas_history_index_get_dataset (self->index),
                                                    lang,
                                                    atlas_view_state_get_date (self->state));
  g_autofree char *text =
    g_strdup_printf ("%s\n%s\n%s",
                     direction,
                     atlas_text_get (atlas_record_get_title (ATLAS_RECORD (event)), lang),
                     line);
  GtkWidget *label = atlas_page_label (text, NULL);

  gtk_button_set_child (button, label);
  g_object_set_data (G_OBJECT (button),
                     "event",
                     (gpointer) atlas_record_get_id (ATLAS_RECORD (event)));
}

static void
offered_clicked_cb (AtlasEventList *self, GtkButton *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "event");

  if (id != NULL)
    atlas_view_state_set_selection (self->state, id);
}

/* Brings the first event from the date on to sight: a window of time may hold dozens before it. In
 * another order there is no such event, and the list begins with its first. */
static void
scroll_to_date (AtlasEventList *self)
{
  gboolean by_date = atlas_view_state_get_sort (self->state) == ATLAS_SORT_DATE &&
                     atlas_view_state_get_group (self->state) == ATLAS_GROUP_NONE;
  AtlasDay date = by_date ? atlas_view_state_get_date (self->state) : ATLAS_DAY_OPEN_PAST;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->grouped));
  guint position = 0;

  while (position < n)
    {
      g_autoptr (AtlasRecord) record =
        g_list_model_get_item (G_LIST_MODEL (self->grouped), position);

      if (atlas_record_get_bounds (record).begin >= date)
        break;
      position++;
    }
  if (n > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list),
                                "list.scroll-to-item",
                                "u",
                                MIN (position, n - 1));
}

static gboolean
update_idle_cb (gpointer user_data)
{
  AtlasEventList *self = user_data;
  g_autofree char *holders = NULL;
  gboolean empty;

  self->idle = 0;
  if (self->index == NULL)
    return G_SOURCE_REMOVE;

  holders = describe_holders (self);
  gtk_label_set_markup (self->holders, holders);
  empty = g_list_model_get_n_items (G_LIST_MODEL (self->visible)) == 0;
  gtk_widget_set_visible (self->scroller, !empty);
  gtk_widget_set_visible (self->nothing, empty);
  if (empty)
    {
      offer (self, self->earlier, find_nearest (self, FALSE), _ ("The one before"));
      offer (self, self->later, find_nearest (self, TRUE), _ ("The next one"));
    }
  else
    scroll_to_date (self);
  return G_SOURCE_REMOVE;
}

/* The words beside the list may come a frame after the map. */
static void
queue_update (AtlasEventList *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_idle_cb, self);
}

/* Rows are bound again for another language by taking the model off and putting it on. */
static void
language_changed_cb (AtlasEventList *self)
{
  gtk_list_view_set_model (self->list, NULL);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  queue_update (self);
}

static gboolean
activate_link_cb (AtlasEventList *self, const char *address)
{
  atlas_view_state_set_selection (self->state, address);
  return GDK_EVENT_STOP;
}

static void
create_list (AtlasEventList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  self->visible = atlas_visible_set_new (self->state);
  self->grouped = atlas_grouped_list_new (self->visible);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->grouped)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->list = GTK_LIST_VIEW (
    gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "event-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events on the map now"),
                                  -1);
  g_signal_connect_object (self->list,
                           "activate",
                           G_CALLBACK (activate_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection,
                           "notify::selected-item",
                           G_CALLBACK (row_selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
}

static void
atlas_event_list_constructed (GObject *object)
{
  AtlasEventList *self = ATLAS_EVENT_LIST (object);

  G_OBJECT_CLASS (atlas_event_list_parent_class)->constructed (object);
  create_list (self);
  g_signal_connect_object (self->state,
                           "notify::language",
                           G_CALLBACK (language_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::date",
                           G_CALLBACK (queue_update),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::selection",
                           G_CALLBACK (follow_map),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::hovered",
                           G_CALLBACK (follow_map),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grouped,
                           "items-changed",
                           G_CALLBACK (queue_update),
                           self,
                           G_CONNECT_SWAPPED);
}

/* The panel says how large the list is, whatever is in it, so that a change in it concerns nobody
 * outside. */
static void
atlas_event_list_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? ATLAS_EVENT_ROW_WIDTH : 0;
}

static void
atlas_event_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ATLAS_EVENT_LIST (widget)->box, width, height, baseline, NULL);
}

static void
atlas_event_list_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  AtlasEventList *self = ATLAS_EVENT_LIST (widget);

  self->state = state;
  atlas_history_widget_set_state (self->bar, state);
  atlas_history_widget_set_state (ATLAS_HISTORY_WIDGET (self->step), state);
}

static void
atlas_event_list_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  AtlasEventList *self = ATLAS_EVENT_LIST (widget);

  self->index = index;
  atlas_visible_set_set_index (self->visible, index);
  atlas_history_widget_set_index (self->bar, index);
  atlas_history_widget_set_index (ATLAS_HISTORY_WIDGET (self->step), index);
  queue_update (self);
}

static void
atlas_event_list_dispose (GObject *object)
{
  AtlasEventList *self = ATLAS_EVENT_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->grouped);
  g_clear_object (&self->visible);

  G_OBJECT_CLASS (atlas_event_list_parent_class)->dispose (object);
}

static void
atlas_event_list_class_init (AtlasEventListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  object_class->constructed = atlas_event_list_constructed;
  object_class->dispose = atlas_event_list_dispose;
  history_class->set_state = atlas_event_list_set_state;
  history_class->set_index = atlas_event_list_set_index;
  widget_class->measure = atlas_event_list_measure;
  widget_class->size_allocate = atlas_event_list_size_allocate;

  g_type_ensure (ATLAS_TYPE_LIST_BAR);
  g_type_ensure (ATLAS_TYPE_STEP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, nothing);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, step);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, holders);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, earlier);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, later);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_event_list_init (AtlasEventList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  g_signal_connect_object (self->holders,
                           "activate-link",
                           G_CALLBACK (activate_link_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->earlier,
                           "clicked",
                           G_CALLBACK (offered_clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->later,
                           "clicked",
                           G_CALLBACK (offered_clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
atlas_event_list_set_changes (AtlasEventList *self, AtlasStepChanges *changes)
{
  g_return_if_fail (ATLAS_IS_EVENT_LIST (self));

  atlas_step_view_set_changes (self->step, changes);
}
