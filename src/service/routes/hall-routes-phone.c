/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the page on the handler's phone does. The one-time link is its only key.
 */
#include "hall-blobs.h"
#include "hall-consent-store.h"
#include "hall-limits.h"
#include "hall-mask.h"
#include "hall-move.h"
#include "hall-phone-task.h"
#include "hall-provider.h"
#include "hall-reply.h"
#include "hall-routes.h"
#include "hall-wire-finding.h"

/* A link that can be used, and the order behind it. */
typedef struct
{
  HallLink *link;
  HallCase *order;
} Visit;

static void
visit_clear (Visit *visit)
{
  g_clear_pointer (&visit->link, hall_link_free);
  g_clear_pointer (&visit->order, hall_case_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, visit_clear)

static gboolean
is_usable (const HallContext *context, const HallLink *link)
{
  return link != NULL && link->state != HALL_LINK_VOID
         && (link->state == HALL_LINK_DONE || link->expires_s > context->now_s);
}

/* FALSE with @error if the link was never given out, has been used up or is too old. */
static gboolean
open_visit (HallContext *context, const HallRequest *request, Visit *visit, GError **error)
{
  g_autoptr (GError) failure = NULL;
  HallRecord *record;

  visit->link = hall_phone_store_get (context->db, context->setup->vault,
                                      hall_request_get_arg (request, 0), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!is_usable (context, visit->link))
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND,
                           hall_reply_say (context, "二维码已失效，请在电脑上换一个二维码。",
                                           "The code is no longer valid; take a new one on the "
                                           "computer."));
      return FALSE;
    }
  record = hall_record_load (context->db, context->setup->vault, visit->link->order, error);
  visit->order = record != NULL ? hall_case_open (context, record, error) : NULL;
  return visit->order != NULL;
}

static const HallConsent *
face_consent (const HallCatalog *catalog)
{
  for (guint i = 0; i < catalog->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (catalog->consents, i);

      if (consent->scope == HALL_CONSENT_FACE)
        return consent;
    }
  return NULL;
}

static gboolean
has_capture (GPtrArray *captures, const char *name)
{
  for (guint i = 0; i < captures->len; i++)
    if (g_strcmp0 (((const HallCapture *) g_ptr_array_index (captures, i))->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
add_steps (JsonBuilder *builder, const HallLink *link, GPtrArray *captures, HallLang lang)
{
  HallPhoneStep steps[HALL_PHONE_N_STEPS];

  hall_phone_task_list (link, lang, steps);
  json_builder_set_member_name (builder, "captures");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      json_builder_begin_object (builder);
      hall_wire_add_text (builder, "id", steps[i].id);
      hall_wire_add_text (builder, "label", steps[i].label);
      hall_wire_add_text (builder, "hint", steps[i].hint);
      hall_wire_add_text (builder, "camera", steps[i].front ? "user" : "environment");
      hall_wire_add_bool (builder, "done", has_capture (captures, steps[i].id));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_consent (JsonBuilder *builder, const HallConsent *consent, HallLang lang)
{
  json_builder_set_member_name (builder, "consent");
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "id", consent->id);
  hall_wire_add_text (builder, "version", consent->version);
  hall_wire_add_text (builder, "sha256", consent->sha256);
  hall_wire_add_text (builder, "label", hall_label_get (&consent->label, lang));
  hall_wire_add_text (builder, "text", hall_label_get (&consent->text, lang));
  json_builder_end_object (builder);
}

static HallAnswer *
get_phone (HallContext *context, const HallRequest *request, GError **error)
{
  g_auto (Visit) visit = { NULL, NULL };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) captures = NULL;
  g_autofree char *handler = NULL;

  if (!open_visit (context, request, &visit, error))
    return NULL;
  captures = hall_phone_store_list_captures (context->db, visit.link->token, error);
  if (captures == NULL)
    return NULL;
  handler = hall_mask_name (hall_application_get_role (visit.order->record->application,
                                                       visit.order->catalog,
                                                       HALL_FIELD_ROLE_HANDLER_NAME));
  json_builder_begin_object (builder);
  hall_wire_add_text (builder, "state", hall_link_state_get_name (visit.link->state));
  hall_wire_add_text (builder, "hall", context->setup->name);
  hall_wire_add_text (builder, "organisation", visit.order->record->organisation);
  hall_wire_add_text (builder, "handler", handler);
  hall_wire_add_bool (builder, "practice", context->setup->practice);
  hall_wire_add_time (builder, "expires_at", visit.link->expires_s);
  add_consent (builder, face_consent (visit.order->catalog), context->lang);
  add_steps (builder, visit.link, captures, context->lang);
  json_builder_end_object (builder);
  return hall_answer_new_json (200, json_builder_get_root (builder));
}

static HallAnswer *
put_consent (HallContext *context, const HallRequest *request, GError **error)
{
  static const char *const members[] = { "id", "version", "sha256", NULL };
  g_autoptr (HallJson) json = hall_reply_open_body (request);
  g_auto (Visit) visit = { NULL, NULL };
  HallConsentGiver giver = { NULL, NULL, context->address, context->agent, context->now_s };
  const HallConsent *consent;
  const char *id;
  const char *sha256;

  hall_json_expect (json, members);
  id = hall_json_string (json, "id");
  hall_json_string (json, "version");
  sha256 = hall_json_string (json, "sha256");
  if (!hall_json_finish (json, error) || !open_visit (context, request, &visit, error))
    return NULL;
  consent = face_consent (visit.order->catalog);
  if (g_strcmp0 (id, consent->id) != 0 || g_strcmp0 (sha256, consent->sha256) != 0)
    {
      hall_reply_set_field_error (error, context, consent->id, HALL_ISSUE_CONSENT_OUTDATED,
                                  hall_label_get (&consent->label, context->lang));
      return NULL;
    }
  if (visit.link->state != HALL_LINK_WAITING)
    return hall_answer_new (204);
  giver.order = visit.link->order;
  if (!hall_consent_store_add (context->db, consent, &giver, error)
      || !hall_phone_store_set_state (context->db, visit.link->token, HALL_LINK_CONSENTED, error))
    return NULL;
  return hall_answer_new (204);
}

/* A picture that is on the disk but not yet in the database. */
typedef struct
{
  char *folder;
  HallCapture *capture;
  gboolean kept;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  if (!picture->kept)
    hall_blobs_delete (picture->folder, picture->capture->blob);
  hall_capture_free (picture->capture);
  g_free (picture->folder);
  g_free (picture);
}

/* FALSE with @error unless the link may take pictures now. */
static gboolean
may_capture (HallContext *context, const Visit *visit, GError **error)
{
  if (visit->link->state == HALL_LINK_CONSENTED)
    return TRUE;
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_CONFLICT,
                       visit->link->state == HALL_LINK_DONE
                           ? hall_reply_say (context, "认证已完成。", "This is done already.")
                           : hall_reply_say (context, "请先同意人脸信息处理。",
                                             "The consent for face data is missing."));
  return FALSE;
}

static HallAnswer *
prepare_capture (HallContext *context, const HallRequest *request, GError **error)
{
  const char *name = hall_request_get_arg (request, 1);
  g_auto (Visit) visit = { NULL, NULL };
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *blob = NULL;
  Picture *picture;

  if (!hall_phone_task_knows (name))
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, "there is no picture “%s”", name);
      return NULL;
    }
  if (!open_visit (context, request, &visit, error) || !may_capture (context, &visit, error))
    return NULL;
  if (context->setup->identity->check_picture (request->body, &issue) != HALL_GOOD)
    {
      hall_reply_set_field_error (error, context, name, issue.code, issue.args[0]);
      return NULL;
    }
  blob = hall_blobs_put (context->setup->vault, context->setup->blob_dir, request->body, error);
  if (blob == NULL)
    return NULL;
  picture = g_new0 (Picture, 1);
  picture->folder = g_strdup (context->setup->blob_dir);
  picture->capture = g_new0 (HallCapture, 1);
  picture->capture->name = g_strdup (name);
  picture->capture->blob = g_steal_pointer (&blob);
  picture->capture->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, request->body);
  hall_context_set_prepared (context, picture, picture_free);
  return NULL;
}

static HallAnswer *
put_capture (HallContext *context, const HallRequest *request, GError **error)
{
  Picture *picture = context->prepared;
  g_auto (Visit) visit = { NULL, NULL };
  g_autofree char *replaced = NULL;

  if (!open_visit (context, request, &visit, error) || !may_capture (context, &visit, error)
      || !hall_phone_store_put_capture (context->db, visit.link, picture->capture, context->now_s,
                                        &replaced, error))
    return NULL;
  picture->kept = TRUE;
  if (replaced != NULL)
    hall_context_delete_blob_later (context, replaced);
  return hall_answer_new (204);
}

/* The pictures that are still missing, as findings. */
static gboolean
has_all_captures (HallContext *context, const HallLink *link, GError **error)
{
  g_autoptr (GPtrArray) captures = hall_phone_store_list_captures (context->db, link->token, error);
  HallPhoneStep steps[HALL_PHONE_N_STEPS];

  if (captures == NULL)
    return FALSE;
  hall_phone_task_list (link, context->lang, steps);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (!has_capture (captures, steps[i].id))
      {
        hall_reply_set_field_error (error, context, steps[i].id, HALL_ISSUE_DOCUMENT_MISSING, NULL);
        return FALSE;
      }
  return TRUE;
}

static HallAnswer *
post_finish (HallContext *context, const HallRequest *request, GError **error)
{
  g_auto (Visit) visit = { NULL, NULL };
  g_auto (HallMove) move = { 0 };

  if (!open_visit (context, request, &visit, error))
    return NULL;
  if (visit.link->state == HALL_LINK_DONE)
    return hall_answer_new (204);
  if (!may_capture (context, &visit, error) || !has_all_captures (context, visit.link, error)
      || !hall_phone_store_set_state (context->db, visit.link->token, HALL_LINK_DONE, error))
    return NULL;
  hall_move_init (&move, context, visit.order, HALL_EVENT_AUTH_PASSED);
  move.actors = HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER);
  move.facts = HALL_FACT_FACE_CONSENTED | HALL_FACT_IDENTITY_MATCHES;
  return hall_move_run (&move, error) ? hall_answer_new (204) : NULL;
}

/* The handler says no, or goes away: what was taken is deleted at once. */
static HallAnswer *
delete_phone (HallContext *context, const HallRequest *request, GError **error)
{
  g_auto (Visit) visit = { NULL, NULL };
  g_auto (HallMove) move = { 0 };
  g_autoptr (GPtrArray) captures = NULL;

  if (!open_visit (context, request, &visit, error))
    return NULL;
  if (visit.link->state == HALL_LINK_DONE)
    return hall_answer_new (204);
  captures = hall_phone_store_list_captures (context->db, visit.link->token, error);
  if (captures == NULL || !hall_phone_store_forget_captures (context->db, visit.link->token, error))
    return NULL;
  for (guint i = 0; i < captures->len; i++)
    hall_context_delete_blob_later (context,
                                    ((const HallCapture *) g_ptr_array_index (captures, i))->blob);
  hall_move_init (&move, context, visit.order, HALL_EVENT_AUTH_FAILED);
  move.actors = HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER);
  return hall_move_run (&move, error) ? hall_answer_new (204) : NULL;
}

const HallRoute hall_routes_phone[] = {
  { "GET", HALL_PATH_PHONE, 0, HALL_BODY_NONE, 0, HALL_ROUTE_GUARDED, get_phone, NULL },
  { "DELETE", HALL_PATH_PHONE, 0, HALL_BODY_NONE, 0, HALL_ROUTE_WRITES | HALL_ROUTE_GUARDED,
    delete_phone, NULL },
  { "PUT", HALL_PATH_PHONE_CONSENT, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_GUARDED, put_consent, NULL },
  { "PUT", HALL_PATH_PHONE_CAPTURE, 0, HALL_BODY_FILE, HALL_MAX_CAPTURE_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_GUARDED, put_capture, prepare_capture },
  { "POST", HALL_PATH_PHONE_FINISH, 0, HALL_BODY_JSON, HALL_MAX_JSON_BYTES,
    HALL_ROUTE_WRITES | HALL_ROUTE_GUARDED, post_finish, NULL },
  { NULL },
};
