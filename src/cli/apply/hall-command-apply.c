/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl apply APPLICATION.json --documents DIR …
 */
#include <string.h>

#include "hall-apply.h"
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-password-file.h"
#include "hall-project.h"

typedef struct
{
  HallApplyOptions apply;
  const char *application;
  const char *password_file;
  const char *pay;
} Options;

static const struct
{
  const char *name;
  int channel;
} payments[] = {
  { "sandbox-wechat", HALL_PAY_WECHAT },
  { "sandbox-alipay", HALL_PAY_ALIPAY },
  { "transfer", HALL_PAY_TRANSFER },
};

/* NULL if all is there that must be. */
static const char *
find_missing (const Options *options)
{
  const struct
  {
    const char *name;
    const char *value;
  } needed[] = {
    { "--documents", options->apply.documents },
    { "--hall", options->apply.hall },
    { "--mobile", options->apply.mobile },
    { "--password-file", options->password_file },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (needed[i].value == NULL)
      return needed[i].name;
  return NULL;
}

static gboolean
read_pay (const HallCli *cli, Options *options, HallExit *code)
{
  options->apply.pay = -1;
  if (options->pay == NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (payments); i++)
    if (strcmp (payments[i].name, options->pay) == 0)
      {
        options->apply.pay = payments[i].channel;
        return TRUE;
      }
  *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_BAD_PAYMENT, options->pay, NULL);
  return FALSE;
}

static HallExit
run (const HallCli *cli, Options *options)
{
  const char *missing = find_missing (options);
  g_autofree char *password = NULL;
  HallApplication *application;
  HallExit code = HALL_EXIT_GOOD;

  if (missing != NULL)
    return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_OPTION_MISSING, missing,
                              cli->usage);
  if (!read_pay (cli, options, &code))
    return code;
  if (!g_file_test (options->apply.documents, G_FILE_TEST_IS_DIR))
    return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_NO_FOLDER,
                              options->apply.documents, NULL);
  password = hall_password_file_read (cli, options->password_file, &code);
  if (password == NULL)
    return code;
  application = hall_project_parse_application (cli, options->application, &code);
  if (application == NULL)
    return code;
  options->apply.password = password;
  return hall_apply_run (cli, &options->apply, application);
}

HallExit
hall_command_apply (const HallCli *cli, char **argv)
{
  Options given = { { NULL } };
  const HallCliOption options[] = {
    { "documents", 0, &given.apply.documents, NULL },
    { "hall", 0, &given.apply.hall, NULL },
    { "mobile", 0, &given.apply.mobile, NULL },
    { "password-file", 0, &given.password_file, NULL },
    { "pay", 0, &given.pay, NULL },
    { NULL, 0, NULL, NULL },
  };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 1, 1, &code);

  if (arguments == NULL)
    return code;
  given.application = g_ptr_array_index (arguments, 0);
  return run (cli, &given);
}
