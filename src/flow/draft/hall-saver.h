/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When and how what was filled in gets to the hall: a moment after the last change, one save at
 * a time, merged when somebody else was faster, later when the hall cannot be reached. For
 * hall-draft.c only.
 */
#pragma once

#include "hall-fill.h"
#include "hall-order-watch.h"

typedef enum
{
  HALL_SAVE_SAVED,   /* the hall has everything */
  HALL_SAVE_PENDING, /* in a moment */
  HALL_SAVE_SAVING,
  HALL_SAVE_OFFLINE, /* the hall cannot be reached; kept here, saved when it can */
  HALL_SAVE_REFUSED, /* the hall does not take it; kept here. A change tries again */
  HALL_N_SAVE_STATES
} HallSaveState;

typedef struct _HallSaver HallSaver;

typedef struct
{
  /* The hall has taken @snapshot; the watch has the order by now. */
  void (*saved) (gpointer owner, const HallApplication *snapshot);

  /* @error: (nullable): why it has not */
  void (*refused) (gpointer owner, const GError *error);
  void (*state_changed) (gpointer owner);
} HallSaverFuncs;

/* @fill: not owned; goes after the saver. @owner: not owned; frees the saver before it goes */
HallSaver *
hall_saver_new (HallOrderWatch *watch, HallFill *fill, const HallSaverFuncs *funcs, GObject *owner);
void hall_saver_free (HallSaver *self);

/* Something is different: saved in a moment, if there is anything to save. */
void hall_saver_note_change (HallSaver *self);

/**
 * hall_saver_flush:
 * @task: (transfer full): answered with TRUE when the hall has everything, else with the error
 *
 * Saves at once.
 */
void hall_saver_flush (HallSaver *self, GTask *task);

HallSaveState hall_saver_get_state (HallSaver *self);

/* By the hall's clock; 0 before the first time. */
gint64 hall_saver_get_saved_s (HallSaver *self);

/* (nullable): why it was refused, or cannot be reached. */
const GError *hall_saver_get_error (HallSaver *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSaver, hall_saver_free)
