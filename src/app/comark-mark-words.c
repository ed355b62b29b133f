/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mark-words.h"

#include <glib/gi18n.h>

#include "comark-clock.h"

char *
comark_mark_words_number (ComarkMark *mark)
{
  return mark->issue > 1 ? g_strdup_printf ("%s r%d", mark->number, (int) mark->issue)
                         : g_strdup (mark->number);
}

char *
comark_mark_words_state (ComarkMark *mark)
{
  g_autofree char *until = comark_day_to_words (mark->valid_until);

  switch (mark->state)
    {
    case COMARK_MARK_SUSPENDED:
      return g_strdup (_("The mark is suspended while a concern is looked at. It must not be used "
                         "until that is settled."));
    case COMARK_MARK_SUPERSEDED:
      return g_strdup (_("The mark was replaced by a newer one. Use that one instead."));
    case COMARK_MARK_REVOKED:
      /* translators: %s is the reason, a sentence in somebody's own words */
      return g_strdup_printf (_("The mark was withdrawn. It must be taken off the document. "
                                "The reason: %s"),
                              mark->because);
    case COMARK_MARK_EXPIRED:
      /* translators: %s is a day */
      return g_strdup_printf (_("The mark is out of date: it was valid until %s."), until);
    case COMARK_MARK_LIVE:
    default:
      /* translators: %s is a day */
      return g_strdup_printf (_("The mark is live. It is valid until %s."), until);
    }
}

char *
comark_mark_words_describe (ComarkAward *award)
{
  const ComarkAwardFields *fields = comark_award_get_fields (award);
  g_autofree char *decided = comark_day_to_words (fields->decided);
  g_autofree char *from = comark_day_to_words (fields->valid_from);
  g_autofree char *until = comark_day_to_words (fields->valid_until);

  /* translators: number; title; type; version; outcome; day; panel; organisation; who made it; two
   * days; two names */
  return g_strdup_printf (_("Certificate %s. Made in co-production. This mark is awarded to “%s”, "
                            "%s, version %s. %s on %s by the %s of %s. Made by %s. "
                            "Valid from %s until %s. Signed by %s and %s."),
                          comark_award_get_printed_number (award), fields->title,
                          *fields->type ? fields->type : _("document"), fields->version,
                          fields->outcome, decided, fields->panel_name, fields->organisation,
                          fields->made_by, from, until, fields->chair_names[0],
                          fields->chair_names[1]);
}

/* ---- what will not print ---- */

static const char *
part_words (const char *box)
{
  static const struct
  {
    const char *box, *words;
  } parts[] = {
    { "organisation", N_("the organisation") },
    { "title", N_("the title") },
    { "details", N_("type, version, reference and team") },
    { "meaning", N_("what the mark means") },
    { "made-by", N_("who made it") },
    { "panel", N_("the panel") },
    { "framework", N_("the framework") },
    { "signature-1", N_("a co-chair’s name") },
    { "signature-2", N_("a co-chair’s name") },
    { "role-1", N_("a co-chair’s role") },
    { "role-2", N_("a co-chair’s role") },
    { "check", N_("how to check the mark") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].box, box))
      return _(parts[i].words);
  return box;
}

static char *
shortened_words (const char *const *boxes)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; boxes[i] != NULL; i++)
    if (i == 0 || g_strcmp0 (part_words (boxes[i]), part_words (boxes[i - 1])) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", part_words (boxes[i]));
  return g_string_free (list, FALSE);
}

char *
comark_mark_words_warn (ComarkCertificateLayout *layout)
{
  const char *unprintable = comark_certificate_layout_get_unprintable (layout);
  g_autofree char *shortened
    = shortened_words (comark_certificate_layout_get_shortened (layout));

  if (*unprintable != '\0' && *shortened != '\0')
    /* translators: characters; then parts of the certificate ("the title, the panel") */
    return g_strdup_printf (_("These characters cannot be printed, because no typeface here has "
                              "them: %s – and these parts are too long for the page and end "
                              "with “…”: %s."),
                            unprintable, shortened);
  if (*unprintable != '\0')
    /* translators: %s are characters */
    return g_strdup_printf (_("These characters cannot be printed, because no typeface here has "
                              "them: %s"),
                            unprintable);
  if (*shortened != '\0')
    /* translators: %s are parts of the certificate ("the title, the panel") */
    return g_strdup_printf (_("These parts are too long for the page and end with “…”: %s."),
                            shortened);
  return NULL;
}

/* ---- uses and verdicts ---- */

char *
comark_mark_words_use (ComarkMarkUse *use)
{
  if (g_str_equal (use->what, "issued"))
    return g_strdup (_("Issued"));
  if (g_str_equal (use->what, "printed"))
    return g_strdup (_("Printed"));
  if (g_str_equal (use->what, "revoked"))
    return g_strdup (_("Withdrawn"));
  if (g_str_equal (use->what, "exported"))
    return g_str_equal (use->format, "png") ? g_strdup (_("Saved as a picture (PNG)"))
                                            : g_strdup (_("Saved as PDF"));
  return g_strdup (use->what);
}

const char *
comark_mark_words_verdict (const char *verdict)
{
  static const struct
  {
    const char *verdict, *words;
  } table[] = {
    { "genuine", N_("Genuine") },         { "altered", N_("Not the same") },
    { "withdrawn", N_("Withdrawn") },     { "out-of-date", N_("Out of date") },
    { "not-yet", N_("Not yet") },         { "cannot-check", N_("Cannot be checked") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].verdict, verdict))
      return _(table[i].words);
  return verdict;
}
