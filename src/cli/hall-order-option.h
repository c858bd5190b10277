/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the options --order, --revision and --hash may say.
 */
#pragma once

#include "hall-cli.h"

/* Each checks one given text (NULL is good); FALSE: @code is the exit code, the line is written. */
gboolean hall_order_option_check (const HallCli *cli, const char *order, HallExit *code);
gboolean hall_order_option_read_revision (const HallCli *cli,
                                          const char *text,
                                          guint *revision,
                                          HallExit *code);
gboolean hall_order_option_check_hash (const HallCli *cli, const char *hash, HallExit *code);
