/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One ordinary award to start from: copy the fields, change what the test is about.
 */
#pragma once

#include "comark-award.h"

static const ComarkAwardFields fixture_fields = {
  .number = "CP-2026-0042-7",
  .organisation = "Broadland Community Trust",
  .panel_makeup = "3 experts by experience, 3 staff",
  .title = "Safe and Supported Discharge from Inpatient Care",
  .type = "Policy",
  .version = "3.2",
  .reference = "C-147",
  .owner_team = "Discharge Working Group",
  .document_hash = "3F2A91C077DE01AB5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3",
  .decided = "2026-11-20",
  .valid_from = "2026-11-22",
  .valid_until = "2028-11-22",
  .framework = "Panel framework",
  .framework_version = "1",
  .chair_names = { "Maryam Okonkwo-Hughes", "Tomasz Żeleński" },
  .chair_roles = { "Expert by experience, panel co-chair", "Deputy Director of Nursing" },
  .log_head = "9e107d9d372bb6826bd81d3542a419d6",
  .check_line = "marks.broadland.example or 01603 555 0142",
};

/* Everything as long as it may be. */
static const ComarkAwardFields fixture_crowded_fields = {
  .number = "CP-2026-0042-7",
  .issue = 12,
  .replaces = "CP-2024-0011-6",
  .organisation = "The Greater Broadland, Fenland and Coastal Partnership for Community Mental "
                  "Health and Wellbeing Foundation Trust and Friends",
  .panel_name = "The co-production approval panel of the whole partnership and all of its places",
  .panel_makeup = "5 experts by experience (two of them carers), 4 staff and 2 partner charities",
  .title = "A very-very-long-unbroken-policy-name-Donaudampfschifffahrtselektrizitätenhauptbetri"
           "ebswerkbauunterbeamtengesellschaft and then more about the way in which people leave "
           "hospital and come home again, with the help that they and the people who care for "
           "them need, in the first weeks and after",
  .type = "Policy, with a leaflet and a poster",
  .version = "3.2, second draft of the autumn",
  .reference = "C-147/2026/ADULT/COMMUNITY/DISCHARGE",
  .owner_team = "The Very Long-named Working Group on Discharge, Aftercare and Community Support",
  .document_hash = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  .outcome = "Awarded with conditions that have since all been met",
  .exemplar = TRUE,
  .decided = "2026-09-20",
  .valid_from = "2026-09-22",
  .valid_until = "2028-09-22",
  .framework = "Made in co-production, the community edition for partner organisations, local",
  .framework_version = "2026.11-candidate-3",
  .made_by = "eleven people with lived experience, four carers, the Recovery College team, two "
             "ward managers and the Patients' Council",
  .meaning = "A panel of people with lived experience and of staff looked at a great deal of "
             "evidence of how this was made, over three meetings in spring. The mark is about how "
             "it was made together and what that changed. It does not check clinical accuracy, nor "
             "spelling.",
  .mark_credit = "The idea of the triangle came from a person who uses services, and it was drawn "
                 "with the network of experts by experience.",
  .chair_names = { "Wolfeschlegelsteinhausenbergerdorff-Montgomery, Hubert Blaine Cholmondeley",
                   "Ágnes Świętosława Đặng-Ŵyn" },
  .chair_roles = { "Expert by experience, carer, and co-chair of the co-production approval panel",
                   "Deputy Director of Nursing, Quality and Patient Experience, panel co-chair" },
  .log_head = "0000000000000000000000000000000000000000000000000000000000000000",
  .check_line = "https://quality-marks.greater-broadland-partnership.example/check or telephone "
                "01603 555 0142, Monday to Friday",
};

static inline ComarkAward *
fixture_award_titled (const ComarkAwardFields *base, const char *title)
{
  ComarkAwardFields fields = *base;
  g_autoptr (GError) error = NULL;
  ComarkAward *award;

  if (title != NULL)
    fields.title = title;
  award = comark_award_new (&fields, &error);
  g_assert_no_error (error);
  return award;
}
