/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labelled-maker.h"

/* What lies turned, under much light, in a photo; nothing is to be said of it. */
static void
add_clean (LabelledMaker *self)
{
  static const double dpis[] = { 150, 200, 300 };
  static const double angles[] = { -5, -3, 2, 4, 5 };

  for (Paper paper = 0; paper < PAPER_EMPTY; paper++)
    {
      for (guint i = 0; i < (paper == PAPER_FORM ? 3 : 2); i++) /* the finest take the longest */
        {
          LabelledCase *one = labelled_add (self, "clean", paper, &scan_sim_flatbed);

          one->recipe.dpi = dpis[i];
          one->recipe.quality = dpis[i] > 200 ? 70 : 85;
          one->is_clean = TRUE;
        }
      for (guint i = 0; i < G_N_ELEMENTS (angles); i++)
        {
          LabelledCase *one = labelled_add (self, "skewed", paper, &scan_sim_flatbed);

          one->recipe.degrees = angles[i];
          one->is_clean = TRUE;
        }
      for (guint i = 0; i < 3; i++)
        {
          LabelledCase *one = labelled_add (self, "photo", paper, &scan_sim_photo);

          one->recipe.perspective = 0.02 + 0.03 * i;
          one->recipe.shadow = 0.1 + 0.09 * i;
          one->is_clean = TRUE;
        }
      labelled_add (self, "bright", paper, &scan_sim_flatbed)->recipe.darkness = -0.08;
      labelled_add (self, "dull", paper, &scan_sim_flatbed)->recipe.darkness = 0.25;
    }
}

static void
add_fine (LabelledMaker *self)
{
  LabelledCase *one = labelled_add (self, "600 dpi", PAPER_FORM, &scan_sim_flatbed);

  one->recipe.dpi = 600;
  one->recipe.noise = 0.8;
  one->recipe.texture = 1;
  one->recipe.quality = 35;
  one->is_clean = TRUE;
}

static void
add_blurred (LabelledMaker *self)
{
  static const double unreadable[] = { 0.25, 0.3, 0.4 };
  static const double readable[] = { 0.08, 0.11, 0.14 };

  for (Paper paper = 0; paper < PAPER_EMPTY; paper++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
        {
          LabelledCase *one =
              labelled_add (self, "blurred", paper, i % 2 ? &scan_sim_photo : &scan_sim_flatbed);

          one->recipe.blur = unreadable[i];
          one->must |= LABEL_BIT (LABEL_BLURRED);
          one->may |= LABELS_ABOUT_INK;
        }
      for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
        {
          LabelledCase *one =
              labelled_add (self, "soft", paper, i % 2 ? &scan_sim_photo : &scan_sim_flatbed);

          one->recipe.blur = readable[i];
          one->may |= LABELS_ABOUT_INK;
        }
    }
}

static void
add_light (LabelledMaker *self)
{
  for (Paper paper = 0; paper < PAPER_EMPTY; paper++)
    for (guint i = 0; i < 3; i++)
      {
        LabelledCase *dark =
            labelled_add (self, "dark", paper, i % 2 ? &scan_sim_photo : &scan_sim_flatbed);
        LabelledCase *glare;

        dark->recipe.darkness = 0.58 + 0.08 * i;
        dark->must |= LABEL_BIT (LABEL_DARK);
        dark->may |= LABELS_ABOUT_INK;
        glare = labelled_add (self, "glare", paper, &scan_sim_photo);
        glare->recipe.glare = (ScanGlare){ 80 + 20 * i, 110 + 25 * i, 22 + 5 * i, 1 };
        glare->must |= LABEL_BIT (LABEL_GLARE);
        glare->may |= LABELS_ABOUT_INK;
      }
}

static void
add_cut (LabelledMaker *self)
{
  for (Paper paper = 0; paper < PAPER_LICENCE; paper++)
    for (guint side = 0; side < 4; side++)
      for (guint i = 0; i < (paper % 2 == 0 ? 2 : 1); i++)
        {
          LabelledCase *one = labelled_add (self, "cut", paper, &scan_sim_flatbed);

          one->recipe.cut[side] = 30 + 12 * i;
          one->recipe.degrees = 0.8 * i - 0.3;
          one->may |= LABELS_ABOUT_INK | LABEL_BIT (LABEL_SEAL_MISSING) | one->must;
          one->must = LABEL_BIT (LABEL_CUT);
        }
}

static void
add_no_paper (LabelledMaker *self)
{
  for (Paper paper = 0; paper < PAPER_EMPTY; paper++)
    for (guint i = 0; i < 2; i++)
      {
        LabelledCase *one = labelled_add (self, "screenshot", paper, &scan_sim_flatbed);

        one->recipe.is_screenshot = TRUE;
        one->recipe.quality = 75 + 10 * (int) i;
        one->must |= LABEL_BIT (LABEL_SCREENSHOT);
        one->may |= LABELS_ABOUT_INK;
      }
  for (guint i = 0; i < 16; i++)
    {
      LabelledCase *one = labelled_add (self, "blank", PAPER_EMPTY, &scan_sim_flatbed);

      one->recipe.dpi = i % 2 ? 150 : 200;
      one->recipe.tint = i / 16.0;
      one->recipe.noise = 1 + i % 5;
      one->recipe.degrees = 0;
      one->must = LABEL_BIT (LABEL_BLANK);
      one->may = LABEL_BIT (LABEL_SEAL_MISSING);
    }
}

/* The code under all that is done to it; some of it is coarse, too. */
static void
add_codes (LabelledMaker *self)
{
  for (Paper paper = 0; paper < PAPER_LICENCE; paper++)
    for (guint i = 0; i < 9; i++)
      {
        LabelledCase *one = labelled_add (self, "code", paper, &scan_sim_flatbed);

        one->recipe.degrees = i % 3 * 5 - 5.0;
        one->recipe.quarter_turns = i % 4;
        one->recipe.noise = i % 2 ? 9 : 3;
        one->recipe.quality = 40;
        if (i >= 5)
          {
            one->recipe.dpi = 100;
            one->must |= LABEL_BIT (LABEL_COARSE);
          }
        if (i % 2 == 0)
          one->recipe.seals[3] = (ScanSeal){ .x = 165, .y = 42, .diameter = 40, .degrees = 20 };
        one->may |= LABELS_ABOUT_INK | LABEL_BIT (LABEL_BLURRED) | LABEL_BIT (LABEL_SEAL_MISSING);
      }
}

static void
add_revisions (LabelledMaker *self)
{
  for (guint i = 0; i < 32; i++)
    {
      LabelledCase *one = labelled_add (self, "older", i % PAPER_LICENCE,
                                        i % 3 ? &scan_sim_flatbed : &scan_sim_photo);

      one->recipe.degrees = i % 7 - 3.0;
      one->newer = 1 + i % 3;
      one->must |= LABEL_BIT (LABEL_OLDER_REVISION);
      one->may |= LABELS_ABOUT_INK;
    }
  for (guint i = 0; i < 10; i++)
    {
      LabelledCase *one =
          labelled_add (self, "no form", i % 2 ? PAPER_LICENCE : PAPER_ID_CARD, &scan_sim_flatbed);

      one->slot = i % 4 < 2 ? "application_form" : "seal_capture_sheet";
      one->may = LABELS_ABOUT_INK | LABEL_BIT (LABEL_SEAL_MISSING);
    }
}

/* A coarse scan that some program wrapped in a PDF, which says no dpi of its own. */
static void
add_wrapped (LabelledMaker *self)
{
  static const double dpis[] = { 100, 110, 150, 150 };

  for (guint i = 0; i < 12; i++)
    {
      LabelledCase *one = labelled_add_pdf (self, "wrapped", (Paper) (i % 3), 1, PAPER_EMPTY, 0);

      one->recipe.dpi = dpis[i / 3];
      one->recipe.degrees = i % 5 - 2.0;
      if (dpis[i / 3] < 150)
        one->must |= LABEL_BIT (LABEL_COARSE);
      one->may |= LABELS_ABOUT_INK & ~LABEL_BIT (LABEL_SEAL_COARSE);
    }
}

void
labelled_add_light (LabelledMaker *self)
{
  add_clean (self);
  add_fine (self);
  add_blurred (self);
  add_light (self);
  add_cut (self);
  add_no_paper (self);
  add_codes (self);
  add_revisions (self);
  add_wrapped (self);
}
