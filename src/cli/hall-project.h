/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The catalogues that are installed, and applications read against them.
 */
#pragma once

#include "hall-application.h"
#include "hall-cli.h"

/**
 * hall_project_load_all:
 * @code: (out): the exit code if that fails; what is wrong has been written
 *
 * Returns: (transfer full) (nullable) (element-type HallCatalog): in the order of their files'
 * names
 */
GPtrArray *hall_project_load_all (const HallCli *cli, HallExit *code);

/* Returns: (nullable): the one with that id */
HallCatalog *hall_project_find (GPtrArray *catalogs, const char *id);

/**
 * hall_project_find_slot:
 * @project: (nullable): its id; NULL: the first that has the slot
 * @code: (out): the exit code if there is none; what is wrong has been written
 *
 * Returns: (nullable): owned by @catalogs
 */
const HallRequirement *hall_project_find_slot (
    const HallCli *cli, GPtrArray *catalogs, const char *project, const char *slot, HallExit *code);

/**
 * hall_project_parse_application:
 * @code: (out): the exit code if that fails; what is wrong has been written
 *
 * Returns: (transfer full) (nullable): as the file says it, whatever project it is of
 */
HallApplication *
hall_project_parse_application (const HallCli *cli, const char *path, HallExit *code);

/**
 * hall_project_read_application:
 * @catalog: (out) (transfer full) (nullable): NULL if nobody knows the project it names
 * @code: (out): the exit code if that fails; what is wrong has been written
 *
 * Returns: (transfer full) (nullable): tidied and with its defaults, if the project is known
 */
HallApplication *hall_project_read_application (const HallCli *cli,
                                                const char *path,
                                                HallCatalog **catalog,
                                                HallExit *code);
