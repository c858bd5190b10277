/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request on its way through the service. Owned by one thread at a time: the
 * engine hands it out, whoever holds it last answers it. It is never shared.
 */
#pragma once

#include "hall-route.h"

typedef struct
{
  const HallRoute *route;
  HallRequest *request; /* owned */
  gint64 wait_until_us; /* monotonic; 0 once the waiting is over */
  gpointer engine;      /* the engine's own; nobody else looks */
} HallCall;

/**
 * hall_call_answer:
 * @self: (transfer full): gone after this
 * @answer: (transfer full)
 *
 * From any thread.
 */
void hall_call_answer (HallCall *self, HallAnswer *answer);
