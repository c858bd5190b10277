/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the page on the handler's phone has done so far, seen from the desktop that shows its
 * link. What calls have in common is in hall-client.h.
 */
#pragma once

#include "hall-client.h"

/* One picture that the phone is to take. */
typedef struct
{
  char *id;    /* "id-portrait" */
  char *label; /* in the client's language */
  gboolean done;
} HallPhoneStep;

typedef struct
{
  char *state;         /* "waiting", "consented" or "done" */
  char *consent_label; /* the separate consent for face data */
  GPtrArray *steps;    /* (element-type HallPhoneStep), in their order */
} HallPhoneVisit;

/**
 * hall_client_get_phone_async:
 * @url: HallAuthLink.url
 *
 * Fails with %HALL_ERROR_NOT_FOUND when the link can no longer be used.
 */
void hall_client_get_phone_async (HallClient *self,
                                  const char *url,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
HallPhoneVisit *
hall_client_get_phone_finish (HallClient *self, GAsyncResult *result, GError **error);

void hall_phone_visit_free (HallPhoneVisit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallPhoneVisit, hall_phone_visit_free)
