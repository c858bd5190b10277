/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of an upload, for the files that are its body, and making one, for hall-uploads.c.
 */
#pragma once

#include "hall-inspection.h"
#include "hall-upload.h"

struct _HallUpload
{
  GObject parent_instance;

  HallOrderWatch *watch;
  HallCatalog *catalog;
  const HallRequirement *requirement;
  HallInspector *inspector;
  HallUploadState state;
  double progress;
  GBytes *bytes;         /* (nullable): of the file chosen last */
  char *file_name;       /* (nullable) */
  GPtrArray *findings;   /* about it */
  GError *error;         /* (nullable) */
  GCancellable *running; /* (nullable): of what is done now */
};

/* @requirement: of @catalog */
HallUpload *hall_upload_new (HallOrderWatch *watch,
                             HallCatalog *catalog,
                             const HallRequirement *requirement,
                             HallInspector *inspector);

void hall_upload_set_inspector (HallUpload *self, HallInspector *inspector);

/* The task of an operation that takes the place of what ran. Its cancellable is cancelled by the
 * caller's, by hall_upload_cancel(), and by the next operation. */
GTask *hall_upload_begin (HallUpload *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/* Whether @task is still what is done in this slot. */
gboolean hall_upload_is_current (HallUpload *self, GTask *task);

/* Ends an operation without success. Takes over @error. */
void hall_upload_return_failure (GTask *task, GError *error);

/* Nothing runs any more, and nothing is said of a file chosen before. */
void hall_upload_settle (HallUpload *self);

void hall_upload_set_state (HallUpload *self, HallUploadState state);

/* @findings: (nullable) */
void hall_upload_set_findings (HallUpload *self, GPtrArray *findings);
void hall_upload_forget_file (HallUpload *self);
HallClient *hall_upload_get_client (HallUpload *self);
