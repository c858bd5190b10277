/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wire-money.h"

#include <string.h>

#include "hall-limits.h"
#include "hall-transfer-match.h"
#include "hall-wire-finding.h"

#define MAX_BYTES    (4 * HALL_STATEMENT_MAX_TEXT)
#define MAX_AMOUNT   G_GINT64_CONSTANT (100000000000000)
#define NO_CHARACTER "none"

void
hall_proposal_free (HallProposal *self)
{
  g_free (self->order);
  g_free (self->organisation);
  g_free (self);
}

HallStatementItem *
hall_statement_item_new (void)
{
  HallStatementItem *self = g_new0 (HallStatementItem, 1);

  self->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_proposal_free);
  return self;
}

void
hall_statement_item_free (HallStatementItem *self)
{
  g_free (self->bank);
  g_clear_pointer (&self->transfer, hall_transfer_free);
  g_free (self->order);
  g_ptr_array_unref (self->proposals);
  g_free (self);
}

HallStatementPage *
hall_statement_page_new (void)
{
  HallStatementPage *self = g_new0 (HallStatementPage, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_statement_item_free);
  return self;
}

void
hall_statement_page_free (HallStatementPage *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

HallImportResult *
hall_import_result_new (void)
{
  HallImportResult *self = g_new0 (HallImportResult, 1);

  self->known = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
hall_import_result_free (HallImportResult *self)
{
  g_array_unref (self->known);
  g_free (self);
}

static void
add_character (JsonBuilder *builder, const char *member, char c)
{
  const char text[2] = { c, '\0' };

  hall_wire_add_text (builder, member, c != '\0' ? text : NO_CHARACTER);
}

static char
read_character (HallJson *json, const char *member)
{
  const char *text = hall_json_string (json, member);

  if (text == NULL || g_str_equal (text, NO_CHARACTER))
    return '\0';
  if (strlen (text) != 1)
    hall_json_fail (json, member, "one character, or “%s”", NO_CHARACTER);
  return text[0];
}

void
hall_wire_add_bank_format (JsonBuilder *builder, const HallBankFormat *format)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "bank", format->bank);
  hall_wire_add_text (builder, "encoding", hall_encoding_get_name (format->encoding));
  add_character (builder, "separator", format->separator);
  hall_wire_add_int (builder, "header_lines", format->header_lines);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_object (builder);
  for (guint column = 0; column < HALL_N_BANK_COLUMNS; column++)
    if (format->columns[column] != 0)
      hall_wire_add_int (builder, hall_bank_column_get_name (column), format->columns[column]);
  json_builder_end_object (builder);
  add_character (builder, "decimal", format->decimal);
  add_character (builder, "thousands", format->thousands);
  json_builder_end_object (builder);
}

static void
read_columns (HallJson *json, HallBankFormat *format)
{
  const char *members[HALL_N_BANK_COLUMNS + 1] = { NULL };

  for (guint column = 0; column < HALL_N_BANK_COLUMNS; column++)
    members[column] = hall_bank_column_get_name (column);
  if (!hall_json_enter (json, "columns"))
    return;
  hall_json_expect (json, members);
  for (guint column = 0; column < HALL_N_BANK_COLUMNS; column++)
    format->columns[column] =
        (guint) hall_json_optional_int (json, members[column], 1, HALL_BANK_MAX_COLUMN, 0);
  hall_json_leave (json);
}

HallBankFormat *
hall_wire_read_bank_format (HallJson *json)
{
  static const char *const members[] = { "bank",    "encoding", "separator", "header_lines",
                                         "columns", "decimal",  "thousands", NULL };
  g_autoptr (HallBankFormat) format = NULL;
  const char *wrong;

  hall_json_expect (json, members);
  format = hall_bank_format_new (hall_json_string (json, "bank"));
  format->encoding = hall_encoding_from_name (hall_json_string (json, "encoding"));
  format->separator = read_character (json, "separator");
  format->header_lines = (guint) hall_json_int (json, "header_lines", 0, HALL_BANK_MAX_HEADER);
  read_columns (json, format);
  format->decimal = read_character (json, "decimal");
  format->thousands = read_character (json, "thousands");
  wrong = hall_json_failed (json) ? NULL : hall_bank_format_check (format);
  if (wrong != NULL)
    hall_json_fail (json, wrong, "this cannot be used for reading a statement");
  return hall_json_failed (json) ? NULL : g_steal_pointer (&format);
}

void
hall_wire_add_bank_formats (JsonBuilder *builder, GPtrArray *formats)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "formats");
  json_builder_begin_array (builder);
  for (guint i = 0; i < formats->len; i++)
    hall_wire_add_bank_format (builder, g_ptr_array_index (formats, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* The objects of an array member; NULL with the reader failed. */
static GPtrArray *
read_array (HallJson *json,
            const char *member,
            gpointer (*read) (HallJson *json),
            GDestroyNotify free_element)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new_with_free_func (free_element);

  if (!hall_json_enter (json, member))
    return NULL;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        gpointer element = read (json);

        if (element != NULL)
          g_ptr_array_add (elements, element);
        hall_json_leave (json);
      }
  hall_json_leave (json);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&elements);
}

GPtrArray *
hall_wire_read_bank_formats (HallJson *json)
{
  return read_array (json, "formats", (gpointer (*) (HallJson *)) hall_wire_read_bank_format,
                     (GDestroyNotify) hall_bank_format_free);
}

static void
add_transfer_members (JsonBuilder *builder, const HallTransfer *transfer)
{
  hall_wire_add_text (builder, "date", transfer->date);
  hall_wire_add_int (builder, "amount_fen", transfer->amount_fen);
  hall_wire_add_text (builder, "payer", transfer->payer);
  hall_wire_add_text (builder, "account", transfer->account);
  hall_wire_add_text (builder, "remark", transfer->remark);
  hall_wire_add_text (builder, "reference", transfer->reference);
}

void
hall_wire_add_transfer (JsonBuilder *builder, const HallTransfer *transfer)
{
  json_builder_begin_object (builder);
  add_transfer_members (builder, transfer);
  json_builder_end_object (builder);
}

static char *
read_words (HallJson *json, const char *member)
{
  const char *text = hall_json_optional_string (json, member);

  if (text != NULL && strlen (text) > MAX_BYTES)
    hall_json_fail (json, member, "more than %d bytes", MAX_BYTES);
  return g_strdup (text != NULL ? text : "");
}

HallTransfer *
hall_wire_read_transfer (HallJson *json)
{
  HallTransfer *transfer = hall_transfer_new ();

  transfer->date = g_strdup (hall_json_string (json, "date"));
  transfer->amount_fen = hall_json_int (json, "amount_fen", 1, MAX_AMOUNT);
  transfer->payer = read_words (json, "payer");
  transfer->account = read_words (json, "account");
  transfer->remark = read_words (json, "remark");
  transfer->reference = read_words (json, "reference");
  return transfer;
}

void
hall_wire_add_import (JsonBuilder *builder, const char *bank, GPtrArray *transfers)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "bank", bank);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < transfers->len; i++)
    {
      const HallTransfer *transfer = g_ptr_array_index (transfers, i);

      json_builder_begin_object (builder);
      hall_wire_add_int (builder, "line", transfer->line);
      hall_wire_add_int (builder, "occurrence", transfer->occurrence);
      add_transfer_members (builder, transfer);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gpointer
read_import_line (HallJson *json)
{
  static const char *const members[] = { "line",       "occurrence", "date",
                                         "amount_fen", "payer",      "account",
                                         "remark",     "reference",  NULL };
  HallTransfer *transfer;

  hall_json_expect (json, members);
  transfer = hall_wire_read_transfer (json);
  transfer->line = (guint) hall_json_int (json, "line", 1, G_MAXINT32);
  transfer->occurrence = (guint) hall_json_optional_int (json, "occurrence", 0, G_MAXINT32, 0);
  return transfer;
}

GPtrArray *
hall_wire_read_import (HallJson *json, const char **bank)
{
  static const char *const members[] = { "bank", "lines", NULL };
  g_autoptr (GPtrArray) lines = NULL;

  hall_json_expect (json, members);
  *bank = hall_json_string (json, "bank");
  if (*bank != NULL && g_utf8_strlen (*bank, -1) > HALL_BANK_MAX_NAME)
    hall_json_fail (json, "bank", "more than %d characters", HALL_BANK_MAX_NAME);
  lines = read_array (json, "lines", read_import_line, (GDestroyNotify) hall_transfer_free);
  if (lines != NULL && lines->len > HALL_MAX_IMPORT)
    hall_json_fail (json, "lines", "more than %d lines", HALL_MAX_IMPORT);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&lines);
}

void
hall_wire_add_import_result (JsonBuilder *builder, const HallImportResult *result)
{
  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "added", result->added);
  json_builder_set_member_name (builder, "known");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->known->len; i++)
    {
      json_builder_begin_object (builder);
      hall_wire_add_int (builder, "line", g_array_index (result->known, guint, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

HallImportResult *
hall_wire_read_import_result (HallJson *json)
{
  g_autoptr (HallImportResult) result = hall_import_result_new ();

  result->added = (guint) hall_json_int (json, "added", 0, G_MAXINT32);
  if (hall_json_enter (json, "known"))
    {
      for (guint i = 0, n = hall_json_count (json); i < n; i++)
        if (hall_json_enter_element (json, i))
          {
            guint line = (guint) hall_json_int (json, "line", 1, G_MAXINT32);

            g_array_append_val (result->known, line);
            hall_json_leave (json);
          }
      hall_json_leave (json);
    }
  return hall_json_failed (json) ? NULL : g_steal_pointer (&result);
}

static void
add_proposal (JsonBuilder *builder, const HallProposal *proposal)
{
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "order", proposal->order);
  hall_wire_add_text (builder, "organisation", proposal->organisation);
  hall_wire_add_text (builder, "state", hall_state_get_name (proposal->state));
  hall_wire_add_int (builder, "amount_fen", proposal->amount_fen);
  hall_wire_add_int (builder, "score", hall_agreement_get_score (proposal->agreement));
  json_builder_set_member_name (builder, "agrees");
  json_builder_begin_array (builder);
  for (guint bit = 1; bit <= HALL_AGREES_AMOUNT; bit <<= 1)
    if ((proposal->agreement & bit) != 0)
      json_builder_add_string_value (builder, hall_agreement_get_name (bit));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static gpointer
read_proposal (HallJson *json)
{
  HallProposal *proposal = g_new0 (HallProposal, 1);
  g_auto (GStrv) agrees = hall_json_optional_strings (json, "agrees");

  proposal->order = g_strdup (hall_json_string (json, "order"));
  proposal->organisation = g_strdup (hall_json_string (json, "organisation"));
  proposal->state = hall_state_from_name (hall_json_string (json, "state"));
  proposal->amount_fen = hall_json_int (json, "amount_fen", 0, MAX_AMOUNT);
  for (guint i = 0; agrees != NULL && agrees[i] != NULL; i++)
    proposal->agreement |= hall_agreement_from_name (agrees[i]);
  if (!hall_json_failed (json) && proposal->state >= HALL_N_STATES)
    hall_json_fail (json, "state", "unknown");
  return proposal;
}

void
hall_wire_add_statement_item (JsonBuilder *builder, const HallStatementItem *item)
{
  json_builder_begin_object (builder);
  hall_wire_add_int (builder, "id", item->id);
  hall_wire_add_text (builder, "bank", item->bank);
  add_transfer_members (builder, item->transfer);
  hall_wire_add_bool (builder, "set_aside", item->set_aside);
  hall_wire_add_text (builder, "order", item->order);
  json_builder_set_member_name (builder, "proposals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < item->proposals->len; i++)
    add_proposal (builder, g_ptr_array_index (item->proposals, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

HallStatementItem *
hall_wire_read_statement_item (HallJson *json)
{
  g_autoptr (HallStatementItem) item = hall_statement_item_new ();
  GPtrArray *proposals;

  item->id = hall_json_int (json, "id", 1, G_MAXINT64);
  item->bank = g_strdup (hall_json_string (json, "bank"));
  item->transfer = hall_wire_read_transfer (json);
  item->set_aside = hall_json_optional_bool (json, "set_aside", FALSE);
  item->order = g_strdup (hall_json_optional_string (json, "order"));
  proposals = read_array (json, "proposals", read_proposal, (GDestroyNotify) hall_proposal_free);
  if (proposals != NULL)
    {
      g_ptr_array_unref (item->proposals);
      item->proposals = proposals;
    }
  return hall_json_failed (json) ? NULL : g_steal_pointer (&item);
}

void
hall_wire_add_statement_page (JsonBuilder *builder, const HallStatementPage *page)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < page->items->len; i++)
    hall_wire_add_statement_item (builder, g_ptr_array_index (page->items, i));
  json_builder_end_array (builder);
  if (page->next != 0)
    hall_wire_add_int (builder, "next", page->next);
  json_builder_end_object (builder);
}

HallStatementPage *
hall_wire_read_statement_page (HallJson *json)
{
  g_autoptr (HallStatementPage) page = g_new0 (HallStatementPage, 1);

  page->items =
      read_array (json, "lines", (gpointer (*) (HallJson *)) hall_wire_read_statement_item,
                  (GDestroyNotify) hall_statement_item_free);
  if (page->items == NULL)
    page->items = g_ptr_array_new ();
  page->next = hall_json_optional_int (json, "next", 1, G_MAXINT64, 0);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&page);
}
