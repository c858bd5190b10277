/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-decoder-limits.h"

#include <sys/resource.h>

#define MAX_MEMORY (1024 * 1024 * 1024)

static void
limit (int resource, rlim_t value)
{
  struct rlimit limits = { value, value };

  setrlimit (resource, &limits);
}

/* A crash leaves no core file: it would hold somebody's papers. */
void
hall_decoder_limit_self (guint max_cpu_s)
{
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_CPU, max_cpu_s);
  limit (RLIMIT_FSIZE, 0);
#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__ /* their shadow is larger */
  limit (RLIMIT_AS, MAX_MEMORY);
#endif
}
