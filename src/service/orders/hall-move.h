/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving an order: the event's body is read, the state machine is asked, the effects are
 * applied, and order, audit entry and outbox rows are written in one transaction.
 */
#pragma once

#include "hall-facts.h"
#include "hall-json.h"

/* One event on its way through an order. */
typedef struct
{
  HallContext *context;
  HallCase *order;
  HallEvent event;
  guint actors;          /* who sends it */
  gboolean decided;      /* it has waited as a decision */
  HallJson *body;        /* (nullable): of requests; events of providers and the clock have none */
  HallJson *own_body;    /* (nullable): the same, if it is the move's */
  JsonNode *own_root;    /* (nullable): what @own_body reads */
  guint facts;           /* grows while the body is read */
  HallState to;          /* known when the effects are applied */
  GPtrArray *findings;   /* (element-type HallFinding): what is wrong with the body or the order */
  GPtrArray *returns;    /* (nullable) (element-type HallReturn): the body's */
  char *letter;          /* (nullable): why it goes back, in the reviewer's words */
  char *note;            /* (nullable): for audit trail and timeline; nothing personal */
  char *reason;          /* (nullable): of a transfer that came back */
  char *courier;         /* (nullable) */
  char *tracking_number; /* (nullable) */
  gint64 statement_line; /* that the money was found on; 0: none was named */
} HallMove;

void hall_move_init (HallMove *self, HallContext *context, HallCase *order, HallEvent event);
void hall_move_clear (HallMove *self);

/* Has the move read @body, JSON that was kept. */
gboolean hall_move_take_body (HallMove *self, const char *body, GError **error);

/**
 * hall_move_run:
 * @error: what the state machine, the body's reading or the database says; with the fields
 *   and documents that are in the way (hall_error_get_findings())
 */
gboolean hall_move_run (HallMove *self, GError **error);

/* A change that is no move (upload, edit): audit entry, version, topics. @event: what it was. */
gboolean hall_move_touch (HallContext *context,
                          HallCase *order,
                          HallActor actor,
                          const char *event,
                          const char *note,
                          GError **error);

/* Keeps a draft: version and topics, but no audit entry for every pause in the typing. */
gboolean hall_move_save_draft (HallContext *context, HallCase *order, GError **error);

/* Writes down that somebody of the staff looked at something of an order; changes nothing else. */
gboolean hall_move_note_look (
    HallContext *context, HallCase *order, const char *event, const char *note, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HallMove, hall_move_clear)
