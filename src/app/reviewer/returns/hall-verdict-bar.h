/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far the review of an order is, and what becomes of it: what is still open, the decision that
 * follows, and the seconds in which it can be undone. In view only while there is something to
 * decide or to undo.
 *
 * Signal "places-changed" (): ask hall_verdict_bar_get_places()
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-evidence-pane.h"
#include "hall-notice.h"
#include "hall-review.h"

#define HALL_TYPE_VERDICT_BAR (hall_verdict_bar_get_type ())
G_DECLARE_FINAL_TYPE (HallVerdictBar, hall_verdict_bar, HALL, VERDICT_BAR, GtkBox)

/* @notice: where sentences appear; @evidence: (nullable): where documents are looked at; without it
 * nothing is judged here, only what waits is shown and undone. Neither is owned */
GtkWidget *
hall_verdict_bar_new (HallSession *session, HallNotice *notice, HallEvidencePane *evidence);

/* @watch: (nullable): loaded; what runs for another one ends */
void
hall_verdict_bar_set_order (HallVerdictBar *self, HallOrderWatch *watch, HallReturnBasket *basket);

/* FALSE while the order is on a colleague's desk: nothing is said or decided here. */
void hall_verdict_bar_set_allowed (HallVerdictBar *self, gboolean allowed);

/* (element-type utf8): all that has to be judged; empty before it is known */
GPtrArray *hall_verdict_bar_get_places (HallVerdictBar *self);

/* Decides for @event, what the verdicts come to; a return shows its letter first. */
void hall_verdict_bar_decide (HallVerdictBar *self, HallEvent event);

/* Opens the reasons for @place. @beside: where they appear */
void hall_verdict_bar_return (HallVerdictBar *self, const char *place, GtkWidget *beside);

/* Accepts @place, or takes that back. */
void hall_verdict_bar_toggle (HallVerdictBar *self, const char *place);

void hall_verdict_bar_accept_rest (HallVerdictBar *self);
void hall_verdict_bar_undo (HallVerdictBar *self);

/* Whether the order in view is another only because of a decision that was made here. */
gboolean hall_verdict_bar_explains (HallVerdictBar *self);
