/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "comark-application.h"
#include "comark-store.h"

int
main (int argc, char **argv)
{
  const char *catalogues = g_getenv ("COMARK_LOCALE_DIR"); /* of a build that is not installed */
  g_autoptr (ComarkApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : COMARK_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  comark_store_prepare_process ();
  application = comark_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
