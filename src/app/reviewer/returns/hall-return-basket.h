/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reviewer has chosen to return of one order, before it is sent. It outlives pages and
 * failed calls.
 *
 * Signal "changed" (): something else is in it.
 */
#pragma once

#include <glib-object.h>

#include "hall-reason.h"

#define HALL_TYPE_RETURN_BASKET (hall_return_basket_get_type ())
G_DECLARE_FINAL_TYPE (HallReturnBasket, hall_return_basket, HALL, RETURN_BASKET, GObject)

HallReturnBasket *hall_return_basket_new (void);

/* (element-type HallReturn): in the order they were chosen; valid until "changed" */
GPtrArray *hall_return_basket_get_items (HallReturnBasket *self);
guint hall_return_basket_get_n (HallReturnBasket *self);

/* @text: (nullable): what is added to the reason; takes the place of what was added before */
void hall_return_basket_put (HallReturnBasket *self,
                             HallReason reason,
                             const char *place,
                             const char *text);
void hall_return_basket_remove (HallReturnBasket *self, HallReason reason, const char *place);
void hall_return_basket_clear (HallReturnBasket *self);

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
