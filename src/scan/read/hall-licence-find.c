/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-licence-find.h"

#include <string.h>

#include "hall-check-text.h"
#include "hall-print-row.h"
#include "hall-tidy.h"
#include "hall-upright.h"
#include "hall-uscc-mend.h"

#define MAX_SIDE       2900 /* pixels: 250 dpi of A4; more costs time and reads no better */
#define MIN_CODE       12   /* glyphs of a row that may be a code, of 18 */
#define MIN_GLYPHS     30
#define CODE_MARGIN    0.4 /* characters around it */
#define BRACKET_OPENS  0xff08
#define BRACKET_CLOSES 0xff09
#define MIDDLE_DOT     0x00b7
#define LONG_TERM      "长期"

/* The words in front of a value; the first that is found counts. Those that end a value, because
 * the licence has two columns, stand for no item. */
static const struct
{
  HallLicenceItemId item;
  const char *label;
} labels[] = {
  { HALL_LICENCE_NAME, "名称" },
  { HALL_LICENCE_TYPE, "类型" },
  { HALL_LICENCE_LEGAL_REP, "法定代表人" },
  { HALL_LICENCE_LEGAL_REP, "负责人" },
  { HALL_LICENCE_LEGAL_REP, "投资人" },
  { HALL_LICENCE_LEGAL_REP, "经营者" },
  { HALL_LICENCE_LEGAL_REP, "执行事务合伙人" },
  { HALL_LICENCE_VALID_UNTIL, "营业期限" },
  { HALL_LICENCE_VALID_UNTIL, "经营期限" },
  { HALL_LICENCE_VALID_UNTIL, "合伙期限" },
  { HALL_N_LICENCE_ITEMS, "注册资本" },
  { HALL_N_LICENCE_ITEMS, "成立日期" },
  { HALL_N_LICENCE_ITEMS, "注册日期" },
  { HALL_N_LICENCE_ITEMS, "组成形式" },
  { HALL_N_LICENCE_ITEMS, "住所" },
  { HALL_N_LICENCE_ITEMS, "营业场所" },
  { HALL_N_LICENCE_ITEMS, "经营场所" },
  { HALL_N_LICENCE_ITEMS, "经营范围" },
  { HALL_N_LICENCE_ITEMS, "登记机关" },
};

/* A licence being read. Nothing is owned but the rows. */
typedef struct
{
  HallOcr *ocr;
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

/* (nullable): the last date of @text, as applications hold it */
static char *
find_last_date (const char *text)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("((?:19|20)\\d\\d)\\D{1,2}(\\d\\d?)\\D{1,2}(\\d\\d?)\\D?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  char *found = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *year = g_match_info_fetch (match, 1);
      g_autofree char *month = g_match_info_fetch (match, 2);
      g_autofree char *day = g_match_info_fetch (match, 3);
      g_autofree char *typed = g_strdup_printf ("%s-%s-%s", year, month, day);
      char *date = hall_tidy_date (typed);

      g_free (found);
      found = date;
    }
  return found;
}

/* (nullable): the end of "2015年03月18日至2045年03月17日", or LONG_TERM */
static char *
read_end (const char *text)
{
  const char *until = strstr (text, "至");
  g_autofree char *date = NULL;
  HallCheckContext context = { 0 };

  if (strstr (text, LONG_TERM) != NULL)
    return g_strdup (LONG_TERM);
  if (until == NULL)
    return NULL; /* a date alone can be the first day */
  date = find_last_date (until);
  g_date_set_dmy (&context.today, 1, 1, 1900);
  if (date == NULL || hall_check_date_or_long (date, &context, NULL) != HALL_GOOD)
    return NULL;
  return g_steal_pointer (&date);
}

/* (transfer full): without marks at its ends, and with the brackets that names have */
static char *
tidy_name (const char *text)
{
  static const char *const opening = "〈《〔【[{(<", *const closing = "〉》〕】]})>";
  GString *name = g_string_new (NULL);
  char *tidy;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      gboolean is_mark = !g_unichar_isalnum (character);

      if (g_utf8_strchr (opening, -1, character) != NULL)
        character = BRACKET_OPENS;
      else if (g_utf8_strchr (closing, -1, character) != NULL)
        character = BRACKET_CLOSES;
      else if (is_mark && character != BRACKET_OPENS && character != BRACKET_CLOSES
               && character != MIDDLE_DOT)
        continue;
      g_string_append_unichar (name, character);
    }
  tidy = hall_tidy_name (name->str);
  g_string_free (name, TRUE);
  return tidy;
}

/* (nullable) (transfer full): a run's text as an application would hold it */
static char *
tidy_value (HallLicenceItemId id, const HallPrintRun *run)
{
  g_autofree char *text = hall_print_run_get_text (run);
  g_autofree char *tidy = NULL;

  if (id == HALL_LICENCE_VALID_UNTIL)
    return read_end (text);
  tidy = tidy_name (text);
  if (!hall_text_has_han (tidy) || g_utf8_strlen (tidy, -1) < 2)
    return NULL;
  return g_steal_pointer (&tidy);
}

/* Where the next label of the row begins, from glyph @from on. */
static guint
find_next_label (const HallPrintRow *row, guint from)
{
  guint next = row->glyphs->len;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      HallPrintRun run = hall_print_row_find (row, labels[i].label);

      if (run.count > 0 && run.first >= from)
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
      value = hall_print_run_get_value (&found, find_next_label (row, found.first + found.count));
      text = value.count > 0 ? tidy_value (id, &value) : NULL;
      if (text != NULL)
        take (self, id, &value, text);
    }
}

/* Reads a line again, with only the characters that a code has. (nullable) */
static char *
read_again (Finding *self, const HallPrintRun *run, double margin)
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
  glyphs = hall_ocr_read (self->ocr, HALL_OCR_CODE, self->page->grey, &box);
  for (guint i = 0; i < glyphs->len; i++)
    g_string_append_unichar (text, g_array_index (glyphs, HallOcrGlyph, i).character);
  return g_string_free (text, FALSE);
}

static void
find_code_in (Finding *self, const HallPrintRun *run)
{
  g_autofree char *first = hall_print_run_get_text (run);
  g_autofree char *second = read_again (self, run, CODE_MARGIN);
  g_autofree char *code = hall_uscc_mend (first, second);

  g_debug ("code: “%s”, “%s”", first, second);
  if (code != NULL)
    take (self, HALL_LICENCE_USCC, run, code);
}

static void
find_code (Finding *self)
{
  for (guint i = 0; i < self->rows->len && self->licence->items[HALL_LICENCE_USCC].text == NULL;
       i++)
    {
      HallPrintRun run = hall_print_row_find_code (g_ptr_array_index (self->rows, i), MIN_CODE);

      if (run.count > 0)
        find_code_in (self, &run);
    }
}

/* @is_print: (out): whether there is so much on the page that it may lie another way */
static HallLicence *
find_on (HallOcr *ocr, const HallUpright *page, gboolean *is_print)
{
  g_autoptr (GArray) glyphs = hall_ocr_read (ocr, HALL_OCR_PAGE, page->grey, NULL);
  g_autoptr (GPtrArray) rows = hall_print_rows_new (glyphs);
  Finding self = { ocr, page, rows, hall_licence_new () };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].item < HALL_N_LICENCE_ITEMS)
      find_labelled (&self, i);
  find_code (&self);
  *is_print = glyphs->len >= MIN_GLYPHS;
  return self.licence;
}

HallLicence *
hall_licence_find (HallOcr *ocr, const HallGrey *grey)
{
  static const guint turns[] = { 0, 1, 3, 2 }; /* likely ones first */
  g_autoptr (HallGrey) half = NULL;
  g_autoptr (HallLicence) licence = NULL;
  gboolean is_print = TRUE;

  if (MAX (grey->width, grey->height) > MAX_SIDE)
    {
      half = hall_grey_reduce (grey);
      return hall_licence_find (ocr, half);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (turns) && is_print; i++)
    {
      g_autoptr (HallUpright) page = hall_upright_new (grey, turns[i]);

      g_clear_pointer (&licence, hall_licence_free);
      licence = find_on (ocr, page, &is_print);
      if (!hall_licence_is_empty (licence))
        break;
    }
  return g_steal_pointer (&licence);
}
