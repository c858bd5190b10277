/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paying by transfer.
 */
#include "hall-transfer-box.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-fact-row.h"
#include "hall-document-slot.h"
#include "hall-file-check.h"
#include "hall-money.h"
#include "hall-ui.h"

struct _HallTransferBox
{
  GtkBox parent_instance;

  GtkLabel *text;
  GtkListBox *payee_list;
  GtkBox *voucher_box;

  HallDocumentSlot *slot; /* (nullable): in @voucher_box */
};

G_DEFINE_FINAL_TYPE (HallTransferBox, hall_transfer_box, GTK_TYPE_BOX)

static void
hall_transfer_box_class_init (HallTransferBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-transfer-box.ui");
  gtk_widget_class_bind_template_child (widget_class, HallTransferBox, text);
  gtk_widget_class_bind_template_child (widget_class, HallTransferBox, payee_list);
  gtk_widget_class_bind_template_child (widget_class, HallTransferBox, voucher_box);
}

static void
hall_transfer_box_init (HallTransferBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @copied: (nullable): @value without what only helps reading, if there is any */
static void
add_row (HallTransferBox *self, const char *label, const char *value, const char *copied)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = hall_fact_row_new (label, value);
  hall_fact_row_set_copy (HALL_FACT_ROW (row), copied != NULL ? copied : value);
  gtk_container_add (GTK_CONTAINER (self->payee_list), row);
}

/* (transfer full): the number as it is copied, whatever the hall writes between */
static char *
strip_blanks (const char *number)
{
  g_auto (GStrv) parts = g_strsplit (number != NULL ? number : "", " ", -1);

  return g_strjoinv (NULL, parts);
}

/* "7559 1234 5678" */
static char *
group_digits (const char *number)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; number != NULL && number[i] != '\0'; i++)
    {
      if (i > 0 && i % 4 == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, number[i]);
    }
  return g_string_free (text, FALSE);
}

static void
add_rows (HallTransferBox *self, const HallOrder *order, const HallPayee *payee)
{
  g_autofree char *digits = strip_blanks (payee->account_number);
  g_autofree char *account = group_digits (digits);
  g_autofree char *amount = hall_money_format (order->amount_fen);
  g_autofree char *yuan = g_strdup_printf ("¥ %s", amount);
  g_autofree char *number = hall_order_format_number (order->number);

  add_row (self, _ ("Payee"), payee->account_name, NULL);
  add_row (self, _ ("Bank"), payee->bank, NULL);
  add_row (self, _ ("Account"), account, digits);
  add_row (self, _ ("Amount"), yuan, amount);
  add_row (self, _ ("Remark"), number, order->number);
}

static const char *
get_organisation (HallDraft *draft)
{
  return hall_application_get_role (hall_draft_get_application (draft),
                                    hall_draft_get_catalog (draft),
                                    HALL_FIELD_ROLE_ORGANISATION_NAME);
}

GtkWidget *
hall_transfer_box_new (HallFrame *frame, HallDraft *draft)
{
  HallTransferBox *self = g_object_new (HALL_TYPE_TRANSFER_BOX, NULL);
  const HallOrder *order = hall_draft_get_order (draft);
  const HallInfo *info = hall_session_get_info (hall_draft_get_session (draft));
  HallUploads *uploads = hall_draft_get_uploads (draft);
  HallUpload *upload = hall_uploads_find_kind (uploads, HALL_DOCUMENT_VOUCHER);
  /* Translators: %s is the name of the applying organisation */
  g_autofree char *text =
      g_strdup_printf (_ ("Transfer from the corporate account of %s: it proves the account too. "
                          "Write the order number into the remark."),
                       get_organisation (draft));

  gtk_label_set_text (self->text, text);
  if (info != NULL)
    add_rows (self, order, &info->payee);
  hall_uploads_set_inspect (uploads, hall_file_check, NULL, NULL);
  if (upload != NULL)
    {
      GtkWidget *slot = hall_document_slot_new (frame, draft, upload);

      self->slot = HALL_DOCUMENT_SLOT (slot);
      gtk_container_add (GTK_CONTAINER (self->voucher_box), slot);
    }
  return GTK_WIDGET (self);
}

gboolean
hall_transfer_box_check (HallTransferBox *self)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *missing = NULL;
  gboolean busy;

  g_return_val_if_fail (HALL_IS_TRANSFER_BOX (self), FALSE);

  if (self->slot == NULL)
    return TRUE;
  busy = hall_document_slot_is_busy (self->slot);
  if (!busy && !hall_upload_wants_file (hall_document_slot_get_upload (self->slot)))
    return TRUE;
  hall_issue_set (&issue, HALL_ISSUE_DOCUMENT_MISSING, NULL, NULL);
  missing = hall_issue_format (&issue, hall_app_lang ());
  hall_document_slot_show_problem (self->slot,
                                   busy ? _ (
                                       "A document is still on its way. Go on when it is there.")
                                        : missing);
  hall_document_slot_focus (self->slot);
  return FALSE;
}
