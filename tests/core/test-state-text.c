/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * States, events, actors and facts as lists: names, words in both languages, and the sentence
 * with which a move is refused.
 */
#include "hall-state.h"

#include <string.h>

#include "hall-error.h"
#include "hall-test.h"

#define ALL_FACTS ((1u << HALL_N_FACTS) - 1)

typedef const char *(*NameFunc) (guint value);
typedef guint (*FromFunc) (const char *name);
typedef const char *(*LabelFunc) (guint value, HallLang lang);

static const struct
{
  const char *what;
  guint n;
  NameFunc name;
  FromFunc from; /* (nullable) */
  LabelFunc label;
} lists[] = {
  { "state", HALL_N_STATES, (NameFunc) hall_state_get_name, (FromFunc) hall_state_from_name,
    (LabelFunc) hall_state_get_label },
  { "next step", HALL_N_STATES, (NameFunc) hall_state_get_name, (FromFunc) hall_state_from_name,
    (LabelFunc) hall_state_get_next_step },
  { "event", HALL_N_EVENTS, (NameFunc) hall_event_get_name, (FromFunc) hall_event_from_name,
    (LabelFunc) hall_event_get_label },
  { "actor", HALL_N_ACTORS, (NameFunc) hall_actor_get_name, (FromFunc) hall_actor_from_name,
    (LabelFunc) hall_actor_get_label },
};

static void
assert_words (const char *zh, const char *en)
{
  g_assert_cmpstr (zh, !=, "");
  g_assert_cmpstr (en, !=, "");
  g_assert_cmpstr (zh, !=, en);
  g_assert_false (g_str_is_ascii (zh));
  g_assert_false (g_regex_match_simple ("[,;:?!()]", zh, 0, 0));
  g_assert_true (g_ascii_isupper (*en) || g_ascii_isdigit (*en));
}

static void
test_lists (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (guint value = 0; value < lists[i].n; value++)
        {
          const char *name = lists[i].name (value);

          g_test_message ("%s %s", lists[i].what, name);
          g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", name, 0, 0));
          g_assert_cmpuint (lists[i].from (name), ==, value);
          assert_words (lists[i].label (value, HALL_LANG_ZH_CN),
                        lists[i].label (value, HALL_LANG_EN));
        }
      g_assert_cmpuint (lists[i].from ("no-such-name"), ==, lists[i].n);
      g_assert_cmpuint (lists[i].from (""), ==, lists[i].n);
      g_assert_cmpuint (lists[i].from (NULL), ==, lists[i].n);
    }
}

static void
test_facts (void)
{
  G_STATIC_ASSERT (HALL_N_FACTS <= 31);
  for (guint fact = 0; fact < HALL_N_FACTS; fact++)
    {
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", hall_fact_get_name (fact), 0, 0));
      for (guint other = 0; other < fact; other++)
        g_assert_cmpstr (hall_fact_get_name (fact), !=, hall_fact_get_name (other));
    }
}

/* Labels are told apart: two states of one name could not be. */
static void
test_labels_differ (void)
{
  for (guint a = 0; a < HALL_N_STATES; a++)
    for (guint b = 0; b < a; b++)
      for (guint lang = 0; lang < HALL_N_LANGS; lang++)
        g_assert_cmpstr (hall_state_get_label (a, lang), !=, hall_state_get_label (b, lang));
}

/* The names on screen: those of the guide, and ours where it has none. */
static void
test_states (void)
{
  static const struct
  {
    HallState state;
    const char *name;
    const char *label;
    HallTone tone;
  } rows[] = {
    { HALL_STATE_DRAFT, "draft", "草稿", HALL_TONE_YOURS },
    { HALL_STATE_AWAITING_DOCUMENTS, "awaiting-documents", "待上传资料", HALL_TONE_YOURS },
    { HALL_STATE_AWAITING_HANDLER_AUTH, "awaiting-handler-auth", "待经办人认证", HALL_TONE_YOURS },
    { HALL_STATE_AWAITING_PAYMENT, "awaiting-payment", "待支付", HALL_TONE_YOURS },
    { HALL_STATE_PAYMENT_VERIFYING, "payment-verifying", "款项核实中", HALL_TONE_WAITING },
    { HALL_STATE_UNDER_REVIEW, "under-review", "审核中", HALL_TONE_WAITING },
    { HALL_STATE_REJECTED, "rejected", "未通过", HALL_TONE_STOPPED },
    { HALL_STATE_FIN_AUTH_PENDING, "fin-auth-pending", "金融认证中", HALL_TONE_WAITING },
    { HALL_STATE_FIN_AUTH_FAILED, "fin-auth-failed", "金融认证未通过", HALL_TONE_STOPPED },
    { HALL_STATE_ACCEPTED, "accepted", "成功受理", HALL_TONE_WAITING },
    { HALL_STATE_IN_PRODUCTION, "in-production", "制证中", HALL_TONE_WAITING },
    { HALL_STATE_SHIPPED, "shipped", "已寄出", HALL_TONE_WAITING },
    { HALL_STATE_COMPLETED, "completed", "已完成", HALL_TONE_DONE },
    { HALL_STATE_CANCELLED, "cancelled", "已取消", HALL_TONE_CLOSED },
    { HALL_STATE_REFUND_PENDING, "refund-pending", "退款中", HALL_TONE_WAITING },
    { HALL_STATE_REFUNDED, "refunded", "已退款", HALL_TONE_CLOSED },
    { HALL_STATE_EXPIRED, "expired", "已失效", HALL_TONE_CLOSED },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == HALL_N_STATES);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (hall_state_get_name (rows[i].state), ==, rows[i].name);
      g_assert_cmpstr (hall_state_get_label (rows[i].state, HALL_LANG_ZH_CN), ==, rows[i].label);
      g_assert_cmpint (hall_state_get_tone (rows[i].state), ==, rows[i].tone);
    }
}

/* What is said when a fact is missing: the one that the person can do something about. */
static const struct
{
  HallState from;
  HallEvent event;
  HallActor actor;
  guint missing; /* all other facts hold, but for those in the last column */
  guint absent;
  HallError code;
  const char *zh;
  const char *en;
} refusals[] = {
  { HALL_STATE_DRAFT, HALL_EVENT_CONFIRM_INFO, HALL_ACTOR_HANDLER, HALL_FACT_FIELDS_VALID, 0,
    HALL_ERROR_INVALID, "还有信息需要补充或更正。", "Some fields still need attention." },
  { HALL_STATE_AWAITING_DOCUMENTS, HALL_EVENT_DOCUMENTS_COMPLETE, HALL_ACTOR_HANDLER,
    HALL_FACT_SLOTS_COMPLETE, 0, HALL_ERROR_INVALID, "资料不齐全，或属于旧版申请表。",
    "Some documents are missing or belong to an older printout." },
  { HALL_STATE_AWAITING_DOCUMENTS, HALL_EVENT_DOCUMENTS_COMPLETE, HALL_ACTOR_HANDLER,
    HALL_FACT_SLOTS_COMPLETE, HALL_FACT_IDENTITY_VERIFIED, HALL_ERROR_INVALID,
    "资料不齐全，或属于旧版申请表。",
    "Some documents are missing or belong to an older printout." },
  { HALL_STATE_AWAITING_HANDLER_AUTH, HALL_EVENT_AUTH_PASSED, HALL_ACTOR_PROVIDER,
    HALL_FACT_FACE_CONSENTED, 0, HALL_ERROR_INVALID, "缺少人脸信息处理的单独同意。",
    "The separate consent for face data is missing." },
  { HALL_STATE_AWAITING_HANDLER_AUTH, HALL_EVENT_AUTH_PASSED, HALL_ACTOR_PROVIDER,
    HALL_FACT_IDENTITY_MATCHES, 0, HALL_ERROR_INVALID, "认证的人员与业务单上的经办人不一致。",
    "The person verified is not the handler of this order." },
  { HALL_STATE_AWAITING_HANDLER_AUTH, HALL_EVENT_AUTH_PASSED, HALL_ACTOR_REVIEWER,
    HALL_FACT_ALTERNATIVE_ASKED, 0, HALL_ERROR_INVALID, "经办人没有申请其他认证方式。",
    "The handler has not asked to be verified another way." },
  { HALL_STATE_AWAITING_PAYMENT, HALL_EVENT_PAY_NOTIFY, HALL_ACTOR_PROVIDER, HALL_FACT_AMOUNT_EQUAL,
    0, HALL_ERROR_INVALID, "金额与订单金额不一致。",
    "The amount differs from the price of the order." },
  { HALL_STATE_AWAITING_PAYMENT, HALL_EVENT_VOUCHER_UPLOADED, HALL_ACTOR_HANDLER,
    HALL_FACT_VOUCHER_PRESENT, 0, HALL_ERROR_INVALID, "请先上传转账凭证。",
    "The transfer voucher must be uploaded first." },
  { HALL_STATE_PAYMENT_VERIFYING, HALL_EVENT_FUNDS_CONFIRMED, HALL_ACTOR_CASHIER,
    HALL_FACT_PAYER_MATCHES, 0, HALL_ERROR_INVALID, "付款方不是申请单位的对公账户。",
    "The payer is not the account of the applying organisation." },
  { HALL_STATE_PAYMENT_VERIFYING, HALL_EVENT_FUNDS_CONFIRMED, HALL_ACTOR_CASHIER,
    HALL_FACT_AMOUNT_EQUAL, HALL_FACT_REVIEW_PASSED, HALL_ERROR_INVALID, "金额与订单金额不一致。",
    "The amount differs from the price of the order." },
  { HALL_STATE_PAYMENT_VERIFYING, HALL_EVENT_FUNDS_REJECTED, HALL_ACTOR_CASHIER,
    HALL_FACT_REASONS_GIVEN, 0, HALL_ERROR_INVALID, "请至少选择一条原因，并指明对应的信息或资料。",
    "At least one reason that names a field or document is needed." },
  { HALL_STATE_UNDER_REVIEW, HALL_EVENT_REVIEW_PASSED, HALL_ACTOR_REVIEWER, HALL_FACT_FUNDS_SETTLED,
    0, HALL_ERROR_INVALID, "款项尚未核实到账。", "The money has not been confirmed yet." },
  { HALL_STATE_UNDER_REVIEW, HALL_EVENT_REVIEW_PASSED, HALL_ACTOR_REVIEWER, HALL_FACT_FUNDS_SETTLED,
    HALL_FACT_PAID_ONLINE, HALL_ERROR_INVALID, "款项尚未核实到账。",
    "The money has not been confirmed yet." },
  { HALL_STATE_PAYMENT_VERIFYING, HALL_EVENT_REVIEW_PASSED, HALL_ACTOR_REVIEWER, 0,
    HALL_FACT_FUNDS_SETTLED, HALL_ERROR_CONFLICT, "这一步已经办理，无需重复。",
    "This has been done already." },
  { HALL_STATE_REJECTED, HALL_EVENT_RESUBMIT, HALL_ACTOR_HANDLER, HALL_FACT_FLAGGED_CHANGED, 0,
    HALL_ERROR_INVALID, "还有退回的内容没有修改。",
    "Something that was returned has not been changed yet." },
  { HALL_STATE_REJECTED, HALL_EVENT_RESUBMIT, HALL_ACTOR_HANDLER, HALL_FACT_IDENTITY_VERIFIED, 0,
    HALL_ERROR_INVALID, "经办人需要（重新）认证。", "The handler must be verified (again)." },
  { HALL_STATE_REJECTED, HALL_EVENT_RESUBMIT, HALL_ACTOR_HANDLER,
    HALL_FACT_FUNDS_SETTLED | HALL_FACT_VOUCHER_PRESENT, 0, HALL_ERROR_INVALID,
    "请先上传转账凭证。", "The transfer voucher must be uploaded first." },
  { HALL_STATE_FIN_AUTH_PENDING, HALL_EVENT_CODE_OK, HALL_ACTOR_HANDLER, HALL_FACT_CODE_MATCHES, 0,
    HALL_ERROR_INVALID, "验证码与转账附言不一致。", "The code is not the one in the transfer." },
  { HALL_STATE_FIN_AUTH_PENDING, HALL_EVENT_CODE_OK, HALL_ACTOR_HANDLER, HALL_FACT_CODE_WANTED, 0,
    HALL_ERROR_INVALID, "本项目不需要填写验证码。", "This project does not ask for a code." },
  { HALL_STATE_ACCEPTED, HALL_EVENT_TRANSFER_FAILED, HALL_ACTOR_PROVIDER, HALL_FACT_FIN_AUTH_DONE,
    0, HALL_ERROR_INVALID, "没有进行过金融认证。", "There was no bank proof." },
  { HALL_STATE_FIN_AUTH_FAILED, HALL_EVENT_RESUBMIT_ACCOUNT, HALL_ACTOR_HANDLER,
    HALL_FACT_ACCOUNT_TRIES_LEFT, 0, HALL_ERROR_INVALID, "金融认证次数已用完，请联系客服。",
    "The bank proof was tried too often; please call the hall." },
  { HALL_STATE_ACCEPTED, HALL_EVENT_START_PRODUCTION, HALL_ACTOR_PRODUCER, HALL_FACT_OTHER_PERSON,
    0, HALL_ERROR_INVALID, "审核与制证须由两人分别完成，请由其他同事制证。",
    "Who reviewed an order cannot produce it; a colleague must." },
  { HALL_STATE_IN_PRODUCTION, HALL_EVENT_SHIP, HALL_ACTOR_PRODUCER, HALL_FACT_COURIER_GIVEN, 0,
    HALL_ERROR_INVALID, "请填写快递单号。", "The courier number is missing." },
  { HALL_STATE_REJECTED, HALL_EVENT_EXPIRE, HALL_ACTOR_TIMER, HALL_FACT_IDLE, 0, HALL_ERROR_INVALID,
    "尚未超时。", "The time has not run out yet." },
  { HALL_STATE_DRAFT, HALL_EVENT_SHIP, HALL_ACTOR_PRODUCER, 0, 0, HALL_ERROR_CONFLICT,
    "不能执行“已寄出”：业务单当前状态为“草稿”。",
    "“Handed to the courier” is not possible: the order's state is “Draft”." },
  { HALL_STATE_UNDER_REVIEW, HALL_EVENT_REVIEW_PASSED, HALL_ACTOR_CASHIER, 0, 0, HALL_ERROR_DENIED,
    "您的角色不能执行“审核通过”（当前状态：审核中）。",
    "Your role does not allow “Review passed” (state: Under review)." },
};

static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    for (guint lang = 0; lang < HALL_N_LANGS; lang++)
      {
        g_autoptr (GError) error = NULL;
        guint facts = ALL_FACTS & ~refusals[i].missing & ~refusals[i].absent;
        HallState to = HALL_N_STATES;

        g_test_message ("%s + %s", hall_state_get_name (refusals[i].from),
                        hall_event_get_name (refusals[i].event));
        g_assert_false (hall_state_next (refusals[i].from, refusals[i].event,
                                         HALL_ACTOR_BIT (refusals[i].actor), facts, lang, &to,
                                         &error));
        g_assert_error (error, HALL_ERROR, (int) refusals[i].code);
        g_assert_cmpstr (error->message, ==,
                         lang == HALL_LANG_EN ? refusals[i].en : refusals[i].zh);
        g_assert_cmpint (to, ==, HALL_N_STATES); /* untouched */
      }
}

/* A refusal can be asked for without wanting to know why. */
static void
test_no_error_wanted (void)
{
  HallState to = HALL_N_STATES;

  g_assert_false (hall_state_next (HALL_STATE_DRAFT, HALL_EVENT_SHIP,
                                   HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER), 0, HALL_LANG_EN, &to,
                                   NULL));
  g_assert_false (hall_state_begin (0, 0, HALL_LANG_EN, &to, NULL));
  g_assert_cmpint (to, ==, HALL_N_STATES);
}

static void
test_staff (void)
{
  g_assert_cmphex (HALL_ACTORS_STAFF & HALL_ACTOR_BIT (HALL_ACTOR_HANDLER), ==, 0);
  g_assert_cmphex (HALL_ACTORS_STAFF & HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER), ==, 0);
  g_assert_cmphex (HALL_ACTORS_STAFF & HALL_ACTOR_BIT (HALL_ACTOR_TIMER), ==, 0);
  for (guint actor = HALL_ACTOR_REVIEWER; actor <= HALL_ACTOR_ADMINISTRATOR; actor++)
    g_assert_cmphex (HALL_ACTORS_STAFF & HALL_ACTOR_BIT (actor), !=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-text/lists", test_lists);
  g_test_add_func ("/state-text/facts", test_facts);
  g_test_add_func ("/state-text/labels-differ", test_labels_differ);
  g_test_add_func ("/state-text/states", test_states);
  g_test_add_func ("/state-text/refusals", test_refusals);
  g_test_add_func ("/state-text/no-error-wanted", test_no_error_wanted);
  g_test_add_func ("/state-text/staff", test_staff);
  return g_test_run ();
}
