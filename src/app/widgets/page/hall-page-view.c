/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document to look at.
 */
#include "hall-page-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hall-page-bar.h"
#include "hall-page-canvas.h"
#include "hall-page-find.h"
#include "hall-page-hand.h"
#include "hall-page-strip.h"
#include "hall-ui.h"

struct _HallPageView
{
  GtkBox parent_instance;

  GtkStack *stack; /* "wait", "pages" or "problem" */
  GtkScrolledWindow *scroller;
  GtkLabel *problem;
  GtkBox *bar_box;
  GtkBox *strip_box;
  GtkBox *find_box;

  HallPageCanvas *canvas; /* in @scroller */
  HallPageBar *bar;       /* in @bar_box */
  HallPageStrip *strip;   /* in @strip_box */
  HallPageFind *find;     /* in @find_box */
  HallPageHand *hand;     /* (nullable) */
  HallPageFit *fit;
  HallPlace region;       /* to be read; page 0: none */
  HallPageSource *source; /* (nullable): shown */
  GCancellable *loading;  /* (nullable) */
  guint page;
  guint settle_source;
};

G_DEFINE_FINAL_TYPE (HallPageView, hall_page_view, GTK_TYPE_BOX)


static GtkAdjustment *
get_adjustment (HallPageView *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

static const HallPageLayout *
get_layout (HallPageView *self)
{
  return hall_page_canvas_get_layout (self->canvas);
}

static void
tell_place (HallPageView *self)
{
  hall_page_bar_update (self->bar);
  gtk_widget_set_visible (GTK_WIDGET (self->strip_box),
                          hall_page_view_get_n_pages (self) > 1
                              && hall_page_bar_wants_strip (self->bar));
  hall_page_strip_mark (self->strip, self->page);
}

static gboolean
on_settle_due_cb (gpointer user_data)
{
  HallPageView *self = user_data;

  self->settle_source = 0;
  hall_page_fit_apply (self->fit);
  tell_place (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: while sizes are being given none can be changed. */
static void
settle (HallPageView *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_settle_due_cb, self, NULL);
}

static void
on_scroller_resized_cb (GtkWidget *scroller, GdkRectangle *allocation, HallPageView *self)
{
  if (hall_page_fit_get_rule (self->fit) != HALL_FIT_NOTHING)
    settle (self);
}

static void
on_scrolled_cb (GtkAdjustment *adjustment, HallPageView *self)
{
  double middle =
      gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 3;
  guint page = hall_page_layout_get_page_at (get_layout (self), middle);

  if (page == self->page || self->source == NULL)
    return;
  self->page = page;
  hall_page_canvas_set_page (self->canvas, page);
  settle (self);
}

static void
on_page_chosen_cb (HallPageStrip *strip, guint page, HallPageView *self)
{
  hall_page_view_go_to (self, page);
}

static void
on_match_moved_cb (HallPageFind *find, const HallPlace *place, HallPageView *self)
{
  hall_page_view_show_place (self, place);
}

static void
on_page_failed_cb (HallPageCanvas *canvas, HallPageView *self)
{
  hall_page_view_show_problem (self, _ ("This page cannot be shown. The file may be damaged."));
}

/* As large as it has to be to be read, and in the middle once the pages have that size. */
static void
read_region (HallPageView *self)
{
  gboolean there = self->region.page > 0 && self->region.page <= hall_page_view_get_n_pages (self);

  hall_page_fit_read (self->fit, there ? &self->region : NULL);
  hall_page_marks_set_pointed (hall_page_canvas_get_marks (self->canvas),
                               there ? &self->region : NULL);
  if (!there)
    return;
  hall_page_hand_show (self->hand, &self->region, FALSE);
  hall_page_hand_show_wanted (self->hand);
}

static void
show_source (HallPageView *self, HallPageSource *source)
{
  g_set_object (&self->source, source);
  self->page = 0;
  hall_page_canvas_set_source (self->canvas, source);
  hall_page_strip_set_source (self->strip, source);
  gtk_adjustment_set_value (get_adjustment (self), 0);
  gtk_stack_set_visible_child_name (self->stack, "pages");
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), TRUE);
  hall_page_fit_apply (self->fit);
  tell_place (self);
  if (self->region.page > 0)
    read_region (self);
  hall_page_hand_show_wanted (self->hand);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  HallPageSource *source = HALL_PAGE_SOURCE (object);
  g_autoptr (HallPageView) self = user_data;
  g_autoptr (GError) error = NULL;

  hall_page_source_load_finish (source, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (error != NULL)
    {
      g_debug ("a document cannot be shown: %s", error->message);
      hall_page_view_show_problem (self, _ ("This file cannot be shown. It may be damaged."));
      return;
    }
  show_source (self, source);
}

static void
stop_loading (HallPageView *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
hall_page_view_dispose (GObject *object)
{
  HallPageView *self = HALL_PAGE_VIEW (object);

  stop_loading (self);
  g_clear_pointer (&self->hand, hall_page_hand_free);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_object (&self->source);
  g_clear_object (&self->fit);
  G_OBJECT_CLASS (hall_page_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HallPageView, stack);
  gtk_widget_class_bind_template_child (widget_class, HallPageView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HallPageView, problem);
  gtk_widget_class_bind_template_child (widget_class, HallPageView, bar_box);
  gtk_widget_class_bind_template_child (widget_class, HallPageView, strip_box);
  gtk_widget_class_bind_template_child (widget_class, HallPageView, find_box);
  gtk_widget_class_bind_template_callback (widget_class, on_scroller_resized_cb);
}

static void
hall_page_view_class_init (HallPageViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_page_view_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
add_parts (HallPageView *self)
{
  self->strip = HALL_PAGE_STRIP (hall_page_strip_new ());
  gtk_widget_show (GTK_WIDGET (self->strip));
  gtk_box_pack_start (self->strip_box, GTK_WIDGET (self->strip), TRUE, TRUE, 0);
  g_signal_connect (self->strip, "chosen", G_CALLBACK (on_page_chosen_cb), self);

  self->find = HALL_PAGE_FIND (hall_page_find_new (hall_page_canvas_get_words (self->canvas)));
  gtk_box_pack_start (self->find_box, GTK_WIDGET (self->find), TRUE, TRUE, 0);
  g_signal_connect (self->find, "moved", G_CALLBACK (on_match_moved_cb), self);

  self->fit = hall_page_fit_new (self->canvas, self->scroller);
  self->bar = HALL_PAGE_BAR (hall_page_bar_new (self, self->fit));
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), FALSE);
  gtk_container_add (GTK_CONTAINER (self->bar_box), GTK_WIDGET (self->bar));
  g_signal_connect_swapped (self->bar, "strip-toggled", G_CALLBACK (tell_place), self);
  self->hand = hall_page_hand_new (self, self->canvas, self->scroller);
}

static void
hall_page_view_init (HallPageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hall_ui_make_alert (self->problem);

  self->canvas = HALL_PAGE_CANVAS (hall_page_canvas_new ());
  gtk_container_add (GTK_CONTAINER (self->scroller), GTK_WIDGET (self->canvas));
  add_parts (self);
  g_signal_connect (self->canvas, "page-failed", G_CALLBACK (on_page_failed_cb), self);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (on_scrolled_cb),
                           self, 0);
}

GtkWidget *
hall_page_view_new (void)
{
  return g_object_new (HALL_TYPE_PAGE_VIEW, NULL);
}

void
hall_page_view_set_document (HallPageView *self, const char *name, GBytes *bytes)
{
  g_autoptr (HallPageSource) source = NULL;

  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  stop_loading (self);
  hall_ui_set_accessible_name (GTK_WIDGET (self->canvas), name);
  if (bytes == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "wait");
      gtk_widget_set_sensitive (GTK_WIDGET (self->bar), FALSE);
      return;
    }
  source = hall_page_source_new (bytes);
  self->loading = g_cancellable_new ();
  hall_page_source_load_async (source, self->loading, on_loaded_cb, g_object_ref (self));
}

void
hall_page_view_set_source (HallPageView *self, const char *name, HallPageSource *source)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  stop_loading (self);
  hall_ui_set_accessible_name (GTK_WIDGET (self->canvas), name);
  show_source (self, source);
}

void
hall_page_view_show_problem (HallPageView *self, const char *text)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  gtk_label_set_text (self->problem, text);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), FALSE);
}

void
hall_page_view_set_fit (HallPageView *self, HallFit fit)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  hall_page_fit_set_rule (self->fit, fit);
}

void
hall_page_view_set_zoom (HallPageView *self, double zoom)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  hall_page_fit_set_zoom (self->fit, zoom);
}

void
hall_page_view_find (HallPageView *self)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  hall_page_find_open (self->find);
}

double
hall_page_view_get_zoom (HallPageView *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_VIEW (self), 1);

  return hall_page_fit_get_zoom (self->fit);
}

double
hall_page_view_get_usual_zoom (HallPageView *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_VIEW (self), 1);

  return hall_page_fit_get_usual_zoom (self->fit);
}

void
hall_page_view_go_to (HallPageView *self, guint page)
{
  GdkRectangle area;

  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  if (page >= hall_page_view_get_n_pages (self))
    return;
  self->page = page;
  hall_page_layout_get_area (get_layout (self), page, &area);
  gtk_adjustment_set_value (get_adjustment (self), area.y - HALL_PAGE_GAP_PX);
  tell_place (self);
}

guint
hall_page_view_get_page (HallPageView *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_VIEW (self), 0);

  return self->page;
}

guint
hall_page_view_get_n_pages (HallPageView *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_VIEW (self), 0);

  return self->source != NULL ? hall_page_source_get_n_pages (self->source) : 0;
}

void
hall_page_view_turn (HallPageView *self)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  hall_page_canvas_set_turns (self->canvas, hall_page_canvas_get_turns (self->canvas) + 1);
  hall_page_fit_apply (self->fit);
}

HallPageCanvas *
hall_page_view_get_canvas (HallPageView *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_VIEW (self), NULL);

  return self->canvas;
}

GtkBox *
hall_page_view_get_tools (HallPageView *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_VIEW (self), NULL);

  return hall_page_bar_get_tools (self->bar);
}

void
hall_page_view_set_marks (HallPageView *self, const HallPlace *places, guint n_places)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));
  g_return_if_fail (places != NULL || n_places == 0);

  hall_page_marks_set (hall_page_canvas_get_marks (self->canvas), places, n_places);
}

void
hall_page_view_set_drawn (HallPageView *self, const HallPlace *mark)
{
  hall_page_marks_set_drawn (hall_page_canvas_get_marks (self->canvas), mark, mark != NULL);
  if (mark != NULL)
    hall_page_view_show_place (self, mark);
}

void
hall_page_view_show_place (HallPageView *self, const HallPlace *place)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));
  g_return_if_fail (place != NULL);

  hall_page_hand_show (self->hand, place,
                       gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->scroller));
}

void
hall_page_view_read (HallPageView *self, const HallPlace *place)
{
  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  self->region = place != NULL ? *place : (HallPlace){ 0 };
  if (place == NULL || gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->scroller))
    read_region (self);
}

void
hall_page_view_toggle_loupe (HallPageView *self)
{
  HallPageLoupe *loupe;

  g_return_if_fail (HALL_IS_PAGE_VIEW (self));

  loupe = hall_page_canvas_get_loupe (self->canvas);
  hall_page_loupe_set_open (loupe, !hall_page_loupe_is_open (loupe));
}

void
hall_page_view_page (HallPageView *self, gboolean backward)
{
  hall_page_hand_page (self->hand, backward);
}
