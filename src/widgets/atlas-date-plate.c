/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-date-format.h"
#include "atlas-date-plate.h"
#include "atlas-date-words.h"

struct _AtlasDatePlate
{
  GtkWidget parent_instance;

  GtkLabel *year;
  GtkWidget *days;
  GtkLabel *day;
  GtkLabel *julian;
  GtkLabel *chinese;

  AtlasViewState *state;
  gboolean compact;
};

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasDatePlate, atlas_date_plate, GTK_TYPE_WIDGET)

/* Takes @text. */
static void
show_line (GtkLabel *label, char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

static void
update (AtlasDatePlate *self)
{
  AtlasDay date;
  const char *lang;
  g_autofree char *spoken = NULL, *year = NULL;
  int number;

  /* Moons are reckoned for the Chinese date: not for nobody. */
  if (self->state == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  date = atlas_view_state_get_date (self->state);
  lang = atlas_view_state_get_language (self->state);
  spoken = atlas_date_format_day (date, ATLAS_DATE_LONG, lang);
  atlas_day_to_gregorian (date, &number, NULL, NULL);
  year = g_strdup_printf ("%d", number);
  gtk_label_set_text (self->year, year);
  show_line (self->day, atlas_date_format_day (date, ATLAS_DATE_DAY_MONTH, lang));
  show_line (self->julian, self->compact ? NULL : atlas_date_words_julian (self->state));
  show_line (self->chinese, self->compact ? NULL : atlas_date_words_regnal (self->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
set_state (AtlasDatePlate *self, AtlasViewState *state)
{
  static const char *shown[] = {
    "notify::date", "notify::language", "notify::show-julian", "notify::show-regnal"
  };

  if (!g_set_object (&self->state, state) || state == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_object (state, shown[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::visible", G_CALLBACK (update), NULL);
  update (self);
}

static void
atlas_date_plate_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, ATLAS_DATE_PLATE (object)->state);
}

static void
atlas_date_plate_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_state (ATLAS_DATE_PLATE (object), g_value_get_object (value));
}

static void
atlas_date_plate_dispose (GObject *object)
{
  AtlasDatePlate *self = ATLAS_DATE_PLATE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_date_plate_parent_class)->dispose (object);
}

static void
atlas_date_plate_class_init (AtlasDatePlateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_date_plate_get_property;
  object_class->set_property = atlas_date_plate_set_property;
  object_class->dispose = atlas_date_plate_dispose;

  properties[PROP_STATE] = g_param_spec_object ("state",
                                                NULL,
                                                NULL,
                                                ATLAS_TYPE_VIEW_STATE,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "dateplate");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/date-plate.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasDatePlate, year);
  gtk_widget_class_bind_template_child (widget_class, AtlasDatePlate, days);
  gtk_widget_class_bind_template_child (widget_class, AtlasDatePlate, day);
  gtk_widget_class_bind_template_child (widget_class, AtlasDatePlate, julian);
  gtk_widget_class_bind_template_child (widget_class, AtlasDatePlate, chinese);
}

static void
atlas_date_plate_init (AtlasDatePlate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
atlas_date_plate_set_compact (AtlasDatePlate *self, gboolean compact)
{
  g_return_if_fail (ATLAS_IS_DATE_PLATE (self));

  compact = !!compact;
  if (compact == self->compact)
    return;
  self->compact = compact;
  if (self->state != NULL)
    update (self);
}
