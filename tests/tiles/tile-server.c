/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <stdio.h>
#include <string.h>

#include "tile-server.h"

#define SIDE 256

typedef struct
{
  AtlasTile tile;
  SoupMessageHeaders *headers;
} Asked;

struct _TileServer
{
  SoupServer *server;
  guint port;
  TileServerMode mode;
  GHashTable *tile_modes; /* AtlasTile -> TileServerMode */
  SoupMessageHeaders *headers;
  gboolean hold;

  GPtrArray *asked;
  GPtrArray *held; /* of SoupServerMessage */
  GHashTable *connections;
  guint at_once;
  guint most_at_once;
  guint unchanged;
};

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  soup_message_headers_unref (asked->headers);
  g_free (asked);
}

guint32
tile_server_get_color (AtlasTile tile)
{
  return 0xff000000u | (guint32) (tile.zoom * 16 % 256) << 16 | (guint32) (tile.x * 40 % 256) << 8 |
         (guint32) (tile.y * 56 % 256);
}

GBytes *
tile_server_make_image (AtlasTile tile)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, SIDE, SIDE);
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, tile_server_get_color (tile) << 8 | 0xff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));
  return g_bytes_new_take (data, length);
}

static void
set_body (SoupServerMessage *message, const char *type, GBytes *bytes)
{
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Content-Type",
                                type);
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

static void
redirect (SoupServerMessage *message, const char *location)
{
  soup_server_message_set_status (message, SOUP_STATUS_FOUND, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Location",
                                location);
}

static void
copy_header (const char *name, const char *value, gpointer headers)
{
  soup_message_headers_replace (headers, name, value);
}

static gboolean
has_it (TileServer *self, SoupServerMessage *message)
{
  static const char *const pairs[][2] = { { "ETag", "If-None-Match" },
                                          { "Last-Modified", "If-Modified-Since" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *ours = soup_message_headers_get_one (self->headers, pairs[i][0]);
      const char *theirs =
        soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                      pairs[i][1]);

      if (ours != NULL && g_strcmp0 (ours, theirs) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
answer_well (TileServer *self, SoupServerMessage *message, AtlasTile tile)
{
  g_autoptr (GBytes) image = tile_server_make_image (tile);

  soup_message_headers_foreach (self->headers,
                                copy_header,
                                soup_server_message_get_response_headers (message));
  if (has_it (self, message))
    {
      self->unchanged++;
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
    }
  else
    set_body (message, "image/png", image);
}

/* Promises the whole image, and ends in the middle of it. */
static void
answer_half (SoupServerMessage *message, AtlasTile tile)
{
  g_autoptr (GBytes) image = tile_server_make_image (tile);
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  g_autofree char *head =
    g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: %zu\r\n\r\n",
                     g_bytes_get_size (image));

  g_output_stream_write_all (output, head, strlen (head), NULL, NULL, NULL);
  g_output_stream_write_all (output,
                             g_bytes_get_data (image, NULL),
                             g_bytes_get_size (image) / 2,
                             NULL,
                             NULL,
                             NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static GBytes *
make_huge (AtlasTile tile)
{
  static const guint8 side[] = { 0, 0, 0x75, 0x30 }; /* 30000 */
  g_autoptr (GBytes) image = tile_server_make_image (tile);
  gsize length;
  const void *data = g_bytes_get_data (image, &length);
  guint8 *copy = g_memdup2 (data, length);

  memcpy (copy + 16, side, sizeof side);
  memcpy (copy + 20, side, sizeof side);
  return g_bytes_new_take (copy, length);
}

static void
answer_with (SoupServerMessage *message, const char *type, GBytes *bytes)
{
  set_body (message, type, bytes);
  g_bytes_unref (bytes);
}

static void
answer (TileServer *self, SoupServerMessage *message, AtlasTile tile, TileServerMode mode)
{
  static const char page[] = "<html><body>No tile here</body></html>";
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  g_autofree char *moved = g_strconcat ("/moved", path, NULL);
  static const guint8 nought;

  switch (mode)
    {
    case TILE_SERVER_NOT_FOUND:
      soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
      break;
    case TILE_SERVER_GONE:
      soup_server_message_set_status (message, SOUP_STATUS_GONE, NULL);
      break;
    case TILE_SERVER_WAIT:
      soup_server_message_set_status (message, 429, NULL);
      soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                    "Retry-After",
                                    "30");
      break;
    case TILE_SERVER_UNAUTHORIZED:
      soup_server_message_set_status (message, SOUP_STATUS_UNAUTHORIZED, NULL);
      break;
    case TILE_SERVER_ERROR:
      soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
      break;
    case TILE_SERVER_CUT:
      answer_half (message, tile);
      break;
    case TILE_SERVER_LOOP:
      redirect (message, path);
      break;
    case TILE_SERVER_MOVED:
      if (g_str_has_prefix (path, "/moved"))
        answer_well (self, message, tile);
      else
        redirect (message, moved);
      break;
    case TILE_SERVER_LEAVE:
      redirect (message, "http://tiles.invalid/1/1/1.png");
      break;
    case TILE_SERVER_HTML:
      answer_with (message, "text/html", g_bytes_new_static (page, strlen (page)));
      break;
    case TILE_SERVER_GARBAGE:
      answer_with (message, "image/png", g_bytes_new_static (page, strlen (page)));
      break;
    case TILE_SERVER_LONG:
      answer_with (message, "image/png", g_bytes_new_take (g_malloc0 (10000000), 10000000));
      break;
    case TILE_SERVER_HUGE:
      answer_with (message, "image/png", make_huge (tile));
      break;
    case TILE_SERVER_WRONG_TYPE:
      answer_with (message, "text/plain", tile_server_make_image (tile));
      break;
    case TILE_SERVER_HANG:
      /* Paused, and answered with next to nothing once the client has gone. */
      answer_with (message, "image/png", g_bytes_new_static (&nought, 1));
      break;
    case TILE_SERVER_GOOD:
    default:
      answer_well (self, message, tile);
    }
}

static void
finished_cb (SoupServerMessage *message, gpointer user_data)
{
  TileServer *self = user_data;

  self->at_once--;
  g_ptr_array_remove (self->held, message);
}

static TileServerMode
find_mode (TileServer *self, AtlasTile tile)
{
  gpointer mode;

  if (g_hash_table_lookup_extended (self->tile_modes, &tile, NULL, &mode))
    return (TileServerMode) GPOINTER_TO_INT (mode);
  return self->mode;
}

static gboolean
read_path (const char *path, AtlasTile *tile)
{
  const char *end = path + strlen (path);

  /* The last three parts of the path. */
  for (guint slashes = 0; end > path && slashes < 3;)
    slashes += *--end == '/';
  return sscanf (end, "/%d/%d/%d.png", &tile->zoom, &tile->x, &tile->y) == 3;
}

static void
note_request (TileServer *self, SoupServerMessage *message, AtlasTile tile)
{
  GSocketAddress *address = soup_server_message_get_remote_address (message);
  Asked *asked = g_new0 (Asked, 1);

  asked->tile = tile;
  asked->headers = soup_message_headers_ref (soup_server_message_get_request_headers (message));
  g_ptr_array_add (self->asked, asked);
  g_hash_table_add (self->connections,
                    GUINT_TO_POINTER (
                      g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address))));
  self->at_once++;
  self->most_at_once = MAX (self->most_at_once, self->at_once);
  g_signal_connect (message, "finished", G_CALLBACK (finished_cb), self);
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  TileServer *self = user_data;
  AtlasTile tile;
  TileServerMode mode;

  if (!read_path (path, &tile))
    {
      soup_server_message_set_status (message, SOUP_STATUS_BAD_REQUEST, NULL);
      return;
    }
  note_request (self, message, tile);
  mode = find_mode (self, tile);
  answer (self, message, tile, mode);
  if (self->hold || mode == TILE_SERVER_HANG)
    {
      soup_server_message_pause (message);
      g_ptr_array_add (self->held, g_object_ref (message));
    }
}

TileServer *
tile_server_new (void)
{
  TileServer *self = g_new0 (TileServer, 1);

  self->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  self->tile_modes = g_hash_table_new_full (atlas_tile_hash, atlas_tile_equal, g_free, NULL);
  self->asked = g_ptr_array_new_with_free_func (asked_free);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->connections = g_hash_table_new (NULL, NULL);
  tile_server_start (self);
  return self;
}

void
tile_server_start (TileServer *self)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_assert_null (self->server);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, "/", handle_cb, self, NULL);
  soup_server_listen_local (self->server, self->port, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

void
tile_server_stop (TileServer *self)
{
  tile_server_hold (self, FALSE);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
}

void
tile_server_free (TileServer *self)
{
  if (self->server != NULL)
    tile_server_stop (self);
  soup_message_headers_unref (self->headers);
  g_hash_table_unref (self->tile_modes);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->held);
  g_hash_table_unref (self->connections);
  g_free (self);
}

char *
tile_server_get_template (TileServer *self, const char *key)
{
  return g_strdup_printf ("http://127.0.0.1:%u/%s/{z}/{x}/{y}.png", self->port, key);
}

void
tile_server_set_mode (TileServer *self, TileServerMode mode)
{
  self->mode = mode;
  g_hash_table_remove_all (self->tile_modes);
}

void
tile_server_set_tile_mode (TileServer *self, AtlasTile tile, TileServerMode mode)
{
  g_hash_table_insert (self->tile_modes,
                       g_memdup2 (&tile, sizeof tile),
                       GINT_TO_POINTER ((int) mode));
}

void
tile_server_set_header (TileServer *self, const char *name, const char *value)
{
  if (value != NULL)
    soup_message_headers_replace (self->headers, name, value);
  else
    soup_message_headers_remove (self->headers, name);
}

void
tile_server_hold (TileServer *self, gboolean hold)
{
  self->hold = hold;
  if (hold)
    return;
  for (guint i = 0; i < self->held->len; i++)
    soup_server_message_unpause (self->held->pdata[i]);
  g_ptr_array_set_size (self->held, 0);
}

guint
tile_server_count (TileServer *self)
{
  return self->asked->len;
}

guint
tile_server_count_tile (TileServer *self, AtlasTile tile)
{
  guint n = 0;

  for (guint i = 0; i < self->asked->len; i++)
    n += (guint) atlas_tile_equal (&((Asked *) self->asked->pdata[i])->tile, &tile);
  return n;
}

guint
tile_server_count_at_once (TileServer *self)
{
  return self->most_at_once;
}

guint
tile_server_count_connections (TileServer *self)
{
  return g_hash_table_size (self->connections);
}

guint
tile_server_count_unchanged (TileServer *self)
{
  return self->unchanged;
}

guint
tile_server_count_held (TileServer *self)
{
  return self->held->len;
}

void
tile_server_forget (TileServer *self)
{
  g_ptr_array_set_size (self->asked, 0);
  g_hash_table_remove_all (self->connections);
  self->most_at_once = self->at_once;
  self->unchanged = 0;
}

AtlasTile
tile_server_get_tile (TileServer *self, guint i)
{
  g_assert_cmpuint (i, <, self->asked->len);
  return ((Asked *) self->asked->pdata[i])->tile;
}

const char *
tile_server_get_header (TileServer *self, guint i, const char *name)
{
  g_assert_cmpuint (i, <, self->asked->len);
  return soup_message_headers_get_one (((Asked *) self->asked->pdata[i])->headers, name);
}
