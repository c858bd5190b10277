/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libFuzzer's way in; the environment variable HALL_FUZZ names the target. Built by
 * tools/fuzz.sh.
 */
#include <stdint.h>
#include <stdlib.h>

#include "fuzz-target.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const FuzzTarget *target = NULL;

  for (gsize i = 0; target == NULL && i < fuzz_n_targets; i++)
    if (g_strcmp0 (g_getenv ("HALL_FUZZ"), fuzz_targets[i].name) == 0)
      target = &fuzz_targets[i];
  if (target == NULL)
    abort ();
  target->take (data, size);
  return 0;
}
