/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labelled-cases.h"

#include "sample.h"

#define ALL_LABELS (LABEL_BIT (N_LABELS) - 1)
#define FIRST_SEAL LABEL_BIT (LABEL_SEAL_PARTIAL)
#define ABOUT_INK  (ALL_LABELS & ~(FIRST_SEAL - 1)) /* but not whether there is a seal */
#define STRICT     0.98

/* The floors are what was reached, rounded down. */
const LabelInfo label_infos[N_LABELS] = {
  [LABEL_CODE_FOUND] = { HALL_ISSUE_NONE, STRICT },
  [LABEL_OLDER_REVISION] = { HALL_ISSUE_CODE_OLDER_REVISION, STRICT },
  [LABEL_BLANK] = { HALL_ISSUE_SCAN_BLANK, STRICT },
  [LABEL_BLURRED] = { HALL_ISSUE_SCAN_BLURRED, STRICT },
  [LABEL_COARSE] = { HALL_ISSUE_SCAN_COARSE, 0.95 },
  [LABEL_DARK] = { HALL_ISSUE_SCAN_DARK, 0.95 },
  [LABEL_GLARE] = { HALL_ISSUE_SCAN_GLARE, 0.95 },
  [LABEL_CUT] = { HALL_ISSUE_SCAN_CUT, 0.95 },
  [LABEL_SCREENSHOT] = { HALL_ISSUE_SCAN_SCREENSHOT, 0.95 },
  [LABEL_SEAL_MISSING] = { HALL_ISSUE_SEAL_MISSING, STRICT },
  [LABEL_SEAL_PARTIAL] = { HALL_ISSUE_SEAL_PARTIAL, 0.95 },
  [LABEL_SEAL_PALE] = { HALL_ISSUE_SEAL_PALE, 0.95 },
  [LABEL_SEAL_BLACK] = { HALL_ISSUE_SEAL_BLACK, 0.95 },
  [LABEL_SEAL_SIZE] = { HALL_ISSUE_SEAL_SIZE, 0.95 },
  [LABEL_SEAL_MISPLACED] = { HALL_ISSUE_SEAL_MISPLACED, 0.95 },
  [LABEL_SHEET_EMPTY] = { HALL_ISSUE_SEAL_SHEET_EMPTY, 0.95 },
  [LABEL_FRAME_EMPTY] = { HALL_ISSUE_SEAL_FRAME_EMPTY, 0.95 },
  [LABEL_OVER_FRAME] = { HALL_ISSUE_SEAL_OVER_FRAME, 0.85 },
  [LABEL_DOUBLED] = { HALL_ISSUE_SEAL_DOUBLED, 0.25 },
  [LABEL_SEAL_BLURRED] = { HALL_ISSUE_SEAL_BLURRED, 0.95 },
  [LABEL_SEAL_COARSE] = { HALL_ISSUE_SEAL_COARSE, 0.95 },
  [LABEL_SIGNATURE_MISSING] = { HALL_ISSUE_SIGNATURE_MISSING, 0.95 },
  [LABEL_ALTERED] = { HALL_ISSUE_SHEET_ALTERED, 0.85 },
  [LABEL_OTHER_PAGE] = { HALL_ISSUE_SHEET_OTHER_PAGE, 0.95 },
};

static const char *const slots[N_PAPERS] = {
  "application_form", "application_form", "seal_capture_sheet", "seal_capture_sheet",
  "business_licence", "subject_id_copy",  "business_licence",
};

void
labelled_papers_init (LabelledPapers *self)
{
  static const char *const names[] = { "organisation", "organisation-person" };
  g_autoptr (HallCatalog) catalog = sample_catalog ();

  for (guint i = 0; i < N_PRINTED; i++)
    {
      g_autoptr (HallApplication) application = sample_application (catalog, names[i % 2]);
      HallSheetInfo info;
      g_autoptr (GError) error = NULL;

      self->hashes[i] = hall_application_hash_printed (application, catalog);
      info = sample_info (self->hashes[i]);
      self->sheets[i] =
          hall_printed_sheet_print (i < PAPER_SEAL_SHEET ? HALL_DOCUMENT_APPLICATION_FORM
                                                         : HALL_DOCUMENT_SEAL_SHEET,
                                    catalog, application, &info, &error);
      g_assert_no_error (error);
    }
}

void
labelled_papers_clear (LabelledPapers *self)
{
  for (guint i = 0; i < N_PRINTED; i++)
    {
      hall_printed_sheet_unref (self->sheets[i]);
      g_free (self->hashes[i]);
    }
}

/* The cases as they grow. */
typedef struct
{
  GArray *cases;
  const LabelledPapers *papers;
} Maker;

static void
put_seal (ScanRecipe *recipe, guint at, const HallBox *box)
{
  recipe->seals[at] = (ScanSeal){ .x = box->x + box->width / 2 + 0.8,
                                  .y = box->y + box->height / 2 - 0.6,
                                  .diameter = 40 + recipe->seed % 3,
                                  .uneven = 0.2,
                                  .degrees = recipe->seed % 9 - 4.0 };
}

static HallBox
shrink (const HallBox *box, double width, double height)
{
  double w = MIN (width, box->width * 0.7), h = MIN (height, box->height * 0.7);

  return (HallBox){ box->x + (box->width - w) / 2, box->y + (box->height - h) / 2, w, h };
}

/* Signs and stamps everywhere as the sheet asks for. */
static void
fill_in (ScanRecipe *recipe, const HallSheetPlan *plan)
{
  guint seals = 0, signatures = 0;

  for (guint i = 0; i < plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (plan->regions, i);

      if (seals < SCAN_MAX_SEALS
          && (region->kind == HALL_REGION_SEAL || region->kind == HALL_REGION_OFFICIAL_FRAME
              || region->kind == HALL_REGION_CONFIRM_FRAME))
        put_seal (recipe, seals++, &region->box);
      if (signatures < SCAN_MAX_SIGNATURES
          && (region->kind == HALL_REGION_SIGNATURE || region->kind == HALL_REGION_SIGNATURE_FRAME))
        recipe->signatures[signatures++] = shrink (&region->box, 32, 11);
    }
}

/* Another case with a good scan of @paper, to be spoilt. It is valid until the next one. */
static LabelledCase *
add (Maker *self, const char *what, Paper paper, const ScanRecipe *way)
{
  guint number = self->cases->len;
  static const HallBox copy_seal = { 40, 222, 40, 40 };
  LabelledCase *one;

  g_array_set_size (self->cases, number + 1);
  one = &g_array_index (self->cases, LabelledCase, number);
  g_snprintf (one->name, sizeof one->name, "%u %s, paper %d", number, what, paper);
  one->paper = paper;
  one->slot = slots[paper];
  one->recipe = *way;
  one->recipe.seed = number + 1;
  if (paper < N_PRINTED)
    {
      fill_in (&one->recipe, self->papers->sheets[paper]->plan);
      one->must = LABEL_BIT (LABEL_CODE_FOUND);
    }
  else if (paper != PAPER_EMPTY) /* a copy is stamped too */
    put_seal (&one->recipe, 0, &copy_seal);
  if (paper == PAPER_SEAL_SHEET || paper == PAPER_PERSON_SEAL_SHEET)
    one->may = LABEL_BIT (LABEL_SEAL_COARSE);
  return one;
}

/* What lies turned, under much light, in a photo; nothing is to be said of it. */
static void
add_clean (Maker *self)
{
  static const double dpis[] = { 150, 200, 300 };
  static const double angles[] = { -5, -3, -1, 2, 4, 5 };

  for (Paper paper = 0; paper < PAPER_EMPTY; paper++)
    {
      for (guint i = 0; i < (paper % 2 == 0 ? 3 : 2); i++) /* the finest take the longest */
        {
          LabelledCase *one = add (self, "clean", paper, &scan_sim_flatbed);

          one->recipe.dpi = dpis[i];
          one->recipe.quality = dpis[i] > 200 ? 70 : 85;
          one->is_clean = TRUE;
        }
      for (guint i = 0; i < G_N_ELEMENTS (angles); i++)
        {
          LabelledCase *one = add (self, "skewed", paper, &scan_sim_flatbed);

          one->recipe.degrees = angles[i];
          one->is_clean = TRUE;
        }
      for (guint i = 0; i < 4; i++)
        {
          LabelledCase *one = add (self, "photo", paper, &scan_sim_photo);

          one->recipe.perspective = 0.02 + 0.02 * i;
          one->recipe.shadow = 0.1 + 0.06 * i;
          one->is_clean = TRUE;
        }
      add (self, "bright", paper, &scan_sim_flatbed)->recipe.darkness = -0.08;
      add (self, "dull", paper, &scan_sim_flatbed)->recipe.darkness = 0.25;
    }
}

static void
add_fine (Maker *self)
{
  for (Paper paper = 0; paper < PAPER_EMPTY; paper += 4)
    {
      LabelledCase *one = add (self, "600 dpi", paper, &scan_sim_flatbed);

      one->recipe.dpi = 600;
      one->recipe.noise = 0.8;
      one->recipe.texture = 1;
      one->recipe.quality = 35;
      one->is_clean = TRUE;
    }
}

static void
add_blurred (Maker *self)
{
  static const double unreadable[] = { 0.24, 0.28, 0.34, 0.4 };
  static const double readable[] = { 0.08, 0.11, 0.14 };

  for (Paper paper = 0; paper < PAPER_EMPTY; paper++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
        {
          LabelledCase *one =
              add (self, "blurred", paper, i % 2 ? &scan_sim_photo : &scan_sim_flatbed);

          one->recipe.blur = unreadable[i];
          one->must |= LABEL_BIT (LABEL_BLURRED);
          one->may |= ABOUT_INK;
        }
      for (guint i = 0; i < G_N_ELEMENTS (readable); i++)
        {
          LabelledCase *one =
              add (self, "soft", paper, i % 2 ? &scan_sim_photo : &scan_sim_flatbed);

          one->recipe.blur = readable[i];
          one->may |= ABOUT_INK;
        }
    }
}

static void
add_light (Maker *self)
{
  for (Paper paper = 0; paper < PAPER_EMPTY; paper++)
    for (guint i = 0; i < 3; i++)
      {
        LabelledCase *dark = add (self, "dark", paper, i % 2 ? &scan_sim_photo : &scan_sim_flatbed);
        LabelledCase *glare;

        dark->recipe.darkness = 0.58 + 0.08 * i;
        dark->must |= LABEL_BIT (LABEL_DARK);
        dark->may |= ABOUT_INK;
        glare = add (self, "glare", paper, &scan_sim_photo);
        glare->recipe.glare = (ScanGlare){ 80 + 20 * i, 110 + 25 * i, 22 + 5 * i, 1 };
        glare->must |= LABEL_BIT (LABEL_GLARE);
        glare->may |= ABOUT_INK;
      }
}

static void
add_cut (Maker *self)
{
  for (Paper paper = 0; paper < N_PRINTED; paper++)
    for (guint side = 0; side < 4; side++)
      for (guint i = 0; i < 2; i++)
        {
          LabelledCase *one = add (self, "cut", paper, &scan_sim_flatbed);

          one->recipe.cut[side] = 30 + 12 * i;
          one->recipe.degrees = 0.8 * i - 0.3;
          one->may |= ABOUT_INK | LABEL_BIT (LABEL_SEAL_MISSING) | one->must;
          one->must = LABEL_BIT (LABEL_CUT);
        }
}

static void
add_no_paper (Maker *self)
{
  for (Paper paper = 0; paper < PAPER_EMPTY; paper++)
    for (guint i = 0; i < 3; i++)
      {
        LabelledCase *one = add (self, "screenshot", paper, &scan_sim_flatbed);

        one->recipe.is_screenshot = TRUE;
        one->recipe.quality = 75 + 10 * (int) i;
        one->must |= LABEL_BIT (LABEL_SCREENSHOT);
        one->may |= ABOUT_INK;
      }
  for (guint i = 0; i < 16; i++)
    {
      LabelledCase *one = add (self, "blank", PAPER_EMPTY, &scan_sim_flatbed);

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
add_codes (Maker *self)
{
  for (Paper paper = 0; paper < N_PRINTED; paper++)
    for (guint i = 0; i < 12; i++)
      {
        LabelledCase *one = add (self, "code", paper, &scan_sim_flatbed);

        one->recipe.degrees = i % 3 * 5 - 5.0;
        one->recipe.quarter_turns = i % 4;
        one->recipe.noise = i % 2 ? 9 : 3;
        one->recipe.quality = 40;
        if (i >= 6)
          {
            one->recipe.dpi = 100;
            one->must |= LABEL_BIT (LABEL_COARSE);
          }
        if (i % 2 == 0)
          one->recipe.seals[3] = (ScanSeal){ .x = 165, .y = 42, .diameter = 40, .degrees = 20 };
        one->may |= ABOUT_INK | LABEL_BIT (LABEL_BLURRED) | LABEL_BIT (LABEL_SEAL_MISSING);
      }
}

static void
add_revisions (Maker *self)
{
  for (guint i = 0; i < 36; i++)
    {
      LabelledCase *one =
          add (self, "older", i % N_PRINTED, i % 3 ? &scan_sim_flatbed : &scan_sim_photo);

      one->recipe.degrees = i % 7 - 3.0;
      one->newer = 1 + i % 3;
      one->must |= LABEL_BIT (LABEL_OLDER_REVISION);
      one->may |= ABOUT_INK;
    }
  for (guint i = 0; i < 10; i++)
    {
      LabelledCase *one =
          add (self, "no form", i % 2 ? PAPER_LICENCE : PAPER_ID_CARD, &scan_sim_flatbed);

      one->slot = i % 4 < 2 ? "application_form" : "seal_capture_sheet";
      one->may = ABOUT_INK | LABEL_BIT (LABEL_SEAL_MISSING);
    }
}

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
  seal->pale = 0.62 + 0.04 * (i % 4);
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
  { "no seal", take_away, LABEL_SEAL_MISSING, 56 },
  { "pale seal", make_pale, LABEL_SEAL_PALE, 12 },
  { "black seal", make_black, LABEL_SEAL_BLACK, 12 },
  { "seal of another size", make_small, LABEL_SEAL_SIZE, 12 },
  { "seal off the page", move_off_page, LABEL_SEAL_PARTIAL, 12 },
  { "seal aside", move_aside, LABEL_SEAL_MISPLACED, 12 },
};

static void
add_faults (Maker *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint j = 0; j < faults[i].n; j++)
      {
        LabelledCase *one = add (self, faults[i].what, j % 2 ? PAPER_FORM : PAPER_PERSON_FORM,
                                 j % 3 == 2 ? &scan_sim_photo : &scan_sim_flatbed);

        faults[i].spoil (&one->recipe.seals[0], j / 2);
        one->recipe.degrees = j % 5 - 2.0;
        one->must |= LABEL_BIT (faults[i].label);
        if (faults[i].label != LABEL_SEAL_MISSING)
          one->may |= ABOUT_INK;
        if (faults[i].label == LABEL_SEAL_PARTIAL)
          one->may |= LABEL_BIT (LABEL_CUT);
      }
}

static void
add_unsigned (Maker *self)
{
  for (guint i = 0; i < 12; i++)
    {
      LabelledCase *one = add (self, "unsigned", i % 2 ? PAPER_FORM : PAPER_PERSON_FORM,
                               i % 3 == 2 ? &scan_sim_photo : &scan_sim_flatbed);

      for (guint j = 0; j < SCAN_MAX_SIGNATURES; j++)
        one->recipe.signatures[j].width = 0;
      one->recipe.degrees = i % 5 - 2.0;
      one->must |= LABEL_BIT (LABEL_SIGNATURE_MISSING);
    }
}

/* Printed values that somebody changed on paper. */
static void
add_altered (Maker *self)
{
  static const char *const fields[] = { "organisation.uscc", "handler.mobile", "organisation.name",
                                        "handler.id_number" };

  for (guint i = 0; i < 16; i++)
    {
      Paper paper = i / 4 % 2 ? PAPER_FORM : PAPER_PERSON_FORM;
      const HallRegion *region = hall_sheet_plan_find (self->papers->sheets[paper]->plan,
                                                       HALL_REGION_FIELD, fields[i % 4]);
      LabelledCase *one = add (self, "altered", paper, &scan_sim_flatbed);
      HallBox box;

      g_assert_nonnull (region);
      box = region->box;
      one->recipe.alteration =
          i < 8 ? (ScanAlteration){ SCAN_STRUCK, { box.x + 2, box.y, 24, box.height }, "13907" }
                : (ScanAlteration){ SCAN_PATCHED,
                                    { box.x + 1, box.y + 0.8, 20, box.height - 1.6 },
                                    "某某贸易" };
      one->recipe.degrees = i % 5 - 2.0;
      one->must |= LABEL_BIT (LABEL_ALTERED);
    }
}

static void
double_it (ScanSeal *seal, guint i)
{
  seal->doubled = 1 + 0.2 * (i % 3);
}

static void
smudge (ScanSeal *seal, guint i)
{
  seal->smudged = 0.6 + 0.1 * (i % 3);
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
} captures[] = {
  { "empty frame", take_away, LABEL_FRAME_EMPTY },
  { "doubled", double_it, LABEL_DOUBLED },
  { "smudged", smudge, LABEL_SEAL_BLURRED },
  { "over its frame", move_over_frame, LABEL_OVER_FRAME },
};

static void
add_captures (Maker *self)
{
  for (guint i = 0; i < 6 * G_N_ELEMENTS (captures); i++)
    {
      LabelledCase *one = add (self, captures[i / 6].what, PAPER_SEAL_SHEET, &scan_sim_flatbed);

      captures[i / 6].spoil (&one->recipe.seals[i % 3], i);
      one->recipe.dpi = i % 2 ? 150 : 200;
      one->recipe.degrees = i % 5 - 2.0;
      one->must |= LABEL_BIT (captures[i / 6].label);
      if (captures[i / 6].label == LABEL_SEAL_BLURRED) /* ink that is smeared thin is pale */
        one->may |= LABEL_BIT (LABEL_SEAL_PALE);
    }
  for (guint i = 0; i < 8; i++)
    {
      LabelledCase *one =
          add (self, "empty sheet", i % 2 ? PAPER_SEAL_SHEET : PAPER_PERSON_SEAL_SHEET,
               &scan_sim_flatbed);

      for (guint j = 0; j < SCAN_MAX_SEALS; j++)
        one->recipe.seals[j].diameter = one->recipe.signatures[j].width = 0;
      one->recipe.degrees = i % 5 - 2.0;
      one->must |= LABEL_BIT (LABEL_SHEET_EMPTY);
      one->may |= ABOUT_INK;
    }
}

GArray *
labelled_cases_new (const LabelledPapers *papers)
{
  Maker maker = { g_array_new (FALSE, TRUE, sizeof (LabelledCase)), papers };

  add_clean (&maker);
  add_fine (&maker);
  add_blurred (&maker);
  add_light (&maker);
  add_cut (&maker);
  add_no_paper (&maker);
  add_codes (&maker);
  add_revisions (&maker);
  add_faults (&maker);
  add_unsigned (&maker);
  add_altered (&maker);
  add_captures (&maker);
  return maker.cases;
}
