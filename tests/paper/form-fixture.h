/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: a sample application of a certificate type, and what its form must keep to.
 */
#pragma once

#include "hall-application.h"
#include "hall-sheet-info.h"

typedef struct
{
  HallCatalog *catalog;
  HallApplication *application;
  char *sha256;
  HallSheetInfo info;
} FormFixture;

/* @type: the certificate type, which is also the sample's name */
void form_fixture_set_up (FormFixture *self, gconstpointer type);
void form_fixture_tear_down (FormFixture *self, gconstpointer type);

/* The form of the application as it is now. */
GBytes *form_fixture_print (const FormFixture *self);

int form_count_pages (GBytes *pdf);

/* (transfer full): the whole form without blanks */
char *form_read_squeezed (GBytes *pdf);

void form_assert_says (const char *squeezed, const char *text);

/* A value that may take several lines stands whole in one of the value columns. */
void form_assert_in_a_column (GBytes *pdf, const char *value);
void form_assert_inside_margins (GBytes *pdf);

/* Every page has that code. */
void form_assert_code (GBytes *pdf, const char *code);

/* Runs each test with each certificate type. Returns: the exit code */
typedef struct
{
  const char *name;
  void (*run) (FormFixture *, gconstpointer);
} FormTest;

int form_run_tests (const char *prefix, const FormTest *tests, gsize n_tests);
