/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that is going to be returned.
 */
#include "hall-basket-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-ui.h"

struct _HallBasketRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *place_label;
  GtkLabel *reason_label;
  GtkLabel *missing;
  GtkWidget *remove_button;

  char *place;
  HallReason reason;
};

G_DEFINE_FINAL_TYPE (HallBasketRow, hall_basket_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_remove_clicked_cb (GtkButton *button, HallBasketRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
hall_basket_row_finalize (GObject *object)
{
  g_free (HALL_BASKET_ROW (object)->place);
  G_OBJECT_CLASS (hall_basket_row_parent_class)->finalize (object);
}

static void
hall_basket_row_class_init (HallBasketRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_basket_row_finalize;
  signals[REMOVED] = g_signal_new ("removed", HALL_TYPE_BASKET_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-basket-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallBasketRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, HallBasketRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, HallBasketRow, missing);
  gtk_widget_class_bind_template_child (widget_class, HallBasketRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
}

static void
hall_basket_row_init (HallBasketRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_basket_row_new (const HallReturn *item, const HallCatalog *catalog)
{
  HallBasketRow *self = g_object_new (HALL_TYPE_BASKET_ROW, NULL);
  const char *place = hall_place_get_label (catalog, item->place, hall_app_lang ());
  g_autofree char *reason = hall_return_format (item, hall_app_lang ());
  /* Translators: takes a chosen reason back: "Take back: F01 Application form" */
  g_autofree char *name =
      g_strdup_printf (_ ("Take back: %s %s"), hall_reason_get_code (item->reason), place);

  self->place = g_strdup (item->place);
  self->reason = item->reason;
  gtk_label_set_text (self->place_label, place);
  gtk_label_set_text (self->reason_label, reason);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason_label), reason);
  gtk_widget_set_visible (GTK_WIDGET (self->missing),
                          hall_reason_needs_text (item->reason) && item->text == NULL);
  hall_ui_set_accessible_name (self->remove_button, name);
  return GTK_WIDGET (self);
}

const char *
hall_basket_row_get_place (HallBasketRow *self)
{
  g_return_val_if_fail (HALL_IS_BASKET_ROW (self), "");

  return self->place;
}

HallReason
hall_basket_row_get_reason (HallBasketRow *self)
{
  g_return_val_if_fail (HALL_IS_BASKET_ROW (self), HALL_N_REASONS);

  return self->reason;
}

void
hall_basket_row_set_fixed (HallBasketRow *self)
{
  g_return_if_fail (HALL_IS_BASKET_ROW (self));

  gtk_widget_hide (self->remove_button);
  gtk_label_set_ellipsize (self->reason_label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_line_wrap (self->reason_label, TRUE);
}
