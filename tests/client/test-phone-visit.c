/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the phone's page is asked for, as the hall says it; and the link in its address.
 */
#include "hall-client-phone.h"

static void
test_link (void)
{
  static const struct
  {
    const char *url;
    const char *link; /* (nullable) */
  } rows[] = {
    { "http://127.0.0.1:8440/phone/abc-_0", "abc-_0" },
    { "https://hall.example.com/phone/abc", "abc" },
    { "https://hall.example.com/ca/phone/abc", "abc" },
    { "https://hall.example.com/phone/phone/abc", "abc" },
    { "https://hall.example.com/phone/", NULL },
    { "https://hall.example.com/phone/abc/more", NULL },
    { "https://hall.example.com/cashier/abc", NULL },
    { "https://hall.example.com", NULL },
    { "phone/abc", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *link = hall_client_phone_find_link (rows[i].url);

      g_test_message ("%s", rows[i].url);
      g_assert_cmpstr (link, ==, rows[i].link);
    }
}

#define EXPIRES "\"expires_at\": \"2026-11-22T08:00:00Z\""
#define CONSENT \
  "\"consent\": {\"id\": \"face\", \"label\": \"人脸\", \"version\": \"1.0\", \"sha256\": \"ab\"}"
#define PICTURE "{\"id\": \"id-portrait\", \"label\": \"人像面\", \"camera\": \"%s\", \"done\": %s}"

static HallPhoneVisit *
read_visit (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = hall_json_parse ("visit", text, -1, &error);
  g_autoptr (HallJson) json = hall_json_new ("visit", node);

  g_assert_no_error (error);
  return hall_phone_visit_read (json);
}

static void
test_read (void)
{
  g_autofree char *first = g_strdup_printf (PICTURE, "environment", "true");
  g_autofree char *second = g_strdup_printf (PICTURE, "user", "false");
  g_autofree char *text =
      g_strdup_printf ("{\"state\": \"consented\", \"hall\": \"x\", \"practice\": true, " EXPIRES
                       ", " CONSENT ", \"captures\": [%s, %s]}",
                       first, second);
  g_autoptr (HallPhoneVisit) visit = read_visit (text);
  const HallPhonePicture *picture;

  g_assert_nonnull (visit);
  g_assert_cmpstr (visit->state, ==, "consented");
  g_assert_true (visit->practice);
  g_assert_cmpint (visit->expires_s, ==, 1795334400);
  g_assert_cmpstr (visit->consent_id, ==, "face");
  g_assert_cmpstr (visit->consent_label, ==, "人脸");
  g_assert_cmpstr (visit->consent_version, ==, "1.0");
  g_assert_cmpstr (visit->consent_sha256, ==, "ab");
  g_assert_cmpuint (visit->pictures->len, ==, 2);
  picture = g_ptr_array_index (visit->pictures, 0);
  g_assert_cmpstr (picture->id, ==, "id-portrait");
  g_assert_cmpstr (picture->label, ==, "人像面");
  g_assert_false (picture->face);
  g_assert_true (picture->done);
  picture = g_ptr_array_index (visit->pictures, 1);
  g_assert_true (picture->face);
  g_assert_false (picture->done);
}

static void
test_read_bad (void)
{
  static const char *const rows[] = {
    "{}",
    "{\"state\": \"waiting\", \"practice\": true, " EXPIRES ", \"captures\": []}",
    "{\"state\": \"waiting\", \"practice\": true, " EXPIRES ", " CONSENT "}",
    "{\"state\": \"waiting\", \"practice\": true, " EXPIRES ", " CONSENT ", \"captures\": [{}]}",
    "{\"state\": 1, \"practice\": true, " EXPIRES ", " CONSENT ", \"captures\": []}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i]);
      g_assert_null (read_visit (rows[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phone-visit/link", test_link);
  g_test_add_func ("/phone-visit/read", test_read);
  g_test_add_func ("/phone-visit/read-bad", test_read_bad);
  return g_test_run ();
}
