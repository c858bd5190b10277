/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From method and path to the row of a route.
 */
#include "hall-route.h"

static HallAnswer *
nothing (HallContext *context, const HallRequest *request, GError **error)
{
  return hall_answer_new (204);
}

static const HallRoute first[] = {
  { "GET", HALL_PATH_ORDERS, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, nothing, NULL },
  { "POST", HALL_PATH_ORDERS, 0, HALL_BODY_JSON, 10, HALL_ROUTE_WRITES, nothing, NULL },
  { "GET", HALL_PATH_ORDER, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, nothing, NULL },
  { NULL },
};

static const HallRoute second[] = {
  { "DELETE", HALL_PATH_SESSION, 0, HALL_BODY_NONE, 0, HALL_ROUTE_PLAIN, nothing, NULL },
  { "PUT", HALL_PATH_DOCUMENT, 0, HALL_BODY_FILE, 10, HALL_ROUTE_WRITES, nothing, NULL },
  { NULL },
};

static const HallRoute *const tables[] = { first, second, NULL };

static const struct
{
  const char *method;
  const char *path;
  const HallRoute *route;
  gboolean method_known;
  const char *args; /* joined by | */
} cases[] = {
  { "GET", "/v1/orders", &first[0], TRUE, "" },
  { "POST", "/v1/orders", &first[1], TRUE, "" },
  { "DELETE", "/v1/orders", NULL, TRUE, NULL },
  { "get", "/v1/orders", NULL, TRUE, NULL },
  { "GET", "/v1/orders/20261122000001", &first[2], TRUE, "20261122000001" },
  { "GET", "/v1/orders/", NULL, FALSE, NULL },
  { "GET", "/v1/orders/1/2", NULL, FALSE, NULL },
  { "GET", "/v1//orders", NULL, FALSE, NULL },
  { "GET", "/V1/orders", NULL, FALSE, NULL },
  { "GET", "", NULL, FALSE, NULL },
  { "GET", "/", NULL, FALSE, NULL },
  { "GET", "/v1/orders/..", NULL, FALSE, NULL }, /* a client would have taken it away */
  { "GET", "/v1/orders/a%20b", &first[2], TRUE, "a b" },
  { "GET", "/v1/orders/%E5%BC%A0", &first[2], TRUE, "张" },
  { "GET", "/v1/orders/a%2Fb", NULL, FALSE, NULL },
  { "GET", "/v1/orders/a%2fb", NULL, FALSE, NULL },
  { "GET", "/v1/orders/a%00b", NULL, FALSE, NULL },
  { "GET", "/v1/orders/%FF", NULL, FALSE, NULL },
  { "GET", "/v1/orders/%", NULL, FALSE, NULL },
  { "GET", "/v1/orders/%zz", NULL, FALSE, NULL },
  { "GET", "/v1/%6Frders", NULL, FALSE, NULL }, /* names are written as they are */
  { "DELETE", "/v1/sessions/current", &second[0], TRUE, "" },
  { "PUT", "/v1/orders/1/documents/business_licence", &second[1], TRUE, "1|business_licence" },
  { "PUT", "/v1/orders/1/documents/", NULL, FALSE, NULL },
  { "PUT", "/v1/orders//documents/business_licence", NULL, FALSE, NULL },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) args = NULL;
      g_autofree char *joined = NULL;
      gboolean method_known = 2;
      const HallRoute *route;

      g_test_message ("%s %s", cases[i].method, cases[i].path);
      route = hall_routes_find (tables, cases[i].method, cases[i].path, &method_known, &args);
      joined = args != NULL ? g_strjoinv ("|", args) : NULL;
      g_assert_true (route == cases[i].route);
      g_assert_cmpint (method_known, ==, cases[i].method_known);
      g_assert_cmpstr (joined, ==, cases[i].args);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/find", test_find);
  return g_test_run ();
}
