/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-form-declaration.h"

#include <string.h>

#include "hall-form-signatures.h"

#define TITLE "申请单位法定代表人授权委托及单位声明"
#define NOTE  "此项如有涂改，请在涂改处加盖公章"

/* The consent that {agreement} names, by its fixed name in the domain. */
#define AGREEMENT_ID    "certification-agreement"
#define AGREEMENT_LABEL "电子认证服务协议"

#define TEXT_NAME "declaration" /* of its paragraphs in the plan */

#define PARAGRAPH_GAP_MM 1.2
#define ZH(label)        hall_label_get ((label), HALL_LANG_ZH_CN)

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

GPtrArray *
hall_form_declaration_make (HallFormTable *table)
{
  GPtrArray *group = hall_group_new ();

  g_ptr_array_add (group, hall_form_table_make_band (table, TITLE, NOTE));
  g_ptr_array_add (group, hall_strip_new (PARAGRAPH_GAP_MM / 2));
  add_declaration (table, group);
  add_fields (table, group);
  add_consents (table, group);
  g_ptr_array_add (group, hall_form_signatures_make (table));
  return group;
}
