/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document doctor: whatever a person has becomes a document that the hall takes.
 *
 * Files are opened by certhall-render, a process of its own under limits. Both functions block,
 * can be called from any thread and from several at once; cancelling ends them at once.
 *
 * Errors: %G_IO_ERROR_CANCELLED; %HALL_ERROR_UNAVAILABLE if the helper cannot be started;
 * %HALL_ERROR_INVALID for all that is wrong with the file or cannot be done with it: the error
 * then carries one finding that says why in both languages (hall_error_get_findings()):
 * fit-format, file-damaged, pdf-encrypted, image-too-many-pixels, fit-too-large, fit-page,
 * fit-ask (the seal sheet would have to be compressed again and nobody agreed); of the file also
 * file-empty and file-truncated.
 */
#pragma once

#include <gio/gio.h>

#include "hall-fit-document.h"
#include "hall-fit-page.h"
#include "hall-fit-wish.h"

/**
 * hall_fit_open:
 * @page: from 0
 *
 * A photograph of 12 megapixels takes about 0.2 s.
 *
 * Returns: (transfer full)
 */
HallFitPage *hall_fit_open (GBytes *bytes, guint page, GCancellable *cancellable, GError **error);

/**
 * hall_fit_make:
 * @per_cent: (nullable): set while it goes on, 0 to 100; read it with g_atomic_int_get()
 *
 * A photograph of 12 megapixels takes less than a second, a PDF of several pages longer.
 *
 * Returns: (transfer full)
 */
HallFitDocument *
hall_fit_make (const HallFitWish *wish, gint *per_cent, GCancellable *cancellable, GError **error);
