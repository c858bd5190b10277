/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One step of a timeline.
 */
#include "hall-timeline-row.h"

#include "hall-app-lang.h"
#include "hall-badge.h"
#include "hall-ui.h"
#include "hall-when.h"

struct _HallTimelineRow
{
  GtkBox parent_instance;

  GtkLabel *when;
  GtkWidget *line_above;
  GtkImage *mark;
  GtkWidget *line_below;
  GtkLabel *event;
  GtkLabel *actor;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (HallTimelineRow, hall_timeline_row, GTK_TYPE_BOX)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_actor (HallTimelineRow *self, const HallTimelineStep *step)
{
  const char *actor = hall_actor_get_label (step->actor, hall_app_lang ());
  g_autofree char *text = NULL;

  if (step->who != NULL && *step->who != '\0')
    text = g_strdup_printf ("%s · %s", actor, step->who);
  show_text (self->actor, text != NULL ? text : actor);
}

/* The last step is where the order stands: it has the colour of its state. So has what stopped
 * it on the way; the rest has simply been done. */
static void
show_mark (HallTimelineRow *self, const HallTimelineStep *step, gboolean is_last)
{
  HallTone tone = hall_state_get_tone (step->state);

  if (is_last || tone == HALL_TONE_STOPPED)
    hall_badge_show_icon (self->mark, hall_badge_for_tone (tone));
  else
    gtk_image_set_from_icon_name (self->mark, "object-select-symbolic", GTK_ICON_SIZE_MENU);
  hall_ui_set_class (GTK_WIDGET (self->event), "hall-strong", is_last);
}

static void
hall_timeline_row_class_init (HallTimelineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-timeline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallTimelineRow, when);
  gtk_widget_class_bind_template_child (widget_class, HallTimelineRow, line_above);
  gtk_widget_class_bind_template_child (widget_class, HallTimelineRow, mark);
  gtk_widget_class_bind_template_child (widget_class, HallTimelineRow, line_below);
  gtk_widget_class_bind_template_child (widget_class, HallTimelineRow, event);
  gtk_widget_class_bind_template_child (widget_class, HallTimelineRow, actor);
  gtk_widget_class_bind_template_child (widget_class, HallTimelineRow, note);
}

static void
hall_timeline_row_init (HallTimelineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_timeline_row_new (const HallTimelineStep *step, gboolean is_first, gboolean is_last)
{
  HallTimelineRow *self = g_object_new (HALL_TYPE_TIMELINE_ROW, NULL);
  g_autofree char *when = hall_when_format (step->at_s);

  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->event, hall_event_get_label (step->event, hall_app_lang ()));
  show_actor (self, step);
  show_text (self->note, step->note);
  show_mark (self, step, is_last);
  gtk_widget_set_opacity (self->line_above, is_first ? 0 : 1);
  gtk_widget_set_opacity (self->line_below, is_last ? 0 : 1);
  return GTK_WIDGET (self);
}
