/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims as staff take, give up and need them.
 */
#pragma once

#include "hall-facts.h"

/* Takes or renews the caller's claim. @error: %HALL_ERROR_CLAIMED with who has it */
gboolean hall_lease_take (HallContext *context, const HallRecord *record, GError **error);

/* Gives it up: its holder may, and an administrator. @error: %HALL_ERROR_CLAIMED. While a decision
 * waits the claim stays, since it may be undone. */
gboolean hall_lease_release (HallContext *context, const HallRecord *record, GError **error);

/* Whatever the caller has on the desk, as they leave; what hall_lease_release() keeps stays. */
gboolean hall_lease_release_all (HallContext *context, GError **error);

/* A review is decided by who has the order on the desk; one that lies free is taken for it. An
 * order whose decision waits is not decided again: %HALL_ERROR_CONFLICT. */
gboolean
hall_lease_check (HallContext *context, const HallRecord *record, HallEvent event, GError **error);

/* The same for who decides over the wire: the claim must be there already, so that colleagues saw
 * it while the order was read. @error: %HALL_ERROR_CLAIMED */
gboolean hall_lease_require (HallContext *context,
                             const HallRecord *record,
                             HallEvent event,
                             GError **error);

/* The desk is clear after a decision. */
gboolean
hall_lease_end (HallContext *context, const HallRecord *record, HallEvent event, GError **error);
