/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real program: what it prints, where, in which language, and how it exits.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <poppler.h>
#include <string.h>

#include "hall-sheet-info.h"
#include "page-text.h"
#include "sample.h"
#include "scan-maker.h"

#define MAX_ARGS 12

typedef struct
{
  int code;
  char *out;
  char *err;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* A folder for the files of one test; the program runs in it. */
static char *dir;

static Run
run_in (const char *lang, const char *const *args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_auto (GStrv) env = g_get_environ ();
  g_autoptr (GError) error = NULL;
  Run run = { -1, NULL, NULL };
  int status = 0;

  g_strv_builder_add (builder, g_getenv ("HALL_CTL"));
  g_strv_builder_addv (builder, (const char **) args);
  argv = g_strv_builder_end (builder);
  env = g_environ_unsetenv (env, "LANGUAGE");
  env = g_environ_unsetenv (env, "LC_MESSAGES");
  env = g_environ_setenv (env, "LC_ALL", lang, TRUE);
  g_spawn_sync (dir, argv, env, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    run.code = error->domain == G_SPAWN_EXIT_ERROR ? error->code : -1;
  else
    run.code = 0;
  return run;
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

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
      g_assert_cmpuint (count_lines (run.err), ==, field_rows[i].err != NULL ? 1 : 0);
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
      g_assert_cmpuint (count_lines (run.err), ==, 1);
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

/* Writes tests/data/NAME.json with one field changed into the folder, as a.json. */
static void
put_application (const char *name, const char *field, const char *value)
{
  g_autofree char *file = g_strdup_printf ("applications/%s.json", name);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "data", file, NULL);
  g_autofree char *to = g_build_filename (dir, "a.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  JsonObject *root;

  g_assert_true (json_parser_load_from_file (parser, from, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  if (field != NULL && strchr (field, '.') != NULL)
    json_object_set_string_member (json_object_get_object_member (root, "fields"), field, value);
  else if (field != NULL)
    json_object_set_string_member (root, field, value);
  text = json_to_string (json_parser_get_root (parser), TRUE);
  g_assert_true (g_file_set_contents (to, text, -1, NULL));
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

      put_application (check_rows[i].name, check_rows[i].field, check_rows[i].value);
      run = run_in ("C.UTF-8", (const char *const[]){ "check", "a.json", NULL });
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, run.out);
      g_assert_cmpint (run.code, ==, check_rows[i].code);
      g_assert_true (g_str_has_prefix (run.out, check_rows[i].out));
      g_assert_cmpuint (count_lines (run.out), ==, *check_rows[i].out != '\0' ? 1 : 0);
      g_assert_cmpstr (run.err, ==, "");
    }
}

static void
test_bad_json (void)
{
  static const char *const texts[] = { "", "{", "[]", "{\"project\": 1}", "{\"x\": 1}" };
  g_autofree char *path = g_build_filename (dir, "a.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Run) run = { 0 };

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      run = run_in ("C.UTF-8", (const char *const[]){ "check", "a.json", NULL });
      g_assert_cmpint (run.code, ==, 1);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_true (g_str_has_prefix (run.err, "certhallctl check: a.json: "));
      g_assert_cmpuint (count_lines (run.err), ==, 1);
    }
}

static GBytes *
read_output (const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize size = 0;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);
  g_remove (path);
  return g_bytes_new_take (content, size);
}

static const struct
{
  const char *args[MAX_ARGS];
  const char *says[4];
  const char *silent; /* (nullable): not on the page */
} form_rows[] = {
  { { "form", "a.json", "-o", "f.pdf" },
    { "机构数字证书申请表", "草稿（尚无单号）", "CH1.F.DRAFT.0." },
    "无效" },
  { { "form", "a.json", "-o", "f.pdf", "--order", "20261122000017", "--revision", "2" },
    { "20261122000017", "CH1.F.20261122000017.2.", "第2版" },
    "草稿" },
  { { "form", "--seal-sheet", "a.json", "--output=f.pdf" },
    { "电子签章采集表", "CH1.S.DRAFT.0." },
    "申请表" },
  { { "form", "a.json", "-o", "f.pdf", "--practice" }, { "练习营业厅", "效", "无" }, NULL },
  { { "form", "a.json", "-o", "f.pdf", "--hall-name", "我的营业厅", "--confirmed-at",
      "2026-11-22T08:00:00Z" },
    { "我的营业厅", "2026-11-2216:00" },
    "练习" },
};

static void
test_form (void)
{
  put_application ("organisation", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (form_rows); i++)
    {
      g_auto (Run) run = run_in ("C.UTF-8", form_rows[i].args);
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      g_autofree char *squeezed = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, run.err);
      g_assert_cmpint (run.code, ==, 0);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_cmpstr (run.err, ==, "");
      pdf = read_output ("f.pdf");
      text = page_text_print (pdf);
      squeezed = page_text_squeeze (text);
      for (guint j = 0; form_rows[i].says[j] != NULL; j++)
        g_assert_nonnull (strstr (squeezed, form_rows[i].says[j]));
      if (form_rows[i].silent != NULL)
        g_assert_null (strstr (squeezed, form_rows[i].silent));
    }
}

static void
test_form_same_bytes (void)
{
  static const char *const args[] = { "form", "a.json",     "-o", "f.pdf", "--order",
                                      "1-A",  "--revision", "9",  NULL };
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  put_application ("organisation-person", NULL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Run) run = run_in (i == 0 ? "zh_CN.UTF-8" : "C", args);
      GBytes **pdf = i == 0 ? &first : &second;

      g_assert_cmpint (run.code, ==, 0);
      *pdf = read_output ("f.pdf");
    }
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_form_fails (void)
{
  g_auto (Run) unwritable = { 0 };
  g_auto (Run) project = { 0 };
  g_auto (Run) type = { 0 };
  g_auto (Run) missing = { 0 };

  put_application ("organisation", NULL, NULL);
  unwritable =
      run_in ("C.UTF-8", (const char *const[]){ "form", "a.json", "-o", "no/f.pdf", NULL });
  g_assert_cmpint (unwritable.code, ==, 1);
  g_assert_nonnull (strstr (unwritable.err, "cannot write “no/f.pdf”"));
  put_application ("organisation", "project", "moon");
  project = run_in ("C.UTF-8", (const char *const[]){ "form", "a.json", "-o", "f.pdf", NULL });
  g_assert_cmpint (project.code, ==, 1);
  g_assert_nonnull (strstr (project.err, "“moon”"));
  put_application ("organisation", "certificate_type", "spaceship");
  type = run_in ("C.UTF-8", (const char *const[]){ "form", "a.json", "-o", "f.pdf", NULL });
  g_assert_cmpint (type.code, ==, 1);
  g_assert_nonnull (strstr (type.err, "“spaceship”"));
  put_application ("organisation", "handler.name", "张\xF0\xB1\x8E\xAF");
  missing = run_in ("C.UTF-8", (const char *const[]){ "form", "a.json", "-o", "f.pdf", NULL });
  g_assert_cmpint (missing.code, ==, 3);
  g_assert_nonnull (strstr (missing.err, "U+313AF"));
  g_bytes_unref (read_output ("f.pdf"));
}

static void
put_file (const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static JsonNode *
inspect (const char *lang, const char *const *args, int code)
{
  g_auto (Run) run = run_in (lang, args);
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  g_test_message ("%s%s", run.out, run.err);
  g_assert_cmpint (run.code, ==, code);
  g_assert_cmpstr (run.err, ==, "");
  node = json_from_string (run.out, &error);
  g_assert_no_error (error);
  return node;
}

static void
test_inspect (void)
{
  static const char *const keys[] = { "file",     "slot",      "media_type", "bytes",    "sha256",
                                      "pages",    "width",     "height",     "unit",     "accepted",
                                      "findings", "form_code", "seals",      "sharpness" };
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, SAMPLE_ORDER, 2, &hash);
  const char *const args[] = { "inspect", "f.pdf",      "--slot",     "application_form",
                               "--order", SAMPLE_ORDER, "--revision", "2",
                               "--hash",  hash,         NULL };
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GList) members = NULL;
  JsonObject *root;
  JsonObject *code;
  guint i = 0;

  put_file ("f.pdf", form);
  node = inspect ("C.UTF-8", args, 0);
  root = json_node_get_object (node);
  members = json_object_get_members (root);
  for (GList *l = members; l != NULL; l = l->next)
    g_assert_cmpstr (l->data, ==, keys[i++]);
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (keys));
  code = json_object_get_object_member (root, "form_code");
  g_assert_cmpstr (json_object_get_string_member (root, "file"), ==, "f.pdf");
  g_assert_true (json_object_get_boolean_member (root, "accepted"));
  g_assert_cmpstr (json_object_get_string_member (code, "sheet"), ==, "form");
  g_assert_cmpint (json_object_get_int_member (code, "revision"), ==, 2);
  g_assert_true (json_object_get_null_member (root, "sharpness"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "seals")), ==, 0);
}

static void
test_inspect_refuses (void)
{
  g_autoptr (GBytes) form = scan_maker_sheet (HALL_SHEET_FORM, SAMPLE_ORDER, 2, NULL);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  static const struct
  {
    const char *args[MAX_ARGS];
    int code;
    const char *finding; /* of the first; NULL: none */
  } rows[] = {
    { { "inspect", "f.pdf" }, 0, NULL },
    { { "inspect", "f.pdf", "--order", "20261122000018" }, 1, "form-code-other-order" },
    { { "inspect", "f.pdf", "--revision", "3" }, 1, "form-code-older-revision" },
    { { "inspect", "f.pdf", "--hash", "0123456789AB" }, 1, "form-code-other-content" },
    { { "inspect", "f.pdf", "--slot", "seal_capture_sheet" }, 1, "form-code-wants-seal-sheet" },
    { { "inspect", "f.pdf", "--slot", "seal_capture_sheet", "--project", "yinuo-bidding" },
      1,
      "form-code-wants-seal-sheet" },
    { { "inspect", "f.pdf", "--slot", "business_licence" }, 0, NULL },
    { { "inspect", "f.jpg" }, 1, "file-extension" },
    { { "inspect", "empty.pdf", "--slot", "business_licence" }, 1, "file-empty" },
  };

  put_file ("f.pdf", form);
  put_file ("f.jpg", form);
  put_file ("empty.pdf", nothing);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = inspect ("zh_CN.UTF-8", rows[i].args, rows[i].code);
      JsonObject *root = json_node_get_object (node);
      JsonArray *findings = json_object_get_array_member (root, "findings");

      g_assert_cmpint (json_object_get_boolean_member (root, "accepted"), ==, rows[i].code == 0);
      g_assert_cmpuint (json_array_get_length (findings), ==, rows[i].finding != NULL ? 1 : 0);
      if (rows[i].finding != NULL)
        g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (findings, 0),
                                                        "code"),
                         ==, rows[i].finding);
    }
}

/* Every catalogue that is shipped, and a broken one among good ones. */
static void
test_catalog_check (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("HALL_DATA_DIR"), "catalog", NULL);
  g_autofree char *good = g_build_filename (folder, "yinuo-bidding.json", NULL);
  g_autoptr (GDir) shipped = g_dir_open (folder, 0, NULL);
  g_autoptr (GBytes) broken = g_bytes_new_static ("{\"format\": 1, \"colour\": 2}", 26);
  g_auto (Run) mixed = { 0 };
  g_auto (Run) unreadable = { 0 };
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (shipped)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_auto (Run) run =
            run_in ("C.UTF-8", (const char *const[]){ "catalog", "check", path, NULL });

        g_assert_cmpint (run.code, ==, 0);
        g_assert_nonnull (strstr (run.out, ": good; project "));
        n++;
      }
  g_assert_cmpuint (n, >, 0);
  put_file ("broken.json", broken);
  mixed = run_in ("C.UTF-8",
                  (const char *const[]){ "catalog", "check", good, "broken.json", good, NULL });
  g_assert_cmpint (mixed.code, ==, 1);
  g_assert_cmpuint (count_lines (mixed.out), ==, 2);
  g_assert_nonnull (strstr (mixed.err, "certhallctl catalog check: broken.json: $"));
  unreadable = run_in ("C.UTF-8", (const char *const[]){ "catalog", "check", good, "gone", NULL });
  g_assert_cmpint (unreadable.code, ==, 2);
}

static void
remove_dir (void)
{
  g_autoptr (GDir) open = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (open)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (dir);
  g_free (dir);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dir = g_dir_make_tmp ("hall-cli-XXXXXX", NULL);
  g_test_add_func ("/cli/field", test_field);
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/languages", test_languages);
  g_test_add_func ("/cli/check", test_check);
  g_test_add_func ("/cli/bad-json", test_bad_json);
  g_test_add_func ("/cli/form", test_form);
  g_test_add_func ("/cli/form-same-bytes", test_form_same_bytes);
  g_test_add_func ("/cli/form-fails", test_form_fails);
  g_test_add_func ("/cli/inspect", test_inspect);
  g_test_add_func ("/cli/inspect-refuses", test_inspect_refuses);
  g_test_add_func ("/cli/catalog-check", test_catalog_check);
  status = g_test_run ();
  remove_dir ();
  return status;
}
