/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many answers per second an order's status takes, whole (200) and not changed (304), beside
 * the floor: a handler of the same HTTP engine that sends the same bytes and knows nothing.
 * Measured turn about in one run, so that a busy machine slows both.
 */
#include <gio/gio.h>
#include <microhttpd.h>
#include <stdio.h>
#include <string.h>

#include "bench-hall.h"
#include "bench-load.h"
#include "hall-log.h"

#define N_ROUNDS   7
#define N_REQUESTS 4000
#define N_CLIENTS  32
#define N_ORDERS   64

typedef struct
{
  BenchHall hall;
  struct MHD_Daemon *floor;
  char *floor_address;
  gsize floor_bytes; /* of its body */
  gboolean known;    /* ask with If-None-Match */
} Bench;

static char *
ask_order (guint n, gpointer data)
{
  const Bench *bench = data;
  g_autofree char *number = bench_hall_order (n % N_ORDERS);

  return g_strdup_printf ("GET /v1/orders/%s HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                          "Authorization: Bearer %s\r\n%s\r\n",
                          number, bench->hall.token,
                          bench->known ? "If-None-Match: \"1\"\r\n" : "");
}

static enum MHD_Result
on_floor_cb (void *data,
             struct MHD_Connection *connection,
             G_GNUC_UNUSED const char *url,
             G_GNUC_UNUSED const char *method,
             G_GNUC_UNUSED const char *version,
             G_GNUC_UNUSED const char *upload,
             G_GNUC_UNUSED size_t *upload_size,
             void **state)
{
  static char body[65536];
  static int seen;
  const Bench *bench = data;
  struct MHD_Response *response;
  enum MHD_Result result;

  if (*state == NULL)
    {
      *state = &seen;
      return MHD_YES;
    }
  response = MHD_create_response_from_buffer (bench->known ? 0 : bench->floor_bytes, body,
                                              MHD_RESPMEM_MUST_COPY);
  MHD_add_response_header (response, "Content-Type", "application/json");
  MHD_add_response_header (response, "ETag", "\"1\"");
  MHD_add_response_header (response, "X-Content-Type-Options", "nosniff");
  MHD_add_response_header (response, "Cache-Control", "no-store");
  result = MHD_queue_response (connection, bench->known ? 304 : 200, response);
  MHD_destroy_response (response);
  return result;
}

static void
start_floor (Bench *bench)
{
  bench->floor = MHD_start_daemon (MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL,
                                   on_floor_cb, bench, MHD_OPTION_END);
  g_assert_nonnull (bench->floor);
  bench->floor_address =
      g_strdup_printf ("http://127.0.0.1:%u",
                       MHD_get_daemon_info (bench->floor, MHD_DAEMON_INFO_BIND_PORT)->port);
}

/* How large the hall's answer is: the floor sends as much. */
static gsize
measure_body (Bench *bench)
{
  g_autofree char *request = ask_order (0, bench);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_uri (client, bench->hall.address, 80, NULL, NULL);
  char answer[65536] = "";
  const char *length;

  g_assert_nonnull (connection);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request,
                             strlen (request), NULL, NULL, NULL);
  g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), answer,
                       sizeof answer - 1, NULL, NULL);
  length = strstr (answer, "Content-Length: ");
  g_assert_nonnull (length);
  return g_ascii_strtoull (length + strlen ("Content-Length: "), NULL, 10);
}

static void
measure (Bench *bench, gboolean known)
{
  double ours[N_ROUNDS], floors[N_ROUNDS];
  double our_median, floor_median;
  BenchLoad load = { .n_clients = N_CLIENTS,
                     .n_requests = N_REQUESTS,
                     .status = known ? 304 : 200,
                     .request = ask_order,
                     .data = bench };

  bench->known = known;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      load.address = bench->hall.address;
      ours[i] = bench_load_run (&load);
      load.address = bench->floor_address;
      floors[i] = bench_load_run (&load);
    }
  our_median = bench_median (ours, N_ROUNDS);
  floor_median = bench_median (floors, N_ROUNDS);
  printf ("status %u, %u clients   %8.0f answers/s median of %u rounds, %.0f to %.0f\n",
          load.status, N_CLIENTS, our_median, N_ROUNDS, ours[0], ours[N_ROUNDS - 1]);
  printf ("floor: empty handler      %8.0f answers/s, %.0f to %.0f, %" G_GSIZE_FORMAT " bytes\n",
          floor_median, floors[0], floors[N_ROUNDS - 1], known ? 0 : bench->floor_bytes);
  printf ("ratio                     %8.2f\n", our_median / floor_median);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };

  g_test_init (&argc, &argv, NULL);
  g_log_set_default_handler (g_log_default_handler, NULL); /* no line for each request */
  hall_log_start (FALSE); /* as certhalld: a test program would print every request */
  bench_hall_set_up (&bench.hall, N_ORDERS);
  bench_hall_start (&bench.hall);
  start_floor (&bench);
  bench.floor_bytes = measure_body (&bench);
  measure (&bench, FALSE);
  measure (&bench, TRUE);
  MHD_stop_daemon (bench.floor);
  g_free (bench.floor_address);
  bench_hall_stop (&bench.hall);
  bench_hall_tear_down (&bench.hall);
  return 0;
}
