/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Having an order on the desk: the claim is taken, renewed while somebody is at work on it, and
 * given up when they leave or do nothing for a while. Whoever comes back takes it again. It is
 * given up too when the program ends, which waits a moment for that.
 *
 * Signal "changed" (): another state.
 */
#pragma once

#include "hall-session.h"

#define HALL_HOLD_IDLE_S 600

typedef enum
{
  HALL_HOLD_NONE,   /* nothing is claimed */
  HALL_HOLD_ASKING, /* on the way */
  HALL_HOLD_MINE,
  HALL_HOLD_OTHERS, /* a colleague has it; asked again now and then */
  HALL_HOLD_IDLE,   /* given up, as nobody was at work */
} HallHoldState;

#define HALL_TYPE_HOLD (hall_hold_get_type ())
G_DECLARE_FINAL_TYPE (HallHold, hall_hold, HALL, HOLD, GObject)

/* @idle_s: after how many seconds without hall_hold_touch() it is given up */
HallHold *hall_hold_new (HallSession *session, guint idle_s);

/* Gives up what is held and takes @number; nothing happens if it is the same. */
void hall_hold_take (HallHold *self, const char *number);
void hall_hold_release (HallHold *self);

/* Somebody is at work. */
void hall_hold_touch (HallHold *self);

HallHoldState hall_hold_get_state (HallHold *self);

/* (nullable): the hall's sentence on who has it: 张三正在处理这个业务单。 */
const char *hall_hold_get_sentence (HallHold *self);
