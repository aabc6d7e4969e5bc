/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-chapter-words.h"
#include "atlas-date-format.h"
#include "atlas-event-words.h"
#include "atlas-page-blocks.h"
#include "atlas-page-language.h"
#include "atlas-swatch.h"
#include "atlas-tour-card.h"

/* The share of the window's height that the text may take before it scrolls: beside the map and
 * below it. */
#define BODY_SHARE 0.46
#define LOW_BODY_SHARE 0.12
/* Of the whole card, which what lies below it must leave alone. */
#define LEAST_SHARE 0.56
/* More than these would push the way on out of sight. */
#define MOST_HIGHLIGHTS 4

struct _AtlasTourCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *chapter;
  GtkLabel *count;
  GtkLabel *title;
  GtkScrolledWindow *scroller;
  GtkBox *body;
  GtkBox *head;
  GtkBox *foot;
  GtkWidget *way;
  GtkWidget *away;
  GtkWidget *next;
  GtkLabel *next_label;

  AtlasTour *tour;
  AtlasViewState *state; /* the tour's */
  AtlasPageNames *names; /* (nullable) of the atlas */
  gboolean low;
};

enum
{
  PROP_0,
  PROP_TOUR,
  PROP_LOW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasTourCard, atlas_tour_card, GTK_TYPE_WIDGET)

static void
record_clicked_cb (AtlasTourCard *self, GtkButton *button)
{
  atlas_view_state_set_selection (self->state, g_object_get_data (G_OBJECT (button), "record"));
}

/* A button that opens the page of a record. */
static GtkWidget *
create_record_button (AtlasTourCard *self, const char *id, const char *css_class)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, css_class);
  g_object_set_data (G_OBJECT (button), "record", (gpointer) id);
  g_signal_connect_object (button,
                           "clicked",
                           G_CALLBACK (record_clicked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return button;
}

static gboolean
activate_link_cb (AtlasTourCard *self, const char *id)
{
  atlas_view_state_set_selection (self->state, id);
  return TRUE;
}

static GtkWidget *
add_linked (AtlasTourCard *self, const char *markup, const char *css_class)
{
  GtkWidget *label = atlas_page_markup (markup, css_class);

  g_signal_connect_object (label,
                           "activate-link",
                           G_CALLBACK (activate_link_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->body, label);
  return label;
}

/* The text, followed by the numbers of its sources. */
static void
add_text (AtlasTourCard *self, AtlasPageContext *context, const AtlasChapterStep *step)
{
  const char *found = NULL;
  g_autofree char *text = atlas_page_linked_text (context, step->text, &found);
  g_autoptr (GString) markup = g_string_new (text);
  GtkWidget *label;

  for (guint i = 0; i < step->n_citations; i++)
    {
      guint before = context->sources->len;
      g_autofree char *number = atlas_page_cite (context, &step->citations[i]);

      /* Two sections of a source have one number. */
      if (context->sources->len > before)
        g_string_append_printf (markup, "\u202f%s", number);
    }
  atlas_page_language_append (markup, found, context->lang);
  label = add_linked (self, markup->str, "story");
  if (found != NULL && g_str_has_prefix (found, "zh"))
    gtk_widget_add_css_class (label, "cjk");
}

/* The sources by their numbers, each a link to its page. */
static void
add_sources (AtlasTourCard *self, const AtlasPageContext *context)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < context->sources->len; i++)
    {
      g_autofree char *link = atlas_page_link (context, g_ptr_array_index (context->sources, i));

      g_string_append_printf (markup, "%s%u\u2002%s", i > 0 ? " · " : "", i + 1, link);
    }
  add_linked (self, markup->str, "kind-line");
}

static GtkWidget *
create_sign (AtlasRecord *record)
{
  if (ATLAS_IS_EVENT (record))
    return atlas_swatch_new_event (atlas_event_get_event_kind (ATLAS_EVENT (record)),
                                   atlas_record_get_status (record));
  if (ATLAS_IS_LEG (record))
    return atlas_swatch_new (ATLAS_SWATCH_ROUTE);
  return gtk_image_new_from_icon_name (ATLAS_IS_PERSON (record) ? "atlas-person-symbolic"
                                                                : "atlas-pin-symbolic");
}

static GtkWidget *
create_highlight (AtlasTourCard *self, const AtlasPageContext *context, AtlasRecord *record)
{
  const char *id = atlas_record_get_id (record);
  const char *edtf = atlas_record_get_edtf (record);
  GtkWidget *button = create_record_button (self, id, "tour-highlight");
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (atlas_page_name (context, id));

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), create_sign (record));
  gtk_box_append (GTK_BOX (row), label);
  if (edtf != NULL && (ATLAS_IS_EVENT (record) || ATLAS_IS_LEG (record)))
    {
      g_autofree char *date = atlas_date_format_edtf (edtf, context->lang);
      g_autofree char *tip = g_strdup_printf ("%s\n%s", atlas_page_name (context, id), date);

      gtk_widget_set_tooltip_text (button, tip);
    }
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* What stands out on the map, in words: each leads to its page. A border of many stretches says
 * nothing here that the map does not. */
static void
add_highlights (AtlasTourCard *self, const AtlasPageContext *context, const AtlasChapterStep *step)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint n = 0;

  for (guint i = 0; step->highlights[i] != NULL && n < MOST_HIGHLIGHTS; i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (context->dataset, step->highlights[i]);

      if (ATLAS_IS_SEGMENT (record))
        continue;
      gtk_box_append (GTK_BOX (rows), create_highlight (self, context, record));
      n++;
    }
  gtk_box_append (self->body, rows);
}

/* What one account tells and others contradict is said to be so before it is read. */
static void
add_doubt (AtlasTourCard *self, const AtlasPageContext *context, const AtlasChapterStep *step)
{
  GtkWidget *label;

  for (guint i = 0; step->highlights[i] != NULL; i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (context->dataset, step->highlights[i]);

      if (atlas_record_get_status (record) != ATLAS_STATUS_UNCORROBORATED)
        continue;
      label = atlas_page_label (atlas_event_words_status (ATLAS_STATUS_UNCORROBORATED), "notice");
      gtk_widget_add_css_class (label, "doubt");
      gtk_widget_add_css_class (label, "tour-away");
      gtk_box_append (self->body, label);
      return;
    }
}

static void
update_next (AtlasTourCard *self, const AtlasChapter *chapter, const char *lang)
{
  gboolean last = atlas_view_state_get_chapter_step (self->state) + 1 == chapter->n_steps;
  int following = atlas_tour_get_next_chapter (self->tour);
  guint n;
  g_autofree char *name = NULL;

  if (!last)
    {
      gtk_label_set_text (self->next_label, _ ("Next"));
      return;
    }
  if (following < 0)
    {
      gtk_label_set_text (self->next_label, _ ("The Tours End Here"));
      return;
    }
  name = atlas_chapter_words_name (&atlas_dataset_get_chapters (atlas_tour_get_dataset (self->tour),
                                                                &n)[following],
                                   (guint) following,
                                   lang);
  gtk_label_set_text (self->next_label, name);
}

/* For those who do not see the card: which step it is and what it says. */
static void
announce (AtlasTourCard *self, const AtlasChapterStep *step, const char *count, const char *lang)
{
  g_autofree char *words = g_strdup_printf ("%s. %s. %s",
                                            count,
                                            atlas_text_get (step->title, lang),
                                            atlas_text_get (step->text, lang));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The buttons take a line of their own below the text; where height is dear, they stand in the
 * first one. */
static void
place_way (AtlasTourCard *self)
{
  g_autoptr (GtkWidget) way = g_object_ref (self->way);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->head));

  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (way)), way);
  gtk_widget_set_hexpand (way, !self->low);
  if (self->low)
    gtk_box_insert_child_after (self->head, way, gtk_widget_get_prev_sibling (last));
  else
    gtk_box_append (self->foot, way);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), !self->low);
}

static void
fill_body (AtlasTourCard *self, const AtlasChapterStep *step, const char *lang)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  AtlasPageContext context = {
    .dataset = atlas_tour_get_dataset (self->tour),
    .lang = lang,
    .date = step->date,
    .names = self->names,
    .sources = sources,
  };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_box_remove (self->body, child);
  /* Where there is room for two lines, they are the text's, which says it too. */
  if (!self->low)
    add_doubt (self, &context, step);
  add_text (self, &context, step);
  if (self->low)
    add_doubt (self, &context, step);
  else
    add_highlights (self, &context, step);
  add_sources (self, &context);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}

static void
update (AtlasTourCard *self)
{
  const char *lang = atlas_view_state_get_language (self->state);
  const AtlasChapterStep *step = atlas_tour_get_step (self->tour);
  const AtlasChapter *chapter = atlas_tour_get_chapter (self->tour);
  g_autofree char *name = NULL, *count = NULL;

  gtk_widget_set_visible (self->box, step != NULL);
  if (step == NULL)
    return;
  name = atlas_chapter_words_name (chapter, (guint) atlas_tour_get_number (self->tour), lang);
  /* Translators: the number of the step of a guided tour, and how many there are. */
  count = g_strdup_printf (_ ("%u of %u"),
                           atlas_view_state_get_chapter_step (self->state) + 1,
                           chapter->n_steps);
  gtk_label_set_text (self->chapter, name);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->title, atlas_text_get (step->title, lang));
  fill_body (self, step, lang);
  update_next (self, chapter, lang);
  announce (self, step, count, lang);
}

static void
dataset_changed_cb (AtlasTourCard *self)
{
  AtlasDataset *dataset = atlas_tour_get_dataset (self->tour);

  g_clear_pointer (&self->names, atlas_page_names_free);
  if (dataset != NULL)
    self->names = atlas_page_names_new (dataset);
}

static void
away_changed_cb (AtlasTourCard *self)
{
  gtk_widget_set_visible (self->away, atlas_tour_is_away (self->tour));
}

static gboolean
atlas_tour_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATLAS_TOUR_CARD (widget)->next);
}

static GtkSizeRequestMode
atlas_tour_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A share of the window's height, pixels. */
static int
get_share (AtlasTourCard *self, double share)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? (int) (gtk_widget_get_height (GTK_WIDGET (root)) * share) : 0;
}

/* How high the text is at the card's width, or as high as it may be. */
static int
measure_body (AtlasTourCard *self, int width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->body),
                      GTK_ORIENTATION_VERTICAL,
                      width,
                      NULL,
                      &height,
                      NULL,
                      NULL);
  return MIN (height, get_share (self, self->low ? LOW_BODY_SHARE : BODY_SHARE));
}

/* A scrolled window does not know how high its text is at a width; the card asks the text itself.
 */
static void
atlas_tour_card_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AtlasTourCard *self = ATLAS_TOUR_CARD (widget);
  GtkBorder padding;
  int width, shown;

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0 || *natural == 0)
    return;
  gtk_style_context_get_padding (gtk_widget_get_style_context (self->box), &padding);
  width = for_size - padding.left - padding.right;
  gtk_widget_measure (GTK_WIDGET (self->scroller),
                      GTK_ORIENTATION_VERTICAL,
                      width,
                      &shown,
                      NULL,
                      NULL,
                      NULL);
  *natural = *minimum + MAX (measure_body (self, width) - shown, 0);
  *minimum = MAX (*minimum, MIN (*natural, get_share (self, LEAST_SHARE)));
}

static void
atlas_tour_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ATLAS_TOUR_CARD (widget)->box, width, height, baseline, NULL);
}

static void
atlas_tour_card_constructed (GObject *object)
{
  AtlasTourCard *self = ATLAS_TOUR_CARD (object);

  G_OBJECT_CLASS (atlas_tour_card_parent_class)->constructed (object);
  self->state = atlas_tour_get_state (self->tour);
  g_signal_connect_object (self->tour,
                           "notify::dataset",
                           G_CALLBACK (dataset_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tour, "stepped", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tour,
                           "notify::away",
                           G_CALLBACK (away_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state,
                           "notify::language",
                           G_CALLBACK (update),
                           self,
                           G_CONNECT_SWAPPED);
  dataset_changed_cb (self);
  update (self);
  away_changed_cb (self);
}

static void
atlas_tour_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasTourCard *self = ATLAS_TOUR_CARD (object);

  if (id == PROP_LOW)
    g_value_set_boolean (value, self->low);
  else
    g_value_set_object (value, self->tour);
}

static void
atlas_tour_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasTourCard *self = ATLAS_TOUR_CARD (object);

  if (id == PROP_LOW)
    atlas_tour_card_set_low (self, g_value_get_boolean (value));
  else
    self->tour = g_value_dup_object (value);
}

static void
atlas_tour_card_dispose (GObject *object)
{
  AtlasTourCard *self = ATLAS_TOUR_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->names, atlas_page_names_free);
  g_clear_object (&self->tour);

  G_OBJECT_CLASS (atlas_tour_card_parent_class)->dispose (object);
}

static void
atlas_tour_card_class_init (AtlasTourCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_tour_card_constructed;
  object_class->get_property = atlas_tour_card_get_property;
  object_class->set_property = atlas_tour_card_set_property;
  object_class->dispose = atlas_tour_card_dispose;
  widget_class->grab_focus = atlas_tour_card_grab_focus;
  widget_class->get_request_mode = atlas_tour_card_get_request_mode;
  widget_class->measure = atlas_tour_card_measure;
  widget_class->size_allocate = atlas_tour_card_size_allocate;

  properties[PROP_TOUR] =
    g_param_spec_object ("tour", NULL, NULL, ATLAS_TYPE_TOUR, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_LOW] = g_param_spec_boolean ("low", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "tourcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/iliatlas/IliAtlas/ui/tour-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, chapter);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, body);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, head);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, foot);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, way);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, away);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, next);
  gtk_widget_class_bind_template_child (widget_class, AtlasTourCard, next_label);
}

static void
atlas_tour_card_init (AtlasTourCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "tour-card");
}

GtkWidget *
atlas_tour_card_new (AtlasTour *tour)
{
  g_return_val_if_fail (ATLAS_IS_TOUR (tour), NULL);

  return g_object_new (ATLAS_TYPE_TOUR_CARD, "tour", tour, NULL);
}

gboolean
atlas_tour_card_get_low (AtlasTourCard *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_CARD (self), FALSE);

  return self->low;
}

void
atlas_tour_card_set_low (AtlasTourCard *self, gboolean low)
{
  g_return_if_fail (ATLAS_IS_TOUR_CARD (self));

  if (self->low == low)
    return;
  self->low = low;
  place_way (self);
  if (low)
    gtk_widget_add_css_class (self->box, "low");
  else
    gtk_widget_remove_css_class (self->box, "low");
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOW]);
}
