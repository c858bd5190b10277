/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order-page.h"

#include "hall-wire-order.h"

#define TAB(id, name, en, zh) [HALL_TAB_##id] = { name, HALL_TEXTS (en, zh) },
static const struct
{
  const char *name;
  HallStaticLabel label;
} rows[HALL_N_TABS] = {
#include "hall-tab-list.h"
};
#undef TAB

const char *
hall_tab_get_name (HallTab tab)
{
  g_return_val_if_fail (tab < HALL_N_TABS, NULL);
  return rows[tab].name;
}

const char *
hall_tab_get_label (HallTab tab, HallLang lang)
{
  g_return_val_if_fail (tab < HALL_N_TABS && lang < HALL_N_LANGS, "");
  return rows[tab].label.text[lang];
}

static void
read_orders (HallJson *json, HallOrderPage *page)
{
  if (!hall_json_enter (json, "orders"))
    return;
  for (guint i = 0, n = hall_json_count (json); i < n; i++)
    if (hall_json_enter_element (json, i))
      {
        HallOrder *order = hall_wire_read_order (json);

        if (order != NULL)
          g_ptr_array_add (page->orders, order);
        hall_json_leave (json);
      }
  hall_json_leave (json);
}

static void
read_counts (HallJson *json, HallOrderPage *page)
{
  if (!hall_json_has (json, "counts") || !hall_json_enter (json, "counts"))
    return;
  for (guint tab = 0; tab < HALL_N_TABS; tab++)
    page->counts[tab] = (guint) hall_json_optional_int (json, rows[tab].name, 0, G_MAXUINT, 0);
  hall_json_leave (json);
}

HallOrderPage *
hall_order_page_read (HallJson *json)
{
  g_autoptr (HallOrderPage) page = g_new0 (HallOrderPage, 1);

  page->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_order_free);
  page->next = g_strdup (hall_json_optional_string (json, "next"));
  read_orders (json, page);
  read_counts (json, page);
  return hall_json_failed (json) ? NULL : g_steal_pointer (&page);
}

void
hall_order_page_free (HallOrderPage *self)
{
  g_ptr_array_unref (self->orders);
  g_free (self->next);
  g_free (self->etag);
  g_free (self);
}
