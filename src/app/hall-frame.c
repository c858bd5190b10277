/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every window has around its pages.
 */
#include "hall-frame.h"

#include <glib/gi18n.h>
#include <handy.h>

#include "hall-app-lang.h"
#include "hall-frame-hold.h"
#include "hall-frame-menus.h"
#include "hall-offline-bar.h"
#include "hall-phone-drawer.h"
#include "hall-ui.h"
#include "hall-welcome-page.h"

#define STAFF_WIDTH_PX  1440
#define STAFF_HEIGHT_PX 900

struct _HallFrame
{
  GtkBox parent_instance;

  HdyHeaderBar *header;
  GtkBox *start_box;
  GtkMenuButton *menu_button;
  GtkStack *title_stack; /* "name" or "content" */
  GtkMenuButton *hall_button;
  GtkLabel *hall_label;
  GtkMenuButton *account_button;
  GtkLabel *account_label;
  GtkToggleButton *phone_button;
  GtkLabel *phone_badge;
  GtkBox *offline_box;
  HdyFlap *flap;
  GtkStack *stack; /* "welcome", "sign-in" or "content" */
  GtkBox *phone_box;

  GtkApplicationWindow *window; /* not owned: it owns this */
  HallApp *app;
  HallSession *session;
  HallFrameMenus *menus;
  HallFrameHold *hold;
  HallWelcomePage *welcome; /* in @stack */
  HallSignInPage *sign_in;  /* in @stack */
  HallPhoneDrawer *phone;   /* in @phone_box */
};

G_DEFINE_FINAL_TYPE (HallFrame, hall_frame, GTK_TYPE_BOX)

enum
{
  READY_CHANGED,
  FILL_CODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_place (HallFrame *self, const char *place)
{
  gboolean was_ready = hall_frame_is_ready (self);
  gboolean ready = g_str_equal (place, "content");

  gtk_stack_set_visible_child_name (self->stack, place);
  if (gtk_stack_get_child_by_name (self->title_stack, "content") != NULL)
    gtk_stack_set_visible_child_name (self->title_stack, ready ? "content" : "name");
  if (was_ready != ready)
    g_signal_emit (self, signals[READY_CHANGED], 0);
}

static void
show_identity (HallFrame *self)
{
  const HallIdentity *identity = hall_session_get_identity (self->session);

  gtk_widget_set_visible (GTK_WIDGET (self->account_button), identity != NULL);
  gtk_label_set_text (self->account_label, identity != NULL ? identity->name : "");
  hall_frame_menus_show_identity (self->menus, self->session);
  if (hall_session_get_info (self->session) == NULL)
    show_place (self, "welcome");
  else if (identity != NULL)
    show_place (self, "content");
  else
    {
      show_place (self, "sign-in");
      hall_sign_in_page_open (self->sign_in, NULL);
    }
}

static void
show_hall (HallFrame *self)
{
  const HallInfo *info = hall_session_get_info (self->session);
  gboolean practice = info != NULL && info->practice;

  gtk_widget_set_visible (GTK_WIDGET (self->hall_button), info != NULL);
  gtk_label_set_text (self->hall_label, info != NULL ? info->name : "");
  hall_ui_set_class (GTK_WIDGET (self->hall_button), "hall-practice", practice);
  hall_frame_menus_show_hall (self->menus, self->session);
  gtk_widget_set_visible (GTK_WIDGET (self->phone_button), practice);
  if (!practice)
    hdy_flap_set_reveal_flap (self->flap, FALSE);
  show_identity (self);
}

static void
on_signed_out_cb (HallFrame *self)
{
  hall_sign_in_page_open (self->sign_in,
                          _ ("You were signed out after a while. Please sign in again; nothing "
                             "you entered is lost."));
}

static void
on_unread_changed_cb (HallFrame *self)
{
  guint unread = hall_phone_drawer_get_unread (self->phone);
  g_autofree char *text = g_strdup_printf ("%u", unread);

  gtk_label_set_text (self->phone_badge, text);
  gtk_widget_set_visible (GTK_WIDGET (self->phone_badge), unread > 0);
}

static void
on_phone_revealed_cb (HallFrame *self)
{
  hall_phone_drawer_set_open (self->phone, hdy_flap_get_reveal_flap (self->flap));
}

/* Where nobody asks for a code, it can still be pasted. */
static void
on_fill_code_cb (HallFrame *self, const char *code)
{
  gboolean filled = FALSE;

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->sign_in))
    filled = hall_sign_in_page_fill_code (self->sign_in, code);
  else
    g_signal_emit (self, signals[FILL_CODE], 0, code, &filled);
  if (!filled)
    gtk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self), GDK_SELECTION_CLIPBOARD),
                            code, -1);
}

static void
on_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_button_clicked (GTK_BUTTON (HALL_FRAME (user_data)->menu_button));
}

static void
on_toggle_phone_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HallFrame *self = user_data;

  if (gtk_widget_get_visible (GTK_WIDGET (self->phone_button)))
    hdy_flap_set_reveal_flap (self->flap, !hdy_flap_get_reveal_flap (self->flap));
}

static void
on_leave_hall_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hall_session_disconnect (HALL_FRAME (user_data)->session);
}

static void
on_sign_out_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hall_session_sign_out (HALL_FRAME (user_data)->session);
}

static void
on_close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (HALL_FRAME (user_data)->window));
}

static const GActionEntry actions[] = {
  { .name = "menu", .activate = on_menu_cb },
  { .name = "toggle-phone", .activate = on_toggle_phone_cb },
  { .name = "leave-hall", .activate = on_leave_hall_cb },
  { .name = "sign-out", .activate = on_sign_out_cb },
  { .name = "close", .activate = on_close_cb },
};

static void
save_size (HallFrame *self)
{
  HallPreferences *settings = hall_app_get_preferences (self->app);
  HallWindowSize size = hall_preferences_get_window (settings);

  if (hall_session_get_part (self->session) == HALL_PART_STAFF)
    return;
  size.maximized = gtk_window_is_maximized (GTK_WINDOW (self->window));
  if (!size.maximized)
    gtk_window_get_size (GTK_WINDOW (self->window), &size.width, &size.height);
  hall_preferences_set_window (settings, &size);
}

static gboolean
on_window_closing_cb (HallFrame *self)
{
  if (!hall_frame_hold_let_close (self->hold))
    return GDK_EVENT_STOP;
  save_size (self);
  return GDK_EVENT_PROPAGATE;
}

static void
hall_frame_dispose (GObject *object)
{
  HallFrame *self = HALL_FRAME (object);

  g_clear_pointer (&self->hold, hall_frame_hold_free);
  g_clear_pointer (&self->menus, hall_frame_menus_free);
  g_clear_object (&self->session);
  g_clear_object (&self->app);
  G_OBJECT_CLASS (hall_frame_parent_class)->dispose (object);
}

static void
hall_frame_class_init (HallFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_frame_dispose;
  signals[READY_CHANGED] = g_signal_new ("ready-changed", HALL_TYPE_FRAME, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILL_CODE] = g_signal_new ("fill-code", HALL_TYPE_FRAME, G_SIGNAL_RUN_LAST, 0,
                                     g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN,
                                     1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFrame, header);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, start_box);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, menu_button);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, title_stack);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, hall_button);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, hall_label);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, account_button);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, account_label);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, phone_button);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, phone_badge);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, offline_box);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, flap);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, stack);
  gtk_widget_class_bind_template_child (widget_class, HallFrame, phone_box);
}

static void
hall_frame_init (HallFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_places (HallFrame *self)
{
  HallPreferences *settings = hall_app_get_preferences (self->app);
  GtkWidget *welcome =
      hall_welcome_page_new (self->session, hall_app_get_local_hall (self->app), settings);
  GtkWidget *sign_in = hall_sign_in_page_new (self->session, settings);
  GtkWidget *phone = hall_phone_drawer_new (self->session);

  self->welcome = HALL_WELCOME_PAGE (welcome);
  self->sign_in = HALL_SIGN_IN_PAGE (sign_in);
  self->phone = HALL_PHONE_DRAWER (phone);
  gtk_stack_add_named (self->stack, welcome, "welcome");
  gtk_stack_add_named (self->stack, sign_in, "sign-in");
  gtk_box_pack_start (self->phone_box, phone, TRUE, TRUE, 0);
  gtk_container_add (GTK_CONTAINER (self->offline_box), hall_offline_bar_new (self->session));
}

static void
listen (HallFrame *self)
{
  g_signal_connect_object (self->session, "hall-changed", G_CALLBACK (show_hall), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "identity-changed", G_CALLBACK (show_identity), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "remembered-changed", G_CALLBACK (show_identity), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "signed-out", G_CALLBACK (on_signed_out_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->phone, "unread-changed", G_CALLBACK (on_unread_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->phone, "fill-code", G_CALLBACK (on_fill_code_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_phone_revealed_cb),
                           self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->flap, "reveal-flap", self->phone_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

/* Staff look at data and documents side by side: as large as the screen allows. */
static void
make_room_for_staff (HallFrame *self, HallWindowSize *size)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->window));
  GdkMonitor *monitor = gdk_display_get_primary_monitor (display);
  GdkRectangle area = { .width = STAFF_WIDTH_PX, .height = STAFF_HEIGHT_PX };

  if (monitor == NULL)
    monitor = gdk_display_get_monitor (display, 0);
  if (monitor != NULL)
    gdk_monitor_get_workarea (monitor, &area);
  size->width = MAX (size->width, MIN (STAFF_WIDTH_PX, area.width));
  size->height = MAX (size->height, MIN (STAFF_HEIGHT_PX, area.height));
}

static void
adopt_window (HallFrame *self)
{
  HallWindowSize size = hall_preferences_get_window (hall_app_get_preferences (self->app));

  if (hall_session_get_part (self->session) == HALL_PART_STAFF)
    make_room_for_staff (self, &size);
  g_action_map_add_action_entries (G_ACTION_MAP (self->window), actions, G_N_ELEMENTS (actions),
                                   self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), size.width, size.height);
  if (size.maximized)
    gtk_window_maximize (GTK_WINDOW (self->window));
  g_signal_connect_object (self->window, "delete-event", G_CALLBACK (on_window_closing_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
hall_frame_new (GtkApplicationWindow *window, HallApp *app, HallPart part)
{
  HallFrame *self = g_object_new (HALL_TYPE_FRAME, NULL);

  self->window = window;
  self->app = g_object_ref (app);
  self->session = hall_session_new (part, hall_app_lang ());
  self->menus = hall_frame_menus_new (self->menu_button, self->hall_button, self->account_button);
  self->hold = hall_frame_hold_new (GTK_APPLICATION (app), GTK_WINDOW (window));
  adopt_window (self);
  add_places (self);
  listen (self);
  show_hall (self);
  return GTK_WIDGET (self);
}

HallSession *
hall_frame_get_session (HallFrame *self)
{
  g_return_val_if_fail (HALL_IS_FRAME (self), NULL);

  return self->session;
}

HallApp *
hall_frame_get_app (HallFrame *self)
{
  g_return_val_if_fail (HALL_IS_FRAME (self), NULL);

  return self->app;
}

void
hall_frame_set_content (HallFrame *self, GtkWidget *content)
{
  g_return_if_fail (HALL_IS_FRAME (self));

  gtk_stack_add_named (self->stack, content, "content");
}

void
hall_frame_set_title (HallFrame *self, GtkWidget *title)
{
  g_return_if_fail (HALL_IS_FRAME (self));

  gtk_stack_add_named (self->title_stack, title, "content");
}

HallSignInPage *
hall_frame_get_sign_in (HallFrame *self)
{
  g_return_val_if_fail (HALL_IS_FRAME (self), NULL);

  return self->sign_in;
}

GtkBox *
hall_frame_get_start_box (HallFrame *self)
{
  g_return_val_if_fail (HALL_IS_FRAME (self), NULL);

  return self->start_box;
}

void
hall_frame_add_hall_item (HallFrame *self, const char *label, const char *action)
{
  g_return_if_fail (HALL_IS_FRAME (self));

  hall_frame_menus_add_hall_item (self->menus, label, action);
}

void
hall_frame_add_main_item (HallFrame *self, const char *label, const char *action)
{
  g_return_if_fail (HALL_IS_FRAME (self));

  hall_frame_menus_add_main_item (self->menus, label, action);
}

gboolean
hall_frame_is_ready (HallFrame *self)
{
  g_return_val_if_fail (HALL_IS_FRAME (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0;
}

void
hall_frame_connect_local (HallFrame *self)
{
  g_return_if_fail (HALL_IS_FRAME (self));

  hall_session_disconnect (self->session);
  hall_welcome_page_connect_local (self->welcome);
}

void
hall_frame_connect (HallFrame *self, const char *address)
{
  g_return_if_fail (HALL_IS_FRAME (self));

  hall_session_disconnect (self->session);
  hall_welcome_page_connect (self->welcome, address);
}

guint
hall_frame_hold (HallFrame *self, const char *why)
{
  g_return_val_if_fail (HALL_IS_FRAME (self), 0);

  return hall_frame_hold_add (self->hold, why);
}

void
hall_frame_release (HallFrame *self, guint hold)
{
  g_return_if_fail (HALL_IS_FRAME (self));

  if (self->hold != NULL)
    hall_frame_hold_remove (self->hold, hold);
}
