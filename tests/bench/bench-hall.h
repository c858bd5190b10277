/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hall with its routes, pipeline, writer and engine as in certhalld, and orders to work on. Its
 * clock's jobs do not run: what is measured is what clients wait for.
 */
#pragma once

#include "hall-http.h"
#include "hall-order-fixture.h"
#include "hall-pipeline.h"

typedef struct
{
  HallOrderFixture orders;
  HallWriter *writer;
  HallPipeline *pipeline;
  HallHttp *http;
  char *address; /* "http://127.0.0.1:40123" */
  char *token;   /* of the handler of all orders */
} BenchHall;

/* @n_orders: filled in, waiting for their payment, each with a bill: see the two below */
void bench_hall_set_up (BenchHall *self, guint n_orders);
void bench_hall_start (BenchHall *self);
void bench_hall_stop (BenchHall *self);
void bench_hall_tear_down (BenchHall *self);

/* Of the @n-th order. Returns: (transfer full) */
char *bench_hall_order (guint n);
char *bench_hall_bill (guint n);
