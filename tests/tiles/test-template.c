/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-tile-template.h"

#define GOOD -1

static const struct
{
  const char *text;
  int code; /* GOOD or an AtlasTileTemplateError */
} cases[] = {
  { "https://tile.example.org/{z}/{x}/{y}.png", GOOD },
  { "https://{s}.tile.example.org/{z}/{x}/{-y}.png", GOOD },
  { "https://example.org/wmts?level={z}&col={x}&row={y}&key=abc", GOOD },
  { "https://user:word@example.org/{z}/{x}/{y}", GOOD },
  { "HTTPS://EXAMPLE.ORG/{z}/{x}/{y}", GOOD },
  { "http://localhost:8080/{z}/{x}/{y}.png", GOOD },
  { "http://127.0.0.1/{z}/{x}/{y}.png", GOOD },
  { "http://[::1]:9000/{z}/{x}/{y}.png", GOOD },
  { "", ATLAS_TILE_TEMPLATE_ERROR_EMPTY },
  { "https://example.org/{z}/{x}.png", ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER },
  { "https://example.org/{x}/{y}.png", ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER },
  { "https://example.org/{z}/{x}/{y}/{-y}.png", ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER },
  { "https://example.org/{z}/{z}/{x}/{y}.png", ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER },
  { "https://example.org/{z}/{x}/{y}{r}.png", ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER },
  { "https://example.org/{z}/{x}/{y", ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER },
  { "https://example.org/{}/{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_PLACEHOLDER },
  { "{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_ADDRESS },
  { "https:///{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_ADDRESS },
  { "https:{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_ADDRESS },
  { "http://example.org/{z}/{x}/{y}.png", ATLAS_TILE_TEMPLATE_ERROR_SCHEME },
  { "http://localhost.example.org/{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_SCHEME },
  { "http://127.0.0.1.example.org/{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_SCHEME },
  { "http://localhost@example.org/{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_SCHEME },
  { "http://192.168.1.1/{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_SCHEME },
  { "ftp://example.org/{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_SCHEME },
  { "file://localhost/tmp/{z}/{x}/{y}", ATLAS_TILE_TEMPLATE_ERROR_SCHEME },
};

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean good = atlas_tile_template_check (cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      if (cases[i].code == GOOD)
        {
          g_assert_no_error (error);
          g_assert_true (good);
        }
      else
        {
          g_assert_error (error, ATLAS_TILE_TEMPLATE_ERROR, cases[i].code);
          g_assert_false (good);
          g_assert_null (strstr (error->message, "example.org"));
        }
    }
}

static void
assert_expanded (const char *text, AtlasTile tile, const char *expected)
{
  g_autofree char *address = atlas_tile_template_expand (text, tile);

  g_assert_cmpstr (address, ==, expected);
}

static void
test_expand (void)
{
  AtlasTile tile = { 5, 23, 11 };

  assert_expanded ("https://e.org/{z}/{x}/{y}.png", tile, "https://e.org/5/23/11.png");
  assert_expanded ("https://e.org/{z}/{x}/{-y}.png", tile, "https://e.org/5/23/20.png");
  assert_expanded ("https://{s}.e.org/{z}/{x}/{y}", tile, "https://b.e.org/5/23/11");
  assert_expanded ("https://{s}.e.org/{z}/{x}/{y}",
                   (AtlasTile){ 5, 24, 11 },
                   "https://c.e.org/5/24/11");
  assert_expanded ("https://e.org/{z}/{x}/{-y}", (AtlasTile){ 0, 0, 0 }, "https://e.org/0/0/0");
}

static void
test_host (void)
{
  static const char *const pairs[][2] = {
    { "https://tile.example.org/{z}/{x}/{y}.png?key=abc", "tile.example.org" },
    { "https://{s}.example.org:8443/{z}/{x}/{y}.png", "*.example.org" },
    { "https://user:word@example.org/{z}/{x}/{y}.png", "example.org" },
    { "nothing", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *host = atlas_tile_template_get_host (pairs[i][0]);

      g_assert_cmpstr (host, ==, pairs[i][1]);
    }
}

static void
test_follow (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    gboolean may;
  } steps[] = {
    { "https://a.org/1", "https://b.org/1", TRUE },
    { "https://a.org/1", "http://a.org/1", FALSE },
    { "https://a.org/1", "http://127.0.0.1/1", FALSE },
    { "https://a.org/1", "https://localhost/1", FALSE },
    { "https://a.org/1", "file:///etc/passwd", FALSE },
    { "http://127.0.0.1:80/1", "http://127.0.0.1:81/1", TRUE },
    { "http://127.0.0.1/1", "https://a.org/1", TRUE },
    { "http://127.0.0.1/1", "http://a.org/1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GUri) from = g_uri_parse (steps[i].from, G_URI_FLAGS_NONE, NULL);
      g_autoptr (GUri) to = g_uri_parse (steps[i].to, G_URI_FLAGS_NONE, NULL);

      g_test_message ("%s -> %s", steps[i].from, steps[i].to);
      g_assert_cmpint (atlas_tile_address_may_follow (from, to), ==, steps[i].may);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/template/check", test_check);
  g_test_add_func ("/tiles/template/expand", test_expand);
  g_test_add_func ("/tiles/template/host", test_host);
  g_test_add_func ("/tiles/template/follow", test_follow);
  return g_test_run ();
}
