/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of a journey: numbered, done, current, still ahead. Where there is little room it
 * folds into one line, "Step 2 of 7", with the list behind it.
 *
 * Signal "activated" (guint index): a step that can be reached was chosen; whether to go there
 * is the owner's business. Steps are counted from 0.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-step-row.h"

#define HALL_TYPE_STEP_PANE (hall_step_pane_get_type ())
G_DECLARE_FINAL_TYPE (HallStepPane, hall_step_pane, HALL, STEP_PANE, GtkBox)

GtkWidget *hall_step_pane_new (void);

/* @titles: NULL-terminated; the first is current, the others ahead */
void hall_step_pane_set_steps (HallStepPane *self, const char *const *titles);

/* What a step shows while it is not the current one. */
void hall_step_pane_set_mark (HallStepPane *self, guint index, HallStepMark mark);
HallStepMark hall_step_pane_get_mark (HallStepPane *self, guint index);

void hall_step_pane_set_current (HallStepPane *self, guint index);
guint hall_step_pane_get_current (HallStepPane *self);

/* A quiet word at the foot of the list: "Saved 10:42". Hidden while folded. */
void hall_step_pane_set_note (HallStepPane *self, const char *note);

/* What can stand at the foot instead, above the note. */
GtkBox *hall_step_pane_get_foot (HallStepPane *self);

void hall_step_pane_set_folded (HallStepPane *self, gboolean folded);
gboolean hall_step_pane_is_folded (HallStepPane *self);

/**
 * hall_step_pane_fold_with:
 * @frame: the box that holds the list and, beside it, the pages
 * @min_width: pixels; below it the list folds and @frame stands upright
 *
 * From now on the list follows the width of @frame.
 */
void hall_step_pane_fold_with (HallStepPane *self, GtkBox *frame, int min_width);
