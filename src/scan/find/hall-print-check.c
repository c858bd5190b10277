/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-print-check.h"

#include "hall-cell.h"

/* Fewer discs, and the page is not laid straight enough to be compared. */
#define MIN_MARKS 3

/* Of the print on another page so much is found by chance; on the right one nearly all. */
#define MIN_MATCH   0.60
#define MAX_SAMPLES 10

#define EDGE_MM 0.7 /* of a cell, where its lines are */

/* Ink added and gone: a pen's stroke of 1.3 mm. Clean scans have none. */
#define MIN_CHANGE_MM2 0.45
#define MIN_STROKE_MM  3.0 /* longer than any that print has, through a value */
#define MIN_RED_MM     9.0 /* of a level line of a red pen; a seal's ring is level for less */
#define MAX_ALTERED    6   /* more on a page are said to be another page */
#define MIN_SIGNED_MM2 2.5
#define MIN_SIGNED_MM  6.0

/* The seals on a sheet that was printed from older data are as good. */
static gboolean
can_compare (const HallLookPage *page)
{
  return page->printed != NULL && page->options->document == HALL_DOCUMENT_APPLICATION_FORM
         && page->lay.is_known && page->lay.n_marks >= MIN_MARKS;
}

static HallCell *
lay_over (const HallLookPage *page, const HallGrey *print, const HallRegion *region)
{
  const HallBox box = { region->box.x + EDGE_MM, region->box.y + EDGE_MM,
                        region->box.width - 2 * EDGE_MM, region->box.height - 2 * EDGE_MM };

  return hall_cell_new (print, &page->pixels, &page->lay, &box);
}

static gboolean
is_value (const HallRegion *region, guint sheet_page)
{
  return region->page == sheet_page
         && (region->kind == HALL_REGION_FIELD || region->kind == HALL_REGION_TEXT);
}

/* How much of the print of one page of the sheet is found on @page. */
static double
match_page (const HallLookPage *page, guint sheet_page)
{
  const HallGrey *print = hall_printed_pages_get (page->printed, sheet_page);
  GPtrArray *regions = hall_printed_pages_get_plan (page->printed)->regions;
  double sum = 0;
  guint n = 0;

  for (guint i = 0; print != NULL && i < regions->len && n < MAX_SAMPLES; i++)
    {
      const HallRegion *region = g_ptr_array_index (regions, i);
      g_autoptr (HallCell) cell =
          is_value (region, sheet_page) ? lay_over (page, print, region) : NULL;

      if (cell == NULL || cell->n_print == 0)
        continue;
      sum += hall_cell_get_match (cell);
      n++;
    }
  return n > 0 ? sum / n : 1; /* a page without values, as the seal sheet is */
}

guint
hall_print_check_find_page (const HallLookPage *page)
{
  double best = MIN_MATCH;
  guint found = 0;

  if (!can_compare (page))
    return 0;
  for (guint i = 1; i <= hall_printed_pages_get_plan (page->printed)->n_pages; i++)
    {
      double match = match_page (page, i);

      if (match <= best)
        continue;
      best = match;
      found = i;
    }
  return found;
}

static gboolean
is_altered (const HallLookPage *page, const HallGrey *print, const HallRegion *region)
{
  g_autoptr (HallCell) cell = lay_over (page, print, region);
  HallCellChange change;

  if (cell == NULL)
    return FALSE;
  change = hall_cell_compare (cell);
  return change.stroke_mm >= MIN_STROKE_MM || change.red_mm >= MIN_RED_MM
         || change.extra_mm2 + change.missing_mm2 >= MIN_CHANGE_MM2;
}

/* The region's name stands for its label, which whoever has the catalogue puts in. */
static void
say_altered (const HallLookPage *page, HallLook *look, const HallRegion *region)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallFinding *finding;

  hall_issue_set (&issue, HALL_ISSUE_SHEET_ALTERED, region->name, region->name);
  finding = hall_finding_new ("", &issue);
  finding->place = hall_sheet_lay_place (&page->lay, page->number, &region->box);
  g_ptr_array_add (look->findings, finding);
}

static void
say_other_page (const HallLookPage *page, HallLook *look)
{
  hall_look_add (look, HALL_ISSUE_SHEET_OTHER_PAGE, page->number, -1,
                 &(HallPlace){ .page = page->number, .width = 1, .height = 1 });
}

static void
check_values (const HallLookPage *page, HallLook *look, const HallGrey *print)
{
  GPtrArray *regions = hall_printed_pages_get_plan (page->printed)->regions;
  g_autoptr (GPtrArray) altered = g_ptr_array_new ();

  for (guint i = 0; i < regions->len; i++)
    {
      HallRegion *region = g_ptr_array_index (regions, i);

      if (is_value (region, page->sheet_page) && is_altered (page, print, region))
        g_ptr_array_add (altered, region);
    }
  if (altered->len > MAX_ALTERED)
    say_other_page (page, look);
  for (guint i = 0; i < altered->len && altered->len <= MAX_ALTERED; i++)
    say_altered (page, look, g_ptr_array_index (altered, i));
}

/* Whose signature it is: two may be missing on one page. */
static void
say_unsigned (const HallLookPage *page, HallLook *look, const HallRegion *region)
{
  static const HallStaticLabel handler = HALL_TEXTS ("handler", "经办人");
  static const HallStaticLabel subject = HALL_TEXTS ("subject person", "申请人");
  const HallStaticLabel *who = g_str_equal (region->name, "subject") ? &subject : &handler;
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  HallFinding *finding;

  hall_issue_set (&issue, HALL_ISSUE_SIGNATURE_MISSING, who->text[HALL_LANG_ZH_CN],
                  who->text[HALL_LANG_EN]);
  issue.args[2] = g_strdup_printf ("%u", page->number);
  finding = hall_finding_new ("", &issue);
  finding->place = hall_sheet_lay_place (&page->lay, page->number, &region->box);
  g_ptr_array_add (look->findings, finding);
}

static void
check_signature (const HallLookPage *page,
                 HallLook *look,
                 const HallGrey *print,
                 const HallRegion *region)
{
  g_autoptr (HallCell) cell = lay_over (page, print, region);
  HallCellChange change;

  if (cell == NULL)
    return;
  change = hall_cell_compare (cell);
  if (change.extra_mm2 < MIN_SIGNED_MM2 || change.extent_mm < MIN_SIGNED_MM)
    say_unsigned (page, look, region);
}

static void
check_signatures (const HallLookPage *page, HallLook *look, const HallGrey *print)
{
  GPtrArray *regions = hall_printed_pages_get_plan (page->printed)->regions;

  for (guint i = 0; i < regions->len && page->options->is_by_hand; i++)
    {
      const HallRegion *region = g_ptr_array_index (regions, i);

      if (region->kind == HALL_REGION_SIGNATURE && region->page == page->sheet_page)
        check_signature (page, look, print, region);
    }
}

void
hall_print_check_page (const HallLookPage *page, HallLook *look)
{
  const HallGrey *print;

  if (!can_compare (page))
    return;
  if (!page->is_sheet)
    {
      say_other_page (page, look);
      return;
    }
  look->sheet_pages |= G_GUINT64_CONSTANT (1) << MIN (page->sheet_page - 1, 63);
  print = hall_printed_pages_get (page->printed, page->sheet_page);
  if (print == NULL)
    return;
  check_values (page, look, print);
  check_signatures (page, look, print);
}

void
hall_print_check_file (HallLook *look, const HallLookOptions *options)
{
  guint seen = 0;

  for (guint i = 0; i < 64; i++)
    seen += look->sheet_pages >> i & 1;
  if (seen > 0 && seen < options->sheet->plan->n_pages)
    hall_look_add (look, HALL_ISSUE_SHEET_PAGES_MISSING, options->sheet->plan->n_pages, seen, NULL);
}
