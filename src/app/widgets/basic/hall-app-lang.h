/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of the program: which of the two that the hall speaks follows from the locale.
 */
#pragma once

#include "hall-lang.h"

/* What the words of the domain are written in. Main thread. */
HallLang hall_app_lang (void);

/* From now on this one, whatever the locale says: for tests and pictures. */
void hall_app_set_lang (HallLang lang);
