/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The documents of an order to look at.
 */
#include "hall-order-documents.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-client-document.h"
#include "hall-document-card.h"
#include "hall-ui.h"

struct _HallOrderDocuments
{
  GtkBox parent_instance;

  GtkBox *cards;

  HallSession *session;
  HallCatalog *catalog;      /* (nullable): what the cards are of */
  char *shown;               /* (nullable): which documents, as one text */
  GCancellable *cancellable; /* (nullable): of fetching those */
};

G_DEFINE_FINAL_TYPE (HallOrderDocuments, hall_order_documents, GTK_TYPE_BOX)

enum
{
  VIEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_view_cb (HallDocumentCard *card, HallOrderDocuments *self)
{
  g_signal_emit (self, signals[VIEW], 0, hall_document_card_get_requirement (card)->slot);
}

/* Without the picture everything else can still be read. */
static void
on_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDocumentCard) card = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hall_client_get_document_finish (HALL_CLIENT (source), result, &error);

  if (bytes != NULL)
    hall_document_card_set_content (card, bytes);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hall_document_card_add_mark (card, HALL_HINT, error->message);
}

static void
add_card (HallOrderDocuments *self, const HallOrder *order, const HallRequirement *requirement)
{
  const HallDocument *document = hall_order_find_document (order, requirement->slot);
  const HallReturn *item = hall_order_find_return (order, requirement->slot);
  GtkWidget *widget = hall_document_card_new (requirement);
  HallDocumentCard *card = HALL_DOCUMENT_CARD (widget);

  hall_document_card_show_file (card, document->file_name, document->bytes, document->pages);
  hall_document_card_set_findings (card, document->findings);
  if (!document->current)
    hall_document_card_add_mark (card, HALL_DOUBTFUL, _ ("Belongs to an older printout"));
  if (item != NULL && order->state == HALL_STATE_REJECTED)
    {
      g_autofree char *reason = hall_return_format (item, hall_app_lang ());

      hall_document_card_set_return (card, reason);
    }
  hall_document_card_set_locked (card, TRUE);
  g_signal_connect (card, "view", G_CALLBACK (on_view_cb), self);
  gtk_container_add (GTK_CONTAINER (self->cards), widget);
  hall_client_get_document_async (hall_session_get_client (self->session), order->number,
                                  requirement->slot, self->cancellable, on_fetched_cb,
                                  g_object_ref (card));
}

/* What the cards depend on. Returns: (transfer full) */
static char *
describe (const HallOrder *order)
{
  GString *text = g_string_new (hall_state_get_name (order->state));

  for (guint i = 0; i < order->documents->len; i++)
    {
      const HallDocument *document = g_ptr_array_index (order->documents, i);

      g_string_append_printf (text, " %s=%s,%d", document->slot, document->sha256,
                              document->current);
    }
  return g_string_free (text, FALSE);
}

static void
stop_fetching (HallOrderDocuments *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
hall_order_documents_dispose (GObject *object)
{
  HallOrderDocuments *self = HALL_ORDER_DOCUMENTS (object);

  stop_fetching (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_order_documents_parent_class)->dispose (object);
}

static void
hall_order_documents_finalize (GObject *object)
{
  HallOrderDocuments *self = HALL_ORDER_DOCUMENTS (object);

  g_clear_pointer (&self->catalog, hall_catalog_unref);
  g_free (self->shown);
  G_OBJECT_CLASS (hall_order_documents_parent_class)->finalize (object);
}

static void
hall_order_documents_class_init (HallOrderDocumentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_order_documents_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_order_documents_finalize;
  signals[VIEW] = g_signal_new ("view", HALL_TYPE_ORDER_DOCUMENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-order-documents.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrderDocuments, cards);
}

static void
hall_order_documents_init (HallOrderDocuments *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_order_documents_new (HallSession *session)
{
  HallOrderDocuments *self = g_object_new (HALL_TYPE_ORDER_DOCUMENTS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
hall_order_documents_show (HallOrderDocuments *self, const HallOrder *order, HallCatalog *catalog)
{
  g_autofree char *wanted = describe (order);
  guint n_cards = 0;

  g_return_if_fail (HALL_IS_ORDER_DOCUMENTS (self));

  if (self->catalog == catalog && g_strcmp0 (self->shown, wanted) == 0)
    return;
  stop_fetching (self);
  self->cancellable = g_cancellable_new ();
  hall_ui_clear (GTK_CONTAINER (self->cards));
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  self->catalog = hall_catalog_ref (catalog);
  g_free (self->shown);
  self->shown = g_steal_pointer (&wanted);
  for (guint i = 0; i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);

      if (hall_order_find_document (order, requirement->slot) == NULL)
        continue;
      add_card (self, order, requirement);
      n_cards++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_cards > 0);
}
