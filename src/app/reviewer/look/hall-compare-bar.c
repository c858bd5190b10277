/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-compare-bar.h"

#include "hall-ui.h"

struct _HallCompareBar
{
  GtkBox parent_instance;

  GtkAdjustment *strength; /* per cent */
  GtkLabel *problem;

  HallSession *session;
  HallPageOverlay *overlay;  /* not owned */
  char *number;              /* (nullable) */
  HallEvidence *form;        /* (nullable) */
  HallPageSource *source;    /* (nullable): from when it is wanted */
  GCancellable *cancellable; /* (nullable): while it is fetched */
};

G_DEFINE_FINAL_TYPE (HallCompareBar, hall_compare_bar, GTK_TYPE_BOX)

static void
forget (HallCompareBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->source);
  g_clear_pointer (&self->form, hall_evidence_free);
  g_clear_pointer (&self->number, g_free);
}

static void
show_problem (HallCompareBar *self, const GError *error)
{
  gtk_label_set_text (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallCompareBar) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_page_source_load_finish (HALL_PAGE_SOURCE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  show_problem (self, error);
  if (error == NULL)
    hall_page_overlay_set_source (self->overlay, self->source);
}

static void
on_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallCompareBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hall_evidence_load_finish (HALL_SESSION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL)
    {
      g_clear_object (&self->cancellable);
      show_problem (self, error);
      return;
    }
  self->source = hall_page_source_new (bytes);
  hall_page_source_load_async (self->source, self->cancellable, on_opened_cb, g_object_ref (self));
}

static void
on_strength_changed_cb (GtkAdjustment *strength, HallCompareBar *self)
{
  double value = gtk_adjustment_get_value (strength);

  hall_page_overlay_set_strength (self->overlay, value / 100);
  if (value <= 0 || self->source != NULL || self->cancellable != NULL || self->form == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  hall_evidence_load_async (self->form, self->session, self->number, self->cancellable,
                            on_fetched_cb, g_object_ref (self));
}

static void
hall_compare_bar_dispose (GObject *object)
{
  HallCompareBar *self = HALL_COMPARE_BAR (object);

  forget (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_compare_bar_parent_class)->dispose (object);
}

static void
hall_compare_bar_class_init (HallCompareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_compare_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-compare-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HallCompareBar, strength);
  gtk_widget_class_bind_template_child (widget_class, HallCompareBar, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_strength_changed_cb);
}

static void
hall_compare_bar_init (HallCompareBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->problem);
}

GtkWidget *
hall_compare_bar_new (HallSession *session, HallPageOverlay *overlay)
{
  HallCompareBar *self = g_object_new (HALL_TYPE_COMPARE_BAR, NULL);

  self->session = g_object_ref (session);
  self->overlay = overlay;
  return GTK_WIDGET (self);
}

void
hall_compare_bar_set_form (HallCompareBar *self, const char *number, const HallEvidence *form)
{
  g_return_if_fail (HALL_IS_COMPARE_BAR (self));

  if (g_strcmp0 (number, self->number) == 0 && hall_evidence_equal (form, self->form))
    return;
  forget (self);
  hall_page_overlay_set_source (self->overlay, NULL);
  gtk_adjustment_set_value (self->strength, 0);
  show_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), form != NULL);
  if (form == NULL)
    return;
  self->number = g_strdup (number);
  self->form = hall_evidence_copy (form);
}

void
hall_compare_bar_step (HallCompareBar *self)
{
  double value;

  g_return_if_fail (HALL_IS_COMPARE_BAR (self));

  if (self->form == NULL)
    return;
  value = gtk_adjustment_get_value (self->strength);
  gtk_adjustment_set_value (self->strength, value < 50 ? 50 : value < 100 ? 100 : 0);
}
