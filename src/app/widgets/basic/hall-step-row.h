/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of a step list. For hall-step-list.c.
 */
#pragma once

#include <gtk/gtk.h>

/* What is to be said of a step. */
typedef enum
{
  HALL_STEP_AHEAD,   /* not its turn yet */
  HALL_STEP_CURRENT, /* where one is */
  HALL_STEP_DONE,
  HALL_STEP_TROUBLED, /* something in it must be mended */
  HALL_STEP_CLOSED,   /* done and no longer to be changed */
  HALL_N_STEP_STATES
} HallStepState;

#define HALL_TYPE_STEP_ROW (hall_step_row_get_type ())
G_DECLARE_FINAL_TYPE (HallStepRow, hall_step_row, HALL, STEP_ROW, GtkListBoxRow)

/* @number: counted from 1 */
GtkWidget *hall_step_row_new (guint number, const char *title);

void hall_step_row_set_state (HallStepRow *self, HallStepState state);
HallStepState hall_step_row_get_state (HallStepRow *self);
const char *hall_step_row_get_title (HallStepRow *self);
guint hall_step_row_get_number (HallStepRow *self);
