/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-print.h"

#include <glib/gi18n.h>
#include <poppler.h>

#include "hall-print-memory.h"
#include "hall-sheet-marks.h"

#define A4_WIDTH_PT 595.0
#define SLACK_PT    6.0

/* A job on its way to the printer. */
typedef struct
{
  PopplerDocument *document;
  gboolean is_a4;
  HallSheetPrintFunc done;
  GObject *object;
  gboolean cuts_marks;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->document);
  g_object_unref (job->object);
  g_free (job);
}

gboolean
hall_sheet_print_cuts_marks (double top_mm, double bottom_mm, double left_mm, double right_mm)
{
  return MAX (MAX (top_mm, bottom_mm), MAX (left_mm, right_mm)) > HALL_SHEET_MARKS_EDGE_MM;
}

/* In points, as the operation's unit is. Not every printer says. */
static gboolean
printer_cuts_marks (GtkPrintContext *context)
{
  double top, bottom, left, right;

  return gtk_print_context_get_hard_margins (context, &top, &bottom, &left, &right)
         && hall_sheet_print_cuts_marks (HALL_PT_TO_MM (top), HALL_PT_TO_MM (bottom),
                                         HALL_PT_TO_MM (left), HALL_PT_TO_MM (right));
}

static void
on_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  gtk_print_operation_set_n_pages (operation, poppler_document_get_n_pages (job->document));
  job->cuts_marks = job->is_a4 && printer_cuts_marks (context);
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
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && job->is_a4)
    hall_print_memory_keep (operation);
  if (error != NULL)
    job->done (HALL_WRONG, error->message, job->object);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && job->cuts_marks)
    job->done (HALL_DOUBTFUL,
               _ ("This printer leaves wide white edges. Check that the four dots in the corners "
                  "are on the paper; if not, choose another printer or borderless A4."),
               job->object);
  else
    job->done (HALL_GOOD, NULL, job->object);
}

/* Labels have a paper of their own, which is not remembered for the sheets. */
static gboolean
set_paper (GtkPrintOperation *operation, PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, 0);
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkPaperSize *paper;
  double width = A4_WIDTH_PT, height = 0;

  if (page != NULL)
    poppler_page_get_size (page, &width, &height);
  g_clear_object (&page);
  if (width > A4_WIDTH_PT - SLACK_PT)
    return TRUE;
  setup = gtk_page_setup_new ();
  paper = gtk_paper_size_new_custom ("certhall-label", _ ("Address label"), width, height,
                                     GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  return FALSE;
}

GtkPrintOperation *
hall_sheet_print_new (const char *name, GBytes *pdf, HallSheetPrintFunc done, GObject *object)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  GtkPrintOperation *operation;
  Job *job;

  if (document == NULL)
    {
      done (HALL_WRONG, error->message, object);
      return NULL;
    }
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  hall_print_memory_recall (operation);
  job = g_new0 (Job, 1);
  job->is_a4 = set_paper (operation, document);
  job->document = document;
  job->done = done;
  job->object = g_object_ref (object);
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), job);
  return operation;
}

void
hall_sheet_print (
    GtkWindow *parent, const char *name, GBytes *pdf, HallSheetPrintFunc done, GObject *object)
{
  g_autoptr (GtkPrintOperation) operation = hall_sheet_print_new (name, pdf, done, object);

  if (operation == NULL)
    return;
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* The error, if any, comes with "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
