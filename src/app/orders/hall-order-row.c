/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order in the list.
 */
#include "hall-order-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-status-pill.h"
#include "hall-ui.h"
#include "hall-when.h"

struct _HallOrderRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *organisation;
  GtkLabel *facts;
  GtkLabel *next_step;
  GtkBox *pill_box;

  HallStatusPill *pill; /* in @pill_box */
  HallOrderItem *item;
  HallSession *session;
};

G_DEFINE_FINAL_TYPE (HallOrderRow, hall_order_row, GTK_TYPE_LIST_BOX_ROW)

/* (nullable): NULL until the catalogue is there. */
static const char *
get_type_label (HallOrderRow *self, const HallOrder *order)
{
  HallCatalog *catalog = hall_session_get_catalog (self->session, order->project);
  const HallCertificateType *type =
      catalog != NULL ? hall_catalog_find_type (catalog, order->certificate_type) : NULL;

  return type != NULL ? hall_label_get (&type->label, hall_app_lang ()) : NULL;
}

/* "20261122 000 017 · Organisation certificate · 2026-11-22 16:05" */
static char *
format_facts (HallOrderRow *self, const HallOrder *order)
{
  g_autofree char *number = hall_order_format_number (order->number);
  g_autofree char *when = hall_when_format (order->changed_s);
  const char *type = get_type_label (self, order);

  if (type == NULL)
    return g_strdup_printf ("%s  ·  %s", number, when);
  return g_strdup_printf ("%s  ·  %s  ·  %s", number, type, when);
}

static void
hall_order_row_dispose (GObject *object)
{
  HallOrderRow *self = HALL_ORDER_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_order_row_parent_class)->dispose (object);
}

static void
hall_order_row_class_init (HallOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_order_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-order-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallOrderRow, organisation);
  gtk_widget_class_bind_template_child (widget_class, HallOrderRow, facts);
  gtk_widget_class_bind_template_child (widget_class, HallOrderRow, next_step);
  gtk_widget_class_bind_template_child (widget_class, HallOrderRow, pill_box);
}

static void
hall_order_row_init (HallOrderRow *self)
{
  GtkWidget *pill;

  gtk_widget_init_template (GTK_WIDGET (self));
  pill = hall_status_pill_new ();
  self->pill = HALL_STATUS_PILL (pill);
  gtk_container_add (GTK_CONTAINER (self->pill_box), pill);
}

GtkWidget *
hall_order_row_new (HallOrderItem *item, HallSession *session)
{
  HallOrderRow *self = g_object_new (HALL_TYPE_ORDER_ROW, NULL);

  self->item = g_object_ref (item);
  self->session = g_object_ref (session);
  g_signal_connect_object (item, "changed", G_CALLBACK (hall_order_row_refresh), self,
                           G_CONNECT_SWAPPED);
  hall_order_row_refresh (self);
  return GTK_WIDGET (self);
}

HallOrderItem *
hall_order_row_get_item (HallOrderRow *self)
{
  g_return_val_if_fail (HALL_IS_ORDER_ROW (self), NULL);

  return self->item;
}

void
hall_order_row_refresh (HallOrderRow *self)
{
  const HallOrder *order = hall_order_item_get_order (self->item);
  gboolean named = order->organisation != NULL && *order->organisation != '\0';
  g_autofree char *facts = format_facts (self, order);
  g_autofree char *name = NULL;

  gtk_label_set_text (self->organisation,
                      named ? order->organisation : _ ("Organisation not filled in yet"));
  hall_ui_set_class (GTK_WIDGET (self->organisation), "hall-dim", !named);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->next_step, hall_state_get_next_step (order->state, hall_app_lang ()));
  hall_status_pill_show_order (self->pill, order);
  /* Translators: an order in a list, as it is read aloud: its number, and where it stands */
  name =
      g_strdup_printf (_ ("%s, %s"), order->number, hall_order_get_label (order, hall_app_lang ()));
  hall_ui_set_accessible_name (GTK_WIDGET (self), name);
}

/* Without blanks, as numbers are shown in groups. */
static char *
fold_text (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  return g_utf8_casefold (joined, -1);
}

gboolean
hall_order_row_matches (HallOrderRow *self, const char *text)
{
  const HallOrder *order;
  g_autofree char *wanted = fold_text (text);
  g_autofree char *organisation = NULL;

  g_return_val_if_fail (HALL_IS_ORDER_ROW (self), FALSE);

  order = hall_order_item_get_order (self->item);
  organisation = fold_text (order->organisation != NULL ? order->organisation : "");
  return strstr (order->number, wanted) != NULL || strstr (organisation, wanted) != NULL;
}
