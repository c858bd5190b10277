/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last section of the application form: what is declared and agreed to, and the
 * places for signature, seal and the hall's own notes.
 */
#pragma once

#include "hall-form-table.h"

/* Returns: (transfer full): a group */
GPtrArray *hall_form_declaration_make (HallFormTable *table);
