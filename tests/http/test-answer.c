/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of errors on their way out.
 */
#include "hall-answer.h"

#include "hall-json.h"

static JsonNode *
parse (const HallAnswer *answer)
{
  gsize length;
  const char *text = g_bytes_get_data (answer->body, &length);
  g_autoptr (GError) error = NULL;
  JsonNode *root = hall_json_parse ("answer", text, (gssize) length, &error);

  g_assert_no_error (error);
  return root;
}

static void
assert_problem (const HallAnswer *answer, guint status, const char *type, const char *detail)
{
  g_autoptr (JsonNode) root = parse (answer);
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpuint (answer->status, ==, status);
  g_assert_cmpstr (answer->media_type, ==, "application/problem+json");
  g_assert_cmpstr (json_object_get_string_member (object, "type"), ==, type);
  g_assert_cmpint (json_object_get_int_member (object, "status"), ==, status);
  g_assert_cmpstr (json_object_get_string_member (object, "title"), !=, "");
  if (detail != NULL)
    g_assert_cmpstr (json_object_get_string_member (object, "detail"), ==, detail);
}

static const struct
{
  HallError code;
  guint status;
  const char *type;
} cases[] = {
  { HALL_ERROR_INVALID, 422, "urn:certhall:problem:invalid" },
  { HALL_ERROR_TOO_LARGE, 413, "urn:certhall:problem:too-large" },
  { HALL_ERROR_SIGNED_OUT, 401, "urn:certhall:problem:signed-out" },
  { HALL_ERROR_DENIED, 403, "urn:certhall:problem:denied" },
  { HALL_ERROR_NOT_FOUND, 404, "urn:certhall:problem:not-found" },
  { HALL_ERROR_CONFLICT, 409, "urn:certhall:problem:conflict" },
  { HALL_ERROR_STALE, 412, "urn:certhall:problem:stale" },
  { HALL_ERROR_TOO_MANY, 429, "urn:certhall:problem:too-many" },
};

static void
test_statuses (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error =
          g_error_new_literal (HALL_ERROR, cases[i].code, "words for people");
      g_autoptr (HallAnswer) answer = hall_answer_new_error (error, HALL_LANG_EN);

      assert_problem (answer, cases[i].status, cases[i].type, "words for people");
      g_assert_false (answer->keep);
      g_assert_false (answer->cacheable);
    }
}

/* The words of our own failures stay in the log. */
static void
test_own_failures (void)
{
  g_autoptr (GError) internal =
      g_error_new_literal (HALL_ERROR, HALL_ERROR_INTERNAL, "secret table name");
  g_autoptr (GError) unavailable =
      g_error_new_literal (HALL_ERROR, HALL_ERROR_UNAVAILABLE, "secret path");
  g_autoptr (GError) foreign =
      g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "secret file");
  const GError *const errors[] = { internal, foreign, unavailable };
  static const char *const logged[] = { "internal: secret table*", "internal: secret file*",
                                        "unavailable: secret path*" };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    for (guint lang = 0; lang < HALL_N_LANGS; lang++)
      {
        g_autoptr (HallAnswer) answer = NULL;
        g_autofree char *text = NULL;

        g_test_expect_message ("certhall", G_LOG_LEVEL_WARNING, logged[i]);
        answer = hall_answer_new_error (errors[i], lang);
        g_test_assert_expected_messages ();
        assert_problem (answer, i < 2 ? 500 : 503,
                        i < 2 ? "urn:certhall:problem:internal"
                              : "urn:certhall:problem:unavailable",
                        NULL);
        text = g_strndup (g_bytes_get_data (answer->body, NULL), g_bytes_get_size (answer->body));
        g_assert_null (g_strstr_len (text, -1, "secret"));
        g_assert_cmpint (g_strstr_len (text, -1, "请") != NULL, ==, lang == HALL_LANG_ZH_CN);
      }
}

static void
test_findings_and_retry (void)
{
  g_autoptr (GError) error = g_error_new_literal (HALL_ERROR, HALL_ERROR_INVALID, "see the places");
  g_autoptr (GPtrArray) findings = hall_findings_new ();
  g_auto (HallIssue) issue = HALL_ISSUE_INIT;
  g_autoptr (HallAnswer) answer = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *errors;
  JsonObject *first;

  hall_issue_set (&issue, HALL_ISSUE_USCC_CHECK_DIGIT, "R", NULL);
  g_ptr_array_add (findings, hall_finding_new ("organisation.uscc", &issue));
  hall_error_set_findings (error, findings);
  hall_error_set_retry_after (error, 90);
  answer = hall_answer_new_error (error, HALL_LANG_ZH_CN);
  g_assert_cmpuint (answer->retry_after_s, ==, 90);
  root = parse (answer);
  errors = json_object_get_array_member (json_node_get_object (root), "errors");
  g_assert_cmpuint (json_array_get_length (errors), ==, 1);
  first = json_array_get_object_element (errors, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "field"), ==, "organisation.uscc");
  g_assert_cmpstr (json_object_get_string_member (first, "code"), ==, "uscc-check-digit");
  g_assert_cmpstr (json_object_get_string_member (first, "severity"), ==, "warning");
  g_assert_cmpstr (json_object_get_string_member (first, "detail"), ==,
                   "第 18 位应为 R，请对照营业执照核对。");
}

static void
test_too_many (void)
{
  g_autoptr (HallAnswer) zh = hall_answer_new_too_many (42, HALL_LANG_ZH_CN);
  g_autoptr (HallAnswer) en = hall_answer_new_too_many (42, HALL_LANG_EN);

  assert_problem (zh, 429, "urn:certhall:problem:too-many", "操作过于频繁，请 42 秒后再试。");
  assert_problem (en, 429, "urn:certhall:problem:too-many",
                  "Too many attempts; please wait 42 seconds.");
  g_assert_cmpuint (zh->retry_after_s, ==, 42);
}

static void
test_http_problem (void)
{
  g_autoptr (HallAnswer) answer = hall_answer_new_http_problem (415, "The body must be \"x\"");

  assert_problem (answer, 415, "about:blank", "The body must be \"x\"");
}

static void
test_etag (void)
{
  g_autoptr (HallAnswer) answer = hall_answer_new (304);

  hall_answer_set_etag (answer, 9007199254740993);
  g_assert_cmpstr (answer->etag, ==, "9007199254740993");
  hall_answer_set_etag (answer, 2);
  g_assert_cmpstr (answer->etag, ==, "2");
  hall_answer_wait_for (answer, "order:1");
  g_assert_cmpuint (answer->wait_for->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/statuses", test_statuses);
  g_test_add_func ("/answer/own-failures", test_own_failures);
  g_test_add_func ("/answer/findings-and-retry", test_findings_and_retry);
  g_test_add_func ("/answer/too-many", test_too_many);
  g_test_add_func ("/answer/http-problem", test_http_problem);
  g_test_add_func ("/answer/etag", test_etag);
  return g_test_run ();
}
