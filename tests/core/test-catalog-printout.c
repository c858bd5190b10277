/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the shipped catalogue means, printed for people: tests/data/yinuo-bidding.txt shows
 * each change in review.
 */
#include "hall-catalog.h"

#include <string.h>

#include "hall-money.h"
#include "hall-test.h"

static void
print_label (GString *out, const HallLabel *label)
{
  g_string_append_printf (out, "%s / %s", hall_label_get (label, HALL_LANG_ZH_CN),
                          hall_label_get (label, HALL_LANG_EN));
}

static void
print_types (GString *out, const HallCatalog *catalog, guint types)
{
  guint all = (1u << catalog->types->len) - 1;

  if ((types & all) == all)
    return;
  g_string_append (out, " | only");
  for (guint i = 0; i < catalog->types->len; i++)
    if ((types & (1u << i)) != 0)
      g_string_append_printf (out, " %s",
                              ((HallCertificateType *) g_ptr_array_index (catalog->types, i))->id);
}

static void
print_type (GString *out, const HallCertificateType *type)
{
  g_autofree char *sum = hall_money_format (type->amount_fen);

  g_string_append_printf (out, "\ntype %s | ", type->id);
  print_label (out, &type->label);
  g_string_append_printf (out, "\n  %s, %u year(s), %s\n  form: ",
                          type->for_person ? "for a person" : "for the organisation",
                          type->validity_years, hall_label_get (&type->medium, HALL_LANG_EN));
  print_label (out, &type->form_title);
  g_string_append (out, "\n");
  for (guint i = 0; i < type->prices->len; i++)
    {
      const HallPriceItem *item = g_ptr_array_index (type->prices, i);
      g_autofree char *amount = hall_money_format (item->amount_fen);

      g_string_append_printf (out, "  price %s %s | ", item->id, amount);
      print_label (out, &item->label);
      g_string_append (out, "\n");
    }
  g_string_append_printf (out, "  sum %s\n", sum);
}

static void
print_bounds (GString *out, const HallField *field)
{
  if (field->min_chars > 0)
    g_string_append_printf (out, " | min %u", field->min_chars);
  if (field->max_chars > 0)
    g_string_append_printf (out, " | max %u", field->max_chars);
  if (field->min_age > 0 || field->max_age > 0)
    g_string_append_printf (out, " | age %u-%u", field->min_age, field->max_age);
  if (field->not_past)
    g_string_append (out, " | not past");
}

static void
print_relations (GString *out, const HallField *field)
{
  if (field->default_value != NULL)
    g_string_append_printf (out, " | default %s", field->default_value);
  if (field->default_from != NULL)
    g_string_append_printf (out, " | default from %s", field->default_from);
  if (field->equals != NULL)
    g_string_append_printf (out, " | equals %s", field->equals);
  if (field->required_when != NULL)
    {
      g_autofree char *choices = g_strjoinv (" ", field->required_when);

      g_string_append_printf (out, " | required when %s is %s", field->depends_on, choices);
    }
  if (field->kind_when != NULL)
    {
      g_autoptr (GList) choices =
          g_list_sort (g_hash_table_get_keys (field->kind_when), (GCompareFunc) strcmp);

      for (GList *l = choices; l != NULL; l = l->next)
        g_string_append_printf (out, " | %s when %s is %s",
                                ((const HallKind *) g_hash_table_lookup (field->kind_when, l->data))
                                    ->name,
                                field->depends_on, (char *) l->data);
    }
}

static void
print_field (GString *out, const HallField *field)
{
  g_string_append_printf (out, "  %c %s | %s | %s", field->required ? 'M' : 'O', field->id,
                          field->kind->name, hall_print_get_name (field->print));
  if (field->role >= 0)
    g_string_append_printf (out, " | role %s", hall_field_role_get_name (field->role));
  if (field->evidence != NULL)
    g_string_append_printf (out, " | proved by %s", field->evidence);
  if (field->advanced)
    g_string_append (out, " | folded away");
  if (field->enter_twice)
    g_string_append (out, " | typed twice");
  print_bounds (out, field);
  print_relations (out, field);
  g_string_append (out, "\n      ");
  print_label (out, &field->label);
  if (field->example != NULL)
    g_string_append_printf (out, " | for example %s", field->example);
  g_string_append (out, "\n");
  for (guint i = 0; i < field->choices->len; i++)
    {
      const HallChoice *choice = g_ptr_array_index (field->choices, i);

      g_string_append_printf (out, "      = %s | ", choice->id);
      print_label (out, &choice->label);
      g_string_append (out, "\n");
    }
  if (field->choices->len == 0 && field->choice_ids != NULL)
    g_string_append_printf (out, "      %u suggestions\n", g_strv_length (field->choice_ids));
}

static void
print_section (GString *out, const HallCatalog *catalog, const HallSection *section)
{
  g_string_append_printf (out, "\nsection %s | about %s", section->id,
                          hall_section_subject_get_name (section->subject));
  print_types (out, catalog, section->types);
  if (section->editable_after_acceptance)
    g_string_append (out, " | can be changed after acceptance");
  g_string_append (out, "\n  ");
  print_label (out, &section->label);
  g_string_append_printf (out, " | on paper: %s\n",
                          hall_label_get (&section->form_label, HALL_LANG_ZH_CN));
  for (guint i = 0; i < section->copies->len; i++)
    {
      const HallCopy *copy = g_ptr_array_index (section->copies, i);
      g_autoptr (GList) targets =
          g_list_sort (g_hash_table_get_keys (copy->fields), (GCompareFunc) strcmp);

      g_string_append_printf (out, "  copy %s | ", copy->id);
      print_label (out, &copy->label);
      for (GList *l = targets; l != NULL; l = l->next)
        g_string_append_printf (out, " | %s from %s", (char *) l->data,
                                (char *) g_hash_table_lookup (copy->fields, l->data));
      g_string_append (out, "\n");
    }
  for (guint i = 0; i < section->fields->len; i++)
    print_field (out, g_ptr_array_index (section->fields, i));
}

static void
print_consents (GString *out, const HallCatalog *catalog)
{
  g_string_append (out, "\n");
  for (guint i = 0; i < catalog->consents->len; i++)
    {
      const HallConsent *consent = g_ptr_array_index (catalog->consents, i);

      g_string_append_printf (out, "consent %s | version %s | %s | text %.12s | ", consent->id,
                              consent->version, hall_consent_scope_get_name (consent->scope),
                              consent->sha256);
      print_label (out, &consent->label);
      g_string_append (out, "\n");
    }
}

static void
print_documents (GString *out, const HallCatalog *catalog)
{
  g_string_append (out, "\n");
  for (guint i = 0; i < catalog->requirements->len; i++)
    {
      const HallRequirement *requirement = g_ptr_array_index (catalog->requirements, i);

      g_string_append_printf (out, "document %s | %s | %" G_GSIZE_FORMAT " bytes | %u page(s)",
                              requirement->slot, hall_document_kind_get_name (requirement->kind),
                              requirement->max_bytes, requirement->max_pages);
      if (requirement->form_code)
        g_string_append (out, " | carries the form code");
      if (requirement->at_payment)
        g_string_append (out, " | when paid by transfer");
      print_types (out, catalog, requirement->types);
      g_string_append (out, "\n  ");
      print_label (out, &requirement->label);
      g_string_append (out, "\n");
    }
}

static void
print_rest (GString *out, const HallCatalog *catalog)
{
  g_string_append (out, "\n");
  for (guint i = 0; i < catalog->limits->len; i++)
    {
      const HallLimit *limit = g_ptr_array_index (catalog->limits, i);
      g_autofree char *fields = g_strjoinv (" + ", limit->fields);

      g_string_append_printf (out, "limit %s | %u bytes of GBK\n", fields, limit->max_gbk_bytes);
    }
  g_string_append_printf (out, "\ndeclaration\n%s\n\nsupport %s %s\n%s\n\n",
                          hall_label_get (&catalog->declaration, HALL_LANG_ZH_CN), catalog->hotline,
                          catalog->support_url,
                          hall_label_get (&catalog->support, HALL_LANG_ZH_CN));
  for (guint i = 0; i < catalog->faq->len; i++)
    {
      const HallFaq *faq = g_ptr_array_index (catalog->faq, i);

      g_string_append (out, "question ");
      print_label (out, &faq->question);
      g_string_append (out, "\n");
    }
}

static char *
print_catalog (const HallCatalog *catalog)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "project %s | %s | ", catalog->id, catalog->code);
  print_label (out, &catalog->label);
  g_string_append_printf (out, "\n  review within %u working days, bank proof %s\n",
                          catalog->review_workdays,
                          hall_fin_auth_mode_get_name (catalog->fin_auth_mode));
  for (guint i = 0; i < catalog->types->len; i++)
    print_type (out, g_ptr_array_index (catalog->types, i));
  print_consents (out, catalog);
  for (guint i = 0; i < catalog->sections->len; i++)
    print_section (out, catalog, g_ptr_array_index (catalog->sections, i));
  print_documents (out, catalog);
  print_rest (out, catalog);
  return g_string_free (out, FALSE);
}

static void
test_printout (void)
{
  g_autofree char *text = print_catalog (hall_test_catalog ());

  hall_test_assert_golden ("yinuo-bidding.txt", text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalog-printout/yinuo-bidding", test_printout);
  return g_test_run ();
}
