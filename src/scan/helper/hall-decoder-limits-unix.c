/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-decoder-limits.h"

#include <sys/resource.h>
#include <sys/time.h>

#include "hall-decoder-seccomp.h"

#define BYTES_PER_MIB (1024 * 1024)

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define LIMITS_MEMORY FALSE /* their shadow alone is larger */
#define SLOWER        8
#else
#define LIMITS_MEMORY TRUE
#define SLOWER        1
#endif

static void
limit (int resource, rlim_t value)
{
  struct rlimit limits = { value, value };

  setrlimit (resource, &limits);
}

/* A crash leaves no core file: it would hold somebody's papers. */
void
hall_decoder_limit_self (guint max_cpu_s, guint max_mib)
{
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_CPU, (rlim_t) max_cpu_s * SLOWER);
  limit (RLIMIT_FSIZE, 0);
  if (LIMITS_MEMORY)
    limit (RLIMIT_AS, (rlim_t) (max_mib != 0 ? max_mib : HALL_DECODER_MAX_MIB) * BYTES_PER_MIB);
  hall_decoder_seccomp_enter ();
}

/* Time of the processor: a busy machine makes no file worse. */
void
hall_decoder_limit_answer (guint max_cpu_s)
{
  struct itimerval timer = { .it_value.tv_sec = (time_t) max_cpu_s * SLOWER };

  setitimer (ITIMER_PROF, &timer, NULL);
}
