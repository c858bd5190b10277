/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-form-declaration.h"

#include <string.h>

#define TITLE "申请单位法定代表人授权委托及单位声明"
#define NOTE  "此项如有涂改，请在涂改处加盖公章"

/* The consent that {agreement} names, by its fixed name in the domain. */
#define AGREEMENT_ID    "certification-agreement"
#define AGREEMENT_LABEL "电子认证服务协议"

#define TEXT_NAME "declaration" /* of its paragraphs in the plan */

#define PARAGRAPH_GAP_MM 1.6
#define SIGN_MM          29.0 /* the handler signs on 62 x 22.5 mm */
#define DATE_MM          6.5
#define HALL_BAND_MM     5.6
#define HALL_ROW_MM      6.2
#define HALL_ROWS        4
#define SIGNATURES_MM    (SIGN_MM + HALL_BAND_MM + HALL_ROWS * HALL_ROW_MM)

/* An enterprise's seal is round and at most 45 mm wide: State Council 1999, no. 25. */
#define SEAL_MM         48.0
#define SEAL_CAPTION_MM 6.0

#define ZH(label) hall_label_get ((label), HALL_LANG_ZH_CN)

static const HallTextStyle text_style = {
  .size_pt = 10, .line_factor = 0.95, .indent_em = 2, .is_markup = TRUE
};

static const char *
get_agreement (const HallCatalog *catalog)
{
  const HallConsent *consent = hall_catalog_find_consent (catalog, AGREEMENT_ID);

  return consent != NULL ? ZH (&consent->label) : AGREEMENT_LABEL;
}

/* Fills in the names: people and the organisation underlined, as if written by hand. */
static char *
fill_in (const HallFormTable *table, const char *paragraph)
{
  static const struct
  {
    const char *place;
    HallFieldRole role;
  } names[] = {
    { "{organisation}", HALL_FIELD_ROLE_ORGANISATION_NAME },
    { "{handler}", HALL_FIELD_ROLE_HANDLER_NAME },
    { "{legal_rep}", HALL_FIELD_ROLE_LEGAL_REP_NAME },
  };
  g_autofree char *agreement = g_markup_escape_text (get_agreement (table->catalog), -1);
  g_autofree char *escaped = g_markup_escape_text (paragraph, -1);
  g_autoptr (GString) text = g_string_new (escaped);

  g_string_replace (text, "{agreement}", agreement, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name =
          g_markup_printf_escaped ("<u> %s </u>",
                                   hall_application_get_role (table->application, table->catalog,
                                                              names[i].role));

      g_string_replace (text, names[i].place, name, 0);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @field: (nullable): the id of the field that it says */
static void
add_text (const HallFormTable *table,
          GPtrArray *group,
          const HallTextStyle *style,
          const char *text,
          const char *field)
{
  double inner = HALL_PAPER_INNER_MM - 2 * HALL_GRID_INSET_MM;
  PangoLayout *layout = hall_paper_layout (table->paper, style, text, inner);
  HallStrip *strip = hall_strip_new (hall_layout_get_height_mm (layout) + PARAGRAPH_GAP_MM);

  hall_strip_add (strip, HALL_CELL_PLAIN, layout, HALL_PAPER_MARGIN_MM, HALL_PAPER_INNER_MM);
  hall_strip_record (strip, field != NULL ? HALL_REGION_FIELD : HALL_REGION_TEXT,
                     field != NULL ? field : TEXT_NAME);
  g_ptr_array_add (group, strip);
}

static void
add_declaration (const HallFormTable *table, GPtrArray *group)
{
  g_auto (GStrv) paragraphs = g_strsplit (ZH (&table->catalog->declaration), "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_autofree char *text = fill_in (table, paragraphs[i]);

      if (*text != '\0')
        add_text (table, group, &text_style, text, NULL);
    }
}

/* The fields that the catalogue prints here: "法定代表人姓名：李四". */
static void
add_fields (const HallFormTable *table, GPtrArray *group)
{
  for (guint i = 0; i < table->catalog->sections->len; i++)
    {
      const HallSection *section = g_ptr_array_index (table->catalog->sections, i);

      for (guint j = 0; hall_section_is_in_type (section, table->type) && j < section->fields->len;
           j++)
        {
          const HallField *field = g_ptr_array_index (section->fields, j);
          g_autofree char *value = hall_form_table_format (table, field);
          g_autofree char *line = NULL;

          if (field->print != HALL_PRINT_DECLARATION)
            continue;
          line = g_markup_printf_escaped ("%s：<u> %s </u>", ZH (&field->label),
                                          *value != '\0' ? value : "—");
          add_text (table, group, &text_style, line, field->id);
        }
    }
}

/* What was agreed to before the form was printed; face data are agreed to later, on the phone. */
static void
add_consents (const HallFormTable *table, GPtrArray *group)
{
  g_autoptr (GString) line = g_string_new ("已阅读并同意：");
  guint n = 0;

  for (guint i = 0; i < table->catalog->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (table->catalog->consents, i);

      if (consent->scope == HALL_CONSENT_FACE)
        continue;
      g_string_append_printf (line, "%s《%s》%s 版", n++ > 0 ? "、" : "", ZH (&consent->label),
                              consent->version);
    }
  g_string_append (line, "。");
  if (n > 0)
    add_text (table, group, &hall_grid_note_style, line->str, NULL);
}

static const HallPen thin = { .width_mm = 0.15 };
static const HallPen dashed = {
  .width_mm = 0.25, .red = 0.45, .green = 0.45, .blue = 0.45, .dashed = TRUE
};

static void
draw_line (HallPaper *paper, double x, double y, double width, double height)
{
  HallBox box = { x, y, width, height };

  hall_paper_draw_line (paper, &thin, &box);
}

/* A label in the label column, in the middle of @height. */
static void
draw_label (HallPaper *paper, const char *label, double x, double y, double height)
{
  HallTextStyle style = hall_grid_label_style;
  double width = HALL_GRID_LABEL_MM - 2 * HALL_GRID_INSET_MM;
  g_autoptr (PangoLayout) layout = hall_paper_layout (paper, &style, label, width);

  hall_paper_draw_layout (paper, layout, x + HALL_GRID_INSET_MM,
                          y + (height - hall_layout_get_height_mm (layout)) / 2);
}

static void
draw_handler (HallPaper *paper, HallSheetPlan *plan, double x, double y)
{
  static const HallTextStyle style = { .size_pt = 9.5, .align = PANGO_ALIGN_RIGHT };
  HallBox date = { x + HALL_GRID_LABEL_MM, y + SIGN_MM - DATE_MM,
                   HALL_GRID_VALUE_MM - HALL_GRID_INSET_MM, DATE_MM };

  HallBox sign = { x + HALL_GRID_LABEL_MM, y, HALL_GRID_VALUE_MM, SIGN_MM - DATE_MM };

  hall_sheet_plan_add (plan, HALL_REGION_SIGNATURE, "handler", hall_paper_get_page (paper), &sign);
  draw_label (paper, "经办人\n手写签名", x, y, SIGN_MM);
  draw_line (paper, x + HALL_GRID_LABEL_MM, y, 0, SIGN_MM);
  hall_paper_draw_text (paper, &style, "日期：　　　　年　　　月　　　日", &date);
}

static void
draw_hall_rows (HallPaper *paper, double x, double y)
{
  static const char *const rows[HALL_ROWS] = { "受理员", "审核员", "受理日期", "受理结果" };
  static const HallTextStyle style = { .size_pt = 8.5, .bold = TRUE };
  HallBox band = { x, y, HALL_GRID_HALF_MM, HALL_BAND_MM };
  HallBox text = { x + HALL_GRID_INSET_MM, y + 0.55, HALL_GRID_HALF_MM, HALL_BAND_MM };

  hall_paper_fill_box (paper, 0.92, &band);
  hall_paper_draw_box (paper, &thin, &band);
  hall_paper_draw_text (paper, &style, "以下由受理机构填写", &text);
  y += HALL_BAND_MM;
  draw_line (paper, x + HALL_GRID_LABEL_MM, y, 0, HALL_ROWS * HALL_ROW_MM);
  for (guint i = 0; i < HALL_ROWS; i++, y += HALL_ROW_MM)
    {
      draw_label (paper, rows[i], x, y, HALL_ROW_MM);
      draw_line (paper, x, y, HALL_GRID_HALF_MM, 0);
    }
}

static void
draw_seal (HallPaper *paper, HallSheetPlan *plan, double x, double y)
{
  static const HallTextStyle style = { .size_pt = 9.5, .grey = 0.25, .align = PANGO_ALIGN_CENTER };
  HallBox caption = { x, y + 1.2, HALL_GRID_HALF_MM, SEAL_CAPTION_MM };
  HallBox circle = { x + (HALL_GRID_HALF_MM - SEAL_MM) / 2,
                     y + SEAL_CAPTION_MM + (SIGNATURES_MM - SEAL_CAPTION_MM - SEAL_MM) / 2, SEAL_MM,
                     SEAL_MM };

  hall_paper_draw_text (paper, &style, "加盖单位公章（红色鲜章）", &caption);
  hall_paper_draw_circle (paper, &dashed, &circle);
  hall_sheet_plan_add (plan, HALL_REGION_SEAL, NULL, hall_paper_get_page (paper), &circle);
}

static void
draw_signatures (const HallStrip *strip, HallPaper *paper, double y, gpointer data)
{
  const HallFormTable *table = data;
  double x = HALL_PAPER_MARGIN_MM;

  draw_line (paper, x, y, HALL_PAPER_INNER_MM, 0);
  draw_line (paper, x + HALL_GRID_HALF_MM, y, 0, strip->height);
  draw_handler (paper, table->plan, x, y);
  draw_hall_rows (paper, x, y + SIGN_MM);
  draw_seal (paper, table->plan, x + HALL_GRID_HALF_MM, y);
}

GPtrArray *
hall_form_declaration_make (HallFormTable *table)
{
  GPtrArray *group = hall_group_new ();

  g_ptr_array_add (group, hall_form_table_make_band (table, TITLE, NOTE));
  g_ptr_array_add (group, hall_strip_new (PARAGRAPH_GAP_MM / 2));
  add_declaration (table, group);
  add_fields (table, group);
  add_consents (table, group);
  g_ptr_array_add (group, hall_strip_new_drawn (SIGNATURES_MM, draw_signatures, table));
  return group;
}
