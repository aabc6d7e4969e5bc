/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-overlay-card.h"

#define MOST_HEIGHT 320
#define MOST_CHARS 36

/* Under which of these a file names its features. */
static const char *const names[] = { "name", "title", "label", "Name", "NAME" };

/* What stands in the file, as one line of text; NULL for nothing. (transfer full) (nullable) */
static char *
describe_value (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return g_strdup_printf ("%.10g", json_node_get_double (node));
  return json_to_string (node, FALSE);
}

static const char *
find_name (JsonObject *properties)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = json_object_get_string_member_with_default (properties, names[i], NULL);

      if (name != NULL && *name != '\0')
        return name;
    }
  return NULL;
}

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  /* A label that may be as narrow as its longest word asks for the height that it would then have.
   */
  if (g_utf8_strlen (text, -1) > MOST_CHARS)
    gtk_label_set_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* All but the name, which stands above. */
static GtkWidget *
create_grid (JsonObject *properties)
{
  GtkWidget *grid = gtk_grid_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  json_object_iter_init_ordered (&iter, properties);
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      g_autofree char *text = describe_value (value);

      if (text == NULL || g_strcmp0 (text, find_name (properties)) == 0)
        continue;
      gtk_grid_attach (GTK_GRID (grid), create_label (key, "dim-label"), 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), create_label (text, NULL), 1, row++, 1, 1);
    }
  return grid;
}

static GtkWidget *
create_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static GtkWidget *
create_content (AtlasOverlayIndex *index,
                goffset offset,
                AtlasTimeSpan span,
                const char *group,
                const char *lang)
{
  AtlasOverlay *overlay = atlas_overlay_index_get_overlay (index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) properties = atlas_overlay_read_properties (overlay, offset, &error);
  g_autofree char *when = atlas_date_format_span (span, lang);
  const char *title = properties != NULL ? find_name (properties) : NULL;

  if (title == NULL)
    title = *group != '\0' ? group : atlas_overlay_get_name (overlay);
  gtk_box_append (GTK_BOX (box), create_label (title, "heading"));
  if (span.begin != ATLAS_DAY_OPEN_PAST || span.end != ATLAS_DAY_OPEN_FUTURE)
    gtk_box_append (GTK_BOX (box), create_label (when, NULL));
  if (properties == NULL)
    gtk_box_append (GTK_BOX (box), create_label (error->message, "error"));
  else
    gtk_box_append (GTK_BOX (box), create_scroller (create_grid (properties)));
  gtk_box_append (GTK_BOX (box), create_label (atlas_overlay_get_name (overlay), "dim-label"));
  return box;
}

static gboolean
unparent_cb (gpointer card)
{
  gtk_widget_unparent (card);
  return G_SOURCE_REMOVE;
}

/* The card is still at work when it says that it closes. */
static void
closed_cb (GtkWidget *card)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (card), g_object_unref);
}

void
atlas_overlay_card_show (GtkWidget *parent,
                         AtlasOverlayIndex *index,
                         gboolean is_area,
                         guint item,
                         double x,
                         double y,
                         const char *lang)
{
  AtlasOverlay *overlay;
  const char *const *groups;
  const AtlasOverlayPoints *points;
  const AtlasOverlayAreas *areas;
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  GtkWidget *card;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (ATLAS_IS_OVERLAY_INDEX (index));

  overlay = atlas_overlay_index_get_overlay (index);
  groups = atlas_overlay_get_groups (overlay);
  points = atlas_overlay_get_points (overlay);
  areas = atlas_overlay_get_areas (overlay);
  card = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (card),
                         create_content (index,
                                         is_area ? areas->offsets[item] : points->offsets[item],
                                         is_area ? areas->spans[item] : points->spans[item],
                                         groups[is_area ? areas->groups[item]
                                                        : points->groups[item]],
                                         lang));
  gtk_widget_set_parent (card, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (card), &at);
  gtk_popover_set_position (GTK_POPOVER (card), GTK_POS_TOP);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the file says"),
                                  -1);
  g_signal_connect (card, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (card));
}
