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
  g_free (self);
}

HallCatalog *
hall_setup_find_catalog (const HallSetup *self, const char *project)
{
  for (guint i = 0; i < self->catalogs->len; i++)
    {
      HallCatalog *catalog = g_ptr_array_index (self->catalogs, i);

      if (g_strcmp0 (catalog->id, project) == 0)
        return catalog;
    }
  return NULL;
}

const HallPracticeStaff *
hall_practice_staff (void)
{
  return practice_staff;
}
