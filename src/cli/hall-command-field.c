/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl field KIND VALUE
 */
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-kind.h"
#include "hall-workday.h"

static char *
list_kinds (void)
{
  GString *list = g_string_new (NULL);

  for (guint id = 0; id < HALL_N_KINDS; id++)
    g_string_append_printf (list, "%s%s", id > 0 ? " " : "", hall_kind_get (id)->name);
  return g_string_free (list, FALSE);
}

static void
remark (const HallCli *cli, const HallIssue *issue)
{
  g_autofree char *detail = hall_issue_format (issue, cli->lang);
  g_autofree char *line =
      g_strdup_printf ("%s: %s", hall_issue_code_get_name (issue->code), detail);

  hall_cli_remark (line);
}

static HallExit
check (const HallCli *cli, const HallKind *kind, const char *value)
{
  static const HallExit exits[HALL_N_VERDICTS] = { [HALL_GOOD] = HALL_EXIT_GOOD,
                                                   [HALL_HINT] = HALL_EXIT_GOOD,
                                                   [HALL_DOUBTFUL] = HALL_EXIT_DOUBTFUL,
                                                   [HALL_WRONG] = HALL_EXIT_WRONG };
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *tidy = NULL;
  HallCheckContext context;
  HallVerdict verdict;
  GDate today;

  hall_date_in_china (g_get_real_time () / G_USEC_PER_SEC, &today);
  hall_check_context_init (&context, &today);
  verdict = hall_kind_check (kind, value, &context, &tidy, &issue);
  if (*tidy == '\0')
    verdict = hall_issue_set (&issue, HALL_ISSUE_REQUIRED, NULL, NULL);
  if (verdict != HALL_GOOD)
    remark (cli, &issue);
  if (verdict != HALL_WRONG)
    hall_cli_say (tidy);
  return exits[verdict];
}

HallExit
hall_command_field (const HallCli *cli, char **argv)
{
  static const HallCliOption options[] = { { NULL, 0, NULL, NULL } };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 2, 2, &code);
  const HallKind *kind;

  if (arguments == NULL)
    return code;
  kind = hall_kind_find (g_ptr_array_index (arguments, 0));
  if (kind == NULL)
    {
      g_autofree char *kinds = list_kinds ();

      return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_UNKNOWN_KIND,
                                g_ptr_array_index (arguments, 0), kinds);
    }
  return check (cli, kind, g_ptr_array_index (arguments, 1));
}
