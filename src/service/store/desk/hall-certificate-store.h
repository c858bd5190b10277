/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The certificate that was made for an order.
 */
#pragma once

#include "hall-db.h"

typedef struct
{
  char *serial;     /* hexadecimal, capitals */
  char *valid_from; /* "2026-11-22" */
  char *valid_to;
  char *entered_by;
  gint64 entered_s;
} HallCertificate;

void hall_certificate_free (HallCertificate *self);

/* NULL without @error if there is none. */
HallCertificate *hall_certificate_get (HallDb *db, const char *order, GError **error);

/* Enters or corrects it. @error: %HALL_ERROR_CONFLICT if another order has this serial number */
gboolean hall_certificate_put (HallDb *db,
                               const char *order,
                               const HallCertificate *certificate,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCertificate, hall_certificate_free)
