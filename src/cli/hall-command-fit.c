/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * certhallctl fit FILE… --slot SLOT -o OUT …
 */
#include "hall-cli-options.h"
#include "hall-command.h"
#include "hall-error.h"
#include "hall-fit.h"
#include "hall-project.h"

#define MAX_TURNS 3

typedef struct
{
  GPtrArray *files; /* (element-type utf8) */
  const char *slot;
  const char *project;
  const char *output;
  const char *turn;
  gboolean grey, white, keep;
  gboolean no_straighten;
  gboolean id_card;
  gboolean agreed;
  gboolean json;
} Options;

/* What is done to every page, beside or in place of what is suggested. */
typedef struct
{
  HallFitWish *wish; /* owned */
  guint turns;
  const Options *options;
  guint warnings;
} Fitting;

static void
fitting_clear (Fitting *self)
{
  g_clear_pointer (&self->wish, hall_fit_wish_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fitting, fitting_clear)

static HallExit
complain_usage (const HallCli *cli, HallCliText text, const char *arg)
{
  return hall_cli_complain (cli, HALL_EXIT_USAGE, text, arg, cli->usage);
}

static HallExit
check_options (const HallCli *cli, const Options *options)
{
  HallMediaType type;

  if (options->slot == NULL)
    return complain_usage (cli, HALL_CLI_TEXT_OPTION_MISSING, "--slot");
  if (options->output == NULL)
    return complain_usage (cli, HALL_CLI_TEXT_OPTION_MISSING, "-o");
  if (options->grey + options->white + options->keep > 1)
    return complain_usage (cli, HALL_CLI_TEXT_COLOURS_TOGETHER, NULL);
  for (type = HALL_MEDIA_UNKNOWN + 1; type < HALL_N_MEDIA; type++)
    if (hall_media_type_fits_name (type, options->output))
      return HALL_EXIT_GOOD;
  return complain_usage (cli, HALL_CLI_TEXT_FIT_ENDING, options->output);
}

/* Whether both names are of one file, however they are written. */
static gboolean
is_same_file (const char *a, const char *b)
{
  g_autoptr (GFile) first = g_file_new_for_commandline_arg (a);
  g_autoptr (GFile) second = g_file_new_for_commandline_arg (b);
  g_autoptr (GFileInfo) first_info =
      g_file_query_info (first, G_FILE_ATTRIBUTE_ID_FILE, 0, NULL, NULL);
  g_autoptr (GFileInfo) second_info =
      g_file_query_info (second, G_FILE_ATTRIBUTE_ID_FILE, 0, NULL, NULL);
  const char *id = first_info != NULL
                       ? g_file_info_get_attribute_string (first_info, G_FILE_ATTRIBUTE_ID_FILE)
                       : NULL;

  if (g_file_equal (first, second))
    return TRUE;
  return id != NULL && second_info != NULL
         && g_strcmp0 (id, g_file_info_get_attribute_string (second_info, G_FILE_ATTRIBUTE_ID_FILE))
                == 0;
}

/* The sentence of the finding that the error carries, in the language spoken here. */
static HallExit
complain_error (const HallCli *cli, const char *file, const GError *error)
{
  GPtrArray *findings = hall_error_get_findings (error);
  g_autofree char *sentence = NULL;
  g_autofree char *line = NULL;

  if (findings == NULL || findings->len == 0)
    sentence = g_strdup (error->message);
  else
    sentence =
        hall_issue_format (&((HallFinding *) g_ptr_array_index (findings, 0))->issue, cli->lang);
  line = file != NULL ? g_strdup_printf ("%s: %s", file, sentence) : g_strdup (sentence);
  return hall_cli_complain_plain (cli, HALL_EXIT_WRONG, line);
}

static HallFitRecipe
choose_recipe (const Fitting *self, const HallFitPage *page)
{
  const HallFitRecipe nothing = HALL_FIT_RECIPE_INIT;
  const Options *options = self->options;
  gboolean is_kept = self->wish->is_seal_sheet && !options->agreed;
  HallFitRecipe recipe = is_kept ? nothing : page->recipe;

  if (options->no_straighten)
    recipe.has_corners = FALSE;
  if (options->grey || options->white || options->keep)
    recipe.colour = options->grey ? HALL_FIT_GREY : options->white ? HALL_FIT_WHITE : HALL_FIT_KEEP;
  recipe.turns = (recipe.turns + self->turns) % 4;
  return recipe;
}

static void
warn (Fitting *self, const HallCli *cli, const char *file, const HallFitPage *page)
{
  for (guint i = 0; i < page->findings->len; i++)
    {
      const HallFinding *finding = g_ptr_array_index (page->findings, i);
      g_autofree char *sentence = hall_issue_format (&finding->issue, cli->lang);
      g_autofree char *line = g_strdup_printf ("%s: %s", file, sentence);

      hall_cli_remark (line);
      self->warnings++;
    }
}

/* Every page of the file. */
static HallExit
add_file (Fitting *self, const HallCli *cli, const char *file)
{
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GBytes) bytes = hall_cli_read_file (cli, file, &code);
  guint n_pages = bytes != NULL ? 1 : 0;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallFitPage) page = hall_fit_open (bytes, i, NULL, &error);
      HallFitRecipe recipe;

      if (page == NULL)
        return complain_error (cli, file, error);
      if (self->wish->inputs->len == HALL_FIT_MAX_INPUTS)
        return hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_FIT_PAGES, file, NULL);
      n_pages = page->n_pages;
      recipe = choose_recipe (self, page);
      hall_fit_wish_add (self->wish, bytes, i, &recipe);
      warn (self, cli, file, page);
    }
  return code;
}

static HallExit
choose_layout (Fitting *self, const HallCli *cli)
{
  gboolean is_jpeg = hall_media_type_fits_name (HALL_MEDIA_JPEG, self->options->output);
  guint n = self->wish->inputs->len;

  if (self->options->id_card && (n != 2 || is_jpeg))
    return complain_usage (cli, HALL_CLI_TEXT_FIT_SIDES, NULL);
  if (is_jpeg && n != 1)
    return complain_usage (cli, HALL_CLI_TEXT_FIT_ONE_PAGE, self->options->output);
  self->wish->layout = self->options->id_card ? HALL_FIT_ID_CARD
                       : is_jpeg              ? HALL_FIT_AS_JPEG
                                              : HALL_FIT_AS_PDF;
  return HALL_EXIT_GOOD;
}

static HallExit
make (Fitting *self, const HallCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HallFitDocument) document = hall_fit_make (self->wish, NULL, NULL, &error);
  g_autofree char *line = NULL;

  if (document == NULL)
    return complain_error (cli, NULL, error);
  if (!g_file_set_contents (self->options->output, g_bytes_get_data (document->bytes, NULL),
                            (gssize) g_bytes_get_size (document->bytes), &error))
    return hall_cli_complain (cli, HALL_EXIT_WRONG, HALL_CLI_TEXT_CANNOT_WRITE,
                              self->options->output, hall_cli_get_reason (error));
  if (self->options->json)
    {
      g_autoptr (JsonNode) node = hall_fit_document_to_json (document);

      line = json_to_string (node, TRUE);
    }
  else
    line = hall_fit_document_describe (document, cli->lang);
  hall_cli_say (line);
  return self->warnings > 0 ? HALL_EXIT_DOUBTFUL : HALL_EXIT_GOOD;
}

static HallExit
run (const HallCli *cli, const Options *options)
{
  g_auto (Fitting) fitting = { .options = options };
  g_autoptr (GPtrArray) catalogs = NULL;
  const HallRequirement *slot;
  HallExit code = check_options (cli, options);
  guint64 turns = 0;

  if (code != HALL_EXIT_GOOD)
    return code;
  if (options->turn != NULL
      && !g_ascii_string_to_unsigned (options->turn, 10, 0, MAX_TURNS, &turns, NULL))
    return complain_usage (cli, HALL_CLI_TEXT_BAD_TURN, options->turn);
  for (guint i = 0; i < options->files->len; i++)
    if (is_same_file (g_ptr_array_index (options->files, i), options->output))
      return complain_usage (cli, HALL_CLI_TEXT_FIT_SAME, options->output);
  catalogs = hall_project_load_all (cli, &code);
  slot = catalogs != NULL
             ? hall_project_find_slot (cli, catalogs, options->project, options->slot, &code)
             : NULL;
  if (slot == NULL)
    return code;
  fitting.turns = (guint) turns;
  fitting.wish = hall_fit_wish_new (slot);
  fitting.wish->agreed = options->agreed;
  for (guint i = 0; i < options->files->len && code == HALL_EXIT_GOOD; i++)
    code = add_file (&fitting, cli, g_ptr_array_index (options->files, i));
  if (code == HALL_EXIT_GOOD)
    code = choose_layout (&fitting, cli);
  return code == HALL_EXIT_GOOD ? make (&fitting, cli) : code;
}

HallExit
hall_command_fit (const HallCli *cli, char **argv)
{
  Options given = { NULL };
  const HallCliOption options[] = {
    { "slot", 0, &given.slot, NULL },       { "project", 0, &given.project, NULL },
    { "output", 'o', &given.output, NULL }, { "turn", 0, &given.turn, NULL },
    { "grey", 0, NULL, &given.grey },       { "white", 0, NULL, &given.white },
    { "keep", 0, NULL, &given.keep },       { "no-straighten", 0, NULL, &given.no_straighten },
    { "id-card", 0, NULL, &given.id_card }, { "agree-recompress", 0, NULL, &given.agreed },
    { "json", 0, NULL, &given.json },       { NULL, 0, NULL, NULL },
  };
  HallExit code = HALL_EXIT_GOOD;
  g_autoptr (GPtrArray) arguments =
      hall_cli_options_read (cli, options, argv, 1, HALL_FIT_MAX_INPUTS, &code);

  if (arguments == NULL)
    return code;
  given.files = arguments;
  return run (cli, &given);
}
