/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seed-history.h"

#include "hall-audit-store.h"
#include "hall-certificate-store.h"
#include "hall-return-store.h"
#include "hall-statement-store.h"
#include "hall-workday.h"

#define DAY_S     (24 * 3600)
#define CHINA_S   (8 * 3600)
#define QUARTER_S 900
#define REVIEWER  "shenhe"

static const char SQL_COUNT_STATE[] =
    "INSERT INTO day_counts (day, state, orders) VALUES ($1, $2, 1) "
    "ON CONFLICT (day, state) DO UPDATE SET orders = orders + 1";
static const char SQL_COUNT_DECISION[] =
    "INSERT INTO decision_counts (day, approved, late, quarters, orders) "
    "VALUES ($1, $2, $3, $4, 1) "
    "ON CONFLICT (day, approved, late, quarters) DO UPDATE SET orders = orders + 1";

/* The usual reasons, the commonest most often. */
static const struct
{
  HallReason reason;
  const char *place;
} causes[] = {
  { HALL_REASON_F02, "application_form" },   { HALL_REASON_L02, "business_licence" },
  { HALL_REASON_F02, "application_form" },   { HALL_REASON_S01, "seal_capture_sheet" },
  { HALL_REASON_L02, "business_licence" },   { HALL_REASON_F01, "application_form" },
  { HALL_REASON_S05, "seal_capture_sheet" }, { HALL_REASON_F02, "application_form" },
  { HALL_REASON_L03, "organisation.name" },  { HALL_REASON_A01, "delivery.detail_address" },
  { HALL_REASON_S01, "seal_capture_sheet" }, { HALL_REASON_H03, "handler.mobile" },
};

/* The clock of the hall must not find any of them forgotten. */
static gint64
age_of (HallState state, guint i)
{
  gint64 spread = (gint64) (i * 7919u % 9973u);

  switch (state)
    {
    case HALL_STATE_COMPLETED:
    case HALL_STATE_REFUNDED:
      return 10 * DAY_S + spread * (180 * DAY_S / 9973);
    case HALL_STATE_SHIPPED:
    case HALL_STATE_REJECTED:
      return 8 * DAY_S + spread * (5 * DAY_S / 9973);
    default:
      return 5 * DAY_S + spread * (6 * DAY_S / 9973);
    }
}

/* Half within a day, most in time, some after the deadline. */
static gint64
answer_after (const HallSeed *seed, guint i, gboolean *late)
{
  gint64 part = (gint64) (i * 104729u % 1000u);

  *late = i % 23 == 0;
  return 1800 + part * part * 9 / 40 + (*late ? (seed->catalog->review_workdays + 1) * DAY_S : 0);
}

static gboolean
is_decided (HallState state)
{
  return (state >= HALL_STATE_FIN_AUTH_PENDING && state <= HALL_STATE_COMPLETED)
         || state == HALL_STATE_REFUND_PENDING || state == HALL_STATE_REFUNDED;
}

void
hall_seed_history_make (HallSeedHistory *self, const HallSeed *seed, HallRecord *record, guint i)
{
  gint64 took_s;

  *self = (HallSeedHistory){ .cause = i / 7 % G_N_ELEMENTS (causes) };
  if (!is_decided (record->state) && record->state != HALL_STATE_REJECTED)
    return;
  took_s = answer_after (seed, i, &self->late);
  self->submitted_s = seed->now_s - age_of (record->state, i);
  if (record->state == HALL_STATE_REJECTED || i % 6 == 0)
    self->returned_s = self->submitted_s + took_s / 2;
  if (self->returned_s != 0 && record->state != HALL_STATE_REJECTED)
    self->again_s = self->returned_s + DAY_S / 2;
  if (record->state != HALL_STATE_REJECTED)
    self->decided_s = MIN (MAX (self->submitted_s, self->again_s) + took_s, seed->now_s - 3600);
  record->created_s = self->submitted_s - 3600 - i % 7200;
  record->submitted_s = MAX (self->submitted_s, self->again_s);
  record->changed_s = MAX (self->returned_s, self->decided_s);
  record->return_round = record->state == HALL_STATE_REJECTED ? (gint64) i + 1 : 0;
}

static gint64
day_of (gint64 at_s)
{
  return (at_s + CHINA_S) / DAY_S;
}

static gboolean
count_state (const HallSeed *seed, HallState state, gint64 at_s, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (seed->db, SQL_COUNT_STATE, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, day_of (at_s));
  hall_stmt_bind_text (stmt, 2, hall_state_get_name (state));
  return hall_stmt_run (stmt, error);
}

static gboolean
count_decision (const HallSeed *seed,
                gboolean approved,
                gboolean late,
                gint64 from_s,
                gint64 at_s,
                GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (seed->db, SQL_COUNT_DECISION, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_int (stmt, 1, day_of (at_s));
  hall_stmt_bind_int (stmt, 2, approved);
  hall_stmt_bind_int (stmt, 3, late);
  hall_stmt_bind_int (stmt, 4, (at_s - from_s) / QUARTER_S);
  return hall_stmt_run (stmt, error);
}

/* Who did what when, as the trail has it; the state is the one it led to. */
static gboolean
append (const HallSeed *seed,
        HallRecord *record,
        HallEvent event,
        HallState to,
        gint64 at_s,
        GError **error)
{
  HallState last = record->state;
  gboolean staff = event != HALL_EVENT_RESUBMIT;
  HallAuditEntry entry = { .at_s = at_s,
                           .actor = staff ? "reviewer" : "handler",
                           .who = staff ? REVIEWER : record->account,
                           .event = hall_event_get_name (event),
                           .version = 1 };
  gboolean done;

  record->state = to;
  done = hall_audit_append (seed->db, record, &entry, error);
  record->state = last;
  return done;
}

static gboolean
write_return (
    const HallSeedHistory *self, const HallSeed *seed, HallRecord *record, guint i, GError **error)
{
  g_autoptr (HallReturn) item =
      hall_return_new (causes[self->cause].reason, causes[self->cause].place, NULL);
  const HallStoredReturn stored = { item, (char *) "", REVIEWER, self->returned_s };

  return hall_return_store_add (seed->db, seed->vault, record->number, (gint64) i + 1, 0, &stored,
                                error)
         && append (seed, record, HALL_EVENT_REVIEW_REJECTED, HALL_STATE_REJECTED, self->returned_s,
                    error)
         && count_decision (seed, FALSE, FALSE, self->submitted_s, self->returned_s, error)
         && (record->state == HALL_STATE_REJECTED
             || (append (seed, record, HALL_EVENT_RESUBMIT, HALL_STATE_UNDER_REVIEW, self->again_s,
                         error)
                 && count_state (seed, HALL_STATE_REJECTED, self->returned_s, error)
                 && count_state (seed, HALL_STATE_UNDER_REVIEW, self->again_s, error)));
}

/* The triggers have counted the state that the order is in now; the others are counted here. */
static gboolean
write_review (
    const HallSeedHistory *self, const HallSeed *seed, HallRecord *record, guint i, GError **error)
{
  if (!count_state (seed, HALL_STATE_UNDER_REVIEW, self->submitted_s, error)
      || (self->returned_s != 0 && !write_return (self, seed, record, i, error)))
    return FALSE;
  if (self->decided_s == 0)
    return TRUE;
  return append (seed, record, HALL_EVENT_REVIEW_PASSED, HALL_STATE_FIN_AUTH_PENDING,
                 self->decided_s, error)
         && count_decision (seed, TRUE, self->late, record->submitted_s, self->decided_s, error)
         && (record->state == HALL_STATE_FIN_AUTH_PENDING
             || count_state (seed, HALL_STATE_FIN_AUTH_PENDING, self->decided_s, error));
}

/* What the bank's statement has of a transfer that a cashier is to find. */
static gboolean
write_transfer (const HallSeed *seed, const HallRecord *record, guint i, GError **error)
{
  g_autofree char *reference = g_strdup_printf ("A%08u", i);
  g_autofree char *day = NULL;
  HallTransfer transfer = { .amount_fen = record->amount_fen,
                            .payer = record->organisation,
                            .account = (char *) "",
                            .remark = i % 2 == 0 ? record->number : (char *) "",
                            .reference = reference };
  const HallStatementEntry entry = { "工商银行", &transfer, "chuna", seed->now_s };
  GDate date;
  gboolean added;

  hall_date_in_china (record->created_s, &date);
  day = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date),
                         g_date_get_day (&date));
  transfer.date = day;
  return hall_statement_store_add (seed->db, seed->vault, &entry, &added, error);
}

static gboolean
write_certificate (const HallSeed *seed, const HallRecord *record, guint i, GError **error)
{
  g_autofree char *serial = g_strdup_printf ("2F%010X", i);
  const HallCertificate made = { .serial = serial,
                                 .valid_from = (char *) "2026-11-22",
                                 .valid_to = (char *) "2027-11-22",
                                 .entered_by = record->produced_by,
                                 .entered_s = record->changed_s };

  return hall_certificate_put (seed->db, record->number, &made, error);
}

gboolean
hall_seed_history_write (
    const HallSeedHistory *self, const HallSeed *seed, HallRecord *record, guint i, GError **error)
{
  if (self->submitted_s != 0 && !write_review (self, seed, record, i, error))
    return FALSE;
  if (record->state == HALL_STATE_PAYMENT_VERIFYING && i % 3 != 0)
    return write_transfer (seed, record, i, error);
  if (record->state == HALL_STATE_IN_PRODUCTION && i % 2 != 0 && seed->has_staff)
    return write_certificate (seed, record, i, error);
  return TRUE;
}
