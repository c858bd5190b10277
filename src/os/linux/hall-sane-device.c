/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sane-device.h"

#include <glib/gi18n.h>
#include <math.h>
#include <sane/saneopts.h>
#include <string.h>

#include "hall-error.h"

#define MM_PER_INCH    25.4
#define PAGE_WIDTH_MM  210.0
#define PAGE_HEIGHT_MM 297.0

struct _HallSaneDevice
{
  SANE_Handle handle;
};

/* In the order of SANE's numbers, which are fixed. */
static const struct
{
  HallError code;
  const char *words;
} failures[] = {
  [SANE_STATUS_UNSUPPORTED] = { HALL_ERROR_UNAVAILABLE, N_ ("The scanner cannot do this.") },
  [SANE_STATUS_DEVICE_BUSY] = { HALL_ERROR_UNAVAILABLE,
                                N_ ("The scanner is busy. Close other programs that use it, or "
                                    "wait until it is ready.") },
  [SANE_STATUS_INVAL] = { HALL_ERROR_NOT_FOUND,
                          N_ ("The scanner is not there any more. Is it switched on and "
                              "connected?") },
  [SANE_STATUS_JAMMED] = { HALL_ERROR_UNAVAILABLE,
                           N_ ("The paper is jammed. Take it out and scan again.") },
  [SANE_STATUS_NO_DOCS] = { HALL_ERROR_UNAVAILABLE,
                            N_ ("There is no paper in the feeder. Put the pages in.") },
  [SANE_STATUS_COVER_OPEN] = { HALL_ERROR_UNAVAILABLE,
                               N_ ("The cover of the scanner is open. Close it and scan again.") },
  [SANE_STATUS_IO_ERROR] = { HALL_ERROR_UNAVAILABLE,
                             N_ ("The connection to the scanner was lost. Is it switched on and "
                                 "connected?") },
  [SANE_STATUS_NO_MEM] = { HALL_ERROR_UNAVAILABLE,
                           N_ ("There is not enough memory for this page. Scan with fewer dpi.") },
  [SANE_STATUS_ACCESS_DENIED] = { HALL_ERROR_DENIED,
                                  N_ ("This user may not use the scanner. Ask whoever looks after "
                                      "the computer.") },
};

void
hall_sane_fail (SANE_Status status, GError **error)
{
  gsize row = status;

  if (status == SANE_STATUS_CANCELLED)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("Cancelled"));
  else if (row < G_N_ELEMENTS (failures) && failures[row].words != NULL)
    g_set_error (error, HALL_ERROR, failures[row].code, "%s", _ (failures[row].words));
  else
    g_set_error (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE, "%s",
                 _ ("The scanner stopped for a reason of its own. Please scan again."));
}

HallSaneDevice *
hall_sane_device_open (const char *id, GError **error)
{
  SANE_Handle handle = NULL;
  SANE_Status status = sane_open (id, &handle);
  HallSaneDevice *self;

  if (status != SANE_STATUS_GOOD)
    {
      hall_sane_fail (status, error);
      return NULL;
    }
  self = g_new0 (HallSaneDevice, 1);
  self->handle = handle;
  return self;
}

void
hall_sane_device_close (HallSaneDevice *self)
{
  sane_close (self->handle);
  g_free (self);
}

SANE_Handle
hall_sane_device_get_handle (HallSaneDevice *self)
{
  return self->handle;
}

/* (nullable): the setting, if the device has it now; setting one can bring and take others */
static const SANE_Option_Descriptor *
find_option (HallSaneDevice *self, const char *name, SANE_Int *index)
{
  const SANE_Option_Descriptor *option;

  for (*index = 1; (option = sane_get_option_descriptor (self->handle, *index)) != NULL; (*index)++)
    if (option->name != NULL && strcmp (option->name, name) == 0)
      return SANE_OPTION_IS_ACTIVE (option->cap) ? option : NULL;
  return NULL;
}

static gboolean
is_number (const SANE_Option_Descriptor *option)
{
  return (option->type == SANE_TYPE_INT || option->type == SANE_TYPE_FIXED)
         && option->size == (SANE_Int) sizeof (SANE_Word);
}

static double
to_number (const SANE_Option_Descriptor *option, SANE_Word word)
{
  return option->type == SANE_TYPE_FIXED ? SANE_UNFIX (word) : word;
}

static double
get_number (HallSaneDevice *self, const char *name, double otherwise)
{
  SANE_Int index = 0;
  const SANE_Option_Descriptor *option = find_option (self, name, &index);
  SANE_Word word = 0;

  if (option == NULL || !is_number (option)
      || sane_control_option (self->handle, index, SANE_ACTION_GET_VALUE, &word, NULL)
             != SANE_STATUS_GOOD)
    return otherwise;
  return to_number (option, word);
}

/* The least and the largest that the setting can be. */
static void
get_bounds (const SANE_Option_Descriptor *option, double *min, double *max)
{
  if (option->constraint_type == SANE_CONSTRAINT_RANGE)
    {
      *min = to_number (option, option->constraint.range->min);
      *max = to_number (option, option->constraint.range->max);
    }
  else if (option->constraint_type == SANE_CONSTRAINT_WORD_LIST)
    for (SANE_Word i = 1; i <= option->constraint.word_list[0]; i++)
      {
        double number = to_number (option, option->constraint.word_list[i]);

        *min = i == 1 ? number : MIN (*min, number);
        *max = i == 1 ? number : MAX (*max, number);
      }
}

/* The nearest to @wanted that the setting can be. */
static double
get_nearest (const SANE_Option_Descriptor *option, double wanted)
{
  double min = wanted, max = wanted, nearest;

  get_bounds (option, &min, &max);
  nearest = CLAMP (wanted, min, max);
  if (option->constraint_type == SANE_CONSTRAINT_WORD_LIST)
    {
      nearest = min;
      for (SANE_Word i = 1; i <= option->constraint.word_list[0]; i++)
        {
          double number = to_number (option, option->constraint.word_list[i]);

          if (fabs (number - wanted) < fabs (nearest - wanted))
            nearest = number;
        }
    }
  return nearest;
}

static void
set_number (HallSaneDevice *self, const char *name, double wanted)
{
  SANE_Int index = 0;
  const SANE_Option_Descriptor *option = find_option (self, name, &index);
  double number;
  SANE_Word word;

  if (option == NULL || !is_number (option) || !SANE_OPTION_IS_SETTABLE (option->cap))
    return;
  number = get_nearest (option, wanted);
  word = option->type == SANE_TYPE_FIXED ? SANE_FIX (number) : (SANE_Word) (number + 0.5);
  /* Refused: it stays as it was, and what it is is asked later. */
  sane_control_option (self->handle, index, SANE_ACTION_SET_VALUE, &word, NULL);
}

/* A length in mm, for a setting in mm or pixels. */
static void
set_length (HallSaneDevice *self, const char *name, double mm, double dpi)
{
  SANE_Int index = 0;
  const SANE_Option_Descriptor *option = find_option (self, name, &index);

  if (option != NULL && option->unit == SANE_UNIT_PIXEL)
    set_number (self, name, mm / MM_PER_INCH * dpi);
  else if (option != NULL && option->unit == SANE_UNIT_MM)
    set_number (self, name, mm);
}

/* Likes a word of a list; the larger the better, 0: not at all. */
typedef int (*Taste) (const char *lower);

/* (nullable): the word that is liked best */
static const char *
choose_word (const SANE_Option_Descriptor *option, Taste taste)
{
  const char *chosen = NULL;
  int best = 0;

  if (option == NULL || option->type != SANE_TYPE_STRING
      || option->constraint_type != SANE_CONSTRAINT_STRING_LIST)
    return NULL;
  for (const SANE_String_Const *word = option->constraint.string_list; *word != NULL; word++)
    {
      g_autofree char *lower = g_ascii_strdown (*word, -1);
      int liked = taste (lower);

      if (liked > best)
        chosen = *word;
      best = MAX (best, liked);
    }
  return chosen;
}

static gboolean
set_word (HallSaneDevice *self, const char *name, Taste taste, SANE_Status *status)
{
  SANE_Int index = 0;
  const SANE_Option_Descriptor *option = find_option (self, name, &index);
  const char *word = choose_word (option, taste);
  g_autofree char *value = NULL;

  if (word == NULL)
    return FALSE;
  value = g_malloc0 (MAX ((gsize) option->size, strlen (word) + 1));
  strcpy (value, word);
  *status = sane_control_option (self->handle, index, SANE_ACTION_SET_VALUE, value, NULL);
  return TRUE;
}

static int
like_flatbed (const char *word)
{
  return strstr (word, "flatbed") != NULL || strstr (word, "platen") != NULL;
}

/* The front of the sheets: both sides only if there is nothing else. */
static int
like_feeder (const char *word)
{
  if (strstr (word, "adf") == NULL && strstr (word, "feeder") == NULL)
    return 0;
  if (strstr (word, "duplex") != NULL || strstr (word, "back") != NULL)
    return 1;
  return 2;
}

static int
like_colour (const char *word)
{
  static const char *const others[] = { "lineart", "halftone", "binary", "48", "16", "30", "36" };

  if (strcmp (word, "color") == 0 || strcmp (word, "colour") == 0)
    return 4;
  if (strstr (word, "colo") == NULL)
    return strstr (word, "gray") != NULL || strstr (word, "grey") != NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (word, others[i]) != NULL)
      return 2;
  return 3;
}

static const Taste sources[HALL_N_SCANNER_SOURCES] = {
  [HALL_SCANNER_FLATBED] = like_flatbed,
  [HALL_SCANNER_FEEDER] = like_feeder,
};

void
hall_sane_device_get_abilities (HallSaneDevice *self, HallScannerAbilities *abilities)
{
  SANE_Int index = 0;
  const SANE_Option_Descriptor *option = find_option (self, SANE_NAME_SCAN_SOURCE, &index);
  const char *mode;
  double min = 0, max = 0;

  memset (abilities, 0, sizeof *abilities);
  for (guint i = 0; i < HALL_N_SCANNER_SOURCES; i++)
    abilities->has_source[i] = choose_word (option, sources[i]) != NULL;
  /* A device that names no source has only one place for paper. */
  if (!abilities->has_source[HALL_SCANNER_FEEDER])
    abilities->has_source[HALL_SCANNER_FLATBED] = TRUE;
  mode = choose_word (find_option (self, SANE_NAME_SCAN_MODE, &index), like_colour);
  abilities->has_colour = mode != NULL && strstr (mode, "olo") != NULL;
  min = max = get_number (self, SANE_NAME_SCAN_RESOLUTION, 0);
  option = find_option (self, SANE_NAME_SCAN_RESOLUTION, &index);
  if (option != NULL && is_number (option))
    get_bounds (option, &min, &max);
  abilities->min_dpi = (guint) MAX (0, min + 0.5);
  abilities->max_dpi = (guint) MAX (0, max + 0.5);
}

gboolean
hall_sane_device_set_source (HallSaneDevice *self, HallScannerSource source, GError **error)
{
  HallScannerAbilities abilities;
  SANE_Status status = SANE_STATUS_GOOD;

  hall_sane_device_get_abilities (self, &abilities);
  if (!abilities.has_source[source])
    status = SANE_STATUS_UNSUPPORTED;
  else
    set_word (self, SANE_NAME_SCAN_SOURCE, sources[source], &status);
  if (status == SANE_STATUS_GOOD)
    return TRUE;
  hall_sane_fail (status, error);
  return FALSE;
}

guint
hall_sane_device_set_page (HallSaneDevice *self, guint wanted_dpi)
{
  SANE_Status ignored;
  double dpi;

  /* In this order: each can change what the next may be. */
  set_word (self, SANE_NAME_SCAN_MODE, like_colour, &ignored);
  set_number (self, SANE_NAME_BIT_DEPTH, 8);
  set_number (self, SANE_NAME_SCAN_RESOLUTION, wanted_dpi);
  set_number (self, SANE_NAME_SCAN_X_RESOLUTION, wanted_dpi);
  set_number (self, SANE_NAME_SCAN_Y_RESOLUTION, wanted_dpi);
  dpi = get_number (self, SANE_NAME_SCAN_RESOLUTION, wanted_dpi);
  dpi = get_number (self, SANE_NAME_SCAN_X_RESOLUTION, dpi);
  set_length (self, SANE_NAME_PAGE_WIDTH, PAGE_WIDTH_MM, dpi);
  set_length (self, SANE_NAME_PAGE_HEIGHT, PAGE_HEIGHT_MM, dpi);
  set_length (self, SANE_NAME_SCAN_TL_X, 0, dpi);
  set_length (self, SANE_NAME_SCAN_TL_Y, 0, dpi);
  set_length (self, SANE_NAME_SCAN_BR_X, PAGE_WIDTH_MM, dpi);
  set_length (self, SANE_NAME_SCAN_BR_Y, PAGE_HEIGHT_MM, dpi);
  return (guint) (dpi + 0.5);
}
