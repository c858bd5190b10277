/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a hall is run: a key file, overruled by the command line.
 */
#pragma once

#include <glib.h>

typedef struct
{
  char *state_dir;       /* database, key and files of this hall */
  char *listen;          /* "127.0.0.1:8440", "unix:/run/certhall/http" */
  char *public_url;      /* (nullable): how phones reach the hall; made from listen if missing */
  char *tls_certificate; /* (nullable): path of a PEM file */
  char *tls_key;         /* (nullable) */
  char *name;
  gboolean practice;
  gboolean local; /* started by the desktop for one person */
  gboolean behind_proxy;
  gboolean verbose;
  guint workers;
  guint max_connections;
  char *payee_name;    /* (nullable): where a corporate transfer goes */
  char *payee_bank;    /* (nullable) */
  char *payee_account; /* (nullable) */
} HallConfig;

/**
 * hall_config_parse:
 * @argv: (inout): the command line; what was understood is taken out
 * @error: a sentence that names the option or key and what it may be
 *
 * Returns: (transfer full) (nullable): NULL with @error; or NULL without it after --help or
 *   --version has been answered
 */
HallConfig *hall_config_parse (int *argc, char ***argv, GError **error);
void hall_config_free (HallConfig *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallConfig, hall_config_free)
