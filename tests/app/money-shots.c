/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of the cashier's and the producer's windows: money-shots FOLDER, in the language
 * of LANGUAGE. For looking at.
 */
#include <libintl.h>
#include <locale.h>

#include "app-test.h"
#include "desk-fixture.h"
#include "hall-app-lang.h"
#include "hall-batch-dialog.h"
#include "hall-batch-table.h"
#include "hall-cashier-view.h"
#include "hall-producer-view.h"
#include "hall-production.h"
#include "hall-statement-dialog.h"
#include "hall-transfer-pane.h"

#define ORGANISATION "深圳市测试样例科技有限公司"

static const char statement[] =
    "交易日期,借方发生额,贷方发生额,对方户名,对方账号,附言,流水号\n"
    "2026-11-22,,900.00," ORGANISATION ",755900000010101,业务单20261122000001,A100201\n"
    "2026-11-22,,900.00,张三,6222020200112233,20261122000001证书费,A100202\n"
    "2026-11-22,,九百,某某公司,4402,货款,A100203\n"
    "2026-11-23,12.00,,银行,0,手续费,A100204\n"
    "2026-11-23,,320.00,北京示例商贸有限公司,110900123,会议费,A100205\n";

static const char *folder;

/* What is on the screen, once it has been drawn. */
static void
save (GtkWidget *window, const char *name)
{
  GdkWindow *seen = gtk_widget_get_window (window);
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);
  g_autoptr (GdkPixbuf) picture =
      gdk_pixbuf_get_from_window (seen, 0, 0, gdk_window_get_width (seen),
                                  gdk_window_get_height (seen));

  gdk_pixbuf_save (picture, path, "png", NULL, NULL);
}

static void
shoot (GtkWidget *window, const char *name)
{
  for (guint i = 0; i < 12; i++)
    {
      fake_pass_ms (50);
      app_test_settle ();
    }
  save (window, name);
}

static HallOrder *
add_order (Flow *f, HallState state)
{
  HallOrder *order = desk_add_order (f);

  order->state = state;
  if (state == HALL_STATE_PAYMENT_VERIFYING)
    {
      order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_VOUCHER_UPLOADED;
      order->channel = HALL_PAY_TRANSFER;
    }
  fake_hall_touch (f->hall, order);
  return order;
}

static void
add_lines (Flow *f)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (statement, sizeof statement - 1);
  g_autoptr (HallTable) csv = hall_table_parse (bytes, HALL_ENCODING_AUTO, 0, NULL);
  g_autoptr (HallBankFormat) format = hall_bank_format_new ("工商银行");
  g_autoptr (HallStatement) read = NULL;

  hall_bank_format_guess (format, csv);
  read = hall_statement_read (csv, format);
  for (guint i = 0; i < read->transfers->len; i++)
    ((HallTransfer *) g_ptr_array_index (read->transfers, i))->line = i + 1;
  g_ptr_array_extend_and_steal (f->hall->transfers, g_ptr_array_ref (read->transfers));
}

static GtkWidget *
show_view (GtkWidget *view, int width, int height)
{
  GtkWidget *window = app_test_show (view);

  gtk_window_resize (GTK_WINDOW (window), width, height);
  return window;
}

static void
shoot_cashier (Flow *f, gconstpointer data)
{
  GtkWidget *view, *window;

  desk_act_as (f, HALL_ACTOR_BIT (HALL_ACTOR_CASHIER));
  add_lines (f);
  add_order (f, HALL_STATE_REFUND_PENDING);
  view = hall_cashier_view_new_for_session (f->session);
  window = show_view (view, 1260, 760);
  hall_cashier_view_enter (view);
  add_order (f, HALL_STATE_PAYMENT_VERIFYING);
  shoot (window, "cashier-empty");
  hall_transfer_pane_open (HALL_TRANSFER_PANE (app_test_find_type (view, HALL_TYPE_TRANSFER_PANE)),
                           "20261122000001");
  shoot (window, "cashier-transfer");
  gtk_window_resize (GTK_WINDOW (window), 1024, 700);
  shoot (window, "cashier-transfer-small");
  desk_press (view, hall_app_lang () == HALL_LANG_EN ? "Bank statement" : "银行流水");
  shoot (window, "cashier-statement");
  desk_press (view, hall_app_lang () == HALL_LANG_EN ? "Refunds" : "退款");
  shoot (window, "cashier-refunds");
  hall_cashier_view_leave (view);
  app_test_close (window, view);
}

static void
shoot_import (Flow *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (statement, sizeof statement - 1);
  GtkWidget *dialog;

  desk_act_as (f, HALL_ACTOR_BIT (HALL_ACTOR_CASHIER));
  dialog = hall_statement_dialog_new (f->session);
  gtk_window_present (GTK_WINDOW (dialog));
  shoot (dialog, "import-empty");
  hall_statement_dialog_take (HALL_STATEMENT_DIALOG (dialog), bytes);
  shoot (dialog, "import-read");
  gtk_widget_destroy (dialog);
}

static void
shoot_producer (Flow *f, gconstpointer data)
{
  HallOrder *order;
  GtkWidget *view, *window;

  desk_act_as (f, HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER));
  add_order (f, HALL_STATE_ACCEPTED);
  add_order (f, HALL_STATE_ACCEPTED)->reviewed_by = g_strdup (FAKE_STAFF);
  order = add_order (f, HALL_STATE_SHIPPED);
  order->courier = g_strdup ("顺丰速运");
  order->tracking_number = g_strdup ("SF1234567890");
  order = add_order (f, HALL_STATE_IN_PRODUCTION);
  view = hall_producer_view_new_for_session (f->session);
  window = show_view (view, 1260, 760);
  hall_producer_view_enter (view);
  shoot (window, "producer");
  hall_batch_table_choose (HALL_BATCH_TABLE (app_test_find_type (view, HALL_TYPE_BATCH_TABLE)),
                           order->number);
  gtk_window_resize (GTK_WINDOW (window), 1024, 700);
  shoot (window, "producer-small");
  hall_producer_view_leave (view);
  app_test_close (window, view);
}

static void
shoot_batch (Flow *f, gconstpointer data)
{
  HallOrder *order = add_order (f, HALL_STATE_IN_PRODUCTION);
  static const char text[] = "17,顺丰速运,SF1234567\n20261122000001,顺丰速运,SF1234568\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GPtrArray) items = NULL;
  GtkWidget *dialog;

  desk_act_as (f, HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER));
  hall_production_load_async (f->session, f->cancellable, flow_on_done_cb, f);
  items = hall_production_load_finish (f->session, flow_wait_for (f), NULL);
  dialog = hall_batch_dialog_new (f->session, HALL_BATCH_CERTIFICATES, items, order->number);
  gtk_window_present (GTK_WINDOW (dialog));
  shoot (dialog, "batch-one");
  gtk_widget_destroy (dialog);
  dialog = hall_batch_dialog_new (f->session, HALL_BATCH_SHIPMENTS, items, NULL);
  hall_batch_dialog_take (HALL_BATCH_DIALOG (dialog), bytes);
  gtk_window_present (GTK_WINDOW (dialog));
  shoot (dialog, "batch-import");
  gtk_widget_destroy (dialog);
}

int
main (int argc, char **argv)
{
  static void (*const all[]) (Flow * f, gconstpointer data) = { shoot_cashier, shoot_import,
                                                                shoot_producer, shoot_batch };

  folder = argc > 1 ? argv[1] : ".";
  argc = 1;
  desk_test_init (&argc, &argv);
  bindtextdomain ("certhall", g_getenv ("HALL_LOCALE_DIR"));
  bind_textdomain_codeset ("certhall", "UTF-8");
  textdomain ("certhall");
  if (g_strcmp0 (g_getenv ("LANGUAGE"), "zh_CN") == 0)
    hall_app_set_lang (HALL_LANG_ZH_CN);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *name = g_strdup_printf ("/money-shots/%" G_GSIZE_FORMAT, i);

      g_test_add (name, Flow, NULL, desk_set_up, all[i], desk_tear_down);
    }
  return g_test_run ();
}
