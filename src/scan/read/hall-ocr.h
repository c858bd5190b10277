/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Print in a picture made to characters, by tesseract, which is looked for when it is needed:
 * linking it would make every start of the helper ten times as long. Inside certhall-render
 * only, but for hall_ocr_is_available().
 */
#pragma once

#include "hall-grey.h"

typedef enum
{
  HALL_OCR_PAGE,   /* Chinese, laid out as a page */
  HALL_OCR_BLOCK,  /* Chinese, a few lines and nothing beside them */
  HALL_OCR_CODE,   /* one line of the characters that codes of organisations have */
  HALL_OCR_NUMBER, /* one line of those that identity numbers have */
  HALL_N_OCR_MODES
} HallOcrMode;

/* In pixels, from the upper left corner. */
typedef struct
{
  double x, y, width, height;
} HallOcrBox;

typedef struct
{
  gunichar character;
  double confidence; /* 0.0 to 1.0 */
  HallOcrBox box;    /* often reaches into its neighbours */
  HallOcrBox word;   /* of what it was read together with */
  guint index;       /* in the order of reading */
} HallOcrGlyph;

typedef struct _HallOcr HallOcr;

/* Whether this program was built for it and the data of both languages are there. */
gboolean hall_ocr_is_available (void);

/* @error: %HALL_ERROR_UNAVAILABLE. Opens all the files it will need. */
HallOcr *hall_ocr_open (GError **error);
void hall_ocr_free (HallOcr *self);

/**
 * hall_ocr_read:
 * @box: (nullable): of the picture; NULL: all of it
 *
 * Returns: (transfer full) (element-type HallOcrGlyph): as they were found, without blanks
 */
GArray *
hall_ocr_read (HallOcr *self, HallOcrMode mode, const HallGrey *grey, const HallOcrBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallOcr, hall_ocr_free)
