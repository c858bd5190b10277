/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl audit verify --data DIR
 */
#include "hall-audit-store.h"
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-data-folder.h"
#include "hall-error.h"
#include "hall-ledger-store.h"
#include "hall-queue-store.h"

/* The chains that do not hold on standard error, how many were looked at on standard output. */
static HallExit
say_report (const HallAuditReport *report)
{
  g_autofree char *counts = g_strdup_printf ("orders %u entries %u broken %u", report->orders,
                                             report->entries, report->broken);

  for (guint i = 0; i < report->lines->len; i++)
    hall_cli_remark (g_ptr_array_index (report->lines, i));
  hall_cli_say (counts);
  return report->broken == 0 ? HALL_EXIT_GOOD : HALL_EXIT_WRONG;
}

HallExit
hall_command_audit_verify (const HallCli *cli, char **argv)
{
  const char *data = NULL;
  const HallCliOption options[] = {
    { "data", 0, &data, NULL },
    { NULL, 0, NULL, NULL },
  };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 0, 0, &code);
  g_auto (HallAuditReport) report = { 0 };
  g_autoptr (HallDb) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *trouble = NULL;
  gint64 wrong_counts;

  if (arguments == NULL)
    return code;
  db = hall_data_folder_open (cli, data, HALL_DB_READ, &code);
  if (db == NULL)
    return code;
  if (!hall_audit_verify (db, &report, &error))
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  code = say_report (&report);
  if (hall_ledger_verify (db, &trouble, &error) < 0)
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  if (trouble != NULL)
    {
      hall_cli_remark (trouble);
      return HALL_EXIT_WRONG;
    }
  wrong_counts = hall_queue_verify (db, &error);
  if (wrong_counts < 0)
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  if (wrong_counts > 0)
    {
      hall_cli_remark ("the queue's counts differ from the orders");
      return HALL_EXIT_WRONG;
    }
  return code;
}
