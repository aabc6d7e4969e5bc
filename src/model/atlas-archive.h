/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-edtf.h"
#include "atlas-geo.h"
#include "atlas-polygon.h"
#include "atlas-pool.h"

G_BEGIN_DECLS

/**
 * AtlasArchive:
 *
 * A dataset as a file that is mapped into memory and used as it lies there. One function says for
 * each kind of record what it has, and serves for both ways: in an archive that is written it adds
 * the value that it is given, in one that is read it puts there what was added in its turn.
 *
 *     header | strings, each once | points | words, in the order in which they were added
 *
 * Strings and points are never copied: what is read points into the file, which the pool holds.
 * Whatever the file says, nothing outside of it is read: an archive with a number in it that cannot
 * be has failed, and gives zeroes from there on.
 */
typedef struct _AtlasArchive AtlasArchive;

/* To be filled. */
AtlasArchive *atlas_archive_new (void);

/* To be read again from the bytes that atlas_archive_finish() made; what is read is kept by @pool.
 * NULL where @bytes is no such archive, of another version or kind of machine, or damaged. */
AtlasArchive *atlas_archive_open (GBytes *bytes, AtlasPool *pool, GError **error);

void atlas_archive_free (AtlasArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasArchive, atlas_archive_free)

gboolean atlas_archive_is_reading (const AtlasArchive *self);

/* All that was added; @stamp says from what it was made. (transfer full) */
GBytes *atlas_archive_finish (AtlasArchive *self, guint64 stamp);

/* That of an archive that is read. */
guint64 atlas_archive_get_stamp (const AtlasArchive *self);

/* Whether something was asked for that was not there; and for who reads something that cannot be. */
gboolean atlas_archive_has_failed (const AtlasArchive *self);
void atlas_archive_fail (AtlasArchive *self);

/* Whether all was there and nothing was left over. */
gboolean atlas_archive_is_used_up (const AtlasArchive *self);

void atlas_archive_uint (AtlasArchive *self, guint *value);
void atlas_archive_int (AtlasArchive *self, int *value);
void atlas_archive_double (AtlasArchive *self, double *value);
void atlas_archive_span (AtlasArchive *self, AtlasTimeSpan *value);
void atlas_archive_edtf (AtlasArchive *self, AtlasEdtf *value);
void atlas_archive_string (AtlasArchive *self, const char **value);
void atlas_archive_strings (AtlasArchive *self, const char *const **value);
void atlas_archive_text (AtlasArchive *self, AtlasText **value);
void atlas_archive_points (AtlasArchive *self, const AtlasPoint **points, guint *n);

/* With what was worked out about it. In an archive that is read, a reference is given away. */
void atlas_archive_shape (AtlasArchive *self, AtlasMultiPolygon **shape);

/* An enumeration with values 0 to @last. */
void atlas_archive_enum (AtlasArchive *self, gpointer value, guint last);

/* The length of a list of things of @size, and memory for them where it is read; returns the things
 * to be gone through. */
gpointer atlas_archive_list (AtlasArchive *self, gconstpointer *items, guint *n, gsize size);

G_END_DECLS
