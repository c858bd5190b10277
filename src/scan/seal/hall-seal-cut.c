/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal-cut.h"

#include <math.h>

#define MM_PER_INCH 25.4
#define MIN_DPI     150.0
#define MAX_DPI     600.0

#define AROUND_MM 1.5
#define LINE_MM   0.5 /* of the frame's line */

/* Less ink than this is paper; this part of the darkest is all ink. */
#define PAPER_INK 14.0
#define FULL_PART 0.6

typedef struct
{
  const HallPixels *pixels;
  const HallSheetLay *lay;
  HallInkColour colour;
  HallBox box; /* mm: what is cut out */
  guint dpi;
  double white[3]; /* of the paper */
  double full;     /* as strong as the ink gets */
} Cut;

/* What of the page goes into the picture. */
static HallBox
choose_box (const HallImpression *impression)
{
  const HallBox *frame = &impression->frame->box, *ink = &impression->box;
  double left = MAX (ink->x - AROUND_MM, frame->x + LINE_MM);
  double top = MAX (ink->y - AROUND_MM, frame->y + LINE_MM);
  double right = MIN (ink->x + ink->width + AROUND_MM, frame->x + frame->width - LINE_MM);
  double bottom = MIN (ink->y + ink->height + AROUND_MM, frame->y + frame->height - LINE_MM);

  return (HallBox){ left, top, MAX (right - left, 1), MAX (bottom - top, 1) };
}

static const guint8 *
get_pixel (const HallPixels *pixels, int x, int y)
{
  guint u = (guint) CLAMP (x, 0, (int) pixels->width - 1);
  guint v = (guint) CLAMP (y, 0, (int) pixels->height - 1);

  return pixels->data + v * pixels->stride + (gsize) u * pixels->pixel_bytes;
}

/* The colour at a place of the picture of the cut, in straight lines between four pixels. */
static void
sample (const Cut *self, guint column, guint row, double rgb[3])
{
  const HallPixels *pixels = self->pixels;
  const guint offsets[] = { pixels->red, pixels->green, pixels->blue };
  double mm = MM_PER_INCH / self->dpi;
  HallPoint at = hall_sheet_lay_to_picture (self->lay, self->box.x + (column + 0.5) * mm,
                                            self->box.y + (row + 0.5) * mm);
  double x = floor (at.x - 0.5), y = floor (at.y - 0.5);
  double u = at.x - 0.5 - x, v = at.y - 0.5 - y;
  const guint8 *corners[4];

  for (int i = 0; i < 4; i++)
    corners[i] =
        get_pixel (pixels, (int) CLAMP (x, -1, 1e6) + i % 2, (int) CLAMP (y, -1, 1e6) + i / 2);
  for (guint i = 0; i < 3; i++)
    {
      double above = corners[0][offsets[i]] * (1 - u) + corners[1][offsets[i]] * u;
      double below = corners[2][offsets[i]] * (1 - u) + corners[3][offsets[i]] * u;

      rgb[i] = above * (1 - v) + below * v;
    }
}

/* 0 to 255: how much ink of the wanted colour a pixel has. */
static double
weigh (const Cut *self, const double rgb[3])
{
  double r = rgb[0] / self->white[0], g = rgb[1] / self->white[1], b = rgb[2] / self->white[2];

  if (self->colour == HALL_INK_RED)
    return (r - MAX (g, b)) / MAX (r, 0.3) * 255;
  if (self->colour == HALL_INK_BLUE)
    return (b - MAX (r, g)) / MAX (b, 0.3) * 255;
  return (1 - r) * 255;
}

/* The paper and the strongest ink of this very place, by a coarse look. */
static void
measure (Cut *self, guint width, guint height)
{
  gsize counts[3][256] = { { 0 } }, inks[256] = { 0 };
  gsize n = 0, sum = 0;
  double rgb[3];
  guint level = 255;

  for (guint row = 0; row < height; row += 4)
    for (guint column = 0; column < width; column += 4, n++)
      {
        sample (self, column, row, rgb);
        for (guint i = 0; i < 3; i++)
          counts[i][(guint) CLAMP (rgb[i], 0, 255)]++;
      }
  for (guint i = 0; i < 3; i++)
    {
      sum = 0;
      for (level = 255; level > 60 && sum + counts[i][level] < n / 4; level--)
        sum += counts[i][level];
      self->white[i] = level;
    }
  for (guint row = 0; row < height; row += 4)
    for (guint column = 0; column < width; column += 4)
      {
        sample (self, column, row, rgb);
        inks[(guint) CLAMP (weigh (self, rgb), 0, 255)]++;
      }
  sum = 0;
  for (level = 255; level > 40 && sum + inks[level] < n / 40; level--)
    sum += inks[level];
  self->full = level;
}

/* The ink that, laid on white paper, gives @rgb. */
static void
lift (const Cut *self, const double rgb[3], guint8 to[4])
{
  double ink = weigh (self, rgb);
  double alpha = CLAMP ((ink - PAPER_INK) / (FULL_PART * self->full - PAPER_INK), 0, 1);

  to[0] = to[1] = to[2] = 0;
  for (guint i = 0; i < 3 && alpha > 0; i++)
    {
      double seen = MIN (rgb[i] / self->white[i], 1);

      to[i] = (guint8) (CLAMP ((seen - (1 - alpha)) / alpha, 0, 1) * 255 + 0.5);
    }
  to[3] = (guint8) (alpha * 255 + 0.5);
}

GdkPixbuf *
hall_seal_cut (const HallPixels *pixels,
               const HallSheetLay *lay,
               const HallImpression *impression,
               guint *dpi)
{
  Cut self = { .pixels = pixels,
               .lay = lay,
               .colour = impression->colour,
               .box = choose_box (impression),
               .dpi = (guint) (CLAMP (lay->dpi, MIN_DPI, MAX_DPI) + 0.5) };
  int width = (int) ceil (self.box.width * self.dpi / MM_PER_INCH);
  int height = (int) ceil (self.box.height * self.dpi / MM_PER_INCH);
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  guint8 *data = gdk_pixbuf_get_pixels (picture);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (picture);

  measure (&self, (guint) width, (guint) height);
  for (guint row = 0; row < (guint) height; row++)
    for (guint column = 0; column < (guint) width; column++)
      {
        double rgb[3];

        sample (&self, column, row, rgb);
        lift (&self, rgb, data + row * stride + (gsize) column * 4);
      }
  *dpi = self.dpi;
  return picture;
}
