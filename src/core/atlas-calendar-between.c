/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-core"

#include "config.h"

#include <string.h>

#include "atlas-calendar.h"

/* What stands between two dates, as people write it. */
static const char *const joints[] = { " to ", " until ", "–", "—", " - ", "至", "到", " по ", "-" };

static gboolean
is_read (const char *text, AtlasTimeSpan *span)
{
  return text[0] != '\0' && atlas_calendar_parse (text, span, NULL);
}

/* What the first of two dates leaves to the second: "11" of "11–23 May 1864", "28 April" of "28
 * April to 2 May 1864". (transfer full) */
static char *
borrow (const char *first, const char *second)
{
  const char *rest = second;

  while (g_ascii_isdigit (*rest))
    rest++;
  if (strspn (first, "0123456789") == strlen (first) && rest != second)
    return g_strconcat (first, rest, NULL);
  rest = strrchr (second, ' ');
  return rest != NULL ? g_strconcat (first, rest, NULL) : g_strdup (first);
}

static gboolean
read_ends (const char *begin, const char *end, AtlasTimeSpan *span)
{
  g_autofree char *first = g_strstrip (g_strdup (begin));
  g_autofree char *second = g_strstrip (g_strdup (end));
  g_autofree char *borrowed = borrow (first, second);
  AtlasTimeSpan from, to;

  if (first[0] == '\0' || !is_read (second, &to))
    return FALSE;
  /* A bare number is a year only where the other end is one too. */
  if (!(strlen (first) > 2 && is_read (first, &from)) && !is_read (borrowed, &from))
    return FALSE;
  *span = (AtlasTimeSpan){ from.begin, to.end };
  return from.begin <= to.end;
}

gboolean
atlas_calendar_parse_between (const char *text, AtlasTimeSpan *span)
{
  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  if (strchr (text, '/') != NULL)
    return is_read (text, span);
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *joint = strstr (text, joints[i]);
      g_autofree char *begin = joint != NULL ? g_strndup (text, (gsize) (joint - text)) : NULL;

      if (joint != NULL && read_ends (begin, joint + strlen (joints[i]), span))
        return TRUE;
    }
  return FALSE;
}
