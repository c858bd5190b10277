/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-lock.h"

/* Whether @field takes its text, its kind or its default from the field @id. */
static gboolean
hangs_on (const HallField *field, const char *id)
{
  return g_strcmp0 (field->equals, id) == 0 || g_strcmp0 (field->default_from, id) == 0
         || g_strcmp0 (field->depends_on, id) == 0;
}

/* Fields that must hold the same text as the one that both follow. */
static gboolean
are_equals (const HallField *a, const HallField *b)
{
  return g_strcmp0 (a->equals, b->id) == 0 || g_strcmp0 (b->equals, a->id) == 0
         || (a->equals != NULL && g_strcmp0 (a->equals, b->equals) == 0);
}

gboolean
hall_lock_is_field_open (HallState state,
                         GPtrArray *returns,
                         const HallCatalog *catalog,
                         const HallField *field)
{
  if (state == HALL_STATE_DRAFT)
    return TRUE;
  if (state == HALL_STATE_ACCEPTED)
    return field->section->editable_after_acceptance;
  if (state != HALL_STATE_REJECTED)
    return FALSE;
  for (guint i = 0; i < returns->len; i++)
    {
      const HallReturn *item = g_ptr_array_index (returns, i);
      const HallField *returned = hall_catalog_find_field (catalog, item->place);

      if (g_strcmp0 (item->place, HALL_PLACE_ORDER) == 0 || returned == field)
        return TRUE;
      if (returned != NULL
          && (hangs_on (field, returned->id) || hangs_on (returned, field->id)
              || are_equals (field, returned)))
        return TRUE;
    }
  return FALSE;
}

gboolean
hall_order_is_field_open (const HallOrder *self, const HallCatalog *catalog, const HallField *field)
{
  return hall_lock_is_field_open (self->state, self->returns, catalog, field);
}
