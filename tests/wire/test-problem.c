/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors there and back again, and those of servers that know no problem documents.
 */
#include "hall-problem.h"

#include <string.h>

#include "hall-json.h"
#include "hall-wire-finding.h"

static GPtrArray *
two_findings (void)
{
  GPtrArray *findings = hall_findings_new ();
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;

  hall_issue_set (&issue, HALL_ISSUE_REQUIRED, NULL, NULL);
  g_ptr_array_add (findings, hall_finding_new ("handler.name", &issue));
  hall_issue_set (&issue, HALL_ISSUE_ID_CHECK_DIGIT, "X", NULL);
  g_ptr_array_add (findings, hall_finding_new ("handler.id_number", &issue));
  return findings;
}

static void
test_round_trip (void)
{
  for (guint code = 0; code < HALL_N_ERRORS; code++)
    for (guint with = 0; with < 2; with++)
      {
        g_autoptr (GPtrArray) findings = with ? two_findings () : NULL;
        g_autoptr (JsonNode) root =
            hall_problem_to_json (code, "某处有误。", findings, HALL_LANG_ZH_CN);
        g_autoptr (GPtrArray) back = NULL;
        g_autoptr (GError) error =
            hall_problem_from_json (hall_error_get_status (code), root, &back);

        g_test_message ("%s", hall_error_get_name (code));
        g_assert_error (error, HALL_ERROR, (int) code);
        g_assert_cmpstr (error->message, ==, "某处有误。");
        g_assert_cmpuint (back->len, ==, with ? 2 : 0);
        if (with)
          g_assert_cmpstr (((HallFinding *) back->pdata[1])->where, ==, "handler.id_number");
      }
}

static void
test_text (void)
{
  g_autoptr (JsonNode) root = hall_problem_to_json (HALL_ERROR_STALE, "x", NULL, HALL_LANG_EN);
  g_autofree char *text = hall_wire_to_text (root);

  g_assert_cmpstr (text, ==,
                   "{\"type\":\"urn:certhall:problem:stale\",\"title\":\"Changed meanwhile\","
                   "\"status\":412,\"detail\":\"x\"}");
}

/* The statuses that the interface promises. */
static void
test_statuses (void)
{
  static const struct
  {
    HallError code;
    guint status;
  } rows[] = {
    { HALL_ERROR_INVALID, 422 },  { HALL_ERROR_TOO_LARGE, 413 }, { HALL_ERROR_SIGNED_OUT, 401 },
    { HALL_ERROR_DENIED, 403 },   { HALL_ERROR_NOT_FOUND, 404 }, { HALL_ERROR_CONFLICT, 409 },
    { HALL_ERROR_STALE, 412 },    { HALL_ERROR_TOO_MANY, 429 },  { HALL_ERROR_UNAVAILABLE, 503 },
    { HALL_ERROR_INTERNAL, 500 }, { HALL_ERROR_CLAIMED, 409 },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) == HALL_N_ERRORS);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (hall_error_get_status (rows[i].code), ==, rows[i].status);
      if (rows[i].code != HALL_ERROR_CLAIMED) /* a bare 409 says nothing of a desk */
        g_assert_cmpint (hall_error_from_status (rows[i].status), ==, rows[i].code);
    }
}

/* What a proxy answers in the service's place. */
static void
test_foreign_statuses (void)
{
  static const struct
  {
    guint status;
    HallError code;
  } rows[] = {
    { 400, HALL_ERROR_INVALID },     { 405, HALL_ERROR_INVALID },
    { 406, HALL_ERROR_INVALID },     { 415, HALL_ERROR_INVALID },
    { 428, HALL_ERROR_INVALID },     { 431, HALL_ERROR_INVALID },
    { 408, HALL_ERROR_UNAVAILABLE }, { 502, HALL_ERROR_UNAVAILABLE },
    { 504, HALL_ERROR_UNAVAILABLE }, { 501, HALL_ERROR_INTERNAL },
    { 0, HALL_ERROR_INTERNAL },      { 200, HALL_ERROR_INTERNAL },
    { 302, HALL_ERROR_INTERNAL },    { 599, HALL_ERROR_INTERNAL },
    { 999, HALL_ERROR_INTERNAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%u", rows[i].status);
      g_assert_cmpint (hall_error_from_status (rows[i].status), ==, rows[i].code);
    }
}

/* Bodies that are no problem documents, or strange ones: the status decides. */
static const struct
{
  guint status;
  const char *body;
  HallError code;
  const char *message;
  guint findings;
} strange[] = {
  { 503, "null", HALL_ERROR_UNAVAILABLE, "HTTP 503", 0 },
  { 404, "[]", HALL_ERROR_NOT_FOUND, "HTTP 404", 0 },
  { 404, "\"not here\"", HALL_ERROR_NOT_FOUND, "HTTP 404", 0 },
  { 409, "{}", HALL_ERROR_CONFLICT, "HTTP 409", 0 },
  { 409, "{\"detail\":\"\"}", HALL_ERROR_CONFLICT, "HTTP 409", 0 },
  { 409, "{\"detail\":7}", HALL_ERROR_CONFLICT, "HTTP 409", 0 },
  { 409, "{\"detail\":\"no\"}", HALL_ERROR_CONFLICT, "no", 0 },
  { 409, "{\"detail\":\"no\",\"type\":\"about:blank\"}", HALL_ERROR_CONFLICT, "no", 0 },
  { 409, "{\"detail\":\"no\",\"type\":7}", HALL_ERROR_CONFLICT, "no", 0 },
  /* the type is more exact than the status */
  { 422, "{\"detail\":\"no\",\"type\":\"urn:certhall:problem:conflict\"}", HALL_ERROR_CONFLICT,
    "no", 0 },
  { 500, "{\"detail\":\"no\",\"type\":\"urn:certhall:problem:internal\"}", HALL_ERROR_INTERNAL,
    "no", 0 },
  /* a type of a newer hall */
  { 402, "{\"detail\":\"no\",\"type\":\"urn:certhall:problem:unpaid\"}", HALL_ERROR_INVALID, "no",
    0 },
  { 429, "{\"detail\":\"no\",\"type\":\"urn:certhall:problem:slow\"}", HALL_ERROR_TOO_MANY, "no",
    0 },
  { 403, "{\"detail\":\"no\",\"type\":\"urn:certhall:problem:\"}", HALL_ERROR_DENIED, "no", 0 },
  /* broken lists of errors */
  { 422, "{\"detail\":\"no\",\"errors\":{}}", HALL_ERROR_INVALID, "no", 0 },
  { 422, "{\"detail\":\"no\",\"errors\":[]}", HALL_ERROR_INVALID, "no", 0 },
  { 422,
    "{\"detail\":\"no\",\"errors\":[{\"field\":\"a.b\",\"code\":\"required\",\"severity\":"
    "\"error\"}]}",
    HALL_ERROR_INVALID, "no", 1 },
};

static void
test_strange (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (JsonNode) root = hall_json_parse ("body", strange[i].body, -1, NULL);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = hall_problem_from_json (strange[i].status, root, &findings);

      g_test_message ("%u %s", strange[i].status, strange[i].body);
      g_assert_error (error, HALL_ERROR, (int) strange[i].code);
      g_assert_cmpstr (error->message, ==, strange[i].message);
      g_assert_cmpuint (findings->len, ==, strange[i].findings);
    }
}

static void
test_no_body (void)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = hall_problem_from_json (502, NULL, &findings);
  g_autoptr (GError) unasked = hall_problem_from_json (404, NULL, NULL);

  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_error (unasked, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/problem/round-trip", test_round_trip);
  g_test_add_func ("/problem/text", test_text);
  g_test_add_func ("/problem/statuses", test_statuses);
  g_test_add_func ("/problem/foreign-statuses", test_foreign_statuses);
  g_test_add_func ("/problem/strange", test_strange);
  g_test_add_func ("/problem/no-body", test_no_body);
  return g_test_run ();
}
