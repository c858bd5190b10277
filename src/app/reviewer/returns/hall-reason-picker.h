/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reasons for which one place of an order can be returned, to be ticked: by mouse or by
 * their numbers; what is typed beside searches codes and words. On a document a box can be drawn.
 * Every tick goes into the basket at once, so closing it loses nothing.
 */
#pragma once

#include <gtk/gtk.h>

#include "hall-page-view.h"
#include "hall-return-basket.h"

#define HALL_TYPE_REASON_PICKER (hall_reason_picker_get_type ())
G_DECLARE_FINAL_TYPE (HallReasonPicker, hall_reason_picker, HALL, REASON_PICKER, GtkPopover)

/* What the picker is about. */
typedef struct
{
  const HallCatalog *catalog;
  const HallCertificateType *type;
  const char *place;
  HallPageView *view; /* (nullable): where the document at the place is looked at */
} HallReasonPlace;

/**
 * hall_reason_picker_open:
 * @beside: where it appears
 *
 * It goes away by itself.
 */
HallReasonPicker *
hall_reason_picker_open (GtkWidget *beside, HallReturnBasket *basket, const HallReasonPlace *place);

/* Whether there is any reason for a place. */
gboolean hall_reason_place_has_reasons (const HallReasonPlace *place);
