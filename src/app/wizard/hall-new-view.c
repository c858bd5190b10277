/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 办理: chooses between going on and beginning, then hands over to the wizard.
 */
#include "hall-new-view.h"

#include <glib/gi18n.h>

#include "hall-order-list.h"
#include "hall-resume-page.h"
#include "hall-wizard-steps.h"
#include "hall-wizard.h"

struct _HallNewView
{
  GtkBox parent_instance;

  GtkStack *stack; /* "wait", "resume" or "wizard" */
  GtkLabel *wait_text;
  GtkSpinner *spinner;
  GtkButton *wait_button; /* away from what cannot be opened */

  HallResumePage *resume; /* in @stack */
  HallWizard *wizard;     /* (nullable): in @stack */

  HallFrame *frame;     /* not owned: it owns this */
  HallSession *session; /* (nullable): NULL once disposed */
  HallOrderList *list;
  char *who;                 /* (nullable): whose application the wizard holds, and at which hall */
  char *wanted;              /* (nullable): number of the order to be opened */
  GCancellable *cancellable; /* (nullable): while an order is being opened */
};

G_DEFINE_FINAL_TYPE (HallNewView, hall_new_view, GTK_TYPE_BOX)

enum
{
  SHOW_ORDER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* (nullable) (transfer full): who is signed in where */
static char *
describe_person (HallNewView *self)
{
  const HallIdentity *identity = hall_session_get_identity (self->session);

  return identity != NULL
             ? g_strdup_printf ("%s %s", identity->name, hall_session_get_hall_key (self->session))
             : NULL;
}

static void
stop_opening (HallNewView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
drop_wizard (HallNewView *self)
{
  if (self->wizard != NULL)
    gtk_widget_destroy (GTK_WIDGET (self->wizard));
  self->wizard = NULL;
}

static void
show_waiting (HallNewView *self, const char *text, const char *button)
{
  gtk_label_set_text (self->wait_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), button == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->wait_button), button != NULL);
  if (button != NULL)
    gtk_button_set_label (self->wait_button, button);
  gtk_stack_set_visible_child_name (self->stack, "wait");
}

static void
on_show_order_cb (HallNewView *self, const char *number)
{
  g_signal_emit (self, signals[SHOW_ORDER], 0, number);
}

static void show_choice (HallNewView *self);

static void
show_wizard (HallNewView *self, HallDraft *draft)
{
  GtkWidget *wizard = hall_wizard_new (self->frame, draft);

  drop_wizard (self);
  self->wizard = HALL_WIZARD (wizard);
  hall_wizard_set_can_leave (self->wizard, hall_resume_page_get_n_orders (self->resume) > 0);
  g_signal_connect_object (wizard, "show-order", G_CALLBACK (on_show_order_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (wizard, "leave", G_CALLBACK (show_choice), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, wizard, "wizard");
  gtk_stack_set_visible_child_name (self->stack, "wizard");
  hall_wizard_enter (self->wizard);
}

static void
show_choice (HallNewView *self)
{
  drop_wizard (self);
  if (!hall_order_list_is_loaded (self->list))
    show_waiting (self, _ ("Looking for your applications…"), NULL);
  else if (hall_resume_page_get_n_orders (self->resume) == 0)
    show_wizard (self, NULL);
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "resume");
      hall_resume_page_focus (self->resume);
    }
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallNewView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDraft) draft = hall_draft_open_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wanted, g_free);
  if (draft != NULL)
    show_wizard (self, draft);
  else
    show_waiting (self, error->message, _ ("Back"));
}

static void
open_wanted (HallNewView *self)
{
  stop_opening (self);
  drop_wizard (self);
  show_waiting (self, _ ("Opening the application…"), NULL);
  self->cancellable = g_cancellable_new ();
  hall_draft_open_async (self->session, self->wanted, self->cancellable, on_opened_cb,
                         g_object_ref (self));
}

/* Whether there is still something to do with what the wizard holds. */
static gboolean
is_wizard_of_use (HallNewView *self)
{
  HallDraft *draft = self->wizard != NULL ? hall_wizard_get_draft (self->wizard) : NULL;

  return self->wizard != NULL
         && (draft == NULL || hall_resume_page_takes (hall_draft_get_order (draft)));
}

static void
on_list_changed_cb (HallNewView *self)
{
  hall_resume_page_show_orders (self->resume, self->list);
  if (self->wizard != NULL)
    hall_wizard_set_can_leave (self->wizard, hall_resume_page_get_n_orders (self->resume) > 0);
  else if (self->wanted == NULL && hall_frame_is_ready (self->frame)
           && hall_order_list_is_loaded (self->list)
           && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "wait") == 0)
    show_choice (self);
}

static void
on_list_failed_cb (HallNewView *self, const GError *error)
{
  if (self->wizard == NULL && self->wanted == NULL)
    show_waiting (self, error->message, _ ("Try again"));
}

/* Another person, or another hall: what was going on is theirs. The same person finds it again. */
static void
on_identity_changed_cb (HallNewView *self)
{
  g_autofree char *who = describe_person (self);
  HallDraft *draft = self->wizard != NULL ? hall_wizard_get_draft (self->wizard) : NULL;

  if (who == NULL)
    {
      if (draft != NULL)
        {
          g_free (self->wanted);
          self->wanted = g_strdup (hall_draft_get_order (draft)->number);
        }
      stop_opening (self);
      drop_wizard (self);
      hall_order_list_clear (self->list);
    }
  else if (g_strcmp0 (who, self->who) != 0)
    {
      g_clear_pointer (&self->wanted, g_free);
      g_free (self->who);
      self->who = g_steal_pointer (&who);
    }
}

static void
on_begin_cb (HallNewView *self)
{
  show_wizard (self, NULL);
}

static void
on_wait_button_clicked_cb (GtkButton *button, HallNewView *self)
{
  hall_order_list_start (self->list);
  show_choice (self);
}

static void
hall_new_view_dispose (GObject *object)
{
  HallNewView *self = HALL_NEW_VIEW (object);

  stop_opening (self);
  if (self->list != NULL)
    hall_order_list_stop (self->list);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->wanted, g_free);
  self->wizard = NULL;
  G_OBJECT_CLASS (hall_new_view_parent_class)->dispose (object);
}

static void
hall_new_view_class_init (HallNewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_new_view_dispose;
  signals[SHOW_ORDER] = g_signal_new ("show-order", HALL_TYPE_NEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-new-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HallNewView, stack);
  gtk_widget_class_bind_template_child (widget_class, HallNewView, wait_text);
  gtk_widget_class_bind_template_child (widget_class, HallNewView, spinner);
  gtk_widget_class_bind_template_child (widget_class, HallNewView, wait_button);
  gtk_widget_class_bind_template_callback (widget_class, on_wait_button_clicked_cb);
}

static void
hall_new_view_init (HallNewView *self)
{
  GtkWidget *resume;

  gtk_widget_init_template (GTK_WIDGET (self));
  resume = hall_resume_page_new ();
  self->resume = HALL_RESUME_PAGE (resume);
  gtk_stack_add_named (self->stack, resume, "resume");
  g_signal_connect_swapped (resume, "begin", G_CALLBACK (on_begin_cb), self);
  g_signal_connect_swapped (resume, "open", G_CALLBACK (hall_new_view_open_order), self);
}

GtkWidget *
hall_new_view_new (HallFrame *frame)
{
  HallNewView *self = g_object_new (HALL_TYPE_NEW_VIEW, NULL);

  self->frame = frame;
  self->session = g_object_ref (hall_frame_get_session (frame));
  self->list = hall_order_list_new (self->session);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "state-changed", G_CALLBACK (on_list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (on_list_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "identity-changed", G_CALLBACK (on_identity_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
hall_new_view_open_order (HallNewView *self, const char *number)
{
  HallDraft *draft;

  g_return_if_fail (HALL_IS_NEW_VIEW (self));

  draft = self->wizard != NULL ? hall_wizard_get_draft (self->wizard) : NULL;
  if (draft != NULL && g_str_equal (hall_draft_get_order (draft)->number, number))
    {
      gtk_stack_set_visible_child_name (self->stack, "wizard");
      if (hall_wizard_steps_begin_with_fields (draft))
        hall_wizard_go_to (self->wizard, HALL_STEP_FILL);
      return;
    }
  if (number != self->wanted)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (number);
    }
  if (hall_frame_is_ready (self->frame))
    open_wanted (self);
}

void
hall_new_view_enter (HallNewView *self)
{
  g_return_if_fail (HALL_IS_NEW_VIEW (self));

  if (!hall_order_list_is_loaded (self->list))
    hall_order_list_start (self->list);
  if (self->cancellable != NULL)
    return;
  if (self->wanted != NULL)
    open_wanted (self);
  else if (is_wizard_of_use (self))
    hall_wizard_enter (self->wizard);
  else
    show_choice (self);
}

gboolean
hall_new_view_go_back (HallNewView *self)
{
  g_return_val_if_fail (HALL_IS_NEW_VIEW (self), FALSE);

  return self->wizard != NULL && hall_wizard_go_back (self->wizard);
}

gboolean
hall_new_view_fill_code (HallNewView *self, const char *code)
{
  g_return_val_if_fail (HALL_IS_NEW_VIEW (self), FALSE);

  return self->wizard != NULL && hall_wizard_fill_code (self->wizard, code);
}
