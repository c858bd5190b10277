/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at one file in a worker thread. For hall-upload.c only.
 */
#pragma once

#include <gio/gio.h>

#include "hall-inspect.h"

/* The function to look with, shared by the uploads of an order and the looks that still run. */
typedef struct
{
  gint ref_count;
  HallInspectFunc inspect; /* (nullable) */
  gpointer data;
  GDestroyNotify free_data; /* (nullable) */
} HallInspector;

HallInspector *
hall_inspector_new (HallInspectFunc inspect, gpointer data, GDestroyNotify free_data);
HallInspector *hall_inspector_ref (HallInspector *self);
void hall_inspector_unref (HallInspector *self);

/**
 * hall_inspector_look_async:
 * @order: what it needs of it is copied
 *
 * Without a function only the size is looked at.
 */
void hall_inspector_look_async (HallInspector *self,
                                GBytes *bytes,
                                const char *file_name,
                                const HallRequirement *requirement,
                                HallCatalog *catalog,
                                const HallOrder *order,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* Returns: (transfer full) (element-type HallFinding); NULL only when cancelled */
GPtrArray *hall_inspector_look_finish (GAsyncResult *result, GError **error);
