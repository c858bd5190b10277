/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outside parties as interfaces. Each call may take as long as a network takes: it is
 * made on a worker or on the outbox thread, never on the writer's. Every sending call
 * carries a key by which the other side knows a repetition.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hall-db.h"
#include "hall-payment-store.h"
#include "hall-setup.h"

/* What a provider reported of a payment, after its signature was found good. */
typedef struct
{
  char *payment;     /* our number */
  char *transaction; /* theirs */
  gint64 amount_fen;
} HallPaymentNotice;

/* Gives every outside party its sandbox. */
void hall_providers_use_sandbox (HallSetup *setup);

void hall_payment_notice_clear (HallPaymentNotice *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HallPaymentNotice, hall_payment_notice_clear)

struct _HallPaymentProvider
{
  const char *name;
  gboolean sandbox;

  /* Asks for a payment. Returns: (transfer full): what the square code says */
  char *(*create) (const HallSetup *setup, const HallBill *bill, GError **error);

  /* Checks and reads a notification. @error: HALL_ERROR_SIGNED_OUT if the signature is wrong */
  gboolean (*read_notice) (const HallSetup *setup,
                           JsonNode *body,
                           HallPaymentNotice *notice,
                           GError **error);
};

struct _HallSmsProvider
{
  const char *name;
  gboolean sandbox;
  gboolean (*send) (const HallSetup *setup,
                    HallDb *sandbox,
                    const char *key,
                    const char *mobile,
                    const char *text,
                    const char *order,
                    GError **error);
};

/* A transfer of 0.01 yuan and what stands in its remark. */
typedef struct
{
  const char *account_name;
  const char *bank;
  const char *branch;
  const char *account;
  const char *cnaps;
  gint64 amount_fen;
  const char *remark;
  const char *order;
} HallTransfer;

typedef enum
{
  HALL_TRANSFER_PENDING,
  HALL_TRANSFER_ARRIVED,
  HALL_TRANSFER_RETURNED
} HallTransferResult;

struct _HallBankProvider
{
  const char *name;
  gboolean sandbox;

  /* Hands a transfer in. TRUE says that the bank has it, not that it arrived. */
  gboolean (*send) (const HallSetup *setup,
                    HallDb *sandbox,
                    const char *key,
                    const HallTransfer *transfer,
                    GError **error);

  /* @reason: (out) (transfer full) (nullable): a reason code B01-B04 if it came back */
  gboolean (*query) (const HallSetup *setup,
                     HallDb *sandbox,
                     const char *key,
                     HallTransferResult *result,
                     char **reason,
                     GError **error);
};

struct _HallIdentityProvider
{
  const char *name;
  gboolean sandbox;

  /* Whether one picture can serve at all. @issue: (out caller-allocates) */
  HallVerdict (*check_picture) (GBytes *jpeg, HallIssue *issue);
};

/* The sandbox world: real code, and it says on screen that it is one. */
extern const HallPaymentProvider hall_sandbox_payment;
extern const HallSmsProvider hall_sandbox_sms;
extern const HallBankProvider hall_sandbox_bank;

/* Pictures as evidence; a reviewer decides. Not a sandbox. */
extern const HallIdentityProvider hall_evidence_identity;

/**
 * hall_sandbox_sign_notice:
 *
 * Returns: (transfer full): the signature the sandbox cashier puts under a notification
 */
char *hall_sandbox_sign_notice (const HallSetup *setup,
                                const char *payment,
                                const char *transaction,
                                gint64 amount_fen);
