/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-event-words.h"

const char *
atlas_event_words_kind (AtlasEventKind kind)
{
  static const char *words[ATLAS_N_EVENT_KINDS] = {
    [ATLAS_EVENT_BATTLE] = N_ ("Battle"),
    [ATLAS_EVENT_SIEGE] = N_ ("Siege"),
    [ATLAS_EVENT_CAPTURE] = N_ ("Capture"),
    [ATLAS_EVENT_RISING] = N_ ("Rising"),
    [ATLAS_EVENT_MARCH] = N_ ("March"),
    [ATLAS_EVENT_LOSS] = N_ ("Loss of life"),
    [ATLAS_EVENT_TREATY] = N_ ("Treaty"),
    [ATLAS_EVENT_TALKS] = N_ ("Talks"),
    [ATLAS_EVENT_AID] = N_ ("Aid"),
    [ATLAS_EVENT_STATE] = N_ ("State founded"),
    [ATLAS_EVENT_STATEEND] = N_ ("State ended"),
    [ATLAS_EVENT_ADMINISTRATION] = N_ ("Administration"),
    [ATLAS_EVENT_OCCUPATION] = N_ ("Occupation"),
    [ATLAS_EVENT_APPOINTMENT] = N_ ("Appointment"),
  };

  return _ (words[kind]);
}

AtlasEventKind
atlas_event_words_parse_kind (const char *word)
{
  for (guint kind = 0; kind < ATLAS_N_EVENT_KINDS; kind++)
    if (g_strcmp0 (word, atlas_event_kind_to_string (kind)) == 0)
      return kind;
  return ATLAS_EVENT_ADMINISTRATION;
}

const char *
atlas_event_words_record (AtlasKind kind)
{
  static const char *words[ATLAS_N_KINDS] = {
    [ATLAS_KIND_PLACE] = N_ ("Place"),         [ATLAS_KIND_PERSON] = N_ ("Person"),
    [ATLAS_KIND_POLITY] = N_ ("Polity"),       [ATLAS_KIND_SOURCE] = N_ ("Source"),
    [ATLAS_KIND_CAMPAIGN] = N_ ("Campaign"),   [ATLAS_KIND_EVENT] = N_ ("Event"),
    [ATLAS_KIND_LEG] = N_ ("March"),           [ATLAS_KIND_SEGMENT] = N_ ("Boundary"),
    [ATLAS_KIND_TERRITORY] = N_ ("Territory"), [ATLAS_KIND_CONTROL] = N_ ("Change of control"),
  };

  return _ (words[kind]);
}

const char *
atlas_event_words_status (AtlasStatus status)
{
  static const char *words[] = {
    [ATLAS_STATUS_CORROBORATED] = N_ ("Corroborated"),
    [ATLAS_STATUS_ATTESTED] = N_ ("One voice, nothing against it"),
    [ATLAS_STATUS_DISPUTED] = N_ ("Accounts differ"),
    [ATLAS_STATUS_UNCORROBORATED] = N_ ("One account that others contradict"),
  };

  return _ (words[status]);
}

const char *
atlas_event_words_standing (AtlasStanding standing)
{
  static const char *words[] = {
    [ATLAS_STANDING_SOVEREIGN] = N_ ("sovereign"),
    [ATLAS_STANDING_PROTECTORATE] = N_ ("protectorate"),
    [ATLAS_STANDING_OCCUPATION] = N_ ("occupation"),
    [ATLAS_STANDING_CLAIM] = N_ ("claim"),
    [ATLAS_STANDING_AUTONOMOUS] = N_ ("autonomous"),
    [ATLAS_STANDING_UNADMINISTERED] = N_ ("no government of a state"),
    [ATLAS_STANDING_CONTROL] = N_ ("held by towns"),
  };

  return _ (words[standing]);
}

const char *
atlas_event_words_basis (AtlasBasis basis)
{
  static const char *words[] = {
    [ATLAS_BASIS_SURVEY] = N_ ("Marked on the ground"),
    [ATLAS_BASIS_TREATY_TEXT] = N_ ("Named in a treaty"),
    [ATLAS_BASIS_RIVER] = N_ ("Along a river"),
    [ATLAS_BASIS_WATERSHED] = N_ ("Along a watershed"),
    [ATLAS_BASIS_CONTROL] = N_ ("Where control ended"),
    [ATLAS_BASIS_RECONSTRUCTION] = N_ ("Reconstruction"),
    [ATLAS_BASIS_COAST] = N_ ("Coast"),
    [ATLAS_BASIS_FRAME] = N_ ("Edge of the drawing"),
  };

  return _ (words[basis]);
}

const char *
atlas_event_words_role (const char *role)
{
  static const struct
  {
    const char *role;
    const char *words;
  } roles[] = {
    { "from", NC_ ("role of a place", "from") },
    { "to", NC_ ("role of a place", "to") },
    { "about", NC_ ("role of a place", "what it was about") },
    { "near", NC_ ("role of a place", "near") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (role, roles[i].role) == 0)
      return g_dpgettext2 (NULL, "role of a place", roles[i].words);
  return "";
}
