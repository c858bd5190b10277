/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of the hall's staff.
 */
#include "hall-reviewer-window.h"

#include <glib/gi18n.h>

#include "hall-frame.h"

struct _HallReviewerWindow
{
  HdyApplicationWindow parent_instance;

  HallFrame *frame;
};

G_DEFINE_FINAL_TYPE (HallReviewerWindow, hall_reviewer_window, HDY_TYPE_APPLICATION_WINDOW)

static void
hall_reviewer_window_class_init (HallReviewerWindowClass *klass)
{
}

static void
hall_reviewer_window_init (HallReviewerWindow *self)
{
}

GtkWidget *
hall_reviewer_window_new (HallApp *app)
{
  HallReviewerWindow *self = g_object_new (HALL_TYPE_REVIEWER_WINDOW, "application", app, "title",
                                           _ ("CertHall review"), NULL);

  self->frame = HALL_FRAME (hall_frame_new (GTK_APPLICATION_WINDOW (self), app, HALL_PART_STAFF));
  gtk_widget_show (GTK_WIDGET (self->frame));
  gtk_container_add (GTK_CONTAINER (self), GTK_WIDGET (self->frame));
  return GTK_WIDGET (self);
}

void
hall_reviewer_window_connect_local (HallReviewerWindow *self)
{
  g_return_if_fail (HALL_IS_REVIEWER_WINDOW (self));

  hall_frame_connect_local (self->frame);
}

void
hall_reviewer_window_connect (HallReviewerWindow *self, const char *address)
{
  g_return_if_fail (HALL_IS_REVIEWER_WINDOW (self));

  hall_frame_connect (self->frame, address);
}
