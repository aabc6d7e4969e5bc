/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* Citations as other programs read them: of a source at the place that a record cites, and of a
 * record of the atlas itself. Titles are in @lang or the nearest language that there is; names and
 * titles keep their own scripts, in UTF-8. */

typedef enum
{
  ATLAS_CITE_PLAIN,    /* a sentence */
  ATLAS_CITE_BIBTEX,   /* for biblatex and any BibTeX that reads UTF-8 */
  ATLAS_CITE_CSL_JSON, /* the Citation Style Language's data, schema 1.0: an array of items */
} AtlasCiteFormat;

/* One citation of @record's, or of a source by itself with only its @source. (transfer full) */
char *atlas_cite_source (AtlasDataset *dataset,
                         const AtlasCitation *citation,
                         AtlasCiteFormat format,
                         const char *lang);

/* The record as an entry of the atlas, followed, but in a sentence, by the sources that it cites.
 * @version is that of the program. (transfer full) */
char *atlas_cite_record (AtlasDataset *dataset,
                         AtlasRecord *record,
                         const char *version,
                         AtlasCiteFormat format,
                         const char *lang);

G_END_DECLS
