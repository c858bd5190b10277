/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of one application. Knows the steps and their pages, not what is done on them.
 */
#include "hall-wizard.h"

#include <glib/gi18n.h>

#include "hall-busy-button.h"
#include "hall-draft-bar.h"
#include "hall-result-page.h"
#include "hall-wizard-side.h"
#include "hall-wizard-steps.h"

/* After this long one is offered to stop waiting. */
#define PATIENCE_MS 2000

struct _HallWizard
{
  GtkBox parent_instance;

  GtkBox *bar_box;
  GtkStack *pages; /* by the names of the steps */
  GtkButton *cancel_button;
  GtkButton *back_button;
  GtkBox *next_box;

  HallDraftBar *bar;           /* in @bar_box */
  HallWizardSide *side;        /* beside the pages */
  HallBusyButton *next_button; /* in @next_box */

  HallFrame *frame; /* (nullable): not owned; NULL once disposed */
  HallDraft *draft; /* (nullable) */
  HallStep step;
  HallStep told_step; /* of the draft, when it was looked at last */
  gboolean can_leave;

  GCancellable *cancellable; /* (nullable): while a page does what has to be done to go on */
  guint hold;
  guint patience_source;
};

G_DEFINE_FINAL_TYPE (HallWizard, hall_wizard, GTK_TYPE_BOX)

enum
{
  SHOW_ORDER,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HallWizardPage *
get_page (HallWizard *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, hall_step_get_name (self->step));

  return page != NULL ? HALL_WIZARD_PAGE (page) : NULL;
}

static gboolean
is_open (HallWizard *self, HallStep step)
{
  if (!hall_wizard_steps_have (step))
    return FALSE;
  if (self->draft == NULL)
    return step == HALL_STEP_PROJECT;
  return hall_draft_is_step_open (self->draft, step);
}

/* HALL_N_STEPS if there is none. */
static HallStep
find_step_before (HallWizard *self)
{
  for (HallStep step = self->step; step-- > 0;)
    if (is_open (self, step))
      return step;
  return HALL_N_STEPS;
}

static void
show_buttons (HallWizard *self)
{
  HallWizardPage *page = get_page (self);
  gboolean busy = self->cancellable != NULL;
  gboolean has_before =
      find_step_before (self) != HALL_N_STEPS || (self->step == 0 && self->can_leave);
  const char *label = page != NULL ? hall_wizard_page_get_next_label (page) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->back_button), has_before);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), label != NULL);
  if (label != NULL)
    hall_busy_button_set_label (self->next_button, label);
  hall_busy_button_set_busy (self->next_button, busy);
  if (!busy)
    gtk_widget_set_sensitive (GTK_WIDGET (self->next_button),
                              page != NULL && !hall_draft_bar_has_failed (self->bar)
                                  && hall_wizard_page_can_next (page));
}

static void
on_next_changed_cb (HallWizard *self)
{
  show_buttons (self);
}

static void
on_go_to_cb (HallWizard *self, guint step)
{
  hall_wizard_go_to (self, (HallStep) step);
}

static void
on_show_order_cb (HallWizard *self)
{
  if (self->draft != NULL)
    g_signal_emit (self, signals[SHOW_ORDER], 0, hall_draft_get_order (self->draft)->number);
}

static void take_draft (HallWizard *self, HallDraft *draft);

static void
on_draft_created_cb (HallWizard *self, HallDraft *draft)
{
  take_draft (self, draft);
}

static void
make_page (HallWizard *self, HallStep step)
{
  HallWizardPage *page = hall_wizard_steps_make (step, self->frame, self->draft);

  gtk_widget_show (GTK_WIDGET (page));
  gtk_stack_add_named (self->pages, GTK_WIDGET (page), hall_step_get_name (step));
  g_signal_connect_object (page, "next-changed", G_CALLBACK (on_next_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "next", G_CALLBACK (hall_wizard_go_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "go-to", G_CALLBACK (on_go_to_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "show-order", G_CALLBACK (on_show_order_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "draft-created", G_CALLBACK (on_draft_created_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_step (HallWizard *self, HallStep step)
{
  const char *name = hall_step_get_name (step);

  if (gtk_stack_get_child_by_name (self->pages, name) == NULL)
    make_page (self, step);
  self->step = step;
  gtk_stack_set_visible_child_name (self->pages, name);
  hall_wizard_side_show_step (self->side, self->step);
  show_buttons (self);
  hall_wizard_enter (self);
}

/* Where the order has got to, or the last step before it that there is something to see of. What
 * comes back is mended from the first thing on. */
static void
show_due_step (HallWizard *self)
{
  gboolean returned =
      self->step == HALL_STEP_RESULT && hall_wizard_steps_begin_with_fields (self->draft);
  HallStep step = returned ? HALL_STEP_FILL : hall_draft_get_step (self->draft);

  while (step > 0 && !hall_wizard_steps_have (step))
    step--;
  if (hall_wizard_steps_have (step) && (step != self->step || get_page (self) == NULL))
    show_step (self, step);
}

/* A phone or a payment has done what the page waits for. */
static gboolean
is_left_by_itself (HallWizard *self)
{
  HallWizardPage *page = get_page (self);

  return self->step == HALL_STEP_AUTH || self->step == HALL_STEP_PAYMENT || page == NULL
         || hall_wizard_page_get_next_label (page) == NULL;
}

static void
follow_draft (HallWizard *self)
{
  HallStep told = self->told_step;
  HallStep due = hall_draft_get_step (self->draft);

  hall_wizard_side_show_step (self->side, self->step);
  show_buttons (self);
  if (self->cancellable != NULL)
    return; /* the page is at it: afterwards */
  self->told_step = due;
  if (!is_open (self, self->step) || (due > told && told == self->step && is_left_by_itself (self)))
    show_due_step (self);
}

static void
on_draft_changed_cb (HallWizard *self)
{
  follow_draft (self);
}

static void
take_draft (HallWizard *self, HallDraft *draft)
{
  g_set_object (&self->draft, draft);
  self->told_step = hall_draft_get_step (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  hall_draft_bar_set_draft (self->bar, draft);
  g_signal_connect_object (draft, "failed", G_CALLBACK (show_buttons), self, G_CONNECT_SWAPPED);
  hall_wizard_side_set_draft (self->side, draft);
  hall_wizard_side_show_step (self->side, self->step);
}

static gboolean
on_patience_ended_cb (gpointer user_data)
{
  HallWizard *self = user_data;

  self->patience_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), TRUE);
  return G_SOURCE_REMOVE;
}

static void
begin_next (HallWizard *self)
{
  self->cancellable = g_cancellable_new ();
  self->hold = hall_frame_hold (self->frame, _ ("What you entered is being sent to the hall."));
  self->patience_source = g_timeout_add (PATIENCE_MS, on_patience_ended_cb, self);
  show_buttons (self);
}

static void
end_next (HallWizard *self)
{
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  hall_frame_release (self->frame, self->hold);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), FALSE);
  show_buttons (self);
}

/* After a page that the order had left long ago comes the page after it; after a return only
 * what needs something. */
static void
go_on (HallWizard *self)
{
  HallStep step = self->step + 1;

  while (step < self->told_step && !is_open (self, step))
    step++;
  if (hall_draft_get_order (self->draft)->state != HALL_STATE_REJECTED && step < self->told_step
      && is_open (self, step))
    show_step (self, step);
  else
    show_due_step (self);
}

static void
on_next_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallWizard) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = hall_wizard_page_next_finish (HALL_WIZARD_PAGE (source), result, &error);

  if (self->frame == NULL)
    return; /* the window has gone */
  end_next (self);
  if (self->draft == NULL)
    return;
  if (done)
    go_on (self);
  follow_draft (self);
}

static void
on_next_clicked_cb (HallWizard *self)
{
  hall_wizard_go_next (self);
}

static void
on_back_clicked_cb (GtkButton *button, HallWizard *self)
{
  hall_wizard_go_back (self);
}

static void
on_cancel_clicked_cb (GtkButton *button, HallWizard *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
on_step_activated_cb (HallWizard *self, guint index)
{
  hall_wizard_go_to (self, (HallStep) index);
}

static void
hall_wizard_dispose (GObject *object)
{
  HallWizard *self = HALL_WIZARD (object);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      hall_frame_release (self->frame, self->hold);
    }
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  self->frame = NULL;
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hall_wizard_parent_class)->dispose (object);
}

static void
hall_wizard_class_init (HallWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_wizard_dispose;
  signals[SHOW_ORDER] = g_signal_new ("show-order", HALL_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] = g_signal_new ("leave", HALL_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, HallWizard, bar_box);
  gtk_widget_class_bind_template_child (widget_class, HallWizard, pages);
  gtk_widget_class_bind_template_child (widget_class, HallWizard, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HallWizard, back_button);
  gtk_widget_class_bind_template_child (widget_class, HallWizard, next_box);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
}

static void
add_side (HallWizard *self)
{
  GtkWidget *side = hall_wizard_side_new (GTK_BOX (self));

  self->side = HALL_WIZARD_SIDE (side);
  gtk_box_pack_start (GTK_BOX (self), side, FALSE, TRUE, 0);
  gtk_box_reorder_child (GTK_BOX (self), side, 0);
  g_signal_connect_swapped (side, "activated", G_CALLBACK (on_step_activated_cb), self);
}

static void
add_bar (HallWizard *self)
{
  GtkWidget *bar = hall_draft_bar_new ();

  self->bar = HALL_DRAFT_BAR (bar);
  gtk_container_add (GTK_CONTAINER (self->bar_box), bar);
  g_signal_connect_swapped (bar, "show-order", G_CALLBACK (on_show_order_cb), self);
}

static void
hall_wizard_init (HallWizard *self)
{
  GtkWidget *next;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_side (self);
  add_bar (self);
  next = hall_busy_button_new (_ ("_Next"));
  self->next_button = HALL_BUSY_BUTTON (next);
  hall_busy_button_make_primary (self->next_button);
  gtk_container_add (GTK_CONTAINER (self->next_box), next);
  g_signal_connect_swapped (next, "clicked", G_CALLBACK (on_next_clicked_cb), self);
}

GtkWidget *
hall_wizard_new (HallFrame *frame, HallDraft *draft)
{
  HallWizard *self = g_object_new (HALL_TYPE_WIZARD, NULL);

  self->frame = frame;
  if (draft != NULL)
    {
      take_draft (self, draft);
      if (hall_wizard_steps_begin_with_fields (draft))
        show_step (self, HALL_STEP_FILL);
      else
        show_due_step (self);
    }
  else if (hall_wizard_steps_have (HALL_STEP_PROJECT))
    show_step (self, HALL_STEP_PROJECT);
  return GTK_WIDGET (self);
}

HallDraft *
hall_wizard_get_draft (HallWizard *self)
{
  g_return_val_if_fail (HALL_IS_WIZARD (self), NULL);

  return self->draft;
}

void
hall_wizard_set_can_leave (HallWizard *self, gboolean can_leave)
{
  g_return_if_fail (HALL_IS_WIZARD (self));

  self->can_leave = can_leave;
  show_buttons (self);
}

void
hall_wizard_enter (HallWizard *self)
{
  HallWizardPage *page;

  g_return_if_fail (HALL_IS_WIZARD (self));

  page = get_page (self);
  if (page != NULL && gtk_widget_get_mapped (GTK_WIDGET (page)))
    hall_wizard_page_enter (page);
}

HallStep
hall_wizard_get_step (HallWizard *self)
{
  g_return_val_if_fail (HALL_IS_WIZARD (self), HALL_STEP_PROJECT);

  return self->step;
}

gboolean
hall_wizard_go_to (HallWizard *self, HallStep step)
{
  g_return_val_if_fail (HALL_IS_WIZARD (self), FALSE);

  if (self->cancellable != NULL || !is_open (self, step))
    return FALSE;
  if (step != self->step)
    show_step (self, step);
  return TRUE;
}

gboolean
hall_wizard_go_back (HallWizard *self)
{
  HallStep before;

  g_return_val_if_fail (HALL_IS_WIZARD (self), FALSE);

  before = find_step_before (self);
  if (self->cancellable != NULL)
    return FALSE;
  if (before != HALL_N_STEPS)
    show_step (self, before);
  else if (self->step == 0 && self->can_leave)
    g_signal_emit (self, signals[LEAVE], 0);
  else
    return FALSE;
  return TRUE;
}

void
hall_wizard_go_next (HallWizard *self)
{
  HallWizardPage *page;

  g_return_if_fail (HALL_IS_WIZARD (self));

  page = get_page (self);
  if (self->cancellable != NULL || hall_draft_bar_has_failed (self->bar) || page == NULL
      || hall_wizard_page_get_next_label (page) == NULL || !hall_wizard_page_can_next (page))
    return;
  begin_next (self);
  hall_wizard_page_next_async (page, self->cancellable, on_next_done_cb, g_object_ref (self));
}

gboolean
hall_wizard_fill_code (HallWizard *self, const char *code)
{
  HallWizardPage *page;

  g_return_val_if_fail (HALL_IS_WIZARD (self), FALSE);

  page = get_page (self);
  return HALL_IS_RESULT_PAGE (page) && hall_result_page_fill_code (HALL_RESULT_PAGE (page), code);
}
