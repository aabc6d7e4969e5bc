/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-date-format.h"
#include "atlas-number-format.h"
#include "atlas-overlay-painter.h"
#include "atlas-overlay-rows.h"

/* As many groups are named as there are colours. */
#define MOST_GROUPS 12

struct _AtlasOverlayRows
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *rows;
  AtlasOverlayList *overlays;
  AtlasViewState *state;
};

G_DEFINE_FINAL_TYPE (AtlasOverlayRows, atlas_overlay_rows, GTK_TYPE_WIDGET)

/* "1,234 points, 5 areas, 1717 to 1949". */
static char *
describe (AtlasOverlay *overlay, const char *lang)
{
  guint n_points = atlas_overlay_get_points (overlay)->n,
        n_areas = atlas_overlay_get_areas (overlay)->n;
  AtlasTimeSpan range = atlas_overlay_get_range (overlay);
  g_autofree char *points = atlas_number_format_whole (n_points, lang);
  g_autofree char *areas = atlas_number_format_whole (n_areas, lang);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: %s is a number; places of the user's own file on the map. */
  if (n_points > 0)
    g_string_append_printf (text, ngettext ("%s point", "%s points", n_points), points);
  if (n_points > 0 && n_areas > 0)
    g_string_append (text, " · ");
  if (n_areas > 0)
    g_string_append_printf (text, ngettext ("%s area", "%s areas", n_areas), areas);
  if (!atlas_time_span_is_empty (range))
    {
      int first, last;

      atlas_day_to_gregorian (range.begin, &first, NULL, NULL);
      atlas_day_to_gregorian (range.end, &last, NULL, NULL);
      g_string_append_printf (text, " · %d–%d", first, last);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A dot in the colour of each group before its name, as markup; NULL where there is but one, or no
 * point that could have a colour. (transfer full) (nullable) */
static char *
describe_groups (AtlasOverlay *overlay, AtlasMapStyle map_style)
{
  const AtlasOverlayStyle *style = atlas_overlay_style_get (map_style);
  const char *const *groups = atlas_overlay_get_groups (overlay);
  guint n = g_strv_length ((char **) groups);
  g_autoptr (GString) markup = g_string_new (NULL);

  if (n < 2 || atlas_overlay_get_points (overlay)->n == 0)
    return NULL;
  for (guint i = 0; i < MIN (n, MOST_GROUPS); i++)
    {
      AtlasColor color = style->colors[i % style->n_colors];
      g_autofree char *name = g_markup_escape_text (groups[i], -1);

      g_string_append_printf (markup,
                              "%s<span foreground=\"#%02lx%02lx%02lx\">●</span> %s",
                              i > 0 ? "  " : "",
                              lround (color.r * 255.0),
                              lround (color.g * 255.0),
                              lround (color.b * 255.0),
                              name);
    }
  if (n > MOST_GROUPS)
    g_string_append (markup, "  …");
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static GtkWidget *
create_words (AtlasOverlay *overlay, AtlasViewState *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (atlas_overlay_get_name (overlay));
  g_autofree char *text = describe (overlay, atlas_view_state_get_language (state));
  g_autofree char *markup = describe_groups (overlay, atlas_view_state_get_style (state));
  GtkWidget *details = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (details), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (details), TRUE);
  gtk_widget_add_css_class (details, "dim-label");
  gtk_widget_add_css_class (details, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), details);
  if (markup != NULL)
    {
      GtkWidget *groups = gtk_label_new (NULL);

      gtk_label_set_markup (GTK_LABEL (groups), markup);
      gtk_label_set_xalign (GTK_LABEL (groups), 0.0f);
      gtk_label_set_wrap (GTK_LABEL (groups), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (groups), 30);
      gtk_widget_add_css_class (groups, "caption");
      gtk_box_append (GTK_BOX (box), groups);
    }
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
toggled_cb (GtkCheckButton *button, AtlasOverlayIndex *overlay)
{
  AtlasOverlayRows *self =
    ATLAS_OVERLAY_ROWS (gtk_widget_get_ancestor (GTK_WIDGET (button), ATLAS_TYPE_OVERLAY_ROWS));

  atlas_overlay_list_set_shown (self->overlays, overlay, gtk_check_button_get_active (button));
}

static void
removed_cb (GtkButton *button, AtlasOverlayIndex *overlay)
{
  AtlasOverlayRows *self =
    ATLAS_OVERLAY_ROWS (gtk_widget_get_ancestor (GTK_WIDGET (button), ATLAS_TYPE_OVERLAY_ROWS));

  atlas_overlay_list_remove (self->overlays, overlay);
}

static GtkWidget *
create_row (AtlasOverlayRows *self, AtlasOverlayIndex *index)
{
  AtlasOverlay *overlay = atlas_overlay_index_get_overlay (index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *shown = gtk_check_button_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_check_button_set_child (GTK_CHECK_BUTTON (shown), create_words (overlay, self->state));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (shown),
                               atlas_overlay_list_is_shown (self->overlays, index));
  gtk_accessible_update_property (GTK_ACCESSIBLE (shown),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  atlas_overlay_get_name (overlay),
                                  -1);
  gtk_widget_set_hexpand (shown, TRUE);
  gtk_widget_set_tooltip_text (remove, _ ("Take this file off the map"));
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (shown, "toggled", G_CALLBACK (toggled_cb), index, 0);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (removed_cb), index, 0);
  gtk_box_append (GTK_BOX (row), shown);
  gtk_box_append (GTK_BOX (row), remove);
  return row;
}

static void
update_rows (AtlasOverlayRows *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->overlays));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasOverlayIndex) index =
        g_list_model_get_item (G_LIST_MODEL (self->overlays), i);

      gtk_box_append (GTK_BOX (self->rows), create_row (self, index));
    }
}

static void
atlas_overlay_rows_dispose (GObject *object)
{
  AtlasOverlayRows *self = ATLAS_OVERLAY_ROWS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->overlays);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_overlay_rows_parent_class)->dispose (object);
}

static void
atlas_overlay_rows_class_init (AtlasOverlayRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_overlay_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_overlay_rows_init (AtlasOverlayRows *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Your own files"));
  GtkWidget *open = gtk_button_new_with_label (_ ("Open GeoJSON File…"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_halign (open, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open-overlay");
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), open);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
atlas_overlay_rows_new (void)
{
  return g_object_new (ATLAS_TYPE_OVERLAY_ROWS, NULL);
}

void
atlas_overlay_rows_set_overlays (AtlasOverlayRows *self,
                                 AtlasOverlayList *overlays,
                                 AtlasViewState *state)
{
  g_return_if_fail (ATLAS_IS_OVERLAY_ROWS (self));
  g_return_if_fail (ATLAS_IS_OVERLAY_LIST (overlays));
  g_return_if_fail (self->overlays == NULL);

  self->overlays = g_object_ref (overlays);
  self->state = g_object_ref (state);
  g_signal_connect_object (overlays,
                           "items-changed",
                           G_CALLBACK (update_rows),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state,
                           "notify::style",
                           G_CALLBACK (update_rows),
                           self,
                           G_CONNECT_SWAPPED);
  update_rows (self);
}
