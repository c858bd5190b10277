/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The applicant's window: a frame with three views.
 */
#include "hall-window.h"

#include <glib/gi18n.h>

#include "hall-frame.h"
#include "hall-help-view.h"
#include "hall-new-view.h"
#include "hall-orders-view.h"
#include "hall-ui.h"

struct _HallWindow
{
  HdyApplicationWindow parent_instance;

  HallFrame *frame;
  GtkStack *views; /* by the names of @rows */
  HallNewView *new_view;
  HallOrdersView *orders_view;
  HallHelpView *help_view;
};

G_DEFINE_FINAL_TYPE (HallWindow, hall_window, HDY_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char *name, *title, *icon;
} rows[HALL_N_VIEWS] = {
  [HALL_VIEW_NEW] = { "new", N_ ("New application"), "document-edit-symbolic" },
  [HALL_VIEW_ORDERS] = { "orders", N_ ("My orders"), "view-list-symbolic" },
  [HALL_VIEW_HELP] = { "help", N_ ("Help"), "help-faq-symbolic" },
};

static HallView
get_view (HallWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->views);

  for (HallView view = 0; view < HALL_N_VIEWS; view++)
    if (g_strcmp0 (name, rows[view].name) == 0)
      return view;
  return HALL_VIEW_NEW;
}

static void
enter_view (HallWindow *self)
{
  if (!hall_frame_is_ready (self->frame))
    return;
  switch (get_view (self))
    {
    case HALL_VIEW_NEW:
      hall_new_view_enter (self->new_view);
      break;
    case HALL_VIEW_ORDERS:
      hall_orders_view_enter (self->orders_view);
      break;
    default:
      hall_help_view_enter (self->help_view);
      break;
    }
}

static void
on_show_order_cb (HallWindow *self, const char *number)
{
  hall_window_show_order (self, number);
}

static void
on_open_order_cb (HallWindow *self, const char *number)
{
  hall_window_show_view (self, HALL_VIEW_NEW);
  hall_new_view_open_order (self->new_view, number);
}

static void
on_new_order_cb (HallWindow *self)
{
  hall_window_show_view (self, HALL_VIEW_NEW);
}

/* The number beside the view's name in the header bar. */
static void
on_waiting_changed_cb (HallWindow *self)
{
  guint waiting = hall_orders_view_get_n_waiting (self->orders_view);
  /* Translators: %u is how many of the orders wait for the handler */
  g_autofree char *numbered = g_strdup_printf (_ ("My orders (%u)"), waiting);
  const char *title = waiting > 0 ? numbered : _ (rows[HALL_VIEW_ORDERS].title);

  gtk_container_child_set (GTK_CONTAINER (self->views), GTK_WIDGET (self->orders_view), "title",
                           title, "needs-attention", waiting > 0, NULL);
}

static gboolean
on_fill_code_cb (HallWindow *self, const char *code)
{
  switch (get_view (self))
    {
    case HALL_VIEW_NEW:
      return hall_new_view_fill_code (self->new_view, code);
    case HALL_VIEW_ORDERS:
      return hall_orders_view_fill_code (self->orders_view, code);
    default:
      return FALSE;
    }
}

static void
on_view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallWindow *self = user_data;
  const char *name = g_variant_get_string (parameter, NULL);

  for (HallView view = 0; view < HALL_N_VIEWS; view++)
    if (g_str_equal (name, rows[view].name))
      hall_window_show_view (self, view);
}

static void
on_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallWindow *self = user_data;

  if (!hall_frame_is_ready (self->frame))
    return;
  if (get_view (self) == HALL_VIEW_ORDERS)
    hall_orders_view_go_back (self->orders_view);
  else if (get_view (self) == HALL_VIEW_NEW)
    hall_new_view_go_back (self->new_view);
}

static void
on_find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallWindow *self = user_data;

  if (!hall_frame_is_ready (self->frame))
    return;
  if (get_view (self) == HALL_VIEW_HELP)
    {
      hall_help_view_find (self->help_view);
      return;
    }
  hall_window_show_view (self, HALL_VIEW_ORDERS);
  hall_orders_view_find (self->orders_view);
}

static const GActionEntry actions[] = {
  { .name = "view", .activate = on_view_cb, .parameter_type = "s" },
  { .name = "back", .activate = on_back_cb },
  { .name = "find", .activate = on_find_cb },
};

static void
hall_window_class_init (HallWindowClass *klass)
{
}

static void
hall_window_init (HallWindow *self)
{
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_widget_show (GTK_WIDGET (self->views));
}

static void
add_view (HallWindow *self, HallView view, GtkWidget *widget)
{
  gtk_widget_show (widget);
  gtk_stack_add_titled (self->views, widget, rows[view].name, _ (rows[view].title));
  gtk_container_child_set (GTK_CONTAINER (self->views), widget, "icon-name", rows[view].icon, NULL);
}

static void
add_views (HallWindow *self)
{
  self->new_view = HALL_NEW_VIEW (hall_new_view_new (self->frame));
  self->orders_view = HALL_ORDERS_VIEW (hall_orders_view_new (self->frame));
  self->help_view = HALL_HELP_VIEW (hall_help_view_new (self->frame));
  add_view (self, HALL_VIEW_NEW, GTK_WIDGET (self->new_view));
  add_view (self, HALL_VIEW_ORDERS, GTK_WIDGET (self->orders_view));
  add_view (self, HALL_VIEW_HELP, GTK_WIDGET (self->help_view));
}

static GtkWidget *
new_switcher (HallWindow *self)
{
  return g_object_new (HDY_TYPE_VIEW_SWITCHER, "visible", TRUE, "stack", self->views, "policy",
                       HDY_VIEW_SWITCHER_POLICY_WIDE, NULL);
}

static void
listen (HallWindow *self)
{
  g_signal_connect_object (self->frame, "ready-changed", G_CALLBACK (enter_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->frame, "fill-code", G_CALLBACK (on_fill_code_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (enter_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->new_view, "show-order", G_CALLBACK (on_show_order_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->orders_view, "open-order", G_CALLBACK (on_open_order_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->orders_view, "new-order", G_CALLBACK (on_new_order_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->orders_view, "waiting-changed", G_CALLBACK (on_waiting_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
hall_window_new (HallApp *app)
{
  HallWindow *self =
      g_object_new (HALL_TYPE_WINDOW, "application", app, "title", _ ("CertHall"), NULL);

  self->frame = HALL_FRAME (hall_frame_new (GTK_APPLICATION_WINDOW (self), app, HALL_PART_HANDLER));
  gtk_widget_show (GTK_WIDGET (self->frame));
  gtk_container_add (GTK_CONTAINER (self), GTK_WIDGET (self->frame));
  add_views (self);
  hall_frame_set_content (self->frame, GTK_WIDGET (self->views));
  hall_frame_set_title (self->frame, new_switcher (self));
  hall_frame_add_main_item (self->frame, _ ("Open the reviewer's window"), "app.reviewer");
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  listen (self);
  return GTK_WIDGET (self);
}

void
hall_window_connect_local (HallWindow *self)
{
  g_return_if_fail (HALL_IS_WINDOW (self));

  hall_frame_connect_local (self->frame);
}

void
hall_window_connect (HallWindow *self, const char *address)
{
  g_return_if_fail (HALL_IS_WINDOW (self));

  hall_frame_connect (self->frame, address);
}

void
hall_window_show_view (HallWindow *self, HallView view)
{
  g_return_if_fail (HALL_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->views, rows[view].name);
}

void
hall_window_show_order (HallWindow *self, const char *number)
{
  g_return_if_fail (HALL_IS_WINDOW (self));

  hall_window_show_view (self, HALL_VIEW_ORDERS);
  hall_orders_view_show_order (self->orders_view, number);
}
