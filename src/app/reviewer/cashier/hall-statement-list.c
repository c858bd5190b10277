/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statement-list.h"

#include <glib/gi18n.h>

#include "hall-client-money.h"
#include "hall-money-list.h"
#include "hall-statement-row.h"

struct _HallStatementList
{
  GtkBox parent_instance;

  HallMoneyList *list;

  HallSession *session;
  GCancellable *cancellable; /* (nullable): of what is loaded and sent */
  gint64 next;               /* to go on behind; 0: there is no more */
};

G_DEFINE_FINAL_TYPE (HallStatementList, hall_statement_list, GTK_TYPE_BOX)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_use_cb (HallStatementRow *row, HallStatementList *self)
{
  g_signal_emit (self, signals[OPEN], 0, hall_statement_row_get_best (row));
}

static void
on_aside_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStatementList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStatementItem) item =
      hall_client_set_line_aside_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (item == NULL)
    hall_notice_show_error (hall_money_list_get_notice (self->list), error);
  hall_statement_list_load (self);
}

static void
on_row_aside_cb (HallStatementRow *row, HallStatementList *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  hall_notice_clear (hall_money_list_get_notice (self->list));
  hall_client_set_line_aside_async (hall_session_get_client (self->session),
                                    hall_statement_row_get_id (row), TRUE, self->cancellable,
                                    on_aside_cb, g_object_ref (self));
}

static GPtrArray *
make_rows (HallStatementList *self, const HallStatementPage *page)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < page->items->len; i++)
    {
      GtkWidget *row = hall_statement_row_new (g_ptr_array_index (page->items, i), NULL);

      g_signal_connect_object (row, "use", G_CALLBACK (on_row_use_cb), self, 0);
      g_signal_connect_object (row, "aside", G_CALLBACK (on_row_aside_cb), self, 0);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStatementList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStatementPage) page =
      hall_client_list_statement_finish (HALL_CLIENT (source), result, &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page == NULL)
    {
      hall_money_list_fail (self->list, error);
      return;
    }
  rows = make_rows (self, page);
  hall_money_list_take (self->list, rows, self->next == 0, page->next != 0);
  self->next = page->next;
}

static void
load_page (HallStatementList *self)
{
  hall_client_list_statement_async (hall_session_get_client (self->session), NULL, self->next,
                                    self->cancellable, on_page_cb, g_object_ref (self));
}

static void
hall_statement_list_dispose (GObject *object)
{
  HallStatementList *self = HALL_STATEMENT_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_statement_list_parent_class)->dispose (object);
}

static void
hall_statement_list_class_init (HallStatementListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_statement_list_dispose;
  signals[OPEN] = g_signal_new ("open", HALL_TYPE_STATEMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hall_statement_list_init (HallStatementList *self)
{
  GtkWidget *list =
      hall_money_list_new (_ ("Bank statement"), _ ("Nothing is left over"),
                           _ ("Transfers of imported statements stand here until they are used for "
                              "an order or set aside."));

  self->list = HALL_MONEY_LIST (list);
  gtk_box_pack_start (GTK_BOX (self), list, TRUE, TRUE, 0);
  gtk_widget_show (GTK_WIDGET (self));
  g_signal_connect_object (list, "more", G_CALLBACK (load_page), self, G_CONNECT_SWAPPED);
}

GtkWidget *
hall_statement_list_new (HallSession *session)
{
  HallStatementList *self = g_object_new (HALL_TYPE_STATEMENT_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
hall_statement_list_load (HallStatementList *self)
{
  g_return_if_fail (HALL_IS_STATEMENT_LIST (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->next = 0;
  load_page (self);
}

void
hall_statement_list_forget (HallStatementList *self)
{
  g_return_if_fail (HALL_IS_STATEMENT_LIST (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->next = 0;
  hall_money_list_clear (self->list);
}
