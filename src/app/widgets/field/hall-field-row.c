/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One field of the catalogue as a row of a boxed list.
 */
#include "hall-field-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-field-control.h"
#include "hall-badge.h"
#include "hall-ui.h"

struct _HallFieldRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
  GtkLabel *optional;
  GtkBox *control_box;
  GtkImage *lock;
  GtkImage *mark;
  GtkWidget *return_box;
  GtkLabel *return_text;
  GtkLabel *message;
  GtkCheckButton *confirm;

  const HallField *field;
  HallFieldControl *control; /* in @control_box */
  HallVerdict verdict;       /* of the last finding */
  gboolean locked;
  gboolean visited;
  gboolean typing;  /* since it was left last */
  gboolean setting; /* by the program: nobody is told */
};

G_DEFINE_FINAL_TYPE (HallFieldRow, hall_field_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  LEFT,
  CONFIRMED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The line below speaks: of what was found, of the lock, or only a hint. */
static void
say (HallFieldRow *self, const HallBadge *look, const char *text)
{
  GtkWidget *focus = hall_field_control_get_focus_widget (self->control);

  hall_badge_paint (GTK_WIDGET (self->message), look);
  gtk_label_set_text (self->message, text);
  hall_ui_set_accessible_description (focus, text);
}

static void
say_hint (HallFieldRow *self)
{
  say (self, NULL, hall_label_get (&self->field->hint, hall_app_lang ()));
}

static void
show_mark (HallFieldRow *self, const HallBadge *look, const char *word)
{
  hall_badge_show_icon (self->mark, look);
  hall_ui_set_accessible_name (GTK_WIDGET (self->mark), word);
}

static void
show_verdict (HallFieldRow *self, HallVerdict verdict, const char *text)
{
  const HallBadge *look = hall_badge_for_verdict (verdict);

  self->verdict = verdict;
  show_mark (self, look, hall_badge_get_verdict_word (verdict));
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-wrong", verdict == HALL_WRONG);
  if (verdict == HALL_GOOD)
    say_hint (self);
  else
    say (self, verdict == HALL_HINT ? NULL : look, text);
}

static void
show_confirm (HallFieldRow *self, gboolean visible, gboolean active)
{
  self->setting = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->confirm), active);
  self->setting = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), visible);
}

static void
on_control_changed_cb (HallFieldRow *self)
{
  hall_field_row_forget_finding (self);
  self->typing = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What still has to be typed comes before what the owner says of the value. */
static void
show_typing (HallFieldRow *self)
{
  const char *why = NULL;
  HallVerdict verdict = hall_field_control_judge_typing (self->control, &why);

  if (verdict == HALL_GOOD)
    return;
  show_confirm (self, FALSE, FALSE);
  show_verdict (self, verdict, why);
}

static void
on_control_left_cb (HallFieldRow *self)
{
  self->typing = FALSE;
  self->visited = TRUE;
  g_signal_emit (self, signals[LEFT], 0);
  show_typing (self);
}

static void
on_control_entered_cb (HallFieldRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_confirm_toggled_cb (GtkToggleButton *button, HallFieldRow *self)
{
  if (self->setting)
    return;
  self->verdict = gtk_toggle_button_get_active (button) ? HALL_GOOD : HALL_DOUBTFUL;
  g_signal_emit (self, signals[CONFIRMED], 0);
}

static gboolean
on_focus_moved_cb (GtkWidget *widget, GdkEvent *event, HallFieldRow *self)
{
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-focused",
                     event->focus_change.in && !self->locked);
  return GDK_EVENT_PROPAGATE;
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, HALL_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
hall_field_row_class_init (HallFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = add_signal ("changed");
  signals[LEFT] = add_signal ("left");
  signals[CONFIRMED] = add_signal ("confirmed");
  signals[ENTERED] = add_signal ("entered");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, label);
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, optional);
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, control_box);
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, lock);
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, mark);
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, return_box);
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, return_text);
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, message);
  gtk_widget_class_bind_template_child (widget_class, HallFieldRow, confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_toggled_cb);
}

static void
hall_field_row_init (HallFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->message);
  hall_ui_make_alert (self->return_text);
}

static void
add_control (HallFieldRow *self, const char *name)
{
  GtkWidget *control = hall_field_control_new (self->field);
  GtkWidget *focus;

  self->control = HALL_FIELD_CONTROL (control);
  gtk_container_add (GTK_CONTAINER (self->control_box), control);
  g_signal_connect_swapped (control, "value-changed", G_CALLBACK (on_control_changed_cb), self);
  g_signal_connect_swapped (control, "left", G_CALLBACK (on_control_left_cb), self);
  g_signal_connect_swapped (control, "entered", G_CALLBACK (on_control_entered_cb), self);

  focus = hall_field_control_get_focus_widget (self->control);
  gtk_label_set_mnemonic_widget (self->label, focus);
  hall_ui_set_accessible_name (focus, name);
  g_signal_connect (focus, "focus-in-event", G_CALLBACK (on_focus_moved_cb), self);
  g_signal_connect (focus, "focus-out-event", G_CALLBACK (on_focus_moved_cb), self);
}

GtkWidget *
hall_field_row_new (const HallField *field)
{
  HallFieldRow *self = g_object_new (HALL_TYPE_FIELD_ROW, "name", field->id, NULL);
  const char *name = hall_label_get (&field->label, hall_app_lang ());

  self->field = field;
  gtk_label_set_text (self->label, name);
  add_control (self, name);
  hall_field_row_set_required (self, field->required);
  hall_field_row_forget_finding (self);
  return GTK_WIDGET (self);
}

const HallField *
hall_field_row_get_field (HallFieldRow *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_ROW (self), NULL);

  return self->field;
}

const char *
hall_field_row_get_value (HallFieldRow *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_ROW (self), "");

  return hall_field_control_get_value (self->control);
}

void
hall_field_row_set_value (HallFieldRow *self, const char *value)
{
  g_return_if_fail (HALL_IS_FIELD_ROW (self));

  if (!g_str_equal (value, hall_field_control_get_value (self->control)))
    hall_field_control_set_value (self->control, value);
}

void
hall_field_row_set_kind (HallFieldRow *self, const HallKind *kind)
{
  g_return_if_fail (HALL_IS_FIELD_ROW (self));

  hall_field_control_set_kind (self->control, kind);
}

void
hall_field_row_set_required (HallFieldRow *self, gboolean required)
{
  g_return_if_fail (HALL_IS_FIELD_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->optional), !required);
}

void
hall_field_row_show_finding (HallFieldRow *self, const HallFinding *finding)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HALL_IS_FIELD_ROW (self));

  if (self->typing)
    return;
  if (finding == NULL && *hall_field_row_get_value (self) == '\0')
    {
      hall_field_row_forget_finding (self);
      show_typing (self);
      return;
    }
  if (finding == NULL)
    {
      show_confirm (self, FALSE, FALSE);
      show_verdict (self, HALL_GOOD, NULL);
    }
  else
    {
      text = hall_issue_format (&finding->issue, hall_app_lang ());
      show_confirm (self, finding->severity == HALL_DOUBTFUL && !self->locked, finding->confirmed);
      show_verdict (self, finding->severity, text);
      if (finding->confirmed)
        self->verdict = HALL_GOOD;
    }
  show_typing (self);
}

void
hall_field_row_forget_finding (HallFieldRow *self)
{
  g_return_if_fail (HALL_IS_FIELD_ROW (self));

  self->verdict = HALL_GOOD;
  show_mark (self, NULL, "");
  show_confirm (self, FALSE, FALSE);
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-wrong", FALSE);
  if (!self->locked)
    say_hint (self);
}

gboolean
hall_field_row_is_confirmed (HallFieldRow *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_ROW (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->confirm))
         && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->confirm));
}

void
hall_field_row_set_locked (HallFieldRow *self, const char *why)
{
  g_return_if_fail (HALL_IS_FIELD_ROW (self));

  self->locked = why != NULL;
  hall_field_control_set_editable (self->control, !self->locked);
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-locked", self->locked);
  gtk_widget_set_visible (GTK_WIDGET (self->lock), self->locked);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), !self->locked);
  if (self->locked)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->lock), why);
      say (self, NULL, why);
    }
  else
    hall_field_row_forget_finding (self);
}

gboolean
hall_field_row_is_locked (HallFieldRow *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_ROW (self), FALSE);

  return self->locked;
}

void
hall_field_row_set_return (HallFieldRow *self, const char *reason)
{
  g_return_if_fail (HALL_IS_FIELD_ROW (self));

  gtk_label_set_text (self->return_text, reason != NULL ? reason : "");
  gtk_widget_set_visible (self->return_box, reason != NULL);
}

gboolean
hall_field_row_is_visited (HallFieldRow *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_ROW (self), FALSE);

  return self->visited;
}

gboolean
hall_field_row_is_settled (HallFieldRow *self)
{
  const char *why = NULL;

  g_return_val_if_fail (HALL_IS_FIELD_ROW (self), TRUE);

  return hall_field_control_judge_typing (self->control, &why) == HALL_GOOD;
}

gboolean
hall_field_row_needs_attention (HallFieldRow *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_ROW (self), FALSE);

  return !self->locked && (self->verdict >= HALL_DOUBTFUL || !hall_field_row_is_settled (self));
}

void
hall_field_row_focus (HallFieldRow *self)
{
  g_return_if_fail (HALL_IS_FIELD_ROW (self));

  gtk_widget_grab_focus (hall_field_control_get_focus_widget (self->control));
}
