/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal-maker.h"

#include <math.h>

#define RING_MM   1.2
#define N_SIGNS   12
#define SIGN_PART 0.13 /* of the diameter */

static void
add_star (cairo_t *cairo, double radius)
{
  for (guint i = 0; i < 10; i++)
    {
      double r = i % 2 == 0 ? radius : radius * 0.382, angle = i * G_PI / 5 - G_PI_2;

      cairo_line_to (cairo, r * cos (angle), r * sin (angle));
    }
  cairo_close_path (cairo);
}

/* Something with strokes like those of a character. */
static void
draw_sign (cairo_t *cairo, double side)
{
  static const double strokes[][4] = {
    { -0.4, -0.4, 0.4, -0.4 }, { 0, -0.5, 0, 0.5 },         { -0.45, 0, 0.45, 0 },
    { -0.4, 0.45, 0.4, 0.45 }, { -0.35, -0.4, -0.35, 0.4 },
  };

  cairo_set_line_width (cairo, side * 0.12);
  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      cairo_move_to (cairo, strokes[i][0] * side, strokes[i][1] * side);
      cairo_line_to (cairo, strokes[i][2] * side, strokes[i][3] * side);
    }
  cairo_stroke (cairo);
}

static void
stamp_once (cairo_t *cairo, const SealImpression *seal)
{
  double radius = seal->diameter / 2;
  double ring = RING_MM * MIN (seal->diameter / 40, 1);

  cairo_set_source_rgb (cairo, seal->red, seal->green, seal->blue);
  cairo_set_line_width (cairo, ring);
  cairo_new_path (cairo);
  cairo_arc (cairo, 0, 0, radius - ring / 2, 0.4 + seal->missing, 0.4 + 2 * G_PI);
  cairo_stroke (cairo);
  add_star (cairo, radius * 0.33);
  cairo_fill (cairo);
  for (guint i = 0; i < N_SIGNS; i++)
    {
      cairo_save (cairo);
      cairo_rotate (cairo, (i - (N_SIGNS - 1) / 2.0) * 0.36);
      cairo_translate (cairo, 0, -radius * 0.76);
      draw_sign (cairo, seal->diameter * SIGN_PART);
      cairo_restore (cairo);
    }
}

void
seal_maker_stamp (cairo_t *cairo, const SealImpression *seal)
{
  for (guint i = 0; i < (seal->shift > 0 ? 2 : 1); i++)
    {
      cairo_save (cairo);
      cairo_translate (cairo, seal->x + i * seal->shift, seal->y + i * seal->shift / 3);
      if (seal->flat > 0)
        cairo_scale (cairo, 1, seal->flat);
      stamp_once (cairo, seal);
      cairo_restore (cairo);
    }
}

void
seal_maker_mark (cairo_t *cairo, gpointer data)
{
  for (const SealImpression *seal = data; seal->diameter > 0; seal++)
    seal_maker_stamp (cairo, seal);
}

void
seal_maker_sign (cairo_t *cairo, double x, double y, gboolean blue)
{
  cairo_save (cairo);
  cairo_translate (cairo, x, y);
  cairo_set_source_rgb (cairo, blue ? 0.1 : 0.12, blue ? 0.15 : 0.12, blue ? 0.55 : 0.14);
  cairo_set_line_width (cairo, 0.5);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cairo, 0, 3);
  cairo_curve_to (cairo, 4, -6, 6, 8, 9, -2);
  cairo_curve_to (cairo, 11, -6, 12, 6, 15, 1);
  cairo_curve_to (cairo, 18, -5, 17, 7, 25, -3);
  cairo_move_to (cairo, 3, -3);
  cairo_line_to (cairo, 12, 4);
  cairo_move_to (cairo, 14, -4);
  cairo_line_to (cairo, 16, 5);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}
