/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the file of a business licence or an identity card in a thread of its own: a scan as it is,
 * any other picture and a photo at a slant made a page first.
 */
#pragma once

#include "hall-licence.h"

/**
 * hall_licence_reader_read_async:
 * @kind: of the document that the file shows
 *
 * Takes one to four seconds; cancelling ends it at once.
 */
void hall_licence_reader_read_async (GFile *file,
                                     HallDocumentKind kind,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* Returns: (transfer full): maybe empty
 * Errors: those of reading a file, of hall_licence_read() and of hall-fit.h */
HallLicence *hall_licence_reader_read_finish (GAsyncResult *result, GError **error);
