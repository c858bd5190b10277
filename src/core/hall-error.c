/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-error.h"

/* clang-format off */
G_DEFINE_QUARK (hall-error-quark, hall_error)
/* clang-format on */

#define ERROR(id, name) [HALL_ERROR_##id] = name,
static const char *const names[HALL_N_ERRORS] = {
#include "hall-error-list.h"
};
#undef ERROR

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
