/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is fed with anything at all: our own parsers of what strangers send. Examples of each lie
 * in corpus/NAME: as they are, or in hexadecimal digits if they are called *.hex.
 */
#pragma once

#include <glib.h>

typedef struct
{
  const char *name;
  /* FALSE if it makes no sense; any @data must do */
  gboolean (*take) (const guint8 *data, gsize size);
} FuzzTarget;

extern const FuzzTarget fuzz_targets[];
extern const gsize fuzz_n_targets;
