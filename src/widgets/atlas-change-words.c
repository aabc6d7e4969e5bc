/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-change-words.h"
#include "atlas-date-format.h"
#include "atlas-event-words.h"
#include "atlas-number-format.h"

#define M2_PER_KM2 1e6
/* Significant digits of an area: more would claim knowledge. */
#define DIGITS 3

static char *
format_number (double area, const char *lang)
{
  return atlas_number_format_whole (atlas_number_format_round (area / M2_PER_KM2, DIGITS), lang);
}

char *
atlas_change_words_area (double area, const char *lang)
{
  g_autofree char *number = format_number (area, lang);

  /* Translators: an area in square kilometres. */
  return g_strdup_printf (_ ("%s km²"), number);
}

char *
atlas_change_words_range (const AtlasChange *change, const char *lang)
{
  g_autofree char *area = format_number (change->area, lang);
  g_autofree char *low = format_number (change->area_low, lang);
  g_autofree char *high = format_number (change->area_high, lang);

  /* Translators: an area, the least and the most that it may be. */
  return g_strdup_printf (_ ("%s km² (%s–%s)"), area, low, high);
}

/* What the record is called on the day of the change; short where it is a polity. */
static const char *
name_polity (const AtlasPageContext *context, const char *id)
{
  AtlasPolity *polity;
  const char *name = NULL;

  if (id == NULL)
    return _ ("nobody that the map names");
  polity = atlas_dataset_lookup_polity (context->dataset, id);
  if (polity != NULL)
    name = atlas_text_get (atlas_polity_get_short_name (polity), context->lang);
  return name != NULL ? name : atlas_page_name (context, id);
}

const char *
atlas_change_words_owner (AtlasHold hold)
{
  return hold.standing == ATLAS_STANDING_OCCUPATION && hold.over != NULL ? hold.over : hold.polity;
}

static char *
name_hold (const AtlasPageContext *context, AtlasHold hold)
{
  const char *name = name_polity (context, hold.polity);

  if (hold.polity == NULL || hold.standing == ATLAS_STANDING_SOVEREIGN)
    return g_strdup (name);
  return g_strdup_printf ("%s (%s)", name, atlas_event_words_standing (hold.standing));
}

char *
atlas_change_words_hands (const AtlasPageContext *context, const AtlasChange *change)
{
  g_autofree char *from = NULL, *to = NULL;

  if (change->kind == ATLAS_CHANGE_CLAIM)
    /* Translators: %s is a polity. */
    return g_strdup_printf (_ ("claimed by %s until then"),
                            name_polity (context, change->from.polity));
  if (change->kind == ATLAS_CHANGE_TITLE)
    /* Translators: whose land it was, and who holds it on and owns it now. */
    return g_strdup_printf (_ ("%s → %s, in whose hands it was"),
                            name_polity (context, atlas_change_words_owner (change->from)),
                            name_polity (context, change->to.polity));
  from = name_hold (context, change->from);
  to = name_hold (context, change->to);
  return g_strdup_printf ("%s → %s", from, to);
}

char *
atlas_change_words_title (const AtlasPageContext *context, const AtlasChange *change)
{
  AtlasEvent *event =
    change->event != NULL ? atlas_dataset_lookup_event (context->dataset, change->event) : NULL;
  const char *title = NULL;

  if (change->claim != NULL)
    title = atlas_text_get (atlas_record_get_title (ATLAS_RECORD (change->claim)), context->lang);
  else if (event != NULL)
    title = atlas_text_get (atlas_record_get_title (ATLAS_RECORD (event)), context->lang);
  else if (change->act != NULL)
    title = atlas_text_get (change->act, context->lang);
  return title != NULL ? g_strdup (title) : atlas_change_words_hands (context, change);
}

char *
atlas_change_words_date (const AtlasPageContext *context, const AtlasChange *change)
{
  if (change->date != NULL)
    return atlas_date_format_edtf (change->date, context->lang);
  return atlas_date_format_day (change->day, ATLAS_DATE_LONG, context->lang);
}

const char *
atlas_change_words_section (AtlasChangeKind kind)
{
  switch (kind)
    {
    case ATLAS_CHANGE_CONTROL:
    case ATLAS_CHANGE_TITLE:
      return _ ("Land that changed hands");
    case ATLAS_CHANGE_SUCCESSION:
      return _ ("States that followed one another");
    case ATLAS_CHANGE_STANDING:
      return _ ("The same ruler by another right");
    case ATLAS_CHANGE_CLAIM:
    default:
      return _ ("Claims given up");
    }
}
