/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-media-type.h"

#include <string.h>

typedef struct
{
  const char *magic;
  gsize magic_bytes;
  const char *name;
  const char *label;
  const char *endings[3];
} Media;

static const Media media[HALL_N_MEDIA] = {
  [HALL_MEDIA_UNKNOWN] = { NULL, 0, "", "", { NULL } },
  [HALL_MEDIA_JPEG] = { "\xFF\xD8\xFF", 3, "image/jpeg", "JPEG", { ".jpg", ".jpeg", NULL } },
  [HALL_MEDIA_PDF] = { "%PDF-", 5, "application/pdf", "PDF", { ".pdf", NULL } },
};

HallMediaType
hall_media_type_guess (const guint8 *data, gsize size)
{
  for (guint type = HALL_MEDIA_UNKNOWN + 1; type < HALL_N_MEDIA; type++)
    if (size >= media[type].magic_bytes
        && memcmp (data, media[type].magic, media[type].magic_bytes) == 0)
      return type;
  return HALL_MEDIA_UNKNOWN;
}

const char *
hall_media_type_get_name (HallMediaType type)
{
  g_return_val_if_fail (type < HALL_N_MEDIA, "");
  return media[type].name;
}

const char *
hall_media_type_get_label (HallMediaType type)
{
  g_return_val_if_fail (type < HALL_N_MEDIA, "");
  return media[type].label;
}

const char *
hall_media_type_get_ending (const char *file_name)
{
  const char *dot = strrchr (file_name, '.');

  return dot != NULL && dot != file_name ? dot : file_name;
}

gboolean
hall_media_type_fits_name (HallMediaType type, const char *file_name)
{
  const char *ending = hall_media_type_get_ending (file_name);

  g_return_val_if_fail (type < HALL_N_MEDIA, FALSE);
  for (guint i = 0; media[type].endings[i] != NULL; i++)
    if (ending != file_name && g_ascii_strcasecmp (ending, media[type].endings[i]) == 0)
      return TRUE;
  return FALSE;
}
