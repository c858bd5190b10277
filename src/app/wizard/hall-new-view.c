/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-new-view.h"

struct _HallNewView
{
  GtkBox parent_instance;

  HallFrame *frame; /* not owned: it owns this */
};

G_DEFINE_FINAL_TYPE (HallNewView, hall_new_view, GTK_TYPE_BOX)

static void
hall_new_view_class_init (HallNewViewClass *klass)
{
  g_signal_new ("show-order", HALL_TYPE_NEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hall_new_view_init (HallNewView *self)
{
}

GtkWidget *
hall_new_view_new (HallFrame *frame)
{
  HallNewView *self = g_object_new (HALL_TYPE_NEW_VIEW, NULL);

  self->frame = frame;
  return GTK_WIDGET (self);
}

void
hall_new_view_open_order (HallNewView *self, const char *number)
{
}

void
hall_new_view_enter (HallNewView *self)
{
}

gboolean
hall_new_view_go_back (HallNewView *self)
{
  return FALSE;
}

gboolean
hall_new_view_fill_code (HallNewView *self, const char *code)
{
  return FALSE;
}
