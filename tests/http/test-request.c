/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What clients write into headers, hostile rows included.
 */
#include "hall-request.h"

#include <string.h>

static const struct
{
  const char *header;
  guint wait_s;
} prefers[] = {
  { NULL, 0 },
  { "", 0 },
  { "wait=25", 25 },
  { "Wait=25", 25 },
  { " wait=25 ", 25 },
  { "respond-async, wait=10", 10 },
  { "wait=10, respond-async", 10 },
  { "return=minimal,wait=3", 3 },
  { "wait=0", 0 },
  { "wait=30", 30 },
  { "wait=31", 30 },
  { "wait=86400", 30 },
  { "wait=99999999999999999999999999", 30 },
  { "wait=-5", 0 },
  { "wait=+5", 0 },
  { "wait= 5", 0 },
  { "wait=", 0 },
  { "wait", 0 },
  { "wait=abc", 0 },
  { "wait=0x20", 0 },
  { "await=5", 0 },
  { "wait=5;foo=bar", 5 },
  { "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,wait=5", 0 }, /* nobody means that */
};

static void
test_prefer (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prefers); i++)
    {
      g_test_message ("Prefer: %s", prefers[i].header);
      g_assert_cmpuint (hall_request_parse_prefer (prefers[i].header, 30), ==, prefers[i].wait_s);
    }
}

static const struct
{
  const char *header;
  const char *name;
} dispositions[] = {
  { NULL, NULL },
  { "", NULL },
  { "attachment", NULL },
  { "attachment; filename=licence.pdf", "licence.pdf" },
  { "attachment; filename=\"licence.pdf\"", "licence.pdf" },
  { "attachment;filename=\"a b; c.pdf\"", "a b; c.pdf" },
  { "ATTACHMENT; FILENAME=\"x.JPG\"", "x.JPG" },
  { "inline; filename = \"x.jpg\"", "x.jpg" },
  { "attachment; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7.pdf", "营业执照.pdf" },
  { "attachment; filename*=utf-8''a%20b.pdf", "a b.pdf" },
  { "attachment; filename=\"fallback.pdf\"; filename*=UTF-8''%E8%A1%A8.pdf", "表.pdf" },
  { "attachment; filename*=UTF-8''%E8%A1%A8.pdf; filename=\"fallback.pdf\"", "表.pdf" },
  { "attachment; filename*=ISO-8859-1''%E4.pdf; filename=\"plain.pdf\"", "plain.pdf" },
  { "attachment; filename*=ISO-8859-1''%E4.pdf", NULL },
  { "attachment; filename=\"../../etc/passwd\"", "passwd" },
  { "attachment; filename=\"C:\\\\Users\\\\me\\\\form.pdf\"", "form.pdf" },
  { "attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", "passwd" },
  { "attachment; filename*=UTF-8''%2Fetc%2Fpasswd", "passwd" },
  { "attachment; filename*=UTF-8''a%5Cb.pdf", "b.pdf" },
  { "attachment; filename*=UTF-8''a%0D%0AX-Evil:%201.pdf", "a__X-Evil: 1.pdf" },
  { "attachment; filename*=UTF-8''a%00b.pdf", NULL },
  { "attachment; filename*=UTF-8''%FF%FE.pdf", NULL },
  { "attachment; filename*=UTF-8''%E8%90.pdf", NULL },
  { "attachment; filename*=UTF-8''%zz.pdf", NULL },
  { "attachment; filename*=UTF-8''", NULL },
  { "attachment; filename=", NULL },
  { "attachment; filename=\"\"", NULL },
  { "attachment; filename=\"folder/\"", NULL },
  { "attachment; filename=\"never ends.pdf", NULL },
  { "attachment; filename=\"say \\\"seal\\\".pdf\"", "say \"seal\".pdf" },
  { "attachment; filename=\"\xff\xfe.pdf\"", NULL },
  { "filename=bare.pdf", NULL },
  { "attachment; xfilename=no.pdf", NULL },
};

static void
test_disposition (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dispositions); i++)
    {
      g_autofree char *name = hall_request_parse_disposition (dispositions[i].header);
      g_autofree char *shown =
          g_strescape (dispositions[i].header != NULL ? dispositions[i].header : "(none)", NULL);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, shown);
      g_assert_cmpstr (name, ==, dispositions[i].name);
    }
}

/* Whatever bytes come, the name that comes out is text without folders and control characters. */
static void
test_random_disposition (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      static const char letters[] =
          "filename*=\"UTF-8''%2F/\\;. %0d%E8\xe8\x90\xa5\r\n\x01 attachment;";
      g_autoptr (GString) header = g_string_new ("attachment; filename");
      g_autofree char *name = NULL;

      for (int n = g_test_rand_int_range (0, 60); n > 0; n--)
        g_string_append_c (header, letters[g_test_rand_int_range (0, sizeof letters - 1)]);
      name = hall_request_parse_disposition (header->str);
      if (name == NULL)
        continue;
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_null (strpbrk (name, "/\\\r\n\x01"));
      g_assert_cmpuint (strlen (name), >, 0);
    }
}

static void
test_query_and_args (void)
{
  g_autoptr (HallRequest) request = hall_request_new ();

  request->args = g_strsplit ("one two", " ", -1);
  g_hash_table_insert (request->query, g_strdup ("tab"), g_strdup ("review"));
  g_assert_cmpstr (hall_request_get_arg (request, 1), ==, "two");
  g_assert_cmpstr (hall_request_get_query (request, "tab"), ==, "review");
  g_assert_null (hall_request_get_query (request, "cursor"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request/prefer", test_prefer);
  g_test_add_func ("/request/disposition", test_disposition);
  g_test_add_func ("/request/random-disposition", test_random_disposition);
  g_test_add_func ("/request/query-and-args", test_query_and_args);
  return g_test_run ();
}
