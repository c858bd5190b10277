/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-config.h"

#include "hall-error.h"

#define DEFAULT_LISTEN      "127.0.0.1:8440"
#define DEFAULT_WORKERS     8
#define DEFAULT_CONNECTIONS 4096

typedef struct
{
  char *config;
  char *listen;
  char *data;
  char *public_url;
  char *tls_certificate;
  char *tls_key;
  gboolean local;
  gboolean verbose;
  gboolean version;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->config);
  g_free (options->listen);
  g_free (options->data);
  g_free (options->public_url);
  g_free (options->tls_certificate);
  g_free (options->tls_key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

void
hall_config_free (HallConfig *self)
{
  g_free (self->state_dir);
  g_free (self->listen);
  g_free (self->public_url);
  g_free (self->tls_certificate);
  g_free (self->tls_key);
  g_free (self->name);
  g_free (self->payee_name);
  g_free (self->payee_bank);
  g_free (self->payee_account);
  g_free (self);
}

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "config", 'c', 0, G_OPTION_ARG_FILENAME, &options->config, "Read settings from FILE",
      "FILE" },
    { "local", 0, 0, G_OPTION_ARG_NONE, &options->local,
      "Be a practice hall for one person on this computer", NULL },
    { "listen", 'l', 0, G_OPTION_ARG_STRING, &options->listen,
      "Listen on HOST:PORT or unix:PATH (default " DEFAULT_LISTEN ")", "ADDRESS" },
    { "data", 'd', 0, G_OPTION_ARG_FILENAME, &options->data, "Keep database, key and files in DIR",
      "DIR" },
    { "public-url", 0, 0, G_OPTION_ARG_STRING, &options->public_url,
      "How phones and browsers reach this hall", "URL" },
    { "tls-certificate", 0, 0, G_OPTION_ARG_FILENAME, &options->tls_certificate,
      "Serve https with this PEM certificate", "FILE" },
    { "tls-key", 0, 0, G_OPTION_ARG_FILENAME, &options->tls_key, "… and this private key", "FILE" },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &options->verbose, "Log every request", NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "Print the version and stop", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- the order service of a hall");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc > 1)
    {
      g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "unexpected argument “%s”", (*argv)[1]);
      return FALSE;
    }
  if (options->local && options->config != NULL)
    {
      g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID,
                           "--local takes no --config: a practice hall needs no settings");
      return FALSE;
    }
  return TRUE;
}

/* Takes a text from the file, if it has the key. */
static void
take_text (GKeyFile *file, const char *group, const char *key, char **text)
{
  char *value = g_key_file_get_string (file, group, key, NULL);

  if (value == NULL)
    return;
  g_free (*text);
  *text = g_strstrip (value);
}

static gboolean
take_bool (GKeyFile *file, const char *group, const char *key, gboolean *value, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean read;

  if (!g_key_file_has_key (file, group, key, NULL))
    return TRUE;
  read = g_key_file_get_boolean (file, group, key, &failure);
  if (failure == NULL)
    {
      *value = read;
      return TRUE;
    }
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "[%s] %s must be true or false", group, key);
  return FALSE;
}

static gboolean
take_number (GKeyFile *file,
             const char *group,
             const char *key,
             guint min,
             guint max,
             guint *value,
             GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 read;

  if (!g_key_file_has_key (file, group, key, NULL))
    return TRUE;
  read = g_key_file_get_int64 (file, group, key, &failure);
  if (failure == NULL && read >= min && read <= max)
    {
      *value = (guint) read;
      return TRUE;
    }
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "[%s] %s must be a number from %u to %u",
               group, key, min, max);
  return FALSE;
}

/* Every group and key that is understood; anything else is a slip of the pen. */
static const char *const known[][2] = {
  { "hall", "name" },
  { "hall", "data" },
  { "hall", "sandbox" },
  { "hall", "public_url" },
  { "listen", "address" },
  { "listen", "tls_certificate" },
  { "listen", "tls_key" },
  { "listen", "behind_proxy" },
  { "listen", "workers" },
  { "listen", "max_connections" },
  { "payee", "account_name" },
  { "payee", "bank" },
  { "payee", "account_number" },
};

static gboolean
check_keys (GKeyFile *file, const char *path, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[i], NULL, NULL);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          gboolean found = FALSE;

          for (gsize k = 0; k < G_N_ELEMENTS (known); k++)
            found |= g_str_equal (known[k][0], groups[i]) && g_str_equal (known[k][1], keys[j]);
          if (found)
            continue;
          g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "%s: unknown key [%s] %s", path,
                       groups[i], keys[j]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_file (HallConfig *self, const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  if (!check_keys (file, path, error))
    return FALSE;
  take_text (file, "hall", "name", &self->name);
  take_text (file, "hall", "data", &self->state_dir);
  take_text (file, "hall", "public_url", &self->public_url);
  take_text (file, "listen", "address", &self->listen);
  take_text (file, "listen", "tls_certificate", &self->tls_certificate);
  take_text (file, "listen", "tls_key", &self->tls_key);
  take_text (file, "payee", "account_name", &self->payee_name);
  take_text (file, "payee", "bank", &self->payee_bank);
  take_text (file, "payee", "account_number", &self->payee_account);
  return take_bool (file, "hall", "sandbox", &self->practice, error)
         && take_bool (file, "listen", "behind_proxy", &self->behind_proxy, error)
         && take_number (file, "listen", "workers", 1, 256, &self->workers, error)
         && take_number (file, "listen", "max_connections", 8, 100000, &self->max_connections,
                         error);
}

static HallConfig *
config_new (const Options *options)
{
  HallConfig *self = g_new0 (HallConfig, 1);

  self->listen = g_strdup (options->local ? "127.0.0.1:0" : DEFAULT_LISTEN);
  self->workers = DEFAULT_WORKERS;
  self->max_connections = DEFAULT_CONNECTIONS;
  self->local = options->local;
  self->verbose = options->verbose;
  if (options->local)
    {
      self->practice = TRUE;
      self->name = g_strdup ("练习营业厅");
      self->state_dir = g_build_filename (g_get_user_data_dir (), "certhall", "practice", NULL);
      self->payee_name = g_strdup ("练习营业厅（请勿真实付款）");
      self->payee_bank = g_strdup ("练习银行股份有限公司深圳练习支行");
      self->payee_account = g_strdup ("0000 0000 0000 001");
    }
  return self;
}

static void
overrule (char **text, const char *option)
{
  if (option == NULL)
    return;
  g_free (*text);
  *text = g_strdup (option);
}

static gboolean
check_complete (const HallConfig *self, GError **error)
{
  const char *missing = NULL;

  if (self->state_dir == NULL)
    missing = "where to keep its data: set [hall] data or --data";
  else if (self->name == NULL)
    missing = "a name: set [hall] name";
  else if (!self->practice)
    missing = "an SMS carrier: none can be configured yet, so only a practice hall can run; "
              "set [hall] sandbox = true";
  if (missing == NULL)
    return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "the hall needs %s", missing);
  return FALSE;
}

HallConfig *
hall_config_parse (int *argc, char ***argv, GError **error)
{
  g_auto (Options) options = { 0 };
  g_autoptr (HallConfig) self = NULL;

  if (!parse_options (&options, argc, argv, error))
    return NULL;
  if (options.version)
    {
      g_print ("certhalld %s\n", HALL_VERSION);
      return NULL;
    }
  self = config_new (&options);
  if (options.config != NULL && !read_file (self, options.config, error))
    return NULL;
  overrule (&self->listen, options.listen);
  overrule (&self->state_dir, options.data);
  overrule (&self->public_url, options.public_url);
  overrule (&self->tls_certificate, options.tls_certificate);
  overrule (&self->tls_key, options.tls_key);
  return check_complete (self, error) ? g_steal_pointer (&self) : NULL;
}
