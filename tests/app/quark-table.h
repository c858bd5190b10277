/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GLib gives up its table of quarks on purpose when it needs a larger one, as readers take no
 * lock. A whole window needs a larger one, and the leak check would complain.
 */
#pragma once

/* As early as possible in main: the first table is then no leak. */
void quark_table_keep (void);
