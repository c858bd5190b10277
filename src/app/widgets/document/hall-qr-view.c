/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A square code to be scanned with a phone. What it says and what follows is the owner's.
 */
#include "hall-qr-view.h"

#include <glib/gi18n.h>

#include "hall-busy-button.h"
#include "hall-badge.h"
#include "hall-money.h"
#include "hall-qr.h"
#include "hall-time-ring.h"
#include "hall-ui.h"

struct _HallQrView
{
  GtkBox parent_instance;

  GtkLabel *app;
  GtkLabel *purpose;
  GtkLabel *amount;
  GtkStack *stack; /* "wait", "code" or "cover" */
  GtkDrawingArea *code;
  GtkImage *cover_icon;
  GtkLabel *cover_word;
  GtkBox *ring_box;
  GtkBox *renew_box;
  GtkButton *open_button;

  HallTimeRing *ring;           /* in @ring_box */
  HallBusyButton *renew_button; /* in @renew_box */
  HallQr *qr;                   /* (nullable) */
  gboolean covered;
};

G_DEFINE_FINAL_TYPE (HallQrView, hall_qr_view, GTK_TYPE_BOX)

enum
{
  RENEW,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Room for the largest code is always there. */
#define MIN_SIDE_PX 240

static void
show_state (HallQrView *self)
{
  const char *name = self->covered ? "cover" : self->qr == NULL ? "wait" : "code";

  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
cover (HallQrView *self, const HallBadge *look, const char *word)
{
  hall_time_ring_stop (self->ring);
  gtk_widget_set_opacity (GTK_WIDGET (self->ring), 0);
  hall_badge_paint (GTK_WIDGET (self->cover_icon), look);
  gtk_image_set_from_icon_name (self->cover_icon, look->icon, GTK_ICON_SIZE_DIALOG);
  gtk_label_set_text (self->cover_word, word);
  self->covered = TRUE;
  show_state (self);
}

static void
on_time_ended_cb (HallQrView *self)
{
  cover (self, hall_badge_for_tone (HALL_TONE_CLOSED), _ ("This code has expired"));
}

static void
on_renew_clicked_cb (HallQrView *self)
{
  g_signal_emit (self, signals[RENEW], 0);
}

static void
on_open_clicked_cb (GtkButton *button, HallQrView *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

/* Modules of whole pixels, so that every edge is sharp; and as many pixels as the area needs. */
static int
get_module_px (HallQrView *self)
{
  int modules = (int) hall_qr_get_size (self->qr) + 2 * HALL_QR_QUIET_MODULES;

  return (MIN_SIDE_PX + modules - 1) / modules;
}

static void
request_size (HallQrView *self)
{
  int side = MIN_SIDE_PX;

  if (self->qr != NULL)
    side = get_module_px (self) * ((int) hall_qr_get_size (self->qr) + 2 * HALL_QR_QUIET_MODULES);
  gtk_widget_set_size_request (GTK_WIDGET (self->code), side, side);
}

static gboolean
on_code_drawn_cb (GtkWidget *widget, cairo_t *cairo, HallQrView *self)
{
  int module, inner;

  if (self->qr == NULL)
    return GDK_EVENT_PROPAGATE;
  module = get_module_px (self);
  inner = module * (int) hall_qr_get_size (self->qr);
  hall_qr_draw (self->qr, cairo, (gtk_widget_get_allocated_width (widget) - inner) / 2,
                (gtk_widget_get_allocated_height (widget) - inner) / 2, module);
  return GDK_EVENT_PROPAGATE;
}

static void
hall_qr_view_finalize (GObject *object)
{
  g_clear_pointer (&HALL_QR_VIEW (object)->qr, hall_qr_free);
  G_OBJECT_CLASS (hall_qr_view_parent_class)->finalize (object);
}

static void
hall_qr_view_class_init (HallQrViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_qr_view_finalize;
  signals[RENEW] = g_signal_new ("renew", HALL_TYPE_QR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", HALL_TYPE_QR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-qr-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HallQrView, app);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, purpose);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, amount);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, stack);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, code);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, cover_icon);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, cover_word);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, ring_box);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, renew_box);
  gtk_widget_class_bind_template_child (widget_class, HallQrView, open_button);
  gtk_widget_class_bind_template_callback (widget_class, on_code_drawn_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
}

static void
hall_qr_view_init (HallQrView *self)
{
  GtkWidget *ring = hall_time_ring_new ();
  GtkWidget *renew = hall_busy_button_new (_ ("_New code"));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), MIN_SIDE_PX, MIN_SIDE_PX);
  hall_ui_make_alert (self->cover_word);

  self->ring = HALL_TIME_RING (ring);
  gtk_container_add (GTK_CONTAINER (self->ring_box), ring);
  gtk_widget_set_opacity (ring, 0);
  g_signal_connect_swapped (ring, "ended", G_CALLBACK (on_time_ended_cb), self);

  self->renew_button = HALL_BUSY_BUTTON (renew);
  gtk_container_add (GTK_CONTAINER (self->renew_box), renew);
  g_signal_connect_swapped (renew, "clicked", G_CALLBACK (on_renew_clicked_cb), self);
}

GtkWidget *
hall_qr_view_new (void)
{
  return g_object_new (HALL_TYPE_QR_VIEW, NULL);
}

void
hall_qr_view_set_words (HallQrView *self, const char *app, const char *purpose)
{
  g_return_if_fail (HALL_IS_QR_VIEW (self));

  gtk_label_set_text (self->app, app);
  gtk_label_set_text (self->purpose, purpose);
  hall_ui_set_accessible_name (GTK_WIDGET (self->code), app);
  hall_ui_set_accessible_description (GTK_WIDGET (self->code), purpose);
}

void
hall_qr_view_set_amount (HallQrView *self, gint64 amount_fen)
{
  g_autofree char *yuan = hall_money_format (MAX (amount_fen, 0));
  g_autofree char *text = g_strdup_printf ("¥ %s", yuan);

  g_return_if_fail (HALL_IS_QR_VIEW (self));

  gtk_label_set_text (self->amount, text);
  gtk_widget_set_visible (GTK_WIDGET (self->amount), amount_fen >= 0);
}

void
hall_qr_view_set_text (HallQrView *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HALL_IS_QR_VIEW (self));

  g_clear_pointer (&self->qr, hall_qr_free);
  self->covered = FALSE;
  if (text != NULL)
    self->qr = hall_qr_new (text, &error);
  if (error != NULL)
    cover (self, hall_badge_for_verdict (HALL_WRONG), error->message);
  request_size (self);
  show_state (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->code));
}

void
hall_qr_view_set_time_left (HallQrView *self, guint left_s, guint whole_s)
{
  g_return_if_fail (HALL_IS_QR_VIEW (self));

  if (left_s == 0)
    {
      on_time_ended_cb (self);
      return;
    }
  hall_time_ring_start (self->ring, left_s, whole_s);
  gtk_widget_set_opacity (GTK_WIDGET (self->ring), 1);
}

void
hall_qr_view_set_done (HallQrView *self, const char *word)
{
  g_return_if_fail (HALL_IS_QR_VIEW (self));

  cover (self, hall_badge_for_tone (HALL_TONE_DONE), word);
}

void
hall_qr_view_set_can_open (HallQrView *self, gboolean can_open)
{
  g_return_if_fail (HALL_IS_QR_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->open_button), can_open);
}

void
hall_qr_view_set_renewing (HallQrView *self, gboolean renewing)
{
  g_return_if_fail (HALL_IS_QR_VIEW (self));

  hall_busy_button_set_busy (self->renew_button, renewing);
}
