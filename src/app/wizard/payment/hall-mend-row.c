/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-mend-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-badge.h"
#include "hall-ui.h"

struct _HallMendRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *place;
  GtkLabel *reason;
  GtkLabel *next_step;
  GtkButton *go_button;

  char *place_id;
};

G_DEFINE_FINAL_TYPE (HallMendRow, hall_mend_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_go_clicked_cb (GtkButton *button, HallMendRow *self)
{
  g_signal_emit (self, signals[GO], 0);
}

static void
hall_mend_row_finalize (GObject *object)
{
  g_free (HALL_MEND_ROW (object)->place_id);
  G_OBJECT_CLASS (hall_mend_row_parent_class)->finalize (object);
}

static void
hall_mend_row_class_init (HallMendRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_mend_row_finalize;
  signals[GO] = g_signal_new ("go", HALL_TYPE_MEND_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-mend-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallMendRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HallMendRow, place);
  gtk_widget_class_bind_template_child (widget_class, HallMendRow, reason);
  gtk_widget_class_bind_template_child (widget_class, HallMendRow, next_step);
  gtk_widget_class_bind_template_child (widget_class, HallMendRow, go_button);
  gtk_widget_class_bind_template_callback (widget_class, on_go_clicked_cb);
}

static void
hall_mend_row_init (HallMendRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_mend_row_new (const HallReturn *item, const HallCatalog *catalog)
{
  HallMendRow *self = g_object_new (HALL_TYPE_MEND_ROW, NULL);
  const char *place = hall_place_get_label (catalog, item->place, hall_app_lang ());
  g_autofree char *reason = hall_return_format (item, hall_app_lang ());
  g_autofree char *name = g_strdup_printf (_ ("Correct %s"), place);

  self->place_id = g_strdup (item->place);
  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->reason, reason);
  gtk_label_set_text (self->next_step,
                      hall_reason_get_next_step (catalog, item->place, hall_app_lang ()));
  hall_ui_set_accessible_name (GTK_WIDGET (self->go_button), name);
  hall_mend_row_set_mended (self, FALSE);
  return GTK_WIDGET (self);
}

const char *
hall_mend_row_get_place (HallMendRow *self)
{
  g_return_val_if_fail (HALL_IS_MEND_ROW (self), NULL);

  return self->place_id;
}

void
hall_mend_row_set_mended (HallMendRow *self, gboolean mended)
{
  g_return_if_fail (HALL_IS_MEND_ROW (self));

  hall_badge_show_icon (self->icon,
                        hall_badge_for_tone (mended ? HALL_TONE_DONE : HALL_TONE_STOPPED));
  hall_ui_set_accessible_name (GTK_WIDGET (self->icon), mended ? _ ("Corrected") : _ ("Returned"));
}

void
hall_mend_row_show_problem (HallMendRow *self, const char *text)
{
  g_return_if_fail (HALL_IS_MEND_ROW (self));

  gtk_label_set_text (self->next_step, text);
  hall_badge_paint (GTK_WIDGET (self->next_step), hall_badge_for_verdict (HALL_WRONG));
  hall_mend_row_set_mended (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->go_button));
}
