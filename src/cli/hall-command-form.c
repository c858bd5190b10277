/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl form APPLICATION.json -o FORM.pdf …
 *
 * Prints what the application says, also where it has errors: `check` finds those.
 */
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-error.h"
#include "hall-finance-note.h"
#include "hall-font.h"
#include "hall-form-sheet.h"
#include "hall-order-option.h"
#include "hall-project.h"
#include "hall-seal-sheet.h"

/* As the practice hall calls itself. */
#define PRACTICE_HALL "练习营业厅"

typedef struct
{
  const char *application;
  const char *output;
  const char *order;
  const char *revision;
  const char *confirmed_at;
  const char *hall_name;
  const char *payer;
  const char *sheet;
  gboolean seal_sheet;
  gboolean practice;
} Options;

static GBytes *
print_form (const Options *options,
            const HallCatalog *catalog,
            const HallApplication *application,
            const HallSheetInfo *info,
            GError **error)
{
  (void) options;
  return hall_form_sheet_print (catalog, application, info, NULL, error);
}

static GBytes *
print_seal_sheet (const Options *options,
                  const HallCatalog *catalog,
                  const HallApplication *application,
                  const HallSheetInfo *info,
                  GError **error)
{
  (void) options;
  return hall_seal_sheet_print (catalog, application, info, NULL, error);
}

static GBytes *
print_finance_note (const Options *options,
                    const HallCatalog *catalog,
                    const HallApplication *application,
                    const HallSheetInfo *info,
                    GError **error)
{
  return hall_finance_note_print (catalog, application, info, options->payer, error);
}

typedef struct
{
  const char *name;
  GBytes *(*print) (const Options *options,
                    const HallCatalog *catalog,
                    const HallApplication *application,
                    const HallSheetInfo *info,
                    GError **error);
} Sheet;

static const Sheet sheets[] = {
  { "form", print_form },
  { "seal-sheet", print_seal_sheet },
  { "finance-note", print_finance_note },
};

/* (nullable): NULL: no such sheet */
static const Sheet *
find_sheet (const Options *options)
{
  const char *name = options->seal_sheet ? "seal-sheet" : options->sheet;

  if (name == NULL)
    return &sheets[0];
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (g_str_equal (name, sheets[i].name))
      return &sheets[i];
  return NULL;
}

static gboolean
read_time (const HallCli *cli, const char *text, gint64 *time_s, HallExit *code)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (text != NULL && time == NULL)
    {
      *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_BAD_TIME, text, NULL);
      return FALSE;
    }
  *time_s = time != NULL ? g_date_time_to_unix (time) : 0;
  return TRUE;
}

static gboolean
read_info (const HallCli *cli, const Options *options, HallSheetInfo *info, HallExit *code)
{
  if ((options->order == NULL) != (options->revision == NULL))
    {
      *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_OPTIONS_TOGETHER, NULL,
                                 cli->usage);
      return FALSE;
    }
  info->order = options->order;
  info->practice = options->practice;
  info->hall_name = options->hall_name;
  if (info->hall_name == NULL && info->practice)
    info->hall_name = PRACTICE_HALL;
  return hall_order_option_check (cli, options->order, code)
         && hall_order_option_read_revision (cli, options->revision, &info->revision, code)
         && read_time (cli, options->confirmed_at, &info->confirmed_at_s, code);
}

/* HALL_EXIT_DOUBTFUL, and a line, if a character of a printed value is in none of the fonts. */
static HallExit
warn_of_missing (const HallCli *cli, const HallApplication *application)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, application->values);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      gunichar c = hall_font_find_missing (value, NULL);
      g_autofree char *name = g_strdup_printf ("U+%04X", c);
      g_autofree char *line = NULL;

      if (c == 0)
        continue;
      line = hall_cli_format (cli, HALL_CLI_TEXT_NOT_PRINTABLE, name, NULL);
      hall_cli_remark (line);
      return HALL_EXIT_DOUBTFUL;
    }
  return HALL_EXIT_GOOD;
}

static HallExit
print (const HallCli *cli,
       const Options *options,
       const HallCatalog *catalog,
       const HallApplication *application,
       HallSheetInfo *info)
{
  g_autofree char *sha256 = hall_application_hash_printed (application, catalog);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  info->sha256 = sha256;
  pdf = find_sheet (options)->print (options, catalog, application, info, &error);
  if (pdf == NULL)
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  if (!g_file_set_contents (options->output, g_bytes_get_data (pdf, NULL),
                            (gssize) g_bytes_get_size (pdf), &error))
    return hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_CANNOT_WRITE, options->output,
                              hall_cli_get_reason (error));
  return warn_of_missing (cli, application);
}

static HallExit
run (const HallCli *cli, const Options *options)
{
  HallExit code = HALL_EXIT_GOOD;
  HallSheetInfo info = { .hall_name = NULL };
  g_autoptr (HallApplication) application = NULL;
  g_autoptr (HallCatalog) catalog = NULL;

  if (options->output == NULL)
    return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_OPTION_MISSING, "-o", cli->usage);
  if (find_sheet (options) == NULL)
    return hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_BAD_SHEET, options->sheet, NULL);
  if (!read_info (cli, options, &info, &code))
    return code;
  application = hall_project_read_application (cli, options->application, &catalog, &code);
  if (application == NULL)
    return code;
  if (catalog == NULL)
    return hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_UNKNOWN_PROJECT,
                              application->project, NULL);
  return print (cli, options, catalog, application, &info);
}

HallExit
hall_command_form (const HallCli *cli, char **argv)
{
  Options given = { NULL };
  const HallCliOption options[] = {
    { "output", 'o', &given.output, NULL },     { "order", 0, &given.order, NULL },
    { "revision", 0, &given.revision, NULL },   { "confirmed-at", 0, &given.confirmed_at, NULL },
    { "hall-name", 0, &given.hall_name, NULL }, { "seal-sheet", 0, NULL, &given.seal_sheet },
    { "sheet", 0, &given.sheet, NULL },         { "payer", 0, &given.payer, NULL },
    { "practice", 0, NULL, &given.practice },   { NULL, 0, NULL, NULL },
  };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 1, 1, &code);

  if (arguments == NULL)
    return code;
  given.application = g_ptr_array_index (arguments, 0);
  return run (cli, &given);
}
