/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl inspect FILE [--slot SLOT] …
 */
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-intake.h"
#include "hall-licence.h"
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

/* The slot in the project named, or in the first that has it. */
static const HallRequirement *
find_slot (const HallCli *cli, const Options *options, GPtrArray *catalogs, HallExit *code)
{
  const HallRequirement *found = NULL;

  if (options->project != NULL && hall_project_find (catalogs, options->project) == NULL)
    {
      *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_UNKNOWN_PROJECT,
                                 options->project, NULL);
      return NULL;
    }
  for (guint i = 0; i < catalogs->len && found == NULL; i++)
    {
      const HallCatalog *catalog = g_ptr_array_index (catalogs, i);

      if (options->project == NULL || g_str_equal (catalog->id, options->project))
        found = hall_catalog_find_requirement (catalog, options->slot);
    }
  if (found == NULL)
    *code =
        hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_UNKNOWN_SLOT, options->slot, NULL);
  return found;
}

/* (transfer full) (nullable) */
static GBytes *
read_file (const HallCli *cli, const char *path, HallExit *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);

  if (file != NULL)
    return g_mapped_file_get_bytes (file);
  *code = hall_cli_complain (cli, HALL_EXIT_USAGE, HALL_CLI_TEXT_CANNOT_READ, path,
                             hall_cli_get_reason (error));
  return NULL;
}

/* (nullable): what stands on a business licence; NULL for other slots, where there is no reader,
 * and if nothing could be read */
static HallLicence *
read_licence (GBytes *bytes, const HallRequirement *slot, const HallScanReport *report)
{
  g_autoptr (HallLicence) licence = NULL;

  if (slot == NULL || slot->kind != HALL_DOCUMENT_BUSINESS_LICENCE || report->pages == 0
      || !hall_licence_is_available ())
    return NULL;
  licence = hall_licence_read (bytes, report->media_type, NULL, NULL);
  return licence != NULL && !hall_licence_is_empty (licence) ? g_steal_pointer (&licence) : NULL;
}

static HallExit
say_report (const HallCli *cli, const HallScanReport *report, const HallLicence *licence)
{
  g_autoptr (JsonNode) node = hall_scan_report_to_json (report, cli->lang);
  g_autofree char *text = NULL;

  json_object_set_member (json_node_get_object (node), "licence",
                          licence != NULL ? hall_licence_to_json (licence)
                                          : json_node_new (JSON_NODE_NULL));
  text = json_to_string (node, TRUE);
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
  g_autoptr (HallLicence) licence = NULL;
  g_autoptr (GError) error = NULL;

  if (!hall_order_option_check (cli, options->order, &code)
      || !hall_order_option_read_revision (cli, options->revision, &expected.revision, &code)
      || !hall_order_option_check_hash (cli, options->hash, &code))
    return code;
  if (options->slot != NULL)
    {
      catalogs = hall_project_load_all (cli, &code);
      slot = catalogs != NULL ? find_slot (cli, options, catalogs, &code) : NULL;
      if (slot == NULL)
        return code;
    }
  bytes = read_file (cli, options->file, &code);
  if (bytes == NULL)
    return code;
  report = hall_intake_inspect (bytes, options->file, slot, &expected, NULL, &error);
  if (report == NULL)
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  licence = read_licence (bytes, slot, report);
  return say_report (cli, report, licence);
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
