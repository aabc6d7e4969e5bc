/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_DATASET_ERROR (atlas_dataset_error_quark ())
GQuark atlas_dataset_error_quark (void);

typedef enum
{
  ATLAS_DATASET_ERROR_UNREADABLE, /* the file cannot be opened */
  ATLAS_DATASET_ERROR_SYNTAX,     /* not JSON */
  ATLAS_DATASET_ERROR_STRUCTURE,  /* JSON, but not an atlas */
  ATLAS_DATASET_ERROR_VALUE,      /* an entry of the wrong kind or out of range */
  ATLAS_DATASET_ERROR_REFERENCE,  /* names something that is not there */
  ATLAS_DATASET_ERROR_TOO_LARGE,
} AtlasDatasetError;

G_END_DECLS
