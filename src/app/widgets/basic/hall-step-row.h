/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of a step list. For hall-step-pane.c.
 */
#pragma once

#include <gtk/gtk.h>

/* What is to be said of a step. */
typedef enum
{
  HALL_STEP_MARK_AHEAD,   /* not its turn yet */
  HALL_STEP_MARK_OPEN,    /* its turn, but one is elsewhere */
  HALL_STEP_MARK_CURRENT, /* where one is */
  HALL_STEP_MARK_DONE,
  HALL_STEP_MARK_TROUBLED, /* something in it must be mended */
  HALL_STEP_MARK_CLOSED,   /* done and no longer to be changed */
  HALL_N_STEP_MARKS
} HallStepMark;

#define HALL_TYPE_STEP_ROW (hall_step_row_get_type ())
G_DECLARE_FINAL_TYPE (HallStepRow, hall_step_row, HALL, STEP_ROW, GtkListBoxRow)

/* @number: counted from 1 */
GtkWidget *hall_step_row_new (guint number, const char *title);

void hall_step_row_set_mark (HallStepRow *self, HallStepMark mark);
HallStepMark hall_step_row_get_mark (HallStepRow *self);
const char *hall_step_row_get_title (HallStepRow *self);
guint hall_step_row_get_number (HallStepRow *self);
