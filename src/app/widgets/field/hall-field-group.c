/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A section of the catalogue as a boxed list. Which rows there are, and what they are called,
 * is in the catalogue; what is right, the owner says.
 */
#include "hall-field-group.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-ui.h"

struct _HallFieldGroup
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *why;
  GtkBox *helper_box;
  GtkBox *copy_box; /* in it, shown if there are copies */
  GtkListBox *list;
  GtkToggleButton *more_button;

  const HallSection *section;
  GPtrArray *rows;   /* (element-type HallFieldRow), owned by @list */
  gboolean revealed; /* findings are shown everywhere */
  gboolean setting;  /* by the program: nobody is told */
};

G_DEFINE_FINAL_TYPE (HallFieldGroup, hall_field_group, GTK_TYPE_BOX)

enum
{
  CHANGED,
  LEFT,
  CONFIRMED,
  COPY_TOGGLED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_folded_away (HallFieldGroup *self, HallFieldRow *row)
{
  return hall_field_row_get_field (row)->advanced
         && !gtk_toggle_button_get_active (self->more_button)
         && *hall_field_row_get_value (row) == '\0' && !hall_field_row_needs_attention (row);
}

static void
fold (HallFieldGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      HallFieldRow *row = g_ptr_array_index (self->rows, i);

      gtk_widget_set_visible (GTK_WIDGET (row), !is_folded_away (self, row));
    }
}

static void
on_row_changed_cb (HallFieldRow *row, HallFieldGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0, row);
}

static void
on_row_left_cb (HallFieldRow *row, HallFieldGroup *self)
{
  g_signal_emit (self, signals[LEFT], 0, row);
}

static void
on_row_confirmed_cb (HallFieldRow *row, HallFieldGroup *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0, row);
}

static void
on_row_entered_cb (HallFieldRow *row, HallFieldGroup *self)
{
  guint index = 0;

  g_ptr_array_find (self->rows, row, &index);
  for (guint i = index + 1; i < self->rows->len; i++)
    {
      HallFieldRow *next = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (GTK_WIDGET (next)))
        {
          hall_field_row_focus (next);
          return;
        }
    }
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_more_toggled_cb (GtkToggleButton *button, HallFieldGroup *self)
{
  fold (self);
}

static void
on_copy_toggled_cb (GtkToggleButton *button, HallFieldGroup *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[COPY_TOGGLED], 0, g_object_get_data (G_OBJECT (button), "copy"),
                   gtk_toggle_button_get_active (button));
}

static void
hall_field_group_finalize (GObject *object)
{
  HallFieldGroup *self = HALL_FIELD_GROUP (object);

  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (hall_field_group_parent_class)->finalize (object);
}

static guint
add_row_signal (const char *name)
{
  return g_signal_new (name, HALL_TYPE_FIELD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, HALL_TYPE_FIELD_ROW);
}

static void
hall_field_group_class_init (HallFieldGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_field_group_finalize;

  signals[CHANGED] = add_row_signal ("changed");
  signals[LEFT] = add_row_signal ("left");
  signals[CONFIRMED] = add_row_signal ("confirmed");
  signals[COPY_TOGGLED] =
      g_signal_new ("copy-toggled", HALL_TYPE_FIELD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[ENTERED] = g_signal_new ("entered", HALL_TYPE_FIELD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-field-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFieldGroup, title);
  gtk_widget_class_bind_template_child (widget_class, HallFieldGroup, why);
  gtk_widget_class_bind_template_child (widget_class, HallFieldGroup, helper_box);
  gtk_widget_class_bind_template_child (widget_class, HallFieldGroup, copy_box);
  gtk_widget_class_bind_template_child (widget_class, HallFieldGroup, list);
  gtk_widget_class_bind_template_child (widget_class, HallFieldGroup, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_more_toggled_cb);
}

static void
hall_field_group_init (HallFieldGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_tab_through_rows (self->list);
  self->rows = g_ptr_array_new ();
}

static void
add_row (HallFieldGroup *self, const HallField *field)
{
  GtkWidget *row = hall_field_row_new (field);

  gtk_container_add (GTK_CONTAINER (self->list), row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect (row, "changed", G_CALLBACK (on_row_changed_cb), self);
  g_signal_connect (row, "left", G_CALLBACK (on_row_left_cb), self);
  g_signal_connect (row, "confirmed", G_CALLBACK (on_row_confirmed_cb), self);
  g_signal_connect (row, "entered", G_CALLBACK (on_row_entered_cb), self);
  if (field->advanced)
    gtk_widget_set_visible (GTK_WIDGET (self->more_button), TRUE);
}

static void
add_copy (HallFieldGroup *self, const HallCopy *copy)
{
  GtkWidget *button =
      gtk_toggle_button_new_with_label (hall_label_get (&copy->label, hall_app_lang ()));

  g_object_set_data (G_OBJECT (button), "copy", (gpointer) copy);
  g_signal_connect (button, "toggled", G_CALLBACK (on_copy_toggled_cb), self);
  gtk_widget_set_visible (button, TRUE);
  gtk_container_add (GTK_CONTAINER (self->copy_box), button);
  gtk_widget_show (GTK_WIDGET (self->copy_box));
}

GtkWidget *
hall_field_group_new (const HallSection *section)
{
  HallFieldGroup *self = g_object_new (HALL_TYPE_FIELD_GROUP, "name", section->id, NULL);
  const char *title = hall_label_get (&section->label, hall_app_lang ());

  self->section = section;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->why, hall_label_get (&section->why, hall_app_lang ()));
  hall_ui_set_accessible_name (GTK_WIDGET (self), title);
  for (guint i = 0; i < section->fields->len; i++)
    add_row (self, g_ptr_array_index (section->fields, i));
  for (guint i = 0; i < section->copies->len; i++)
    add_copy (self, g_ptr_array_index (section->copies, i));
  fold (self);
  return GTK_WIDGET (self);
}

const HallSection *
hall_field_group_get_section (HallFieldGroup *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_GROUP (self), NULL);

  return self->section;
}

HallFieldRow *
hall_field_group_get_row (HallFieldGroup *self, const char *field_id)
{
  g_return_val_if_fail (HALL_IS_FIELD_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HallFieldRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (hall_field_row_get_field (row)->id, field_id))
        return row;
    }
  return NULL;
}

GPtrArray *
hall_field_group_get_rows (HallFieldGroup *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_GROUP (self), NULL);

  return self->rows;
}

void
hall_field_group_show_application (HallFieldGroup *self, const HallApplication *application)
{
  g_return_if_fail (HALL_IS_FIELD_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      HallFieldRow *row = g_ptr_array_index (self->rows, i);
      const HallField *field = hall_field_row_get_field (row);

      hall_field_row_set_kind (row, hall_application_get_kind (application, field));
      hall_field_row_set_required (row, hall_application_is_required (application, field));
      hall_field_row_set_value (row, hall_application_get (application, field->id));
    }
  fold (self);
}

static const HallFinding *
find_finding (GPtrArray *findings, const char *field_id)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->where, field_id))
        return finding;
    }
  return NULL;
}

static void
show_finding (HallFieldGroup *self, HallFieldRow *row, const HallFinding *finding)
{
  if (self->revealed || hall_field_row_is_visited (row) || *hall_field_row_get_value (row) != '\0')
    hall_field_row_show_finding (row, finding);
}

void
hall_field_group_show_finding (HallFieldGroup *self,
                               const char *field_id,
                               const HallFinding *finding)
{
  HallFieldRow *row = hall_field_group_get_row (self, field_id);

  g_return_if_fail (row != NULL);

  show_finding (self, row, finding);
  gtk_widget_set_visible (GTK_WIDGET (row), !is_folded_away (self, row));
}

void
hall_field_group_show_findings (HallFieldGroup *self, GPtrArray *findings)
{
  g_return_if_fail (HALL_IS_FIELD_GROUP (self));
  g_return_if_fail (findings != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HallFieldRow *row = g_ptr_array_index (self->rows, i);

      show_finding (self, row, find_finding (findings, hall_field_row_get_field (row)->id));
    }
  fold (self);
}

void
hall_field_group_reveal_findings (HallFieldGroup *self)
{
  g_return_if_fail (HALL_IS_FIELD_GROUP (self));

  self->revealed = TRUE;
}

static void
set_copy_button (GtkWidget *button, gpointer user_data)
{
  const HallCopy *copy = user_data;

  if (g_object_get_data (G_OBJECT (button), "copy") == copy)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
unset_copy_button (GtkWidget *button, gpointer user_data)
{
  const HallCopy *copy = user_data;

  if (g_object_get_data (G_OBJECT (button), "copy") == copy)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
}

void
hall_field_group_set_copy_active (HallFieldGroup *self, const HallCopy *copy, gboolean active)
{
  g_return_if_fail (HALL_IS_FIELD_GROUP (self));

  self->setting = TRUE;
  gtk_container_foreach (GTK_CONTAINER (self->copy_box),
                         active ? set_copy_button : unset_copy_button, (gpointer) copy);
  self->setting = FALSE;
}

HallFieldRow *
hall_field_group_find_trouble (HallFieldGroup *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (hall_field_row_needs_attention (g_ptr_array_index (self->rows, i)))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

HallFieldRow *
hall_field_group_find_empty (HallFieldGroup *self)
{
  g_return_val_if_fail (HALL_IS_FIELD_GROUP (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HallFieldRow *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (GTK_WIDGET (row)) && !hall_field_row_is_locked (row)
          && *hall_field_row_get_value (row) == '\0')
        return row;
    }
  return NULL;
}

void
hall_field_group_set_unfolded (HallFieldGroup *self, gboolean unfolded)
{
  g_return_if_fail (HALL_IS_FIELD_GROUP (self));

  gtk_toggle_button_set_active (self->more_button, unfolded);
}

void
hall_field_group_add_helper (HallFieldGroup *self, GtkWidget *helper)
{
  g_return_if_fail (HALL_IS_FIELD_GROUP (self));

  gtk_widget_set_halign (helper, GTK_ALIGN_END);
  gtk_container_add (GTK_CONTAINER (self->helper_box), helper);
}
