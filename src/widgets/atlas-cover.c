/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-chapter-words.h"
#include "atlas-cover.h"
#include "atlas-event-words.h"
#include "atlas-swatch.h"

struct _AtlasCover
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkLabel *heading;
  GtkBox *chapters;
  GtkWidget *begin;
  GtkWidget *leave;
  GtkLabel *counts;

  AtlasViewState *state;
  AtlasDataset *dataset;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_DATASET,
  N_PROPERTIES,
};

enum
{
  CHAPTER_CHOSEN,
  LEFT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasCover, atlas_cover, GTK_TYPE_WIDGET)

static void
chapter_clicked_cb (AtlasCover *self, GtkButton *button)
{
  g_signal_emit (self,
                 signals[CHAPTER_CHOSEN],
                 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number")));
}

static void
begin_clicked_cb (AtlasCover *self)
{
  g_signal_emit (self, signals[CHAPTER_CHOSEN], 0, 0);
}

static void
leave_clicked_cb (AtlasCover *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
attach_text (GtkGrid *grid, const char *text, const char *css_class, int row)
{
  GtkWidget *label = create_label (text, css_class);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_yalign (GTK_LABEL (label), row == 0 ? 1.0f : 0.0f);
  gtk_grid_attach (grid, label, 1, row, 1, 1);
}

static char *
format_years (AtlasTimeSpan when)
{
  int first, last;

  atlas_day_to_gregorian (when.begin, &first, NULL, NULL);
  atlas_day_to_gregorian (when.end, &last, NULL, NULL);
  return g_strdup_printf ("%d – %d", first, last);
}

static GtkWidget *
create_card (AtlasCover *self, const AtlasChapter *chapter, guint number)
{
  const char *lang = atlas_view_state_get_language (self->state);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_grid_new ();
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label;
  GtkWidget *numeral = gtk_label_new (atlas_chapter_words_numeral (number));
  g_autofree char *years = format_years (chapter->when);
  GtkWidget *swatch = atlas_swatch_new_event (atlas_event_words_parse_kind (chapter->event_kind),
                                              ATLAS_STATUS_ATTESTED);

  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "chapter");
  gtk_widget_add_css_class (numeral, "chapter-numeral");
  /* A grid, for the reason given in the template. */
  gtk_grid_set_column_spacing (GTK_GRID (row), 12);
  gtk_grid_set_row_spacing (GTK_GRID (row), 4);
  gtk_grid_attach (GTK_GRID (row), numeral, 0, 0, 1, 2);
  attach_text (GTK_GRID (row), atlas_text_get (chapter->title, lang), "chapter-title", 0);
  attach_text (GTK_GRID (row), atlas_text_get (chapter->subtitle, lang), "chapter-subtitle", 1);
  gtk_grid_attach (GTK_GRID (row), side, 2, 0, 1, 2);
  label = create_label (years, "chapter-years");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (side), label);
  gtk_widget_set_halign (swatch, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (side), swatch);
  gtk_button_set_child (GTK_BUTTON (button), row);

  g_object_set_data (G_OBJECT (button), "number", GUINT_TO_POINTER (number));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  atlas_text_get (chapter->title, lang),
                                  -1);
  g_signal_connect_object (button,
                           "clicked",
                           G_CALLBACK (chapter_clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
update (AtlasCover *self)
{
  const AtlasChapter *chapters;
  GtkWidget *child;
  guint n, events, places;
  g_autofree char *heading = NULL, *event_count = NULL, *place_count = NULL, *counts = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chapters))) != NULL)
    gtk_box_remove (self->chapters, child);
  if (self->dataset == NULL)
    return;

  chapters = atlas_dataset_get_chapters (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->chapters, create_card (self, &chapters[i], i));
  gtk_widget_set_visible (self->begin, n > 0);

  events = atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_EVENT);
  places = atlas_dataset_get_n_records (self->dataset, ATLAS_KIND_PLACE);
  heading = n == 5 ? g_strdup (_ ("Five chapters"))
                   : g_strdup_printf (ngettext ("%u chapter", "%u chapters", n), n);
  event_count = g_strdup_printf (ngettext ("%u event", "%u events", events), events);
  place_count = g_strdup_printf (ngettext ("%u place", "%u places", places), places);
  counts = g_strdup_printf ("%s · %s", event_count, place_count);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->counts, counts);
}

static void
atlas_cover_constructed (GObject *object)
{
  AtlasCover *self = ATLAS_COVER (object);

  G_OBJECT_CLASS (atlas_cover_parent_class)->constructed (object);
  g_signal_connect_object (self->state,
                           "notify::language",
                           G_CALLBACK (update),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
atlas_cover_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasCover *self = ATLAS_COVER (object);

  g_value_set_object (value, id == PROP_STATE ? (gpointer) self->state : (gpointer) self->dataset);
}

static void
atlas_cover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasCover *self = ATLAS_COVER (object);

  if (id == PROP_STATE)
    self->state = g_value_dup_object (value);
  else
    atlas_cover_set_dataset (self, g_value_get_object (value));
}

static void
atlas_cover_dispose (GObject *object)
{
  AtlasCover *self = ATLAS_COVER (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->state);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_cover_parent_class)->dispose (object);
}

static void
atlas_cover_class_init (AtlasCoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_cover_constructed;
  object_class->get_property = atlas_cover_get_property;
  object_class->set_property = atlas_cover_set_property;
  object_class->dispose = atlas_cover_dispose;

  properties[PROP_STATE] = g_param_spec_object ("state",
                                                NULL,
                                                NULL,
                                                ATLAS_TYPE_VIEW_STATE,
                                                flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL, ATLAS_TYPE_DATASET, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHAPTER_CHOSEN] = g_signal_new ("chapter-chosen",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_UINT);
  signals[LEFT] = g_signal_new ("left",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/cover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasCover, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasCover, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlasCover, chapters);
  gtk_widget_class_bind_template_child (widget_class, AtlasCover, begin);
  gtk_widget_class_bind_template_child (widget_class, AtlasCover, leave);
  gtk_widget_class_bind_template_child (widget_class, AtlasCover, counts);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_cover_init (AtlasCover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->begin,
                           "clicked",
                           G_CALLBACK (begin_clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leave,
                           "clicked",
                           G_CALLBACK (leave_clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
atlas_cover_set_dataset (AtlasCover *self, AtlasDataset *dataset)
{
  g_return_if_fail (ATLAS_IS_COVER (self));

  if (!g_set_object (&self->dataset, dataset))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATASET]);
}
