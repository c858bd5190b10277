/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row to type one thing into.
 */
#include "hall-input-row.h"

#include <glib/gi18n.h>

#include "hall-badge.h"
#include "hall-ui.h"

struct _HallInputRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *label;
  GtkEntry *entry;
  GtkLabel *message;
  GtkBox *button_box;

  char *hint;
  gboolean wrong;
  gboolean setting; /* by the program: nobody is told */
};

G_DEFINE_FINAL_TYPE (HallInputRow, hall_input_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SHOW_ICON "view-reveal-symbolic"
#define HIDE_ICON "view-conceal-symbolic"

static void
on_entry_changed_cb (GtkEditable *editable, HallInputRow *self)
{
  if (self->setting)
    return;
  hall_input_row_show_problem (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_entry_activated_cb (GtkEntry *entry, HallInputRow *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
on_focus_moved_cb (GtkWidget *entry, GdkEvent *event, HallInputRow *self)
{
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-focused", event->focus_change.in);
  return GDK_EVENT_PROPAGATE;
}

static void
on_eye_pressed_cb (GtkEntry *entry, GtkEntryIconPosition place, GdkEvent *event, HallInputRow *self)
{
  gboolean visible = !gtk_entry_get_visibility (entry);

  gtk_entry_set_visibility (entry, visible);
  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY,
                                     visible ? HIDE_ICON : SHOW_ICON);
}

static void
hall_input_row_finalize (GObject *object)
{
  g_free (HALL_INPUT_ROW (object)->hint);
  G_OBJECT_CLASS (hall_input_row_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, HALL_TYPE_INPUT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
hall_input_row_class_init (HallInputRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_input_row_finalize;
  signals[CHANGED] = add_signal ("changed");
  signals[ENTERED] = add_signal ("entered");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-input-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallInputRow, label);
  gtk_widget_class_bind_template_child (widget_class, HallInputRow, entry);
  gtk_widget_class_bind_template_child (widget_class, HallInputRow, message);
  gtk_widget_class_bind_template_child (widget_class, HallInputRow, button_box);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_eye_pressed_cb);
}

static void
hall_input_row_init (HallInputRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->message);
  self->hint = g_strdup ("");
}

GtkWidget *
hall_input_row_new (const char *label, GtkInputPurpose purpose)
{
  HallInputRow *self = g_object_new (HALL_TYPE_INPUT_ROW, NULL);

  gtk_label_set_text (self->label, label);
  gtk_label_set_mnemonic_widget (self->label, GTK_WIDGET (self->entry));
  gtk_entry_set_input_purpose (self->entry, purpose);
  hall_ui_set_accessible_name (GTK_WIDGET (self->entry), label);
  return GTK_WIDGET (self);
}

void
hall_input_row_set_hint (HallInputRow *self, const char *hint)
{
  g_return_if_fail (HALL_IS_INPUT_ROW (self));

  g_free (self->hint);
  self->hint = g_strdup (hint);
  if (!self->wrong)
    hall_input_row_show_problem (self, NULL);
}

void
hall_input_row_set_secret (HallInputRow *self)
{
  g_return_if_fail (HALL_IS_INPUT_ROW (self));

  gtk_entry_set_visibility (self->entry, FALSE);
  gtk_entry_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_PASSWORD);
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY, SHOW_ICON);
  gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                   _ ("Show or hide the password"));
}

const char *
hall_input_row_get_text (HallInputRow *self)
{
  g_return_val_if_fail (HALL_IS_INPUT_ROW (self), "");

  return gtk_entry_get_text (self->entry);
}

void
hall_input_row_set_text (HallInputRow *self, const char *text)
{
  g_return_if_fail (HALL_IS_INPUT_ROW (self));

  self->setting = TRUE;
  gtk_entry_set_text (self->entry, text);
  self->setting = FALSE;
  hall_input_row_show_problem (self, NULL);
}

void
hall_input_row_show_problem (HallInputRow *self, const char *text)
{
  const char *said = text != NULL ? text : self->hint;

  g_return_if_fail (HALL_IS_INPUT_ROW (self));

  self->wrong = text != NULL;
  gtk_label_set_text (self->message, said);
  hall_badge_paint (GTK_WIDGET (self->message),
                    self->wrong ? hall_badge_for_verdict (HALL_WRONG) : NULL);
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-wrong", self->wrong);
  hall_ui_set_accessible_description (GTK_WIDGET (self->entry), said);
}

gboolean
hall_input_row_has_problem (HallInputRow *self)
{
  g_return_val_if_fail (HALL_IS_INPUT_ROW (self), FALSE);

  return self->wrong;
}

void
hall_input_row_set_button (HallInputRow *self, GtkWidget *button)
{
  g_return_if_fail (HALL_IS_INPUT_ROW (self));

  gtk_container_add (GTK_CONTAINER (self->button_box), button);
}

void
hall_input_row_focus (HallInputRow *self)
{
  g_return_if_fail (HALL_IS_INPUT_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
