/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing asked of the scanners, on its way through the only thread that speaks to them: SANE
 * can be used from one thread, and some of its devices hang. The caller's side of a call ends at
 * once when it is cancelled; the thread follows when the device lets it.
 *
 * For hall-scanner-sane.c only.
 */
#pragma once

#include <gio/gio.h>

#include "hall-scanner.h"

typedef struct _HallScannerCall HallScannerCall;

/* In the scanners' thread. @data is only used there. Returns: (transfer full); NULL with @error */
typedef gpointer (*HallScannerWork) (HallScannerCall *self, gpointer data, GError **error);

typedef struct
{
  HallScannerWork work;
  gpointer data; /* owned by the call */
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  HallScannerProgress progress; /* (nullable) */
  gpointer progress_data;
} HallScannerJob;

/* @task: (transfer full): answered in its own main context */
void hall_scanner_call_start (GTask *task, const HallScannerJob *job);

/* In the scanners' thread. */
gboolean hall_scanner_call_is_cancelled (HallScannerCall *self);
void hall_scanner_call_tell (HallScannerCall *self, guint page, double fraction);
