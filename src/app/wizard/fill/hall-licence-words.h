/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of the documents that can be read to fill in an application.
 */
#pragma once

#include "hall-catalog.h"

/* In the language of the application. Nothing is owned. */
typedef struct
{
  HallDocumentKind kind;
  const char *fill_in; /* on the button */
  const char *file;    /* above the files to choose from */
  const char *title;
  const char *wait;
  const char *compare;
  const char *choose; /* what to do if nothing was read */
  const char *same;   /* if there is nothing new */
  const char *failed;
} HallLicenceWords;

/* @kind: a business licence or an identity card */
HallLicenceWords hall_licence_words_get (HallDocumentKind kind);
