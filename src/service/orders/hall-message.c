/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-message.h"

#include "hall-outbox-store.h"
#include "hall-tidy.h"
#include "hall-wire-finding.h"

#define PIN_DIGITS   8
#define CODE_DIGITS  6
#define TRANSFER_FEN 1

/* SMS templates are filed with the carriers, word by word, in Chinese. */
static const char *const templates[HALL_N_SMS] = {
  [HALL_SMS_CODE] = "验证码 %1，5 分钟内有效。请勿告诉他人。",
  [HALL_SMS_REGISTERED] = "该手机号已注册，请直接登录；忘记密码可在登录页重置。",
  [HALL_SMS_SUBMITTED] = "业务单 %1 已提交，三个工作日内告知审核结果。",
  [HALL_SMS_REJECTED] = "%2",
  [HALL_SMS_BANK_FAILED] = "业务单 %1 金融认证未通过。原因：%2 办理：%3",
  [HALL_SMS_ACCEPTED] = "业务单 %1 已成功受理，证书制作后快递寄出，邮费到付。",
  [HALL_SMS_PIN] = "业务单 %1 的证书 PIN 码为 %2，请妥善保管，切勿泄露。",
  [HALL_SMS_SHIPPED] = "业务单 %1 的证书已寄出，%2 单号 %3，邮费到付。",
  [HALL_SMS_REFUNDING] = "业务单 %1 已申请退款，款项将原路退回。",
  [HALL_SMS_REFUNDED] = "业务单 %1 已退款，请留意到账。",
  [HALL_SMS_EXPIRED] = "业务单 %1 长时间未办理，已失效。如仍需要请重新申请。",
};

static char *
fill_template (const char *hall, HallSms sms, const char *texts[3])
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "【%s】", hall);
  for (const char *p = templates[sms]; *p != '\0'; p++)
    if (p[0] == '%' && p[1] >= '1' && p[1] <= '3')
      {
        const char *text = texts[p[1] - '1'];

        g_string_append (out, text != NULL ? text : "");
        p++;
      }
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static gboolean
add_to_outbox (HallContext *context,
               HallOutboxKind kind,
               const char *order,
               JsonBuilder *payload,
               GError **error)
{
  g_autoptr (JsonNode) root = json_builder_get_root (payload);
  g_autofree char *text = hall_wire_to_text (root);

  hall_context_wake (context, HALL_TOPIC_OUTBOX);
  return hall_outbox_add (context->db, context->setup->vault, kind, order, text, context->now_s,
                          error);
}

gboolean
hall_message_send (HallContext *context,
                   HallSms sms,
                   const char *mobile,
                   const char *order,
                   const char *texts[3],
                   GError **error)
{
  g_autoptr (JsonBuilder) payload = json_builder_new ();
  g_autofree char *text = fill_template (context->setup->name, sms, texts);

  json_builder_begin_object (payload);
  hall_wire_add_text (payload, "mobile", mobile);
  hall_wire_add_text (payload, "text", text);
  json_builder_end_object (payload);
  return add_to_outbox (context, HALL_OUTBOX_SMS, order, payload, error);
}

/* Results go to the handler named in the order; while it is empty, to the account. */
static char *
handler_mobile (HallContext *context, const HallCase *order, GError **error)
{
  const char *mobile = hall_application_get_role (order->record->application, order->catalog,
                                                  HALL_FIELD_ROLE_HANDLER_MOBILE);

  if (*mobile != '\0')
    return g_strdup (mobile);
  return hall_account_get_mobile (context->db, context->setup->vault, order->record->account,
                                  error);
}

gboolean
hall_message_tell_handler (HallContext *context,
                           const HallCase *order,
                           HallSms sms,
                           const char *text2,
                           const char *text3,
                           GError **error)
{
  g_autofree char *mobile = handler_mobile (context, order, error);
  const char *texts[3] = { order->record->number, text2, text3 };

  return mobile != NULL
         && hall_message_send (context, sms, mobile, order->record->number, texts, error);
}

/* What is known of a secret after it has left: enough to recognise it. */
static char *
hash_secret (const HallContext *context, const HallCase *order, const char *secret)
{
  g_autofree char *text = g_strdup_printf ("secret\n%s\n%s", order->record->number, secret);

  return hall_vault_lookup_key (context->setup->vault, text);
}

gboolean
hall_message_send_transfer (HallContext *context, HallCase *order, GError **error)
{
  const HallApplication *application = order->record->application;
  gboolean is_code = order->catalog->fin_auth_mode == HALL_FIN_AUTH_REMARK_IS_CODE;
  g_autofree char *secret = hall_random_digits (is_code ? CODE_DIGITS : PIN_DIGITS);
  g_autofree char *hash = hash_secret (context, order, secret);
  g_autofree char *remark =
      g_strdup_printf ("%s%s", is_code ? "业务单验证码" : "证书PIN码", secret);
  g_autoptr (JsonBuilder) payload = json_builder_new ();
  const struct
  {
    const char *member;
    HallFieldRole role;
  } roles[] = {
    { "account_name", HALL_FIELD_ROLE_ACCOUNT_NAME }, { "bank", HALL_FIELD_ROLE_ACCOUNT_BANK },
    { "branch", HALL_FIELD_ROLE_ACCOUNT_BRANCH },     { "account", HALL_FIELD_ROLE_ACCOUNT_NUMBER },
    { "cnaps", HALL_FIELD_ROLE_ACCOUNT_CNAPS },
  };

  json_builder_begin_object (payload);
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    hall_wire_add_text (payload, roles[i].member,
                        hall_application_get_role (application, order->catalog, roles[i].role));
  hall_wire_add_int (payload, "amount_fen", TRANSFER_FEN);
  hall_wire_add_text (payload, "remark", remark);
  json_builder_end_object (payload);
  if (is_code)
    hall_record_set (order->record, code_hash, hash);
  else
    hall_record_set (order->record, pin_hash, hash);
  order->record->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_PENDING;
  return hall_outbox_drop (context->db, context->setup->vault, HALL_OUTBOX_TRANSFER,
                           order->record->number, error)
         && add_to_outbox (context, HALL_OUTBOX_TRANSFER, order->record->number, payload, error);
}

gboolean
hall_message_send_pin (HallContext *context, HallCase *order, GError **error)
{
  const HallPinRule *rule = hall_pin_rule (hall_pay_channel_from_name (order->record->channel),
                                           order->type->for_person, order->catalog->fin_auth_mode);
  HallFieldRole role = rule->recipient == HALL_PIN_TO_SUBJECT ? HALL_FIELD_ROLE_SUBJECT_MOBILE
                                                              : HALL_FIELD_ROLE_HANDLER_MOBILE;
  g_autofree char *pin = hall_random_digits (PIN_DIGITS);
  g_autofree char *hash = hash_secret (context, order, pin);
  const char *texts[3] = { order->record->number, pin, NULL };

  hall_record_set (order->record, pin_hash, hash);
  order->record->pin_sent_s = context->now_s;
  return hall_message_send (context, HALL_SMS_PIN,
                            hall_application_get_role (order->record->application, order->catalog,
                                                       role),
                            order->record->number, texts, error);
}
