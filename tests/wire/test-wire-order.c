/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders there and back again: the short form, the whole with everything filled in, what a
 * newer hall may add, and what is no order.
 */
#include "hall-wire-order.h"

#include <string.h>

#include "full-order.h"
#include "hall-error.h"
#include "hall-test.h"
#include "hall-wire-finding.h"

static char *
write_order (const HallOrder *order, gboolean whole, HallLang lang)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  if (whole)
    hall_wire_add_order (builder, order, lang);
  else
    hall_wire_add_order_summary (builder, order);
  root = json_builder_get_root (builder);
  return hall_wire_to_text (root);
}

static HallOrder *
read_order (const char *text, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("order", text, -1, error);
  g_autoptr (HallJson) json = NULL;
  HallOrder *order;

  if (root == NULL)
    return NULL;
  json = hall_json_new ("order", root);
  order = hall_wire_read_order (json);
  g_assert_cmpint (order == NULL, ==, hall_json_failed (json));
  hall_json_finish (json, error);
  return order;
}

/* Whatever is written is read: writing what was read gives the same text. */
static void
assert_round_trip (const HallOrder *order, gboolean whole)
{
  g_autofree char *text = write_order (order, whole, HALL_LANG_ZH_CN);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) back = read_order (text, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = write_order (back, whole, HALL_LANG_ZH_CN);
  g_assert_cmpstr (again, ==, text);
}

static void
test_round_trip (void)
{
  g_autoptr (HallOrder) full = full_order_new ();
  g_autoptr (HallOrder) bare = hall_order_new ("20261122000018");

  bare->project = g_strdup ("yinuo-bidding");
  assert_round_trip (full, TRUE);
  assert_round_trip (full, FALSE);
  assert_round_trip (bare, FALSE);
  bare->application = hall_application_new ("yinuo-bidding", "organisation");
  assert_round_trip (bare, TRUE);
}

static HallOrder *
send_over (const HallOrder *order)
{
  g_autofree char *text = write_order (order, TRUE, HALL_LANG_EN);
  g_autoptr (GError) error = NULL;
  HallOrder *back = read_order (text, &error);

  g_assert_no_error (error);
  return back;
}

static void
check_document (const HallDocument *document)
{
  const HallSight *sight = &document->sight;

  g_assert_cmpstr (document->file_name, ==, "申请表 (1).pdf");
  g_assert_cmpint (document->bytes, ==, 2097152);
  g_assert_cmpuint (document->pages, ==, 2);
  g_assert_cmpuint (document->revision, ==, 3);
  g_assert_true (document->current && document->findings->len == 1);
  g_assert_true (sight->form_revision == 3 && sight->seal_mm == 41);
  g_assert_true (sight->seal_place.page == 2 && sight->seal_place.height == 0.0625);
}

/* Member by member, so that two mistakes cannot cancel out. */
static void
test_values (void)
{
  g_autoptr (HallOrder) order = full_order_new ();
  g_autoptr (HallOrder) back = send_over (order);
  const HallTimelineStep *step;

  g_assert_cmpstr (back->number, ==, order->number);
  g_assert_cmpstr (back->organisation, ==, order->organisation);
  g_assert_cmpint (back->state, ==, HALL_STATE_REJECTED);
  g_assert_cmpmem (back->sub, sizeof back->sub, order->sub, sizeof order->sub);
  g_assert_cmpint (back->version, ==, G_MAXINT64);
  g_assert_cmpuint (back->revision, ==, 3);
  g_assert_cmpint (back->amount_fen, ==, 90000);
  g_assert_cmpint (back->channel, ==, HALL_PAY_ALIPAY);
  g_assert_cmpint (back->created_s, ==, order->created_s);
  g_assert_cmpint (back->changed_s, ==, order->changed_s);
  g_assert_cmpint (back->submitted_s, ==, order->submitted_s);
  g_assert_cmpint (back->deadline_s, ==, order->deadline_s);
  g_assert_true (back->practice);
  g_assert_cmphex (back->actions, ==, order->actions);
  g_assert_true (hall_application_equal (back->application, order->application));
  g_assert_cmpstr (back->printed_hash, ==, order->printed_hash);
  g_assert_true (back->changed_since_confirmed);
  g_assert_cmpuint (back->findings->len, ==, 2);
  g_assert_cmpuint (back->returns->len, ==, 2);
  g_assert_cmpstr (((HallReturn *) back->returns->pdata[1])->text, ==, "请来电“核对”。\n");
  g_assert_cmpuint (back->timeline->len, ==, HALL_N_EVENTS);
  step = back->timeline->pdata[6];
  g_assert_cmpint (step->event, ==, 6);
  g_assert_cmpint (step->at_s, ==, order->created_s + 6);
  g_assert_cmpstr (step->who, ==, "reviewer1");
  g_assert_cmpstr (step->note, ==, "SF1234567890");
  check_document (hall_order_find_document (back, "application_form"));
  g_assert_cmpstr (back->payment->qr, ==, order->payment->qr);
  g_assert_cmpint (back->payment->channel, ==, HALL_PAY_WECHAT);
  g_assert_true (back->payment->sandbox);
  g_assert_cmpstr (back->auth->url, ==, order->auth->url);
  g_assert_cmpuint (back->account_tries_left, ==, 2);
  g_assert_true (back->pin == order->pin);
  g_assert_cmpint (back->pin_sent_s, ==, order->pin_sent_s);
  g_assert_cmpstrv (back->captures, order->captures);
  g_assert_cmpstr (back->reviewed_by, ==, "reviewer1");
  g_assert_cmpstr (back->letter, ==, "业务单 1 未通过。");
  g_assert_cmpstr (back->held_by, ==, "reviewer2");
  g_assert_cmpstr (back->serial, ==, "2F0011AA");
  g_assert_cmpstr (back->valid_from, ==, "2026-11-22");
  g_assert_cmpstr (back->valid_to, ==, "2027-11-22");
  g_assert_cmpint (back->workdays_left, ==, -2);
  g_assert_cmpint (back->held_event, ==, HALL_EVENT_REVIEW_REJECTED);
  g_assert_cmpint (back->held_until_s, ==, 1763800010);
}

/* Every state and every value of the sub-states. */
static void
test_every_state (void)
{
  g_autoptr (HallOrder) order = hall_order_new ("1");

  order->project = g_strdup ("p");
  for (guint state = 0; state < HALL_N_STATES; state++)
    {
      order->state = state;
      assert_round_trip (order, FALSE);
    }
  for (guint value = 0; value < HALL_N_SUBSTATE_VALUES; value++)
    {
      order->sub[hall_substate_get_group (value)] = value;
      assert_round_trip (order, FALSE);
    }
  for (guint action = 0; action < HALL_N_ACTIONS; action++)
    {
      order->actions |= HALL_ACTION_BIT (action);
      assert_round_trip (order, FALSE);
    }
}

/* Every rule of the PIN finds back to itself. */
static void
test_every_pin (void)
{
  for (guint channel = 0; channel < HALL_N_PAY_CHANNELS; channel++)
    for (guint person = 0; person < 2; person++)
      for (guint mode = 0; mode < HALL_N_FIN_AUTH_MODES; mode++)
        {
          g_autoptr (HallOrder) order = full_order_new ();
          g_autofree char *text = NULL;
          g_autoptr (HallOrder) back = NULL;

          order->channel = (int) channel;
          order->pin = hall_pin_rule (channel, person, mode);
          text = write_order (order, TRUE, HALL_LANG_EN);
          back = read_order (text, NULL);
          g_assert_true (back->pin == order->pin);
        }
}

#define SUMMARY                                                                          \
  "\"number\":\"1\",\"project\":\"p\",\"state\":\"draft\",\"version\":1,\"revision\":0," \
  "\"amount_fen\":90000"

/* What a newer hall sends is left out, not refused: names, members, codes. */
static void
test_newer_hall (void)
{
  static const char text[] =
      "{" SUMMARY ",\"handler_auth\":\"by-telepathy\",\"payment\":\"paid\",\"channel\":\"cash\","
      "\"actions\":[\"view\",\"teleport\",\"edit\"],\"colour\":\"blue\","
      "\"application\":{\"project\":\"p\",\"certificate_type\":\"t\",\"fields\":{}},"
      "\"timeline\":[{\"event\":\"teleport\",\"actor\":\"handler\",\"state\":\"draft\"},"
      "{\"event\":\"create\",\"actor\":\"robot\",\"state\":\"draft\"},"
      "{\"event\":\"create\",\"actor\":\"handler\",\"state\":\"draft\"}],"
      "\"payment_code\":{\"channel\":\"cash\"},\"pin\":{\"for_person\":true,\"mode\":\"owl\"}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) order = read_order (text, &error);

  g_assert_no_error (error);
  g_assert_cmphex (order->actions, ==,
                   HALL_ACTION_BIT (HALL_ACTION_VIEW) | HALL_ACTION_BIT (HALL_ACTION_EDIT));
  g_assert_cmpint (order->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_NONE);
  g_assert_cmpint (order->sub[HALL_SUBSTATE_PAYMENT], ==, HALL_PAYMENT_PAID);
  g_assert_cmpint (order->channel, ==, -1);
  g_assert_cmpuint (order->timeline->len, ==, 1);
  g_assert_null (order->payment);
  g_assert_null (order->pin);
}

static const struct
{
  const char *text;
  const char *message;
} hostile[] = {
  { "{}", "order: $.number: missing" },
  { "[]", "order: $: an object is needed here" },
  { "\"order\"", "order: $: an object is needed here" },
  { "null", "order: $: an object is needed here" },
  { "{\"number\":1}", "order: $.number: a text is needed here" },
  { "{\"number\":\"\"}", "order: $.number: must not be empty" },
  { "{\"number\":\"1\",\"project\":\"p\"}", "order: $.state: missing" },
  { "{\"number\":\"1\",\"project\":\"p\",\"state\":\"teleported\"}",
    "order: $.state: unknown state “teleported”; please update this program" },
  { "{\"number\":\"1\",\"project\":\"p\",\"state\":7}", "order: $.state: a text is needed here" },
  { "{\"number\":\"1\",\"project\":\"p\",\"state\":\"draft\",\"version\":-1}",
    "order: $.version: must be from 0 to 9223372036854775807" },
  { "{\"number\":\"1\",\"project\":\"p\",\"state\":\"draft\",\"version\":1.5}",
    "order: $.version: a whole number is needed here" },
  { "{\"number\":\"1\",\"project\":\"p\",\"state\":\"draft\",\"version\":99999999999999999999}",
    "order: line 1: the number is too large" },
  { "{\"number\":\"1\",\"project\":\"p\",\"state\":\"draft\",\"version\":1,\"revision\":4294967297}",
    "order: $.revision: must be from 0 to 1000000" },
  { "{" SUMMARY ",\"created_at\":\"yesterday\"}",
    "order: $.created_at: “yesterday” is not a time by RFC 3339" },
  { "{" SUMMARY ",\"created_at\":1795276800}", "order: $.created_at: a text is needed here" },
  { "{" SUMMARY ",\"created_at\":\"2026-11-22T08:00:00\"}",
    "order: $.created_at: “2026-11-22T08:00:00” is not a time by RFC 3339" },
  { "{" SUMMARY ",\"practice\":1}", "order: $.practice: true or false is needed here" },
  { "{" SUMMARY ",\"actions\":\"view\"}", "order: $.actions: a list is needed here" },
  { "{" SUMMARY ",\"actions\":[[]]}", "order: $.actions: element 0: a text is needed here" },
  { "{" SUMMARY ",\"number\":\"2\"}", "order: line 1: the member “number” stands twice" },
  { "{" SUMMARY ",\"application\":[]}", "order: $.application: an object is needed here" },
  { "{" SUMMARY ",\"application\":{}}", "order: $.application.project: missing" },
  { "{" SUMMARY ",\"application\":{\"project\":\"p\",\"certificate_type\":\"t\",\"fields\":{},"
    "\"owner\":1}}",
    "order: $.application.owner: unknown key; known here: project, certificate_type, fields, "
    "confirmed" },
};

#define DETAIL \
  SUMMARY ",\"application\":{\"project\":\"p\",\"certificate_type\":\"t\",\"fields\":{}}"

static const struct
{
  const char *member;
  const char *message;
} hostile_details[] = {
  { "\"findings\":{}", "order: $.findings: a list is needed here" },
  { "\"findings\":[1]", "order: $.findings[0]: an object is needed here" },
  { "\"findings\":[{\"field\":\"a.b\",\"code\":\"required\"}]",
    "order: $.findings[0].severity: missing" },
  { "\"findings\":[{\"field\":\"a.b\",\"code\":\"required\",\"severity\":\"error\",\"args\":[1]}]",
    "order: $.findings[0].args: element 0: a text is needed here" },
  { "\"documents\":[{}]", "order: $.documents[0].slot: missing" },
  { "\"documents\":[{\"slot\":\"a\",\"file_name\":\"b\",\"media_type\":\"c\",\"sha256\":\"d\","
    "\"bytes\":-1}]",
    "order: $.documents[0].bytes: must be from 0 to 9223372036854775807" },
  { "\"returns\":[{\"code\":\"F99\",\"place\":\"x\"}]",
    "order: $.returns[0].code: there is no reason “F99”" },
  { "\"returns\":[{\"code\":\"F01\"}]", "order: $.returns[0].place: missing" },
  { "\"returns\":[\"F01\"]", "order: $.returns[0]: an object is needed here" },
  { "\"timeline\":[{\"event\":\"create\",\"actor\":\"handler\",\"state\":\"gone\"}]",
    "order: $.timeline[0].state: unknown state “gone”; please update this program" },
  { "\"timeline\":[{\"event\":\"create\"}]", "order: $.timeline[0].actor: missing" },
  { "\"payment_code\":[]", "order: $.payment_code: an object is needed here" },
  { "\"payment_code\":{\"channel\":\"wechat\"}", "order: $.payment_code.id: missing" },
  { "\"payment_code\":{\"channel\":\"wechat\",\"id\":\"1\",\"amount_fen\":-5}",
    "order: $.payment_code.amount_fen: must be from 0 to 9223372036854775807" },
  { "\"auth_link\":{}", "order: $.auth_link.url: missing" },
  { "\"auth_link\":null", "order: $.auth_link: an object is needed here" },
  { "\"pin\":{}", "order: $.pin.for_person: missing" },
  { "\"account_tries_left\":\"2\"", "order: $.account_tries_left: a whole number is needed here" },
  { "\"account_tries_left\":1001", "order: $.account_tries_left: must be from 0 to 1000" },
  { "\"captures\":{}", "order: $.captures: a list is needed here" },
  { "\"courier\":5", "order: $.courier: a text is needed here" },
};

static void
assert_refused (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallOrder) order = read_order (text, &error);

  g_test_message ("%s", text);
  g_assert_null (order);
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    assert_refused (hostile[i].text, hostile[i].message);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile_details); i++)
    {
      g_autofree char *text = g_strdup_printf ("{%s,%s}", DETAIL, hostile_details[i].member);

      assert_refused (text, hostile_details[i].message);
    }
}

/* The full order with one value put in another's place: an order or an error, never a crash. */
static void
test_damaged (void)
{
  static const char *const values[] = { "null",
                                        "0",
                                        "-1",
                                        "1.5",
                                        "9223372036854775807",
                                        "true",
                                        "\"\"",
                                        "\"x\"",
                                        "\"\\ud83d\\ude00\"",
                                        "[]",
                                        "{}",
                                        "[[]]",
                                        "[{}]",
                                        "{\"a\":{}}" };
  g_autoptr (HallOrder) order = full_order_new ();
  g_autofree char *text = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("\":(\"[^\"]*\"|-?[0-9]+|true|false)", 0, 0, NULL);
  guint tried = 0;

  g_ptr_array_set_size (order->timeline, 2);
  text = write_order (order, TRUE, HALL_LANG_ZH_CN);
  for (gsize v = 0; v < G_N_ELEMENTS (values); v++)
    {
      int offset = 0;
      g_autoptr (GMatchInfo) match = NULL;

      while (g_regex_match_full (regex, text, -1, offset, 0, &match, NULL))
        {
          g_autoptr (GString) damaged = g_string_new (text);
          g_autoptr (HallOrder) back = NULL;
          g_autoptr (GError) error = NULL;
          int start, end;

          g_match_info_fetch_pos (match, 1, &start, &end);
          g_string_erase (damaged, start, end - start);
          g_string_insert (damaged, start, values[v]);
          back = read_order (damaged->str, &error);
          g_assert_cmpint (back == NULL, ==, error != NULL);
          tried++;
          offset = end;
          g_clear_pointer (&match, g_match_info_unref);
        }
    }
  g_assert_cmpuint (tried, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire-order/round-trip", test_round_trip);
  g_test_add_func ("/wire-order/values", test_values);
  g_test_add_func ("/wire-order/every-state", test_every_state);
  g_test_add_func ("/wire-order/every-pin", test_every_pin);
  g_test_add_func ("/wire-order/newer-hall", test_newer_hall);
  g_test_add_func ("/wire-order/hostile", test_hostile);
  g_test_add_func ("/wire-order/damaged", test_damaged);
  return g_test_run ();
}
