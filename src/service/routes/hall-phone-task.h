/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the phone is asked for: both sides of the identity card, then three movements
 * picked at random, so that a picture kept from before does not do.
 */
#pragma once

#include "hall-phone-store.h"
#include "hall-lang.h"

/* One picture to take. */
typedef struct
{
  const char *id;    /* "id-portrait", "action-1" */
  const char *label; /* in the language asked for */
  const char *hint;
  gboolean front; /* with the camera that looks at the person */
} HallPhoneStep;

#define HALL_PHONE_N_STEPS (2 + HALL_PHONE_N_ACTIONS)

/* A new link with movements of its own. */
HallLink *hall_phone_task_new_link (const char *order, gint64 now_s);

/* The pictures a link asks for, in their order. */
void
hall_phone_task_list (const HallLink *link, HallLang lang, HallPhoneStep steps[HALL_PHONE_N_STEPS]);

/* Whether there is a picture of that name. */
gboolean hall_phone_task_knows (const char *capture);
