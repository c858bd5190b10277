/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: what it is started with, what all windows share. What a window shows is the
 * window's own business.
 */
#include "hall-app.h"

#include <glib/gi18n.h>

#include "hall-app-actions.h"
#include "hall-app-lang.h"
#include "hall-notify.h"
#include "hall-reviewer-window.h"
#include "hall-ui.h"
#include "hall-window.h"

struct _HallApp
{
  GtkApplication parent_instance;

  HallPreferences *settings;
  HallLocalHall *local; /* (nullable): until it is asked for */
  char **local_argv;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallApp, hall_app, GTK_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "local", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the practice hall on this computer"), NULL },
  { "hall", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Connect to this hall"), N_ ("ADDRESS") },
  { "new-application", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Begin an application"), NULL },
  { "orders", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show my orders"), NULL },
  { "reviewer", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the reviewer's window"), NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { NULL },
};

/* (nullable): There is one of each kind: the applicant's, and the reviewer's. */
static gpointer
find_window (HallApp *self, GType type)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (; windows != NULL; windows = windows->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (windows->data, type))
      return windows->data;
  return NULL;
}

static HallWindow *
open_window (HallApp *self)
{
  HallWindow *window = find_window (self, HALL_TYPE_WINDOW);

  if (window == NULL)
    window = HALL_WINDOW (hall_window_new (self));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static HallReviewerWindow *
open_reviewer_window (HallApp *self)
{
  HallReviewerWindow *window = find_window (self, HALL_TYPE_REVIEWER_WINDOW);

  if (window == NULL)
    window = HALL_REVIEWER_WINDOW (hall_reviewer_window_new (self));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
on_about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  gtk_show_about_dialog (window, "program-name", _ ("CertHall"), "version", HALL_VERSION,
                         "logo-icon-name", HALL_APP_ID, "comments",
                         _ ("Apply for a digital certificate and follow your order"),
                         "license-type", GTK_LICENSE_GPL_3_0, "translator-credits",
                         _ ("translator-credits"), NULL);
}

static void
on_shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  gboolean staff = HALL_IS_REVIEWER_WINDOW (window);
  const HallReviewerView *view =
      staff ? hall_reviewer_window_get_view (HALL_REVIEWER_WINDOW (window)) : NULL;
  GtkWidget *shortcuts = hall_app_actions_new_shortcuts_window (staff, view);

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), window);
  gtk_window_present (GTK_WINDOW (shortcuts));
}

/* Each window is asked, as if closed by hand: one may still be uploading. */
static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
}

static void
on_reviewer_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_reviewer_window (user_data);
}

static void
on_show_order_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hall_window_show_order (open_window (user_data), g_variant_get_string (parameter, NULL));
}

static void
on_new_application_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hall_window_show_view (open_window (user_data), HALL_VIEW_NEW);
}

static void
on_orders_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hall_window_show_view (open_window (user_data), HALL_VIEW_ORDERS);
}

/* What the desktop file offers as actions bears the same names here. */
static const GActionEntry actions[] = {
  { .name = "about", .activate = on_about_cb },
  { .name = "shortcuts", .activate = on_shortcuts_cb },
  { .name = "quit", .activate = on_quit_cb },
  { .name = "reviewer", .activate = on_reviewer_cb },
  { .name = "new-application", .activate = on_new_application_cb },
  { .name = "orders", .activate = on_orders_cb },
  { .name = "show-order", .activate = on_show_order_cb, .parameter_type = "s" },
};

static void
hall_app_startup (GApplication *application)
{
  G_APPLICATION_CLASS (hall_app_parent_class)->startup (application);

  hall_ui_init ();
  gtk_window_set_default_icon_name (HALL_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  hall_app_actions_set_keys (GTK_APPLICATION (application));
}

static void
hall_app_activate (GApplication *application)
{
  open_window (HALL_APP (application));
}

static int
hall_app_handle_local_options (GApplication *application, GVariantDict *given)
{
  if (!g_variant_dict_contains (given, "version"))
    return -1;
  g_print ("certhall %s\n", HALL_VERSION);
  return 0;
}

static void
open_reviewer (HallApp *self, GVariantDict *given)
{
  HallReviewerWindow *window = open_reviewer_window (self);
  const char *address;

  if (g_variant_dict_contains (given, "local"))
    hall_reviewer_window_connect_local (window);
  else if (g_variant_dict_lookup (given, "hall", "&s", &address))
    hall_reviewer_window_connect (window, address);
}

static void
open_applicant (HallApp *self, GVariantDict *given)
{
  HallWindow *window = open_window (self);
  const char *address;

  if (g_variant_dict_contains (given, "local"))
    hall_window_connect_local (window);
  else if (g_variant_dict_lookup (given, "hall", "&s", &address))
    hall_window_connect (window, address);
  if (g_variant_dict_contains (given, "orders"))
    hall_window_show_view (window, HALL_VIEW_ORDERS);
  else if (g_variant_dict_contains (given, "new-application"))
    hall_window_show_view (window, HALL_VIEW_NEW);
}

static int
hall_app_command_line (GApplication *application, GApplicationCommandLine *line)
{
  GVariantDict *given = g_application_command_line_get_options_dict (line);

  if (g_variant_dict_contains (given, "reviewer"))
    open_reviewer (HALL_APP (application), given);
  else
    open_applicant (HALL_APP (application), given);
  return 0;
}

static void
hall_app_shutdown (GApplication *application)
{
  HallApp *self = HALL_APP (application);

  if (self->local != NULL)
    hall_local_hall_stop (self->local);
  G_APPLICATION_CLASS (hall_app_parent_class)->shutdown (application);
}

static void
hall_app_finalize (GObject *object)
{
  HallApp *self = HALL_APP (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->local);
  g_strfreev (self->local_argv);
  G_OBJECT_CLASS (hall_app_parent_class)->finalize (object);
}

static void
hall_app_class_init (HallAppClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_app_finalize;
  application_class->startup = hall_app_startup;
  application_class->activate = hall_app_activate;
  application_class->handle_local_options = hall_app_handle_local_options;
  application_class->command_line = hall_app_command_line;
  application_class->shutdown = hall_app_shutdown;
}

static void
hall_app_init (HallApp *self)
{
  self->settings = hall_preferences_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("The online business hall of a certification authority."));
}

HallApp *
hall_app_new (void)
{
  return g_object_new (HALL_TYPE_APP, "application-id", HALL_APP_ID, "resource-base-path",
                       "/io/github/certhall", "flags", G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}

HallPreferences *
hall_app_get_preferences (HallApp *self)
{
  g_return_val_if_fail (HALL_IS_APP (self), NULL);

  return self->settings;
}

HallLocalHall *
hall_app_get_local_hall (HallApp *self)
{
  g_return_val_if_fail (HALL_IS_APP (self), NULL);

  if (self->local == NULL)
    self->local = hall_local_hall_new ((const char *const *) self->local_argv, hall_app_lang ());
  return self->local;
}

static char *
get_notification_id (const char *number)
{
  return g_strconcat ("order-", number, NULL);
}

void
hall_app_notify_order (HallApp *self, const char *number, const char *title, const char *body)
{
  g_autofree char *id = get_notification_id (number);
  g_autofree char *action = g_strconcat ("app.show-order::", number, NULL);

  g_return_if_fail (HALL_IS_APP (self));

  hall_notify_show (G_APPLICATION (self), id, title, body, action);
}

void
hall_app_withdraw_order (HallApp *self, const char *number)
{
  g_autofree char *id = get_notification_id (number);

  g_return_if_fail (HALL_IS_APP (self));

  hall_notify_withdraw (G_APPLICATION (self), id);
}

void
hall_app_set_local_program (HallApp *self, const char *const *argv)
{
  g_return_if_fail (HALL_IS_APP (self));

  g_strfreev (self->local_argv);
  self->local_argv = g_strdupv ((char **) argv);
}
