/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-control.h"

#include "atlas-record-private.h"

/**
 * AtlasControl:
 *
 * A town changes hands.
 */
struct _AtlasControl
{
  AtlasRecord parent_instance;

  const char *place;
  const char *from;
  const char *to;
  const char *event;
  AtlasText *act;
};

G_DEFINE_FINAL_TYPE (AtlasControl, atlas_control, ATLAS_TYPE_RECORD)

static void
atlas_control_class_init (AtlasControlClass *klass)
{
}

static void
atlas_control_init (AtlasControl *self)
{
}

void
atlas_control_read (AtlasRecord *record, const AtlasJson *feature)
{
  AtlasControl *self = ATLAS_CONTROL (record);

  self->place = atlas_json_need_id (feature, "atlas:place", "place");
  self->from = atlas_json_get_id (feature, "atlas:from", "polity");
  self->to = atlas_json_get_id (feature, "atlas:to", "polity");
  self->event = atlas_json_get_id (feature, "atlas:event", "event");
  self->act = atlas_json_get_text (feature, "atlas:act");
}

void
atlas_control_archive (AtlasRecord *record, AtlasArchive *archive)
{
  AtlasControl *self = ATLAS_CONTROL (record);

  atlas_archive_string (archive, &self->place);
  atlas_archive_string (archive, &self->from);
  atlas_archive_string (archive, &self->to);
  atlas_archive_string (archive, &self->event);
  atlas_archive_text (archive, &self->act);
}

/**
 * atlas_control_get_place:
 * @self: a control
 *
 * Returns: the id of the place
 */
const char *
atlas_control_get_place (AtlasControl *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTROL (self), NULL);

  return self->place;
}

/**
 * atlas_control_get_from:
 * @self: a control
 *
 * Returns: (nullable): the id of the polity that held it
 */
const char *
atlas_control_get_from (AtlasControl *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTROL (self), NULL);

  return self->from;
}

/**
 * atlas_control_get_to:
 * @self: a control
 *
 * Returns: (nullable): the id of the polity that holds it from then on
 */
const char *
atlas_control_get_to (AtlasControl *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTROL (self), NULL);

  return self->to;
}

/**
 * atlas_control_get_event:
 * @self: a control
 *
 * Returns: (nullable): the id of the event that tells of it
 */
const char *
atlas_control_get_event (AtlasControl *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTROL (self), NULL);

  return self->event;
}

/**
 * atlas_control_get_act:
 * @self: a control
 *
 * Returns: (transfer none) (nullable): by what it changed hands
 */
AtlasText *
atlas_control_get_act (AtlasControl *self)
{
  g_return_val_if_fail (ATLAS_IS_CONTROL (self), NULL);

  return self->act;
}
