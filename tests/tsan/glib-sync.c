/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded before GLib under ThreadSanitizer. GLib's locks and queues are futexes that the sanitizer
 * cannot see, so everything they protect would look like a race. Each function here is GLib's own,
 * and tells the sanitizer what it makes happen before what.
 */
#include <dlfcn.h>
#include <glib.h>

/* Missing in programs that are not looked at, such as a test's interpreter. */
void __tsan_acquire (void *address) __attribute__ ((weak));
void __tsan_release (void *address) __attribute__ ((weak));

static void
happened_before (void *address)
{
  if (__tsan_acquire != NULL)
    __tsan_acquire (address);
}

static void
happens_before (void *address)
{
  if (__tsan_release != NULL)
    __tsan_release (address);
}

/* GLib's function of the same name, looked up once. */
#define REAL(function)                \
  static __typeof__ (&function) real; \
  if (real == NULL)                   \
  *(void **) &real = dlsym (RTLD_NEXT, #function)

/* The functions are declared by glib.h; here only their bodies differ. */
void
g_mutex_lock (GMutex *mutex)
{
  REAL (g_mutex_lock);
  real (mutex);
  happened_before (mutex);
}

void
g_mutex_unlock (GMutex *mutex)
{
  REAL (g_mutex_unlock);
  happens_before (mutex);
  real (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  REAL (g_cond_wait);
  happens_before (mutex);
  real (cond, mutex);
  happened_before (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 until_us)
{
  gboolean woken;

  REAL (g_cond_wait_until);
  happens_before (mutex);
  woken = real (cond, mutex, until_us);
  happened_before (mutex);
  return woken;
}

void
g_async_queue_push (GAsyncQueue *queue, gpointer item)
{
  REAL (g_async_queue_push);
  happens_before (queue);
  real (queue, item);
}

void
g_async_queue_push_front (GAsyncQueue *queue, gpointer item)
{
  REAL (g_async_queue_push_front);
  happens_before (queue);
  real (queue, item);
}

gpointer
g_async_queue_pop (GAsyncQueue *queue)
{
  gpointer item;

  REAL (g_async_queue_pop);
  item = real (queue);
  happened_before (queue);
  return item;
}

gpointer
g_async_queue_try_pop (GAsyncQueue *queue)
{
  gpointer item;

  REAL (g_async_queue_try_pop);
  item = real (queue);
  happened_before (queue);
  return item;
}

gpointer
g_async_queue_timeout_pop (GAsyncQueue *queue, guint64 timeout_us)
{
  gpointer item;

  REAL (g_async_queue_timeout_pop);
  item = real (queue, timeout_us);
  happened_before (queue);
  return item;
}

/* Counting down is atomic; whoever frees comes after all others. */
void
g_bytes_unref (GBytes *bytes)
{
  REAL (g_bytes_unref);
  if (bytes != NULL)
    {
      happens_before (bytes);
      happened_before (bytes);
    }
  real (bytes);
}
