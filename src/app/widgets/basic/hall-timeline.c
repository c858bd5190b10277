/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has happened to an order.
 */
#include "hall-timeline.h"

#include "hall-timeline-row.h"
#include "hall-ui.h"

struct _HallTimeline
{
  GtkBox parent_instance;

  guint n_steps;    /* shown */
  gint64 last_at_s; /* of the last one shown */
};

G_DEFINE_FINAL_TYPE (HallTimeline, hall_timeline, GTK_TYPE_BOX)

static void
hall_timeline_class_init (HallTimelineClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/certhall/ui/hall-timeline.ui");
}

static void
hall_timeline_init (HallTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_timeline_new (void)
{
  return g_object_new (HALL_TYPE_TIMELINE, NULL);
}

void
hall_timeline_set_steps (HallTimeline *self, GPtrArray *steps)
{
  const HallTimelineStep *last;

  g_return_if_fail (HALL_IS_TIMELINE (self));
  g_return_if_fail (steps != NULL);

  last = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
  /* The trail only ever grows: the same end means the same trail, and nothing flickers. */
  if (steps->len == self->n_steps && (last == NULL || last->at_s == self->last_at_s))
    return;
  self->n_steps = steps->len;
  self->last_at_s = last != NULL ? last->at_s : 0;

  hall_ui_clear (GTK_CONTAINER (self));
  for (guint i = 0; i < steps->len; i++)
    gtk_container_add (GTK_CONTAINER (self), hall_timeline_row_new (g_ptr_array_index (steps, i),
                                                                    i == 0, i == steps->len - 1));
}
