/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place "To do": what waits for the acting person, oldest first, in sentences. Each opens the
 * very spot.
 */
#pragma once

#include "comark-place.h"

G_BEGIN_DECLS

#define COMARK_TYPE_TODO_PAGE (comark_todo_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkTodoPage, comark_todo_page, COMARK, TODO_PAGE, ComarkPlace)

GtkWidget *comark_todo_page_new (void);

G_END_DECLS
