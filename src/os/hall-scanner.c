/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-scanner.h"

void
hall_scanner_device_free (HallScannerDevice *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self);
}

GPtrArray *
hall_scanner_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

HallScannerAbilities *
hall_scanner_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
hall_scanner_acquire_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
