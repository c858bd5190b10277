/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cashier has to see to, read page by page: rows, a button for the next ones, and what is
 * said where there are none.
 *
 * Signal "more" (): the next page is wanted.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-notice.h"

#define HALL_TYPE_MONEY_LIST (hall_money_list_get_type ())
G_DECLARE_FINAL_TYPE (HallMoneyList, hall_money_list, HALL, MONEY_LIST, GtkBox)

/* @name: for who cannot see it; @title, @text: what an empty list says */
GtkWidget *hall_money_list_new (const char *name, const char *title, const char *text);

/* Where sentences about the list appear. */
HallNotice *hall_money_list_get_notice (HallMoneyList *self);

/* Without rows, and waiting for the first ones. */
void hall_money_list_clear (HallMoneyList *self);

/**
 * hall_money_list_take:
 * @rows: (element-type GtkWidget): of a page, floating
 * @first: whether they are to stand alone
 * @more: whether others follow
 */
void
hall_money_list_take (HallMoneyList *self, const GPtrArray *rows, gboolean first, gboolean more);

/* A page could not be read; the rows that are there stay. */
void hall_money_list_fail (HallMoneyList *self, const GError *error);

/* Takes a row out. */
void hall_money_list_remove (HallMoneyList *self, GtkWidget *row);
