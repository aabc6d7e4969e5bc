/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-base-tiles.h"

/* Characters in a line of the notice, which lies below the date plate and the zoom buttons. */
#define NOTICE_WIDTH 44

struct _AtlasBaseTiles
{
  GObject parent_instance;

  AtlasViewState *state;
  AtlasTileLibrary *library; /* (nullable) */
  AtlasTileSource *source;   /* (nullable): of the map that is shown */
  AtlasTileLayer *layer;
  GtkLabel *attribution;
  GtkLabel *notice;
  GtkRevealer *revealer;
  gboolean hidden;
};

enum
{
  PROP_0,
  PROP_ATTRIBUTED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasBaseTiles, atlas_base_tiles, G_TYPE_OBJECT)

static void
update_attribution (AtlasBaseTiles *self)
{
  AtlasTileMap *map = self->source != NULL ? atlas_tile_source_get_map (self->source) : NULL;
  const char *text = map != NULL ? atlas_tile_map_get_attribution (map) : NULL;
  const char *link = map != NULL ? atlas_tile_map_get_link (map) : NULL;
  g_autofree char *markup = NULL;

  if (text != NULL && link != NULL)
    markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", link, text);
  else if (text != NULL)
    markup = g_markup_escape_text (text, -1);
  gtk_label_set_markup (self->attribution, markup != NULL ? markup : "");
  gtk_widget_set_visible (GTK_WIDGET (self->attribution), markup != NULL && markup[0] != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTRIBUTED]);
}

/* Whether any of the map is on the screen, though it may be old. */
static gboolean
shows_tiles (AtlasBaseTiles *self)
{
  GtkWidget *layer = GTK_WIDGET (self->layer);
  AtlasViewport viewport = atlas_layer_viewport_from_state (self->state,
                                                            MAX (1, gtk_widget_get_width (layer)),
                                                            MAX (1, gtk_widget_get_height (layer)),
                                                            gtk_widget_get_scale_factor (layer));
  g_autoptr (AtlasTileSheet) sheet = atlas_tile_sheet_new (self->source, &viewport, 0.0);

  return !atlas_tile_sheet_is_empty (sheet);
}

/* Translators: %s in each of these is the name of a map, such as OpenStreetMap. */
static char *
describe_trouble (AtlasBaseTiles *self)
{
  const char *name = atlas_tile_map_get_name (atlas_tile_source_get_map (self->source));
  gboolean shows = shows_tiles (self);

  switch (atlas_tile_source_get_trouble (self->source))
    {
    case ATLAS_TILE_TROUBLE_UNREACHABLE:
      return g_strdup_printf (shows ? _ ("%s cannot be reached; showing what was kept of it")
                                    : _ ("%s cannot be reached; showing relief"),
                              name);
    case ATLAS_TILE_TROUBLE_BUSY:
      return g_strdup_printf (_ ("%s asks to wait; it will go on by itself"), name);
    case ATLAS_TILE_TROUBLE_REFUSED:
      return g_strdup_printf (_ ("%s refuses to answer; its address may need another key"), name);
    case ATLAS_TILE_TROUBLE_BROKEN:
      return g_strdup_printf (shows ? _ ("%s does not answer with a map everywhere")
                                    : _ ("%s does not answer with a map; showing relief"),
                              name);
    case ATLAS_TILE_TROUBLE_FILE:
      return g_strdup_printf (_ ("The file of %s cannot be read; showing relief"), name);
    case ATLAS_TILE_TROUBLE_NONE:
    default:
      return NULL;
    }
}

/* A map that is wanted but not shown: one of a link, most often. */
static char *
describe_absence (AtlasBaseTiles *self)
{
  const char *name = atlas_view_state_get_base (self->state);
  AtlasTileMapList *list =
    self->library != NULL ? atlas_tile_library_get_list (self->library) : NULL;

  if (name == NULL || list == NULL)
    return NULL;
  if (atlas_tile_map_list_lookup (list, name) != NULL)
    return g_strdup_printf (_ ("%s is online and was not asked; choose it under Layers to see it"),
                            name);
  return g_strdup_printf (_ ("There is no map “%s” in your list; showing relief"), name);
}

static void
update_notice (AtlasBaseTiles *self)
{
  g_autofree char *text = NULL;

  if (!self->hidden)
    text = self->source != NULL ? describe_trouble (self) : describe_absence (self);
  if (text != NULL && g_strcmp0 (text, gtk_label_get_text (self->notice)) != 0)
    gtk_label_set_text (self->notice, text);
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
}

static void
forget_source (AtlasBaseTiles *self)
{
  if (self->source == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->source, update_notice, self);
  g_clear_object (&self->source);
}

static void
update_source (AtlasBaseTiles *self)
{
  g_autoptr (AtlasTileSource) source = NULL;

  if (self->library != NULL && !self->hidden)
    source = atlas_tile_library_get_source (self->library, atlas_view_state_get_base (self->state));
  if (source != self->source)
    {
      forget_source (self);
      self->source = g_steal_pointer (&source);
      if (self->source != NULL)
        {
          g_signal_connect_object (self->source,
                                   "notify::trouble",
                                   G_CALLBACK (update_notice),
                                   self,
                                   G_CONNECT_SWAPPED);
          g_signal_connect_object (self->source,
                                   "changed",
                                   G_CALLBACK (update_notice),
                                   self,
                                   G_CONNECT_SWAPPED);
        }
      atlas_tile_layer_set_source (self->layer, self->source);
      update_attribution (self);
    }
  update_notice (self);
}

static GtkLabel *
create_label (GtkAccessibleRole role, const char *css_class)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static void
create_widgets (AtlasBaseTiles *self, GtkOverlay *overlay)
{
  self->attribution = create_label (GTK_ACCESSIBLE_ROLE_LABEL, "map-attribution");
  gtk_label_set_ellipsize (self->attribution, PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->attribution), GTK_ALIGN_END);
  gtk_widget_set_halign (GTK_WIDGET (self->attribution), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self->attribution), FALSE);
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self->attribution));

  self->notice = create_label (GTK_ACCESSIBLE_ROLE_STATUS, "map-notice");
  gtk_label_set_wrap (self->notice, TRUE);
  gtk_label_set_max_width_chars (self->notice, NOTICE_WIDTH);
  gtk_label_set_justify (self->notice, GTK_JUSTIFY_CENTER);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->notice));
  gtk_widget_set_can_target (GTK_WIDGET (self->revealer), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->revealer), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->revealer), GTK_ALIGN_START);
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self->revealer));
}

static void
atlas_base_tiles_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ATTRIBUTED:
      g_value_set_boolean (value, atlas_base_tiles_get_attributed (ATLAS_BASE_TILES (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_base_tiles_dispose (GObject *object)
{
  AtlasBaseTiles *self = ATLAS_BASE_TILES (object);

  forget_source (self);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_base_tiles_parent_class)->dispose (object);
}

static void
atlas_base_tiles_class_init (AtlasBaseTilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_base_tiles_get_property;
  object_class->dispose = atlas_base_tiles_dispose;
  properties[PROP_ATTRIBUTED] = g_param_spec_boolean ("attributed",
                                                      NULL,
                                                      NULL,
                                                      FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
atlas_base_tiles_init (AtlasBaseTiles *self)
{
}

AtlasBaseTiles *
atlas_base_tiles_new (GtkOverlay *overlay,
                      ShumateMap *map,
                      AtlasLayer *ground,
                      AtlasViewState *state)
{
  AtlasBaseTiles *self;

  g_return_val_if_fail (GTK_IS_OVERLAY (overlay) && SHUMATE_IS_MAP (map), NULL);
  g_return_val_if_fail (ATLAS_IS_LAYER (ground) && ATLAS_IS_VIEW_STATE (state), NULL);

  self = g_object_new (ATLAS_TYPE_BASE_TILES, NULL);
  self->state = g_object_ref (state);
  self->layer = atlas_tile_layer_new (shumate_map_get_viewport (map), state);
  shumate_map_insert_layer_above (map, SHUMATE_LAYER (self->layer), SHUMATE_LAYER (ground));
  create_widgets (self, overlay);
  g_signal_connect_object (state,
                           "notify::base",
                           G_CALLBACK (update_source),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
atlas_base_tiles_set_library (AtlasBaseTiles *self, AtlasTileLibrary *library)
{
  g_return_if_fail (ATLAS_IS_BASE_TILES (self));

  if (library == self->library)
    return;
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (atlas_tile_library_get_list (self->library),
                                          update_source,
                                          self);
  g_set_object (&self->library, library);
  /* A map that is removed is shown no longer; one that is allowed is, from now on. */
  if (library != NULL)
    g_signal_connect_object (atlas_tile_library_get_list (library),
                             "items-changed",
                             G_CALLBACK (update_source),
                             self,
                             G_CONNECT_SWAPPED);
  update_source (self);
}

void
atlas_base_tiles_set_hidden (AtlasBaseTiles *self, gboolean hidden)
{
  g_return_if_fail (ATLAS_IS_BASE_TILES (self));

  self->hidden = hidden;
  update_source (self);
}

void
atlas_base_tiles_set_side (AtlasBaseTiles *self, GtkAlign side)
{
  g_return_if_fail (ATLAS_IS_BASE_TILES (self));

  gtk_widget_set_halign (GTK_WIDGET (self->attribution), side);
}

gboolean
atlas_base_tiles_get_attributed (AtlasBaseTiles *self)
{
  g_return_val_if_fail (ATLAS_IS_BASE_TILES (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->attribution));
}

AtlasTileLayer *
atlas_base_tiles_get_layer (AtlasBaseTiles *self)
{
  g_return_val_if_fail (ATLAS_IS_BASE_TILES (self), NULL);

  return self->layer;
}

AtlasTileSheet *
atlas_base_tiles_get_sheet (AtlasBaseTiles *self, const AtlasViewport *viewport)
{
  g_return_val_if_fail (ATLAS_IS_BASE_TILES (self) && viewport != NULL, NULL);

  return self->source != NULL ? atlas_tile_sheet_new (self->source, viewport, 0.0) : NULL;
}
