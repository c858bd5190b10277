/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-find.h"

#include <math.h>
#include <string.h>

#include "hall-code-mend.h"
#include "hall-licence-value.h"
#include "hall-print-row.h"
#include "hall-upright.h"

#define MAX_SIDE    2900 /* pixels: 250 dpi of A4; more costs time and reads no better */
#define MIN_CODE    12   /* glyphs of a row that may be a code, of 18 */
#define MIN_GLYPHS  30
#define CODE_MARGIN 0.4 /* characters around it */
#define CODE_LENGTH 18

/* Where the name stands on an identity card, seen from its number and in widths of that: left of
 * the number's left end, above its middle. All cards are printed so. */
#define NAME_LEFT       0.335
#define NAME_WIDTH      0.83
#define NAME_ABOVE      0.80
#define NAME_AROUND     0.1
#define NAME_CONFIDENCE 0.9 /* without its label */

/* The words in front of a value; the first that is found counts. Those that end a value, because
 * there are two columns, stand for no item. */
static const struct
{
  HallDocumentKind kind;
  HallLicenceItemId item;
  const char *label;
} labels[] = {
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_NAME, "名称" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_TYPE, "类型" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_LEGAL_REP, "法定代表人" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_LEGAL_REP, "负责人" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_LEGAL_REP, "投资人" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_LEGAL_REP, "经营者" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_LEGAL_REP, "执行事务合伙人" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_VALID_UNTIL, "营业期限" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_VALID_UNTIL, "经营期限" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_VALID_UNTIL, "合伙期限" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "注册资本" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "成立日期" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "注册日期" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "组成形式" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "住所" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "营业场所" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "经营场所" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "经营范围" },
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_N_LICENCE_ITEMS, "登记机关" },
  { HALL_DOCUMENT_SUBJECT_ID, HALL_LICENCE_PERSON_NAME, "姓名" },
  { HALL_DOCUMENT_SUBJECT_ID, HALL_N_LICENCE_ITEMS, "性别" },
  { HALL_DOCUMENT_SUBJECT_ID, HALL_N_LICENCE_ITEMS, "民族" },
};

/* The codes that stand without a label, or have a check digit that tells them anywhere. */
static const struct
{
  HallDocumentKind kind;
  HallLicenceItemId item;
  HallOcrMode mode;
  char *(*mend) (const char *one, const char *other);
} codes[] = {
  { HALL_DOCUMENT_BUSINESS_LICENCE, HALL_LICENCE_USCC, HALL_OCR_CODE, hall_uscc_mend },
  { HALL_DOCUMENT_SUBJECT_ID, HALL_LICENCE_ID_NUMBER, HALL_OCR_NUMBER, hall_citizen_id_mend },
};

/* A document being read. Nothing is owned but the rows. */
typedef struct
{
  HallOcr *ocr;
  HallDocumentKind kind;
  const HallUpright *page;
  GPtrArray *rows;
  HallLicence *licence;
} Finding;

static void
take (Finding *self, HallLicenceItemId id, const HallPrintRun *run, const char *text)
{
  HallLicenceItem *item = &self->licence->items[id];
  HallOcrBox box = hall_print_run_get_box (run);

  g_free (item->text);
  item->text = g_strdup (text);
  item->confidence = hall_print_run_get_confidence (run);
  item->place = hall_upright_map (self->page, box.x, box.y, box.width, box.height);
}

/* (nullable) (transfer full) */
static char *
read_value (HallLicenceItemId id, const HallPrintRun *run)
{
  g_autofree char *text = hall_print_run_get_text (run);

  return hall_licence_value_tidy (id, text);
}

/* Where the next label of the row begins, from glyph @from on. */
static guint
find_next_label (HallDocumentKind kind, const HallPrintRow *row, guint from)
{
  guint next = row->glyphs->len;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      HallPrintRun run = hall_print_row_find (row, labels[i].label);

      if (labels[i].kind == kind && run.count > 0 && run.first >= from)
        next = MIN (next, run.first);
    }
  return next;
}

static void
find_labelled (Finding *self, gsize label)
{
  HallLicenceItemId id = labels[label].item;

  for (guint i = 0; i < self->rows->len && self->licence->items[id].text == NULL; i++)
    {
      const HallPrintRow *row = g_ptr_array_index (self->rows, i);
      HallPrintRun found = hall_print_row_find (row, labels[label].label);
      HallPrintRun value;
      g_autofree char *text = NULL;

      if (found.count == 0)
        continue;
      value = hall_print_run_get_value (&found, find_next_label (self->kind, row,
                                                                 found.first + found.count));
      text = value.count > 0 ? read_value (id, &value) : NULL;
      if (text != NULL)
        take (self, id, &value, text);
    }
}

/* Reads a line again, with only the characters that a code has. (nullable) */
static char *
read_again (Finding *self, HallOcrMode mode, const HallPrintRun *run, double margin)
{
  HallOcrBox box = hall_print_run_get_box (run);
  double around = margin * MAX (run->row->em, box.height);
  double right = MIN (box.x + box.width + around, self->page->grey->width);
  double bottom = MIN (box.y + box.height + around, self->page->grey->height);
  g_autoptr (GArray) glyphs = NULL;
  GString *text = g_string_new (NULL);

  box.x = MAX (box.x - around, 0);
  box.y = MAX (box.y - around, 0);
  box.width = right - box.x;
  box.height = bottom - box.y;
  glyphs = hall_ocr_read (self->ocr, mode, self->page->grey, &box);
  for (guint i = 0; i < glyphs->len; i++)
    g_string_append_unichar (text, g_array_index (glyphs, HallOcrGlyph, i).character);
  return g_string_free (text, FALSE);
}

/* (nullable): the row that is nearest to @middle */
static const HallPrintRow *
find_nearest (GPtrArray *rows, double middle)
{
  const HallPrintRow *nearest = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const HallPrintRow *row = g_ptr_array_index (rows, i);

      if (nearest == NULL || fabs (row->middle - middle) < fabs (nearest->middle - middle))
        nearest = row;
    }
  return nearest;
}

/* Of two readings of the name the surer one counts. */
static void
take_person_name (Finding *self, const HallPrintRow *row)
{
  const HallLicenceItem *item = &self->licence->items[HALL_LICENCE_PERSON_NAME];
  HallPrintRun run = { row, 0, row->glyphs->len };
  double confidence = hall_print_run_get_confidence (&run);
  g_autofree char *text = read_value (HALL_LICENCE_PERSON_NAME, &run);

  if (text != NULL && confidence >= NAME_CONFIDENCE
      && (item->text == NULL || confidence > item->confidence))
    take (self, HALL_LICENCE_PERSON_NAME, &run, text);
}

/* The label of the name is small and pale and often not read, but the name has its place. */
static void
find_person_name (Finding *self, const HallPrintRun *number)
{
  HallOcrBox code = hall_print_run_get_box (number);
  double middle = code.y + code.height / 2 - NAME_ABOVE * code.width;
  HallOcrBox box = { MAX (code.x - NAME_LEFT * code.width, 0), middle - NAME_AROUND * code.width,
                     NAME_WIDTH * code.width, 2 * NAME_AROUND * code.width };
  g_autoptr (GArray) glyphs = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (number->count + 1 < CODE_LENGTH || number->count > CODE_LENGTH + 1 || box.y < 0)
    return;
  box.width = MIN (box.width, self->page->grey->width - box.x);
  glyphs = hall_ocr_read (self->ocr, HALL_OCR_BLOCK, self->page->grey, &box);
  rows = hall_print_rows_new (glyphs);
  if (rows->len > 0)
    take_person_name (self, find_nearest (rows, middle));
}

static void
find_code_in (Finding *self, gsize code, const HallPrintRun *run)
{
  g_autofree char *first = hall_print_run_get_text (run);
  g_autofree char *second = read_again (self, codes[code].mode, run, CODE_MARGIN);
  g_autofree char *text = codes[code].mend (first, second);

  if (text == NULL)
    return;
  take (self, codes[code].item, run, text);
  if (codes[code].item == HALL_LICENCE_ID_NUMBER)
    find_person_name (self, run);
}

static void
find_code (Finding *self, gsize code)
{
  const HallLicenceItem *item = &self->licence->items[codes[code].item];

  for (guint i = 0; i < self->rows->len && item->text == NULL; i++)
    {
      HallPrintRun run = hall_print_row_find_code (g_ptr_array_index (self->rows, i), MIN_CODE);

      if (run.count > 0)
        find_code_in (self, code, &run);
    }
}

/* @is_print: (out): whether there is so much on the page that it may lie another way */
static HallLicence *
find_on (HallOcr *ocr, HallDocumentKind kind, const HallUpright *page, gboolean *is_print)
{
  g_autoptr (GArray) glyphs = hall_ocr_read (ocr, HALL_OCR_PAGE, page->grey, NULL);
  g_autoptr (GPtrArray) rows = hall_print_rows_new (glyphs);
  Finding self = { ocr, kind, page, rows, hall_licence_new () };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].kind == kind && labels[i].item < HALL_N_LICENCE_ITEMS)
      find_labelled (&self, i);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].kind == kind)
      find_code (&self, i);
  *is_print = glyphs->len >= MIN_GLYPHS;
  return self.licence;
}

HallLicence *
hall_licence_find (HallOcr *ocr, HallDocumentKind kind, const HallGrey *grey)
{
  static const guint turns[] = { 0, 1, 3, 2 }; /* likely ones first */
  g_autoptr (HallGrey) half = NULL;
  g_autoptr (HallLicence) licence = NULL;
  gboolean is_print = TRUE;

  if (MAX (grey->width, grey->height) > MAX_SIDE)
    {
      half = hall_grey_reduce (grey);
      return hall_licence_find (ocr, kind, half);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (turns) && is_print; i++)
    {
      g_autoptr (HallUpright) page = hall_upright_new (grey, turns[i]);

      g_clear_pointer (&licence, hall_licence_free);
      licence = find_on (ocr, kind, page, &is_print);
      if (!hall_licence_is_empty (licence))
        break;
    }
  return g_steal_pointer (&licence);
}
