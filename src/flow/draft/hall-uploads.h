/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The documents of an order: a GListModel of HallUpload, one for each that the certificate type
 * asks for, in the catalogue's order; the payment voucher among them (HallRequirement.at_payment).
 */
#pragma once

#include "hall-upload.h"

#define HALL_TYPE_UPLOADS (hall_uploads_get_type ())
G_DECLARE_FINAL_TYPE (HallUploads, hall_uploads, HALL, UPLOADS, GObject)

/* Follows @watch, which must have its order. */
HallUploads *hall_uploads_new (HallOrderWatch *watch, HallCatalog *catalog);

/**
 * hall_uploads_set_inspect:
 * @inspect: (nullable): looks at files before they are sent
 * @free_data: (nullable): can be called in a worker thread, after the last file
 */
void hall_uploads_set_inspect (HallUploads *self,
                               HallInspectFunc inspect,
                               gpointer data,
                               GDestroyNotify free_data);

/* (transfer none) (nullable) */
HallUpload *hall_uploads_find (HallUploads *self, const char *slot);
HallUpload *hall_uploads_find_kind (HallUploads *self, HallDocumentKind kind);

/* Whether any that is due before payment, or at it, is still wanted. */
gboolean hall_uploads_want_files (HallUploads *self, gboolean at_payment);
