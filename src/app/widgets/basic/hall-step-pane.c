/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of a journey. Knows their titles and states, not what is done in them.
 */
#include "hall-step-pane.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

struct _HallStepPane
{
  GtkBox parent_instance;

  GtkStack *stack; /* the list, or one line */
  GtkBox *list_box;
  GtkListBox *list;
  GtkBox *foot;
  GtkLabel *note;
  GtkMenuButton *folded_button;
  GtkLabel *folded_label;
  GtkProgressBar *folded_progress;
  GtkPopover *popover;
  GtkBox *popover_box;

  GPtrArray *rows; /* (element-type HallStepRow), owned by @list */
  guint current;
  HallStepMark current_mark; /* of the current step, once it is not current any more */
  gboolean folded;

  GtkBox *frame; /* (nullable): weak */
  int min_width;
  guint fold_source;
};

G_DEFINE_FINAL_TYPE (HallStepPane, hall_step_pane, GTK_TYPE_BOX)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HallStepRow *
get_row (HallStepPane *self, guint index)
{
  return index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}

static void
show_folded (HallStepPane *self)
{
  HallStepRow *row = get_row (self, self->current);
  g_autofree char *text = NULL;

  if (row == NULL)
    return;
  /* Translators: where one is among the steps of an application: "Step 2 of 7 · Fill in" */
  text = g_strdup_printf (_ ("Step %1$u of %2$u · %3$s"), self->current + 1, self->rows->len,
                          hall_step_row_get_title (row));
  gtk_label_set_text (self->folded_label, text);
  hall_ui_set_accessible_name (GTK_WIDGET (self->folded_button), text);
  gtk_progress_bar_set_fraction (self->folded_progress,
                                 (self->current + 1) / (double) self->rows->len);
}

/* The one list is behind the button, or in view. */
static void
place_list (HallStepPane *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkContainer *from = GTK_CONTAINER (gtk_widget_get_parent (list));
  GtkContainer *to = GTK_CONTAINER (self->folded ? self->popover_box : self->list_box);

  if (from == to)
    return;
  g_object_ref (list);
  gtk_container_remove (from, list);
  gtk_container_add (to, list);
  gtk_box_reorder_child (GTK_BOX (to), list, 0);
  g_object_unref (list);
}

static void
follow_width (HallStepPane *self)
{
  int width;

  if (self->frame == NULL)
    return;
  width = gtk_widget_get_allocated_width (GTK_WIDGET (self->frame));
  hall_step_pane_set_folded (self, width < self->min_width);
}

static gboolean
on_fold_due_cb (gpointer user_data)
{
  HallStepPane *self = user_data;

  self->fold_source = 0;
  follow_width (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a size that is being given cannot be changed. */
static void
on_frame_resized_cb (GtkWidget *frame, GdkRectangle *allocation, HallStepPane *self)
{
  gboolean narrow = allocation->width < self->min_width;

  if (narrow != self->folded && self->fold_source == 0)
    self->fold_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_fold_due_cb, self, NULL);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, HallStepPane *self)
{
  guint index = hall_step_row_get_number (HALL_STEP_ROW (row)) - 1;

  gtk_popover_popdown (self->popover);
  if (index != self->current)
    g_signal_emit (self, signals[ACTIVATED], 0, index);
}

static void
hall_step_pane_dispose (GObject *object)
{
  HallStepPane *self = HALL_STEP_PANE (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_weak_pointer (&self->frame);
  G_OBJECT_CLASS (hall_step_pane_parent_class)->dispose (object);
}

static void
hall_step_pane_finalize (GObject *object)
{
  HallStepPane *self = HALL_STEP_PANE (object);

  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (hall_step_pane_parent_class)->finalize (object);
}

static void
hall_step_pane_class_init (HallStepPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hall_step_pane_dispose;
  object_class->finalize = hall_step_pane_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", HALL_TYPE_STEP_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-step-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, stack);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, list_box);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, list);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, foot);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, note);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, folded_button);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, folded_label);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, folded_progress);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, popover);
  gtk_widget_class_bind_template_child (widget_class, HallStepPane, popover_box);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
hall_step_pane_init (HallStepPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

GtkWidget *
hall_step_pane_new (void)
{
  return g_object_new (HALL_TYPE_STEP_PANE, NULL);
}

void
hall_step_pane_set_steps (HallStepPane *self, const char *const *titles)
{
  g_return_if_fail (HALL_IS_STEP_PANE (self));

  hall_ui_clear (GTK_CONTAINER (self->list));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      GtkWidget *row = hall_step_row_new (i + 1, titles[i]);

      gtk_container_add (GTK_CONTAINER (self->list), row);
      g_ptr_array_add (self->rows, row);
    }
  self->current = 0;
  self->current_mark = HALL_STEP_MARK_AHEAD;
  if (self->rows->len > 0)
    hall_step_row_set_mark (get_row (self, 0), HALL_STEP_MARK_CURRENT);
  show_folded (self);
}

void
hall_step_pane_set_mark (HallStepPane *self, guint index, HallStepMark mark)
{
  HallStepRow *row;

  g_return_if_fail (HALL_IS_STEP_PANE (self));
  g_return_if_fail (mark != HALL_STEP_MARK_CURRENT);
  row = get_row (self, index);
  g_return_if_fail (row != NULL);

  if (index == self->current)
    self->current_mark = mark;
  else
    hall_step_row_set_mark (row, mark);
}

HallStepMark
hall_step_pane_get_mark (HallStepPane *self, guint index)
{
  HallStepRow *row;

  g_return_val_if_fail (HALL_IS_STEP_PANE (self), HALL_STEP_MARK_AHEAD);
  row = get_row (self, index);
  g_return_val_if_fail (row != NULL, HALL_STEP_MARK_AHEAD);

  return index == self->current ? self->current_mark : hall_step_row_get_mark (row);
}

void
hall_step_pane_set_current (HallStepPane *self, guint index)
{
  HallStepRow *row;

  g_return_if_fail (HALL_IS_STEP_PANE (self));
  row = get_row (self, index);
  g_return_if_fail (row != NULL);

  if (index == self->current)
    return;
  hall_step_row_set_mark (get_row (self, self->current), self->current_mark);
  self->current = index;
  self->current_mark = hall_step_row_get_mark (row);
  hall_step_row_set_mark (row, HALL_STEP_MARK_CURRENT);
  show_folded (self);
}

guint
hall_step_pane_get_current (HallStepPane *self)
{
  g_return_val_if_fail (HALL_IS_STEP_PANE (self), 0);

  return self->current;
}

void
hall_step_pane_set_note (HallStepPane *self, const char *note)
{
  g_return_if_fail (HALL_IS_STEP_PANE (self));

  gtk_label_set_text (self->note, note);
}

GtkBox *
hall_step_pane_get_foot (HallStepPane *self)
{
  g_return_val_if_fail (HALL_IS_STEP_PANE (self), NULL);

  return self->foot;
}

void
hall_step_pane_set_folded (HallStepPane *self, gboolean folded)
{
  g_return_if_fail (HALL_IS_STEP_PANE (self));

  if (self->folded == folded)
    return;
  self->folded = folded;
  place_list (self);
  hall_ui_set_class (GTK_WIDGET (self), "hall-folded", folded);
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), folded);
  gtk_stack_set_visible_child_name (self->stack, folded ? "folded" : "list");
  if (self->frame != NULL)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->frame),
                                    folded ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

gboolean
hall_step_pane_is_folded (HallStepPane *self)
{
  g_return_val_if_fail (HALL_IS_STEP_PANE (self), FALSE);

  return self->folded;
}

void
hall_step_pane_fold_with (HallStepPane *self, GtkBox *frame, int min_width)
{
  g_return_if_fail (HALL_IS_STEP_PANE (self));
  g_return_if_fail (self->frame == NULL);

  g_set_weak_pointer (&self->frame, frame);
  self->min_width = min_width;
  g_signal_connect_object (frame, "size-allocate", G_CALLBACK (on_frame_resized_cb), self, 0);
}
