/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sleeping until something changes: no change is missed, whatever comes first.
 */
#include "hall-hub.h"

#define LONG_US  (60 * (gint64) G_USEC_PER_SEC)
#define SHORT_US (50 * (gint64) 1000)
#define PROMPT_US                                                                \
  (5 * (gint64) G_USEC_PER_SEC) /* far less than LONG_US, also on a busy machine \
                                 */

typedef struct
{
  HallHub *hub;
  GAsyncQueue *woken;
} Fixture;

static void
on_wake_cb (HallCall *call, gpointer data)
{
  Fixture *fixture = data;

  g_async_queue_push (fixture->woken, call);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->woken = g_async_queue_new ();
  fixture->hub = hall_hub_new (on_wake_cb, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  HallCall *call;

  g_clear_pointer (&fixture->hub, hall_hub_free);
  while ((call = g_async_queue_try_pop (fixture->woken)) != NULL)
    g_free (call);
  g_async_queue_unref (fixture->woken);
}

static HallCall *
new_call (gint64 wait_us)
{
  HallCall *call = g_new0 (HallCall, 1);

  call->wait_until_us = g_get_monotonic_time () + wait_us;
  return call;
}

static GPtrArray *
topics_of (const char *words)
{
  GPtrArray *topics = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (topics, g_strdup (parts[i]));
  return topics;
}

/* A row is a story: a(nnounce), f(orget), s(leep on "x y"), c(hanged) with the topic after it. */
static const struct
{
  const char *story;
  gboolean woken;
} stories[] = {
  { "a s cx", TRUE },    { "a s cy", TRUE },      { "a s cz", FALSE },   { "a cx s", TRUE },
  { "a cz cy s", TRUE }, { "a cz s", FALSE },     { "cx a s", FALSE }, /* what changed before was
                                                                          read */
  { "cx a s cx", TRUE }, { "a cx f a s", FALSE }, /* another call at the same place */
  { "a cx a s", FALSE }, { "a f cx a s", FALSE }, { "a s cz cx", TRUE },
};

static void
test_stories (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_auto (GStrv) steps = g_strsplit (stories[i].story, " ", -1);
      HallCall *call = new_call (stories[i].woken ? LONG_US : SHORT_US);
      HallCall *woken;

      g_test_message ("%s", stories[i].story);
      for (guint n = 0; steps[n] != NULL; n++)
        switch (steps[n][0])
          {
          case 'a':
            hall_hub_announce (fixture->hub, call);
            break;
          case 'f':
            hall_hub_forget (fixture->hub, call);
            break;
          case 's':
            hall_hub_sleep (fixture->hub, call, topics_of ("x y"));
            break;
          case 'c':
            hall_hub_changed (fixture->hub, topics_of (steps[n] + 1));
            break;
          }
      woken = g_async_queue_timeout_pop (fixture->woken, (guint64) PROMPT_US);
      g_assert_true (woken == call);
      /* a change leaves the time there was; the end of the time takes it */
      g_assert_cmpint (call->wait_until_us != 0, ==, stories[i].woken);
      g_free (call);
    }
}

static void
test_time_out (Fixture *fixture, gconstpointer data)
{
  gint64 begun_us = g_get_monotonic_time ();
  HallCall *later = new_call (200 * 1000);
  HallCall *sooner = new_call (100 * 1000);
  HallCall *gone = new_call (-1000);

  hall_hub_sleep (fixture->hub, later, topics_of ("x"));
  hall_hub_sleep (fixture->hub, sooner, topics_of ("x"));
  hall_hub_sleep (fixture->hub, gone, topics_of ("x"));
  g_assert_true (g_async_queue_pop (fixture->woken) == gone);
  g_assert_true (g_async_queue_pop (fixture->woken) == sooner);
  g_assert_true (g_async_queue_pop (fixture->woken) == later);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, >=, 200 * 1000);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, PROMPT_US);
  g_assert_cmpint (later->wait_until_us, ==, 0);
  g_free (later);
  g_free (sooner);
  g_free (gone);
}

static void
test_close (Fixture *fixture, gconstpointer data)
{
  HallCall *asleep = new_call (LONG_US);
  HallCall *late = new_call (LONG_US);

  hall_hub_sleep (fixture->hub, asleep, topics_of ("x"));
  hall_hub_close (fixture->hub);
  hall_hub_sleep (fixture->hub, late, topics_of ("x"));
  for (guint i = 0; i < 2; i++)
    {
      HallCall *call = g_async_queue_timeout_pop (fixture->woken, (guint64) PROMPT_US);

      g_assert_nonnull (call);
      g_assert_cmpint (call->wait_until_us, ==, 0);
      g_free (call);
    }
}

/* Whoever sleeps when the hub ends is handed back, not lost. */
static void
test_free (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 100; i++)
    hall_hub_sleep (fixture->hub, new_call (LONG_US), topics_of ("x"));
  g_clear_pointer (&fixture->hub, hall_hub_free);
  g_assert_cmpint (g_async_queue_length (fixture->woken), ==, 100);
}

/* More changes than are kept: woken to be on the safe side. */
static void
test_very_many_changes (Fixture *fixture, gconstpointer data)
{
  HallCall *call = new_call (LONG_US);

  hall_hub_announce (fixture->hub, call);
  for (guint i = 0; i < 5000; i++)
    hall_hub_changed (fixture->hub, topics_of ("z"));
  hall_hub_sleep (fixture->hub, call, topics_of ("x"));
  g_assert_true (g_async_queue_timeout_pop (fixture->woken, (guint64) PROMPT_US) == call);
  g_assert_cmpint (call->wait_until_us, !=, 0);
  g_free (call);
}

/* A thousand sleepers, each on its own order and on the queue. */
static void
test_right_ones (Fixture *fixture, gconstpointer data)
{
  HallCall *calls[1000];
  gpointer woken;

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *words = g_strdup_printf ("order:%u queue:%u", i, i % 2);

      calls[i] = new_call (LONG_US);
      hall_hub_sleep (fixture->hub, calls[i], topics_of (words));
    }
  hall_hub_changed (fixture->hub, topics_of ("order:17 order:18 order:17"));
  for (guint i = 17; i <= 18; i++)
    {
      woken = g_async_queue_timeout_pop (fixture->woken, (guint64) PROMPT_US);
      g_assert_true (woken == calls[17] || woken == calls[18]);
      g_free (woken);
    }
  hall_hub_changed (fixture->hub, topics_of ("queue:1 order:2"));
  for (guint i = 0; i < 499 + 1; i++)
    {
      woken = g_async_queue_timeout_pop (fixture->woken, (guint64) PROMPT_US);
      g_assert_nonnull (woken);
      g_free (woken);
    }
  g_assert_null (g_async_queue_timeout_pop (fixture->woken, 20000));
}

#define N_SLEEPERS 8
#define N_CHANGES  400

/* Readers that look at a number and sleep while it is the one they know, and one who counts. */
typedef struct
{
  HallHub *hub;
  gint number;           /* atomic */
  gint seen[N_SLEEPERS]; /* atomic */
  gint late;             /* atomic: woken by the clock, not by the change */
} Race;

typedef struct
{
  HallCall call;
  Race *race;
  GAsyncQueue *woken;
  guint index;
} Sleeper;

static void
on_sleeper_cb (HallCall *call, gpointer data)
{
  Sleeper *sleeper = (Sleeper *) call;

  g_async_queue_push (sleeper->woken, sleeper);
}

static gpointer
sleep_and_look (gpointer data)
{
  Sleeper *sleeper = data;
  Race *race = sleeper->race;
  gint known = 0;

  while (known < N_CHANGES)
    {
      gint number;

      sleeper->call.wait_until_us = g_get_monotonic_time () + LONG_US;
      hall_hub_announce (race->hub, &sleeper->call);
      number = g_atomic_int_get (&race->number);
      if (number != known)
        {
          hall_hub_forget (race->hub, &sleeper->call);
          known = number;
          g_atomic_int_set (&race->seen[sleeper->index], known);
          continue;
        }
      if (sleeper->index % 2 == 1)
        g_usleep (50);
      hall_hub_sleep (race->hub, &sleeper->call, topics_of ("number"));
      g_async_queue_pop (sleeper->woken);
      if (sleeper->call.wait_until_us == 0)
        g_atomic_int_inc (&race->late);
    }
  return NULL;
}

static void
test_race (void)
{
  Race race = { 0 };
  Sleeper sleepers[N_SLEEPERS];
  GThread *threads[N_SLEEPERS];
  gint64 begun_us = g_get_monotonic_time ();

  race.hub = hall_hub_new (on_sleeper_cb, NULL);
  for (guint i = 0; i < N_SLEEPERS; i++)
    {
      sleepers[i] = (Sleeper){ .race = &race, .woken = g_async_queue_new (), .index = i };
      threads[i] = g_thread_new ("sleeper", sleep_and_look, &sleepers[i]);
    }
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_atomic_int_inc (&race.number);
      hall_hub_changed (race.hub, topics_of ("number"));
      if (i % 10 == 0)
        g_usleep (200);
    }
  for (guint i = 0; i < N_SLEEPERS; i++)
    {
      g_thread_join (threads[i]);
      g_async_queue_unref (sleepers[i].woken);
      g_assert_cmpint (race.seen[i], ==, N_CHANGES);
    }
  hall_hub_free (race.hub);
  g_assert_cmpint (race.late, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, LONG_US / 2);
}

#define ADD(name, test) g_test_add ("/hub/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("stories", test_stories);
  ADD ("time-out", test_time_out);
  ADD ("close", test_close);
  ADD ("free", test_free);
  ADD ("very-many-changes", test_very_many_changes);
  ADD ("right-ones", test_right_ones);
  g_test_add_func ("/hub/race", test_race);
  return g_test_run ();
}
