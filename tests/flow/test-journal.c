/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal: what was typed outlives the program, whatever becomes of the file.
 */
#include <gio/gio.h>

#include "fill-fixture.h"
#include "flow-fixture.h"
#include "hall-journal.h"

/* Where files have modes; elsewhere the folder of the user keeps others out. */
static void
assert_mode (const char *path, guint mode)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_UNIX_MODE, 0, NULL, NULL);

  g_assert_nonnull (info);
  if (G_DIR_SEPARATOR != '/')
    return;
  g_assert_cmpuint (g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_MODE) & 0777, ==,
                    mode);
}

static char *
journal_path (const char *number)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "hall", -1);
  g_autofree char *name = g_strconcat (number, ".jsonl", NULL);

  hash[16] = '\0';
  return g_build_filename (g_get_user_data_dir (), "certhall", "journal", hash, name, NULL);
}

/* Written edit by edit, read by the next program, wherever this one stopped. */
static void
test_journal (Fixture *f, gconstpointer data)
{
  g_autoptr (HallJournal) journal = hall_journal_new ("hall", f->order->number);
  g_autoptr (HallFill) next = hall_fill_new (f->catalog, NULL);
  g_autofree char *path = journal_path (f->order->number);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) none = hall_edits_new ();
  g_autoptr (GError) error = NULL;
  const char *const values[] = { "甲", "甲公司", "甲公司\n\"二\"" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GPtrArray) edits = NULL;

      hall_fill_set_value (f->fill, "organisation.name", values[i]);
      edits = hall_fill_take_edits (f->fill);
      g_assert_true (hall_journal_add (journal, edits, &error));
      g_assert_no_error (error);
    }
  assert_mode (path, 0600);

  /* the end of the program in the middle of a line, and a life after it */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  {
    g_autofree char *cut = g_strconcat (text, "{\"field\":\"organisation.addr", NULL);
    g_autoptr (GPtrArray) edits = NULL;

    g_assert_true (g_file_set_contents (path, cut, -1, NULL));
    hall_fill_set_value (f->fill, "handler.name", "张三");
    edits = hall_fill_take_edits (f->fill);
    g_assert_true (hall_journal_add (journal, edits, &error));
  }
  kept = hall_journal_read (journal);
  hall_fill_set_order (next, f->order, &f->today);
  g_assert_true (hall_fill_restore (next, kept));
  g_assert_cmpstr (hall_application_get (hall_fill_get_application (next), "organisation.name"), ==,
                   fill_get (f, "organisation.name"));
  g_assert_cmpstr (hall_application_get (hall_fill_get_application (next), "handler.name"), ==,
                   "张三");
  g_assert_cmpstr (hall_application_get (hall_fill_get_application (next), "invoice.title"), ==,
                   fill_get (f, "invoice.title"));

  g_clear_pointer (&kept, g_ptr_array_unref);
  kept = hall_fill_get_edits (next);
  g_assert_true (hall_journal_rewrite (journal, kept, &error));
  assert_mode (path, 0600);
  g_assert_true (hall_journal_rewrite (journal, none, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (hall_journal_rewrite (journal, none, &error));
  g_assert_no_error (error);
}

static void
test_journal_type (Fixture *f, gconstpointer data)
{
  g_autoptr (HallJournal) journal = hall_journal_new ("hall", f->order->number);
  g_autoptr (HallFill) next = hall_fill_new (f->catalog, NULL);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) none = hall_edits_new ();

  hall_fill_set_type (f->fill, "organisation-person");
  hall_fill_set_value (f->fill, "subject_person.name", "王五");
  edits = hall_fill_take_edits (f->fill);
  g_assert_true (hall_journal_add (journal, edits, NULL));
  kept = hall_journal_read (journal);
  hall_fill_set_order (next, f->order, &f->today);
  hall_fill_restore (next, kept);
  g_assert_cmpstr (hall_fill_get_application (next)->certificate_type, ==, "organisation-person");
  g_assert_cmpstr (hall_application_get (hall_fill_get_application (next), "subject_person.name"),
                   ==, "王五");
  g_assert_true (hall_journal_rewrite (journal, none, NULL));
}

/* Whatever stands in the file: what can be read is, the rest is passed over. */
static void
test_journal_hostile (Fixture *f, gconstpointer data)
{
  static const char *const contents[] = {
    "",
    "\n\n\n",
    "no json\n{\"field\":\"handler.name\",\"value\":\"张三\"}\n[1,2]\n{}\nnull\n",
    "{\"field\":1,\"value\":\"x\"}\n{\"field\":\"handler.name\",\"value\":\"张三\"}\n{\"value\":3}",
    "{\"field\":\"no.such\",\"value\":\"x\"}\n{\"value\":\"no-such-type\"}\n",
    "\xff\xfe\n{\"field\":\"handler.name\",\"value\":\"张三\"}",
  };
  g_autoptr (HallJournal) journal = hall_journal_new ("hall", f->order->number);
  g_autofree char *path = journal_path (f->order->number);
  g_autoptr (GPtrArray) none = hall_edits_new ();

  g_assert_true (hall_journal_add (journal, none, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (HallFill) next = hall_fill_new (f->catalog, NULL);
      g_autoptr (GPtrArray) kept = NULL;
      gboolean has_name = strstr (contents[i], "张三") != NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      kept = hall_journal_read (journal);
      hall_fill_set_order (next, f->order, &f->today);
      hall_fill_restore (next, kept);
      g_assert_cmpstr (hall_application_get (hall_fill_get_application (next), "handler.name"), ==,
                       has_name ? "张三" : "");
    }
  g_assert_true (hall_journal_rewrite (journal, none, NULL));
}

static const struct
{
  const char *path;
  void (*test) (Fixture *f, gconstpointer data);
} tests[] = {
  { "/journal/kept", test_journal },
  { "/journal/type", test_journal_type },
  { "/journal/hostile", test_journal_hostile },
};

int
main (int argc, char **argv)
{
  g_autofree char *folder = flow_make_data_folder ();
  int failed;

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fill_set_up, tests[i].test, fill_tear_down);
  failed = g_test_run ();
  flow_remove_folder (folder);
  return failed;
}
