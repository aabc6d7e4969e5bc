/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-change-row.h"
#include "atlas-changes-page.h"
#include "atlas-date-format.h"
#include "atlas-swatch.h"

/* Polities whose gains and losses are listed; the others gained and lost less. */
#define MOST_BALANCES 8

struct _AtlasChangesPage
{
  AtlasHistoryWidget parent_instance;

  GtkWidget *box;
  GtkLabel *span;
  GtkWidget *balance_heading;
  GtkGrid *balance;
  GtkListBox *list;
  GtkLabel *nothing;

  AtlasViewState *state;
  AtlasComparison *comparison;
  AtlasHistoryIndex *index;
  GPtrArray *shown; /* (nullable) the pieces of the rows */
  int open;         /* the row that is unfolded, or -1 */
  guint idle;
};

enum
{
  PROP_0,
  PROP_COMPARISON,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasChangesPage, atlas_changes_page, ATLAS_TYPE_HISTORY_WIDGET)

static AtlasPageContext
get_context (AtlasChangesPage *self, AtlasDay date)
{
  return (AtlasPageContext){
    .dataset = atlas_history_index_get_dataset (self->index),
    .lang = atlas_view_state_get_language (self->state),
    .date = date,
  };
}

static gboolean
activate_link_cb (AtlasChangesPage *self, const char *address)
{
  atlas_view_state_set_selection (self->state, address);
  return GDK_EVENT_STOP;
}

static void
connect_links (AtlasChangesPage *self, GtkWidget *widget)
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

/* What one polity gained and lost, m2. */
typedef struct
{
  const char *polity;
  double gained, lost;
} Balance;

static void
add_to_balance (GArray *balances, const char *polity, double gained, double lost)
{
  Balance balance = { polity, gained, lost };

  for (guint i = 0; polity != NULL && i < balances->len; i++)
    {
      Balance *known = &g_array_index (balances, Balance, i);

      if (g_str_equal (known->polity, polity))
        {
          known->gained += gained;
          known->lost += lost;
          return;
        }
    }
  if (polity != NULL)
    g_array_append_val (balances, balance);
}

static int
compare_balances (gconstpointer a, gconstpointer b)
{
  const Balance *first = a, *second = b;
  double difference = second->gained + second->lost - first->gained - first->lost;

  if (difference > 0.0 || difference < 0.0)
    return difference > 0.0 ? 1 : -1;
  return g_strcmp0 (first->polity, second->polity);
}

/* Land that was occupied and is then ceded leaves its owner only in the second step. */
static GArray *
find_balances (GPtrArray *pieces)
{
  GArray *balances = g_array_new (FALSE, FALSE, sizeof (Balance));

  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *change = pieces->pdata[i];
      gboolean title = change->kind == ATLAS_CHANGE_TITLE;

      if (change->kind != ATLAS_CHANGE_CONTROL && !title)
        continue;
      add_to_balance (balances,
                      title ? atlas_change_words_owner (change->to) : change->to.polity,
                      change->area,
                      0.0);
      add_to_balance (balances,
                      title ? atlas_change_words_owner (change->from) : change->from.polity,
                      0.0,
                      change->area);
    }
  g_array_sort (balances, compare_balances);
  return balances;
}

/* Gains and losses stand below each other: beside each other they would leave no room for names. */
static void
add_amount (AtlasChangesPage *self, GtkBox *amounts, double area, const char *sign)
{
  g_autofree char *words = NULL, *text = NULL;
  GtkWidget *label;

  if (area <= 0.0)
    return;
  words = atlas_change_words_area (area, atlas_view_state_get_language (self->state));
  text = g_strdup_printf ("%s%s", sign, words);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_widget_add_css_class (label, "change-amount");
  gtk_box_append (amounts, label);
}

static void
add_rest (AtlasChangesPage *self, guint n)
{
  g_autofree char *words =
    g_strdup_printf (ngettext ("and %u other with less", "and %u others with less", n), n);

  gtk_grid_attach (self->balance, atlas_page_label (words, "kind-line"), 1, MOST_BALANCES, 2, 1);
}

static void
fill_balance (AtlasChangesPage *self, GPtrArray *pieces)
{
  AtlasPageContext context = get_context (self, atlas_comparison_get_span (self->comparison).end);
  g_autoptr (GArray) balances = find_balances (pieces);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->balance))) != NULL)
    gtk_grid_remove (self->balance, child);
  for (guint i = 0; i < balances->len && i < MOST_BALANCES; i++)
    {
      const Balance *balance = &g_array_index (balances, Balance, i);
      AtlasPolity *polity = atlas_dataset_lookup_polity (context.dataset, balance->polity);
      g_autofree char *link = atlas_page_link (&context, balance->polity);
      GtkWidget *name = atlas_page_markup (link, NULL);
      GtkWidget *amounts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_hexpand (name, TRUE);
      gtk_grid_attach (self->balance,
                       atlas_swatch_new_family (polity != NULL ? atlas_polity_get_family (polity)
                                                               : "unknown"),
                       0,
                       (int) i,
                       1,
                       1);
      gtk_grid_attach (self->balance, name, 1, (int) i, 1, 1);
      gtk_widget_set_valign (amounts, GTK_ALIGN_CENTER);
      add_amount (self, GTK_BOX (amounts), balance->gained, "+");
      add_amount (self, GTK_BOX (amounts), balance->lost, "\u2212");
      gtk_grid_attach (self->balance, amounts, 2, (int) i, 1, 1);
    }
  if (balances->len > MOST_BALANCES)
    add_rest (self, balances->len - MOST_BALANCES);
  connect_links (self, GTK_WIDGET (self->balance));
  gtk_widget_set_visible (self->balance_heading, balances->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->balance), balances->len > 0);
}

static void
fill_list (AtlasChangesPage *self, GPtrArray *pieces)
{
  GtkListBoxRow *row;

  self->open = -1;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < pieces->len; i++)
    {
      const AtlasChange *change = pieces->pdata[i];
      AtlasPageContext context = get_context (self, change->day);
      g_autofree char *spoken = atlas_change_row_describe (&context, change);
      GtkWidget *widget = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget),
                                  atlas_change_row_new (&context, change));
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken,
                                      -1);
      gtk_list_box_append (self->list, widget);
    }
}

static void
open_chosen (AtlasChangesPage *self)
{
  int chosen = atlas_comparison_get_chosen (self->comparison);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, self->open);

  if (self->open == chosen)
    return;
  if (self->open >= 0 && row != NULL)
    atlas_change_row_close (gtk_list_box_row_get_child (row));
  self->open = chosen;
  row = chosen >= 0 ? gtk_list_box_get_row_at_index (self->list, chosen) : NULL;
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    {
      const AtlasChange *change = g_ptr_array_index (self->shown, (guint) chosen);
      AtlasPageContext context = get_context (self, change->day);

      atlas_change_row_open (gtk_list_box_row_get_child (row), &context, change);
      connect_links (self, GTK_WIDGET (row));
    }
}

static void
update_words (AtlasChangesPage *self)
{
  const char *lang = atlas_view_state_get_language (self->state);
  AtlasTimeSpan span = atlas_comparison_get_span (self->comparison);
  g_autofree char *first = NULL, *last = NULL, *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->shown == NULL || self->shown->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown != NULL && self->shown->len > 0);
  gtk_label_set_text (self->nothing,
                      self->shown == NULL
                        ? _ ("Comparing…")
                        : _ ("The map knows of no land that changed hands between the two dates."));
  if (self->shown == NULL)
    return;
  first = atlas_date_format_day (span.begin, ATLAS_DATE_LONG, lang);
  last = atlas_date_format_day (span.end, ATLAS_DATE_LONG, lang);
  /* Translators: two dates that are compared. */
  words = g_strdup_printf (_ ("%s to %s"), first, last);
  gtk_label_set_text (self->span, words);
}

static gboolean
update_idle_cb (gpointer user_data)
{
  AtlasChangesPage *self = user_data;
  GPtrArray *pieces = atlas_comparison_get_pieces (self->comparison);

  self->idle = 0;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  if (pieces != NULL && self->index != NULL)
    {
      self->shown = g_ptr_array_ref (pieces);
      fill_balance (self, pieces);
      fill_list (self, pieces);
      open_chosen (self);
    }
  update_words (self);
  return G_SOURCE_REMOVE;
}

/* The words beside the map may come a frame after it. */
static void
queue_update (AtlasChangesPage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_idle_cb, self);
}

static void
chosen_changed_cb (AtlasChangesPage *self)
{
  /* Rows of an older answer are on their way out. */
  if (self->idle == 0 && self->shown != NULL)
    open_chosen (self);
}

static void
row_activated_cb (AtlasChangesPage *self, GtkListBoxRow *row)
{
  int position = gtk_list_box_row_get_index (row);

  if (!atlas_changes_page_is_settled (self))
    return;
  atlas_comparison_set_chosen (self->comparison,
                               position == atlas_comparison_get_chosen (self->comparison)
                                 ? -1
                                 : position);
}

static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  AtlasChangesPage *self = user_data;
  const AtlasChange *change, *last = NULL;
  const char *section, *last_section;

  if (self->shown == NULL || gtk_list_box_row_get_index (row) >= (int) self->shown->len)
    return;
  change = g_ptr_array_index (self->shown, (guint) gtk_list_box_row_get_index (row));
  if (before != NULL)
    last = g_ptr_array_index (self->shown, (guint) gtk_list_box_row_get_index (before));
  section = atlas_change_words_section (change->kind);
  last_section = last != NULL ? atlas_change_words_section (last->kind) : NULL;
  gtk_list_box_row_set_header (row,
                               g_strcmp0 (section, last_section) != 0
                                 ? atlas_page_label (section, "change-heading")
                                 : NULL);
}

static void
atlas_changes_page_constructed (GObject *object)
{
  AtlasChangesPage *self = ATLAS_CHANGES_PAGE (object);

  G_OBJECT_CLASS (atlas_changes_page_parent_class)->constructed (object);
  g_signal_connect_object (self->comparison,
                           "notify::pieces",
                           G_CALLBACK (queue_update),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison,
                           "notify::chosen",
                           G_CALLBACK (chosen_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::language",
                           G_CALLBACK (queue_update),
                           self,
                           G_CONNECT_SWAPPED);
  update_words (self);
}

static void
atlas_changes_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasChangesPage *self = ATLAS_CHANGES_PAGE (object);

  g_value_set_object (value, self->comparison);
}

static void
atlas_changes_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasChangesPage *self = ATLAS_CHANGES_PAGE (object);

  self->comparison = g_value_dup_object (value);
}

static void
atlas_changes_page_set_state (AtlasHistoryWidget *widget, AtlasViewState *state)
{
  ATLAS_CHANGES_PAGE (widget)->state = state;
}

static void
atlas_changes_page_set_index (AtlasHistoryWidget *widget, AtlasHistoryIndex *index)
{
  AtlasChangesPage *self = ATLAS_CHANGES_PAGE (widget);

  self->index = index;
  queue_update (self);
}

static void
atlas_changes_page_dispose (GObject *object)
{
  AtlasChangesPage *self = ATLAS_CHANGES_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (atlas_changes_page_parent_class)->dispose (object);
}

static void
atlas_changes_page_class_init (AtlasChangesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  AtlasHistoryWidgetClass *history_class = ATLAS_HISTORY_WIDGET_CLASS (klass);

  object_class->constructed = atlas_changes_page_constructed;
  object_class->get_property = atlas_changes_page_get_property;
  object_class->set_property = atlas_changes_page_set_property;
  object_class->dispose = atlas_changes_page_dispose;
  history_class->set_state = atlas_changes_page_set_state;
  history_class->set_index = atlas_changes_page_set_index;

  properties[PROP_COMPARISON] =
    g_param_spec_object ("comparison", NULL, NULL, ATLAS_TYPE_COMPARISON, once);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasChangesPage, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasChangesPage, span);
  gtk_widget_class_bind_template_child (widget_class, AtlasChangesPage, balance_heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasChangesPage, balance);
  gtk_widget_class_bind_template_child (widget_class, AtlasChangesPage, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasChangesPage, nothing);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_changes_page_init (AtlasChangesPage *self)
{
  self->open = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header_cb, self, NULL);
  g_signal_connect_object (self->list,
                           "row-activated",
                           G_CALLBACK (row_activated_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
atlas_changes_page_new (AtlasComparison *comparison, AtlasViewState *state)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  return g_object_new (ATLAS_TYPE_CHANGES_PAGE, "comparison", comparison, "state", state, NULL);
}

gboolean
atlas_changes_page_is_settled (AtlasChangesPage *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGES_PAGE (self), FALSE);

  return self->idle == 0 && self->shown == atlas_comparison_get_pieces (self->comparison);
}
