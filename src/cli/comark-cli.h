/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every verb of comarkctl shares: the open register, options, output, exit codes. A verb is
 * one function in one file and one row of the table in comark-cli-verbs.c.
 *
 * Exit: 0 done, 1 refused or not valid, 2 wrong usage or unreadable input. Errors are one line on
 * stderr, "comarkctl: WHAT: WHY". With --json, data goes to stdout as one JSON value.
 */
#pragma once

#include "comark-record.h"
#include "comark-register.h"

G_BEGIN_DECLS

enum
{
  COMARK_CLI_DONE = 0,
  COMARK_CLI_REFUSED = 1,
  COMARK_CLI_USAGE = 2,
};

typedef struct
{
  char *path;               /* --register, or COMARK_REGISTER; NULL where none is given */
  char *as;                 /* --as; NULL: the register's only administrator */
  char *now;                /* --now, ISO 8601; NULL: the machine's clock */
  gboolean json;
  const char *what;         /* the verb, for error lines */
  ComarkRegister *reg;      /* NULL until comark_cli_open() */
} ComarkCli;

typedef int (*ComarkCliFunc) (ComarkCli *cli, int argc, char **argv);

typedef struct
{
  const char *verb;    /* "submission" */
  const char *action;  /* "add", or NULL for a verb of one word */
  const char *usage;   /* what follows them */
  const char *summary; /* one line for --help and the manual */
  ComarkCliFunc run;
} ComarkCliVerb;

/* The table, ended by a row of NULLs. */
const ComarkCliVerb *comark_cli_verbs (void);

/* Reads a verb's options out of @argc/@argv (argv[0] is the verb) and checks how many words are
 * left behind it: @min to @max (-1: any). FALSE after an error line. @entries may be NULL. */
gboolean comark_cli_parse (ComarkCli *cli,
                           const GOptionEntry *entries,
                           int min,
                           int max,
                           int *argc,
                           char ***argv);

/* Opens the register and finds who acts. COMARK_CLI_DONE, or the exit code after an error line. */
int comark_cli_open (ComarkCli *cli);

/* Says "comarkctl: WHAT: WHY" and answers the exit code that fits. */
int comark_cli_fail (ComarkCli *cli, const GError *error);
int comark_cli_misuse (ComarkCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Opens the register if need be and runs @job as the acting person; NULL after an error line,
 * with the exit code in *status. */
gpointer comark_cli_run (ComarkCli *cli,
                         ComarkStoreAccess access,
                         ComarkRegisterJob job,
                         gpointer data,
                         int *status);

/* The same for acts that answer nothing: the exit code. */
int comark_cli_act (ComarkCli *cli, ComarkRegisterJob job, gpointer data);

/* A job for comark_cli_run(): the dossier of the submission that @ref, a const char *, names. */
gpointer comark_cli_open_dossier (ComarkDesk *desk, gpointer ref, GError **error);

/* Reads all of a file, at most the limit for one file. NULL after an error line. */
GBytes *comark_cli_read_file (ComarkCli *cli, const char *path);

/* Splits "C1=3" into its two halves, in place. FALSE after an error line. */
gboolean comark_cli_split (ComarkCli *cli, char *text, char **name, char **value);

/* Prints @text and a newline to stdout; characters that would move a terminal are left out. */
void comark_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
