/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-trouble.h"

#include <gio/gio.h>
#include <string.h>

#define TROUBLE(id, code, en, zh) [HALL_TROUBLE_##id] = { HALL_ERROR_##code, HALL_TEXTS (en, zh) },
static const struct
{
  HallError code;
  HallStaticLabel text;
} rows[HALL_N_TROUBLES] = {
#include "hall-trouble-list.h"
};
#undef TROUBLE

/* What GIO says, and what it means here. */
static const struct
{
  int code;
  HallTrouble trouble;
} io_rows[] = {
  { G_IO_ERROR_CONNECTION_REFUSED, HALL_TROUBLE_REFUSED },
  { G_IO_ERROR_TIMED_OUT, HALL_TROUBLE_SLOW },
  { G_IO_ERROR_NETWORK_UNREACHABLE, HALL_TROUBLE_NO_NETWORK },
  { G_IO_ERROR_HOST_UNREACHABLE, HALL_TROUBLE_NO_NETWORK },
  { G_IO_ERROR_HOST_NOT_FOUND, HALL_TROUBLE_NO_HOST },
};

GError *
hall_trouble_new (HallTrouble trouble, HallLang lang, const char *detail)
{
  const char *text = rows[trouble].text.text[lang];
  const char *place = strstr (text, "%1");
  g_autofree char *message = NULL;

  if (place == NULL)
    return g_error_new_literal (HALL_ERROR, rows[trouble].code, text);
  message = g_strdup_printf ("%.*s%s%s", (int) (place - text), text, detail != NULL ? detail : "",
                             place + 2);
  return g_error_new_literal (HALL_ERROR, rows[trouble].code, message);
}

GError *
hall_trouble_from_network (const GError *error, HallLang lang)
{
  HallTrouble trouble = HALL_TROUBLE_LOST;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  if (error->domain == G_TLS_ERROR)
    trouble = HALL_TROUBLE_UNTRUSTED;
  else if (error->domain == G_RESOLVER_ERROR)
    trouble = HALL_TROUBLE_NO_HOST;
  else if (error->domain == G_IO_ERROR)
    for (gsize i = 0; i < G_N_ELEMENTS (io_rows); i++)
      if (io_rows[i].code == error->code)
        trouble = io_rows[i].trouble;
  return hall_trouble_new (trouble, lang, NULL);
}
