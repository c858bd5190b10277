/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread behind a page source: it waits for the helper that opens the document and draws
 * its pages. It knows no widget and no object of the main thread. For hall-page-source.c.
 */
#pragma once

#include "hall-page-source.h"

typedef struct _HallPageJob HallPageJob;

/* In the main thread, when the job is done, failed or cancelled; the job is freed after it. */
typedef void (*HallPageJobFunc) (HallPageJob *job, gpointer user_data);

typedef enum
{
  HALL_PAGE_JOB_MEASURE, /* opens the document */
  HALL_PAGE_JOB_DRAW,
  HALL_PAGE_JOB_READ,
} HallPageJobKind;

/* Owned by one thread at a time. */
struct _HallPageJob
{
  GCancellable *cancellable; /* (nullable): what is cancelled before its turn is not done */
  HallPageJobFunc func;
  gpointer user_data;

  HallPageJobKind kind;
  HallPageWish wish; /* the page to read or to draw */

  GArray *sizes;            /* (nullable) (element-type HallPageSize) */
  cairo_surface_t *surface; /* (nullable) */
  HallPageText *text;       /* (nullable) */
  GError *error;            /* (nullable) */
};

HallPageJob *
hall_page_job_new (GCancellable *cancellable, HallPageJobFunc func, gpointer user_data);

typedef struct _HallPageWorker HallPageWorker;

/* Starts the thread. */
HallPageWorker *hall_page_worker_new (GBytes *bytes);

/* @job: (transfer full) */
void hall_page_worker_push (HallPageWorker *self, HallPageJob *job);

/**
 * hall_page_worker_release:
 *
 * The helper is ended at once, the thread by itself after that; it is not waited for.
 */
void hall_page_worker_release (HallPageWorker *self);
