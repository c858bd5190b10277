/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the program was built without a reader.
 */
#include "hall-error.h"
#include "hall-ocr.h"

gboolean
hall_ocr_is_available (void)
{
  return FALSE;
}

HallOcr *
hall_ocr_open (GError **error)
{
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE,
                       "this program was built without a reader");
  return NULL;
}

void
hall_ocr_free (HallOcr *self)
{
  (void) self;
}

GArray *
hall_ocr_read (HallOcr *self, HallOcrMode mode, const HallGrey *grey, const HallOcrBox *box)
{
  (void) self;
  (void) mode;
  (void) grey;
  (void) box;
  return g_array_new (FALSE, FALSE, sizeof (HallOcrGlyph));
}
