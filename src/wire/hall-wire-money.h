/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cashier works with: statements of banks, and what they propose.
 */
#pragma once

#include "hall-json.h"
#include "hall-state.h"
#include "hall-statement.h"

/* An order that a transfer could be for. */
typedef struct
{
  char *order;
  char *organisation;
  HallState state;
  gint64 amount_fen;
  guint agreement; /* HallAgreement bits */
} HallProposal;

/* A line of a statement that waits for a cashier. */
typedef struct
{
  gint64 id;
  char *bank;
  HallTransfer *transfer;
  gboolean set_aside;
  char *order;          /* (nullable): that it was used for */
  GPtrArray *proposals; /* (element-type HallProposal): best first */
} HallStatementItem;

typedef struct
{
  GPtrArray *items; /* (element-type HallStatementItem) */
  gint64 next;      /* to go on behind; 0: that was all */
} HallStatementPage;

/* What became of an import. */
typedef struct
{
  guint added;
  GArray *known; /* (element-type guint): the lines of the file that the hall had already */
} HallImportResult;

void hall_proposal_free (HallProposal *self);
HallStatementItem *hall_statement_item_new (void);
void hall_statement_item_free (HallStatementItem *self);
HallStatementPage *hall_statement_page_new (void);
void hall_statement_page_free (HallStatementPage *self);
HallImportResult *hall_import_result_new (void);
void hall_import_result_free (HallImportResult *self);

void hall_wire_add_bank_format (JsonBuilder *builder, const HallBankFormat *format);
/* Fails with the member's name if the format cannot be used. */
HallBankFormat *hall_wire_read_bank_format (HallJson *json);

/* {"formats": […]}. @formats: (element-type HallBankFormat) */
void hall_wire_add_bank_formats (JsonBuilder *builder, GPtrArray *formats);
GPtrArray *hall_wire_read_bank_formats (HallJson *json);

/* Without line and occurrence: what the bank said. */
void hall_wire_add_transfer (JsonBuilder *builder, const HallTransfer *transfer);
HallTransfer *hall_wire_read_transfer (HallJson *json);

/* {"bank", "lines": […]}: what is imported. @transfers: (element-type HallTransfer) */
void hall_wire_add_import (JsonBuilder *builder, const char *bank, GPtrArray *transfers);
/* @bank: (out) (transfer none) */
GPtrArray *hall_wire_read_import (HallJson *json, const char **bank);

void hall_wire_add_import_result (JsonBuilder *builder, const HallImportResult *result);
HallImportResult *hall_wire_read_import_result (HallJson *json);

void hall_wire_add_statement_item (JsonBuilder *builder, const HallStatementItem *item);
HallStatementItem *hall_wire_read_statement_item (HallJson *json);
void hall_wire_add_statement_page (JsonBuilder *builder, const HallStatementPage *page);
HallStatementPage *hall_wire_read_statement_page (HallJson *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallProposal, hall_proposal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStatementItem, hall_statement_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStatementPage, hall_statement_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallImportResult, hall_import_result_free)
