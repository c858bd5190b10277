/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader reads of a page canvas: the text of the page in view.
 */
#pragma once

#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>

#define HALL_TYPE_PAGE_ACCESSIBLE (hall_page_accessible_get_type ())
G_DECLARE_FINAL_TYPE (
    HallPageAccessible, hall_page_accessible, HALL, PAGE_ACCESSIBLE, GtkWidgetAccessible)

/* The text is another one. Does nothing while nobody listens. */
void hall_page_accessible_tell (GtkWidget *canvas);
