/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds form codes in pictures of pages. A reader belongs to one thread and collects
 * what it sees on all the pages of one file.
 */
#pragma once

#include <gio/gio.h>

#include "hall-form-code.h"
#include "hall-grey.h"
#include "hall-sheet-lay.h"

typedef enum
{
  HALL_READ_QUICK,   /* one look */
  HALL_READ_THOROUGH /* also without red, sharpened, enlarged and turned; some 6 times */
} HallReadEffort;

typedef struct _HallCodeReader HallCodeReader;

HallCodeReader *hall_code_reader_new (void);
void hall_code_reader_free (HallCodeReader *self);

/**
 * hall_code_reader_look:
 * @found: (out): whether there is a form code in this picture
 * @error: %G_IO_ERROR_CANCELLED only
 *
 * Returns: FALSE if cancelled
 */
gboolean hall_code_reader_look (HallCodeReader *self,
                                const HallPixels *pixels,
                                HallReadEffort effort,
                                gboolean *found,
                                GCancellable *cancellable,
                                GError **error);

/* (element-type HallFormCode): each different code once, in the order they were seen */
GPtrArray *hall_code_reader_get_codes (const HallCodeReader *self);

/* Where the picture looked at last has a form code. FALSE if it has none. */
gboolean hall_code_reader_get_spot (const HallCodeReader *self, HallCodeSpot *spot);

/* How many looks saw QR codes that are no form codes. */
guint hall_code_reader_get_strangers (const HallCodeReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallCodeReader, hall_code_reader_free)
