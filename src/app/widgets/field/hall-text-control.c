/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An entry for one value. What is right or wrong is not its business.
 */
#include "hall-text-control.h"

#include <glib/gi18n.h>

struct _HallTextControl
{
  GtkEntry parent_instance;

  const HallKind *kind;
  char *value;      /* owned: plain, as typed or as kept */
  gboolean setting; /* by the program: nobody is told */
  guint leave_source;
  guint cursor_source;
  int cursor; /* where a click wants it */
};

static void hall_text_control_iface_init (HallFieldControlInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HallTextControl,
                               hall_text_control,
                               GTK_TYPE_ENTRY,
                               G_IMPLEMENT_INTERFACE (HALL_TYPE_FIELD_CONTROL,
                                                      hall_text_control_iface_init))

static const struct
{
  GtkInputPurpose purpose;
  GtkInputHints hints;
} inputs[] = {
  [HALL_INPUT_TEXT] = { GTK_INPUT_PURPOSE_FREE_FORM, GTK_INPUT_HINT_NONE },
  [HALL_INPUT_NAME] = { GTK_INPUT_PURPOSE_NAME, GTK_INPUT_HINT_NO_SPELLCHECK },
  [HALL_INPUT_CODE] = { GTK_INPUT_PURPOSE_ALPHA,
                        GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_UPPERCASE_CHARS },
  [HALL_INPUT_DIGITS] = { GTK_INPUT_PURPOSE_DIGITS, GTK_INPUT_HINT_NO_SPELLCHECK },
  [HALL_INPUT_PHONE] = { GTK_INPUT_PURPOSE_PHONE, GTK_INPUT_HINT_NO_SPELLCHECK },
  [HALL_INPUT_EMAIL] = { GTK_INPUT_PURPOSE_EMAIL, GTK_INPUT_HINT_NO_SPELLCHECK },
  [HALL_INPUT_ADDRESS] = { GTK_INPUT_PURPOSE_FREE_FORM, GTK_INPUT_HINT_NONE },
  [HALL_INPUT_CHOICE] = { GTK_INPUT_PURPOSE_FREE_FORM, GTK_INPUT_HINT_NONE },
  [HALL_INPUT_DATE] = { GTK_INPUT_PURPOSE_FREE_FORM, GTK_INPUT_HINT_NO_SPELLCHECK },
};

static void
set_text (HallTextControl *self, const char *text)
{
  if (g_str_equal (text, gtk_entry_get_text (GTK_ENTRY (self))))
    return;
  self->setting = TRUE;
  gtk_entry_set_text (GTK_ENTRY (self), text);
  self->setting = FALSE;
}

/* Plain where it is typed, marked and copied; with blanks between the groups to be read. */
static void
show_value (HallTextControl *self)
{
  g_autofree char *grouped = NULL;

  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    grouped = hall_kind_format (self->kind, self->value);
  set_text (self, grouped != NULL ? grouped : self->value);
}

static void
take_value (HallTextControl *self, char *value)
{
  g_free (self->value);
  self->value = value;
}

static void
leave (HallTextControl *self)
{
  g_clear_handle_id (&self->leave_source, g_source_remove);
  take_value (self, self->kind->tidy (self->value));
  show_value (self);
  hall_field_control_emit_left (HALL_FIELD_CONTROL (self));
}

static gboolean
on_leave_due_cb (gpointer user_data)
{
  HallTextControl *self = user_data;

  self->leave_source = 0;
  leave (self);
  return G_SOURCE_REMOVE;
}

/* Text can come from elsewhere than the keyboard, a screen reader or dictation: there is no
 * leaving then, and it is judged as soon as it is complete. */
static void
on_text_changed_cb (HallTextControl *self)
{
  if (self->setting)
    return;
  take_value (self, g_strdup (gtk_entry_get_text (GTK_ENTRY (self))));
  hall_field_control_emit_changed (HALL_FIELD_CONTROL (self));
  if (!gtk_widget_has_focus (GTK_WIDGET (self)) && self->leave_source == 0)
    self->leave_source = g_idle_add (on_leave_due_cb, self);
}

static gboolean
on_focus_gained_cb (HallTextControl *self)
{
  show_value (self);
  return GDK_EVENT_PROPAGATE;
}

/* Whoever only looks at another window, to copy from it, has not left the field. */
static gboolean
on_focus_lost_cb (HallTextControl *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (window) || gtk_window_has_toplevel_focus (GTK_WINDOW (window)))
    leave (self);
  return GDK_EVENT_PROPAGATE;
}

/* How many characters of the plain value stand before @index of the grouped text. */
static int
get_plain_place (const char *grouped, int index)
{
  int place = 0;

  for (int i = 0; i < index && grouped[i] != '\0'; i++)
    place += grouped[i] != ' ';
  return place;
}

static gboolean
on_cursor_due_cb (gpointer user_data)
{
  HallTextControl *self = user_data;

  self->cursor_source = 0;
  gtk_editable_set_position (GTK_EDITABLE (self), self->cursor);
  return G_SOURCE_REMOVE;
}

/* A click puts the cursor where the eye was, though the blanks go as it comes. */
static gboolean
on_pressed_cb (HallTextControl *self, GdkEventButton *event)
{
  GtkEntry *entry = GTK_ENTRY (self);
  int x, y, index, trailing;

  if (gtk_widget_has_focus (GTK_WIDGET (self)) || self->kind->group == NULL
      || !g_str_is_ascii (self->value))
    return GDK_EVENT_PROPAGATE;
  gtk_entry_get_layout_offsets (entry, &x, &y);
  pango_layout_xy_to_index (gtk_entry_get_layout (entry), ((int) event->x - x) * PANGO_SCALE, 0,
                            &index, &trailing);
  self->cursor = get_plain_place (gtk_entry_get_text (entry), index + trailing);
  if (self->cursor_source == 0)
    self->cursor_source = g_idle_add (on_cursor_due_cb, self);
  return GDK_EVENT_PROPAGATE;
}

static void
on_activated_cb (HallTextControl *self)
{
  leave (self);
  hall_field_control_emit_entered (HALL_FIELD_CONTROL (self));
}

static gboolean
matches_anywhere (GtkEntryCompletion *completion,
                  const char *key,
                  GtkTreeIter *iter,
                  gpointer user_data)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;

  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, 0, &name, -1);
  folded = g_utf8_casefold (name, -1);
  return strstr (folded, key) != NULL && strcmp (folded, key) != 0;
}

static void
add_suggestions (HallTextControl *self, char **names)
{
  g_autoptr (GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  for (guint i = 0; names[i] != NULL; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, names[i], -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_match_func (completion, matches_anywhere, NULL, NULL);
  gtk_entry_completion_set_popup_set_width (completion, FALSE);
  gtk_entry_set_completion (GTK_ENTRY (self), completion);
}

static const char *
hall_text_control_get_value (HallFieldControl *control)
{
  return HALL_TEXT_CONTROL (control)->value;
}

static void
hall_text_control_set_value (HallFieldControl *control, const char *value)
{
  HallTextControl *self = HALL_TEXT_CONTROL (control);
  g_autofree char *tidy = self->kind->tidy (self->value);

  /* Somebody who is typing keeps every blank until done. */
  if (gtk_widget_has_focus (GTK_WIDGET (self)) && g_str_equal (tidy, value))
    return;
  g_clear_handle_id (&self->leave_source, g_source_remove);
  take_value (self, g_strdup (value));
  show_value (self);
}

static void
hall_text_control_set_kind (HallFieldControl *control, const HallKind *kind)
{
  HallTextControl *self = HALL_TEXT_CONTROL (control);

  self->kind = kind;
  gtk_entry_set_input_purpose (GTK_ENTRY (self), inputs[kind->input].purpose);
  gtk_entry_set_input_hints (GTK_ENTRY (self), inputs[kind->input].hints);
  show_value (self);
}

static void
hall_text_control_set_editable (HallFieldControl *control, gboolean editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (control), editable);
}

static void
hall_text_control_iface_init (HallFieldControlInterface *iface)
{
  iface->get_value = hall_text_control_get_value;
  iface->set_value = hall_text_control_set_value;
  iface->set_kind = hall_text_control_set_kind;
  iface->set_editable = hall_text_control_set_editable;
}

static void
hall_text_control_dispose (GObject *object)
{
  HallTextControl *self = HALL_TEXT_CONTROL (object);

  g_clear_handle_id (&self->leave_source, g_source_remove);
  g_clear_handle_id (&self->cursor_source, g_source_remove);
  G_OBJECT_CLASS (hall_text_control_parent_class)->dispose (object);
}

static void
hall_text_control_finalize (GObject *object)
{
  g_free (HALL_TEXT_CONTROL (object)->value);
  G_OBJECT_CLASS (hall_text_control_parent_class)->finalize (object);
}

static void
hall_text_control_class_init (HallTextControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_text_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_text_control_finalize;
}

static void
hall_text_control_init (HallTextControl *self)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  self->kind = hall_kind_get (HALL_KIND_TEXT);
  self->value = g_strdup ("");
  gtk_style_context_add_class (style, "hall-entry");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "changed", G_CALLBACK (on_text_changed_cb), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (on_activated_cb), NULL);
  g_signal_connect (self, "button-press-event", G_CALLBACK (on_pressed_cb), NULL);
  g_signal_connect_after (self, "focus-in-event", G_CALLBACK (on_focus_gained_cb), NULL);
  g_signal_connect_after (self, "focus-out-event", G_CALLBACK (on_focus_lost_cb), NULL);
}

GtkWidget *
hall_text_control_new (const HallField *field)
{
  HallTextControl *self = g_object_new (HALL_TYPE_TEXT_CONTROL, NULL);
  g_autofree char *example = NULL;

  hall_text_control_set_kind (HALL_FIELD_CONTROL (self), field->kind);
  if (field->example != NULL)
    {
      /* Translators: shown in an empty entry, with an example of what belongs there */
      example = g_strdup_printf (_ ("e.g. %s"), field->example);
      gtk_entry_set_placeholder_text (GTK_ENTRY (self), example);
    }
  if (field->choice_ids != NULL)
    add_suggestions (self, field->choice_ids);
  return GTK_WIDGET (self);
}
