/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the calls have in common: a hall, a client signed in to it, and waiting for
 * the end of a call.
 */
#pragma once

#include "fake-hall.h"
#include "hall-client.h"
#include "hall-order.h"

typedef struct
{
  FakeHall *hall;
  HallClient *client;
  GCancellable *cancellable;
  gboolean done;
  GAsyncResult *result;
  guint n_signals;
} Fixture;

void set_up (Fixture *f, gconstpointer data);
void tear_down (Fixture *f, gconstpointer data);

/* The callback of every call. */
void on_done_cb (GObject *source, GAsyncResult *result, gpointer data);

/* Runs until the call that was just begun has ended. Returns: (transfer none) */
GAsyncResult *wait_for (Fixture *f);

/* A whole call: GET of an order, under the cancellable of the fixture. */
HallOrder *get_order (Fixture *f, const char *number, GError **error);
