/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-words.h"

#include <glib/gi18n.h>

static const HallLicenceWords rows[] = {
  {
      .kind = HALL_DOCUMENT_BUSINESS_LICENCE,
      .fill_in = N_ ("Fill in from the licence…"),
      .file = N_ ("Business licence"),
      .title = N_ ("From the licence"),
      .wait = N_ ("The licence is being read, a few seconds…"),
      .compare = N_ ("Read from your licence. Please compare."),
      .choose = N_ ("Choose a scan of the whole licence, sharp and upright, or type the entries."),
      .same = N_ ("What was read from the licence is filled in just so already."),
      .failed = N_ ("The licence could not be read."),
  },
  {
      .kind = HALL_DOCUMENT_SUBJECT_ID,
      .fill_in = N_ ("Fill in from the identity card…"),
      .file = N_ ("Identity card"),
      .title = N_ ("From the identity card"),
      .wait = N_ ("The identity card is being read, a few seconds…"),
      .compare = N_ ("Read from the identity card. Please compare."),
      .choose = N_ ("Choose a scan of the whole card, sharp and upright, or type the entries."),
      .same = N_ ("What was read from the identity card is filled in just so already."),
      .failed = N_ ("The identity card could not be read."),
  },
};

HallLicenceWords
hall_licence_words_get (HallDocumentKind kind)
{
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (rows) && rows[i].kind != kind)
    i++;
  return (HallLicenceWords){
    .kind = rows[i].kind,
    .fill_in = _ (rows[i].fill_in),
    .file = _ (rows[i].file),
    .title = _ (rows[i].title),
    .wait = _ (rows[i].wait),
    .compare = _ (rows[i].compare),
    .choose = _ (rows[i].choose),
    .same = _ (rows[i].same),
    .failed = _ (rows[i].failed),
  };
}
