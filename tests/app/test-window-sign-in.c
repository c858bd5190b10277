/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages before anything else: choosing a hall, signing in, registering with a code that can
 * be asked for once a minute, a new password.
 */
#include "window-fixture.h"

#include "hall-account-form.h"
#include "hall-sign-in-form.h"
#include "hall-sign-in-page.h"

static gboolean
is_signed_in (gpointer data)
{
  return hall_session_get_identity (data) != NULL;
}

static gboolean
has_hall (gpointer data)
{
  return hall_session_get_info (data) != NULL;
}

static gboolean
is_visible (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

/* An entry that can be seen. */
static GtkEntry *
find_entry (GtkWidget *root, const char *name)
{
  GtkWidget *entry = window_find (root, GTK_TYPE_ENTRY, name);

  g_assert_nonnull (entry);
  return GTK_ENTRY (entry);
}

static void
type_into (GtkWidget *root, const char *name, const char *text)
{
  gtk_entry_set_text (find_entry (root, name), text);
}

static GtkWidget *
find_account_form (Window *w)
{
  GtkWidget *page = app_test_find_type (w->window, HALL_TYPE_SIGN_IN_PAGE);
  GtkWidget *form;

  app_test_settle ();
  form = app_test_find_type (page, HALL_TYPE_ACCOUNT_FORM);
  g_assert_nonnull (form);
  return form;
}

/* What is in view says it, also in the words of a button. */
static void
press (GtkWidget *root, const char *name)
{
  GtkWidget *button = window_find (root, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  gtk_button_clicked (GTK_BUTTON (button));
  app_test_settle ();
}

/* Nothing that could be a hall, then one. */
static void
test_welcome (Window *w, gconstpointer data)
{
  type_into (w->window, "Address of the hall", "nothing here");
  window_press (w, "Connect");
  window_wait_to_say (w, "nothing here");
  g_assert_null (hall_session_get_info (w->session));
  type_into (w->window, "Address of the hall", w->hall->address);
  app_test_key (GTK_WIDGET (find_entry (w->window, "Address of the hall")), GDK_KEY_Return);
  app_test_wait (has_hall, w->session);
  g_assert_cmpstr (hall_preferences_get_hall_address (hall_app_get_preferences (w->app)), ==,
                   w->hall->address);
}

/* A hall that never answers: after a while there is a way out, and it works. */
static void
test_welcome_cancelled (Window *w, gconstpointer data)
{
  GtkWidget *cancel;

  fake_hall_set_mood (w->hall, FAKE_HANG, G_MAXUINT);
  hall_window_connect (HALL_WINDOW (w->window), w->hall->address);
  cancel = window_find (w->window, GTK_TYPE_BUTTON, "Cancel");
  g_assert_false (gtk_widget_get_visible (cancel));
  app_test_wait (is_visible, cancel);
  window_press (w, "Cancel");
  app_test_wait (is_hidden, cancel);
  g_assert_true (gtk_widget_is_sensitive (window_find (w->window, GTK_TYPE_BUTTON, "Connect")));
}

/* The window is closed while it is on its way to a hall. */
static void
test_closed_on_the_way (Window *w, gconstpointer data)
{
  fake_hall_set_mood (w->hall, FAKE_HANG, G_MAXUINT);
  hall_window_connect (HALL_WINDOW (w->window), w->hall->address);
  fake_pass_ms (50);
}

static void
test_sign_in (Window *w, gconstpointer data)
{
  GtkWidget *form;

  window_connect (w);
  form = app_test_find_type (w->window, HALL_TYPE_SIGN_IN_FORM);
  type_into (form, "Mobile number", FAKE_MOBILE);
  type_into (form, "Password", "Wrong12345");
  press (form, "Sign in");
  fake_pass_ms (300);
  g_assert_false (is_signed_in (w->session));
  g_assert_cmpstr (gtk_entry_get_text (find_entry (form, "Mobile number")), ==, FAKE_MOBILE);
  type_into (form, "Password", FAKE_PASSWORD);
  app_test_key (GTK_WIDGET (find_entry (form, "Password")), GDK_KEY_Return);
  app_test_wait (is_signed_in, w->session);
  g_assert_cmpstr (gtk_entry_get_text (find_entry (form, "Password")), ==, "");
}

/* A number that is none is not sent anywhere; after a code the button counts down. */
static void
test_register (Window *w, gconstpointer data)
{
  GtkWidget *form;

  window_connect (w);
  window_press (w, "Register a new account");
  form = find_account_form (w);
  type_into (form, "Mobile number", "123");
  press (form, "Send the code");
  g_assert_cmpuint (fake_hall_count (w->hall, "POST", "/v1/sms-codes"), ==, 0);
  type_into (form, "Mobile number", FAKE_MOBILE);
  press (form, "Send the code");
  window_wait_to_say (w, "The code has been sent");
  g_assert_cmpuint (fake_hall_count (w->hall, "POST", "/v1/sms-codes"), ==, 1);
  window_wait_to_say (w, "Again in ");
  type_into (form, "Code", FAKE_SMS_CODE);
  type_into (form, "Password", "short");
  press (form, "Register");
  g_assert_cmpuint (fake_hall_count (w->hall, "POST", "/v1/accounts"), ==, 0);
  type_into (form, "Password", FAKE_PASSWORD);
  press (form, "Register");
  app_test_wait (is_signed_in, w->session);
}

/* What the hall finds wrong stands beside the row it is about. */
static void
test_wrong_code (Window *w, gconstpointer data)
{
  GtkWidget *form;

  window_connect (w);
  window_press (w, "Register a new account");
  form = find_account_form (w);
  type_into (form, "Mobile number", FAKE_MOBILE);
  type_into (form, "Code", "000000");
  type_into (form, "Password", FAKE_PASSWORD);
  press (form, "Register");
  window_wait_to_say (w, "验证码");
  g_assert_false (is_signed_in (w->session));
  g_assert_cmpstr (gtk_entry_get_text (find_entry (form, "Code")), ==, "000000");
}

/* The code of a message goes where it is asked for. */
static void
test_fill_code (Window *w, gconstpointer data)
{
  GtkWidget *page;

  window_connect (w);
  page = app_test_find_type (w->window, HALL_TYPE_SIGN_IN_PAGE);
  g_assert_false (hall_sign_in_page_fill_code (HALL_SIGN_IN_PAGE (page), FAKE_SMS_CODE));
  window_press (w, "Register a new account");
  g_assert_true (hall_sign_in_page_fill_code (HALL_SIGN_IN_PAGE (page), FAKE_SMS_CODE));
  g_assert_cmpstr (gtk_entry_get_text (find_entry (find_account_form (w), "Code")), ==,
                   FAKE_SMS_CODE);
  window_press (w, "Back to signing in");
}

int
main (int argc, char **argv)
{
  static const WindowTest tests[] = {
    { "/sign-in/welcome", test_welcome },
    { "/sign-in/welcome-cancelled", test_welcome_cancelled },
    { "/sign-in/closed-on-the-way", test_closed_on_the_way },
    { "/sign-in/sign-in", test_sign_in },
    { "/sign-in/register", test_register },
    { "/sign-in/wrong-code", test_wrong_code },
    { "/sign-in/fill-code", test_fill_code },
  };

  return window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
