/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-model"

#include "config.h"

#include "atlas-view-read.h"

/* No map of the world has more. */
#define MAX_ZOOM 24.0

static void
need_number (const AtlasJson *self, const char *name, double low, double high, double *value)
{
  AtlasJson member = atlas_json_member (self, name);

  if (atlas_json_need (&member, "a number"))
    *value = atlas_json_number (&member, *value, low, high);
}

void
atlas_view_read (const AtlasJson *parent, AtlasViewRead *view)
{
  AtlasJson json = atlas_json_member (parent, "view");
  AtlasJson inner = atlas_json_member (&json, "date");
  AtlasJson beside = atlas_json_member (parent, "date");
  AtlasJson date = atlas_json_is_absent (&beside) ? inner : beside;
  AtlasEdtf edtf;

  if (!atlas_json_is_object (&json, TRUE))
    return;
  need_number (&json, "lon", -180.0, 180.0, &view->lon);
  need_number (&json, "lat", -90.0, 90.0, &view->lat);
  need_number (&json, "zoom", 0.0, MAX_ZOOM, &view->zoom);
  if (atlas_json_need (&date, "a date") && atlas_json_edtf (&date, NULL, &edtf))
    view->day = edtf.start.begin;
}

AtlasTimeSpan
atlas_view_read_span (const AtlasJson *parent, const char *name)
{
  AtlasJson json = atlas_json_member (parent, name);
  AtlasTimeSpan span = { 0, 0 };
  AtlasEdtf edtf;

  if (!atlas_json_need (&json, "an EDTF interval") || !atlas_json_edtf (&json, NULL, &edtf))
    return span;
  span = atlas_edtf_bounds (&edtf);
  if (span.begin != ATLAS_DAY_OPEN_PAST && span.end != ATLAS_DAY_OPEN_FUTURE)
    return span;
  atlas_json_complain (&json,
                       ATLAS_PROBLEM_ERROR,
                       ATLAS_DATASET_ERROR_VALUE,
                       "an interval with a beginning and an end");
  return (AtlasTimeSpan){ 0, 0 };
}
