/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-form-table.h"

#include "hall-money.h"

#define ZH(label) hall_label_get ((label), HALL_LANG_ZH_CN)

/* The form is a new application; the hall has no other business yet. */
#define REQUEST_KIND "新申请"

static const char *const numerals[] = { "I.",   "II.",   "III.", "IV.", "V.",  "VI.",
                                        "VII.", "VIII.", "IX.",  "X.",  "XI.", "XII." };

HallStrip *
hall_form_table_make_band (HallFormTable *self, const char *title, const char *note)
{
  guint index = self->sections++;
  g_autofree char *digits = g_strdup_printf ("%u.", index + 1);

  return hall_grid_band (self->paper, index < G_N_ELEMENTS (numerals) ? numerals[index] : digits,
                         title, note);
}

GPtrArray *
hall_form_table_make_certificate (HallFormTable *self)
{
  g_autofree char *money = hall_money_format (self->type->amount_fen);
  g_autofree char *amount = g_strdup_printf ("%s 元", money);
  g_autofree char *years = g_strdup_printf ("%u 年", self->type->validity_years);
  g_autofree char *medium = g_strdup_printf ("%s（1 个）", ZH (&self->type->medium));
  const HallGridItem rows[][2] = {
    { { "业务类型", REQUEST_KIND, TRUE, "certificate.request-kind" },
      { "证书类型", ZH (&self->type->label), TRUE, "certificate.certificate-type" } },
    { { "证书金额", amount, TRUE, "certificate.amount" },
      { "证书年限", years, TRUE, "certificate.years" } },
    { { "办理项目", ZH (&self->catalog->label), TRUE, "certificate.project" },
      { "介质类型", medium, TRUE, "certificate.medium" } },
  };
  GPtrArray *group = hall_group_new ();

  g_ptr_array_add (group, hall_form_table_make_band (self, "证书信息", "带 * 为必填项"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (group, hall_grid_pair (self->paper, &rows[i][0], &rows[i][1]));
  return group;
}

char *
hall_form_table_format (const HallFormTable *self, const HallField *field)
{
  const char *value = hall_application_get (self->application, field->id);
  const HallChoice *choice = hall_field_find_choice (field, value);

  if (choice != NULL)
    return g_strdup (ZH (&choice->label));
  return g_strdup (value); /* without blanks: numbers are searched for, and copied out of the PDF */
}

/* A left item that waits for its right neighbour. */
typedef struct
{
  const HallField *field; /* (nullable) */
  char *value;
} Waiting;

static HallGridItem
make_item (const HallFormTable *self, const HallField *field, const char *value)
{
  HallGridItem item = { ZH (&field->label), value,
                        hall_application_is_required (self->application, field), field->id };

  return item;
}

static void
add_wide (HallFormTable *self, GPtrArray *group, const HallField *field, const char *value)
{
  HallGridItem item = make_item (self, field, value);

  g_ptr_array_add (group, hall_grid_wide (self->paper, &item));
}

static void
flush (HallFormTable *self, GPtrArray *group, Waiting *waiting)
{
  if (waiting->field != NULL)
    add_wide (self, group, waiting->field, waiting->value);
  waiting->field = NULL;
  g_clear_pointer (&waiting->value, g_free);
}

static void
add_field (HallFormTable *self, GPtrArray *group, const HallField *field, Waiting *waiting)
{
  g_autofree char *value = hall_form_table_format (self, field);
  HallGridItem item = make_item (self, field, value);
  gboolean is_half = field->print != HALL_PRINT_WIDE && hall_grid_fits_half (self->paper, &item);

  if (is_half && field->print == HALL_PRINT_RIGHT && waiting->field != NULL)
    {
      HallGridItem left = make_item (self, waiting->field, waiting->value);

      g_ptr_array_add (group, hall_grid_pair (self->paper, &left, &item));
      waiting->field = NULL;
      flush (self, group, waiting);
      return;
    }
  flush (self, group, waiting);
  if (is_half)
    {
      waiting->field = field;
      waiting->value = g_steal_pointer (&value);
    }
  else
    add_wide (self, group, field, value);
}

GPtrArray *
hall_form_table_make_section (HallFormTable *self, const HallSection *section)
{
  const char *title = ZH (&section->form_label);
  g_autoptr (GPtrArray) group = NULL;
  Waiting waiting = { NULL, NULL };

  if (*title == '\0' || !hall_section_is_in_type (section, self->type))
    return NULL;
  for (guint i = 0; i < section->fields->len; i++)
    {
      const HallField *field = g_ptr_array_index (section->fields, i);

      if (field->print == HALL_PRINT_NOT || field->print == HALL_PRINT_DECLARATION)
        continue;
      if (group == NULL)
        {
          group = hall_group_new ();
          g_ptr_array_add (group, hall_form_table_make_band (self, title, NULL));
        }
      add_field (self, group, field, &waiting);
    }
  if (group != NULL)
    flush (self, group, &waiting);
  return g_steal_pointer (&group);
}
