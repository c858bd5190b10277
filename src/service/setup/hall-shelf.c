/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-shelf.h"

#include "hall-calendar-store.h"
#include "hall-catalog-store.h"

/* One version of a project. */
typedef struct
{
  HallCatalog *catalog;
  gint64 version;
  gboolean active;
} Copy;

struct _HallShelf
{
  GMutex mutex;
  GPtrArray *copies;    /* (element-type Copy) */
  GPtrArray *calendars; /* (element-type HallCalendar): the last is the one in use */
};

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  hall_catalog_unref (copy->catalog);
  g_free (copy);
}

HallShelf *
hall_shelf_new (void)
{
  HallShelf *self = g_new0 (HallShelf, 1);

  g_mutex_init (&self->mutex);
  self->copies = g_ptr_array_new_with_free_func (copy_free);
  self->calendars = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_calendar_unref);
  return self;
}

void
hall_shelf_free (HallShelf *self)
{
  g_ptr_array_unref (self->copies);
  g_ptr_array_unref (self->calendars);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* (nullable): @version 0 is the one in use; the lock is held */
static Copy *
find_copy (HallShelf *self, const char *project, gint64 version)
{
  for (guint i = 0; i < self->copies->len; i++)
    {
      Copy *copy = g_ptr_array_index (self->copies, i);

      if (g_strcmp0 (copy->catalog->id, project) == 0
          && (version != 0 ? copy->version == version : copy->active))
        return copy;
    }
  return NULL;
}

static gboolean
load_version (HallShelf *self, HallDb *db, const HallCatalogVersion *row, GError **error)
{
  HallCatalog *catalog;
  Copy *copy;

  if (hall_shelf_find (self, row->project, row->version) != NULL)
    return TRUE;
  catalog = hall_catalog_store_load (db, row->project, row->version, error);
  if (catalog == NULL)
    return FALSE;
  copy = g_new0 (Copy, 1);
  copy->catalog = catalog;
  copy->version = row->version;
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->copies, copy);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

/* All at once: a project is never without a version in use. */
static void
note_active (HallShelf *self, GPtrArray *rows)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < rows->len; i++)
    {
      const HallCatalogVersion *row = g_ptr_array_index (rows, i);
      Copy *copy = find_copy (self, row->project, row->version);

      copy->active = row->active;
    }
  g_mutex_unlock (&self->mutex);
}

static gboolean
load_calendar (HallShelf *self, HallDb *db, const HallCalendar *base, GError **error)
{
  g_autoptr (HallCalendar) calendar = base != NULL ? hall_calendar_copy (base) : NULL;

  if (calendar == NULL)
    return TRUE;
  if (!hall_calendar_store_apply (db, calendar, error))
    return FALSE;
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->calendars, g_steal_pointer (&calendar));
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

gboolean
hall_shelf_load (HallShelf *self, HallDb *db, const HallCalendar *calendar, GError **error)
{
  g_autoptr (GPtrArray) rows = hall_catalog_store_list (db, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!load_version (self, db, g_ptr_array_index (rows, i), error))
      return FALSE;
  note_active (self, rows);
  return load_calendar (self, db, calendar, error);
}

HallCatalog *
hall_shelf_find (HallShelf *self, const char *project, gint64 version)
{
  HallCatalog *catalog = NULL;
  Copy *copy;

  g_mutex_lock (&self->mutex);
  copy = find_copy (self, project, version);
  if (copy != NULL)
    catalog = copy->catalog;
  g_mutex_unlock (&self->mutex);
  return catalog;
}

gint64
hall_shelf_get_active (HallShelf *self, const char *project)
{
  gint64 version = 0;
  Copy *copy;

  g_mutex_lock (&self->mutex);
  copy = find_copy (self, project, 0);
  if (copy != NULL)
    version = copy->version;
  g_mutex_unlock (&self->mutex);
  return version;
}

static int
compare_projects (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(HallCatalog *const *) a)->id, (*(HallCatalog *const *) b)->id);
}

GPtrArray *
hall_shelf_list (HallShelf *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->copies->len; i++)
    {
      Copy *copy = g_ptr_array_index (self->copies, i);

      if (copy->active)
        g_ptr_array_add (list, copy->catalog);
    }
  g_mutex_unlock (&self->mutex);
  g_ptr_array_sort (list, compare_projects);
  return list;
}

HallCalendar *
hall_shelf_get_calendar (HallShelf *self)
{
  HallCalendar *calendar = NULL;

  g_mutex_lock (&self->mutex);
  if (self->calendars->len > 0)
    calendar = g_ptr_array_index (self->calendars, self->calendars->len - 1);
  g_mutex_unlock (&self->mutex);
  return calendar;
}
