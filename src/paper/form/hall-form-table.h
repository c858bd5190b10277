/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbered sections of the application form, out of catalogue and application.
 */
#pragma once

#include "hall-application.h"
#include "hall-grid.h"

/* What a form is made from while it is made. Nothing is owned. */
typedef struct
{
  HallPaper *paper;
  HallSheetPlan *plan; /* (nullable) */
  const HallCatalog *catalog;
  const HallApplication *application;
  const HallCertificateType *type;
  guint sections; /* numbered so far */
} HallFormTable;

/* "II." and the title. Counts the section. Returns: (transfer full) */
HallStrip *hall_form_table_make_band (HallFormTable *self, const char *title, const char *note);

/* What is applied for and what it costs. Returns: (transfer full): a group */
GPtrArray *hall_form_table_make_certificate (HallFormTable *self);

/* Returns: (transfer full) (nullable): a group, or NULL if nothing of @section is printed */
GPtrArray *hall_form_table_make_section (HallFormTable *self, const HallSection *section);

/* The value as it is read: the name of a choice, numbers in groups. Returns: (transfer full) */
char *hall_form_table_format (const HallFormTable *self, const HallField *field);
