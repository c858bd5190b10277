/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-error.h"

typedef struct
{
  GPtrArray *findings;
  guint retry_after_s;
} HallErrorPrivate;

static void
hall_error_private_init (HallErrorPrivate *priv)
{
  priv->findings = NULL;
  priv->retry_after_s = 0;
}

static void
hall_error_private_copy (const HallErrorPrivate *from, HallErrorPrivate *to)
{
  to->findings = from->findings != NULL ? g_ptr_array_ref (from->findings) : NULL;
  to->retry_after_s = from->retry_after_s;
}

static void
hall_error_private_clear (HallErrorPrivate *priv)
{
  g_clear_pointer (&priv->findings, g_ptr_array_unref);
}

/* clang-format off */
G_DEFINE_EXTENDED_ERROR (HallError, hall_error)
/* clang-format on */

#define HALL_ERROR_ROW(id, name) [HALL_ERROR_##id] = name,
static const char *const names[HALL_N_ERRORS] = {
#include "hall-error-list.h"
};
#undef HALL_ERROR_ROW

const char *
hall_error_get_name (HallError code)
{
  g_return_val_if_fail (code < HALL_N_ERRORS, NULL);
  return names[code];
}

HallError
hall_error_from_name (const char *name)
{
  for (guint code = 0; code < HALL_N_ERRORS; code++)
    if (g_strcmp0 (names[code], name) == 0)
      return code;
  return HALL_ERROR_INTERNAL;
}

void
hall_error_set_findings (GError *error, GPtrArray *findings)
{
  HallErrorPrivate *priv = hall_error_get_private (error);

  g_return_if_fail (priv != NULL);
  if (findings != NULL)
    g_ptr_array_ref (findings);
  g_clear_pointer (&priv->findings, g_ptr_array_unref);
  priv->findings = findings;
}

GPtrArray *
hall_error_get_findings (const GError *error)
{
  if (error == NULL || error->domain != HALL_ERROR)
    return NULL;
  return hall_error_get_private (error)->findings;
}

void
hall_error_set_retry_after (GError *error, guint seconds)
{
  HallErrorPrivate *priv = hall_error_get_private (error);

  g_return_if_fail (priv != NULL);
  priv->retry_after_s = seconds;
}

guint
hall_error_get_retry_after (const GError *error)
{
  if (error == NULL || error->domain != HALL_ERROR)
    return 0;
  return hall_error_get_private (error)->retry_after_s;
}
