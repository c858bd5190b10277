/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hall for tests answers about orders.
 */
#include "fake-answer.h"
#include "hall-limits.h"
#include "hall-lock.h"
#include "hall-path.h"
#include "hall-wire-application.h"
#include "hall-wire-order.h"
#include "hall-workday.h"

/* A page with nothing on it, as a PDF that can be opened. */
static const char empty_sheet[] = "%PDF-1.5\n"
                                  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                                  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                                  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
                                  "trailer<</Root 1 0 R>>\n"
                                  "%%EOF\n";

static guint
find_facts (const FakeHall *hall, const HallOrder *order)
{
  guint facts = ~0u & ~(HALL_FACT_REVIEW_PASSED | HALL_FACT_CODE_WANTED | HALL_FACT_IDLE);

  if (hall->code_wanted)
    facts |= HALL_FACT_CODE_WANTED;
  if (order->sub[HALL_SUBSTATE_AUTH] != HALL_AUTH_PASSED)
    facts &= ~HALL_FACT_IDENTITY_VERIFIED;
  if (order->sub[HALL_SUBSTATE_PAYMENT] != HALL_PAYMENT_PAID)
    facts &= ~(HALL_FACT_FUNDS_SETTLED | HALL_FACT_PAID_ONLINE);
  if (hall_findings_get_verdict (order->findings) > HALL_HINT)
    facts &= ~HALL_FACT_FIELDS_VALID;
  return facts;
}

static void
find_findings (FakeHall *hall, HallOrder *order)
{
  HallCheckContext context;
  GDate today;

  hall_date_in_china (g_get_real_time () / G_USEC_PER_SEC, &today);
  hall_check_context_init (&context, &today);
  g_ptr_array_unref (order->findings);
  order->findings = hall_application_check (order->application, hall->catalog, &context);
}

void
fake_send_order (Fake *self, guint status)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", self->order->version);

  find_findings (self->hall, self->order);
  self->order->actions =
      hall_actions_for (self->order->state, self->actors, find_facts (self->hall, self->order));
  if (self->order->held_by != NULL)
    self->order->actions &= ~(
        HALL_ACTION_BIT (HALL_ACTION_APPROVE) | HALL_ACTION_BIT (HALL_ACTION_REJECT)
        | HALL_ACTION_BIT (HALL_ACTION_CONFIRM_FUNDS) | HALL_ACTION_BIT (HALL_ACTION_REJECT_FUNDS));
  if (status == 200 && fake_is_known (self, etag))
    return;
  soup_message_headers_replace (soup_server_message_get_response_headers (self->message), "ETag",
                                etag);
  hall_wire_add_order (builder, self->order, HALL_LANG_ZH_CN);
  fake_send_json (self, status, builder);
}

gboolean
fake_check_version (Fake *self)
{
  g_autofree char *etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", self->order->version);
  const char *given = fake_get_header (self, "If-Match");

  if (g_strcmp0 (given, etag) == 0)
    return TRUE;
  if (given == NULL)
    soup_server_message_set_status (self->message, 428, NULL);
  else
    fake_send_problem (self, HALL_ERROR_STALE, "业务单已被更新。");
  return FALSE;
}

static void
create_order (Fake *self)
{
  const char *key = fake_get_header (self, "Idempotency-Key");
  const char *number = key != NULL ? g_hash_table_lookup (self->hall->answers, key) : NULL;

  if (number != NULL)
    self->order = fake_hall_find_order (self->hall, number);
  else
    {
      self->order = fake_hall_add_order (self->hall, HALL_STATE_DRAFT);
      hall_application_free (self->order->application);
      self->order->application = hall_application_new (FAKE_PROJECT, "organisation");
      if (key != NULL)
        g_hash_table_insert (self->hall->answers, g_strdup (key), g_strdup (self->order->number));
    }
  fake_send_order (self, 201);
}

static void
show_order (Fake *self)
{
  fake_send_order (self, 200);
}

/* The first field that differs and is not open. */
static const char *
find_locked (Fake *self, const HallApplication *given)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->hall->catalog->fields);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_strcmp0 (hall_application_get (given, id),
                   hall_application_get (self->order->application, id))
            != 0
        && !hall_order_is_field_open (self->order, self->hall->catalog,
                                      hall_catalog_find_field (self->hall->catalog, id)))
      return id;
  return NULL;
}

static void
put_application (Fake *self)
{
  g_autoptr (HallJson) json = hall_json_new ("body", self->body);
  g_autoptr (HallApplication) given = hall_wire_read_application (json);

  g_assert_nonnull (given);
  if (!fake_check_version (self))
    return;
  if (find_locked (self, given) != NULL)
    {
      fake_send_issue (self, find_locked (self, given), HALL_ISSUE_FIELD_LOCKED);
      return;
    }
  if (self->hall->dropped_field != NULL)
    hall_application_set (given, self->hall->dropped_field, NULL);
  hall_application_free (self->order->application);
  self->order->application = g_steal_pointer (&given);
  g_free (self->order->certificate_type);
  self->order->certificate_type = g_strdup (self->order->application->certificate_type);
  fake_hall_touch (self->hall, self->order);
  fake_send_order (self, 201); /* as 200, but whatever the caller knows */
  soup_server_message_set_status (self->message, 200, NULL);
}

static void
show_form (Fake *self)
{
  if (self->order->revision == 0)
    fake_send_problem (self, HALL_ERROR_CONFLICT, "尚未确认信息。");
  else if (self->hall->sheet != NULL)
    {
      soup_server_message_set_status (self->message, 200, NULL);
      soup_server_message_set_response (self->message, "application/pdf", SOUP_MEMORY_COPY,
                                        g_bytes_get_data (self->hall->sheet, NULL),
                                        g_bytes_get_size (self->hall->sheet));
    }
  else
    fake_send_text (self, 200, "application/pdf", g_strdup (empty_sheet));
}

static char *
file_key (Fake *self)
{
  return g_strconcat (self->names[0], "/", self->names[1], NULL);
}

static void
show_document (Fake *self)
{
  g_autofree char *key = file_key (self);
  GBytes *bytes = g_hash_table_lookup (self->hall->files, key);

  if (bytes == NULL)
    {
      fake_send_problem (self, HALL_ERROR_NOT_FOUND, "尚未上传。");
      return;
    }
  soup_server_message_set_status (self->message, 200, NULL);
  soup_server_message_set_response (self->message, "application/pdf", SOUP_MEMORY_COPY,
                                    g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
remove_document (HallOrder *order, const char *slot)
{
  for (guint i = 0; i < order->documents->len; i++)
    if (g_str_equal (((HallDocument *) g_ptr_array_index (order->documents, i))->slot, slot))
      {
        g_ptr_array_remove_index (order->documents, i);
        return;
      }
}

/* NAME of filename*=UTF-8''NAME */
static char *
read_file_name (Fake *self)
{
  const char *text = fake_get_header (self, "Content-Disposition");
  const char *name = text != NULL ? strstr (text, "UTF-8''") : NULL;

  return name != NULL ? g_uri_unescape_string (name + 7, NULL) : NULL;
}

static void
put_document (Fake *self)
{
  SoupMessageBody *body = soup_server_message_get_request_body (self->message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  HallDocument *document;

  if (g_strcmp0 (self->hall->refused_slot, self->names[1]) == 0)
    {
      fake_send_issue (self, self->names[1], HALL_ISSUE_FILE_DAMAGED);
      return;
    }
  remove_document (self->order, self->names[1]);
  document = hall_document_new (self->names[1]);
  document->file_name = read_file_name (self);
  document->media_type = g_strdup ("application/pdf");
  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  document->bytes = (gint64) g_bytes_get_size (bytes);
  document->pages = 1;
  document->revision = self->order->revision;
  document->uploaded_s = g_get_real_time () / G_USEC_PER_SEC + self->hall->clock_offset_s;
  document->current = TRUE;
  g_ptr_array_add (self->order->documents, document);
  g_hash_table_insert (self->hall->files, file_key (self), g_bytes_ref (bytes));
  fake_hall_touch (self->hall, self->order);
  fake_send_order (self, 201);
  soup_server_message_set_status (self->message, 200, NULL);
}

static void
delete_document (Fake *self)
{
  g_autofree char *key = file_key (self);

  remove_document (self->order, self->names[1]);
  g_hash_table_remove (self->hall->files, key);
  fake_hall_touch (self->hall, self->order);
  fake_send_order (self, 200);
}

static void
show_capture (Fake *self)
{
  if ((self->actors & HALL_ACTORS_STAFF) == 0)
    fake_send_problem (self, HALL_ERROR_DENIED, "无权查看。");
  else
    fake_send_text (self, 200, "image/jpeg", g_strdup ("\xff\xd8\xff picture"));
}

static void
renew_auth_link (Fake *self)
{
  g_clear_pointer (&self->order->auth, hall_auth_link_free);
  self->order->auth = g_new0 (HallAuthLink, 1);
  self->order->auth->url = g_strdup ("https://hall.example.com/phone/token");
  self->order->auth->expires_s = g_get_real_time () / G_USEC_PER_SEC + HALL_AUTH_LINK_LIFE_S;
  self->order->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_PENDING;
  fake_hall_touch (self->hall, self->order);
  fake_send_order (self, 200);
}

static void
ask_alternative (Fake *self)
{
  if (*fake_get_text (self, "note") == '\0')
    {
      fake_send_issue (self, "note", HALL_ISSUE_REQUIRED);
      return;
    }
  self->order->sub[HALL_SUBSTATE_AUTH] = HALL_AUTH_ALTERNATIVE;
  fake_hall_touch (self->hall, self->order);
  fake_send_order (self, 200);
}

static void
create_payment (Fake *self)
{
  const char *key = fake_get_header (self, "Idempotency-Key");

  if (key == NULL || !g_hash_table_contains (self->hall->answers, key))
    {
      g_clear_pointer (&self->order->payment, hall_payment_code_free);
      self->order->payment = g_new0 (HallPaymentCode, 1);
      self->order->payment->id =
          g_strdup_printf ("pay-%u", g_hash_table_size (self->hall->answers));
      self->order->payment->channel = hall_pay_channel_from_name (fake_get_text (self, "channel"));
      self->order->payment->amount_fen = self->order->amount_fen;
      self->order->payment->qr = g_strdup ("weixin://test");
      self->order->payment->expires_s = g_get_real_time () / G_USEC_PER_SEC + HALL_PAYMENT_LIFE_S;
      self->order->channel = (int) self->order->payment->channel;
      fake_hall_touch (self->hall, self->order);
      if (key != NULL)
        g_hash_table_insert (self->hall->answers, g_strdup (key), g_strdup (self->order->number));
    }
  fake_send_order (self, 201);
}

/* Whether the key was seen before: the first answer again. */
static gboolean
is_repetition (Fake *self)
{
  const char *key = fake_get_header (self, "Idempotency-Key");

  g_assert_nonnull (key);
  if (g_hash_table_contains (self->hall->answers, key))
    return TRUE;
  g_hash_table_insert (self->hall->answers, g_strdup (key), g_strdup (self->order->number));
  return FALSE;
}

static void
take_fields (Fake *self)
{
  JsonObject *fields = json_object_get_object_member (json_node_get_object (self->body), "fields");
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  json_object_iter_init (&iter, fields);
  while (json_object_iter_next (&iter, &id, &value))
    hall_application_set (self->order->application, id, json_node_get_string (value));
}

static void
send_event (Fake *self)
{
  HallEvent event = hall_event_from_name (self->names[1]);
  g_autoptr (GError) error = NULL;
  HallState to;

  if (is_repetition (self))
    {
      fake_send_order (self, 200);
      return;
    }
  if (!fake_check_version (self))
    return;
  if (event == HALL_EVENT_RESUBMIT_ACCOUNT)
    take_fields (self);
  find_findings (self->hall, self->order);
  if (!hall_state_next (self->order->state, event, self->actors,
                        find_facts (self->hall, self->order), HALL_LANG_ZH_CN, &to, &error))
    {
      fake_problem (self->message, (HallError) error->code, error->message, self->order->findings);
      return;
    }
  if (self->hall->holds && hall_event_waits (event, self->actors))
    {
      fake_hall_hold (self->hall, self->order, event);
      fake_send_order (self, 200);
      return;
    }
  if (event == HALL_EVENT_CONFIRM_INFO)
    self->order->revision++;
  self->order->state = to;
  self->hall->n_events++;
  fake_hall_touch (self->hall, self->order);
  fake_send_order (self, 200);
}

const FakeRoute fake_order_routes[] = {
  { "POST", HALL_PATH_ORDERS, ~0u, create_order },
  { "GET", HALL_PATH_ORDER, ~0u, show_order },
  { "PUT", HALL_PATH_APPLICATION, ~0u, put_application },
  { "GET", HALL_PATH_FORM, ~0u, show_form },
  { "GET", HALL_PATH_SEAL_SHEET, ~0u, show_form },
  { "GET", HALL_PATH_FINANCE_NOTE, ~0u, show_form },
  { "GET", HALL_PATH_DOCUMENT, ~0u, show_document },
  { "PUT", HALL_PATH_DOCUMENT, ~0u, put_document },
  { "DELETE", HALL_PATH_DOCUMENT, ~0u, delete_document },
  { "GET", HALL_PATH_CAPTURE, ~0u, show_capture },
  { "POST", HALL_PATH_AUTH_LINK, ~0u, renew_auth_link },
  { "PUT", HALL_PATH_ALTERNATIVE_AUTH, ~0u, ask_alternative },
  { "POST", HALL_PATH_PAYMENTS, ~0u, create_payment },
  { "POST", HALL_PATH_EVENT, ~0u, send_event },
  { NULL },
};
