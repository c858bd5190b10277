/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filing a whole application without a window. What is done next is read from the order as the
 * hall has it, never from what was done before: so it can be ended at any moment, by either side,
 * and begun again, and there is one order.
 */
#pragma once

#include "hall-application.h"
#include "hall-cli.h"
#include "hall-pin.h"

typedef struct
{
  const char *hall;   /* its address, as typed */
  const char *mobile; /* of the account */
  const char *password;
  const char *documents; /* the folder with SLOT.pdf, SLOT.jpg */
  int pay;               /* HallPayChannel; -1: not said */
} HallApplyOptions;

/**
 * hall_apply_run:
 * @application: (transfer full): as the file says it
 *
 * Writes a line to standard output for each step that the hall has acknowledged, the order's
 * number and state last; to standard error whatever is in the way.
 *
 * Returns: %HALL_EXIT_GOOD when the order has been handed in for review
 */
HallExit
hall_apply_run (const HallCli *cli, const HallApplyOptions *options, HallApplication *application);
