/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole operations on a draft, for its tests.
 */
#pragma once

#include "flow-fixture.h"
#include "hall-draft.h"

/* Of an order there is, and of one that is put into the hall, complete, in @state. */
HallDraft *draft_open (Flow *f, const char *number);
HallDraft *draft_new (Flow *f, HallState state);

/* With nothing alive afterwards. */
void draft_close (HallDraft *draft);

gboolean draft_save (Flow *f, HallDraft *draft, GError **error);
gboolean draft_send (Flow *f, HallDraft *draft, HallEvent event, GError **error);

/* What the hall has in a field. */
const char *draft_get_at_hall (Flow *f, HallDraft *draft, const char *id);

/* For flow_wait_until(). */
gboolean draft_is_saved (gpointer draft);
gboolean draft_is_offline (gpointer draft);
gboolean draft_is_refused (gpointer draft);
