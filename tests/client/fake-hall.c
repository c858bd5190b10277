/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-hall.h"

#include "fake-answer.h"
#include "hall-catalog-load.h"


/* An answer that is held back. */
typedef struct
{
  FakeHall *hall;
  SoupServerMessage *message;
  guint timer;
  gboolean for_news; /* a conditional GET: answered early when there is something new */
} Waiter;

static void
fake_request_free (gpointer data)
{
  FakeRequest *self = data;

  g_free (self->method);
  g_free (self->path);
  g_free (self->key);
  g_free (self->if_match);
  g_free (self->language);
  g_free (self->prefer);
  g_free (self->authorization);
  g_free (self);
}

static void
note_request (FakeHall *self, SoupServerMessage *message, const char *path)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  FakeRequest *request = g_new0 (FakeRequest, 1);

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (path);
  request->key = g_strdup (soup_message_headers_get_one (headers, "Idempotency-Key"));
  request->if_match = g_strdup (soup_message_headers_get_one (headers, "If-Match"));
  request->language = g_strdup (soup_message_headers_get_one (headers, "Accept-Language"));
  request->prefer = g_strdup (soup_message_headers_get_one (headers, "Prefer"));
  request->authorization = g_strdup (soup_message_headers_get_one (headers, "Authorization"));
  request->body_bytes = (gsize) soup_server_message_get_request_body (message)->length;
  g_ptr_array_add (self->log, request);
}

static void
close_connection (SoupServerMessage *message, const char *last_words)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  if (last_words != NULL)
    g_output_stream_write_all (g_io_stream_get_output_stream (stream), last_words,
                               strlen (last_words), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
set_page (SoupServerMessage *message, guint status)
{
  static const char page[] = "<html><body>Welcome to the network</body></html>";

  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, page,
                                    sizeof page - 1);
}

static FakeMood
take_mood (FakeHall *self)
{
  if (self->mood_requests == 0)
    return FAKE_NORMAL;
  if (self->mood_requests != G_MAXUINT)
    self->mood_requests--;
  return self->mood;
}

static void
waiter_free (gpointer data)
{
  Waiter *waiter = data;

  g_clear_handle_id (&waiter->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (waiter->message, waiter);
  g_object_unref (waiter->message);
  g_free (waiter);
}

static void
on_waiter_gone_cb (SoupServerMessage *message, Waiter *waiter)
{
  g_ptr_array_remove (waiter->hall->waiters, waiter);
}

static void
release (Waiter *waiter)
{
  g_autoptr (SoupServerMessage) message = g_object_ref (waiter->message);

  g_ptr_array_remove (waiter->hall->waiters, waiter);
  soup_server_message_unpause (message);
}

static gboolean
on_wait_over_cb (gpointer data)
{
  Waiter *waiter = data;

  waiter->timer = 0;
  release (waiter);
  return G_SOURCE_REMOVE;
}

static void
hold_back (FakeHall *self, SoupServerMessage *message, guint ms, gboolean for_news)
{
  Waiter *waiter = g_new0 (Waiter, 1);

  waiter->hall = self;
  waiter->message = g_object_ref (message);
  waiter->timer = ms != G_MAXUINT ? g_timeout_add (ms, on_wait_over_cb, waiter) : 0;
  waiter->for_news = for_news;
  g_signal_connect (message, "finished", G_CALLBACK (on_waiter_gone_cb), waiter);
  g_ptr_array_add (self->waiters, waiter);
  soup_server_message_pause (message);
}

static void
answer (FakeHall *self, SoupServerMessage *message)
{
  const char *prefer =
      soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Prefer");

  fake_answer (self, message);
  if (prefer != NULL && soup_server_message_get_status (message) == SOUP_STATUS_NOT_MODIFIED)
    hold_back (self, message, self->wait_ms, TRUE);
  else if (self->delay_ms > 0)
    hold_back (self, message, self->delay_ms, FALSE);
}

static void
on_request_cb (SoupServer *server,
               SoupServerMessage *message,
               const char *path,
               GHashTable *query,
               gpointer user_data)
{
  FakeHall *self = user_data;
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_utc (g_get_real_time () / G_USEC_PER_SEC + self->clock_offset_s);
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  note_request (self, message, path);
  soup_message_headers_replace (headers, "Date", date);
  switch (take_mood (self))
    {
    case FAKE_DROP:
      close_connection (message, NULL);
      break;
    case FAKE_DROP_ANSWER:
      fake_answer (self, message);
      close_connection (message, NULL);
      break;
    case FAKE_HALF_ANSWER:
      fake_answer (self, message);
      close_connection (message, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                 "Content-Length: 5000\r\n\r\n{\"number\"");
      break;
    case FAKE_TOO_MANY:
      soup_message_headers_replace (headers, "Retry-After", "1");
      fake_problem (message, HALL_ERROR_TOO_MANY, "请稍后再试。", NULL);
      break;
    case FAKE_GATEWAY:
      set_page (message, 502);
      break;
    case FAKE_PORTAL:
      set_page (message, 200);
      break;
    case FAKE_REDIRECT:
      soup_message_headers_replace (headers, "Location", "/elsewhere");
      set_page (message, 302);
      break;
    case FAKE_HANG:
      hold_back (self, message, G_MAXUINT, FALSE);
      break;
    case FAKE_NORMAL:
    default:
      answer (self, message);
    }
}

void
fake_hall_start (FakeHall *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketAddress) socket =
      g_inet_socket_address_new_from_string ("127.0.0.1", self->port);
  g_autoslist (GUri) uris = NULL;

  self->server = g_object_new (SOUP_TYPE_SERVER, "tls-certificate", self->certificate, NULL);
  soup_server_add_handler (self->server, NULL, on_request_cb, self, NULL);
  soup_server_listen (self->server, socket,
                      self->certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->port = (guint) g_uri_get_port (uris->data);
  g_free (self->address);
  self->address = g_strdup_printf ("%s://127.0.0.1:%u",
                                   self->certificate != NULL ? "https" : "http", self->port);
}

void
fake_hall_stop (FakeHall *self)
{
  g_ptr_array_set_size (self->waiters, 0);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
}

FakeHall *
fake_hall_new (void)
{
  FakeHall *self = g_new0 (FakeHall, 1);
  g_autofree char *name = g_strconcat (FAKE_PROJECT, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("HALL_DATA_DIR"), "catalog", name, NULL);
  g_autoptr (GError) error = NULL;

  self->catalog = hall_catalog_load_file (path, &error);
  g_assert_no_error (error);
  self->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_order_free);
  self->log = g_ptr_array_new_with_free_func (fake_request_free);
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->files =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  self->verdicts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->transfers = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_transfer_free);
  self->formats = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_bank_format_free);
  self->waiters = g_ptr_array_new_with_free_func (waiter_free);
  self->next_number = 1;
  self->wait_ms = 400;
  fake_hall_start (self);
  return self;
}

void
fake_hall_free (FakeHall *self)
{
  if (self->server != NULL)
    fake_hall_stop (self);
  g_clear_object (&self->certificate);
  g_free (self->address);
  g_free (self->refused_slot);
  g_clear_pointer (&self->sheet, g_bytes_unref);
  g_free (self->dropped_field);
  hall_catalog_unref (self->catalog);
  g_ptr_array_unref (self->orders);
  g_ptr_array_unref (self->log);
  g_hash_table_unref (self->tokens);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->files);
  g_ptr_array_unref (self->messages);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->verdicts);
  g_free (self->letter);
  g_ptr_array_unref (self->transfers);
  g_ptr_array_unref (self->formats);
  g_ptr_array_unref (self->waiters);
  g_free (self);
}

void
fake_hall_set_mood (FakeHall *self, FakeMood mood, guint requests)
{
  self->mood = mood;
  self->mood_requests = requests;
}

guint
fake_hall_count (FakeHall *self, const char *method, const char *path)
{
  guint n = 0;

  for (guint i = 0; i < self->log->len; i++)
    {
      const FakeRequest *request = g_ptr_array_index (self->log, i);

      if (g_str_equal (request->method, method) && g_str_has_prefix (request->path, path))
        n++;
    }
  return n;
}

const FakeRequest *
fake_hall_last (FakeHall *self)
{
  g_assert_cmpuint (self->log->len, >, 0);
  return g_ptr_array_index (self->log, self->log->len - 1);
}

char *
fake_hall_new_token (FakeHall *self, guint actors)
{
  char *token = g_uuid_string_random ();

  g_hash_table_insert (self->tokens, g_strdup (token), GUINT_TO_POINTER (actors));
  return token;
}

static const struct
{
  const char *field;
  const char *value;
} sample[] = {
  { "organisation.name", "深圳市测试样例科技有限公司" },
  { "organisation.id_type", "uscc" },
  { "organisation.uscc", "91999999MA0000023Y" },
  { "organisation.address", "广东省深圳市南山区测试路1号" },
  { "handler.name", "张三" },
  { "handler.id_number", "11010519491231002X" },
  { "handler.mobile", "13800138000" },
  { "legal_rep.name", "李四" },
  { "legal_rep.id_type", "citizen-id" },
  { "legal_rep.id_number", "440524188001010014" },
  { "basic_account.account_name", "深圳市测试样例科技有限公司" },
  { "basic_account.bank_name", "招商银行" },
  { "basic_account.bank_province", "广东省" },
  { "basic_account.bank_city", "深圳市" },
  { "basic_account.branch_name", "招商银行股份有限公司深圳测试支行" },
  { "basic_account.account_no", "755900000010101" },
  { "delivery.recipient", "张三" },
  { "delivery.recipient_phone", "13800138000" },
  { "delivery.province", "广东省" },
  { "delivery.city", "深圳市" },
  { "delivery.district", "南山区" },
  { "delivery.detail_address", "测试路1号A座101" },
  { "invoice.invoice_type", "normal" },
  { "invoice.title", "深圳市测试样例科技有限公司" },
  { "invoice.tax_no", "91999999MA0000023Y" },
  { "invoice.email", "fp@example.com" },
};

HallOrder *
fake_hall_add_order (FakeHall *self, HallState state)
{
  g_autofree char *number = g_strdup_printf ("20261122%06u", self->next_number++);
  HallOrder *order = hall_order_new (number);

  order->project = g_strdup (FAKE_PROJECT);
  order->certificate_type = g_strdup ("organisation");
  order->application = hall_application_new (FAKE_PROJECT, "organisation");
  for (gsize i = 0; i < G_N_ELEMENTS (sample); i++)
    hall_application_set (order->application, sample[i].field, sample[i].value);
  order->state = state;
  order->amount_fen = 90000;
  order->practice = TRUE;
  order->revision = state == HALL_STATE_DRAFT ? 0 : 1;
  order->created_s = g_get_real_time () / G_USEC_PER_SEC;
  g_ptr_array_insert (self->orders, 0, order);
  fake_hall_touch (self, order);
  return order;
}

HallOrder *
fake_hall_find_order (FakeHall *self, const char *number)
{
  for (guint i = 0; i < self->orders->len; i++)
    {
      HallOrder *order = g_ptr_array_index (self->orders, i);

      if (g_str_equal (order->number, number))
        return order;
    }
  return NULL;
}

/* Answers those for whom there is something new. */
static void
wake_all (FakeHall *self)
{
  g_autoptr (GPtrArray) waiters = g_ptr_array_copy (self->waiters, NULL, NULL);

  g_ptr_array_set_free_func (waiters, NULL);
  for (guint i = 0; i < waiters->len; i++)
    {
      Waiter *waiter = g_ptr_array_index (waiters, i);

      if (!waiter->for_news)
        continue;
      fake_answer (self, waiter->message);
      if (soup_server_message_get_status (waiter->message) != SOUP_STATUS_NOT_MODIFIED)
        release (waiter);
    }
}

void
fake_hall_touch (FakeHall *self, HallOrder *order)
{
  order->version++;
  order->changed_s = g_get_real_time () / G_USEC_PER_SEC + self->clock_offset_s;
  wake_all (self);
}

void
fake_hall_add_message (FakeHall *self, const char *text)
{
  g_ptr_array_insert (self->messages, 0, g_strdup (text));
  wake_all (self);
}

static gboolean
on_alarm_cb (gpointer data)
{
  gboolean *rung = data;

  *rung = TRUE;
  return G_SOURCE_CONTINUE;
}

void
fake_wait_for (const gboolean *done)
{
  gboolean rung = FALSE;
  guint alarm = g_timeout_add_seconds (60, on_alarm_cb, &rung);

  while (!*done && !rung)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm);
  g_assert_true (*done);
}

void
fake_pass_ms (guint ms)
{
  gboolean rung = FALSE;
  guint alarm = g_timeout_add (ms, on_alarm_cb, &rung);

  while (!rung)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (alarm);
}

static void
on_finalized (gpointer data, GObject *where_it_was)
{
  *(gboolean *) data = TRUE;
}

void
fake_release (gpointer object)
{
  gboolean finalized = FALSE;

  g_object_weak_ref (object, on_finalized, &finalized);
  g_object_unref (object);
  fake_wait_for (&finalized);
}
