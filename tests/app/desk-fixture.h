/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the staff's pages have in common: a hall with a reviewer signed in to it.
 */
#pragma once

#include <gtk/gtk.h>

#include "flow-fixture.h"

/* Instead of g_test_init(): a display, English words. */
void desk_test_init (int *argc, char ***argv);

void desk_set_up (Flow *f, gconstpointer data);
/* The administrator in place of the reviewer. */
void desk_set_up_administrator (Flow *f, gconstpointer data);
void desk_tear_down (Flow *f, gconstpointer data);

/* From now on the hall takes who is signed in for that: HALL_ACTOR_BIT()s. */
void desk_act_as (Flow *f, guint actors);

/* An order under review, paid online, with the documents and pictures of its type. */
HallOrder *desk_add_order (Flow *f);

/* The newest window but @window: a dialog; NULL if there is none. */
GtkWidget *desk_find_dialog (void);

/* As if the button of that accessible name, or label, in @root was pressed. */
void desk_press (GtkWidget *root, const char *name);
