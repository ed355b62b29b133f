/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-limits.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#define MEMORY_BYTES (1024UL * 1024 * 1024)
#define OPEN_FILES 64
#define LIFE_SECONDS 1800

static gboolean
set_limit (int resource, rlim_t soft, rlim_t hard)
{
  struct rlimit limit = { .rlim_cur = soft, .rlim_max = hard };

  return setrlimit (resource, &limit) == 0;
}

/* The address sanitizer reserves terabytes of address space for its shadow. */
static gboolean
limit_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  return TRUE;
#else
  return set_limit (RLIMIT_AS, MEMORY_BYTES, MEMORY_BYTES);
#endif
}

gboolean
comark_reader_limits_enter (void)
{
  return prctl (PR_SET_PDEATHSIG, SIGKILL) == 0
         && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && set_limit (RLIMIT_CORE, 0, 0)
         && set_limit (RLIMIT_FSIZE, 0, 0)
         && set_limit (RLIMIT_NOFILE, OPEN_FILES, OPEN_FILES)
         && set_limit (RLIMIT_CPU, LIFE_SECONDS, LIFE_SECONDS)
         && limit_memory ();
}

void
comark_reader_limits_arm (int seconds)
{
  struct rusage used;

  if (getrusage (RUSAGE_SELF, &used) != 0)
    return;
  rlim_t so_far = (rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  set_limit (RLIMIT_CPU, MIN (so_far + (rlim_t) seconds, LIFE_SECONDS), LIFE_SECONDS);
}
