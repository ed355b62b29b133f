/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything about the look of the reading view that can be chosen, in one place. What is chosen
 * is seen at once in the text behind.
 */
#pragma once

#include <adwaita.h>

#include "comark-reading-settings.h"

G_BEGIN_DECLS

#define COMARK_TYPE_READING_OPTIONS (comark_reading_options_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingOptions, comark_reading_options, COMARK, READING_OPTIONS,
                      AdwBin)

/* @settings: nullable. */
void comark_reading_options_set_settings (ComarkReadingOptions *self,
                                          ComarkReadingSettings *settings);

G_END_DECLS
