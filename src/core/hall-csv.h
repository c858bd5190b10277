/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table as a file for spreadsheets: UTF-8 with a byte order mark, lines end in CR LF, cells are
 * quoted where they must be (RFC 4180). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
#pragma once

#include <glib.h>

typedef struct _HallCsv HallCsv;

HallCsv *hall_csv_new (void);
void hall_csv_free (HallCsv *self);

/* The next cell of the line that is being written. @text: (nullable): as "" */
void hall_csv_add (HallCsv *self, const char *text);
void hall_csv_add_int (HallCsv *self, gint64 number);

/* The line is complete. */
void hall_csv_end_line (HallCsv *self);

/* Returns: (transfer full): everything so far, with the mark in front */
GBytes *hall_csv_get_bytes (HallCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCsv, hall_csv_free)
