/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-event-list.h"
#include "atlas-page-blocks.h"
#include "atlas-swatch.h"
#include "atlas-visible-set.h"

/* Of a row, pixels: between its sign and its words, at the least, and by itself. */
#define ROW_SPACING 12
#define LEAST_ROW_WIDTH 120
#define ROW_WIDTH 320

struct _AtlasEventList
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *box;
  GtkListView *list;
  GtkWidget *scroller;
  GtkWidget *nothing;
  GtkLabel *holders;
  GtkButton *earlier;
  GtkButton *later;

  AtlasViewState *state;
  AtlasHistoryIndex *index;
  AtlasVisibleSet *visible;
  GtkSingleSelection *selection;
  guint idle;
};

G_DEFINE_FINAL_TYPE (AtlasEventList, atlas_event_list, ATLAS_TYPE_HISTORY_WIDGET)

static GtkSizeRequestMode
get_row_request_mode (GtkWidget *row)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_swatch (GtkWidget *row)
{
  int width;

  gtk_widget_measure (gtk_widget_get_first_child (row),
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      NULL,
                      &width,
                      NULL,
                      NULL);
  return width;
}

/* A row takes the width that the list has. To ask its words how wide they would like to be is most
 * of the work of a list that changes with every step of the date, and nobody wants to know. */
static void
measure_row (GtkWidget *row,
             GtkOrientation orientation,
             int for_size,
             int *minimum,
             int *natural,
             int *minimum_baseline,
             int *natural_baseline)
{
  int least, swatch;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_ROW_WIDTH;
      *natural = ROW_WIDTH;
      return;
    }
  least = measure_swatch (row) + ROW_SPACING;
  gtk_widget_measure (gtk_widget_get_first_child (row),
                      GTK_ORIENTATION_VERTICAL,
                      -1,
                      NULL,
                      &swatch,
                      NULL,
                      NULL);
  gtk_widget_measure (gtk_widget_get_last_child (row),
                      GTK_ORIENTATION_VERTICAL,
                      MAX ((for_size < 0 ? ROW_WIDTH : for_size) - least, 1),
                      minimum,
                      natural,
                      NULL,
                      NULL);
  *minimum = *natural = MAX (*natural, swatch);
}

static void
allocate_row (GtkWidget *row, int width, int height, int baseline)
{
  int swatch = measure_swatch (row), left = swatch + ROW_SPACING;
  gboolean mirrored = gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (gtk_widget_get_first_child (row),
                            &(GtkAllocation){ mirrored ? width - swatch : 0, 0, swatch, height },
                            -1);
  gtk_widget_size_allocate (gtk_widget_get_last_child (row),
                            &(GtkAllocation){
                              mirrored ? 0 : left, 0, MAX (width - left, 1), height },
                            -1);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *swatch = atlas_swatch_new (ATLAS_SWATCH_FORCE);

  gtk_widget_set_valign (swatch, GTK_ALIGN_START);
  gtk_widget_add_css_class (row, "event-row");
  gtk_box_append (GTK_BOX (texts), atlas_page_label (NULL, "event-title"));
  gtk_box_append (GTK_BOX (texts), atlas_page_label (NULL, "kind-line"));
  gtk_box_append (GTK_BOX (row), swatch);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_set_layout_manager (row,
                                 gtk_custom_layout_new (get_row_request_mode,
                                                        measure_row,
                                                        allocate_row));
  gtk_list_item_set_child (item, row);
}

/* "4 July 1871 · Ghulja" */
static char *
describe_event (AtlasEventList *self, AtlasEvent *event)
{
  const char *lang = atlas_view_state_get_language (self->state);
  AtlasRecord *place = atlas_dataset_lookup (atlas_history_index_get_dataset (self->index),
                                             atlas_event_get_site (event));
  const char *edtf = atlas_record_get_edtf (ATLAS_RECORD (event));
  g_autofree char *date =
    edtf != NULL ? atlas_date_format_edtf (edtf, lang) : g_strdup (_ ("date not known"));

  if (place == NULL)
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s · %s",
                          date,
                          atlas_record_get_name_on (place,
                                                    lang,
                                                    atlas_view_state_get_date (self->state)));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  AtlasEventList *self = user_data;
  AtlasEvent *event = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *swatch = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_last_child (row));
  GtkWidget *line = gtk_widget_get_last_child (gtk_widget_get_last_child (row));
  const char *name = atlas_text_get (atlas_record_get_title (ATLAS_RECORD (event)),
                                     atlas_view_state_get_language (self->state));
  g_autofree char *description = describe_event (self, event);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, description);

  atlas_swatch_set_event (ATLAS_SWATCH (swatch),
                          atlas_event_get_event_kind (event),
                          atlas_record_get_status (ATLAS_RECORD (event)));
  gtk_label_set_text (GTK_LABEL (title), name);
  gtk_label_set_text (GTK_LABEL (line), description);
  /* The row's own widget is made by the list and has no name unless it is given one. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (gtk_widget_get_parent (row) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken,
                                    -1);
}

static void
activate_cb (AtlasEventList *self, guint position)
{
  g_autoptr (AtlasRecord) event = g_list_model_get_item (G_LIST_MODEL (self->visible), position);

  if (event != NULL)
    atlas_view_state_set_selection (self->state, atlas_record_get_id (event));
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

  g_autofree char *line = describe_event (self, event);
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

/* Brings the first event from the date on to sight: a window of time may hold dozens before it. */
static void
scroll_to_date (AtlasEventList *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->visible));
  guint position = 0;

  while (position < n)
    {
      g_autoptr (AtlasRecord) event =
        g_list_model_get_item (G_LIST_MODEL (self->visible), position);

      if (atlas_record_get_bounds (event).begin >= date)
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
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->visible)));
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
  g_signal_connect_object (self->visible,
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
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? ROW_WIDTH : 0;
}

static void
atlas_event_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ATLAS_EVENT_LIST (widget)->box, width, height, baseline, NULL);
}

static void
atlas_event_list_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  ATLAS_EVENT_LIST (widget)->state = state;
}

static void
atlas_event_list_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  AtlasEventList *self = ATLAS_EVENT_LIST (widget);

  self->index = index;
  atlas_visible_set_set_index (self->visible, index);
  queue_update (self);
}

static void
atlas_event_list_dispose (GObject *object)
{
  AtlasEventList *self = ATLAS_EVENT_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, nothing);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, holders);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, earlier);
  gtk_widget_class_bind_template_child (widget_class, AtlasEventList, later);
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
