/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#define ZOOM_STEP 1.25

struct _HallPageBar
{
  GtkBox parent_instance;

  GtkWidget *page_tools;
  GtkButton *previous_button;
  GtkButton *next_button;
  GtkLabel *page_label;
  GtkLabel *zoom_label;
  GtkToggleButton *fit_width_button;
  GtkToggleButton *fit_page_button;
  GtkToggleButton *loupe_button;
  GtkToggleButton *strip_button;
  GtkBox *tools;

  HallPageView *view; /* not owned */
  HallPageFit *fit;   /* not owned */
  gboolean setting;   /* by the program */
};

G_DEFINE_FINAL_TYPE (HallPageBar, hall_page_bar, GTK_TYPE_BOX)

enum
{
  STRIP_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_previous_clicked_cb (GtkButton *button, HallPageBar *self)
{
  hall_page_view_go_to (self->view, hall_page_view_get_page (self->view) - 1);
}

static void
on_next_clicked_cb (GtkButton *button, HallPageBar *self)
{
  hall_page_view_go_to (self->view, hall_page_view_get_page (self->view) + 1);
}

static void
on_zoom_out_clicked_cb (GtkButton *button, HallPageBar *self)
{
  hall_page_view_set_zoom (self->view, hall_page_view_get_zoom (self->view) / ZOOM_STEP);
}

static void
on_zoom_in_clicked_cb (GtkButton *button, HallPageBar *self)
{
  hall_page_view_set_zoom (self->view, hall_page_view_get_zoom (self->view) * ZOOM_STEP);
}

static void
on_fit_toggled_cb (GtkToggleButton *button, HallPageBar *self)
{
  if (!self->setting)
    hall_page_view_set_fit (self->view,
                            button == self->fit_page_button ? HALL_FIT_PAGE : HALL_FIT_WIDTH);
}

static void
on_loupe_toggled_cb (GtkToggleButton *button, HallPageBar *self)
{
  if (!self->setting)
    hall_page_view_toggle_loupe (self->view);
}

static void
on_turn_clicked_cb (GtkButton *button, HallPageBar *self)
{
  hall_page_view_turn (self->view);
}

static void
on_find_clicked_cb (GtkButton *button, HallPageBar *self)
{
  hall_page_view_find (self->view);
}

static void
on_strip_toggled_cb (HallPageBar *self)
{
  g_signal_emit (self, signals[STRIP_TOGGLED], 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-page-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, page_tools);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, page_label);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, fit_width_button);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, fit_page_button);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, loupe_button);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, strip_button);
  gtk_widget_class_bind_template_child (widget_class, HallPageBar, tools);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fit_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_loupe_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_turn_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_strip_toggled_cb);
}

static void
hall_page_bar_class_init (HallPageBarClass *klass)
{
  signals[STRIP_TOGGLED] = g_signal_new ("strip-toggled", HALL_TYPE_PAGE_BAR, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hall_page_bar_init (HallPageBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
on_loupe_changed_cb (HallPageLoupe *loupe, HallPageBar *self)
{
  self->setting = TRUE;
  gtk_toggle_button_set_active (self->loupe_button, hall_page_loupe_is_open (loupe));
  self->setting = FALSE;
}

static void
on_fit_changed_cb (HallPageBar *self)
{
  HallFit rule = hall_page_fit_get_rule (self->fit);

  self->setting = TRUE;
  gtk_toggle_button_set_active (self->fit_width_button, rule == HALL_FIT_WIDTH);
  gtk_toggle_button_set_active (self->fit_page_button, rule == HALL_FIT_PAGE);
  self->setting = FALSE;
  hall_page_bar_update (self);
}

GtkWidget *
hall_page_bar_new (HallPageView *view, HallPageFit *fit)
{
  HallPageBar *self = g_object_new (HALL_TYPE_PAGE_BAR, NULL);

  self->view = view;
  self->fit = fit;
  g_signal_connect_object (fit, "changed", G_CALLBACK (on_fit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hall_page_canvas_get_loupe (hall_page_view_get_canvas (view)),
                           "open-changed", G_CALLBACK (on_loupe_changed_cb), self, 0);
  return GTK_WIDGET (self);
}

void
hall_page_bar_update (HallPageBar *self)
{
  guint page = hall_page_view_get_page (self->view);
  guint n_pages = hall_page_view_get_n_pages (self->view);
  g_autofree char *text = NULL;
  g_autofree char *zoom =
      g_strdup_printf ("%d %%", (int) round (hall_page_fit_get_zoom (self->fit) * 100));

  /* Translators: the page in view and how many there are */
  text = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);
  gtk_label_set_text (self->page_label, text);
  gtk_label_set_text (self->zoom_label, zoom);
  gtk_widget_set_visible (self->page_tools, n_pages > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->strip_button), n_pages > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), page > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), page + 1 < n_pages);
}

gboolean
hall_page_bar_wants_strip (HallPageBar *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_BAR (self), FALSE);

  return gtk_toggle_button_get_active (self->strip_button);
}

GtkBox *
hall_page_bar_get_tools (HallPageBar *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_BAR (self), NULL);

  return self->tools;
}
