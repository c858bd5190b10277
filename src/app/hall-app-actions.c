/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every action that has a key.
 */
#include "hall-app-actions.h"

#include <glib/gi18n.h>

#define MAX_KEYS 14 /* of a group of the shortcuts window: as many as a small display shows */

typedef enum
{
  GROUP_GENERAL,
  GROUP_VIEWS,
  GROUP_DOCUMENTS,
  N_GROUPS
} Group;

static const char *const group_titles[N_GROUPS] = {
  [GROUP_GENERAL] = N_ ("General"),
  [GROUP_VIEWS] = N_ ("Views"),
  [GROUP_DOCUMENTS] = N_ ("Looking at a document"),
};

/* Where a key means something. */
enum
{
  HANDLER = 1 << 0, /* the handler's window */
  STAFF = 1 << 1,   /* the reviewer's window */
  BOTH = HANDLER | STAFF
};

/* Without an action: keys that a page handles by itself, to be shown only. */
static const struct
{
  const char *action; /* (nullable): detailed name */
  const char *keys[3];
  const char *shown; /* the keys for the shortcuts window */
  Group group;
  guint windows;
  const char *title;
} rows[] = {
  { "app.shortcuts",
    { "<Primary>question", "<Primary>F1" },
    "<Primary>question",
    GROUP_GENERAL,
    BOTH,
    N_ ("Keyboard shortcuts") },
  { "win.menu", { "F10" }, "F10", GROUP_GENERAL, BOTH, N_ ("Main menu") },
  { "win.toggle-phone",
    { "<Primary>t" },
    "<Primary>t",
    GROUP_GENERAL,
    BOTH,
    N_ ("Practice phone") },
  { "win.close", { "<Primary>w" }, "<Primary>w", GROUP_GENERAL, BOTH, N_ ("Close the window") },
  { "app.quit", { "<Primary>q" }, "<Primary>q", GROUP_GENERAL, BOTH, N_ ("Quit") },
  { "win.view::new", { "<Alt>1" }, "<Alt>1", GROUP_VIEWS, HANDLER, N_ ("New application") },
  { "win.view::orders", { "<Alt>2" }, "<Alt>2", GROUP_VIEWS, HANDLER, N_ ("My orders") },
  { "win.view::help", { "<Alt>3", "F1" }, "<Alt>3 F1", GROUP_VIEWS, HANDLER, N_ ("Help") },
  { NULL, { NULL }, "<Alt>1...<Alt>4", GROUP_VIEWS, STAFF, N_ ("Your views, in their order") },
  { "win.back", { "<Alt>Left" }, "<Alt>Left", GROUP_VIEWS, BOTH, N_ ("Back") },
  { "win.find", { "<Primary>f" }, "<Primary>f", GROUP_VIEWS, BOTH, N_ ("Search") },
  { NULL, { NULL }, "plus", GROUP_DOCUMENTS, HANDLER, N_ ("Larger") },
  { NULL, { NULL }, "minus", GROUP_DOCUMENTS, HANDLER, N_ ("Smaller") },
  { NULL, { NULL }, "0", GROUP_DOCUMENTS, HANDLER, N_ ("Fit the width") },
  { NULL, { NULL }, "r", GROUP_DOCUMENTS, HANDLER, N_ ("Turn") },
  { NULL, { NULL }, "Page_Up Page_Down", GROUP_DOCUMENTS, BOTH, N_ ("Page up and down") },
};

void
hall_app_actions_set_keys (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].action != NULL)
      gtk_application_set_accels_for_action (application, rows[i].action,
                                             (const char *const *) rows[i].keys);
}

static GtkWidget *
new_group (Group group, guint window)
{
  GtkWidget *widget = g_object_new (GTK_TYPE_SHORTCUTS_GROUP, "visible", TRUE, "title",
                                    g_dgettext (NULL, group_titles[group]), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].group == group && (rows[i].windows & window) != 0)
      gtk_container_add (GTK_CONTAINER (widget),
                         g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT, "visible", TRUE, "title",
                                       g_dgettext (NULL, rows[i].title), "accelerator",
                                       rows[i].shown, NULL));
  return widget;
}

static GtkWidget *
new_view_group (const char *title, const HallViewKey **next)
{
  const HallViewKey *key = *next;
  GtkWidget *widget =
      g_object_new (GTK_TYPE_SHORTCUTS_GROUP, "visible", TRUE, "title", title, NULL);

  for (guint i = 0; i < MAX_KEYS && key->accelerator != NULL; i++, key++)
    gtk_container_add (GTK_CONTAINER (widget),
                       g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT, "visible", TRUE, "title",
                                     g_dgettext (NULL, key->title), "accelerator", key->accelerator,
                                     NULL));
  *next = key;
  return widget;
}

/* A group is never parted, so a long table makes several of them. */
static void
add_view_groups (GtkContainer *section, const HallReviewerView *view)
{
  const HallViewKey *next = view->keys;

  gtk_container_add (section, new_view_group (g_dgettext (NULL, view->title), &next));
  while (next->accelerator != NULL)
    gtk_container_add (section, new_view_group ("", &next));
}

GtkWidget *
hall_app_actions_new_shortcuts_window (gboolean staff, const HallReviewerView *view)
{
  GtkWidget *window = g_object_new (GTK_TYPE_SHORTCUTS_WINDOW, "modal", TRUE, "title",
                                    _ ("Keyboard shortcuts"), NULL);
  GtkWidget *section = g_object_new (GTK_TYPE_SHORTCUTS_SECTION, "visible", TRUE, "section-name",
                                     "shortcuts", "max-height", 18, NULL);

  if (view != NULL && view->keys != NULL)
    add_view_groups (GTK_CONTAINER (section), view);
  for (Group group = 0; group < N_GROUPS; group++)
    gtk_container_add (GTK_CONTAINER (section), new_group (group, staff ? STAFF : HANDLER));
  gtk_container_add (GTK_CONTAINER (window), section);
  return window;
}

char *
hall_app_actions_get_keys_label (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GdkModifierType modifiers;
      guint key;

      if (g_strcmp0 (rows[i].action, action) != 0)
        continue;
      gtk_accelerator_parse (rows[i].keys[0], &key, &modifiers);
      return gtk_accelerator_get_label (key, modifiers);
    }
  return g_strdup ("");
}
