/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-server.h"

#include <glib/gstdio.h>

#include "hall-account-store.h"
#include "hall-carry-over.h"
#include "hall-catalog-load.h"
#include "hall-catalog-store.h"
#include "hall-data-dir.h"
#include "hall-error.h"
#include "hall-http.h"
#include "hall-jobs.h"
#include "hall-migrate.h"
#include "hall-pipeline.h"
#include "hall-provider.h"
#include "hall-routes.h"

#define GUARDED_BURST      60
#define GUARDED_PER_MINUTE 60
#define LOCAL_BURST        1000

struct _HallServer
{
  HallSetup *setup;
  HallDb *lock; /* held open for as long as the hall runs */
  HallWriter *writer;
  HallPipeline *pipeline;
  HallJobs *jobs;
  HallHttp *http;
  char *address;
  char *address_path; /* (nullable): where a local hall says how it is reached */
};

/* What an administrator has just changed; before anybody is told that it is done. */
static void
reload_shelf (HallServer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallDb) db = hall_db_open (self->setup->db_path, HALL_DB_READ, &error);

  if (db == NULL || !hall_shelf_load (self->setup->shelf, db, self->setup->calendar, &error))
    g_warning ("catalogues and calendar are those of before: %s", error->message);
}

/* What changed goes to the hub by itself; the outbox has a thread of its own. */
static void
on_committed_cb (GPtrArray *topics, gpointer data)
{
  HallServer *self = data;

  if (g_ptr_array_find_with_equal_func (topics, HALL_TOPIC_SHELF, g_str_equal, NULL))
    reload_shelf (self);
  if (self->jobs != NULL
      && g_ptr_array_find_with_equal_func (topics, HALL_TOPIC_OUTBOX, g_str_equal, NULL))
    hall_jobs_wake (self->jobs);
}

static void
on_jobs_changed_cb (GPtrArray *topics, gpointer data)
{
  HallServer *self = data;

  hall_pipeline_announce (self->pipeline, topics);
}

/* A file or folder that comes with the program. */
static char *
find_data (const char *name, GError **error)
{
  char *path = hall_data_dir_find (name);

  if (path == NULL)
    g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                 "“%s” of the program's own data is missing; is it installed completely?", name);
  return path;
}

/* Two services on one folder would each believe to be the only writer. */
static gboolean
take_lock (HallServer *self, const HallConfig *config, GError **error)
{
  g_autofree char *path = g_build_filename (config->state_dir, "lock.db", NULL);
  g_autofree char *address = NULL;
  g_autoptr (GError) failure = NULL;

  self->lock = hall_db_open (path, HALL_DB_LOCK, &failure);
  if (self->lock != NULL && hall_db_script (self->lock, "BEGIN EXCLUSIVE", &failure))
    return TRUE;
  if (config->local && g_file_get_contents (self->address_path, &address, NULL, NULL))
    g_set_error (error, HALL_ERROR, HALL_ERROR_CONFLICT, "already listening on %s", address);
  else
    g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE,
                 "another certhalld runs on %s, or the folder cannot be written (%s)",
                 config->state_dir, failure->message);
  return FALSE;
}

static gboolean
load_catalogs (HallSetup *setup, const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      HallCatalog *catalog;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      catalog = hall_catalog_load_file (path, error);
      if (catalog == NULL)
        return FALSE;
      if (hall_setup_find_catalog (setup, catalog->id) != NULL)
        {
          g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
                       "%s: the project “%s” stands in two files", path, catalog->id);
          hall_catalog_unref (catalog);
          return FALSE;
        }
      g_ptr_array_add (setup->catalogs, catalog);
    }
  if (setup->catalogs->len > 0)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "%s: no project files", folder);
  return FALSE;
}

static gboolean
load_setup (HallServer *self, const HallConfig *config, GError **error)
{
  HallSetup *setup = self->setup;
  g_autofree char *key = g_build_filename (config->state_dir, "key", NULL);
  g_autofree char *catalogs = find_data ("catalog", error);
  g_autofree char *workdays = catalogs != NULL ? find_data ("workdays/cn.json", error) : NULL;

  if (workdays == NULL)
    return FALSE;
  setup->name = g_strdup (config->name);
  setup->practice = config->practice;
  setup->db_path = g_build_filename (config->state_dir, "hall.db", NULL);
  setup->blob_dir = g_build_filename (config->state_dir, "files", NULL);
  if (config->practice)
    setup->sandbox_path = g_build_filename (config->state_dir, "sandbox.db", NULL);
  setup->payee.account_name = g_strdup (config->payee_name);
  setup->payee.bank = g_strdup (config->payee_bank);
  setup->payee.account_number = g_strdup (config->payee_account);
  setup->vault = hall_vault_load (key, !g_file_test (setup->db_path, G_FILE_TEST_EXISTS), error);
  if (setup->vault == NULL)
    return FALSE;
  setup->calendar = hall_calendar_load_file (workdays, error);
  if (setup->calendar == NULL || !load_catalogs (setup, catalogs, error))
    return FALSE;
  hall_providers_use_sandbox (setup);
  return TRUE;
}

static HallDb *
open_migrated (const char *path, const char *schema, GError **error)
{
  g_autofree char *folder = find_data (schema, error);
  g_autoptr (HallDb) db = hall_db_open (path, HALL_DB_WRITE, error);

  if (db == NULL || folder == NULL || !hall_migrate (db, folder, error))
    return NULL;
  return g_steal_pointer (&db);
}

/* A practice hall has staff from the start, with passwords it shows. */
static gboolean
add_practice_staff (HallDb *db, GError **error)
{
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;

  for (const HallPracticeStaff *staff = hall_practice_staff (); staff->name != NULL; staff++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (HallLogin) login = hall_staff_find (db, staff->name, &failure);
      g_autofree char *hash = NULL;

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (login != NULL)
        continue;
      hash = hall_password_hash (staff->password, error);
      if (hash == NULL || !hall_staff_create (db, staff->name, hash, staff->actors, now_s, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
carry_over (HallServer *self, HallDb *db, GError **error)
{
  g_auto (HallContext) context = { 0 };

  hall_context_init (&context, self->setup, db);
  context.now_s = g_get_real_time () / G_USEC_PER_SEC;
  return hall_carry_over (&context, error);
}

/* The versions of the program's own catalogues, and what administrators have made of them. */
static gboolean
fill_shelf (HallServer *self, HallDb *db, GError **error)
{
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; i < self->setup->catalogs->len; i++)
    if (!hall_catalog_store_ship (db, g_ptr_array_index (self->setup->catalogs, i), now_s, error))
      return FALSE;
  return hall_shelf_load (self->setup->shelf, db, self->setup->calendar, error);
}

static gboolean
open_databases (HallServer *self, const HallConfig *config, GError **error)
{
  g_autoptr (HallDb) db = open_migrated (self->setup->db_path, "schema", error);
  g_autoptr (HallDb) sandbox = NULL;

  if (db == NULL || !fill_shelf (self, db, error) || !carry_over (self, db, error))
    return FALSE;
  if (config->practice)
    {
      sandbox = open_migrated (self->setup->sandbox_path, "schema/sandbox", error);
      if (sandbox == NULL || !add_practice_staff (db, error))
        return FALSE;
    }
  self->writer = hall_writer_new (g_steal_pointer (&db));
  return TRUE;
}

static gboolean
read_pem (const char *path, char **text, GError **error)
{
  if (path == NULL || g_file_get_contents (path, text, NULL, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

static gboolean
prepare_http (HallServer *self, const HallConfig *config, GError **error)
{
  g_autofree char *certificate = NULL;
  g_autofree char *key = NULL;
  HallHttpOptions options = {
    .listen = config->listen,
    .max_connections = config->max_connections,
    .guarded_burst = config->local ? LOCAL_BURST : GUARDED_BURST,
    .guarded_per_minute = config->local ? LOCAL_BURST : GUARDED_PER_MINUTE,
    .behind_proxy = config->behind_proxy,
    .practice = config->practice,
    .tables = hall_routes,
    .dispatch = hall_pipeline_dispatch,
    .data = self->pipeline,
  };

  if (!read_pem (config->tls_certificate, &certificate, error)
      || !read_pem (config->tls_key, &key, error))
    return FALSE;
  options.tls_certificate = certificate;
  options.tls_key = key;
  self->http = hall_http_new (&options, error);
  if (self->http == NULL)
    return FALSE;
  self->address = hall_http_get_address (self->http);
  return TRUE;
}

/* The port is known only now; nothing is answered yet. */
static void
set_public_url (HallServer *self, const HallConfig *config)
{
  self->setup->public_url =
      g_strdup (config->public_url != NULL ? config->public_url : self->address);
  if (g_str_has_suffix (self->setup->public_url, "/"))
    self->setup->public_url[strlen (self->setup->public_url) - 1] = '\0';
}

static gboolean
start (HallServer *self, const HallConfig *config, GError **error)
{
  if (g_mkdir_with_parents (config->state_dir, 0700) != 0)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, "%s: %s", config->state_dir,
                   g_strerror (errno));
      return FALSE;
    }
  self->address_path = g_build_filename (config->state_dir, "address", NULL);
  if (!take_lock (self, config, error) || !load_setup (self, config, error)
      || !open_databases (self, config, error))
    return FALSE;
  self->pipeline =
      hall_pipeline_new (self->setup, self->writer, config->workers, on_committed_cb, self, error);
  if (self->pipeline == NULL || !prepare_http (self, config, error))
    return FALSE;
  set_public_url (self, config);
  self->jobs = hall_jobs_new (self->setup, self->writer, on_jobs_changed_cb, self, error);
  return self->jobs != NULL && hall_http_start (self->http, error)
         && g_file_set_contents (self->address_path, self->address, -1, error);
}

HallServer *
hall_server_new (const HallConfig *config, GError **error)
{
  g_autoptr (HallServer) self = g_new0 (HallServer, 1);

  self->setup = hall_setup_new ();
  return start (self, config, error) ? g_steal_pointer (&self) : NULL;
}

const char *
hall_server_get_address (HallServer *self)
{
  return self->address;
}

void
hall_server_free (HallServer *self)
{
  if (self->http != NULL)
    hall_http_quiesce (self->http);
  if (self->pipeline != NULL)
    hall_pipeline_stop (self->pipeline);
  g_clear_pointer (&self->jobs, hall_jobs_free);
  g_clear_pointer (&self->writer, hall_writer_free);
  g_clear_pointer (&self->pipeline, hall_pipeline_free);
  g_clear_pointer (&self->http, hall_http_free);
  if (self->address != NULL)
    g_unlink (self->address_path);
  g_clear_pointer (&self->lock, hall_db_close);
  g_clear_pointer (&self->setup, hall_setup_free);
  g_free (self->address);
  g_free (self->address_path);
  g_free (self);
}
