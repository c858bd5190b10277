/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows: the child is put into a job that is ended when the last handle on it is closed, as
 * it is when this program ends in whatever way.
 */
#include "hall-tie.h"

#include <windows.h>

#define MAX_PATH_CHARS 4096

struct _HallTie
{
  HANDLE job;
};

void
hall_tie_prepare (GSubprocessLauncher *launcher)
{
}

HallTie *
hall_tie_new (GSubprocess *child)
{
  const char *identifier = g_subprocess_get_identifier (child);
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = { 0 };
  DWORD pid = identifier != NULL ? (DWORD) g_ascii_strtoull (identifier, NULL, 10) : 0;
  HANDLE process = OpenProcess (PROCESS_SET_QUOTA | PROCESS_TERMINATE, FALSE, pid);
  HallTie *self;

  if (process == NULL)
    return NULL;
  self = g_new0 (HallTie, 1);
  self->job = CreateJobObjectW (NULL, NULL);
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
  SetInformationJobObject (self->job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
  AssignProcessToJobObject (self->job, process);
  CloseHandle (process);
  return self;
}

void
hall_tie_free (HallTie *self)
{
  CloseHandle (self->job);
  g_free (self);
}

void
hall_tie_ask_to_end (GSubprocess *child)
{
  /* a console program without a console cannot be asked; what it has committed is safe */
  g_subprocess_force_exit (child);
}

char *
hall_tie_get_own_folder (void)
{
  wchar_t wide[MAX_PATH_CHARS];
  DWORD length = GetModuleFileNameW (NULL, wide, MAX_PATH_CHARS);
  g_autofree char *path = NULL;

  if (length == 0 || length == MAX_PATH_CHARS)
    return NULL;
  path = g_utf16_to_utf8 ((const gunichar2 *) wide, length, NULL, NULL, NULL);
  return path != NULL ? g_path_get_dirname (path) : NULL;
}
