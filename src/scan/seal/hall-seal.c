/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-seal.h"

void
hall_seal_free (HallSeal *self)
{
  g_free (self->region);
  g_free (self);
}

GPtrArray *
hall_seals_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hall_seal_free);
}

static HallSeal *
copy_seal (const HallSeal *source)
{
  HallSeal *copy = g_memdup2 (source, sizeof *copy);

  copy->region = g_strdup (copy->region);
  return copy;
}

GPtrArray *
hall_seals_copy (GPtrArray *seals)
{
  GPtrArray *copies = hall_seals_new ();

  for (guint i = 0; i < seals->len; i++)
    g_ptr_array_add (copies, copy_seal (g_ptr_array_index (seals, i)));
  return copies;
}

const char *
hall_seal_colour_get_name (HallSealColour colour)
{
  static const char *const names[HALL_N_SEAL_COLOURS] = {
    [HALL_SEAL_RED] = "red",
    [HALL_SEAL_BLUE] = "blue",
    [HALL_SEAL_BLACK] = "black",
  };

  g_return_val_if_fail ((guint) colour < HALL_N_SEAL_COLOURS, NULL);
  return names[colour];
}
