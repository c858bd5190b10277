/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order of the queue.
 */
#include "hall-queue-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-due.h"
#include "hall-badge.h"
#include "hall-desk-facts.h"
#include "hall-status-pill.h"
#include "hall-ui.h"

struct _HallQueueRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *organisation;
  GtkLabel *again;
  GtkBox *pill_box;
  GtkLabel *number;
  GtkLabel *due;

  HallStatusPill *pill; /* in @pill_box */
  HallOrderItem *item;  /* (nullable) */
  char *type;           /* (nullable): label of the certificate type */
  char *me;             /* (nullable): name of who looks */
  gint64 now_s;
};

G_DEFINE_FINAL_TYPE (HallQueueRow, hall_queue_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_mine (HallQueueRow *self, const HallOrder *order)
{
  return order->claimed_by != NULL && g_strcmp0 (order->claimed_by, self->me) == 0;
}

/* What there is to say of an order beside its number: who has it, else what it is. */
static char *
describe (HallQueueRow *self, const HallOrder *order)
{
  g_autofree char *grouped = hall_order_format_number (order->number);

  if (is_mine (self, order))
    return g_strdup_printf ("%s · %s", grouped, _ ("on your desk"));
  if (order->claimed_by != NULL)
    {
      /* Translators: of an order on somebody's desk: the name of a colleague */
      g_autofree char *claimed = g_strdup_printf (_ ("%s is reviewing"), order->claimed_by);

      return g_strdup_printf ("%s · %s", grouped, claimed);
    }
  return self->type != NULL ? g_strdup_printf ("%s · %s", grouped, self->type)
                            : g_steal_pointer (&grouped);
}

static void
show_nothing (HallQueueRow *self)
{
  gtk_label_set_text (self->organisation, "…");
  gtk_label_set_text (self->number, " ");
  gtk_label_set_text (self->due, " ");
  hall_badge_paint (GTK_WIDGET (self->due), NULL);
  gtk_widget_set_opacity (GTK_WIDGET (self->pill_box), 0);
  gtk_widget_hide (GTK_WIDGET (self->again));
  hall_ui_set_accessible_name (GTK_WIDGET (self), "…");
}

static void
show (HallQueueRow *self)
{
  const HallOrder *order = hall_order_item_get_order (self->item);
  g_autofree char *grouped = hall_order_format_number (order->number);
  g_autofree char *line = describe (self, order);
  const char *name = hall_desk_facts_get_name (order);
  g_autofree char *accessible = g_strdup_printf ("%s %s", name, grouped);
  g_autofree char *due = NULL;
  HallVerdict urgency = hall_due_format (order, self->now_s, &due);

  gtk_label_set_text (self->organisation, name);
  gtk_label_set_text (self->number, line);
  gtk_label_set_text (self->due, due);
  hall_badge_paint (GTK_WIDGET (self->due),
                    urgency > HALL_HINT ? hall_badge_for_verdict (urgency) : NULL);
  hall_ui_set_class (GTK_WIDGET (self->number), "hall-claimed",
                     order->claimed_by != NULL && !is_mine (self, order));
  gtk_widget_set_visible (GTK_WIDGET (self->again), order->resubmitted);
  gtk_widget_set_opacity (GTK_WIDGET (self->pill_box), 1);
  hall_status_pill_show_order (self->pill, order);
  hall_ui_set_accessible_name (GTK_WIDGET (self), accessible);
  hall_ui_set_accessible_description (GTK_WIDGET (self), line);
}

static void
hall_queue_row_dispose (GObject *object)
{
  HallQueueRow *self = HALL_QUEUE_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->me, g_free);
  G_OBJECT_CLASS (hall_queue_row_parent_class)->dispose (object);
}

static void
hall_queue_row_class_init (HallQueueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_queue_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-queue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallQueueRow, organisation);
  gtk_widget_class_bind_template_child (widget_class, HallQueueRow, again);
  gtk_widget_class_bind_template_child (widget_class, HallQueueRow, pill_box);
  gtk_widget_class_bind_template_child (widget_class, HallQueueRow, number);
  gtk_widget_class_bind_template_child (widget_class, HallQueueRow, due);
}

static void
hall_queue_row_init (HallQueueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pill = HALL_STATUS_PILL (hall_status_pill_new ());
  gtk_container_add (GTK_CONTAINER (self->pill_box), GTK_WIDGET (self->pill));
}

GtkWidget *
hall_queue_row_new (void)
{
  return g_object_new (HALL_TYPE_QUEUE_ROW, NULL);
}

static void
set_type (HallQueueRow *self, const HallCatalog *catalog)
{
  const HallCertificateType *type =
      catalog != NULL
          ? hall_catalog_find_type (catalog,
                                    hall_order_item_get_order (self->item)->certificate_type)
          : NULL;

  g_free (self->type);
  self->type = type != NULL ? g_strdup (hall_label_get (&type->label, hall_app_lang ())) : NULL;
}

void
hall_queue_row_set_item (HallQueueRow *self,
                         HallOrderItem *item,
                         const HallCatalog *catalog,
                         gint64 now_s)
{
  g_return_if_fail (HALL_IS_QUEUE_ROW (self));

  if (item != self->item)
    {
      if (self->item != NULL)
        g_signal_handlers_disconnect_by_data (self->item, self);
      g_set_object (&self->item, item);
      if (item != NULL)
        g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
    }
  self->now_s = now_s;
  if (item == NULL)
    {
      show_nothing (self);
      return;
    }
  set_type (self, catalog);
  show (self);
}

void
hall_queue_row_set_me (HallQueueRow *self, const char *me)
{
  g_return_if_fail (HALL_IS_QUEUE_ROW (self));

  g_free (self->me);
  self->me = g_strdup (me);
}

const char *
hall_queue_row_get_number (HallQueueRow *self)
{
  g_return_val_if_fail (HALL_IS_QUEUE_ROW (self), "");

  return self->item != NULL ? hall_order_item_get_order (self->item)->number : "";
}

void
hall_queue_row_set_open (HallQueueRow *self, gboolean open)
{
  g_return_if_fail (HALL_IS_QUEUE_ROW (self));

  hall_ui_set_class (GTK_WIDGET (self), "hall-row-shown", open);
}
