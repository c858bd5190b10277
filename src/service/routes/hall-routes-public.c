/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What anybody may ask: is the hall there, what is it, its catalogues, its pages.
 */
#include "hall-counter-store.h"
#include "hall-data-dir.h"
#include "hall-provider.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-settings.h"
#include "hall-wire-finding.h"

static HallAnswer *
get_health (HallContext *context, const HallRequest *request, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (hall_counter_get (context->db, "changes", error) < 0)
    return NULL;
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "status", "ok");
  hall_wire_add_text (builder, "version", HALL_VERSION);
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

/* Answers with a file that comes with the program. */
static HallAnswer *
send_file (const char *folder, const char *name, const char *media_type, GError **error)
{
  g_autofree char *relative =
      folder != NULL ? g_build_filename (folder, name, NULL) : g_strdup (name);
  g_autofree char *path = hall_data_dir_find (relative);
  char *text;
  gsize length;

  if (path == NULL || !g_file_get_contents (path, &text, &length, NULL))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "there is no %s", name);
      return NULL;
    }
  return hall_answer_new_bytes (200, media_type, g_bytes_new_take (text, length));
}

static HallAnswer *
get_openapi (HallContext *context, const HallRequest *request, GError **error)
{
  return send_file (NULL, "openapi.yaml", "application/yaml", error);
}

static void
add_projects (const HallSetup *setup, HallInfo *info)
{
  g_autoptr (GPtrArray) catalogs = hall_setup_list_catalogs (setup);

  for (guint i = 0; i < catalogs->len; i++)
    {
      const HallCatalog *catalog = g_ptr_array_index (catalogs, i);
      HallProjectInfo *project = g_new0 (HallProjectInfo, 1);

      project->id = g_strdup (catalog->id);
      project->sha256 = g_strdup (catalog->sha256);
      for (guint lang = 0; lang < HALL_N_LANGS; lang++)
        project->label.text[lang] = g_strdup (hall_label_get (&catalog->label, lang));
      g_ptr_array_add (info->projects, project);
    }
}

static void
add_channels (const HallSetup *setup, HallInfo *info)
{
  for (guint channel = 0; channel < HALL_N_PAY_CHANNELS; channel++)
    {
      info->offered[channel] = setup->payment[channel] != NULL;
      info->sandbox[channel] = setup->payment[channel] != NULL && setup->payment[channel]->sandbox;
    }
  info->offered[HALL_PAY_TRANSFER] = setup->payee.account_number != NULL;
  info->sandbox[HALL_PAY_TRANSFER] = setup->practice;
}

static HallAnswer *
get_hall (HallContext *context, const HallRequest *request, GError **error)
{
  const HallSetup *setup = context->setup;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (HallInfo) info = hall_info_new ();

  info->name = g_strdup (setup->name);
  info->practice = setup->practice;
  info->two_person_rule = hall_settings_is_two_person_rule (context);
  info->version = g_strdup (HALL_VERSION);
  info->public_url = g_strdup (setup->public_url);
  info->payee.account_name = g_strdup (setup->payee.account_name);
  info->payee.bank = g_strdup (setup->payee.bank);
  info->payee.account_number = g_strdup (setup->payee.account_number);
  add_projects (setup, info);
  add_channels (setup, info);
  hall_wire_add_info (builder, info);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

/* (nullable): "yinuo-bidding" is what is in use, "yinuo-bidding@2" a version that orders have. */
static HallCatalog *
find_catalog (const HallSetup *setup, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "@", 2);
  guint64 version = 0;

  if (parts[0] != NULL && parts[1] != NULL)
    return g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXINT32, &version, NULL)
               ? hall_shelf_find (setup->shelf, parts[0], (gint64) version)
               : NULL;
  return hall_setup_find_catalog (setup, name);
}

static HallAnswer *
get_project (HallContext *context, const HallRequest *request, GError **error)
{
  const char *id = hall_request_get_arg (request, 0);
  HallCatalog *catalog = find_catalog (context->setup, id);
  HallAnswer *answer;

  if (catalog == NULL)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                   hall_reply_say (context, "没有“%s”这个项目。", "There is no project “%s”."), id);
      return NULL;
    }
  if (g_strcmp0 (request->if_none_match, catalog->sha256) == 0)
    answer = hall_answer_new (304);
  else
    answer = hall_answer_new_bytes (200, "application/json", g_bytes_ref (catalog->source));
  answer->etag = g_strdup (catalog->sha256);
  return answer;
}

static HallAnswer *
send_page (const char *folder, GError **error)
{
  HallAnswer *answer = send_file (folder, "index.html", "text/html; charset=utf-8", error);

  if (answer != NULL)
    answer->is_page = TRUE;
  return answer;
}

/* Style, scripts and pictures of a page; nothing else in the folder is served. */
static HallAnswer *
send_asset (const char *folder, const char *name, GError **error)
{
  static const struct
  {
    const char *ending;
    const char *media_type;
  } types[] = {
    { ".css", "text/css; charset=utf-8" },
    { ".js", "text/javascript; charset=utf-8" },
    { ".svg", "image/svg+xml" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (name, types[i].ending)
        && g_regex_match_simple ("^[a-z][a-z0-9-]*\\.[a-z]+$", name, G_REGEX_DOLLAR_ENDONLY, 0))
      return send_file (folder, name, types[i].media_type, error);
  g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "there is no %s", name);
  return NULL;
}

static HallAnswer *
get_phone_page (HallContext *context, const HallRequest *request, GError **error)
{
  return send_page ("phone", error);
}

static HallAnswer *
get_phone_asset (HallContext *context, const HallRequest *request, GError **error)
{
  return send_asset ("phone", hall_request_get_arg (request, 0), error);
}

static HallAnswer *
get_cashier_page (HallContext *context, const HallRequest *request, GError **error)
{
  return send_page ("cashier", error);
}

static HallAnswer *
get_cashier_asset (HallContext *context, const HallRequest *request, GError **error)
{
  return send_asset ("cashier", hall_request_get_arg (request, 0), error);
}

const HallRoute hall_routes_public[] = {
  { "GET", HALL_PATH_HEALTH, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_health, NULL },
  { "GET", HALL_PATH_OPENAPI, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_openapi, NULL },
  { "GET", HALL_PATH_HALL, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_hall, NULL },
  { "GET", HALL_PATH_PROJECT, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_project, NULL },
  { "GET", HALL_PATH_PHONE_PAGE, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_phone_page, NULL },
  { "GET", HALL_PATH_PHONE_ASSET, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, get_phone_asset, NULL },
  { "GET", HALL_PATH_CASHIER_PAGE, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PRACTICE, get_cashier_page,
    NULL },
  { "GET", HALL_PATH_CASHIER_ASSET, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PRACTICE, get_cashier_asset,
    NULL },
  { NULL },
};
