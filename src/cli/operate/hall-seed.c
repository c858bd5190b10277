/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seed.h"

#include <string.h>

#include "hall-account-store.h"
#include "hall-audit-store.h"
#include "hall-content.h"
#include "hall-queue-search.h"
#include "hall-seed-history.h"

#define BATCH          1000
#define PER_DAY        100000
#define FIRST_DAY      20150101
#define ORDERS_OF_EACH 3 /* of an account */
#define NOBODYS_SECRET "no password opens this"

static const char SQL_DOCUMENT[] =
    "INSERT INTO documents (id, order_number, slot, live, stale, revision, file_name, media_type, "
    "bytes, sha256, pages, findings, blob, uploaded_s) SELECT $1, $2, $3, 1, 0, 1, $3 || '.jpg', "
    "'image/jpeg', 100000, $4, 1, '{\"findings\":[]}', $5, $6";
static const char SQL_NEXT_DOCUMENT[] = "SELECT COALESCE (MAX (id), 0) + 1 FROM documents";
static const char SQL_COUNTER[] =
    "INSERT INTO counters (name, value) VALUES ($1, $2) "
    "ON CONFLICT (name) DO UPDATE SET value = MAX (counters.value, excluded.value)";
static const char SQL_ORDERS[] = "SELECT COUNT (*) FROM orders WHERE number < '2016'";

static const char *const cities[] = { "深圳市", "广州市", "厦门市", "杭州市", "成都市", "武汉市" };
static const char *const words[] = { "华", "信", "达", "盛", "宏", "瑞", "科", "鑫",
                                     "源", "通", "佳", "恒", "远", "泰", "润", "博" };
static const char *const trades[] = { "科技", "建设工程", "纸业", "物流", "环保", "医疗器械" };

/* How many of a hundred orders are in a state; most of a hall's orders are done. */
static const struct
{
  HallState state;
  guint of_100;
} shares[] = {
  { HALL_STATE_COMPLETED, 60 },
  { HALL_STATE_DRAFT, 8 },
  { HALL_STATE_AWAITING_DOCUMENTS, 3 },
  { HALL_STATE_AWAITING_HANDLER_AUTH, 2 },
  { HALL_STATE_AWAITING_PAYMENT, 2 },
  { HALL_STATE_PAYMENT_VERIFYING, 2 },
  { HALL_STATE_UNDER_REVIEW, 4 },
  { HALL_STATE_REJECTED, 3 },
  { HALL_STATE_FIN_AUTH_PENDING, 1 },
  { HALL_STATE_FIN_AUTH_FAILED, 1 },
  { HALL_STATE_ACCEPTED, 2 },
  { HALL_STATE_IN_PRODUCTION, 1 },
  { HALL_STATE_SHIPPED, 3 },
  { HALL_STATE_CANCELLED, 2 },
  { HALL_STATE_REFUND_PENDING, 1 },
  { HALL_STATE_REFUNDED, 1 },
  { HALL_STATE_EXPIRED, 4 },
};

/* Nothing here is lost that could not be made again; documents are written before their orders. */
static const char FAST[] =
    "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF;";
static const char SAFE[] =
    "PRAGMA synchronous = FULL; PRAGMA cache_size = -32000; PRAGMA foreign_keys = ON;";

static HallState
state_of (guint i)
{
  guint place = i * 61 % 100;
  gsize row = 0;

  while (place >= shares[row].of_100)
    place -= shares[row++].of_100;
  return shares[row].state;
}

/* GB 32100: the weights are powers of three modulo 31. */
static char *
make_uscc (guint i)
{
  static const char digits[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  char code[19] = "91440300";
  guint weight = 1, sum = 0;

  g_snprintf (code + 8, 10, "MA5%06u", i % 1000000);
  code[8 + 0] = digits[10 + i / 1000000 % 20];
  for (guint p = 0; p < 17; p++)
    {
      sum += (guint) (strchr (digits, code[p]) - digits) * weight;
      weight = weight * 3 % 31;
    }
  code[17] = digits[(31 - sum % 31) % 31];
  code[18] = '\0';
  return g_strdup (code);
}

static char *
make_name (guint i)
{
  return g_strdup_printf ("%s%s%s%s%s有限公司", cities[i % G_N_ELEMENTS (cities)],
                          words[i / 6 % 16], words[i / 96 % 16], words[i / 1536 % 16],
                          trades[i / 7 % G_N_ELEMENTS (trades)]);
}

/* Every field that must say the same says the same. */
static void
set_role (const HallSeed *seed, HallApplication *application, HallFieldRole role, const char *text)
{
  const HallField *named = seed->catalog->roles[role];
  GHashTableIter iter;
  gpointer value;

  if (named == NULL)
    return;
  hall_application_set (application, named->id, text);
  g_hash_table_iter_init (&iter, seed->catalog->fields);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (g_strcmp0 (((const HallField *) value)->equals, named->id) == 0)
      hall_application_set (application, ((const HallField *) value)->id, text);
}

static void
set_times (const HallSeed *seed, HallRecord *record, guint i)
{
  gboolean waits =
      record->state == HALL_STATE_UNDER_REVIEW || record->state == HALL_STATE_PAYMENT_VERIFYING;

  /* the youngest are of today: the clock leaves them alone */
  record->created_s = seed->now_s - 3600 - i % 3600;
  record->changed_s = seed->now_s;
  record->submitted_s = record->state >= HALL_STATE_PAYMENT_VERIFYING ? seed->now_s - i % 3600 : 0;
  record->deadline_s = waits ? seed->now_s + (gint64) (i * 7919 % 600000) - 200000 : 0;
  record->resubmitted = waits && i % 9 == 0;
  if (record->resubmitted)
    hall_record_set (record, wanted_by, i % 2 == 0 ? "shenhe" : "guanli");
}

/* Which slots are filled: all of the certificate type but the voucher. */
typedef struct
{
  const HallSeed *seed;
  const HallCertificateType *type;
} Scans;

static const char *
find_scan (const char *slot, gpointer data)
{
  const Scans *scans = data;
  GPtrArray *requirements = scans->seed->catalog->requirements;

  for (guint i = 0; i < requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_strcmp0 (requirement->slot, slot) == 0)
        return hall_requirement_is_in_type (requirement, scans->type) ? scans->seed->blob : NULL;
    }
  return NULL;
}

/* Approved by one and produced by another, as the schema wants it. */
static void
set_people (const HallSeed *seed, HallRecord *record)
{
  Scans scans = { seed, hall_catalog_find_type (seed->catalog, record->certificate_type) };
  g_autofree char *printed = hall_application_hash_printed (record->application, seed->catalog);
  g_autofree char *hash = hall_content_hash (record->application, seed->catalog,
                                             HALL_CONTENT_ONLINE, find_scan, &scans);
  g_autofree char *shown =
      hall_content_hash (record->application, seed->catalog, HALL_CONTENT_SHOWN, find_scan, &scans);

  record->revision = 1;
  hall_record_set (record, printed_hash, printed);
  hall_record_set (record, content_hash, hash);
  if (record->state < HALL_STATE_PAYMENT_VERIFYING)
    return;
  record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PASSED;
  if (record->state == HALL_STATE_PAYMENT_VERIFYING)
    {
      hall_record_set (record, channel, "transfer");
      record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VOUCHER_UPLOADED;
      return;
    }
  hall_record_set (record, channel, "wechat");
  record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_PAID;
  if (record->state < HALL_STATE_FIN_AUTH_PENDING || record->state > HALL_STATE_COMPLETED)
    return;
  hall_record_set (record, reviewed_by, "shenhe");
  hall_record_set (record, reviewed_hash, hash);
  hall_record_set (record, reviewed_shown, shown);
  hall_record_set (record, produced_by, "zhizheng");
}

static HallRecord *
make_record (const HallSeed *seed,
             const char *account,
             const char *mobile,
             guint i,
             HallSeedHistory *history)
{
  g_autofree char *number = g_strdup_printf ("%u%06u", FIRST_DAY + i / PER_DAY, i % PER_DAY + 1);
  g_autofree char *name = make_name (i);
  g_autofree char *uscc = make_uscc (i);
  HallRecord *record = hall_record_new (number);

  record->application = hall_application_copy (seed->like);
  set_role (seed, record->application, HALL_FIELD_ROLE_ORGANISATION_NAME, name);
  set_role (seed, record->application, HALL_FIELD_ROLE_ORGANISATION_CODE, uscc);
  set_role (seed, record->application, HALL_FIELD_ROLE_HANDLER_MOBILE, mobile);
  hall_record_set (record, account, account);
  hall_record_set (record, project, seed->like->project);
  hall_record_set (record, certificate_type, seed->like->certificate_type);
  hall_record_set (record, organisation, name);
  record->amount_fen = 90000;
  record->state = state_of (i);
  record->change_number = 1;
  set_times (seed, record, i);
  hall_seed_history_make (history, seed, record, i);
  if (record->state != HALL_STATE_DRAFT)
    set_people (seed, record);
  hall_queue_search_set_keys (record, seed->vault, mobile, uscc);
  return record;
}

/* Before its order: an order under review takes none. */
static gboolean
add_documents (const HallSeed *seed, const HallRecord *record, gint64 *next_id, GError **error)
{
  const HallCertificateType *type =
      hall_catalog_find_type (seed->catalog, record->certificate_type);

  for (guint i = 0; i < seed->catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (seed->catalog->requirements, i);
      g_autoptr (HallStmt) stmt = NULL;

      if (requirement->at_payment || !hall_requirement_is_in_type (requirement, type))
        continue;
      stmt = hall_db_query (seed->db, SQL_DOCUMENT, error);
      if (stmt == NULL)
        return FALSE;
      hall_stmt_bind_int (stmt, 1, (*next_id)++);
      hall_stmt_bind_text (stmt, 2, record->number);
      hall_stmt_bind_text (stmt, 3, requirement->slot);
      hall_stmt_bind_text (stmt, 4, seed->blob);
      hall_stmt_bind_text (stmt, 5, seed->blob);
      hall_stmt_bind_int (stmt, 6, seed->now_s);
      if (!hall_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_order (const HallSeed *seed,
           HallRecord *record,
           const HallSeedHistory *history,
           guint i,
           gint64 *next_id,
           GError **error)
{
  HallAuditEntry entry = { .at_s = record->created_s,
                           .actor = "handler",
                           .who = record->account,
                           .event = "create",
                           .version = 1 };

  return (record->state < HALL_STATE_AWAITING_HANDLER_AUTH
          || add_documents (seed, record, next_id, error))
         && hall_record_insert (seed->db, seed->vault, record, error)
         && hall_audit_append (seed->db, record, &entry, error)
         && hall_seed_history_write (history, seed, record, i, error)
         && hall_record_save_audit (seed->db, record, error);
}

static gint64
get_int (HallDb *db, const char *sql, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, sql, error);

  return stmt != NULL && hall_stmt_step (stmt, error) == HALL_STEP_ROW ? hall_stmt_get_int (stmt, 0)
                                                                       : -1;
}

static gboolean
raise_counter (HallDb *db, const char *name, gint64 value, GError **error)
{
  g_autoptr (HallStmt) stmt = hall_db_query (db, SQL_COUNTER, error);

  if (stmt == NULL)
    return FALSE;
  hall_stmt_bind_text (stmt, 1, name);
  hall_stmt_bind_int (stmt, 2, value);
  return hall_stmt_run (stmt, error);
}

static gboolean
add_batch (const HallSeed *seed, guint from, guint to, GError **error)
{
  gint64 next_id = get_int (seed->db, SQL_NEXT_DOCUMENT, error);
  g_autofree char *account = NULL;
  g_autofree char *mobile = NULL;

  if (next_id < 0)
    return FALSE;
  for (guint i = from; i < to; i++)
    {
      g_autoptr (HallRecord) record = NULL;
      HallSeedHistory history;

      if (account == NULL || i % ORDERS_OF_EACH == 0)
        {
          g_free (mobile);
          g_free (account);
          mobile = g_strdup_printf ("195%08u", i);
          account = hall_account_create (seed->db, seed->vault, mobile, NOBODYS_SECRET, seed->now_s,
                                         error);
          if (account == NULL)
            return FALSE;
        }
      record = make_record (seed, account, mobile, i, &history);
      if (!add_order (seed, record, &history, i, &next_id, error))
        return FALSE;
    }
  return raise_counter (seed->db, "documents", next_id, error)
         && raise_counter (seed->db, "return-rounds", to + 1, error)
         && raise_counter (seed->db, "changes", 1, error);
}

gboolean
hall_seed_orders (const HallSeed *seed, guint n, GError **error)
{
  gint64 there = get_int (seed->db, SQL_ORDERS, error);

  if (there < 0 || !hall_db_script (seed->db, FAST, error))
    return FALSE;
  for (guint from = (guint) there; from < there + n; from += BATCH)
    {
      if (!hall_db_begin (seed->db, error))
        return FALSE;
      if (!add_batch (seed, from, MIN (from + BATCH, (guint) there + n), error)
          || !hall_db_commit (seed->db, error))
        {
          hall_db_rollback (seed->db);
          return FALSE;
        }
    }
  return hall_db_script (seed->db, SAFE, error);
}
