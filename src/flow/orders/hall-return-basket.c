/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is returned and what is accepted. Knows nothing of how it is chosen or shown.
 */
#include "hall-return-basket.h"

struct _HallReturnBasket
{
  GObject parent_instance;

  GPtrArray *items;    /* (element-type HallReturn) */
  GPtrArray *accepted; /* (element-type utf8): places */
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
  g_ptr_array_unref (HALL_RETURN_BASKET (object)->accepted);
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
  self->accepted = g_ptr_array_new_with_free_func (g_free);
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

static gboolean
forget_accepted (HallReturnBasket *self, const char *place)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->accepted, place, g_str_equal, &index))
    return FALSE;
  g_ptr_array_remove_index (self->accepted, index);
  return TRUE;
}

void
hall_return_basket_put (HallReturnBasket *self,
                        HallReason reason,
                        const char *place,
                        const char *text)
{
  g_autoptr (HallReturn) item = hall_return_new (reason, place, text);
  const HallPlace *mark;
  guint index;

  g_return_if_fail (HALL_IS_RETURN_BASKET (self));

  mark = hall_return_basket_get_mark (self, place);
  if (mark != NULL)
    item->mark = *mark;
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
  forget_accepted (self, place);
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

  if (self->items->len == 0 && self->accepted->len == 0)
    return;
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->accepted, 0);
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

/* TRUE if there was anything. */
static gboolean
forget_returns (HallReturnBasket *self, const char *place)
{
  guint before = self->items->len;

  for (guint i = self->items->len; i > 0; i--)
    if (g_str_equal (((const HallReturn *) g_ptr_array_index (self->items, i - 1))->place, place))
      g_ptr_array_remove_index (self->items, i - 1);
  return self->items->len != before;
}

void
hall_return_basket_set_accepted (HallReturnBasket *self, const char *place, gboolean accepted)
{
  g_return_if_fail (HALL_IS_RETURN_BASKET (self));

  if (accepted == hall_return_basket_is_accepted (self, place))
    return;
  if (accepted)
    {
      forget_returns (self, place);
      g_ptr_array_add (self->accepted, g_strdup (place));
    }
  else
    forget_accepted (self, place);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
hall_return_basket_is_accepted (HallReturnBasket *self, const char *place)
{
  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), FALSE);

  return g_ptr_array_find_with_equal_func (self->accepted, place, g_str_equal, NULL);
}

gboolean
hall_return_basket_is_returned (HallReturnBasket *self, const char *place)
{
  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), FALSE);

  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (((const HallReturn *) g_ptr_array_index (self->items, i))->place, place))
      return TRUE;
  return FALSE;
}

static gboolean
is_open (HallReturnBasket *self, const char *place)
{
  return !hall_return_basket_is_accepted (self, place)
         && !hall_return_basket_is_returned (self, place);
}

void
hall_return_basket_accept_rest (HallReturnBasket *self, GPtrArray *places)
{
  gboolean changed = FALSE;

  g_return_if_fail (HALL_IS_RETURN_BASKET (self));

  for (guint i = 0; i < places->len; i++)
    if (is_open (self, g_ptr_array_index (places, i)))
      {
        g_ptr_array_add (self->accepted, g_strdup (g_ptr_array_index (places, i)));
        changed = TRUE;
      }
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

guint
hall_return_basket_count_open (HallReturnBasket *self, GPtrArray *places)
{
  guint n_open = 0;

  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), 0);

  for (guint i = 0; i < places->len; i++)
    n_open += is_open (self, g_ptr_array_index (places, i));
  return n_open;
}

void
hall_return_basket_set_mark (HallReturnBasket *self, const char *place, const HallPlace *mark)
{
  const HallPlace none = { 0 };
  gboolean changed = FALSE;

  g_return_if_fail (HALL_IS_RETURN_BASKET (self));

  for (guint i = 0; i < self->items->len; i++)
    {
      HallReturn *item = g_ptr_array_index (self->items, i);

      if (!g_str_equal (item->place, place))
        continue;
      item->mark = mark != NULL ? *mark : none;
      changed = TRUE;
    }
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

const HallPlace *
hall_return_basket_get_mark (HallReturnBasket *self, const char *place)
{
  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->place, place) && item->mark.page > 0)
        return &item->mark;
    }
  return NULL;
}

static HallJudgement *
find_judgement (GPtrArray *judgements, const char *place)
{
  HallJudgement *judgement = (HallJudgement *) hall_judgements_find (judgements, place);

  if (judgement != NULL)
    return judgement;
  judgement = hall_judgement_new (place);
  g_ptr_array_add (judgements, judgement);
  return judgement;
}

GPtrArray *
hall_return_basket_list_judgements (HallReturnBasket *self)
{
  GPtrArray *judgements;

  g_return_val_if_fail (HALL_IS_RETURN_BASKET (self), NULL);

  judgements = hall_judgements_new ();
  for (guint i = 0; i < self->items->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (self->items, i);

      g_ptr_array_add (find_judgement (judgements, item->place)->returns, hall_return_copy (item));
    }
  for (guint i = 0; i < self->accepted->len; i++)
    find_judgement (judgements, g_ptr_array_index (self->accepted, i));
  return judgements;
}

void
hall_return_basket_take_judgements (HallReturnBasket *self, GPtrArray *judgements)
{
  g_return_if_fail (HALL_IS_RETURN_BASKET (self));

  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->accepted, 0);
  for (guint i = 0; i < judgements->len; i++)
    {
      const HallJudgement *judgement = g_ptr_array_index (judgements, i);

      for (guint j = 0; j < judgement->returns->len; j++)
        g_ptr_array_add (self->items, hall_return_copy (g_ptr_array_index (judgement->returns, j)));
      if (hall_judgement_is_accepted (judgement))
        g_ptr_array_add (self->accepted, g_strdup (judgement->place));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}
