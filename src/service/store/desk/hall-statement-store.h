/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The transfers that bank statements say have come in. Each is kept once, used for one order at
 * most, and neither changed nor deleted; who paid is sealed.
 */
#pragma once

#include "hall-db.h"
#include "hall-statement.h"
#include "hall-vault.h"

typedef struct
{
  gint64 id;
  char *bank;
  HallTransfer *transfer;
  char *order; /* (nullable): that it was used for */
  gboolean set_aside;
} HallStatementLine;

/* Who imports what. Nothing is owned. */
typedef struct
{
  const char *bank;
  const HallTransfer *transfer;
  const char *staff;
  gint64 now_s;
} HallStatementEntry;

void hall_statement_line_free (HallStatementLine *self);

/* @added: (out): FALSE if the hall has it already */
gboolean hall_statement_store_add (HallDb *db,
                                   const HallVault *vault,
                                   const HallStatementEntry *entry,
                                   gboolean *added,
                                   GError **error);

/* NULL without @error if there is none. */
HallStatementLine *
hall_statement_store_get (HallDb *db, const HallVault *vault, gint64 id, GError **error);

/* The one that an order's money was confirmed with; NULL without @error. */
HallStatementLine *hall_statement_store_get_used (HallDb *db,
                                                  const HallVault *vault,
                                                  const char *order,
                                                  GError **error);

/* Those neither used nor set aside, oldest first, behind @after (0: from the start).
 * Returns: (transfer container) (element-type HallStatementLine) */
GPtrArray *hall_statement_store_list (
    HallDb *db, const HallVault *vault, gint64 after, guint limit, GError **error);

/* Of those, the ones whose payer is @organisation or whose remark names @order. */
GPtrArray *hall_statement_store_list_for (HallDb *db,
                                          const HallVault *vault,
                                          const char *order,
                                          const char *organisation,
                                          GError **error);

/* @error: %HALL_ERROR_CONFLICT if it has been used or set aside meanwhile */
gboolean hall_statement_store_use (
    HallDb *db, gint64 id, const char *order, const char *staff, gint64 now_s, GError **error);

/* @staff: (nullable): NULL takes it back into the list.
 * @error: %HALL_ERROR_CONFLICT if it has been used */
gboolean hall_statement_store_set_aside (HallDb *db, gint64 id, const char *staff, GError **error);

/* An order that a transfer could be for. */
typedef struct
{
  char *number;
  char *organisation;
  char *state;
  gint64 amount_fen;
} HallStatementCandidate;

/* The order named in the remark, whatever its state, and those that wait for money from this
 * payer. Returns: (transfer container) (element-type HallStatementCandidate) */
GPtrArray *
hall_statement_store_list_orders (HallDb *db, const HallTransfer *transfer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallStatementLine, hall_statement_line_free)
