/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sample.h"

#define NOTHING_KNOWN "样例"

static const char *
sample_of (const HallField *field)
{
  if (field->example != NULL)
    return field->example;
  if (field->default_value != NULL)
    return field->default_value;
  if (field->choices->len > 0)
    return ((const HallChoice *) g_ptr_array_index (field->choices, 0))->id;
  if (field->choice_ids != NULL && field->choice_ids[0] != NULL)
    return field->choice_ids[0];
  return NOTHING_KNOWN;
}

HallApplication *
hall_sample_new (const HallCatalog *catalog, const HallCertificateType *type)
{
  HallApplication *sample = hall_application_new (catalog->id, type->id);

  for (guint s = 0; s < catalog->sections->len; s++)
    {
      const HallSection *section = g_ptr_array_index (catalog->sections, s);

      if (!hall_section_is_in_type (section, type))
        continue;
      for (guint f = 0; f < section->fields->len; f++)
        {
          const HallField *field = g_ptr_array_index (section->fields, f);

          hall_application_set (sample, field->id, sample_of (field));
        }
    }
  return sample;
}
