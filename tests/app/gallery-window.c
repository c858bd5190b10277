/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The applicant's window in each of its places, at a hall with orders in every state: a picture
 * of each. LANG and GTK_THEME choose how it looks, as for any program.
 *
 *   gallery-window --shots FOLDER [--size 1024x700] [--dark]
 */
#include <glib/gi18n.h>
#include <handy.h>
#include <locale.h>

#include "flow-fixture.h"
#include "hall-app-lang.h"
#include "hall-form-sheet.h"
#include "hall-orders-view.h"
#include "hall-paper-window.h"
#include "hall-sign-in-page.h"
#include "sample.h"
#include "window-fixture.h"

static char *shots;
static char *size;
static gboolean dark;

static GOptionEntry options[] = {
  { "shots", 0, 0, G_OPTION_ARG_FILENAME, &shots, "Write a picture of each place", "FOLDER" },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the window", "1024x700" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Light on dark", NULL },
  { NULL },
};

static void
shoot (Window *w, const char *name)
{
  app_test_shoot (w->window, shots, name);
}

static void
shoot_paper (Window *w, const char *name)
{
  g_autoptr (GList) windows = NULL;

  g_signal_emit_by_name (app_test_find_type (w->window, g_type_from_name ("HallOrderDocuments")),
                         "view", "application_form");
  fake_pass_ms (900);
  windows = gtk_window_list_toplevels ();
  for (GList *window = windows; window != NULL; window = window->next)
    if (HALL_IS_PAPER_WINDOW (window->data))
      {
        app_test_shoot (window->data, shots, name);
        gtk_widget_destroy (window->data);
      }
}

static GBytes *
print_form (Window *w, HallOrder *order)
{
  g_autofree char *sha256 = hall_application_hash_printed (order->application, w->hall->catalog);
  HallSheetInfo info = sample_info (sha256);

  return hall_form_sheet_print (w->hall->catalog, order->application, &info, NULL, NULL);
}

static void
add_document (Window *w, HallOrder *order, const char *slot)
{
  HallDocument *document = hall_document_new (slot);
  GBytes *form = print_form (w, order);

  document->file_name = g_strdup ("scan.pdf");
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_strnfill (64, 'a');
  document->bytes = (gint64) g_bytes_get_size (form);
  document->pages = 1;
  document->revision = 1;
  document->current = TRUE;
  g_ptr_array_add (order->documents, document);
  g_hash_table_insert (w->hall->files, g_strconcat (order->number, "/", slot, NULL), form);
}

static void
complete (Window *w, HallOrder *order)
{
  add_document (w, order, "application_form");
  add_document (w, order, "business_licence");
  order->channel = HALL_PAY_WECHAT;
  order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_PAID;
  order->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PASSED;
  order->deadline_s = order->created_s + 3 * 24 * 3600;
  order->pin = hall_pin_rule (HALL_PAY_WECHAT, FALSE, HALL_FIN_AUTH_REMARK_IS_PIN);
}

static HallOrder *
add_returned (Window *w)
{
  HallOrder *order = window_add_order (w, HALL_STATE_REJECTED);

  complete (w, order);
  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_F02, "application_form", NULL));
  g_ptr_array_add (order->returns, hall_return_new (HALL_REASON_X99, "organisation.address",
                                                    "地址与营业执照不一致。"));
  return order;
}

static HallOrder *
add_bank_failed (Window *w)
{
  HallOrder *order = window_add_order (w, HALL_STATE_FIN_AUTH_FAILED);

  complete (w, order);
  order->bank_reason = g_strdup ("B01");
  order->account_tries_left = 2;
  order->sub[HALL_SUBSTATE_FIN_AUTH] = HALL_FIN_AUTH_FAILED;
  return order;
}

static HallOrder *
add_shipped (Window *w)
{
  HallOrder *order = window_add_order (w, HALL_STATE_SHIPPED);

  complete (w, order);
  order->courier = g_strdup ("顺丰速运");
  order->tracking_number = g_strdup ("SF1234567890123");
  order->pin_sent_s = order->created_s;
  order->deadline_s = 0;
  return order;
}

static void
show_order (Window *w, HallOrder *order, const char *name)
{
  hall_window_show_order (HALL_WINDOW (w->window), order->number);
  fake_pass_ms (900);
  shoot (w, name);
}

static void
scroll_down (Window *w, const char *name)
{
  GtkWidget *detail = app_test_find_type (w->window, g_type_from_name ("HallOrderDetail"));
  GtkWidget *scroller = app_test_find_type (detail, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_page_size (adjustment) - 60);
  fake_pass_ms (300);
  shoot (w, name);
}

static void
tour_before_signing_in (Window *w)
{
  GtkWidget *page = app_test_find_type (w->window, HALL_TYPE_SIGN_IN_PAGE);

  fake_pass_ms (500);
  shoot (w, "welcome");
  hall_window_connect (HALL_WINDOW (w->window), "nothing here");
  fake_pass_ms (500);
  shoot (w, "welcome-wrong");
  window_connect (w);
  fake_pass_ms (500);
  shoot (w, "sign-in");
  g_signal_emit_by_name (app_test_find_type (page, g_type_from_name ("HallSignInForm")),
                         "register");
  fake_pass_ms (500);
  shoot (w, "register");
}

static void
tour_orders (Window *w)
{
  HallOrder *returned, *failed, *shipped;

  hall_window_show_view (HALL_WINDOW (w->window), HALL_VIEW_ORDERS);
  fake_pass_ms (500);
  shoot (w, "orders-none");
  shipped = add_shipped (w);
  window_add_order (w, HALL_STATE_COMPLETED);
  window_add_order (w, HALL_STATE_UNDER_REVIEW);
  failed = add_bank_failed (w);
  returned = add_returned (w);
  window_add_order (w, HALL_STATE_AWAITING_PAYMENT);
  window_add_order (w, HALL_STATE_DRAFT);
  fake_pass_ms (1200);
  shoot (w, "orders");
  show_order (w, shipped, "order-shipped");
  scroll_down (w, "order-shipped-down");
  shoot_paper (w, "paper");
  window_press (w, hall_action_get_label (HALL_ACTION_VIEW, hall_app_lang ()));
  fake_pass_ms (500);
  shoot (w, "order-data");
  show_order (w, failed, "order-bank-failed");
  g_signal_emit_by_name (app_test_find_type (w->window, g_type_from_name ("HallOrderDetail")),
                         "account");
  fake_pass_ms (900);
  shoot (w, "account");
  show_order (w, returned, "order-returned");
}

static void
tour_rest (Window *w)
{
  GtkWidget *flap = app_test_find_type (w->window, HDY_TYPE_FLAP);

  hall_window_show_view (HALL_WINDOW (w->window), HALL_VIEW_HELP);
  fake_pass_ms (700);
  shoot (w, "help");
  hdy_flap_set_reveal_flap (HDY_FLAP (flap), TRUE);
  fake_pass_ms (700);
  shoot (w, "phone-none");
  fake_hall_add_message (w->hall, "【练习营业厅】验证码 493027，5分钟内有效。");
  fake_pass_ms (900);
  shoot (w, "phone");
  hdy_flap_set_reveal_flap (HDY_FLAP (flap), FALSE);
  fake_hall_stop (w->hall);
  fake_pass_ms (3000);
  shoot (w, "offline");
}

static void
tour (Window *w, gconstpointer data)
{
  int width = 1024, height = 700;

  if (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2)
    g_printerr ("a size looks like 1024x700\n");
  gtk_window_resize (GTK_WINDOW (w->window), width, height);
  w->hall->wait_ms = 300;
  tour_before_signing_in (w);
  window_sign_in (w);
  tour_orders (w);
  tour_rest (w);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = flow_make_data_folder ();
  Window w = { 0 };

  setlocale (LC_ALL, "");
  bindtextdomain ("certhall", g_getenv ("HALL_LOCALE_DIR"));
  bind_textdomain_codeset ("certhall", "UTF-8");
  textdomain ("certhall");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (shots == NULL)
    shots = g_strdup (".");
  app_test_init (&argc, &argv);
  if (dark)
    hdy_style_manager_set_color_scheme (hdy_style_manager_get_default (),
                                        HDY_COLOR_SCHEME_FORCE_DARK);
  window_set_up (&w, NULL);
  tour (&w, NULL);
  window_tear_down (&w, NULL);
  flow_remove_folder (folder);
  return 0;
}
