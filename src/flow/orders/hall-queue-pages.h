/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a long list as far as they are known: of each page where it begins, of those
 * near what is looked at the rows as well. Far ones are let go and asked for again by their
 * cursor, so that a list of a million rows costs what its cursors cost. For HallQueue only.
 */
#pragma once

#include "hall-order-item.h"
#include "hall-order-page.h"

#define HALL_QUEUE_PAGE       50 /* rows of every page but the last */
#define HALL_QUEUE_PAGES_KEPT 40 /* with their rows */

typedef struct _HallQueuePages HallQueuePages;

HallQueuePages *hall_queue_pages_new (void);
void hall_queue_pages_free (HallQueuePages *self);

/* Nothing is known. */
void hall_queue_pages_clear (HallQueuePages *self);

/* Rows, those included that are not at hand. */
guint hall_queue_pages_get_n (const HallQueuePages *self);

/* Pages whose rows are at hand. */
guint hall_queue_pages_get_n_kept (const HallQueuePages *self);

/* There are rows behind the last. */
gboolean hall_queue_pages_has_more (const HallQueuePages *self);

/* (transfer none) (nullable): NULL if its page is not at hand */
HallOrderItem *hall_queue_pages_get (const HallQueuePages *self, guint position);

/* The place of an order that is at hand; -1 for another. */
int hall_queue_pages_find (const HallQueuePages *self, const char *number);

/* What is looked at: pages far from it are let go. */
void hall_queue_pages_look (HallQueuePages *self, guint first, guint n);

/* Every page may have changed: each is asked for again once it is looked at. */
void hall_queue_pages_expire (HallQueuePages *self);

/**
 * hall_queue_pages_find_missing:
 * @page: (out): for hall_queue_pages_put()
 * @cursor: (out) (nullable) (transfer none): for asking; NULL for the first page
 *
 * A page that is looked at, or soon will be, and is not at hand or too old. FALSE: none.
 */
gboolean
hall_queue_pages_find_missing (const HallQueuePages *self, guint *page, const char **cursor);

/* @answer: its orders are taken. Rows of the same number stay the same item. */
void hall_queue_pages_put (HallQueuePages *self, guint page, HallOrderPage *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallQueuePages, hall_queue_pages_free)
