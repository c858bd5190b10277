/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice-scan.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gdk/gdk.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "hall-app-lang.h"
#include "hall-client-document.h"
#include "hall-practice-paper.h"
#include "hall-practice-stamp.h"
#include "hall-printed-sheet.h"

#define WIDTH_PX  1240
#define HEIGHT_PX 1754
#define MARGIN_PX 120
#define WATERMARK "练习 · 无效"
#define TILT      (-G_PI / 5)

/* What a scanner would add: the sheet lies a little askew, its paper is not wholly white. */
#define ASKEW 0.006 /* radians */
#define PAPER 0.965
#define DPI   150.0
#define MM    25.4

/* In the empty lower half. */
#define SEAL_X_MM 150.0
#define SEAL_Y_MM 220.0

static void
draw_text (cairo_t *cairo, const char *text, int size_px, double y)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, size_px * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (WIDTH_PX - 2 * MARGIN_PX) * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cairo, MARGIN_PX, y);
  pango_cairo_show_layout (cairo, layout);
  pango_font_description_free (font);
}

static void
draw_watermark (cairo_t *cairo)
{
  cairo_save (cairo);
  cairo_translate (cairo, WIDTH_PX / 2.0, HEIGHT_PX / 2.0);
  cairo_rotate (cairo, TILT);
  cairo_translate (cairo, -WIDTH_PX / 2.0, -HEIGHT_PX / 2.0);
  cairo_set_source_rgb (cairo, 0.86, 0.86, 0.86);
  draw_text (cairo, WATERMARK, 160, HEIGHT_PX / 2.0 - 100);
  cairo_restore (cairo);
}

static void
draw_page (cairo_t *cairo, const HallRequirement *requirement)
{
  cairo_set_source_rgb (cairo, PAPER, PAPER, PAPER);
  cairo_paint (cairo);
  cairo_rotate (cairo, ASKEW);
  draw_watermark (cairo);
  cairo_set_source_rgb (cairo, 0.5, 0.5, 0.5);
  cairo_set_line_width (cairo, 3);
  cairo_rectangle (cairo, MARGIN_PX / 2.0, MARGIN_PX / 2.0, WIDTH_PX - MARGIN_PX,
                   HEIGHT_PX - MARGIN_PX);
  cairo_stroke (cairo);
  cairo_set_source_rgb (cairo, 0.1, 0.1, 0.1);
  draw_text (cairo, hall_label_get (&requirement->label, hall_app_lang ()), 64, 240);
  draw_text (cairo,
             _ ("Made by the program for practice. It is no real document and proves nothing."), 32,
             420);
  if (requirement->at_payment)
    return; /* no seal belongs on a voucher */
  cairo_scale (cairo, DPI / MM, DPI / MM);
  hall_practice_stamp_official (cairo, SEAL_X_MM, SEAL_Y_MM);
}

GBytes *
hall_practice_scan_draw (const HallRequirement *requirement, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH_PX, HEIGHT_PX);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr (GdkPixbuf) picture = NULL;
  char *bytes = NULL;
  gsize length = 0;

  draw_page (cairo, requirement);
  cairo_destroy (cairo);
  picture = gdk_pixbuf_get_from_surface (surface, 0, 0, WIDTH_PX, HEIGHT_PX);
  cairo_surface_destroy (surface);
  hall_practice_paper_add_grain (picture);
  if (!gdk_pixbuf_save_to_buffer (picture, &bytes, &length, "jpeg", error, "quality", "85", NULL))
    return NULL;
  return g_bytes_new_take (bytes, length);
}

/* What is made, and of what. */
typedef struct
{
  const HallRequirement *requirement; /* of the draft's catalogue */
  HallPrintedSheet *sheet;            /* (nullable): has the plan */
  GBytes *pdf;                        /* (nullable): as the hall prints it */
} Making;

static void
making_free (Making *self)
{
  g_clear_pointer (&self->sheet, hall_printed_sheet_unref);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

static void
return_page (GTask *task, GBytes *page, GError *error)
{
  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
scan_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  const HallSheetPlan *plan = making->sheet != NULL ? making->sheet->plan : NULL;
  GError *error = NULL;
  GBytes *page = hall_practice_paper_scan (making->pdf, plan, &error);

  return_page (task, page, error);
}

/* Takes over @task, @pdf and @error. */
static void
scan_sheet (GTask *task, GBytes *pdf, GError *error)
{
  Making *making = g_task_get_task_data (task);

  making->pdf = pdf;
  if (pdf != NULL)
    g_task_run_in_thread (task, scan_in_thread);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

/* Where the sheet wants to be signed and stamped. In the main thread: it draws text. */
static HallPrintedSheet *
plan_sheet (HallDraft *draft, const HallRequirement *requirement)
{
  const HallOrder *order = hall_draft_get_order (draft);
  HallSheetInfo info = { .order = order->number,
                         .revision = order->revision,
                         .sha256 = order->printed_hash,
                         .practice = TRUE };
  g_autoptr (GError) error = NULL;
  HallPrintedSheet *sheet;

  if (!requirement->form_code || order->application == NULL || order->printed_hash == NULL)
    return NULL;
  sheet = hall_printed_sheet_print (requirement->kind, hall_draft_get_catalog (draft),
                                    order->application, &info, &error);
  if (sheet == NULL)
    g_message ("the practice scan is not signed: %s", error->message);
  return sheet;
}

static void
on_form_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GBytes *sheet = hall_client_get_form_finish (HALL_CLIENT (source), result, &error);

  scan_sheet (user_data, sheet, error);
}

static void
on_seal_sheet_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GBytes *sheet = hall_client_get_seal_sheet_finish (HALL_CLIENT (source), result, &error);

  scan_sheet (user_data, sheet, error);
}

void
hall_practice_scan_make_async (HallDraft *draft,
                               const HallRequirement *requirement,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HallClient *client = hall_session_get_client (hall_draft_get_session (draft));
  const char *number = hall_draft_get_order (draft)->number;
  GTask *task = g_task_new (draft, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, hall_practice_scan_make_async);
  making->requirement = requirement;
  making->sheet = plan_sheet (draft, requirement);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  if (!requirement->form_code)
    {
      GBytes *page = hall_practice_scan_draw (requirement, &error);

      return_page (task, page, error);
      g_object_unref (task);
    }
  else if (requirement->kind == HALL_DOCUMENT_SEAL_SHEET)
    hall_client_get_seal_sheet_async (client, number, cancellable, on_seal_sheet_fetched_cb, task);
  else
    hall_client_get_form_async (client, number, cancellable, on_form_fetched_cb, task);
}

GBytes *
hall_practice_scan_make_finish (HallDraft *draft,
                                GAsyncResult *result,
                                char **file_name,
                                GError **error)
{
  const HallRequirement *requirement;
  GBytes *bytes;

  g_return_val_if_fail (g_task_is_valid (result, draft), NULL);

  requirement = ((Making *) g_task_get_task_data (G_TASK (result)))->requirement;
  bytes = g_task_propagate_pointer (G_TASK (result), error);
  if (bytes != NULL)
    /* Translators: a file name: what it is for, and its ending */
    *file_name = g_strdup_printf (_ ("Practice %1$s.%2$s"),
                                  hall_label_get (&requirement->label, hall_app_lang ()),
                                  requirement->form_code ? "pdf" : "jpg");
  return bytes;
}
