/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-statement-list.h"

#include <glib/gi18n.h>
#include <handy.h>

#include "hall-busy-button.h"
#include "hall-client-money.h"
#include "hall-empty.h"
#include "hall-notice.h"
#include "hall-statement-row.h"
#include "hall-ui.h"

struct _HallStatementList
{
  GtkBox parent_instance;

  GtkBox *notice_box;
  GtkStack *stack; /* "wait", "empty" or "list" */
  GtkBox *empty_box;
  GtkListBox *list;
  GtkBox *more_box;

  HallNotice *notice;   /* in @notice_box */
  HallBusyButton *more; /* in @more_box */

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
show_state (HallStatementList *self)
{
  gboolean any = gtk_list_box_get_row_at_index (self->list, 0) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->more_box), self->next != 0);
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
}

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
    hall_notice_show_error (self->notice, error);
  hall_statement_list_load (self);
}

static void
on_row_aside_cb (HallStatementRow *row, HallStatementList *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (row), FALSE);
  hall_notice_clear (self->notice);
  hall_client_set_line_aside_async (hall_session_get_client (self->session),
                                    hall_statement_row_get_id (row), TRUE, self->cancellable,
                                    on_aside_cb, g_object_ref (self));
}

static void
add_rows (HallStatementList *self, const HallStatementPage *page)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      GtkWidget *row = hall_statement_row_new (g_ptr_array_index (page->items, i), NULL);

      g_signal_connect_object (row, "use", G_CALLBACK (on_row_use_cb), self, 0);
      g_signal_connect_object (row, "aside", G_CALLBACK (on_row_aside_cb), self, 0);
      gtk_container_add (GTK_CONTAINER (self->list), row);
    }
}

static void
on_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallStatementList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallStatementPage) page =
      hall_client_list_statement_finish (HALL_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_busy_button_set_busy (self->more, FALSE);
  if (page == NULL)
    {
      hall_notice_show_error (self->notice, error);
      show_state (self);
      return;
    }
  if (self->next == 0)
    hall_ui_clear (GTK_CONTAINER (self->list));
  add_rows (self, page);
  self->next = page->next;
  show_state (self);
}

static void
load_page (HallStatementList *self)
{
  hall_client_list_statement_async (hall_session_get_client (self->session), NULL, self->next,
                                    self->cancellable, on_page_cb, g_object_ref (self));
}

static void
on_more_clicked_cb (HallStatementList *self)
{
  hall_busy_button_set_busy (self->more, TRUE);
  load_page (self);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_statement_list_dispose;
  signals[OPEN] = g_signal_new ("open", HALL_TYPE_STATEMENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (HDY_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-statement-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HallStatementList, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallStatementList, stack);
  gtk_widget_class_bind_template_child (widget_class, HallStatementList, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallStatementList, list);
  gtk_widget_class_bind_template_child (widget_class, HallStatementList, more_box);
}

static void
hall_statement_list_init (HallStatementList *self)
{
  GtkWidget *empty;

  gtk_widget_init_template (GTK_WIDGET (self));
  empty = hall_empty_new ("object-select-symbolic", _ ("Nothing is left over"),
                          _ ("Transfers of imported statements stand here until they are used for "
                             "an order or set aside."),
                          NULL);
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->more = HALL_BUSY_BUTTON (hall_busy_button_new (_ ("Show more")));
  gtk_widget_show (GTK_WIDGET (self->more));
  gtk_box_pack_start (self->empty_box, empty, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_container_add (GTK_CONTAINER (self->more_box), GTK_WIDGET (self->more));
  hall_ui_set_accessible_name (GTK_WIDGET (self->list), _ ("Bank statement"));
  hall_ui_tab_through_rows (self->list);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (on_more_clicked_cb), self);
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
  hall_notice_clear (self->notice);
  hall_ui_clear (GTK_CONTAINER (self->list));
  gtk_stack_set_visible_child_name (self->stack, "wait");
}
