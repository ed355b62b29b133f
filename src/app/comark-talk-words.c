/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-talk-words.h"

#include <glib/gi18n.h>

char *
comark_talk_topic (ComarkDossier *dossier, const char *criterion)
{
  const ComarkCriterion *found
    = criterion != NULL && *criterion != '\0'
        ? comark_framework_criterion (dossier->framework, criterion)
        : NULL;

  if (found != NULL)
    return g_strdup_printf ("%s  %s", found->id, found->title);
  return g_strdup (criterion != NULL && *criterion != '\0' ? criterion
                                                           : _("The whole submission"));
}

const char *
comark_talk_hint (ComarkTalkAudience audience)
{
  switch (audience)
    {
    case COMARK_TALK_ADMINISTRATORS:
      return _("Read by the administrators and by the person who asks them, nobody else.");
    case COMARK_TALK_RATED:
      return _("Each member of the panel reads this once their own review is submitted; "
               "administrators when the meeting opens.");
    case COMARK_TALK_PANEL:
      return _("Members who are still rating read this too: please write nothing about ratings "
               "here.");
    case COMARK_TALK_OWNER:
      return _("The owner and the contributors read this. They do not see who on the panel "
               "wrote it.");
    }
  return "";
}

/* Whoever asked the administrators reads their answers. */
static void
add_asker (GPtrArray *names, ComarkThread *thread)
{
  if (thread == NULL || thread->own || thread->audience != COMARK_TALK_ADMINISTRATORS
      || g_ptr_array_find_with_equal_func (names, thread->begun_by_name, g_str_equal, NULL))
    return;
  g_ptr_array_add (names, g_strdup (thread->begun_by_name));
}

GPtrArray *
comark_talk_readers (ComarkDossier *dossier, ComarkTalkAudience audience, ComarkThread *thread)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < dossier->readers->len; i++)
    {
      ComarkReaderOfTalk *reader = g_ptr_array_index (dossier->readers, i);

      if (comark_reader_of_talk_reads (reader, audience)
          && !comark_id_equal (&reader->person, &dossier->viewer->id))
        g_ptr_array_add (names, g_strdup (reader->name));
    }
  add_asker (names, thread);
  return names;
}

char *
comark_talk_readers_words (ComarkDossier *dossier, ComarkTalkAudience audience,
                           GPtrArray *names)
{
  gboolean and_panel
    = audience == COMARK_TALK_OWNER && !comark_access_sees_panel (&dossier->standing);

  if (names->len == 0)
    return g_strdup (and_panel ? _("The panel will read this")
                               : _("Nobody else would read this now"));
  if (and_panel)
    return g_strdup_printf (ngettext ("%u person and the panel will read this",
                                      "%u people and the panel will read this", names->len),
                            names->len);
  return g_strdup_printf (ngettext ("%u person will read this", "%u people will read this",
                                    names->len),
                          names->len);
}

gboolean
comark_talk_may_begin (ComarkDossier *dossier, ComarkTalkAudience audience,
                       const char *criterion)
{
  if (audience == COMARK_TALK_PANEL && *criterion != '\0')
    return FALSE;
  if (audience == COMARK_TALK_RATED && dossier->peers_closed)
    return FALSE;
  return comark_access_may_talk (&dossier->standing, audience, TRUE, NULL);
}
