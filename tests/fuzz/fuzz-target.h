/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is fed with anything at all: our own parsers of what strangers send.
 */
#pragma once

#include <glib.h>

typedef struct
{
  const char *name;
  void (*take) (const guint8 *data, gsize size);
  const char *seeds[8]; /* NULL-terminated: good examples; "hex:" leads bytes */
} FuzzTarget;

extern const FuzzTarget fuzz_targets[];
extern const gsize fuzz_n_targets;

/* (transfer full): the bytes of a seed */
GBytes *fuzz_target_read_seed (const char *seed);
