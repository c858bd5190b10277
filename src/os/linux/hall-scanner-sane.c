/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scanners over SANE; hall-scanner.h has the promises.
 */
#include <glib/gi18n.h>

#include "hall-error.h"
#include "hall-sane-device.h"
#include "hall-sane-page.h"
#include "hall-scanner-call.h"

#define USUAL_DPI   300
#define CHUNK_BYTES (64 * 1024)
/* No feeder holds more; a device that never says that it is empty must not fill the memory. */
#define MAX_PAGES 100

typedef struct
{
  char *device;
  HallScannerSource source;
  guint dpi;
} Wish;

/* A page being taken. Nothing is owned. */
typedef struct
{
  HallScannerCall *call;
  SANE_Handle handle;
  guint number;
} Taking;

gboolean
hall_scanner_is_available (void)
{
  return TRUE;
}

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->device);
  g_free (wish);
}

/* Never taken back: devices that hang are still spoken to when the program ends. */
static gboolean
start_sane (GError **error)
{
  static gboolean started = FALSE;
  SANE_Status status = SANE_STATUS_GOOD;

  if (!started)
    status = sane_init (NULL, NULL);
  started = started || status == SANE_STATUS_GOOD;
  if (!started)
    hall_sane_fail (status, error);
  return started;
}

static HallScannerDevice *
new_device (const SANE_Device *given)
{
  HallScannerDevice *device = g_new0 (HallScannerDevice, 1);
  g_autofree char *vendor = g_utf8_make_valid (given->vendor, -1);
  g_autofree char *model = g_utf8_make_valid (given->model, -1);

  device->id = g_strdup (given->name);
  device->label = g_str_has_prefix (model, vendor) ? g_strdup (model)
                                                   : g_strdup_printf ("%s %s", vendor, model);
  return device;
}

static gpointer
list_devices (HallScannerCall *call, gpointer data, GError **error)
{
  const SANE_Device **list = NULL;
  SANE_Status status;
  GPtrArray *devices;

  (void) call;
  (void) data;
  if (!start_sane (error))
    return NULL;
  status = sane_get_devices (&list, SANE_FALSE);
  if (status != SANE_STATUS_GOOD)
    {
      hall_sane_fail (status, error);
      return NULL;
    }
  devices = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_scanner_device_free);
  for (; list != NULL && *list != NULL; list++)
    g_ptr_array_add (devices, new_device (*list));
  return devices;
}

static gpointer
look_at_device (HallScannerCall *call, gpointer data, GError **error)
{
  const Wish *wish = data;
  g_autoptr (HallSaneDevice) device =
      start_sane (error) ? hall_sane_device_open (wish->device, error) : NULL;
  HallScannerAbilities *abilities;

  (void) call;
  if (device == NULL)
    return NULL;
  abilities = g_new0 (HallScannerAbilities, 1);
  hall_sane_device_get_abilities (device, abilities);
  return abilities;
}

/* Everything of one frame. */
static SANE_Status
read_frame (Taking *taking, HallSanePage *page)
{
  g_autofree SANE_Byte *chunk = g_malloc (CHUNK_BYTES);
  SANE_Status status = SANE_STATUS_GOOD;

  while (status == SANE_STATUS_GOOD)
    {
      SANE_Int length = 0;

      if (hall_scanner_call_is_cancelled (taking->call))
        return SANE_STATUS_CANCELLED;
      status = sane_read (taking->handle, chunk, CHUNK_BYTES, &length);
      if (status == SANE_STATUS_GOOD && length > 0
          && !hall_sane_page_add (page, chunk, (gsize) length))
        return SANE_STATUS_NO_MEM;
      hall_scanner_call_tell (taking->call, taking->number, hall_sane_page_get_fraction (page));
    }
  return status == SANE_STATUS_EOF ? SANE_STATUS_GOOD : status;
}

/* The device has been started for the first frame of a page. */
static SANE_Status
read_page (Taking *taking, HallSanePage **page)
{
  SANE_Parameters parameters;
  SANE_Status status = SANE_STATUS_GOOD;
  gboolean is_last = FALSE;

  for (guint frame = 0; status == SANE_STATUS_GOOD && !is_last; frame++)
    {
      if (frame > 0)
        status = sane_start (taking->handle);
      if (status == SANE_STATUS_GOOD)
        status = sane_get_parameters (taking->handle, &parameters);
      if (status != SANE_STATUS_GOOD)
        break;
      if (frame == 0)
        *page = hall_sane_page_new (&parameters);
      else if (!hall_sane_page_begin_frame (*page, &parameters))
        return SANE_STATUS_UNSUPPORTED;
      if (*page == NULL)
        return SANE_STATUS_UNSUPPORTED;
      status = read_frame (taking, *page);
      is_last = parameters.last_frame || frame == 2;
    }
  return status;
}

/* The end of the feeder is no failure once there is a page. */
static SANE_Status
take_pages (Taking *taking, const Wish *wish, guint dpi, GPtrArray *pages, GError **error)
{
  guint max_pages = wish->source == HALL_SCANNER_FEEDER ? MAX_PAGES : 1;

  while (pages->len < max_pages)
    {
      g_autoptr (HallSanePage) page = NULL;
      SANE_Status status = hall_scanner_call_is_cancelled (taking->call)
                               ? SANE_STATUS_CANCELLED
                               : sane_start (taking->handle);
      GBytes *bytes;

      if (status == SANE_STATUS_NO_DOCS && pages->len > 0)
        return SANE_STATUS_GOOD;
      taking->number = pages->len + 1;
      if (status == SANE_STATUS_GOOD)
        status = read_page (taking, &page);
      if (status != SANE_STATUS_GOOD)
        return status;
      bytes = hall_sane_page_encode (page, dpi, error);
      if (bytes == NULL)
        return SANE_STATUS_GOOD;
      g_ptr_array_add (pages, bytes);
    }
  return SANE_STATUS_GOOD;
}

static gpointer
acquire_pages (HallScannerCall *call, gpointer data, GError **error)
{
  const Wish *wish = data;
  g_autoptr (HallSaneDevice) device =
      start_sane (error) ? hall_sane_device_open (wish->device, error) : NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) inner = NULL;
  Taking taking = { .call = call };
  SANE_Status status;
  guint dpi;

  if (device == NULL || !hall_sane_device_set_source (device, wish->source, error))
    return NULL;
  dpi = hall_sane_device_set_page (device, wish->dpi);
  taking.handle = hall_sane_device_get_handle (device);
  status = take_pages (&taking, wish, dpi, pages, &inner);
  sane_cancel (taking.handle); /* also after the last page: the device goes to rest */
  if (status == SANE_STATUS_GOOD && inner == NULL)
    return g_steal_pointer (&pages);
  if (inner != NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  else
    hall_sane_fail (status, error);
  return NULL;
}

static Wish *
new_wish (const char *device)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->device = g_strdup (device);
  return wish;
}

void
hall_scanner_list_async (GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  HallScannerJob job = { .work = list_devices, .free_result = (GDestroyNotify) g_ptr_array_unref };

  g_task_set_source_tag (task, hall_scanner_list_async);
  hall_scanner_call_start (task, &job);
}

void
hall_scanner_look_async (const char *device,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  HallScannerJob job = {
    .work = look_at_device, .data = new_wish (device), .free_data = wish_free, .free_result = g_free
  };

  g_task_set_source_tag (task, hall_scanner_look_async);
  hall_scanner_call_start (task, &job);
}

void
hall_scanner_acquire_async (const HallScannerWish *given,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Wish *wish = new_wish (given->device);
  HallScannerJob job = { .work = acquire_pages,
                         .data = wish,
                         .free_data = wish_free,
                         .free_result = (GDestroyNotify) g_ptr_array_unref,
                         .progress = given->progress,
                         .progress_data = given->progress_data };

  wish->source = given->source;
  wish->dpi = given->dpi > 0 ? given->dpi : USUAL_DPI;
  g_task_set_source_tag (task, hall_scanner_acquire_async);
  hall_scanner_call_start (task, &job);
}
