/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-tiles"

#include "config.h"

#include "atlas-tile-backoff.h"
#include "atlas-tile-request.h"
#include "atlas-tile-source-private.h"
#include "atlas-tile-template.h"
#include "atlas-tile-work.h"
#include "atlas-web-source.h"

/* A connection without data, or without use, is closed after so many seconds. */
#define SESSION_SECONDS 30
/* Once it is on the screen a tile is not asked about again for so long, whatever the server says.
 */
#define LEAST_FRESH (5 * 60 * 1000)
/* What is known about tiles that nobody looks at is forgotten beyond this number. */
#define MOST_ENTRIES 4096

typedef enum
{
  STEP_NEW,      /* nothing is known yet */
  STEP_LOOKING,  /* a thread looks into the cache */
  STEP_WAITING,  /* it has to be asked for */
  STEP_LOADING,  /* the server was asked */
  STEP_DECODING, /* a thread looks at the answer */
  STEP_DONE,     /* it is at hand, or there is none */
} Step;

/* A tile and what was done about it. */
typedef struct
{
  AtlasTile tile;
  Step step;
  guint failures;
  gint64 rest_until;
  gint64 expires;
  char *etag;
  char *modified;
  char *host;                /* while it is loading */
  GCancellable *cancellable; /* likewise */
} Entry;

struct _AtlasWebSource
{
  AtlasTileSource parent_instance;

  SoupSession *session;
  AtlasTileCache *cache;
  AtlasTileClock *clock;
  GRand *random;

  GHashTable *entries; /* AtlasTile -> Entry */
  GHashTable *running; /* host -> number of requests */
  guint alarm;
  AtlasTilePatience patience; /* with the server */
};

G_DEFINE_FINAL_TYPE (AtlasWebSource, atlas_web_source, ATLAS_TYPE_TILE_SOURCE)

/* What comes back from a thread or the server is for this tile of this source. */
typedef struct
{
  AtlasWebSource *source;
  AtlasTile tile;
  AtlasTileFreshness freshness;
} Call;

static Call *
call_new (AtlasWebSource *source, AtlasTile tile)
{
  Call *call = g_new0 (Call, 1);

  call->source = g_object_ref (source);
  call->tile = tile;
  return call;
}

static void
call_free (Call *call)
{
  g_object_unref (call->source);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->cancellable);
  g_free (entry->etag);
  g_free (entry->modified);
  g_free (entry->host);
  g_free (entry);
}

static Entry *
get_entry (AtlasWebSource *self, AtlasTile tile)
{
  Entry *entry = g_hash_table_lookup (self->entries, &tile);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->tile = tile;
      g_hash_table_insert (self->entries, &entry->tile, entry);
    }
  return entry;
}

static gboolean
is_under_way (const Entry *entry)
{
  return entry->step == STEP_LOOKING || entry->step == STEP_LOADING || entry->step == STEP_DECODING;
}

static void pump (AtlasWebSource *self);

static void
alarm_cb (gpointer user_data)
{
  AtlasWebSource *self = user_data;

  self->alarm = 0;
  pump (self);
}

static void
set_alarm (AtlasWebSource *self, gint64 when)
{
  gint64 now = atlas_tile_clock_get_time (self->clock);

  if (self->alarm != 0)
    atlas_tile_clock_remove (self->clock, self->alarm);
  self->alarm =
    when == G_MAXINT64 ? 0 : atlas_tile_clock_add (self->clock, when - now, alarm_cb, self);
}

/* The server answers, whatever it says about this one tile. */
static void
note_good (AtlasWebSource *self, Entry *entry)
{
  entry->failures = 0;
  self->patience = (AtlasTilePatience){ 0 };
  atlas_tile_source_set_trouble (ATLAS_TILE_SOURCE (self), ATLAS_TILE_TROUBLE_NONE);
}

static void
rest (AtlasWebSource *self, gint64 delay)
{
  atlas_tile_patience_rest (&self->patience,
                            atlas_tile_clock_get_time (self->clock),
                            delay,
                            self->random);
}

/* One tile went wrong, which need not mean anything for the others. */
static void
note_bad (AtlasWebSource *self, Entry *entry, AtlasTileTrouble trouble, const char *reason)
{
  gint64 now = atlas_tile_clock_get_time (self->clock);

  g_debug ("%s: %d/%d/%d: %s",
           atlas_tile_map_get_name (atlas_tile_source_get_map (ATLAS_TILE_SOURCE (self))),
           entry->tile.zoom,
           entry->tile.x,
           entry->tile.y,
           reason);
  entry->step = STEP_WAITING;
  entry->failures++;
  entry->rest_until = now + atlas_tile_backoff_get_delay (entry->failures, self->random);
  if (atlas_tile_patience_note_bad (&self->patience, now, self->random))
    atlas_tile_source_set_trouble (ATLAS_TILE_SOURCE (self), trouble);
}

static void
show (AtlasWebSource *self, Entry *entry, AtlasTilePixels *pixels)
{
  atlas_tile_source_take_pixels (ATLAS_TILE_SOURCE (self),
                                 entry->tile,
                                 atlas_tile_pixels_ref (pixels));
}

static void
set_done (AtlasWebSource *self, Entry *entry, gint64 expires)
{
  entry->step = STEP_DONE;
  entry->expires = MAX (expires, atlas_tile_clock_get_time (self->clock) + LEAST_FRESH);
}

static void
take_validators (Entry *entry, const char *etag, const char *modified)
{
  g_free (entry->etag);
  g_free (entry->modified);
  entry->etag = g_strdup (etag);
  entry->modified = g_strdup (modified);
}

static void
found_cb (GObject *unused, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  AtlasWebSource *self = call->source;
  Entry *entry = get_entry (self, call->tile);
  g_autoptr (AtlasTileFound) found = atlas_tile_work_find_finish (result);
  gboolean renewed = call->freshness.expires > 0;
  gboolean fresh;

  if (found->record == NULL)
    {
      take_validators (entry, NULL, NULL);
      entry->step = STEP_WAITING;
    }
  else
    {
      fresh = renewed || found->record->expires > atlas_tile_clock_get_time (self->clock);
      take_validators (entry, found->record->etag, found->record->modified);
      if (fresh)
        set_done (self, entry, found->record->expires);
      else
        entry->step = STEP_WAITING;
      if (fresh || !found->record->strict)
        show (self, entry, found->pixels);
    }
  pump (self);
}

static void
look_up (AtlasWebSource *self, Entry *entry, const AtlasTileFreshness *renewed)
{
  Call *call = call_new (self, entry->tile);
  AtlasTileMap *map = atlas_tile_source_get_map (ATLAS_TILE_SOURCE (self));

  entry->step = STEP_LOOKING;
  if (renewed != NULL)
    call->freshness = *renewed;
  atlas_tile_work_find_async (self->cache,
                              atlas_tile_map_get_key (map),
                              entry->tile,
                              atlas_tile_clock_get_time (self->clock),
                              call->freshness.expires,
                              found_cb,
                              call);
}

static void
taken_cb (GObject *unused, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  AtlasWebSource *self = call->source;
  Entry *entry = get_entry (self, call->tile);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTilePixels) pixels = atlas_tile_work_take_finish (result, &error);

  if (pixels == NULL)
    note_bad (self, entry, ATLAS_TILE_TROUBLE_BROKEN, error->message);
  else
    {
      note_good (self, entry);
      set_done (self, entry, call->freshness.expires);
      show (self, entry, pixels);
    }
  pump (self);
}

static void
take_image (AtlasWebSource *self, Entry *entry, AtlasTileAnswer *answer)
{
  AtlasTileRecord *record = g_new0 (AtlasTileRecord, 1);
  AtlasTileMap *map = atlas_tile_source_get_map (ATLAS_TILE_SOURCE (self));
  Call *call = call_new (self, entry->tile);

  record->bytes = g_steal_pointer (&answer->body);
  record->etag = g_steal_pointer (&answer->etag);
  record->modified = g_steal_pointer (&answer->modified);
  record->expires = answer->freshness.expires;
  record->strict = answer->freshness.strict;
  call->freshness = answer->freshness;
  take_validators (entry, record->etag, record->modified);
  entry->step = STEP_DECODING;
  atlas_tile_work_take_async (self->cache,
                              atlas_tile_map_get_key (map),
                              entry->tile,
                              atlas_tile_clock_get_time (self->clock),
                              record,
                              answer->freshness.may_store,
                              taken_cb,
                              call);
}

static void
take_answer (AtlasWebSource *self, Entry *entry, AtlasTileAnswer *answer)
{
  AtlasTileSource *source = ATLAS_TILE_SOURCE (self);

  switch (answer->kind)
    {
    case ATLAS_TILE_ANSWER_IMAGE:
      take_image (self, entry, answer);
      break;
    case ATLAS_TILE_ANSWER_UNCHANGED:
      note_good (self, entry);
      look_up (self, entry, &answer->freshness);
      break;
    case ATLAS_TILE_ANSWER_ABSENT:
      note_good (self, entry);
      entry->step = STEP_DONE;
      entry->expires = G_MAXINT64;
      atlas_tile_source_set_absent (source, entry->tile);
      break;
    case ATLAS_TILE_ANSWER_WAIT:
      entry->step = STEP_WAITING;
      rest (self, answer->retry);
      atlas_tile_source_set_trouble (source, ATLAS_TILE_TROUBLE_BUSY);
      break;
    case ATLAS_TILE_ANSWER_UNREACHABLE:
      entry->step = STEP_WAITING;
      rest (self, 0);
      atlas_tile_source_set_trouble (source, ATLAS_TILE_TROUBLE_UNREACHABLE);
      break;
    case ATLAS_TILE_ANSWER_REFUSED:
      note_bad (self, entry, ATLAS_TILE_TROUBLE_REFUSED, answer->reason);
      break;
    case ATLAS_TILE_ANSWER_LATE:
      note_bad (self, entry, ATLAS_TILE_TROUBLE_UNREACHABLE, answer->reason);
      break;
    case ATLAS_TILE_ANSWER_BROKEN:
    default:
      note_bad (self, entry, ATLAS_TILE_TROUBLE_BROKEN, answer->reason);
    }
}

static guint
count_running (AtlasWebSource *self, const char *host)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->running, host));
}

static void
set_running (AtlasWebSource *self, const char *host, guint n)
{
  if (n == 0)
    g_hash_table_remove (self->running, host);
  else
    g_hash_table_insert (self->running, g_strdup (host), GUINT_TO_POINTER (n));
}

static void
answered_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Call) call = user_data;
  AtlasWebSource *self = call->source;
  Entry *entry = get_entry (self, call->tile);
  g_autoptr (AtlasTileAnswer) answer = atlas_tile_request_send_finish (result, NULL);

  set_running (self, entry->host, count_running (self, entry->host) - 1);
  g_clear_pointer (&entry->host, g_free);
  g_clear_object (&entry->cancellable);
  if (answer == NULL)
    entry->step = STEP_WAITING;
  else
    take_answer (self, entry, answer);
  pump (self);
}

/* Begins with a tile unless its host has enough to do. */
static void
load (AtlasWebSource *self, Entry *entry)
{
  AtlasTileMap *map = atlas_tile_source_get_map (ATLAS_TILE_SOURCE (self));
  g_autofree char *address =
    atlas_tile_template_expand (atlas_tile_map_get_address (map), entry->tile);
  g_autofree char *host = atlas_tile_template_get_host (address);

  if (host == NULL || count_running (self, host) >= ATLAS_WEB_SOURCE_CONNECTIONS)
    return;
  set_running (self, host, count_running (self, host) + 1);
  entry->step = STEP_LOADING;
  entry->host = g_steal_pointer (&host);
  entry->cancellable = g_cancellable_new ();
  atlas_tile_request_send_async (self->session,
                                 self->clock,
                                 address,
                                 entry->etag,
                                 entry->modified,
                                 entry->cancellable,
                                 answered_cb,
                                 call_new (self, entry->tile));
}

/* Begins with what is wanted most, as far as connections go; @missing: with what is not on the
 * screen at all, or with what may have changed. The time of the first tile that rests goes to
 * @next. */
static void
load_some (AtlasWebSource *self, gboolean missing, gint64 *next)
{
  AtlasTileSource *source = ATLAS_TILE_SOURCE (self);
  const GArray *wanted = atlas_tile_source_get_wanted (source);
  gint64 now = atlas_tile_clock_get_time (self->clock);

  for (guint i = 0; i < wanted->len; i++)
    {
      Entry *entry = get_entry (self, g_array_index (wanted, AtlasTile, i));

      /* The cache will have answered in a moment; nobody who is wanted less goes before. */
      if (entry->step == STEP_LOOKING && missing)
        return;
      if (entry->step != STEP_WAITING ||
          atlas_tile_source_has_pixels (source, entry->tile) == missing)
        continue;
      if (entry->rest_until > now)
        *next = MIN (*next, entry->rest_until);
      else
        load (self, entry);
    }
}

static void
pump (AtlasWebSource *self)
{
  gint64 next = G_MAXINT64;

  if (atlas_tile_source_get_wanted (ATLAS_TILE_SOURCE (self))->len == 0)
    set_alarm (self, G_MAXINT64);
  else if (self->patience.rest_until > atlas_tile_clock_get_time (self->clock))
    set_alarm (self, self->patience.rest_until);
  else
    {
      load_some (self, TRUE, &next);
      load_some (self, FALSE, &next);
      set_alarm (self, next);
    }
}

/* What nobody looks at any more is not waited for, and in time forgotten. */
static void
end_unwanted (AtlasWebSource *self)
{
  GHashTableIter iter;
  gpointer value;
  gboolean crowded = g_hash_table_size (self->entries) > MOST_ENTRIES;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Entry *entry = value;

      if (atlas_tile_source_is_wanted (ATLAS_TILE_SOURCE (self), entry->tile))
        continue;
      if (entry->step == STEP_LOADING)
        g_cancellable_cancel (entry->cancellable);
      else if (crowded && !is_under_way (entry))
        g_hash_table_iter_remove (&iter);
    }
}

static void
atlas_web_source_update (AtlasTileSource *source)
{
  AtlasWebSource *self = ATLAS_WEB_SOURCE (source);
  const GArray *wanted = atlas_tile_source_get_wanted (source);
  gint64 now = atlas_tile_clock_get_time (self->clock);

  end_unwanted (self);
  for (guint i = 0; i < wanted->len; i++)
    {
      Entry *entry = get_entry (self, g_array_index (wanted, AtlasTile, i));

      if (entry->step == STEP_DONE && !atlas_tile_source_has_pixels (source, entry->tile))
        entry->step = STEP_NEW;
      if (entry->step == STEP_DONE && entry->expires <= now)
        entry->step = STEP_WAITING;
      if (entry->step == STEP_NEW)
        look_up (self, entry, NULL);
    }
  pump (self);
}

static void
atlas_web_source_retry (AtlasTileSource *source)
{
  AtlasWebSource *self = ATLAS_WEB_SOURCE (source);
  GHashTableIter iter;
  gpointer entry;

  self->patience = (AtlasTilePatience){ 0 };
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    {
      ((Entry *) entry)->rest_until = 0;
      ((Entry *) entry)->failures = 0;
    }
  atlas_tile_source_forget_absent (source);
  atlas_web_source_update (source);
}

static gboolean
atlas_web_source_is_settled (AtlasTileSource *source)
{
  AtlasWebSource *self = ATLAS_WEB_SOURCE (source);
  const GArray *wanted = atlas_tile_source_get_wanted (source);
  gint64 now = atlas_tile_clock_get_time (self->clock);

  if (g_hash_table_size (self->running) > 0)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    {
      const Entry *entry = get_entry (self, g_array_index (wanted, AtlasTile, i));

      if (is_under_way (entry) || entry->step == STEP_NEW ||
          (entry->step == STEP_WAITING && entry->rest_until <= now &&
           self->patience.rest_until <= now))
        return FALSE;
    }
  return TRUE;
}

static void
atlas_web_source_dispose (GObject *object)
{
  AtlasWebSource *self = ATLAS_WEB_SOURCE (object);

  if (self->clock != NULL)
    set_alarm (self, G_MAXINT64);
  g_clear_object (&self->session);
  g_clear_object (&self->cache);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (atlas_web_source_parent_class)->dispose (object);
}

static void
atlas_web_source_finalize (GObject *object)
{
  AtlasWebSource *self = ATLAS_WEB_SOURCE (object);

  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->running);
  g_clear_pointer (&self->random, g_rand_free);

  G_OBJECT_CLASS (atlas_web_source_parent_class)->finalize (object);
}

static void
atlas_web_source_class_init (AtlasWebSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  AtlasTileSourceClass *source_class = ATLAS_TILE_SOURCE_CLASS (klass);

  object_class->dispose = atlas_web_source_dispose;
  object_class->finalize = atlas_web_source_finalize;
  source_class->update = atlas_web_source_update;
  source_class->retry = atlas_web_source_retry;
  source_class->is_settled = atlas_web_source_is_settled;
}

static void
atlas_web_source_init (AtlasWebSource *self)
{
  self->entries = g_hash_table_new_full (atlas_tile_hash, atlas_tile_equal, NULL, entry_free);
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SoupSession *
atlas_web_session_new (void)
{
  return soup_session_new_with_options ("user-agent",
                                        "IliAtlas/" ATLAS_VERSION " (" ATLAS_APP_ID
                                        "; +" ATLAS_CONTACT ")",
                                        "max-conns-per-host",
                                        ATLAS_WEB_SOURCE_CONNECTIONS,
                                        "timeout",
                                        SESSION_SECONDS,
                                        "idle-timeout",
                                        SESSION_SECONDS,
                                        NULL);
}

AtlasTileSource *
atlas_web_source_new (AtlasTileMap *map,
                      SoupSession *session,
                      AtlasTileCache *cache,
                      AtlasTileClock *clock,
                      GRand *random)
{
  AtlasWebSource *self;

  g_return_val_if_fail (ATLAS_IS_TILE_MAP (map), NULL);
  g_return_val_if_fail (atlas_tile_map_get_kind (map) == ATLAS_TILE_MAP_ONLINE, NULL);
  g_return_val_if_fail (SOUP_IS_SESSION (session) && ATLAS_IS_TILE_CACHE (cache), NULL);
  g_return_val_if_fail (ATLAS_IS_TILE_CLOCK (clock) && random != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_WEB_SOURCE, "map", map, NULL);
  self->session = g_object_ref (session);
  self->cache = g_object_ref (cache);
  self->clock = g_object_ref (clock);
  self->random = random;
  return ATLAS_TILE_SOURCE (self);
}
