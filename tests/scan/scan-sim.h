/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests: paper on its way through the pen, the stamp and the scanner or camera. What is
 * drawn is wholly said by a recipe; the same recipe gives the same bytes. Lengths are mm on the
 * sheet, from its upper left corner. Safe from every thread: they draw one after the other.
 */
#pragma once

#include <cairo.h>
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hall-paper.h"

#define SCAN_MAX_SEALS      4
#define SCAN_MAX_SIGNATURES 4

typedef enum
{
  SCAN_INK_RED,
  SCAN_INK_BLUE,
  SCAN_INK_BLACK, /* as a photocopy shows a red one */
  SCAN_N_INKS
} ScanInk;

/* A round official seal: ring, star, name along the ring. */
typedef struct
{
  double x, y;     /* its middle; may lie so that a part is off the page */
  double diameter; /* 0: no seal */
  ScanInk ink;
  double pale;    /* 0: fresh; 1: nothing is left */
  double uneven;  /* 0: even pressure; 1: parts are missing */
  double doubled; /* how far the second impression stands from the first */
  double smudged; /* standard deviation of the smear */
  double degrees;
} ScanSeal;

typedef enum
{
  SCAN_UNCHANGED,
  SCAN_STRUCK,      /* a line through, and other digits by hand beside it */
  SCAN_STRUCK_RED,  /* the same with a red pen */
  SCAN_OVERWRITTEN, /* digits by hand over the printed ones */
  SCAN_PATCHED      /* a white piece of paper with something else on it */
} ScanChange;

/* What somebody did to a printed value. */
typedef struct
{
  ScanChange change;
  HallBox box;
  const char *text; /* digits if they are by hand */
} ScanAlteration;

/* A lamp's reflection: white in the middle, soft at its border. */
typedef struct
{
  double x, y, radius; /* radius 0: none */
  double strength;     /* 1: nothing can be read in its middle */
} ScanGlare;

typedef struct
{
  guint seed;
  double dpi;          /* 100 to 600 */
  double degrees;      /* how far the sheet lies turned, clockwise */
  guint quarter_turns; /* the whole picture, clockwise */
  double perspective;  /* 0: flatbed; 0.1: a photo on a desk, the far edge 10 % shorter */
  double texture;      /* of the paper, a deviation in grey levels */
  double tint;         /* 0: white; 1: old and yellow */
  double shadow;       /* part of the light that is lost on one side */
  double darkness;     /* part of the light that is lost everywhere */
  ScanGlare glare;
  double blur;            /* standard deviation */
  double motion;          /* how far the camera moved */
  double noise;           /* of the sensor, a deviation in grey levels */
  int quality;            /* of the JPEG */
  double cut[4];          /* left, top, right, bottom: so much of the sheet is missing */
  gboolean is_screenshot; /* of a program that shows the sheet: the rest but dpi is left out */
  gboolean is_grey;       /* a black and white scan */
  ScanSeal seals[SCAN_MAX_SEALS];
  HallBox signatures[SCAN_MAX_SIGNATURES]; /* width 0: none */
  ScanAlteration alteration;
} ScanRecipe;

/* An A4 flatbed scan of decent quality, from which recipes are made by changing members. */
extern const ScanRecipe scan_sim_flatbed;

/* A phone's photo of a sheet on a desk in decent light. */
extern const ScanRecipe scan_sim_photo;

/* Whoever draws text elsewhere in the same process does it between these. */
void scan_sim_lock (void);
void scan_sim_unlock (void);

/* Page @index of @pdf as a picture on white, at @dpi. Returns: (transfer full) */
cairo_surface_t *scan_sim_draw (GBytes *pdf, int index, double dpi);

/**
 * scan_sim_take:
 * @sheet: at the dpi of @recipe; it is not changed
 *
 * Returns: (transfer full): what comes out of the scanner
 */
GdkPixbuf *scan_sim_take (cairo_surface_t *sheet, const ScanRecipe *recipe);

/* The same as a JPEG of the recipe's quality that says its dpi. */
GBytes *scan_sim_take_jpeg (cairo_surface_t *sheet, const ScanRecipe *recipe);

/* Page @index of @pdf through all of this. */
GBytes *scan_sim_scan (GBytes *pdf, int index, const ScanRecipe *recipe);
