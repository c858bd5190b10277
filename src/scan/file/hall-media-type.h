/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file is by its content, and what its name says it is.
 */
#pragma once

#include <glib.h>

typedef enum
{
  HALL_MEDIA_UNKNOWN,
  HALL_MEDIA_JPEG,
  HALL_MEDIA_PDF,
  HALL_N_MEDIA
} HallMediaType;

/* By the first bytes: FF D8 FF is a JPEG, %PDF- a PDF. */
HallMediaType hall_media_type_guess (const guint8 *data, gsize size);

/* "image/jpeg", "application/pdf"; "" for HALL_MEDIA_UNKNOWN. */
const char *hall_media_type_get_name (HallMediaType type);

/* "JPEG", "PDF"; "" for HALL_MEDIA_UNKNOWN. */
const char *hall_media_type_get_label (HallMediaType type);

/**
 * hall_media_type_fits_name:
 *
 * Whether a file of @type may be called @file_name: .jpg and .jpeg, or .pdf, in any case.
 */
gboolean hall_media_type_fits_name (HallMediaType type, const char *file_name);

/* ".png", or the whole name if it has no ending. Points into @file_name. */
const char *hall_media_type_get_ending (const char *file_name);
