/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-help-view.h"

struct _HallHelpView
{
  GtkBox parent_instance;

  HallFrame *frame; /* not owned: it owns this */
};

G_DEFINE_FINAL_TYPE (HallHelpView, hall_help_view, GTK_TYPE_BOX)

static void
hall_help_view_class_init (HallHelpViewClass *klass)
{
}

static void
hall_help_view_init (HallHelpView *self)
{
}

GtkWidget *
hall_help_view_new (HallFrame *frame)
{
  HallHelpView *self = g_object_new (HALL_TYPE_HELP_VIEW, NULL);

  self->frame = frame;
  return GTK_WIDGET (self);
}

void
hall_help_view_enter (HallHelpView *self)
{
}

void
hall_help_view_find (HallHelpView *self)
{
}
