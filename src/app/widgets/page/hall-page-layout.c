/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the pages of a document lie on a canvas.
 */
#include "hall-page-layout.h"

#include <math.h>

struct _HallPageLayout
{
  GArray *areas; /* (element-type GdkRectangle): x is not kept, see get_area() */
  int needed_width, needed_height;
  int width; /* of the canvas */
  double width_pt, height_pt;
  guint turns;
};

HallPageLayout *
hall_page_layout_new (void)
{
  HallPageLayout *self = g_new0 (HallPageLayout, 1);

  self->areas = g_array_new (FALSE, TRUE, sizeof (GdkRectangle));
  return self;
}

void
hall_page_layout_free (HallPageLayout *self)
{
  g_array_unref (self->areas);
  g_free (self);
}

void
hall_page_layout_set (HallPageLayout *self, HallPageSource *source, double scale, guint turns)
{
  GdkRectangle area = { .y = HALL_PAGE_GAP_PX };
  guint n_pages = source != NULL ? hall_page_source_get_n_pages (source) : 0;
  int widest = 0;

  g_array_set_size (self->areas, 0);
  self->turns = turns;
  self->width_pt = self->height_pt = 0;
  for (guint i = 0; i < n_pages; i++)
    {
      double width, height, lying;

      hall_page_source_get_size (source, i, &width, &height);
      if (turns % 2 != 0)
        lying = width, width = height, height = lying;
      area.width = MAX ((int) round (width * scale), 1);
      area.height = MAX ((int) round (height * scale), 1);
      g_array_append_val (self->areas, area);
      area.y += area.height + HALL_PAGE_GAP_PX;
      widest = MAX (widest, area.width);
      self->width_pt = MAX (self->width_pt, width);
      self->height_pt = MAX (self->height_pt, height);
    }
  self->needed_width = widest + 2 * HALL_PAGE_GAP_PX;
  self->needed_height = area.y;
}

void
hall_page_layout_get_needed (const HallPageLayout *self, int *width, int *height)
{
  *width = self->needed_width;
  *height = self->needed_height;
}

void
hall_page_layout_set_width (HallPageLayout *self, int width)
{
  self->width = width;
}

guint
hall_page_layout_get_n_pages (const HallPageLayout *self)
{
  return self->areas->len;
}

void
hall_page_layout_get_extent (const HallPageLayout *self, double *width_pt, double *height_pt)
{
  *width_pt = self->width_pt;
  *height_pt = self->height_pt;
}

void
hall_page_layout_get_area (const HallPageLayout *self, guint page, GdkRectangle *area)
{
  g_return_if_fail (page < self->areas->len);

  *area = g_array_index (self->areas, GdkRectangle, page);
  area->x = (MAX (self->width, self->needed_width) - area->width) / 2;
}

guint
hall_page_layout_get_page_at (const HallPageLayout *self, double y)
{
  guint page = 0;

  while (page + 1 < self->areas->len
         && g_array_index (self->areas, GdkRectangle, page + 1).y - HALL_PAGE_GAP_PX <= y)
    page++;
  return page;
}

/* A point of the upright page, and where it comes to lie when the page is turned once. */
static void
turn_point (double *x, double *y)
{
  double old_x = *x;

  *x = 1 - *y;
  *y = old_x;
}

void
hall_page_layout_get_box (const HallPageLayout *self,
                          const HallPlace *place,
                          cairo_rectangle_int_t *box)
{
  double x = place->x, y = place->y;
  double far_x = place->x + place->width, far_y = place->y + place->height;
  GdkRectangle area;

  g_return_if_fail (place->page >= 1 && place->page <= self->areas->len);

  hall_page_layout_get_area (self, place->page - 1, &area);
  for (guint i = 0; i < self->turns; i++)
    {
      turn_point (&x, &y);
      turn_point (&far_x, &far_y);
    }
  box->x = area.x + (int) floor (MIN (x, far_x) * area.width);
  box->y = area.y + (int) floor (MIN (y, far_y) * area.height);
  box->width = area.x + (int) ceil (MAX (x, far_x) * area.width) - box->x;
  box->height = area.y + (int) ceil (MAX (y, far_y) * area.height) - box->y;
}

gboolean
hall_page_layout_find (const HallPageLayout *self, double x, double y, HallPlace *point)
{
  GdkRectangle area;
  guint page = hall_page_layout_get_page_at (self, y);

  if (self->areas->len == 0)
    return FALSE;
  hall_page_layout_get_area (self, page, &area);
  *point = (HallPlace){ .page = page + 1,
                        .x = CLAMP ((x - area.x) / area.width, 0, 1),
                        .y = CLAMP ((y - area.y) / area.height, 0, 1) };
  /* Back is three turns further. */
  for (guint i = self->turns; i % 4 != 0; i++)
    turn_point (&point->x, &point->y);
  return TRUE;
}
