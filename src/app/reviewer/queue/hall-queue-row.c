/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order of the queue.
 */
#include "hall-queue-row.h"

#include <string.h>

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
  GtkBox *pill_box;
  GtkLabel *number;
  GtkLabel *due;

  HallStatusPill *pill; /* in @pill_box */
  HallOrderItem *item;
  char *type; /* (nullable): label of the certificate type */
  gint64 now_s;
};

G_DEFINE_FINAL_TYPE (HallQueueRow, hall_queue_row, GTK_TYPE_LIST_BOX_ROW)

static const HallOrder *
get_order (HallQueueRow *self)
{
  return hall_order_item_get_order (self->item);
}

static void
show (HallQueueRow *self)
{
  const HallOrder *order = get_order (self);
  g_autofree char *grouped = hall_order_format_number (order->number);
  g_autofree char *number =
      self->type != NULL ? g_strdup_printf ("%s · %s", grouped, self->type) : g_strdup (grouped);
  const char *name = hall_desk_facts_get_name (order);
  g_autofree char *accessible = g_strdup_printf ("%s %s", name, grouped);
  g_autofree char *due = NULL;
  HallVerdict urgency = hall_due_format (order, self->now_s, &due);

  gtk_label_set_text (self->organisation, name);
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->due, due);
  hall_badge_paint (GTK_WIDGET (self->due),
                    urgency > HALL_HINT ? hall_badge_for_verdict (urgency) : NULL);
  hall_status_pill_show_order (self->pill, order);
  hall_ui_set_accessible_name (GTK_WIDGET (self), accessible);
}

static void
hall_queue_row_dispose (GObject *object)
{
  HallQueueRow *self = HALL_QUEUE_ROW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->type, g_free);
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
hall_queue_row_new (HallOrderItem *item, const HallCatalog *catalog, gint64 now_s)
{
  HallQueueRow *self = g_object_new (HALL_TYPE_QUEUE_ROW, NULL);

  self->item = g_object_ref (item);
  g_signal_connect_object (item, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  hall_queue_row_refresh (self, catalog, now_s);
  return GTK_WIDGET (self);
}

const char *
hall_queue_row_get_number (HallQueueRow *self)
{
  g_return_val_if_fail (HALL_IS_QUEUE_ROW (self), "");

  return get_order (self)->number;
}

void
hall_queue_row_refresh (HallQueueRow *self, const HallCatalog *catalog, gint64 now_s)
{
  const HallCertificateType *type;

  g_return_if_fail (HALL_IS_QUEUE_ROW (self));

  type =
      catalog != NULL ? hall_catalog_find_type (catalog, get_order (self)->certificate_type) : NULL;
  self->now_s = now_s;
  if (type != NULL)
    {
      g_free (self->type);
      self->type = g_strdup (hall_label_get (&type->label, hall_app_lang ()));
    }
  show (self);
}

/* Without blanks and in one case. */
static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *tidy = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (tidy, g_utf8_get_char (at));
  return g_string_free (tidy, FALSE);
}

gboolean
hall_queue_row_matches (HallQueueRow *self, const char *text)
{
  g_autofree char *wanted = fold (text);
  g_autofree char *organisation = NULL;

  g_return_val_if_fail (HALL_IS_QUEUE_ROW (self), FALSE);

  organisation = fold (hall_desk_facts_get_name (get_order (self)));
  return strstr (get_order (self)->number, wanted) != NULL || strstr (organisation, wanted) != NULL;
}

void
hall_queue_row_set_open (HallQueueRow *self, gboolean open)
{
  g_return_if_fail (HALL_IS_QUEUE_ROW (self));

  hall_ui_set_class (GTK_WIDGET (self), "hall-row-shown", open);
}
