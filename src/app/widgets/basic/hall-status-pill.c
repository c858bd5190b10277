/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state in one small pill.
 */
#include "hall-status-pill.h"

#include "hall-app-lang.h"
#include "hall-badge.h"
#include "hall-ui.h"

struct _HallStatusPill
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *word;
};

G_DEFINE_FINAL_TYPE (HallStatusPill, hall_status_pill, GTK_TYPE_BOX)

static void
hall_status_pill_class_init (HallStatusPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-status-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStatusPill, icon);
  gtk_widget_class_bind_template_child (widget_class, HallStatusPill, word);
}

static void
hall_status_pill_init (HallStatusPill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_status_pill_new (void)
{
  return g_object_new (HALL_TYPE_STATUS_PILL, NULL);
}

void
hall_status_pill_set (HallStatusPill *self, HallTone tone, const char *word)
{
  const HallBadge *look = hall_badge_for_tone (tone);

  g_return_if_fail (HALL_IS_STATUS_PILL (self));

  hall_badge_paint (GTK_WIDGET (self), look);
  gtk_image_set_from_icon_name (self->icon, look->icon, GTK_ICON_SIZE_MENU);
  gtk_label_set_text (self->word, word != NULL ? word : hall_badge_get_tone_word (tone));
}

void
hall_status_pill_show_order (HallStatusPill *self, const HallOrder *order)
{
  hall_status_pill_set (self, hall_state_get_tone (order->state),
                        hall_order_get_label (order, hall_app_lang ()));
}
