/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: copies of business licences as people upload them, of organisations that do not
 * exist.
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

typedef struct
{
  const char *uscc;
  const char *name;
  const char *type;
  const char *legal_rep;
  const char *capital;
  const char *founded;
  const char *term;
  const char *address;
  const char *until; /* what the term says of its end, as applications hold it */
} LicenceText;

/* How it was copied. */
typedef struct
{
  const char *family; /* of the font */
  double degrees;
  double noise; /* standard deviation of the grey levels */
  int quality;  /* of the JPEG */
  int turns;    /* quarter turns clockwise of the finished picture */
} LicenceWay;

#define N_LICENCES 20

extern const LicenceText licence_texts[N_LICENCES];

/* An A4 page on its broad side, 200 dpi. */
GBytes *licence_maker_copy (const LicenceText *text, const LicenceWay *way);
