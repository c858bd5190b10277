/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hall for tests answers about itself, accounts and lists, and which answer is for
 * which request.
 */
#include "fake-answer.h"
#include "hall-json.h"
#include "hall-limits.h"
#include "hall-path.h"
#include "hall-wire-finding.h"
#include "hall-wire-hall.h"
#include "hall-wire-order.h"

static void
show_health (Fake *self)
{
  fake_send_text (self, 200, "application/json",
                  g_strdup ("{\"status\":\"ok\",\"version\":\"0.1.0\"}"));
}

static void
show_hall (Fake *self)
{
  static const char labels[] = "{\"zh_CN\":\"一诺\",\"en\":\"Yinuo\"}";

  fake_send_text (
      self, 200, "application/json",
      g_strdup_printf (
          "{\"name\":\"练习营业厅\",\"practice\":true,\"two_person_rule\":false,"
          "\"version\":\"0.1.0\",\"public_url\":\"%s\",\"projects\":[{\"id\":\"%s\","
          "\"label\":%s,\"sha256\":\"%s\"}],"
          "\"payee\":{\"account_name\":\"练习营业厅有限公司\",\"bank\":\"练习银行深圳分行\","
          "\"account_number\":\"7559000012345678\"},"
          "\"payment_channels\":[{\"id\":\"wechat\",\"sandbox\":true},"
          "{\"id\":\"alipay\",\"sandbox\":true},"
          "{\"id\":\"transfer\",\"sandbox\":true}]}",
          self->hall->address, FAKE_PROJECT, labels, self->hall->catalog->sha256));
}

static void
show_project (Fake *self)
{
  g_autofree char *etag = g_strdup_printf ("\"%s\"", self->hall->catalog->sha256);
  gsize length;
  const char *text = g_bytes_get_data (self->hall->catalog->source, &length);

  if (!g_str_equal (self->names[0], FAKE_PROJECT))
    fake_send_problem (self, HALL_ERROR_NOT_FOUND, "没有这个项目。");
  else if (!fake_is_known (self, etag))
    fake_send_text (self, 200, "application/json", g_strndup (text, length));
}

static void
send_sms_code (Fake *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC + self->hall->clock_offset_s;

  json_builder_begin_object (builder);
  hall_wire_add_time (builder, "expires_at", now_s + HALL_SMS_CODE_LIFE_S);
  hall_wire_add_time (builder, "resend_at", now_s + HALL_SMS_RESEND_S);
  json_builder_end_object (builder);
  fake_send_json (self, 202, builder);
}

static void
send_identity (Fake *self, const char *name, guint actors, gboolean with_token)
{
  g_autoptr (HallIdentity) identity = hall_identity_new (name, actors);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (with_token)
    identity->token = fake_hall_new_token (self->hall, actors);
  hall_wire_add_identity (builder, identity);
  fake_send_json (self, with_token ? 201 : 200, builder);
}

static void
create_account (Fake *self)
{
  if (!g_str_equal (fake_get_text (self, "sms_code"), FAKE_SMS_CODE))
    fake_send_issue (self, "sms_code", HALL_ISSUE_SMS_CODE_EXPIRED);
  else
    send_identity (self, "138****8000", HALL_ACTOR_BIT (HALL_ACTOR_HANDLER), TRUE);
}

static void
reset_password (Fake *self)
{
  if (!g_str_equal (fake_get_text (self, "sms_code"), FAKE_SMS_CODE))
    fake_send_issue (self, "sms_code", HALL_ISSUE_SMS_CODE_EXPIRED);
  else
    fake_send_nothing (self, 204);
}

static void
create_session (Fake *self)
{
  if (g_str_equal (fake_get_text (self, "mobile"), FAKE_MOBILE)
      && g_str_equal (fake_get_text (self, "password"), FAKE_PASSWORD))
    send_identity (self, "138****8000", HALL_ACTOR_BIT (HALL_ACTOR_HANDLER), TRUE);
  else
    fake_send_issue (self, "password", HALL_ISSUE_SIGN_IN_WRONG);
}

static void
create_staff_session (Fake *self)
{
  if (g_str_equal (fake_get_text (self, "name"), FAKE_STAFF))
    send_identity (self, FAKE_STAFF, HALL_ACTOR_BIT (HALL_ACTOR_REVIEWER), TRUE);
  else if (g_str_equal (fake_get_text (self, "name"), FAKE_ADMINISTRATOR))
    send_identity (self, FAKE_ADMINISTRATOR, HALL_ACTOR_BIT (HALL_ACTOR_ADMINISTRATOR), TRUE);
  else
    fake_send_issue (self, "password", HALL_ISSUE_SIGN_IN_WRONG);
}

static void
end_session (Fake *self)
{
  g_hash_table_remove (self->hall->tokens, fake_get_header (self, "Authorization") + 7);
  fake_send_nothing (self, 204);
}

static void
show_account (Fake *self)
{
  send_identity (self, "138****8000", self->actors, FALSE);
}

/* Pages of the length asked for; a cursor is the index of the first order. */
static void
list_orders (Fake *self)
{
  GUri *uri = soup_server_message_get_uri (self->message);
  g_autoptr (GHashTable) query = g_uri_get_query (uri) != NULL
                                     ? soup_form_decode (g_uri_get_query (uri))
                                     : g_hash_table_new (g_str_hash, g_str_equal);
  const char *cursor = g_hash_table_lookup (query, "cursor");
  const char *limit_text = g_hash_table_lookup (query, "limit");
  guint64 first = cursor != NULL ? g_ascii_strtoull (cursor, NULL, 10) : 0;
  guint64 limit = limit_text != NULL ? g_ascii_strtoull (limit_text, NULL, 10) : 50;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *etag = NULL;
  gint64 versions = 0;

  for (guint i = 0; i < self->hall->orders->len; i++)
    versions += ((HallOrder *) g_ptr_array_index (self->hall->orders, i))->version;
  etag = g_strdup_printf ("\"%u.%" G_GINT64_FORMAT "\"", self->hall->orders->len, versions);
  if (fake_is_known (self, etag))
    return;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "orders");
  json_builder_begin_array (builder);
  for (guint64 i = first; i < MIN (first + limit, self->hall->orders->len); i++)
    hall_wire_add_order_summary (builder, g_ptr_array_index (self->hall->orders, i));
  json_builder_end_array (builder);
  if (first + limit < self->hall->orders->len)
    {
      g_autofree char *next = g_strdup_printf ("%" G_GUINT64_FORMAT, first + limit);

      hall_wire_add_text (builder, "next", next);
    }
  json_builder_end_object (builder);
  fake_send_json (self, 200, builder);
}

static void
list_messages (Fake *self)
{
  g_autofree char *etag = g_strdup_printf ("\"m%u\"", self->hall->messages->len);
  g_autoptr (GString) text = g_string_new ("{\"messages\":[");

  if (fake_is_known (self, etag))
    return;
  for (guint i = 0; i < self->hall->messages->len; i++)
    g_string_append_printf (text,
                            "%s{\"id\":%u,\"kind\":\"sms\",\"to\":\"13800138000\",\"text\":\"%s\","
                            "\"at\":\"2026-11-22T08:00:00Z\"}",
                            i > 0 ? "," : "", self->hall->messages->len - i,
                            (const char *) g_ptr_array_index (self->hall->messages, i));
  g_string_append (text, "]}");
  fake_send_text (self, 200, "application/json", g_string_free (g_steal_pointer (&text), FALSE));
}

static void
show_settings (Fake *self)
{
  fake_send_text (self, 200, "application/json",
                  g_strdup ("{\"two_person_rule\":true,\"staff\":[{\"name\":\"reviewer\","
                            "\"password\":\"practice1\",\"roles\":[\"reviewer\",\"cashier\"]}]}"));
}

static void
show_bill (Fake *self)
{
  fake_send_text (self, 200, "application/json",
                  g_strdup ("{\"state\":\"issued\",\"hall\":\"练习\",\"order\":\"20261122000001\","
                            "\"channel\":\"wechat\",\"amount_fen\":90000,"
                            "\"expires_at\":\"2026-11-22T08:00:00Z\"}"));
}

static void
pay_bill (Fake *self)
{
  fake_send_nothing (self, 204);
}

static const FakeRoute routes[] = {
  { "GET", HALL_PATH_HEALTH, 0, show_health },
  { "GET", HALL_PATH_HALL, 0, show_hall },
  { "GET", HALL_PATH_PROJECT, 0, show_project },
  { "POST", HALL_PATH_SMS_CODES, 0, send_sms_code },
  { "POST", HALL_PATH_ACCOUNTS, 0, create_account },
  { "GET", HALL_PATH_ACCOUNT, ~0u, show_account },
  { "POST", HALL_PATH_PASSWORD_RESETS, 0, reset_password },
  { "POST", HALL_PATH_SESSIONS, 0, create_session },
  { "DELETE", HALL_PATH_SESSION, ~0u, end_session },
  { "POST", HALL_PATH_STAFF_SESSIONS, 0, create_staff_session },
  { "GET", HALL_PATH_ORDERS, ~0u, list_orders },
  { "GET", HALL_PATH_PRACTICE_MESSAGES, 0, list_messages },
  { "GET", HALL_PATH_PRACTICE_SETTINGS, 0, show_settings },
  { "PUT", HALL_PATH_PRACTICE_SETTINGS, ~0u, show_settings },
  { "GET", HALL_PATH_CASHIER, 0, show_bill },
  { "POST", HALL_PATH_CASHIER_PAY, 0, pay_bill },
  { NULL },
};

/* What the route needs besides the path; FALSE, and the answer is there, if it is missing. */
static gboolean
prepare (Fake *self, guint actors, const char *pattern)
{
  const char *bearer = fake_get_header (self, "Authorization");
  SoupMessageBody *body = soup_server_message_get_request_body (self->message);
  const char *type = fake_get_header (self, "Content-Type");

  if (bearer != NULL && g_str_has_prefix (bearer, "Bearer "))
    self->actors = GPOINTER_TO_UINT (g_hash_table_lookup (self->hall->tokens, bearer + 7));
  if (actors != 0 && (self->actors & actors) == 0)
    {
      fake_send_problem (self, HALL_ERROR_SIGNED_OUT, "请先登录。");
      return FALSE;
    }
  if (strstr (pattern, "{order}") != NULL)
    {
      self->order = fake_hall_find_order (self->hall, self->names[0]);
      if (self->order == NULL)
        {
          fake_send_problem (self, HALL_ERROR_NOT_FOUND, "没有这个业务单。");
          return FALSE;
        }
    }
  if (body->length > 0 && g_strcmp0 (type, "application/json") == 0)
    {
      g_autoptr (GError) error = NULL;

      self->body = hall_json_parse ("body", body->data, (gssize) body->length, &error);
      g_assert_no_error (error);
    }
  return TRUE;
}

static gboolean
try_route (const FakeRoute *route, FakeHall *hall, SoupServerMessage *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  g_auto (GStrv) names = NULL;
  Fake fake = { hall, message, NULL, 0, NULL, NULL };

  if (!g_str_equal (route->method, soup_server_message_get_method (message)))
    return FALSE;
  names = hall_path_match (route->path, path);
  if (names == NULL)
    return FALSE;
  fake.names = names;
  if (prepare (&fake, route->actors, hall_path_get_pattern (route->path)))
    route->answer (&fake);
  g_clear_pointer (&fake.body, json_node_unref);
  return TRUE;
}

void
fake_answer (FakeHall *hall, SoupServerMessage *message)
{
  const FakeRoute *tables[] = {
    routes,           fake_order_routes, fake_desk_routes, fake_money_routes, fake_review_routes,
    fake_admin_routes
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const FakeRoute *route = tables[i]; route->method != NULL; route++)
      if (try_route (route, hall, message))
        return;
  fake_problem (message, HALL_ERROR_NOT_FOUND, "没有这个地址。", NULL);
}
