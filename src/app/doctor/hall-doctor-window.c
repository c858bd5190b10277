/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-doctor-window.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-doctor-bench.h"
#include "hall-doctor-foot.h"
#include "hall-doctor-strip.h"
#include "hall-document-chooser.h"
#include "hall-notice.h"
#include "hall-question.h"
#include "hall-ui.h"

struct _HallDoctorWindow
{
  GtkDialog parent_instance;

  GtkBox *table;
  GtkBox *notice_box;
  GtkBox *foot_box;

  HallDoctorWork *work;
  HallDoctorStrip *strip; /* in @table */
  HallDoctorBench *bench; /* in @table */
  HallNotice *notice;     /* in @notice_box */
  GtkWidget *use_button;
  HallDocumentChooser *chooser; /* owned */
  GCancellable *cancellable;    /* of files being read */
};

G_DEFINE_FINAL_TYPE (HallDoctorWindow, hall_doctor_window, GTK_TYPE_DIALOG)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define MARGIN_PX 30 /* of the window below that stays in view */

static void
show_page (HallDoctorWindow *self)
{
  hall_doctor_bench_show (self->bench, hall_doctor_strip_get_chosen (self->strip));
}

static void
show_result (HallDoctorWindow *self)
{
  gtk_widget_set_sensitive (self->use_button, hall_doctor_work_get_result (self->work) != NULL);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDoctorWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = hall_doctor_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (files == NULL)
    {
      gtk_widget_show (GTK_WIDGET (self->notice_box));
      hall_notice_show_error (self->notice, error);
      return;
    }
  gtk_widget_hide (GTK_WIDGET (self->notice_box));
  for (guint i = 0; i < files->len; i++)
    {
      const HallDoctorFile *file = g_ptr_array_index (files, i);

      hall_doctor_window_add (self, file->bytes, file->name);
    }
}

static void
on_files_chosen_cb (HallDocumentChooser *chooser, GPtrArray *files, HallDoctorWindow *self)
{
  hall_doctor_read_async (files, self->cancellable, on_read_cb, g_object_ref (self));
}

static void
on_add_clicked_cb (GtkButton *button, HallDoctorWindow *self)
{
  hall_document_chooser_open (self->chooser, GTK_WIDGET (self), _ ("Add pages"));
}

static void
use_result (HallDoctorWindow *self)
{
  const HallFitDocument *result = hall_doctor_work_get_result (self->work);
  g_autofree char *name = NULL;

  if (result == NULL)
    return;
  name = hall_doctor_work_build_name (self->work);
  g_signal_emit (self, signals[DONE], 0, result->bytes, name);
  gtk_widget_destroy (GTK_WIDGET (self));
}

static void
on_close_answered_cb (GtkDialog *dialog, int response, HallDoctorWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    gtk_widget_destroy (GTK_WIDGET (self));
}

static void
ask_to_close (HallDoctorWindow *self)
{
  const HallQuestion question = {
    .text = _ ("Close without using this?"),
    .detail = _ ("What you changed here is lost. Your own files stay as they are."),
    .yes = _ ("_Close"),
    .no = _ ("_Go on"),
    .destructive = TRUE,
  };
  GtkDialog *dialog = hall_question_ask (GTK_WIDGET (self), &question);

  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answered_cb), self, 0);
}

static void
on_response_cb (HallDoctorWindow *self, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    use_result (self);
  else if (hall_doctor_work_was_touched (self->work))
    ask_to_close (self);
  else
    gtk_widget_destroy (GTK_WIDGET (self));
}

static void
hall_doctor_window_dispose (GObject *object)
{
  HallDoctorWindow *self = HALL_DOCTOR_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->work != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->work, self);
      hall_doctor_work_close (self->work);
    }
  g_clear_object (&self->work);
  g_clear_object (&self->chooser);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (hall_doctor_window_parent_class)->dispose (object);
}

static void
hall_doctor_window_class_init (HallDoctorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_doctor_window_dispose;
  signals[DONE] = g_signal_new ("done", HALL_TYPE_DOCTOR_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_BYTES, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-doctor-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDoctorWindow, table);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorWindow, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorWindow, foot_box);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
}

static void
hall_doctor_window_init (HallDoctorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->notice = HALL_NOTICE (hall_notice_new ());
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  self->chooser = hall_document_chooser_new ();
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (on_files_chosen_cb), self, 0);
  hall_document_chooser_accept_drops (self->chooser, GTK_WIDGET (self->table));

  gtk_dialog_add_button (GTK_DIALOG (self), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  self->use_button =
      gtk_dialog_add_button (GTK_DIALOG (self), _ ("_Use this"), GTK_RESPONSE_ACCEPT);
  hall_ui_set_class (self->use_button, GTK_STYLE_CLASS_SUGGESTED_ACTION, TRUE);
  gtk_dialog_set_default_response (GTK_DIALOG (self), GTK_RESPONSE_ACCEPT);
  g_signal_connect (self, "response", G_CALLBACK (on_response_cb), NULL);
  g_signal_connect (self, "delete-event", G_CALLBACK (gtk_true), NULL); /* the answer decides */
}

/* The parts that look at the work, which knows what it is for. */
static void
set_up (HallDoctorWindow *self, const HallRequirement *requirement)
{
  self->work = hall_doctor_work_new (requirement);
  self->strip = HALL_DOCTOR_STRIP (hall_doctor_strip_new (self->work));
  self->bench = HALL_DOCTOR_BENCH (hall_doctor_bench_new (self->work));
  gtk_box_pack_start (self->table, GTK_WIDGET (self->strip), FALSE, FALSE, 0);
  gtk_box_pack_start (self->table, GTK_WIDGET (self->bench), TRUE, TRUE, 0);
  gtk_box_pack_start (self->foot_box, hall_doctor_foot_new (self->work), TRUE, TRUE, 0);
  g_signal_connect_swapped (self->strip, "chosen", G_CALLBACK (show_page), self);
  g_signal_connect_swapped (self->work, "pages-changed", G_CALLBACK (show_page), self);
  g_signal_connect_swapped (self->work, "result-changed", G_CALLBACK (show_result), self);
  show_result (self);
}

GtkWidget *
hall_doctor_window_new (GtkWindow *parent, const HallRequirement *requirement)
{
  const char *label = hall_label_get (&requirement->label, hall_app_lang ());
  g_autofree char *title = g_strdup_printf (_ ("Adjust: %s"), label);
  HallDoctorWindow *self = g_object_new (HALL_TYPE_DOCTOR_WINDOW, "use-header-bar", TRUE,
                                         "transient-for", parent, "title", title, NULL);
  int width = 1024;
  int height = 700;

  if (parent != NULL)
    gtk_window_get_size (parent, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (width - 2 * MARGIN_PX, 720),
                               MAX (height - MARGIN_PX, 540));
  set_up (self, requirement);
  return GTK_WIDGET (self);
}

void
hall_doctor_window_add (HallDoctorWindow *self, GBytes *bytes, const char *name)
{
  g_return_if_fail (HALL_IS_DOCTOR_WINDOW (self));

  hall_doctor_work_add (self->work, bytes, name);
}
