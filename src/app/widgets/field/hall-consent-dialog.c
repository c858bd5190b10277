/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a consent to read.
 */
#include "hall-consent-dialog.h"

#include "hall-app-lang.h"

struct _HallConsentDialog
{
  GtkDialog parent_instance;

  GtkLabel *title;
  GtkLabel *text;
  GtkScrolledWindow *scroller;
  GtkToggleButton *tick;
};

G_DEFINE_FINAL_TYPE (HallConsentDialog, hall_consent_dialog, GTK_TYPE_DIALOG)

static void
on_close_clicked_cb (GtkButton *button, HallConsentDialog *self)
{
  gtk_widget_destroy (GTK_WIDGET (self));
}

static void
hall_consent_dialog_class_init (HallConsentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-consent-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HallConsentDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HallConsentDialog, text);
  gtk_widget_class_bind_template_child (widget_class, HallConsentDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, HallConsentDialog, tick);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked_cb);
}

static void
hall_consent_dialog_init (HallConsentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "response", G_CALLBACK (gtk_widget_destroy), NULL);
}

GtkWidget *
hall_consent_dialog_new (const HallConsent *consent)
{
  HallConsentDialog *self = g_object_new (HALL_TYPE_CONSENT_DIALOG, NULL);
  const char *title = hall_label_get (&consent->label, hall_app_lang ());

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, hall_label_get (&consent->text, hall_app_lang ()));
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
  return GTK_WIDGET (self);
}

GtkToggleButton *
hall_consent_dialog_get_tick (HallConsentDialog *self)
{
  g_return_val_if_fail (HALL_IS_CONSENT_DIALOG (self), NULL);

  return self->tick;
}
