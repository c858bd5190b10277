/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: simulated scans, each with what must be said of it and what must not.
 */
#pragma once

#include "hall-issue.h"
#include "hall-printed-sheet.h"
#include "scan-sim.h"

/* The findings that are counted; CODE_FOUND is the one that is good news. */
typedef enum
{
  LABEL_CODE_FOUND,
  LABEL_OLDER_REVISION,
  LABEL_BLANK,
  LABEL_BLURRED,
  LABEL_COARSE,
  LABEL_DARK,
  LABEL_GLARE,
  LABEL_CUT,
  LABEL_SCREENSHOT,
  LABEL_SEAL_MISSING,
  LABEL_SEAL_PARTIAL,
  LABEL_SEAL_PALE,
  LABEL_SEAL_BLACK,
  LABEL_SEAL_SIZE,
  LABEL_SEAL_MISPLACED,
  LABEL_SHEET_EMPTY,
  LABEL_FRAME_EMPTY,
  LABEL_OVER_FRAME,
  LABEL_DOUBLED,
  LABEL_SEAL_BLURRED,
  LABEL_SEAL_COARSE,
  LABEL_SIGNATURE_MISSING,
  LABEL_ALTERED,
  LABEL_OTHER_PAGE,
  LABEL_PAGES_MISSING,
  N_LABELS
} Label;

typedef struct
{
  HallIssueCode issue;
  double floor; /* of precision and of recall, in each of which the test fails below it */
} LabelInfo;

extern const LabelInfo label_infos[N_LABELS];

#define LABEL_BIT(label) (G_GUINT64_CONSTANT (1) << (label))

typedef enum
{
  PAPER_FORM,
  PAPER_PERSON_FORM,
  PAPER_SEAL_SHEET,
  PAPER_PERSON_SEAL_SHEET,
  PAPER_LICENCE,
  PAPER_ID_CARD,
  PAPER_EMPTY,
  PAPER_LONG_FORM, /* of two pages */
  N_PAPERS
} Paper;

/* Our own sheets as they were printed; NULL: the paper is none of ours. */
typedef struct
{
  HallPrintedSheet *sheets[N_PAPERS];
  char *hashes[N_PAPERS];
} LabelledPapers;

typedef struct
{
  char name[64];
  const char *slot;
  Paper paper;
  guint number; /* of its page, from 1 */
  ScanRecipe recipe;
  gboolean is_pdf;
  Paper second_paper;  /* of a PDF */
  guint second_number; /* 0: it has one page */
  ScanRecipe second;
  guint64 must;         /* bits of labels that are to be found */
  guint64 may;          /* that nobody minds; all others must not be found */
  guint newer;          /* so many times the form was printed again since */
  gboolean is_clean;    /* nothing in it may be an error */
  gboolean is_held_out; /* no limit was chosen by looking at it */
} LabelledCase;

void labelled_papers_init (LabelledPapers *self);
void labelled_papers_clear (LabelledPapers *self);

/* (transfer full) (element-type LabelledCase): the same ones each time */
GArray *labelled_cases_new (const LabelledPapers *papers);
