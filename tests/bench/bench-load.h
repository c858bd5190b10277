/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A crowd of clients in one thread: connections that are kept alive, each with one request on its
 * way. Linux only (epoll). It costs so little that the server is what is measured.
 */
#pragma once

#include <glib.h>

/* What the @n-th request of all is, as it goes over the wire. Returns: (transfer full) */
typedef char *(*BenchRequest) (guint n, gpointer data);

typedef struct
{
  const char *address; /* "http://127.0.0.1:40123" */
  guint n_clients;
  guint n_requests; /* of all clients together */
  guint status;     /* that every answer must have */
  BenchRequest request;
  gpointer data;
} BenchLoad;

/* Sends everything and waits for every answer; any other status ends the program.
 * Returns: answers per second */
double bench_load_run (const BenchLoad *load);

/* The middle one; sorts @values. */
double bench_median (double *values, guint n);
