/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-cli.h"

#include <stdio.h>

#define CLI_TEXT(id, en, zh) [HALL_CLI_TEXT_##id] = HALL_TEXTS (en, zh),
static const HallStaticLabel texts[HALL_N_CLI_TEXTS] = {
#include "hall-cli-text-list.h"
};
#undef CLI_TEXT

/* One pass, so that a file called "%2" stays what it is. */
char *
hall_cli_format (const HallCli *self, HallCliText text, const char *arg1, const char *arg2)
{
  const char *args[] = { arg1 != NULL ? arg1 : "", arg2 != NULL ? arg2 : "" };
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (text < HALL_N_CLI_TEXTS, NULL);
  for (const char *p = texts[text].text[self->lang]; *p != '\0'; p++)
    if (p[0] == '%' && (p[1] == '1' || p[1] == '2'))
      g_string_append (out, args[*++p - '1']);
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

HallExit
hall_cli_complain_plain (const HallCli *self, HallExit code, const char *sentence)
{
  fprintf (stderr, "certhallctl%s%s: %s\n", *self->command != '\0' ? " " : "", self->command,
           sentence);
  return code;
}

HallExit
hall_cli_complain (
    const HallCli *self, HallExit code, HallCliText text, const char *arg1, const char *arg2)
{
  g_autofree char *sentence = hall_cli_format (self, text, arg1, arg2);

  return hall_cli_complain_plain (self, code, sentence);
}

const char *
hall_cli_get_reason (const GError *error)
{
  const char *last = g_strrstr (error->message, ": ");

  return last != NULL ? last + 2 : error->message;
}

void
hall_cli_say (const char *line)
{
  fputs (line, stdout);
  fputc ('\n', stdout);
}

void
hall_cli_remark (const char *line)
{
  fputs (line, stderr);
  fputc ('\n', stderr);
}

GBytes *
hall_cli_read_file (const HallCli *self, const char *path, HallExit *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);

  if (file != NULL)
    return g_mapped_file_get_bytes (file);
  *code = hall_cli_complain (self, HALL_EXIT_USAGE, HALL_CLI_TEXT_CANNOT_READ, path,
                             hall_cli_get_reason (error));
  return NULL;
}
