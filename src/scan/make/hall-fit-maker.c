/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First everything is kept that can be; only if that is too large it is compressed again.
 */
#include "hall-fit-maker.h"

#include <math.h>

#include "hall-fit-leaf.h"

/* What a PDF needs beside its pictures. */
#define PDF_BYTES      2500
#define PDF_PAGE_BYTES 900

/* So many pictures are kept in memory between two looks at them. */
#define MAX_HELD 5

#define KIB 1024.0
#define MIB (1024.0 * 1024.0)

typedef struct
{
  const HallFitWish *wish;
  HallFitProgress progress;
  GPtrArray *sources; /* (element-type HallFitSource), owned: one for each file */
  GArray *leaves;     /* (element-type HallFitLeaf), owned */
  guint steps;
  gboolean is_jpeg;
} Maker;

static void
maker_clear (Maker *self)
{
  g_clear_pointer (&self->leaves, g_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Maker, maker_clear)

static void
note (Maker *self, HallFitStep step)
{
  self->steps |= 1u << step;
}

static HallFitLeaf *
get_leaf (const Maker *self, guint index)
{
  return &g_array_index (self->leaves, HallFitLeaf, index);
}

static void
tell (const Maker *self, double part)
{
  if (self->progress != NULL)
    self->progress ((guint) CLAMP (part * 100, 0, 100));
}

static void
fail_limit (const Maker *self, HallIssueCode code, GError **error)
{
  double bytes = (double) self->wish->max_bytes;
  g_autofree char *limit = bytes >= MIB ? g_strdup_printf ("%.4g MiB", bytes / MIB)
                                        : g_strdup_printf ("%.0f KiB", bytes / KIB);

  hall_fit_fail (error, code, limit, NULL);
}

/* (nullable): opened before, for the same file */
static HallFitSource *
find_source (const Maker *self, const HallFitInput *input)
{
  for (guint i = 0; i < self->leaves->len; i++)
    if (get_leaf (self, i)->input->bytes == input->bytes)
      return get_leaf (self, i)->source;
  return NULL;
}

static void
note_source (Maker *self, HallFitSource *source)
{
  const HallFitMetadata *metadata = hall_fit_source_get_metadata (source);

  if (metadata->has_exif)
    note (self, HALL_FIT_STEP_METADATA_REMOVED);
}

static gboolean
open_inputs (Maker *self, GError **error)
{
  for (guint i = 0; i < self->wish->inputs->len; i++)
    {
      const HallFitInput *input = &g_array_index (self->wish->inputs, HallFitInput, i);
      HallFitLeaf leaf = { .input = input, .wish = self->wish };

      leaf.source = find_source (self, input);
      if (leaf.source == NULL)
        {
          leaf.source = hall_fit_source_open (input->bytes, error);
          if (leaf.source == NULL)
            return FALSE;
          g_ptr_array_add (self->sources, leaf.source);
          note_source (self, leaf.source);
        }
      if (input->page >= hall_fit_source_get_n_pages (leaf.source))
        {
          g_autofree char *number = g_strdup_printf ("%u", input->page + 1);

          hall_fit_fail (error, HALL_ISSUE_FIT_PAGE, number, NULL);
          return FALSE;
        }
      g_array_append_val (self->leaves, leaf);
    }
  return TRUE;
}

static gboolean
is_protected (const Maker *self)
{
  return self->wish->is_seal_sheet && !self->wish->agreed;
}

static void
choose_media (Maker *self)
{
  const HallFitLeaf *leaf = get_leaf (self, 0);
  HallFitFormat format = hall_fit_source_get_format (leaf->source);

  self->is_jpeg = self->wish->layout == HALL_FIT_AS_JPEG;
  if (self->wish->layout != HALL_FIT_AUTO || self->leaves->len > 1)
    return;
  self->is_jpeg = format != HALL_FIT_PDF;
  if (is_protected (self)) /* a PDF can turn and hold it without loss */
    self->is_jpeg = format == HALL_FIT_JPEG && !hall_fit_leaf_is_turned (leaf);
}

/* Every page of one PDF, in order, with nothing to be done. */
static gboolean
is_whole_pdf (const Maker *self)
{
  HallFitSource *source = get_leaf (self, 0)->source;

  if (self->sources->len != 1 || self->is_jpeg || self->wish->layout == HALL_FIT_ID_CARD
      || hall_fit_source_get_format (source) != HALL_FIT_PDF
      || hall_fit_source_get_n_pages (source) != self->leaves->len)
    return FALSE;
  for (guint i = 0; i < self->leaves->len; i++)
    {
      const HallFitInput *input = get_leaf (self, i)->input;

      if (input->page != i || input->recipe.turns != 0
          || !hall_fit_recipe_only_turns (&input->recipe))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): blocks that cameras left inside it are blanked */
static GBytes *
clean_pdf (Maker *self, GBytes *pdf)
{
  gboolean changed = FALSE;
  GBytes *clean = hall_fit_metadata_blank_pdf (pdf, &changed);

  if (changed)
    note (self, HALL_FIT_STEP_METADATA_REMOVED);
  return clean;
}

/* (transfer full) (nullable): of the leaves as they are now */
static GBytes *
put_together (Maker *self)
{
  gboolean is_card = self->wish->layout == HALL_FIT_ID_CARD;
  guint n_sheets = is_card ? 1 : self->leaves->len;
  g_autofree HallFitSheet *sheets = g_new0 (HallFitSheet, n_sheets);
  g_autoptr (GBytes) pdf = NULL;

  if (self->is_jpeg)
    return g_bytes_ref (get_leaf (self, 0)->jpeg);
  for (guint i = 0; i < self->leaves->len; i++)
    if (is_card)
      hall_fit_leaf_lay_card (get_leaf (self, i), i, &sheets[0]);
    else
      hall_fit_leaf_lay (get_leaf (self, i), &sheets[i]);
  pdf = hall_fit_pdf_write (sheets, n_sheets);
  return pdf != NULL ? clean_pdf (self, pdf) : NULL;
}

static void
note_leaf (Maker *self, const HallFitLeaf *leaf)
{
  HallFitFormat format = hall_fit_source_get_format (leaf->source);
  const HallFitRecipe *recipe = &leaf->input->recipe;

  if (leaf->is_kept)
    note (self, HALL_FIT_STEP_KEPT);
  else if (format == HALL_FIT_JPEG || format == HALL_FIT_PDF)
    note (self, HALL_FIT_STEP_RECOMPRESSED);
  if ((format == HALL_FIT_PDF) == self->is_jpeg
      || (format != HALL_FIT_JPEG && format != HALL_FIT_PDF))
    note (self, HALL_FIT_STEP_CONVERTED);
  if (hall_fit_leaf_is_turned (leaf))
    note (self, leaf->is_kept ? HALL_FIT_STEP_TURNED_LOSSLESS : HALL_FIT_STEP_TURNED_AGAIN);
  if (recipe->has_corners || recipe->skew_deg != 0)
    note (self, HALL_FIT_STEP_STRAIGHTENED);
  if (recipe->colour == HALL_FIT_WHITE)
    note (self, HALL_FIT_STEP_WHITENED);
  if (recipe->colour == HALL_FIT_GREY)
    note (self, HALL_FIT_STEP_GREYED);
  if (leaf->is_reduced)
    note (self, HALL_FIT_STEP_REDUCED);
}

static HallFitDocument *
finish (Maker *self, GBytes *bytes)
{
  HallFitDocument *document = hall_fit_document_new ();
  const HallFitLeaf *first = get_leaf (self, 0);
  double dpi = G_MAXUINT16;

  for (guint i = 0; i < self->leaves->len; i++)
    {
      const HallFitLeaf *leaf = get_leaf (self, i);

      note_leaf (self, leaf);
      dpi = MIN (dpi, hall_fit_leaf_get_dpi (leaf));
      if (leaf->quality > 0)
        document->quality =
            document->quality == 0 ? leaf->quality : MIN (document->quality, leaf->quality);
    }
  if (self->wish->layout == HALL_FIT_ID_CARD)
    note (self, HALL_FIT_STEP_COMPOSED);
  else if (self->sources->len > 1)
    note (self, HALL_FIT_STEP_JOINED);
  document->bytes = g_bytes_ref (bytes);
  document->media_type = self->is_jpeg ? HALL_MEDIA_JPEG : HALL_MEDIA_PDF;
  document->pages = self->wish->layout == HALL_FIT_ID_CARD ? 1 : self->leaves->len;
  document->width = first->width;
  document->height = first->height;
  document->dpi = (guint) lround (dpi);
  document->steps = self->steps;
  tell (self, 1);
  return document;
}

static gboolean
may_keep (const Maker *self, const HallFitLeaf *leaf)
{
  if (!hall_fit_leaf_can_keep (leaf) || self->wish->layout == HALL_FIT_ID_CARD)
    return FALSE;
  if (self->is_jpeg
      && (hall_fit_source_get_stripped (leaf->source) == NULL || hall_fit_leaf_is_turned (leaf)))
    return FALSE;
  return is_protected (self) || hall_fit_source_get_stripped (leaf->source) != NULL
         || hall_fit_source_get_format (leaf->source) == HALL_FIT_PDF;
}

/* Bytes for the leaves that are compressed, beside those that are kept. */
static double
get_budget (const Maker *self)
{
  double budget = (double) self->wish->max_bytes;

  if (!self->is_jpeg)
    budget -= PDF_BYTES + PDF_PAGE_BYTES * self->leaves->len;
  for (guint i = 0; i < self->leaves->len; i++)
    {
      const HallFitLeaf *leaf = get_leaf (self, i);

      if (leaf->is_kept && leaf->jpeg != NULL)
        budget -= (double) g_bytes_get_size (leaf->jpeg);
    }
  return budget;
}

/* The pictures, and how the bytes are shared among them. */
static gboolean
look_at_leaves (Maker *self, double *guesses, GError **error)
{
  for (guint i = 0; i < self->leaves->len; i++)
    {
      HallFitLeaf *leaf = get_leaf (self, i);

      guesses[i] = 0;
      if (leaf->is_kept)
        continue;
      if (!hall_fit_leaf_draw (leaf, error))
        return FALSE;
      guesses[i] = hall_fit_leaf_guess (leaf);
      if (self->leaves->len > MAX_HELD)
        g_clear_object (&leaf->picture);
      tell (self, (i + 1.0) / self->leaves->len / 2);
    }
  return TRUE;
}

/* FALSE with an error, or without one if the leaves cannot be made small enough. */
static gboolean
compress (Maker *self, GError **error)
{
  g_autofree double *guesses = g_new0 (double, self->leaves->len);
  double budget = get_budget (self), sum = 0;

  if (!look_at_leaves (self, guesses, error))
    return FALSE;
  for (guint i = 0; i < self->leaves->len; i++)
    sum += guesses[i];
  for (guint i = 0; i < self->leaves->len; i++)
    {
      HallFitLeaf *leaf = get_leaf (self, i);
      double share = sum > 0 ? budget * guesses[i] / sum : 0;

      if (leaf->is_kept)
        continue;
      if (!hall_fit_leaf_draw (leaf, error))
        return FALSE;
      if (share < 1 || !hall_fit_leaf_squeeze (leaf, (gsize) share))
        return FALSE;
      g_clear_object (&leaf->picture);
      tell (self, 0.5 + (i + 1.0) / self->leaves->len / 2);
    }
  return TRUE;
}

/* (nullable): NULL with an error, or without one if it is too large that way */
static HallFitDocument *
try_keeping (Maker *self, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < self->leaves->len; i++)
    {
      HallFitLeaf *leaf = get_leaf (self, i);

      if (may_keep (self, leaf) && !hall_fit_leaf_keep (leaf, error))
        return NULL;
      if (!leaf->is_kept && is_protected (self))
        {
          fail_limit (self, HALL_ISSUE_FIT_ASK, error);
          return NULL;
        }
    }
  if (!compress (self, &inner))
    {
      if (inner != NULL)
        g_propagate_error (error, g_steal_pointer (&inner));
      return NULL;
    }
  bytes = put_together (self);
  if (bytes != NULL && g_bytes_get_size (bytes) <= self->wish->max_bytes)
    return finish (self, bytes);
  return NULL;
}

/* (nullable): as above */
static HallFitDocument *
try_compressing (Maker *self, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < self->leaves->len; i++)
    {
      HallFitLeaf *leaf = get_leaf (self, i);

      hall_fit_leaf_clear (leaf);
      leaf->is_kept = FALSE;
      leaf->is_reduced = FALSE;
    }
  if (!compress (self, &inner))
    {
      if (inner != NULL)
        g_propagate_error (error, g_steal_pointer (&inner));
      return NULL;
    }
  bytes = put_together (self);
  if (bytes != NULL && g_bytes_get_size (bytes) <= self->wish->max_bytes)
    return finish (self, bytes);
  return NULL;
}

/* (nullable) */
static HallFitDocument *
pass_on (Maker *self)
{
  GBytes *whole = get_leaf (self, 0)->input->bytes;
  g_autoptr (GBytes) clean = NULL;

  if (!is_whole_pdf (self) || g_bytes_get_size (whole) > self->wish->max_bytes)
    return NULL;
  for (guint i = 0; i < self->leaves->len; i++)
    if (!hall_fit_leaf_keep (get_leaf (self, i), NULL))
      return NULL;
  clean = clean_pdf (self, whole);
  return finish (self, clean);
}

static gboolean
has_kept (const Maker *self)
{
  for (guint i = 0; i < self->leaves->len; i++)
    if (get_leaf (self, i)->is_kept)
      return TRUE;
  return FALSE;
}

HallFitDocument *
hall_fit_maker_make (const HallFitWish *wish, HallFitProgress progress, GError **error)
{
  g_auto (Maker) maker = { .wish = wish, .progress = progress };
  g_autoptr (GError) inner = NULL;
  HallFitDocument *document;

  maker.sources = g_ptr_array_new_with_free_func ((GDestroyNotify) hall_fit_source_free);
  maker.leaves = g_array_new (FALSE, FALSE, sizeof (HallFitLeaf));
  g_array_set_clear_func (maker.leaves, (GDestroyNotify) hall_fit_leaf_clear);
  tell (&maker, 0);
  if (!open_inputs (&maker, error))
    return NULL;
  choose_media (&maker);
  document = pass_on (&maker);
  if (document == NULL)
    document = try_keeping (&maker, &inner);
  if (document == NULL && inner == NULL && !is_protected (&maker) && has_kept (&maker))
    document = try_compressing (&maker, &inner);
  if (document == NULL && inner == NULL)
    fail_limit (&maker, is_protected (&maker) ? HALL_ISSUE_FIT_ASK : HALL_ISSUE_FIT_TOO_LARGE,
                &inner);
  if (document == NULL)
    g_propagate_error (error, g_steal_pointer (&inner));
  return document;
}
