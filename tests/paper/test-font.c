/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fonts: every character that a name may need is there, in every thread.
 */
#include "hall-font.h"

#include <glib/gstdio.h>

#include "hall-paper.h"
#include "page-text.h"

/* GB 18030-2022, implementation level 1: CJK unified ideographs and extension A. */
static const gunichar blocks[][2] = { { 0x3007, 0x3007 }, { 0x3400, 0x4DB5 }, { 0x4E00, 0x9FEF } };

/* Level 2: those of the common table that lie beyond; the font's own list has them. */
static char *
read_common_table (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "fonts", "general-standard.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#')
      g_string_append (out, lines[i]);
  g_assert_cmpint (g_utf8_strlen (out->str, -1), ==, 276);
  return g_string_free (out, FALSE);
}

static char *
collect_characters (void)
{
  g_autofree char *table = read_common_table ();
  GString *all = g_string_new (table);

  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    for (gunichar c = blocks[i][0]; c <= blocks[i][1]; c++)
      g_string_append_unichar (all, c);
  return g_string_free (all, FALSE);
}

static void
test_coverage (void)
{
  g_autofree char *all = collect_characters ();
  g_autoptr (GError) error = NULL;

  g_assert_cmphex (hall_font_find_missing (all, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmphex (hall_font_find_missing ("（）《》“”、，。；：·—…￥①Ⅻ㈱ÀéüßΩЖ□✓", &error), ==, 0);
  g_assert_cmphex (hall_font_find_missing ("张😀三", &error), ==, 0x1F600);
  g_assert_cmphex (hall_font_find_missing ("\xF0\xB1\x8E\xAF", &error), ==, 0x313AF);
  g_assert_no_error (error);
}

/* Both weights draw the common table in the font itself, without help from the rare one. */
static void
test_weights (void)
{
  g_autofree char *table = read_common_table ();
  PangoContext *context = hall_font_get_context (NULL);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PangoFontDescription) font = pango_font_description_from_string (
          i == 0 ? "CertHall Sans 10" : "CertHall Sans Bold 10");

      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, table, -1);
      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
    }
}

/* All 27,764 of them, drawn and read back. */
static void
test_prints_all (void)
{
  static const HallTextStyle style = { .size_pt = 9 };
  g_autofree char *all = collect_characters ();
  glong n = g_utf8_strlen (all, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallPaper) paper = hall_paper_new ("test", NULL, 0, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *read = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  HallBox box = { 15, 15, 180, 260 };

  for (glong at = 0; at < n; at += 2500)
    {
      g_autofree char *part = g_utf8_substring (all, at, MIN (at + 2500, n));
      g_autoptr (PangoLayout) layout = hall_paper_layout (paper, &style, part, box.width);

      g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
      hall_paper_begin_page (paper);
      hall_paper_draw_text (paper, &style, part, &box);
    }
  pdf = hall_paper_finish (paper, &error);
  g_assert_no_error (error);
  text = page_text_print (pdf);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_hash_table_add (seen, GUINT_TO_POINTER (g_utf8_get_char (p)));
  for (const char *p = all; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_hash_table_contains (seen, GUINT_TO_POINTER (g_utf8_get_char (p))))
      g_error ("U+%04X was not read back", g_utf8_get_char (p));
}

static gpointer
get_context (gpointer data)
{
  g_autoptr (GError) error = NULL;
  PangoContext *context = hall_font_get_context (&error);

  g_assert_no_error (error);
  g_assert_true (context == hall_font_get_context (NULL));
  g_weak_ref_init (data, pango_context_get_font_map (context));
  return context;
}

/* Each thread has its own font map, which goes when the thread goes. */
static void
test_threads (void)
{
  PangoContext *mine = hall_font_get_context (NULL);
  GWeakRef map;
  GThread *thread = g_thread_new ("font", get_context, &map);
  gpointer other = g_thread_join (thread);

  g_assert_true (mine != other);
  g_assert_null (g_weak_ref_get (&map));
  g_weak_ref_clear (&map);
}

static void
test_missing_file (void)
{
  g_autofree char *dir = g_dir_make_tmp ("hall-font-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  if (g_test_subprocess ())
    {
      g_setenv ("HALL_FONT_DIR", dir, TRUE);
      g_setenv ("HALL_DATA_DIR", dir, TRUE);
      g_assert_null (hall_font_get_context (&error));
      g_printerr ("%s\n", error->message);
      g_rmdir (dir);
      return;
    }
  g_rmdir (dir);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*CertHallSans-Regular.otf is missing*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/font/missing-file", test_missing_file);
  g_test_add_func ("/font/coverage", test_coverage);
  g_test_add_func ("/font/weights", test_weights);
  g_test_add_func ("/font/prints-all", test_prints_all);
  g_test_add_func ("/font/threads", test_threads);
  return g_test_run ();
}
