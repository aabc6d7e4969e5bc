/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-app"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-audit-report.h"
#include "atlas-calendar.h"
#include "atlas-changes-report.h"
#include "atlas-check-report.h"
#include "atlas-command-line.h"
#include "atlas-dataset-reader.h"
#include "atlas-date-report.h"
#include "atlas-export-command.h"
#include "atlas-list-report.h"
#include "atlas-paths.h"
#include "atlas-search-report.h"
#include "atlas-territory-report.h"

#define EXIT_FAILED 1
#define EXIT_USAGE 2

static const GOptionEntry entries[] = {
  { "list",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("Print what is in the atlas: events, places, people, campaigns, territories or sources"),
    N_ ("KIND") },
  { "search",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("Print what the search box finds for a name, words or a date, in its order"),
    N_ ("TEXT") },
  { "json", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print as JSON"), NULL },
  { "without",
    0,
    0,
    G_OPTION_ARG_STRING_ARRAY,
    NULL,
    N_ ("With --list or --export: without a source, a status or a kind of event"),
    N_ ("SOURCE|STATUS|KIND") },
  { "only",
    0,
    0,
    G_OPTION_ARG_STRING_ARRAY,
    NULL,
    N_ ("With --list or --export: only of a source, a campaign, an actor or a place"),
    N_ ("ID") },
  { "export",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    NULL,
    N_ ("Draw the map of --date to a .png, .svg or .pdf file"),
    N_ ("FILE") },
  { "date",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("A date in any calendar, such as 1871-07-04 or 同治十年五月"),
    N_ ("DATE") },
  { "center",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("The middle of the map in degrees"),
    N_ ("LON,LAT") },
  { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, NULL, N_ ("The zoom level of the map, 2 to 12"), N_ ("Z") },
  { "size",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("The size of the map in pixels"),
    N_ ("WIDTHxHEIGHT") },
  { "lang",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("The language of the texts: en, zh-Hant, zh-Hans or ru"),
    N_ ("TAG") },
  { "style",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("The colours of the map: light, dark or muted"),
    N_ ("STYLE") },
  { "check",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    NULL,
    N_ ("Check an atlas and print every problem in it"),
    N_ ("FOLDER") },
  { "convert-date",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("Print a date in all calendars as JSON"),
    N_ ("TEXT") },
  { "audit-dates",
    0,
    0,
    G_OPTION_ARG_NONE,
    NULL,
    N_ ("Print which dates of the sources are not those that the atlas gives"),
    NULL },
  { "polity-at",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("Print who held a point on --date, who claimed it, and the nearest border, as JSON"),
    N_ ("LON,LAT") },
  { "territories",
    0,
    0,
    G_OPTION_ARG_NONE,
    NULL,
    N_ ("Print the territories of --date as GeoJSON"),
    NULL },
  { "viewpoint",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("With --territories or --export: also what this polity claims, such as polity/qing"),
    N_ ("POLITY") },
  { "changes",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("Print as JSON what differs between two days: which land passed from whom to whom, by "
        "what act, and its area with its range; with --export: draw it"),
    N_ ("FROM..TO") },
  { "each",
    0,
    0,
    G_OPTION_ARG_NONE,
    NULL,
    N_ ("With --changes: every change on its day, also what was taken back later"),
    NULL },
  { "measure",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("Print as JSON the land that changed by an event, measured, beside the areas that the "
        "sources give"),
    N_ ("EVENT") },
  { "geometry",
    0,
    0,
    G_OPTION_ARG_NONE,
    NULL,
    N_ ("With --changes or --measure: print GeoJSON with the shape of each piece"),
    NULL },
  { "atlas",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    NULL,
    N_ ("Another atlas than the shipped one"),
    N_ ("FOLDER") },
  { "group-by",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("With a GeoJSON file: the property that its colours stand for"),
    N_ ("PROPERTY") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
  { NULL },
};

void
atlas_command_line_add_options (GApplication *application)
{
  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_parameter_string (application, _ ("[ATLAS | FILE.geojson…]"));
  g_application_set_option_context_summary (application,
                                            _ ("Ili Atlas shows the Ili Crisis and its frontier, "
                                               "1717 to 1949, on a map and a timeline."));
}

static int
report_error (const char *what, GError *error, int code)
{
  g_printerr ("ili-atlas: %s%s\n", what, error->message);
  return code;
}

static AtlasHistoryIndex *
read_atlas (GVariantDict *options, GError **error)
{
  g_autofree char *data = atlas_paths_get_data_folder ();
  g_autofree char *shipped = g_build_filename (data, "atlas", NULL);
  const char *named = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  g_variant_dict_lookup (options, "atlas", "^&ay", &named);
  dataset = atlas_dataset_read (named != NULL ? named : shipped, NULL, NULL, NULL, error);
  return dataset != NULL ? atlas_history_index_new (dataset) : NULL;
}

/* The first day of --date; the day on which the atlas opens where there is none. */
static gboolean
read_date (GVariantDict *options, AtlasHistoryIndex *index, AtlasDay *day, GError **error)
{
  const char *text = NULL;
  AtlasTimeSpan span;

  atlas_dataset_get_view (atlas_history_index_get_dataset (index), NULL, NULL, NULL, day);
  if (!g_variant_dict_lookup (options, "date", "&s", &text))
    return TRUE;
  if (!atlas_calendar_parse (text, &span, error))
    return FALSE;
  *day = span.begin;
  return TRUE;
}

/* What --without and --only leave, each given any number of times. */
static gboolean
read_filter (GVariantDict *options,
             AtlasHistoryIndex *index,
             const AtlasFilter **filter,
             GError **error)
{
  g_autofree const char **without = NULL;
  g_autofree const char **only = NULL;
  g_autofree char *off = NULL;
  g_autofree char *on = NULL;

  if (g_variant_dict_lookup (options, "without", "^a&s", &without))
    off = g_strjoinv (",", (char **) without);
  if (g_variant_dict_lookup (options, "only", "^a&s", &only))
    on = g_strjoinv (",", (char **) only);
  return atlas_filter_parse (off, on, filter, error) &&
         atlas_filter_check (*filter, atlas_history_index_get_dataset (index), error);
}

static int
run_on_atlas (GVariantDict *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasHistoryIndex) index = read_atlas (options, &error);
  gboolean json = g_variant_dict_contains (options, "json");
  gboolean geometry = g_variant_dict_contains (options, "geometry");
  const AtlasFilter *filter = NULL;
  const char *text = NULL;
  AtlasDay day;

  if (index == NULL)
    return report_error ("", error, EXIT_FAILED);
  if (!read_filter (options, index, &filter, &error))
    return report_error ("", error, EXIT_USAGE);
  if (!read_date (options, index, &day, &error))
    return report_error ("--date: ", error, EXIT_USAGE);

  if (g_variant_dict_lookup (options, "list", "&s", &text))
    {
      if (!atlas_list_report_print (index, text, filter, json, &error))
        return report_error ("--list: ", error, EXIT_USAGE);
    }
  else if (g_variant_dict_lookup (options, "search", "&s", &text))
    {
      const char *lang = "en";

      g_variant_dict_lookup (options, "lang", "&s", &lang);
      atlas_search_report_print (atlas_history_index_get_dataset (index), text, lang, json);
    }
  else if (g_variant_dict_lookup (options, "polity-at", "&s", &text))
    {
      if (!atlas_territory_report_print_at (index, text, day, &error))
        return report_error ("--polity-at: ", error, EXIT_USAGE);
    }
  else if (g_variant_dict_contains (options, "audit-dates"))
    atlas_audit_report_print (atlas_history_index_get_dataset (index), json);
  else if (g_variant_dict_contains (options, "territories"))
    {
      g_variant_dict_lookup (options, "viewpoint", "&s", &text);
      if (!atlas_territory_report_print_all (index, day, text, &error))
        return report_error ("--viewpoint: ", error, EXIT_USAGE);
    }
  else if (!g_variant_dict_contains (options, "export") &&
           g_variant_dict_lookup (options, "changes", "&s", &text))
    {
      AtlasChangesMode mode =
        g_variant_dict_contains (options, "each") ? ATLAS_CHANGES_EACH : ATLAS_CHANGES_NET;

      if (!atlas_changes_report_print (index, text, mode, geometry, &error))
        return report_error ("--changes: ", error, EXIT_USAGE);
    }
  else if (g_variant_dict_lookup (options, "measure", "&s", &text))
    {
      if (!atlas_changes_report_print_event (index, text, geometry, &error))
        return report_error ("--measure: ", error, EXIT_USAGE);
    }
  else if (!atlas_export_command_run (options, index, day, filter, &error))
    return report_error ("--export: ",
                         error,
                         g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE)
                           ? EXIT_USAGE
                           : EXIT_FAILED);
  return 0;
}

static gboolean
check_all (const char *const *paths)
{
  gboolean good = TRUE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (paths[1] != NULL)
        g_print ("%s:\n", paths[i]);
      good = atlas_check_report_print (paths[i]) && good;
    }
  return good;
}

/**
 * atlas_command_line_expand:
 * @arguments: the program and its arguments, ended by %NULL
 *
 * Makes "--check A B" "--check A --check B": what follows the option are atlases to check, not
 * atlases to open.
 *
 * Returns: (transfer full): the arguments to parse
 */
char **
atlas_command_line_expand (const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean checking = FALSE, has_value = FALSE;

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      gboolean is_option = g_str_has_prefix (arguments[i], "-");

      if (checking && !is_option && has_value)
        g_strv_builder_add (builder, "--check");
      has_value = has_value || !is_option;
      if (is_option)
        {
          checking =
            strcmp (arguments[i], "--check") == 0 || g_str_has_prefix (arguments[i], "--check=");
          has_value = g_str_has_prefix (arguments[i], "--check=");
        }
      g_strv_builder_add (builder, arguments[i]);
    }
  return g_strv_builder_end (builder);
}

int
atlas_command_line_run (GVariantDict *options)
{
  static const char *on_atlas[] = { "list",        "search",  "export",  "polity-at",
                                    "territories", "changes", "measure", "audit-dates" };
  g_autoptr (GError) error = NULL;
  g_autofree const char **paths = NULL;
  const char *text = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("ili-atlas %s\n", ATLAS_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "convert-date", "&s", &text))
    return atlas_date_report_print (text, &error)
             ? 0
             : report_error ("--convert-date: ", error, EXIT_USAGE);
  if (g_variant_dict_lookup (options, "check", "^a&ay", &paths))
    return check_all (paths) ? 0 : EXIT_FAILED;
  for (guint i = 0; i < G_N_ELEMENTS (on_atlas); i++)
    if (g_variant_dict_contains (options, on_atlas[i]))
      return run_on_atlas (options);
  return -1;
}
