/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-capture-check.h"

#define INK_DPI  75
#define FINE_DPI 285 /* what is called 300, and measured a little less */

GArray *
hall_capture_measure (const HallPixels *pixels,
                      const HallSheetLay *lay,
                      const HallSheetPlan *plan,
                      guint sheet_page)
{
  guint divide = MAX ((guint) (lay->dpi / INK_DPI + 0.5), 1);
  HallSheetLay coarse_lay = hall_sheet_lay_scale (lay, 1.0 / divide);
  g_autoptr (HallInk) coarse = hall_ink_new (pixels, divide);
  g_autoptr (HallInk) fine = hall_ink_new (pixels, 1);
  GArray *impressions = g_array_new (FALSE, FALSE, sizeof (HallImpression));

  for (guint i = 0; i < plan->regions->len; i++)
    {
      const HallRegion *region = g_ptr_array_index (plan->regions, i);
      HallImpression impression;

      if (region->page != sheet_page || !hall_impression_is_frame (region->kind))
        continue;
      hall_impression_look (&impression, region, coarse, &coarse_lay, fine, lay);
      g_array_append_val (impressions, impression);
    }
  return impressions;
}

static void
add (HallLook *look,
     const HallLookPage *page,
     HallIssueCode code,
     const HallImpression *impression,
     gint64 number)
{
  HallPlace place = hall_sheet_lay_place (&page->lay, page->number, &impression->frame->box);

  hall_look_add (look, code, number, -1, &place);
}

static gint64
get_number (const HallImpression *impression)
{
  guint64 number = g_ascii_strtoull (impression->frame->name, NULL, 10);

  return number > 0 ? (gint64) number : 1;
}

static void
say_faults (HallLook *look, const HallLookPage *page, const HallImpression *impression)
{
  const struct
  {
    gboolean is_so;
    HallIssueCode code;
  } faults[] = {
    { impression->over, HALL_ISSUE_SEAL_OVER_FRAME },
    { impression->doubled, HALL_ISSUE_SEAL_DOUBLED },
    { impression->blurred, HALL_ISSUE_SEAL_BLURRED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    if (faults[i].is_so)
      add (look, page, faults[i].code, impression, get_number (impression));
  if (impression->pale)
    add (look, page, HALL_ISSUE_SEAL_PALE, impression, -1);
}

/* Whether a frame of @kind holds something. */
static gboolean
has_any (GArray *impressions, HallRegionKind kind)
{
  for (guint i = 0; i < impressions->len; i++)
    {
      const HallImpression *each = &g_array_index (impressions, HallImpression, i);

      if (each->present && each->frame->kind == kind)
        return TRUE;
    }
  return FALSE;
}

/* An empty frame matters where its fellows were used; a private seal or a signature is enough. */
static void
say_frame (HallLook *look,
           const HallLookPage *page,
           GArray *impressions,
           const HallImpression *impression)
{
  if (impression->present)
    say_faults (look, page, impression);
  else if (impression->frame->kind == HALL_REGION_CONFIRM_FRAME)
    add (look, page, HALL_ISSUE_SEAL_MISSING, impression, -1);
  else if (has_any (impressions, impression->frame->kind))
    add (look, page, HALL_ISSUE_SEAL_FRAME_EMPTY, impression, get_number (impression));
}

static void
say_frames (HallLook *look, const HallLookPage *page, GArray *impressions)
{
  const HallImpression *best = hall_impressions_find_best (impressions);

  if (best == NULL)
    {
      add (look, page, HALL_ISSUE_SEAL_SHEET_EMPTY, &g_array_index (impressions, HallImpression, 0),
           -1);
      return;
    }
  for (guint i = 0; i < impressions->len; i++)
    say_frame (look, page, impressions, &g_array_index (impressions, HallImpression, i));
  if (!hall_impression_is_good (best))
    add (look, page, HALL_ISSUE_SEAL_NO_GOOD, best, -1);
}

void
hall_capture_check_page (const HallLookPage *page, HallLook *look)
{
  const HallLookOptions *options = page->options;
  const HallSheetPlan *plan = hall_look_page_get_plan (page);
  g_autoptr (GArray) impressions = NULL;

  if (!options->is_for_slot || options->document != HALL_DOCUMENT_SEAL_SHEET
      || !options->is_by_hand)
    return;
  if (page->source_dpi > 0 && page->source_dpi < FINE_DPI)
    hall_look_add (look, HALL_ISSUE_SEAL_COARSE, (gint64) (page->source_dpi + 0.5), -1,
                   &(HallPlace){ .page = page->number, .width = 1, .height = 1 });
  if (plan == NULL || !page->lay.is_known)
    return;
  impressions = hall_capture_measure (&page->pixels, &page->lay, plan, page->sheet_page);
  if (impressions->len > 0)
    say_frames (look, page, impressions);
}
