/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The coded reasons for which a reviewer or cashier returns an order, each tied to
 * the field, the document slot or the part of the order it is about.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-place.h"
#include "hall-state.h"

#define REASON(code, ...) HALL_REASON_##code,
typedef enum
{
#include "hall-reason-list.h"
  HALL_N_REASONS
} HallReason;
#undef REASON

/* What a reason can point at besides field ids and slots. */
#define HALL_PLACE_HANDLER_AUTH "handler_auth"
#define HALL_PLACE_ORDER        "order"

/* One reason of one return. */
typedef struct
{
  HallReason reason;
  char *place;    /* field id, slot, or one of the two above */
  char *text;     /* (nullable): what the reviewer adds; some reasons need it */
  HallPlace mark; /* drawn on the document; page 0: none */
} HallReturn;

/* "F01" */
const char *hall_reason_get_code (HallReason reason);
/* HALL_N_REASONS if there is no such code. */
HallReason hall_reason_from_code (const char *code);
const char *hall_reason_get_label (HallReason reason, HallLang lang);

/* Whether @reason can be given for @place, in an order of certificate type @type. */
gboolean hall_reason_fits (HallReason reason,
                           const HallCatalog *catalog,
                           const HallCertificateType *type,
                           const char *place);

/* Whether the reason says nothing by itself. */
gboolean hall_reason_needs_text (HallReason reason);

/* Whether a return that comes with @event can name @place: reviewers judge everything, the
 * cashier the money: the voucher, or the order as a whole. */
gboolean hall_event_can_return (HallEvent event, const HallCatalog *catalog, const char *place);

/**
 * hall_reason_get_next_step:
 *
 * What the handler does about a return at @place: a sentence of its own, never part of the reason.
 */
const char *
hall_reason_get_next_step (const HallCatalog *catalog, const char *place, HallLang lang);

/* Returns: (transfer full): the reason with what the reviewer added */
char *hall_return_format (const HallReturn *self, HallLang lang);

/* The label of a place: of the field, of the slot, or of the part. Never NULL. */
const char *hall_place_get_label (const HallCatalog *catalog, const char *place, HallLang lang);

HallReturn *hall_return_new (HallReason reason, const char *place, const char *text);
HallReturn *hall_return_copy (const HallReturn *self);
void hall_return_free (HallReturn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallReturn, hall_return_free)
