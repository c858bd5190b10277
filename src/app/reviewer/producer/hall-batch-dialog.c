/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-batch-dialog.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-input-row.h"
#include "hall-notice.h"
#include "hall-problem-text.h"
#include "hall-ui.h"

struct _HallBatchDialog
{
  GtkDialog parent_instance;

  GtkLabel *explanation;
  GtkListBox *list; /* of rows to type into */
  GtkFileChooserButton *file_button;
  GtkWidget *result;
  GtkLabel *summary;
  GtkLabel *sample;
  GtkWidget *problems_scroller;
  GtkLabel *problems;
  GtkBox *notice_box;
  GtkBox *button_box;

  HallInputRow *rows[HALL_BATCH_VALUES]; /* (nullable): in @list */
  HallNotice *notice;                    /* in @notice_box */
  HallBusyButton *button;                /* in @button_box */

  HallSession *session;
  HallBatchKind kind;
  GPtrArray *items;
  char *order;       /* (nullable) */
  GPtrArray *lines;  /* (nullable) (element-type HallBatchLine): ready to be sent */
  GPtrArray *unread; /* (nullable) (element-type HallFinding): lines that are not among them */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HallBatchDialog, hall_batch_dialog, GTK_TYPE_DIALOG)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *title_one;
  const char *title_many;
  const char *explanation_many;
  HallBatchStep step;
} kinds[HALL_N_BATCH_KINDS] = {
  [HALL_BATCH_CERTIFICATES] = { N_ ("Enter the certificate"), N_ ("Import a table of certificates"),
                                N_ ("A CSV file with order number, serial number, valid from and "
                                    "valid to; with a header, in any order."),
                                HALL_BATCH_CERTIFICATE },
  [HALL_BATCH_SHIPMENTS] = { N_ ("Enter the courier number"),
                             N_ ("Import a table of courier numbers"),
                             N_ ("A CSV file with order number, courier and tracking number; with a "
                                 "header, in any order. Each handler gets a message."),
                             HALL_BATCH_SHIP },
};

static void
show_problems (HallBatchDialog *self, GPtrArray *problems)
{
  g_autofree char *text = hall_problem_text (problems);

  gtk_label_set_text (self->problems, text);
  gtk_widget_set_visible (self->problems_scroller, problems->len > 0);
}

static void
take_lines (HallBatchDialog *self, GPtrArray *lines)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = lines;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), lines != NULL && lines->len > 0);
}

void
hall_batch_dialog_take (HallBatchDialog *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallTable) csv = NULL;
  g_autoptr (HallBatchList) list = NULL;
  g_autofree char *summary = NULL;

  g_return_if_fail (HALL_IS_BATCH_DIALOG (self));

  hall_notice_clear (self->notice);
  csv = hall_table_parse (bytes, HALL_ENCODING_AUTO, 0, &error);
  if (csv == NULL)
    {
      hall_notice_show_error (self->notice, error);
      take_lines (self, NULL);
      return;
    }
  list = hall_batch_list_read (csv, self->kind);
  summary = g_strdup_printf (_ ("%1$u lines are ready, %2$u need attention."), list->lines->len,
                             list->problems->len);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_show (self->result);
  show_problems (self, list->problems);
  g_clear_pointer (&self->unread, g_ptr_array_unref);
  self->unread = g_ptr_array_ref (list->problems);
  take_lines (self, g_ptr_array_ref (list->lines));
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallBatchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes != NULL)
    hall_batch_dialog_take (self, bytes);
  else
    hall_notice_show_error (self->notice, error);
}

static void
on_file_set_cb (GtkFileChooserButton *button, HallBatchDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (button));

  if (file != NULL)
    g_file_load_bytes_async (file, self->cancellable, on_loaded_cb, g_object_ref (self));
}

static void
on_progress (guint done, guint total, gpointer user_data)
{
  HallBatchDialog *self = user_data;
  /* Translators: so many of so many orders */
  g_autofree char *text = g_strdup_printf (_ ("%1$u of %2$u"), done, total);

  gtk_label_set_text (self->sample, text);
}

/* All that did not go: what could not be read, then what was refused. */
static GPtrArray *
join_problems (HallBatchDialog *self, const HallBatchResult *result)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; self->unread != NULL && i < self->unread->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (self->unread, i));
  for (guint i = 0; i < result->problems->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (result->problems, i));
  return all;
}

static void
on_run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallBatchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallBatchResult) done = hall_batch_run_finish (HALL_SESSION (source), result, &error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *text = NULL;

  if (done == NULL)
    return; /* only when it was cancelled */
  hall_busy_button_set_busy (self->button, FALSE);
  problems = join_problems (self, done);
  text =
      g_strdup_printf (_ ("%1$u orders were entered, %2$u were not."), done->done, problems->len);
  hall_notice_show (self->notice, problems->len == 0 ? HALL_GOOD : HALL_DOUBTFUL, text, NULL);
  show_problems (self, problems);
  take_lines (self, NULL);
  gtk_label_set_text (self->sample, "");
  if (self->order != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (self->button), done->done == 0);
  if (done->done > 0)
    g_signal_emit (self, signals[DONE], 0);
}

static void
run (HallBatchDialog *self)
{
  const HallBatchWish wish = { kinds[self->kind].step, self->items, self->lines, on_progress,
                               self };

  hall_busy_button_set_busy (self->button, TRUE);
  hall_notice_clear (self->notice);
  hall_batch_run_async (self->session, &wish, self->cancellable, on_run_cb, g_object_ref (self));
}

/* FALSE if what was typed is wrong; it says where. */
static gboolean
read_rows (HallBatchDialog *self)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  const char *values[HALL_BATCH_VALUES] = { "", "", "" };
  guint n = hall_batch_kind_get_n_values (self->kind);
  HallBatchLine *line;

  for (guint i = 0; i < n; i++)
    {
      values[i] = hall_input_row_get_text (self->rows[i]);
      hall_input_row_show_problem (self->rows[i], NULL);
    }
  line = hall_batch_line_new (self->kind, self->order, values);
  if (hall_batch_line_check (line, self->kind, &issue) == HALL_GOOD)
    {
      take_lines (self, g_ptr_array_new_with_free_func ((GDestroyNotify) hall_batch_line_free));
      g_ptr_array_add (self->lines, line);
      return TRUE;
    }
  hall_batch_line_free (line);
  {
    g_autofree char *words = hall_issue_format (&issue, hall_app_lang ());

    hall_input_row_show_problem (self->rows[issue.code == HALL_ISSUE_LINE_SERIAL ? 0 : n - 1],
                                 words);
  }
  return FALSE;
}

static void
on_button_clicked_cb (HallBatchDialog *self)
{
  if (hall_busy_button_is_busy (self->button) || (self->order != NULL && !read_rows (self))
      || self->lines == NULL)
    return;
  run (self);
}

static void
on_close_clicked_cb (GtkButton *button, HallBatchDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
hall_batch_dialog_dispose (GObject *object)
{
  HallBatchDialog *self = HALL_BATCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_batch_dialog_parent_class)->dispose (object);
}

static void
hall_batch_dialog_finalize (GObject *object)
{
  HallBatchDialog *self = HALL_BATCH_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->unread, g_ptr_array_unref);
  g_free (self->order);
  G_OBJECT_CLASS (hall_batch_dialog_parent_class)->finalize (object);
}

static void
hall_batch_dialog_class_init (HallBatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_batch_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_batch_dialog_finalize;
  signals[DONE] = g_signal_new ("done", HALL_TYPE_BATCH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-batch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, result);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, sample);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, problems_scroller);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallBatchDialog, button_box);
  gtk_widget_class_bind_template_callback (widget_class, on_file_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
}

static void
hall_batch_dialog_init (HallBatchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->button = HALL_BUSY_BUTTON (hall_busy_button_new (_ ("Enter")));
  hall_busy_button_make_primary (self->button);
  gtk_widget_show (GTK_WIDGET (self->button));
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_container_add (GTK_CONTAINER (self->button_box), GTK_WIDGET (self->button));
  hall_ui_set_accessible_name (GTK_WIDGET (self->file_button), _ ("File of the table"));
  hall_ui_tab_through_rows (self->list);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (on_button_clicked_cb), self);
}

static void
add_rows (HallBatchDialog *self)
{
  for (guint i = 0; i < hall_batch_kind_get_n_values (self->kind); i++)
    {
      GtkWidget *row =
          hall_input_row_new (hall_batch_kind_get_label (self->kind, i, hall_app_lang ()),
                              GTK_INPUT_PURPOSE_FREE_FORM);

      self->rows[i] = HALL_INPUT_ROW (row);
      if (self->kind == HALL_BATCH_CERTIFICATES && i > 0)
        hall_input_row_set_hint (self->rows[i], _ ("As 2026-11-22"));
      gtk_widget_show (row);
      gtk_container_add (GTK_CONTAINER (self->list), row);
      g_signal_connect_swapped (row, "entered", G_CALLBACK (on_button_clicked_cb), self);
    }
  gtk_widget_show (GTK_WIDGET (self->list));
  gtk_widget_hide (GTK_WIDGET (self->file_button));
}

GtkWidget *
hall_batch_dialog_new (HallSession *session,
                       HallBatchKind kind,
                       GPtrArray *items,
                       const char *order)
{
  HallBatchDialog *self =
      g_object_new (HALL_TYPE_BATCH_DIALOG, "title",
                    _ (order != NULL ? kinds[kind].title_one : kinds[kind].title_many), NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->items = g_ptr_array_ref (items);
  self->order = g_strdup (order);
  if (order != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Order %s"), order);

      gtk_label_set_text (self->explanation, text);
      add_rows (self);
      return GTK_WIDGET (self);
    }
  gtk_label_set_text (self->explanation, _ (kinds[kind].explanation_many));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  return GTK_WIDGET (self);
}
