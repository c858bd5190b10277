/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows: a job of its own, which the system ends when it takes too much.
 */
#include "hall-decoder-limits.h"

#include <windows.h>

#include <fcntl.h>
#include <io.h>

#define MAX_MEMORY (1024u * 1024 * 1024)

/* The unit of time in a job: 100 ns. */
#define TICKS_PER_S 10000000LL

void
hall_decoder_limit_self (guint max_cpu_s)
{
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = { 0 };
  HANDLE job = CreateJobObjectW (NULL, NULL);

  _setmode (0, _O_BINARY);
  _setmode (1, _O_BINARY);
  limits.BasicLimitInformation.LimitFlags =
      JOB_OBJECT_LIMIT_PROCESS_TIME | JOB_OBJECT_LIMIT_PROCESS_MEMORY;
  limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart = max_cpu_s * TICKS_PER_S;
  limits.ProcessMemoryLimit = MAX_MEMORY;
  if (job != NULL
      && SetInformationJobObject (job, JobObjectExtendedLimitInformation, &limits, sizeof limits))
    AssignProcessToJobObject (job, GetCurrentProcess ());
}
