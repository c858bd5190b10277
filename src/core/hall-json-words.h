/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reasons of readers of JSON in both languages.
 */
#pragma once

#include "hall-lang.h"

/* What @english, a reason or the format of one, is in @lang; itself if there is no row for it. */
const char *hall_json_words (const char *english, HallLang lang) G_GNUC_FORMAT (1);
