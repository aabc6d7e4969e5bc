/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-event-words.h"
#include "atlas-search-row.h"
#include "atlas-swatch.h"

/* What of a text is shown before and after the match, in characters. */
#define BEFORE_MATCH 28
#define AFTER_MATCH 90
#define ICON_SIZE 16
#define PICTURE_WIDTH 24
/* Of dates and places on the right, in characters. */
#define SIDE_WIDTH 17

struct _AtlasSearchRow
{
  GtkListBoxRow parent_instance;

  AtlasRecord *record;
  gboolean has_date;
  AtlasTimeSpan date;
};

G_DEFINE_FINAL_TYPE (AtlasSearchRow, atlas_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
atlas_search_row_dispose (GObject *object)
{
  g_clear_object (&ATLAS_SEARCH_ROW (object)->record);
  G_OBJECT_CLASS (atlas_search_row_parent_class)->dispose (object);
}

static void
atlas_search_row_class_init (AtlasSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_search_row_dispose;
}

static void
atlas_search_row_init (AtlasSearchRow *self)
{
  /* The keyboard stays in the entry. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, const AtlasTextMark *mark)
{
  attribute->start_index = mark->begin;
  attribute->end_index = mark->end;
  pango_attr_list_insert (list, attribute);
}

static void
mark_label (const AtlasSearchRowContext *context, GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr (GArray) marks = atlas_text_index_mark (context->index, context->query, text);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  const GdkRGBA *color = context->accent;

  for (guint i = 0; i < marks->len; i++)
    {
      const AtlasTextMark *mark = &g_array_index (marks, AtlasTextMark, i);

      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), mark);
      add_attribute (list,
                     pango_attr_foreground_new ((guint16) (color->red * G_MAXUINT16),
                                                (guint16) (color->green * G_MAXUINT16),
                                                (guint16) (color->blue * G_MAXUINT16)),
                     mark);
      /* Dim lines dim by their alpha, which a match does not. */
      add_attribute (list, pango_attr_foreground_alpha_new (G_MAXUINT16), mark);
    }
  gtk_label_set_attributes (label, list);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A label that goes on in a second line where it must. */
static GtkWidget *
create_wrapping_label (const char *text, const char *css_class)
{
  GtkWidget *label = create_label (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  return label;
}

static GtkWidget *
create_picture (const AtlasTextHit *hit)
{
  static const char *const icons[ATLAS_N_KINDS] = {
    [ATLAS_KIND_PLACE] = "atlas-pin-symbolic",
    [ATLAS_KIND_PERSON] = "atlas-person-symbolic",
    [ATLAS_KIND_SOURCE] = "atlas-book-symbolic",
    [ATLAS_KIND_CAMPAIGN] = "atlas-march-symbolic",
  };
  const char *icon = icons[atlas_record_get_kind (hit->record)];
  GtkWidget *image;

  if (ATLAS_IS_EVENT (hit->record))
    return atlas_swatch_new_event (atlas_event_get_event_kind (ATLAS_EVENT (hit->record)),
                                   atlas_record_get_status (hit->record));
  if (ATLAS_IS_POLITY (hit->record))
    return atlas_swatch_new_family (atlas_polity_get_family (ATLAS_POLITY (hit->record)));
  image = gtk_image_new_from_icon_name (icon != NULL ? icon : "edit-find-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (image), ICON_SIZE);
  gtk_widget_add_css_class (image, "dim");
  return image;
}

static void
append_name (GString *line, const char *name)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", name);
}

/* Names in which a reader finds a place again, by language; romanised Chinese tells nothing new. */
static gboolean
is_shown_language (const char *lang, const char *reader)
{
  const char *other = g_str_equal (reader, "zh-Hans") ? "zh-Hant" : "zh-Hans";

  return !g_str_has_prefix (lang, "zh-Latn") && !g_str_equal (lang, other);
}

/* The other names, that which was found first. */
static char *
list_names (const AtlasSearchRowContext *context, const AtlasTextHit *hit, const char *title)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const AtlasName *names = atlas_record_get_names (hit->record, &n);

  g_hash_table_add (seen, (gpointer) title);
  if (hit->match != ATLAS_TEXT_MATCH_TEXT && hit->text != NULL &&
      g_hash_table_add (seen, (gpointer) hit->text))
    append_name (line, hit->text);
  for (guint i = 0; i < n; i++)
    if (is_shown_language (names[i].lang, context->lang) &&
        g_hash_table_add (seen, (gpointer) names[i].toponym))
      append_name (line, names[i].toponym);
  return g_string_free (line, FALSE);
}

/* The words about the match, with signs where the text goes on. */
static char *
cut_text (const AtlasSearchRowContext *context, const char *text)
{
  g_autoptr (GArray) marks = atlas_text_index_mark (context->index, context->query, text);
  glong at =
    marks->len > 0
      ? g_utf8_pointer_to_offset (text, text + g_array_index (marks, AtlasTextMark, 0).begin)
      : 0;
  glong length = g_utf8_strlen (text, -1);
  glong begin = at > BEFORE_MATCH ? at - BEFORE_MATCH : 0;
  glong end = MIN (at + AFTER_MATCH, length);
  const char *first = g_utf8_offset_to_pointer (text, begin);
  g_autofree char *piece = NULL;

  /* Not in the middle of a word, where there are spaces. */
  if (begin > 0)
    {
      const char *space = strchr (first, ' ');

      if (space != NULL && g_utf8_pointer_to_offset (text, space) < at)
        begin = g_utf8_pointer_to_offset (text, space) + 1;
    }
  piece = g_utf8_substring (text, begin, end);
  return g_strconcat (begin > 0 ? "…" : "", piece, end < length ? "…" : "", NULL);
}

/* "Ili Crisis › Boundary talks" */
static char *
describe_campaign (const AtlasSearchRowContext *context, const char *id)
{
  AtlasCampaign *campaign = atlas_dataset_lookup_campaign (context->dataset, id);
  AtlasCampaign *root;
  const char *name, *whole;

  if (campaign == NULL)
    return g_strdup ("");
  root = atlas_dataset_get_root_campaign (context->dataset, campaign);
  name = atlas_text_get (atlas_record_get_title (ATLAS_RECORD (campaign)), context->lang);
  whole = atlas_text_get (atlas_record_get_title (ATLAS_RECORD (root)), context->lang);
  return root == campaign ? g_strdup (name) : g_strdup_printf ("%s › %s", whole, name);
}

static char *
describe_event (const AtlasSearchRowContext *context, AtlasEvent *event)
{
  AtlasStatus status = atlas_record_get_status (ATLAS_RECORD (event));
  g_autofree char *campaign = describe_campaign (context, atlas_event_get_campaign (event));

  if (status != ATLAS_STATUS_UNCORROBORATED && status != ATLAS_STATUS_DISPUTED)
    return g_steal_pointer (&campaign);
  /* What must not be missed stands first, where it is not cut off. */
  return g_strdup_printf ("%s%s%s",
                          atlas_event_words_status (status),
                          *campaign ? " · " : "",
                          campaign);
}

/* A record's second line. */
static char *
describe_hit (const AtlasSearchRowContext *context, const AtlasTextHit *hit, const char *title)
{
  if (hit->match == ATLAS_TEXT_MATCH_TEXT && hit->text != NULL)
    return cut_text (context, hit->text);
  if (ATLAS_IS_EVENT (hit->record))
    return describe_event (context, ATLAS_EVENT (hit->record));
  if (ATLAS_IS_CAMPAIGN (hit->record))
    return describe_campaign (context, atlas_campaign_get_parent (ATLAS_CAMPAIGN (hit->record)));
  if (ATLAS_IS_SOURCE (hit->record))
    return g_strjoinv (", ", (char **) atlas_source_get_authors (ATLAS_SOURCE (hit->record)));
  return list_names (context, hit, title);
}

/* "46.75 N 82.98 E" */
static char *
describe_location (AtlasPlace *place)
{
  double lon, lat;

  if (!atlas_place_get_location (place, &lon, &lat))
    return g_strdup ("");
  /* Translators: a latitude and a longitude in degrees, as "46.75 N 82.98 E". */
  return g_strdup_printf (_ ("%.2f %s %.2f %s"),
                          fabs (lat),
                          lat < 0 ? C_ ("latitude", "S") : C_ ("latitude", "N"),
                          fabs (lon),
                          lon < 0 ? C_ ("longitude", "W") : C_ ("longitude", "E"));
}

/* How wide a text is in characters of the width of Latin ones. */
static int
count_columns (const char *text)
{
  int n = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return n;
}

/* Where or when it is. */
static char *
describe_side (const AtlasSearchRowContext *context, AtlasRecord *record)
{
  const char *edtf = atlas_record_get_edtf (record);
  const char *year;

  if (ATLAS_IS_PLACE (record))
    return describe_location (ATLAS_PLACE (record));
  if (ATLAS_IS_SOURCE (record))
    {
      year = atlas_source_get_year (ATLAS_SOURCE (record));
      return g_strdup (year != NULL ? year : "");
    }
  return edtf != NULL ? atlas_date_format_edtf (edtf, context->lang) : g_strdup ("");
}

/* Pictures of all sizes take the same room, so that the texts stand in line. */
static GtkWidget *
wrap_picture (GtkWidget *picture)
{
  GtkWidget *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (room, PICTURE_WIDTH, -1);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (picture, TRUE);
  gtk_box_append (GTK_BOX (room), picture);
  /* That it may expand in its room does not make the room expand. */
  gtk_widget_set_hexpand (room, FALSE);
  return room;
}

static void
fill_row (AtlasSearchRow *self,
          const AtlasSearchRowContext *context,
          GtkWidget *picture,
          const char *title,
          const char *line,
          const char *side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *first = create_wrapping_label (title, "search-title");
  g_autofree char *spoken = g_strjoin (", ", title, *side ? side : line, *side ? line : NULL, NULL);

  gtk_box_append (GTK_BOX (box), wrap_picture (picture));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), first);
  if (context != NULL)
    mark_label (context, GTK_LABEL (first));
  if (*line)
    {
      GtkWidget *second = create_label (line, "search-line");

      gtk_box_append (GTK_BOX (texts), second);
      if (context != NULL)
        mark_label (context, GTK_LABEL (second));
    }
  gtk_box_append (GTK_BOX (box), texts);
  if (*side)
    {
      GtkWidget *label = create_wrapping_label (side, "search-side");

      gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_label_set_width_chars (GTK_LABEL (label), MIN (count_columns (side), SIDE_WIDTH));
      gtk_label_set_max_width_chars (GTK_LABEL (label), SIDE_WIDTH);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

GtkWidget *
atlas_search_row_new_hit (const AtlasSearchRowContext *context, const AtlasTextHit *hit)
{
  AtlasSearchRow *self;
  const char *title;
  g_autofree char *line = NULL, *side = NULL;

  g_return_val_if_fail (context != NULL && hit != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_SEARCH_ROW, NULL);
  self->record = g_object_ref (hit->record);
  title = atlas_text_get (atlas_record_get_title (hit->record), context->lang);
  if (title == NULL)
    title = atlas_record_get_id (hit->record);
  line = describe_hit (context, hit, title);
  side = describe_side (context, hit->record);
  fill_row (self, context, create_picture (hit), title, line, side);
  return GTK_WIDGET (self);
}

GtkWidget *
atlas_search_row_new_date (const AtlasSearchRowContext *context,
                           AtlasTimeSpan date,
                           AtlasPlace *place)
{
  AtlasSearchRow *self;
  g_autofree char *days = NULL, *title = NULL, *other = NULL;

  g_return_val_if_fail (context != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_SEARCH_ROW, NULL);
  self->has_date = TRUE;
  self->date = date;
  self->record = place != NULL ? g_object_ref (ATLAS_RECORD (place)) : NULL;
  days = atlas_date_format_span (date, context->lang);
  if (place != NULL)
    /* Translators: a place and a date, as "Go to Tacheng, 1871". */
    title = g_strdup_printf (_ ("Go to %s, %s"),
                             atlas_text_get (atlas_record_get_title (ATLAS_RECORD (place)),
                                             context->lang),
                             days);
  else
    /* Translators: a date, as "Go to 4 July 1871". */
    title = g_strdup_printf (_ ("Go to %s"), days);
  if (date.begin == date.end)
    other = atlas_date_format_day (date.begin, ATLAS_DATE_CHINESE, context->lang);
  fill_row (self,
            NULL,
            gtk_image_new_from_icon_name ("atlas-calendar-symbolic"),
            title,
            other != NULL ? other : "",
            "");
  return GTK_WIDGET (self);
}

AtlasRecord *
atlas_search_row_get_record (AtlasSearchRow *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_ROW (self), NULL);

  return self->record;
}

gboolean
atlas_search_row_get_date (AtlasSearchRow *self, AtlasTimeSpan *date)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_ROW (self), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  *date = self->date;
  return self->has_date;
}
