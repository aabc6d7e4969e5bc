/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <locale.h>

#include "atlas-changes-report.h"
#include "atlas-export-command.h"
#include "atlas-paths.h"
#include "atlas-picture-export.h"
#include "atlas-territory-report.h"

#define DEFAULT_WIDTH 1440
#define DEFAULT_HEIGHT 900
#define MOST_PIXELS 20000

/* Reads "1440x900". */
static gboolean
parse_size (const char *text, int *width, int *height, GError **error)
{
  char *end = NULL;
  gint64 w = g_ascii_strtoll (text, &end, 10);
  gint64 h = *end == 'x' ? g_ascii_strtoll (end + 1, &end, 10) : 0;

  if (w < 1 || h < 1 || w > MOST_PIXELS || h > MOST_PIXELS || *end != '\0')
    {
      g_set_error (error,
                   G_OPTION_ERROR,
                   G_OPTION_ERROR_BAD_VALUE,
                   "“%s” is no size; expected width and height in pixels up to %d, such as "
                   "1440x900",
                   text,
                   MOST_PIXELS);
      return FALSE;
    }
  *width = (int) w;
  *height = (int) h;
  return TRUE;
}

static gboolean
parse_style (const char *text, AtlasMapStyle *style, GError **error)
{
  static const char *words[] = { "light", "dark", "muted" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (text, words[i]))
      {
        *style = (AtlasMapStyle) i;
        return TRUE;
      }
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               "“%s” is none of the styles light, dark, muted",
               text);
  return FALSE;
}

static gboolean
read_viewport (GVariantDict *options,
               AtlasHistoryIndex *index,
               AtlasViewport *viewport,
               GError **error)
{
  const char *text = NULL;
  AtlasPoint centre;

  *viewport = (AtlasViewport){ .width = DEFAULT_WIDTH, .height = DEFAULT_HEIGHT, .scale = 1.0 };
  atlas_dataset_get_view (atlas_history_index_get_dataset (index),
                          &viewport->lon,
                          &viewport->lat,
                          &viewport->zoom,
                          NULL);
  if (g_variant_dict_lookup (options, "center", "&s", &text))
    {
      if (!atlas_territory_report_parse_point (text, &centre, error))
        return FALSE;
      viewport->lon = centre.lon;
      viewport->lat = centre.lat;
    }
  g_variant_dict_lookup (options, "zoom", "d", &viewport->zoom);
  viewport->zoom = CLAMP (viewport->zoom, 1.0, 14.0);
  return !g_variant_dict_lookup (options, "size", "&s", &text) ||
         parse_size (text, &viewport->width, &viewport->height, error);
}

/* The words that the program itself writes on a picture, such as those of the legend, are to be in
 * the language of its names, whatever the session speaks. Nothing has been translated yet, so the
 * choice still takes effect. */
static void
speak (const char *lang)
{
  static const struct
  {
    const char *lang;
    const char *catalogue;
  } catalogues[] = {
    { "en", "en" }, { "zh-Hant", "zh_TW" }, { "zh-Hans", "zh_CN" }, { "ru", "ru" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    if (g_strcmp0 (lang, catalogues[i].lang) == 0)
      g_setenv ("LANGUAGE", catalogues[i].catalogue, TRUE);
  /* In the plain C locale nothing is ever translated. */
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
}

/* With --changes the map is that of the last day, and hatched what changed hands since the first.
 */
static gboolean
read_changes (GVariantDict *options,
              AtlasHistoryIndex *index,
              AtlasDay *day,
              AtlasPictureSpec *spec,
              GPtrArray **changes,
              GError **error)
{
  const char *text = NULL;
  AtlasTimeSpan span;

  if (!g_variant_dict_lookup (options, "changes", "&s", &text))
    return TRUE;
  if (!atlas_changes_report_parse_span (index, text, &span, error))
    return FALSE;
  *changes = atlas_changes_between (index, span.begin, span.end, ATLAS_CHANGES_NET);
  *day = span.end;
  spec->changes = *changes;
  spec->compared = span.begin;
  return TRUE;
}

static gboolean
read_viewpoint (GVariantDict *options,
                AtlasHistoryIndex *index,
                AtlasPictureSpec *spec,
                GError **error)
{
  const char *viewpoint = NULL;

  g_variant_dict_lookup (options, "viewpoint", "&s", &viewpoint);
  spec->viewpoint = g_intern_string (viewpoint);
  return viewpoint == NULL || atlas_territory_report_check_viewpoint (index, viewpoint, error);
}

static gboolean
read_spec (GVariantDict *options,
           AtlasHistoryIndex *index,
           AtlasDay day,
           AtlasPictureSpec *spec,
           GPtrArray **changes,
           GError **error)
{
  g_autoptr (AtlasViewState) state = atlas_view_state_new ();
  const char *lang = "en", *style = NULL;

  if (!read_changes (options, index, &day, spec, changes, error) ||
      !read_viewpoint (options, index, spec, error))
    return FALSE;
  if (g_variant_dict_lookup (options, "lang", "&s", &lang))
    speak (lang);
  atlas_view_state_set_range (state,
                              atlas_dataset_get_range (atlas_history_index_get_dataset (index)));
  atlas_view_state_set_date (state, day);
  atlas_view_state_set_language (state, lang);
  spec->date = atlas_view_state_get_date (state);
  spec->window = atlas_view_state_get_window (state);
  spec->afterglow = atlas_view_state_get_afterglow (state);
  spec->style = ATLAS_MAP_STYLE_LIGHT;
  spec->show = ATLAS_SHOW_DEFAULT;
  spec->lang = atlas_view_state_get_language (state);
  return !g_variant_dict_lookup (options, "style", "&s", &style) ||
         parse_style (style, &spec->style, error);
}

gboolean
atlas_export_command_run (GVariantDict *options,
                          AtlasHistoryIndex *index,
                          AtlasDay day,
                          const AtlasFilter *filter,
                          GError **error)
{
  g_autofree char *data = atlas_paths_get_data_folder ();
  g_autofree char *folder = g_build_filename (data, "basemap", NULL);
  g_autoptr (AtlasBasemap) basemap = NULL;
  AtlasViewport viewport;
  g_autoptr (GPtrArray) changes = NULL;
  AtlasPictureSpec spec = { .filter = filter };
  const char *path = NULL;

  g_variant_dict_lookup (options, "export", "^&ay", &path);
  if (!read_viewport (options, index, &viewport, error) ||
      !read_spec (options, index, day, &spec, &changes, error))
    return FALSE;
  basemap = atlas_basemap_new (folder, error);
  return basemap != NULL && atlas_picture_export (basemap, index, &spec, &viewport, path, error);
}
