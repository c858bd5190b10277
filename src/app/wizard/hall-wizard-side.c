/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-wizard-side.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-step-pane.h"
#include "hall-ui.h"
#include "hall-when.h"

/* Below this width of the frame the list folds into one line. */
#define FOLD_WIDTH 900

struct _HallWizardSide
{
  GtkBox parent_instance;

  HallStepPane *pane; /* in this */
  GtkLabel *number;   /* at the foot of @pane */

  HallDraft *draft; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallWizardSide, hall_wizard_side, GTK_TYPE_BOX)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static HallStepMark
get_mark (HallWizardSide *self, HallStep step)
{
  if (self->draft == NULL || step > hall_draft_get_step (self->draft))
    return HALL_STEP_MARK_AHEAD;
  if (!hall_draft_is_step_open (self->draft, step))
    return HALL_STEP_MARK_CLOSED;
  if (hall_draft_is_step_done (self->draft, step))
    return HALL_STEP_MARK_DONE;
  if (hall_draft_get_order (self->draft)->state == HALL_STATE_REJECTED && step != HALL_STEP_RESULT)
    return HALL_STEP_MARK_TROUBLED;
  return HALL_STEP_MARK_OPEN;
}

/* Returns: (transfer full) */
static char *
describe_save (HallDraft *draft)
{
  g_autofree char *clock = NULL;

  switch (hall_draft_get_save_state (draft))
    {
    case HALL_SAVE_PENDING:
    case HALL_SAVE_SAVING:
      return g_strdup (_ ("Saving…"));
    case HALL_SAVE_OFFLINE:
      return g_strdup (_ ("The hall cannot be reached; kept on this computer."));
    case HALL_SAVE_REFUSED:
      return g_strdup (_ ("The hall has not taken everything; kept on this computer."));
    default:
      if (hall_draft_get_saved_s (draft) == 0)
        return g_strdup ("");
      clock = hall_when_format_clock (hall_draft_get_saved_s (draft));
      /* Translators: a time of today: "Saved 10:42" */
      return g_strdup_printf (_ ("Saved %s"), clock);
    }
}

static void
show_save (HallWizardSide *self)
{
  g_autofree char *note = describe_save (self->draft);

  hall_step_pane_set_note (self->pane, note);
}

static void
show_number (HallWizardSide *self)
{
  g_autofree char *number = hall_order_format_number (hall_draft_get_order (self->draft)->number);
  /* Translators: the number of an order: "Order 20261122 000 017" */
  g_autofree char *text = g_strdup_printf (_ ("Order %s"), number);

  gtk_label_set_text (self->number, text);
  gtk_widget_show (GTK_WIDGET (self->number));
}

static void
on_activated_cb (HallWizardSide *self, guint index)
{
  g_signal_emit (self, signals[ACTIVATED], 0, index);
}

static void
hall_wizard_side_dispose (GObject *object)
{
  g_clear_object (&HALL_WIZARD_SIDE (object)->draft);
  G_OBJECT_CLASS (hall_wizard_side_parent_class)->dispose (object);
}

static void
hall_wizard_side_class_init (HallWizardSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_wizard_side_dispose;
  signals[ACTIVATED] = g_signal_new ("activated", HALL_TYPE_WIZARD_SIDE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_pane (HallWizardSide *self)
{
  const char *titles[HALL_N_STEPS + 1] = { NULL };
  GtkWidget *pane = hall_step_pane_new ();

  for (HallStep step = 0; step < HALL_N_STEPS; step++)
    titles[step] = hall_step_get_label (step, hall_app_lang ());
  self->pane = HALL_STEP_PANE (pane);
  hall_step_pane_set_steps (self->pane, titles);
  gtk_container_add (GTK_CONTAINER (self), pane);
  g_signal_connect_swapped (pane, "activated", G_CALLBACK (on_activated_cb), self);
}

static void
add_number (HallWizardSide *self)
{
  GtkWidget *number = gtk_label_new (NULL);

  self->number = GTK_LABEL (number);
  gtk_label_set_xalign (self->number, 0);
  gtk_label_set_selectable (self->number, TRUE);
  gtk_widget_set_can_focus (number, FALSE);
  gtk_widget_set_no_show_all (number, TRUE);
  g_object_set (number, "margin-start", 12, "margin-end", 12, NULL);
  hall_ui_set_class (number, "hall-hint", TRUE);
  hall_ui_set_class (number, "hall-figures", TRUE);
  gtk_container_add (GTK_CONTAINER (hall_step_pane_get_foot (self->pane)), number);
}

static void
hall_wizard_side_init (HallWizardSide *self)
{
  gtk_widget_show (GTK_WIDGET (self));
  add_pane (self);
  add_number (self);
}

GtkWidget *
hall_wizard_side_new (GtkBox *frame)
{
  HallWizardSide *self = g_object_new (HALL_TYPE_WIZARD_SIDE, NULL);

  hall_step_pane_fold_with (self->pane, frame, FOLD_WIDTH);
  return GTK_WIDGET (self);
}

void
hall_wizard_side_set_draft (HallWizardSide *self, HallDraft *draft)
{
  g_return_if_fail (HALL_IS_WIZARD_SIDE (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "save-changed", G_CALLBACK (show_save), self, G_CONNECT_SWAPPED);
  show_save (self);
  show_number (self);
}

void
hall_wizard_side_show_step (HallWizardSide *self, HallStep step)
{
  g_return_if_fail (HALL_IS_WIZARD_SIDE (self));

  hall_step_pane_set_current (self->pane, step);
  for (HallStep i = 0; i < HALL_N_STEPS; i++)
    hall_step_pane_set_mark (self->pane, i, get_mark (self, i));
}
