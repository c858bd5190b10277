/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hall for tests: behaves by data/openapi.yaml as far as a client can see, keeps its orders
 * in memory, and misbehaves on request. Runs in the test's own main context.
 */
#pragma once

#include <libsoup/soup.h>

#include "hall-catalog.h"
#include "hall-order.h"
#include "hall-statement.h"

#define FAKE_PROJECT       "yinuo-bidding"
#define FAKE_MOBILE        "13800138000"
#define FAKE_PASSWORD      "Ab12345678"
#define FAKE_SMS_CODE      "493027"
#define FAKE_STAFF         "reviewer"
#define FAKE_ADMINISTRATOR "guanli"

/* What the next requests meet with. */
typedef enum
{
  FAKE_NORMAL,
  FAKE_DROP,        /* the connection closes before anything is done */
  FAKE_DROP_ANSWER, /* it is done, then the connection closes */
  FAKE_HALF_ANSWER, /* it is done, then the connection closes in the middle of the answer */
  FAKE_TOO_MANY,    /* 429 with Retry-After: 1 */
  FAKE_GATEWAY,     /* 502 with a page of HTML: the hall behind it is down */
  FAKE_PORTAL,      /* 200 with a page of HTML: a network that wants a sign-in */
  FAKE_REDIRECT,    /* 302 to elsewhere */
  FAKE_HANG,        /* never answered */
} FakeMood;

typedef struct
{
  char *method;
  char *path;
  char *key;      /* (nullable): Idempotency-Key */
  char *if_match; /* (nullable) */
  char *language;
  char *prefer;        /* (nullable) */
  char *authorization; /* (nullable) */
  gsize body_bytes;
} FakeRequest;

typedef struct
{
  SoupServer *server;
  guint port;
  char *address;
  GTlsCertificate *certificate; /* (nullable): serves https from the next start on */
  HallCatalog *catalog;
  GPtrArray *orders;    /* (element-type HallOrder), newest first */
  GPtrArray *log;       /* (element-type FakeRequest) */
  GHashTable *tokens;   /* token -> GUINT of actors */
  GHashTable *answers;  /* idempotency key -> order number */
  GHashTable *files;    /* "number/slot" -> GBytes */
  GPtrArray *messages;  /* (element-type utf8): JSON of each, newest first */
  GPtrArray *notes;     /* (element-type utf8): of colleagues, oldest first */
  GHashTable *verdicts; /* number -> GPtrArray of HallJudgement */
  char *letter;         /* (nullable): what the last decision said in other words */
  GPtrArray *transfers; /* (element-type HallTransfer): of imported statements; "line" is the id */
  GPtrArray *formats;   /* (element-type HallBankFormat) */
  GPtrArray *waiters;
  guint next_number;
  guint n_events; /* how often an event changed an order */
  gboolean holds; /* events of staff that wait do */

  FakeMood mood;
  guint mood_requests; /* for how many requests it lasts; G_MAXUINT: until changed */
  guint delay_ms;      /* before each answer */
  guint wait_ms;       /* what "Prefer: wait" comes to here */
  gint64 clock_offset_s;
  char *refused_slot;      /* (nullable): documents put there are refused */
  gboolean code_wanted;    /* the remark of the 0.01 yuan holds a code */
  char *dropped_field;     /* (nullable): never kept, whatever is sent */
  const char *second_look; /* (nullable): JSON of what changed and was seen; static */
  GBytes *sheet;           /* (nullable): what forms and seal sheets are */
} FakeHall;

FakeHall *fake_hall_new (void);
void fake_hall_free (FakeHall *self);

/* As if the power failed, and came back, at the same port. */
void fake_hall_stop (FakeHall *self);
void fake_hall_start (FakeHall *self);

void fake_hall_set_mood (FakeHall *self, FakeMood mood, guint requests);

/* Requests so far whose method and path begin like this. */
guint fake_hall_count (FakeHall *self, const char *method, const char *path);
const FakeRequest *fake_hall_last (FakeHall *self);

/* A token of the hall's only handler, or of staff. */
char *fake_hall_new_token (FakeHall *self, guint actors);

/* An order in @state, owned by the hall, with a complete application. */
HallOrder *fake_hall_add_order (FakeHall *self, HallState state);
HallOrder *fake_hall_find_order (FakeHall *self, const char *number);

/* The order has changed: new version, and who waits for it hears. */
void fake_hall_touch (FakeHall *self, HallOrder *order);
/* (transfer none) (element-type HallJudgement): what was said of @order */
GPtrArray *fake_hall_get_verdicts (FakeHall *self, const HallOrder *order);

/* A decision of who is signed in begins to wait. */
void fake_hall_hold (FakeHall *self, HallOrder *order, HallEvent event);

/* The ten seconds are over: the decision that waits takes effect. */
void fake_hall_let_decision_go (FakeHall *self, HallOrder *order);

void fake_hall_add_message (FakeHall *self, const char *text);

/* Runs the main context until *@done, at most a minute. */
void fake_wait_for (const gboolean *done);

/* Runs the main context for a while. */
void fake_pass_ms (guint ms);

/* Gives up the reference of @object, which must be the last once cancelled calls have let go. */
void fake_release (gpointer object);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeHall, fake_hall_free)
