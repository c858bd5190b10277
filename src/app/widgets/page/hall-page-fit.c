/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-fit.h"

#include <math.h>

#define LIFE_SIZE (96.0 / 72.0) /* pixels for each point */
#define MIN_ZOOM  0.1
#define MAX_ZOOM  4.0
#define EDGE_PX   24 /* what the canvas adds on both sides */
#define MIN_ROOM  40

/* A place that is to be read takes so much of the view at most, and is not blown up further. */
#define READ_WIDTH  0.6
#define READ_HEIGHT 0.4
#define READ_ZOOM   1.5

struct _HallPageFit
{
  GObject parent_instance;

  HallPageCanvas *canvas;      /* not owned */
  GtkScrolledWindow *scroller; /* not owned */
  HallFit rule;
  gboolean reading;   /* a place, and nothing else was chosen since */
  HallFit usual_rule; /* while @reading: what comes after it */
  double usual_scale; /* while @reading */
};

G_DEFINE_FINAL_TYPE (HallPageFit, hall_page_fit, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
hall_page_fit_class_init (HallPageFitClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_PAGE_FIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hall_page_fit_init (HallPageFit *self)
{
}

HallPageFit *
hall_page_fit_new (HallPageCanvas *canvas, GtkScrolledWindow *scroller)
{
  HallPageFit *self = g_object_new (HALL_TYPE_PAGE_FIT, NULL);

  self->canvas = canvas;
  self->scroller = scroller;
  return self;
}

static void
set_scale (HallPageFit *self, double scale)
{
  hall_page_canvas_set_scale (self->canvas, scale);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
get_room (HallPageFit *self, double *width, double *height)
{
  *width = gtk_widget_get_allocated_width (GTK_WIDGET (self->scroller)) - EDGE_PX - 2;
  *height = gtk_widget_get_allocated_height (GTK_WIDGET (self->scroller)) - EDGE_PX - 2;
  return *width >= MIN_ROOM && *height >= MIN_ROOM;
}

/* The scale that fits into the room there is. */
void
hall_page_fit_apply (HallPageFit *self)
{
  double width_pt, height_pt, width, height, scale;

  hall_page_layout_get_extent (hall_page_canvas_get_layout (self->canvas), &width_pt, &height_pt);
  if (self->rule == HALL_FIT_NOTHING || width_pt <= 0 || !get_room (self, &width, &height))
    return;
  scale = width / width_pt;
  if (self->rule == HALL_FIT_PAGE)
    scale = MIN (scale, height / height_pt);
  set_scale (self, CLAMP (scale, 0.02, LIFE_SIZE * MAX_ZOOM));
}

void
hall_page_fit_set_rule (HallPageFit *self, HallFit rule)
{
  g_return_if_fail (HALL_IS_PAGE_FIT (self));

  self->reading = FALSE;
  self->rule = rule;
  g_signal_emit (self, signals[CHANGED], 0);
  hall_page_fit_apply (self);
}

HallFit
hall_page_fit_get_rule (HallPageFit *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_FIT (self), HALL_FIT_NOTHING);

  return self->rule;
}

void
hall_page_fit_set_zoom (HallPageFit *self, double zoom)
{
  g_return_if_fail (HALL_IS_PAGE_FIT (self));

  self->reading = FALSE;
  self->rule = HALL_FIT_NOTHING;
  set_scale (self, LIFE_SIZE * CLAMP (zoom, MIN_ZOOM, MAX_ZOOM));
}

double
hall_page_fit_get_zoom (HallPageFit *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_FIT (self), 1);

  return hall_page_canvas_get_scale (self->canvas) / LIFE_SIZE;
}

double
hall_page_fit_get_usual_zoom (HallPageFit *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_FIT (self), 1);

  return self->reading ? self->usual_scale / LIFE_SIZE : hall_page_fit_get_zoom (self);
}

static void
stop_reading (HallPageFit *self)
{
  if (!self->reading)
    return;
  self->reading = FALSE;
  self->rule = self->usual_rule;
  set_scale (self, self->usual_scale);
  hall_page_fit_apply (self);
}

/* FALSE if there is no room yet. */
static gboolean
find_scale (HallPageFit *self, const HallPlace *place, double *scale)
{
  double width, height;
  cairo_rectangle_int_t box;
  double now = hall_page_canvas_get_scale (self->canvas);

  if (!get_room (self, &width, &height))
    return FALSE;
  hall_page_layout_get_box (hall_page_canvas_get_layout (self->canvas), place, &box);
  *scale =
      now
      * MIN (width * READ_WIDTH / MAX (box.width, 1), height * READ_HEIGHT / MAX (box.height, 1));
  *scale = MIN (*scale, LIFE_SIZE * READ_ZOOM);
  return TRUE;
}

void
hall_page_fit_read (HallPageFit *self, const HallPlace *place)
{
  double scale;

  g_return_if_fail (HALL_IS_PAGE_FIT (self));

  stop_reading (self);
  if (place == NULL || !find_scale (self, place, &scale)
      || scale <= hall_page_canvas_get_scale (self->canvas))
    return;
  self->reading = TRUE;
  self->usual_rule = self->rule;
  self->usual_scale = hall_page_canvas_get_scale (self->canvas);
  self->rule = HALL_FIT_NOTHING;
  set_scale (self, scale);
}
