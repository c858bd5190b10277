/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document made for practice, for who has no scanner at hand: a page that says what it
 * stands for, and that it counts for nothing.
 */
#pragma once

#include "hall-draft.h"

/**
 * hall_practice_scan_draw:
 * @requirement: what it stands for
 *
 * With a seal, unless it is a voucher. Draws text: main thread.
 *
 * Returns: (transfer full) (nullable): a JPEG of an A4 page at 150 dpi
 */
GBytes *hall_practice_scan_draw (const HallRequirement *requirement, GError **error);

/**
 * hall_practice_scan_make_async:
 *
 * What can stand in the slot @requirement: the printed sheet, signed, stamped and scanned as if
 * by hand, where it carries the hall's own code; else a drawn page.
 */
void hall_practice_scan_make_async (HallDraft *draft,
                                    const HallRequirement *requirement,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/* @file_name: (out) (transfer full): one that says that it is for practice */
GBytes *hall_practice_scan_make_finish (HallDraft *draft,
                                        GAsyncResult *result,
                                        char **file_name,
                                        GError **error);
