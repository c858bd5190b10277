/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A practice hall without its threads: one database, one order, and a clock that the test turns.
 */
#pragma once

#include "hall-error.h"
#include "hall-facts.h"
#include "hall-pin.h"
#include "hall-store-fixture.h"

#define HALL_TEST_NUMBER "20261122000001"
#define HALL_TEST_MOBILE "13800138000" /* of the handler, in the account and in the order */
#define HALL_TEST_PERSON "13700137000" /* of the subject person */
#define HALL_TEST_USCC   "91999999MA0000023Y"

typedef struct
{
  HallStoreFixture store;
  HallSetup *setup;
  HallCatalog *catalog; /* the setup's; a test may change it */
  HallDb *sandbox;
  char *account;
  gint64 now_s;
  guint files; /* put so far: each is another */
} HallOrderFixture;

/* For g_test_add(). @data: (nullable): the certificate type; "organisation" without it */
void hall_order_fixture_set_up (HallOrderFixture *self, gconstpointer data);
void hall_order_fixture_tear_down (HallOrderFixture *self, gconstpointer data);

/**
 * hall_order_fixture_send:
 * @who: "handler", "provider", "timer", or the name of a practice member of staff
 * @body: (nullable): JSON, as of a request
 * @facts: bits that belong to this event, as a provider's route gives them
 *
 * Sends an event to the order in a transaction of its own, as a second later. Decisions of staff
 * that wait are judged, held, and in effect ten seconds later.
 * Returns: whether it moved; if not, nothing has changed
 */
gboolean hall_order_fixture_send (HallOrderFixture *self,
                                  const char *who,
                                  HallEvent event,
                                  const char *body,
                                  guint facts,
                                  GError **error);

/* The same; it must be allowed, and lead to @to. */
void hall_order_fixture_move (
    HallOrderFixture *self, const char *who, HallEvent event, const char *body, HallState to);

/* The same; it must be refused with @code, and nothing may have changed. */
void hall_order_fixture_refuse (
    HallOrderFixture *self, const char *who, HallEvent event, const char *body, HallError code);

/* Changes a field as the application's route does; @confirmed ticks its warning. */
void hall_order_fixture_edit (HallOrderFixture *self,
                              const char *field,
                              const char *value,
                              gboolean confirmed);

/* Puts another file into the slot. */
void hall_order_fixture_upload (HallOrderFixture *self, const char *slot);
void hall_order_fixture_upload_all (HallOrderFixture *self);

/* What asking for a payment code leaves behind, before the provider reports. */
void hall_order_fixture_choose_channel (HallOrderFixture *self, HallPayChannel channel);

/* What anybody may look at. */
HallRecord *hall_order_fixture_load (HallOrderFixture *self);
HallCase *hall_order_fixture_open (HallOrderFixture *self, HallContext *context);
void
hall_order_fixture_init_context (HallOrderFixture *self, HallContext *context, const char *who);
HallState hall_order_fixture_get_state (HallOrderFixture *self);

/* What waits in the outbox, oldest first: "sms 13800138000 text", "transfer 1 account remark".
 * It is taken out. Returns: (transfer full), one line each */
char *hall_order_fixture_take_outbox (HallOrderFixture *self);

void hall_order_fixture_advance (HallOrderFixture *self, gint64 seconds);

/* The events of the trail, oldest first, with blanks between; the chain must hold. */
char *hall_order_fixture_list_trail (HallOrderFixture *self);
