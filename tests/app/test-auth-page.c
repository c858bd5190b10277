/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page where the handler is verified.
 */
#include "hall-app-lang.h"
#include "hall-auth-page.h"
#include "page-fixture.h"

static gboolean
has_link (gpointer draft)
{
  return hall_draft_get_order (draft)->auth != NULL;
}

static gboolean
can_go_on (gpointer page)
{
  return hall_wizard_page_get_next_label (page) != NULL;
}

static void
set_auth (Page *page, HallSubstate value)
{
  page->order->sub[HALL_SUBSTATE_AUTH] = value;
  fake_hall_touch (page->hall, page->order);
}

/* A code is there without asking, and goes as soon as the phone is done. */
static void
test_phone (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_AWAITING_HANDLER_AUTH);
  page_open (&page, hall_auth_page_new);
  app_test_wait (has_link, page.draft);
  page_wait_says (&page, "left");
  g_assert_null (hall_wizard_page_get_next_label (page.page));
  g_assert_nonnull (app_test_find (GTK_WIDGET (page.page), "Open on this computer"));
  page.order->state = HALL_STATE_AWAITING_PAYMENT;
  g_clear_pointer (&page.order->auth, hall_auth_link_free);
  set_auth (&page, HALL_AUTH_PASSED);
  app_test_wait (can_go_on, page.page);
  g_assert_true (app_test_says (GTK_WIDGET (page.page), "The handler is verified"));
  g_assert_true (page_next (&page));
  page_tear_down (&page);
}

static void
test_failed (void)
{
  Page page = { 0 };
  guint made;

  page_set_up (&page, HALL_STATE_AWAITING_HANDLER_AUTH);
  page_open (&page, hall_auth_page_new);
  app_test_wait (has_link, page.draft);
  page_wait_says (&page, "left");
  g_clear_pointer (&page.order->auth, hall_auth_link_free);
  set_auth (&page, HALL_AUTH_FAILED);
  page_wait_says (&page, "broken off");
  made = fake_hall_count (page.hall, "POST", "/v1/orders/");
  page_click (&page, "New code");
  app_test_wait (has_link, page.draft);
  g_assert_cmpuint (fake_hall_count (page.hall, "POST", "/v1/orders/"), ==, made + 1);
  page_tear_down (&page);
}

static void
write_note (Page *page, const char *text)
{
  GtkWidget *note = app_test_find_type (GTK_WIDGET (page->page), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), text, -1);
}

/* Who does not want a face check asks for another way, with a reason; and can come back. */
static void
test_other_way (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_AWAITING_HANDLER_AUTH);
  page_open (&page, hall_auth_page_new);
  app_test_wait (has_link, page.draft);
  page_click (&page, "Be verified another way");
  write_note (&page, "   ");
  page_click (&page, "Ask for another way");
  g_assert_cmpuint (fake_hall_count (page.hall, "PUT", "/v1/orders/"), ==, 0);
  page_wait_says (&page, "Please write a sentence");
  write_note (&page, "摄像头坏了");
  page_click (&page, "Ask for another way");
  page_wait_says (&page, "Another way was asked for");
  g_assert_cmpint (page.order->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_ALTERNATIVE);
  page_click (&page, "Use the phone after all");
  page_wait_says (&page, "Scan with WeChat");
  g_assert_cmpint (page.order->sub[HALL_SUBSTATE_AUTH], ==, HALL_AUTH_PENDING);
  page_tear_down (&page);
}

static void
test_refused (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_AWAITING_HANDLER_AUTH);
  page_open (&page, hall_auth_page_new);
  app_test_wait (has_link, page.draft);
  fake_hall_set_mood (page.hall, FAKE_GATEWAY, G_MAXUINT);
  page_click (&page, "New code");
  page_wait_says (&page, "expired");
  fake_hall_set_mood (page.hall, FAKE_NORMAL, 0);
  page_tear_down (&page);
}

static void
test_closed (void)
{
  Page page = { 0 };

  page_set_up (&page, HALL_STATE_AWAITING_HANDLER_AUTH);
  page_open (&page, hall_auth_page_new);
  app_test_wait (has_link, page.draft);
  fake_hall_set_mood (page.hall, FAKE_HANG, G_MAXUINT);
  page_click (&page, "New code");
  page_tear_down (&page);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  hall_app_set_lang (HALL_LANG_EN);
  g_test_add_func ("/auth-page/phone", test_phone);
  g_test_add_func ("/auth-page/failed", test_failed);
  g_test_add_func ("/auth-page/other-way", test_other_way);
  g_test_add_func ("/auth-page/refused", test_refused);
  g_test_add_func ("/auth-page/closed", test_closed);
  return g_test_run ();
}
