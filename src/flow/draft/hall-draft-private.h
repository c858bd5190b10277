/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of a draft, for the files that are its body.
 */
#pragma once

#include "hall-draft.h"
#include "hall-journal.h"

struct _HallDraft
{
  GObject parent_instance;

  HallSession *session;
  HallCatalog *catalog;
  HallOrderWatch *watch;
  HallUploads *uploads;
  HallFill *fill;
  HallJournal *journal;
  HallSaver *saver;
  guint n_restored;
  HallStep told_step; /* of the last "changed" */
  char *told_type;
};

/* @watch: with its order, of a project of @catalog */
HallDraft *hall_draft_new (HallOrderWatch *watch, HallCatalog *catalog);

/* @findings: (nullable): what the hall has just found wrong */
void hall_draft_note_refused (HallDraft *self, GPtrArray *findings);
