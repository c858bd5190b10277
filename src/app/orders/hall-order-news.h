/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is new with the orders of a list: notices when the state of one changes, and tells who
 * wants to know, unless it is the handler's own doing in front of the screen.
 */
#pragma once

#include "hall-order-list.h"

typedef struct _HallOrderNews HallOrderNews;

typedef struct
{
  /* Whether the handler is looking: at this order, or only at the window. */
  gboolean (*is_order_in_view) (gpointer owner, const char *number);
  gboolean (*is_window_in_view) (gpointer owner);

  /* @order: as it is now */
  void (*tell) (gpointer owner, const HallOrder *order);

  /* How many orders wait for the handler may be different. */
  void (*counted) (gpointer owner);
} HallOrderNewsFuncs;

/**
 * hall_order_news_new:
 * @list: nothing is in it yet
 * @owner: not owned; frees the news before it goes itself
 */
HallOrderNews *
hall_order_news_new (HallOrderList *list, const HallOrderNewsFuncs *funcs, gpointer owner);
void hall_order_news_free (HallOrderNews *self);

/* Forgets what is known: somebody else is signed in. */
void hall_order_news_clear (HallOrderNews *self);

/* How many orders of the list wait for the handler. */
guint hall_order_news_get_n_waiting (HallOrderNews *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallOrderNews, hall_order_news_free)
