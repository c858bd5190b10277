/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-dialog.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-error.h"
#include "hall-licence-reader.h"
#include "hall-licence-words.h"
#include "hall-proposal-row.h"
#include "hall-ui.h"

struct _HallLicenceDialog
{
  GtkDialog parent_instance;

  GtkStack *stack;     /* "wait", "none" or "ready" */
  GtkLabel *wait_text; /* of "wait" */
  GtkLabel *compare;   /* of "ready" */
  GtkLabel *why;       /* of "none" */
  GtkLabel *what_to_do;
  GtkButton *again_button;
  GtkListBox *list;

  GtkWidget *use_button;
  HallDraft *draft;
  HallLicenceWords words;
  GPtrArray *proposals;      /* (nullable) (element-type HallProposal) */
  GCancellable *cancellable; /* of the reading */
};

G_DEFINE_FINAL_TYPE (HallLicenceDialog, hall_licence_dialog, GTK_TYPE_DIALOG)

enum
{
  USED,
  AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* (transfer container) (element-type HallProposal) */
static GPtrArray *
get_wanted (HallLicenceDialog *self)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < self->proposals->len; i++)
    if (((HallProposal *) g_ptr_array_index (self->proposals, i))->wanted)
      g_ptr_array_add (wanted, g_ptr_array_index (self->proposals, i));
  return wanted;
}

static void
follow_ticks (HallLicenceDialog *self)
{
  g_autoptr (GPtrArray) wanted = get_wanted (self);

  gtk_widget_set_sensitive (self->use_button, wanted->len > 0);
}

static void
show_none (HallLicenceDialog *self, const char *why, const char *what_to_do)
{
  gtk_label_set_text (self->why, why);
  gtk_label_set_text (self->what_to_do, what_to_do);
  gtk_widget_hide (self->use_button);
  gtk_stack_set_visible_child_name (self->stack, "none");
  gtk_widget_grab_focus (GTK_WIDGET (self->again_button));
}

static void
add_row (HallLicenceDialog *self, HallProposal *proposal)
{
  const HallKind *kind =
      hall_application_get_kind (hall_draft_get_application (self->draft), proposal->field);
  GtkWidget *row = hall_proposal_row_new (proposal, kind);

  gtk_container_add (GTK_CONTAINER (self->list), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (follow_ticks), self, G_CONNECT_SWAPPED);
}

static void
show_proposals (HallLicenceDialog *self)
{
  for (guint i = 0; i < self->proposals->len; i++)
    add_row (self, g_ptr_array_index (self->proposals, i));
  follow_ticks (self);
  gtk_widget_show (self->use_button);
  gtk_stack_set_visible_child_name (self->stack, "ready");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

void
hall_licence_dialog_show_licence (HallLicenceDialog *self, const HallLicence *licence)
{
  g_return_if_fail (HALL_IS_LICENCE_DIALOG (self));

  hall_ui_clear (GTK_CONTAINER (self->list));
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = hall_proposals_new (self->draft, licence);
  if (hall_licence_is_empty (licence))
    show_none (self, _ ("Nothing could be read from this picture."), self->words.choose);
  else if (self->proposals->len == 0)
    show_none (self, _ ("There is nothing to fill in."), self->words.same);
  else
    show_proposals (self);
}

/* In the words of the hall where the file is at fault. (transfer full) */
static char *
describe (const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);

  if (findings == NULL || findings->len == 0)
    return g_strdup (error->message);
  return hall_issue_format (&((const HallFinding *) g_ptr_array_index (findings, 0))->issue,
                            hall_app_lang ());
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallLicenceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLicence) licence = hall_licence_reader_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (licence != NULL)
    hall_licence_dialog_show_licence (self, licence);
  else
    {
      g_autofree char *what = describe (error);

      show_none (self, self->words.failed, what);
    }
}

static void
on_again_clicked_cb (GtkButton *button, HallLicenceDialog *self)
{
  g_autoptr (HallLicenceDialog) kept = g_object_ref (self);

  gtk_widget_hide (GTK_WIDGET (self));
  g_signal_emit (self, signals[AGAIN], 0);
  gtk_widget_destroy (GTK_WIDGET (self));
}

static void
use (HallLicenceDialog *self)
{
  g_autoptr (GPtrArray) wanted = self->proposals != NULL ? get_wanted (self) : NULL;

  if (wanted != NULL && wanted->len > 0)
    g_signal_emit (self, signals[USED], 0, wanted);
}

static void
on_response_cb (HallLicenceDialog *self, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    use (self);
  gtk_widget_destroy (GTK_WIDGET (self));
}

static void
hall_licence_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (HALL_LICENCE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (hall_licence_dialog_parent_class)->dispose (object);
}

/* The rows stand on the proposals and the draft's catalogue until the last of them has gone. */
static void
hall_licence_dialog_finalize (GObject *object)
{
  HallLicenceDialog *self = HALL_LICENCE_DIALOG (object);

  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_object_unref (self->cancellable);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hall_licence_dialog_parent_class)->finalize (object);
}

static void
hall_licence_dialog_class_init (HallLicenceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hall_licence_dialog_dispose;
  object_class->finalize = hall_licence_dialog_finalize;
  signals[USED] = g_signal_new ("used", HALL_TYPE_LICENCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[AGAIN] = g_signal_new ("again", HALL_TYPE_LICENCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-licence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HallLicenceDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HallLicenceDialog, wait_text);
  gtk_widget_class_bind_template_child (widget_class, HallLicenceDialog, compare);
  gtk_widget_class_bind_template_child (widget_class, HallLicenceDialog, why);
  gtk_widget_class_bind_template_child (widget_class, HallLicenceDialog, what_to_do);
  gtk_widget_class_bind_template_child (widget_class, HallLicenceDialog, again_button);
  gtk_widget_class_bind_template_child (widget_class, HallLicenceDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
}

static void
hall_licence_dialog_init (HallLicenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  hall_ui_make_alert (self->why);
  hall_ui_tab_through_rows (self->list);
  gtk_dialog_add_button (GTK_DIALOG (self), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  self->use_button =
      gtk_dialog_add_button (GTK_DIALOG (self), _ ("_Use these"), GTK_RESPONSE_ACCEPT);
  hall_ui_set_class (self->use_button, GTK_STYLE_CLASS_SUGGESTED_ACTION, TRUE);
  gtk_widget_hide (self->use_button);
  gtk_dialog_set_default_response (GTK_DIALOG (self), GTK_RESPONSE_ACCEPT);
  g_signal_connect (self, "response", G_CALLBACK (on_response_cb), NULL);
}

GtkWidget *
hall_licence_dialog_new (GtkWindow *parent, HallDraft *draft, HallDocumentKind kind)
{
  HallLicenceWords words = hall_licence_words_get (kind);
  HallLicenceDialog *self = g_object_new (HALL_TYPE_LICENCE_DIALOG, "use-header-bar", TRUE,
                                          "transient-for", parent, "title", words.title, NULL);

  self->words = words;
  gtk_label_set_text (self->wait_text, words.wait);
  gtk_label_set_text (self->compare, words.compare);

  self->draft = g_object_ref (draft);
  return GTK_WIDGET (self);
}

void
hall_licence_dialog_read (HallLicenceDialog *self, GFile *file)
{
  g_return_if_fail (HALL_IS_LICENCE_DIALOG (self));

  gtk_stack_set_visible_child_name (self->stack, "wait");
  hall_licence_reader_read_async (file, self->words.kind, self->cancellable, on_read_cb,
                                  g_object_ref (self));
}
