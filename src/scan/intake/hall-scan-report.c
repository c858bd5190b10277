/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-scan-report.h"

#include <math.h>

HallScanReport *
hall_scan_report_new (const char *file_name, const char *slot)
{
  HallScanReport *self = g_new0 (HallScanReport, 1);

  self->file_name = g_strdup (file_name);
  self->slot = g_strdup (slot != NULL ? slot : "");
  self->findings = hall_findings_new ();
  self->seals = hall_seals_new ();
  return self;
}

void
hall_scan_report_free (HallScanReport *self)
{
  g_free (self->file_name);
  g_free (self->slot);
  g_free (self->sha256);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->seals);
  g_clear_pointer (&self->form_code, hall_form_code_free);
  g_free (self);
}

void
hall_scan_report_add (HallScanReport *self, HallIssueCode code, const char *arg1, const char *arg2)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, code, arg1, arg2);
  g_ptr_array_add (self->findings, hall_finding_new (self->slot, &issue));
}

void
hall_scan_report_add_numbers (HallScanReport *self, HallIssueCode code, gint64 arg1, gint64 arg2)
{
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set_numbers (&issue, code, arg1, arg2);
  g_ptr_array_add (self->findings, hall_finding_new (self->slot, &issue));
}

gboolean
hall_scan_report_is_accepted (const HallScanReport *self)
{
  return hall_findings_get_verdict (self->findings) < HALL_WRONG;
}

const char *
hall_sheet_get_name (HallSheet sheet)
{
  static const char *const names[HALL_N_SHEETS] = {
    [HALL_SHEET_FORM] = "form",
    [HALL_SHEET_SEAL] = "seal-sheet",
  };

  g_return_val_if_fail (sheet < HALL_N_SHEETS, NULL);
  return names[sheet];
}

/* null for NULL */
static void
add_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

static double
round_to (double value, double steps)
{
  return floor (value * steps + 0.5) / steps;
}

static void
add_part (JsonBuilder *builder, const char *member, double part)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_double_value (builder, round_to (part, 10000));
}

/* Only what is somewhere has a place. */
static void
add_place (JsonBuilder *builder, const HallPlace *place)
{
  if (place->page == 0)
    return;
  json_builder_set_member_name (builder, "place");
  json_builder_begin_object (builder);
  add_int (builder, "page", place->page);
  add_part (builder, "x", place->x);
  add_part (builder, "y", place->y);
  add_part (builder, "width", place->width);
  add_part (builder, "height", place->height);
  json_builder_end_object (builder);
}

static void
add_findings (JsonBuilder *builder, GPtrArray *findings, HallLang lang)
{
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *detail = hall_issue_format (&finding->issue, lang);

      json_builder_begin_object (builder);
      add_string (builder, "code", hall_issue_code_get_name (finding->issue.code));
      add_string (builder, "severity", hall_verdict_get_name (finding->severity));
      add_string (builder, "detail", detail);
      add_place (builder, &finding->place);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_code (JsonBuilder *builder, const HallFormCode *code)
{
  json_builder_set_member_name (builder, "form_code");
  if (code == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_string (builder, "sheet", hall_sheet_get_name (code->sheet));
  add_string (builder, "order", code->order);
  add_int (builder, "revision", code->revision);
  add_string (builder, "hash", code->hash);
  json_builder_end_object (builder);
}

/* Tenths of a mm and hundredths of roundness: finer is not known. */
static void
add_seal (JsonBuilder *builder, const HallSeal *seal)
{
  json_builder_begin_object (builder);
  add_string (builder, "colour", hall_seal_colour_get_name (seal->colour));
  json_builder_set_member_name (builder, "center_mm");
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, round_to (seal->centre_mm.x, 10));
  json_builder_add_double_value (builder, round_to (seal->centre_mm.y, 10));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "diameter_mm");
  json_builder_add_double_value (builder, round_to (seal->diameter_mm, 10));
  json_builder_set_member_name (builder, "roundness");
  json_builder_add_double_value (builder, round_to (seal->roundness, 100));
  json_builder_set_member_name (builder, "complete");
  json_builder_add_boolean_value (builder, seal->complete);
  add_string (builder, "region", seal->region);
  json_builder_end_object (builder);
}

static void
add_seals (JsonBuilder *builder, GPtrArray *seals)
{
  json_builder_set_member_name (builder, "seals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < seals->len; i++)
    add_seal (builder, g_ptr_array_index (seals, i));
  json_builder_end_array (builder);
}

/* The widest seal that is all there; the widest at all if none is. */
static const HallSeal *
find_best_seal (GPtrArray *seals)
{
  const HallSeal *best = NULL;

  for (guint i = 0; i < seals->len; i++)
    {
      const HallSeal *seal = g_ptr_array_index (seals, i);

      if (best == NULL || seal->complete > best->complete
          || (seal->complete == best->complete && seal->diameter_mm > best->diameter_mm))
        best = seal;
    }
  return best;
}

void
hall_scan_report_get_sight (const HallScanReport *self, HallSight *sight)
{
  const HallSeal *seal = find_best_seal (self->seals);

  *sight = (HallSight){ 0 };
  if (self->form_code != NULL)
    sight->form_revision = self->form_code->revision;
  if (seal == NULL)
    return;
  sight->seal_mm = (guint) (seal->diameter_mm + 0.5);
  sight->seal_place = seal->place;
}

JsonNode *
hall_scan_report_to_json (const HallScanReport *self, HallLang lang)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean is_known = self->media_type != HALL_MEDIA_UNKNOWN;
  const char *media = hall_media_type_get_name (self->media_type);
  const char *unit = self->media_type == HALL_MEDIA_PDF ? "mm" : "px";

  json_builder_begin_object (builder);
  add_string (builder, "file", self->file_name != NULL ? self->file_name : "");
  add_string (builder, "slot", self->slot);
  add_string (builder, "media_type", is_known ? media : NULL);
  add_int (builder, "bytes", (gint64) self->bytes);
  add_string (builder, "sha256", self->sha256);
  add_int (builder, "pages", self->pages);
  add_int (builder, "width", self->width);
  add_int (builder, "height", self->height);
  add_string (builder, "unit", is_known ? unit : NULL);
  json_builder_set_member_name (builder, "accepted");
  json_builder_add_boolean_value (builder, hall_scan_report_is_accepted (self));
  add_findings (builder, self->findings, lang);
  add_code (builder, self->form_code);
  add_seals (builder, self->seals);
  json_builder_set_member_name (builder, "sharpness");
  if (self->sharpness > 0)
    json_builder_add_double_value (builder, round (self->sharpness * 100) / 100);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
