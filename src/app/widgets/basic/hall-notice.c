/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences about the whole page. Knows nothing of what they are about.
 */
#include "hall-notice.h"

#include <gio/gio.h>

#include "hall-badge.h"
#include "hall-ui.h"

struct _HallNotice
{
  GtkBox parent_instance;

  GtkStack *stack; /* the message, or nothing of the same height */
  GtkWidget *message;
  GtkImage *icon;
  GtkLabel *text;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (HallNotice, hall_notice, GTK_TYPE_BOX)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_button_clicked_cb (GtkButton *button, HallNotice *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
hall_notice_class_init (HallNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] = g_signal_new ("answered", HALL_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, HallNotice, stack);
  gtk_widget_class_bind_template_child (widget_class, HallNotice, message);
  gtk_widget_class_bind_template_child (widget_class, HallNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, HallNotice, text);
  gtk_widget_class_bind_template_child (widget_class, HallNotice, button);
  gtk_widget_class_bind_template_callback (widget_class, on_button_clicked_cb);
}

static void
hall_notice_init (HallNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->text);
}

GtkWidget *
hall_notice_new (void)
{
  return g_object_new (HALL_TYPE_NOTICE, NULL);
}

void
hall_notice_show (HallNotice *self, HallVerdict verdict, const char *text, const char *button)
{
  const HallBadge *look = hall_badge_for_verdict (verdict);

  g_return_if_fail (HALL_IS_NOTICE (self));

  hall_badge_paint (self->message, look);
  hall_badge_show_icon (self->icon, look);
  gtk_label_set_text (self->text, text);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

void
hall_notice_show_error (HallNotice *self, const GError *error)
{
  g_return_if_fail (error != NULL);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hall_notice_show (self, HALL_WRONG, error->message, NULL);
}

void
hall_notice_clear (HallNotice *self)
{
  g_return_if_fail (HALL_IS_NOTICE (self));

  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_label_set_text (self->text, "");
}

const char *
hall_notice_get_text (HallNotice *self)
{
  g_return_val_if_fail (HALL_IS_NOTICE (self), "");

  return gtk_label_get_text (self->text);
}
