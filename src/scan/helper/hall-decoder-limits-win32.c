/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows: a job of its own, which the system ends when it takes too much.
 */
#include "hall-decoder-limits.h"

#include <windows.h>

#include <fcntl.h>
#include <io.h>

#define BYTES_PER_MIB ((SIZE_T) 1024 * 1024)

/* The unit of time in a job: 100 ns. */
#define TICKS_PER_S 10000000LL

void
hall_decoder_limit_self (guint max_cpu_s, guint max_mib)
{
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = { 0 };
  HANDLE job = CreateJobObjectW (NULL, NULL);

  _setmode (0, _O_BINARY);
  _setmode (1, _O_BINARY);
  limits.BasicLimitInformation.LimitFlags =
      JOB_OBJECT_LIMIT_PROCESS_TIME | JOB_OBJECT_LIMIT_PROCESS_MEMORY;
  limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart = max_cpu_s * TICKS_PER_S;
  limits.ProcessMemoryLimit = (max_mib != 0 ? max_mib : HALL_DECODER_MAX_MIB) * BYTES_PER_MIB;
  if (job != NULL
      && SetInformationJobObject (job, JobObjectExtendedLimitInformation, &limits, sizeof limits))
    AssignProcessToJobObject (job, GetCurrentProcess ());
}

/* The time of the whole job has to do here. */
void
hall_decoder_limit_answer (guint max_cpu_s)
{
}
