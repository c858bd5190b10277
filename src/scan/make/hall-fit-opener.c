/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first look at a page: its preview, and what is suggested.
 */
#include <math.h>

#include "hall-application.h"
#include "hall-corners.h"
#include "hall-fit-apply.h"
#include "hall-fit-maker.h"
#include "hall-fit-source.h"
#include "hall-paper-white.h"

/* From here on a page looks better with its light evened out. */
#define UNEVEN 0.12

#define A4_LONG_INCHES 11.69
#define MIN_SIDE       600 /* of the shorter side: less is refused by the hall */

static void
warn (HallFitPage *page, HallIssueCode code, guint arg1, guint arg2)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set_numbers (&issue, code, arg1, arg2);
  g_ptr_array_add (page->findings, hall_finding_new ("document", &issue));
}

static void
suggest (HallFitPage *page)
{
  HallFitRecipe *recipe = &page->recipe;
  g_autoptr (GdkPixbuf) straight = NULL;

  if (page->format == HALL_FIT_PDF)
    return;
  recipe->has_corners = hall_corners_find (page->preview, recipe->corners);
  straight = hall_fit_apply_sized (page->preview, recipe, 0.5);
  if (straight != NULL && hall_paper_get_unevenness (straight) > UNEVEN)
    recipe->colour = HALL_FIT_WHITE;
}

/* As an A4 page, which is what the warnings are about. */
static void
judge (HallFitPage *page)
{
  guint width, height, dpi;

  hall_fit_measure (page->width, page->height, &page->recipe, &width, &height);
  dpi = (guint) (MAX (width, height) / A4_LONG_INCHES);
  if (MIN (width, height) < MIN_SIDE)
    warn (page, HALL_ISSUE_IMAGE_TOO_SMALL, MIN (width, height), MIN_SIDE);
  else if (dpi < HALL_FIT_MIN_DPI)
    warn (page, HALL_ISSUE_SCAN_COARSE, page->page + 1, dpi);
}

HallFitPage *
hall_fit_maker_open (GBytes *bytes, guint index, GError **error)
{
  g_autoptr (HallFitSource) source = hall_fit_source_open (bytes, error);
  g_autoptr (HallFitPage) page = NULL;
  const HallFitMetadata *metadata;
  HallFitSize size;

  if (source == NULL)
    return NULL;
  page = hall_fit_page_new ();
  metadata = hall_fit_source_get_metadata (source);
  page->preview = hall_fit_source_draw (source, index, HALL_FIT_PREVIEW_SIDE, &size, error);
  if (page->preview == NULL)
    return NULL;
  if (MAX (gdk_pixbuf_get_width (page->preview), gdk_pixbuf_get_height (page->preview))
      > HALL_FIT_PREVIEW_SIDE)
    {
      HallFitRecipe nothing = HALL_FIT_RECIPE_INIT;
      int longer =
          MAX (gdk_pixbuf_get_width (page->preview), gdk_pixbuf_get_height (page->preview));
      GdkPixbuf *smaller =
          hall_fit_apply_sized (page->preview, &nothing, (double) HALL_FIT_PREVIEW_SIDE / longer);

      g_set_object (&page->preview, smaller);
      g_clear_object (&smaller);
    }
  page->format = hall_fit_source_get_format (source);
  page->n_pages = hall_fit_source_get_n_pages (source);
  page->page = index;
  page->width = (guint) lround (size.width);
  page->height = (guint) lround (size.height);
  page->dpi = size.width_mm > 0 ? size.width / size.width_mm * 25.4 : 0;
  page->has_exif = metadata->has_exif;
  page->has_gps = metadata->has_gps;
  suggest (page);
  judge (page);
  return g_steal_pointer (&page);
}
