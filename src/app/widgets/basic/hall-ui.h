/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every widget stands on: resources, style sheet, libhandy; and the few helpers that
 * more than one of them needs.
 */
#pragma once

#include <gtk/gtk.h>

/* Before the first widget is made, after the display is open; more than once does no harm. */
void hall_ui_init (void);

/* What a screen reader, and a test, knows the widget by. */
void hall_ui_set_accessible_name (GtkWidget *widget, const char *name);

/* What is said of it beyond its name; "" for nothing. */
void hall_ui_set_accessible_description (GtkWidget *widget, const char *description);

/* The label's changes are spoken. */
void hall_ui_make_alert (GtkLabel *label);

/* Adds or removes one style class. */
void hall_ui_set_class (GtkWidget *widget, const char *style_class, gboolean on);

/* The pointer's wheel scrolls the page the widget is on, never the widget's own value. */
void hall_ui_ignore_wheel (GtkWidget *widget);

/* Tab goes through what is in the rows of @list, in reading order, and then on: as in a form. */
void hall_ui_tab_through_rows (GtkListBox *list);

/* Up and Down go on into the list above or below @list, as far as the same page scrolls. */
void hall_ui_walk_between_lists (GtkListBox *list);

/* Where the focus goes within @content, @scroller follows, so that all of the row is in view and
 * not the entry alone: what is said of a value stands below it. It stays in view when what is
 * above it grows. */
void hall_ui_follow_focus (GtkScrolledWindow *scroller, GtkContainer *content);

/* Brings @row, which is somewhere in @scroller, into view. */
void hall_ui_scroll_to (GtkScrolledWindow *scroller, GtkWidget *row);

/* The children of @box stand side by side only while it is at least @min_width wide, in pixels. */
void hall_ui_stack_when_narrow (GtkBox *box, int min_width);

/* Takes over @dialog and closes it for good, whether it was answered or not. */
void hall_ui_retire_dialog (GtkNativeDialog *dialog);

/* Removes and destroys what is in @container. */
void hall_ui_clear (GtkContainer *container);
