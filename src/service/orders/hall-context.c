/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-context.h"

#include <string.h>

#include "hall-error.h"

void
hall_context_init (HallContext *self, const HallSetup *setup, HallDb *db)
{
  memset (self, 0, sizeof *self);
  self->setup = setup;
  self->db = db;
  self->address = "";
  self->agent = "";
  self->topics = g_ptr_array_new_with_free_func (g_free);
  self->dead_blobs = g_ptr_array_new_with_free_func (g_free);
}

void
hall_context_clear (HallContext *self)
{
  hall_caller_clear (&self->caller);
  hall_context_set_prepared (self, NULL, NULL);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_clear_pointer (&self->dead_blobs, g_ptr_array_unref);
}

void
hall_context_set_prepared (HallContext *self, gpointer prepared, GDestroyNotify free_prepared)
{
  if (self->prepared != NULL && self->free_prepared != NULL)
    self->free_prepared (self->prepared);
  self->prepared = prepared;
  self->free_prepared = free_prepared;
}

void
hall_context_wake (HallContext *self, const char *topic)
{
  g_ptr_array_add (self->topics, g_strdup (topic));
}

void
hall_context_delete_blob_later (HallContext *self, const char *blob)
{
  g_ptr_array_add (self->dead_blobs, g_strdup (blob));
}

char *
hall_topic_of_order (const char *number)
{
  return g_strconcat ("order:", number, NULL);
}

char *
hall_topic_of_account (const char *account)
{
  return g_strconcat ("account:", account, NULL);
}

void
hall_context_wake_order (HallContext *self, const HallRecord *record)
{
  g_ptr_array_add (self->topics, hall_topic_of_order (record->number));
  g_ptr_array_add (self->topics, hall_topic_of_account (record->account));
  hall_context_wake (self, HALL_TOPIC_QUEUE);
}

gboolean
hall_context_is_staff (const HallContext *self)
{
  return (self->caller.actors & HALL_ACTORS_STAFF) != 0;
}

static gboolean
may_see (const HallContext *self, const HallRecord *record)
{
  return hall_context_is_staff (self)
         || (self->caller.account != NULL
             && g_strcmp0 (self->caller.account, record->account) == 0);
}

/* @vault: (nullable): without it, what is sealed is left out */
static HallRecord *
load_order (HallContext *self, const HallVault *vault, const char *number, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (HallRecord) record = hall_record_load (self->db, vault, number, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (record != NULL && may_see (self, record))
    return g_steal_pointer (&record);
  g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
               self->lang == HALL_LANG_ZH_CN ? "没有找到业务单 %s。" : "There is no order %s.",
               number);
  return NULL;
}

HallRecord *
hall_context_load_order (HallContext *self, const char *number, GError **error)
{
  return load_order (self, self->setup->vault, number, error);
}

HallRecord *
hall_context_glance_at_order (HallContext *self, const char *number, GError **error)
{
  return load_order (self, NULL, number, error);
}

gboolean
hall_context_find_type (HallContext *self,
                        const HallRecord *record,
                        HallCatalog **catalog,
                        const HallCertificateType **type,
                        GError **error)
{
  *catalog = hall_setup_find_version (self->setup, record->project, record->catalog_version);
  *type = *catalog != NULL ? hall_catalog_find_type (*catalog, record->certificate_type) : NULL;
  if (*type != NULL)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_INTERNAL,
               "order %s: project %s or its certificate type %s is no longer in a catalogue",
               record->number, record->project, record->certificate_type);
  return FALSE;
}

void
hall_context_get_check (const HallContext *self, HallCheckContext *check)
{
  GDate today;

  hall_date_in_china (self->now_s, &today);
  hall_check_context_init (check, &today);
}
