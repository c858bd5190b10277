/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: compares a text with the one kept in tests/data, so that each change of what
 * is printed is seen in review. With HALL_GOLDEN=write the kept one is written anew.
 */
#pragma once

void golden_check (const char *name, const char *text);
