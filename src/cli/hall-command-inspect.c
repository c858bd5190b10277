/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl inspect FILE [--slot SLOT] [--application FILE] [--seal OUT.png] …
 */
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-intake.h"
#include "hall-licence.h"
#include "hall-order-option.h"
#include "hall-project.h"
#include "hall-seal-extract.h"

typedef struct
{
  const char *file;
  const char *slot;
  const char *project;
  const char *order;
  const char *revision;
  const char *hash;
  const char *application; /* what the sheet was printed from */
  const char *seal;        /* where the best impression goes */
} Options;

/* The member of the report under which stands what was read from such a document. */
static const struct
{
  HallDocumentKind kind;
  const char *member;
} readings[] = {
  { HALL_DOCUMENT_BUSINESS_LICENCE, "licence" },
  { HALL_DOCUMENT_SUBJECT_ID, "identity_card" },
};

/* (nullable): NULL for slots where nothing is read, where there is no reader, and if nothing could
 * be read */
static HallLicence *
read_licence (GBytes *bytes, const HallRequirement *slot, const HallScanReport *report)
{
  g_autoptr (HallLicence) licence = NULL;

  if (slot == NULL || report->pages == 0 || !hall_licence_can_read (slot->kind))
    return NULL;
  licence = hall_licence_read (bytes, report->media_type, slot->kind, NULL, NULL);
  return licence != NULL && !hall_licence_is_empty (licence) ? g_steal_pointer (&licence) : NULL;
}

static void
add_reading (JsonObject *report, const HallRequirement *slot, const HallLicence *licence)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      gboolean is_read = licence != NULL && slot->kind == readings[i].kind;

      json_object_set_member (report, readings[i].member,
                              is_read ? hall_licence_to_json (licence)
                                      : json_node_new (JSON_NODE_NULL));
    }
}

static HallExit
say_report (const HallCli *cli,
            const HallScanReport *report,
            const HallRequirement *slot,
            const HallLicence *licence)
{
  g_autoptr (JsonNode) node = hall_scan_report_to_json (report, cli->lang);
  g_autofree char *text = NULL;

  add_reading (json_node_get_object (node), slot, licence);
  text = json_to_string (node, TRUE);
  hall_cli_say (text);
  return hall_scan_report_is_accepted (report) ? HALL_EXIT_GOOD : HALL_EXIT_WRONG;
}

/* What the file should be a scan of. FALSE with @code if the application cannot be used. */
static gboolean
print_sheet (const HallCli *cli,
             const Options *options,
             const HallRequirement *slot,
             HallIntakeExpectation *expected,
             HallPrintedSheet **sheet,
             HallExit *code)
{
  HallSheetInfo info = { .order = options->order, .revision = expected->revision };
  HallDocumentKind kind = slot != NULL ? slot->kind : HALL_DOCUMENT_APPLICATION_FORM;
  g_autoptr (HallCatalog) catalog = NULL;
  g_autoptr (HallApplication) application = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  if (options->application == NULL
      || (kind != HALL_DOCUMENT_APPLICATION_FORM && kind != HALL_DOCUMENT_SEAL_SHEET))
    return TRUE;
  application = hall_project_read_application (cli, options->application, &catalog, code);
  if (application == NULL)
    return FALSE;
  if (catalog == NULL)
    {
      *code = hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_UNKNOWN_PROJECT,
                                 application->project, NULL);
      return FALSE;
    }
  info.sha256 = sha256 = hall_application_hash_printed (application, catalog);
  *sheet = hall_printed_sheet_print (kind, catalog, application, &info, &error);
  if (*sheet == NULL)
    *code = hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  expected->sheet = *sheet;
  return *sheet != NULL;
}

static gboolean
write_seal (const HallCli *cli,
            const Options *options,
            GBytes *bytes,
            const HallPrintedSheet *sheet,
            HallExit *code)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (HallSealImage) image = NULL;
  g_autoptr (GError) error = NULL;

  if (options->seal == NULL)
    return TRUE;
  image = hall_seal_extract (bytes, hall_media_type_guess (data, size), sheet, NULL, &error);
  if (image == NULL)
    *code = hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  else if (!g_file_set_contents (options->seal, g_bytes_get_data (image->png, NULL),
                                 (gssize) g_bytes_get_size (image->png), &error))
    *code = hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_CANNOT_WRITE, options->seal,
                               hall_cli_get_reason (error));
  return error == NULL;
}

/* Looks at the file, and says what was found. */
static HallExit
inspect (const HallCli *cli,
         const Options *options,
         const HallRequirement *slot,
         HallIntakeExpectation *expected)
{
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (HallPrintedSheet) sheet = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HallScanReport) report = NULL;
  g_autoptr (HallLicence) licence = NULL;
  g_autoptr (GError) error = NULL;

  if (!print_sheet (cli, options, slot, expected, &sheet, &code))
    return code;
  bytes = hall_cli_read_file (cli, options->file, &code);
  if (bytes == NULL)
    return code;
  report = hall_intake_inspect (bytes, options->file, slot, expected, NULL, &error);
  if (report == NULL)
    return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, error->message);
  if (!write_seal (cli, options, bytes, sheet, &code))
    return code;
  licence = read_licence (bytes, slot, report);
  return say_report (cli, report, slot, licence);
}

static HallExit
run (const HallCli *cli, const Options *options)
{
  HallIntakeExpectation expected = { .order = options->order, .hash = options->hash };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) catalogs = NULL;
  const HallRequirement *slot = NULL;

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
  return inspect (cli, options, slot, &expected);
}

HallExit
hall_command_inspect (const HallCli *cli, char **argv)
{
  Options given = { NULL };
  const HallCliOption options[] = {
    { "slot", 0, &given.slot, NULL },   { "project", 0, &given.project, NULL },
    { "order", 0, &given.order, NULL }, { "revision", 0, &given.revision, NULL },
    { "hash", 0, &given.hash, NULL },   { "application", 0, &given.application, NULL },
    { "seal", 0, &given.seal, NULL },   { NULL, 0, NULL, NULL },
  };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments = hall_cli_options_read (cli, options, argv, 1, 1, &code);

  if (arguments == NULL)
    return code;
  given.file = g_ptr_array_index (arguments, 0);
  return run (cli, &given);
}
