/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statement-dialog.h"

#include <glib/gi18n.h>

#include "hall-bank-form.h"
#include "hall-busy-button.h"
#include "hall-client-money.h"
#include "hall-money.h"
#include "hall-notice.h"
#include "hall-problem-text.h"
#include "hall-statement-send.h"
#include "hall-statement.h"
#include "hall-ui.h"

#define SHOWN_TRANSFERS 5
#define AMOUNT_COLUMN   1 /* of the first transfers */

struct _HallStatementDialog
{
  GtkDialog parent_instance;

  GtkFileChooserButton *file_button;
  GtkBox *notice_box;
  GtkBox *form_box;
  GtkWidget *result; /* with what the file says */
  GtkLabel *summary;
  GtkGrid *sample;
  GtkWidget *problems_scroller;
  GtkLabel *problems;
  GtkBox *button_box;

  HallNotice *notice;     /* in @notice_box */
  HallBankForm *form;     /* in @form_box */
  HallBusyButton *button; /* in @button_box */

  HallSession *session;
  GCancellable *cancellable;
  GBytes *bytes;            /* (nullable): the file */
  HallStatement *statement; /* (nullable): what it says, read as chosen */
};

G_DEFINE_FINAL_TYPE (HallStatementDialog, hall_statement_dialog, GTK_TYPE_DIALOG)

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_cell (HallStatementDialog *self, int column, int row, const char *text)
{
  gboolean amount = column == AMOUNT_COLUMN;
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "visible", TRUE, "xalign", amount ? 1.0 : 0.0,
                    "ellipsize",
                    column > AMOUNT_COLUMN ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, "hexpand",
                    column > AMOUNT_COLUMN, NULL);

  gtk_grid_attach (self->sample, label, column, row, 1, 1);
}

/* The first transfers, for comparing with the file. */
static void
show_sample (HallStatementDialog *self)
{
  const HallStatement *statement = self->statement;

  hall_ui_clear (GTK_CONTAINER (self->sample));
  for (guint i = 0; i < statement->transfers->len && i < SHOWN_TRANSFERS; i++)
    {
      const HallTransfer *transfer = g_ptr_array_index (statement->transfers, i);
      g_autofree char *yuan = hall_money_format (transfer->amount_fen);
      g_autofree char *amount = g_strdup_printf ("¥ %s", yuan);
      const char *const cells[] = { transfer->date, amount, transfer->payer, transfer->remark };

      for (gsize k = 0; k < G_N_ELEMENTS (cells); k++)
        add_cell (self, (int) k, (int) i, cells[k]);
    }
}

static void
show_problems (HallStatementDialog *self, GPtrArray *problems)
{
  g_autofree char *text = hall_problem_text (problems);

  gtk_label_set_text (self->problems, text);
  gtk_widget_set_visible (self->problems_scroller, problems->len > 0);
}

static void
show_statement (HallStatementDialog *self)
{
  const HallStatement *statement = self->statement;
  g_autofree char *summary = g_strdup_printf (
      /* Translators: counts of lines of a bank statement */
      _ ("%1$u transfers in, %2$u lines of money that went out, %3$u lines that need attention"),
      statement->transfers->len, statement->n_outgoing, statement->problems->len);

  gtk_label_set_text (self->summary, summary);
  show_sample (self);
  show_problems (self, statement->problems);
  gtk_widget_show (self->result);
}

/* What still has to be said before the file can be read as a statement. */
static const char *
describe_lack (const char *lack)
{
  if (g_strcmp0 (lack, "bank") == 0)
    return _ ("Which bank is it? The choices below are kept under its name.");
  if (g_strcmp0 (lack, "columns") == 0)
    return _ ("Choose the columns of date, amount and payer; each column is one thing.");
  return _ ("Decimal sign and thousands sign must be two different ones.");
}

/* Reads the file as it is chosen now. */
static void
read_file (HallStatementDialog *self)
{
  g_autoptr (HallBankFormat) format = hall_bank_form_get_format (self->form);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallTable) csv = NULL;
  const char *lack = hall_bank_format_check (format);

  g_clear_pointer (&self->statement, hall_statement_free);
  gtk_widget_hide (self->result);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  if (self->bytes == NULL)
    return;
  csv = hall_table_parse (self->bytes, format->encoding, format->separator, &error);
  if (csv == NULL)
    {
      hall_notice_show_error (self->notice, error);
      return;
    }
  hall_notice_clear (self->notice);
  if (lack != NULL)
    hall_notice_show (self->notice, HALL_HINT, describe_lack (lack), NULL);
  if (lack != NULL && g_strcmp0 (lack, "bank") != 0)
    return;
  self->statement = hall_statement_read (csv, format);
  show_statement (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button),
                            lack == NULL && self->statement->transfers->len > 0);
}

static void
on_form_changed_cb (HallStatementDialog *self)
{
  read_file (self);
}

/* A new file: its columns, and what they seem to be. A bank that was chosen knows them better. */
void
hall_statement_dialog_take (HallStatementDialog *self, GBytes *bytes)
{
  g_autoptr (HallBankFormat) format = NULL;
  g_autoptr (HallTable) csv = NULL;
  const HallTableRow *header = NULL;

  g_return_if_fail (HALL_IS_STATEMENT_DIALOG (self));

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_ref (bytes);
  format = hall_bank_form_get_format (self->form);
  csv = hall_table_parse (bytes, format->encoding, format->separator, NULL);
  if (csv != NULL)
    {
      if (g_strcmp0 (hall_bank_format_check (format), "columns") == 0
          || format->columns[HALL_BANK_DATE] == 0)
        hall_bank_format_guess (format, csv);
      if (format->header_lines > 0 && format->header_lines <= csv->rows->len)
        header = g_ptr_array_index (csv->rows, format->header_lines - 1);
      hall_bank_form_set_columns (self->form, csv->n_columns, header);
      hall_bank_form_set_format (self->form, format);
    }
  read_file (self);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStatementDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes != NULL)
    hall_statement_dialog_take (self, bytes);
  else
    hall_notice_show_error (self->notice, error);
}

static void
on_file_set_cb (GtkFileChooserButton *button, HallStatementDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (button));

  if (file != NULL)
    g_file_load_bytes_async (file, self->cancellable, on_loaded_cb, g_object_ref (self));
}

static void
show_failure (HallStatementDialog *self, const GError *error)
{
  hall_busy_button_set_busy (self->button, FALSE);
  hall_notice_show_error (self->notice, error);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStatementDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallImportResult) imported =
      hall_statement_send_finish (HALL_CLIENT (source), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (imported == NULL)
    {
      show_failure (self, error);
      return;
    }
  hall_busy_button_set_busy (self->button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  text = g_strdup_printf (_ ("%1$u transfers are new, %2$u were known already."), imported->added,
                          imported->known->len);
  hall_notice_show (self->notice, HALL_GOOD, text, NULL);
  g_signal_emit (self, signals[IMPORTED], 0);
}

static void
on_format_kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStatementDialog) self = user_data;
  g_autoptr (HallBankFormat) format = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) formats =
      hall_client_bank_formats_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (formats == NULL || self->statement == NULL)
    {
      show_failure (self, error);
      return;
    }
  format = hall_bank_form_get_format (self->form);
  hall_statement_send_async (HALL_CLIENT (source), format->bank, self->statement->transfers,
                             self->cancellable, on_sent_cb, g_object_ref (self));
}

static void
on_import_clicked_cb (HallStatementDialog *self)
{
  g_autoptr (HallBankFormat) format = hall_bank_form_get_format (self->form);

  if (self->statement == NULL || hall_busy_button_is_busy (self->button))
    return;
  hall_busy_button_set_busy (self->button, TRUE);
  hall_client_bank_formats_async (hall_session_get_client (self->session), format,
                                  self->cancellable, on_format_kept_cb, g_object_ref (self));
}

static void
on_formats_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStatementDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) formats =
      hall_client_bank_formats_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (formats == NULL)
    hall_notice_show_error (self->notice, error);
  else
    hall_bank_form_set_known (self->form, formats);
}

static void
on_close_clicked_cb (GtkButton *button, HallStatementDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
hall_statement_dialog_dispose (GObject *object)
{
  HallStatementDialog *self = HALL_STATEMENT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_statement_dialog_parent_class)->dispose (object);
}

static void
hall_statement_dialog_finalize (GObject *object)
{
  HallStatementDialog *self = HALL_STATEMENT_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->statement, hall_statement_free);
  G_OBJECT_CLASS (hall_statement_dialog_parent_class)->finalize (object);
}

static void
hall_statement_dialog_class_init (HallStatementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_statement_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_statement_dialog_finalize;
  signals[IMPORTED] = g_signal_new ("imported", HALL_TYPE_STATEMENT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-statement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, form_box);
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, result);
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, sample);
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, problems_scroller);
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, HallStatementDialog, button_box);
  gtk_widget_class_bind_template_callback (widget_class, on_file_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
}

static void
hall_statement_dialog_init (HallStatementDialog *self)
{
  g_autoptr (HallBankFormat) format = hall_bank_format_new ("");

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->form = HALL_BANK_FORM (hall_bank_form_new ());
  self->button = HALL_BUSY_BUTTON (hall_busy_button_new (_ ("Import")));
  hall_busy_button_make_primary (self->button);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  gtk_widget_show (GTK_WIDGET (self->button));
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_box_pack_start (self->form_box, GTK_WIDGET (self->form), TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->button_box), GTK_WIDGET (self->button));
  hall_ui_set_accessible_name (GTK_WIDGET (self->file_button), _ ("File of the statement"));
  hall_bank_form_set_columns (self->form, 0, NULL);
  hall_bank_form_set_format (self->form, format);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (on_form_changed_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_import_clicked_cb), self);
}

GtkWidget *
hall_statement_dialog_new (HallSession *session)
{
  HallStatementDialog *self =
      g_object_new (HALL_TYPE_STATEMENT_DIALOG, "title", _ ("Import a bank statement"), NULL);

  self->session = g_object_ref (session);
  hall_client_bank_formats_async (hall_session_get_client (session), NULL, self->cancellable,
                                  on_formats_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
