/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-scan-dialog.h"

#include <glib/gi18n.h>

#include "hall-scanner.h"
#include "hall-ui.h"

struct _HallScanDialog
{
  GtkDialog parent_instance;

  GtkStack *stack; /* "wait", "none" or "ready" */
  GtkLabel *problem;
  GtkWidget *choices;
  GtkComboBoxText *device;
  GtkToggleButton *flatbed_button;
  GtkToggleButton *feeder_button;
  GtkComboBoxText *dpi;
  GtkLabel *doing;
  GtkProgressBar *progress;

  GtkWidget *scan_button;
  GCancellable *cancellable; /* (nullable): of what runs */
  gboolean scanning;
};

G_DEFINE_FINAL_TYPE (HallScanDialog, hall_scan_dialog, GTK_TYPE_DIALOG)

enum
{
  SCANNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop (HallScanDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What ran before is given up. */
static GCancellable *
begin (HallScanDialog *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

static void
show_scanning (HallScanDialog *self, gboolean scanning)
{
  self->scanning = scanning;
  gtk_widget_set_sensitive (self->choices, !scanning);
  gtk_widget_set_sensitive (self->scan_button, !scanning);
  gtk_widget_set_opacity (GTK_WIDGET (self->progress), scanning ? 1 : 0);
  gtk_label_set_text (self->doing, scanning ? _ ("The scanner is getting ready…") : "");
}

static void
show_problem (HallScanDialog *self, const char *text)
{
  show_scanning (self, FALSE);
  gtk_label_set_text (self->doing, text);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallScanDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree HallScannerAbilities *abilities = hall_scanner_look_finish (result, &error);
  gboolean flatbed, feeder;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (abilities == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  flatbed = abilities->has_source[HALL_SCANNER_FLATBED];
  feeder = abilities->has_source[HALL_SCANNER_FEEDER];
  gtk_widget_set_sensitive (GTK_WIDGET (self->flatbed_button), flatbed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->feeder_button), feeder);
  gtk_toggle_button_set_active (flatbed ? self->flatbed_button : self->feeder_button, TRUE);
  gtk_label_set_text (self->doing, "");
  gtk_widget_set_sensitive (self->scan_button, TRUE);
}

static void
on_device_changed_cb (GtkComboBox *device, HallScanDialog *self)
{
  const char *id = gtk_combo_box_get_active_id (device);

  if (id == NULL || self->scanning)
    return;
  gtk_widget_set_sensitive (self->scan_button, FALSE);
  gtk_label_set_text (self->doing, _ ("The scanner is being asked…"));
  hall_scanner_look_async (id, begin (self), on_looked_cb, g_object_ref (self));
}

static void
show_devices (HallScanDialog *self, GPtrArray *devices)
{
  gtk_combo_box_text_remove_all (self->device);
  for (guint i = 0; i < devices->len; i++)
    {
      const HallScannerDevice *device = g_ptr_array_index (devices, i);

      gtk_combo_box_text_append (self->device, device->id, device->label);
    }
  gtk_stack_set_visible_child_name (self->stack, "ready");
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->device), 0);
  gtk_widget_grab_focus (self->scan_button);
}

static void
on_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallScanDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) devices = hall_scanner_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (devices != NULL && devices->len > 0)
    {
      show_devices (self, devices);
      return;
    }
  gtk_label_set_text (self->problem,
                      error != NULL ? error->message
                                    : _ ("No scanner was found. Is it switched on and connected?"));
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
list_devices (HallScanDialog *self)
{
  gtk_widget_set_sensitive (self->scan_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  hall_scanner_list_async (begin (self), on_listed_cb, g_object_ref (self));
}

static void
on_again_clicked_cb (GtkButton *button, HallScanDialog *self)
{
  list_devices (self);
}

static void
on_progress (guint page, double fraction, gpointer user_data)
{
  HallScanDialog *self = user_data;
  g_autofree char *text = g_strdup_printf (_ ("Scanning page %u…"), page);

  gtk_label_set_text (self->doing, text);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
on_acquired_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallScanDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = hall_scanner_acquire_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pages == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SCANNED], 0, pages);
  gtk_widget_destroy (GTK_WIDGET (self));
}

static void
scan (HallScanDialog *self)
{
  HallScannerWish wish = {
    .device = gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->device)),
    .source = gtk_toggle_button_get_active (self->feeder_button) ? HALL_SCANNER_FEEDER
                                                                 : HALL_SCANNER_FLATBED,
    .dpi = (guint) g_ascii_strtoull (gtk_combo_box_get_active_id (GTK_COMBO_BOX (self->dpi)), NULL,
                                     10),
    .progress = on_progress,
    .progress_data = self,
  };

  if (wish.device == NULL || self->scanning)
    return;
  show_scanning (self, TRUE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  hall_scanner_acquire_async (&wish, begin (self), on_acquired_cb, g_object_ref (self));
}

/* While it scans, "Cancel" stops the scanner and no more. */
static void
on_response_cb (HallScanDialog *self, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    scan (self);
  else if (self->scanning && response == GTK_RESPONSE_CANCEL)
    {
      stop (self);
      show_scanning (self, FALSE);
    }
  else
    gtk_widget_destroy (GTK_WIDGET (self));
}

static void
hall_scan_dialog_dispose (GObject *object)
{
  stop (HALL_SCAN_DIALOG (object));
  G_OBJECT_CLASS (hall_scan_dialog_parent_class)->dispose (object);
}

static void
hall_scan_dialog_class_init (HallScanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_scan_dialog_dispose;
  signals[SCANNED] = g_signal_new ("scanned", HALL_TYPE_SCAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-scan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, device);
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, flatbed_button);
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, feeder_button);
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, dpi);
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, doing);
  gtk_widget_class_bind_template_child (widget_class, HallScanDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, on_device_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
}

static void
hall_scan_dialog_init (HallScanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->doing);
  hall_ui_make_alert (self->problem);
  gtk_dialog_add_button (GTK_DIALOG (self), _ ("_Cancel"), GTK_RESPONSE_CANCEL);
  self->scan_button = gtk_dialog_add_button (GTK_DIALOG (self), _ ("_Scan"), GTK_RESPONSE_ACCEPT);
  hall_ui_set_class (self->scan_button, GTK_STYLE_CLASS_SUGGESTED_ACTION, TRUE);
  gtk_dialog_set_default_response (GTK_DIALOG (self), GTK_RESPONSE_ACCEPT);
  g_signal_connect (self, "response", G_CALLBACK (on_response_cb), NULL);
}

GtkWidget *
hall_scan_dialog_new (GtkWindow *parent, const char *label, gboolean fine)
{
  g_autofree char *title = g_strdup_printf (_ ("Scan: %s"), label);
  HallScanDialog *self = g_object_new (HALL_TYPE_SCAN_DIALOG, "use-header-bar", TRUE,
                                       "transient-for", parent, "title", title, NULL);

  gtk_combo_box_text_append (self->dpi, "300", _ ("300 dpi, colour, A4"));
  if (fine)
    gtk_combo_box_text_append (self->dpi, "600", _ ("600 dpi, colour, A4: finer, larger"));
  gtk_combo_box_set_active (GTK_COMBO_BOX (self->dpi), 0);
  show_scanning (self, FALSE);
  list_devices (self);
  return GTK_WIDGET (self);
}
