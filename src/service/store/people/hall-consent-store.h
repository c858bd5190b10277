/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who accepted which text, when: document, version, hash, time, address, client build.
 */
#pragma once

#include "hall-catalog.h"
#include "hall-db.h"

typedef struct
{
  const char *account; /* (nullable): unknown on the phone */
  const char *order;
  const char *address;
  const char *agent;
  gint64 now_s;
} HallConsentGiver;

gboolean hall_consent_store_add (HallDb *db,
                                 const HallConsent *consent,
                                 const HallConsentGiver *giver,
                                 GError **error);

/* Whether the order's handler accepted exactly this text. @given: (out) */
gboolean hall_consent_store_has (
    HallDb *db, const HallConsent *consent, const char *order, gboolean *given, GError **error);
