/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-queue-pages.h"

typedef struct
{
  char *cursor;     /* (nullable): NULL for the first page */
  GPtrArray *items; /* (nullable) (element-type HallOrderItem): NULL: not at hand */
  gboolean expired;
} Page;

struct _HallQueuePages
{
  GPtrArray *pages;   /* (element-type Page) */
  GHashTable *places; /* number -> GUINT of the page; of what is at hand */
  guint n_last;       /* rows of the last page */
  char *next;         /* (nullable): behind the last page */
  guint first;        /* page that is looked at */
  guint last;
  guint n_kept;
};

static void
let_go (HallQueuePages *self, Page *page)
{
  if (page->items == NULL)
    return;
  for (guint i = 0; i < page->items->len; i++)
    g_hash_table_remove (self->places,
                         hall_order_item_get_order (g_ptr_array_index (page->items, i))->number);
  g_clear_pointer (&page->items, g_ptr_array_unref);
  self->n_kept--;
}

static void
page_free (gpointer data)
{
  Page *page = data;

  g_clear_pointer (&page->items, g_ptr_array_unref);
  g_free (page->cursor);
  g_free (page);
}

HallQueuePages *
hall_queue_pages_new (void)
{
  HallQueuePages *self = g_new0 (HallQueuePages, 1);

  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
hall_queue_pages_free (HallQueuePages *self)
{
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->places);
  g_free (self->next);
  g_free (self);
}

void
hall_queue_pages_clear (HallQueuePages *self)
{
  g_ptr_array_set_size (self->pages, 0);
  g_hash_table_remove_all (self->places);
  g_clear_pointer (&self->next, g_free);
  self->n_last = self->first = self->last = self->n_kept = 0;
}

guint
hall_queue_pages_get_n (const HallQueuePages *self)
{
  return self->pages->len > 0 ? (self->pages->len - 1) * HALL_QUEUE_PAGE + self->n_last : 0;
}

guint
hall_queue_pages_get_n_kept (const HallQueuePages *self)
{
  return self->n_kept;
}

gboolean
hall_queue_pages_has_more (const HallQueuePages *self)
{
  return self->next != NULL;
}

static Page *
get_page (const HallQueuePages *self, guint index)
{
  return index < self->pages->len ? g_ptr_array_index (self->pages, index) : NULL;
}

HallOrderItem *
hall_queue_pages_get (const HallQueuePages *self, guint position)
{
  const Page *page = get_page (self, position / HALL_QUEUE_PAGE);
  guint row = position % HALL_QUEUE_PAGE;

  if (page == NULL || page->items == NULL || row >= page->items->len)
    return NULL;
  return g_ptr_array_index (page->items, row);
}

static const char *
get_number (const Page *page, guint row)
{
  return hall_order_item_get_order (g_ptr_array_index (page->items, row))->number;
}

int
hall_queue_pages_find (const HallQueuePages *self, const char *number)
{
  gpointer index;
  const Page *page;

  if (!g_hash_table_lookup_extended (self->places, number, NULL, &index))
    return -1;
  page = get_page (self, GPOINTER_TO_UINT (index));
  for (guint i = 0; page != NULL && page->items != NULL && i < page->items->len; i++)
    if (g_str_equal (get_number (page, i), number))
      return (int) (GPOINTER_TO_UINT (index) * HALL_QUEUE_PAGE + i);
  return -1;
}

/* Those in view stay, and as many around them as are kept. */
static void
let_far_ones_go (HallQueuePages *self)
{
  guint reach = HALL_QUEUE_PAGES_KEPT / 2;

  if (self->n_kept <= HALL_QUEUE_PAGES_KEPT)
    return;
  for (guint i = 0; i < self->pages->len; i++)
    if (i + reach < self->first || i > self->last + reach)
      let_go (self, get_page (self, i));
}

void
hall_queue_pages_look (HallQueuePages *self, guint first, guint n)
{
  self->first = first / HALL_QUEUE_PAGE;
  self->last = (first + MAX (n, 1) - 1) / HALL_QUEUE_PAGE;
  let_far_ones_go (self);
}

void
hall_queue_pages_expire (HallQueuePages *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    get_page (self, i)->expired = TRUE;
}

gboolean
hall_queue_pages_find_missing (const HallQueuePages *self, guint *page, const char **cursor)
{
  /* one more than is seen, so that nobody waits at its edge */
  for (guint i = self->first; i <= self->last + 1; i++)
    {
      const Page *known = get_page (self, i);

      if (known != NULL && known->items != NULL && !known->expired)
        continue;
      *page = MIN (i, self->pages->len);
      *cursor = known != NULL ? known->cursor : self->next;
      return known != NULL || self->pages->len == 0 || self->next != NULL;
    }
  return FALSE;
}

static HallOrderItem *
take_item (HallQueuePages *self, HallOrder *order)
{
  int place = hall_queue_pages_find (self, order->number);
  HallOrderItem *item = place >= 0 ? hall_queue_pages_get (self, (guint) place) : NULL;

  if (item == NULL)
    return hall_order_item_new (order);
  g_object_ref (item);
  hall_order_item_set_order (item, order);
  return item;
}

static void
take_rows (HallQueuePages *self, guint index, HallOrderPage *answer)
{
  Page *page = get_page (self, index);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < answer->orders->len; i++)
    g_ptr_array_add (items, take_item (self, g_ptr_array_index (answer->orders, i)));
  g_ptr_array_set_free_func (answer->orders, NULL);
  g_ptr_array_set_size (answer->orders, 0);
  let_go (self, page);
  page->items = items;
  page->expired = FALSE;
  self->n_kept++;
  for (guint i = 0; i < items->len; i++)
    g_hash_table_replace (self->places, g_strdup (get_number (page, i)), GUINT_TO_POINTER (index));
}

static void
cut_behind (HallQueuePages *self, guint index, const char *next)
{
  char *copy = g_strdup (next);

  while (self->pages->len > index + 1)
    {
      let_go (self, get_page (self, self->pages->len - 1));
      g_ptr_array_set_size (self->pages, (int) self->pages->len - 1);
    }
  g_free (self->next);
  self->next = copy;
  self->n_last = get_page (self, index)->items->len;
}

void
hall_queue_pages_put (HallQueuePages *self, guint index, HallOrderPage *answer)
{
  const Page *behind = get_page (self, index + 1);

  if (index > self->pages->len)
    return; /* the list was cut meanwhile */
  if (index == self->pages->len)
    {
      Page *page = g_new0 (Page, 1);

      page->cursor = g_strdup (self->next);
      g_ptr_array_add (self->pages, page);
    }
  take_rows (self, index, answer);
  /* Rows that came or went move where the next page begins. Who looks at pages far behind is not
   * torn away for that: the page is asked for again when it is in view. */
  if (behind == NULL || answer->next == NULL)
    cut_behind (self, index, answer->next);
  else if (g_strcmp0 (answer->next, behind->cursor) != 0 && self->first > index + 1)
    get_page (self, index)->expired = TRUE;
  else if (g_strcmp0 (answer->next, behind->cursor) != 0)
    cut_behind (self, index, answer->next);
  let_far_ones_go (self);
}
