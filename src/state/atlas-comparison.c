/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include <gio/gio.h>

#include "atlas-comparison.h"

struct _AtlasComparison
{
  GObject parent_instance;

  AtlasViewState *state;
  AtlasHistoryIndex *index;

  GPtrArray *pieces; /* (nullable) (element-type AtlasChange) */
  AtlasTimeSpan span;
  int chosen;

  GCancellable *cancellable;
  gboolean working;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_PIECES,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasComparison, atlas_comparison, G_TYPE_OBJECT)

/* A question to the index. */
typedef struct
{
  AtlasHistoryIndex *index;
  AtlasTimeSpan span;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->index);
  g_free (question);
}

static gboolean
is_comparing (AtlasComparison *self)
{
  return self->index != NULL &&
         atlas_view_state_get_compare_mode (self->state) != ATLAS_COMPARE_NONE;
}

static AtlasTimeSpan
get_wanted (AtlasComparison *self)
{
  AtlasDay date = atlas_view_state_get_date (self->state);
  AtlasDay other = atlas_view_state_get_compare_date (self->state);

  return (AtlasTimeSpan){ MIN (date, other), MAX (date, other) };
}

/* Takes @pieces. */
static void
set_answer (AtlasComparison *self, GPtrArray *pieces, AtlasTimeSpan span)
{
  g_object_freeze_notify (G_OBJECT (self));
  atlas_comparison_set_chosen (self, -1);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  self->pieces = pieces;
  self->span = span;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PIECES]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
answer_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Question *question = task_data;

  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task,
                         atlas_changes_between (question->index,
                                                question->span.begin,
                                                question->span.end,
                                                ATLAS_CHANGES_NET),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void ask (AtlasComparison *self);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasComparison *self = ATLAS_COMPARISON (source);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  GPtrArray *pieces = g_task_propagate_pointer (G_TASK (result), &error);

  self->working = FALSE;
  if (pieces == NULL)
    return;
  if (is_comparing (self) && question->index == self->index)
    set_answer (self, pieces, question->span);
  else
    g_ptr_array_unref (pieces);
  ask (self);
}

/* Asks for the pieces between the dates of the state, unless they are there or under way. */
static void
ask (AtlasComparison *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (!is_comparing (self) && self->pieces != NULL)
    set_answer (self, NULL, (AtlasTimeSpan){ 0, -1 });
  if (!is_comparing (self) || self->working || atlas_comparison_is_settled (self))
    return;

  question = g_new0 (Question, 1);
  question->index = g_object_ref (self->index);
  question->span = get_wanted (self);
  task = g_task_new (self, self->cancellable, answered_cb, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  self->working = TRUE;
  g_task_run_in_thread (task, answer_in_worker);
}

static void
atlas_comparison_constructed (GObject *object)
{
  AtlasComparison *self = ATLAS_COMPARISON (object);
  const char *asks[] = { "notify::date", "notify::compare-date", "notify::compare-mode" };

  G_OBJECT_CLASS (atlas_comparison_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    g_signal_connect_object (self->state, asks[i], G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
}

static void
atlas_comparison_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AtlasComparison *self = ATLAS_COMPARISON (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    case PROP_PIECES:
      g_value_set_boxed (value, self->pieces);
      break;
    case PROP_CHOSEN:
      g_value_set_int (value, self->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_comparison_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AtlasComparison *self = ATLAS_COMPARISON (object);

  switch (id)
    {
    case PROP_STATE:
      self->state = g_value_dup_object (value);
      break;
    case PROP_CHOSEN:
      atlas_comparison_set_chosen (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
atlas_comparison_dispose (GObject *object)
{
  AtlasComparison *self = ATLAS_COMPARISON (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_object (&self->index);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (atlas_comparison_parent_class)->dispose (object);
}

static void
atlas_comparison_finalize (GObject *object)
{
  g_object_unref (ATLAS_COMPARISON (object)->cancellable);
  G_OBJECT_CLASS (atlas_comparison_parent_class)->finalize (object);
}

static void
atlas_comparison_class_init (AtlasComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_comparison_constructed;
  object_class->get_property = atlas_comparison_get_property;
  object_class->set_property = atlas_comparison_set_property;
  object_class->dispose = atlas_comparison_dispose;
  object_class->finalize = atlas_comparison_finalize;

  properties[PROP_STATE] = g_param_spec_object ("state",
                                                NULL,
                                                NULL,
                                                ATLAS_TYPE_VIEW_STATE,
                                                flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_PIECES] = g_param_spec_boxed ("pieces",
                                                NULL,
                                                NULL,
                                                G_TYPE_PTR_ARRAY,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOSEN] = g_param_spec_int ("chosen", NULL, NULL, -1, G_MAXINT, -1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_comparison_init (AtlasComparison *self)
{
  self->span = (AtlasTimeSpan){ 0, -1 };
  self->chosen = -1;
  self->cancellable = g_cancellable_new ();
}

AtlasComparison *
atlas_comparison_new (AtlasViewState *state)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  return g_object_new (ATLAS_TYPE_COMPARISON, "state", state, NULL);
}

void
atlas_comparison_set_index (AtlasComparison *self, AtlasHistoryIndex *index)
{
  g_return_if_fail (ATLAS_IS_COMPARISON (self));

  if (!g_set_object (&self->index, index))
    return;
  if (self->pieces != NULL)
    set_answer (self, NULL, (AtlasTimeSpan){ 0, -1 });
  ask (self);
}

/* The day before the last change of hands up to @date. */
static AtlasDay
find_day_before (AtlasComparison *self, AtlasDay date)
{
  const AtlasLandNet *net = atlas_history_index_get_land_net (self->index);
  AtlasDay changed = atlas_land_net_get_first_day (net, atlas_land_net_get_stage_on (net, date));

  return changed != ATLAS_DAY_OPEN_PAST ? changed - 1 : atlas_day_add_years (date, -1);
}

void
atlas_comparison_enter (AtlasComparison *self, AtlasCompareMode mode)
{
  g_return_if_fail (ATLAS_IS_COMPARISON (self));

  if (mode != ATLAS_COMPARE_NONE && self->index != NULL &&
      atlas_view_state_get_compare_mode (self->state) == ATLAS_COMPARE_NONE)
    atlas_view_state_set_compare_date (self->state,
                                       find_day_before (self,
                                                        atlas_view_state_get_date (self->state)));
  atlas_view_state_set_compare_mode (self->state, mode);
}

AtlasTimeSpan
atlas_comparison_get_span (AtlasComparison *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), ((AtlasTimeSpan){ 0, -1 }));

  return self->span;
}

GPtrArray *
atlas_comparison_get_pieces (AtlasComparison *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), NULL);

  return self->pieces;
}

int
atlas_comparison_get_chosen (AtlasComparison *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), -1);

  return self->chosen;
}

void
atlas_comparison_set_chosen (AtlasComparison *self, int position)
{
  g_return_if_fail (ATLAS_IS_COMPARISON (self));

  if (self->pieces == NULL || position < 0 || position >= (int) self->pieces->len)
    position = -1;
  if (position == self->chosen)
    return;
  self->chosen = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

gboolean
atlas_comparison_is_settled (AtlasComparison *self)
{
  AtlasTimeSpan wanted;

  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), FALSE);

  if (!is_comparing (self))
    return self->pieces == NULL;
  wanted = get_wanted (self);
  return self->pieces != NULL && self->span.begin == wanted.begin && self->span.end == wanted.end;
}
