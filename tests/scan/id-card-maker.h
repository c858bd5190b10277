/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: resident identity cards as people copy and photograph them, of persons who do not
 * exist: no place has such an area code.
 */
#pragma once

#include "copy-maker.h"

typedef struct
{
  const char *name;
  const char *sex;
  const char *nation;
  const char *year, *month, *day;
  const char *address;
  const char *number;
} IdCardText;

typedef enum
{
  ID_CARD_BOTH, /* both sides at true size, one below the other on an A4 page */
  ID_CARD_SIDE, /* the side with the picture alone, at true size on an A4 page */
  ID_CARD_ALONE /* nothing but the card and a little of the table */
} IdCardLayout;

typedef struct
{
  IdCardLayout layout;
  const char *family; /* of the font */
  double dpi;
  double degrees;
  CopyWay copy;
} IdCardWay;

#define N_ID_CARDS 24

extern const IdCardText id_card_texts[N_ID_CARDS];

GBytes *id_card_maker_copy (const IdCardText *text, const IdCardWay *way);
