/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a producer brings for many orders at once: the certificates that were made, or the numbers
 * that the courier gave.
 */
#pragma once

#include "hall-table.h"

typedef enum
{
  HALL_BATCH_CERTIFICATES, /* serial number, valid from, valid to */
  HALL_BATCH_SHIPMENTS,    /* courier, tracking number */
  HALL_N_BATCH_KINDS
} HallBatchKind;

#define HALL_BATCH_VALUES 3

typedef struct
{
  guint line; /* of the file; 0: typed in */
  char *order;
  char *values[HALL_BATCH_VALUES]; /* tidy, in the order of the kind's columns */
} HallBatchLine;

typedef struct
{
  GPtrArray *lines;    /* (element-type HallBatchLine) */
  GPtrArray *problems; /* (element-type HallFinding): of the lines that are not among them */
} HallBatchList;

HallBatchLine *
hall_batch_line_new (HallBatchKind kind, const char *order, const char *const *values);
void hall_batch_line_free (HallBatchLine *self);

/**
 * hall_batch_line_check:
 * @issue: (out caller-allocates)
 */
HallVerdict hall_batch_line_check (const HallBatchLine *self, HallBatchKind kind, HallIssue *issue);

/**
 * hall_batch_list_read:
 *
 * Columns are found by the words of the first row; if that is no header, they stand in the kind's
 * own order behind the order number. An order that occurs twice is a problem of its second line.
 */
HallBatchList *hall_batch_list_read (const HallTable *csv, HallBatchKind kind);
void hall_batch_list_free (HallBatchList *self);

/* How many values a line of this kind has. */
guint hall_batch_kind_get_n_values (HallBatchKind kind);
const char *hall_batch_kind_get_label (HallBatchKind kind, guint value, HallLang lang);

/* A certificate's serial number: hexadecimal, 8 to 40 digits, capitals. @text: tidy */
gboolean hall_serial_is_good (const char *text);

/* A date that exists, as "2026-11-22". */
gboolean hall_day_is_good (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallBatchLine, hall_batch_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallBatchList, hall_batch_list_free)
