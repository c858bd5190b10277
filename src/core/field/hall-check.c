/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-check.h"

#include <string.h>

void
hall_check_context_init (HallCheckContext *context, const GDate *today)
{
  memset (context, 0, sizeof *context);
  context->today = *today;
  context->min_age = 18;
}
