/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "labelled-maker.h"

/* What somebody did to a printed value; x and y are from its cell's upper left corner, a height of
 * 0 is that of the cell. */
static const struct
{
  ScanAlteration alteration;
  guint n;
} changes[] = {
  { { SCAN_STRUCK, { 2, 0, 24, 0 }, "13907" }, 8 },
  { { SCAN_STRUCK_RED, { 2, 0, 24, 0 }, "13907" }, 8 },
  { { SCAN_PATCHED, { 1, 0.8, 20, -1.6 }, "某某贸易" }, 8 },
  { { SCAN_PATCHED, { 3.5, 0.8, 4, -1.6 }, "龙" }, 8 }, /* one character of a name */
  { { SCAN_OVERWRITTEN, { 5, 0, 3, 0 }, "8" }, 8 },
};

static const char *const fields[] = { "organisation.uscc", "handler.mobile", "organisation.name",
                                      "handler.id_number" };

static void
add_altered (LabelledMaker *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    for (guint j = 0; j < changes[i].n; j++)
      {
        Paper paper = j / 4 % 2 ? PAPER_FORM : PAPER_PERSON_FORM;
        const HallBox *box = &hall_sheet_plan_find (self->papers->sheets[paper]->plan,
                                                    HALL_REGION_FIELD, fields[j % 4])
                                  ->box;
        LabelledCase *one = labelled_add (self, "altered", paper, &scan_sim_flatbed);
        ScanAlteration alteration = changes[i].alteration;

        alteration.box.x += box->x;
        alteration.box.y += box->y;
        alteration.box.height += box->height;
        one->recipe.alteration = alteration;
        one->recipe.degrees = j % 5 - 2.0;
        one->must |= LABEL_BIT (LABEL_ALTERED);
      }
}

/* A form of two pages, in all ways in which they can be put together. */
static const struct
{
  const char *what;
  guint first;
  Paper other;
  guint second;
  guint64 must;
} bundles[] = {
  { "both pages", 1, PAPER_LONG_FORM, 2, 0 },
  { "turned round", 2, PAPER_LONG_FORM, 1, 0 }, /* each page says which it is */
  { "twice the first", 1, PAPER_LONG_FORM, 1, LABEL_BIT (LABEL_PAGES_MISSING) },
  { "twice the second", 2, PAPER_LONG_FORM, 2, LABEL_BIT (LABEL_PAGES_MISSING) },
  { "the first alone", 1, PAPER_EMPTY, 0, LABEL_BIT (LABEL_PAGES_MISSING) },
  { "the second alone", 2, PAPER_EMPTY, 0, LABEL_BIT (LABEL_PAGES_MISSING) },
  { "a seal sheet", 1, PAPER_SEAL_SHEET, 1,
    LABEL_BIT (LABEL_OTHER_PAGE) | LABEL_BIT (LABEL_PAGES_MISSING) },
  { "a seal sheet", 2, PAPER_PERSON_SEAL_SHEET, 1,
    LABEL_BIT (LABEL_OTHER_PAGE) | LABEL_BIT (LABEL_PAGES_MISSING) },
  { "another's first page", 2, PAPER_PERSON_FORM, 1, LABEL_BIT (LABEL_ALTERED) },
};

static void
add_bundles (LabelledMaker *self)
{
  for (guint i = 0; i < 4 * G_N_ELEMENTS (bundles); i++)
    {
      guint way = i / 4;
      LabelledCase *one =
          labelled_add_pdf (self, bundles[way].what, PAPER_LONG_FORM, bundles[way].first,
                            bundles[way].other, bundles[way].second);

      one->recipe.degrees = i % 5 - 2.0;
      one->must |= bundles[way].must;
      /* what is to be signed and stamped may be on the page that is missing */
      one->may |= LABEL_BIT (LABEL_SEAL_MISSING) | LABEL_BIT (LABEL_SIGNATURE_MISSING)
                  | LABEL_BIT (LABEL_SEAL_MISPLACED);
    }
}

void
labelled_add_print (LabelledMaker *self)
{
  add_altered (self);
  add_bundles (self);
}
