/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-apply.h"

#include <stdarg.h>
#include <stdio.h>

#include "hall-apply-private.h"
#include "hall-await.h"
#include "hall-error.h"

#define MAX_SILENCE_US (60 * G_USEC_PER_SEC)
#define MAX_PAUSE_MS   (60 * 1000)
#define RETRY_MS       250
#define MAX_CROSSED    5   /* times in a row that the hall was a step ahead of us */
#define MAX_TURNS      200 /* an order has some twenty */

/* What an order has behind it, in its order. */
enum
{
  CONFIRMED,
  DOCUMENTS,
  VERIFIED,
  PAID,
  SUBMITTED,
  N_MILESTONES
};

/* How many milestones an order in a state has behind it; 0 for states not named. */
static const guint reached[HALL_N_STATES] = {
  [HALL_STATE_AWAITING_DOCUMENTS] = DOCUMENTS,   [HALL_STATE_AWAITING_HANDLER_AUTH] = VERIFIED,
  [HALL_STATE_AWAITING_PAYMENT] = PAID,          [HALL_STATE_REJECTED] = SUBMITTED,
  [HALL_STATE_PAYMENT_VERIFYING] = N_MILESTONES, [HALL_STATE_UNDER_REVIEW] = N_MILESTONES,
  [HALL_STATE_FIN_AUTH_PENDING] = N_MILESTONES,  [HALL_STATE_FIN_AUTH_FAILED] = N_MILESTONES,
  [HALL_STATE_ACCEPTED] = N_MILESTONES,          [HALL_STATE_IN_PRODUCTION] = N_MILESTONES,
  [HALL_STATE_SHIPPED] = N_MILESTONES,
};

void
hall_apply_say (HallApply *self, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  hall_cli_say (line);
  fflush (stdout);
}

void
hall_apply_remark (HallApply *self, HallCliText text, const char *arg1, const char *arg2)
{
  g_autofree char *line = hall_cli_format (self->cli, text, arg1, arg2);

  hall_cli_remark (line);
}

void
hall_apply_remark_finding (HallApply *self, const HallFinding *finding)
{
  g_autofree char *detail = hall_issue_format (&finding->issue, self->cli->lang);
  g_autofree char *line = g_strdup_printf ("%s: %s: %s", finding->where,
                                           hall_issue_code_get_name (finding->issue.code), detail);

  hall_cli_remark (line);
}

const HallOrder *
hall_apply_get_order (HallApply *self)
{
  return hall_order_watch_get_order (self->watch);
}

gboolean
hall_apply_is_practice (HallApply *self)
{
  const HallInfo *info = hall_session_get_info (self->session);

  return info != NULL && info->practice;
}

const HallCertificateType *
hall_apply_get_type (HallApply *self)
{
  return hall_catalog_find_type (self->catalog, self->application->certificate_type);
}

static guint
count_documents (HallApply *self)
{
  guint n = 0;

  for (guint i = 0; i < self->catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (self->catalog->requirements, i);

      n += !requirement->at_payment
           && hall_requirement_is_in_type (requirement, hall_apply_get_type (self));
    }
  return n;
}

static void
say_milestone (HallApply *self, guint milestone)
{
  const HallOrder *order = hall_apply_get_order (self);
  guint n = count_documents (self);

  if (milestone == CONFIRMED)
    hall_apply_say (self, "confirmed %u", order->revision);
  else if (milestone == DOCUMENTS)
    hall_apply_say (self, "documents %u/%u", n, n);
  else if (milestone == VERIFIED)
    hall_apply_say (self, "verified");
  else if (milestone == PAID)
    hall_apply_say (self, order->channel == HALL_PAY_TRANSFER ? "voucher" : "paid");
  else
    hall_apply_say (self, "submitted");
}

/* Says what the order has behind it, as the hall has just answered. */
static void
say_progress (HallApply *self)
{
  guint now = reached[hall_apply_get_order (self)->state];

  self->said = MIN (self->said, now);
  while (self->said < now)
    say_milestone (self, self->said++);
}

static HallApplyTurn
load_order (HallApply *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hall_order_watch_load_async (self->watch, NULL, hall_await_cb, &result);
  if (!hall_order_watch_load_finish (self->watch, hall_await (&result), error))
    return HALL_APPLY_FAILED;
  self->outdated = FALSE;
  return HALL_APPLY_ON;
}

static HallApplyTurn
finish (HallApply *self, G_GNUC_UNUSED GError **error)
{
  const HallOrder *order = hall_apply_get_order (self);

  hall_apply_say (self, "%s %s", order->number, hall_state_get_name (order->state));
  return HALL_APPLY_DONE;
}

static HallApplyTurn
fill_and_confirm (HallApply *self, GError **error)
{
  if (!self->sent && hall_apply_differs (self))
    return hall_apply_fill (self, error);
  return hall_apply_send (self, HALL_EVENT_CONFIRM_INFO, error);
}

/* Before payment the fields can be opened again. */
static HallApplyTurn
open_fields (HallApply *self, GError **error)
{
  return hall_apply_send (self, HALL_EVENT_EDIT_INFO, error);
}

static HallApplyTurn
hand_in_documents (HallApply *self, GError **error)
{
  gboolean complete;
  HallApplyTurn turn = hall_apply_put_document (self, FALSE, &complete, error);

  return complete ? hall_apply_send (self, HALL_EVENT_DOCUMENTS_COMPLETE, error) : turn;
}

/* Says what was returned, once. */
static void
remark_returns (HallApply *self)
{
  const HallOrder *order = hall_apply_get_order (self);

  for (guint i = 0; i < order->returns->len; i++)
    {
      const HallReturn *back = g_ptr_array_index (order->returns, i);
      g_autofree char *line =
          g_strdup_printf ("%s: %s: %s%s%s", back->place, hall_reason_get_code (back->reason),
                           hall_reason_get_label (back->reason, self->cli->lang),
                           back->text != NULL ? ": " : "", back->text != NULL ? back->text : "");

      hall_cli_remark (line);
    }
}

/* After a return: what was corrected, then handed in again. */
static HallApplyTurn
correct (HallApply *self, GError **error)
{
  const HallOrder *order = hall_apply_get_order (self);
  gboolean complete;
  HallApplyTurn turn;

  if (!self->sent && hall_apply_differs (self))
    return hall_apply_fill (self, error);
  if (order->changed_since_confirmed)
    return hall_apply_send (self, HALL_EVENT_CONFIRM_INFO, error);
  turn = hall_apply_put_document (self, FALSE, &complete, error);
  if (complete && order->channel == HALL_PAY_TRANSFER)
    turn = hall_apply_put_document (self, TRUE, &complete, error);
  if (!complete)
    return turn;
  if (hall_order_can (order, HALL_ACTION_AUTHENTICATE))
    return hall_apply_verify (self, error);
  turn = hall_apply_send (self, HALL_EVENT_RESUBMIT, error);
  if (turn == HALL_APPLY_FAILED && !g_error_matches (*error, HALL_ERROR, HALL_ERROR_UNAVAILABLE))
    remark_returns (self);
  return turn;
}

/* What is to be done with an order; the states not named are no longer the handler's. */
static HallApplyTurn (*const steps[HALL_N_STATES]) (HallApply *self, GError **error) = {
  [HALL_STATE_DRAFT] = fill_and_confirm,
  [HALL_STATE_AWAITING_DOCUMENTS] = hand_in_documents,
  [HALL_STATE_AWAITING_HANDLER_AUTH] = hall_apply_verify,
  [HALL_STATE_AWAITING_PAYMENT] = hall_apply_pay,
  [HALL_STATE_REJECTED] = correct,
};

static gboolean
is_to_be_opened (HallApply *self)
{
  HallState state = hall_apply_get_order (self)->state;

  return (state == HALL_STATE_AWAITING_DOCUMENTS || state == HALL_STATE_AWAITING_HANDLER_AUTH
          || state == HALL_STATE_AWAITING_PAYMENT)
         && !self->sent && hall_apply_differs (self);
}

static HallApplyTurn
take_turn (HallApply *self, GError **error)
{
  HallApplyTurn (*step) (HallApply *, GError **) = NULL;

  if (hall_session_get_info (self->session) == NULL)
    return hall_apply_connect (self, error);
  if (hall_session_get_identity (self->session) == NULL)
    return hall_apply_sign_in (self, error);
  if (self->watch == NULL)
    return hall_apply_find_order (self, error);
  if (self->outdated)
    return load_order (self, error);
  say_progress (self);
  step = steps[hall_apply_get_order (self)->state];
  if (is_to_be_opened (self))
    step = open_fields;
  return step != NULL ? step (self, error) : finish (self, error);
}

/* How things went lately. */
typedef struct
{
  gint64 silent_us; /* since when nothing is heard; 0: something is */
  guint crossed;
} Luck;

/* Whether a failure passes by itself, and after which pause. FALSE: it is to be told. */
static gboolean
may_try_again (HallApply *self, Luck *luck, const GError *error, guint *pause_ms)
{
  gint64 now_us = g_get_monotonic_time ();

  *pause_ms = RETRY_MS;
  self->outdated = TRUE;
  if (g_error_matches (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE))
    {
      if (luck->silent_us == 0)
        luck->silent_us = now_us;
      if (!self->warned)
        hall_apply_remark (self, HALL_CLI_TEXT_HALL_SILENT, error->message, NULL);
      self->warned = TRUE;
      return now_us - luck->silent_us < MAX_SILENCE_US;
    }
  if (g_error_matches (error, HALL_ERROR, HALL_ERROR_TOO_MANY))
    *pause_ms = MAX (1, hall_error_get_retry_after (error)) * 1000;
  else if (!g_error_matches (error, HALL_ERROR, HALL_ERROR_STALE)
           && !g_error_matches (error, HALL_ERROR, HALL_ERROR_CONFLICT)
           && !g_error_matches (error, HALL_ERROR, HALL_ERROR_SIGNED_OUT))
    return FALSE;
  return *pause_ms <= MAX_PAUSE_MS && ++luck->crossed < MAX_CROSSED;
}

/* One reason per line: the findings, or the sentence where there are none. */
static HallExit
complain (HallApply *self, const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);

  if (findings == NULL || findings->len == 0)
    return hall_cli_complain_plain (self->cli, HALL_EXIT_WRONG, error->message);
  for (guint i = 0; i < findings->len; i++)
    hall_apply_remark_finding (self, g_ptr_array_index (findings, i));
  return HALL_EXIT_WRONG;
}

/* One turn that changed nothing at the hall is no progress. */
static HallExit
run (HallApply *self)
{
  Luck luck = { 0, 0 };
  guint turns = 0;

  while (turns < MAX_TURNS)
    {
      gboolean loading = self->watch != NULL && self->outdated;
      g_autoptr (GError) error = NULL;
      HallApplyTurn turn = take_turn (self, &error);
      guint pause_ms;

      if (turn == HALL_APPLY_DONE)
        return HALL_EXIT_GOOD;
      if (turn == HALL_APPLY_STOPPED)
        return HALL_EXIT_WRONG;
      if (turn == HALL_APPLY_ON)
        {
          turns++;
          if (!loading)
            luck = (Luck){ 0, 0 };
          continue;
        }
      if (!may_try_again (self, &luck, error, &pause_ms))
        return complain (self, error);
      hall_await_ms (pause_ms);
    }
  return hall_cli_complain (self->cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_NO_PROGRESS, NULL, NULL);
}

static void
clear (HallApply *self)
{
  g_clear_pointer (&self->handed_in, g_hash_table_unref);
  g_clear_object (&self->uploads);
  g_clear_object (&self->watch);
  g_clear_object (&self->phone);
  g_clear_object (&self->session);
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  g_clear_pointer (&self->application, hall_application_free);
}

HallExit
hall_apply_run (const HallCli *cli, const HallApplyOptions *options, HallApplication *application)
{
  HallApply self = { cli, options, application };
  g_autoptr (HallSecrets) secrets = hall_secrets_new_in_memory ();
  HallExit code;

  self.handed_in = g_hash_table_new (g_str_hash, g_str_equal);
  self.session = hall_session_new (HALL_PART_HANDLER, cli->lang);
  hall_session_set_secrets (self.session, secrets);
  code = run (&self);
  clear (&self);
  return code;
}
