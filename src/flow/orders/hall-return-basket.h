/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reviewer says of one order, item by item, before it is sent: what is returned, for which
 * reasons, and what is accepted. A place is one of the two or still open. It outlives pages and
 * failed calls.
 *
 * Signal "changed" (): something else is in it.
 */
#pragma once

#include <glib-object.h>

#include "hall-judgement.h"

#define HALL_TYPE_RETURN_BASKET (hall_return_basket_get_type ())
G_DECLARE_FINAL_TYPE (HallReturnBasket, hall_return_basket, HALL, RETURN_BASKET, GObject)

HallReturnBasket *hall_return_basket_new (void);

/* (element-type HallReturn): in the order they were chosen; valid until "changed" */
GPtrArray *hall_return_basket_get_items (HallReturnBasket *self);
guint hall_return_basket_get_n (HallReturnBasket *self);

/* @text: (nullable): what is added to the reason; takes the place of what was added before. What
 * was accepted no longer is. */
void hall_return_basket_put (HallReturnBasket *self,
                             HallReason reason,
                             const char *place,
                             const char *text);
void hall_return_basket_remove (HallReturnBasket *self, HallReason reason, const char *place);

/* Neither returned nor accepted any more, all of it. */
void hall_return_basket_clear (HallReturnBasket *self);

/* Accepting takes all reasons of the place back. */
void hall_return_basket_set_accepted (HallReturnBasket *self, const char *place, gboolean accepted);
gboolean hall_return_basket_is_accepted (HallReturnBasket *self, const char *place);

/* Whether anything is returned at @place. */
gboolean hall_return_basket_is_returned (HallReturnBasket *self, const char *place);

/* Accepts what of @places (element-type utf8) is still open, with one "changed". */
void hall_return_basket_accept_rest (HallReturnBasket *self, GPtrArray *places);

/* How many of @places are still open. */
guint hall_return_basket_count_open (HallReturnBasket *self, GPtrArray *places);

/* @mark: (nullable): a box on the document at @place, for all its reasons; NULL: none */
void hall_return_basket_set_mark (HallReturnBasket *self, const char *place, const HallPlace *mark);
/* (nullable) */
const HallPlace *hall_return_basket_get_mark (HallReturnBasket *self, const char *place);

/* Returns: (transfer full) (element-type HallJudgement): all that is said */
GPtrArray *hall_return_basket_list_judgements (HallReturnBasket *self);
/* In the place of all that was said. */
void hall_return_basket_take_judgements (HallReturnBasket *self, GPtrArray *judgements);

/* (nullable) */
const HallReturn *
hall_return_basket_find (HallReturnBasket *self, HallReason reason, const char *place);

/* Returns: (transfer full) (nullable): all that is chosen for @place, a line for each reason */
char *hall_return_basket_format (HallReturnBasket *self, const char *place, HallLang lang);

/* Nothing that still has to be written. */
gboolean hall_return_basket_is_complete (HallReturnBasket *self);

/* Whether there is something, and all of it can come with @event. */
gboolean
hall_return_basket_fits (HallReturnBasket *self, HallEvent event, const HallCatalog *catalog);
