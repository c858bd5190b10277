/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings, reasons and times there and back again.
 */
#include "hall-wire-finding.h"

#include <string.h>

#include "hall-error.h"
#include "hall-wire-review.h"

static char *
write_findings (GPtrArray *findings, HallLang lang)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "findings");
  hall_wire_add_findings (builder, findings, lang);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return hall_wire_to_text (root);
}

static GPtrArray *
read_findings (const char *text, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("f", text, -1, error);
  g_autoptr (HallJson) json = hall_json_new ("f", root);
  GPtrArray *findings = hall_wire_read_findings (json, "findings");

  hall_json_finish (json, error);
  return findings;
}

/* Every code with as many words as it can have. */
static void
test_every_code (void)
{
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_autoptr (GPtrArray) back = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  for (guint code = HALL_ISSUE_NONE + 1; code < HALL_N_ISSUES; code++)
    {
      static const HallLabel label = { { (char *) "甲", (char *) "A" } };
      g_auto (HallIssue) issue = HALL_ISSUE_INIT;
      HallFinding *finding;

      if (code % 3 == 0)
        hall_issue_set (&issue, code, NULL, NULL);
      else
        hall_issue_set_label (&issue, code, &label, code % 3 == 1 ? "3" : NULL);
      finding = hall_finding_new ("a.b", &issue);
      finding->confirmed = code % 2 == 0;
      if (code % 4 == 0)
        finding->place = (HallPlace){ code, 0.25, 0.5, 0.0625, 1 };
      g_ptr_array_add (findings, finding);
    }
  text = write_findings (findings, HALL_LANG_ZH_CN);
  back = read_findings (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->len, ==, findings->len);
  for (guint i = 0; i < back->len; i++)
    {
      const HallFinding *sent = findings->pdata[i];
      const HallFinding *received = back->pdata[i];

      g_assert_cmpint (received->issue.code, ==, sent->issue.code);
      g_assert_cmpint (received->severity, ==, sent->severity);
      g_assert_cmpint (received->confirmed, ==, sent->confirmed);
      g_assert_cmpmem (&received->place, sizeof received->place, &sent->place, sizeof sent->place);
      for (guint arg = 0; arg < HALL_ISSUE_MAX_ARGS; arg++)
        g_assert_cmpstr (received->issue.args[arg], ==, sent->issue.args[arg]);
    }
  again = write_findings (back, HALL_LANG_ZH_CN);
  g_assert_cmpstr (again, ==, text);
}

static void
test_text (void)
{
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autofree char *zh = NULL;
  g_autofree char *en = NULL;
  g_autofree char *none = NULL;

  none = write_findings (findings, HALL_LANG_EN);
  g_assert_cmpstr (none, ==, "{\"findings\":[]}");
  hall_issue_set (&issue, HALL_ISSUE_USCC_CHECK_DIGIT, "Y", NULL);
  g_ptr_array_add (findings, hall_finding_new ("organisation.uscc", &issue));
  zh = write_findings (findings, HALL_LANG_ZH_CN);
  en = write_findings (findings, HALL_LANG_EN);
  g_assert_cmpstr (zh, ==,
                   "{\"findings\":[{\"field\":\"organisation.uscc\",\"code\":\"uscc-check-digit\","
                   "\"severity\":\"warning\",\"detail\":\"第 18 位应为 Y，请对照营业执照核对。\","
                   "\"args\":[\"Y\"]}]}");
  g_assert_nonnull (strstr (en, "Character 18 should be Y"));
}

/* A code of a newer hall: its words and its severity are kept, in both languages. */
static void
test_newer_code (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings =
      read_findings ("{\"findings\":[{\"field\":\"a.b\",\"code\":\"seal-upside-down\","
                     "\"severity\":\"hint\",\"detail\":\"印章倒置。\",\"args\":[\"x\"]},"
                     "{\"field\":\"a.c\",\"code\":\"unheard-of\",\"severity\":\"catastrophe\"}]}",
                     &error);
  const HallFinding *known;
  const HallFinding *bare;
  g_autofree char *sentence = NULL;
  g_autofree char *nothing = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 2);
  known = findings->pdata[0];
  bare = findings->pdata[1];
  sentence = hall_issue_format (&known->issue, HALL_LANG_EN);
  nothing = hall_issue_format (&bare->issue, HALL_LANG_EN);
  g_assert_cmpstr (sentence, ==, "印章倒置。");
  g_assert_cmpint (known->severity, ==, HALL_HINT);
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpint (bare->severity, ==, HALL_WRONG);
}

/* More words than a sentence has places for. */
static void
test_too_many_args (void)
{
  g_autoptr (GPtrArray) findings = read_findings (
      "{\"findings\":[{\"field\":\"a.b\",\"code\":\"too-long\",\"severity\":\"error\","
      "\"args\":[\"1\",\"2\",\"3\",\"4\",\"5\"]}]}",
      NULL);
  const HallFinding *finding = findings->pdata[0];

  g_assert_cmpstr (finding->issue.args[2], ==, "3");
}

static void
test_missing_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = read_findings ("{}", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    gint64 time_s; /* -1: none */
  } rows[] = {
    { "2026-11-22T08:00:00Z", 1795334400 },
    { "2026-11-22T16:00:00+08:00", 1795334400 },
    { "1970-01-01T00:00:01Z", 1 },
    { "2026-11-22T08:00:00.5Z", 1795334400 },
    { "2026-11-22T08:00:00", -1 }, /* where? */
    { "2026-11-22", -1 },
    { "2026-13-22T08:00:00Z", -1 },
    { "2026-11-31T08:00:00Z", -1 },
    { "2026-11-22T25:00:00Z", -1 },
    { "1795334400", -1 },
    { "now", -1 },
    { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"at\":\"%s\"}", rows[i].text);
      g_autoptr (JsonNode) root = hall_json_parse ("t", text, -1, NULL);
      g_autoptr (HallJson) json = hall_json_new ("t", root);
      gint64 time_s = hall_wire_read_time (json, "at");

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (hall_json_failed (json), ==, rows[i].time_s < 0);
      g_assert_cmpint (time_s, ==, MAX (rows[i].time_s, 0));
    }
}

static void
test_time_round_trip (void)
{
  static const gint64 times[] = { 1, 86399, 951753600, 1795334400, 4102444799 };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (HallJson) json = NULL;

      json_builder_begin_object (builder);
      hall_wire_add_time (builder, "at", times[i]);
      hall_wire_add_time (builder, "never", 0);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      json = hall_json_new ("t", root);
      g_assert_cmpint (hall_wire_read_time (json, "at"), ==, times[i]);
      g_assert_false (hall_json_has (json, "never"));
      g_assert_cmpint (hall_wire_read_time (json, "never"), ==, 0);
    }
}

/* Every reason, with and without words of the reviewer. */
static void
test_returns (void)
{
  g_autoptr (GPtrArray) returns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_return_free);
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (HallJson) json = NULL;

  for (guint reason = 0; reason < HALL_N_REASONS; reason++)
    {
      HallReturn *item = hall_return_new (reason, "order", reason % 2 == 0 ? "多谢" : NULL);

      if (reason % 3 == 0)
        item->mark = (HallPlace){ reason + 1, 0.25, 0.5, 0.125, 0.0625 };
      g_ptr_array_add (returns, item);
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "returns");
  hall_wire_add_returns (builder, returns, HALL_LANG_EN);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = hall_json_new ("r", root);
  back = hall_wire_read_returns (json, "returns");
  g_assert_false (hall_json_failed (json));
  g_assert_cmpuint (back->len, ==, HALL_N_REASONS);
  for (guint i = 0; i < back->len; i++)
    {
      const HallReturn *item = back->pdata[i];

      g_assert_cmpint (item->reason, ==, i);
      g_assert_cmpstr (item->place, ==, "order");
      g_assert_cmpstr (item->text, ==, i % 2 == 0 ? "多谢" : NULL);
      g_assert_cmpuint (item->mark.page, ==, i % 3 == 0 ? i + 1 : 0);
      g_assert_cmpfloat (item->mark.height, ==, i % 3 == 0 ? 0.0625 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire-finding/every-code", test_every_code);
  g_test_add_func ("/wire-finding/text", test_text);
  g_test_add_func ("/wire-finding/newer-code", test_newer_code);
  g_test_add_func ("/wire-finding/too-many-args", test_too_many_args);
  g_test_add_func ("/wire-finding/missing-list", test_missing_list);
  g_test_add_func ("/wire-finding/times", test_times);
  g_test_add_func ("/wire-finding/time-round-trip", test_time_round_trip);
  g_test_add_func ("/wire-finding/returns", test_returns);
  return g_test_run ();
}
