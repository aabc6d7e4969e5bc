/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-layers-menu.h"
#include "atlas-overlay-rows.h"
#include "atlas-swatch.h"

/* Higher than this it scrolls, pixels: what a window of 1024 by 768 has room for. */
#define MOST_HEIGHT 620

struct _AtlasLayersMenu
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  AtlasBaseMenu *base_menu;
  GtkWidget *viewpoints;
  AtlasOverlayRows *overlays;
};

G_DEFINE_FINAL_TYPE (AtlasLayersMenu, atlas_layers_menu, GTK_TYPE_WIDGET)

static const struct
{
  const char *heading; /* begins a group */
  const char *words;
  const char *action;
  int sample; /* an AtlasSwatchSample, or -1 */
} rows[] = {
  { N_ ("History"), N_ ("Territories"), "win.show-territories", ATLAS_SWATCH_OCCUPIED },
  { NULL, N_ ("Borders"), "win.show-borders", ATLAS_SWATCH_LINE_APPROXIMATE },
  { NULL, N_ ("Routes"), "win.show-routes", ATLAS_SWATCH_ROUTE },
  { NULL, N_ ("Events"), "win.show-events", ATLAS_SWATCH_FORCE },
  { NULL,
    N_ ("Events that rest on one account"),
    "win.show-uncorroborated",
    ATLAS_SWATCH_ONE_ACCOUNT },
  { N_ ("Ground"), N_ ("Relief"), "win.show-relief", -1 },
  { NULL, N_ ("Borders of today"), "win.show-modern-borders", ATLAS_SWATCH_LINE_TREATY },
  { NULL, N_ ("Muted colours"), "win.muted", -1 },
  { N_ ("Names"), N_ ("Places"), "win.show-places", -1 },
  { NULL, N_ ("Ranges, deserts and waters"), "win.show-physical-names", -1 },
};

static GtkWidget *
create_row (guint i)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (_ (rows[i].words));

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (rows[i].sample >= 0)
    {
      GtkWidget *swatch = atlas_swatch_new ((AtlasSwatchSample) rows[i].sample);

      gtk_widget_set_size_request (swatch, 30, -1);
      gtk_box_append (GTK_BOX (box), swatch);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), rows[i].action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (rows[i].words),
                                  -1);
  return button;
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

/* Every other switch for what is told, beside that for one account. */
static GtkWidget *
create_sources_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Sources…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sources");
  return button;
}

static void
atlas_layers_menu_dispose (GObject *object)
{
  g_clear_pointer (&ATLAS_LAYERS_MENU (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_layers_menu_parent_class)->dispose (object);
}

static void
atlas_layers_menu_class_init (AtlasLayersMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_layers_menu_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_layers_menu_init (AtlasLayersMenu *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_margin_start (self->box, 8);
  gtk_widget_set_margin_end (self->box, 8);
  gtk_widget_set_margin_bottom (self->box, 8);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].heading != NULL)
        gtk_box_append (GTK_BOX (self->box), create_heading (_ (rows[i].heading)));
      gtk_box_append (GTK_BOX (self->box), create_row (i));
    }
  gtk_box_append (GTK_BOX (self->box), create_sources_button ());
  gtk_box_append (GTK_BOX (self->box), create_heading (_ ("Base map")));
  self->base_menu = g_object_new (ATLAS_TYPE_BASE_MENU, NULL);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->base_menu));
  self->viewpoints = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->viewpoints);
  self->overlays = ATLAS_OVERLAY_ROWS (atlas_overlay_rows_new ());
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->overlays));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static GtkWidget *
create_viewpoint (const char *words, const char *id, GtkWidget *group)
{
  GtkWidget *button = gtk_check_button_new_with_label (words);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.viewpoint");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  return button;
}

AtlasBaseMenu *
atlas_layers_menu_get_base_menu (AtlasLayersMenu *self)
{
  g_return_val_if_fail (ATLAS_IS_LAYERS_MENU (self), NULL);

  return self->base_menu;
}

static GtkWidget *
create_remark (const char *text)
{
  GtkWidget *remark = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (remark), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (remark), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (remark), 30);
  gtk_widget_add_css_class (remark, "caption");
  gtk_widget_add_css_class (remark, "dim-label");
  return remark;
}

void
atlas_layers_menu_set_index (AtlasLayersMenu *self, AtlasHistoryIndex *index, const char *lang)
{
  g_autoptr (GPtrArray) viewpoints = NULL;
  GtkWidget *child, *first;

  g_return_if_fail (ATLAS_IS_LAYERS_MENU (self));
  g_return_if_fail (ATLAS_IS_HISTORY_INDEX (index));

  while ((child = gtk_widget_get_first_child (self->viewpoints)) != NULL)
    gtk_box_remove (GTK_BOX (self->viewpoints), child);
  viewpoints = atlas_history_index_get_viewpoints (index);
  if (viewpoints->len == 0)
    return;

  gtk_box_append (GTK_BOX (self->viewpoints), create_heading (_ ("Viewpoint")));
  first = create_viewpoint (_ ("Who was in control on the day"), "", NULL);
  gtk_box_append (GTK_BOX (self->viewpoints), first);
  for (guint i = 0; i < viewpoints->len; i++)
    {
      AtlasPolity *polity = g_ptr_array_index (viewpoints, i);
      /* Translators: %s is a state: the map shows what that state claimed as well. */
      g_autofree char *words =
        g_strdup_printf (_ ("With the claims of %s"),
                         atlas_text_get (atlas_polity_get_short_name (polity), lang));

      gtk_box_append (GTK_BOX (self->viewpoints),
                      create_viewpoint (words, atlas_record_get_id (ATLAS_RECORD (polity)), first));
    }
  gtk_box_append (GTK_BOX (self->viewpoints),
                  create_remark (_ ("No source is known for what other states claimed beyond the "
                                    "land they held.")));
}

void
atlas_layers_menu_set_overlays (AtlasLayersMenu *self,
                                AtlasOverlayList *overlays,
                                AtlasViewState *state)
{
  g_return_if_fail (ATLAS_IS_LAYERS_MENU (self));

  atlas_overlay_rows_set_overlays (self->overlays, overlays, state);
}
