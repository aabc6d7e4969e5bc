/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-index"

#include "config.h"

#include "atlas-changes-private.h"

typedef struct
{
  AtlasHistoryIndex *index;
  const AtlasLandNet *net;
  GHashTable *succession;
  AtlasDay before, after;
  GHashTable *groups; /* words that tell groups apart -> AtlasChangeGroup */
} Comparison;

/* In the order of AtlasChangeKind. */
static const char *const kind_words[] = { "control", "title", "succession", "standing", "claim" };

const char *
atlas_change_kind_to_string (AtlasChangeKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_words), NULL);

  return kind_words[kind];
}

static void
begin_comparison (Comparison *self, AtlasHistoryIndex *index)
{
  self->index = index;
  self->net = atlas_history_index_get_land_net (index);
  self->succession = atlas_succession_new (atlas_history_index_get_dataset (index));
  self->groups = g_hash_table_new_full (g_str_hash,
                                        g_str_equal,
                                        g_free,
                                        (GDestroyNotify) atlas_change_group_free);
}

static void
end_comparison (Comparison *self)
{
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->succession);
}

static const char *
get_polity (AtlasTerritory *territory)
{
  return territory != NULL ? atlas_territory_get_polity (territory) : NULL;
}

static gboolean
is_one_hand (const Comparison *self, const char *a, const char *b)
{
  return g_strcmp0 (atlas_succession_get_first (self->succession, a),
                    atlas_succession_get_first (self->succession, b)) == 0;
}

/* FALSE where @a and @b hold the land in one and the same way. */
static gboolean
tell_kind (const Comparison *self, AtlasTerritory *a, AtlasTerritory *b, AtlasChangeKind *kind)
{
  if (a == b)
    return FALSE;
  if (!is_one_hand (self, get_polity (a), get_polity (b)))
    *kind = ATLAS_CHANGE_CONTROL;
  else if (!is_one_hand (self, atlas_change_get_owner (a), atlas_change_get_owner (b)))
    *kind = ATLAS_CHANGE_TITLE;
  else if (g_strcmp0 (get_polity (a), get_polity (b)) != 0 ||
           g_strcmp0 (atlas_change_get_owner (a), atlas_change_get_owner (b)) != 0)
    *kind = ATLAS_CHANGE_SUCCESSION;
  else if (atlas_territory_get_standing (a) != atlas_territory_get_standing (b) ||
           g_strcmp0 (atlas_territory_get_over (a), atlas_territory_get_over (b)) != 0)
    *kind = ATLAS_CHANGE_STANDING;
  else
    return FALSE;
  return TRUE;
}

static AtlasHold
make_hold (AtlasTerritory *territory)
{
  if (territory == NULL)
    return (AtlasHold){ NULL, ATLAS_STANDING_UNADMINISTERED, NULL, NULL };
  return (AtlasHold){ atlas_territory_get_polity (territory),
                      atlas_territory_get_standing (territory),
                      atlas_territory_get_over (territory),
                      territory };
}

/* What is told of the day on which a face passes from @from to @to: by the territory that begins
 * then, or, where the land falls back to one that was there all the time, by the one that ends. */
static void
tell_act (AtlasChangeGroup *group, AtlasTerritory *from, AtlasTerritory *to)
{
  if (to != NULL && atlas_record_get_bounds (ATLAS_RECORD (to)).begin == group->day)
    {
      group->witness = to;
      group->act = atlas_territory_get_act (to);
      group->event = atlas_territory_get_act_event (to);
      group->date = atlas_record_get_edtf (ATLAS_RECORD (to));
    }
  else if (from != NULL)
    {
      group->witness = from;
      group->act = atlas_territory_get_end_act (from);
    }
}

static char *
name_hold (AtlasHold hold)
{
  return g_strdup_printf ("%s %d %s",
                          hold.polity != NULL ? hold.polity : "",
                          (int) hold.standing,
                          hold.over != NULL ? hold.over : "");
}

/* Pieces of the same hands and the same act are one; without an act those of the same day. */
static char *
name_group (const AtlasChangeGroup *group)
{
  g_autofree char *from = name_hold (group->from);
  g_autofree char *to = name_hold (group->to);
  const char *act = group->act != NULL ? atlas_text_get (group->act, "en") : NULL;

  return g_strdup_printf ("%d|%s|%s|%s|%s|%d",
                          (int) group->kind,
                          from,
                          to,
                          act != NULL ? act : "",
                          group->event != NULL ? group->event : "",
                          act != NULL ? 0 : (int) group->day);
}

/* Adds @face, which passed from @first to @last, lastly by a change from @from to @to on @day. */
static void
add_face (Comparison *self,
          guint face,
          AtlasChangeKind kind,
          AtlasTerritory *const ends[2],
          AtlasTerritory *const change[2],
          AtlasDay day)
{
  AtlasChangeGroup probe = { .kind = kind,
                             .from = make_hold (ends[0]),
                             .to = make_hold (ends[1]),
                             .before = self->before,
                             .after = self->after,
                             .day = day };
  g_autofree char *name = NULL;
  AtlasChangeGroup *group;

  tell_act (&probe, change[0], change[1]);
  if (probe.event == NULL)
    probe.event = atlas_change_find_event (self->index, day, change[0], change[1]);
  name = name_group (&probe);
  group = g_hash_table_lookup (self->groups, name);
  if (group == NULL)
    {
      group = atlas_change_group_new ();
      probe.faces = group->faces;
      *group = probe;
      g_hash_table_insert (self->groups, g_steal_pointer (&name), group);
    }
  else if (day > group->day)
    {
      group->day = day;
      group->date = probe.date;
      group->witness = probe.witness;
    }
  g_array_append_val (group->faces, face);
}

/* The last stage after @first and up to @last in which the face changed as weightily as from one
 * end to the other. */
static guint
find_last_stage (const Comparison *self, guint face, guint first, guint last, AtlasChangeKind kind)
{
  AtlasChangeKind weight = MAX (kind, ATLAS_CHANGE_TITLE);

  for (guint stage = last; stage > first + 1; stage--)
    {
      AtlasChangeKind found;

      if (tell_kind (self,
                     atlas_land_net_get_holder (self->net, stage - 1, face),
                     atlas_land_net_get_holder (self->net, stage, face),
                     &found) &&
          found <= weight)
        return stage;
    }
  return first + 1;
}

static void
compare_stages (Comparison *self, guint first, guint last)
{
  for (guint face = 0; face < atlas_land_net_get_n_faces (self->net); face++)
    {
      AtlasTerritory *ends[] = { atlas_land_net_get_holder (self->net, first, face),
                                 atlas_land_net_get_holder (self->net, last, face) };
      AtlasTerritory *change[2];
      AtlasChangeKind kind;
      guint stage;

      if (!tell_kind (self, ends[0], ends[1], &kind))
        continue;
      stage = find_last_stage (self, face, first, last, kind);
      change[0] = atlas_land_net_get_holder (self->net, stage - 1, face);
      change[1] = atlas_land_net_get_holder (self->net, stage, face);
      add_face (self, face, kind, ends, change, atlas_land_net_get_first_day (self->net, stage));
    }
}

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const AtlasChange *first = *(AtlasChange *const *) a;
  const AtlasChange *second = *(AtlasChange *const *) b;
  AtlasChangeKind first_kind = MAX (first->kind, ATLAS_CHANGE_TITLE);
  AtlasChangeKind second_kind = MAX (second->kind, ATLAS_CHANGE_TITLE);

  if (first_kind != second_kind)
    return first_kind < second_kind ? -1 : 1;
  if (first->area > second->area || first->area < second->area)
    return first->area > second->area ? -1 : 1;
  return g_strcmp0 (first->to.polity, second->to.polity);
}

/* Appends the pieces of all groups, or of those of one event, in order. */
static void
take_pieces (Comparison *self, const char *event, GPtrArray *pieces)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    {
      AtlasChange *piece;

      if (event != NULL && g_strcmp0 (((AtlasChangeGroup *) group)->event, event) != 0)
        continue;
      piece = atlas_change_group_make_piece (group, self->index);
      if (piece != NULL)
        g_ptr_array_add (made, piece);
    }
  g_ptr_array_sort (made, compare_pieces);
  g_ptr_array_extend_and_steal (pieces, g_steal_pointer (&made));
}

static void
turn_back (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      AtlasChange *piece = pieces->pdata[i];
      AtlasHold from = piece->from;

      piece->from = piece->to;
      piece->to = from;
    }
}

/* Fills the groups with what changes on the first day of @stage. */
static void
compare_with_last (Comparison *self, guint stage)
{
  self->after = atlas_land_net_get_first_day (self->net, stage);
  self->before = self->after - 1;
  g_hash_table_remove_all (self->groups);
  compare_stages (self, stage - 1, stage);
}

GPtrArray *
atlas_changes_between (AtlasHistoryIndex *index, AtlasDay from, AtlasDay to, AtlasChangesMode mode)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_change_unref);
  Comparison self = { 0 };
  guint first, last;

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), pieces);

  begin_comparison (&self, index);
  first = atlas_land_net_get_stage_on (self.net, MIN (from, to));
  last = atlas_land_net_get_stage_on (self.net, MAX (from, to));
  if (mode == ATLAS_CHANGES_EACH)
    for (guint stage = first + 1; stage <= last; stage++)
      {
        compare_with_last (&self, stage);
        take_pieces (&self, NULL, pieces);
      }
  else if (first < last)
    {
      self.before = MIN (from, to);
      self.after = MAX (from, to);
      compare_stages (&self, first, last);
      take_pieces (&self, NULL, pieces);
    }
  if (to < from)
    turn_back (pieces);
  end_comparison (&self);
  return pieces;
}

/* Whether anything on the first day of a stage can be the act of an event. */
static gboolean
may_be_act (const Comparison *self, guint stage, AtlasRecord *event)
{
  AtlasDay day = atlas_land_net_get_first_day (self->net, stage);

  if (atlas_time_span_contains (atlas_record_get_bounds (event), day))
    return TRUE;
  for (guint face = 0; face < atlas_land_net_get_n_faces (self->net); face++)
    {
      AtlasTerritory *holder = atlas_land_net_get_holder (self->net, stage, face);

      if (holder != NULL && atlas_record_get_bounds (ATLAS_RECORD (holder)).begin == day &&
          g_strcmp0 (atlas_territory_get_act_event (holder), atlas_record_get_id (event)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether @claimant lost a face by the event on the first day of @stage. */
static gboolean
was_lost (const Comparison *self, guint face, const char *event, const char *claimant)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const AtlasChangeGroup *group = value;

      if (g_strcmp0 (group->event, event) != 0 || group->kind > ATLAS_CHANGE_TITLE ||
          !is_one_hand (self, atlas_change_get_owner (group->from.territory), claimant))
        continue;
      for (guint i = 0; i < group->faces->len; i++)
        if (g_array_index (group->faces, guint, i) == face)
          return TRUE;
    }
  return FALSE;
}

/* Whether @claimant claims a face on @day all the same: a claim that goes on over less land than
 * before is a record of its own. */
static gboolean
is_still_claimed (const Comparison *self, guint face, const char *claimant, AtlasDay day)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (self->index);

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY); i++)
    {
      AtlasTerritory *territory =
        ATLAS_TERRITORY (atlas_dataset_get_record (dataset, ATLAS_KIND_TERRITORY, i));

      if (atlas_territory_get_standing (territory) == ATLAS_STANDING_CLAIM &&
          g_strcmp0 (atlas_territory_get_polity (territory), claimant) == 0 &&
          atlas_time_span_contains (atlas_record_get_bounds (ATLAS_RECORD (territory)), day) &&
          atlas_land_net_is_in (self->net, face, territory))
        return TRUE;
    }
  return FALSE;
}

static AtlasChange *
make_claim_piece (Comparison *self, AtlasTerritory *claim, const char *event, guint stage)
{
  AtlasChangeGroup *group = atlas_change_group_new ();
  const char *claimant = atlas_territory_get_polity (claim);
  double largest = 0.0;
  g_autoptr (GHashTable) areas = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  AtlasChange *piece;

  group->kind = ATLAS_CHANGE_CLAIM;
  group->from = make_hold (claim);
  group->day = group->after = self->after;
  group->before = self->before;
  group->act = atlas_territory_get_end_act (claim);
  group->event = event;
  group->claim = group->witness = claim;
  for (guint face = 0; face < atlas_land_net_get_n_faces (self->net); face++)
    {
      AtlasTerritory *holder = atlas_land_net_get_holder (self->net, stage, face);
      double *area;

      if (is_one_hand (self, atlas_change_get_owner (holder), claimant) ||
          !(atlas_land_net_is_in (self->net, face, claim) ||
            was_lost (self, face, event, claimant)) ||
          is_still_claimed (self, face, claimant, self->after))
        continue;
      g_array_append_val (group->faces, face);
      area = g_hash_table_lookup (areas, holder);
      if (area == NULL)
        {
          area = g_new0 (double, 1);
          g_hash_table_insert (areas, holder, area);
        }
      *area += atlas_land_net_get_area (self->net, face);
      if (*area > largest)
        {
          largest = *area;
          group->to = make_hold (holder);
        }
    }
  piece = atlas_change_group_make_piece (group, self->index);
  atlas_change_group_free (group);
  return piece;
}

/* The claims that were upheld to the day before. */
static void
add_claims (Comparison *self, AtlasEvent *event, guint stage, GPtrArray *claims)
{
  AtlasDataset *dataset = atlas_history_index_get_dataset (self->index);
  AtlasDay day = atlas_land_net_get_first_day (self->net, stage);

  for (guint i = 0; i < atlas_dataset_get_n_records (dataset, ATLAS_KIND_TERRITORY); i++)
    {
      AtlasTerritory *claim =
        ATLAS_TERRITORY (atlas_dataset_get_record (dataset, ATLAS_KIND_TERRITORY, i));
      AtlasChange *piece;

      if (atlas_territory_get_standing (claim) != ATLAS_STANDING_CLAIM ||
          atlas_record_get_bounds (ATLAS_RECORD (claim)).end != day - 1 ||
          !atlas_change_takes_part (event, atlas_territory_get_polity (claim)))
        continue;
      piece = make_claim_piece (self, claim, atlas_record_get_id (ATLAS_RECORD (event)), stage);
      if (piece != NULL)
        g_ptr_array_add (claims, piece);
    }
}

GPtrArray *
atlas_changes_measure_event (AtlasHistoryIndex *index, const char *event_id)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_change_unref);
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();
  AtlasEvent *event;
  Comparison self = { 0 };

  g_return_val_if_fail (ATLAS_IS_HISTORY_INDEX (index), pieces);

  event = atlas_dataset_lookup_event (atlas_history_index_get_dataset (index), event_id);
  if (event == NULL)
    return pieces;
  begin_comparison (&self, index);
  for (guint stage = 1; stage < atlas_land_net_get_n_stages (self.net); stage++)
    {
      guint n = pieces->len;

      if (!may_be_act (&self, stage, ATLAS_RECORD (event)))
        continue;
      compare_with_last (&self, stage);
      take_pieces (&self, event_id, pieces);
      if (pieces->len > n)
        add_claims (&self, event, stage, claims);
    }
  g_ptr_array_sort (claims, compare_pieces);
  g_ptr_array_extend_and_steal (pieces, g_steal_pointer (&claims));
  end_comparison (&self);
  return pieces;
}
