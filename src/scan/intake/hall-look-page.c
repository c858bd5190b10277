/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-look-page.h"

#include "hall-capture-check.h"
#include "hall-light-examiner.h"
#include "hall-print-check.h"
#include "hall-seal-check.h"

/* In the order in which their findings are to be read. NULL ends it. */
static const HallExaminer examiners[] = {
  hall_light_examine, hall_seal_check_page, hall_capture_check_page, hall_print_check_page, NULL,
};

static void (*const concluders[]) (HallLook *look, const HallLookOptions *options) = {
  hall_seal_check_file,
  hall_print_check_file,
};

const HallSheetPlan *
hall_look_page_get_plan (const HallLookPage *self)
{
  return self->options->sheet != NULL ? self->options->sheet->plan : NULL;
}

void
hall_look_page_examine (const HallLookPage *self, HallLook *look)
{
  look->examined = TRUE;
  for (gsize i = 0; examiners[i] != NULL; i++)
    examiners[i](self, look);
}

void
hall_look_page_conclude (HallLook *look, const HallLookOptions *options)
{
  for (gsize i = 0; i < G_N_ELEMENTS (concluders); i++)
    concluders[i](look, options);
}
