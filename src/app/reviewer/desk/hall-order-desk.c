/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order on the desk.
 */
#include "hall-order-desk.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-checks-pane.h"
#include "hall-data-pane.h"
#include "hall-desk-claim.h"
#include "hall-desk-decision.h"
#include "hall-desk-header.h"
#include "hall-desk-look.h"
#include "hall-empty.h"
#include "hall-evidence-pane.h"
#include "hall-notes-pane.h"
#include "hall-notice.h"
#include "hall-order-watch.h"
#include "hall-return-list.h"
#include "hall-ui.h"

#define PIXELS_PER_POINT (96.0 / 72.0)

struct _HallOrderDesk
{
  GtkBox parent_instance;

  GtkStack *stack; /* "empty", "wait" or "order" */
  GtkBox *empty_box;
  GtkBox *header_box;
  GtkBox *notice_box;
  GtkBox *data_box;
  GtkBox *evidence_box;

  HallEmpty *empty;           /* in @empty_box */
  HallDeskHeader *header;     /* in @header_box */
  HallDeskClaim *claim;       /* in @header_box */
  HallNotice *notice;         /* in @notice_box */
  HallDataPane *data;         /* in @data_box */
  HallChecksPane *checks;     /* in @data */
  HallNotesPane *notes;       /* in @data */
  HallReturnList *returns;    /* in @data_box */
  HallVerdictBar *verdicts;   /* in @data_box */
  HallEvidencePane *evidence; /* in @evidence_box */

  HallSession *session;
  HallOrderWatch *watch;    /* (nullable) */
  HallCatalog *catalog;     /* (nullable): of the order */
  HallReturnBasket *basket; /* (nullable): in @baskets */
  GHashTable *baskets;      /* number -> HallReturnBasket */
  HallDeskDecision *decision;
  HallDeskAhead *ahead;
  HallDeskLook *look;
  HallDeskParts parts;       /* some of the above */
  GCancellable *cancellable; /* (nullable): of all calls for the order */
};

G_DEFINE_FINAL_TYPE (HallOrderDesk, hall_order_desk, GTK_TYPE_BOX)

enum
{
  OPENED_CHANGED,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const HallOrder *
get_order (HallOrderDesk *self)
{
  return self->watch != NULL ? hall_order_watch_get_order (self->watch) : NULL;
}

/* FALSE before there is anything to show. */
static gboolean
get_view (HallOrderDesk *self, HallDataView *view)
{
  *view = (HallDataView){ get_order (self),
                          self->catalog,
                          hall_desk_look_get_list (self->look),
                          self->basket,
                          hall_checks_pane_get_look (self->checks),
                          hall_verdict_bar_get_places (self->verdicts) };
  return view->order != NULL && view->catalog != NULL && view->evidence != NULL;
}

static void
show_order (HallOrderDesk *self)
{
  const HallOrder *order = get_order (self);
  HallDataView view;

  if (order == NULL || self->catalog == NULL)
    return;
  hall_desk_look_set_order (self->look, order, self->catalog);
  hall_checks_pane_show (self->checks, order, self->catalog);
  hall_verdict_bar_set_order (self->verdicts, self->watch, self->basket);
  get_view (self, &view);
  hall_desk_header_show (self->header, order, self->catalog,
                         hall_session_get_now_s (self->session));
  hall_data_pane_show (self->data, &view);
  hall_desk_decision_set_order (self->decision, self->watch, self->catalog, self->basket);
  hall_desk_claim_follow (self->claim, order);
  hall_evidence_pane_set_basket (self->evidence, self->basket);
  hall_notes_pane_set_order (self->notes, order->number);
  hall_desk_look_show (self->look);
  hall_desk_decision_explain (self->decision);
  gtk_stack_set_visible_child_name (self->stack, "order");
}

static void
show_failure (HallOrderDesk *self, const GError *error)
{
  hall_empty_set (self->empty, "dialog-warning-symbolic", _ ("The order cannot be shown"),
                  error->message, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
take_catalog (HallOrderDesk *self, HallCatalog *catalog)
{
  self->catalog = hall_catalog_ref (catalog);
  hall_return_list_set_basket (self->returns, self->basket, self->catalog);
}

static void
on_catalog_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallOrderDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallCatalog) catalog =
      hall_session_load_catalog_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (catalog == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->catalog, hall_catalog_unref);
  take_catalog (self, catalog);
  show_order (self);
}

static void
on_order_changed_cb (HallOrderDesk *self)
{
  const HallOrder *order = get_order (self);
  HallCatalog *known = hall_session_get_catalog (self->session, hall_order_get_catalog (order));

  if (self->catalog == NULL && known != NULL)
    take_catalog (self, known);
  if (self->catalog == NULL)
    {
      hall_session_load_catalog_async (self->session, hall_order_get_catalog (order),
                                       self->cancellable, on_catalog_cb, g_object_ref (self));
      return;
    }
  if (!hall_desk_decision_is_sending (self->decision) && !hall_verdict_bar_explains (self->verdicts)
      && hall_order_watch_get_previous (self->watch) != NULL)
    hall_notice_show (self->notice, HALL_HINT,
                      _ ("The order has just changed; this is the newest."), NULL);
  show_order (self);
}

static void
on_order_failed_cb (HallOrderDesk *self, const GError *error)
{
  if (get_order (self) == NULL)
    show_failure (self, error);
  else
    hall_notice_show_error (self->notice, error);
}

static void
on_places_changed_cb (HallOrderDesk *self)
{
  HallDataView view;

  if (get_view (self, &view))
    hall_data_pane_show_returns (self->data, &view);
}

static void
on_basket_changed_cb (HallOrderDesk *self)
{
  if (get_order (self) != NULL && hall_review_is_open (get_order (self)))
    hall_notice_clear (self->notice);
  on_places_changed_cb (self);
}

static void
on_open_other_cb (HallOrderDesk *self, const char *number)
{
  g_signal_emit (self, signals[OPEN], 0, number);
}

static void
on_claim_changed_cb (HallOrderDesk *self)
{
  gboolean allowed = hall_desk_claim_may_decide (self->claim);
  hall_desk_header_set_sensitive (self->header, allowed);
  hall_desk_decision_set_allowed (self->decision, allowed);
  hall_verdict_bar_set_allowed (self->verdicts, allowed);
}

static void
stop_watching (HallOrderDesk *self)
{
  hall_desk_decision_set_order (self->decision, NULL, NULL, NULL);
  hall_desk_look_set_order (self->look, NULL, NULL);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  hall_verdict_bar_set_order (self->verdicts, NULL, NULL);
  if (self->watch != NULL)
    {
      hall_order_watch_stop (self->watch);
      g_signal_handlers_disconnect_by_data (self->watch, self);
    }
  g_clear_object (&self->watch);
}

static void
close_order (HallOrderDesk *self)
{
  stop_watching (self);
  if (self->basket != NULL)
    g_signal_handlers_disconnect_by_data (self->basket, self);
  self->basket = NULL;
  g_clear_pointer (&self->catalog, hall_catalog_unref);
}

static void
hall_order_desk_dispose (GObject *object)
{
  HallOrderDesk *self = HALL_ORDER_DESK (object);

  if (self->decision != NULL && self->verdicts != NULL)
    close_order (self);
  self->verdicts = NULL;
  g_clear_object (&self->decision);
  g_clear_object (&self->ahead);
  g_clear_object (&self->look);
  g_clear_pointer (&self->baskets, g_hash_table_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_order_desk_parent_class)->dispose (object);
}

static void
hall_order_desk_class_init (HallOrderDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_order_desk_dispose;
  signals[OPENED_CHANGED] = g_signal_new ("opened-changed", HALL_TYPE_ORDER_DESK, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[OPEN] = g_signal_new ("open", HALL_TYPE_ORDER_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-order-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrderDesk, stack);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDesk, empty_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDesk, header_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDesk, notice_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDesk, data_box);
  gtk_widget_class_bind_template_child (widget_class, HallOrderDesk, evidence_box);
}

static void
hall_order_desk_init (HallOrderDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->baskets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->empty = HALL_EMPTY (hall_empty_new ("document-open-symbolic", "", "", NULL));
  self->header = HALL_DESK_HEADER (hall_desk_header_new ());
  self->notice = HALL_NOTICE (hall_notice_new ());
  self->data = HALL_DATA_PANE (hall_data_pane_new ());
  self->returns = HALL_RETURN_LIST (hall_return_list_new ());
  gtk_box_pack_start (self->empty_box, GTK_WIDGET (self->empty), TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->header_box), GTK_WIDGET (self->header));
  gtk_container_add (GTK_CONTAINER (self->notice_box), GTK_WIDGET (self->notice));
  gtk_box_pack_start (self->data_box, GTK_WIDGET (self->data), TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->data_box), GTK_WIDGET (self->returns));
  self->decision = hall_desk_decision_new (GTK_WIDGET (self), self->notice);
  g_signal_connect_object (self->header, "action", G_CALLBACK (hall_desk_decision_start),
                           self->decision, G_CONNECT_SWAPPED);
}

GtkWidget *
hall_order_desk_new (HallSession *session)
{
  HallOrderDesk *self = g_object_new (HALL_TYPE_ORDER_DESK, NULL);

  self->session = g_object_ref (session);
  self->ahead = hall_desk_ahead_new (session);
  self->evidence = HALL_EVIDENCE_PANE (hall_evidence_pane_new (session));
  hall_evidence_pane_set_ahead (self->evidence, self->ahead);
  gtk_box_pack_start (self->evidence_box, GTK_WIDGET (self->evidence), TRUE, TRUE, 0);
  self->look = hall_desk_look_new (self->data, self->evidence);
  self->claim = HALL_DESK_CLAIM (hall_desk_claim_new (session));
  gtk_container_add (GTK_CONTAINER (self->header_box), GTK_WIDGET (self->claim));
  g_signal_connect_object (self->claim, "changed", G_CALLBACK (on_claim_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->checks = HALL_CHECKS_PANE (hall_checks_pane_new (session));
  gtk_container_add (GTK_CONTAINER (hall_data_pane_get_head (self->data)),
                     GTK_WIDGET (self->checks));
  g_signal_connect_object (self->checks, "show-place", G_CALLBACK (hall_desk_look_show_place),
                           self->look, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "open", G_CALLBACK (on_open_other_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checks, "looked", G_CALLBACK (show_order), self,
                           G_CONNECT_SWAPPED);
  self->notes = HALL_NOTES_PANE (hall_notes_pane_new (session));
  gtk_container_add (GTK_CONTAINER (hall_data_pane_get_foot (self->data)),
                     GTK_WIDGET (self->notes));
  self->verdicts = HALL_VERDICT_BAR (hall_verdict_bar_new (session, self->notice, self->evidence));
  gtk_container_add (GTK_CONTAINER (self->data_box), GTK_WIDGET (self->verdicts));
  g_signal_connect_object (self->data, "return-wanted", G_CALLBACK (hall_verdict_bar_return),
                           self->verdicts, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->data, "accept-wanted", G_CALLBACK (hall_verdict_bar_toggle),
                           self->verdicts, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verdicts, "places-changed", G_CALLBACK (on_places_changed_cb),
                           self, G_CONNECT_SWAPPED);
  hall_desk_decision_set_bar (self->decision, self->verdicts);
  self->parts = (HallDeskParts){ self->decision,
                                 self->claim,
                                 self->verdicts,
                                 self->data,
                                 self->notes,
                                 self->evidence,
                                 hall_evidence_pane_get_view (self->evidence) };
  hall_order_desk_open (self, NULL);
  return GTK_WIDGET (self);
}

static void
find_basket (HallOrderDesk *self, const char *number)
{
  self->basket = g_hash_table_lookup (self->baskets, number);
  if (self->basket == NULL)
    {
      self->basket = hall_return_basket_new ();
      g_hash_table_insert (self->baskets, g_strdup (number), self->basket);
    }
  g_signal_connect_swapped (self->basket, "changed", G_CALLBACK (on_basket_changed_cb), self);
}

static void
follow (HallOrderDesk *self, const char *number)
{
  HallOrder *order = hall_desk_ahead_take_order (self->ahead, number);

  self->cancellable = g_cancellable_new ();
  self->watch = hall_order_watch_new (self->session, number);
  g_signal_connect_swapped (self->watch, "changed", G_CALLBACK (on_order_changed_cb), self);
  g_signal_connect_swapped (self->watch, "failed", G_CALLBACK (on_order_failed_cb), self);
  if (order != NULL)
    hall_order_watch_adopt (self->watch, order);
  hall_order_watch_start (self->watch);
}

void
hall_order_desk_open (HallOrderDesk *self, const char *number)
{
  g_return_if_fail (HALL_IS_ORDER_DESK (self));

  if (number != NULL && g_strcmp0 (number, hall_order_desk_get_number (self)) == 0)
    return;
  close_order (self);
  hall_notice_clear (self->notice);
  hall_desk_claim_follow (self->claim, NULL);
  hall_checks_pane_show (self->checks, NULL, NULL);
  hall_notes_pane_set_order (self->notes, NULL);
  hall_evidence_pane_clear (self->evidence);
  hall_return_list_set_basket (self->returns, NULL, NULL);
  if (number != NULL)
    {
      find_basket (self, number);
      follow (self, number);
      if (get_order (self) == NULL)
        gtk_stack_set_visible_child_name (self->stack, "wait");
    }
  else
    {
      hall_empty_set (self->empty, "document-open-symbolic", _ ("No order is open"),
                      _ ("Choose one from the queue on the left."), NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  g_signal_emit (self, signals[OPENED_CHANGED], 0);
}

const char *
hall_order_desk_get_number (HallOrderDesk *self)
{
  g_return_val_if_fail (HALL_IS_ORDER_DESK (self), NULL);

  return self->watch != NULL ? hall_order_watch_get_number (self->watch) : NULL;
}

void
hall_order_desk_reload (HallOrderDesk *self)
{
  g_autofree char *number = g_strdup (hall_order_desk_get_number (self));

  if (number == NULL || hall_desk_decision_is_sending (self->decision))
    return;
  stop_watching (self);
  hall_notice_clear (self->notice);
  follow (self, number);
}

void
hall_order_desk_forget (HallOrderDesk *self)
{
  g_return_if_fail (HALL_IS_ORDER_DESK (self));

  hall_order_desk_open (self, NULL);
  hall_desk_ahead_prepare (self->ahead, NULL, 1);
  g_hash_table_remove_all (self->baskets);
}

gboolean
hall_order_desk_look_at (HallOrderDesk *self, guint index)
{
  g_return_val_if_fail (HALL_IS_ORDER_DESK (self), FALSE);

  return hall_desk_look_show_number (self->look, index);
}

void
hall_order_desk_set_data_width (HallOrderDesk *self, int width)
{
  g_return_if_fail (HALL_IS_ORDER_DESK (self));

  gtk_widget_set_size_request (GTK_WIDGET (self->data_box), width, -1);
}

HallReturnBasket *
hall_order_desk_get_basket (HallOrderDesk *self)
{
  g_return_val_if_fail (HALL_IS_ORDER_DESK (self), NULL);

  return self->basket;
}

void
hall_order_desk_prepare (HallOrderDesk *self, const char *number)
{
  HallPageView *view = self->parts.page;

  hall_desk_ahead_prepare (self->ahead, number,
                           hall_page_view_get_usual_zoom (view) * PIXELS_PER_POINT
                               * gtk_widget_get_scale_factor (GTK_WIDGET (view)));
}

const HallDeskParts *
hall_order_desk_get_parts (HallOrderDesk *self)
{
  g_return_val_if_fail (HALL_IS_ORDER_DESK (self), NULL);

  return &self->parts;
}

gboolean
hall_order_desk_is_prepared (HallOrderDesk *self)
{
  g_return_val_if_fail (HALL_IS_ORDER_DESK (self), FALSE);

  return hall_desk_ahead_is_ready (self->ahead);
}
