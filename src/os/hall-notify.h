/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notifications of the desktop. linux/ and windows/ have a body each.
 */
#pragma once

#include <gio/gio.h>

/**
 * hall_notify_show:
 * @id: another notification with the same id takes its place
 * @action: detailed name of an action of @application that a click on it activates, such as
 *   "app.show-order::20261122000017"
 *
 * Windows shows one at a time.
 */
void hall_notify_show (GApplication *application,
                       const char *id,
                       const char *title,
                       const char *body,
                       const char *action);

void hall_notify_withdraw (GApplication *application, const char *id);
