/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking pages straight from a scanner. linux/ has a body over SANE; another stands in where
 * there is none, and says that no scanner can be used. Nothing here blocks: every device is
 * spoken to in a thread of its own, and one that hangs can be left by cancelling.
 *
 * Errors are %G_IO_ERROR_CANCELLED or of %HALL_ERROR, with a sentence for the person.
 */
#pragma once

#include <gio/gio.h>

typedef enum
{
  HALL_SCANNER_FLATBED, /* one page */
  HALL_SCANNER_FEEDER,  /* every page that is in it */
  HALL_N_SCANNER_SOURCES
} HallScannerSource;

typedef struct
{
  char *id;    /* for the calls below */
  char *label; /* maker and model, for people */
} HallScannerDevice;

typedef struct
{
  gboolean has_source[HALL_N_SCANNER_SOURCES]; /* at least one */
  gboolean has_colour;
  guint min_dpi, max_dpi;
} HallScannerAbilities;

/**
 * HallScannerProgress:
 * @page: the page that is being taken, from 1
 * @fraction: of this page, 0.0 to 1.0; below 0 where the device does not say how long a page is
 *
 * Called in the main context of whoever started it, and never after its callback.
 */
typedef void (*HallScannerProgress) (guint page, double fraction, gpointer user_data);

typedef struct
{
  const char *device; /* copied */
  HallScannerSource source;
  guint dpi;                    /* 0: 300; the nearest the device has is taken */
  HallScannerProgress progress; /* (nullable) */
  gpointer progress_data;
} HallScannerWish;

/* FALSE where the program was built without: nothing about scanners is to be shown then. */
gboolean hall_scanner_is_available (void);

/* Looks at what is connected, and in the local network: seconds. */
void hall_scanner_list_async (GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* (transfer full) (element-type HallScannerDevice): empty if there is none */
GPtrArray *hall_scanner_list_finish (GAsyncResult *result, GError **error);

void hall_scanner_look_async (const char *device,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* (transfer full): freed with g_free() */
HallScannerAbilities *hall_scanner_look_finish (GAsyncResult *result, GError **error);

/**
 * hall_scanner_acquire_async:
 *
 * Takes A4 pages in colour, or as the device can come nearest to it. From the feeder all that
 * are in it. Cancelling stops the device and gives up the pages.
 */
void hall_scanner_acquire_async (const HallScannerWish *wish,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* (transfer full) (element-type GBytes): at least one; each a JPEG that knows its dpi */
GPtrArray *hall_scanner_acquire_finish (GAsyncResult *result, GError **error);

void hall_scanner_device_free (HallScannerDevice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallScannerDevice, hall_scanner_device_free)
