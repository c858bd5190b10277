/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of the hall's staff: a view for each kind of work, and a switcher of those that
 * the person who has signed in may do.
 */
#include "hall-reviewer-window.h"

#include <glib/gi18n.h>

#include "hall-reviewer-views.h"
#include "hall-staff-chooser.h"
#include "hall-ui.h"

struct _HallReviewerWindow
{
  HdyApplicationWindow parent_instance;

  HallFrame *frame;
  GtkStack *views; /* by the names of the table of views */
  GtkWidget *title;
  GtkWidget *switcher; /* in place of @title for who has more than one view */
  guint focus_source;
};

G_DEFINE_FINAL_TYPE (HallReviewerWindow, hall_reviewer_window, HDY_TYPE_APPLICATION_WINDOW)

static GtkWidget *
get_widget (HallReviewerWindow *self, const HallReviewerView *view)
{
  return gtk_stack_get_child_by_name (self->views, view->name);
}

/* (nullable) */
static const HallReviewerView *
get_shown (HallReviewerWindow *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->views);

  for (guint i = 0; i < hall_reviewer_views_get_n (); i++)
    if (g_strcmp0 (hall_reviewer_view_get (i)->name, name) == 0)
      return hall_reviewer_view_get (i);
  return NULL;
}

/* Views that are not offered are not seen either. */
static void
offer_views (HallReviewerWindow *self, guint actors)
{
  guint n = 0;

  for (guint i = 0; i < hall_reviewer_views_get_n (); i++)
    {
      const HallReviewerView *view = hall_reviewer_view_get (i);
      gboolean offered = (view->actors & actors) != 0;

      gtk_widget_set_visible (get_widget (self, view), offered);
      n += offered ? 1 : 0;
    }
  gtk_widget_set_visible (self->switcher, n > 1);
  gtk_widget_set_visible (self->title, n <= 1);
}

static void
enter_views (HallReviewerWindow *self)
{
  const HallIdentity *identity = hall_session_get_identity (hall_frame_get_session (self->frame));
  guint actors = identity != NULL ? identity->actors : 0;

  offer_views (self, actors);
  gtk_stack_set_visible_child_name (self->views, hall_reviewer_view_find_home (actors)->name);
  for (guint i = 0; i < hall_reviewer_views_get_n (); i++)
    {
      const HallReviewerView *view = hall_reviewer_view_get (i);

      if ((view->actors & actors) != 0 && view->enter != NULL)
        view->enter (get_widget (self, view));
    }
}

static void
leave_views (HallReviewerWindow *self)
{
  for (guint i = 0; i < hall_reviewer_views_get_n (); i++)
    {
      const HallReviewerView *view = hall_reviewer_view_get (i);

      if (view->leave != NULL)
        view->leave (get_widget (self, view));
    }
}

/* A popover that opens leaves the window without a focus until it is seen. */
static gboolean
is_given_to_popover (HallReviewerWindow *self)
{
  GtkWidget *grab = gtk_grab_get_current ();

  return grab != NULL && gtk_widget_is_ancestor (grab, GTK_WIDGET (self));
}

static gboolean
on_focus_due_cb (gpointer user_data)
{
  HallReviewerWindow *self = user_data;
  const HallReviewerView *view = get_shown (self);

  self->focus_source = 0;
  if (gtk_window_get_focus (GTK_WINDOW (self)) != NULL || view == NULL
      || !hall_frame_is_ready (self->frame) || is_given_to_popover (self))
    return G_SOURCE_REMOVE;
  if (view->focus != NULL)
    view->focus (get_widget (self, view));
  else
    gtk_widget_child_focus (get_widget (self, view), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* What had the focus has gone, is hidden or can do nothing now: whoever works by keyboard alone
 * finds it in the view again. Not at once: something may be about to take it. */
static void
look_for_focus (HallReviewerWindow *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add (on_focus_due_cb, self);
}

static void
on_focus_set_cb (HallReviewerWindow *self, GtkWidget *focus)
{
  if (focus == NULL)
    look_for_focus (self);
}

static void
on_ready_changed_cb (HallReviewerWindow *self)
{
  if (hall_frame_is_ready (self->frame))
    enter_views (self);
  else
    leave_views (self);
  look_for_focus (self);
}

static void
on_staff_chosen_cb (HallReviewerWindow *self, const char *name, const char *password)
{
  hall_sign_in_page_fill (hall_frame_get_sign_in (self->frame), name, password);
}

static void
on_view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallReviewerWindow *self = user_data;
  GtkWidget *child =
      gtk_stack_get_child_by_name (self->views, g_variant_get_string (parameter, NULL));

  if (child != NULL && gtk_widget_get_visible (child))
    gtk_stack_set_visible_child (self->views, child);
}

static void
on_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallReviewerWindow *self = user_data;
  const HallReviewerView *view = get_shown (self);

  if (hall_frame_is_ready (self->frame) && view != NULL && view->back != NULL)
    view->back (get_widget (self, view));
}

static void
on_find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallReviewerWindow *self = user_data;
  const HallReviewerView *view = get_shown (self);

  if (hall_frame_is_ready (self->frame) && view != NULL && view->find != NULL)
    view->find (get_widget (self, view));
}

static const GActionEntry actions[] = {
  { .name = "view", .activate = on_view_cb, .parameter_type = "s" },
  { .name = "back", .activate = on_back_cb },
  { .name = "find", .activate = on_find_cb },
};

/* Plain keys are keys only where nobody is writing; Escape leads out of an entry, but clears a
 * search first. */
static gboolean
is_writing (HallReviewerWindow *self, guint keyval)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (keyval == GDK_KEY_Escape)
    return GTK_IS_SEARCH_ENTRY (focus);
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* FALSE if fewer views are offered. */
static gboolean
switch_view (HallReviewerWindow *self, guint number)
{
  for (guint i = 0; i < hall_reviewer_views_get_n (); i++)
    {
      GtkWidget *child = get_widget (self, hall_reviewer_view_get (i));

      if (!gtk_widget_get_visible (child) || --number > 0)
        continue;
      gtk_stack_set_visible_child (self->views, child);
      return TRUE;
    }
  return FALSE;
}

static gboolean
on_key_pressed_cb (HallReviewerWindow *self, GdkEventKey *event)
{
  const HallReviewerView *view = get_shown (self);

  if (hall_frame_is_ready (self->frame) && event->keyval >= GDK_KEY_1 && event->keyval <= GDK_KEY_9
      && (event->state & gtk_accelerator_get_default_mod_mask ()) == GDK_MOD1_MASK)
    return switch_view (self, event->keyval - GDK_KEY_0);
  if (!hall_frame_is_ready (self->frame) || view == NULL
      || (event->state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0
      || is_writing (self, event->keyval) || gtk_grab_get_current () != NULL)
    return GDK_EVENT_PROPAGATE;
  if (event->keyval == GDK_KEY_question)
    {
      g_action_group_activate_action (G_ACTION_GROUP (
                                          gtk_window_get_application (GTK_WINDOW (self))),
                                      "shortcuts", NULL);
      return GDK_EVENT_STOP;
    }
  if (event->keyval == GDK_KEY_slash && view->find != NULL)
    {
      view->find (get_widget (self, view));
      return GDK_EVENT_STOP;
    }
  return view->key != NULL && view->key (get_widget (self, view), event);
}

static void
hall_reviewer_window_dispose (GObject *object)
{
  g_clear_handle_id (&HALL_REVIEWER_WINDOW (object)->focus_source, g_source_remove);
  g_signal_handlers_disconnect_by_func (object, on_focus_set_cb, NULL);
  G_OBJECT_CLASS (hall_reviewer_window_parent_class)->dispose (object);
}

static void
hall_reviewer_window_class_init (HallReviewerWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_reviewer_window_dispose;
}

static void
hall_reviewer_window_init (HallReviewerWindow *self)
{
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_widget_show (GTK_WIDGET (self->views));
}

static void
add_views (HallReviewerWindow *self)
{
  for (guint i = 0; i < hall_reviewer_views_get_n (); i++)
    {
      const HallReviewerView *view = hall_reviewer_view_get (i);
      GtkWidget *widget = view->create (self->frame);

      gtk_widget_show (widget);
      gtk_stack_add_titled (self->views, widget, view->name, _ (view->title));
      gtk_container_child_set (GTK_CONTAINER (self->views), widget, "icon-name", view->icon, NULL);
    }
  hall_frame_set_content (self->frame, GTK_WIDGET (self->views));
}

static void
build_title (HallReviewerWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->title = gtk_label_new (_ ("CertHall review"));
  self->switcher = g_object_new (HDY_TYPE_VIEW_SWITCHER, "stack", self->views, "policy",
                                 HDY_VIEW_SWITCHER_POLICY_AUTO, NULL);
  hall_ui_set_class (self->title, "title", TRUE);
  gtk_container_add (GTK_CONTAINER (box), self->title);
  gtk_container_add (GTK_CONTAINER (box), self->switcher);
  gtk_widget_show (self->title);
  gtk_widget_show (box);
  hall_frame_set_title (self->frame, box);
}

static void
build_staff_chooser (HallReviewerWindow *self)
{
  GtkWidget *chooser = hall_staff_chooser_new (hall_frame_get_session (self->frame));

  gtk_container_add (GTK_CONTAINER (
                         hall_sign_in_page_get_foot (hall_frame_get_sign_in (self->frame))),
                     chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_staff_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
hall_reviewer_window_new (HallApp *app)
{
  HallReviewerWindow *self = g_object_new (HALL_TYPE_REVIEWER_WINDOW, "application", app, "title",
                                           _ ("CertHall review"), NULL);

  self->frame = HALL_FRAME (hall_frame_new (GTK_APPLICATION_WINDOW (self), app, HALL_PART_STAFF));
  gtk_widget_show (GTK_WIDGET (self->frame));
  gtk_container_add (GTK_CONTAINER (self), GTK_WIDGET (self->frame));
  add_views (self);
  build_title (self);
  build_staff_chooser (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->frame, "ready-changed", G_CALLBACK (on_ready_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "key-press-event", G_CALLBACK (on_key_pressed_cb), NULL);
  g_signal_connect (self, "set-focus", G_CALLBACK (on_focus_set_cb), NULL);
  return GTK_WIDGET (self);
}

HallFrame *
hall_reviewer_window_get_frame (HallReviewerWindow *self)
{
  g_return_val_if_fail (HALL_IS_REVIEWER_WINDOW (self), NULL);

  return self->frame;
}

const HallReviewerView *
hall_reviewer_window_get_view (HallReviewerWindow *self)
{
  g_return_val_if_fail (HALL_IS_REVIEWER_WINDOW (self), NULL);

  return hall_frame_is_ready (self->frame) ? get_shown (self) : NULL;
}

void
hall_reviewer_window_connect_local (HallReviewerWindow *self)
{
  g_return_if_fail (HALL_IS_REVIEWER_WINDOW (self));

  hall_frame_connect_local (self->frame);
}

void
hall_reviewer_window_connect (HallReviewerWindow *self, const char *address)
{
  g_return_if_fail (HALL_IS_REVIEWER_WINDOW (self));

  hall_frame_connect (self->frame, address);
}
