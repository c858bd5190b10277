/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-agreements.h"

#include "hall-consent-row.h"
#include "hall-ui.h"

struct _HallAgreements
{
  GtkBox parent_instance;

  GtkListBox *order_list;
  GtkListBox *bank_list;

  GPtrArray *rows; /* (element-type HallConsentRow), owned by the lists */
};

G_DEFINE_FINAL_TYPE (HallAgreements, hall_agreements, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_changed_cb (HallAgreements *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hall_agreements_finalize (GObject *object)
{
  g_ptr_array_unref (HALL_AGREEMENTS (object)->rows);
  G_OBJECT_CLASS (hall_agreements_parent_class)->finalize (object);
}

static void
hall_agreements_class_init (HallAgreementsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_agreements_finalize;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_AGREEMENTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-agreements.ui");
  gtk_widget_class_bind_template_child (widget_class, HallAgreements, order_list);
  gtk_widget_class_bind_template_child (widget_class, HallAgreements, bank_list);
}

static void
hall_agreements_init (HallAgreements *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  hall_ui_tab_through_rows (self->order_list);
  hall_ui_tab_through_rows (self->bank_list);
}

GtkWidget *
hall_agreements_new (void)
{
  return g_object_new (HALL_TYPE_AGREEMENTS, NULL);
}

static void
add_row (HallAgreements *self, const HallConsent *consent)
{
  GtkWidget *row = hall_consent_row_new (consent);
  gboolean bank = consent->scope == HALL_CONSENT_BANK;

  gtk_container_add (GTK_CONTAINER (bank ? self->bank_list : self->order_list), row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_row_changed_cb), self);
}

void
hall_agreements_set_catalog (HallAgreements *self, const HallCatalog *catalog)
{
  g_return_if_fail (HALL_IS_AGREEMENTS (self));

  hall_ui_clear (GTK_CONTAINER (self->order_list));
  hall_ui_clear (GTK_CONTAINER (self->bank_list));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; catalog != NULL && i < catalog->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (catalog->consents, i);

      if (consent->scope != HALL_CONSENT_FACE) /* asked on the phone, before the first picture */
        add_row (self, consent);
    }
}

void
hall_agreements_set_recorded (HallAgreements *self)
{
  g_return_if_fail (HALL_IS_AGREEMENTS (self));

  for (guint i = 0; i < self->rows->len; i++)
    hall_consent_row_set_recorded (g_ptr_array_index (self->rows, i));
}

gboolean
hall_agreements_show_missing (HallAgreements *self)
{
  GtkWidget *first = NULL;

  g_return_val_if_fail (HALL_IS_AGREEMENTS (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HallConsentRow *row = g_ptr_array_index (self->rows, i);
      gboolean missing = !hall_consent_row_is_given (row);

      hall_consent_row_set_missing (row, missing);
      if (missing && first == NULL)
        first = GTK_WIDGET (row);
    }
  if (first != NULL)
    gtk_widget_child_focus (gtk_bin_get_child (GTK_BIN (first)), GTK_DIR_TAB_FORWARD);
  return first != NULL;
}

char **
hall_agreements_collect (HallAgreements *self)
{
  GPtrArray *ids;

  g_return_val_if_fail (HALL_IS_AGREEMENTS (self), NULL);

  ids = g_ptr_array_new ();
  for (guint i = 0; i < self->rows->len; i++)
    {
      HallConsentRow *row = g_ptr_array_index (self->rows, i);

      if (hall_consent_row_is_given (row))
        g_ptr_array_add (ids, g_strdup (hall_consent_row_get_consent (row)->id));
    }
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (ids, FALSE);
}
