/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-event-words.h"
#include "atlas-filter-menu.h"
#include "atlas-name-order.h"
#include "atlas-swatch.h"

#define N_STATUSES (ATLAS_STATUS_UNCORROBORATED + 1)

struct _AtlasFilterMenu
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *scroller;
  GtkBox *standings;
  GtkGrid *kinds;
  GtkDropDown *only[ATLAS_FILTER_N_ASPECTS];

  GtkCheckButton *statuses[N_STATUSES];
  GtkCheckButton *event_kinds[ATLAS_N_EVENT_KINDS];
  GPtrArray *ids[ATLAS_FILTER_N_ASPECTS]; /* (element-type utf8) of the rows; NULL for all */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AtlasFilterMenu, atlas_filter_menu, ATLAS_TYPE_HISTORY_WIDGET)

static AtlasViewState *
get_state (AtlasFilterMenu *self)
{
  return atlas_history_widget_get_state (ATLAS_HISTORY_WIDGET (self));
}

static void
update (AtlasFilterMenu *self)
{
  const AtlasFilter *filter = atlas_view_state_get_filter (get_state (self));

  self->updating = TRUE;
  for (guint i = 0; i < N_STATUSES; i++)
    gtk_check_button_set_active (self->statuses[i],
                                 atlas_filter_shows_status (filter, (AtlasStatus) i));
  for (guint i = 0; i < ATLAS_N_EVENT_KINDS; i++)
    gtk_check_button_set_active (self->event_kinds[i],
                                 atlas_filter_shows_event_kind (filter, (AtlasEventKind) i));
  for (guint i = 0; i < ATLAS_FILTER_N_ASPECTS; i++)
    {
      const char *id = atlas_filter_get_only (filter, (AtlasFilterAspect) i);

      for (guint j = 0; j < self->ids[i]->len; j++)
        if (g_strcmp0 (self->ids[i]->pdata[j], id) == 0)
          gtk_drop_down_set_selected (self->only[i], j);
    }
  self->updating = FALSE;
}

static void
status_toggled_cb (AtlasFilterMenu *self, GtkCheckButton *button)
{
  const AtlasFilter *filter = atlas_view_state_get_filter (get_state (self));
  gboolean shown = gtk_check_button_get_active (button);

  for (guint i = 0; i < N_STATUSES && !self->updating; i++)
    if (self->statuses[i] == button)
      atlas_view_state_set_filter (get_state (self),
                                   atlas_filter_with_status (filter, (AtlasStatus) i, shown));
}

static void
kind_toggled_cb (AtlasFilterMenu *self, GtkCheckButton *button)
{
  const AtlasFilter *filter = atlas_view_state_get_filter (get_state (self));
  gboolean shown = gtk_check_button_get_active (button);

  for (guint i = 0; i < ATLAS_N_EVENT_KINDS && !self->updating; i++)
    if (self->event_kinds[i] == button)
      atlas_view_state_set_filter (get_state (self),
                                   atlas_filter_with_event_kind (filter,
                                                                 (AtlasEventKind) i,
                                                                 shown));
}

static void
only_selected_cb (AtlasFilterMenu *self, GParamSpec *pspec, GtkDropDown *list)
{
  const AtlasFilter *filter = atlas_view_state_get_filter (get_state (self));
  guint row = gtk_drop_down_get_selected (list);

  for (guint i = 0; i < ATLAS_FILTER_N_ASPECTS && !self->updating; i++)
    if (self->only[i] == list && row < self->ids[i]->len)
      atlas_view_state_set_filter (get_state (self),
                                   atlas_filter_with_only (filter,
                                                           (AtlasFilterAspect) i,
                                                           self->ids[i]->pdata[row]));
}

/* Records of an aspect that have any event. */
static GPtrArray *
list_records (AtlasDataset *dataset, AtlasFilterAspect aspect)
{
  static const AtlasKind kinds[ATLAS_FILTER_N_ASPECTS][2] = {
    [ATLAS_FILTER_CAMPAIGN] = { ATLAS_KIND_CAMPAIGN, ATLAS_KIND_CAMPAIGN },
    [ATLAS_FILTER_ACTOR] = { ATLAS_KIND_POLITY, ATLAS_KIND_PERSON },
    [ATLAS_FILTER_PLACE] = { ATLAS_KIND_PLACE, ATLAS_KIND_PLACE },
  };
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < 2 && (i == 0 || kinds[aspect][1] != kinds[aspect][0]); i++)
    for (guint j = 0; j < atlas_dataset_get_n_records (dataset, kinds[aspect][i]); j++)
      {
        AtlasRecord *record = atlas_dataset_get_record (dataset, kinds[aspect][i], j);

        if (atlas_dataset_get_events_of (dataset, atlas_record_get_id (record))->len > 0)
          g_ptr_array_add (records, record);
      }
  return records;
}

static void
fill_only (AtlasFilterMenu *self, AtlasDataset *dataset, AtlasFilterAspect aspect)
{
  const char *lang = atlas_view_state_get_language (get_state (self));
  g_autoptr (GPtrArray) records = list_records (dataset, aspect);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  atlas_name_order_sort (records, lang);
  g_ptr_array_set_size (self->ids[aspect], 0);
  g_ptr_array_add (self->ids[aspect], NULL);
  gtk_string_list_append (names, _ ("All"));
  for (guint i = 0; i < records->len; i++)
    {
      gtk_string_list_append (names,
                              atlas_text_get (atlas_record_get_title (records->pdata[i]), lang));
      g_ptr_array_add (self->ids[aspect], (gpointer) atlas_record_get_id (records->pdata[i]));
    }
  gtk_drop_down_set_model (self->only[aspect], G_LIST_MODEL (names));
}

/* The lists are long and seldom asked for: they are filled when the menu is opened. */
static void
atlas_filter_menu_map (GtkWidget *widget)
{
  AtlasFilterMenu *self = ATLAS_FILTER_MENU (widget);
  AtlasHistoryIndex *index = atlas_history_widget_get_index (ATLAS_HISTORY_WIDGET (self));

  self->updating = TRUE;
  for (guint i = 0; index != NULL && i < ATLAS_FILTER_N_ASPECTS; i++)
    fill_only (self, atlas_history_index_get_dataset (index), (AtlasFilterAspect) i);
  self->updating = FALSE;
  if (get_state (self) != NULL)
    update (self);
  GTK_WIDGET_CLASS (atlas_filter_menu_parent_class)->map (widget);
}

static GtkWidget *
create_check (GtkWidget *swatch, const char *words)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (words);

  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words,
                                  -1);
  return button;
}

static void
create_checks (AtlasFilterMenu *self)
{
  for (guint i = 0; i < N_STATUSES; i++)
    {
      GtkWidget *check = create_check (atlas_swatch_new_event (ATLAS_EVENT_BATTLE, (AtlasStatus) i),
                                       atlas_event_words_status ((AtlasStatus) i));

      self->statuses[i] = GTK_CHECK_BUTTON (check);
      gtk_box_append (self->standings, check);
      g_signal_connect_object (check,
                               "toggled",
                               G_CALLBACK (status_toggled_cb),
                               self,
                               G_CONNECT_SWAPPED);
    }
  for (guint i = 0; i < ATLAS_N_EVENT_KINDS; i++)
    {
      GtkWidget *check =
        create_check (atlas_swatch_new_event ((AtlasEventKind) i, ATLAS_STATUS_ATTESTED),
                      atlas_event_words_kind ((AtlasEventKind) i));

      self->event_kinds[i] = GTK_CHECK_BUTTON (check);
      gtk_grid_attach (self->kinds, check, (int) i % 2, (int) i / 2, 1, 1);
      g_signal_connect_object (check,
                               "toggled",
                               G_CALLBACK (kind_toggled_cb),
                               self,
                               G_CONNECT_SWAPPED);
    }
}

static void
atlas_filter_menu_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  if (state == NULL)
    return;
  g_signal_connect_object (state, "notify::filter", G_CALLBACK (update), widget, G_CONNECT_SWAPPED);
  update (ATLAS_FILTER_MENU (widget));
}

static void
atlas_filter_menu_dispose (GObject *object)
{
  g_clear_pointer (&ATLAS_FILTER_MENU (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_filter_menu_parent_class)->dispose (object);
}

static void
atlas_filter_menu_finalize (GObject *object)
{
  for (guint i = 0; i < ATLAS_FILTER_N_ASPECTS; i++)
    g_ptr_array_unref (ATLAS_FILTER_MENU (object)->ids[i]);
  G_OBJECT_CLASS (atlas_filter_menu_parent_class)->finalize (object);
}

static void
atlas_filter_menu_class_init (AtlasFilterMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_filter_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_filter_menu_finalize;
  widget_class->map = atlas_filter_menu_map;
  ATLAS_HISTORY_WIDGET_CLASS (klass)->set_state = atlas_filter_menu_set_state;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/filter-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterMenu, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterMenu, standings);
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterMenu, kinds);
  gtk_widget_class_bind_template_child_full (widget_class,
                                             "campaign",
                                             FALSE,
                                             G_STRUCT_OFFSET (AtlasFilterMenu,
                                                              only[ATLAS_FILTER_CAMPAIGN]));
  gtk_widget_class_bind_template_child_full (widget_class,
                                             "actor",
                                             FALSE,
                                             G_STRUCT_OFFSET (AtlasFilterMenu,
                                                              only[ATLAS_FILTER_ACTOR]));
  gtk_widget_class_bind_template_child_full (widget_class,
                                             "place",
                                             FALSE,
                                             G_STRUCT_OFFSET (AtlasFilterMenu,
                                                              only[ATLAS_FILTER_PLACE]));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_filter_menu_init (AtlasFilterMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_checks (self);
  for (guint i = 0; i < ATLAS_FILTER_N_ASPECTS; i++)
    {
      self->ids[i] = g_ptr_array_new ();
      g_signal_connect_object (self->only[i],
                               "notify::selected",
                               G_CALLBACK (only_selected_cb),
                               self,
                               G_CONNECT_SWAPPED);
    }
}
