/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that is going to be returned.
 */
#include "hall-return-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-ui.h"

struct _HallReturnRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *place_label;
  GtkLabel *reason_label;
  GtkLabel *missing;
  GtkWidget *remove_button;

  char *place;
  HallReason reason;
};

G_DEFINE_FINAL_TYPE (HallReturnRow, hall_return_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_remove_clicked_cb (GtkButton *button, HallReturnRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
hall_return_row_finalize (GObject *object)
{
  g_free (HALL_RETURN_ROW (object)->place);
  G_OBJECT_CLASS (hall_return_row_parent_class)->finalize (object);
}

static void
hall_return_row_class_init (HallReturnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_return_row_finalize;
  signals[REMOVED] = g_signal_new ("removed", HALL_TYPE_RETURN_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-return-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallReturnRow, place_label);
  gtk_widget_class_bind_template_child (widget_class, HallReturnRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, HallReturnRow, missing);
  gtk_widget_class_bind_template_child (widget_class, HallReturnRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
}

static void
hall_return_row_init (HallReturnRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_return_row_new (const HallReturn *item, const HallCatalog *catalog)
{
  HallReturnRow *self = g_object_new (HALL_TYPE_RETURN_ROW, NULL);
  const char *place = hall_place_get_label (catalog, item->place, hall_app_lang ());
  g_autofree char *reason = hall_return_format (item, hall_app_lang ());
  /* Translators: takes a chosen reason back: "Take back: F01 Application form" */
  g_autofree char *name =
      g_strdup_printf (_ ("Take back: %s %s"), hall_reason_get_code (item->reason), place);

  self->place = g_strdup (item->place);
  self->reason = item->reason;
  gtk_label_set_text (self->place_label, place);
  gtk_label_set_text (self->reason_label, reason);
  gtk_widget_set_visible (GTK_WIDGET (self->missing),
                          hall_reason_needs_text (item->reason) && item->text == NULL);
  hall_ui_set_accessible_name (self->remove_button, name);
  return GTK_WIDGET (self);
}

const char *
hall_return_row_get_place (HallReturnRow *self)
{
  g_return_val_if_fail (HALL_IS_RETURN_ROW (self), "");

  return self->place;
}

HallReason
hall_return_row_get_reason (HallReturnRow *self)
{
  g_return_val_if_fail (HALL_IS_RETURN_ROW (self), HALL_N_REASONS);

  return self->reason;
}

void
hall_return_row_set_fixed (HallReturnRow *self)
{
  g_return_if_fail (HALL_IS_RETURN_ROW (self));

  gtk_widget_hide (self->remove_button);
}
