/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * data/openapi.yaml against the tables of the code: paths, names in lists, events, members.
 * It is read line by line, as it is written: one member to a line, lists in brackets.
 */
#include <string.h>

#include "hall-application.h"
#include "hall-error.h"
#include "hall-path.h"
#include "hall-pin.h"
#include "hall-substate.h"
#include "hall-test.h"

static char **lines;

static void
read_lines (void)
{
  g_autofree char *path = hall_test_shipped_path ("openapi.yaml");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
}

/* The index of the line @line, after @from. */
static guint
find_line (const char *line, guint from)
{
  for (guint i = from; lines[i] != NULL; i++)
    if (g_str_equal (lines[i], line))
      return i;
  g_error ("openapi.yaml has no line “%s”", line);
}

/* How far a line is moved in; an empty one belongs to what it stands in. */
static guint
indent_of (const char *line)
{
  return *line == '\0' ? G_MAXUINT : (guint) strspn (line, " ");
}

/* The keys under "paths:". */
static GPtrArray *
documented_paths (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = find_line ("paths:", 0) + 1; !g_str_equal (lines[i], "components:"); i++)
    if (indent_of (lines[i]) == 2)
      {
        const char *end = strrchr (lines[i], ':');

        g_assert_nonnull (end);
        g_ptr_array_add (paths, g_strndup (lines[i] + 2, (gsize) (end - lines[i] - 2)));
      }
  return paths;
}

static void
test_paths (void)
{
  g_autoptr (GPtrArray) paths = documented_paths ();

  g_assert_cmpuint (paths->len, ==, HALL_N_PATHS);
  for (guint path = 0; path < HALL_N_PATHS; path++)
    {
      g_test_message ("%s", hall_path_get_pattern (path));
      g_assert_true (g_ptr_array_find_with_equal_func (paths, hall_path_get_pattern (path),
                                                       g_str_equal, NULL));
    }
}

/* Every {name} of a path is one of its parameters. */
static void
test_parameters (void)
{
  guint begin = find_line ("paths:", 0) + 1;

  for (guint path = 0; path < HALL_N_PATHS; path++)
    {
      const char *pattern = hall_path_get_pattern (path);
      g_autofree char *key = g_strdup_printf ("  %s:", pattern);
      guint i = find_line (key, begin) + 1;
      g_autoptr (GString) block = g_string_new (NULL);

      for (; lines[i] != NULL && indent_of (lines[i]) > 2; i++)
        g_string_append_printf (block, "%s\n", lines[i]);
      for (const char *p = strchr (pattern, '{'); p != NULL; p = strchr (p + 1, '{'))
        {
          g_autofree char *name = g_strndup (p + 1, strcspn (p + 1, "}"));
          g_autofree char *shared = g_strdup_printf ("#/components/parameters/%s\"", name);
          g_autofree char *own = g_strdup_printf ("{name: %s, in: path", name);

          g_test_message ("%s: %s", pattern, name);
          g_assert_true (strstr (block->str, shared) != NULL || strstr (block->str, own) != NULL);
        }
    }
}

/* The list in the brackets behind "enum: " of the first line that has @key. */
static char **
enum_of (const char *key)
{
  for (guint i = find_line ("  schemas:", 0); lines[i] != NULL; i++)
    {
      const char *at = strstr (lines[i], key);
      const char *list = at != NULL ? strstr (at, "enum: [") : NULL;
      g_autofree char *inside = NULL;

      if (list == NULL)
        continue;
      inside = g_strndup (list + 7, strcspn (list + 7, "]"));
      return g_strsplit (inside, ", ", -1);
    }
  g_error ("openapi.yaml lists no values of “%s”", key);
}

static void
assert_enum (const char *key, GPtrArray *names)
{
  g_auto (GStrv) listed = enum_of (key);

  g_test_message ("%s", key);
  g_ptr_array_add (names, NULL);
  g_assert_cmpstrv (listed, (char **) names->pdata);
}

static void
test_substates (void)
{
  for (guint group = 0; group < HALL_N_SUBSTATES; group++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autofree char *key = g_strdup_printf ("%s: {", hall_substate_group_get_name (group));

      for (guint value = 0; value < HALL_N_SUBSTATE_VALUES; value++)
        if (hall_substate_get_group (value) == group)
          g_ptr_array_add (names, (gpointer) hall_substate_get_name (value));
      assert_enum (key, names);
    }
}

typedef const char *(*NameFunc) (guint value);

static void
test_enums (void)
{
  static const struct
  {
    const char *key;
    NameFunc name;
    guint first, n;
  } enums[] = {
    { "roles: {", (NameFunc) hall_actor_get_name, HALL_ACTOR_HANDLER,
      HALL_ACTOR_ADMINISTRATOR + 1 },
    { "        channel: {", (NameFunc) hall_pay_channel_get_name, 0, HALL_N_PAY_CHANNELS },
    { "id: {", (NameFunc) hall_pay_channel_get_name, 0, HALL_N_PAY_CHANNELS },
    { "recipient: {", (NameFunc) hall_pin_recipient_get_name, 0, HALL_N_PIN_RECIPIENTS },
    { "mode: {", (NameFunc) hall_fin_auth_mode_get_name, 0, HALL_N_FIN_AUTH_MODES },
    { "severity: {", (NameFunc) hall_verdict_get_name, HALL_HINT, HALL_N_VERDICTS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (enums); i++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint value = enums[i].first; value < enums[i].n; value++)
        g_ptr_array_add (names, (gpointer) enums[i].name (value));
      assert_enum (enums[i].key, names);
    }
}

/* Sets the actors that the words of the table's second column name. */
static guint
actors_of (const char *words)
{
  guint actors = 0;

  for (guint actor = 0; actor < HALL_N_ACTORS; actor++)
    if (strstr (words, hall_actor_get_name (actor)) != NULL)
      actors |= HALL_ACTOR_BIT (actor);
  return actors;
}

/* Whether an actor alone can send @event in some state. */
static guint
senders_of (HallEvent event)
{
  guint actors = 0;

  for (guint actor = HALL_ACTOR_HANDLER; actor <= HALL_ACTOR_ADMINISTRATOR; actor++)
    for (guint state = 0; state < HALL_N_STATES; state++)
      if (hall_state_allows (state, event, HALL_ACTOR_BIT (actor)))
        actors |= HALL_ACTOR_BIT (actor);
  return actors;
}

/* The table of events says who sends what: exactly what the moves allow people to do. */
static void
test_events (void)
{
  guint documented[HALL_N_EVENTS] = { 0 };
  guint i = find_line ("        | event | by | body |", 0) + 2;

  for (; g_str_has_prefix (lines[i], "        | "); i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "|", -1);
      g_auto (GStrv) events = g_strsplit (g_strstrip (columns[1]), ", ", -1);

      for (guint e = 0; events[e] != NULL; e++)
        {
          HallEvent event = hall_event_from_name (events[e]);

          g_test_message ("%s by%s", events[e], columns[2]);
          g_assert_cmpint (event, <, HALL_N_EVENTS);
          documented[event] |= actors_of (columns[2]);
        }
    }
  for (guint event = 0; event < HALL_N_EVENTS; event++)
    {
      g_test_message ("%s", hall_event_get_name (event));
      g_assert_cmphex (documented[event], ==, senders_of (event));
    }
}

/* Every status that a path answers is one that an error can have, or a success. */
static void
test_statuses (void)
{
  g_autoptr (GRegex) regex = g_regex_new ("^ +\"([0-9]{3})\":", 0, 0, NULL);
  static const char *const known[] = { "200", "201", "202", "204", "304", "401", "403",
                                       "404", "409", "412", "422", "428", "429", NULL };
  guint found = 0;

  for (guint i = find_line ("paths:", 0); !g_str_equal (lines[i], "components:"); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *status = NULL;

      if (!g_regex_match (regex, lines[i], 0, &match))
        continue;
      status = g_match_info_fetch (match, 1);
      g_assert_true (g_strv_contains (known, status));
      found++;
    }
  g_assert_cmpuint (found, >, 100);
}

/* References lead somewhere. */
static void
test_references (void)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("\\$ref: \"#/components/([a-z]+)/([A-Za-z]+)\"", 0, 0, NULL);
  guint found = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (regex, lines[i], 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *kind = g_match_info_fetch (match, 1);
          g_autofree char *name = g_match_info_fetch (match, 2);
          g_autofree char *section = g_strdup_printf ("  %s:", kind);
          g_autofree char *key = g_strdup_printf ("    %s:", name);
          gboolean there = FALSE;

          for (guint j = find_line (section, 0) + 1; lines[j] != NULL && indent_of (lines[j]) > 2;
               j++)
            there |= g_str_has_prefix (lines[j], key);
          g_test_message ("%s %s", kind, name);
          g_assert_true (there);
          found++;
        }
    }
  g_assert_cmpuint (found, >, 200);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  read_lines ();
  g_test_add_func ("/openapi/paths", test_paths);
  g_test_add_func ("/openapi/parameters", test_parameters);
  g_test_add_func ("/openapi/substates", test_substates);
  g_test_add_func ("/openapi/enums", test_enums);
  g_test_add_func ("/openapi/events", test_events);
  g_test_add_func ("/openapi/statuses", test_statuses);
  g_test_add_func ("/openapi/references", test_references);
  status = g_test_run ();
  g_strfreev (lines);
  return status;
}
