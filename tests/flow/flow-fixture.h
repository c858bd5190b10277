/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the flow have in common: a hall, a session connected and signed in to it.
 */
#pragma once

#include "fake-hall.h"
#include "hall-session.h"

typedef struct
{
  FakeHall *hall;
  HallSession *session;
  GCancellable *cancellable;
  gboolean done;
  GAsyncResult *result;
  guint n_signals;
} Flow;

/* A test is a handler's unless its data is FLOW_STAFF; FLOW_APART is not connected. */
#define FLOW_STAFF ((gconstpointer) 1)
#define FLOW_APART ((gconstpointer) 2)

void flow_set_up (Flow *f, gconstpointer data);

/* Everything else must be gone by then: the session is finalized. */
void flow_tear_down (Flow *f, gconstpointer data);

/* The callback of every call, and waiting for it. Returns: (transfer none) */
void flow_on_done_cb (GObject *source, GAsyncResult *result, gpointer data);
GAsyncResult *flow_wait_for (Flow *f);

/* Whole calls; they must work. */
void flow_connect (Flow *f);
void flow_sign_in (Flow *f, gboolean remember);

/* A handler of any signal that counts in n_signals; for g_signal_connect_swapped. */
void flow_count_signal (Flow *f);

/* Runs the main context until @check is TRUE, at most 20 s. */
void flow_wait_until (gboolean (*check) (gpointer data), gpointer data);

typedef struct
{
  const char *path;
  gconstpointer data;
  void (*test) (Flow *f, gconstpointer data);
} FlowTest;

/* A data folder of the test's own, from the first line of main on, and its end. */
char *flow_make_data_folder (void);
void flow_remove_folder (const char *path);

/* A main function with such a folder. */
int flow_run (int argc, char **argv, const FlowTest *tests, gsize n);
