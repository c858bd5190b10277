/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The QR codes: a reader reads what was written.
 */
#include "hall-qr.h"

#include <string.h>

#include "hall-error.h"
#include "page-code.h"

static const struct
{
  const char *text;
  guint size; /* modules; 0: any */
} cases[] = {
  { "CH1.F.20261122000017.2.9F3A0C2B41D0", 25 }, /* alphanumeric mode: version 2 */
  { "CH1.S.DRAFT.0.9F3A0C2B41D0", 25 },
  { "CH1.F.20261122000017.12.9F3A0C2B41D0", 25 },
  { "CH1.F.ABCDEFGHIJKLMNOPQRSTUVWX.999999.9F3A0C2B41D0", 29 },
  { "https://hall.example/p/4kQz9", 0 },
  { "weixin://wxpay/bizpayurl?pr=p4lpSuKzz", 0 },
  { "https://qr.alipay.com/bax08861xrsbb1efyyf100e9", 0 },
  { "经办人认证：张三", 0 },
};

/* Drawn on black, so that only the code's own quiet zone helps the reader. */
static cairo_surface_t *
draw_on_black (const HallQr *qr, double module)
{
  double side = (hall_qr_get_size (qr) + 16) * module;
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) side, (int) side);
  cairo_t *cairo = cairo_create (surface);

  hall_qr_draw (qr, cairo, 8 * module, 8 * module, module);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_read_back (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (double module = 2; module <= 7; module += 2.5)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (HallQr) qr = hall_qr_new (cases[i].text, &error);
        cairo_surface_t *surface;
        g_autofree char *text = NULL;

        g_assert_no_error (error);
        surface = draw_on_black (qr, module);
        text = page_code_read (surface);
        g_assert_cmpstr (text, ==, cases[i].text);
        if (cases[i].size != 0)
          g_assert_cmpuint (hall_qr_get_size (qr), ==, cases[i].size);
        cairo_surface_destroy (surface);
      }
}

/* What the matrix says is what is drawn, and the quiet zone is white. */
static void
test_matrix (void)
{
  g_autoptr (HallQr) qr = hall_qr_new ("CH1.F.DRAFT.0.9F3A0C2B41D0", NULL);
  int size = (int) hall_qr_get_size (qr);
  cairo_surface_t *surface = draw_on_black (qr, 3);
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int row = -HALL_QR_QUIET_MODULES; row < size + HALL_QR_QUIET_MODULES; row++)
    for (int column = -HALL_QR_QUIET_MODULES; column < size + HALL_QR_QUIET_MODULES; column++)
      {
        const guint32 *line = (const guint32 *) (const void *) (pixels + (row * 3 + 25) * stride);
        gboolean is_inside = row >= 0 && row < size && column >= 0 && column < size;
        gboolean is_dark = is_inside && hall_qr_is_dark (qr, (guint) column, (guint) row);

        g_assert_cmphex (line[column * 3 + 25] & 0xffffff, ==, is_dark ? 0 : 0xffffff);
      }
  g_assert_true (hall_qr_is_dark (qr, 0, 0) && hall_qr_is_dark (qr, 6, 6));
  g_assert_false (hall_qr_is_dark (qr, 1, 1));
  cairo_surface_destroy (surface);
}

static void
test_refused (void)
{
  g_autofree char *long_text = g_strnfill (3000, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_null (hall_qr_new ("", &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (hall_qr_new (long_text, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
}

static gpointer
make_many (gpointer text)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (HallQr) qr = hall_qr_new (text, NULL);

      g_assert_cmpuint (hall_qr_get_size (qr), ==, 25);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("qr", make_many, (gpointer) cases[0].text);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr/read-back", test_read_back);
  g_test_add_func ("/qr/matrix", test_matrix);
  g_test_add_func ("/qr/refused", test_refused);
  g_test_add_func ("/qr/threads", test_threads);
  return g_test_run ();
}
