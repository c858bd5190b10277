/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a queue of a million orders: few are kept, all can be reached again, and what
 * moved in between is seen.
 */
#include "hall-queue-pages.h"

#define N_ROWS 1000000

typedef struct
{
  guint n_rows;
  guint gone; /* rows that left the list at its top */
} World;

static HallOrder *
new_order (guint row)
{
  g_autofree char *number = g_strdup_printf ("2026%010u", row);

  return hall_order_new (number);
}

/* What the hall answers to a cursor: the rows behind it, whatever came or went meanwhile. */
static HallOrderPage *
answer (const World *world, const char *cursor)
{
  HallOrderPage *page = g_new0 (HallOrderPage, 1);
  guint first = cursor != NULL ? (guint) g_ascii_strtoull (cursor, NULL, 10) : 0;

  first = MAX (first, world->gone);
  page->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_order_free);
  for (guint row = first; row < MIN (first + HALL_QUEUE_PAGE, world->n_rows); row++)
    g_ptr_array_add (page->orders, new_order (row));
  if (first + HALL_QUEUE_PAGE < world->n_rows)
    page->next = g_strdup_printf ("%u", first + HALL_QUEUE_PAGE);
  return page;
}

static void
look (HallQueuePages *pages, const World *world, guint first)
{
  const char *cursor;
  guint page;

  hall_queue_pages_look (pages, first, 15);
  while (hall_queue_pages_find_missing (pages, &page, &cursor))
    {
      g_autoptr (HallOrderPage) got = answer (world, cursor);

      hall_queue_pages_put (pages, page, got);
    }
}

static guint
get_row (HallQueuePages *pages, guint position)
{
  HallOrderItem *item = hall_queue_pages_get (pages, position);

  g_assert_nonnull (item);
  return (guint) g_ascii_strtoull (hall_order_item_get_order (item)->number + 4, NULL, 10);
}

static void
test_million (void)
{
  g_autoptr (HallQueuePages) pages = hall_queue_pages_new ();
  World world = { N_ROWS, 0 };
  gint64 begun_us = g_get_monotonic_time ();

  for (guint row = 0; row < N_ROWS; row += HALL_QUEUE_PAGE)
    {
      look (pages, &world, row);
      g_assert_cmpuint (hall_queue_pages_get_n_kept (pages), <=, HALL_QUEUE_PAGES_KEPT + 2);
    }
  g_test_message ("down through a million rows: %" G_GINT64_FORMAT " ms",
                  (g_get_monotonic_time () - begun_us) / 1000);
  g_assert_cmpuint (hall_queue_pages_get_n (pages), ==, N_ROWS);
  g_assert_cmpuint (get_row (pages, N_ROWS - 1), ==, N_ROWS - 1);
  g_assert_false (hall_queue_pages_has_more (pages));
  /* far away again: let go, and fetched by its cursor */
  g_assert_null (hall_queue_pages_get (pages, 123456));
  look (pages, &world, 123456);
  g_assert_cmpuint (get_row (pages, 123456), ==, 123456);
  g_assert_cmpuint (hall_queue_pages_get_n (pages), ==, N_ROWS);
  g_assert_cmpint (hall_queue_pages_find (pages, "20260000123456"), ==, 123456);
  g_assert_cmpint (hall_queue_pages_find (pages, "20260000900000"), ==, -1);
}

/* Orders leave at the top: who is there sees the others move up, who is far below does not. */
static void
test_moves (void)
{
  g_autoptr (HallQueuePages) pages = hall_queue_pages_new ();
  World world = { 1000, 0 };

  for (guint row = 0; row < 500; row += HALL_QUEUE_PAGE)
    look (pages, &world, row);
  world.gone = 3;
  hall_queue_pages_expire (pages);
  look (pages, &world, 400);
  g_assert_cmpuint (get_row (pages, 400), ==, 400);
  look (pages, &world, 0);
  g_assert_cmpuint (get_row (pages, 0), ==, 3);
  g_assert_cmpuint (get_row (pages, 49), ==, 52);
  g_assert_cmpuint (get_row (pages, 50), ==, 53);
  for (guint row = 0; row < 1000; row += HALL_QUEUE_PAGE)
    look (pages, &world, row);
  g_assert_cmpuint (hall_queue_pages_get_n (pages), ==, 997);
  g_assert_cmpuint (get_row (pages, 996), ==, 999);
}

static void
test_items_stay (void)
{
  g_autoptr (HallQueuePages) pages = hall_queue_pages_new ();
  World world = { 100, 0 };
  HallOrderItem *tenth;

  look (pages, &world, 0);
  tenth = hall_queue_pages_get (pages, 10);
  hall_queue_pages_expire (pages);
  look (pages, &world, 0);
  g_assert_true (hall_queue_pages_get (pages, 10) == tenth);
  hall_queue_pages_clear (pages);
  g_assert_cmpuint (hall_queue_pages_get_n (pages), ==, 0);
  g_assert_null (hall_queue_pages_get (pages, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/queue-pages/million", test_million);
  g_test_add_func ("/queue-pages/moves", test_moves);
  g_test_add_func ("/queue-pages/items-stay", test_items_stay);
  return g_test_run ();
}
