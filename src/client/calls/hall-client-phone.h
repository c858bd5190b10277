/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the page on the handler's phone calls. The one-time link is the only key: no token of a
 * session is sent. What these calls have in common with the others is in hall-client.h.
 */
#pragma once

#include "hall-client.h"
#include "hall-phone-visit.h"

/**
 * hall_client_phone_find_link:
 * @url: HallAuthLink.url
 *
 * Returns: (transfer full) (nullable): the link's own part of it, which the calls below want
 */
char *hall_client_phone_find_link (const char *url);

/* %HALL_ERROR_NOT_FOUND: the link is void or too old. */
void hall_client_open_visit_async (HallClient *self,
                                   const char *link,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
HallPhoneVisit *
hall_client_open_visit_finish (HallClient *self, GAsyncResult *result, GError **error);

/* The handler's own consent to face data, for the text that @visit showed. */
void hall_client_give_face_consent_async (HallClient *self,
                                          const char *link,
                                          const HallPhoneVisit *visit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
hall_client_give_face_consent_finish (HallClient *self, GAsyncResult *result, GError **error);

/* @picture: HallPhonePicture.id. Another one in its place replaces it. */
void hall_client_put_picture_async (HallClient *self,
                                    const char *link,
                                    const char *picture,
                                    GBytes *jpeg,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean hall_client_put_picture_finish (HallClient *self, GAsyncResult *result, GError **error);

/* All pictures are there. Again does no harm. */
void hall_client_finish_visit_async (HallClient *self,
                                     const char *link,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean hall_client_finish_visit_finish (HallClient *self, GAsyncResult *result, GError **error);
