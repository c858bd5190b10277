/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The transfers of all imported statements that nobody has used or set aside.
 *
 * Signal "open" (const char *number): the order a line is proposed for is wanted.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-session.h"

#define HALL_TYPE_STATEMENT_LIST (hall_statement_list_get_type ())
G_DECLARE_FINAL_TYPE (HallStatementList, hall_statement_list, HALL, STATEMENT_LIST, GtkBox)

GtkWidget *hall_statement_list_new (HallSession *session);

/* From the start. */
void hall_statement_list_load (HallStatementList *self);

/* Nobody is signed in any more. */
void hall_statement_list_forget (HallStatementList *self);
