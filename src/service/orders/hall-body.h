/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the bodies of events: what was given becomes facts, and what is wrong with it
 * becomes findings. Nothing is changed but the account of a bank proof handed in again.
 */
#pragma once

#include "hall-move.h"

gboolean hall_body_read_nothing (HallMove *move, GError **error);
gboolean hall_body_read_identity (HallMove *move, GError **error);
gboolean hall_body_read_funds (HallMove *move, GError **error);
gboolean hall_body_read_returns (HallMove *move, GError **error);
gboolean hall_body_read_code (HallMove *move, GError **error);
gboolean hall_body_read_account (HallMove *move, GError **error);
gboolean hall_body_read_courier (HallMove *move, GError **error);
gboolean hall_body_read_refund (HallMove *move, GError **error);
gboolean hall_body_read_note (HallMove *move, GError **error);
