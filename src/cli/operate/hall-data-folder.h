/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The data folder of a hall on this computer, for the operators' commands. The service may run
 * meanwhile: what is read is what was committed, and a change waits for its turn.
 */
#pragma once

#include "hall-cli.h"
#include "hall-db.h"

/**
 * hall_data_folder_open:
 * @folder: (nullable): what --data says
 * @code: (out): the exit code if that fails; what is wrong has been written
 *
 * Returns: (transfer full) (nullable): the hall's database; of the newest schema if it is opened
 *   to be written
 */
HallDb *
hall_data_folder_open (const HallCli *cli, const char *folder, HallDbMode mode, HallExit *code);
