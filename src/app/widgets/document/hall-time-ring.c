/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ring that empties while time runs out.
 */
#include "hall-time-ring.h"

#include <glib/gi18n.h>

#include "hall-ui.h"
#include "hall-when.h"

struct _HallTimeRing
{
  GtkBox parent_instance;

  GtkDrawingArea *ring;
  GtkLabel *left;

  gint64 end_us; /* monotonic; 0: nothing runs */
  guint whole_s;
  guint tick_source;
};

G_DEFINE_FINAL_TYPE (HallTimeRing, hall_time_ring, GTK_TYPE_BOX)

#define LINE_PX 3.0
#define TOP     (-G_PI_2)

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_left (HallTimeRing *self)
{
  g_autofree char *time = hall_when_format_left (hall_time_ring_get_left_s (self));
  g_autofree char *text = NULL;

  /* Translators: how long a square code can still be used: "9:32 left" */
  text = g_strdup_printf (_ ("%s left"), time);
  gtk_label_set_text (self->left, text);
  gtk_widget_queue_draw (GTK_WIDGET (self->ring));
}

static gboolean
on_tick_cb (gpointer user_data)
{
  HallTimeRing *self = user_data;

  show_left (self);
  if (hall_time_ring_get_left_s (self) > 0)
    return G_SOURCE_CONTINUE;
  self->tick_source = 0;
  self->end_us = 0;
  g_signal_emit (self, signals[ENDED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
on_ring_drawn_cb (GtkWidget *ring, cairo_t *cairo, HallTimeRing *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (ring);
  double width = gtk_widget_get_allocated_width (ring);
  double height = gtk_widget_get_allocated_height (ring);
  double radius = MIN (width, height) / 2 - LINE_PX / 2;
  double part = (double) hall_time_ring_get_left_s (self) / MAX (self->whole_s, 1);
  GdkRGBA colour;

  gtk_style_context_get_color (style, gtk_style_context_get_state (style), &colour);
  cairo_set_line_width (cairo, LINE_PX);
  cairo_set_source_rgba (cairo, colour.red, colour.green, colour.blue, 0.2);
  cairo_arc (cairo, width / 2, height / 2, radius, 0, 2 * G_PI);
  cairo_stroke (cairo);
  gdk_cairo_set_source_rgba (cairo, &colour);
  cairo_arc_negative (cairo, width / 2, height / 2, radius, TOP, TOP - 2 * G_PI * MIN (part, 1));
  cairo_stroke (cairo);
  return GDK_EVENT_PROPAGATE;
}

static void
hall_time_ring_dispose (GObject *object)
{
  hall_time_ring_stop (HALL_TIME_RING (object));
  G_OBJECT_CLASS (hall_time_ring_parent_class)->dispose (object);
}

static void
hall_time_ring_class_init (HallTimeRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_time_ring_dispose;
  signals[ENDED] = g_signal_new ("ended", HALL_TYPE_TIME_RING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-time-ring.ui");
  gtk_widget_class_bind_template_child (widget_class, HallTimeRing, ring);
  gtk_widget_class_bind_template_child (widget_class, HallTimeRing, left);
  gtk_widget_class_bind_template_callback (widget_class, on_ring_drawn_cb);
}

static void
hall_time_ring_init (HallTimeRing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_time_ring_new (void)
{
  return g_object_new (HALL_TYPE_TIME_RING, NULL);
}

void
hall_time_ring_start (HallTimeRing *self, guint left_s, guint whole_s)
{
  g_return_if_fail (HALL_IS_TIME_RING (self));

  hall_time_ring_stop (self);
  self->end_us = g_get_monotonic_time () + (gint64) left_s * G_USEC_PER_SEC;
  self->whole_s = MAX (whole_s, left_s);
  self->tick_source = g_timeout_add_seconds (1, on_tick_cb, self);
  show_left (self);
}

void
hall_time_ring_stop (HallTimeRing *self)
{
  g_return_if_fail (HALL_IS_TIME_RING (self));

  g_clear_handle_id (&self->tick_source, g_source_remove);
  self->end_us = 0;
}

guint
hall_time_ring_get_left_s (HallTimeRing *self)
{
  gint64 left_us;

  g_return_val_if_fail (HALL_IS_TIME_RING (self), 0);

  left_us = self->end_us - g_get_monotonic_time ();
  if (self->end_us == 0 || left_us <= 0)
    return 0;
  return (guint) ((left_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}
