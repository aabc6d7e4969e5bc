/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-march-view.h"
#include "atlas-march.h"
#include "atlas-page-pace.h"

/* A march of more legs than this shows them when it is asked to. */
#define FEW_LEGS 4
/* Marches that a page tells. */
#define MOST_MARCHES 6

struct _AtlasMarchView
{
  GtkWidget parent_instance;

  GtkDropDown *from;
  GtkDropDown *to;
  GtkLabel *pace;
  GtkLabel *length;
  GtkLabel *days;
  GPtrArray *rows; /* (element-type GtkWidget) one for each leg of the column */

  GPtrArray *column;   /* (element-type AtlasLeg) */
  GPtrArray *march;    /* (element-type AtlasLeg): the part of the column that leads to the end */
  AtlasPerson *person; /* (nullable): whose march it is */
  AtlasDataset *dataset;
  const char *lang; /* interned */
  AtlasDay date;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (AtlasMarchView, atlas_march_view, GTK_TYPE_WIDGET)

/* What a place is called; the legs know its id. */
static const char *
get_name (AtlasMarchView *self, const char *id)
{
  AtlasPageContext context = { .dataset = self->dataset, .lang = self->lang, .date = self->date };

  return atlas_page_name (&context, id);
}

static void
show_rows (AtlasMarchView *self, guint first)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint position;
      gboolean on_the_way = g_ptr_array_find (self->march, self->column->pdata[i], &position);

      gtk_widget_set_visible (self->rows->pdata[i], on_the_way && position >= first);
    }
}

static void
update (AtlasMarchView *self)
{
  guint first = gtk_drop_down_get_selected (self->from), last = self->march->len - 1;
  AtlasTimeSpan bounds = atlas_march_get_bounds (self->march, first, last);
  g_autofree char *pace_words = NULL;
  g_autofree char *length_words = NULL;
  g_autofree char *days_words = NULL;
  AtlasLegPace pace;
  gboolean known = atlas_march_measure (self->march, first, last, &pace);

  if (known)
    {
      pace_words = atlas_page_format_pace (&pace);
      length_words = atlas_page_format_length (&pace);
    }
  gtk_label_set_text (self->pace, known ? pace_words : _ ("How fast cannot be told."));
  gtk_label_set_text (self->length, known ? length_words : "");
  if (!atlas_time_span_is_empty (bounds) && bounds.begin != ATLAS_DAY_OPEN_PAST &&
      bounds.end != ATLAS_DAY_OPEN_FUTURE)
    days_words = atlas_date_format_span (bounds, self->lang);
  gtk_label_set_text (self->days, days_words != NULL ? days_words : "");
  show_rows (self, first);
}

/* The places at which the march to the chosen end can begin; @first is the leg to begin with. */
static void
fill_from (AtlasMarchView *self, AtlasLeg *first)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint position;

  g_clear_pointer (&self->march, g_ptr_array_unref);
  self->march = atlas_march_to (self->dataset,
                                self->column->pdata[gtk_drop_down_get_selected (self->to)],
                                self->person);
  for (guint i = 0; i < self->march->len; i++)
    gtk_string_list_append (names, get_name (self, atlas_leg_get_from (self->march->pdata[i])));
  if (!g_ptr_array_find (self->march, first, &position))
    position = 0;
  self->updating = TRUE;
  gtk_drop_down_set_model (self->from, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->from, position);
  self->updating = FALSE;
  update (self);
}

static void
from_chosen_cb (AtlasMarchView *self)
{
  if (!self->updating)
    update (self);
}

static void
to_chosen_cb (AtlasMarchView *self)
{
  if (!self->updating)
    fill_from (self, self->march->pdata[gtk_drop_down_get_selected (self->from)]);
}

/* The names of two places can be too long to stand beside each other: each has a row. */
static GtkDropDown *
add_choice (AtlasMarchView *self, GtkWidget *grid, int row, const char *words, GCallback chosen)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "dim");
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words,
                                  -1);
  g_signal_connect_object (choice, "notify::selected", chosen, self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), choice, 1, row, 1, 1);
  return GTK_DROP_DOWN (choice);
}

static void
add_choices (AtlasMarchView *self, GtkWidget *parent)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GtkStringList) ends = gtk_string_list_new (NULL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < self->column->len; i++)
    gtk_string_list_append (ends, get_name (self, atlas_leg_get_to (self->column->pdata[i])));
  self->updating = TRUE;
  self->from = add_choice (self, grid, 0, _ ("From"), G_CALLBACK (from_chosen_cb));
  self->to = add_choice (self, grid, 1, _ ("To"), G_CALLBACK (to_chosen_cb));
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (ends));
  self->updating = FALSE;
  gtk_box_append (GTK_BOX (parent), grid);
}

static GtkWidget *
create_row (AtlasMarchView *self, const AtlasPageContext *context, AtlasLeg *leg)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AtlasTimeSpan gap = atlas_leg_pace_find_gap (context->dataset, leg);
  g_autofree char *link =
    g_markup_printf_escaped ("<a href=\"%s\">%s – %s</a>",
                             atlas_record_get_id (ATLAS_RECORD (leg)),
                             atlas_page_name (context, atlas_leg_get_from (leg)),
                             atlas_page_name (context, atlas_leg_get_to (leg)));
  g_autofree char *days =
    atlas_date_format_edtf (atlas_record_get_edtf (ATLAS_RECORD (leg)), context->lang);
  g_autofree char *pace = atlas_page_format_leg (leg);

  if (!atlas_time_span_is_empty (gap) && leg != self->column->pdata[0])
    {
      g_autofree char *when = atlas_date_format_span (gap, context->lang);
      g_autofree char *words = g_strdup_printf (_ ("Nothing is recorded: %s"), when);

      gtk_box_append (GTK_BOX (row), atlas_page_label (words, "dim"));
    }
  gtk_box_append (GTK_BOX (row), atlas_page_markup (link, "linked"));
  gtk_box_append (GTK_BOX (row), atlas_page_label (days, "kind-line"));
  gtk_box_append (GTK_BOX (row),
                  atlas_page_label (pace != NULL ? pace : _ ("how fast cannot be told"),
                                    "kind-line"));
  return row;
}

static void
add_rows (AtlasMarchView *self, const AtlasPageContext *context, GtkWidget *parent)
{
  GtkWidget *expander = gtk_expander_new (_ ("Leg by leg"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < self->column->len; i++)
    {
      GtkWidget *row = create_row (self, context, self->column->pdata[i]);

      g_ptr_array_add (self->rows, row);
      gtk_box_append (GTK_BOX (box), row);
    }
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), self->column->len <= FEW_LEGS);
  gtk_box_append (GTK_BOX (parent), expander);
}

/* Who led the column, where the page is not his own. */
static void
add_commander (AtlasMarchView *self, const AtlasPageContext *context, GtkWidget *parent)
{
  const char *const *commanders = atlas_leg_get_commanders (self->column->pdata[0]);
  g_autofree char *link = NULL;

  if (self->person != NULL || commanders == NULL || commanders[0] == NULL)
    return;
  link = atlas_page_link (context, commanders[0]);
  gtk_box_append (GTK_BOX (parent), atlas_page_markup (link, "linked"));
}

static GtkLabel *
add_label (GtkWidget *parent, const char *css_class)
{
  GtkWidget *label = atlas_page_label ("", css_class);

  gtk_box_append (GTK_BOX (parent), label);
  return GTK_LABEL (label);
}

static void
atlas_march_view_dispose (GObject *object)
{
  AtlasMarchView *self = ATLAS_MARCH_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->column, g_ptr_array_unref);
  g_clear_pointer (&self->march, g_ptr_array_unref);
  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (atlas_march_view_parent_class)->dispose (object);
}

static void
atlas_march_view_class_init (AtlasMarchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_march_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "marchview");
}

static void
atlas_march_view_init (AtlasMarchView *self)
{
  self->rows = g_ptr_array_new ();
}

/* The leg with which the march to @last begins for the page of @record: a campaign's own first leg,
 * else the first of all. */
static AtlasLeg *
choose_first (AtlasMarchView *self, AtlasRecord *record, AtlasLeg *last)
{
  g_autoptr (GPtrArray) march = atlas_march_to (self->dataset, last, self->person);

  for (guint i = 0; i < march->len && ATLAS_IS_CAMPAIGN (record); i++)
    if (atlas_march_is_of_campaign (self->dataset, march->pdata[i], ATLAS_CAMPAIGN (record)))
      return march->pdata[i];
  return march->pdata[0];
}

/* The leg itself, or the last of a campaign, or the last of all. */
static AtlasLeg *
choose_last (AtlasMarchView *self, AtlasRecord *record)
{
  if (ATLAS_IS_LEG (record))
    return ATLAS_LEG (record);
  for (guint i = self->column->len; i-- > 0 && ATLAS_IS_CAMPAIGN (record);)
    if (atlas_march_is_of_campaign (self->dataset, self->column->pdata[i], ATLAS_CAMPAIGN (record)))
      return self->column->pdata[i];
  return self->column->pdata[self->column->len - 1];
}

GtkWidget *
atlas_march_view_new (const AtlasPageContext *context, AtlasRecord *record, GPtrArray *column)
{
  AtlasMarchView *self;
  GtkWidget *card;
  AtlasLeg *last;

  g_return_val_if_fail (context != NULL && column != NULL && column->len > 0, NULL);

  self = g_object_new (ATLAS_TYPE_MARCH_VIEW, NULL);
  self->column = g_ptr_array_ref (column);
  /* The legs and the person are the dataset's. */
  self->dataset = g_object_ref (context->dataset);
  self->person = ATLAS_IS_PERSON (record) ? ATLAS_PERSON (record) : NULL;
  self->lang = g_intern_string (context->lang);
  self->date = context->date;
  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "claims");
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  add_commander (self, context, card);
  add_choices (self, card);
  self->pace = add_label (card, "pace");
  self->length = add_label (card, "kind-line");
  self->days = add_label (card, "kind-line");
  add_rows (self, context, card);
  last = choose_last (self, record);
  atlas_march_view_set_stretch (self, choose_first (self, record, last), last);
  return GTK_WIDGET (self);
}

void
atlas_march_view_set_stretch (AtlasMarchView *self, AtlasLeg *first, AtlasLeg *last)
{
  guint position;

  g_return_if_fail (ATLAS_IS_MARCH_VIEW (self));
  g_return_if_fail (g_ptr_array_find (self->column, last, &position));

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->to, position);
  self->updating = FALSE;
  fill_from (self, first);
}

GtkWidget *
atlas_page_marches (const AtlasPageContext *context, AtlasRecord *record)
{
  g_autoptr (GPtrArray) columns = NULL;
  GtkWidget *box;

  g_return_val_if_fail (context != NULL && ATLAS_IS_RECORD (record), NULL);

  columns = atlas_march_find_columns (context->dataset, record);
  if (columns->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (box),
                  atlas_page_heading (ngettext ("The march as a whole",
                                                "Marches as a whole",
                                                columns->len),
                                      NULL));
  for (guint i = 0; i < MIN (columns->len, MOST_MARCHES); i++)
    gtk_box_append (GTK_BOX (box), atlas_march_view_new (context, record, columns->pdata[i]));
  return box;
}
