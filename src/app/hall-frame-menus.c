/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three menus of a frame's header bar.
 */
#include "hall-frame-menus.h"

#include <glib/gi18n.h>

struct _HallFrameMenus
{
  GMenu *main_items;    /* added by the window */
  GMenu *hall_facts;    /* its address: to be read, not pressed */
  GMenu *hall_items;    /* added by the window */
  GMenu *account_facts; /* where one is remembered */
};

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
build_main (HallFrameMenus *self, GtkMenuButton *button)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) general = g_menu_new ();

  append_section (menu, self->main_items);
  g_menu_append (general, _ ("Keyboard shortcuts"), "app.shortcuts");
  g_menu_append (general, _ ("About CertHall"), "app.about");
  g_menu_append (general, _ ("Quit"), "app.quit");
  append_section (menu, general);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
build_hall (HallFrameMenus *self, GtkMenuButton *button)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) general = g_menu_new ();

  append_section (menu, self->hall_facts);
  append_section (menu, self->hall_items);
  g_menu_append (general, _ ("Another hall"), "win.leave-hall");
  append_section (menu, general);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
build_account (HallFrameMenus *self, GtkMenuButton *button)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) general = g_menu_new ();

  append_section (menu, self->account_facts);
  g_menu_append (general, _ ("Sign out"), "win.sign-out");
  append_section (menu, general);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

HallFrameMenus *
hall_frame_menus_new (GtkMenuButton *main, GtkMenuButton *hall, GtkMenuButton *account)
{
  HallFrameMenus *self = g_new0 (HallFrameMenus, 1);

  self->main_items = g_menu_new ();
  self->hall_facts = g_menu_new ();
  self->hall_items = g_menu_new ();
  self->account_facts = g_menu_new ();
  build_main (self, main);
  build_hall (self, hall);
  build_account (self, account);
  return self;
}

void
hall_frame_menus_free (HallFrameMenus *self)
{
  g_object_unref (self->main_items);
  g_object_unref (self->hall_facts);
  g_object_unref (self->hall_items);
  g_object_unref (self->account_facts);
  g_free (self);
}

/* Without an action a line is only read. */
static void
append_fact (GMenu *menu, const char *text)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (text, "win.none");

  g_menu_append_item (menu, item);
}

void
hall_frame_menus_show_hall (HallFrameMenus *self, HallSession *session)
{
  const char *address = hall_session_get_address (session);

  g_menu_remove_all (self->hall_facts);
  if (hall_session_is_local (session))
    append_fact (self->hall_facts, _ ("On this computer"));
  else if (address != NULL)
    append_fact (self->hall_facts, address);
}

void
hall_frame_menus_show_identity (HallFrameMenus *self, HallSession *session)
{
  static const char *const remembered[] = {
    [HALL_SECRETS_NOWHERE] = N_ ("Signed in until the program is closed"),
    [HALL_SECRETS_MEMORY] = N_ ("Signed in until the program is closed: this desktop has no "
                                "place for secrets"),
    [HALL_SECRETS_SYSTEM] = N_ ("Stays signed in on this computer"),
  };

  g_menu_remove_all (self->account_facts);
  append_fact (self->account_facts, _ (remembered[hall_session_get_remembered (session)]));
}

void
hall_frame_menus_add_hall_item (HallFrameMenus *self, const char *label, const char *action)
{
  g_menu_append (self->hall_items, label, action);
}

void
hall_frame_menus_add_main_item (HallFrameMenus *self, const char *label, const char *action)
{
  g_menu_append (self->main_items, label, action);
}
