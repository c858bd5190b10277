/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is going to be returned. Knows nothing of how it is chosen or shown.
 */
#include "hall-return-basket.h"

struct _HallReturnBasket
{
  GObject parent_instance;

  GPtrArray *items; /* (element-type HallReturn) */
};

G_DEFINE_FINAL_TYPE (HallReturnBasket, hall_return_basket, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
find_index (HallReturnBasket *self, HallReason reason, const char *place, guint *index)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (self->items, i);

      if (item->reason == reason && g_str_equal (item->place, place))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
hall_return_basket_finalize (GObject *object)
{
  g_ptr_array_unref (HALL_RETURN_BASKET (object)->items);
  G_OBJECT_CLASS (hall_return_basket_parent_class)->finalize (object);
}

static void
hall_return_basket_class_init (HallReturnBasketClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_return_basket_finalize;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_RETURN_BASKET, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
hall_return_basket_init (HallReturnBasket *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);
}

HallReturnBasket *
hall_return_basket_new (void)
{
  return g_object_new (HALL_TYPE_RETURN_BASKET, NULL);
}

GPtrArray *
hall_return_basket_get_items (HallReturnBasket *self)
{
  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), NULL);

  return self->items;
}

guint
hall_return_basket_get_n (HallReturnBasket *self)
{
  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), 0);

  return self->items->len;
}

void
hall_return_basket_put (HallReturnBasket *self,
                        HallReason reason,
                        const char *place,
                        const char *text)
{
  g_autoptr (HallReturn) item = hall_return_new (reason, place, text);
  guint index;

  g_return_if_fail (HALL_IS_RETURN_BASKET (self));

  if (find_index (self, reason, place, &index))
    {
      HallReturn *known = g_ptr_array_index (self->items, index);

      if (g_strcmp0 (known->text, item->text) == 0)
        return;
      hall_return_free (known);
      g_ptr_array_index (self->items, index) = g_steal_pointer (&item);
    }
  else
    g_ptr_array_add (self->items, g_steal_pointer (&item));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hall_return_basket_remove (HallReturnBasket *self, HallReason reason, const char *place)
{
  guint index;

  g_return_if_fail (HALL_IS_RETURN_BASKET (self));

  if (!find_index (self, reason, place, &index))
    return;
  g_ptr_array_remove_index (self->items, index);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hall_return_basket_clear (HallReturnBasket *self)
{
  g_return_if_fail (HALL_IS_RETURN_BASKET (self));

  if (self->items->len == 0)
    return;
  g_ptr_array_set_size (self->items, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

const HallReturn *
hall_return_basket_find (HallReturnBasket *self, HallReason reason, const char *place)
{
  guint index;

  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), NULL);

  return find_index (self, reason, place, &index) ? g_ptr_array_index (self->items, index) : NULL;
}

char *
hall_return_basket_format (HallReturnBasket *self, const char *place, HallLang lang)
{
  GString *text = NULL;

  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (self->items, i);
      g_autofree char *line = NULL;

      if (!g_str_equal (item->place, place))
        continue;
      line = hall_return_format (item, lang);
      if (text == NULL)
        text = g_string_new (line);
      else
        g_string_append_printf (text, "\n%s", line);
    }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

gboolean
hall_return_basket_is_complete (HallReturnBasket *self)
{
  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (self->items, i);

      if (hall_reason_needs_text (item->reason) && item->text == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
hall_return_basket_fits (HallReturnBasket *self, HallEvent event, const HallCatalog *catalog)
{
  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (self->items, i);

      if (!hall_event_can_return (event, catalog, item->place))
        return FALSE;
    }
  return self->items->len > 0;
}
