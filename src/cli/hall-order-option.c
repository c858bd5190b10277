/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-order-option.h"

static gboolean
check (
    const HallCli *cli, const char *text, const char *pattern, HallCliText problem, HallExit *code)
{
  if (text == NULL || g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0))
    return TRUE;
  *code = hall_cli_complain (cli, HALL_EXIT_USAGE, problem, text, NULL);
  return FALSE;
}

gboolean
hall_order_option_check (const HallCli *cli, const char *order, HallExit *code)
{
  return check (cli, order, "^[A-Z0-9-]{1,24}$", HALL_CLI_TEXT_BAD_ORDER, code);
}

gboolean
hall_order_option_read_revision (const HallCli *cli,
                                 const char *text,
                                 guint *revision,
                                 HallExit *code)
{
  if (!check (cli, text, "^[1-9][0-9]{0,5}$", HALL_CLI_TEXT_BAD_REVISION, code))
    return FALSE;
  *revision = text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
  return TRUE;
}

gboolean
hall_order_option_check_hash (const HallCli *cli, const char *hash, HallExit *code)
{
  return check (cli, hash, "^[0-9A-Fa-f]{12,64}$", HALL_CLI_TEXT_BAD_HASH, code);
}
