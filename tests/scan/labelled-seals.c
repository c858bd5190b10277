/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labelled-maker.h"

typedef void (*Spoil) (ScanSeal *seal, guint i);

static void
take_away (ScanSeal *seal, guint i)
{
  (void) i;
  seal->diameter = 0;
}

static void
make_pale (ScanSeal *seal, guint i)
{
  seal->pale = 0.65 + 0.03 * (i % 4);
}

static void
make_black (ScanSeal *seal, guint i)
{
  seal->ink = SCAN_INK_BLACK;
  seal->uneven = 0.1 * (i % 4);
}

static void
make_small (ScanSeal *seal, guint i)
{
  seal->diameter = i % 2 ? 30 + i % 4 * 0.5 : 49.5 + i % 3 * 0.5;
}

static void
move_off_page (ScanSeal *seal, guint i)
{
  seal->x = 208 - i % 4 * 3;
}

static void
move_aside (ScanSeal *seal, guint i)
{
  seal->x -= 22 + i % 4 * 4;
  seal->y -= i % 3 * 10;
}

/* What may be wrong with the seal of a form. */
static const struct
{
  const char *what;
  Spoil spoil;
  Label label;
  guint n;
} faults[] = {
  { "no seal", take_away, LABEL_SEAL_MISSING, 40 },
  { "pale seal", make_pale, LABEL_SEAL_PALE, 10 },
  { "black seal", make_black, LABEL_SEAL_BLACK, 10 },
  { "seal of another size", make_small, LABEL_SEAL_SIZE, 10 },
  { "seal off the page", move_off_page, LABEL_SEAL_PARTIAL, 10 },
  { "seal aside", move_aside, LABEL_SEAL_MISPLACED, 10 },
};

static void
add_faults (LabelledMaker *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint j = 0; j < faults[i].n; j++)
      {
        LabelledCase *one =
            labelled_add (self, faults[i].what, j % 2 ? PAPER_FORM : PAPER_PERSON_FORM,
                          j % 3 == 2 ? &scan_sim_photo : &scan_sim_flatbed);

        faults[i].spoil (&one->recipe.seals[0], j / 2);
        one->recipe.degrees = j % 5 - 2.0;
        one->must |= LABEL_BIT (faults[i].label);
        if (faults[i].label != LABEL_SEAL_MISSING)
          one->may |= LABELS_ABOUT_INK;
        if (faults[i].label == LABEL_SEAL_PARTIAL)
          one->may |= LABEL_BIT (LABEL_CUT);
      }
}

static void
add_unsigned (LabelledMaker *self)
{
  for (guint i = 0; i < 12; i++)
    {
      LabelledCase *one = labelled_add (self, "unsigned", i % 2 ? PAPER_FORM : PAPER_PERSON_FORM,
                                        i % 3 == 2 ? &scan_sim_photo : &scan_sim_flatbed);

      for (guint j = 0; j < SCAN_MAX_SIGNATURES; j++)
        one->recipe.signatures[j].width = 0;
      one->recipe.degrees = i % 5 - 2.0;
      one->must |= LABEL_BIT (LABEL_SIGNATURE_MISSING);
    }
}

static void
double_it (ScanSeal *seal, guint i)
{
  static const double away[] = { 0.8, 1, 1.2, 1.4, 1.8, 2.2, 2.6, 3 };

  seal->doubled = away[i % G_N_ELEMENTS (away)];
}

static void
smudge (ScanSeal *seal, guint i)
{
  seal->smudged = 0.45 + 0.05 * (i % 8);
}

static void
move_over_frame (ScanSeal *seal, guint i)
{
  seal->x += 11 + i % 4;
}

/* What may be wrong with an impression on the seal sheet. */
static const struct
{
  const char *what;
  Spoil spoil;
  Label label;
  guint n;
} captures[] = {
  { "empty frame", take_away, LABEL_FRAME_EMPTY, 6 },
  { "doubled", double_it, LABEL_DOUBLED, 14 },
  { "smudged", smudge, LABEL_SEAL_BLURRED, 14 },
  { "over its frame", move_over_frame, LABEL_OVER_FRAME, 8 },
};

static void
add_captures (LabelledMaker *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (captures); i++)
    for (guint j = 0; j < captures[i].n; j++)
      {
        LabelledCase *one =
            labelled_add (self, captures[i].what, PAPER_SEAL_SHEET, &scan_sim_flatbed);

        captures[i].spoil (&one->recipe.seals[j % 3], j);
        one->recipe.dpi = j % 2 ? 150 : 200;
        one->recipe.degrees = j % 5 - 2.0;
        one->must |= LABEL_BIT (captures[i].label);
        if (captures[i].label == LABEL_SEAL_BLURRED) /* ink that is smeared thin is pale */
          one->may |= LABEL_BIT (LABEL_SEAL_PALE);
      }
}

static void
add_empty_sheets (LabelledMaker *self)
{
  for (guint i = 0; i < 8; i++)
    {
      LabelledCase *one =
          labelled_add (self, "empty sheet", i % 2 ? PAPER_SEAL_SHEET : PAPER_PERSON_SEAL_SHEET,
                        &scan_sim_flatbed);

      for (guint j = 0; j < SCAN_MAX_SEALS; j++)
        one->recipe.seals[j].diameter = one->recipe.signatures[j].width = 0;
      one->recipe.degrees = i % 5 - 2.0;
      one->must |= LABEL_BIT (LABEL_SHEET_EMPTY);
      one->may |= LABELS_ABOUT_INK;
    }
}

/* A seal sheet that is not fine enough, and some that are, of which it must not be said. */
static void
add_coarse_seals (LabelledMaker *self)
{
  for (guint i = 0; i < 14; i++)
    {
      Paper paper = i % 2 ? PAPER_SEAL_SHEET : PAPER_PERSON_SEAL_SHEET;
      gboolean is_pdf = i % 4 >= 2;
      LabelledCase *one = is_pdf ? labelled_add_pdf (self, "seal sheet", paper, 1, PAPER_EMPTY, 0)
                                 : labelled_add (self, "seal sheet", paper, &scan_sim_flatbed);

      one->recipe.dpi = i < 10 ? 200 : 300;
      one->recipe.degrees = i % 3 - 1.0;
      one->may = LABELS_ABOUT_INK & ~LABEL_BIT (LABEL_SEAL_COARSE);
      if (i < 10)
        one->must |= LABEL_BIT (LABEL_SEAL_COARSE);
    }
}

void
labelled_add_seals (LabelledMaker *self)
{
  add_faults (self);
  add_unsigned (self);
  add_captures (self);
  add_empty_sheets (self);
  add_coarse_seals (self);
}
