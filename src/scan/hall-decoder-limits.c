/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-decoder-limits.h"

#ifdef HAVE_SETRLIMIT
#include <sys/resource.h>
#endif
#ifdef G_OS_WIN32
#include <fcntl.h>
#include <io.h>
#endif

#define MAX_MEMORY (1024 * 1024 * 1024)

#ifdef HAVE_SETRLIMIT
static void
limit (int resource, rlim_t value)
{
  struct rlimit limits = { value, value };

  setrlimit (resource, &limits);
}
#endif

/* A crash leaves no core file: it would hold somebody's papers. */
void
hall_decoder_limit_self (guint max_cpu_s)
{
#ifdef HAVE_SETRLIMIT
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_CPU, max_cpu_s);
  limit (RLIMIT_FSIZE, 0);
#ifndef __SANITIZE_ADDRESS__ /* its shadow memory alone is larger */
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
#else
  (void) max_cpu_s;
#endif
#ifdef G_OS_WIN32
  _setmode (0, _O_BINARY);
  _setmode (1, _O_BINARY);
#endif
}
