/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labelled-maker.h"

#include "sample.h"

#define STRICT 0.98

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
  [LABEL_SEAL_PALE] = { HALL_ISSUE_SEAL_PALE, 0.90 },
  [LABEL_SEAL_BLACK] = { HALL_ISSUE_SEAL_BLACK, 0.95 },
  [LABEL_SEAL_SIZE] = { HALL_ISSUE_SEAL_SIZE, 0.95 },
  [LABEL_SEAL_MISPLACED] = { HALL_ISSUE_SEAL_MISPLACED, 0.95 },
  [LABEL_SHEET_EMPTY] = { HALL_ISSUE_SEAL_SHEET_EMPTY, 0.95 },
  [LABEL_FRAME_EMPTY] = { HALL_ISSUE_SEAL_FRAME_EMPTY, 0.95 },
  [LABEL_OVER_FRAME] = { HALL_ISSUE_SEAL_OVER_FRAME, 0.85 },
  [LABEL_DOUBLED] = { HALL_ISSUE_SEAL_DOUBLED, 0.90 },
  [LABEL_SEAL_BLURRED] = { HALL_ISSUE_SEAL_BLURRED, 0.95 },
  [LABEL_SEAL_COARSE] = { HALL_ISSUE_SEAL_COARSE, 0.95 },
  [LABEL_SIGNATURE_MISSING] = { HALL_ISSUE_SIGNATURE_MISSING, 0.95 },
  [LABEL_ALTERED] = { HALL_ISSUE_SHEET_ALTERED, 0.90 },
  [LABEL_OTHER_PAGE] = { HALL_ISSUE_SHEET_OTHER_PAGE, 0.95 },
  [LABEL_PAGES_MISSING] = { HALL_ISSUE_SHEET_PAGES_MISSING, 0.95 },
};

/* What each paper is uploaded as, and the sample it was printed from. */
static const struct
{
  const char *slot, *sample;
  HallDocumentKind kind;
} papers[N_PAPERS] = {
  [PAPER_FORM] = { "application_form", "organisation", HALL_DOCUMENT_APPLICATION_FORM },
  [PAPER_PERSON_FORM] = { "application_form", "organisation-person",
                          HALL_DOCUMENT_APPLICATION_FORM },
  [PAPER_SEAL_SHEET] = { "seal_capture_sheet", "organisation", HALL_DOCUMENT_SEAL_SHEET },
  [PAPER_PERSON_SEAL_SHEET] = { "seal_capture_sheet", "organisation-person",
                                HALL_DOCUMENT_SEAL_SHEET },
  [PAPER_LICENCE] = { "business_licence" },
  [PAPER_ID_CARD] = { "subject_id_copy" },
  [PAPER_EMPTY] = { "business_licence" },
  [PAPER_LONG_FORM] = { "application_form", "organisation", HALL_DOCUMENT_APPLICATION_FORM },
};

/* Values so long that the form takes a second page. */
static void
make_long (HallApplication *application)
{
  g_autofree char *name = sample_long_text ("深圳市", "测试样例科技", "有限公司", 100);
  g_autofree char *address = sample_long_text ("广东省深圳市", "南山区测试路", "1号", 1200);

  hall_application_set (application, "organisation.name", name);
  hall_application_set (application, "organisation.address", address);
}

void
labelled_papers_init (LabelledPapers *self)
{
  g_autoptr (HallCatalog) catalog = sample_catalog ();

  for (guint i = 0; i < N_PAPERS; i++)
    {
      g_autoptr (HallApplication) application =
          papers[i].sample != NULL ? sample_application (catalog, papers[i].sample) : NULL;
      HallSheetInfo info;
      g_autoptr (GError) error = NULL;

      self->sheets[i] = NULL;
      self->hashes[i] = NULL;
      if (application == NULL)
        continue;
      if (i == PAPER_LONG_FORM)
        make_long (application);
      self->hashes[i] = hall_application_hash_printed (application, catalog);
      info = sample_info (self->hashes[i]);
      self->sheets[i] =
          hall_printed_sheet_print (papers[i].kind, catalog, application, &info, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (self->sheets[PAPER_LONG_FORM]->plan->n_pages, ==, 2);
}

void
labelled_papers_clear (LabelledPapers *self)
{
  for (guint i = 0; i < N_PAPERS; i++)
    {
      g_clear_pointer (&self->sheets[i], hall_printed_sheet_unref);
      g_free (self->hashes[i]);
    }
}

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

static gboolean
is_stamped (HallRegionKind kind)
{
  return kind == HALL_REGION_SEAL || kind == HALL_REGION_OFFICIAL_FRAME
         || kind == HALL_REGION_CONFIRM_FRAME;
}

/* Signs and stamps everywhere as the page asks for. */
static void
fill_in (ScanRecipe *recipe, const HallSheetPlan *plan, guint page)
{
  guint seals = 0, signatures = 0;

  for (guint i = 0; i < plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (plan->regions, i);

      if (region->page != page)
        continue;
      if (seals < SCAN_MAX_SEALS && is_stamped (region->kind))
        put_seal (recipe, seals++, &region->box);
      if (signatures < SCAN_MAX_SIGNATURES
          && (region->kind == HALL_REGION_SIGNATURE || region->kind == HALL_REGION_SIGNATURE_FRAME))
        recipe->signatures[signatures++] = shrink (&region->box, 32, 11);
    }
}

static void
prepare (const LabelledMaker *self, ScanRecipe *recipe, Paper paper, guint page)
{
  static const HallBox copy_seal = { 40, 222, 40, 40 };

  if (self->papers->sheets[paper] != NULL)
    fill_in (recipe, self->papers->sheets[paper]->plan, page);
  else if (paper != PAPER_EMPTY) /* a copy is stamped too */
    put_seal (recipe, 0, &copy_seal);
}

static LabelledCase *
add_case (LabelledMaker *self, const char *what, Paper paper, guint page, const ScanRecipe *way)
{
  guint number = self->cases->len;
  LabelledCase *one;

  g_array_set_size (self->cases, number + 1);
  one = &g_array_index (self->cases, LabelledCase, number);
  g_snprintf (one->name, sizeof one->name, "%u %s, paper %d", number, what, paper);
  one->paper = paper;
  one->number = page;
  one->slot = papers[paper].slot;
  one->recipe = *way;
  one->recipe.seed = number + 1;
  prepare (self, &one->recipe, paper, page);
  if (self->papers->sheets[paper] != NULL)
    one->must = LABEL_BIT (LABEL_CODE_FOUND);
  if (papers[paper].kind == HALL_DOCUMENT_SEAL_SHEET)
    one->may = LABEL_BIT (LABEL_SEAL_COARSE);
  return one;
}

LabelledCase *
labelled_add (LabelledMaker *self, const char *what, Paper paper, const ScanRecipe *way)
{
  return add_case (self, what, paper, 1, way);
}

LabelledCase *
labelled_add_pdf (
    LabelledMaker *self, const char *what, Paper paper, guint first, Paper other, guint second)
{
  LabelledCase *one = add_case (self, what, paper, first, &scan_sim_flatbed);

  one->is_pdf = TRUE;
  one->second = scan_sim_flatbed;
  one->second.seed = one->recipe.seed + 500;
  one->second_paper = other;
  one->second_number = second;
  prepare (self, &one->second, other, second);
  return one;
}

/* Between 1 - @most and 1 + @most. */
static double
vary (GRand *rand, double most)
{
  return g_rand_double_range (rand, 1 - most, 1 + most);
}

/* The same fault once more on another day: other noise, another light, another place. */
static void
draw_again (ScanRecipe *recipe, GRand *rand)
{
  recipe->seed += 100000;
  recipe->degrees += g_rand_double_range (rand, -0.6, 0.6);
  recipe->perspective *= vary (rand, 0.15);
  recipe->texture *= vary (rand, 0.2);
  recipe->tint *= vary (rand, 0.2);
  recipe->shadow *= vary (rand, 0.2);
  recipe->darkness *= vary (rand, 0.03);
  recipe->blur *= vary (rand, 0.06);
  recipe->noise *= vary (rand, 0.15);
  recipe->quality += g_rand_int_range (rand, -4, 5);
  recipe->glare.x += g_rand_double_range (rand, -6, 6);
  recipe->glare.y += g_rand_double_range (rand, -6, 6);
  for (guint i = 0; i < SCAN_MAX_SEALS; i++)
    {
      recipe->seals[i].x += g_rand_double_range (rand, -0.6, 0.6);
      recipe->seals[i].y += g_rand_double_range (rand, -0.6, 0.6);
      recipe->seals[i].degrees += g_rand_double_range (rand, -8, 8);
      recipe->seals[i].uneven *= vary (rand, 0.3);
      recipe->seals[i].pale *= vary (rand, 0.03);
      recipe->seals[i].smudged *= vary (rand, 0.05);
      recipe->seals[i].doubled *= vary (rand, 0.05);
      recipe->signatures[i].x += g_rand_double_range (rand, -1, 1);
    }
  recipe->alteration.box.x += g_rand_double_range (rand, -0.5, 0.5);
}

/* Every second case of each family or so. */
static void
hold_out (LabelledCase *one, guint number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);

  one->is_held_out = (number * 2654435761u >> 20) % 2;
  if (!one->is_held_out)
    return;
  draw_again (&one->recipe, rand);
  draw_again (&one->second, rand);
}

GArray *
labelled_cases_new (const LabelledPapers *papers_printed)
{
  LabelledMaker maker = { g_array_new (FALSE, TRUE, sizeof (LabelledCase)), papers_printed };

  labelled_add_light (&maker);
  labelled_add_seals (&maker);
  labelled_add_print (&maker);
  for (guint i = 0; i < maker.cases->len; i++)
    hold_out (&g_array_index (maker.cases, LabelledCase, i), i);
  return maker.cases;
}
