/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl staff add|list|disable
 */
#include <string.h>

#include "hall-check-text.h"
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-data-folder.h"
#include "hall-error.h"
#include "hall-password-file.h"
#include "hall-staff-store.h"
#include "hall-state.h"
#include "hall-vault.h"

typedef struct
{
  const char *login;
  const char *name;
  const char *data;
  const char *password_file;
  GPtrArray *roles; /* (element-type utf8) */
} Options;

static gint64
now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
read_roles (const HallCli *cli, GPtrArray *given, guint *actors, HallExit *code)
{
  *actors = 0;
  for (guint i = 0; i < given->len; i++)
    {
      const char *name = g_ptr_array_index (given, i);
      HallActor actor = hall_actor_from_name (name);
      g_autofree char *known = hall_staff_describe_roles (HALL_ACTORS_STAFF, ", ");

      if (actor >= HALL_N_ACTORS || (HALL_ACTORS_STAFF & HALL_ACTOR_BIT (actor)) == 0)
        {
          *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_UNKNOWN_ROLE, name, known);
          return FALSE;
        }
      *actors |= HALL_ACTOR_BIT (actor);
    }
  return TRUE;
}

static const char *
find_missing (const Options *options)
{
  if (options->name == NULL)
    return "--name";
  if (options->roles->len == 0)
    return "--role";
  if (options->password_file == NULL)
    return "--password-file";
  return options->data == NULL ? "--data" : NULL;
}

static gboolean
check_login (const HallCli *cli, const char *login, HallExit *code)
{
  if (hall_staff_is_login (login))
    return TRUE;
  *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_BAD_LOGIN, login, NULL);
  return FALSE;
}

static gboolean
check_password (const HallCli *cli, const char *password, HallExit *code)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *detail = NULL;
  g_autofree char *line = NULL;

  if (hall_check_password (password, &issue) == HALL_GOOD)
    return TRUE;
  detail = hall_issue_format (&issue, cli->lang);
  line = g_strdup_printf ("password: %s: %s", hall_issue_code_get_name (issue.code), detail);
  hall_cli_remark (line);
  *code = HALL_EXIT_WRONG;
  return FALSE;
}

/* Whoever sits at the machine itself; the hall's trail has no name for them. */
static HallStaffDoer
operator_now (void)
{
  return (HallStaffDoer){ "", now_s () };
}

/* Login, name and the entry in the trail come together or not at all. */
static gboolean
create (HallDb *db, const Options *options, const char *hash, guint actors, GError **error)
{
  HallStaffDoer doer = operator_now ();
  HallStaffMember member = { .name = (char *) options->login,
                             .full_name = (char *) options->name,
                             .actors = actors };

  if (!hall_db_begin (db, error))
    return FALSE;
  if (hall_staff_add (db, &member, hash, &doer, error) && hall_db_commit (db, error))
    return TRUE;
  hall_db_rollback (db);
  return FALSE;
}

static HallExit
add (const HallCli *cli, const Options *options)
{
  const char *missing = find_missing (options);
  g_autofree char *password = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (HallDb) db = NULL;
  g_autoptr (GError) error = NULL;
  HallExit code = HALL_EXIT_GOOD;
  guint actors;

  if (missing != NULL)
    return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_OPTION_MISSING, missing,
                              cli->usage);
  if (!check_login (cli, options->login, &code)
      || !read_roles (cli, options->roles, &actors, &code))
    return code;
  password = hall_password_file_read (cli, options->password_file, &code);
  if (password == NULL || !check_password (cli, password, &code))
    return code;
  db = hall_data_folder_open (cli, options->data, HALL_DB_WRITE, &code);
  if (db == NULL)
    return code;
  hash = hall_password_hash (password, &error);
  if (hash != NULL && create (db, options, hash, actors, &error))
    return HALL_EXIT_GOOD;
  if (g_error_matches (error, HALL_ERROR, HALL_ERROR_CONFLICT))
    return hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_LOGIN_TAKEN, options->login,
                              NULL);
  return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
}

HallExit
hall_command_staff_add (const HallCli *cli, char **argv)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  Options given = { .roles = roles };
  const HallCliOption options[] = {
    { "name", 0, &given.name, NULL },
    { "role", 0, NULL, NULL, roles },
    { "password-file", 0, &given.password_file, NULL },
    { "data", 0, &given.data, NULL },
    { NULL, 0, NULL, NULL },
  };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 1, 1, &code);

  if (arguments == NULL)
    return code;
  given.login = g_ptr_array_index (arguments, 0);
  return add (cli, &given);
}

/* LOGIN, roles, "active" or "disabled", name: with tabs between them. */
static void
say_member (const HallStaffMember *member)
{
  g_autofree char *roles = hall_staff_describe_roles (member->actors, ",");
  g_autofree char *line =
      g_strdup_printf ("%s\t%s\t%s\t%s", member->name, roles,
                       member->disabled_s != 0 ? "disabled" : "active", member->full_name);

  hall_cli_say (line);
}

/* What is left of the arguments of `list` and `disable`. */
static HallDb *
open_folder (const HallCli *cli, char **argv, HallDbMode mode, const char **login, HallExit *code)
{
  const char *data = NULL;
  const HallCliOption options[] = {
    { "data", 0, &data, NULL },
    { NULL, 0, NULL, NULL },
  };
  guint n = login != NULL ? 1 : 0;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, n, n, code);

  if (arguments == NULL)
    return NULL;
  if (login != NULL)
    *login = g_ptr_array_index (arguments, 0);
  return hall_data_folder_open (cli, data, mode, code);
}

HallExit
hall_command_staff_list (const HallCli *cli, char **argv)
{
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (HallDb) db = open_folder (cli, argv, HALL_DB_READ, NULL, &code);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return code;
  list = hall_staff_member_list (db, &error);
  if (list == NULL)
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  for (guint i = 0; i < list->len; i++)
    say_member (g_ptr_array_index (list, i));
  return HALL_EXIT_GOOD;
}

static gboolean
switch_off (HallDb *db, const char *login, GError **error)
{
  g_autoptr (HallStaffMember) member = hall_staff_member_get (db, login, error);
  HallStaffDoer doer = operator_now ();

  if (member != NULL)
    {
      member->disabled_s = doer.now_s;
      return hall_staff_change (db, member, &doer, error);
    }
  if (*error == NULL)
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_NOT_FOUND, login);
  return FALSE;
}

static gboolean
disable (HallDb *db, const char *login, GError **error)
{
  if (!hall_db_begin (db, error))
    return FALSE;
  if (switch_off (db, login, error) && hall_db_commit (db, error))
    return TRUE;
  hall_db_rollback (db);
  return FALSE;
}

HallExit
hall_command_staff_disable (const HallCli *cli, char **argv)
{
  HallExit code = HALL_EXIT_GOOD;
  const char *login = NULL;
  g_autoptr (HallDb) db = open_folder (cli, argv, HALL_DB_WRITE, &login, &code);
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return code;
  if (disable (db, login, &error))
    return HALL_EXIT_GOOD;
  if (g_error_matches (error, HALL_ERROR, HALL_ERROR_NOT_FOUND))
    return hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_UNKNOWN_LOGIN, login, NULL);
  return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
}
