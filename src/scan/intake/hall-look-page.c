/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-look-page.h"

/* In the order in which their findings are to be read. NULL ends it. */
static const HallExaminer examiners[] = {
  NULL,
};

void
hall_look_page_examine (const HallLookPage *page, HallLook *look)
{
  for (gsize i = 0; examiners[i] != NULL; i++)
    examiners[i](page, look);
}
