/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the square code on a printed page says: which sheet of which order, printed
 * from which data. Written so that the dense alphanumeric mode of QR fits it
 * (ISO/IEC 18004: 0-9 A-Z and $%*+-./: and blank).
 *
 *     CH1.F.20261122000017.2.9F3A0C2B41D0
 *     format . sheet . order number . revision . first 12 digits of the SHA-256
 */
#pragma once

#include <glib.h>

/* Given for a form that belongs to no order yet. */
#define HALL_FORM_CODE_NO_ORDER "DRAFT"

typedef enum
{
  HALL_SHEET_FORM,
  HALL_SHEET_SEAL,
  HALL_N_SHEETS
} HallSheet;

typedef struct
{
  HallSheet sheet;
  char *order;
  guint revision;
  char *hash; /* 12 capital hexadecimal digits */
} HallFormCode;

/* @order: 1 to 24 of A-Z 0-9 -; @revision: up to 999999; @sha256: hexadecimal, at least 12 digits
 */
HallFormCode *
hall_form_code_new (HallSheet sheet, const char *order, guint revision, const char *sha256);
void hall_form_code_free (HallFormCode *self);

char *hall_form_code_to_text (const HallFormCode *self);

/* NULL if @text is not a form code of a format known here. */
HallFormCode *hall_form_code_parse (const char *text);

/* The part of a hash that the code carries. Returns: (transfer full) */
char *hall_form_code_shorten_hash (const char *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallFormCode, hall_form_code_free)
