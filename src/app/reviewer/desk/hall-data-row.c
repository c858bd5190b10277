/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One fact of an order.
 */
#include "hall-data-row.h"

#include "hall-badge.h"
#include "hall-ui.h"

struct _HallDataRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *key;
  GtkLabel *label;
  GtkLabel *value;
  GtkLabel *sentence;
  GtkLabel *returns;
  GtkImage *mark;
  GtkToggleButton *accept;
  GtkToggleButton *tick;

  char *id;
  char *copy;          /* (nullable) */
  HallVerdict verdict; /* the machine's */
  gboolean has_verdict;
  gboolean chosen;
  gboolean accepted;
};

G_DEFINE_FINAL_TYPE (HallDataRow, hall_data_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  RETURN_WANTED,
  ACCEPT_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The tick shows what is chosen; pressing it only asks. */
static void
on_tick_toggled_cb (GtkToggleButton *tick, HallDataRow *self)
{
  if (gtk_toggle_button_get_active (tick) == self->chosen)
    return;
  gtk_toggle_button_set_active (tick, self->chosen);
  g_signal_emit (self, signals[RETURN_WANTED], 0);
}

static void
on_accept_toggled_cb (GtkToggleButton *accept, HallDataRow *self)
{
  if (gtk_toggle_button_get_active (accept) == self->accepted)
    return;
  gtk_toggle_button_set_active (accept, self->accepted);
  g_signal_emit (self, signals[ACCEPT_WANTED], 0);
}

static gboolean
on_key_pressed_cb (GtkWidget *widget, GdkEventKey *event, gpointer user_data)
{
  HallDataRow *self = HALL_DATA_ROW (widget);
  GdkModifierType modifiers = event->state & gtk_accelerator_get_default_mod_mask ();

  if (self->copy == NULL || modifiers != GDK_CONTROL_MASK
      || gdk_keyval_to_lower (event->keyval) != GDK_KEY_c)
    return GDK_EVENT_PROPAGATE;
  gtk_clipboard_set_text (gtk_widget_get_clipboard (widget, GDK_SELECTION_CLIPBOARD), self->copy,
                          -1);
  return GDK_EVENT_STOP;
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
name_row (HallDataRow *self)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_label_get_text (self->label),
                                           gtk_label_get_text (self->value));

  hall_ui_set_accessible_name (GTK_WIDGET (self), name);
}

/* Two ticks beside each other, the machine's and the reviewer's, would be taken for one thing. */
static void
show_mark (HallDataRow *self)
{
  gboolean alone = !gtk_widget_get_visible (GTK_WIDGET (self->accept));

  gtk_widget_set_visible (GTK_WIDGET (self->mark),
                          self->has_verdict && (alone || self->verdict > HALL_GOOD));
}

static void
hall_data_row_finalize (GObject *object)
{
  HallDataRow *self = HALL_DATA_ROW (object);

  g_free (self->id);
  g_free (self->copy);
  G_OBJECT_CLASS (hall_data_row_parent_class)->finalize (object);
}

static void
hall_data_row_class_init (HallDataRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_data_row_finalize;
  signals[RETURN_WANTED] = g_signal_new ("return-wanted", HALL_TYPE_DATA_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[ACCEPT_WANTED] = g_signal_new ("accept-wanted", HALL_TYPE_DATA_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-data-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDataRow, key);
  gtk_widget_class_bind_template_child (widget_class, HallDataRow, label);
  gtk_widget_class_bind_template_child (widget_class, HallDataRow, value);
  gtk_widget_class_bind_template_child (widget_class, HallDataRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, HallDataRow, returns);
  gtk_widget_class_bind_template_child (widget_class, HallDataRow, mark);
  gtk_widget_class_bind_template_child (widget_class, HallDataRow, tick);
  gtk_widget_class_bind_template_child (widget_class, HallDataRow, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_tick_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
}

static void
hall_data_row_init (HallDataRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_data_row_new (const char *id, const char *label)
{
  HallDataRow *self = g_object_new (HALL_TYPE_DATA_ROW, NULL);

  self->id = g_strdup (id);
  gtk_label_set_text (self->label, label);
  name_row (self);
  return GTK_WIDGET (self);
}

const char *
hall_data_row_get_id (HallDataRow *self)
{
  g_return_val_if_fail (HALL_IS_DATA_ROW (self), "");

  return self->id;
}

void
hall_data_row_set_label (HallDataRow *self, const char *label)
{
  g_return_if_fail (HALL_IS_DATA_ROW (self));

  gtk_label_set_text (self->label, label);
  name_row (self);
}

void
hall_data_row_set_heading (HallDataRow *self)
{
  g_return_if_fail (HALL_IS_DATA_ROW (self));

  hall_ui_set_class (GTK_WIDGET (self->label), "hall-hint", FALSE);
  hall_ui_set_class (GTK_WIDGET (self->value), "hall-hint", TRUE);
}

void
hall_data_row_set_value (HallDataRow *self, const char *text, const char *copy)
{
  g_return_if_fail (HALL_IS_DATA_ROW (self));

  show_text (self->value, text);
  g_free (self->copy);
  self->copy = g_strdup (copy);
  name_row (self);
}

const char *
hall_data_row_get_value (HallDataRow *self)
{
  g_return_val_if_fail (HALL_IS_DATA_ROW (self), "");

  return gtk_label_get_text (self->value);
}

void
hall_data_row_set_verdict (HallDataRow *self, HallVerdict verdict, const char *sentence)
{
  const HallBadge *look = hall_badge_for_verdict (verdict);

  g_return_if_fail (HALL_IS_DATA_ROW (self));

  show_text (self->sentence, sentence);
  hall_badge_paint (GTK_WIDGET (self->sentence), verdict > HALL_HINT ? look : NULL);
  hall_badge_show_icon (self->mark, look);
  self->verdict = verdict;
  self->has_verdict = TRUE;
  show_mark (self);
  hall_ui_set_accessible_name (GTK_WIDGET (self->mark), hall_badge_get_verdict_word (verdict));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), hall_badge_get_verdict_word (verdict));
}

void
hall_data_row_set_key (HallDataRow *self, guint key)
{
  g_autofree char *text = key > 0 ? g_strdup_printf ("%u", key) : NULL;

  g_return_if_fail (HALL_IS_DATA_ROW (self));

  gtk_label_set_text (self->key, text != NULL ? text : "");
  gtk_widget_show (GTK_WIDGET (self->key));
}

void
hall_data_row_set_shown (HallDataRow *self, gboolean shown)
{
  g_return_if_fail (HALL_IS_DATA_ROW (self));

  hall_ui_set_class (GTK_WIDGET (self), "hall-row-shown", shown);
}

void
hall_data_row_set_returnable (HallDataRow *self, gboolean returnable, const char *name)
{
  g_return_if_fail (HALL_IS_DATA_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->tick), returnable);
  hall_ui_set_accessible_name (GTK_WIDGET (self->tick), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->tick), name);
}

void
hall_data_row_set_returns (HallDataRow *self, const char *text, gboolean chosen)
{
  g_return_if_fail (HALL_IS_DATA_ROW (self));

  self->chosen = chosen;
  gtk_toggle_button_set_active (self->tick, chosen);
  show_text (self->returns, text);
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-wrong", chosen);
}

void
hall_data_row_set_accepted (HallDataRow *self,
                            gboolean acceptable,
                            gboolean accepted,
                            const char *name)
{
  g_return_if_fail (HALL_IS_DATA_ROW (self));

  self->accepted = accepted;
  gtk_toggle_button_set_active (self->accept, accepted);
  gtk_widget_set_visible (GTK_WIDGET (self->accept), acceptable);
  show_mark (self);
  hall_ui_set_accessible_name (GTK_WIDGET (self->accept), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->accept), name);
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-accepted", accepted);
}

gboolean
hall_data_row_is_acceptable (HallDataRow *self)
{
  g_return_val_if_fail (HALL_IS_DATA_ROW (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->accept));
}

gboolean
hall_data_row_is_accepted (HallDataRow *self)
{
  g_return_val_if_fail (HALL_IS_DATA_ROW (self), FALSE);

  return self->accepted;
}

gboolean
hall_data_row_is_open (HallDataRow *self)
{
  return hall_data_row_is_acceptable (self) && !self->accepted && !self->chosen;
}

GtkWidget *
hall_data_row_get_tick (HallDataRow *self)
{
  g_return_val_if_fail (HALL_IS_DATA_ROW (self), NULL);

  return GTK_WIDGET (self->tick);
}
