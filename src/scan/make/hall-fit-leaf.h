/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of the document that is being made: how it gets there, and where on a sheet it stands.
 */
#pragma once

#include "hall-fit-pdf.h"
#include "hall-fit-squeeze.h"
#include "hall-fit-wish.h"

typedef struct
{
  const HallFitInput *input; /* borrowed, as the next two */
  const HallFitWish *wish;
  HallFitSource *source;
  HallFitSize size;    /* upright, before the recipe */
  GdkPixbuf *picture;  /* owned (nullable): the recipe done */
  GBytes *jpeg;        /* owned (nullable) */
  gboolean is_kept;    /* the file's own data: @jpeg, @picture without loss, or the PDF's page */
  guint width, height; /* as seen, in pixels */
  guint quality;       /* 0 if it is kept */
  gboolean is_reduced; /* it has fewer pixels than it could have */
} HallFitLeaf;

void hall_fit_leaf_clear (HallFitLeaf *self);

/* The recipe leaves the data as it is, but for turns. */
gboolean hall_fit_leaf_can_keep (const HallFitLeaf *self);

/* The picture has to be turned, by its camera or by the recipe. */
gboolean hall_fit_leaf_is_turned (const HallFitLeaf *self);

/* FALSE with an error: %HALL_ERROR_INVALID with a finding. */
gboolean hall_fit_leaf_keep (HallFitLeaf *self, GError **error);
gboolean hall_fit_leaf_draw (HallFitLeaf *self, GError **error);

/* FALSE if it cannot be done. The leaf has been drawn. */
gboolean hall_fit_leaf_squeeze (HallFitLeaf *self, gsize max_bytes);
double hall_fit_leaf_guess (const HallFitLeaf *self);

/* Its own sheet. */
void hall_fit_leaf_lay (const HallFitLeaf *self, HallFitSheet *sheet);

/* As side @index (0 or 1) of a card at true size on an A4 sheet. */
void hall_fit_leaf_lay_card (const HallFitLeaf *self, guint index, HallFitSheet *sheet);

/* Pixels to the inch of the paper it stands on. */
double hall_fit_leaf_get_dpi (const HallFitLeaf *self);
