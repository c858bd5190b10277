/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places of pages that are pointed at.
 */
#include "hall-page-marks.h"

#include <math.h>

#define PULSE_US       (900 * 1000)
#define WHOLE_PAGE     0.8  /* of its area: a mark would tint all of it */
#define PULSE_REACH    14.0 /* pixels, how far the pulse goes beyond its place */
#define MARK_ROOM      3    /* pixels between what is pointed at and the box */
#define MARK_FILL      0.14
#define POINTED_FILL   0.1
#define NO_COLOUR      0.93, 0.45, 0.1, 1 /* a theme without a colour of warnings */
#define DRAWN_COLOUR   0.8, 0, 0, 1       /* a theme without a colour of errors */
#define POINTED_COLOUR 0.2, 0.5, 0.9, 1   /* a theme without a colour of what is selected */

struct _HallPageMarks
{
  GtkWidget *widget;
  GArray *places;    /* (element-type HallPlace) */
  GArray *drawn;     /* (element-type HallPlace): by a person */
  HallPlace pointed; /* page 0: none */
  HallPlace pulsing;
  gint64 pulse_us; /* when it began; 0: nothing pulses */
  guint tick;
};

HallPageMarks *
hall_page_marks_new (GtkWidget *widget)
{
  HallPageMarks *self = g_new0 (HallPageMarks, 1);

  self->widget = widget;
  self->places = g_array_new (FALSE, FALSE, sizeof (HallPlace));
  self->drawn = g_array_new (FALSE, FALSE, sizeof (HallPlace));
  return self;
}

static void
stop_pulse (HallPageMarks *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
  self->pulse_us = 0;
}

void
hall_page_marks_free (HallPageMarks *self)
{
  stop_pulse (self);
  g_array_unref (self->places);
  g_array_unref (self->drawn);
  g_free (self);
}

void
hall_page_marks_set (HallPageMarks *self, const HallPlace *places, guint n_places)
{
  stop_pulse (self);
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < n_places; i++)
    if (places[i].page > 0 && places[i].width * places[i].height < WHOLE_PAGE)
      g_array_append_val (self->places, places[i]);
  gtk_widget_queue_draw (self->widget);
}

void
hall_page_marks_set_drawn (HallPageMarks *self, const HallPlace *places, guint n_places)
{
  g_array_set_size (self->drawn, 0);
  for (guint i = 0; i < n_places; i++)
    if (places[i].page > 0)
      g_array_append_val (self->drawn, places[i]);
  gtk_widget_queue_draw (self->widget);
}

void
hall_page_marks_set_pointed (HallPageMarks *self, const HallPlace *place)
{
  self->pointed = place != NULL ? *place : (HallPlace){ 0 };
  gtk_widget_queue_draw (self->widget);
}

const HallPlace *
hall_page_marks_get_pointed (const HallPageMarks *self)
{
  return self->pointed.page > 0 ? &self->pointed : NULL;
}

guint
hall_page_marks_count_drawn (const HallPageMarks *self)
{
  return self->drawn->len;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HallPageMarks *self = user_data;

  gtk_widget_queue_draw (widget);
  if (gdk_frame_clock_get_frame_time (clock) - self->pulse_us < PULSE_US)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  self->pulse_us = 0;
  return G_SOURCE_REMOVE;
}

void
hall_page_marks_pulse (HallPageMarks *self, const HallPlace *place)
{
  stop_pulse (self);
  self->pulsing = *place;
  self->pulse_us = g_get_monotonic_time ();
  self->tick = gtk_widget_add_tick_callback (self->widget, on_tick_cb, self, NULL);
  gtk_widget_queue_draw (self->widget);
}

static void
set_colour (const HallPageMarks *self, cairo_t *cairo, double opacity)
{
  GtkStyleContext *style = gtk_widget_get_style_context (self->widget);
  GdkRGBA colour = { NO_COLOUR };

  gtk_style_context_lookup_color (style, "warning_color", &colour);
  cairo_set_source_rgba (cairo, colour.red, colour.green, colour.blue, opacity);
}

/* TRUE if there is such a page. */
static gboolean
get_box (const HallPlace *place, const HallPageLayout *layout, cairo_rectangle_int_t *box)
{
  if (place->page < 1 || place->page > hall_page_layout_get_n_pages (layout))
    return FALSE;
  hall_page_layout_get_box (layout, place, box);
  box->x -= MARK_ROOM;
  box->y -= MARK_ROOM;
  box->width += 2 * MARK_ROOM;
  box->height += 2 * MARK_ROOM;
  return TRUE;
}

static void
draw_mark (const HallPageMarks *self, const cairo_rectangle_int_t *box, cairo_t *cairo)
{
  cairo_rectangle (cairo, box->x, box->y, box->width, box->height);
  set_colour (self, cairo, MARK_FILL);
  cairo_fill (cairo);
  /* A white line under the coloured one: it is seen on dark pictures too. */
  cairo_rectangle (cairo, box->x, box->y, box->width, box->height);
  cairo_set_source_rgba (cairo, 1, 1, 1, 0.7);
  cairo_set_line_width (cairo, 4);
  cairo_stroke_preserve (cairo);
  set_colour (self, cairo, 1);
  cairo_set_line_width (cairo, 2);
  cairo_stroke (cairo);
}

/* What lies in it stays to be seen as it is: no tint, a stronger line. */
static void
draw_drawn (const HallPageMarks *self, const cairo_rectangle_int_t *box, cairo_t *cairo)
{
  GtkStyleContext *style = gtk_widget_get_style_context (self->widget);
  GdkRGBA colour = { DRAWN_COLOUR };

  gtk_style_context_lookup_color (style, "error_color", &colour);
  cairo_rectangle (cairo, box->x, box->y, box->width, box->height);
  cairo_set_source_rgba (cairo, 1, 1, 1, 0.8);
  cairo_set_line_width (cairo, 6);
  cairo_stroke_preserve (cairo);
  gdk_cairo_set_source_rgba (cairo, &colour);
  cairo_set_line_width (cairo, 3);
  cairo_stroke (cairo);
}

/* Where to look: quiet, in the colour of what is selected. */
static void
draw_pointed (const HallPageMarks *self, const cairo_rectangle_int_t *box, cairo_t *cairo)
{
  GtkStyleContext *style = gtk_widget_get_style_context (self->widget);
  GdkRGBA colour = { POINTED_COLOUR };

  gtk_style_context_lookup_color (style, "theme_selected_bg_color", &colour);
  cairo_rectangle (cairo, box->x, box->y, box->width, box->height);
  cairo_set_source_rgba (cairo, colour.red, colour.green, colour.blue, POINTED_FILL);
  cairo_fill_preserve (cairo);
  gdk_cairo_set_source_rgba (cairo, &colour);
  cairo_set_line_width (cairo, 2);
  cairo_stroke (cairo);
}

/* From 0 to 1 while it lasts. */
static double
get_pulse_time (const HallPageMarks *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->widget);
  gint64 now_us = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : self->pulse_us;

  return CLAMP ((double) (now_us - self->pulse_us) / PULSE_US, 0, 1);
}

static void
draw_pulse (const HallPageMarks *self, cairo_rectangle_int_t *box, cairo_t *cairo)
{
  double time = get_pulse_time (self);
  gboolean animated = TRUE;
  double reach;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &animated, NULL);
  reach = animated ? PULSE_REACH * sin (time * G_PI) : PULSE_REACH / 2;
  cairo_rectangle (cairo, box->x - reach, box->y - reach, box->width + 2 * reach,
                   box->height + 2 * reach);
  set_colour (self, cairo, animated ? 0.25 * (1 - time) : 0.2);
  cairo_fill_preserve (cairo);
  set_colour (self, cairo, animated ? 1 - time : 0.8);
  cairo_set_line_width (cairo, 3);
  cairo_stroke (cairo);
}

void
hall_page_marks_draw (const HallPageMarks *self, const HallPageLayout *layout, cairo_t *cairo)
{
  cairo_rectangle_int_t box;

  cairo_save (cairo);
  if (get_box (&self->pointed, layout, &box))
    draw_pointed (self, &box, cairo);
  for (guint i = 0; i < self->places->len; i++)
    if (get_box (&g_array_index (self->places, HallPlace, i), layout, &box))
      draw_mark (self, &box, cairo);
  for (guint i = 0; i < self->drawn->len; i++)
    if (get_box (&g_array_index (self->drawn, HallPlace, i), layout, &box))
      draw_drawn (self, &box, cairo);
  if (self->pulse_us != 0 && get_box (&self->pulsing, layout, &box))
    draw_pulse (self, &box, cairo);
  cairo_restore (cairo);
}
