/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-practice-scan.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gdk/gdk.h>
#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "hall-app-lang.h"
#include "hall-client-document.h"

#define WIDTH_PX  1240
#define HEIGHT_PX 1754
#define MARGIN_PX 120
#define WATERMARK "练习 · 无效"
#define TILT      (-G_PI / 5)

/* What a scanner would add: the sheet lies a little askew, its paper is not wholly white. */
#define ASKEW 0.006 /* radians */
#define PAPER 0.965
#define GRAIN 5 /* grey levels up or down */

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
draw_page (cairo_t *cairo, const char *label)
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
  draw_text (cairo, label, 64, 240);
  draw_text (cairo,
             _ ("Made by the program for practice. It is no real document and proves nothing."), 32,
             420);
}

/* The grain of paper and sensor, so that the page is looked at as any other scan is. */
static void
add_grain (GdkPixbuf *picture)
{
  guint8 *pixels = gdk_pixbuf_get_pixels (picture);
  gsize n = gdk_pixbuf_get_byte_length (picture);
  guint32 random = 1;

  for (gsize i = 0; i < n; i++)
    {
      random = random * 1664525 + 1013904223; /* as in Numerical Recipes */
      pixels[i] =
          (guint8) CLAMP (pixels[i] + (int) (random >> 16) % (2 * GRAIN + 1) - GRAIN, 0, 255);
    }
}

GBytes *
hall_practice_scan_draw (const char *label, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH_PX, HEIGHT_PX);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr (GdkPixbuf) picture = NULL;
  char *bytes = NULL;
  gsize length = 0;

  draw_page (cairo, label);
  cairo_destroy (cairo);
  picture = gdk_pixbuf_get_from_surface (surface, 0, 0, WIDTH_PX, HEIGHT_PX);
  cairo_surface_destroy (surface);
  add_grain (picture);
  if (!gdk_pixbuf_save_to_buffer (picture, &bytes, &length, "jpeg", error, "quality", "85", NULL))
    return NULL;
  return g_bytes_new_take (bytes, length);
}

static void
return_sheet (GTask *task, GBytes *sheet, GError *error)
{
  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

static void
on_form_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GBytes *sheet = hall_client_get_form_finish (HALL_CLIENT (source), result, &error);

  return_sheet (user_data, sheet, error);
}

static void
on_seal_sheet_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  GBytes *sheet = hall_client_get_seal_sheet_finish (HALL_CLIENT (source), result, &error);

  return_sheet (user_data, sheet, error);
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
  GError *error = NULL;

  g_task_set_source_tag (task, hall_practice_scan_make_async);
  g_task_set_task_data (task, (gpointer) requirement, NULL);
  if (!requirement->form_code)
    return_sheet (task,
                  hall_practice_scan_draw (hall_label_get (&requirement->label, hall_app_lang ()),
                                           &error),
                  error);
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

  requirement = g_task_get_task_data (G_TASK (result));
  bytes = g_task_propagate_pointer (G_TASK (result), error);
  if (bytes != NULL)
    /* Translators: a file name: what it is for, and its ending */
    *file_name = g_strdup_printf (_ ("Practice %1$s.%2$s"),
                                  hall_label_get (&requirement->label, hall_app_lang ()),
                                  requirement->form_code ? "pdf" : "jpg");
  return bytes;
}
