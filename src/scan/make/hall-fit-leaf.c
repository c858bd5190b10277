/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-leaf.h"

#include <math.h>

#include "hall-fit-apply.h"

#define MM_PER_INCH 25.4

/* More is not seen on paper, and makes files large. */
#define MAX_DPI      300.0
#define MAX_SEAL_DPI 600.0
#define CARD_DPI     450.0
#define CARD_MIN_DPI 300.0

/* Sheets that a file may ask for; others are put on A4. */
#define MIN_SHEET_MM 50.0
#define MAX_SHEET_MM 450.0

#define CARD_GAP_MM 20.0
#define CARD_RATIO  (HALL_FIT_CARD_WIDTH_MM / HALL_FIT_CARD_HEIGHT_MM)
#define CARD_SLACK  0.12 /* a card cut out a little askew still fills its place */

void
hall_fit_leaf_clear (HallFitLeaf *self)
{
  g_clear_object (&self->picture);
  g_clear_pointer (&self->jpeg, g_bytes_unref);
}

gboolean
hall_fit_leaf_can_keep (const HallFitLeaf *self)
{
  return hall_fit_recipe_only_turns (&self->input->recipe);
}

gboolean
hall_fit_leaf_is_turned (const HallFitLeaf *self)
{
  return self->input->recipe.turns != 0
         || hall_fit_source_get_metadata (self->source)->orientation != 1;
}

static gboolean
is_lying (const HallFitLeaf *self)
{
  return self->input->recipe.turns % 2 != 0;
}

gboolean
hall_fit_leaf_keep (HallFitLeaf *self, GError **error)
{
  HallFitFormat format = hall_fit_source_get_format (self->source);
  GBytes *stripped = hall_fit_source_get_stripped (self->source);

  self->is_kept = TRUE;
  self->quality = 0;
  if (format != HALL_FIT_JPEG && format != HALL_FIT_PDF && !hall_fit_leaf_draw (self, error))
    return FALSE;
  if (self->picture != NULL)
    return TRUE;
  if (stripped != NULL)
    self->jpeg = g_bytes_ref (stripped);
  if (!hall_fit_source_measure (self->source, self->input->page, &self->size))
    {
      hall_fit_fail (error, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
      return FALSE;
    }
  self->width = (guint) lround (is_lying (self) ? self->size.height : self->size.width);
  self->height = (guint) lround (is_lying (self) ? self->size.width : self->size.height);
  return TRUE;
}

static double
get_max_dpi (const HallFitLeaf *self)
{
  if (self->wish->layout == HALL_FIT_ID_CARD)
    return CARD_DPI;
  return self->wish->is_seal_sheet ? MAX_SEAL_DPI : MAX_DPI;
}

/* Of the finest that is wanted, up to 1. */
static double
choose_scale (const HallFitLeaf *self, const HallFitSize *size)
{
  HallFitLeaf whole = *self;

  whole.size = *size;
  hall_fit_measure ((guint) lround (size->width), (guint) lround (size->height),
                    &self->input->recipe, &whole.width, &whole.height);
  return MIN (get_max_dpi (self) / MAX (hall_fit_leaf_get_dpi (&whole), 1), 1);
}

gboolean
hall_fit_leaf_draw (HallFitLeaf *self, GError **error)
{
  HallFitSize size = { 0 };
  g_autoptr (GdkPixbuf) all = NULL;
  double scale = 1, longer;
  guint min_side = 0;

  if (self->picture != NULL)
    return TRUE;
  if (!self->is_kept && hall_fit_source_measure (self->source, self->input->page, &size))
    min_side = (guint) ceil (choose_scale (self, &size) * MAX (size.width, size.height));
  all = hall_fit_source_draw (self->source, self->input->page, min_side, &self->size, error);
  if (all == NULL)
    return FALSE;
  longer = MAX (gdk_pixbuf_get_width (all), gdk_pixbuf_get_height (all));
  if (!self->is_kept)
    scale = choose_scale (self, &self->size) * MAX (self->size.width, self->size.height) / longer;
  self->is_reduced = longer * MIN (scale, 1) < MAX (self->size.width, self->size.height) * 0.99;
  self->picture = hall_fit_apply_sized (all, &self->input->recipe, MIN (scale, 1));
  if (self->picture == NULL)
    {
      hall_fit_fail (error, HALL_ISSUE_FILE_DAMAGED, NULL, NULL);
      return FALSE;
    }
  self->width = (guint) gdk_pixbuf_get_width (self->picture);
  self->height = (guint) gdk_pixbuf_get_height (self->picture);
  return TRUE;
}

/* The file's or the recipe's word for how large it is; else nobody knows. */
static gboolean
has_true_size (const HallFitLeaf *self)
{
  double ratio =
      (double) MAX (self->width, self->height) / MAX (MIN (self->width, self->height), 1);
  double a4 = HALL_FIT_A4_HEIGHT_MM / HALL_FIT_A4_WIDTH_MM;

  return self->size.width_mm > 0
         || (self->input->recipe.has_corners && fabs (ratio / a4 - 1) < 0.01);
}

static HallFitSqueeze
get_squeeze (const HallFitLeaf *self, gsize max_bytes)
{
  double dpi = hall_fit_leaf_get_dpi (self);
  double floor = self->wish->layout == HALL_FIT_ID_CARD ? CARD_MIN_DPI : self->wish->min_dpi;

  return (HallFitSqueeze){ .max_bytes = max_bytes,
                           .min_scale = MIN (floor / MAX (dpi, 1), 1),
                           .is_grey = self->input->recipe.colour == HALL_FIT_GREY,
                           .is_fine = self->wish->is_seal_sheet,
                           .dpi = has_true_size (self) ? dpi : 0 };
}

gboolean
hall_fit_leaf_squeeze (HallFitLeaf *self, gsize max_bytes)
{
  HallFitSqueeze wish = get_squeeze (self, max_bytes);
  HallFitSqueezed squeezed;

  if (!hall_fit_squeeze (self->picture, &wish, &squeezed))
    return FALSE;
  g_clear_pointer (&self->jpeg, g_bytes_unref);
  self->jpeg = squeezed.jpeg;
  self->quality = squeezed.quality;
  self->is_reduced = self->is_reduced || squeezed.width < self->width;
  self->width = squeezed.width;
  self->height = squeezed.height;
  return TRUE;
}

double
hall_fit_leaf_guess (const HallFitLeaf *self)
{
  HallFitSqueeze wish = get_squeeze (self, 0);

  return hall_fit_squeeze_guess (self->picture, &wish);
}

/* What is put on the sheet, in whatever state it is. */
static HallFitPlacing
get_content (const HallFitLeaf *self)
{
  guint orientation = hall_fit_source_get_metadata (self->source)->orientation;
  HallFitPlacing placing = { .jpeg = self->jpeg, .orientation = 1 };
  gboolean is_swapped;

  placing.width = self->width;
  placing.height = self->height;
  if (!self->is_kept)
    return placing;
  if (self->picture != NULL) /* turned already */
    {
      placing.pixels = self->picture;
      return placing;
    }
  placing.turns = self->input->recipe.turns;
  if (self->jpeg == NULL)
    {
      placing.source = self->source;
      placing.page = self->input->page;
      return placing;
    }
  placing.orientation = orientation;
  is_swapped = is_lying (self) != (orientation >= 5);
  placing.width = is_swapped ? self->height : self->width;
  placing.height = is_swapped ? self->width : self->height;
  return placing;
}

/* As seen; FALSE if it is not known or makes no sheet. */
static gboolean
get_own_size (const HallFitLeaf *self, double *width_mm, double *height_mm)
{
  *width_mm = is_lying (self) ? self->size.height_mm : self->size.width_mm;
  *height_mm = is_lying (self) ? self->size.width_mm : self->size.height_mm;
  return !self->input->recipe.has_corners && MIN (*width_mm, *height_mm) >= MIN_SHEET_MM
         && MAX (*width_mm, *height_mm) <= MAX_SHEET_MM;
}

/* As large as it can be inside a box, in its middle. */
static void
fit_into (HallFitPlacing *placing, double ratio, const double box[4])
{
  placing->shown_width = MIN (box[2], box[3] * ratio);
  placing->shown_height = placing->shown_width / ratio;
  placing->left = box[0] + (box[2] - placing->shown_width) / 2;
  placing->top = box[1] + (box[3] - placing->shown_height) / 2;
}

void
hall_fit_leaf_lay (const HallFitLeaf *self, HallFitSheet *sheet)
{
  gboolean is_wide = self->width > self->height;
  double box[4] = { 0 };

  if (!get_own_size (self, &sheet->width_mm, &sheet->height_mm))
    {
      sheet->width_mm = is_wide ? HALL_FIT_A4_HEIGHT_MM : HALL_FIT_A4_WIDTH_MM;
      sheet->height_mm = is_wide ? HALL_FIT_A4_WIDTH_MM : HALL_FIT_A4_HEIGHT_MM;
    }
  box[2] = sheet->width_mm;
  box[3] = sheet->height_mm;
  sheet->n_placings = 1;
  sheet->placings[0] = get_content (self);
  fit_into (&sheet->placings[0], (double) self->width / MAX (self->height, 1), box);
}

void
hall_fit_leaf_lay_card (const HallFitLeaf *self, guint index, HallFitSheet *sheet)
{
  HallFitPlacing *placing = &sheet->placings[index];
  gboolean is_upright = self->height > self->width;
  double width = is_upright ? self->height : self->width;
  double height = is_upright ? self->width : self->height;
  double total = 2 * HALL_FIT_CARD_HEIGHT_MM + CARD_GAP_MM;
  const double box[4] = { (HALL_FIT_A4_WIDTH_MM - HALL_FIT_CARD_WIDTH_MM) / 2,
                          (HALL_FIT_A4_HEIGHT_MM - total) / 2
                              + index * (HALL_FIT_CARD_HEIGHT_MM + CARD_GAP_MM),
                          HALL_FIT_CARD_WIDTH_MM, HALL_FIT_CARD_HEIGHT_MM };
  double ratio = width / MAX (height, 1);

  *placing = get_content (self);
  placing->turns = is_upright ? 1 : 0;
  fit_into (placing, fabs (ratio / CARD_RATIO - 1) < CARD_SLACK ? CARD_RATIO : ratio, box);
  sheet->width_mm = HALL_FIT_A4_WIDTH_MM;
  sheet->height_mm = HALL_FIT_A4_HEIGHT_MM;
  sheet->n_placings = MAX (sheet->n_placings, index + 1);
}

double
hall_fit_leaf_get_dpi (const HallFitLeaf *self)
{
  double longer = MAX (self->width, self->height);
  HallFitSheet sheet = { 0 };

  if (self->wish->layout == HALL_FIT_ID_CARD)
    return longer / HALL_FIT_CARD_WIDTH_MM * MM_PER_INCH;
  hall_fit_leaf_lay (self, &sheet);
  return longer / MAX (sheet.placings[0].shown_width, sheet.placings[0].shown_height) * MM_PER_INCH;
}
