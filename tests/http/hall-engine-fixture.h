/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The real engine on a free port, with a service of three lines behind it.
 */
#pragma once

#include "hall-http.h"
#include "hall-test-client.h"

typedef struct
{
  char *folder;
  HallHttpOptions options;
  HallHttp *http;
  GSocketAddress *address;
  GAsyncQueue *held; /* calls that the test answers, while not NULL */
  gint calls;        /* atomic */
} HallEngineFixture;

/* For g_test_add(): the options are there to be changed, nothing listens yet. */
void hall_engine_fixture_set_up (HallEngineFixture *self, gconstpointer data);
void hall_engine_fixture_tear_down (HallEngineFixture *self, gconstpointer data);

/* Listens and answers each request with what the engine made of it, as text. */
void hall_engine_fixture_start (HallEngineFixture *self);

/* That answer. */
HallAnswer *hall_engine_fixture_describe (const HallCall *call);

/* Asks once; refusals must be problem documents. @headers and @body as for hall_test_ask() */
void hall_engine_fixture_assert_status (
    HallEngineFixture *self, const char *line, const char *headers, const char *body, guint status);

#define HALL_ENGINE_ADD(path, test)                                            \
  g_test_add (path, HallEngineFixture, NULL, hall_engine_fixture_set_up, test, \
              hall_engine_fixture_tear_down)
