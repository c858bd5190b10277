/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The versions of the projects' catalogues: loading one, putting one into use, going back to an
 * older one. An order keeps the version it was begun with.
 */
#include "hall-catalog-load.h"
#include "hall-catalog-store.h"
#include "hall-ledger-store.h"
#include "hall-limits.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-wire-finding.h"

#define ADMINISTRATOR HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR)
#define MAX_VERSION   G_MAXINT32

static void
add_label (const HallContext *context, JsonBuilder *builder, const HallCatalogVersion *version)
{
  const HallCatalog *catalog =
      hall_shelf_find (context->setup->shelf, version->project, version->version);

  if (catalog != NULL)
    hall_wire_add_text (builder, "label", hall_label_get (&catalog->label, context->lang));
}

static HallAnswer *
answer_versions (HallContext *context, guint status, GError **error)
{
  g_autoptr (GPtrArray) list = hall_catalog_store_list (context->db, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (list == NULL)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "catalogs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const HallCatalogVersion *version = g_ptr_array_index (list, i);

      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "project", version->project);
      hall_wire_add_int (builder, "version", version->version);
      hall_wire_add_bool (builder, "active", version->active);
      hall_wire_add_text (builder, "sha256", version->sha256);
      hall_wire_add_text (builder, "loaded_by", version->loaded_by);
      hall_wire_add_time (builder, "loaded_at", version->loaded_s);
      add_label (context, builder, version);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return hall_answer_new_json (status, json_builder_get_root (builder));
}

static HallAnswer *
get_catalogs (HallContext *context, const HallRequest *request, GError **error)
{
  return answer_versions (context, 200, error);
}

/* The strict loader is slow enough to be kept from the writer. */
static HallAnswer *
prepare_catalog (HallContext *context, const HallRequest *request, GError **error)
{
  HallCatalog *catalog =
      hall_catalog_load_bytes_in ("catalogue", request->body, context->lang, error);

  if (catalog != NULL)
    hall_context_set_prepared (context, catalog, (GDestroyNotify) hall_catalog_unref);
  return NULL;
}

static gboolean
note (HallContext *context, HallDeed deed, const char *project, gint64 version, GError **error)
{
  g_autofree char *words = g_strdup_printf ("%" G_GINT64_FORMAT, version);

  hall_context_wake (context, HALL_TOPIC_SHELF);
  return hall_ledger_append (context->db, deed, context->caller.staff, project, words,
                             context->now_s, error);
}

static gint64
count_versions (HallContext *context, GError **error)
{
  g_autoptr (GPtrArray) list = hall_catalog_store_list (context->db, error);

  return list != NULL ? (gint64) list->len : -1;
}

/* The same file once more is no new version. */
static HallAnswer *
post_catalog (HallContext *context, const HallRequest *request, GError **error)
{
  const HallCatalog *catalog = context->prepared;
  gint64 before = count_versions (context, error);
  gint64 version = before >= 0
                       ? hall_catalog_store_add (context->db, catalog, context->caller.staff,
                                                 context->now_s, error)
                       : 0;
  gint64 after = version > 0 ? count_versions (context, error) : -1;

  if (after < 0
      || (after > before && !note (context, HALL_DEED_CATALOG_LOADED, catalog->id, version, error)))
    return NULL;
  return answer_versions (context, 201, error);
}

static HallAnswer *
put_catalog (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "version", NULL };
  const char *project = hall_request_get_arg (request, 0);
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  gint64 version;
  gint64 before;

  hall_json_expect (json, members);
  version = hall_json_int (json, "version", 1, MAX_VERSION);
  if (!hall_json_finish (json, error))
    return NULL;
  before = hall_catalog_store_get_active (context->db, project, error);
  if (before < 0 || !hall_catalog_store_activate (context->db, project, version, error)
      || (before != version
          && !note (context, HALL_DEED_CATALOG_ACTIVATED, project, version, error)))
    return NULL;
  return answer_versions (context, 200, error);
}

const HallRoute hall_routes_catalog[] = {
  { "GET", HALL_PATH_CATALOGS, ADMINISTRATOR, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_catalogs,
    NULL },
  { "POST", HALL_PATH_CATALOGS, ADMINISTRATOR, HALL_BODY_JSON, HALL_MAX_CATALOG_BYTES,
    HALL_ROUTE_WRITES, post_catalog, prepare_catalog },
  { "PUT", HALL_PATH_CATALOG, ADMINISTRATOR, HALL_BODY_JSON, HALL_MAX_JSON_BYTES, HALL_ROUTE_WRITES,
    put_catalog, NULL },
  { NULL },
};
