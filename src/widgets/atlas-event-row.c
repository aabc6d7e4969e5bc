/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-event-row.h"
#include "atlas-page-blocks.h"
#include "atlas-swatch.h"

/* Pixels between the sign and the words, and of a row at the least. */
#define SPACING 12
#define LEAST_WIDTH 120

struct _AtlasEventRow
{
  GtkWidget parent_instance;

  GtkWidget *swatch;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (AtlasEventRow, atlas_event_row, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
atlas_event_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How far the words are from the edge: a heading has no sign before it. */
static int
measure_indent (AtlasEventRow *self)
{
  int width;

  if (!gtk_widget_get_visible (self->swatch))
    return 0;
  gtk_widget_measure (self->swatch, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width + SPACING;
}

static void
atlas_event_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AtlasEventRow *self = ATLAS_EVENT_ROW (widget);
  int indent, swatch = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = ATLAS_EVENT_ROW_WIDTH;
      return;
    }
  indent = measure_indent (self);
  if (indent > 0)
    gtk_widget_measure (self->swatch, GTK_ORIENTATION_VERTICAL, -1, NULL, &swatch, NULL, NULL);
  gtk_widget_measure (self->texts,
                      GTK_ORIENTATION_VERTICAL,
                      MAX ((for_size < 0 ? ATLAS_EVENT_ROW_WIDTH : for_size) - indent, 1),
                      minimum,
                      natural,
                      NULL,
                      NULL);
  *minimum = *natural = MAX (*natural, swatch);
}

static void
atlas_event_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasEventRow *self = ATLAS_EVENT_ROW (widget);
  int indent = measure_indent (self), swatch = MAX (indent - SPACING, 0);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (indent > 0)
    gtk_widget_size_allocate (self->swatch,
                              &(GtkAllocation){ mirrored ? width - swatch : 0, 0, swatch, height },
                              -1);
  gtk_widget_size_allocate (self->texts,
                            &(GtkAllocation){
                              mirrored ? 0 : indent, 0, MAX (width - indent, 1), height },
                            -1);
}

static void
atlas_event_row_dispose (GObject *object)
{
  AtlasEventRow *self = ATLAS_EVENT_ROW (object);

  g_clear_pointer (&self->swatch, gtk_widget_unparent);
  g_clear_pointer (&self->texts, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_event_row_parent_class)->dispose (object);
}

static void
atlas_event_row_class_init (AtlasEventRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_event_row_dispose;
  widget_class->get_request_mode = atlas_event_row_get_request_mode;
  widget_class->measure = atlas_event_row_measure;
  widget_class->size_allocate = atlas_event_row_size_allocate;
}

static void
atlas_event_row_init (AtlasEventRow *self)
{
  self->swatch = atlas_swatch_new (ATLAS_SWATCH_FORCE);
  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->title = atlas_page_label (NULL, "event-title");
  self->line = atlas_page_label (NULL, "kind-line");
  gtk_widget_set_valign (self->swatch, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->texts), self->title);
  gtk_box_append (GTK_BOX (self->texts), self->line);
  gtk_widget_set_parent (self->swatch, GTK_WIDGET (self));
  gtk_widget_set_parent (self->texts, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "event-row");
}

GtkWidget *
atlas_event_row_new (void)
{
  return g_object_new (ATLAS_TYPE_EVENT_ROW, NULL);
}

char *
atlas_event_row_describe (AtlasEvent *event, AtlasDataset *dataset, const char *lang, AtlasDay date)
{
  AtlasRecord *place = atlas_dataset_lookup (dataset, atlas_event_get_site (event));
  const char *edtf = atlas_record_get_edtf (ATLAS_RECORD (event));
  g_autofree char *when =
    edtf != NULL ? atlas_date_format_edtf (edtf, lang) : g_strdup (_ ("date not known"));

  if (place == NULL)
    return g_steal_pointer (&when);
  return g_strdup_printf ("%s · %s", when, atlas_record_get_name_on (place, lang, date));
}

void
atlas_event_row_set_record (AtlasEventRow *self,
                            AtlasRecord *record,
                            AtlasDataset *dataset,
                            const char *lang,
                            AtlasDay date)
{
  AtlasEvent *event = ATLAS_IS_EVENT (record) ? ATLAS_EVENT (record) : NULL;
  const char *name = event != NULL ? atlas_text_get (atlas_record_get_title (record), lang)
                                   : atlas_record_get_name_on (record, lang, date);
  g_autofree char *line =
    event != NULL ? atlas_event_row_describe (event, dataset, lang, date) : NULL;
  g_autofree char *spoken = line != NULL ? g_strdup_printf ("%s, %s", name, line) : g_strdup (name);

  g_return_if_fail (ATLAS_IS_EVENT_ROW (self));

  gtk_widget_set_visible (self->swatch, event != NULL);
  gtk_widget_set_visible (self->line, event != NULL);
  if (event != NULL)
    {
      atlas_swatch_set_event (ATLAS_SWATCH (self->swatch),
                              atlas_event_get_event_kind (event),
                              atlas_record_get_status (record));
      gtk_label_set_text (GTK_LABEL (self->line), line);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "group-heading");
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "group-heading");
  gtk_label_set_text (GTK_LABEL (self->title), name);

  /* The row's own widget is made by the list and has no name unless it is given one. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken,
                                    -1);
}
