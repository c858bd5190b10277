/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-load.h"

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define READ_BYTES 65536

/* One connection and what has come of the answer to its request. */
typedef struct
{
  int fd;
  GByteArray *in;
  gsize wanted; /* bytes of the whole answer; 0 until its headers are there */
} Client;

typedef struct
{
  const BenchLoad *load;
  int epoll;
  guint sent;
  guint answered;
} Run;

static void
connect_client (Client *client, const char *address)
{
  const char *colon = strrchr (address, ':');
  struct sockaddr_in to = { .sin_family = AF_INET, .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  int yes = 1;

  to.sin_port = htons ((guint16) atoi (colon + 1));
  client->fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connect (client->fd, (struct sockaddr *) &to, sizeof to) != 0)
    g_error ("%s: %s", address, g_strerror (errno));
  setsockopt (client->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  client->in = g_byte_array_new ();
}

/* The next request of all goes over this connection, if there is one left. */
static void
send_next (Run *run, Client *client)
{
  g_autofree char *request = NULL;
  gsize length;

  if (run->sent == run->load->n_requests)
    return;
  request = run->load->request (run->sent++, run->load->data);
  length = strlen (request);
  client->wanted = 0;
  g_byte_array_set_size (client->in, 0);
  if (send (client->fd, request, length, MSG_NOSIGNAL) != (ssize_t) length)
    g_error ("a request could not be sent: %s", g_strerror (errno));
}

/* How long the whole answer will be. 0: its headers are not complete yet. */
static gsize
measure (const BenchLoad *load, GByteArray *in)
{
  const char *text = (const char *) in->data;
  const char *end = g_strstr_len (text, in->len, "\r\n\r\n");
  const char *header;
  gsize body = 0;
  guint status;

  if (end == NULL)
    return 0;
  status = (guint) atoi (text + strlen ("HTTP/1.1 "));
  if (status != load->status)
    g_error ("the answer is not a %u: %.*s", load->status, (int) MIN (in->len, 600), text);
  header = g_strstr_len (text, end - text, "Content-Length: ");
  if (header != NULL && status != 304 && status != 204)
    body = strtoul (header + strlen ("Content-Length: "), NULL, 10);
  return (gsize) (end - text) + strlen ("\r\n\r\n") + body;
}

static void
take (Run *run, Client *client)
{
  static guint8 bytes[READ_BYTES];
  ssize_t n = recv (client->fd, bytes, sizeof bytes, MSG_DONTWAIT);

  if (n < 0 && (errno == EAGAIN || errno == EINTR))
    return;
  if (n <= 0)
    g_error ("the server hung up");
  g_byte_array_append (client->in, bytes, (guint) n);
  if (client->wanted == 0)
    client->wanted = measure (run->load, client->in);
  if (client->wanted == 0 || client->in->len < client->wanted)
    return;
  run->answered++;
  send_next (run, client);
}

static void
wait_for_answers (Run *run)
{
  struct epoll_event events[64];

  while (run->answered < run->load->n_requests)
    {
      int n = epoll_wait (run->epoll, events, G_N_ELEMENTS (events), 20000);

      if (n == 0 || (n < 0 && errno != EINTR))
        g_error ("no answer comes any more: %u of %u", run->answered, run->load->n_requests);
      for (int i = 0; i < n; i++)
        take (run, events[i].data.ptr);
    }
}

double
bench_load_run (const BenchLoad *load)
{
  g_autofree Client *clients = g_new0 (Client, load->n_clients);
  Run run = { load, epoll_create1 (EPOLL_CLOEXEC), 0, 0 };
  gint64 begun_us, took_us;

  for (guint i = 0; i < load->n_clients; i++)
    {
      struct epoll_event event = { .events = EPOLLIN, .data.ptr = &clients[i] };

      connect_client (&clients[i], load->address);
      epoll_ctl (run.epoll, EPOLL_CTL_ADD, clients[i].fd, &event);
    }
  begun_us = g_get_monotonic_time ();
  for (guint i = 0; i < load->n_clients; i++)
    send_next (&run, &clients[i]);
  wait_for_answers (&run);
  took_us = g_get_monotonic_time () - begun_us;
  for (guint i = 0; i < load->n_clients; i++)
    {
      close (clients[i].fd);
      g_byte_array_unref (clients[i].in);
    }
  close (run.epoll);
  return (double) load->n_requests * G_USEC_PER_SEC / (double) took_us;
}

static int
compare (const void *a, const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

double
bench_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}
