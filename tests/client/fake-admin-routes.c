/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hall for tests answers to its administrator. It is the same every time, but for what an
 * answer repeats of the question; tests look at the questions too.
 */
#include "fake-answer.h"
#include "hall-path.h"
#include "hall-wire-statistics.h"

#define ADMINISTRATOR HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)
#define WATCHERS      (ADMINISTRATOR | HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR))
#define FROM_DAY      20755 /* 2026-10-29 */
#define DAYS          25

static const char staff[] =
    "{\"staff\":["
    "{\"name\":\"guanli\",\"full_name\":\"王建国\",\"roles\":[\"administrator\",\"auditor\"],"
    "\"created_at\":\"2026-01-05T01:00:00Z\"},"
    "{\"name\":\"reviewer\",\"full_name\":\"李敏\",\"roles\":[\"reviewer\"],"
    "\"created_at\":\"2026-01-05T01:00:00Z\"},"
    "{\"name\":\"zhang.wei\",\"full_name\":\"张伟\",\"roles\":[\"cashier\",\"producer\"],"
    "\"created_at\":\"2026-03-02T01:00:00Z\",\"password_until\":\"2026-11-25T08:00:00Z\"},"
    "{\"name\":\"zhao.lei\",\"full_name\":\"赵磊\",\"roles\":[\"producer\"],"
    "\"created_at\":\"2026-02-02T01:00:00Z\",\"disabled_at\":\"2026-10-12T08:00:00Z\"}]}";

static const char person[] =
    "{\"name\":\"zhang.wei\",\"full_name\":\"张伟\",\"roles\":[\"cashier\",\"producer\"],"
    "\"created_at\":\"2026-03-02T01:00:00Z\",\"password_until\":\"2026-11-25T08:00:00Z\","
    "\"password\":\"Kq7mWx3PzRt5\"}";

static const char catalogs[] =
    "{\"catalogs\":["
    "{\"project\":\"yinuo-bidding\",\"version\":3,\"active\":false,\"label\":\"一诺软件招投标\","
    "\"sha256\":\"5b1fe1c9a30d77\",\"loaded_by\":\"guanli\",\"loaded_at\":\"2026-11-21T02:30:00Z\"},"
    "{\"project\":\"yinuo-bidding\",\"version\":2,\"active\":true,\"label\":\"一诺软件招投标\","
    "\"sha256\":\"c2700d4f8be914\",\"loaded_by\":\"guanli\",\"loaded_at\":\"2026-08-03T06:10:00Z\"},"
    "{\"project\":\"yinuo-bidding\",\"version\":1,\"active\":false,\"label\":\"一诺软件招投标\","
    "\"sha256\":\"09ae7755d01f42\",\"loaded_by\":\"\",\"loaded_at\":\"2026-01-05T01:00:00Z\"}]}";

static const char calendar[] =
    "{\"years\":["
    "{\"year\":2025,\"source\":\"国办发明电〔2024〕12号\",\"holidays\":[\"2025-01-01\","
    "\"2025-01-28/2025-02-04\"],\"workdays\":[\"2025-01-26\"]},"
    "{\"year\":2026,\"source\":\"国办发明电〔2025〕7号\",\"holidays\":[\"2026-01-01/2026-01-03\","
    "\"2026-02-15/2026-02-23\"],\"workdays\":[\"2026-01-04\",\"2026-02-14\"],"
    "\"changed_by\":\"guanli\",\"changed_at\":\"2026-01-06T01:00:00Z\"}]}";

static const char claims[] =
    "{\"claims\":["
    "{\"order\":\"20261122000017\",\"organisation\":\"深圳市测试样例科技有限公司\","
    "\"staff\":\"reviewer\",\"since\":\"2026-11-22T07:40:00Z\","
    "\"expires_at\":\"2026-11-22T08:05:00Z\"}]}";

static const char ledger[] =
    "{\"entries\":["
    "{\"position\":2,\"at\":\"2026-11-22T07:00:00Z\",\"who\":\"guanli\",\"deed\":\"staff-roles\","
    "\"subject\":\"zhang.wei\",\"note\":\"cashier → cashier, producer\",\"hash\":\"b\"},"
    "{\"position\":1,\"at\":\"2026-03-02T01:00:00Z\",\"who\":\"\",\"deed\":\"staff-added\","
    "\"subject\":\"zhang.wei\",\"note\":\"cashier\",\"hash\":\"a\"}]}";

static void
send_staff (Fake *self)
{
  fake_send_text (self, 200, "application/json", g_strdup (staff));
}

static void
send_person (Fake *self)
{
  fake_send_text (self, 200, "application/json", g_strdup (person));
}

static void
add_person (Fake *self)
{
  fake_send_text (self, 201, "application/json", g_strdup (person));
}

static void
send_catalogs (Fake *self)
{
  fake_send_text (self, 200, "application/json", g_strdup (catalogs));
}

static void
add_catalog (Fake *self)
{
  fake_send_text (self, 201, "application/json", g_strdup (catalogs));
}

static void
send_calendar (Fake *self)
{
  fake_send_text (self, 200, "application/json", g_strdup (calendar));
}

static void
send_claims (Fake *self)
{
  fake_send_text (self, 200, "application/json", g_strdup (claims));
}

static void
send_ledger (Fake *self)
{
  fake_send_text (self, 200, "application/json", g_strdup (ledger));
}

/* Busier on some days than on others, and nothing on weekends. */
static void
add_day (HallStatistics *statistics, gint64 day, gint64 n)
{
  HallDayCount counts[] = { { day, HALL_STATE_UNDER_REVIEW, n },
                            { day, HALL_STATE_REJECTED, n / 4 },
                            { day, HALL_STATE_ACCEPTED, n / 2 } };
  HallDayDecisions decisions = { .day = day,
                                 .approved = n / 2,
                                 .returned = n / 4,
                                 .late = n / 20,
                                 .p50_s = (3 + n % 7) * 3600,
                                 .p90_s = (14 + n % 11) * 3600 };

  g_array_append_vals (statistics->counts, counts, G_N_ELEMENTS (counts));
  g_array_append_val (statistics->decisions, decisions);
}

static void
send_statistics (Fake *self)
{
  g_autoptr (HallStatistics) statistics = hall_statistics_new (FROM_DAY, FROM_DAY + DAYS - 1);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  HallReasonCount reasons[] = { { HALL_REASON_F02, 31 },
                                { HALL_REASON_L02, 24 },
                                { HALL_REASON_S01, 17 },
                                { HALL_REASON_P01, 6 } };

  for (gint64 day = 0; day < DAYS; day++)
    if ((day + 4) % 7 < 5)
      add_day (statistics, FROM_DAY + day, 8 + day * 13 % 23);
  g_array_append_vals (statistics->reasons, reasons, G_N_ELEMENTS (reasons));
  statistics->waiting = 42;
  statistics->overdue = 3;
  statistics->now[HALL_STATE_UNDER_REVIEW] = 31;
  statistics->now[HALL_STATE_PAYMENT_VERIFYING] = 11;
  statistics->now[HALL_STATE_REJECTED] = 19;
  statistics->now[HALL_STATE_COMPLETED] = 1240;
  statistics->all.approved = 150;
  statistics->all.returned = 70;
  statistics->all.p50_s = 5 * 3600 + 1800;
  statistics->all.p90_s = 19 * 3600;
  hall_wire_add_statistics (builder, statistics);
  fake_send_json (self, 200, builder);
}

const FakeRoute fake_admin_routes[] = {
  { "GET", HALL_PATH_STAFF, WATCHERS, send_staff },
  { "POST", HALL_PATH_STAFF, ADMINISTRATOR, add_person },
  { "PUT", HALL_PATH_STAFF_MEMBER, ADMINISTRATOR, send_person },
  { "POST", HALL_PATH_STAFF_PASSWORD, ADMINISTRATOR, send_person },
  { "GET", HALL_PATH_CATALOGS, ADMINISTRATOR, send_catalogs },
  { "POST", HALL_PATH_CATALOGS, ADMINISTRATOR, add_catalog },
  { "PUT", HALL_PATH_CATALOG, ADMINISTRATOR, send_catalogs },
  { "GET", HALL_PATH_CALENDAR, WATCHERS, send_calendar },
  { "PUT", HALL_PATH_CALENDAR_YEAR, ADMINISTRATOR, send_calendar },
  { "GET", HALL_PATH_STATISTICS, WATCHERS, send_statistics },
  { "GET", HALL_PATH_CLAIMS, ADMINISTRATOR, send_claims },
  { "GET", HALL_PATH_LEDGER, WATCHERS, send_ledger },
  { NULL },
};
