/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where calls sleep until something they wait for changes or their time is up. A
 * thread of its own that owns every sleeping call; everything else is messages.
 *
 * No change is missed: a call is announced before its data are read, so a change
 * between reading and sleeping wakes it at once.
 */
#pragma once

#include "hall-call.h"

typedef struct _HallHub HallHub;

/* @call: (transfer full): to be read and answered again; its wait is over if wait_until_us is 0 */
typedef void (*HallHubWake) (HallCall *call, gpointer data);

HallHub *hall_hub_new (HallHubWake wake, gpointer data);

/* Wakes everybody; who wants to sleep from now on is woken at once. Any thread. */
void hall_hub_close (HallHub *self);

/* Ends the thread; whatever still sleeps is woken first. */
void hall_hub_free (HallHub *self);

/* Any thread. @call is about to be read; it stays the caller's and serves as a name only. */
void hall_hub_announce (HallHub *self, const HallCall *call);

/* Any thread. @call was answered after all. */
void hall_hub_forget (HallHub *self, const HallCall *call);

/* Any thread. @call and @topics: (transfer full): sleeps until a topic changes or its time is up.
 */
void hall_hub_sleep (HallHub *self, HallCall *call, GPtrArray *topics);

/* Any thread. @topics: (transfer full): these have changed, durably. */
void hall_hub_changed (HallHub *self, GPtrArray *topics);
