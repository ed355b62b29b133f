/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undoing: what is one step, and what is left of it when somebody else writes.
 */
#include "comark-undo-stack.h"

static ComarkAnswer
said (ComarkValue value, const char *reason)
{
  return (ComarkAnswer) { value, COMARK_STRENGTH_NONE, (char *) reason };
}

/* Types @text letter by letter after what stands, @ms apart. */
static void
type (ComarkUndoStack *stack, const char *criterion, const char *stands, const char *text,
      gint64 *now_ms, gint64 ms)
{
  g_autoptr (GString) now = g_string_new (stands);

  for (; *text != '\0'; text++)
    {
      g_autofree char *before = g_strdup (now->str);
      ComarkAnswer from = said (2, before), to;

      g_string_append_c (now, *text);
      to = said (2, now->str);
      *now_ms += ms;
      comark_undo_stack_push_answer (stack, criterion, &from, &to, *now_ms);
    }
}

static guint
count_steps (ComarkUndoStack *stack)
{
  guint n = 0;

  while (comark_undo_stack_undo (stack) != NULL)
    n++;
  return n;
}

static const struct
{
  const char *text;
  gint64 ms; /* between two keys */
  guint n_steps;
} typed[] = {
  { "all at once", 100, 1 },
  { "two words. and more", 100, 2 },
  { "One? Two! Three.", 100, 3 },
  { "a\nb", 100, 2 },
  { "abc", 1600, 3 },
};

static void
test_typing_is_grouped (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (ComarkUndoStack) stack = comark_undo_stack_new ();
      gint64 now_ms = 1000;

      type (stack, "A1", "", typed[i].text, &now_ms, typed[i].ms);
      g_test_message ("%s", typed[i].text);
      g_assert_cmpuint (count_steps (stack), ==, typed[i].n_steps);
    }
}

static void
test_deleting_and_choosing_are_steps_of_their_own (void)
{
  g_autoptr (ComarkUndoStack) stack = comark_undo_stack_new ();
  ComarkAnswer whole = said (2, "abc"), shorter = said (2, "ab"), other = said (3, "ab");
  gint64 now_ms = 1000;

  type (stack, "A1", "", "abc", &now_ms, 100);
  comark_undo_stack_push_answer (stack, "A1", &whole, &shorter, now_ms);
  comark_undo_stack_push_answer (stack, "A1", &shorter, &other, now_ms);
  comark_undo_stack_push_answer (stack, "A1", &other, &other, now_ms); /* nothing changed */
  g_assert_cmpint (comark_undo_stack_undo (stack)->before.value, ==, 2);
  g_assert_cmpstr (comark_undo_stack_undo (stack)->before.reason, ==, "abc");
  g_assert_cmpstr (comark_undo_stack_undo (stack)->before.reason, ==, "");
  g_assert_null (comark_undo_stack_peek (stack, TRUE));
  g_assert_cmpstr (comark_undo_stack_redo (stack)->after.reason, ==, "abc");
}

/* Typing on after undoing does not run into what was undone. */
static void
test_new_step_drops_what_was_undone (void)
{
  g_autoptr (ComarkUndoStack) stack = comark_undo_stack_new ();
  gint64 now_ms = 1000;

  type (stack, "A1", "", "abc", &now_ms, 100);
  comark_undo_stack_undo (stack);
  g_assert_cmpstr (comark_undo_stack_peek (stack, FALSE), ==, "A1");
  type (stack, "B1", "", "x", &now_ms, 100);
  g_assert_null (comark_undo_stack_peek (stack, FALSE));
  g_assert_cmpstr (comark_undo_stack_undo (stack)->criterion, ==, "B1");
}

static void
test_others_change_forgets_one_criterion (void)
{
  g_autoptr (ComarkUndoStack) stack = comark_undo_stack_new ();
  const ComarkId item = comark_id_new ();
  gint64 now_ms = 1000;
  ComarkAnswer stands;

  type (stack, "A1", "", "abc", &now_ms, 100);
  type (stack, "B1", "", "x", &now_ms, 100);
  comark_undo_stack_push_cover (stack, "A1", &item, COMARK_COVER_NONE, COMARK_COVER_GAP);
  g_assert_true (comark_undo_stack_get_answer (stack, "A1", &stands));
  g_assert_cmpstr (stands.reason, ==, "abc");
  comark_undo_stack_undo (stack);
  comark_undo_stack_forget (stack, "A1");
  g_assert_false (comark_undo_stack_get_answer (stack, "A1", &stands));
  g_assert_null (comark_undo_stack_peek (stack, FALSE));
  g_assert_cmpstr (comark_undo_stack_undo (stack)->criterion, ==, "B1");
  g_assert_true (comark_undo_stack_get_answer (stack, "B1", &stands));
  g_assert_cmpstr (stands.reason, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/typing-is-grouped", test_typing_is_grouped);
  g_test_add_func ("/undo/deleting-and-choosing",
                   test_deleting_and_choosing_are_steps_of_their_own);
  g_test_add_func ("/undo/new-step-drops-what-was-undone", test_new_step_drops_what_was_undone);
  g_test_add_func ("/undo/others-change-forgets", test_others_change_forgets_one_criterion);
  return g_test_run ();
}
