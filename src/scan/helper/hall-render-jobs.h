/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What certhall-render can do: one file for each job. Linked into the helper only.
 */
#pragma once

/* What is left of the command line begins with the job's own name. All return an exit status. */
int hall_render_fit_make (int argc, char **argv);
int hall_render_fit_open (int argc, char **argv);
int hall_render_look (int argc, char **argv);
int hall_render_pages (int argc, char **argv);
int hall_render_read (int argc, char **argv);
int hall_render_seal (int argc, char **argv);
