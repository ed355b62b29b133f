/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two lights of a meeting, quorum and parity: each a shape, a word, and why.
 */
#pragma once

#include <adwaita.h>

#include "comark-quorum.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MEETING_LIGHTS (comark_meeting_lights_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMeetingLights, comark_meeting_lights, COMARK, MEETING_LIGHTS, AdwBin)

void comark_meeting_lights_set (ComarkMeetingLights *self, ComarkQuorumReport *quorum);

G_END_DECLS
