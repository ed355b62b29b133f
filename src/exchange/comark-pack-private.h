/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reading and writing of a pack share.
 */
#pragma once

#include "comark-pack.h"
#include "comark-xml.h"

G_BEGIN_DECLS

#define COMARK_PACK_XML "pack.xml"

/* The name inside the zip of the file with this hash. Returns: (transfer full) */
char *comark_pack_entry_name (const char *hash);

/* pack.xml, read and checked against schema and @framework; its files are not looked at. @home: it
 * must be a reading pack, else it must not be one.
 * Returns: (transfer full) */
ComarkPack *comark_pack_parse (GBytes *xml, const char *name, ComarkFramework *framework,
                               gboolean home, GError **error);

/* The element "reading". Returns: (transfer full) */
ComarkReading *comark_reading_parse (const xmlNode *node, const char *name,
                                     ComarkFramework *framework, GError **error);
void comark_reading_write (ComarkReading *self, xmlNode *root);

/* Returns: (transfer full) the bytes of pack.xml */
GBytes *comark_pack_to_xml (ComarkPack *self);

/* All hashes that the pack lists, with the sizes it gives: hash → gint64 *.
 * Returns: (transfer full) */
GHashTable *comark_pack_listed (ComarkPack *self);

G_END_DECLS
