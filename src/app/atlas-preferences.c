/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include "atlas-content-language.h"
#include "atlas-preferences.h"

#define MOST_TEXT_SCALE 2.0

struct _AtlasPreferences
{
  GObject parent_instance;

  GSettings *settings; /* (nullable) */
  char *interface_language;
  char *content_language;
  double text_scale;
  gboolean reduce_motion;
};

enum
{
  PROP_0,
  PROP_INTERFACE_LANGUAGE,
  PROP_CONTENT_LANGUAGE,
  PROP_TEXT_SCALE,
  PROP_REDUCE_MOTION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasPreferences, atlas_preferences, G_TYPE_OBJECT)

static void
set_text (AtlasPreferences *self, char **field, const char *text, int property)
{
  if (text == NULL)
    text = "";
  if (g_str_equal (*field, text))
    return;
  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
atlas_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);

  switch (id)
    {
    case PROP_INTERFACE_LANGUAGE:
      g_value_set_string (value, self->interface_language);
      break;
    case PROP_CONTENT_LANGUAGE:
      g_value_set_string (value, self->content_language);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    case PROP_REDUCE_MOTION:
      g_value_set_boolean (value, self->reduce_motion);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);

  switch (id)
    {
    case PROP_INTERFACE_LANGUAGE:
      atlas_preferences_set_interface_language (self, g_value_get_string (value));
      break;
    case PROP_CONTENT_LANGUAGE:
      atlas_preferences_set_content_language (self, g_value_get_string (value));
      break;
    case PROP_TEXT_SCALE:
      atlas_preferences_set_text_scale (self, g_value_get_double (value));
      break;
    case PROP_REDUCE_MOTION:
      atlas_preferences_set_reduce_motion (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_preferences_finalize (GObject *object)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_free (self->interface_language);
  g_free (self->content_language);
  G_OBJECT_CLASS (atlas_preferences_parent_class)->finalize (object);
}

static void
atlas_preferences_class_init (AtlasPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_preferences_get_property;
  object_class->set_property = atlas_preferences_set_property;
  object_class->finalize = atlas_preferences_finalize;

  properties[PROP_INTERFACE_LANGUAGE] =
    g_param_spec_string ("interface-language", NULL, NULL, "", flags);
  properties[PROP_CONTENT_LANGUAGE] =
    g_param_spec_string ("content-language", NULL, NULL, "", flags);
  properties[PROP_TEXT_SCALE] =
    g_param_spec_double ("text-scale", NULL, NULL, 1.0, MOST_TEXT_SCALE, 1.0, flags);
  properties[PROP_REDUCE_MOTION] = g_param_spec_boolean ("reduce-motion", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
atlas_preferences_init (AtlasPreferences *self)
{
  self->interface_language = g_strdup ("");
  self->content_language = g_strdup ("");
  self->text_scale = 1.0;
}

AtlasPreferences *
atlas_preferences_new (GSettings *settings)
{
  AtlasPreferences *self = g_object_new (ATLAS_TYPE_PREFERENCES, NULL);

  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), self);

  if (settings == NULL)
    return self;
  self->settings = g_object_ref (settings);
  for (guint i = PROP_0 + 1; i < N_PROPERTIES; i++)
    g_settings_bind (settings,
                     properties[i]->name,
                     self,
                     properties[i]->name,
                     G_SETTINGS_BIND_DEFAULT);
  return self;
}

GSettings *
atlas_preferences_get_settings (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), NULL);

  return self->settings;
}

const char *
atlas_preferences_get_interface_language (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), NULL);

  return self->interface_language;
}

void
atlas_preferences_set_interface_language (AtlasPreferences *self, const char *language)
{
  g_return_if_fail (ATLAS_IS_PREFERENCES (self));

  set_text (self, &self->interface_language, language, PROP_INTERFACE_LANGUAGE);
}

const char *
atlas_preferences_get_content_language (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), NULL);

  return self->content_language;
}

void
atlas_preferences_set_content_language (AtlasPreferences *self, const char *language)
{
  g_return_if_fail (ATLAS_IS_PREFERENCES (self));

  set_text (self, &self->content_language, language, PROP_CONTENT_LANGUAGE);
}

const char *
atlas_preferences_choose_content_language (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), NULL);

  return self->content_language[0] != '\0'
           ? self->content_language
           : atlas_content_language_choose (g_get_language_names ());
}

double
atlas_preferences_get_text_scale (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), 1.0);

  return self->text_scale;
}

void
atlas_preferences_set_text_scale (AtlasPreferences *self, double scale)
{
  g_return_if_fail (ATLAS_IS_PREFERENCES (self));

  scale = CLAMP (scale, 1.0, MOST_TEXT_SCALE);
  if (ABS (scale - self->text_scale) < 1e-6)
    return;
  self->text_scale = scale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

gboolean
atlas_preferences_get_reduce_motion (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), FALSE);

  return self->reduce_motion;
}

void
atlas_preferences_set_reduce_motion (AtlasPreferences *self, gboolean reduce)
{
  g_return_if_fail (ATLAS_IS_PREFERENCES (self));

  reduce = !!reduce;
  if (reduce == self->reduce_motion)
    return;
  self->reduce_motion = reduce;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDUCE_MOTION]);
}
