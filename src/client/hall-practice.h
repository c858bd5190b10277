/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only a practice hall has: the messages its sandbox carriers and banks were given, the
 * staff accounts made for practice.
 */
#pragma once

#include "hall-json.h"
#include "hall-lang.h"

typedef enum
{
  HALL_MESSAGE_SMS,
  HALL_MESSAGE_BANK_REMARK,
  HALL_N_MESSAGE_KINDS
} HallMessageKind;

typedef struct
{
  gint64 id;
  HallMessageKind kind;
  char *to;
  char *text;
  gint64 amount_fen; /* of a transfer */
  char *order;       /* (nullable) */
  gint64 at_s;
} HallMessage;

typedef struct
{
  GPtrArray *messages; /* (element-type HallMessage), newest first */
  char *etag;          /* (nullable) */
} HallMessages;

typedef struct
{
  char *name;
  char *password;
  guint actors; /* HALL_ACTOR_BIT of each role */
} HallPracticeStaff;

typedef struct
{
  gboolean two_person_rule;
  GPtrArray *staff; /* (element-type HallPracticeStaff) */
} HallPracticeSettings;

/* What the sandbox cashier shows: a bill that a person pays by pressing a button. */
typedef struct
{
  char *state; /* "issued", "paid", "closed" or "expired" */
  char *order;
  gint64 amount_fen;
  gint64 expires_s;
} HallCashierBill;

HallMessages *hall_messages_read (HallJson *json);
void hall_messages_free (HallMessages *self);
HallMessage *hall_message_copy (const HallMessage *self);
void hall_message_free (HallMessage *self);

HallPracticeSettings *hall_practice_settings_read (HallJson *json);
void hall_practice_settings_free (HallPracticeSettings *self);

HallCashierBill *hall_cashier_bill_read (HallJson *json);
void hall_cashier_bill_free (HallCashierBill *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallMessages, hall_messages_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallMessage, hall_message_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPracticeSettings, hall_practice_settings_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCashierBill, hall_cashier_bill_free)
