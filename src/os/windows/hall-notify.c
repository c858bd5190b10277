/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Windows: a balloon of an icon in the notification area. GLib has no notifications there. The
 * icon comes with the balloon and goes with it; a hidden window hears the clicks, in the main
 * loop that GDK runs for the thread's windows.
 */
#include "hall-notify.h"

#include <windows.h>

#include <shellapi.h>

#define ICON_ID       1
#define ICON_MESSAGE  (WM_APP + 1)
#define WINDOW_CLASS  L"CertHallNotify"
#define APP_ICON      1 /* of the program's resources */
#define NOTIFIER_DATA "hall-notifier"

typedef struct
{
  GApplication *application; /* owns the notifier */
  HWND window;
  char *id;     /* (nullable): of the balloon that shows */
  char *action; /* (nullable) */
} Notifier;

static void
fill (NOTIFYICONDATAW *data, Notifier *self)
{
  memset (data, 0, sizeof *data);
  data->cbSize = sizeof *data;
  data->hWnd = self->window;
  data->uID = ICON_ID;
}

static void
remove_icon (Notifier *self)
{
  NOTIFYICONDATAW data;

  if (self->id == NULL)
    return;
  fill (&data, self);
  Shell_NotifyIconW (NIM_DELETE, &data);
  g_clear_pointer (&self->id, g_free);
}

static void
activate (Notifier *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (self->action == NULL || !g_action_parse_detailed_name (self->action, &name, &target, NULL))
    return;
  g_action_group_activate_action (G_ACTION_GROUP (self->application),
                                  g_str_has_prefix (name, "app.") ? name + 4 : name, target);
}

static LRESULT CALLBACK
on_message (HWND window, UINT message, WPARAM wparam, LPARAM lparam)
{
  Notifier *self = (Notifier *) GetWindowLongPtrW (window, GWLP_USERDATA);

  if (message != ICON_MESSAGE || self == NULL)
    return DefWindowProcW (window, message, wparam, lparam);
  switch (LOWORD (lparam))
    {
    case NIN_BALLOONUSERCLICK:
      remove_icon (self);
      activate (self);
      break;
    case NIN_BALLOONTIMEOUT:
    case NIN_BALLOONHIDE:
      remove_icon (self);
      break;
    default:
      break;
    }
  return 0;
}

static void
notifier_free (gpointer data)
{
  Notifier *self = data;

  remove_icon (self);
  DestroyWindow (self->window);
  g_free (self->action);
  g_free (self);
}

static Notifier *
get_notifier (GApplication *application)
{
  Notifier *self = g_object_get_data (G_OBJECT (application), NOTIFIER_DATA);
  HINSTANCE instance = GetModuleHandleW (NULL);
  WNDCLASSW window_class = {
    .lpfnWndProc = on_message,
    .hInstance = instance,
    .lpszClassName = WINDOW_CLASS,
  };

  if (self != NULL)
    return self;
  RegisterClassW (&window_class); /* a second time it is there already */
  self = g_new0 (Notifier, 1);
  self->application = application;
  self->window =
      CreateWindowW (WINDOW_CLASS, L"", 0, 0, 0, 0, 0, HWND_MESSAGE, NULL, instance, NULL);
  SetWindowLongPtrW (self->window, GWLP_USERDATA, (LONG_PTR) self);
  g_object_set_data_full (G_OBJECT (application), NOTIFIER_DATA, self, notifier_free);
  return self;
}

/* Copies as much of @text as fits into @max wide characters, the end included. */
static void
copy_text (wchar_t *to, gsize max, const char *text)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  gsize length = wide != NULL ? wcslen ((const wchar_t *) wide) : 0;

  length = MIN (length, max - 1);
  if (wide != NULL)
    memcpy (to, wide, length * sizeof *to);
  to[length] = L'\0';
}

void
hall_notify_show (GApplication *application,
                  const char *id,
                  const char *title,
                  const char *body,
                  const char *action)
{
  Notifier *self = get_notifier (application);
  HICON icon = LoadIconW (GetModuleHandleW (NULL), MAKEINTRESOURCEW (APP_ICON));
  NOTIFYICONDATAW data;

  remove_icon (self);
  fill (&data, self);
  data.uFlags = NIF_MESSAGE | NIF_ICON | NIF_TIP | NIF_INFO;
  data.uCallbackMessage = ICON_MESSAGE;
  data.hIcon = icon != NULL ? icon : LoadIconW (NULL, (LPCWSTR) IDI_APPLICATION);
  data.dwInfoFlags = NIIF_INFO;
  copy_text (data.szTip, G_N_ELEMENTS (data.szTip), title);
  copy_text (data.szInfoTitle, G_N_ELEMENTS (data.szInfoTitle), title);
  copy_text (data.szInfo, G_N_ELEMENTS (data.szInfo), body);
  Shell_NotifyIconW (NIM_ADD, &data);
  self->id = g_strdup (id);
  g_free (self->action);
  self->action = g_strdup (action);
}

void
hall_notify_withdraw (GApplication *application, const char *id)
{
  Notifier *self = g_object_get_data (G_OBJECT (application), NOTIFIER_DATA);

  if (self != NULL && g_strcmp0 (self->id, id) == 0)
    remove_icon (self);
}
