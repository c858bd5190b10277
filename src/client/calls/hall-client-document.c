/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-client-document.h"

#include <string.h>

#include "hall-exchange.h"
#include "hall-limits.h"
#include "hall-wire-order.h"

static gpointer
read_bytes (const HallExchangeReply *reply, gpointer data, GError **error)
{
  return g_bytes_ref (reply->body);
}

static gpointer
read_order (HallJson *json)
{
  return hall_wire_read_order (json);
}

/* Takes over @path. */
static void
get_bytes (HallClient *self,
           char *path,
           gpointer tag,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  HallExchange *call = hall_exchange_new (self, "GET", path);

  hall_exchange_read_with (call, read_bytes, (GDestroyNotify) g_bytes_unref, NULL, NULL);
  hall_exchange_start (call, tag, cancellable, callback, user_data);
}

void
hall_client_get_form_async (HallClient *self,
                            const char *number,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  get_bytes (self, hall_path_fill (HALL_PATH_FORM, number, NULL), hall_client_get_form_async,
             cancellable, callback, user_data);
}

void
hall_client_get_seal_sheet_async (HallClient *self,
                                  const char *number,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  get_bytes (self, hall_path_fill (HALL_PATH_SEAL_SHEET, number, NULL),
             hall_client_get_seal_sheet_async, cancellable, callback, user_data);
}

void
hall_client_get_finance_note_async (HallClient *self,
                                    const char *number,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  get_bytes (self, hall_path_fill (HALL_PATH_FINANCE_NOTE, number, NULL),
             hall_client_get_finance_note_async, cancellable, callback, user_data);
}

void
hall_client_get_document_async (HallClient *self,
                                const char *number,
                                const char *slot,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  get_bytes (self, hall_path_fill (HALL_PATH_DOCUMENT, number, slot, NULL),
             hall_client_get_document_async, cancellable, callback, user_data);
}

void
hall_client_get_capture_async (HallClient *self,
                               const char *number,
                               const char *capture,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  get_bytes (self, hall_path_fill (HALL_PATH_CAPTURE, number, capture, NULL),
             hall_client_get_capture_async, cancellable, callback, user_data);
}

/* What the bytes look like; the hall looks for itself. */
static const char *
guess_media_type (GBytes *bytes)
{
  gsize length;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length >= 3 && memcmp (data, "\xff\xd8\xff", 3) == 0)
    return "image/jpeg";
  if (length >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return "application/pdf";
  return "application/octet-stream";
}

/* A name as RFC 6266 and RFC 8187 write it; one that is too long loses its middle. */
static char *
build_disposition (const char *file_name)
{
  static const char allowed[] = "!#$&+-.^_`|~"; /* attr-char beside letters and digits */
  g_autofree char *encoded = NULL;
  g_autofree char *valid = g_utf8_make_valid (file_name, -1);
  glong length = g_utf8_strlen (valid, -1);

  encoded = g_uri_escape_string (valid, allowed, FALSE);
  while (strlen (encoded) > HALL_MAX_NAME_BYTES)
    {
      g_autofree char *start = g_utf8_substring (valid, 0, (length - 1) / 2);
      g_autofree char *end = g_utf8_substring (valid, (length - 1) / 2 + 1, length);

      g_free (valid);
      g_free (encoded);
      valid = g_strconcat (start, end, NULL);
      encoded = g_uri_escape_string (valid, allowed, FALSE);
      length--;
    }
  return g_strconcat ("attachment; filename*=UTF-8''", encoded, NULL);
}

void
hall_client_put_document_async (HallClient *self,
                                const char *number,
                                const HallFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "PUT",
                         hall_path_fill (HALL_PATH_DOCUMENT, number, file->slot, NULL));
  g_autofree char *disposition = build_disposition (file->file_name);

  hall_exchange_add_header (call, "Content-Disposition", disposition);
  hall_exchange_set_body (call, guess_media_type (file->bytes), file->bytes);
  hall_exchange_set_progress (call, file->progress, file->progress_data);
  hall_exchange_set_repeatable (call);
  hall_exchange_read_json (call, read_order, (GDestroyNotify) hall_order_free);
  hall_exchange_start (call, hall_client_put_document_async, cancellable, callback, user_data);
}

void
hall_client_delete_document_async (HallClient *self,
                                   const char *number,
                                   const char *slot,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  HallExchange *call =
      hall_exchange_new (self, "DELETE", hall_path_fill (HALL_PATH_DOCUMENT, number, slot, NULL));

  hall_exchange_read_json (call, read_order, (GDestroyNotify) hall_order_free);
  hall_exchange_start (call, hall_client_delete_document_async, cancellable, callback, user_data);
}

HALL_EXCHANGE_FINISH (hall_client_get_form, GBytes)
HALL_EXCHANGE_FINISH (hall_client_get_seal_sheet, GBytes)
HALL_EXCHANGE_FINISH (hall_client_get_finance_note, GBytes)
HALL_EXCHANGE_FINISH (hall_client_get_document, GBytes)
HALL_EXCHANGE_FINISH (hall_client_get_capture, GBytes)
HALL_EXCHANGE_FINISH (hall_client_put_document, HallOrder)
HALL_EXCHANGE_FINISH (hall_client_delete_document, HallOrder)
