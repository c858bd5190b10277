/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a bank's statement is to be read: which column is what, and its signs. The columns are
 * offered by what stands at their top.
 *
 * Signal "changed" (): something was chosen by hand.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-bank-format.h"

#define HALL_TYPE_BANK_FORM (hall_bank_form_get_type ())
G_DECLARE_FINAL_TYPE (HallBankForm, hall_bank_form, HALL, BANK_FORM, GtkGrid)

GtkWidget *hall_bank_form_new (void);

/* @formats: (element-type HallBankFormat): the banks that are known */
void hall_bank_form_set_known (HallBankForm *self, GPtrArray *formats);

/* What the columns are called: @header: (nullable) */
void hall_bank_form_set_columns (HallBankForm *self, guint n_columns, const HallTableRow *header);

/* "changed" is not emitted. */
void hall_bank_form_set_format (HallBankForm *self, const HallBankFormat *format);

/* As it is chosen; it may lack something, see hall_bank_format_check(). Returns: (transfer full) */
HallBankFormat *hall_bank_form_get_format (HallBankForm *self);
