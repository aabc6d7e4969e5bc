/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-bench"

#include "config.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <unistd.h>

#include "bench-serve.h"

typedef struct
{
  BenchStage *stage;
  GDataInputStream *input;
  gboolean ended;
} Server;

static void
answer (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);

  printf ("%s\n", text);
  fflush (stdout);
}

static JsonBuilder *
begin_answer (void)
{
  return json_builder_begin_object (json_builder_new ());
}

static void
add_times (JsonBuilder *builder, GArray *times, gint64 began)
{
  json_builder_set_member_name (builder, "ms");
  json_builder_begin_array (builder);
  for (guint i = 0; i < times->len; i++)
    json_builder_add_double_value (builder, g_array_index (times, double, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "wall_ms");
  json_builder_add_double_value (builder, (double) (g_get_monotonic_time () - began) / 1000.0);
}

static void
drag (Server *self, JsonObject *request, GArray *times)
{
  JsonArray *plan = json_object_get_array_member (request, "plan");

  for (guint i = 0; i < json_array_get_length (plan); i++)
    {
      JsonObject *part = json_array_get_object_element (plan, i);
      JsonArray *years = json_object_get_array_member (part, "years");

      bench_stage_step_to_year (self->stage, (int) json_object_get_int_member (part, "from"));
      for (guint k = 0; k < json_array_get_length (years); k++)
        {
          double time =
            bench_stage_step_to_year (self->stage, (int) json_array_get_int_element (years, k));

          g_array_append_val (times, time);
        }
    }
}

static void
pan (Server *self, JsonObject *request, GArray *times)
{
  JsonArray *steps = json_object_get_array_member (request, "steps");

  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonArray *step = json_array_get_array_element (steps, i);
      double time = bench_stage_pan (self->stage,
                                     json_array_get_double_element (step, 0),
                                     json_array_get_double_element (step, 1));

      g_array_append_val (times, time);
    }
}

/* NULL where it went well; otherwise why not. */
static const char *
obey (Server *self, JsonObject *request, JsonBuilder *builder)
{
  const char *command = json_object_get_string_member_with_default (request, "cmd", "");
  double zoom = json_object_get_double_member_with_default (request, "zoom", 4.0);
  int year = (int) json_object_get_int_member_with_default (request, "year", 1878);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 began = g_get_monotonic_time ();

  if (g_str_equal (command, "prepare"))
    return NULL;
  if (g_str_equal (command, "view"))
    {
      bench_stage_go_home (self->stage, zoom, year);
      return NULL;
    }
  if (g_str_equal (command, "shot"))
    return bench_stage_save (self->stage, json_object_get_string_member (request, "path"))
             ? NULL
             : "the picture cannot be written";
  if (g_str_equal (command, "load"))
    {
      double time = bench_stage_load (self->stage,
                                      json_object_get_string_member (request, "points"),
                                      json_object_get_string_member (request, "territories"),
                                      zoom,
                                      year);

      g_array_append_val (times, time);
    }
  else if (g_str_equal (command, "drag"))
    drag (self, request, times);
  else if (g_str_equal (command, "pan"))
    pan (self, request, times);
  else
    return "there is no such command";
  add_times (builder, times, began);
  return bench_stage_get_error (self->stage);
}

static void read_line (Server *self);

static void
line_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Server *self = user_data;
  g_autofree char *line =
    g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, NULL);
  g_autoptr (JsonNode) request = line != NULL ? json_from_string (line, NULL) : NULL;
  g_autoptr (JsonBuilder) builder = begin_answer ();
  const char *problem = "this is no request";

  if (line == NULL)
    {
      self->ended = TRUE;
      return;
    }
  if (request != NULL && JSON_NODE_HOLDS_OBJECT (request))
    problem = obey (self, json_node_get_object (request), builder);
  if (problem != NULL)
    {
      json_builder_set_member_name (builder, "error");
      json_builder_add_string_value (builder, problem);
    }
  json_builder_end_object (builder);
  answer (builder);
  read_line (self);
}

static void
read_line (Server *self)
{
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, NULL, line_read_cb, self);
}

int
bench_serve (BenchStage *stage, const char *name)
{
  g_autoptr (GInputStream) standard = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (JsonBuilder) ready = begin_answer ();
  g_autofree char *engine = g_strdup_printf ("%s on GTK %u.%u.%u",
                                             name,
                                             gtk_get_major_version (),
                                             gtk_get_minor_version (),
                                             gtk_get_micro_version ());
  Server server = { .stage = stage };

  server.input = g_data_input_stream_new (standard);
  json_builder_set_member_name (ready, "ready");
  json_builder_add_boolean_value (ready, TRUE);
  json_builder_set_member_name (ready, "version");
  json_builder_add_string_value (ready, ATLAS_VERSION);
  json_builder_set_member_name (ready, "engine");
  json_builder_add_string_value (ready, engine);
  json_builder_end_object (ready);
  answer (ready);
  read_line (&server);
  while (!server.ended)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (server.input);
  return 0;
}
