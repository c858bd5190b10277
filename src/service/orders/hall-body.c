/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-body.h"

#include <string.h>

#include "hall-error.h"
#include "hall-judging.h"
#include "hall-limits.h"
#include "hall-statement-store.h"
#include "hall-tidy.h"
#include "hall-wire-review.h"

#define MAX_NOTE_BYTES      1500
#define MAX_REFERENCE_BYTES 200

static void
add_finding (HallMove *move, const char *where, HallIssueCode code, const char *arg)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, arg, NULL);
  g_ptr_array_add (move->findings, hall_finding_new (where, &issue));
}

/* Ends the reading: an error if the body was not as it should be. */
static gboolean
finish (HallMove *move, GError **error)
{
  return hall_json_finish (move->body, error);
}

gboolean
hall_body_read_nothing (HallMove *move, GError **error)
{
  static const char *const members[] = { NULL };

  hall_json_expect (move->body, members);
  return finish (move, error);
}

gboolean
hall_body_read_identity (HallMove *move, GError **error)
{
  static const char *const members[] = { "note", NULL };
  const char *note;

  hall_json_expect (move->body, members);
  note = hall_json_string (move->body, "note");
  if (note != NULL && strlen (note) > MAX_NOTE_BYTES)
    hall_json_fail (move->body, "note", "more than %d bytes", MAX_NOTE_BYTES);
  /* the reviewer answers for it: the note says how the handler of this order was verified */
  move->facts |= HALL_FACT_IDENTITY_MATCHES;
  return finish (move, error);
}

/* What a cashier takes from a statement is what stands in it, and nobody has taken it before. */
static gboolean
check_statement_line (HallMove *move, gint64 amount_fen, const char *payer, GError **error)
{
  HallContext *context = move->context;
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallStatementLine) line =
      hall_statement_store_get (context->db, context->setup->vault, move->statement_line, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (line == NULL || line->order != NULL || line->set_aside)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                         context->lang == HALL_LANG_ZH_CN
                             ? "这笔银行流水已被使用或搁置，请刷新后重新选择。"
                             : "This line of the statement has been used or set aside; please "
                               "look again.");
  else if (line->transfer->amount_fen != amount_fen
           || g_strcmp0 (line->transfer->payer, payer) != 0)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID,
                         context->lang == HALL_LANG_ZH_CN
                             ? "金额或付款户名与这笔银行流水不一致。"
                             : "Amount or payer are not those of this line of the statement.");
  else
    return TRUE;
  return FALSE;
}

gboolean
hall_body_read_funds (HallMove *move, GError **error)
{
  static const char *const members[] = { "amount_fen", "payer", "statement_line", NULL };
  const HallRecord *record = move->order->record;
  const char *payer;
  gint64 amount_fen;

  hall_json_expect (move->body, members);
  amount_fen = hall_json_int (move->body, "amount_fen", 0, G_MAXINT64);
  payer = hall_json_string (move->body, "payer");
  move->statement_line = hall_json_optional_int (move->body, "statement_line", 1, G_MAXINT64, 0);
  if (!finish (move, error))
    return FALSE;
  if (move->statement_line != 0 && !check_statement_line (move, amount_fen, payer, error))
    return FALSE;
  if (amount_fen == record->amount_fen)
    move->facts |= HALL_FACT_AMOUNT_EQUAL;
  if (hall_text_equal_folded (payer, record->organisation))
    move->facts |= HALL_FACT_PAYER_MATCHES;
  return TRUE;
}

static void
check_return (HallMove *move, const HallReturn *item)
{
  guint before = move->findings->len;

  hall_judging_check_return (move->order, move->event, item, move->findings);
  if (move->findings->len == before && hall_reason_needs_text (item->reason) && item->text == NULL)
    add_finding (move, item->place, HALL_ISSUE_REASON_TEXT_MISSING, NULL);
}

gboolean
hall_body_read_returns (HallMove *move, GError **error)
{
  static const char *const members[] = { "returns", NULL };

  hall_json_expect (move->body, members);
  move->returns = hall_wire_read_returns (move->body, "returns");
  if (move->returns->len > HALL_MAX_RETURNS)
    hall_json_fail (move->body, "returns", "more than %d reasons", HALL_MAX_RETURNS);
  if (!finish (move, error))
    return FALSE;
  for (guint i = 0; i < move->returns->len; i++)
    check_return (move, g_ptr_array_index (move->returns, i));
  if (move->returns->len > 0)
    move->facts |= HALL_FACT_REASONS_GIVEN;
  return TRUE;
}

gboolean
hall_body_read_code (HallMove *move, GError **error)
{
  static const char *const members[] = { "code", NULL };
  const HallRecord *record = move->order->record;
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;
  const char *code;

  hall_json_expect (move->body, members);
  code = hall_json_string (move->body, "code");
  if (!finish (move, error))
    return FALSE;
  text = g_strdup_printf ("secret\n%s\n%s", record->number, code);
  hash = hall_vault_lookup_key (move->context->setup->vault, text);
  if (record->code_hash != NULL && hall_secret_equal (hash, record->code_hash))
    move->facts |= HALL_FACT_CODE_MATCHES;
  return TRUE;
}

static void
set_account_field (HallMove *move, const char *id, const char *value)
{
  const HallField *field = hall_catalog_find_field (move->order->catalog, id);
  HallApplication *application = move->order->record->application;
  g_autofree char *tidy = NULL;

  if (field == NULL || field->section->subject != HALL_SECTION_ACCOUNT)
    {
      add_finding (move, id, field == NULL ? HALL_ISSUE_UNKNOWN_FIELD : HALL_ISSUE_FIELD_LOCKED,
                   id);
      return;
    }
  tidy = hall_application_get_kind (application, field)->tidy (value);
  hall_application_set (application, id, tidy);
}

gboolean
hall_body_read_account (HallMove *move, GError **error)
{
  static const char *const members[] = { "fields", "confirmed", NULL };
  g_auto (GStrv) confirmed = NULL;

  hall_json_expect (move->body, members);
  if (hall_json_enter (move->body, "fields"))
    {
      g_autoptr (GList) ids = hall_json_members (move->body);

      for (GList *l = ids; l != NULL; l = l->next)
        {
          const char *value = hall_json_optional_string (move->body, l->data);

          if (value != NULL)
            set_account_field (move, l->data, value);
        }
      hall_json_leave (move->body);
    }
  confirmed = hall_json_optional_strings (move->body, "confirmed");
  for (guint i = 0; confirmed[i] != NULL; i++)
    hall_application_set_confirmed (move->order->record->application, confirmed[i], TRUE);
  if (!finish (move, error))
    return FALSE;
  hall_case_check_fields (move->order, move->context);
  move->facts &= ~(guint) HALL_FACT_FIELDS_VALID;
  if (hall_findings_get_verdict (move->order->findings) < HALL_DOUBTFUL)
    move->facts |= HALL_FACT_FIELDS_VALID;
  return TRUE;
}

gboolean
hall_body_read_courier (HallMove *move, GError **error)
{
  static const char *const members[] = { "courier", "tracking_number", NULL };
  g_autofree char *courier = NULL;
  g_autofree char *number = NULL;

  hall_json_expect (move->body, members);
  courier = hall_tidy_text (hall_json_optional_string (move->body, "courier"));
  number = hall_tidy_code (hall_json_optional_string (move->body, "tracking_number"));
  if (strlen (courier) > 60 || strlen (number) > 40)
    hall_json_fail (move->body, NULL, "courier or number are too long");
  if (!finish (move, error))
    return FALSE;
  if (*courier == '\0')
    add_finding (move, "courier", HALL_ISSUE_REQUIRED, NULL);
  if (strlen (number) < 5)
    add_finding (move, "tracking_number", HALL_ISSUE_REQUIRED, NULL);
  move->facts |= HALL_FACT_COURIER_GIVEN;
  move->courier = g_steal_pointer (&courier);
  move->tracking_number = g_steal_pointer (&number);
  return TRUE;
}

/* The bank's number of the refund stands in the timeline: who gets the money can ask for it. */
gboolean
hall_body_read_refund (HallMove *move, GError **error)
{
  static const char *const members[] = { "note", NULL };
  g_autofree char *note = NULL;

  hall_json_expect (move->body, members);
  note = hall_tidy_text (hall_json_optional_string (move->body, "note"));
  if (strlen (note) > MAX_REFERENCE_BYTES)
    hall_json_fail (move->body, "note", "more than %d bytes", MAX_REFERENCE_BYTES);
  if (!finish (move, error))
    return FALSE;
  if (*note == '\0')
    add_finding (move, "note", HALL_ISSUE_REQUIRED, NULL);
  move->note = g_steal_pointer (&note);
  return TRUE;
}

gboolean
hall_body_read_note (HallMove *move, GError **error)
{
  static const char *const members[] = { "note", NULL };
  const char *note;

  hall_json_expect (move->body, members);
  note = hall_json_optional_string (move->body, "note");
  if (note != NULL && strlen (note) > MAX_NOTE_BYTES)
    hall_json_fail (move->body, "note", "more than %d bytes", MAX_NOTE_BYTES);
  return finish (move, error);
}
