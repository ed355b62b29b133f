/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-decision.h"
#include "comark-document.h"
#include "comark-evidence.h"
#include "comark-history.h"
#include "comark-mark.h"
#include "comark-meeting.h"
#include "comark-person.h"
#include "comark-review.h"
#include "comark-seat.h"
#include "comark-submission.h"

/* Every noun: all its properties can be read, from an empty one and when its texts are filled,
 * and it is gone after the last unref (the sanitizer sees what is not freed). */
static void
read_all (ComarkRecord *record)
{
  guint n;
  g_autofree GParamSpec **specs
    = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n);

  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_value_init (&value, specs[i]->value_type);
      g_object_get_property (G_OBJECT (record), specs[i]->name, &value);
    }
}

static void
fill_texts (ComarkRecord *record)
{
  guint n;
  const ComarkField *fields = comark_record_get_fields (record, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].kind == COMARK_FIELD_TEXT)
      COMARK_RECORD_FIELD (record, char *, &fields[i]) = g_strdup (fields[i].name);
    else if (fields[i].kind == COMARK_FIELD_ID)
      COMARK_RECORD_FIELD (record, ComarkId, &fields[i]) = comark_id_new ();
}

static void
test_sweep (void)
{
  const GType types[] = {
    COMARK_TYPE_PERSON, COMARK_TYPE_SUBMISSION, COMARK_TYPE_DOCUMENT, COMARK_TYPE_EVIDENCE,
    COMARK_TYPE_OWNER_STATEMENT, COMARK_TYPE_CONTRIBUTOR, COMARK_TYPE_CONFIRMATION,
    COMARK_TYPE_RATING, COMARK_TYPE_RATING_BESIDE, COMARK_TYPE_REVIEW, COMARK_TYPE_REVIEW_VERSION,
    COMARK_TYPE_SUPPORTER, COMARK_TYPE_RECORDED, COMARK_TYPE_SEAT, COMARK_TYPE_ATTENDANCE,
    COMARK_TYPE_MEETING, COMARK_TYPE_AGREED_VALUE, COMARK_TYPE_JUDGEMENT, COMARK_TYPE_DISSENT,
    COMARK_TYPE_SIGNATURE, COMARK_TYPE_CONDITION, COMARK_TYPE_DECISION, COMARK_TYPE_TOLD,
    COMARK_TYPE_MARK, COMARK_TYPE_MARK_USE, COMARK_TYPE_HISTORY_ENTRY,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      ComarkRecord *record = g_object_new (types[i], NULL);
      read_all (record);
      fill_texts (record);
      read_all (record);
      g_assert_finalize_object (record);
    }
}

static void
test_properties_carry_the_fields (void)
{
  g_autoptr (ComarkPerson) person = comark_person_new ();
  g_autofree char *name = NULL, *kind = NULL, *id = NULL;
  gboolean active;

  person->name = g_strdup ("Maryam Okonkwo-Hughes");
  person->kind = COMARK_KIND_EXPERT;
  person->active = TRUE;
  g_object_get (person, "name", &name, "kind", &kind, "active", &active, "id", &id, NULL);
  g_assert_cmpstr (name, ==, "Maryam Okonkwo-Hughes");
  g_assert_cmpstr (kind, ==, "expert");
  g_assert_true (active);
  g_assert_null (id);
}

static void
test_an_unanswered_rating_is_no_number (void)
{
  g_autoptr (ComarkRating) rating = comark_rating_new ();

  g_assert_cmpint (rating->value, ==, COMARK_VALUE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/sweep", test_sweep);
  g_test_add_func ("/record/properties-carry-the-fields", test_properties_carry_the_fields);
  g_test_add_func ("/record/an-unanswered-rating-is-no-number",
                   test_an_unanswered_rating_is_no_number);
  return g_test_run ();
}
