/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real program: what it prints, where, in which language, and how it exits.
 */
#include <string.h>

#include "cli-run.h"

static const struct
{
  const char *args[MAX_ARGS];
  int code;
  const char *out; /* all of it; NULL: anything */
  const char *err; /* its beginning; NULL: nothing */
} field_rows[] = {
  { { "field", "uscc", "9135 0100m000100y43 " }, 0, "91350100M000100Y43\n", NULL },
  { { "field", "uscc", "91350211M0000XUF46" }, 3, "91350211M0000XUF46\n", "uscc-check-digit: " },
  { { "field", "uscc", "91999999MA0000023Z" }, 1, "", "uscc-character: " },
  { { "field", "citizen-id", "11010519491231002x" }, 0, "11010519491231002X\n", NULL },
  { { "field", "citizen-id", "110105194902310026" }, 1, "", "id-date: " },
  { { "field", "cnaps", "308584000014" }, 3, "308584000014\n", "cnaps-check-digit: " },
  { { "field", "mobile", "+86 138-0013-8000" }, 0, "13800138000\n", NULL },
  { { "field", "mobile", "17013800138" }, 0, "17013800138\n", "mobile-reseller: " }, /* a hint */
  { { "field", "mobile", "1380013800" }, 1, "", "mobile-format: " },
  { { "field", "person-name", "阿依古丽•买买提" }, 0, "阿依古丽·买买提\n", NULL },
  { { "field", "text", "--not-an-option" }, 2, "", "certhallctl field: there is no option" },
  { { "field", "text", "--", "--not-an-option" }, 0, "--not-an-option\n", NULL },
  { { "field", "--", "landline-or-mobile", "-5" }, 1, "", "phone-format: " },
  { { "field", "landline-or-mobile", "-5" }, 1, "", "phone-format: " },
  { { "field", "uscc", "" }, 1, "", "required: " },
  { { "field", "uscc", "  " }, 1, "", "required: " },
};

static void
test_field (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (field_rows); i++)
    {
      g_auto (Run) run = run_in ("C.UTF-8", field_rows[i].args);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, run.err);
      g_assert_cmpint (run.code, ==, field_rows[i].code);
      g_assert_cmpstr (run.out, ==, field_rows[i].out);
      if (field_rows[i].err == NULL)
        g_assert_cmpstr (run.err, ==, "");
      else
        g_assert_true (g_str_has_prefix (run.err, field_rows[i].err));
      g_assert_cmpuint (run_count_lines (run.err), ==, field_rows[i].err != NULL ? 1 : 0);
    }
}

/* Bad usage: exit 2, nothing printed, one line that says what is wrong. */
static const struct
{
  const char *args[MAX_ARGS];
  const char *err; /* part of the line */
} usage_rows[] = {
  { { NULL }, "certhallctl: a command is missing" },
  { { "frob" }, "no command “frob”" },
  { { "catalog" }, "no command “catalog”" },
  { { "catalog", "frob" }, "no command “catalog frob”" },
  { { "--frob" }, "no command “--frob”" },
  { { "field" }, "certhallctl field: an argument is missing; usage: certhallctl field KIND VALUE" },
  { { "field", "uscc" }, "an argument is missing" },
  { { "field", "uscc", "1", "2" }, "“2” is one argument too many" },
  { { "field", "colour", "red" }, "no kind of field “colour”; the kinds are: person-name " },
  { { "check" }, "an argument is missing" },
  { { "check", "nowhere.json" }, "cannot read “nowhere.json”" },
  { { "check", "--strict", "a.json" }, "no option “--strict”" },
  { { "form", "a.json" }, "the option “-o” is needed" },
  { { "form", "a.json", "-o" }, "the option “-o” needs a value" },
  { { "form", "a.json", "-o", "x.pdf", "-o", "y.pdf" }, "the option “-o” is given twice" },
  { { "form", "a.json", "-o", "x.pdf", "--practice=yes" }, "takes no value" },
  { { "form", "a.json", "-o", "x.pdf", "--order", "20261122000017" }, "go together" },
  { { "form", "a.json", "-o", "x.pdf", "--revision", "2" }, "go together" },
  { { "form", "a.json", "-o", "x.pdf", "--order", "a b", "--revision", "2" }, "no order number" },
  { { "form", "a.json", "-o", "x.pdf", "--order", "1", "--revision", "0" }, "no revision" },
  { { "form", "a.json", "-o", "x.pdf", "--order", "1", "--revision", "1.5" }, "no revision" },
  { { "form", "a.json", "-o", "x.pdf", "--confirmed-at", "yesterday" }, "no time" },
  { { "form", "nowhere.json", "-o", "x.pdf" }, "cannot read" },
  { { "inspect" }, "an argument is missing" },
  { { "inspect", "nowhere.pdf" }, "cannot read “nowhere.pdf”" },
  { { "inspect", "a.json", "--slot", "shoe_size" }, "no project has a document “shoe_size”" },
  { { "inspect", "a.json", "--slot", "business_licence", "--project", "x" }, "project “x”" },
  { { "inspect", "a.json", "--hash", "xyz" }, "no hash" },
  { { "inspect", "a.json", "--revision", "-1" }, "no revision" },
  { { "catalog", "check" }, "certhallctl catalog check: an argument is missing" },
  { { "catalog", "check", "nowhere.json" }, "nowhere.json" },
  { { "help", "frob" }, "no command “frob”" },
};

static void
test_usage (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (usage_rows); i++)
    {
      g_auto (Run) run = run_in ("C.UTF-8", usage_rows[i].args);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, run.err);
      g_assert_cmpint (run.code, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_cmpuint (run_count_lines (run.err), ==, 1);
      g_assert_nonnull (strstr (run.err, usage_rows[i].err));
    }
}

static void
test_help (void)
{
  static const char *const names[] = { "field",         "check", "form", "inspect",
                                       "catalog check", "help",  NULL };
  g_auto (Run) all = run_in ("C.UTF-8", (const char *const[]){ "help", NULL });
  g_auto (Run) dashes = run_in ("C.UTF-8", (const char *const[]){ "--help", NULL });
  g_auto (Run) one = run_in ("C.UTF-8", (const char *const[]){ "help", "catalog", "check", NULL });
  g_auto (Run) group = run_in ("C.UTF-8", (const char *const[]){ "help", "catalog", NULL });
  g_auto (Run) other =
      run_in ("C.UTF-8", (const char *const[]){ "catalog", "check", "--help", NULL });
  g_auto (Run) version = run_in ("C.UTF-8", (const char *const[]){ "--version", NULL });

  g_assert_cmpint (all.code, ==, 0);
  g_assert_cmpstr (all.out, ==, dashes.out);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *row = g_strdup_printf ("\n  %s ", names[i]);

      g_assert_nonnull (strstr (all.out, row));
    }
  g_assert_true (g_str_has_prefix (one.out, "certhallctl catalog check FILE...\n"));
  g_assert_cmpstr (one.out, ==, group.out);
  g_assert_cmpstr (one.out, ==, other.out);
  g_assert_true (
      g_regex_match_simple ("^certhallctl [0-9]+\\.[0-9]+\\.[0-9]+\n$", version.out, 0, 0));
}

/* Every sentence in the language of the locale, installed or not. */
static void
test_languages (void)
{
  static const char *const args[] = { "field", "uscc", "91350211M0000XUF46", NULL };
  static const char *const bad[] = { "frob", NULL };
  static const struct
  {
    const char *locale, *warning, *usage;
  } rows[] = {
    { "zh_CN.UTF-8", "请对照营业执照核对", "没有“frob”这个命令" },
    { "zh_TW", "请对照营业执照核对", "没有“frob”这个命令" },
    { "C.UTF-8", "compare the code", "there is no command" },
    { "C", "compare the code", "there is no command" },
    { "de_DE.UTF-8", "compare the code", "there is no command" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) warned = run_in (rows[i].locale, args);
      g_auto (Run) refused = run_in (rows[i].locale, bad);
      g_auto (Run) helped = run_in (rows[i].locale, (const char *const[]){ "help", NULL });

      g_assert_nonnull (strstr (warned.err, rows[i].warning));
      g_assert_nonnull (strstr (refused.err, rows[i].usage));
      g_assert_cmpint (strstr (helped.out, "检查") != NULL, ==, i < 2);
    }
}

static const struct
{
  const char *name, *field, *value;
  int code;
  const char *out; /* its beginning */
} check_rows[] = {
  { "organisation", NULL, NULL, 0, "" },
  { "organisation-person", NULL, NULL, 0, "" },
  { "organisation", "organisation.uscc", "91350211M0000XUF46", 3,
    "organisation.uscc: uscc-check-digit: " },
  { "organisation", "handler.mobile", "138", 1, "handler.mobile: mobile-format: " },
  { "organisation", "handler.name", "", 1, "handler.name: required: " },
  { "organisation", "subject_person.name", "王五", 1, "subject_person.name: not-in-this-type: " },
  { "organisation", "colour.shoe", "red", 1, "colour.shoe: unknown-field: " },
  { "organisation", "project", "moon", 1, "project: unknown-project: " },
  { "organisation", "certificate_type", "spaceship", 1, "certificate_type: unknown-type: " },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (check_rows); i++)
    {
      g_auto (Run) run = { 0 };

      run_put_application (check_rows[i].name, check_rows[i].field, check_rows[i].value);
      run = run_in ("C.UTF-8", (const char *const[]){ "check", "a.json", NULL });
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, run.out);
      g_assert_cmpint (run.code, ==, check_rows[i].code);
      g_assert_true (g_str_has_prefix (run.out, check_rows[i].out));
      g_assert_cmpuint (run_count_lines (run.out), ==, *check_rows[i].out != '\0' ? 1 : 0);
      g_assert_cmpstr (run.err, ==, "");
    }
}

static void
test_bad_json (void)
{
  static const char *const texts[] = { "", "{", "[]", "{\"project\": 1}", "{\"x\": 1}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_auto (Run) run = { 0 };

      run_put_file ("a.json", bytes);
      run = run_in ("C.UTF-8", (const char *const[]){ "check", "a.json", NULL });
      g_assert_cmpint (run.code, ==, 1);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_true (g_str_has_prefix (run.err, "certhallctl check: a.json: "));
      g_assert_cmpuint (run_count_lines (run.err), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/field", test_field);
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/languages", test_languages);
  g_test_add_func ("/cli/check", test_check);
  g_test_add_func ("/cli/bad-json", test_bad_json);
  return run_tests ();
}
