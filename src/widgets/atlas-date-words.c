/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include "atlas-calendar.h"
#include "atlas-date-format.h"
#include "atlas-date-words.h"

static char *
format (AtlasViewState *state, AtlasDateForm form)
{
  return atlas_date_format_day (atlas_view_state_get_date (state),
                                form,
                                atlas_view_state_get_language (state));
}

char *
atlas_date_words_julian (AtlasViewState *state)
{
  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  return atlas_view_state_get_show_julian (state) ? format (state, ATLAS_DATE_JULIAN) : NULL;
}

char *
atlas_date_words_regnal (AtlasViewState *state)
{
  gboolean republic;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  if (!atlas_view_state_get_show_regnal (state))
    return NULL;
  republic = atlas_view_state_get_date (state) > ATLAS_CALENDAR_LAST_REGNAL_DAY;
  return format (state, republic ? ATLAS_DATE_MINGUO : ATLAS_DATE_REGNAL);
}

char *
atlas_date_words_others (AtlasViewState *state)
{
  g_autofree char *julian = atlas_date_words_julian (state);
  g_autofree char *regnal = atlas_date_words_regnal (state);

  return g_strconcat (julian != NULL ? julian : "",
                      julian != NULL && regnal != NULL ? " · " : "",
                      regnal != NULL ? regnal : "",
                      NULL);
}

char *
atlas_date_words_line (AtlasViewState *state)
{
  g_autofree char *gregorian = NULL;
  g_autofree char *others = NULL;

  g_return_val_if_fail (ATLAS_IS_VIEW_STATE (state), NULL);

  gregorian = format (state, ATLAS_DATE_LONG);
  others = atlas_date_words_others (state);
  if (others[0] == '\0')
    return g_steal_pointer (&gregorian);
  return g_strdup_printf (g_str_has_prefix (atlas_view_state_get_language (state), "zh")
                            ? "%s（%s）"
                            : "%s (%s)",
                          gregorian,
                          others);
}
