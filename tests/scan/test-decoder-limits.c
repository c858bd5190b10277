/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a helper cannot do any more when it has limited itself: tried by processes that limit
 * themselves in the same way, and try.
 */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hall-decoder-limits.h"
#include "hall-decoder-seccomp.h"

/* What became of it, as an exit status. */
enum
{
  DONE = 10,
  REFUSED,  /* EPERM */
  OTHERWISE /* failed for another reason */
};

#define CPU_S 2
#define MIB   (1024 * 1024)

static int
tell (long result)
{
  if (result >= 0)
    return DONE;
  return errno == EPERM ? REFUSED : OTHERWISE;
}

static int
try_socket (void)
{
  return tell (socket (AF_INET, SOCK_STREAM, 0));
}

static int
try_local_socket (void)
{
  return tell (socket (AF_UNIX, SOCK_STREAM, 0));
}

static int
try_socket_pair (void)
{
  int pair[2];

  return tell (socketpair (AF_UNIX, SOCK_STREAM, 0, pair));
}

static int
try_exec (void)
{
  char *argv[] = { (char *) "true", NULL };
  char *envp[] = { NULL };

  return tell (execve ("/bin/true", argv, envp));
}

static int
try_fork (void)
{
  pid_t pid = fork ();

  if (pid == 0)
    _exit (0);
  return tell (pid);
}

static int
try_vfork (void)
{
  return tell (syscall (SYS_clone, SIGCHLD, 0, 0, 0, 0));
}

static int
try_ptrace (void)
{
  return tell (ptrace (PTRACE_TRACEME, 0, 0, 0));
}

static int
try_write (void)
{
  return tell (open ("/tmp/certhall-limits", O_WRONLY | O_CREAT, 0600));
}

static int
try_append (void)
{
  return tell (open ("/dev/null", O_WRONLY | O_APPEND));
}

static int
try_unnamed (void)
{
  return tell (open ("/tmp", O_TMPFILE | O_RDWR, 0600));
}

static int
try_unlink (void)
{
  return tell (unlink ("/tmp/certhall-limits"));
}

static int
try_kill (void)
{
  return tell (kill (getppid (), SIGCONT));
}

static int
try_read (void)
{
  char byte;
  int file = open ("/dev/zero", O_RDONLY);

  return file < 0 ? OTHERWISE : tell (read (file, &byte, 1));
}

static gpointer
run_thread (gpointer data)
{
  return data;
}

static int
try_thread (void)
{
  GThread *thread = g_thread_try_new ("limited", run_thread, &errno, NULL);

  return thread != NULL && g_thread_join (thread) == &errno ? DONE : OTHERWISE;
}

static int
try_memory (void)
{
  void *data = mmap (NULL, HALL_DECODER_MAX_MIB * (gsize) MIB, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return data == MAP_FAILED && errno == ENOMEM ? REFUSED : OTHERWISE;
}

static int
try_little_memory (void)
{
  void *data = malloc (HALL_DECODER_MAX_MIB / 2 * (gsize) MIB);
  gboolean got = data != NULL;

  free (data);
  return got ? DONE : OTHERWISE;
}

static int
try_time (void)
{
  for (volatile guint64 i = 0;; i++)
    ;
  return DONE;
}

/* Ends as a process by itself; what it says is the wait status. */
static int
run_limited (int (*attempt) (void))
{
  pid_t pid = fork ();
  int status = 0;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      hall_decoder_limit_self (CPU_S, 0);
      _exit (attempt ());
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

static const struct
{
  const char *name;
  int (*attempt) (void);
} refused[] = {
  { "socket", try_socket },    { "local socket", try_local_socket },
  { "pair", try_socket_pair }, { "exec", try_exec },
  { "fork", try_fork },        { "clone", try_vfork },
  { "ptrace", try_ptrace },    { "write", try_write },
  { "append", try_append },    { "unnamed", try_unnamed },
  { "unlink", try_unlink },    { "kill", try_kill },
};

static const struct
{
  const char *name;
  int (*attempt) (void);
} possible[] = {
  { "read", try_read },
  { "thread", try_thread },
  { "memory", try_little_memory },
};

/* Without limits each can be done, or fails for another reason: the test looks at the right thing.
 */
static void
test_without (void)
{
  pid_t pid;
  int status;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i].name);
      pid = fork ();
      if (pid == 0)
        _exit (refused[i].attempt ());
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), !=, REFUSED);
    }
}

static gboolean
enter_and_tell (void)
{
  pid_t pid = fork ();
  int status = 0;

  if (pid == 0)
    _exit (hall_decoder_seccomp_enter () ? 0 : 1);
  waitpid (pid, &status, 0);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
test_refused (void)
{
  if (!enter_and_tell ())
    {
      g_test_skip ("built without libseccomp, or a system without filters");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      int status = run_limited (refused[i].attempt);

      g_test_message ("%s", refused[i].name);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, REFUSED);
    }
}

static void
test_possible (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (possible); i++)
    {
      int status = run_limited (possible[i].attempt);

      g_test_message ("%s", possible[i].name);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, DONE);
    }
}

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define IS_SANITIZED TRUE
#else
#define IS_SANITIZED FALSE
#endif

static void
test_memory (void)
{
  if (IS_SANITIZED)
    g_test_skip ("a sanitizer needs more memory than the limit");
  else
    g_assert_cmpint (WEXITSTATUS (run_limited (try_memory)), ==, REFUSED);
}

/* The clock of the processor stops it; a file it would leave is not made. */
static void
test_time (void)
{
  int status = run_limited (try_time);

  g_assert_true (WIFSIGNALED (status));
  g_assert_true (WTERMSIG (status) == SIGXCPU || WTERMSIG (status) == SIGKILL);
  g_assert_false (WCOREDUMP (status));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decoder-limits/without", test_without);
  g_test_add_func ("/decoder-limits/refused", test_refused);
  g_test_add_func ("/decoder-limits/possible", test_possible);
  g_test_add_func ("/decoder-limits/memory", test_memory);
  g_test_add_func ("/decoder-limits/time", test_time);
  return g_test_run ();
}
