/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice-stamp.h"

#include <math.h>

/* An enterprise's seal: a ring around a star, characters between them. */
#define OFFICIAL_RADIUS_MM 21.0
#define RING_MM            1.2
#define STAR_RADIUS_MM     6.5
#define N_CHARACTERS       14
#define CHARACTER_MM       4.2

#define PRIVATE_MM 18.0 /* the side of a private seal */

/* Seals are never put down quite straight. */
#define ASKEW 0.05

static void
use_red_ink (cairo_t *cairo)
{
  cairo_set_operator (cairo, CAIRO_OPERATOR_MULTIPLY);
  cairo_set_source_rgb (cairo, 0.85, 0.13, 0.16);
}

static void
draw_star (cairo_t *cairo)
{
  for (guint i = 0; i < 5; i++)
    {
      double angle = -G_PI / 2 + i * 4 * G_PI / 5;

      cairo_line_to (cairo, STAR_RADIUS_MM * cos (angle), STAR_RADIUS_MM * sin (angle));
    }
  cairo_close_path (cairo);
  cairo_set_fill_rule (cairo, CAIRO_FILL_RULE_WINDING);
  cairo_fill (cairo);
}

/* Three strokes for a character: nobody's name. */
static void
draw_character (cairo_t *cairo)
{
  double half = CHARACTER_MM / 2;

  cairo_move_to (cairo, -half * 0.7, -half * 0.7);
  cairo_line_to (cairo, half * 0.7, -half * 0.7);
  cairo_move_to (cairo, 0, -half);
  cairo_line_to (cairo, 0, half);
  cairo_move_to (cairo, -half * 0.6, half * 0.4);
  cairo_line_to (cairo, half * 0.6, half * 0.2);
  cairo_stroke (cairo);
}

void
hall_practice_stamp_official (cairo_t *cairo, double x, double y)
{
  cairo_save (cairo);
  cairo_translate (cairo, x, y);
  cairo_rotate (cairo, ASKEW);
  use_red_ink (cairo);
  cairo_set_line_width (cairo, RING_MM);
  cairo_new_path (cairo);
  cairo_arc (cairo, 0, 0, OFFICIAL_RADIUS_MM - RING_MM / 2, 0, 2 * G_PI);
  cairo_stroke (cairo);
  draw_star (cairo);
  cairo_set_line_width (cairo, 0.6);
  for (guint i = 0; i < N_CHARACTERS; i++)
    {
      cairo_save (cairo);
      cairo_rotate (cairo, (i - (N_CHARACTERS - 1) / 2.0) * 1.45 * G_PI / N_CHARACTERS);
      cairo_translate (cairo, 0, -OFFICIAL_RADIUS_MM + RING_MM + CHARACTER_MM);
      draw_character (cairo);
      cairo_restore (cairo);
    }
  cairo_restore (cairo);
}

static void
draw_private (cairo_t *cairo, double x, double y)
{
  cairo_save (cairo);
  cairo_translate (cairo, x, y);
  cairo_rotate (cairo, ASKEW);
  use_red_ink (cairo);
  cairo_set_line_width (cairo, 1);
  cairo_rectangle (cairo, -PRIVATE_MM / 2, -PRIVATE_MM / 2, PRIVATE_MM, PRIVATE_MM);
  cairo_stroke (cairo);
  cairo_set_line_width (cairo, 0.8);
  for (guint i = 0; i < 4; i++)
    {
      cairo_save (cairo);
      cairo_translate (cairo, (i % 2 - 0.5) * PRIVATE_MM * 0.45, (i / 2 - 0.5) * PRIVATE_MM * 0.45);
      draw_character (cairo);
      cairo_restore (cairo);
    }
  cairo_restore (cairo);
}

/* Loops and strokes of a black pen over two thirds of the room there is. */
static void
sign (cairo_t *cairo, const HallBox *box)
{
  static const double strokes[][6] = {
    { 0.10, 0.20, 0.30, 0.90, 0.20, 0.50 }, { 0.30, 0.10, 0.15, 0.80, 0.45, 0.75 },
    { 0.55, 0.15, 0.40, 0.60, 0.65, 0.45 }, { 0.70, 0.10, 0.60, 0.95, 0.85, 0.80 },
    { 0.75, 0.60, 0.95, 0.10, 1.00, 0.70 },
  };
  double width = MIN (box->width * 0.6, 36), height = MIN (box->height * 0.6, 13);

  cairo_save (cairo);
  cairo_translate (cairo, box->x + (box->width - width) / 2, box->y + (box->height - height) / 2);
  cairo_scale (cairo, width, height);
  cairo_new_path (cairo);
  cairo_move_to (cairo, 0, 0.6);
  for (gsize i = 0; i < G_N_ELEMENTS (strokes); i++)
    cairo_curve_to (cairo, strokes[i][0], strokes[i][1], strokes[i][2], strokes[i][3],
                    strokes[i][4], strokes[i][5]);
  cairo_restore (cairo);
  cairo_save (cairo);
  cairo_set_line_width (cairo, 0.6);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cairo, 0.08, 0.08, 0.12);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_tick (cairo_t *cairo, const HallBox *box)
{
  cairo_save (cairo);
  cairo_set_line_width (cairo, 0.6);
  cairo_set_source_rgb (cairo, 0.08, 0.08, 0.12);
  cairo_move_to (cairo, box->x + box->width * 0.15, box->y + box->height * 0.5);
  cairo_line_to (cairo, box->x + box->width * 0.4, box->y + box->height * 0.85);
  cairo_line_to (cairo, box->x + box->width * 0.95, box->y + box->height * 0.05);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

void
hall_practice_stamp_region (cairo_t *cairo, const HallRegion *region)
{
  const HallBox *box = &region->box;
  double x = box->x + box->width / 2, y = box->y + box->height / 2;

  switch (region->kind)
    {
    case HALL_REGION_SEAL:
    case HALL_REGION_OFFICIAL_FRAME:
    case HALL_REGION_CONFIRM_FRAME:
      hall_practice_stamp_official (cairo, x, y);
      break;
    case HALL_REGION_PRIVATE_FRAME:
      draw_private (cairo, x, y);
      break;
    case HALL_REGION_SIGNATURE:
      sign (cairo, box);
      break;
    case HALL_REGION_TICK:
      if (g_str_equal (region->name, "private"))
        draw_tick (cairo, box);
      break;
    default:
      break;
    }
}
