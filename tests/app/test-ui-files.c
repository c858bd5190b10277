/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every file of ui/ as data: one template class of the file's own name, only classes that Glade
 * knows, and no words that a translator would miss.
 */
#include "app-test.h"

typedef struct
{
  char *expected; /* HallFieldRow for hall-field-row.ui */
  char *knows;    /* (nullable): what Glade's catalogues say */
  guint n_templates;
  gboolean spoken; /* in a property that is shown or spoken */
  gboolean turns;  /* in something that turns */
  gboolean has_domain;
} Reading;

static char *
get_class_name (const char *file)
{
  GString *name = g_string_new (NULL);
  gboolean capital = TRUE;

  for (const char *at = file; *at != '\0' && *at != '.'; at++)
    {
      if (*at == '-')
        {
          capital = TRUE;
          continue;
        }
      g_string_append_c (name, capital ? g_ascii_toupper (*at) : *at);
      capital = FALSE;
    }
  return g_string_free (name, FALSE);
}

static const char *
get_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static void
check_class (Reading *reading, const char *class_name)
{
  g_autofree char *entry = g_strdup_printf ("\"%s\"", class_name);

  g_assert_true (g_str_has_prefix (class_name, "Gtk") || g_str_has_prefix (class_name, "Hdy")
                 || g_str_equal (class_name, "AtkObject"));
  if (reading->knows != NULL && !g_str_equal (class_name, "AtkObject"))
    {
      if (strstr (reading->knows, entry) == NULL)
        g_test_message ("Glade does not know %s", class_name);
      g_assert_nonnull (strstr (reading->knows, entry));
    }
}

static void
on_element_started (GMarkupParseContext *context,
                    const char *element,
                    const char **names,
                    const char **values,
                    gpointer user_data,
                    GError **error)
{
  static const char *const spoken[] = {
    "label",    "title", "tooltip-text", "placeholder-text", "AtkObject::accessible-name",
    "subtitle", NULL
  };
  Reading *reading = user_data;
  const char *name = get_attribute (names, values, "name");

  reading->spoken = g_str_equal (element, "property") && g_strv_contains (spoken, name)
                    && get_attribute (names, values, "translatable") == NULL;
  if (g_str_equal (element, "interface"))
    reading->has_domain = g_strcmp0 (get_attribute (names, values, "domain"), "certhall") == 0;
  if (g_str_equal (element, "object"))
    {
      check_class (reading, get_attribute (names, values, "class"));
      reading->turns = g_str_equal (get_attribute (names, values, "class"), "GtkSpinner");
    }
  /* it would turn, and keep the whole window drawing, also where nobody sees it */
  g_assert_false (reading->turns && g_strcmp0 (name, "active") == 0);
  if (g_str_equal (element, "template"))
    {
      g_assert_cmpstr (get_attribute (names, values, "class"), ==, reading->expected);
      check_class (reading, get_attribute (names, values, "parent"));
      reading->n_templates++;
    }
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reading *reading = user_data;

  if (!reading->spoken)
    return;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalpha (text[i]))
      g_test_message ("not translatable: %.*s", (int) length, text);
  for (gsize i = 0; i < length; i++)
    g_assert_false (g_ascii_isalpha (text[i]));
}

static char *
read_glade (void)
{
  static const char *const catalogs[] = { "gtk+.xml", "libhandy-1.xml" };
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (catalogs); i++)
    {
      g_autofree char *path = g_build_filename ("/usr/share/glade/catalogs", catalogs[i], NULL);
      g_autofree char *text = NULL;

      if (!g_file_get_contents (path, &text, NULL, NULL))
        {
          g_string_free (all, TRUE);
          return NULL;
        }
      g_string_append (all, text);
    }
  return g_string_free (all, FALSE);
}

static void
check_file (const char *folder, const char *name, const char *knows)
{
  static const GMarkupParser parser = { .start_element = on_element_started, .text = on_text };
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *resource = g_strconcat ("/io/github/certhall/ui/", name, NULL);
  g_autofree char *expected = get_class_name (name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Reading reading = { .expected = expected, .knows = (char *) knows };
  GMarkupParseContext *context;

  g_test_message ("%s", name);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "SPDX-License-Identifier"));
  context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_true (reading.has_domain);
  g_assert_true (g_resources_get_info (resource, 0, NULL, NULL, NULL));
  /* What is no widget of ours, a menu or a shortcuts window, is loaded by its owner. */
  g_assert_cmpuint (reading.n_templates, <=, 1);
}

static void
test_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "ui", NULL);
  g_autofree char *knows = read_glade ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".ui"))
      {
        check_file (folder, name, knows);
        n_files++;
      }
  g_assert_cmpuint (n_files, >, 10);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);
  g_test_add_func ("/ui-files/all", test_files);
  return g_test_run ();
}
