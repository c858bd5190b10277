/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-intake.h"

#include "hall-limits.h"
#include "hall-look-process.h"

/* One file being looked at. Nothing is owned. */
typedef struct
{
  GBytes *bytes;
  const HallRequirement *requirement;
  const HallIntakeExpectation *expected;
  HallScanReport *report;
} Intake;

/* "2049 KB", as file managers count; "12.3 MB" from 10 MB up. Rounded up: never "2 of 2". */
static char *
format_size (gsize bytes)
{
  gsize kib = (bytes + 1023) / 1024;

  if (kib < 10 * 1024)
    return g_strdup_printf ("%" G_GSIZE_FORMAT " KB", kib);
  return g_strdup_printf ("%.1f MB", (double) kib / 1024);
}

static gsize
get_max_bytes (const Intake *self)
{
  return self->requirement != NULL ? self->requirement->max_bytes : HALL_MAX_FILE_BYTES;
}

static guint
get_max_pages (const Intake *self)
{
  return self->requirement != NULL ? self->requirement->max_pages : HALL_INTAKE_MAX_PAGES_ANYHOW;
}

/* A form code is looked for where one belongs, and in a file looked at on its own. */
static gboolean
wants_code (const Intake *self)
{
  return self->requirement == NULL || self->requirement->form_code;
}

/* Size, type and name. FALSE if there is no use in opening the file. */
static gboolean
check_outside (Intake *self)
{
  HallScanReport *report = self->report;
  const guint8 *data = g_bytes_get_data (self->bytes, &report->bytes);

  report->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  if (report->bytes == 0)
    {
      hall_scan_report_add (report, HALL_ISSUE_FILE_EMPTY, NULL, NULL);
      return FALSE;
    }
  report->media_type = hall_media_type_guess (data, report->bytes);
  if (report->bytes > get_max_bytes (self))
    {
      g_autofree char *size = format_size (report->bytes);
      g_autofree char *limit = format_size (get_max_bytes (self));

      hall_scan_report_add (report, HALL_ISSUE_FILE_TOO_LARGE, size, limit);
    }
  if (report->media_type == HALL_MEDIA_UNKNOWN)
    hall_scan_report_add (report, HALL_ISSUE_FILE_TYPE, NULL, NULL);
  else if (report->file_name != NULL
           && !hall_media_type_fits_name (report->media_type, report->file_name))
    hall_scan_report_add (report, HALL_ISSUE_FILE_EXTENSION,
                          hall_media_type_get_ending (report->file_name),
                          hall_media_type_get_label (report->media_type));
  return report->bytes <= get_max_bytes (self) && report->media_type != HALL_MEDIA_UNKNOWN;
}

/* The same content is the same form, whichever printout it is: a revision is counted at each
 * confirmation, also where nothing printed has changed. */
static void
compare_content (Intake *self, const HallFormCode *code)
{
  const HallIntakeExpectation *expected = self->expected;
  g_autofree char *hash =
      expected->hash != NULL ? hall_form_code_shorten_hash (expected->hash) : NULL;

  if (hash != NULL && g_strcmp0 (hash, code->hash) == 0)
    return;
  if (expected->revision != 0 && code->revision < expected->revision)
    hall_scan_report_add_numbers (self->report, HALL_ISSUE_CODE_OLDER_REVISION, code->revision,
                                  expected->revision);
  else if (hash != NULL || (expected->revision != 0 && code->revision != expected->revision))
    hall_scan_report_add (self->report, HALL_ISSUE_CODE_OTHER_CONTENT, NULL, NULL);
}

static void
compare_order (Intake *self, const HallFormCode *code)
{
  const HallIntakeExpectation *expected = self->expected;

  if (expected == NULL)
    return;
  if (expected->order != NULL && g_strcmp0 (expected->order, code->order) != 0)
    hall_scan_report_add (self->report, HALL_ISSUE_CODE_OTHER_ORDER, code->order, NULL);
  else
    compare_content (self, code);
}

static void
compare_sheet (Intake *self, const HallFormCode *code)
{
  if (self->requirement == NULL)
    return;
  if (self->requirement->kind == HALL_DOCUMENT_APPLICATION_FORM && code->sheet != HALL_SHEET_FORM)
    hall_scan_report_add (self->report, HALL_ISSUE_CODE_WANTS_FORM, NULL, NULL);
  if (self->requirement->kind == HALL_DOCUMENT_SEAL_SHEET && code->sheet != HALL_SHEET_SEAL)
    hall_scan_report_add (self->report, HALL_ISSUE_CODE_WANTS_SEAL, NULL, NULL);
}

/* What the codes say, or that there is none. */
static void
judge_codes (Intake *self, const HallLook *look)
{
  for (guint i = 0; i < look->codes->len; i++)
    {
      const HallFormCode *code = g_ptr_array_index (look->codes, i);

      compare_sheet (self, code);
      compare_order (self, code);
    }
  if (look->codes->len > 0)
    {
      const HallFormCode *first = g_ptr_array_index (look->codes, 0);

      self->report->form_code =
          hall_form_code_new (first->sheet, first->order, first->revision, first->hash);
    }
  else if (self->requirement != NULL)
    hall_scan_report_add (self->report,
                          look->strangers ? HALL_ISSUE_CODE_UNKNOWN : HALL_ISSUE_CODE_MISSING, NULL,
                          NULL);
}

/* The helper knows a field by its id only; people know it by its label. */
static void
name_field (const Intake *self, HallIssue *issue)
{
  const HallPrintedSheet *sheet = self->expected != NULL ? self->expected->sheet : NULL;
  const HallField *field = NULL;

  if (issue->code != HALL_ISSUE_SHEET_ALTERED || issue->args[0] == NULL)
    return;
  if (sheet != NULL && sheet->catalog != NULL)
    field = hall_catalog_find_field (sheet->catalog, issue->args[0]);
  if (field != NULL)
    hall_issue_set_label (issue, issue->code, &field->label, NULL);
  else if (g_str_has_prefix (issue->args[0], "certificate."))
    hall_issue_set (issue, issue->code, "证书信息", "Certificate");
  else
    hall_issue_set (issue, issue->code, "声明", "Declaration");
}

static void
take_over (Intake *self, const HallLook *look)
{
  HallScanReport *report = self->report;

  report->pages = look->pages;
  report->width = look->width;
  report->height = look->height;
  report->sharpness = look->sharpness;
  for (guint i = 0; i < look->findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (look->findings, i);
      HallFinding *taken = hall_finding_new (report->slot, &finding->issue);

      taken->place = finding->place;
      name_field (self, &taken->issue);
      g_ptr_array_add (report->findings, taken);
    }
  g_ptr_array_unref (report->seals);
  report->seals = hall_seals_copy (look->seals);
  if (look->looked)
    judge_codes (self, look);
}

static HallLookOptions
make_options (const Intake *self)
{
  const HallIntakeExpectation *expected = self->expected;

  return (HallLookOptions){
    .media_type = self->report->media_type,
    .wants_code = wants_code (self),
    .max_pages = get_max_pages (self),
    .examines = TRUE,
    .is_for_slot = self->requirement != NULL,
    .document = self->requirement != NULL ? self->requirement->kind : HALL_DOCUMENT_VOUCHER,
    .is_by_hand = expected == NULL || !expected->unstamped,
    .sheet = expected != NULL ? expected->sheet : NULL,
  };
}

/* The worst first; those of one severity stay as they were found. */
static gint
compare_severity (gconstpointer a, gconstpointer b)
{
  const HallFinding *first = *(HallFinding *const *) a;
  const HallFinding *second = *(HallFinding *const *) b;

  return (gint) second->severity - (gint) first->severity;
}

HallScanReport *
hall_intake_inspect (GBytes *bytes,
                     const char *file_name,
                     const HallRequirement *requirement,
                     const HallIntakeExpectation *expected,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (HallScanReport) report =
      hall_scan_report_new (file_name, requirement != NULL ? requirement->slot : NULL);
  Intake self = { bytes, requirement, expected, report };
  HallLookOptions options;
  g_autoptr (HallLook) look = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!check_outside (&self))
    return g_steal_pointer (&report);
  options = make_options (&self);
  look = hall_look_run (bytes, &options, HALL_LOOK_MAX_SECONDS, cancellable, error);
  if (look == NULL)
    return NULL;
  take_over (&self, look);
  g_ptr_array_sort (report->findings, compare_severity);
  return g_steal_pointer (&report);
}
