/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linux: GNotification, which the desktop or its portal shows.
 */
#include "hall-notify.h"

void
hall_notify_show (GApplication *application,
                  const char *id,
                  const char *title,
                  const char *body,
                  const char *action)
{
  g_autoptr (GNotification) notification = g_notification_new (title);

  /* without a session bus there is no desktop to tell */
  if (g_application_get_dbus_connection (application) == NULL)
    return;
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, action);
  g_application_send_notification (application, id, notification);
}

void
hall_notify_withdraw (GApplication *application, const char *id)
{
  if (g_application_get_dbus_connection (application) != NULL)
    g_application_withdraw_notification (application, id);
}
