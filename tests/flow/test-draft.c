/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed, against a hall: saved by itself, merged, kept offline and over a crash.
 */
#include "draft-fixture.h"

static void
test_create (Flow *f, gconstpointer data)
{
  const char *const consents[] = { "service-agreement", "privacy-policy", NULL };
  g_autoptr (GError) error = NULL;
  HallDraft *draft;

  hall_draft_create_async (f->session, FAKE_PROJECT, "organisation", consents, NULL,
                           flow_on_done_cb, f);
  draft = hall_draft_create_finish (f->session, flow_wait_for (f), &error);
  g_assert_no_error (error);
  g_clear_object (&f->result);
  g_assert_cmpint (hall_draft_get_order (draft)->state, ==, HALL_STATE_DRAFT);
  g_assert_cmpint (hall_draft_get_step (draft), ==, HALL_STEP_FILL);
  g_assert_cmpstr (hall_draft_get_value (draft, "handler.mobile"), ==, FAKE_MOBILE);
  g_assert_cmpstr (hall_draft_get_certificate_type (draft)->id, ==, "organisation");
  flow_wait_until (draft_is_saved, draft); /* the defaults */
  g_assert_cmpstr (draft_get_at_hall (f, draft, "handler.mobile"), ==, FAKE_MOBILE);
  draft_close (draft);
}

static void
test_open_fails (Flow *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  hall_draft_open_async (f->session, "20990101000001", NULL, flow_on_done_cb, f);
  g_assert_null (hall_draft_open_finish (f->session, flow_wait_for (f), &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_NOT_FOUND);
}

static void
on_field_changed_cb (HallDraft *draft, const char *id, Flow *f)
{
  g_assert_cmpstr (id, ==, "organisation.address");
  f->n_signals++;
}

/* Typed, then left alone: the hall has it a moment later, with one request. */
static void
test_autosave (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  guint before = fake_hall_count (f->hall, "PUT", "/v1/orders/");

  g_signal_connect (draft, "field-changed::organisation.address", G_CALLBACK (on_field_changed_cb),
                    f);
  for (const char *text = "路二三四"; *text != '\0'; text = g_utf8_next_char (text))
    {
      g_autofree char *address = g_strconcat ("广东省深圳市南山区测试", text, NULL);

      g_assert_true (hall_draft_set_value (draft, "organisation.address", address));
      g_assert_cmpint (hall_draft_get_save_state (draft), ==, HALL_SAVE_PENDING);
      fake_pass_ms (20);
    }
  g_assert_cmpuint (f->n_signals, ==, 4);
  g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/") - before, ==, 0);
  flow_wait_until (draft_is_saved, draft);
  g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/") - before, ==, 1);
  g_assert_cmpstr (draft_get_at_hall (f, draft, "organisation.address"), ==,
                   "广东省深圳市南山区测试四");
  g_assert_cmpint (hall_draft_get_saved_s (draft), >, 0);
  draft_close (draft);
}

static void
test_save_now (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;

  hall_draft_set_value (draft, "organisation.address", "广东省深圳市福田区一号");
  g_assert_true (draft_save (f, draft, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (draft_get_at_hall (f, draft, "organisation.address"), ==,
                   "广东省深圳市福田区一号");
  g_assert_true (draft_is_saved (draft));
  /* nothing to save: no request */
  {
    guint before = f->hall->log->len;

    g_assert_true (draft_save (f, draft, &error));
    g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/"), ==, 1);
    g_assert_cmpuint (f->hall->log->len - before, <=, 1);
  }
  draft_close (draft);
}

/* Typed while a save is on its way. */
static void
test_typed_meanwhile (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;

  f->hall->delay_ms = 200;
  hall_draft_set_value (draft, "organisation.address", "广东省深圳市一号");
  hall_draft_save_async (draft, NULL, flow_on_done_cb, f);
  fake_pass_ms (50);
  hall_draft_set_value (draft, "organisation.address", "广东省深圳市一号楼");
  g_assert_true (hall_draft_save_finish (draft, flow_wait_for (f), &error));
  g_clear_object (&f->result);
  g_assert_no_error (error);
  g_assert_cmpstr (hall_draft_get_value (draft, "organisation.address"), ==, "广东省深圳市一号楼");
  g_assert_cmpstr (draft_get_at_hall (f, draft, "organisation.address"), ==, "广东省深圳市一号楼");
  draft_close (draft);
}

/* A hall that does not keep a default of ours is told once, and again with the next edit. */
static void
test_not_kept (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  HallDraft *draft;
  g_autoptr (GError) error = NULL;

  hall_application_set (order->application, "delivery.recipient", NULL);
  f->hall->dropped_field = g_strdup ("delivery.recipient");
  draft = draft_open (f, order->number);
  g_assert_cmpstr (hall_draft_get_value (draft, "delivery.recipient"), ==, "张三");
  flow_wait_until (draft_is_saved, draft);
  fake_pass_ms (2000);
  g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/"), ==, 1);
  hall_draft_set_value (draft, "organisation.address", "广东省深圳市福田区一号");
  g_assert_true (draft_save (f, draft, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fake_hall_count (f->hall, "PUT", "/v1/orders/"), ==, 2);
  draft_close (draft);
}

/* The same order filled in at two desks: each keeps what was typed there. */
static void
test_merge (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  HallDraft *draft = draft_open (f, order->number);
  g_autoptr (GError) error = NULL;

  hall_order_watch_stop (hall_draft_get_watch (draft));
  hall_application_set (order->application, "delivery.city", "广州市");
  hall_application_set (order->application, "organisation.address", "别处填的地址一二三");
  fake_hall_touch (f->hall, order);
  hall_draft_set_value (draft, "organisation.address", "广东省深圳市这里填的");
  g_assert_true (draft_save (f, draft, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hall_draft_get_value (draft, "delivery.city"), ==, "广州市");
  g_assert_cmpstr (hall_draft_get_value (draft, "organisation.address"), ==,
                   "广东省深圳市这里填的");
  g_assert_cmpstr (draft_get_at_hall (f, draft, "delivery.city"), ==, "广州市");
  g_assert_cmpstr (draft_get_at_hall (f, draft, "organisation.address"), ==,
                   "广东省深圳市这里填的");
  draft_close (draft);
}

/* Offline: typed, closed, opened again by another program when the hall is back. */
static void
test_offline (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  HallDraft *draft = draft_open (f, order->number);
  g_autoptr (GError) error = NULL;

  fake_hall_stop (f->hall);
  hall_draft_set_value (draft, "organisation.address", "广东省深圳市离线填写");
  g_assert_false (draft_save (f, draft, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE);
  g_assert_true (draft_is_offline (draft));
  hall_draft_set_value (draft, "handler.name", "王小明");
  g_assert_true (draft_is_offline (draft));
  draft_close (draft);

  fake_hall_start (f->hall);
  draft = draft_open (f, order->number);
  g_assert_cmpuint (hall_draft_get_n_restored (draft), >=, 2);
  g_assert_cmpstr (hall_draft_get_value (draft, "organisation.address"), ==,
                   "广东省深圳市离线填写");
  g_assert_cmpstr (hall_draft_get_value (draft, "handler.name"), ==, "王小明");
  flow_wait_until (draft_is_saved, draft);
  g_assert_cmpstr (draft_get_at_hall (f, draft, "handler.name"), ==, "王小明");
  draft_close (draft);

  draft = draft_open (f, order->number);
  g_assert_cmpuint (hall_draft_get_n_restored (draft), ==, 0);
  draft_close (draft);
}

/* The line comes back while the draft is open: saved without anybody doing anything. */
static void
test_back_online (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (draft, "save-changed", G_CALLBACK (flow_count_signal), f);
  fake_hall_stop (f->hall);
  hall_draft_set_value (draft, "organisation.address", "广东省深圳市离线填写");
  g_assert_false (draft_save (f, draft, &error));
  g_assert_cmpuint (f->n_signals, >=, 3);
  g_assert_nonnull (hall_draft_get_save_error (draft));
  fake_hall_start (f->hall);
  flow_wait_until (draft_is_saved, draft);
  g_assert_null (hall_draft_get_save_error (draft));
  g_assert_cmpstr (draft_get_at_hall (f, draft, "organisation.address"), ==,
                   "广东省深圳市离线填写");
  draft_close (draft);
}

/* A crash: nothing is closed, nothing is saved, and everything is there. */
static void
test_crash (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  HallDraft *draft = draft_open (f, order->number);
  HallDraft *next;

  hall_draft_set_value (draft, "handler.name", "王小明");
  next = draft_open (f, order->number); /* the first is still there, as after a crash its file */
  g_assert_cmpstr (hall_draft_get_value (next, "handler.name"), ==, "王小明");
  hall_draft_discard_edits (next);
  g_assert_cmpstr (hall_draft_get_value (next, "handler.name"), ==, "张三");
  hall_draft_discard_edits (draft);
  draft_close (draft);
  draft_close (next);
}

static void
test_signed_out (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;

  g_hash_table_remove_all (f->hall->tokens);
  hall_draft_set_value (draft, "handler.name", "王小明");
  g_assert_false (draft_save (f, draft, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_SIGNED_OUT);
  g_assert_true (draft_is_refused (draft));
  flow_sign_in (f, FALSE);
  flow_wait_until (draft_is_saved, draft);
  g_assert_cmpstr (draft_get_at_hall (f, draft, "handler.name"), ==, "王小明");
  draft_close (draft);
}

static void
test_too_many (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);
  g_autoptr (GError) error = NULL;

  hall_order_watch_stop (hall_draft_get_watch (draft));
  fake_pass_ms (50);
  fake_hall_set_mood (f->hall, FAKE_TOO_MANY, 1);
  hall_draft_set_value (draft, "handler.name", "王小明");
  g_assert_false (draft_save (f, draft, &error));
  g_assert_error (error, HALL_ERROR, HALL_ERROR_TOO_MANY);
  g_assert_true (draft_is_offline (draft));
  flow_wait_until (draft_is_saved, draft);
  g_assert_cmpstr (draft_get_at_hall (f, draft, "handler.name"), ==, "王小明");
  draft_close (draft);
}

/* The window is closed while a save is on its way. */
static void
test_dropped_in_flight (Flow *f, gconstpointer data)
{
  HallOrder *order = fake_hall_add_order (f->hall, HALL_STATE_DRAFT);
  HallDraft *draft = draft_open (f, order->number);

  fake_hall_set_mood (f->hall, FAKE_HANG, G_MAXUINT);
  hall_draft_set_value (draft, "handler.name", "王小明");
  fake_pass_ms (1800);
  g_assert_cmpint (hall_draft_get_save_state (draft), ==, HALL_SAVE_SAVING);
  g_assert_finalize_object (draft);
  fake_hall_set_mood (f->hall, FAKE_NORMAL, 0);
  draft = draft_open (f, order->number);
  g_assert_cmpstr (hall_draft_get_value (draft, "handler.name"), ==, "王小明");
  flow_wait_until (draft_is_saved, draft);
  draft_close (draft);
}

static void
on_save_changed_drop_cb (HallDraft *draft, HallDraft **owner)
{
  if (hall_draft_get_save_state (draft) == HALL_SAVE_SAVED)
    g_clear_object (owner);
}

/* The window is closed by what the save says. */
static void
test_dropped_by_handler (Flow *f, gconstpointer data)
{
  HallDraft *draft = draft_new (f, HALL_STATE_DRAFT);

  g_signal_connect (draft, "save-changed", G_CALLBACK (on_save_changed_drop_cb), &draft);
  hall_draft_set_value (draft, "handler.name", "王小明");
  for (guint i = 0; i < 500 && draft != NULL; i++)
    fake_pass_ms (10);
  g_assert_null (draft);
}

static const FlowTest tests[] = {
  { "/draft/create", NULL, test_create },
  { "/draft/open-fails", NULL, test_open_fails },
  { "/draft/autosave", NULL, test_autosave },
  { "/draft/save-now", NULL, test_save_now },
  { "/draft/typed-meanwhile", NULL, test_typed_meanwhile },
  { "/draft/not-kept", NULL, test_not_kept },
  { "/draft/merge", NULL, test_merge },
  { "/draft/offline", NULL, test_offline },
  { "/draft/back-online", NULL, test_back_online },
  { "/draft/crash", NULL, test_crash },
  { "/draft/signed-out", NULL, test_signed_out },
  { "/draft/too-many", NULL, test_too_many },
  { "/draft/dropped-in-flight", NULL, test_dropped_in_flight },
  { "/draft/dropped-by-handler", NULL, test_dropped_by_handler },
};

int
main (int argc, char **argv)
{
  return flow_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
