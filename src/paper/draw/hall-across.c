/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-across.h"

#include <math.h>

/* Light enough to read through, dark enough to survive a copy. */
#define ACROSS_GREY     0.85
#define ACROSS_PT       30.0
#define SLANT           (G_PI / 6)
#define GAP_MM          9.0 /* between one and the next */
#define SMALL_MARGIN_MM 4.0 /* of a page smaller than A4 */
#define STEP_MM         3.0 /* how finely room is looked for */

/* The upright box around the slanting words, @across being what they take lying. */
static HallBox
get_slanted (double width, double height)
{
  return (HallBox){ 0, 0, width * cos (SLANT) + height * sin (SLANT),
                    width * sin (SLANT) + height * cos (SLANT) };
}

static gboolean
is_free (GArray *boxes, const HallBox *box, double gap)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const HallBox *other = &g_array_index (boxes, HallBox, i);

      if (box->x < other->x + other->width + gap && other->x < box->x + box->width + gap
          && box->y < other->y + other->height + gap && other->y < box->y + box->height + gap)
        return FALSE;
    }
  return TRUE;
}

/* Over all there is, as a stamp: it darkens the white and leaves the black. */
static void
draw_at (HallPaper *paper, PangoLayout *layout, const HallBox *box)
{
  cairo_t *cairo = hall_paper_get_cairo (paper);

  cairo_save (cairo);
  cairo_set_operator (cairo, CAIRO_OPERATOR_MULTIPLY);
  cairo_translate (cairo, HALL_MM_TO_PT (box->x + box->width / 2),
                   HALL_MM_TO_PT (box->y + box->height / 2));
  cairo_rotate (cairo, -SLANT);
  hall_paper_draw_layout (paper, layout, -hall_layout_get_width_mm (layout) / 2,
                          -hall_layout_get_height_mm (layout) / 2);
  cairo_restore (cairo);
}

void
hall_across_draw (HallPaper *paper, const char *text, GArray *clear)
{
  static const HallTextStyle style = { .size_pt = ACROSS_PT, .bold = TRUE, .grey = ACROSS_GREY };
  g_autoptr (PangoLayout) layout = hall_paper_layout (paper, &style, text, -1);
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (HallBox));
  HallBox box = get_slanted (hall_layout_get_width_mm (layout), hall_layout_get_height_mm (layout));
  double margin = hall_paper_get_width_mm (paper) < HALL_PAPER_WIDTH_MM ? SMALL_MARGIN_MM
                                                                        : HALL_PAPER_MARGIN_MM;
  double right = hall_paper_get_width_mm (paper) - margin - box.width;
  double bottom = hall_paper_get_height_mm (paper) - margin - box.height;

  for (box.y = margin; box.y <= bottom; box.y += STEP_MM)
    for (box.x = margin; box.x <= right; box.x += STEP_MM)
      if (is_free (clear, &box, 0) && is_free (drawn, &box, GAP_MM))
        {
          draw_at (paper, layout, &box);
          g_array_append_val (drawn, box);
        }
}
