/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One reason to choose from.
 */
#include "hall-reason-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hall-app-lang.h"
#include "hall-ui.h"

struct _HallReasonRow
{
  GtkBox parent_instance;

  GtkToggleButton *tick;
  GtkLabel *key;
  GtkLabel *label;
  GtkEntry *entry;

  HallReason reason;
  gboolean setting; /* by the program: nobody is told */
};

G_DEFINE_FINAL_TYPE (HallReasonRow, hall_reason_row, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (HallReasonRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_toggled_cb (GtkToggleButton *tick, HallReasonRow *self)
{
  gboolean chosen = gtk_toggle_button_get_active (tick);

  gtk_widget_set_visible (GTK_WIDGET (self->entry), chosen);
  if (chosen && !self->setting && hall_reason_needs_text (self->reason))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  tell (self);
}

static void
on_entry_changed_cb (GtkEditable *entry, HallReasonRow *self)
{
  tell (self);
}

static void
hall_reason_row_class_init (HallReasonRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_REASON_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-reason-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallReasonRow, tick);
  gtk_widget_class_bind_template_child (widget_class, HallReasonRow, key);
  gtk_widget_class_bind_template_child (widget_class, HallReasonRow, label);
  gtk_widget_class_bind_template_child (widget_class, HallReasonRow, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
}

static void
hall_reason_row_init (HallReasonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
name_parts (HallReasonRow *self, const char *label)
{
  gboolean needed = hall_reason_needs_text (self->reason);
  g_autofree char *name = g_strdup_printf ("%s %s", hall_reason_get_code (self->reason), label);
  /* Translators: what can be written beside reason F01 */
  g_autofree char *note_name =
      g_strdup_printf (_ ("Note for %s"), hall_reason_get_code (self->reason));

  hall_ui_set_accessible_name (GTK_WIDGET (self->tick), name);
  hall_ui_set_accessible_name (GTK_WIDGET (self->entry), note_name);
  gtk_entry_set_placeholder_text (self->entry, needed ? _ ("What is wrong, and what is to be done")
                                                      : _ ("More about it, if needed"));
}

GtkWidget *
hall_reason_row_new (HallReason reason, guint key)
{
  HallReasonRow *self = g_object_new (HALL_TYPE_REASON_ROW, NULL);
  const char *label = hall_reason_get_label (reason, hall_app_lang ());

  self->reason = reason;
  gtk_label_set_text (self->label, label);
  hall_reason_row_set_key (self, key);
  name_parts (self, label);
  return GTK_WIDGET (self);
}

void
hall_reason_row_set_key (HallReasonRow *self, guint key)
{
  g_autofree char *digit = key > 0 ? g_strdup_printf ("%u", key) : g_strdup ("");

  g_return_if_fail (HALL_IS_REASON_ROW (self));

  gtk_label_set_text (self->key, digit);
}

gboolean
hall_reason_row_matches (HallReasonRow *self, const char *wanted)
{
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (HALL_IS_REASON_ROW (self), FALSE);

  text = g_strdup_printf ("%s %s", hall_reason_get_code (self->reason),
                          hall_reason_get_label (self->reason, hall_app_lang ()));
  folded = g_utf8_casefold (text, -1);
  key = g_utf8_casefold (wanted, -1);
  return strstr (folded, key) != NULL;
}

HallReason
hall_reason_row_get_reason (HallReasonRow *self)
{
  g_return_val_if_fail (HALL_IS_REASON_ROW (self), HALL_N_REASONS);

  return self->reason;
}

void
hall_reason_row_set (HallReasonRow *self, gboolean chosen, const char *text)
{
  g_return_if_fail (HALL_IS_REASON_ROW (self));

  self->setting = TRUE;
  gtk_toggle_button_set_active (self->tick, chosen);
  gtk_entry_set_text (self->entry, text != NULL ? text : "");
  self->setting = FALSE;
}

gboolean
hall_reason_row_is_chosen (HallReasonRow *self)
{
  g_return_val_if_fail (HALL_IS_REASON_ROW (self), FALSE);

  return gtk_toggle_button_get_active (self->tick);
}

const char *
hall_reason_row_get_text (HallReasonRow *self)
{
  g_return_val_if_fail (HALL_IS_REASON_ROW (self), "");

  return gtk_entry_get_text (self->entry);
}

void
hall_reason_row_toggle (HallReasonRow *self)
{
  g_return_if_fail (HALL_IS_REASON_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->tick));
  gtk_toggle_button_set_active (self->tick, !gtk_toggle_button_get_active (self->tick));
}
