/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the result of an application is called, and what comes next, by the order's state and
 * the way it was paid.
 */
#pragma once

#include "hall-draft.h"

/* The tone of the page: a submission that went well is good news though one waits now. */
HallTone hall_result_words_get_tone (const HallOrder *order);

const char *hall_result_words_get_title (const HallOrder *order);

/* Returns: (transfer full) */
char *hall_result_words_format_text (const HallOrder *order, const HallCatalog *catalog);

/* What is still ahead, one sentence each. Returns: (transfer full) (element-type utf8) */
GPtrArray *hall_result_words_list_next (const HallOrder *order);
