/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-effects.h"

#include "hall-body.h"
#include "hall-counter-store.h"
#include "hall-error.h"
#include "hall-letter.h"
#include "hall-message.h"
#include "hall-payment-store.h"
#include "hall-phone-store.h"
#include "hall-settings.h"
#include "hall-outbox-store.h"
#include "hall-statement-store.h"

typedef struct
{
  gboolean (*read) (HallMove *move, GError **error);  /* (nullable) */
  gboolean (*apply) (HallMove *move, GError **error); /* (nullable) */
} Effect;

static HallRecord *
record_of (HallMove *move)
{
  return move->order->record;
}

/* The review's clock starts (again) now. */
static void
start_clock (HallMove *move)
{
  HallRecord *record = record_of (move);
  GDate today, deadline;

  hall_date_in_china (move->context->now_s, &today);
  hall_calendar_add_workdays (hall_setup_get_calendar (move->context->setup), &today,
                              move->order->catalog->review_workdays, &deadline);
  record->submitted_s = move->context->now_s;
  record->deadline_s = hall_date_end_in_china (&deadline);
}

static gboolean
tell (HallMove *move, HallSms sms, GError **error)
{
  return hall_message_tell_handler (move->context, move->order, sms, NULL, NULL, error);
}

/* Nothing can be paid and no phone can be used any more. */
static gboolean
close_ways_in (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  if (record->sub[HALL_SUBSTATE_PAYMENT] == HALL_PAYMENT_QR_ISSUED)
    record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_NONE;
  if (record->sub[HALL_SUBSTATE_AUTH] == HALL_AUTH_PENDING)
    record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_NONE;
  return hall_payment_store_close (move->context->db, record->number, error)
         && hall_phone_store_void_all (move->context->db, record->number, error);
}

/* Freezes the data as a new revision, unless they are what is frozen already. */
static gboolean
freeze (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);
  HallContext *context = move->context;
  g_autofree char *hash = hall_application_hash_printed (record->application, move->order->catalog);
  const HallRequirement *form =
      hall_catalog_find_document (move->order->catalog, HALL_DOCUMENT_APPLICATION_FORM);
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallApplication) before = NULL;
  gint64 confirmed_s = 0;

  if (record->revision > 0)
    before = hall_revision_get (context->db, context->setup->vault, record->number,
                                (guint) record->revision, &confirmed_s, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (before != NULL && hall_application_equal (before, record->application))
    return TRUE;
  if (form != NULL && g_strcmp0 (hash, record->printed_hash) != 0
      && !hall_document_store_set_stale (context->db, record->number, form->slot, error))
    return FALSE;
  record->revision++;
  hall_record_set (record, printed_hash, hash);
  return hall_revision_add (context->db, context->setup->vault, record->number,
                            &(HallRevision){ (guint) record->revision, hash, context->now_s },
                            record->application, error);
}

/* Every document and picture goes; who never became a customer leaves nothing but the trail. */
static gboolean
forget_files (HallMove *move, GError **error)
{
  HallContext *context = move->context;
  const char *number = record_of (move)->number;
  g_autoptr (GPtrArray) blobs = hall_document_store_list_blobs (context->db, number, error);

  if (blobs == NULL || !hall_document_store_forget (context->db, number, error))
    return FALSE;
  for (guint i = 0; i < blobs->len; i++)
    hall_context_delete_blob_later (context, g_ptr_array_index (blobs, i));
  return TRUE;
}

/* Everything is proved and paid; what is left is the hall's work. */
static gboolean
accept_order (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);
  const HallPinRule *rule =
      hall_pin_rule (hall_pay_channel_from_name (record->channel), move->order->type->for_person,
                     move->order->catalog->fin_auth_mode);

  record->deadline_s = 0;
  if (!tell (move, HALL_SMS_ACCEPTED, error))
    return FALSE;
  return rule->way != HALL_PIN_BY_SMS || hall_message_send_pin (move->context, move->order, error);
}

/* Keeps why the order goes back, with what stood there. */
static gboolean
keep_returns (HallMove *move, GError **error)
{
  HallContext *context = move->context;
  HallRecord *record = record_of (move);
  gint64 round = hall_counter_next (context->db, "return-rounds", error);
  g_autoptr (HallLetter) letter = NULL;
  g_autofree char *words = NULL;

  if (round == 0)
    return FALSE;
  for (guint i = 0; i < move->returns->len; i++)
    {
      HallReturn *item = g_ptr_array_index (move->returns, i);
      HallStoredReturn stored = { item, NULL, context->caller.staff, context->now_s };
      gboolean kept;

      hall_application_set_confirmed (record->application, item->place, FALSE);
      if (g_str_equal (item->place, HALL_PLACE_HANDLER_AUTH))
        {
          record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_NONE;
          record->identity_s = 0; /* any later one is another, also one of the same second */
        }
      stored.before_key = hall_case_key_at (move->order, context, item->place);
      kept = hall_return_store_add (context->db, context->setup->vault, record->number, round, i,
                                    &stored, error);
      g_free (stored.before_key);
      if (!kept)
        return FALSE;
    }
  record->return_round = round;
  record->deadline_s = 0;
  record->resubmitted = 0;
  letter = hall_letter_compose (record->number, move->returns, move->order->catalog, move->letter);
  words = hall_letter_format (letter);
  return hall_letter_store_add (context->db, context->setup->vault, record->number, round, words,
                                error)
         && hall_message_tell_handler (context, move->order, HALL_SMS_REJECTED, words, NULL, error);
}

static gboolean
apply_confirm (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  hall_record_set (record, organisation,
                   hall_application_get_role (record->application, move->order->catalog,
                                              HALL_FIELD_ROLE_ORGANISATION_NAME));
  if (record->state == HALL_STATE_DRAFT) /* what has been paid stays the price */
    record->amount_fen = move->order->type->amount_fen;
  return freeze (move, error);
}

static gboolean
apply_auth_passed (HallMove *move, G_GNUC_UNUSED GError **error)
{
  HallRecord *record = record_of (move);
  char *key = hall_case_identity_key (move->order, move->context);

  g_free (record->identity_key);
  record->identity_key = key;
  record->identity_s = move->context->now_s;
  record->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PASSED;
  return TRUE;
}

static gboolean
apply_auth_failed (HallMove *move, GError **error)
{
  record_of (move)->sub[HALL_SUBSTATE_AUTH] =
      (move->actors & HALL_ACTOR_BIT (HALL_ACTOR_TIMER)) != 0 ? HALL_AUTH_EXPIRED
                                                              : HALL_AUTH_FAILED;
  return hall_phone_store_void_all (move->context->db, record_of (move)->number, error);
}

static HallSubstate
wanted_invoice (HallMove *move)
{
  const char *type = hall_application_get_role (record_of (move)->application, move->order->catalog,
                                                HALL_FIELD_ROLE_INVOICE_TYPE);

  return *type == '\0' || g_str_equal (type, "none") ? HALL_INVOICE_NONE : HALL_INVOICE_REQUESTED;
}

static gboolean
apply_paid (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_PAID;
  record->sub[HALL_SUBSTATE_INVOICE] = wanted_invoice (move);
  start_clock (move);
  return hall_payment_store_close (move->context->db, record->number, error)
         && tell (move, HALL_SMS_SUBMITTED, error);
}

static gboolean
apply_voucher (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  hall_record_set (record, channel, hall_pay_channel_get_name (HALL_PAY_TRANSFER));
  record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VOUCHER_UPLOADED;
  record->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_NOT_REQUIRED;
  record->sub[HALL_SUBSTATE_INVOICE] = wanted_invoice (move);
  start_clock (move);
  return hall_payment_store_close (move->context->db, record->number, error)
         && tell (move, HALL_SMS_SUBMITTED, error);
}

static gboolean
apply_funds_confirmed (HallMove *move, GError **error)
{
  record_of (move)->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VERIFIED;
  if (move->statement_line != 0
      && !hall_statement_store_use (move->context->db, move->statement_line,
                                    record_of (move)->number, move->context->caller.staff,
                                    move->context->now_s, error))
    return FALSE;
  return move->to != HALL_STATE_ACCEPTED || accept_order (move, error);
}

static gboolean
apply_funds_rejected (HallMove *move, GError **error)
{
  record_of (move)->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VOUCHER_REJECTED;
  return keep_returns (move, error);
}

static gboolean
apply_rejected (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  hall_record_set (record, reviewed_by, NULL);
  hall_record_set (record, reviewed_hash, NULL);
  hall_record_set (record, wanted_by, move->context->caller.staff);
  return keep_returns (move, error);
}

gboolean
hall_effects_may_approve (HallContext *context, const HallRecord *record, GError **error)
{
  if (!hall_settings_is_two_person_rule (context)
      || g_strcmp0 (record->edited_by, context->caller.staff) != 0)
    return TRUE;
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_DENIED,
                       context->lang == HALL_LANG_ZH_CN
                           ? "最后修改信息的人不能审核，请由其他同事审核。"
                           : "Who changed the data last cannot approve them; a colleague must.");
  return FALSE;
}

static gboolean
apply_passed (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);
  g_autofree char *hash = hall_case_hash_content (move->order);
  g_autofree char *shown = hall_case_hash_shown (move->order);

  if (!hall_effects_may_approve (move->context, record, error))
    return FALSE;
  hall_record_set (record, content_hash, hash);
  hall_record_set (record, reviewed_shown, shown);
  hall_record_set (record, reviewed_by, move->context->caller.staff);
  hall_record_set (record, reviewed_hash, hash);
  hall_record_set (record, wanted_by, NULL);
  record->resubmitted = 0;
  if (move->to == HALL_STATE_ACCEPTED)
    return accept_order (move, error);
  if (move->to != HALL_STATE_FIN_AUTH_PENDING)
    return TRUE;
  record->deadline_s = 0;
  return hall_message_send_transfer (move->context, move->order, error);
}

static gboolean
apply_resubmit (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  record->return_round = 0;
  record->resubmitted = 1;
  if (record->sub[HALL_SUBSTATE_PAYMENT] == HALL_PAYMENT_VOUCHER_REJECTED)
    record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VOUCHER_UPLOADED;
  start_clock (move);
  return apply_confirm (move, error) && tell (move, HALL_SMS_SUBMITTED, error);
}

static gboolean
apply_transfer_ok (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  /* where the remark holds a code, its arrival proves nothing before it is typed in */
  if (move->to == HALL_STATE_FIN_AUTH_PENDING)
    return TRUE;
  record->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_SUCCEEDED;
  if (move->order->catalog->fin_auth_mode == HALL_FIN_AUTH_REMARK_IS_PIN)
    record->pin_sent_s = move->context->now_s;
  return accept_order (move, error);
}

static gboolean
apply_transfer_failed (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);
  HallReason reason = hall_reason_from_code (move->reason);
  const char *words = reason < HALL_N_REASONS ? hall_reason_get_label (reason, HALL_LANG_ZH_CN)
                                              : "打款被银行退回。";

  record->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_FAILED;
  record->pin_sent_s = 0;
  hall_record_set (record, pin_hash, NULL);
  hall_record_set (record, bank_reason, move->reason);
  move->note = g_strdup (move->reason);
  return hall_message_tell_handler (
      move->context, move->order, HALL_SMS_BANK_FAILED, words,
      "请登录营业厅，在“我的业务单”找到该业务单，点击“金融认证”重新提交账户信息。", error);
}

static gboolean
apply_resubmit_account (HallMove *move, GError **error)
{
  hall_record_set (record_of (move), bank_reason, NULL);
  return freeze (move, error) && hall_message_send_transfer (move->context, move->order, error);
}

static gboolean
apply_production (HallMove *move, G_GNUC_UNUSED GError **error)
{
  hall_record_set (record_of (move), produced_by, move->context->caller.staff);
  return TRUE;
}

static gboolean
apply_ship (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  hall_record_set (record, courier, move->courier);
  hall_record_set (record, tracking_number, move->tracking_number);
  move->note = g_strdup_printf ("%s %s", move->courier, move->tracking_number);
  return hall_message_tell_handler (move->context, move->order, HALL_SMS_SHIPPED, move->courier,
                                    move->tracking_number, error);
}

static gboolean
apply_return_to_sender (HallMove *move, G_GNUC_UNUSED GError **error)
{
  hall_record_set (record_of (move), courier, NULL);
  hall_record_set (record_of (move), tracking_number, NULL);
  return TRUE;
}

static gboolean
apply_refund_request (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_REFUNDING;
  record->deadline_s = 0;
  record->return_round = 0;
  return hall_outbox_drop (move->context->db, move->context->setup->vault, HALL_OUTBOX_TRANSFER,
                           record->number, error)
         && tell (move, HALL_SMS_REFUNDING, error);
}

static gboolean
apply_refund_done (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);
  HallSubstate *invoice = &record->sub[HALL_SUBSTATE_INVOICE];

  record->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_REFUNDED;
  *invoice = *invoice == HALL_INVOICE_ISSUED ? HALL_INVOICE_RED : HALL_INVOICE_NONE;
  return tell (move, HALL_SMS_REFUNDED, error);
}

static gboolean
apply_expire (HallMove *move, GError **error)
{
  HallRecord *record = record_of (move);

  if (move->to != HALL_STATE_EXPIRED)
    return apply_refund_request (move, error);
  if (!close_ways_in (move, error) || !tell (move, HALL_SMS_EXPIRED, error)
      || !forget_files (move, error))
    return FALSE;
  g_hash_table_remove_all (record->application->values);
  hall_record_set (record, alternative_note, NULL);
  return TRUE;
}

static const Effect effects[HALL_N_EVENTS] = {
  [HALL_EVENT_CONFIRM_INFO] = { hall_body_read_nothing, apply_confirm },
  [HALL_EVENT_EDIT_INFO] = { hall_body_read_nothing, close_ways_in },
  [HALL_EVENT_DOCUMENTS_COMPLETE] = { hall_body_read_nothing, NULL },
  [HALL_EVENT_AUTH_PASSED] = { hall_body_read_identity, apply_auth_passed },
  [HALL_EVENT_AUTH_FAILED] = { NULL, apply_auth_failed },
  [HALL_EVENT_PAY_NOTIFY] = { NULL, apply_paid },
  [HALL_EVENT_VOUCHER_UPLOADED] = { hall_body_read_nothing, apply_voucher },
  [HALL_EVENT_FUNDS_CONFIRMED] = { hall_body_read_funds, apply_funds_confirmed },
  [HALL_EVENT_FUNDS_REJECTED] = { hall_body_read_returns, apply_funds_rejected },
  [HALL_EVENT_REVIEW_REJECTED] = { NULL, apply_rejected },
  [HALL_EVENT_REVIEW_PASSED] = { NULL, apply_passed },
  [HALL_EVENT_RESUBMIT] = { hall_body_read_nothing, apply_resubmit },
  [HALL_EVENT_TRANSFER_OK] = { NULL, apply_transfer_ok },
  [HALL_EVENT_CODE_OK] = { hall_body_read_code, apply_transfer_ok },
  [HALL_EVENT_TRANSFER_FAILED] = { NULL, apply_transfer_failed },
  [HALL_EVENT_RESUBMIT_ACCOUNT] = { hall_body_read_account, apply_resubmit_account },
  [HALL_EVENT_START_PRODUCTION] = { hall_body_read_nothing, apply_production },
  [HALL_EVENT_SHIP] = { hall_body_read_courier, apply_ship },
  [HALL_EVENT_COMPLETE] = { hall_body_read_nothing, NULL },
  [HALL_EVENT_RETURN_TO_SENDER] = { hall_body_read_note, apply_return_to_sender },
  [HALL_EVENT_CANCEL] = { hall_body_read_nothing, close_ways_in },
  [HALL_EVENT_REQUEST_REFUND] = { hall_body_read_note, apply_refund_request },
  [HALL_EVENT_REFUND_DONE] = { hall_body_read_refund, apply_refund_done },
  [HALL_EVENT_EXPIRE] = { NULL, apply_expire },
};

gboolean
hall_effects_read (HallMove *move, GError **error)
{
  const Effect *effect = &effects[move->event];

  if (effect->read == NULL || move->body == NULL)
    return TRUE;
  return effect->read (move, error) && move->findings->len == 0;
}

gboolean
hall_effects_apply (HallMove *move, GError **error)
{
  const Effect *effect = &effects[move->event];

  return effect->apply == NULL || effect->apply (move, error);
}
