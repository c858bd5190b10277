/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of a step list: number, title, mark.
 */
#include "hall-step-row.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

struct _HallStepRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *number;
  GtkLabel *title;
  GtkImage *icon;

  guint place;
  HallStepMark mark;
};

G_DEFINE_FINAL_TYPE (HallStepRow, hall_step_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *style;
  const char *icon; /* (nullable) */
  const char *word; /* for screen readers */
  gboolean reachable;
} looks[HALL_N_STEP_MARKS] = {
  [HALL_STEP_MARK_AHEAD] = { "hall-step-ahead", NULL, N_ ("not yet"), FALSE },
  [HALL_STEP_MARK_OPEN] = { "hall-step-open", NULL, N_ ("to do"), TRUE },
  [HALL_STEP_MARK_CURRENT] = { "hall-step-current", NULL, N_ ("current"), TRUE },
  [HALL_STEP_MARK_DONE] = { "hall-step-done", "object-select-symbolic", N_ ("done"), TRUE },
  [HALL_STEP_MARK_TROUBLED] = { "hall-step-troubled", "dialog-error-symbolic",
                                N_ ("to be corrected"), TRUE },
  [HALL_STEP_MARK_CLOSED] = { "hall-step-closed", "changes-prevent-symbolic", N_ ("closed"),
                              FALSE },
};

static void
hall_step_row_class_init (HallStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStepRow, number);
  gtk_widget_class_bind_template_child (widget_class, HallStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, HallStepRow, icon);
}

static void
hall_step_row_init (HallStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_step_row_new (guint number, const char *title)
{
  HallStepRow *self = g_object_new (HALL_TYPE_STEP_ROW, NULL);
  g_autofree char *digits = g_strdup_printf ("%u", number);

  self->place = number;
  gtk_label_set_text (self->number, digits);
  gtk_label_set_text (self->title, title);
  hall_step_row_set_mark (self, HALL_STEP_MARK_AHEAD);
  return GTK_WIDGET (self);
}

void
hall_step_row_set_mark (HallStepRow *self, HallStepMark mark)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (HALL_IS_STEP_ROW (self));
  g_return_if_fail (mark < HALL_N_STEP_MARKS);

  hall_ui_set_class (widget, looks[self->mark].style, FALSE);
  hall_ui_set_class (widget, looks[mark].style, TRUE);
  self->mark = mark;

  if (looks[mark].icon != NULL)
    gtk_image_set_from_icon_name (self->icon, looks[mark].icon, GTK_ICON_SIZE_MENU);
  else
    gtk_image_clear (self->icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), looks[mark].reachable);
  hall_ui_set_accessible_name (widget, gtk_label_get_text (self->title));
  hall_ui_set_accessible_description (widget, _ (looks[mark].word));
}

HallStepMark
hall_step_row_get_mark (HallStepRow *self)
{
  g_return_val_if_fail (HALL_IS_STEP_ROW (self), HALL_STEP_MARK_AHEAD);

  return self->mark;
}

const char *
hall_step_row_get_title (HallStepRow *self)
{
  g_return_val_if_fail (HALL_IS_STEP_ROW (self), "");

  return gtk_label_get_text (self->title);
}

guint
hall_step_row_get_number (HallStepRow *self)
{
  g_return_val_if_fail (HALL_IS_STEP_ROW (self), 0);

  return self->place;
}
