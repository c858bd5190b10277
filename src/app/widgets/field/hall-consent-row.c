/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One consent. The tick is never set by the program: not by reading, not by another tick.
 */
#include "hall-consent-row.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-consent-dialog.h"
#include "hall-badge.h"
#include "hall-ui.h"

struct _HallConsentRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *given;
  GtkLabel *title;
  GtkLabel *version;
  GtkLabel *missing;
  GtkButton *read_button;

  const HallConsent *consent;
};

G_DEFINE_FINAL_TYPE (HallConsentRow, hall_consent_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_given_toggled_cb (GtkToggleButton *button, HallConsentRow *self)
{
  if (gtk_toggle_button_get_active (button))
    hall_consent_row_set_missing (self, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_read_clicked_cb (GtkButton *button, HallConsentRow *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkWidget *dialog = hall_consent_dialog_new (self->consent);

  g_object_bind_property (self->given, "active",
                          hall_consent_dialog_get_tick (HALL_CONSENT_DIALOG (dialog)), "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->given, "sensitive",
                          hall_consent_dialog_get_tick (HALL_CONSENT_DIALOG (dialog)), "sensitive",
                          G_BINDING_SYNC_CREATE);
  if (GTK_IS_WINDOW (window))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  g_signal_connect_object (self, "destroy", G_CALLBACK (gtk_widget_destroy), dialog,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
hall_consent_row_class_init (HallConsentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_CONSENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-consent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HallConsentRow, given);
  gtk_widget_class_bind_template_child (widget_class, HallConsentRow, title);
  gtk_widget_class_bind_template_child (widget_class, HallConsentRow, version);
  gtk_widget_class_bind_template_child (widget_class, HallConsentRow, missing);
  gtk_widget_class_bind_template_child (widget_class, HallConsentRow, read_button);
  gtk_widget_class_bind_template_callback (widget_class, on_given_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_read_clicked_cb);
}

static void
hall_consent_row_init (HallConsentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->missing);
}

GtkWidget *
hall_consent_row_new (const HallConsent *consent)
{
  HallConsentRow *self = g_object_new (HALL_TYPE_CONSENT_ROW, "name", consent->id, NULL);
  const char *label = hall_label_get (&consent->label, hall_app_lang ());
  g_autofree char *title = NULL;
  g_autofree char *version = NULL;
  g_autofree char *read = NULL;

  self->consent = consent;
  /* Translators: a tick; %s is the title of an agreement */
  title = g_strdup_printf (_ ("I agree to the “%s”"), label);
  gtk_label_set_text (self->title, title);
  hall_ui_set_accessible_name (GTK_WIDGET (self->given), title);
  /* Translators: of an agreement */
  version = g_strdup_printf (_ ("Version %s"), consent->version);
  gtk_label_set_text (self->version, version);
  /* Translators: opens the text of an agreement, whose title is %s */
  read = g_strdup_printf (_ ("Read “%s”"), label);
  hall_ui_set_accessible_name (GTK_WIDGET (self->read_button), read);
  return GTK_WIDGET (self);
}

const HallConsent *
hall_consent_row_get_consent (HallConsentRow *self)
{
  g_return_val_if_fail (HALL_IS_CONSENT_ROW (self), NULL);

  return self->consent;
}

gboolean
hall_consent_row_is_given (HallConsentRow *self)
{
  g_return_val_if_fail (HALL_IS_CONSENT_ROW (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->given));
}

void
hall_consent_row_set_recorded (HallConsentRow *self)
{
  g_return_if_fail (HALL_IS_CONSENT_ROW (self));

  g_signal_handlers_block_by_func (self->given, on_given_toggled_cb, self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->given), TRUE);
  g_signal_handlers_unblock_by_func (self->given, on_given_toggled_cb, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->given), FALSE);
  hall_consent_row_set_missing (self, FALSE);
}

void
hall_consent_row_set_missing (HallConsentRow *self, gboolean missing)
{
  g_return_if_fail (HALL_IS_CONSENT_ROW (self));

  gtk_label_set_text (self->missing, missing ? _ ("Please read it and agree, to go on.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing);
  gtk_widget_set_visible (GTK_WIDGET (self->version), !missing);
  hall_ui_set_class (GTK_WIDGET (self), "hall-row-wrong", missing);
}
