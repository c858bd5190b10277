/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of an application being filed, for the files that are its body. Each turn brings the
 * order one step further.
 */
#pragma once

#include "hall-apply.h"
#include "hall-order-watch.h"
#include "hall-practice-phone.h"
#include "hall-uploads.h"

typedef enum
{
  HALL_APPLY_FAILED,  /* with an error: perhaps again */
  HALL_APPLY_ON,      /* one step further */
  HALL_APPLY_STOPPED, /* a person is needed; it has been said for what */
  HALL_APPLY_DONE
} HallApplyTurn;

typedef struct
{
  const HallCli *cli;
  const HallApplyOptions *options;
  HallApplication *application;
  HallSession *session;
  HallPracticePhone *phone; /* (nullable): of a practice hall */
  HallCatalog *catalog;     /* (nullable) */
  HallOrderWatch *watch;    /* (nullable): before there is an order */
  HallUploads *uploads;     /* (nullable) */
  GHashTable *handed_in;    /* set of the slots filled in this run */
  gboolean outdated;        /* the order has to be loaded again */
  gboolean sent;            /* the application has reached the hall in this run */
  gboolean warned;          /* that the hall does not answer */
  guint said;               /* milestones that have been said */
} HallApply;

/* Coming in: finding the hall, signing in. */
HallApplyTurn hall_apply_connect (HallApply *self, GError **error);
HallApplyTurn hall_apply_sign_in (HallApply *self, GError **error);

/* The order: found or begun; its fields. */
HallApplyTurn hall_apply_find_order (HallApply *self, GError **error);
HallApplyTurn hall_apply_fill (HallApply *self, GError **error);

/* Whether the hall has other fields than the file. */
gboolean hall_apply_differs (HallApply *self);
HallApplyTurn hall_apply_send (HallApply *self, HallEvent event, GError **error);

/* The next document that is wanted. @complete: (out): there is none; then nothing was done */
HallApplyTurn
hall_apply_put_document (HallApply *self, gboolean at_payment, gboolean *complete, GError **error);

HallApplyTurn hall_apply_verify (HallApply *self, GError **error);
HallApplyTurn hall_apply_pay (HallApply *self, GError **error);

const HallOrder *hall_apply_get_order (HallApply *self);
gboolean hall_apply_is_practice (HallApply *self);
const HallCertificateType *hall_apply_get_type (HallApply *self);

/* A line on standard output, at once; a remark on standard error. */
void hall_apply_say (HallApply *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void hall_apply_remark (HallApply *self, HallCliText text, const char *arg1, const char *arg2);

/* "field: code: message" on standard error. */
void hall_apply_remark_finding (HallApply *self, const HallFinding *finding);
