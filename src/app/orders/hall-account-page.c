/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The organisation's account, filled in again after a bank proof that failed. What is right and
 * wrong, the draft says.
 */
#include "hall-account-page.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-busy-button.h"
#include "hall-draft.h"
#include "hall-error.h"
#include "hall-field-group.h"
#include "hall-notice.h"

struct _HallAccountPage
{
  GtkBox parent_instance;

  GtkLabel *why;
  GtkBox *group_box;
  GtkBox *notice_box;
  GtkBox *button_box;

  HallNotice *notice;    /* in @notice_box */
  HallBusyButton *send;  /* in @button_box */
  HallFieldGroup *group; /* (nullable): in @group_box, once the draft is there */
  HallDraft *draft;      /* (nullable) */
  HallSession *session;
  char *number;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HallAccountPage, hall_account_page, GTK_TYPE_BOX)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_finding (HallAccountPage *self, const char *field_id)
{
  hall_field_group_show_finding (self->group, field_id,
                                 hall_draft_get_finding (self->draft, field_id));
}

static void
on_field_changed_cb (HallAccountPage *self, const char *field_id)
{
  HallFieldRow *row = hall_field_group_get_row (self->group, field_id);
  const char *value = hall_draft_get_value (self->draft, field_id);

  if (row == NULL)
    return;
  if (gtk_container_get_focus_child (GTK_CONTAINER (row)) == NULL)
    hall_field_row_set_value (row, value);
  hall_field_row_set_locked (row, hall_draft_is_editable (self->draft, field_id)
                                      ? NULL
                                      : _ ("It cannot be changed now."));
  show_finding (self, field_id);
}

/* A row is left, too, when the page is closed: there is no draft any more. */
static void
on_row_changed_cb (HallFieldGroup *group, HallFieldRow *row, HallAccountPage *self)
{
  if (self->draft == NULL)
    return;
  hall_draft_set_value (self->draft, hall_field_row_get_field (row)->id,
                        hall_field_row_get_value (row));
}

static void
on_row_left_cb (HallFieldGroup *group, HallFieldRow *row, HallAccountPage *self)
{
  if (self->draft == NULL)
    return;
  on_row_changed_cb (group, row, self);
  show_finding (self, hall_field_row_get_field (row)->id);
}

static void
on_row_confirmed_cb (HallFieldGroup *group, HallFieldRow *row, HallAccountPage *self)
{
  hall_draft_set_confirmed (self->draft, hall_field_row_get_field (row)->id,
                            hall_field_row_is_confirmed (row));
}

/* Whatever happened to the order meanwhile, the account is no longer asked for. */
static void
on_draft_changed_cb (HallAccountPage *self)
{
  if (!hall_order_can (hall_draft_get_order (self->draft), HALL_ACTION_FIN_AUTH)
      && !hall_busy_button_is_busy (self->send))
    g_signal_emit (self, signals[DONE], 0);
}

static void
show_why (HallAccountPage *self)
{
  const HallOrder *order = hall_draft_get_order (self->draft);
  HallReason reason =
      order->bank_reason != NULL ? hall_reason_from_code (order->bank_reason) : HALL_N_REASONS;

  if (reason != HALL_N_REASONS)
    gtk_label_set_text (self->why, hall_reason_get_label (reason, hall_app_lang ()));
}

/* (nullable) */
static const HallSection *
find_section (HallAccountPage *self)
{
  HallCatalog *catalog = hall_draft_get_catalog (self->draft);

  for (guint i = 0; i < catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, i);

      if (section->subject == HALL_SECTION_ACCOUNT)
        return section;
    }
  return NULL;
}

static void on_send_clicked_cb (HallAccountPage *self);

static void
show_form (HallAccountPage *self, const HallSection *section)
{
  GtkWidget *group = hall_field_group_new (section);
  HallFieldRow *first = NULL;

  self->group = HALL_FIELD_GROUP (group);
  hall_field_group_show_application (self->group, hall_draft_get_application (self->draft));
  hall_field_group_show_findings (self->group, hall_draft_get_findings (self->draft));
  gtk_container_add (GTK_CONTAINER (self->group_box), group);
  g_signal_connect (group, "changed", G_CALLBACK (on_row_changed_cb), self);
  g_signal_connect (group, "left", G_CALLBACK (on_row_left_cb), self);
  g_signal_connect (group, "confirmed", G_CALLBACK (on_row_confirmed_cb), self);
  g_signal_connect_swapped (group, "entered", G_CALLBACK (on_send_clicked_cb), self);
  g_signal_connect_object (self->draft, "field-changed", G_CALLBACK (on_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (on_draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->send), TRUE);
  first = g_ptr_array_index (hall_field_group_get_rows (self->group), 0);
  hall_field_row_focus (first);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallAccountPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDraft) draft = hall_draft_open_finish (HALL_SESSION (source), result, &error);
  const HallSection *section;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (draft == NULL)
    {
      hall_notice_show (self->notice, HALL_WRONG, error->message, _ ("Try again"));
      return;
    }
  self->draft = g_steal_pointer (&draft);
  section = find_section (self);
  show_why (self);
  if (section != NULL)
    show_form (self, section);
}

static void
open_draft (HallAccountPage *self)
{
  hall_notice_clear (self->notice);
  hall_draft_open_async (self->session, self->number, self->cancellable, on_opened_cb,
                         g_object_ref (self));
}

/* TRUE if nothing is left to be mended. */
static gboolean
check (HallAccountPage *self)
{
  HallFieldRow *trouble;

  hall_field_group_show_findings (self->group, hall_draft_get_findings (self->draft));
  hall_field_group_reveal_findings (self->group);
  trouble = hall_field_group_find_trouble (self->group);
  if (trouble == NULL)
    return TRUE;
  hall_field_row_focus (trouble);
  return FALSE;
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallAccountPage) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_draft_send_finish (HALL_DRAFT (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  hall_busy_button_set_busy (self->send, FALSE);
  if (error == NULL)
    g_signal_emit (self, signals[DONE], 0);
  else if (check (self))
    hall_notice_show_error (self->notice, error);
}

static void
on_send_clicked_cb (HallAccountPage *self)
{
  if (self->draft == NULL || hall_busy_button_is_busy (self->send) || !check (self))
    return;
  hall_notice_clear (self->notice);
  hall_busy_button_set_busy (self->send, TRUE);
  hall_draft_send_async (self->draft, HALL_EVENT_RESUBMIT_ACCOUNT, NULL, self->cancellable,
                         on_sent_cb, g_object_ref (self));
}

static void
on_back_clicked_cb (GtkButton *button, HallAccountPage *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
hall_account_page_dispose (GObject *object)
{
  HallAccountPage *self = HALL_ACCOUNT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_account_page_parent_class)->dispose (object);
}

static void
hall_account_page_finalize (GObject *object)
{
  HallAccountPage *self = HALL_ACCOUNT_PAGE (object);

  g_object_unref (self->cancellable);
  g_free (self->number);
  G_OBJECT_CLASS (hall_account_page_parent_class)->finalize (object);
}

static void
hall_account_page_class_init (HallAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_account_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_account_page_finalize;
  signals[DONE] = g_signal_new ("done", HALL_TYPE_ACCOUNT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HallAccountPage, why);
  gtk_widget_class_bind_template_child (widget_class, HallAccountPage, group_box);
  gtk_widget_class_bind_template_child (widget_class, HallAccountPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallAccountPage, button_box);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked_cb);
}

static void
hall_account_page_init (HallAccountPage *self)
{
  GtkWidget *notice = hall_notice_new ();
  GtkWidget *send =
      hall_busy_button_new (hall_action_get_label (HALL_ACTION_RESUBMIT, hall_app_lang ()));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->notice = HALL_NOTICE (notice);
  self->send = HALL_BUSY_BUTTON (send);
  hall_busy_button_make_primary (self->send);
  gtk_widget_set_sensitive (send, FALSE);
  gtk_container_add (GTK_CONTAINER (self->notice_box), notice);
  gtk_container_add (GTK_CONTAINER (self->button_box), send);
  g_signal_connect_swapped (notice, "answered", G_CALLBACK (open_draft), self);
  g_signal_connect_swapped (send, "clicked", G_CALLBACK (on_send_clicked_cb), self);
}

GtkWidget *
hall_account_page_new (HallSession *session, const char *number)
{
  HallAccountPage *self = g_object_new (HALL_TYPE_ACCOUNT_PAGE, NULL);

  self->session = g_object_ref (session);
  self->number = g_strdup (number);
  open_draft (self);
  return GTK_WIDGET (self);
}
