/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The meeting of a submission: before it opens, how far the panel is; then who is there and
 * whether that is a quorum, each rule with its sentence; afterwards who was there.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MEETING_SECTION (comark_meeting_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMeetingSection, comark_meeting_section, COMARK, MEETING_SECTION,
                      AdwBin)

void comark_meeting_section_set_dossier (ComarkMeetingSection *self, ComarkDossier *dossier);

G_END_DECLS
