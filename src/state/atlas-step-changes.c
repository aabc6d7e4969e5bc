/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include <gio/gio.h>

#include "atlas-step-changes.h"

/* Milliseconds without another step before the worker is asked: a drag and a playback leave it the
 * processor. */
#define QUIET 150

/* Days of a step. */
typedef struct
{
  AtlasDay from, to;
} Days;

/* What happened between them. */
typedef struct
{
  AtlasHistoryIndex *index;
  Days days;
  GPtrArray *pieces;
  GPtrArray *begun;
  GPtrArray *ended;
  GPtrArray *towns;
} Answer;

struct _AtlasStepChanges
{
  GObject parent_instance;

  AtlasViewState *state;
  AtlasHistory *history;
  AtlasHistoryIndex *index; /* (nullable) */
  Answer *answer;           /* (nullable) */
  GPtrArray *nothing;
  GCancellable *cancellable;
  gboolean working;
  guint quiet;
};

G_DEFINE_FINAL_TYPE (AtlasStepChanges, atlas_step_changes, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->index);
  g_clear_pointer (&answer->pieces, g_ptr_array_unref);
  g_clear_pointer (&answer->begun, g_ptr_array_unref);
  g_clear_pointer (&answer->ended, g_ptr_array_unref);
  g_clear_pointer (&answer->towns, g_ptr_array_unref);
  g_free (answer);
}

/* The polities that hold land on a day, each once. */
static GPtrArray *
list_polities (AtlasHistoryIndex *index, AtlasDay day)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (index);
  g_autoptr (GPtrArray) territories = atlas_history_index_territories_on (index, day, NULL);
  GPtrArray *polities = g_ptr_array_new ();

  for (guint i = 0; i < territories->len; i++)
    {
      AtlasPolity *polity =
        atlas_dataset_lookup_polity (dataset, atlas_territory_get_polity (territories->pdata[i]));

      if (polity != NULL && !g_str_equal (atlas_polity_get_family (polity), "unknown") &&
          !g_ptr_array_find (polities, polity, NULL))
        g_ptr_array_add (polities, polity);
    }
  return polities;
}

static GPtrArray *
subtract (GPtrArray *from, GPtrArray *those)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; i < from->len; i++)
    if (!g_ptr_array_find (those, from->pdata[i], NULL))
      g_ptr_array_add (rest, from->pdata[i]);
  return rest;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  AtlasDay first = atlas_record_get_bounds (*(AtlasRecord *const *) a).begin;
  AtlasDay second = atlas_record_get_bounds (*(AtlasRecord *const *) b).begin;

  return (first > second) - (first < second);
}

static GPtrArray *
list_towns (AtlasDataset *dataset, Days days)
{
  GPtrArray *towns = g_ptr_array_new ();

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_CONTROL); i++)
    {
      AtlasRecord *control = atlas_dataset_get_record (dataset, ATLAS_KIND_CONTROL, i);
      AtlasDay day = atlas_record_get_bounds (control).begin;

      if (day > days.from && day <= days.to)
        g_ptr_array_add (towns, control);
    }
  g_ptr_array_sort (towns, compare_days);
  return towns;
}

static void
answer_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Answer *answer = task_data;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  before = list_polities (answer->index, answer->days.from);
  after = list_polities (answer->index, answer->days.to);
  answer->begun = subtract (after, before);
  answer->ended = subtract (before, after);
  answer->towns = list_towns (atlas_history_index_get_dataset (answer->index), answer->days);
  answer->pieces =
    atlas_changes_between (answer->index, answer->days.from, answer->days.to, ATLAS_CHANGES_NET);
  g_task_return_boolean (task, TRUE);
}

/* The days of the last step; FALSE where there was none yet. */
static gboolean
get_wanted (AtlasStepChanges *self, Days *days)
{
  days->to = atlas_view_state_get_date (self->state);
  return self->index != NULL && atlas_history_get_last_date (self->history, &days->from);
}

static void ask (AtlasStepChanges *self);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasStepChanges *self = ATLAS_STEP_CHANGES (source);
  Answer *answer = user_data;

  self->working = FALSE;
  if (g_task_propagate_boolean (G_TASK (result), NULL) && answer->index == self->index)
    {
      g_clear_pointer (&self->answer, answer_free);
      self->answer = answer;
      g_signal_emit (self, signals[CHANGED], 0);
      if (self->quiet == 0)
        ask (self);
    }
  else
    answer_free (answer);
}

static void
ask (AtlasStepChanges *self)
{
  g_autoptr (GTask) task = NULL;
  Answer *answer;
  Days days;

  if (self->working || atlas_step_changes_is_settled (self) || !get_wanted (self, &days))
    return;
  answer = g_new0 (Answer, 1);
  answer->index = g_object_ref (self->index);
  answer->days = days;
  task = g_task_new (self, self->cancellable, answered_cb, answer);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, answer, NULL);
  self->working = TRUE;
  g_task_run_in_thread (task, answer_in_worker);
}

static gboolean
quiet_cb (gpointer user_data)
{
  AtlasStepChanges *self = user_data;

  self->quiet = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
date_changed_cb (AtlasStepChanges *self)
{
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->quiet = g_timeout_add (QUIET, quiet_cb, self);
}

static void
atlas_step_changes_dispose (GObject *object)
{
  AtlasStepChanges *self = ATLAS_STEP_CHANGES (object);

  g_clear_handle_id (&self->quiet, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->answer, answer_free);
  g_clear_object (&self->state);
  g_clear_object (&self->history);
  g_clear_object (&self->index);
  G_OBJECT_CLASS (atlas_step_changes_parent_class)->dispose (object);
}

static void
atlas_step_changes_finalize (GObject *object)
{
  AtlasStepChanges *self = ATLAS_STEP_CHANGES (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->nothing);
  G_OBJECT_CLASS (atlas_step_changes_parent_class)->finalize (object);
}

static void
atlas_step_changes_class_init (AtlasStepChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_step_changes_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_step_changes_finalize;
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
atlas_step_changes_init (AtlasStepChanges *self)
{
  self->cancellable = g_cancellable_new ();
  self->nothing = g_ptr_array_new ();
}

AtlasStepChanges *
atlas_step_changes_new (AtlasViewState *state, AtlasHistory *history)
{
  AtlasStepChanges *self;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);
  g_return_val_if_fail (ATLAS_IS_HISTORY (history), NULL);

  self = g_object_new (ATLAS_TYPE_STEP_CHANGES, NULL);
  self->state = g_object_ref (state);
  self->history = g_object_ref (history);
  g_signal_connect_object (state,
                           "notify::date",
                           G_CALLBACK (date_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
atlas_step_changes_set_index (AtlasStepChanges *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_STEP_CHANGES (self));

  if (!g_set_object (&self->index, index))
    return;
  if (self->answer != NULL)
    {
      g_clear_pointer (&self->answer, answer_free);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  /* Whoever opens an atlas may still be about to say on which day. */
  date_changed_cb (self);
}

gboolean
atlas_step_changes_get_days (AtlasStepChanges *self, AtlasDay *from, AtlasDay *to)
{
  g_return_val_if_fail (ATLAS_IS_STEP_CHANGES (self), FALSE);

  if (self->answer == NULL)
    return FALSE;
  *from = self->answer->days.from;
  *to = self->answer->days.to;
  return TRUE;
}

GPtrArray *
atlas_step_changes_get_pieces (AtlasStepChanges *self)
{
  g_return_val_if_fail (ATLAS_IS_STEP_CHANGES (self), NULL);

  return self->answer != NULL ? self->answer->pieces : self->nothing;
}

GPtrArray *
atlas_step_changes_get_begun (AtlasStepChanges *self)
{
  g_return_val_if_fail (ATLAS_IS_STEP_CHANGES (self), NULL);

  return self->answer != NULL ? self->answer->begun : self->nothing;
}

GPtrArray *
atlas_step_changes_get_ended (AtlasStepChanges *self)
{
  g_return_val_if_fail (ATLAS_IS_STEP_CHANGES (self), NULL);

  return self->answer != NULL ? self->answer->ended : self->nothing;
}

GPtrArray *
atlas_step_changes_get_towns (AtlasStepChanges *self)
{
  g_return_val_if_fail (ATLAS_IS_STEP_CHANGES (self), NULL);

  return self->answer != NULL ? self->answer->towns : self->nothing;
}

gboolean
atlas_step_changes_is_settled (AtlasStepChanges *self)
{
  Days days;

  g_return_val_if_fail (ATLAS_IS_STEP_CHANGES (self), FALSE);

  return !get_wanted (self, &days) ||
         (self->answer != NULL && self->answer->days.from == days.from &&
          self->answer->days.to == days.to);
}
