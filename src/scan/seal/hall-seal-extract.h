/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The best impression of a scanned seal sheet as an image for the electronic seal, taken by
 * another process, the helper certhall-render.
 */
#pragma once

#include <gio/gio.h>

#include "hall-media-type.h"
#include "hall-printed-sheet.h"
#include "hall-seal-image.h"

/**
 * hall_seal_extract:
 * @bytes: the scan: JPEG or PDF
 * @sheet: (nullable): the seal sheet as it was printed; NULL: the seal seen best is taken,
 *   wherever it stands
 * @error: %HALL_ERROR_NOT_FOUND if there is no impression, %HALL_ERROR_INVALID if the file cannot
 *   be opened, %HALL_ERROR_UNAVAILABLE without the helper, %G_IO_ERROR_CANCELLED
 *
 * Blocks, for a second or two; safe from every thread.
 */
HallSealImage *hall_seal_extract (GBytes *bytes,
                                  HallMediaType media_type,
                                  const HallPrintedSheet *sheet,
                                  GCancellable *cancellable,
                                  GError **error);
