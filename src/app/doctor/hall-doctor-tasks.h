/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the document doctor does, each in a thread of its own. Cancelling ends it at once. The
 * errors are those of hall-fit.h.
 */
#pragma once

#include "hall-fit.h"

/* A file as it was chosen. */
typedef struct
{
  GBytes *bytes;
  char *name; /* without its folder */
} HallDoctorFile;

HallDoctorFile *hall_doctor_file_new (GBytes *bytes, const char *name);
void hall_doctor_file_free (HallDoctorFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HallDoctorFile, hall_doctor_file_free)

/* @files: (element-type GFile): read one after the other; more than 64 MiB each are refused */
void hall_doctor_read_async (GPtrArray *files,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* (transfer full) (element-type HallDoctorFile): all of them, in their order */
GPtrArray *hall_doctor_read_finish (GAsyncResult *result, GError **error);

/* Why it failed, in the program's language. (transfer full) */
char *hall_doctor_describe (const GError *error);

/* @page: from 0 */
void hall_doctor_open_async (GBytes *bytes,
                             guint page,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* (transfer full) */
HallFitPage *hall_doctor_open_finish (GAsyncResult *result, GError **error);

/* @recipe: copied. Cancelling does not end it, but nothing comes of it. */
void hall_doctor_apply_async (GdkPixbuf *picture,
                              const HallFitRecipe *recipe,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* (transfer full) */
GdkPixbuf *hall_doctor_apply_finish (GAsyncResult *result, GError **error);

/**
 * hall_doctor_make_async:
 * @wish: (transfer full)
 * @progress: (transfer full): a gint that is set from 0 to 100, of g_atomic_rc_box_new()
 */
void hall_doctor_make_async (HallFitWish *wish,
                             gint *progress,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* (transfer full) */
HallFitDocument *hall_doctor_make_finish (GAsyncResult *result, GError **error);

/* A name for what came of the file @name: with the right ending. (transfer full) */
char *hall_doctor_build_name (const char *name, HallMediaType media_type);
