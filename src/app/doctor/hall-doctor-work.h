/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the document doctor has on the table: the pages and what is to be done with each, and the
 * document that comes of it, made anew in the background after every change. Knows no widget.
 *
 * Signals:
 *  - "pages-changed" (): pages came, went, were moved or opened; what is done with one
 *  - "after-changed" (): a picture of what comes of a page is there
 *  - "result-changed" (): being made, made, or why it cannot be
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-doctor-tasks.h"

#define HALL_TYPE_DOCTOR_WORK (hall_doctor_work_get_type ())
G_DECLARE_FINAL_TYPE (HallDoctorWork, hall_doctor_work, HALL, DOCTOR_WORK, GObject)

typedef struct
{
  HallDoctorFile *file; /* owned; pages of one file have equal ones */
  guint index;          /* in the file, from 0 */
  HallFitPage *opened;  /* (nullable): not yet, or it cannot be */
  char *problem;        /* (nullable): why it cannot be opened */
  HallFitRecipe recipe;
  GdkPixbuf *after; /* (nullable): @recipe done to the preview */
  gboolean after_is_due;
} HallDoctorPage;

/* @requirement: (nullable): of the slot the document is for; outlives the work */
HallDoctorWork *hall_doctor_work_new (const HallRequirement *requirement);

const HallRequirement *hall_doctor_work_get_requirement (HallDoctorWork *self);

/* All its pages, behind those there are. */
void hall_doctor_work_add (HallDoctorWork *self, GBytes *bytes, const char *name);

guint hall_doctor_work_get_n_pages (HallDoctorWork *self);
const HallDoctorPage *hall_doctor_work_get_page (HallDoctorWork *self, guint page);

/* Something is still being opened. */
gboolean hall_doctor_work_is_opening (HallDoctorWork *self);

/* A page cannot be opened: nothing can be made until it is removed. */
gboolean hall_doctor_work_has_problem (HallDoctorWork *self);

void hall_doctor_work_set_recipe (HallDoctorWork *self, guint page, const HallFitRecipe *recipe);

/* @by: -1 to the front, 1 to the end. */
void hall_doctor_work_move (HallDoctorWork *self, guint page, int by);
void hall_doctor_work_remove (HallDoctorWork *self, guint page);

/* Two pages are the sides of an identity card, to stand on one. */
void hall_doctor_work_set_card (HallDoctorWork *self, gboolean card);
gboolean hall_doctor_work_is_card (HallDoctorWork *self);
gboolean hall_doctor_work_can_be_card (HallDoctorWork *self);

/* The person said that the seal sheet may be compressed again. */
void hall_doctor_work_agree (HallDoctorWork *self);

/* Something was decided by the person since the pages were opened. */
gboolean hall_doctor_work_was_touched (HallDoctorWork *self);

/* (nullable): Of what there is now. */
const HallFitDocument *hall_doctor_work_get_result (HallDoctorWork *self);

/* A name for the result: of the first file, with the right ending. (transfer full) */
char *hall_doctor_work_build_name (HallDoctorWork *self);

/* (nullable): Why there is none. */
const GError *hall_doctor_work_get_error (HallDoctorWork *self);

/* TRUE while it is made; @fraction: (out): 0.0 to 1.0 */
gboolean hall_doctor_work_is_making (HallDoctorWork *self, double *fraction);

/* Gives up what is being made, until something changes or it is asked for again. */
void hall_doctor_work_stop (HallDoctorWork *self);
void hall_doctor_work_make (HallDoctorWork *self);

/* Ends all that runs: nothing is said any more. */
void hall_doctor_work_close (HallDoctorWork *self);
