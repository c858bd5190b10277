/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The telephone of a practice hall: a GListModel of HallPhoneMessage, newest first, with the SMS
 * and bank remarks that the sandbox was given to deliver. Fresh by waiting calls. Stays empty at
 * a hall that is no practice hall.
 *
 * Signal "arrived" (HallPhoneMessage *message): a new one, after the first load.
 */
#pragma once

#include "hall-practice.h"
#include "hall-session.h"

#define HALL_TYPE_PHONE_MESSAGE (hall_phone_message_get_type ())
G_DECLARE_FINAL_TYPE (HallPhoneMessage, hall_phone_message, HALL, PHONE_MESSAGE, GObject)

const HallMessage *hall_phone_message_get (HallPhoneMessage *self);

/**
 * hall_phone_message_find_code:
 *
 * Returns: (transfer full) (nullable): the first run of exactly six digits, to be copied or
 *   filled in
 */
char *hall_phone_message_find_code (HallPhoneMessage *self);

#define HALL_TYPE_PRACTICE_PHONE (hall_practice_phone_get_type ())
G_DECLARE_FINAL_TYPE (HallPracticePhone, hall_practice_phone, HALL, PRACTICE_PHONE, GObject)

/* Follows the session's hall from now on, also after another one is connected to. */
HallPracticePhone *hall_practice_phone_new (HallSession *session);
