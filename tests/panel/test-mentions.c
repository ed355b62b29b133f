/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mentions.h"

#include <string.h>

static const char *const names[] = {
  "Ines Okafor", "Stan Two", "Stan Three", "Zoë O’Brien", "Ana", "Ana Lúcia Ferreira",
};

/* What is marked in @body, as "who:text who:text". */
static const struct
{
  const char *body, *expected;
} cases[] = {
  { NULL, "" },
  { "", "" },
  { "Nobody here", "" },
  { "@", "" },
  { "@ Ines", "" },
  { "@Ines Okafor, what do you think?", "0:@Ines Okafor" },
  { "@Ines what do you think?", "0:@Ines" },
  { "(@ines)", "0:@ines" },
  { "@INES OKAFOR.", "0:@INES OKAFOR" },
  { "@Inesa", "" },
  { "@Stan", "" }, /* two of them: nobody */
  { "@Stan Two and @Stan Three", "1:@Stan Two 2:@Stan Three" },
  { "@Stan Four", "" },
  { "@Zoe OBrien", "3:@Zoe OBrien" },
  { "@Zoë O'Brien", "3:@Zoë O'Brien" },
  { "@Ana, and you?", "4:@Ana" }, /* the whole name goes before a part of one */
  { "@Ana Lucia", "5:@Ana Lucia" },
  { "@Ana Maria", "4:@Ana" },
  { "write to ines@Ana.example", "" },
  { "@Priya", "" }, /* may not read: plain text */
  { "@@Ana", "4:@Ana" },
  { "\xf0\x9f\x99\x82@Ana", "4:@Ana" },
};

static void
test_mentions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found
        = comark_mentions_find (cases[i].body, names, G_N_ELEMENTS (names));
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          ComarkMention *one = &g_array_index (found, ComarkMention, j);
          g_string_append_printf (text, "%s%u:%.*s", j > 0 ? " " : "", one->who,
                                  (int) one->length, cases[i].body + one->start);
        }
      g_test_message ("%s", cases[i].body);
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

static void
test_without_readers (void)
{
  g_autoptr (GArray) found = comark_mentions_find ("@Ana", NULL, 0);

  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/only-of-those-who-may-read", test_mentions);
  g_test_add_func ("/mentions/without-readers-there-are-none", test_without_readers);
  return g_test_run ();
}
