/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scanner that is open, and its settings: each is looked for among those the device has, and
 * set as near to what is wanted as the device allows. In the scanners' thread only.
 */
#pragma once

#include <sane/sane.h>

#include "hall-scanner.h"

typedef struct _HallSaneDevice HallSaneDevice;

/* @error: of %HALL_ERROR, in words for the person */
HallSaneDevice *hall_sane_device_open (const char *id, GError **error);
void hall_sane_device_close (HallSaneDevice *self);
SANE_Handle hall_sane_device_get_handle (HallSaneDevice *self);

void hall_sane_device_get_abilities (HallSaneDevice *self, HallScannerAbilities *abilities);

/* FALSE with @error if it has no such source. */
gboolean
hall_sane_device_set_source (HallSaneDevice *self, HallScannerSource source, GError **error);

/* Colour, 8 bits, A4. Returns: the dpi it has now */
guint hall_sane_device_set_page (HallSaneDevice *self, guint dpi);

/* What @status means and what to do about it. */
void hall_sane_fail (SANE_Status status, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallSaneDevice, hall_sane_device_close)
