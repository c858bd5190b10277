/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be said of a draft as a whole, on top of its pages: that entries were restored
 * from this computer, with a way to give them up; that the order cannot be followed any more.
 *
 * Signal "show-order" (): the handler's orders are wanted.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-draft.h"

#define HALL_TYPE_DRAFT_BAR (hall_draft_bar_get_type ())
G_DECLARE_FINAL_TYPE (HallDraftBar, hall_draft_bar, HALL, DRAFT_BAR, GtkInfoBar)

GtkWidget *hall_draft_bar_new (void);

/* Once. */
void hall_draft_bar_set_draft (HallDraftBar *self, HallDraft *draft);

/* Whether the order cannot be followed any more. */
gboolean hall_draft_bar_has_failed (HallDraftBar *self);
