/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-strip.h"

#include "hall-error.h"

#define PADDING_MM 0.5 /* above and below the text of a cell */
#define BAND_GREY  0.92

static const HallPen thin = { .width_mm = 0.15 };
static const HallPen strong = { .width_mm = 0.35 };

typedef struct
{
  HallCellLook look;
  PangoLayout *layout; /* owned (nullable) */
  double x, width;     /* of the cell */
  double inset;        /* from the cell's left edge to the text's */
  int kind;            /* HallRegionKind; -1: nothing to record */
  char *name;          /* owned (nullable): of the region */
} HallCell;

static void
cell_clear (gpointer data)
{
  HallCell *cell = data;

  g_clear_object (&cell->layout);
  g_free (cell->name);
}

HallStrip *
hall_strip_new (double min_height)
{
  HallStrip *self = g_new0 (HallStrip, 1);

  self->height = min_height;
  self->cells = g_array_new (FALSE, FALSE, sizeof (HallCell));
  g_array_set_clear_func (self->cells, cell_clear);
  return self;
}

HallStrip *
hall_strip_new_drawn (double height, HallStripDraw draw, gpointer data)
{
  HallStrip *self = hall_strip_new (height);

  self->draw = draw;
  self->draw_data = data;
  return self;
}

void
hall_strip_free (HallStrip *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/* Text stands in the middle of the cell's width, as its own width leaves room on both sides. */
static double
get_inset (PangoLayout *layout, double width)
{
  int set = layout != NULL ? pango_layout_get_width (layout) : -1;

  return set > 0 ? (width - HALL_PT_TO_MM ((double) set / PANGO_SCALE)) / 2 : 0;
}

void
hall_strip_add (HallStrip *self, HallCellLook look, PangoLayout *layout, double x, double width)
{
  HallCell cell = { look, layout, x, width, get_inset (layout, width), -1, NULL };

  if (layout != NULL)
    self->height = MAX (self->height, hall_layout_get_height_mm (layout) + 2 * PADDING_MM);
  g_array_append_val (self->cells, cell);
}

void
hall_strip_record (HallStrip *self, HallRegionKind kind, const char *name)
{
  HallCell *cell;

  g_return_if_fail (self->cells->len > 0);
  cell = &g_array_index (self->cells, HallCell, self->cells->len - 1);
  cell->kind = (int) kind;
  g_free (cell->name);
  cell->name = g_strdup (name);
}

/* A page's drawing: where to, and where it is written down. */
typedef struct
{
  HallPaper *paper;
  HallSheetPlan *plan; /* (nullable) */
} Drawing;

static void
draw_cell (const HallStrip *self, const HallCell *cell, const Drawing *drawing, double y)
{
  HallPaper *paper = drawing->paper;
  HallBox box = { cell->x, y, cell->width, self->height };
  double free_mm;

  if (cell->kind >= 0)
    hall_sheet_plan_add (drawing->plan, (HallRegionKind) cell->kind, cell->name,
                         hall_paper_get_page (paper), &box);
  if (cell->look == HALL_CELL_BAND)
    hall_paper_fill_box (paper, BAND_GREY, &box);
  if (cell->look != HALL_CELL_PLAIN)
    hall_paper_draw_box (paper, &thin, &box);
  if (cell->layout == NULL)
    return;
  free_mm = self->height - hall_layout_get_height_mm (cell->layout);
  hall_paper_draw_layout (paper, cell->layout, cell->x + cell->inset, y + free_mm / 2);
}

static void
strip_draw (const HallStrip *self, const Drawing *drawing, double y)
{
  for (guint i = 0; i < self->cells->len; i++)
    draw_cell (self, &g_array_index (self->cells, HallCell, i), drawing, y);
  if (self->draw != NULL)
    self->draw (self, drawing->paper, y, self->draw_data);
}

GPtrArray *
hall_group_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hall_strip_free);
}

static double
get_height (GPtrArray *group)
{
  double height = 0;

  for (guint i = 0; i < group->len; i++)
    height += ((const HallStrip *) g_ptr_array_index (group, i))->height;
  return height;
}

/* How far the breaking has come. */
typedef struct
{
  GPtrArray *pages;
  GPtrArray *page; /* the last of @pages */
  double room;
  double left; /* of @room */
} Breaker;

static void
open_page (Breaker *self)
{
  self->page = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (self->pages, self->page);
  self->left = self->room;
}

static GPtrArray *
open_part (Breaker *self)
{
  GPtrArray *part = g_ptr_array_new ();

  g_ptr_array_add (self->page, part);
  return part;
}

static void
place (Breaker *self, GPtrArray *group)
{
  GPtrArray *part = open_part (self);

  for (guint i = 0; i < group->len; i++)
    {
      HallStrip *strip = g_ptr_array_index (group, i);

      if (strip->height > self->left)
        {
          open_page (self);
          part = open_part (self);
        }
      g_ptr_array_add (part, strip);
      self->left -= strip->height;
    }
}

GPtrArray *
hall_groups_break (GPtrArray *groups, double room, double gap, GError **error)
{
  Breaker self = { .room = room };

  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  open_page (&self);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->len; j++)
        if (((const HallStrip *) g_ptr_array_index (group, j))->height > room)
          {
            g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
                         "a value is too long to be printed on one page");
            g_ptr_array_unref (self.pages);
            return NULL;
          }
      if (self.page->len > 0)
        self.left -= gap;
      if (get_height (group) > self.left && self.page->len > 0)
        open_page (&self);
      place (&self, group);
    }
  return self.pages;
}

static double
draw_group (GPtrArray *group, const Drawing *drawing, double y)
{
  HallBox frame = { HALL_PAPER_MARGIN_MM, y, HALL_PAPER_INNER_MM, get_height (group) };

  for (guint i = 0; i < group->len; i++)
    {
      const HallStrip *strip = g_ptr_array_index (group, i);

      strip_draw (strip, drawing, y);
      y += strip->height;
    }
  hall_paper_draw_box (drawing->paper, &strong, &frame);
  return y;
}

double
hall_groups_draw (GPtrArray *page, HallPaper *paper, HallSheetPlan *plan, double top, double gap)
{
  Drawing drawing = { paper, plan };
  double y = top;

  for (guint i = 0; i < page->len; i++)
    y = draw_group (g_ptr_array_index (page, i), &drawing, i > 0 ? y + gap : y);
  return y;
}
