/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include "app-test.h"
#include "hall-action-dialog.h"
#include "hall-app-lang.h"
#include "hall-letter-dialog.h"

void
desk_test_init (int *argc, char ***argv)
{
  app_test_init (argc, argv);
  hall_app_set_lang (HALL_LANG_EN);
}

void
desk_set_up (Flow *f, gconstpointer data)
{
  flow_set_up (f, FLOW_STAFF);
}

void
desk_set_up_administrator (Flow *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  flow_set_up (f, FLOW_STAFF);
  hall_session_sign_out (f->session);
  hall_session_sign_in_async (f->session, FAKE_ADMINISTRATOR, FAKE_PASSWORD, FALSE, NULL,
                              flow_on_done_cb, f);
  hall_session_sign_in_finish (f->session, flow_wait_for (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
}

void
desk_tear_down (Flow *f, gconstpointer data)
{
  fake_pass_ms (100); /* cancelled calls let go of the session */
  flow_tear_down (f, data);
}

void
desk_act_as (Flow *f, guint actors)
{
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, f->hall->tokens);
  while (g_hash_table_iter_next (&iter, NULL, NULL))
    g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (actors));
}

static void
add_document (Flow *f, HallOrder *order, const char *slot)
{
  static const char text[] = "no picture at all";
  HallDocument *document = hall_document_new (slot);

  document->file_name = g_strconcat (slot, ".pdf", NULL);
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_strdup (slot);
  document->bytes = sizeof text;
  document->pages = 1;
  document->revision = 1;
  document->current = TRUE;
  g_ptr_array_add (order->documents, document);
  g_hash_table_insert (f->hall->files, g_strconcat (order->number, "/", slot, NULL),
                       g_bytes_new_static (text, sizeof text));
}

HallOrder *
desk_add_order (Flow *f)
{
  static const char *const captures[] = { "action-1", "id-emblem", "id-portrait", NULL };
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_UNDER_REVIEW);

  order->organisation = g_strdup ("深圳市测试样例科技有限公司");
  order->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PASSED;
  order->sub[HALL_SUBSTATE_PAYMENT] = HALL_PAYMENT_PAID;
  order->channel = HALL_PAY_WECHAT;
  order->captures = g_strdupv ((char **) captures);
  add_document (f, order, "application_form");
  add_document (f, order, "business_licence");
  add_document (f, order, "seal_capture_sheet");
  fake_hall_touch (f->hall, order);
  return order;
}

GtkWidget *
desk_find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (HALL_IS_ACTION_DIALOG (window->data) || HALL_IS_LETTER_DIALOG (window->data))
      return window->data;
  return NULL;
}

typedef struct
{
  const char *label;
  GtkWidget *found;
} ButtonSearch;

static void
find_button (GtkWidget *widget, gpointer data)
{
  ButtonSearch *wanted = data;

  if (wanted->found != NULL)
    return;
  if (GTK_IS_BUTTON (widget)
      && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), wanted->label) == 0
          || g_strcmp0 (atk_object_get_name (gtk_widget_get_accessible (widget)), wanted->label)
                 == 0))
    wanted->found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_button, data);
}

void
desk_press (GtkWidget *root, const char *name)
{
  ButtonSearch wanted = { .label = name };

  g_test_message ("pressing “%s”", name);
  find_button (root, &wanted);
  g_assert_nonnull (wanted.found);
  gtk_button_clicked (GTK_BUTTON (wanted.found));
  app_test_settle ();
}
