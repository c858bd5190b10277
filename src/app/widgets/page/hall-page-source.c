/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a document as pictures: the side of the main thread. A job belongs to one thread
 * at a time: the main thread pushes it, the worker of hall-page-worker.c fills it in and hands
 * it back.
 */
#include "hall-page-source.h"

#include "hall-page-worker.h"

struct _HallPageSource
{
  GObject parent_instance;

  HallPageWorker *worker;
  GArray *sizes;          /* (element-type HallPageSize) */
  cairo_surface_t *first; /* (nullable): of the first page */
  double first_scale;
};

G_DEFINE_FINAL_TYPE (HallPageSource, hall_page_source, G_TYPE_OBJECT)

static void
hall_page_source_finalize (GObject *object)
{
  HallPageSource *self = HALL_PAGE_SOURCE (object);

  hall_page_worker_release (self->worker);
  g_clear_pointer (&self->sizes, g_array_unref);
  g_clear_pointer (&self->first, cairo_surface_destroy);
  G_OBJECT_CLASS (hall_page_source_parent_class)->finalize (object);
}

static void
hall_page_source_class_init (HallPageSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hall_page_source_finalize;
}

static void
hall_page_source_init (HallPageSource *self)
{
}

HallPageSource *
hall_page_source_new (GBytes *bytes)
{
  HallPageSource *self = g_object_new (HALL_TYPE_PAGE_SOURCE, NULL);

  self->worker = hall_page_worker_new (bytes);
  return self;
}

/* In the main thread again. */
static void
on_loaded_cb (HallPageJob *job, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HallPageSource *self = g_task_get_source_object (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&job->error));
      return;
    }
  g_clear_pointer (&self->sizes, g_array_unref);
  self->sizes = g_steal_pointer (&job->sizes);
  g_task_return_boolean (task, TRUE);
}

void
hall_page_source_load_async (HallPageSource *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  HallPageJob *job = hall_page_job_new (cancellable, on_loaded_cb, task);

  g_task_set_source_tag (task, hall_page_source_load_async);
  hall_page_worker_push (self->worker, job);
}

gboolean
hall_page_source_load_finish (HallPageSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
hall_page_source_get_n_pages (HallPageSource *self)
{
  g_return_val_if_fail (HALL_IS_PAGE_SOURCE (self), 0);

  return self->sizes != NULL ? self->sizes->len : 0;
}

void
hall_page_source_get_size (HallPageSource *self, guint page, double *width_pt, double *height_pt)
{
  const HallPageSize *size;

  g_return_if_fail (page < hall_page_source_get_n_pages (self));

  size = &g_array_index (self->sizes, HallPageSize, page);
  *width_pt = size->width_pt;
  *height_pt = size->height_pt;
}

static void
on_rendered_cb (HallPageJob *job, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->surface),
                           (GDestroyNotify) cairo_surface_destroy);
}

void
hall_page_source_render_async (HallPageSource *self,
                               const HallPageWish *wish,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  HallPageJob *job = hall_page_job_new (cancellable, on_rendered_cb, task);

  g_task_set_source_tag (task, hall_page_source_render_async);
  job->wish = *wish;
  job->kind = HALL_PAGE_JOB_DRAW;
  hall_page_worker_push (self->worker, job);
}

cairo_surface_t *
hall_page_source_render_finish (HallPageSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hall_page_source_set_first (HallPageSource *self, cairo_surface_t *surface, double scale)
{
  g_return_if_fail (HALL_IS_PAGE_SOURCE (self));

  g_clear_pointer (&self->first, cairo_surface_destroy);
  self->first = surface;
  self->first_scale = scale;
}

cairo_surface_t *
hall_page_source_get_first (HallPageSource *self, double *scale)
{
  g_return_val_if_fail (HALL_IS_PAGE_SOURCE (self), NULL);

  *scale = self->first_scale;
  return self->first;
}

static void
on_read_cb (HallPageJob *job, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->text),
                           (GDestroyNotify) hall_page_text_free);
}

void
hall_page_source_read_async (HallPageSource *self,
                             guint page,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  HallPageJob *job = hall_page_job_new (cancellable, on_read_cb, task);

  g_task_set_source_tag (task, hall_page_source_read_async);
  job->wish.page = page;
  job->kind = HALL_PAGE_JOB_READ;
  hall_page_worker_push (self->worker, job);
}

HallPageText *
hall_page_source_read_finish (HallPageSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
