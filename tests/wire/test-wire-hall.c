/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hall says of itself, and who is signed in.
 */
#include "hall-wire-hall.h"

#include <string.h>

#include "hall-error.h"
#include "hall-limits.h"
#include "hall-wire-finding.h"

static HallInfo *
full_info (void)
{
  HallInfo *info = hall_info_new ();
  HallProjectInfo *project = g_new0 (HallProjectInfo, 1);

  info->name = g_strdup ("练习营业厅");
  info->practice = TRUE;
  info->two_person_rule = TRUE;
  info->version = g_strdup ("0.1.0");
  info->public_url = g_strdup ("http://127.0.0.1:8080");
  project->id = g_strdup ("yinuo-bidding");
  project->label.text[HALL_LANG_ZH_CN] = g_strdup ("一诺软件招投标");
  project->label.text[HALL_LANG_EN] = g_strdup ("Yinuo bidding software");
  project->sha256 = g_strnfill (64, 'c');
  g_ptr_array_add (info->projects, project);
  info->payee.account_name = g_strdup ("练习营业厅");
  info->payee.bank = g_strdup ("招商银行深圳测试支行");
  info->payee.account_number = g_strdup ("755900000099999");
  info->offered[HALL_PAY_WECHAT] = TRUE;
  info->sandbox[HALL_PAY_WECHAT] = TRUE;
  info->offered[HALL_PAY_TRANSFER] = TRUE;
  return info;
}

static char *
write_info (const HallInfo *info)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  hall_wire_add_info (builder, info);
  root = json_builder_get_root (builder);
  return hall_wire_to_text (root);
}

static HallInfo *
read_info (const char *text, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("hall", text, -1, error);
  g_autoptr (HallJson) json = NULL;
  HallInfo *info;

  g_assert_nonnull (root);
  json = hall_json_new ("hall", root);
  info = hall_wire_read_info (json);
  hall_json_finish (json, error);
  return info;
}

static void
test_info (void)
{
  g_autoptr (HallInfo) info = full_info ();
  g_autofree char *text = write_info (info);
  g_autoptr (GError) error = NULL;
  g_autoptr (HallInfo) back = read_info (text, &error);
  g_autofree char *again = NULL;
  const HallProjectInfo *project;

  g_assert_no_error (error);
  again = write_info (back);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (back->name, ==, "练习营业厅");
  g_assert_true (back->practice);
  g_assert_true (back->two_person_rule);
  g_assert_cmpstr (back->version, ==, "0.1.0");
  g_assert_cmpuint (back->projects->len, ==, 1);
  project = back->projects->pdata[0];
  g_assert_cmpstr (hall_label_get (&project->label, HALL_LANG_EN), ==, "Yinuo bidding software");
  g_assert_cmpstr (back->payee.account_number, ==, "755900000099999");
  g_assert_true (back->offered[HALL_PAY_WECHAT]);
  g_assert_true (back->sandbox[HALL_PAY_WECHAT]);
  g_assert_false (back->offered[HALL_PAY_ALIPAY]);
  g_assert_true (back->offered[HALL_PAY_TRANSFER]);
  g_assert_false (back->sandbox[HALL_PAY_TRANSFER]);
}

#define INFO                                                                      \
  "\"name\":\"n\",\"practice\":true,\"two_person_rule\":false,\"version\":\"1\"," \
  "\"public_url\":\"u\""

static const struct
{
  const char *text;
  const char *message; /* NULL: it is read */
} halls[] = {
  { "{" INFO ",\"projects\":[],\"payment_channels\":[],\"payee\":{}}", NULL },
  { "{" INFO ",\"projects\":[],\"payment_channels\":[{\"id\":\"barter\"}],\"payee\":{},\"new\":1}",
    NULL }, /* of a newer hall */
  { "{}", "hall: $.name: missing" },
  { "[]", "hall: $: an object is needed here" },
  { "{\"name\":\"n\",\"practice\":\"yes\"}", "hall: $.practice: true or false is needed here" },
  { "{" INFO "}", "hall: $.projects: missing" },
  { "{" INFO ",\"projects\":{}}", "hall: $.projects: a list is needed here" },
  { "{" INFO ",\"projects\":[{}]}", "hall: $.projects[0].id: missing" },
  { "{" INFO ",\"projects\":[{\"id\":\"p\",\"sha256\":\"0\",\"label\":{\"en\":\"x\"}}]}",
    "hall: $.projects[0].label.zh_CN: missing" },
  { "{" INFO ",\"projects\":[],\"payment_channels\":[{\"id\":\"wechat\"}]}",
    "hall: $.payment_channels[0].sandbox: missing" },
  { "{" INFO ",\"projects\":[],\"payment_channels\":[7]}",
    "hall: $.payment_channels[0]: an object is needed here" },
  { "{" INFO ",\"projects\":[],\"payment_channels\":[]}", "hall: $.payee: missing" },
  { "{" INFO ",\"projects\":[],\"payment_channels\":[],\"payee\":{\"bank\":null}}",
    "hall: $.payee.bank: a text is needed here" },
};

static void
test_halls (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (halls); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallInfo) info = read_info (halls[i].text, &error);

      g_test_message ("%s", halls[i].text);
      g_assert_cmpint (info != NULL, ==, halls[i].message == NULL);
      if (halls[i].message != NULL)
        g_assert_cmpstr (error->message, ==, halls[i].message);
    }
}

static char *
write_identity (const HallIdentity *identity)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  hall_wire_add_identity (builder, identity);
  root = json_builder_get_root (builder);
  return hall_wire_to_text (root);
}

static HallIdentity *
read_identity (const char *text, GError **error)
{
  g_autoptr (JsonNode) root = hall_json_parse ("who", text, -1, error);
  g_autoptr (HallJson) json = hall_json_new ("who", root);
  HallIdentity *identity = hall_wire_read_identity (json);

  hall_json_finish (json, error);
  return identity;
}

/* Every set of roles. */
static void
test_identity (void)
{
  for (guint actors = 0; actors < 1u << (HALL_ACTOR_ADMINISTRATOR + 1); actors++)
    {
      g_autoptr (HallIdentity) identity = hall_identity_new ("138****8000", actors);
      g_autofree char *text = NULL;
      g_autoptr (HallIdentity) back = NULL;
      g_autoptr (HallIdentity) copy = NULL;

      if (actors % 2 == 0)
        {
          identity->token = g_strdup ("secret");
          identity->expires_s = 1795334400;
        }
      text = write_identity (identity);
      back = read_identity (text, NULL);
      copy = hall_identity_copy (identity);
      g_assert_cmpstr (back->name, ==, "138****8000");
      g_assert_cmphex (back->actors, ==, actors);
      g_assert_cmpstr (back->token, ==, identity->token);
      g_assert_cmpint (back->expires_s, ==, identity->expires_s);
      g_assert_cmpint (hall_identity_is_staff (back), ==, actors > 1);
      g_assert_cmphex (copy->actors, ==, actors);
      g_assert_cmpstr (copy->token, ==, identity->token);
      g_assert_cmpint (copy->expires_s, ==, identity->expires_s);
    }
}

/* The bank and the clock are nobody to sign in as, and roles of a newer hall are left out. */
static void
test_no_such_people (void)
{
  g_autoptr (HallIdentity) identity =
      hall_identity_new ("x", HALL_ACTOR_BIT (HALL_ACTOR_PROVIDER)
                                  | HALL_ACTOR_BIT (HALL_ACTOR_TIMER)
                                  | HALL_ACTOR_BIT (HALL_ACTOR_CASHIER));
  g_autofree char *text = write_identity (identity);
  g_autoptr (HallIdentity) back = read_identity (
      "{\"name\":\"x\",\"roles\":[\"timer\",\"provider\",\"archivist\",\"auditor\"]}", NULL);

  g_assert_cmpstr (text, ==, "{\"name\":\"x\",\"roles\":[\"cashier\"]}");
  g_assert_cmphex (back->actors, ==, HALL_ACTOR_BIT (HALL_ACTOR_AUDITOR));
}

static const struct
{
  const char *text;
  const char *message;
} identities[] = {
  { "{}", "who: $.name: missing" },
  { "[]", "who: $: an object is needed here" },
  { "{\"name\":\"\"}", "who: $.name: must not be empty" },
  { "{\"name\":\"x\",\"roles\":\"reviewer\"}", "who: $.roles: a list is needed here" },
  { "{\"name\":\"x\",\"roles\":[1]}", "who: $.roles: element 0: a text is needed here" },
  { "{\"name\":\"x\",\"roles\":[],\"token\":1}", "who: $.token: a text is needed here" },
  { "{\"name\":\"x\",\"roles\":[],\"expires_at\":\"soon\"}",
    "who: $.expires_at: “soon” is not a time by RFC 3339" },
};

static void
test_identities (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identities); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HallIdentity) identity = read_identity (identities[i].text, &error);

      g_assert_null (identity);
      g_assert_error (error, HALL_ERROR, HALL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, identities[i].message);
    }
}

/* The numbers of the hall's rules: sizes, lives of codes and links, how often is too often. */
static void
test_limits (void)
{
  g_assert_cmpint (HALL_MAX_FILE_BYTES, ==, 2097152);
  g_assert_cmpint (HALL_SMS_CODE_DIGITS, ==, 6);
  g_assert_cmpint (HALL_SMS_CODE_LIFE_S, ==, 300);
  g_assert_cmpint (HALL_SMS_RESEND_S, ==, 60);
  g_assert_cmpint (HALL_SMS_MAX_TRIES, ==, 5);
  g_assert_cmpint (HALL_AUTH_LINK_LIFE_S, ==, 600);
  g_assert_cmpint (HALL_AUTH_MAX_PER_DAY, ==, 5);
  g_assert_cmpint (HALL_PAYMENT_LIFE_S, ==, 7200);
  g_assert_cmpint (HALL_ACCOUNT_MAX_PER_DAY, ==, 3);
  g_assert_cmpint (HALL_ACCOUNT_MAX_TOTAL, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire-hall/info", test_info);
  g_test_add_func ("/wire-hall/halls", test_halls);
  g_test_add_func ("/wire-hall/identity", test_identity);
  g_test_add_func ("/wire-hall/no-such-people", test_no_such_people);
  g_test_add_func ("/wire-hall/identities", test_identities);
  g_test_add_func ("/wire-hall/limits", test_limits);
  return g_test_run ();
}
