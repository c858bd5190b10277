/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests of what is seen: a display, a window to put things into, time to pass, and finding
 * widgets the way a screen reader does.
 */
#pragma once

#include <gtk/gtk.h>

/* Of a small screen, and of the windows that are shown. */
#define APP_TEST_WIDTH_PX 1024

/* Instead of g_test_init(). Ends the program as skipped where there is no display. */
void app_test_init (int *argc, char ***argv);

/* A window on the screen with @child in it. */
GtkWidget *app_test_show (GtkWidget *child);

/* Destroys @window and fails unless @child goes with it. */
void app_test_close (GtkWidget *window, gpointer child);

/* Lets what is due happen. */
void app_test_settle (void);

/* The same until @done, or fails after some seconds. */
void app_test_wait (gboolean (*done) (gpointer data), gpointer data);

/* Until hardly anything is drawn any more: nothing turns or is laid out again and again where
 * nobody sees it. */
void app_test_wait_to_rest (GtkWidget *window);

/* (nullable): the first descendant of @root, or @root, whose accessible name is @name. */
GtkWidget *app_test_find (GtkWidget *root, const char *name);

/* (nullable): the first of a type. */
GtkWidget *app_test_find_type (GtkWidget *root, GType type);

/* Whether a label that can be seen says @text, alone or within more. */
gboolean app_test_says (GtkWidget *root, const char *text);

/* Waits until a label of @root says @text. */
void app_test_wait_to_say (GtkWidget *root, const char *text);

/* A picture of @window as @folder/@name.png. */
void app_test_shoot (GtkWidget *window, const char *folder, const char *name);

/* Presses a key as if typed into @widget, which gets the focus. */
void app_test_key (GtkWidget *widget, guint keyval);

/* The same with Ctrl and the like. */
void app_test_press (GtkWidget *widget, guint keyval, GdkModifierType state);

/* Counts emissions of a signal: (gpointer to guint). */
void app_test_count_cb (gpointer instance, guint *count);
