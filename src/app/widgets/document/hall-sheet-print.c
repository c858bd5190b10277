/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-print.h"

#include <poppler.h>

/* A job on its way to the printer. */
typedef struct
{
  PopplerDocument *document;
  HallSheetPrintFunc done;
  GObject *object;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->document);
  g_object_unref (job->object);
  g_free (job);
}

static void
on_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  gtk_print_operation_set_n_pages (operation, poppler_document_get_n_pages (job->document));
}

/* As vectors: the code on the page stays as sharp as the printer is. */
static void
on_draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, Job *job)
{
  PopplerPage *page = poppler_document_get_page (job->document, number);

  if (page == NULL)
    return;
  poppler_page_render_for_printing (page, gtk_print_context_get_cairo_context (context));
  g_object_unref (page);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  job->done (error != NULL ? error->message : NULL, job->object);
}

static GtkPrintOperation *
new_operation (const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (page, a4);
  gtk_paper_size_free (a4);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  return operation;
}

void
hall_sheet_print (
    GtkWindow *parent, const char *name, GBytes *pdf, HallSheetPrintFunc done, GObject *object)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  Job *job;

  if (document == NULL)
    {
      done (error->message, object);
      return;
    }
  operation = new_operation (name);
  job = g_new0 (Job, 1);
  job->document = document;
  job->done = done;
  job->object = g_object_ref (object);
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), job);
  /* The error, if any, comes with "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
