/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl check APPLICATION.json
 */
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-project.h"
#include "hall-workday.h"

/* (transfer full): what is wrong with an application of a project nobody knows */
static GPtrArray *
find_no_project (const HallApplication *application)
{
  GPtrArray *findings = hall_findings_new ();
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, HALL_ISSUE_UNKNOWN_PROJECT, application->project, NULL);
  g_ptr_array_add (findings, hall_finding_new ("project", &issue));
  return findings;
}

static GPtrArray *
find (const HallApplication *application, const HallCatalog *catalog)
{
  HallCheckContext context;
  GDate today;

  if (catalog == NULL)
    return find_no_project (application);
  hall_date_in_china (g_get_real_time () / G_USEC_PER_SEC, &today);
  hall_check_context_init (&context, &today);
  return hall_application_check (application, catalog, &context);
}

/* A warning that the application says is confirmed is still a warning here. */
static HallExit
say_findings (const HallCli *cli, GPtrArray *findings)
{
  HallExit code = HALL_EXIT_GOOD;

  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *detail = hall_issue_format (&finding->issue, cli->lang);
      g_autofree char *line =
          g_strdup_printf ("%s: %s: %s", finding->where,
                           hall_issue_code_get_name (finding->issue.code), detail);

      hall_cli_say (line);
      if (finding->severity == HALL_WRONG)
        code = HALL_EXIT_WRONG;
      else if (code == HALL_EXIT_GOOD)
        code = HALL_EXIT_DOUBTFUL;
    }
  return code;
}

HallExit
hall_command_check (const HallCli *cli, char **argv)
{
  static const HallCliOption options[] = { { NULL, 0, NULL, NULL } };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 1, 1, &code);
  g_autoptr (HallApplication) application = NULL;
  g_autoptr (HallCatalog) catalog = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (arguments == NULL)
    return code;
  application =
      hall_project_read_application (cli, g_ptr_array_index (arguments, 0), &catalog, &code);
  if (application == NULL)
    return code;
  findings = find (application, catalog);
  return say_findings (cli, findings);
}
