/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl inspect FILE [--slot SLOT] …
 */
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-intake.h"
#include "hall-order-option.h"
#include "hall-project.h"

typedef struct
{
  const char *file;
  const char *slot;
  const char *project;
  const char *order;
  const char *revision;
  const char *hash;
} Options;

static HallExit
say_report (const HallCli *cli, const HallScanReport *report)
{
  g_autoptr (JsonNode) node = hall_scan_report_to_json (report, cli->lang);
  g_autofree char *text = json_to_string (node, TRUE);

  hall_cli_say (text);
  return hall_scan_report_is_accepted (report) ? HALL_EXIT_GOOD : HALL_EXIT_WRONG;
}

static HallExit
run (const HallCli *cli, const Options *options)
{
  HallIntakeExpectation expected = { options->order, 0, options->hash };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) catalogs = NULL;
  const HallRequirement *slot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HallScanReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (!hall_order_option_check (cli, options->order, &code)
      || !hall_order_option_read_revision (cli, options->revision, &expected.revision, &code)
      || !hall_order_option_check_hash (cli, options->hash, &code))
    return code;
  if (options->slot != NULL)
    {
      catalogs = hall_project_load_all (cli, &code);
      slot = catalogs != NULL
                 ? hall_project_find_slot (cli, catalogs, options->project, options->slot, &code)
                 : NULL;
      if (slot == NULL)
        return code;
    }
  bytes = hall_cli_read_file (cli, options->file, &code);
  if (bytes == NULL)
    return code;
  report = hall_intake_inspect (bytes, options->file, slot, &expected, NULL, &error);
  if (report == NULL)
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  return say_report (cli, report);
}

HallExit
hall_command_inspect (const HallCli *cli, char **argv)
{
  Options given = { NULL };
  const HallCliOption options[] = {
    { "slot", 0, &given.slot, NULL },   { "project", 0, &given.project, NULL },
    { "order", 0, &given.order, NULL }, { "revision", 0, &given.revision, NULL },
    { "hash", 0, &given.hash, NULL },   { NULL, 0, NULL, NULL },
  };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 1, 1, &code);

  if (arguments == NULL)
    return code;
  given.file = g_ptr_array_index (arguments, 0);
  return run (cli, &given);
}
