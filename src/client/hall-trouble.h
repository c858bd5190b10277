/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentences for what goes wrong outside a hall: network, certificates, local files.
 */
#pragma once

#include "hall-error.h"
#include "hall-lang.h"

#define TROUBLE(id, ...) HALL_TROUBLE_##id,
typedef enum
{
#include "hall-trouble-list.h"
  HALL_N_TROUBLES
} HallTrouble;
#undef TROUBLE

/**
 * hall_trouble_new:
 * @detail: (nullable): what stands for %1
 *
 * Returns: (transfer full): an error of %HALL_ERROR with a sentence in @lang
 */
GError *hall_trouble_new (HallTrouble trouble, HallLang lang, const char *detail);

/**
 * hall_trouble_from_network:
 * @error: what libsoup or GIO said
 *
 * Returns: (transfer full): cancellation as it is, anything else as one of the troubles
 */
GError *hall_trouble_from_network (const GError *error, HallLang lang);
