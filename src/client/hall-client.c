/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client.h"

#include "hall-address.h"
#include "hall-exchange.h"
#include "hall-trouble.h"

#define RETRY_MS        500
#define MAX_CONNECTIONS 24 /* several waiting calls beside uploads */
#define CLOCK_SLACK_S   2  /* the Date header has whole seconds and travels some time */

struct _HallClient
{
  GObject parent_instance;

  SoupSession *session;
  char *address; /* (nullable) */
  char *token;   /* (nullable) */
  HallLang lang;
  gboolean allow_plain_http;
  guint retry_ms;
  gint64 clock_offset_s; /* the hall's clock less ours */
  gboolean unreachable;
};

enum
{
  REACHABLE_CHANGED,
  TOKEN_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HallClient, hall_client, G_TYPE_OBJECT)

static gint64
get_local_now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
set_unreachable (HallClient *self, gboolean unreachable)
{
  if (self->unreachable == unreachable)
    return;
  self->unreachable = unreachable;
  g_signal_emit (self, signals[REACHABLE_CHANGED], 0);
}

static void
hall_client_dispose (GObject *object)
{
  HallClient *self = HALL_CLIENT (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (hall_client_parent_class)->dispose (object);
}

static void
hall_client_finalize (GObject *object)
{
  HallClient *self = HALL_CLIENT (object);

  g_free (self->address);
  g_free (self->token);
  G_OBJECT_CLASS (hall_client_parent_class)->finalize (object);
}

static void
hall_client_class_init (HallClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_client_dispose;
  object_class->finalize = hall_client_finalize;

  /* The hall answers again, or does not. */
  signals[REACHABLE_CHANGED] =
      g_signal_new ("reachable-changed", HALL_TYPE_CLIENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  /* The hall no longer knows the token, which has been dropped. */
  signals[TOKEN_REFUSED] = g_signal_new ("token-refused", HALL_TYPE_CLIENT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hall_client_init (HallClient *self)
{
  self->retry_ms = RETRY_MS;
  self->session = soup_session_new_with_options ("user-agent", "CertHall/" HALL_VERSION, "timeout",
                                                 0, "max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
}

HallClient *
hall_client_new (HallLang lang)
{
  HallClient *self = g_object_new (HALL_TYPE_CLIENT, NULL);

  self->lang = lang;
  return self;
}

gboolean
hall_client_set_address (HallClient *self, const char *address, GError **error)
{
  g_autofree char *parsed = hall_address_parse (address, self->allow_plain_http, self->lang, error);

  if (parsed == NULL)
    return FALSE;
  if (g_strcmp0 (parsed, self->address) == 0)
    return TRUE;
  hall_client_set_token (self, NULL);
  g_free (self->address);
  self->address = g_steal_pointer (&parsed);
  self->clock_offset_s = 0;
  set_unreachable (self, FALSE);
  soup_session_set_proxy_resolver (self->session, hall_address_is_local (self->address)
                                                      ? NULL
                                                      : g_proxy_resolver_get_default ());
  return TRUE;
}

const char *
hall_client_get_address (HallClient *self)
{
  return self->address;
}

void
hall_client_set_allow_plain_http (HallClient *self, gboolean allow)
{
  self->allow_plain_http = allow;
}

gboolean
hall_client_get_allow_plain_http (HallClient *self)
{
  return self->allow_plain_http;
}

gboolean
hall_client_set_ca_file (HallClient *self, const char *path, GError **error)
{
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) own_error = NULL;

  if (path == NULL)
    {
      g_autoptr (GTlsDatabase) system =
          g_tls_backend_get_default_database (g_tls_backend_get_default ());

      soup_session_set_tls_database (self->session, system);
      return TRUE;
    }
  database = g_tls_file_database_new (path, &own_error);
  if (database == NULL)
    {
      g_propagate_error (error,
                         hall_trouble_new (HALL_TROUBLE_CA_FILE, self->lang, own_error->message));
      return FALSE;
    }
  soup_session_set_tls_database (self->session, database);
  return TRUE;
}

void
hall_client_set_token (HallClient *self, const char *token)
{
  g_autofree char *copy = g_strdup (token);

  g_free (self->token);
  self->token = g_steal_pointer (&copy);
}

const char *
hall_client_get_token (HallClient *self)
{
  return self->token;
}

void
hall_client_set_lang (HallClient *self, HallLang lang)
{
  self->lang = lang;
}

HallLang
hall_client_get_lang (HallClient *self)
{
  return self->lang;
}

gint64
hall_client_get_now_s (HallClient *self)
{
  return get_local_now_s () + self->clock_offset_s;
}

gboolean
hall_client_is_reachable (HallClient *self)
{
  return !self->unreachable;
}

void
hall_client_set_retry_ms (HallClient *self, guint retry_ms)
{
  g_return_if_fail (retry_ms > 0);
  self->retry_ms = retry_ms;
}

guint
hall_client_get_retry_ms (HallClient *self)
{
  return self->retry_ms;
}

SoupSession *
hall_client_get_session (HallClient *self)
{
  return self->session;
}

void
hall_client_note_answer (HallClient *self, SoupMessage *message)
{
  const char *text =
      soup_message_headers_get_one (soup_message_get_response_headers (message), "Date");
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  if (date != NULL)
    {
      gint64 offset_s = g_date_time_to_unix (date) - get_local_now_s ();

      if (ABS (offset_s - self->clock_offset_s) >= CLOCK_SLACK_S)
        self->clock_offset_s = offset_s;
    }
  set_unreachable (self, FALSE);
}

void
hall_client_note_silence (HallClient *self)
{
  set_unreachable (self, TRUE);
}

void
hall_client_note_refusal (HallClient *self, const char *token)
{
  if (g_strcmp0 (token, self->token) != 0)
    return;
  hall_client_set_token (self, NULL);
  g_signal_emit (self, signals[TOKEN_REFUSED], 0);
}
