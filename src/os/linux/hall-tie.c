/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linux: the kernel sends the child a signal when its parent is gone.
 */
#include "hall-tie.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Between fork and exec: only what is safe in a signal handler. */
static void
tie_child (gpointer data)
{
  pid_t parent = (pid_t) GPOINTER_TO_INT (data);

  prctl (PR_SET_PDEATHSIG, SIGTERM);
  if (getppid () != parent)
    _exit (1); /* the parent was gone before the tie */
}

void
hall_tie_prepare (GSubprocessLauncher *launcher)
{
  g_subprocess_launcher_set_child_setup (launcher, tie_child, GINT_TO_POINTER (getpid ()), NULL);
}

HallTie *
hall_tie_new (GSubprocess *child)
{
  return NULL;
}

void
hall_tie_free (HallTie *self)
{
}

void
hall_tie_ask_to_end (GSubprocess *child)
{
  g_subprocess_send_signal (child, SIGTERM);
}

char *
hall_tie_get_own_folder (void)
{
  g_autofree char *path = g_file_read_link ("/proc/self/exe", NULL);

  return path != NULL ? g_path_get_dirname (path) : NULL;
}
