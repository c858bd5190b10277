/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Secrets where nobody keeps them for us: in memory, said so, apart for each hall and person;
 * and with a keyring, where the build found one.
 */
#include "hall-secrets.h"

#define HALL  "https://hall.example.com"
#define OTHER "https://other.example.com"

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **) data, result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static HallSecretsPlace
store (HallSecrets *secrets, const char *hall, const char *who, const char *secret)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HallSecretsPlace place;

  hall_secrets_store_async (secrets, hall, who, secret, NULL, on_done_cb, &result);
  wait_for (&result);
  place = hall_secrets_store_finish (secrets, result, &error);
  g_assert_no_error (error);
  return place;
}

static char *
lookup_at (HallSecrets *secrets, const char *hall, const char *who, HallSecretsPlace expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HallSecretsPlace place;
  char *secret;

  hall_secrets_lookup_async (secrets, hall, who, NULL, on_done_cb, &result);
  wait_for (&result);
  secret = hall_secrets_lookup_finish (secrets, result, &place, &error);
  g_assert_no_error (error);
  g_assert_cmpint (place, ==, secret != NULL ? expected : HALL_SECRETS_NOWHERE);
  return secret;
}

static char *
lookup (HallSecrets *secrets, const char *hall, const char *who)
{
  return lookup_at (secrets, hall, who, HALL_SECRETS_MEMORY);
}

static void
test_memory (void)
{
  HallSecrets *secrets = hall_secrets_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *handler = NULL;
  g_autofree char *staff = NULL;
  g_autofree char *other = NULL;
  g_autofree char *cleared = NULL;

  g_assert_cmpint (store (secrets, HALL, "handler", "one"), ==, HALL_SECRETS_MEMORY);
  g_assert_cmpint (store (secrets, HALL, "staff", "two"), ==, HALL_SECRETS_MEMORY);
  g_assert_cmpint (store (secrets, HALL, "handler", "three"), ==, HALL_SECRETS_MEMORY);
  handler = lookup (secrets, HALL, "handler");
  staff = lookup (secrets, HALL, "staff");
  other = lookup (secrets, OTHER, "handler");
  g_assert_cmpstr (handler, ==, "three");
  g_assert_cmpstr (staff, ==, "two");
  g_assert_null (other);

  hall_secrets_clear_async (secrets, HALL, "handler", NULL, on_done_cb, &result);
  wait_for (&result);
  g_assert_true (hall_secrets_clear_finish (secrets, result, &error));
  cleared = lookup (secrets, HALL, "handler");
  g_assert_null (cleared);
  g_clear_object (&result);
  g_assert_finalize_object (secrets);
}

static void
test_cancelled (void)
{
  HallSecrets *secrets = hall_secrets_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *secret = NULL;

  hall_secrets_store_async (secrets, HALL, "handler", "one", cancellable, on_done_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_for (&result);
  g_assert_cmpint (hall_secrets_store_finish (secrets, result, &error), ==, HALL_SECRETS_NOWHERE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  secret = lookup (secrets, HALL, "handler");
  g_assert_null (secret);
  g_clear_object (&result);
  g_assert_finalize_object (secrets);
}

/* With a keyring the secret outlives the object. */
static void
test_system (void)
{
  g_autoptr (HallSecrets) first = hall_secrets_new ();
  g_autoptr (HallSecrets) second = hall_secrets_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *cleared = NULL;

  if (g_getenv ("HALL_TEST_KEYRING") == NULL)
    {
      g_test_skip ("needs a keyring");
      return;
    }
  g_assert_cmpint (store (first, HALL, "handler", "one"), ==, HALL_SECRETS_SYSTEM);
  kept = lookup_at (second, HALL, "handler", HALL_SECRETS_SYSTEM);
  g_assert_cmpstr (kept, ==, "one");
  hall_secrets_clear_async (second, HALL, "handler", NULL, on_done_cb, &result);
  wait_for (&result);
  g_assert_true (hall_secrets_clear_finish (second, result, NULL));
  cleared = lookup_at (first, HALL, "handler", HALL_SECRETS_SYSTEM);
  g_assert_null (cleared);
}

/* Where the keyring could be asked it is not. */
static void
test_memory_only (void)
{
  g_autoptr (HallSecrets) alone = hall_secrets_new_in_memory ();
  g_autoptr (HallSecrets) system = hall_secrets_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *elsewhere = NULL;
  g_autofree char *cleared = NULL;

  g_assert_cmpint (store (alone, OTHER, "handler", "two"), ==, HALL_SECRETS_MEMORY);
  kept = lookup (alone, OTHER, "handler");
  g_assert_cmpstr (kept, ==, "two");
  elsewhere = lookup (system, OTHER, "handler");
  g_assert_null (elsewhere);
  hall_secrets_clear_async (alone, OTHER, "handler", NULL, on_done_cb, &result);
  wait_for (&result);
  g_assert_true (hall_secrets_clear_finish (alone, result, NULL));
  cleared = lookup (alone, OTHER, "handler");
  g_assert_null (cleared);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secrets/memory", test_memory);
  g_test_add_func ("/secrets/memory-only", test_memory_only);
  g_test_add_func ("/secrets/cancelled", test_cancelled);
  g_test_add_func ("/secrets/system", test_system);
  return g_test_run ();
}
