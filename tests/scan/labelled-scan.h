/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: the files of labelled cases. Any number of threads may take scans of one scanner.
 */
#pragma once

#include "labelled-cases.h"

typedef struct _LabelledScanner LabelledScanner;

/* @papers: outlives it */
LabelledScanner *labelled_scanner_new (const LabelledPapers *papers);
void labelled_scanner_free (LabelledScanner *self);

/* Returns: (transfer full): a JPEG or a PDF with a JPEG on each page */
GBytes *labelled_scan_take (LabelledScanner *self, const LabelledCase *one);
