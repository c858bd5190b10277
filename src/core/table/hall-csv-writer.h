/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table as a file for spreadsheets: UTF-8 with a byte order mark, lines end in CR LF, cells are
 * quoted where they must be (RFC 4180). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front.
 */
#pragma once

#include <glib.h>

typedef struct _HallCsvWriter HallCsvWriter;

HallCsvWriter *hall_csv_writer_new (void);
void hall_csv_writer_free (HallCsvWriter *self);

/* The next cell of the line that is being written. @text: (nullable): as "" */
void hall_csv_writer_add (HallCsvWriter *self, const char *text);
void hall_csv_writer_add_int (HallCsvWriter *self, gint64 number);

/* The line is complete. */
void hall_csv_writer_end_line (HallCsvWriter *self);

/* Returns: (transfer full): everything so far, with the mark in front */
GBytes *hall_csv_writer_get_bytes (HallCsvWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCsvWriter, hall_csv_writer_free)
