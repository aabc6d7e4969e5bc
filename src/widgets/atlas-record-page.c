/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-accessible-names.h"
#include "atlas-cite.h"
#include "atlas-event-words.h"
#include "atlas-march-view.h"
#include "atlas-page-blocks.h"
#include "atlas-page-measure.h"
#include "atlas-page-pace.h"
#include "atlas-record-page.h"
#include "atlas-swatch.h"

/* How many steps before and after an event its page shows. */
#define STEPS 2
/* Events that a page of a place, a person or a campaign lists before it stops. */
#define MOST_EVENTS 60

struct _AtlasRecordPage
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *scroller;
  GtkBox *blocks;
  AtlasPageNames *names; /* of the atlas, or NULL */
  AtlasRecord *record;   /* (nullable) whose page it is; the atlas's */
  gboolean pinned;
  guint signature; /* of what depends on the date */

  AtlasViewState *state;
  AtlasHistoryIndex *index;
};

enum
{
  SHOW_ON_MAP,
  COPIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasRecordPage, atlas_record_page, ATLAS_TYPE_HISTORY_WIDGET)

static gboolean
activate_link_cb (AtlasRecordPage *self, const char *address)
{
  if (strstr (address, "://") != NULL)
    return GDK_EVENT_PROPAGATE;
  /* Whoever follows a link from a pinned page goes on from it. */
  self->pinned = FALSE;
  atlas_view_state_set_selection (self->state, address);
  return GDK_EVENT_STOP;
}

/* Connects every label with links below @widget. */
static void
connect_links (AtlasRecordPage *self, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "linked"))
    g_signal_connect_object (widget,
                             "activate-link",
                             G_CALLBACK (activate_link_cb),
                             self,
                             G_CONNECT_SWAPPED);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    connect_links (self, child);
}

/* Takes a floating block, or nothing. */
static void
add_block (AtlasRecordPage *self, GtkWidget *block)
{
  if (block == NULL)
    return;
  gtk_box_append (self->blocks, block);
  connect_links (self, block);
}

static void
add_heading_and (AtlasRecordPage *self, const char *heading, GtkWidget *block)
{
  if (block == NULL)
    return;
  add_block (self, atlas_page_heading (heading, NULL));
  add_block (self, block);
}

static void
show_on_map_cb (AtlasRecordPage *self)
{
  g_signal_emit (self, signals[SHOW_ON_MAP], 0, atlas_record_get_id (self->record));
}

/* "Occupation · Ili Crisis › Russian occupation of Ili" */
static void
add_kind_line (AtlasRecordPage *self, AtlasPageContext *context, AtlasRecord *record)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autoptr (GString) markup = g_string_new (NULL);
  AtlasCampaign *campaign = NULL;

  if (ATLAS_IS_EVENT (record))
    {
      AtlasEventKind kind = atlas_event_get_event_kind (ATLAS_EVENT (record));

      gtk_box_append (GTK_BOX (row),
                      atlas_swatch_new_event (kind, atlas_record_get_status (record)));
      g_string_append_printf (markup, "<b>%s</b>", atlas_event_words_kind (kind));
      campaign = atlas_dataset_lookup_campaign (context->dataset,
                                                atlas_event_get_campaign (ATLAS_EVENT (record)));
    }
  else
    {
      g_string_append_printf (markup,
                              "<b>%s</b>",
                              atlas_event_words_record (atlas_record_get_kind (record)));
      if (ATLAS_IS_CAMPAIGN (record))
        campaign =
          atlas_dataset_lookup_campaign (context->dataset,
                                         atlas_campaign_get_parent (ATLAS_CAMPAIGN (record)));
    }
  if (campaign != NULL)
    {
      AtlasCampaign *parent =
        atlas_dataset_lookup_campaign (context->dataset, atlas_campaign_get_parent (campaign));
      g_autofree char *own =
        atlas_page_link (context, atlas_record_get_id (ATLAS_RECORD (campaign)));
      g_autofree char *outer =
        parent != NULL ? atlas_page_link (context, atlas_record_get_id (ATLAS_RECORD (parent)))
                       : NULL;

      g_string_append_printf (markup,
                              " · %s%s%s",
                              outer != NULL ? outer : "",
                              outer != NULL ? " › " : "",
                              own);
    }
  gtk_box_append (GTK_BOX (row), atlas_page_markup (markup->str, "kind-line"));
  add_block (self, row);
}

static GtkWidget *
create_places (AtlasPageContext *context, AtlasEvent *event)
{
  guint n;
  const AtlasEventPlace *places = atlas_event_get_places (event, &n);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      AtlasPlace *place = atlas_dataset_lookup_place (context->dataset, places[i].place);
      g_autofree char *link = atlas_page_link (context, places[i].place);

      g_string_append_printf (markup,
                              "%s%s <span size=\"small\" alpha=\"72%%\">%s%s%s</span>",
                              i > 0 ? "\n" : "",
                              link,
                              atlas_event_words_role (places[i].role),
                              place != NULL && !atlas_place_get_location (place, NULL, NULL) ? " · "
                                                                                             : "",
                              place != NULL && !atlas_place_get_location (place, NULL, NULL)
                                ? _ ("not located")
                                : "");
    }
  return n > 0 ? atlas_page_markup (markup->str, NULL) : NULL;
}

/* The events of the same campaign next to this one in time. */
static GtkWidget *
create_steps (AtlasPageContext *context, AtlasEvent *event)
{
  const char *campaign = atlas_event_get_campaign (event);
  GPtrArray *all =
    campaign != NULL ? atlas_dataset_get_events_of (context->dataset, campaign) : NULL;
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  guint position;

  if (all == NULL || !g_ptr_array_find (all, event, &position))
    return NULL;
  for (guint i = position > STEPS ? position - STEPS : 0; i <= position + STEPS && i < all->len;
       i++)
    g_ptr_array_add (near, g_ptr_array_index (all, i));
  return near->len > 1
           ? atlas_page_events (context, near, atlas_record_get_id (ATLAS_RECORD (event)))
           : NULL;
}

static void
add_event_blocks (AtlasRecordPage *self, AtlasPageContext *context, AtlasEvent *event)
{
  add_heading_and (self,
                   _ ("Outcome"),
                   atlas_page_text (context, atlas_event_get_outcome (event), NULL));
  add_block (self, atlas_page_measure (context, self->index, event));
  add_block (self, atlas_page_claims (context, ATLAS_RECORD (event)));
  add_heading_and (self, _ ("Places"), create_places (context, event));
  add_heading_and (self, _ ("People and sides"), atlas_page_sides (context, event));
  add_heading_and (self, _ ("Before and after"), create_steps (context, event));
}

/* A place's events in the window of time come first: that is what its marker stood for. */
static void
add_event_lists (AtlasRecordPage *self, AtlasPageContext *context, const char *id)
{
  GPtrArray *all = atlas_dataset_get_events_of (context->dataset, id);
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);
  g_autoptr (GPtrArray) now = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      AtlasRecord *event = g_ptr_array_index (all, i);
      gboolean in_window = atlas_time_span_overlaps (atlas_record_get_bounds (event), window);

      if (in_window || rest->len < MOST_EVENTS)
        g_ptr_array_add (in_window ? now : rest, event);
    }
  add_heading_and (self, _ ("In the window of time"), atlas_page_events (context, now, NULL));
  add_heading_and (self,
                   now->len > 0 ? _ ("At other times") : _ ("Events"),
                   atlas_page_events (context, rest, NULL));
}

static void
add_other_blocks (AtlasRecordPage *self, AtlasPageContext *context, AtlasRecord *record)
{
  if (ATLAS_IS_PLACE (record))
    add_heading_and (self, _ ("Names"), atlas_page_toponyms (context, record));
  if (ATLAS_IS_LEG (record))
    add_block (self, atlas_page_pace (context, ATLAS_LEG (record)));
  if (ATLAS_IS_LEG (record) || ATLAS_IS_CAMPAIGN (record) || ATLAS_IS_PERSON (record))
    add_block (self, atlas_page_marches (context, record));
  if (ATLAS_IS_PLACE (record))
    add_block (self, atlas_page_controls (context, self->index, ATLAS_PLACE (record)));
  if (ATLAS_IS_PERSON (record))
    add_heading_and (self,
                     _ ("Events"),
                     atlas_page_events (context,
                                        atlas_dataset_get_events_of (context->dataset,
                                                                     atlas_record_get_id (record)),
                                        NULL));
  else
    add_event_lists (self, context, atlas_record_get_id (record));
  if (ATLAS_IS_PLACE (record))
    {
      const char *modern =
        atlas_text_get (atlas_place_get_modern_name (ATLAS_PLACE (record)), context->lang);

      add_heading_and (self, _ ("Today"), modern != NULL ? atlas_page_label (modern, NULL) : NULL);
      if (!atlas_place_get_location (ATLAS_PLACE (record), NULL, NULL))
        add_block (self,
                   atlas_page_label (_ ("Where it lies is not known: it is listed, and not drawn."),
                                     "dim"));
    }
  if (ATLAS_IS_SOURCE (record) && atlas_source_get_url (ATLAS_SOURCE (record)) != NULL)
    {
      const char *url = atlas_source_get_url (ATLAS_SOURCE (record));
      g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", url, url);

      add_heading_and (self, _ ("Address"), atlas_page_markup (link, NULL));
    }
  if (ATLAS_IS_POLITY (record))
    add_block (self, atlas_page_stages (context, ATLAS_POLITY (record)));
  if (!ATLAS_IS_PLACE (record))
    add_heading_and (self, _ ("Names"), atlas_page_toponyms (context, record));
  add_block (self, atlas_page_claims (context, record));
}

static const char *
get_role (const AtlasPageContext *context, AtlasRecord *record)
{
  if (!ATLAS_IS_PERSON (record))
    return NULL;
  return atlas_text_get (atlas_person_get_role (ATLAS_PERSON (record)), context->lang);
}

/* A person and a campaign are where their events are. */
static gboolean
is_on_map (AtlasPageContext *context, AtlasRecord *record)
{
  AtlasPlace *place = ATLAS_IS_PLACE (record) ? ATLAS_PLACE (record) : NULL;

  if (ATLAS_IS_PERSON (record) || ATLAS_IS_CAMPAIGN (record))
    return atlas_dataset_get_events_of (context->dataset, atlas_record_get_id (record))->len > 0;
  if (ATLAS_IS_EVENT (record))
    place =
      atlas_dataset_lookup_place (context->dataset, atlas_event_get_site (ATLAS_EVENT (record)));
  return place != NULL && atlas_place_get_location (place, NULL, NULL);
}

/* A page that was asked for by a link is shown, and says that nothing else shows its record. */
static GtkWidget *
create_off_notice (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show Everything"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-everything");
  gtk_widget_add_css_class (box, "notice");
  gtk_widget_add_css_class (box, "caution");
  gtk_box_append (GTK_BOX (box), atlas_page_label (_ ("This is switched off"), "notice-title"));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
fill (AtlasRecordPage *self, AtlasRecord *record)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  const AtlasFilter *filter = atlas_view_state_get_filter (self->state);
  g_autoptr (AtlasFilterMask) mask = atlas_history_index_ref_mask (self->index, filter);
  AtlasPageContext context = {
    .dataset = atlas_history_index_get_dataset (self->index),
    .lang = atlas_view_state_get_language (self->state),
    .date = atlas_view_state_get_date (self->state),
    .filter = filter,
    .mask = mask,
    .names = self->names,
    .record = record,
    .sources = sources,
  };
  const char *role = get_role (&context, record);

  add_kind_line (self, &context, record);
  add_block (self,
             atlas_page_label (ATLAS_IS_EVENT (record)
                                 ? atlas_text_get (atlas_record_get_title (record), context.lang)
                                 : atlas_record_get_name_on (record, context.lang, context.date),
                               "page-title"));
  if (role != NULL)
    add_block (self, atlas_page_label (role, "dim"));
  add_block (self, atlas_page_dates (&context, record));
  if (!atlas_filter_mask_has (mask, record))
    add_block (self, create_off_notice ());
  if (ATLAS_IS_EVENT (record) || ATLAS_IS_CAMPAIGN (record))
    add_block (self, atlas_page_status (&context, record));
  add_block (self, atlas_page_story (&context, record));
  if (is_on_map (&context, record))
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Show on Map"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect_object (button,
                               "clicked",
                               G_CALLBACK (show_on_map_cb),
                               self,
                               G_CONNECT_SWAPPED);
      add_block (self, button);
    }
  if (ATLAS_IS_EVENT (record))
    add_event_blocks (self, &context, ATLAS_EVENT (record));
  else if (ATLAS_IS_SEGMENT (record))
    add_block (self, atlas_page_phases (&context, ATLAS_SEGMENT (record)));
  else
    add_other_blocks (self, &context, record);
  add_block (self, atlas_page_sources (&context, record));
}

/* What the page is of: the selected record, unless it is pinned to another. */
static AtlasRecord *
choose_record (AtlasRecordPage *self)
{
  if (self->index == NULL)
    return NULL;
  if (self->pinned && self->record != NULL)
    return self->record;
  return atlas_dataset_lookup (atlas_history_index_get_dataset (self->index),
                               atlas_view_state_get_selection (self->state));
}

/* What of the page depends on the date: the name of the record on the day, and which of its events
 * are in the window. The page of an event has neither. */
static guint
compute_signature (AtlasRecordPage *self)
{
  AtlasTimeSpan window = atlas_view_state_get_window (self->state);
  GPtrArray *events;
  guint signature;

  if (self->record == NULL || ATLAS_IS_EVENT (self->record))
    return 0;
  signature = g_str_hash (atlas_record_get_name_on (self->record,
                                                    atlas_view_state_get_language (self->state),
                                                    atlas_view_state_get_date (self->state)));
  if (ATLAS_IS_PLACE (self->record))
    signature ^=
      g_direct_hash (atlas_history_index_town_control_on (self->index,
                                                          ATLAS_PLACE (self->record),
                                                          atlas_view_state_get_date (self->state)));
  events = atlas_dataset_get_events_of (atlas_history_index_get_dataset (self->index),
                                        atlas_record_get_id (self->record));
  for (guint i = 0; i < events->len; i++)
    if (atlas_time_span_overlaps (atlas_record_get_bounds (events->pdata[i]), window))
      signature = signature * 31 + i + 1;
  return signature;
}

static void
update (AtlasRecordPage *self)
{
  AtlasRecord *record = choose_record (self);
  gboolean same = record == self->record;
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->blocks))) != NULL)
    gtk_box_remove (self->blocks, child);
  self->record = record;
  self->signature = 0;
  if (record == NULL)
    return;
  self->signature = compute_signature (self);
  fill (self, record);
  atlas_accessible_names_complete (GTK_WIDGET (self->blocks));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  atlas_text_get (atlas_record_get_title (record),
                                                  atlas_view_state_get_language (self->state)),
                                  -1);
  if (!same)
    gtk_adjustment_set_value (place, 0.0);
}

static void
date_changed_cb (AtlasRecordPage *self)
{
  if (compute_signature (self) != self->signature)
    update (self);
}

/* A pinned page stays where it is. */
static void
selection_changed_cb (AtlasRecordPage *self)
{
  if (choose_record (self) != self->record)
    update (self);
}

static void
cite_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint format, citation;
  const char *source;

  g_variant_get (parameter, "(u&su)", &format, &source, &citation);
  atlas_record_page_cite (ATLAS_RECORD_PAGE (widget), format, source, citation);
}

static void
open_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                g_variant_get_string (parameter, NULL),
                GDK_CURRENT_TIME);
}

static void
atlas_record_page_constructed (GObject *object)
{
  static const char *const moves[] = {
    "notify::date", "notify::window-length", "notify::free-begin", "notify::free-end"
  };
  AtlasRecordPage *self = ATLAS_RECORD_PAGE (object);

  G_OBJECT_CLASS (atlas_record_page_parent_class)->constructed (object);
  g_signal_connect_object (self->state,
                           "notify::selection",
                           G_CALLBACK (selection_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (self->state,
                             moves[i],
                             G_CALLBACK (date_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::filter",
                           G_CALLBACK (update),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::language",
                           G_CALLBACK (update),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_record_page_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  ATLAS_RECORD_PAGE (widget)->state = state;
}

static void
atlas_record_page_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  AtlasRecordPage *self = ATLAS_RECORD_PAGE (widget);

  self->index = index;
  self->record = NULL;
  self->pinned = FALSE;
  g_clear_pointer (&self->names, atlas_page_names_free);
  if (index != NULL)
    self->names = atlas_page_names_new (atlas_history_index_get_dataset (index));
  update (self);
}

static void
atlas_record_page_dispose (GObject *object)
{
  AtlasRecordPage *self = ATLAS_RECORD_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->names, atlas_page_names_free);

  G_OBJECT_CLASS (atlas_record_page_parent_class)->dispose (object);
}

static void
atlas_record_page_class_init (AtlasRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  object_class->constructed = atlas_record_page_constructed;
  object_class->dispose = atlas_record_page_dispose;
  history_class->set_state = atlas_record_page_set_state;
  history_class->set_index = atlas_record_page_set_index;

  signals[SHOW_ON_MAP] = g_signal_new ("show-on-map",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_STRING);
  signals[COPIED] = g_signal_new ("copied",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.cite", "(usu)", cite_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass),
                                   "page.open-address",
                                   "s",
                                   open_address_action);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_record_page_init (AtlasRecordPage *self)
{
  self->blocks = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 14));
  gtk_widget_add_css_class (GTK_WIDGET (self->blocks), "page");
  self->scroller = gtk_scrolled_window_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Page"),
                                  -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->blocks));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
atlas_record_page_cite (AtlasRecordPage *self, guint format, const char *source, guint citation)
{
  AtlasDataset *dataset;
  AtlasRecord *record;
  const char *lang;
  g_autofree char *text = NULL;
  guint n;
  const AtlasCitation *citations;

  g_return_if_fail (ATLAS_IS_RECORD_PAGE (self));
  g_return_if_fail (format <= ATLAS_CITE_CSL_JSON);
  g_return_if_fail (source != NULL);

  record = self->record;
  if (record == NULL)
    return;
  dataset = atlas_history_index_get_dataset (self->index);
  lang = atlas_view_state_get_language (self->state);
  citations = atlas_record_get_citations (record, &n);
  if (source[0] == '\0')
    text = atlas_cite_record (dataset, record, ATLAS_VERSION, (AtlasCiteFormat) format, lang);
  else
    text =
      atlas_cite_source (dataset,
                         citation < n ? &citations[citation] : &(AtlasCitation){ .source = source },
                         (AtlasCiteFormat) format,
                         lang);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit (self, signals[COPIED], 0);
}

gboolean
atlas_record_page_get_pinned (AtlasRecordPage *self)
{
  g_return_val_if_fail (ATLAS_IS_RECORD_PAGE (self), FALSE);

  return self->pinned;
}

void
atlas_record_page_set_pinned (AtlasRecordPage *self, gboolean pinned)
{
  g_return_if_fail (ATLAS_IS_RECORD_PAGE (self));

  pinned = !!pinned;
  if (self->pinned == pinned)
    return;
  self->pinned = pinned;
  if (!pinned)
    update (self);
}
