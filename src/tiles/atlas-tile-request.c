/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-pixels.h"
#include "atlas-tile-request.h"
#include "atlas-tile-template.h"

#define PIECE 65536

/* What is under way, from the first address to the last byte. */
typedef struct
{
  SoupSession *session;
  AtlasTileClock *clock;
  GUri *uri;
  char *etag;
  char *modified;
  guint hops;

  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;

  GCancellable *inner; /* ends with the outer one, or at the deadline */
  GCancellable *outer; /* (nullable) */
  gulong outer_handler;
  guint deadline;
  gboolean late;
} Request;

static void
request_free (Request *self)
{
  if (self->deadline != 0)
    atlas_tile_clock_remove (self->clock, self->deadline);
  g_cancellable_disconnect (self->outer, self->outer_handler);
  g_clear_object (&self->outer);
  g_clear_object (&self->inner);
  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_clear_object (&self->session);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self);
}

void
atlas_tile_answer_free (AtlasTileAnswer *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self->reason);
  g_free (self);
}

static AtlasTileAnswer *
create_answer (AtlasTileAnswerKind kind, const char *reason)
{
  AtlasTileAnswer *answer = g_new0 (AtlasTileAnswer, 1);

  answer->kind = kind;
  answer->reason = g_strdup (reason);
  return answer;
}

/* Whatever else the server would have sent is not read. */
static void
answer (GTask *task, AtlasTileAnswer *answer)
{
  Request *self = g_task_get_task_data (task);

  if (self->stream != NULL && answer->kind != ATLAS_TILE_ANSWER_IMAGE)
    g_input_stream_close_async (self->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_task_return_pointer (task, answer, (GDestroyNotify) atlas_tile_answer_free);
  g_object_unref (task);
}

static gboolean
is_network_error (const GError *error)
{
  return error->domain == G_RESOLVER_ERROR || error->domain == G_TLS_ERROR ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_FAILED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

/* Messages of libraries may repeat an address; the reason that is kept is only their kind. */
static void
fail (GTask *task, const GError *error)
{
  Request *self = g_task_get_task_data (task);

  if (self->late)
    answer (task, create_answer (ATLAS_TILE_ANSWER_LATE, "no whole answer in time"));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
    }
  else if (self->stream == NULL && is_network_error (error))
    answer (task, create_answer (ATLAS_TILE_ANSWER_UNREACHABLE, "no connection"));
  else
    answer (task, create_answer (ATLAS_TILE_ANSWER_BROKEN, "the answer breaks off"));
}

static void
finish_body (GTask *task)
{
  Request *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  AtlasTileAnswer *image = create_answer (ATLAS_TILE_ANSWER_IMAGE, NULL);

  image->body = g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
  image->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  image->modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  image->freshness = atlas_tile_freshness_read (headers, atlas_tile_clock_get_time (self->clock));
  answer (task, image);
}

static void read_piece (GTask *task);

static void
piece_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Request *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) piece =
    g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (piece == NULL)
    fail (task, error);
  else if (g_bytes_get_size (piece) == 0)
    finish_body (task);
  else if (self->body->len + g_bytes_get_size (piece) > ATLAS_TILE_MOST_BYTES)
    answer (task, create_answer (ATLAS_TILE_ANSWER_BROKEN, "too many bytes"));
  else
    {
      g_byte_array_append (self->body,
                           g_bytes_get_data (piece, NULL),
                           (guint) g_bytes_get_size (piece));
      read_piece (task);
    }
}

static void
read_piece (GTask *task)
{
  Request *self = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (self->stream,
                                   PIECE,
                                   G_PRIORITY_DEFAULT,
                                   self->inner,
                                   piece_read_cb,
                                   task);
}

/* What is said to be something else than an image is not worth reading; what is said to be one is
 * still looked at before it is believed. */
static void
begin_body (GTask *task)
{
  Request *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  if (type != NULL && !g_str_has_prefix (type, "image/") &&
      !g_str_equal (type, "application/octet-stream"))
    answer (task, create_answer (ATLAS_TILE_ANSWER_BROKEN, "no image by its content type"));
  else if (soup_message_headers_get_content_length (headers) > ATLAS_TILE_MOST_BYTES)
    answer (task, create_answer (ATLAS_TILE_ANSWER_BROKEN, "too many bytes"));
  else
    {
      self->body = g_byte_array_new ();
      read_piece (task);
    }
}

static void send_message (GTask *task);

static void
follow (GTask *task)
{
  Request *self = g_task_get_task_data (task);
  const char *location =
    soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Location");
  g_autoptr (GUri) next =
    location != NULL ? g_uri_parse_relative (self->uri, location, G_URI_FLAGS_ENCODED, NULL) : NULL;

  if (next == NULL || ++self->hops > ATLAS_TILE_REQUEST_MOST_HOPS ||
      !atlas_tile_address_may_follow (self->uri, next))
    {
      answer (task, create_answer (ATLAS_TILE_ANSWER_BROKEN, "a redirection that leads nowhere"));
      return;
    }
  g_input_stream_close_async (self->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_clear_object (&self->stream);
  g_uri_unref (self->uri);
  self->uri = g_steal_pointer (&next);
  send_message (task);
}

static void
wait_or_give_up (GTask *task, guint status)
{
  Request *self = g_task_get_task_data (task);
  AtlasTileAnswer *later = create_answer (ATLAS_TILE_ANSWER_WAIT, NULL);

  later->reason = g_strdup_printf ("status %u", status);
  later->retry = atlas_tile_freshness_read_retry (soup_message_get_response_headers (self->message),
                                                  atlas_tile_clock_get_time (self->clock),
                                                  0);
  answer (task, later);
}

static void
read_status (GTask *task)
{
  Request *self = g_task_get_task_data (task);
  guint status = soup_message_get_status (self->message);
  g_autofree char *reason = g_strdup_printf ("status %u", status);
  AtlasTileAnswer *unchanged;

  switch (status)
    {
    case SOUP_STATUS_OK:
      begin_body (task);
      return;
    case SOUP_STATUS_NOT_MODIFIED:
      unchanged = create_answer (ATLAS_TILE_ANSWER_UNCHANGED, NULL);
      unchanged->freshness =
        atlas_tile_freshness_read (soup_message_get_response_headers (self->message),
                                   atlas_tile_clock_get_time (self->clock));
      answer (task, unchanged);
      return;
    case SOUP_STATUS_MOVED_PERMANENTLY:
    case SOUP_STATUS_FOUND:
    case SOUP_STATUS_SEE_OTHER:
    case SOUP_STATUS_TEMPORARY_REDIRECT:
    case SOUP_STATUS_PERMANENT_REDIRECT:
      follow (task);
      return;
    case SOUP_STATUS_NO_CONTENT:
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      answer (task, create_answer (ATLAS_TILE_ANSWER_ABSENT, reason));
      return;
    case 429: /* Too Many Requests (RFC 6585), for which libsoup has no name */
    case SOUP_STATUS_SERVICE_UNAVAILABLE:
      wait_or_give_up (task, status);
      return;
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_PAYMENT_REQUIRED:
    case SOUP_STATUS_FORBIDDEN:
    case SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED:
      answer (task, create_answer (ATLAS_TILE_ANSWER_REFUSED, reason));
      return;
    default:
      answer (task, create_answer (ATLAS_TILE_ANSWER_BROKEN, reason));
    }
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Request *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    fail (task, error);
  else
    read_status (task);
}

/* Redirections are followed here and not by libsoup, which would leave HTTPS if it was told to. */
static void
send_message (GTask *task)
{
  Request *self = g_task_get_task_data (task);
  SoupMessageHeaders *headers;

  g_clear_object (&self->message);
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, self->uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_replace (headers, "Accept", "image/png, image/jpeg, image/webp");
  if (self->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", self->etag);
  if (self->modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", self->modified);
  soup_session_send_async (self->session,
                           self->message,
                           G_PRIORITY_DEFAULT,
                           self->inner,
                           sent_cb,
                           task);
}

static void
deadline_cb (gpointer user_data)
{
  Request *self = user_data;

  self->deadline = 0;
  self->late = TRUE;
  g_cancellable_cancel (self->inner);
}

static void
outer_cancelled_cb (GCancellable *outer, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

void
atlas_tile_request_send_async (SoupSession *session,
                               AtlasTileClock *clock,
                               const char *address,
                               const char *etag,
                               const char *modified,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Request *self = g_new0 (Request, 1);

  g_task_set_source_tag (task, atlas_tile_request_send_async);
  g_task_set_task_data (task, self, (GDestroyNotify) request_free);
  self->session = g_object_ref (session);
  self->clock = g_object_ref (clock);
  self->etag = g_strdup (etag);
  self->modified = g_strdup (modified);
  self->inner = g_cancellable_new ();
  self->uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  if (self->uri == NULL || !atlas_tile_address_is_allowed (self->uri))
    {
      answer (task, create_answer (ATLAS_TILE_ANSWER_BROKEN, "no address that may be asked"));
      return;
    }
  if (cancellable != NULL)
    {
      self->outer = g_object_ref (cancellable);
      self->outer_handler =
        g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled_cb), self->inner, NULL);
    }
  self->deadline = atlas_tile_clock_add (clock, ATLAS_TILE_REQUEST_DEADLINE, deadline_cb, self);
  send_message (task);
}

AtlasTileAnswer *
atlas_tile_request_send_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
