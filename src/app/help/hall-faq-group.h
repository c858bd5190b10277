/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The help of one project: its questions, each with its answer folded below it, and whom to ask
 * when they do not help.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-catalog.h"

#define HALL_TYPE_FAQ_GROUP (hall_faq_group_get_type ())
G_DECLARE_FINAL_TYPE (HallFaqGroup, hall_faq_group, HALL, FAQ_GROUP, GtkBox)

/* @named: whether the project's name stands above: where there are several */
GtkWidget *hall_faq_group_new (HallCatalog *catalog, gboolean named);

/* Hides the questions that say @text neither themselves nor in their answers; unfolds the first
 * that does. "" shows all. Returns: how many are left */
guint hall_faq_group_filter (HallFaqGroup *self, const char *text);
