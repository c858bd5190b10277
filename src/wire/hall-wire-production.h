/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a producer works with: the orders to make, made and sent. No PIN stands in it, only how and
 * when it went out.
 */
#pragma once

#include "hall-json.h"
#include "hall-pin.h"
#include "hall-state.h"

typedef struct
{
  char *order;
  gint64 version;
  HallState state;
  char *project;
  char *certificate_type; /* its id */
  char *type_label;       /* in the caller's language */
  char *organisation;
  char *organisation_code;
  char *subject;    /* (nullable): of a person's certificate */
  char *subject_id; /* (nullable) */
  char *recipient;
  char *phone;
  char *address;
  char *postcode;    /* (nullable) */
  int pin_recipient; /* HallPinRecipient; -1: not known yet */
  gboolean pin_by_sms;
  gint64 pin_sent_s;
  char *serial;             /* (nullable) */
  char *valid_from;         /* (nullable) */
  char *valid_to;           /* (nullable) */
  char *courier;            /* (nullable) */
  char *tracking_number;    /* (nullable) */
  gboolean needs_colleague; /* the caller reviewed it */
} HallBatchItem;

typedef struct
{
  GPtrArray *items; /* (element-type HallBatchItem) */
  char *next;       /* (nullable): cursor */
} HallBatchPage;

HallBatchItem *hall_batch_item_new (const char *order);
void hall_batch_item_free (HallBatchItem *self);
HallBatchPage *hall_batch_page_new (void);
void hall_batch_page_free (HallBatchPage *self);

void hall_wire_add_batch_page (JsonBuilder *builder, const HallBatchPage *page);
HallBatchPage *hall_wire_read_batch_page (HallJson *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallBatchItem, hall_batch_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallBatchPage, hall_batch_page_free)
