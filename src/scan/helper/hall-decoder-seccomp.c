/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linux: the calls that a helper may still make of the system, with libseccomp.
 */
#include "hall-decoder-seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <unistd.h>

#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define IS_SANITIZED TRUE
#else
#define IS_SANITIZED FALSE
#endif

/* Fonts, font lists and picture readers are loaded when they are needed; decoders start threads. */
static const int allowed[] = {
  /* pipes and files that are open */
  SCMP_SYS (read),
  SCMP_SYS (readv),
  SCMP_SYS (pread64),
  SCMP_SYS (write),
  SCMP_SYS (writev),
  SCMP_SYS (close),
  SCMP_SYS (lseek),
  SCMP_SYS (dup),
  SCMP_SYS (fcntl),
  SCMP_SYS (fadvise64),
  SCMP_SYS (poll),
  SCMP_SYS (ppoll),
  SCMP_SYS (pipe2),
  SCMP_SYS (eventfd2),
  /* what files are there; opening is a rule of its own */
  SCMP_SYS (stat),
  SCMP_SYS (fstat),
  SCMP_SYS (lstat),
  SCMP_SYS (statx),
  SCMP_SYS (newfstatat),
  SCMP_SYS (statfs),
  SCMP_SYS (fstatfs),
  SCMP_SYS (access),
  SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2),
  SCMP_SYS (readlink),
  SCMP_SYS (readlinkat),
  SCMP_SYS (getdents64),
  SCMP_SYS (getcwd),
  /* memory */
  SCMP_SYS (brk),
  SCMP_SYS (mmap),
  SCMP_SYS (munmap),
  SCMP_SYS (mremap),
  SCMP_SYS (mprotect),
  SCMP_SYS (madvise),
  /* threads and signals of its own */
  SCMP_SYS (futex),
  SCMP_SYS (set_robust_list),
  SCMP_SYS (rseq),
  SCMP_SYS (sched_yield),
  SCMP_SYS (sched_getaffinity),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  /* time, chance, and who one is */
  SCMP_SYS (clock_gettime),
  SCMP_SYS (clock_getres),
  SCMP_SYS (clock_nanosleep),
  SCMP_SYS (nanosleep),
  SCMP_SYS (setitimer),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (getrandom),
  SCMP_SYS (getpid),
  SCMP_SYS (gettid),
  SCMP_SYS (getuid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getgid),
  SCMP_SYS (getegid),
  SCMP_SYS (getrlimit),
  SCMP_SYS (getrusage),
  SCMP_SYS (sysinfo),
  SCMP_SYS (uname),
};

/* What the sanitizers ask besides. */
static const int allowed_sanitized[] = {
  SCMP_SYS (arch_prctl), SCMP_SYS (membarrier), SCMP_SYS (personality),
  SCMP_SYS (prctl),      SCMP_SYS (prlimit64),  SCMP_SYS (sched_setaffinity),
};

static gboolean
allow (scmp_filter_ctx filter, const int *calls, gsize n_calls)
{
  gboolean done = TRUE;

  /* What this machine does not have (stat on some) is no matter. */
  for (gsize i = 0; i < n_calls; i++)
    done &= calls[i] < 0 || seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0) == 0;
  return done;
}

/* Files are opened to be read, and not made. */
static gboolean
allow_reading (scmp_filter_ctx filter)
{
  const scmp_datum_t writing =
      O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);

  return (SCMP_SYS (open) < 0
          || seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (open), 1,
                               SCMP_A1_64 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY))
                 == 0)
         && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                              SCMP_A2_64 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY))
                == 0;
}

/* Threads, but no process. How clone3() is meant stands in memory, where a filter cannot look:
 * told that there is none, the C library takes clone(). */
static gboolean
allow_threads (scmp_filter_ctx filter)
{
  const scmp_datum_t thread = CLONE_VM | CLONE_THREAD | CLONE_SIGHAND;

  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (clone), 1,
                           SCMP_A0_64 (SCMP_CMP_MASKED_EQ, thread, thread))
             == 0
         && seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0;
}

/* abort() sends itself a signal. */
static gboolean
allow_abort (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                           SCMP_A0_64 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()))
         == 0;
}

gboolean
hall_decoder_seccomp_enter (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean done = filter != NULL && allow (filter, allowed, G_N_ELEMENTS (allowed))
                  && allow_reading (filter) && allow_threads (filter) && allow_abort (filter);

  if (done && IS_SANITIZED)
    done = allow (filter, allowed_sanitized, G_N_ELEMENTS (allowed_sanitized));
  done = done && seccomp_load (filter) == 0;
  if (filter != NULL)
    seccomp_release (filter);
  return done;
}

#if defined __SANITIZE_ADDRESS__
int __lsan_is_turned_off (void);

/* The leak check looks into the process from outside, with ptrace(). */
int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif
