/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order that is likely to be next: fetched, and the first page of its first document drawn,
 * while the current one is being read. Only what is shown first anyway; a picture of an identity
 * card is never fetched before somebody looks at it.
 */
#pragma once

#include "hall-evidence.h"
#include "hall-page-source.h"

#define HALL_TYPE_DESK_AHEAD (hall_desk_ahead_get_type ())
G_DECLARE_FINAL_TYPE (HallDeskAhead, hall_desk_ahead, HALL, DESK_AHEAD, GObject)

HallDeskAhead *hall_desk_ahead_new (HallSession *session);

/* @number: (nullable): nothing more is wanted; @scale: pixels for each point of a page */
void hall_desk_ahead_prepare (HallDeskAhead *self, const char *number, double scale);

/* (transfer full) (nullable): the order, once, if it is there */
HallOrder *hall_desk_ahead_take_order (HallDeskAhead *self, const char *number);

/**
 * hall_desk_ahead_get_source:
 * @bytes: (out) (transfer none): the file
 *
 * Returns: (transfer none) (nullable): the pages of @evidence, opened, if they are there
 */
HallPageSource *hall_desk_ahead_get_source (HallDeskAhead *self,
                                            const char *number,
                                            const HallEvidence *evidence,
                                            GBytes **bytes);

/* Whether that order is there, and the first page of what is shown first is drawn. */
gboolean hall_desk_ahead_is_ready (HallDeskAhead *self);
