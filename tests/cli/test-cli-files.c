/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real program with files: forms out, scans in, catalogues.
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-run.h"
#include "fit-photo.h"
#include "hall-licence.h"
#include "id-card-maker.h"
#include "page-text.h"
#include "sample.h"
#include "scan-maker.h"

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
  { { "form", "--sheet=finance-note", "a.json", "-o", "f.pdf", "--payer", "测试认证有限公司" },
    { "0.01元到账说明", "测试认证有限公司", "证书PIN码" },
    "755900000010101" },
  { { "form", "a.json", "-o", "f.pdf", "--practice" }, { "练习营业厅", "效", "无" }, NULL },
  { { "form", "a.json", "-o", "f.pdf", "--hall-name", "我的营业厅", "--confirmed-at",
      "2026-11-22T08:00:00Z" },
    { "我的营业厅", "2026-11-2216:00" },
    "练习" },
};

static void
test_form (void)
{
  run_put_application ("organisation", NULL, NULL);
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
      pdf = run_take_file ("f.pdf");
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

  run_put_application ("organisation-person", NULL, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Run) run = run_in (i == 0 ? "zh_CN.UTF-8" : "C", args);
      GBytes **pdf = i == 0 ? &first : &second;

      g_assert_cmpint (run.code, ==, 0);
      *pdf = run_take_file ("f.pdf");
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

  run_put_application ("organisation", NULL, NULL);
  unwritable =
      run_in ("C.UTF-8", (const char *const[]){ "form", "a.json", "-o", "no/f.pdf", NULL });
  g_assert_cmpint (unwritable.code, ==, 1);
  g_assert_nonnull (strstr (unwritable.err, "cannot write “no/f.pdf”"));
  run_put_application ("organisation", "project", "moon");
  project = run_in ("C.UTF-8", (const char *const[]){ "form", "a.json", "-o", "f.pdf", NULL });
  g_assert_cmpint (project.code, ==, 1);
  g_assert_nonnull (strstr (project.err, "“moon”"));
  run_put_application ("organisation", "certificate_type", "spaceship");
  type = run_in ("C.UTF-8", (const char *const[]){ "form", "a.json", "-o", "f.pdf", NULL });
  g_assert_cmpint (type.code, ==, 1);
  g_assert_nonnull (strstr (type.err, "“spaceship”"));
  run_put_application ("organisation", "handler.name", "张\xF0\xB1\x8E\xAF");
  missing = run_in ("C.UTF-8", (const char *const[]){ "form", "a.json", "-o", "f.pdf", NULL });
  g_assert_cmpint (missing.code, ==, 3);
  g_assert_nonnull (strstr (missing.err, "U+313AF"));
  g_bytes_unref (run_take_file ("f.pdf"));
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
  static const char *const keys[] = { "file",   "slot",      "media_type", "bytes",
                                      "sha256", "pages",     "width",      "height",
                                      "unit",   "accepted",  "findings",   "form_code",
                                      "seals",  "sharpness", "licence",    "identity_card" };
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

  run_put_file ("f.pdf", form);
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
  g_assert_cmpfloat (json_object_get_double_member (root, "sharpness"), >, 0.6);
  g_assert_true (json_object_get_null_member (root, "licence"));
  g_assert_true (json_object_get_null_member (root, "identity_card"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "seals")), ==, 0);
}

static const char *
get_read_text (JsonObject *root, const char *document, const char *item)
{
  JsonObject *read = json_object_get_object_member (root, document);

  return json_object_get_string_member (json_object_get_object_member (read, item), "text");
}

/* Name and number stand in the report where the slot is for an identity card, and only there. */
static void
test_inspect_id_card (void)
{
  static const IdCardWay way = { ID_CARD_BOTH, "Noto Sans CJK SC", 200, 0.5, { 4, 80, 0, FALSE } };
  static const char *const card[] = { "inspect", "card.jpg", "--slot", "subject_id_copy", NULL };
  static const char *const other[] = { "inspect", "card.jpg", "--slot", "payment_voucher", NULL };
  g_autoptr (GBytes) copy = id_card_maker_copy (&id_card_texts[0], &way);
  g_autoptr (JsonNode) read = NULL;
  g_autoptr (JsonNode) unread = NULL;
  JsonObject *root;

  run_put_file ("card.jpg", copy);
  unread = inspect ("C.UTF-8", other, 0);
  root = json_node_get_object (unread);
  g_assert_true (json_object_get_null_member (root, "identity_card"));
  read = inspect ("C.UTF-8", card, 0);
  root = json_node_get_object (read);
  g_assert_true (json_object_get_null_member (root, "licence"));
  if (!hall_licence_can_read (HALL_DOCUMENT_SUBJECT_ID))
    {
      g_assert_true (json_object_get_null_member (root, "identity_card"));
      return;
    }
  g_assert_cmpstr (get_read_text (root, "identity_card", "person_name"), ==, id_card_texts[0].name);
  g_assert_cmpstr (get_read_text (root, "identity_card", "id_number"), ==, id_card_texts[0].number);
}

static guint
count_errors (JsonArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (findings); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (findings, i),
                                                    "severity"),
                     "error"))
      n++;
  return n;
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
    const char *finding; /* the first; NULL: no error */
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

  run_put_file ("f.pdf", form);
  run_put_file ("f.jpg", form);
  run_put_file ("empty.pdf", nothing);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = inspect ("zh_CN.UTF-8", rows[i].args, rows[i].code);
      JsonObject *root = json_node_get_object (node);
      JsonArray *findings = json_object_get_array_member (root, "findings");

      g_assert_cmpint (json_object_get_boolean_member (root, "accepted"), ==, rows[i].code == 0);
      g_assert_cmpuint (count_errors (findings), ==, rows[i].finding != NULL ? 1 : 0);
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
  run_put_file ("broken.json", broken);
  mixed = run_in ("C.UTF-8",
                  (const char *const[]){ "catalog", "check", good, "broken.json", good, NULL });
  g_assert_cmpint (mixed.code, ==, 1);
  g_assert_cmpuint (run_count_lines (mixed.out), ==, 2);
  g_assert_nonnull (strstr (mixed.err, "certhallctl catalog check: broken.json: $"));
  unreadable = run_in ("C.UTF-8", (const char *const[]){ "catalog", "check", good, "gone", NULL });
  g_assert_cmpint (unreadable.code, ==, 2);
}

/* The doctor without a window: done, with what it says; the report of the document is clean. */
static void
test_fit (void)
{
  const FitPhoto way = {
    FIT_DESK_WOOD, 1800, 2400, { { .15, .12 }, { .85, .10 }, { .89, .91 }, { .11, .89 } }, .2, 5, 5
  };
  static const char *const jpeg[] = { "fit", "photo.jpg", "--slot", "business_licence",
                                      "-o",  "out.jpg",   NULL };
  static const char *const pdf[] = { "fit",     "photo.jpg",        "photo.jpg",
                                     "--slot",  "business_licence", "-o",
                                     "out.pdf", "--grey",           "--turn",
                                     "1",       "--json",           NULL };
  g_autoptr (GdkPixbuf) picture = fit_photo_take (&way);
  g_autoptr (GBytes) plain = fit_photo_save (picture, 90);
  g_autoptr (GBytes) photo = fit_photo_tag (plain, 1);
  g_auto (Run) first = { 0 };
  g_auto (Run) second = { 0 };
  g_autoptr (GBytes) made = NULL;
  g_autoptr (GBytes) joined = NULL;
  g_autoptr (JsonNode) facts = NULL;
  JsonObject *object;

  run_put_file ("photo.jpg", photo);
  first = run_in ("zh_CN.UTF-8", jpeg);
  g_assert_cmpstr (first.err, ==, "");
  g_assert_cmpint (first.code, ==, 0);
  g_assert_cmpuint (run_count_lines (first.out), ==, 1);
  g_assert_nonnull (strstr (first.out, "已校正"));
  g_assert_nonnull (strstr (first.out, "已删除拍摄信息和位置"));
  made = run_take_file ("out.jpg");
  g_assert_false (fit_photo_contains (made, "NORTHGPS", 8));
  second = run_in ("C.UTF-8", pdf);
  g_assert_cmpint (second.code, ==, 0);
  joined = run_take_file ("out.pdf");
  facts = json_from_string (second.out, NULL);
  object = json_node_get_object (facts);
  g_assert_cmpint (json_object_get_int_member (object, "pages"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (object, "bytes"), ==, g_bytes_get_size (joined));
  g_assert_cmpint (json_object_get_int_member (object, "width"), >,
                   json_object_get_int_member (object, "height"));
}

static const struct
{
  const char *args[MAX_ARGS];
  int code;
  const char *says;
} fit_rows[] = {
  { { "fit", "page.jpg", "-o", "o.jpg" }, 2, "“--slot” is needed" },
  { { "fit", "page.jpg", "--slot", "business_licence" }, 2, "“-o” is needed" },
  { { "fit", "page.jpg", "--slot", "nothing", "-o", "o.jpg" }, 2, "no project has" },
  { { "fit", "page.jpg", "--slot", "business_licence", "-o", "o.png" }, 2, "must end in" },
  { { "fit", "page.jpg", "--slot", "business_licence", "-o", "./page.jpg" }, 2, "to be read" },
  { { "fit", "page.jpg", "--slot", "business_licence", "-o", "o.jpg", "--turn", "4" },
    2,
    "0 to 3" },
  { { "fit", "page.jpg", "--slot", "business_licence", "-o", "o.jpg", "--grey", "--keep" },
    2,
    "only one of" },
  { { "fit", "page.jpg", "page.jpg", "--slot", "business_licence", "-o", "o.jpg" }, 2, "one page" },
  { { "fit", "page.jpg", "--slot", "business_licence", "-o", "o.pdf", "--id-card" },
    2,
    "two sides" },
  { { "fit", "none.jpg", "--slot", "business_licence", "-o", "o.jpg" }, 2, "cannot read" },
  { { "fit", "text.jpg", "--slot", "business_licence", "-o", "o.jpg" },
    1,
    "cannot be opened here" },
  { { "fit", "page.jpg", "--slot", "seal_capture_sheet", "-o", "o.jpg", "--white" },
    1,
    "needs your agreement" },
};

static void
test_fit_refused (void)
{
  g_autoptr (GdkPixbuf) page = fit_photo_page (1240, 1754);
  g_autoptr (GBytes) jpeg = fit_photo_save (page, 90);
  g_autoptr (GBytes) text = g_bytes_new_static ("hello", 5);

  run_put_file ("page.jpg", jpeg);
  run_put_file ("text.jpg", text);
  for (gsize i = 0; i < G_N_ELEMENTS (fit_rows); i++)
    {
      g_auto (Run) run = run_in ("C.UTF-8", fit_rows[i].args);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, run.err);
      g_assert_cmpint (run.code, ==, fit_rows[i].code);
      g_assert_nonnull (strstr (run.err, fit_rows[i].says));
      g_assert_cmpuint (run_count_lines (run.err), ==, 1);
      g_assert_cmpstr (run.out, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-files/form", test_form);
  g_test_add_func ("/cli-files/form-same-bytes", test_form_same_bytes);
  g_test_add_func ("/cli-files/form-fails", test_form_fails);
  g_test_add_func ("/cli-files/inspect", test_inspect);
  g_test_add_func ("/cli-files/inspect-id-card", test_inspect_id_card);
  g_test_add_func ("/cli-files/inspect-refuses", test_inspect_refuses);
  g_test_add_func ("/cli-files/catalog-check", test_catalog_check);
  g_test_add_func ("/cli/fit", test_fit);
  g_test_add_func ("/cli/fit/refused", test_fit_refused);
  return run_tests ();
}
