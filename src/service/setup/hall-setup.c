/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-setup.h"

#include "hall-state.h"

static const HallPracticeStaff practice_staff[] = {
  { "shenhe", "Practice2026", HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER) },
  { "chuna", "Practice2026", HALL_ACTOR_BIT (HALL_ACTOR_CASHIER) },
  { "zhizheng", "Practice2026", HALL_ACTOR_BIT (HALL_ACTOR_PRODUCER) },
  { "guanli", "Practice2026", HALL_ACTORS_STAFF },
  { NULL },
};

HallSetup *
hall_setup_new (void)
{
  HallSetup *self = g_new0 (HallSetup, 1);

  self->shelf = hall_shelf_new ();
  self->catalogs = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_catalog_unref);
  return self;
}

void
hall_setup_free (HallSetup *self)
{
  g_free (self->name);
  g_free (self->public_url);
  g_free (self->db_path);
  g_free (self->sandbox_path);
  g_free (self->blob_dir);
  g_free (self->payee.account_name);
  g_free (self->payee.bank);
  g_free (self->payee.account_number);
  g_clear_pointer (&self->vault, hall_vault_free);
  g_ptr_array_unref (self->catalogs);
  g_clear_pointer (&self->calendar, hall_calendar_unref);
  hall_shelf_free (self->shelf);
  g_free (self);
}

static HallCatalog *
find_shipped (const HallSetup *self, const char *project)
{
  for (guint i = 0; i < self->catalogs->len; i++)
    {
      HallCatalog *catalog = g_ptr_array_index (self->catalogs, i);

      if (g_strcmp0 (catalog->id, project) == 0)
        return catalog;
    }
  return NULL;
}

HallCatalog *
hall_setup_find_version (const HallSetup *self, const char *project, gint64 version)
{
  HallCatalog *catalog = hall_shelf_find (self->shelf, project, version);

  return catalog != NULL ? catalog : find_shipped (self, project);
}

HallCatalog *
hall_setup_find_catalog (const HallSetup *self, const char *project)
{
  return hall_setup_find_version (self, project, 0);
}

gint64
hall_setup_get_version (const HallSetup *self, const char *project)
{
  return MAX (hall_shelf_get_active (self->shelf, project), 1);
}

GPtrArray *
hall_setup_list_catalogs (const HallSetup *self)
{
  GPtrArray *list = hall_shelf_list (self->shelf);

  for (guint i = 0; i < self->catalogs->len; i++)
    {
      HallCatalog *catalog = g_ptr_array_index (self->catalogs, i);

      if (hall_shelf_find (self->shelf, catalog->id, 0) == NULL)
        g_ptr_array_add (list, catalog);
    }
  return list;
}

HallCalendar *
hall_setup_get_calendar (const HallSetup *self)
{
  HallCalendar *calendar = hall_shelf_get_calendar (self->shelf);

  return calendar != NULL ? calendar : self->calendar;
}

const HallPracticeStaff *
hall_practice_staff (void)
{
  return practice_staff;
}
