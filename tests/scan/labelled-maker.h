/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: how the families of labelled cases are made, each a good scan that was spoilt.
 */
#pragma once

#include "labelled-cases.h"

#define LABEL_ALL        (LABEL_BIT (N_LABELS) - 1)
#define LABELS_ABOUT_INK (LABEL_ALL & ~(LABEL_BIT (LABEL_SEAL_PARTIAL) - 1))

/* The cases as they grow. Nothing is owned. */
typedef struct
{
  GArray *cases;
  const LabelledPapers *papers;
} LabelledMaker;

/* Another case with a good scan of @paper, to be spoilt. It is valid until the next one. */
LabelledCase *
labelled_add (LabelledMaker *self, const char *what, Paper paper, const ScanRecipe *way);

/* Another case, a PDF with page @first of @paper and, unless @second is 0, page @second of @other.
 */
LabelledCase *labelled_add_pdf (
    LabelledMaker *self, const char *what, Paper paper, guint first, Paper other, guint second);

/* The families: what can be wrong with the picture of a page, … */
void labelled_add_light (LabelledMaker *self);

/* … with seals and signatures, … */
void labelled_add_seals (LabelledMaker *self);

/* … and with what was printed. */
void labelled_add_print (LabelledMaker *self);
