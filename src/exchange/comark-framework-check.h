/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a framework file must hold beyond its schema; only the reader uses it. @name stands in
 * the messages. Each answers FALSE with an error that carries the line.
 */
#pragma once

#include "comark-framework-builder.h"
#include "comark-xml.h"

G_BEGIN_DECLS

/* Ids given once, and names that lead somewhere. Looks at the file as it stands. */
gboolean comark_framework_check_names (ComarkXmlDoc *doc, const char *name, GError **error);

/* Scale, ladder, rules and outcomes that make sense together. Names must have been checked. */
gboolean comark_framework_check_sense (const ComarkFrameworkBuilder *builder,
                                       ComarkXmlDoc *doc, const char *name, GError **error);

G_END_DECLS
