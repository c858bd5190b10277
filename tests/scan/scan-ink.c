/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-ink.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "hall-font.h"
#include "scan-camera.h"

#define MM_PER_INCH 25.4
#define SEAL_NAME   "深圳市测试测试科技有限公司"
#define SEAL_NUMBER "4403000123456"

/* Of the light that falls on it, what comes back. */
static const double inks[SCAN_N_INKS][3] = {
  [SCAN_INK_RED] = { 0.84, 0.17, 0.19 },
  [SCAN_INK_BLUE] = { 0.18, 0.27, 0.70 },
  [SCAN_INK_BLACK] = { 0.22, 0.22, 0.22 },
};

/* (transfer full): @text of @size pixels */
static PangoLayout *
lay_out (const char *text, double size)
{
  g_autoptr (GError) error = NULL;
  PangoContext *context = hall_font_get_context (&error);
  PangoFontDescription *font = pango_font_description_from_string (HALL_FONT_FAMILIES);
  PangoLayout *layout;

  g_assert_no_error (error);
  layout = pango_layout_new (context);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/* With its middle at the current point. */
static void
draw_text (cairo_t *cairo, const char *text, double size)
{
  g_autoptr (PangoLayout) layout = lay_out (text, size);
  int width = 0, height = 0;

  pango_layout_get_size (layout, &width, &height);
  cairo_rel_move_to (cairo, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cairo, layout);
}

void
scan_ink_write (cairo_t *cairo, const char *text, double size, double x, double y)
{
  g_autoptr (PangoLayout) layout = lay_out (text, size);
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);
  cairo_move_to (cairo, x, y - height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cairo, layout);
}

/* @text along a circle of @radius, over @span radians about the top. */
static void
draw_around (cairo_t *cairo, const char *text, double size, double radius, double span)
{
  glong n = g_utf8_strlen (text, -1);
  const char *at = text;

  for (glong i = 0; i < n; i++, at = g_utf8_next_char (at))
    {
      g_autofree char *one = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));

      cairo_save (cairo);
      cairo_rotate (cairo, span * ((double) i / (n - 1) - 0.5));
      cairo_move_to (cairo, 0, -radius);
      draw_text (cairo, one, size);
      cairo_restore (cairo);
    }
}

static void
draw_star (cairo_t *cairo, double radius)
{
  for (int i = 0; i < 10; i++)
    {
      double far = i % 2 == 0 ? radius : radius * 0.382;

      cairo_line_to (cairo, far * sin (i * G_PI / 5), -far * cos (i * G_PI / 5));
    }
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

/* The stamp's face about the middle of @cairo, in pixels. */
static void
draw_face (cairo_t *cairo, double diameter)
{
  double radius = diameter / 2;

  cairo_set_line_width (cairo, diameter * 0.028);
  cairo_arc (cairo, 0, 0, radius * 0.972, 0, 2 * G_PI);
  cairo_stroke (cairo);
  draw_star (cairo, radius * 0.33);
  draw_around (cairo, SEAL_NAME, diameter * 0.105, radius * 0.77, 4.3);
  cairo_move_to (cairo, 0, radius * 0.52);
  draw_text (cairo, "业务专用章", diameter * 0.085);
  cairo_move_to (cairo, 0, radius * 0.76);
  draw_text (cairo, SEAL_NUMBER, diameter * 0.045);
}

/* (transfer full): how much ink there is, a byte a pixel */
static cairo_surface_t *
make_mask (const ScanSeal *seal, double unit, int side)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, side, side);
  cairo_t *cairo = cairo_create (mask);

  for (int i = 0; i < (seal->doubled > 0 ? 2 : 1); i++)
    {
      cairo_save (cairo);
      cairo_translate (cairo, side / 2.0 + i * seal->doubled * unit * 0.8,
                       side / 2.0 + i * seal->doubled * unit * 0.6);
      cairo_rotate (cairo, (seal->degrees + 2 * i) * G_PI / 180);
      cairo_set_source_rgba (cairo, 0, 0, 0, i == 0 ? 0.95 : 0.7);
      draw_face (cairo, seal->diameter * unit);
      cairo_restore (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_flush (mask);
  scan_camera_blur (cairo_image_surface_get_data (mask), side, side,
                    cairo_image_surface_get_stride (mask), 1, (seal->smudged + 0.04) * unit);
  return mask;
}

/* Part of the stamp's ink that reaches the paper at a point. */
static double
get_pressure (const ScanSeal *seal, guint seed, double x, double y)
{
  double blotch = scan_camera_waver (seed, x / 7, y / 7);
  double grain = scan_camera_waver (seed + 1, x / 0.35, y / 0.35);
  double pressure = 1 - seal->uneven * CLAMP (2.2 * blotch - 0.7, 0, 1);

  return (1 - seal->pale) * pressure * (grain > 0.9 ? 0.6 : 1);
}

void
scan_ink_stamp (cairo_surface_t *sheet, double dpi, const ScanSeal *seal, guint seed)
{
  double unit = dpi / MM_PER_INCH;
  int side = (int) ((seal->diameter + 2 * seal->doubled + 4) * unit);
  int left = (int) (seal->x * unit) - side / 2, top = (int) (seal->y * unit) - side / 2;
  cairo_surface_t *mask = make_mask (seal, unit, side);
  guint8 *from = cairo_image_surface_get_data (mask);
  guint32 *to = (guint32 *) (void *) cairo_image_surface_get_data (sheet);
  int stride = cairo_image_surface_get_stride (sheet) / 4;

  for (int y = MAX (0, -top); y < MIN (side, cairo_image_surface_get_height (sheet) - top); y++)
    for (int x = MAX (0, -left); x < MIN (side, cairo_image_surface_get_width (sheet) - left); x++)
      {
        guint32 *pixel = &to[(gsize) (y + top) * stride + x + left];
        double ink = from[y * cairo_image_surface_get_stride (mask) + x] / 255.0;
        guint32 colour = 0;

        if (ink <= 0)
          continue;
        ink *= get_pressure (seal, seed, x / unit, y / unit);
        for (int i = 0; i < 3; i++)
          {
            double level = *pixel >> (16 - 8 * i) & 0xff;

            colour |= (guint32) (level * (1 - ink * (1 - inks[seal->ink][i]))) << (16 - 8 * i);
          }
        *pixel = colour;
      }
  cairo_surface_destroy (mask);
}

/* A curve of a pen that is pressed harder in the middle. */
static void
draw_stroke (cairo_t *cairo, const double p[8], double width)
{
  const int steps = 24;

  for (int i = 0; i < steps; i++)
    {
      for (int j = 0; j < 2; j++)
        {
          double t = (double) (i + j) / steps, s = 1 - t;
          double x =
              s * s * s * p[0] + 3 * s * s * t * p[2] + 3 * s * t * t * p[4] + t * t * t * p[6];
          double y =
              s * s * s * p[1] + 3 * s * s * t * p[3] + 3 * s * t * t * p[5] + t * t * t * p[7];

          if (j == 0)
            cairo_move_to (cairo, x, y);
          else
            cairo_line_to (cairo, x, y);
        }
      cairo_set_line_width (cairo, width * (0.65 + 0.6 * sin (G_PI * i / steps)));
      cairo_stroke (cairo);
    }
}

static cairo_t *
take_pen (cairo_surface_t *sheet, double dpi)
{
  cairo_t *cairo = cairo_create (sheet);

  cairo_scale (cairo, dpi / MM_PER_INCH, dpi / MM_PER_INCH);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgb (cairo, 0.07, 0.08, 0.17);
  return cairo;
}

/* A cursive character in the unit square: strokes that hang together. */
static void
write_character (cairo_t *cairo, GRand *rand, const HallBox *box)
{
  double x = g_rand_double_range (rand, 0.1, 0.4), y = g_rand_double_range (rand, 0.05, 0.3);

  for (int i = 0; i < 6; i++)
    {
      double to_x = i % 2 == 0 ? g_rand_double_range (rand, 0.6, 0.95)
                               : g_rand_double_range (rand, 0.05, 0.4);
      double to_y = CLAMP (0.15 * i + g_rand_double_range (rand, 0, 0.4), 0.02, 0.98);
      double p[8] = { x,
                      y,
                      (2 * x + to_x) / 3,
                      y - g_rand_double_range (rand, -0.1, 0.25),
                      (x + 2 * to_x) / 3,
                      to_y + g_rand_double_range (rand, -0.2, 0.2),
                      to_x,
                      to_y };

      for (int j = 0; j < 4; j++)
        {
          p[2 * j] = box->x + p[2 * j] * box->width;
          p[2 * j + 1] = box->y + CLAMP (p[2 * j + 1], 0, 1) * box->height;
        }
      draw_stroke (cairo, p, 0.5);
      x = to_x;
      y = i == 2 ? g_rand_double_range (rand, 0.1, 0.6) : to_y;
    }
}

void
scan_ink_sign (cairo_surface_t *sheet, double dpi, const HallBox *box, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  cairo_t *cairo = take_pen (sheet, dpi);

  for (int i = 0; i < 3; i++)
    {
      HallBox one = { box->x + i * box->width / 3, box->y, box->width / 3, box->height };

      write_character (cairo, rand, &one);
    }
  cairo_destroy (cairo);
  cairo_surface_flush (sheet);
}

/* Digits as a pen writes them: points in the unit square, a negative one lifts the pen. */
static const double digits[10][18] = {
  { .5, 0, .1, .3, .1, .75, .5, 1, .9, .7, .85, .25, .5, 0, -1 },
  { .3, .2, .6, 0, .5, 1, -1 },
  { .1, .25, .5, 0, .85, .25, .5, .6, .1, 1, .9, .95, -1 },
  { .15, .05, .8, .1, .4, .45, .85, .7, .5, 1, .1, .9, -1 },
  { .6, 0, .1, .65, .9, .6, .65, .3, .6, 1, -1 },
  { .85, 0, .25, .05, .2, .45, .75, .5, .8, .85, .15, 1, -1 },
  { .7, 0, .2, .5, .2, .9, .6, 1, .8, .7, .25, .65, -1 },
  { .1, .05, .9, 0, .55, .5, .4, 1, -1 },
  { .8, .1, .2, .15, .8, .75, .5, 1, .2, .8, .8, .2, -1 },
  { .8, .3, .4, .45, .2, .15, .75, .05, .75, .5, .6, 1, -1 },
};

static void
write_digits (cairo_t *cairo, GRand *rand, const char *text, const HallBox *box)
{
  double size = box->height, at = box->x;

  cairo_set_line_width (cairo, 0.45);
  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  for (const char *p = text; *p != '\0'; p++, at += size * 0.68)
    {
      const double *point = digits[g_ascii_isdigit (*p) ? *p - '0' : 0];

      for (; point[0] >= 0; point += 2)
        cairo_line_to (cairo, at + (point[0] + g_rand_double_range (rand, 0, 0.1)) * size * 0.55,
                       box->y + (point[1] + g_rand_double_range (rand, 0, 0.1)) * size * 0.9);
      cairo_stroke (cairo);
    }
}

static void
strike (cairo_surface_t *sheet, double dpi, const ScanAlteration *change, GRand *rand)
{
  cairo_t *cairo = take_pen (sheet, dpi);
  const HallBox *box = &change->box;
  HallBox beside = { box->x + box->width * 0.3, box->y - 3.4, box->width, 4.2 };

  if (change->change == SCAN_STRUCK_RED)
    cairo_set_source_rgb (cairo, 0.82, 0.12, 0.16);
  for (int i = 0; i < 2; i++)
    {
      double y = box->y + box->height * (0.42 + 0.2 * i);
      const double p[8] = { box->x,
                            y,
                            box->x + box->width / 3,
                            y + g_rand_double_range (rand, -0.6, 0.6),
                            box->x + box->width * 0.66,
                            y + g_rand_double_range (rand, -0.6, 0.6),
                            box->x + box->width,
                            y };

      draw_stroke (cairo, p, 0.5);
    }
  write_digits (cairo, rand, change->text, &beside);
  cairo_destroy (cairo);
}

/* As tall as what is printed there. */
static void
overwrite (cairo_surface_t *sheet, double dpi, const ScanAlteration *change, GRand *rand)
{
  cairo_t *cairo = take_pen (sheet, dpi);
  const HallBox *box = &change->box;
  double height = MIN (box->height * 0.7, 4.2);
  HallBox over = { box->x, box->y + (box->height - height) / 2, box->width, height };

  write_digits (cairo, rand, change->text, &over);
  cairo_destroy (cairo);
}

static void
patch (cairo_surface_t *sheet, double dpi, const ScanAlteration *change)
{
  double unit = dpi / MM_PER_INCH;
  const HallBox *box = &change->box;
  cairo_t *cairo = cairo_create (sheet);

  cairo_set_source_rgb (cairo, 0.985, 0.985, 0.99);
  cairo_rectangle (cairo, box->x * unit, box->y * unit, box->width * unit, box->height * unit);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  cairo_move_to (cairo, (box->x + box->width / 2) * unit, (box->y + box->height / 2) * unit);
  draw_text (cairo, change->text, MIN (box->height * 0.75, 4.0) * unit);
  cairo_destroy (cairo);
}

void
scan_ink_alter (cairo_surface_t *sheet, double dpi, const ScanAlteration *change, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  if (change->change == SCAN_OVERWRITTEN)
    overwrite (sheet, dpi, change, rand);
  else if (change->change == SCAN_STRUCK || change->change == SCAN_STRUCK_RED)
    strike (sheet, dpi, change, rand);
  else if (change->change == SCAN_PATCHED)
    patch (sheet, dpi, change);
  cairo_surface_flush (sheet);
}
