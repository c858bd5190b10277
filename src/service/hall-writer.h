/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one thread that writes. It takes the changes that wait, runs each in its own
 * savepoint, and commits them together: one fsync serves many. Nobody is told that a
 * change is done before it is on the disk.
 */
#pragma once

#include "hall-context.h"

typedef struct _HallWriter HallWriter;

/**
 * HallWriteFunc:
 * @context: its db is the writer's for the length of the call
 *
 * Returns: FALSE to take back everything this change has written
 */
typedef gboolean (*HallWriteFunc) (HallContext *context, gpointer data);

/**
 * HallWrittenFunc:
 * @context: (transfer full)
 * @error: (nullable): set if the commit failed, so that nothing was changed
 *
 * On the writer's thread, after the commit; must be quick.
 */
typedef void (*HallWrittenFunc) (HallContext *context, gpointer data, const GError *error);

/* @db: (transfer full): the writing connection */
HallWriter *hall_writer_new (HallDb *db);

/* Runs what was handed in before, then ends the thread. */
void hall_writer_free (HallWriter *self);

/* Any thread. @context: (transfer full) */
void hall_writer_submit (HallWriter *self,
                         HallContext *context,
                         HallWriteFunc run,
                         HallWrittenFunc written,
                         gpointer data);

/* Any thread: how many groups of changes have been written so far, each with one fsync. */
guint hall_writer_count_groups (HallWriter *self);

/**
 * hall_writer_wait:
 *
 * Any thread but the writer's. Hands in a change and waits until it is durable.
 * @context: stays the caller's
 *
 * Returns: FALSE with @error if it could not be committed; what @run returned otherwise
 */
gboolean hall_writer_wait (
    HallWriter *self, HallContext *context, HallWriteFunc run, gpointer data, GError **error);
