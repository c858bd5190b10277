/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a handler, or the clock, works with: the hall's setup, a database connection,
 * who asks, and the time. Belongs to one thread for the length of one call.
 */
#pragma once

#include "hall-account-store.h"
#include "hall-record.h"
#include "hall-setup.h"

typedef struct _HallContext HallContext;

struct _HallContext
{
  const HallSetup *setup;
  HallDb *db;        /* reading, or the writer's */
  HallDb *sandbox;   /* (nullable): reading the sandbox world */
  HallCaller caller; /* all empty for the public, providers and the clock */
  gint64 now_s;
  HallLang lang;
  const char *address; /* of the client */
  const char *agent;   /* the client's build */
  gpointer prepared;   /* (nullable): what the slow part found */
  GDestroyNotify free_prepared;
  GPtrArray *topics;     /* (element-type utf8): what changed */
  GPtrArray *dead_blobs; /* (element-type utf8): to be deleted once the change is durable */
};

/* A topic that everybody who reads the outbox waits for. */
#define HALL_TOPIC_OUTBOX   "outbox"
#define HALL_TOPIC_QUEUE    "queue"
#define HALL_TOPIC_PRACTICE "practice"
#define HALL_TOPIC_SHELF    "shelf" /* catalogues and calendar */

void hall_context_init (HallContext *self, const HallSetup *setup, HallDb *db);
void hall_context_clear (HallContext *self);

void hall_context_set_prepared (HallContext *self, gpointer prepared, GDestroyNotify free_prepared);

void hall_context_wake (HallContext *self, const char *topic);

/* Has a file deleted when, and only when, the transaction has been committed. */
void hall_context_delete_blob_later (HallContext *self, const char *blob);

/* The topics of one order and of one account's orders. Returns: (transfer full) */
char *hall_topic_of_order (const char *number);
char *hall_topic_of_account (const char *account);

/* Everybody who looks at this order, at its account's list or at the queue. */
void hall_context_wake_order (HallContext *self, const HallRecord *record);

gboolean hall_context_is_staff (const HallContext *self);

/**
 * hall_context_load_order:
 * @error: %HALL_ERROR_NOT_FOUND if there is no such order or it is somebody else's
 */
HallRecord *hall_context_load_order (HallContext *self, const char *number, GError **error);

/* The same without what is sealed (the application, notes): for a look at its version. */
HallRecord *hall_context_glance_at_order (HallContext *self, const char *number, GError **error);

/* The catalogue of an order and its certificate type. FALSE with @error if they are gone. */
gboolean hall_context_find_type (HallContext *self,
                                 const HallRecord *record,
                                 HallCatalog **catalog,
                                 const HallCertificateType **type,
                                 GError **error);

/* The day it is in China, for checks. */
void hall_context_get_check (const HallContext *self, HallCheckContext *check);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HallContext, hall_context_clear)
