/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a member wrote in a review, in XML, as a review file and a reading pack both have them.
 * Private to src/exchange/. @name stands in messages.
 */
#pragma once

#include "comark-exchange-error.h"
#include "comark-framework.h"
#include "comark-quote.h"
#include "comark-review.h"
#include "comark-xml.h"

G_BEGIN_DECLS

/* FALSE with the line of @node where @text is longer than one text may be. */
gboolean comark_review_xml_check_text (const char *text, const char *name, const xmlNode *node,
                                       GError **error);

/* The comment, ratings, quotes and covers below @node, which its schema has been checked for. */
gboolean comark_review_xml_read (const xmlNode *node, const char *name, ComarkReview *review,
                                 GPtrArray *quotes, GError **error);
void comark_review_xml_write (xmlNode *node, ComarkReview *review, GPtrArray *quotes);

/* Whether every criterion and value is one of @framework's. */
gboolean comark_review_xml_check (ComarkFramework *framework, ComarkReview *review,
                                  GPtrArray *quotes, GError **error);

/* An attribute that is an id; COMARK_ID_NONE where there is none. */
ComarkId comark_review_xml_id (const xmlNode *node, const char *attribute);
void comark_review_xml_set_id (xmlNode *node, const char *attribute, const ComarkId *id);

G_END_DECLS
