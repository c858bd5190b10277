/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making a child end with its parent. For hall-process.c only; linux/ and windows/ have a body
 * each.
 */
#pragma once

#include <gio/gio.h>

typedef struct _HallTie HallTie;

/* Before the child is started. */
void hall_tie_prepare (GSubprocessLauncher *launcher);

/* (nullable): After it; holds the child until it is freed, where the system needs that. */
HallTie *hall_tie_new (GSubprocess *child);
void hall_tie_free (HallTie *self);

/* Asks a child to end in good order, where the system can. */
void hall_tie_ask_to_end (GSubprocess *child);

/* (transfer full) (nullable): The folder of the program that runs. */
char *hall_tie_get_own_folder (void);
