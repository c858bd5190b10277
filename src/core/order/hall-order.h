/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An order as service and client exchange it. Plain data, owned by one thread.
 * Lists of orders carry the first part only; what belongs to the detail is NULL or 0 there.
 */
#pragma once

#include "hall-action.h"
#include "hall-application.h"
#include "hall-pin.h"
#include "hall-reason.h"
#include "hall-substate.h"

/* What was seen in a file that is as it should be; what is not is a finding. */
typedef struct
{
  guint form_revision; /* that its form code names; 0: none was read */
  guint seal_mm;       /* across the best impression of a seal; 0: none was found */
  HallPlace seal_place;
} HallSight;

/* A file in a slot. */
typedef struct
{
  char *slot;
  char *file_name;
  char *media_type; /* "image/jpeg" or "application/pdf" */
  char *sha256;     /* hexadecimal, of the bytes as uploaded */
  gint64 bytes;
  guint pages;
  guint revision; /* of the data when it was uploaded */
  gint64 uploaded_s;
  gboolean current;    /* FALSE: the printed data changed, it must be replaced */
  GPtrArray *findings; /* (element-type HallFinding) */
  HallSight sight;
} HallDocument;

/* One line of the timeline. */
typedef struct
{
  gint64 at_s;
  HallEvent event;
  HallState state; /* after it */
  HallActor actor;
  char *who;  /* (nullable): the name of a member of staff, for staff only */
  char *note; /* (nullable): courier number, bank's reason */
} HallTimelineStep;

/* A payment waiting to be made. */
typedef struct
{
  char *id;
  HallPayChannel channel;
  gint64 amount_fen;
  char *qr; /* what the square code says */
  gint64 expires_s;
  gboolean sandbox;
} HallPaymentCode;

/* The link behind the handler's authentication code. */
typedef struct
{
  char *url;
  gint64 expires_s;
} HallAuthLink;

typedef struct
{
  char *number;
  char *project;
  char *catalog; /* (nullable): the version of the catalogue it was begun with: "id@2" */
  char *certificate_type;
  char *organisation; /* its name; "" while unknown */
  HallState state;
  HallSubstate sub[HALL_N_SUBSTATES];
  gint64 version; /* grows with every change: the ETag */
  guint revision; /* of the confirmed data, 0 before the first confirmation */
  gint64 amount_fen;
  int channel; /* HallPayChannel, or -1 before one is chosen */
  gint64 created_s;
  gint64 changed_s;
  gint64 submitted_s; /* 0 before payment */
  gint64 deadline_s;  /* of the review; 0 if none runs */
  gboolean practice;
  HallActions actions;

  /* of lists for staff */
  char *cursor;           /* (nullable): of this row; its neighbours are read from it */
  gboolean resubmitted;   /* handed in again after a return */
  char *wanted_by;        /* (nullable): name of who returned it */
  char *claimed_by;       /* (nullable): name of who has it on the desk */
  gint64 claim_expires_s; /* unless it is renewed */
  int workdays_left;      /* by the hall's calendar, to the deadline if one runs; < 0: since */

  /* detail */
  HallApplication *application;
  char *printed_hash;               /* (nullable): SHA-256 of what the current revision prints */
  gboolean changed_since_confirmed; /* the data differ from the confirmed revision */
  GPtrArray *findings;              /* (element-type HallFinding): about the fields */
  GPtrArray *documents;             /* (element-type HallDocument) */
  GPtrArray *returns;       /* (element-type HallReturn): of the last return, oldest first */
  GPtrArray *timeline;      /* (element-type HallTimelineStep), oldest first */
  char *letter;             /* (nullable): what the handler was told of it, while it is returned */
  HallPaymentCode *payment; /* (nullable) */
  HallAuthLink *auth;       /* (nullable) */
  guint account_tries_left;
  char *bank_reason;      /* (nullable): reason code of the last failed bank proof */
  char *courier;          /* (nullable) */
  char *tracking_number;  /* (nullable) */
  char *serial;           /* (nullable): of the certificate that was made: hexadecimal */
  char *valid_from;       /* (nullable): "2026-11-22", with @serial */
  char *valid_to;         /* (nullable) */
  const HallPinRule *pin; /* (nullable): once a payment channel is chosen */
  gint64 pin_sent_s;      /* 0 before */

  /* detail, staff only */
  char **captures;        /* (nullable): pictures of the handler's authentication */
  char *alternative_note; /* (nullable): why the handler asked for another way */
  char *reviewed_by;      /* (nullable): name of who passed the review */
  char *held_by;          /* (nullable): name of whose decision waits and can be undone */
  HallEvent held_event;   /* what was decided; HALL_N_EVENTS: nothing */
  gint64 held_until_s;    /* when it takes effect */
} HallOrder;

HallOrder *hall_order_new (const char *number);
void hall_order_free (HallOrder *self);

/* What its catalogue is fetched by: the version it was begun with, where the hall says. */
const char *hall_order_get_catalog (const HallOrder *self);

gboolean hall_order_can (const HallOrder *self, HallAction action);
const char *hall_order_get_label (const HallOrder *self, HallLang lang);

/* NULL if the slot is empty. */
const HallDocument *hall_order_find_document (const HallOrder *self, const char *slot);

/* The first return at @place; NULL if it was not returned. */
const HallReturn *hall_order_find_return (const HallOrder *self, const char *place);

/* (nullable): The box that was drawn on the document at @place when it was returned; NULL once
 * another file is there. */
const HallPlace *hall_order_find_mark (const HallOrder *self, const char *place);

/* Shown grouped for reading: 20261122 000 017; what has not 14 digits stays as it is.
 * Returns: (transfer full) */
char *hall_order_format_number (const char *number);

HallDocument *hall_document_new (const char *slot);
void hall_document_free (HallDocument *self);
HallTimelineStep *hall_timeline_step_new (void);
void hall_timeline_step_free (HallTimelineStep *self);
void hall_payment_code_free (HallPaymentCode *self);
void hall_auth_link_free (HallAuthLink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallOrder, hall_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallDocument, hall_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPaymentCode, hall_payment_code_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallAuthLink, hall_auth_link_free)
